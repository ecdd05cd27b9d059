"""The operator's way in: one finger held in a corner, or a chord of keys.

A visitor finds neither by chance: three seconds, alone, in one place.
"""

from collections.abc import Sequence

import pygame

from lifgame.app.hands.pointers import finger_name, finger_place

# The corner's side, in design units of a screen of 1080 lines, and a finger's least.
CORNER, LEAST_PX = 120.0, 72.0
LINES = 1080.0
HOLD_S = 3.0
CHORD = (pygame.KMOD_CTRL, pygame.KMOD_ALT, pygame.KMOD_SHIFT)
CHORD_KEY = pygame.K_o
_DOWN = (pygame.FINGERDOWN, pygame.MOUSEBUTTONDOWN)
_MOVES = (pygame.FINGERMOTION, pygame.MOUSEMOTION)
_UP = (pygame.FINGERUP, pygame.MOUSEBUTTONUP)


class WayIn:
    """Follows who holds the corner or the chord.

    Attributes:
        held_s: For how long one has been held.
    """

    def __init__(self) -> None:
        self._down: dict[str, bool] = {}
        self._has_chord = False
        self.held_s = 0.0

    def let_go(self) -> None:
        """Whatever interrupts."""
        self._down.clear()
        self._has_chord, self.held_s = False, 0.0

    def is_open(
        self,
        events: Sequence[pygame.event.Event],
        size: tuple[int, int],
        elapsed_s: float,
        turned: int = 0,
    ) -> bool:
        """Take a frame's events; whether it was held for long enough just now.

        Args:
            events: What happened.
            size: The window's, in pixels.
            elapsed_s: Real seconds since the last call.
            turned: How far the picture is turned in the window, clockwise, in degrees.
        """
        for event in events:
            self._take(event, size, turned)
        alone = len(self._down) == 1 and all(self._down.values())
        if not alone and not self._has_chord:
            self.held_s = 0.0
            return False
        before, self.held_s = self.held_s, self.held_s + elapsed_s
        return before < HOLD_S <= self.held_s

    def _take(
        self, event: pygame.event.Event, size: tuple[int, int], turned: int
    ) -> None:
        if event.type == pygame.WINDOWFOCUSLOST:
            self.let_go()
        elif event.type in _DOWN:
            if len(self._down) < 100:
                self._down[_who(event)] = in_corner(_place(event, size), size, turned)
        elif event.type in _MOVES and _who(event) in self._down:
            self._down[_who(event)] &= in_corner(_place(event, size), size, turned)
        elif event.type in _UP:
            self._down.pop(_who(event), None)
        elif event.type in (pygame.KEYDOWN, pygame.KEYUP):
            self._take_key(event)

    def _take_key(self, event: pygame.event.Event) -> None:
        modifiers = int(getattr(event, "mod", 0))
        is_key = getattr(event, "key", 0) == CHORD_KEY
        is_down = event.type == pygame.KEYDOWN
        if is_key:
            self._has_chord = is_down and all(modifiers & one for one in CHORD)
        elif not all(modifiers & one for one in CHORD):
            self._has_chord = False


def corner_px(size: tuple[int, int]) -> float:
    """The side of the corner in pixels."""
    return max(LEAST_PX, CORNER * min(size) / LINES)


def in_corner(place: tuple[float, float], size: tuple[int, int], turned: int) -> bool:
    """Whether a point of the window is in the picture's upper left corner."""
    side = corner_px(size)
    x, y = place
    if turned in (90, 180):
        x = size[0] - 1 - x
    if turned in (180, 270):
        y = size[1] - 1 - y
    return 0 <= x < side and 0 <= y < side


def _who(event: pygame.event.Event) -> str:
    if event.type in (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP):
        return finger_name(event)
    return "mouse"


def _place(event: pygame.event.Event, size: tuple[int, int]) -> tuple[float, float]:
    if _who(event) != "mouse":
        x, y = finger_place(event)
        return x * size[0], y * size[1]
    x, y = getattr(event, "pos", (-1, -1))
    return float(x), float(y)
