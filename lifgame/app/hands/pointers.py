"""Mouse and fingers, turned into commands.

Event attributes are untyped, so each is given a type where it is read, here, in
``keys`` and in ``pads``; a missing one is no accident worth stopping for.
"""

import math

import pygame

from lifgame.app.hands.reach import Reach
from lifgame.session.commands import Command
from lifgame.view.geometry import Pixel
from lifgame.view.widgets.board import MOUSE

LEFT_BUTTON = 1
# A mouse event this soon after a finger, and this near to it, is the same tap.
ECHO_S = 0.5
ECHO_PX = 40
MOST_TAPS = 20
FINGER = "finger "
_FINGER_EVENTS = (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP)
_MOUSE_EVENTS = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP)
_DOWN = (pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN)
_UP = (pygame.MOUSEBUTTONUP, pygame.FINGERUP)
EVENTS = frozenset(_FINGER_EVENTS + _MOUSE_EVENTS)
PRESSES = _DOWN
MOTIONS = (pygame.MOUSEMOTION, pygame.FINGERMOTION)


class Pointers:
    """Each finger and the mouse is a hand of its own."""

    def __init__(self) -> None:
        self._taps = Taps()

    def update(self, elapsed_s: float) -> None:
        """Let real time pass."""
        self._taps.update(elapsed_s)

    def commands(self, event: pygame.event.Event, reach: Reach) -> list[Command]:
        """What one event asks for: who it is, where, and down, moving or up."""
        board, session = reach.board, reach.session
        if event.type in _FINGER_EVENTS:
            who = finger_name(event)
            point = reach.viewport.finger(*finger_place(event))
            self._taps.finger(point)
        else:
            who, point = MOUSE, reach.viewport.to_canvas(getattr(event, "pos", (0, 0)))
            is_other_button = getattr(event, "button", LEFT_BUTTON) != LEFT_BUTTON
            is_echo = getattr(event, "touch", False) or self._taps.is_echo(point)
            if is_other_button or (is_echo and not reach.held.of(MOUSE)):
                return []
        if event.type in _DOWN:
            commands = board.press(session, who, point)
            reach.held.presses += reach.held.of(who) is not None
            return commands
        if event.type in _UP:
            return board.release(session, who, point)
        return board.move(session, who, point)


def finger_name(event: pygame.event.Event) -> str:
    """A finger's own name, different on every touch screen."""
    screen, finger = getattr(event, "touch_id", 0), getattr(event, "finger_id", 0)
    return f"{FINGER}{screen}/{finger}"


def finger_place(event: pygame.event.Event) -> tuple[float, float]:
    """Where a finger is, each from 0 to 1 across the window."""
    return _share(getattr(event, "x", 0.0)), _share(getattr(event, "y", 0.0))


def _share(value: object) -> float:
    """A place from 0 to 1; a broken driver may send anything."""
    number = float(value) if isinstance(value, int | float) else 0.0
    return min(max(number, 0.0), 1.0) if math.isfinite(number) else 0.0


class Taps:
    """Remembers where fingers were: some drivers say the same again as a mouse."""

    def __init__(self) -> None:
        self._recent: list[tuple[float, Pixel]] = []
        self._now_s = 0.0

    def update(self, elapsed_s: float) -> None:
        """Let real time pass."""
        self._now_s += max(elapsed_s, 0.0)
        self._recent = [
            (at_s, point) for at_s, point in self._recent if self._now_s - at_s < ECHO_S
        ]

    def finger(self, point: Pixel) -> None:
        self._recent = [*self._recent[-MOST_TAPS:], (self._now_s, point)]

    def is_echo(self, point: Pixel) -> bool:
        """Whether a finger was here just now."""
        return any(
            abs(point[0] - at[0]) + abs(point[1] - at[1]) < ECHO_PX
            for _, at in self._recent
        )
