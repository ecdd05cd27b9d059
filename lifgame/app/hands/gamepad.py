"""Gamepads and button boxes, turned into the same commands as keys and fingers.

Every pad holds its own things, by its instance id; when it is pulled out, all of them
are let go.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from lifgame.content import pads
from lifgame.session import commands as c
from lifgame.view.widgets.board import Repeat

if TYPE_CHECKING:
    from lifgame.app.game import Game

Do = Callable[["Game"], list[c.Command]]


def source_of(pad: int) -> str:
    """The name under which a pad holds widgets and injects."""
    return f"pad {pad}"


class Gamepads:
    """What is held on all pads."""

    def __init__(self) -> None:
        self._held: dict[tuple[int, str], tuple[Do, Repeat]] = {}
        self._injects: dict[int, dict[str, float]] = {}

    def commands(self, event: pygame.event.Event, game: Game) -> list[c.Command]:
        """What one event asks for; nothing if it is not a pad's."""
        handler = _HANDLERS.get(event.type)
        pad = int(getattr(event, "instance_id", getattr(event, "joy", 0)))
        return handler(self, event, pad, game) if handler else []

    def update(self, game: Game, elapsed_s: float) -> list[c.Command]:
        """Repeat the directions that are held."""
        commands: list[c.Command] = []
        for do, repeat in list(self._held.values()):
            for _ in range(repeat.due(elapsed_s)):
                commands += do(game)
        return commands

    def release_all(self) -> list[c.Command]:
        """Let go of everything on all pads."""
        self._held.clear()
        pads_pushing, self._injects = list(self._injects), {}
        return [c.Inject(source_of(pad), 0.0) for pad in pads_pushing]

    # --- events

    def _button(
        self, event: pygame.event.Event, pad: int, game: Game
    ) -> list[c.Command]:
        is_controller = event.type in _CONTROLLER_BUTTONS
        table = pads.CONTROLLER_BUTTONS if is_controller else pads.PLAIN_BUTTONS
        does = table.get(int(getattr(event, "button", -1)))
        is_down = event.type in _DOWN
        return self._do(does, pad, game, is_down=is_down) if does else []

    def _do(self, does: str, pad: int, game: Game, *, is_down: bool) -> list[c.Command]:
        board, session = game.scene.board, game.session
        if does in pads.DIRECTIONS:
            return self._direction(pad, does, game, is_down=is_down)
        if does == "press":
            who = source_of(pad)
            if is_down:
                return board.press_focused(session, who)
            return board.release_focused(session, who)
        if does == "inject":
            return self._inject(pad, "button", 1.0 if is_down else 0.0, game)
        return _once(does, game) if is_down else []

    def _direction(
        self, pad: int, name: str, game: Game, *, is_down: bool
    ) -> list[c.Command]:
        if not is_down:
            self._held.pop((pad, name), None)
            return []
        if (pad, name) in self._held:
            return []
        do = partial(_go, name)
        self._held[pad, name] = do, Repeat()
        return do(game)

    def _axis(self, event: pygame.event.Event, pad: int, game: Game) -> list[c.Command]:
        axis = int(getattr(event, "axis", -1))
        value = float(getattr(event, "value", 0.0))
        if event.type == pygame.CONTROLLERAXISMOTION:
            value /= pads.AXIS_FULL
            if axis in pads.TRIGGER_AXES:
                return self._inject(pad, f"trigger {axis}", value, game)
        if axis not in pads.STICK_AXES:
            return []
        names = ("left", "right") if pads.STICK_AXES[axis] == "x" else ("up", "down")
        return self._lean(pad, names, value, game)

    def _lean(
        self, pad: int, names: tuple[str, str], value: float, game: Game
    ) -> list[c.Command]:
        """A stick: pushed it is a direction that is held, centred it is let go."""
        commands: list[c.Command] = []
        for name, amount in zip(names, (-value, value), strict=True):
            if amount > pads.STICK_PUSHED:
                commands += self._direction(pad, name, game, is_down=True)
            elif amount < pads.STICK_CENTRED:
                commands += self._direction(pad, name, game, is_down=False)
        return commands

    def _hat(self, event: pygame.event.Event, pad: int, game: Game) -> list[c.Command]:
        x, y = getattr(event, "value", (0, 0))
        # A hat counts upwards, the screen downwards.
        leans = (("left", "right"), float(x)), (("up", "down"), -float(y))
        return [
            command
            for names, value in leans
            for command in self._lean(pad, names, value, game)
        ]

    def _inject(
        self, pad: int, part: str, amount: float, game: Game
    ) -> list[c.Command]:
        """A trigger injects in proportion; the hardest pulled part of a pad counts."""
        parts = self._injects.setdefault(pad, {})
        parts[part] = amount if amount > pads.TRIGGER_REST else 0.0
        share = max(parts.values()) if game.session.screen == "play" else 0.0
        before = game.session.pushes.get(source_of(pad), 0.0)
        return [] if share == before else [c.Inject(source_of(pad), min(share, 1.0))]

    def _removed(
        self, event: pygame.event.Event, pad: int, game: Game
    ) -> list[c.Command]:
        del event
        for key in [key for key in self._held if key[0] == pad]:
            del self._held[key]
        self._injects.pop(pad, None)
        commands = game.scene.board.cancel(source_of(pad))
        return [*commands, c.Inject(source_of(pad), 0.0)]


def _go(name: str, game: Game) -> list[c.Command]:
    """Left and right change the focused slider; all else moves the focus."""
    board = game.scene.board
    across, down = pads.DIRECTIONS[name]
    widget = board.focused()
    if across and widget is not None and widget.takes_arrows:
        return widget.on_nudge(game.session, across)
    board.move_focus(across + down)
    return []


def _once(does: str, game: Game) -> list[c.Command]:
    """A button that acts once, when it goes down."""
    if does == "back" and game.session.screen == "play":
        # A visitor's B only takes the focus ring away; it never asks to leave.
        game.scene.board.focus = None
        return []
    return game.scene.act(does, game.session)


_DOWN = (pygame.CONTROLLERBUTTONDOWN, pygame.JOYBUTTONDOWN)
_CONTROLLER_BUTTONS = (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP)
_HANDLERS: dict[int, Callable[..., list[c.Command]]] = {
    pygame.CONTROLLERBUTTONDOWN: Gamepads._button,
    pygame.CONTROLLERBUTTONUP: Gamepads._button,
    pygame.JOYBUTTONDOWN: Gamepads._button,
    pygame.JOYBUTTONUP: Gamepads._button,
    pygame.CONTROLLERAXISMOTION: Gamepads._axis,
    pygame.JOYAXISMOTION: Gamepads._axis,
    pygame.JOYHATMOTION: Gamepads._hat,
    pygame.CONTROLLERDEVICEREMOVED: Gamepads._removed,
    pygame.JOYDEVICEREMOVED: Gamepads._removed,
}
