"""Events of mouse, fingers and keyboard, turned into commands.

Event attributes are untyped, so each is given a type where it is read, here and in
``gamepad``; a missing one is no accident worth stopping for.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from lifgame.app.hands.gamepad import Gamepads
from lifgame.content.actions import DEFAULT_KEYS, Action, KeyMap
from lifgame.session import commands as c
from lifgame.view.geometry import Pixel
from lifgame.view.widgets.board import Repeat

if TYPE_CHECKING:
    from lifgame.app.game import Game

Do = Callable[["Game"], list[c.Command]]

MOUSE = "mouse"
# Enter on a control, and the hotkey that injects, may be held at the same time.
KEYBOARD = "keyboard"
HOTKEY = "hotkey"
LEFT_BUTTON = 1
# A mouse event this soon after a finger, and this near to it, is the same tap.
ECHO_S = 0.5
ECHO_PX = 40
MOST_TAPS = 20
_WITH_MODIFIER = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META
_ARROWS = {"left": -1, "right": 1, "up": 1, "down": -1}


def actions_by_code(keys: KeyMap) -> dict[int, Action]:
    """Every bound key's code with its action.

    Raises:
        ValueError: If a key has a name that pygame does not know.
    """
    table: dict[int, Action] = {}
    for key, action in keys.actions().items():
        try:
            table[pygame.key.key_code(key)] = action
        except ValueError as error:
            raise ValueError(f"action {action.id}: unknown key {key!r}") from error
    return table


class Inputs:
    """Keeps what is held on keyboard and pads; everything else is the board's."""

    def __init__(self, keys: KeyMap = DEFAULT_KEYS) -> None:
        self.keys = keys
        self._by_code = actions_by_code(keys)
        self._essential = actions_by_code(keys.without_hotkeys())
        self._pads = Gamepads()
        self._taps = Taps()
        self._arrows = {pygame.key.key_code(name): name for name in _ARROWS}
        self._held: dict[int, tuple[Do, Repeat]] = {}

    def commands(self, event: pygame.event.Event, game: Game) -> list[c.Command]:
        """What one event asks for."""
        kind = event.type
        if kind in _POINTER_EVENTS:
            return self._pointer(event, game)
        if kind == pygame.KEYDOWN:
            return self._key_down(event, game)
        if kind == pygame.KEYUP:
            return self._key_up(int(getattr(event, "key", 0)), game)
        if kind == pygame.WINDOWFOCUSLOST:
            return self.release_all() + game.scene.board.cancel_all()
        if kind == pygame.QUIT:
            return [c.Quit()]
        return self._pads.commands(event, game)

    def release_all(self) -> list[c.Command]:
        """Let go of every held key and button."""
        self._held.clear()
        return [c.Inject(HOTKEY, 0.0), *self._pads.release_all()]

    def update(self, game: Game, elapsed_s: float) -> list[c.Command]:
        """Repeat what is held."""
        commands: list[c.Command] = []
        for do, repeat in list(self._held.values()):
            for _ in range(repeat.due(elapsed_s)):
                commands += do(game)
        self._taps.update(elapsed_s)
        return commands + self._pads.update(game, elapsed_s)

    def _key_down(self, event: pygame.event.Event, game: Game) -> list[c.Command]:
        code = int(getattr(event, "key", 0))
        modifiers = int(getattr(event, "mod", 0))
        if modifiers & _WITH_MODIFIER or code in self._held:
            return []
        if code in self._arrows and game.scene.board.focused() is not None:
            return self._hold(code, partial(_arrow, self._arrows[code]), game)
        has_hotkeys = game.session.preferences.has_hotkeys
        action = (self._by_code if has_hotkeys else self._essential).get(code)
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
        return [c.Inject(HOTKEY, 0.0)] if action.holds else []

    def _pointer(self, event: pygame.event.Event, game: Game) -> list[c.Command]:
        """Mouse and fingers alike: who it is, where, and down, moving or up."""
        board, session = game.scene.board, game.session
        if event.type in _FINGER_EVENTS:
            who, point = _finger(event, game)
            self._taps.finger(point)
        else:
            who, point = MOUSE, game.viewport.to_canvas(getattr(event, "pos", (0, 0)))
            is_other_button = getattr(event, "button", LEFT_BUTTON) != LEFT_BUTTON
            is_echo = getattr(event, "touch", False) or self._taps.is_echo(point)
            if is_other_button or (is_echo and not board.holds(MOUSE)):
                return []
        if event.type in _DOWN:
            return board.press(session, who, point)
        if event.type in _UP:
            return board.release(session, who, point)
        return board.move(session, who, point)


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
        return [c.Inject(HOTKEY, 1.0)] if session.screen == "play" else []
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
_FINGER_EVENTS = (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP)
_DOWN = (pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN)
_UP = (pygame.MOUSEBUTTONUP, pygame.FINGERUP)


def _finger(event: pygame.event.Event, game: Game) -> tuple[str, Pixel]:
    """A finger's own name, and where it is."""
    who = f"finger {getattr(event, 'touch_id', 0)}/{getattr(event, 'finger_id', 0)}"
    x, y = (_share(getattr(event, name, 0.0)) for name in ("x", "y"))
    return who, game.viewport.finger(x, y)


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
