"""What a screen should show, and how far it is from what it does show."""

import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pygame
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
ROOT = Path(__file__).resolve().parent.parent.parent
# The key to a screen on which nothing moves.
STILL = "o"
# A mouse pointer is painted over what we look at.
POINTER_PX = 64


@cache
def expected(size: tuple[int, int], *words: str) -> Picture:
    """The picture of ``lifgame screenshot`` with some options; Settings without any."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "expected.png"
        options = ["--size", f"{size[0]}x{size[1]}", "--out", str(out)]
        command = [sys.executable, "-m", "lifgame", "screenshot", *options]
        subprocess.run(
            [*command, *(words or ("--keys", STILL, "--after", "0"))],
            cwd=ROOT,
            check=True,
            timeout=60,
        )
        return read(out)


def read(path: Path) -> Picture:
    """A picture from a file: rows, columns, and red, green, blue."""
    return pixels(pygame.image.load(path))


def pixels(surface: pygame.Surface) -> Picture:
    """A surface's pixels: rows, columns, and red, green, blue."""
    return np.ascontiguousarray(pygame.surfarray.array3d(surface).swapaxes(0, 1))


def wrong_pixels(shown: Picture, right: Picture, *pointers: tuple[int, int]) -> int:
    """How many pixels differ; those under a mouse pointer do not count."""
    if shown.shape != right.shape:
        return max(shown.size, right.size)
    is_wrong = (shown != right).any(axis=2)
    for pointer in pointers:
        left, top = (max(at - POINTER_PX // 2, 0) for at in pointer)
        is_wrong[top : top + POINTER_PX, left : left + POINTER_PX] = False
    return int(is_wrong.sum())


def nearest(shown: Picture, choices: dict[str, Picture]) -> str:
    """Which of some pictures it is most like."""

    def distance(name: str) -> float:
        difference = shown.astype(np.int16) - choices[name].astype(np.int16)
        return float(np.abs(difference).mean())

    return min(choices, key=distance)
