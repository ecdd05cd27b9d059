"""The picture is whole after other resolutions, and after it was out of sight."""

import subprocess
import sys
from pathlib import Path

import pytest
from window_tools import wait_for

from devices.machine import ROOT, Processes, is_root, needs
from devices.pictures import STILL, expected, wrong_pixels
from devices.touch import MODES, TouchScreen

HD, FULL_HD, SMALL = MODES
PROGRAM, COVERING = "lifgame", "covering"
# A window of somebody else, until it is ended.
COVER = """
import time, pygame
pygame.display.init()
pygame.display.set_mode((400, 300), pygame.NOFRAME)
while True:
    pygame.event.get()
    pygame.display.flip()
    time.sleep(0.05)
"""


def find(screen: TouchScreen, kind: str) -> str:
    """Wait for a window of a class, and answer with its number."""
    found = screen.do("search", "--sync", "--onlyvisible", "--class", f"^{kind}$")
    return found.split()[-1]


class Stage:
    """The program on the whole screen, before a window manager."""

    def __init__(self, screen: TouchScreen, processes: Processes) -> None:
        self._screen = screen
        self._processes = processes
        self.start("openbox", ["openbox"])
        self.start(PROGRAM, [sys.executable, "-m", "lifgame"])
        self.window = find(screen, PROGRAM)
        wait_for(self._opens_still, "the still screen", 30.0)

    def start(self, name: str, command: list[str]) -> subprocess.Popen[bytes]:
        environment = self._screen.environment | {"SDL_VIDEO_X11_WMCLASS": name}
        return self._processes.start(name, command, cwd=ROOT, env=environment)

    def is_whole(self) -> bool:
        shown = self._screen.picture()
        return wrong_pixels(shown, expected(self._screen.size)) == 0

    def waits_until_whole(self, why: str) -> None:
        wait_for(self.is_whole, f"the whole picture {why}", 10.0)

    def _opens_still(self) -> bool:
        self._screen.do("key", STILL)
        try:
            wait_for(self.is_whole, "the still screen", 4.0)
        except AssertionError:
            return False
        return True


@pytest.fixture
def screen(tmp_path: Path, processes: Processes) -> TouchScreen:
    needs("Xorg", "import", "openbox", "xdotool", "xrandr")
    if not is_root():
        pytest.skip("Xorg with modes of its own needs root")
    return TouchScreen(tmp_path, processes)


def test_four_changes_of_resolution(screen: TouchScreen, processes: Processes) -> None:
    stage = Stage(screen, processes)
    for size in (FULL_HD, SMALL, FULL_HD, HD):
        screen.change_size(size)
        stage.waits_until_whole(f"at {size}")


def test_minimised_and_back_and_covered_and_free_again(
    screen: TouchScreen, processes: Processes
) -> None:
    stage = Stage(screen, processes)
    screen.do("windowminimize", "--sync", stage.window)
    wait_for(lambda: not stage.is_whole(), "the empty screen")
    screen.do("windowmap", "--sync", stage.window)
    screen.do("windowactivate", stage.window)
    stage.waits_until_whole("after it was minimised")

    cover = stage.start(COVERING, [sys.executable, "-c", COVER])
    window = find(screen, COVERING)
    screen.do("windowraise", window)
    screen.do("windowactivate", window)
    wait_for(lambda: not stage.is_whole(), "a window over it")
    cover.kill()
    stage.waits_until_whole("after it was covered")
