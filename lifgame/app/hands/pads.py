"""Gamepads and button boxes, turned into the same commands as keys and fingers.

Every part of a pad - a button, a direction, a trigger - is a hand of its own; when the
pad is pulled out, all of them let go.
"""

from collections.abc import Callable
from functools import partial

import pygame

from lifgame.app.hands.keys import board_of, inject
from lifgame.app.hands.pumps import Seats, pumped
from lifgame.app.hands.reach import Reach
from lifgame.content import pads
from lifgame.content.actions import ACTIONS
from lifgame.content.screens import VIEWS
from lifgame.session import commands as c
from lifgame.session.actions import command_of
from lifgame.session.commands import Command
from lifgame.view.widgets.held import Hold

PAD = "pad "
_DOWN = (pygame.CONTROLLERBUTTONDOWN, pygame.JOYBUTTONDOWN)
_CONTROLLER_BUTTONS = (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP)


def hand_of(pad: int, part: str) -> str:
    """The name under which a part of a pad holds something."""
    return f"{PAD}{pad} {part}"


class Pads:
    """What is known of all pads: which axes can be trusted, and whose they are."""

    def __init__(self, buttons: pads.ButtonTable = pads.DEFAULT_BUTTONS) -> None:
        self._buttons = buttons
        # An axis that was never seen at rest may be a phantom, or stuck.
        self._trusted: set[tuple[int, int]] = set()
        self._seats = Seats(buttons)

    def commands(self, event: pygame.event.Event, reach: Reach) -> list[Command]:
        """What one event asks for; nothing if it is not a pad's."""
        handler = _HANDLERS.get(event.type)
        pad = int(getattr(event, "instance_id", getattr(event, "joy", 0)))
        return handler(self, event, pad, reach) if handler else []

    def _button(
        self, event: pygame.event.Event, pad: int, reach: Reach
    ) -> list[Command]:
        is_controller = event.type in _CONTROLLER_BUTTONS
        button = int(getattr(event, "button", -1))
        hand = hand_of(pad, f"button {button}")
        is_down = event.type in _DOWN
        side = self._seats.side(pad, button, is_controller=is_controller)
        if (pumps := pumped(reach, hand, side, is_down=is_down)) is not None:
            return pumps
        does = self._buttons.of(button, is_controller=is_controller)
        if does is None:
            return []
        reach.held.presses += is_down
        if does in pads.DIRECTIONS:
            return _lean(pad, does, reach, is_down=is_down)
        if does == "press":
            board, session = reach.board, reach.session
            do = board.press_focused if is_down else board.release_focused
            return do(session, hand)
        if does == "inject":
            return inject(reach, hand, float(is_down))
        return _once(does, reach) if is_down else []

    def meaning(self, event: pygame.event.Event) -> str:
        """The id of the action that a button has; empty for none."""
        is_controller = event.type in _CONTROLLER_BUTTONS
        is_plain = event.type in (pygame.JOYBUTTONDOWN, pygame.JOYBUTTONUP)
        if not is_controller and not is_plain:
            return ""
        button = int(getattr(event, "button", -1))
        does = self._buttons.of(button, is_controller=is_controller)
        return does if does in ACTIONS else ""

    def _axis(self, event: pygame.event.Event, pad: int, reach: Reach) -> list[Command]:
        axis = int(getattr(event, "axis", -1))
        value = float(getattr(event, "value", 0.0))
        is_controller = event.type == pygame.CONTROLLERAXISMOTION
        value = value / pads.AXIS_FULL if is_controller else value
        if abs(value) < pads.STICK_CENTRED:
            self._trusted.add((pad, axis))
        if (pad, axis) not in self._trusted:
            return []
        if is_controller and axis in pads.TRIGGER_AXES:
            share = value if value > pads.TRIGGER_REST else 0.0
            return inject(reach, hand_of(pad, f"trigger {axis}"), share)
        if axis not in pads.STICK_AXES:
            return []
        names = ("left", "right") if pads.STICK_AXES[axis] == "x" else ("up", "down")
        return _stick(pad, names, value, reach)

    def _hat(self, event: pygame.event.Event, pad: int, reach: Reach) -> list[Command]:
        x, y = getattr(event, "value", (0, 0))
        # A hat counts upwards, the screen downwards.
        across, down = float(x), -float(y)
        if across and down:
            # Pressed diagonally it means one thing: what was held first, else across.
            is_vertical = _is_leaning(pad, ("up", "down"), reach)
            across, down = (0.0, down) if is_vertical else (across, 0.0)
        return [
            *_stick(pad, ("left", "right"), across, reach),
            *_stick(pad, ("up", "down"), down, reach),
        ]

    def _removed(
        self, event: pygame.event.Event, pad: int, reach: Reach
    ) -> list[Command]:
        del event
        self._trusted = {axis for axis in self._trusted if axis[0] != pad}
        self._seats.leave(pad)
        own = hand_of(pad, "")
        return reach.held.let_go_where(lambda hand, _hold: hand.startswith(own))


