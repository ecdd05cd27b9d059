"""The window: opening it, filling the screen, and the cheapest way to present."""

import os
import time
from collections.abc import Sequence

import pygame

from lifgame.app.exits import NO_DISPLAY, ExitError
from lifgame.content.texts import shipped_texts

DEFAULT_SIZE = (1280, 720)
UNSEEN_DRIVERS = ("offscreen", "dummy")
PROBE_FLIPS = 5
# A mouse that trembles by less does not show its pointer.
MOVED_PX = 3
# A flip that costs this much processor time is drawn in software behind our back.
DEAR_FLIP_S = 0.004
_FRAMEBUFFER_HINT = "SDL_FRAMEBUFFER_ACCELERATION"
PLAIN = "0"
NO_DISPLAY_MESSAGE = (
    "no display to open a window on. Without one, try: "
    "lifgame simulate, lifgame fi-curve, lifgame screenshot, lifgame record, "
    "lifgame export, lifgame worksheet or lifgame bench"
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

    def __init__(
        self, size: tuple[int, int] | None, *, fullscreen: bool, display: int = 0
    ) -> None:
        self._size = size or DEFAULT_SIZE
        self._wanted_display = display
        self._is_closed_off = False
        _init_display()
        self.is_fullscreen = fullscreen
        self._open()
        if _may_be_plain() and _flip_cost_s() > DEAR_FLIP_S:
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

    def close_off(self) -> None:
        """Keep the keyboard, and show no pointer until a mouse moves."""
        self._is_closed_off = True
        # With the kiosk's hint, which takes the keyboard too. In a window one only
        # tries it out, and wants to get away.
        pygame.event.set_grab(self.is_fullscreen)
        self._hide_pointer()

    def follow_pointer(self, events: Sequence[pygame.event.Event]) -> None:
        """The pointer is seen as long as a mouse is used, and hidden by a finger."""
        kinds = {event.type for event in events}
        if pygame.FINGERDOWN in kinds:
            self._hide_pointer()
        elif any(_is_moved(event) for event in events):
            pygame.mouse.set_cursor(pygame.SYSTEM_CURSOR_ARROW)

    @staticmethod
    def _hide_pointer() -> None:
        # A pointer that SDL hides may be caught in the window; this one is only clear.
        clear = pygame.Surface((8, 8), pygame.SRCALPHA)
        pygame.mouse.set_cursor(pygame.Cursor((0, 0), clear))

    def present(self, changed: list[pygame.Rect]) -> None:
        """Bring the painted areas to the screen."""
        pygame.display.update(changed)

    def _open(self) -> None:
        title = shipped_texts()("program.title")
        try:
            if self.is_fullscreen:
                pygame.display.set_mode(
                    (0, 0), pygame.FULLSCREEN, display=self._display
                )
            else:
                pygame.display.set_mode(
                    self._size, pygame.RESIZABLE, display=self._display
                )
        except pygame.error as error:
            raise ExitError(NO_DISPLAY, f"cannot open a window: {error}") from error
        pygame.display.set_caption(title)
        # Hotkeys are no text: an input method must not swallow them.
        pygame.key.stop_text_input()
        pygame.event.set_blocked(_BLOCKED)
        if self._is_closed_off:
            self.close_off()

    @property
    def _display(self) -> int:
        """The wanted screen; the first where there is no such."""
        wanted = self._wanted_display
        return wanted if wanted < len(pygame.display.get_desktop_sizes()) else 0

    def _reopen_plain(self) -> None:
        """Present through plain memory instead of OpenGL drawn in software."""
        os.environ[_FRAMEBUFFER_HINT] = PLAIN
        pygame.display.quit()
        _init_display()
        self._open()


def _is_moved(event: pygame.event.Event) -> bool:
    """Whether somebody moved a mouse, and no finger made its event."""
    if event.type != pygame.MOUSEMOTION or getattr(event, "touch", False):
        return False
    rel = getattr(event, "rel", (0, 0))
    return max(abs(int(rel[0])), abs(int(rel[1]))) >= MOVED_PX


def _init_display() -> None:
    try:
        pygame.display.init()
    except pygame.error as error:
        raise ExitError(NO_DISPLAY, NO_DISPLAY_MESSAGE) from error
    # Without a screen, SDL runs on unseen; nobody wants that from a window.
    if pygame.display.get_driver() in UNSEEN_DRIVERS:
        pygame.display.quit()
        raise ExitError(NO_DISPLAY, NO_DISPLAY_MESSAGE)
    is_asked = os.environ.get(_FRAMEBUFFER_HINT) == PLAIN
    if is_asked and pygame.display.get_driver() == "wayland":
        # Set for every program, and right under X11; here no window would open.
        del os.environ[_FRAMEBUFFER_HINT]
    pygame.font.init()


def _may_be_plain() -> bool:
    """Whether plain memory can be asked for: only X11 offers it to everybody."""
    is_free = _FRAMEBUFFER_HINT not in os.environ
    return is_free and pygame.display.get_driver() == "x11"


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
