"""The program as a visitor meets it: a real window, a real mouse, real keys.

An X server without a screen (Xvfb) shows the window, xdotool moves and presses, and
the picture is read from the file in which the server keeps its screen.
"""

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from lifgame.content.parameters import CURRENT
from lifgame.content.texts import texts
from lifgame.scenes.choose import play_layout

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1280, 720)
RESIZED = (900, 640)
PATIENCE_S = 20.0
STOP_S = 2.0
TOOLS = ("Xvfb", "xdotool")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
# Two pictures differ where this share of the pixels has changed clearly.
CLEARLY = 40
SHARE = 0.02

pytestmark = pytest.mark.skipif(
    bool(MISSING) and os.environ.get("CI") != "true" or not sys.platform == "linux",
    reason=f"needs {' and '.join(MISSING or TOOLS)} (apt-get install xvfb xdotool)",
)


def wait_for(is_so: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
    deadline_s = time.monotonic() + patience_s
    while not is_so():
        assert time.monotonic() < deadline_s, f"waited {patience_s:g} s for: {what}"
        time.sleep(0.05)


class Screen:
    """An X server of our own, and what its screen shows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            [
                "Xvfb", "-displayfd", str(writing), "-fbdir", str(folder),
                "-screen", "0", "1400x900x24", "-nolisten", "tcp",
            ],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        ready, _, _ = select.select([reading], [], [], PATIENCE_S)
        number = os.read(reading, 16).decode().strip() if ready else ""
        os.close(reading)
        assert number, "Xvfb did not start"
        self.environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "SDL_VIDEODRIVER": "x11",
            "SDL_FRAMEBUFFER_ACCELERATION": "0",
        }

    def picture(self) -> NDArray[np.uint8]:
        """The screen's pixels: rows, columns, and blue, green, red, unused.

        The file is an X window dump: a header of big-endian numbers, the first its
        length, the 13th the bytes of a row, the 20th the number of colours of 12
        bytes each that stand before the pixels.
        """
        data = (self.folder / "Xvfb_screen0").read_bytes()
        header = np.frombuffer(data, ">u4", 25)
        width, height, row_bytes = int(header[4]), int(header[5]), int(header[12])
        begin = int(header[0]) + 12 * int(header[19])
        pixels = np.frombuffer(data, np.uint8, row_bytes * height, begin)
        return pixels.reshape(height, row_bytes // 4, 4)[:, :width]

    def close(self) -> None:
        self.server.terminate()
        self.server.wait(PATIENCE_S)


class Visitor:
    """Somebody in front of a window that has just been opened."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.program = subprocess.Popen(
            [sys.executable, "-m", "lifgame", "--windowed", "--size", "1280x720"],
            cwd=ROOT,
            env=screen.environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        title = texts()("program.title")
        found = self.do("search", "--sync", "--onlyvisible", "--name", title)
        self.window = found.split()[0]
        # Without a window manager nobody else hands out the keyboard.
        self.do("windowmove", self.window, "0", "0")
        self.do("windowfocus", "--sync", self.window)
        wait_for(lambda: bool(self.look(self.layout.inject).any()), "a picture")

    @property
    def layout(self):  # type: ignore[no-untyped-def]
        return play_layout(SIZE)

    def do(self, *words: str) -> str:
        return subprocess.run(
            ["xdotool", *words],
            env=self.screen.environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        ).stdout
