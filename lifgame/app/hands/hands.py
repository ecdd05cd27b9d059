"""All hands: keyboard, pointers and pads behind one door."""

from collections.abc import Sequence

import pygame

from lifgame.app.hands import pads, pointers
from lifgame.app.hands.keys import Keys
from lifgame.app.hands.pads import Pads
from lifgame.app.hands.pointers import Pointers
from lifgame.app.hands.reach import Reach
from lifgame.content.actions import DEFAULT_KEYS, KeyMap
from lifgame.content.pads import DEFAULT_BUTTONS, ButtonTable
from lifgame.session import commands as c

# More presses than this in one frame are no person's; letting go always counts.
MOST_PRESSES = 40
_PRESSES = frozenset((pygame.KEYDOWN, *pointers.PRESSES, *pads.PRESSES))
_MOTIONS = frozenset(
    (*pointers.MOTIONS, pygame.JOYAXISMOTION, pygame.CONTROLLERAXISMOTION)
)


class Hands:
    """Turns events into commands; what is held is written down in ``Held``.

    Attributes:
        has_typed: Whether a key was ever pressed: else there may be no keyboard, and
            no key needs to be shown.
    """

    def __init__(
        self, keys: KeyMap = DEFAULT_KEYS, buttons: ButtonTable = DEFAULT_BUTTONS
    ) -> None:
        self._keys = Keys(keys)
        self.has_typed = False
        self._pads = Pads(buttons)
        self._pointers = Pointers()

    @property
    def keys(self) -> KeyMap:
        return self._keys.keys

    def meaning(self, event: pygame.event.Event) -> str:
        """The id of the action that a key or a button has; empty for none."""
        if event.type in (pygame.KEYDOWN, pygame.KEYUP):
            return self._keys.meaning(event)
        return self._pads.meaning(event)

    def commands(self, event: pygame.event.Event, reach: Reach) -> list[c.Command]:
        """What one event asks for."""
        kind = event.type
        if kind in pointers.EVENTS:
            return self._pointers.commands(event, reach)
        if kind == pygame.KEYDOWN:
            self.has_typed = True
            return self._keys.down(event, reach)
        if kind == pygame.KEYUP:
            return self._keys.up(event, reach)
        if kind == pygame.WINDOWFOCUSLOST:
            return reach.held.let_go_all()
        if kind == pygame.QUIT:
            return [c.Quit()]
        return self._pads.commands(event, reach)

    def update(self, reach: Reach, elapsed_s: float) -> list[c.Command]:
        """Let time pass for what is held."""
        self._pointers.update(elapsed_s)
        return reach.held.update(elapsed_s)


def bounded(events: Sequence[pygame.event.Event]) -> list[pygame.event.Event]:
    """The events that a frame can carry: its work has a limit, whatever comes.

    Of a run of movements of one pointer or axis only the last is kept, of a flood of
    presses the first; nothing that lets go is ever left out.
    """
    kept: list[pygame.event.Event] = []
    presses = 0
    for event in events:
        if event.type in _PRESSES:
            presses += 1
            if presses > MOST_PRESSES:
                continue
        if event.type in _MOTIONS and kept and _same_mover(event, kept[-1]):
            kept[-1] = event
            continue
        kept.append(event)
    return kept


def _same_mover(event: pygame.event.Event, other: pygame.event.Event) -> bool:
    names = ("touch_id", "finger_id", "instance_id", "axis")
    return event.type == other.type and all(
        getattr(event, name, None) == getattr(other, name, None) for name in names
    )
