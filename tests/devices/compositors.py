"""Wayland compositors in a window of an X server, and the program inside them."""

import re
import subprocess

from window_tools import Screen, wait_for

from devices.machine import Processes, User
from devices.pictures import STILL, Picture, expected, wrong_pixels

COMPOSITORS = ("cage", "weston")
# Native, and through Xwayland.
DRIVERS = ("wayland", "x11")
STARTS_IN_S = 30.0
KEY_S = 4.0
_CAGE = {
    "WLR_BACKENDS": "x11",
    "WLR_RENDERER": "pixman",
    "WLR_LIBINPUT_NO_DEVICES": "1",
}
_WESTON = [
    "weston",
    "--backend=x11-backend.so",
    "--socket=wayland-test",
    "--idle-time=0",
    "--use-pixman",
    "--no-config",
    "--xwayland",
]


class Compositor:
    """A compositor with the program in it, as somebody in front of it sees them."""

    def __init__(
        self, name: str, driver: str, screen: Screen, user: User, processes: Processes
    ) -> None:
        self._name = name
        self._screen = screen
        self._processes = processes
        self._user = user
        self._environment = user.environment(
            user.folder(f"{name}-{driver}"),
            DISPLAY=screen.environment["DISPLAY"],
            LIBGL_ALWAYS_SOFTWARE="1",
        )
        self._driver = driver
        self.window = ""

    def play(self, *options: str, **environment: str) -> subprocess.Popen[bytes]:
        """Start the compositor, the program in it, and take the keyboard."""
        program = [self._user.python, "-m", "lifgame", *options]
        chosen = {"SDL_VIDEODRIVER": self._driver, **environment}
        if self._name == "cage":
            running = self._start("cage", ["cage", "--", *program], **_CAGE, **chosen)
        else:
            self._start("weston", _WESTON)
            wait_for(lambda: bool(self._xwayland()), "weston", STARTS_IN_S)
            inner = {"WAYLAND_DISPLAY": "wayland-test", "DISPLAY": self._xwayland()}
            running = self._start("program", program, **inner, **chosen)
        wait_for(self._finds_window, "the compositor's window", STARTS_IN_S)
        self._screen.do("windowmove", self.window, "0", "0")
        self._screen.do("windowfocus", "--sync", self.window)
        wait_for(self._shows_something, "the program's first picture", STARTS_IN_S)
        return running

    def resize(self, size: tuple[int, int]) -> None:
        """Another resolution: the compositor's window is its whole screen."""
        self._screen.do("windowsize", "--sync", self.window, *map(str, size))

    @property
    def size(self) -> tuple[int, int]:
        said = self._screen.do("getwindowgeometry", "--shell", self.window)
        numbers = dict(re.findall(r"(WIDTH|HEIGHT)=(\d+)", said))
        return int(numbers["WIDTH"]), int(numbers["HEIGHT"])

    def picture(self) -> Picture:
        width, height = self.size
        return self._screen.picture()[:height, :width]

    def shows_still(self) -> bool:
        """Whether every pixel is right, but for those under the mouse pointer."""
        width, height = self.size
        # Weston leaves a pointer where it was first seen until something moves there.
        pointers = (width - 1, height - 1), (width // 2, height // 2)
        right = expected((width, height))
        return wrong_pixels(self.picture(), right, *pointers) == 0

    def open_still(self) -> None:
        """Press its key until it is there: the first presses come before the focus."""
        width, height = self.size
        # Once across, or the compositor does not hear of the pointer.
        self._point_at((width // 2, height // 2))
        self._point_at((width - 1, height - 1))

        def is_pressed() -> bool:
            # Its first moves, too, may come before the compositor looks.
            self._point_at((width - 3, height - 1))
            self._point_at((width - 1, height - 1))
            self._screen.do("key", STILL)
            try:
                wait_for(self.shows_still, "the still screen", KEY_S)
            except AssertionError:
                return False
            return True

        wait_for(is_pressed, f"the still screen, right to the pixel. {self.said()}")

    def said(self) -> str:
        """What the compositor and the program have said."""
        names = ("cage",) if self._name == "cage" else ("weston", "program")
        return "\n".join(self._processes.said(name) for name in names)

    def _point_at(self, point: tuple[int, int]) -> None:
        self._screen.do("mousemove", str(point[0]), str(point[1]))

    def _start(
        self, name: str, command: list[str], **environment: str
    ) -> subprocess.Popen[bytes]:
        whole = self._environment | environment
        return self._processes.start(name, command, env=whole, **self._user.options)

    def _xwayland(self) -> str:
        found = re.search(
            r"listening on display (:\d+)", self._processes.said("weston")
        )
        return found[1] if found else ""

    def _finds_window(self) -> bool:
        search = self._screen.xdotool("search", "--onlyvisible", "--class", ".*")
        # The first is the screen's own.
        _, *windows = sorted(search.stdout.split(), key=int) or ["", ""]
        self.window = windows[-1] if windows else ""
        return bool(self.window)

    def _shows_something(self) -> bool:
        return bool(self.picture().any())
