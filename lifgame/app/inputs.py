"""Events of mouse, fingers and keyboard, turned into commands.

The only place that reads event attributes; they are untyped, so each is given a type
at once, and a missing one is no accident worth stopping for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from lifgame.content.actions import ACTIONS_BY_KEY, Action
from lifgame.session import commands as c
from lifgame.view.board import Repeat

if TYPE_CHECKING:
    from lifgame.app.game import Game

Do = Callable[["Game"], list[c.Command]]

MOUSE = "mouse"
KEYBOARD = "keyboard"
LEFT_BUTTON = 1
_WITH_MODIFIER = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META
_ARROWS = {"left": -1, "right": 1, "up": 1, "down": -1}


def actions_by_code() -> dict[int, Action]:
    """Every bound key's code with its action."""
    return {pygame.key.key_code(key): action for key, action in ACTIONS_BY_KEY.items()}


class Inputs:
    """Keeps what is held on the keyboard; everything else is the board's."""

    def __init__(self) -> None:
        self._by_code = actions_by_code()
        self._arrows = {pygame.key.key_code(name): name for name in _ARROWS}
        self._held: dict[int, tuple[Do, Repeat]] = {}

    def commands(self, event: pygame.event.Event, game: Game) -> list[c.Command]:
        """What one event asks for."""
        kind = event.type
        if kind in _POINTER_EVENTS:
            return _pointer(event, game)
        if kind == pygame.KEYDOWN:
            return self._key_down(event, game)
        if kind == pygame.KEYUP:
            return self._key_up(int(getattr(event, "key", 0)), game)
        if kind == pygame.WINDOWFOCUSLOST:
            return self.release_all() + game.scene.board.cancel_all()
        return [c.Quit()] if kind == pygame.QUIT else []

    def release_all(self) -> list[c.Command]:
        """Let go of every held key."""
        self._held.clear()
        return [c.Inject(KEYBOARD, 0.0)]

    def update(self, game: Game, elapsed_s: float) -> list[c.Command]:
        """Repeat what is held."""
        commands: list[c.Command] = []
        for do, repeat in list(self._held.values()):
            for _ in range(repeat.due(elapsed_s)):
                commands += do(game)
        return commands

    def _key_down(self, event: pygame.event.Event, game: Game) -> list[c.Command]:
        code = int(getattr(event, "key", 0))
        modifiers = int(getattr(event, "mod", 0))
        if modifiers & _WITH_MODIFIER or code in self._held:
            quits = code == pygame.K_q and modifiers & pygame.KMOD_CTRL
            return [c.Quit()] if quits else []
        if code in self._arrows and game.scene.board.focused() is not None:
            return self._hold(code, partial(_arrow, self._arrows[code]), game)
        action = self._by_code.get(code)
        if action is None:
            # Up and down mean something only where a control has the focus.
            return []
        if action.id == "focus_next":
            by = -1 if modifiers & pygame.KMOD_SHIFT else 1
            return self._hold(code, partial(_move_focus, by), game)
        if action.repeats:
            return self._hold(code, partial(_act, action.id), game)
        return _start(action, game)

    def _hold(self, code: int, do: Do, game: Game) -> list[c.Command]:
        """Do it now, and again and again until the key comes up."""
        self._held[code] = do, Repeat()
        return do(game)

    def _key_up(self, code: int, game: Game) -> list[c.Command]:
        self._held.pop(code, None)
        action = self._by_code.get(code)
        if action is None:
            return []
        if action.id == "press":
            return game.scene.board.release_focused(game.session, KEYBOARD)
        return [c.Inject(KEYBOARD, 0.0)] if action.holds else []


def _start(action: Action, game: Game) -> list[c.Command]:
    """A key that acts once, when it goes down."""
    board, session = game.scene.board, game.session
    if action.id == "press":
        return board.press_focused(session, KEYBOARD)
    if action.id == "fullscreen":
        return [c.ToggleFullscreen()]
    if action.id == "back" and board.focus and session.screen == "play":
        # The first Esc only takes the focus ring away.
        board.focus = None
        return []
    if action.holds:
        return [c.Inject(KEYBOARD, 1.0)] if session.screen == "play" else []
    return game.scene.act(action.id, session)


def _act(action: str, game: Game) -> list[c.Command]:
    return game.scene.act(action, game.session)


def _move_focus(by: int, game: Game) -> list[c.Command]:
    game.scene.board.move_focus(by)
    return []


def _arrow(name: str, game: Game) -> list[c.Command]:
    """An arrow changes the focused slider, or goes to the next control."""
    board = game.scene.board
    widget = board.focused()
    if widget is not None and widget.takes_arrows:
        return widget.on_nudge(game.session, _ARROWS[name])
    board.move_focus(1 if name in ("right", "down") else -1)
    return []


_POINTER_EVENTS = frozenset(
    {
        pygame.MOUSEBUTTONDOWN,
        pygame.MOUSEMOTION,
        pygame.MOUSEBUTTONUP,
        pygame.FINGERDOWN,
        pygame.FINGERMOTION,
        pygame.FINGERUP,
    }
)
_DOWN = (pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN)
_UP = (pygame.MOUSEBUTTONUP, pygame.FINGERUP)


def _pointer(event: pygame.event.Event, game: Game) -> list[c.Command]:
    """Mouse and fingers alike: who it is, where, and whether down, moving or up."""
    board, session = game.scene.board, game.session
    if event.type in (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP):
        who = f"finger {getattr(event, 'touch_id', 0)}/{getattr(event, 'finger_id', 0)}"
        point = game.viewport.finger(
            float(getattr(event, "x", 0.0)), float(getattr(event, "y", 0.0))
        )
    else:
        # SDL can make a mouse event out of a touch: the finger has been heard already.
        is_other_button = getattr(event, "button", LEFT_BUTTON) != LEFT_BUTTON
        if getattr(event, "touch", False) or is_other_button:
            return []
        who = MOUSE
        point = game.viewport.to_canvas(getattr(event, "pos", (0, 0)))
    if event.type in _DOWN:
        return board.press(session, who, point)
    if event.type in _UP:
        return board.release(session, who, point)
    return board.move(session, who, point)