def _stick(
    pad: int, names: tuple[str, str], value: float, reach: Reach
) -> list[Command]:
    """A stick: pushed it is a direction that is held, centred it is let go."""
    commands: list[Command] = []
    for name, amount in zip(names, (-value, value), strict=True):
        if amount < pads.STICK_CENTRED:
            commands += _lean(pad, name, reach, is_down=False)
        elif amount > pads.STICK_PUSHED and not _is_leaning_across(pad, name, reach):
            commands += _lean(pad, name, reach, is_down=True)
    return commands


def _lean(pad: int, name: str, reach: Reach, *, is_down: bool) -> list[Command]:
    hand = hand_of(pad, name)
    if not is_down:
        return reach.held.let_go(hand)
    if reach.held.of(hand):
        return []
    do = partial(_go, name, reach)
    reach.held.take(hand, Hold("direction", again=do))
    return do()


def _is_leaning(pad: int, names: tuple[str, ...], reach: Reach) -> bool:
    return any(reach.held.of(hand_of(pad, name)) for name in names)


def _is_leaning_across(pad: int, name: str, reach: Reach) -> bool:
    """Whether a direction at right angles is held already: one move, one meaning."""
    is_across = bool(pads.DIRECTIONS[name][0])
    others = tuple(n for n, way in pads.DIRECTIONS.items() if bool(way[0]) != is_across)
    return _is_leaning(pad, others, reach)


def _go(name: str, reach: Reach) -> list[Command]:
    """Left and right change the focused slider; all else moves the focus."""
    across, down = pads.DIRECTIONS[name]
    widget = reach.board.focused(reach.session)
    if across and widget is not None and widget.takes_arrows:
        return widget.on_nudge(reach.session, across)
    return board_of(reach, across + down)


def _once(does: str, reach: Reach) -> list[Command]:
    """A button that acts once, when it goes down."""
    session = reach.session
    if does == "back" and session.place.top.id in VIEWS:
        # A visitor's B only takes the focus ring away; it never asks to leave.
        return [c.Focus(None)] if session.place.focus else []
    is_walk = does in pads.WALKS and not session.place.takes_pushes
    return board_of(reach, pads.WALKS[does]) if is_walk else command_of(does, session)


_HANDLERS: dict[int, Callable[..., list[Command]]] = {
    pygame.CONTROLLERBUTTONDOWN: Pads._button,
    pygame.CONTROLLERBUTTONUP: Pads._button,
    pygame.JOYBUTTONDOWN: Pads._button,
    pygame.JOYBUTTONUP: Pads._button,
    pygame.CONTROLLERAXISMOTION: Pads._axis,
    pygame.JOYAXISMOTION: Pads._axis,
    pygame.JOYHATMOTION: Pads._hat,
    pygame.CONTROLLERDEVICEREMOVED: Pads._removed,
    pygame.JOYDEVICEREMOVED: Pads._removed,
}
PRESSES = (*_DOWN, pygame.JOYHATMOTION)
EVENTS = frozenset(_HANDLERS)
