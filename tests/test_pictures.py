"""Headless pictures by the command line: the same bytes twice, of what was asked."""

from pathlib import Path

import pygame
import pytest

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.app.cli.pictures import STRIP_GAP_PX
from lifgame.app.cli.shots import STRIP_PER_S
from lifgame.content.actions import ACTIONS
from lifgame.content.speeds import SPEEDS

SMALL = "320x240"


# --- pictures -------------------------------------------------------------------


def shot(path: Path, *words: str) -> bytes:
    words = ("screenshot", "--size", SMALL, "--after", "0.2", *words)
    assert main([*words, "--out", str(path)]) == exits.OK
    return path.read_bytes()


def test_a_screenshot_is_the_same_twice(tmp_path: Path) -> None:
    words = ("--pattern", "noisy", "--seed", "3", "--keys", "right,w,comma")
    first = shot(tmp_path / "1.png", *words)
    assert first.startswith(b"\x89PNG")
    assert shot(tmp_path / "2.png", *words) == first
    assert pygame.image.load(tmp_path / "1.png").get_size() == (320, 240)
    assert {path.name for path in tmp_path.iterdir()} == {"1.png", "2.png"}


def test_what_is_asked_for_changes_the_picture(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    asked = [
        (),
        ("--keys", "h"),
        ("--keys", "2"),
        ("--keys", "right"),
        ("--keys", "hold:space"),
        ("--keys", "tab,tab"),
        ("--preset", "purkinje"),
        ("--pattern", "sine"),
        ("--speed", "1"),
        ("--after", "0.5"),
    ]
    pictures = {shot(path, *words) for words in asked}
    assert len(pictures) == len(asked)


def test_every_key_of_the_table_can_be_pressed(tmp_path: Path) -> None:
    names = {",": "comma", ".": "period"}
    keys = [names.get(key, key) for row in ACTIONS.values() for key in row.keys]
    shot(tmp_path / "x.png", "--keys", ",".join([*keys, "up", "down"]))


def test_a_strip_holds_pictures_of_one_moment_after_another(tmp_path: Path) -> None:
    words = ("--keys", "hold:space", "--strip", "3")
    shot(tmp_path / "strip.png", *words)
    strip = pygame.image.load(tmp_path / "strip.png")
    assert strip.get_size() == (3 * 320 + 2 * STRIP_GAP_PX, 240)
    for number in (0, 2):
        after = f"{0.2 + number / STRIP_PER_S:g}"
        shot(tmp_path / "one.png", "--keys", "hold:space", "--after", after)
        one = pygame.image.load(tmp_path / "one.png")
        part = strip.subsurface((number * (320 + STRIP_GAP_PX), 0, 320, 240))
        pixels = [pygame.surfarray.array3d(picture) for picture in (part, one)]
        assert (pixels[0] == pixels[1]).all(), number


@pytest.mark.parametrize("count", ["1", "0", "-2", "25", "2.5", "many", "9" * 40])
def test_a_strip_of_no_pictures_or_too_many_is_refused(count: str) -> None:
    assert main(["screenshot", "--strip", count, "--out", "x.png"]) == exits.USAGE


@pytest.mark.parametrize("size", ["1x1", "2000x20", "20x900"])
def test_any_size_gives_a_picture(tmp_path: Path, size: str) -> None:
    path = tmp_path / "x.png"
    assert main(["screenshot", "--size", size, "--out", str(path)]) == exits.OK
    picture = pygame.image.load(path)
    assert f"{picture.get_width()}x{picture.get_height()}" == size


def test_speeds_may_be_written_in_several_ways(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    for one, other in (("1/10", "0.1"), ("1/100", ".01"), ("1", "1x"), ("1/4", "0.25")):
        assert shot(path, "--speed", one) == shot(path, "--speed", other)
    for speed in SPEEDS:
        shot(path, "--speed", str(speed))


def test_a_recording_is_numbered_from_one(tmp_path: Path) -> None:
    words = ["record", "--size", SMALL, "--seconds", "0.2", "--fps", "20"]
    for name in ("a", "b"):
        assert main([*words, "--out", str(tmp_path / name)]) == exits.OK
    first, second = (sorted((tmp_path / name).iterdir()) for name in ("a", "b"))
    assert [path.name for path in first] == [f"frame_0000{n}.png" for n in range(1, 5)]
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]
    assert len({path.read_bytes() for path in first}) == len(first)


def test_a_slow_recording_loses_no_time(tmp_path: Path) -> None:
    """One frame a second shows a whole second of the neuron, as a screenshot does."""
    words = ["record", "--size", SMALL, "--speed", "1", "--seconds", "2", "--fps", "1"]
    assert main([*words, "--out", str(tmp_path)]) == exits.OK
    frames = sorted(tmp_path.iterdir())
    assert len(frames) == 2
    late = shot(tmp_path / "x.png", "--speed", "1", "--after", "2")
    recorded = pygame.image.load(frames[-1])
    taken = pygame.image.load(tmp_path / "x.png")
    pairs = zip(recorded.get_buffer().raw, taken.get_buffer().raw, strict=True)
    # The water may stand a little differently; the trace and the numbers may not.
    assert late
    assert sum(abs(one - other) > 24 for one, other in pairs) < 0.02 * 320 * 240
