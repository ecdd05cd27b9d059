"""The window: opening it, filling the screen, and the cheapest way to present."""

import os
import time

import pygame

from lifgame.app.exits import NO_DISPLAY, ExitError
from lifgame.content.texts import shipped_texts

DEFAULT_SIZE = (1280, 720)
UNSEEN_DRIVERS = ("offscreen", "dummy")
PROBE_FLIPS = 5
# A flip that costs this much processor time is drawn in software behind our back.
DEAR_FLIP_S = 0.004
_HINTS = {
    # A finger is a finger: no mouse events made of touches, nor the reverse.
    "SDL_TOUCH_MOUSE_EVENTS": "0",
    "SDL_MOUSE_TOUCH_EVENTS": "0",
    # The first click on an unfocused window counts.
    "SDL_MOUSE_FOCUS_CLICKTHROUGH": "1",
    "SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS": "0",
    "SDL_WINDOWS_DPI_AWARENESS": "permonitorv2",
    # Signals are ours: SDL's QUIT event gets lost when its queue is full.
    "SDL_NO_SIGNAL_HANDLERS": "1",
}
_FRAMEBUFFER_HINT = "SDL_FRAMEBUFFER_ACCELERATION"
NO_DISPLAY_MESSAGE = (
    "no display to open a window on. Without one, try: "
    "lifgame simulate, lifgame screenshot, lifgame record, lifgame export, "
    "lifgame worksheet or lifgame bench"
)
_BLOCKED = (
    pygame.TEXTINPUT,
    pygame.TEXTEDITING,
    pygame.DROPFILE,
    pygame.DROPTEXT,
    pygame.DROPBEGIN,
    pygame.DROPCOMPLETE,
)


class Window:
    """The program's one window."""

    def __init__(self, size: tuple[int, int] | None, *, fullscreen: bool) -> None:
        self._size = size or DEFAULT_SIZE
        for name, value in _HINTS.items():
            os.environ.setdefault(name, value)
        _init_display()
        self.is_fullscreen = fullscreen
        self._open()
        if _FRAMEBUFFER_HINT not in os.environ and _flip_cost_s() > DEAR_FLIP_S:
            self._reopen_plain()

    @property
    def surface(self) -> pygame.Surface:
        """The window's surface; another one after every resize."""
        surface = pygame.display.get_surface()
        assert surface is not None
        return surface

    def set_fullscreen(self, *, fullscreen: bool) -> None:
        """Fill the screen, or go back to a window of the former size."""
        if fullscreen == self.is_fullscreen:
            return
        if fullscreen:
            self._size = self.surface.get_size()
        self.is_fullscreen = fullscreen
        self._open()

    def present(self, changed: list[pygame.Rect]) -> None:
        """Bring the painted areas to the screen."""
        pygame.display.update(changed)

    def _open(self) -> None:
        title = shipped_texts()("program.title")
        try:
            if self.is_fullscreen:
                pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
            else:
                pygame.display.set_mode(self._size, pygame.RESIZABLE)
        except pygame.error as error:
            raise ExitError(NO_DISPLAY, f"cannot open a window: {error}") from error
        pygame.display.set_caption(title)
        # Hotkeys are no text: an input method must not swallow them.
        pygame.key.stop_text_input()
        pygame.event.set_blocked(_BLOCKED)

    def _reopen_plain(self) -> None:
        """Present through plain memory instead of OpenGL drawn in software."""
        os.environ[_FRAMEBUFFER_HINT] = "0"
        pygame.display.quit()
        _init_display()
        self._open()


def _init_display() -> None:
    try:
        pygame.display.init()
    except pygame.error as error:
        raise ExitError(NO_DISPLAY, NO_DISPLAY_MESSAGE) from error
    # Without a screen, SDL runs on unseen; nobody wants that from a window.
    if pygame.display.get_driver() in UNSEEN_DRIVERS:
        pygame.display.quit()
        raise ExitError(NO_DISPLAY, NO_DISPLAY_MESSAGE)
    pygame.font.init()


def _flip_cost_s() -> float:
    """Processor time of one flip; waiting for the screen costs none."""
    before = time.process_time()
    for _ in range(PROBE_FLIPS):
        pygame.display.flip()
    return (time.process_time() - before) / PROBE_FLIPS


def init_headless() -> None:
    """What headless pictures need: key names and fonts, but no screen."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
