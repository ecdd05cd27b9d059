"""Wild hands: seeded keys, fingers, mouse, pads, resizes, lost focus and clock jumps.

The same seed does the same, always; it knows nothing of what the game shows.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
import pygame

from lifgame.app.kiosk.signs import SOON_S
from lifgame.content.actions import DEFAULT_KEYS

# The usual lengths of a frame, in seconds, and lengths that no frame should have.
FRAMES_S = (1 / 60, 1 / 30, 1 / 20)
JUMPS_S = (0.0, -1.0, 0.7, 60.0, 3600.0, float("nan"), float("inf"))
SIZES = ((800, 480), (480, 800), (640, 480), (1280, 720), (320, 240), (90, 60), (1, 1))
# Sometimes nobody is there for so long that everything goes back.
QUIET_FRAME_S = 0.2
MOST_FINGERS = 12
MOST_REMEMBERED = 40
_MORE_KEYS = ("f5", "print screen", "f12", "left alt", "left ctrl", "up", "down", "y")
_MODIFIERS = (0, 0, 0, pygame.KMOD_CTRL, pygame.KMOD_ALT, pygame.KMOD_SHIFT)
_PADS = (1, 2)

Events = list[pygame.event.Event]
T = TypeVar("T")


@dataclass(slots=True)
class Turn:
    """What happens in one frame.

    Attributes:
        elapsed_s: Its length.
        events: Its events.
        size: The window's new size, if it has one.
    """

    elapsed_s: float
    events: Events = field(default_factory=list)
    size: tuple[int, int] | None = None


class Monkey:
    """Whatever can be pressed is pressed.

    Attributes:
        last: The last things it did, newest last.
    """

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng(seed)
        names = [*DEFAULT_KEYS.actions(), *_MORE_KEYS]
        self._keys = [pygame.key.key_code(name) for name in names]
        self._down: list[int] = []
        self._fingers: list[int] = []
        self._quiet_s = 0.0
        self.last: deque[str] = deque(maxlen=MOST_REMEMBERED)

    def turn(self, size: tuple[int, int]) -> Turn:
        """The next frame.

        Args:
            size: The window's size in pixels.
        """
        if self._quiet_s > 0.0:
            self._quiet_s -= QUIET_FRAME_S
            return Turn(QUIET_FRAME_S)
        turn = Turn(self._one(FRAMES_S))
        chance = float(self._rng.random())
        if chance < 0.0005:
            self._go(turn)
        elif chance < 0.003:
            turn.size = self._one(SIZES)
            self._note(f"resize {turn.size}")
        elif chance < 0.008:
            turn.elapsed_s = self._one(JUMPS_S)
            self._note(f"a frame of {turn.elapsed_s} s")
        elif chance < 0.30:
            turn.events += self._one(_ACTS)(self, size)
        for event in turn.events:
            self._note(f"{pygame.event.event_name(event.type)} {event.dict}")
        return turn

    def _go(self, turn: Turn) -> None:
        """Go away: let go of everything, or of almost everything."""
        self._quiet_s = float(self._rng.uniform(SOON_S, 60.0))
        self._note(f"away for {self._quiet_s:.0f} s")
        if self._rng.random() < 0.7:
            turn.events += self._let_go_all()

    def _let_go_all(self) -> Events:
        events = [_key(pygame.KEYUP, code) for code in self._down]
        events += [_finger(pygame.FINGERUP, n, 0.5, 0.5) for n in self._fingers]
        events.append(_mouse(pygame.MOUSEBUTTONUP, (1, 1)))
        self._down.clear()
        self._fingers.clear()
        return events

    def _note(self, words: str) -> None:
        self.last.append(words)

    def _one(self, choices: Sequence[T]) -> T:
        return choices[int(self._rng.integers(len(choices)))]

    # --- what it does ---------------------------------------------------------

    def _tap(self, size: tuple[int, int]) -> Events:
        del size
        code, mod = self._one(self._keys), self._one(_MODIFIERS)
        return [_key(pygame.KEYDOWN, code, mod), _key(pygame.KEYUP, code, mod)]

    def _hold(self, size: tuple[int, int]) -> Events:
        """Press a key and keep it, or let the oldest go."""
        del size
        if len(self._down) > 4:
            return [_key(pygame.KEYUP, self._down.pop(0))]
        self._down.append(self._one(self._keys))
        return [_key(pygame.KEYDOWN, self._down[-1])]

    def _touch(self, size: tuple[int, int]) -> Events:
        """A finger goes down, moves, comes up, or comes up without having been down."""
        del size
        finger = int(self._rng.integers(MOST_FINGERS))
        x, y = (float(share) for share in self._rng.random(2))
        kinds = (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP)
        kind = self._one(kinds)
        if kind == pygame.FINGERDOWN:
            self._fingers.append(finger)
        return [_finger(kind, finger, x, y)]

    def _press(self, size: tuple[int, int]) -> Events:
        """A tap of a finger: what visitors do most."""
        del size
        finger = int(self._rng.integers(MOST_FINGERS))
        x, y = (float(share) for share in self._rng.random(2))
        kinds = (pygame.FINGERDOWN, pygame.FINGERUP)
        return [_finger(kind, finger, x, y) for kind in kinds]

    def _mouse(self, size: tuple[int, int]) -> Events:
        point = (int(self._rng.integers(size[0])), int(self._rng.integers(size[1])))
        kinds = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP)
        return [_mouse(self._one(kinds), point)]

    def _pad(self, size: tuple[int, int]) -> Events:
        del size
        pad = self._one(_PADS)
        kind = self._one(
            (
                pygame.CONTROLLERBUTTONDOWN,
                pygame.CONTROLLERBUTTONUP,
                pygame.JOYBUTTONDOWN,
                pygame.JOYBUTTONUP,
                pygame.JOYDEVICEREMOVED,
            )
        )
        button = int(self._rng.integers(16))
        return [pygame.event.Event(kind, instance_id=pad, button=button)]

    def _axis(self, size: tuple[int, int]) -> Events:
        del size
        axis, value = int(self._rng.integers(6)), float(self._rng.uniform(-1, 1))
        pad = self._one(_PADS)
        value = 0.0 if self._rng.random() < 0.4 else value
        kind = pygame.JOYAXISMOTION
        return [pygame.event.Event(kind, instance_id=pad, axis=axis, value=value)]

    def _lose_focus(self, size: tuple[int, int]) -> Events:
        del size
        self._down.clear()
        self._fingers.clear()
        return [pygame.event.Event(pygame.WINDOWFOCUSLOST)]

    def _flood(self, size: tuple[int, int]) -> Events:
        """A book falls onto the keyboard."""
        return [event for _ in range(100) for event in self._tap(size)]


def _key(kind: int, code: int, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(kind, key=code, mod=mod, scancode=0, unicode="")


def _finger(kind: int, finger: int, x: float, y: float) -> pygame.event.Event:
    return pygame.event.Event(kind, touch_id=1, finger_id=finger, x=x, y=y)


def _mouse(kind: int, point: tuple[int, int]) -> pygame.event.Event:
    return pygame.event.Event(kind, pos=point, button=1, touch=False)


_ACTS: tuple[Callable[[Monkey, tuple[int, int]], Events], ...] = (
    *(Monkey._press,) * 8,
    *(Monkey._touch,) * 6,
    *(Monkey._tap,) * 6,
    *(Monkey._hold,) * 3,
    *(Monkey._mouse,) * 5,
    *(Monkey._pad,) * 4,
    *(Monkey._axis,) * 2,
    Monkey._lose_focus,
    Monkey._flood,
)
