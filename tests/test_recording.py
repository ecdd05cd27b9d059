"""``lifgame record``: the same pixels as before, and only its own frames."""

import io
import zlib
from pathlib import Path

import hypothesis.strategies as st
import pygame
import pytest
from hypothesis import given

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.app.cli.pictures import Stage
from lifgame.app.cli.recording import live
from lifgame.app.files.png import png
from lifgame.session.start import OPENING

WORDS = ["record", "--size", "320x240", "--seconds", "0.2", "--fps", "50", "--out"]
FRAMES = [f"frame_{number:05d}.png" for number in range(1, 11)]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_recording_is_the_frames_of_the_game(tmp_path: Path) -> None:
    assert main([*WORDS, str(tmp_path / "deep" / "out")]) == exits.OK
    assert names(tmp_path / "deep" / "out") == FRAMES
    game = Stage(OPENING, (320, 240)).game()
    for name in FRAMES:
        live(game, 1 / 50)
        picture = pygame.image.load(tmp_path / "deep" / "out" / name)
        expected = pygame.image.tobytes(game.window_surface, "RGB")
        assert pygame.image.tobytes(picture, "RGB") == expected


def test_older_frames_are_refused_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(1, 21):
        (tmp_path / f"frame_{number:05d}.png").write_text("old")
    assert main([*WORDS, str(tmp_path)]) == exits.USAGE
    said = capsys.readouterr().err
    assert said.startswith("lifgame record: ")
    assert "holds 20 frames of an earlier recording" in said
    assert "--overwrite" in said
    assert {path.read_text() for path in tmp_path.iterdir()} == {"old"}


@pytest.mark.parametrize("older", ["frame_00011.png", "frame_123456.png"])
def test_one_frame_of_another_length_is_enough(tmp_path: Path, older: str) -> None:
    (tmp_path / older).write_text("old")
    assert main([*WORDS, str(tmp_path)]) == exits.USAGE
    assert names(tmp_path) == [older]


def test_overwriting_clears_numbered_frames_only(tmp_path: Path) -> None:
    kept = ["frame_1.png", "frame_00001.jpg", "frame_00001.png.txt", "frame_x.png"]
    for name in [*kept, "frame_00001.png", "frame_00020.png", "frame_1234567.png"]:
        (tmp_path / name).write_text("old")
    assert main([*WORDS, str(tmp_path), "--overwrite"]) == exits.OK
    assert names(tmp_path) == sorted([*kept, *FRAMES])


def test_other_files_are_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert main([*WORDS, str(tmp_path)]) == exits.OK
    assert names(tmp_path) == sorted([*FRAMES, "notes.txt"])


# --- the pictures -------------------------------------------------------------------


@given(
    width=st.integers(1, 9),
    height=st.integers(1, 9),
    data=st.binary(min_size=243, max_size=243),
)
def test_pygame_reads_the_very_pixels(width: int, height: int, data: bytes) -> None:
    rgb = data[: 3 * width * height]
    surface = pygame.image.frombytes(rgb, (width, height), "RGB")
    read = pygame.image.load(io.BytesIO(png((width, height), rgb)), "x.png")
    assert read.get_size() == (width, height)
    assert pygame.image.tobytes(read, "RGB") == pygame.image.tobytes(surface, "RGB")


def test_every_chunk_has_its_checksum() -> None:
    data = png((2, 1), bytes(6))
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    place, kinds = 8, []
    while place < len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        body = data[place + 4 : place + 8 + length]
        check = int.from_bytes(data[place + 8 + length : place + 12 + length], "big")
        assert zlib.crc32(body) == check
        kinds.append(body[:4])
        place += 12 + length
    assert kinds == [b"IHDR", b"IDAT", b"IEND"]


@pytest.mark.parametrize("size", [(0, 1), (2, 2), (-1, -1)])
def test_too_few_pixels_are_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no picture of"):
        png(size, bytes(3))
