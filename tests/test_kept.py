"""Kept pictures: painted once, bounded in bytes, the latest used stay."""

import subprocess
import sys
from pathlib import Path

import pygame
import pytest
from memory import MOST_MIB
from processes import ROOT

from lifgame.view import shapes
from lifgame.view.kept import MOST_BYTES, PICTURES, KeptPictures, kept
from lifgame.view.lettering.lettering import font

SIDE = 16
BYTES = SIDE * SIDE * 4


class Painter:
    """Paints, and counts how often."""

    def __init__(self) -> None:
        self.painted: list[str] = []

    def square(self, name: str, side: int = SIDE) -> pygame.Surface:
        self.painted.append(name)
        return pygame.Surface((side, side), pygame.SRCALPHA)


def take(store: KeptPictures, painter: Painter, *names: str) -> None:
    for name in names:
        store.get(name, lambda name=name: painter.square(name))  # type: ignore[misc]


def test_a_picture_is_painted_once() -> None:
    store, painter = KeptPictures(), Painter()
    take(store, painter, "a", "b", "a", "a", "b")
    assert painter.painted == ["a", "b"]
    assert store.held_bytes == 2 * BYTES


def test_what_was_not_used_for_longest_goes_first() -> None:
    store, painter = KeptPictures(3 * BYTES), Painter()
    take(store, painter, "a", "b", "c", "a", "d")
    assert (len(store), store.held_bytes) == (3, 3 * BYTES)
    take(store, painter, "a", "c", "d", "b")
    assert painter.painted == ["a", "b", "c", "d", "b"]


def test_one_large_picture_takes_the_place_of_many_and_stays() -> None:
    store, painter = KeptPictures(4 * BYTES), Painter()
    take(store, painter, "a", "b", "c")
    large = store.get("large", lambda: painter.square("large", 3 * SIDE))
    assert len(store) == 1
    assert store.get("large", lambda: painter.square("again")) is large
    take(store, painter, "a")
    assert (len(store), store.held_bytes) == (1, BYTES)
    store.clear()
    assert (len(store), store.held_bytes) == (0, 0)


def test_functions_do_not_take_each_others_pictures() -> None:
    @kept
    def one(side: int, colour: str = "red") -> pygame.Surface:
        surface = pygame.Surface((side, side))
        surface.fill(colour)
        return surface

    @kept
    def two(side: int, colour: str = "red") -> pygame.Surface:
        return pygame.Surface((side, side))

    assert one(3) is one(3)
    assert one(3) is not two(3)
    assert one(3, colour="blue").get_at((0, 0)) == pygame.Color("blue")
    assert one(3, "red").get_at((0, 0)) == pygame.Color("red")


def test_no_flood_of_sizes_fills_the_memory() -> None:
    for width in range(900, 1100):
        shapes.rounded((width, 800), 12, (1, 2, 3))
    assert PICTURES.held_bytes <= MOST_BYTES


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs Linux")
def test_fonts_keep_no_file_open() -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    fonts = [font("Inter-Bold.otf", size) for size in range(200, 230)]
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert len({each.get_height() for each in fonts}) > 20


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux")
def test_after_everything_was_shown_it_takes_150_mib_at_most() -> None:
    words = [sys.executable, str(ROOT / "tests" / "memory.py")]
    printed = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    figures = [
        float(line.split()[-2]) for line in printed.splitlines() if "MiB" in line
    ]
    assert len(figures) > 3
    assert max(figures) <= MOST_MIB, printed
