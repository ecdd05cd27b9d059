"""Signs of life: which events come from a visitor, and which from a thing.

A book on the keyboard, a palm that never lifts, a stick that rests off its centre, a
mouse that trembles on its table: none of them is somebody. What counts is a change
that is large enough and quick enough to have been made on purpose.
"""

from collections.abc import Sequence

import pygame

from lifgame.app.hands.pointers import finger_name, finger_place
from lifgame.content.pads import AXIS_FULL

# So far must a mouse or a finger go, in pixels, and an axis, of 1 ...
MOUSE_PX = 4.0
FINGER_PX = 12.0
AXIS_SHARE = 0.35
# ... within this time; slower is drift.
SOON_S = 2.0
# Nobody mashes one button so long without resting once.
RESTLESS_S = 300.0
# As many hands as a crowd has; what a mad device names beyond that is not remembered.
MOST_HANDS = 200

_KEYS = (pygame.KEYDOWN, pygame.KEYUP)
_FINGERS = (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP)
_MOUSE = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
_BUTTON_DOWN = (
    pygame.MOUSEBUTTONDOWN,
    pygame.CONTROLLERBUTTONDOWN,
    pygame.JOYBUTTONDOWN,
)
_BUTTON_UP = (pygame.MOUSEBUTTONUP, pygame.CONTROLLERBUTTONUP, pygame.JOYBUTTONUP)
_DOWN = (pygame.KEYDOWN, pygame.FINGERDOWN, *_BUTTON_DOWN)
_UP = (pygame.KEYUP, pygame.FINGERUP, *_BUTTON_UP)
_AXES = (pygame.CONTROLLERAXISMOTION, pygame.JOYAXISMOTION)
_MOVES = (pygame.MOUSEMOTION, pygame.FINGERMOTION, *_AXES)
_TURNS = (pygame.MOUSEWHEEL, pygame.JOYHATMOTION)
# What does something, besides letting go.
ACTIONS = frozenset((*_DOWN, *_MOVES, *_TURNS))


def without_actions(
    events: Sequence[pygame.event.Event],
) -> list[pygame.event.Event]:
    """The events without what acts: letting go, and what the window says, stays."""
    return [event for event in events if event.type not in ACTIONS]


class Signs:
    """Remembers what is down, where everything rests, and what never rests."""

    def __init__(self) -> None:
        self._down: set[str] = set()
        self._places: dict[str, tuple[float, float]] = {}
        self._rests: dict[str, tuple[float, float]] = {}
        self._busy_s: dict[str, tuple[float, float]] = {}
        self._now_s = 0.0
        self._next_s = SOON_S

    def are_in(
        self,
        events: Sequence[pygame.event.Event],
        size: tuple[int, int],
        elapsed_s: float,
    ) -> bool:
        """Whether somebody showed a sign of life.

        Args:
            events: What happened in a frame.
            size: The window's, in pixels.
            elapsed_s: Real seconds since the last call.
        """
        self._now_s += max(elapsed_s, 0.0)
        if self._now_s >= self._next_s:
            # Where things are now is where they rest: drift never adds up.
            self._next_s = self._now_s + SOON_S
            self._rests = dict(self._places)
        # Every event is looked at: each tells where something is from now on.
        signs = [event for event in events if self._is_sign(event, size)]
        return bool(signs)

    def _is_sign(self, event: pygame.event.Event, size: tuple[int, int]) -> bool:
        hand, is_sign = _hand(event), False
        if event.type in _DOWN:
            is_sign = self._goes_down(hand, event, size)
        elif event.type in _UP:
            is_sign = hand in self._down
            self._down.discard(hand)
        elif event.type in _MOVES:
            is_sign = self._moves(hand, event, size)
        elif event.type in _TURNS:
            is_sign = True
        return is_sign and self._is_somebody(hand)

    def _goes_down(
        self, hand: str, event: pygame.event.Event, size: tuple[int, int]
    ) -> bool:
        if hand in self._down or len(self._down) >= MOST_HANDS:
            return False
        self._down.add(hand)
        if event.type == pygame.FINGERDOWN:
            self._places[hand] = self._rests[hand] = _place(event, size)
        return True

    def _moves(
        self, hand: str, event: pygame.event.Event, size: tuple[int, int]
    ) -> bool:
        place = _place(event, size)
        if hand not in self._rests:
            # Where it was before nobody knows; a stuck axis says so once.
            if len(self._rests) < MOST_HANDS:
                self._places[hand] = self._rests[hand] = place
            return False
        self._places[hand] = place
        rest = self._rests[hand]
        if max(abs(place[0] - rest[0]), abs(place[1] - rest[1])) < _least(event):
            return False
        self._rests[hand] = place
        return True

    def _is_somebody(self, hand: str) -> bool:
        """What acts for minutes and never rests is a broken thing."""
        since_s, last_s = self._busy_s.get(hand, (self._now_s, self._now_s))
        if self._now_s - last_s >= SOON_S:
            since_s = self._now_s
        if hand in self._busy_s or len(self._busy_s) < MOST_HANDS:
            self._busy_s[hand] = since_s, self._now_s
        return self._now_s - since_s < RESTLESS_S


def _hand(event: pygame.event.Event) -> str:
    """Who acts: a key, a finger, the mouse, one button or axis of a pad."""
    if event.type in _KEYS:
        return f"key {getattr(event, 'scancode', 0)} {getattr(event, 'key', 0)}"
    if event.type in _FINGERS:
        return finger_name(event)
    if event.type == pygame.MOUSEMOTION:
        return "mouse"
    pad = getattr(event, "instance_id", None)
    if event.type in _AXES:
        return f"pad {pad} axis {getattr(event, 'axis', 0)}"
    # The two kinds of button events of one pad are two hands, which harms nobody.
    return f"{pad} button {getattr(event, 'button', 0)} {event.type in _MOUSE}"


def _place(event: pygame.event.Event, size: tuple[int, int]) -> tuple[float, float]:
    if event.type in _FINGERS:
        x, y = finger_place(event)
        return x * size[0], y * size[1]
    if event.type == pygame.MOUSEMOTION:
        x, y = getattr(event, "pos", (0, 0))
        return float(x), float(y)
    value = float(getattr(event, "value", 0.0))
    is_controller = event.type == pygame.CONTROLLERAXISMOTION
    return (value / AXIS_FULL if is_controller else value), 0.0


def _least(event: pygame.event.Event) -> float:
    """How far such a thing must go to have been moved on purpose."""
    if event.type == pygame.MOUSEMOTION:
        return MOUSE_PX
    return FINGER_PX if event.type == pygame.FINGERMOTION else AXIS_SHARE
