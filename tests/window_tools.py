"""A screen of our own, and somebody in front of it: what the window tests share."""

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pygame
from numpy.typing import NDArray

from lifgame.content.palette import Colour
from lifgame.content.palettes import NIGHT
from lifgame.scenes.lab.desk import LabPlaces
from lifgame.scenes.lab.places import lab_places
from lifgame.scenes.leave import LeaveScene
from lifgame.scenes.play.places import play_places
from lifgame.view.look import Look

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1280, 720)
PATIENCE_S = 20.0


def lab_at(size: tuple[int, int] = SIZE) -> LabPlaces:
    """Where everything stands in the Lab, with nothing opened."""
    return lab_places(size, "none", tuning=2, is_tuning=False)


TOOLS = ("Xvfb", "xdotool")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]


def wait_for(
    is_so: Callable[[], bool], what: str, patience_s: float = PATIENCE_S
) -> None:
    deadline_s = time.monotonic() + patience_s
    while not is_so():
        assert time.monotonic() < deadline_s, f"waited {patience_s:g} s for: {what}"
        time.sleep(0.05)


class Display:
    """An X server, and hands on its mouse and its keyboard.

    Attributes:
        environment: For programs that are to be seen there.
    """

    environment: dict[str, str]

    def xdotool(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        )

    def do(self, *words: str) -> str:
        """Let xdotool do it; the answer is what it says."""
        done = self.xdotool(*words)
        assert done.returncode == 0, f"xdotool {' '.join(words)}: {done.stderr}"
        return done.stdout


class Screen(Display):
    """An X server of our own, and what its screen shows."""

    def __init__(self, folder: Path, size: tuple[int, int] = (1400, 900)) -> None:
        self._file = folder / "Xvfb_screen0"
        depth = f"{size[0]}x{size[1]}x24"
        reading, writing = os.pipe()
        # Else the server would begin anew, and turn clients away meanwhile, whenever
        # its last client goes: each call of xdotool is one.
        options = ["-noreset", "-screen", "0", depth, "-nolisten", "tcp", "-ac"]
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-fbdir", str(folder), *options],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        is_ready = bool(select.select([reading], [], [], PATIENCE_S)[0])
        with os.fdopen(reading) as answer:
            # To the line's end: it comes in pieces, and Xvfb dies of a closed pipe.
            number = answer.readline().strip() if is_ready else ""
        assert number, "Xvfb did not start"
        self.settings = folder / "config" / "lifgame" / "settings.json"
        self.environment = {
            **os.environ,
            # Nobody's own settings are read or written.
            "XDG_CONFIG_HOME": str(folder / "config"),
            "SDL_AUDIODRIVER": "dummy",
            "DISPLAY": f":{number}",
            "SDL_VIDEODRIVER": "x11",
            # Spares the probe whether to do so, which opens the window twice.
            "SDL_FRAMEBUFFER_ACCELERATION": "0",
        }

    def picture(self) -> NDArray[np.uint8]:
        """The screen's pixels: rows, columns, and red, green, blue.

        The file is an X window dump: a header of big-endian numbers, among them its
        own length (1st), the picture's height (6th), a row's bytes (13th) and how many
        colours of 12 bytes each stand before the pixels (20th).
        """
        data = self._file.read_bytes()
        header = [int(number) for number in np.frombuffer(data, ">u4", 25)]
        begin = header[0] + 12 * header[19]
        pixels = np.frombuffer(data, np.uint8, header[12] * header[5], begin)
        return pixels.reshape(header[5], -1, 4)[:, :, 2::-1]

    def close(self) -> None:
        self._server.terminate()
        self._server.wait(PATIENCE_S)


class Visitor:
    """Somebody in front of a window that has just been opened."""

    def __init__(
        self, screen: Screen, *options: str, ahead: Sequence[str] = ()
    ) -> None:
        self.screen = screen
        command = [sys.executable, "-m", "lifgame", "--windowed", "--size", "1280x720"]
        self.program = subprocess.Popen(
            [*ahead, *command, *options],
            cwd=ROOT,
            env=screen.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.window = ""

    def arrive(self) -> None:
        """Wait for the window, and take the keyboard."""
        wait_for(self.finds_window, "a window")
        self.do("windowmove", self.window, "0", "0")
        # Without a window manager nobody else hands out the keyboard.
        self.do("windowfocus", "--sync", self.window)
        wait_for(lambda: self.is_shown(play_places(SIZE).hold), "the Play screen")

    def go_to_the_lab(self) -> None:
        """Patterns and sliders are there."""
        self.key("v")
        wait_for(lambda: self.is_shown(lab_at().hold), "the Lab")

    def go_back_to_play(self) -> None:
        """From wherever Esc leads there."""
        self.key("Escape")
        wait_for(lambda: self.is_shown(play_places(SIZE).hold), "the Play screen")

    def leave_by_keys(self) -> None:
        """From Play: answer the question with yes, which is the second answer."""
        self.key("Escape")
        card = LeaveScene.area(SIZE, Look(unit=SIZE[1] / 1080))
        wait_for(lambda: self.share_of(NIGHT.panel, card) > 0.3, "the question")
        self.key("Right", "Return")

    def is_shown(self, hold: pygame.Rect) -> bool:
        """Whether the button to hold stands there."""
        return self.share_of(NIGHT.inject_face, hold) > 0.4

    def finds_window(self) -> bool:
        """Look for the only window on this screen.

        While the program starts, windows come and go, and xdotool fails if one goes
        at which it is just looking.
        """
        assert self.program.poll() is None, self.end()
        search = self.screen.xdotool("search", "--onlyvisible", "--class", ".")
        if search.returncode == 0:
            self.window = search.stdout.split()[0]
        return search.returncode == 0

    def do(self, *words: str) -> None:
        self.screen.do(*words)

    def key(self, *names: str) -> None:
        self.do("key", *names)

    def move_to(self, point: tuple[int, int]) -> None:
        self.do("mousemove", str(point[0]), str(point[1]))

    def click(self, point: tuple[int, int]) -> None:
        self.move_to(point)
        self.do("click", "1")

    def drag(self, begin: tuple[int, int], end: tuple[int, int]) -> None:
        self.move_to(begin)
        self.do("mousedown", "1")
        self.move_to(((begin[0] + end[0]) // 2, end[1]))
        self.move_to(end)
        self.do("mouseup", "1")

    def look(self, rect: pygame.Rect) -> NDArray[np.uint8]:
        picture = self.screen.picture()
        return picture[rect.top : rect.bottom, rect.left : rect.right].copy()

    def share_of(self, colour: Colour, rect: pygame.Rect) -> float:
        return float((self.look(rect) == colour).all(axis=2).mean())

    def is_selected(self, button: str, size: tuple[int, int] = SIZE) -> bool:
        """Whether a button's face has the colour of a chosen one."""
        rect = lab_at(size).buttons[button]
        return self.share_of(NIGHT.selected, rect) > 0.3

    def knob_x(self, slider: int) -> float:
        """Where the white middle of a slider's knob stands, in pixels."""
        track = lab_at().sliders[slider].track
        is_knob = (self.look(track) == NIGHT.knob).all(axis=2)
        middle: float = np.nonzero(is_knob)[1].mean()
        return track.left + middle

    def end(self) -> tuple[int, str]:
        """Wait until the program has ended; its exit code and what it said."""
        said = self.program.communicate(timeout=PATIENCE_S)
        return self.program.returncode, "".join(said)

    def leave(self) -> None:
        """Whatever has happened: nothing of it is left running."""
        self.program.kill()
        with self.program:
            pass
