"""The keyboard, turned into commands. Every key that is held is a hand of its own."""

from collections.abc import Callable
from functools import partial

import pygame

from lifgame.app.hands.pumps import lane_of_key, pump
from lifgame.app.hands.reach import Reach
from lifgame.content.actions import ACTIONS, DEFAULT_KEYS, Action, KeyMap
from lifgame.session import commands as c
from lifgame.session.actions import command_of
from lifgame.session.commands import Command
from lifgame.view.widgets.held import Hold

KEY = "key "
# Enter on a control may be held at the same time as the hotkey that injects.
ENTER = "enter"
_WITH_MODIFIER = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META
# A modifier that is a hotkey itself sets its own bit in every event.
_OWN_BIT = {
    pygame.K_LCTRL: pygame.KMOD_LCTRL,
    pygame.K_RCTRL: pygame.KMOD_RCTRL,
    pygame.K_LALT: pygame.KMOD_LALT,
    pygame.K_RALT: pygame.KMOD_RALT,
    pygame.K_LMETA: pygame.KMOD_LMETA,
    pygame.K_RMETA: pygame.KMOD_RMETA,
}
_ARROWS = {
    pygame.K_LEFT: -1,
    pygame.K_RIGHT: 1,
    pygame.K_UP: 1,
    pygame.K_DOWN: -1,
}
_ONWARDS = (pygame.K_RIGHT, pygame.K_DOWN)
_ACROSS = (pygame.K_LEFT, pygame.K_RIGHT)
LAST_ASCII = 127
# Keys such as F1 and the arrows are no characters of any alphabet.
_NO_CHARACTER = 1 << 30
_PLACES = {
    **{pygame.KSCAN_A + n: pygame.K_a + n for n in range(26)},
    **{pygame.KSCAN_1 + n: pygame.K_1 + n for n in range(9)},
    pygame.KSCAN_0: pygame.K_0,
    pygame.KSCAN_COMMA: pygame.K_COMMA,
    pygame.KSCAN_PERIOD: pygame.K_PERIOD,
}
_DIGITS = frozenset(
    code for code in _PLACES.values() if pygame.K_0 <= code <= pygame.K_9
)


def actions_by_code(keys: KeyMap) -> dict[int, Action]:
    """Every bound key's code with its action.

    Raises:
        ValueError: If a key has a name that pygame does not know, or two actions
            share a key under two of its names.
    """
    table: dict[int, Action] = {}
    for key, action in keys.actions().items():
        try:
            code = pygame.key.key_code(key)
        except ValueError as error:
            raise ValueError(f"action {action.id}: unknown key {key!r}") from error
        if table.setdefault(code, action) is not action:
            both = f"both {table[code].id} and {action.id}"
            raise ValueError(f"key {key!r} is on {both}")
    return table


class Keys:
    """Which key does what, and what is held on the keyboard."""

    def __init__(self, keys: KeyMap = DEFAULT_KEYS) -> None:
        self.keys = keys
        self._by_code = actions_by_code(keys)
        self._essential = actions_by_code(keys.without_hotkeys())
        self._modifiers = sum(_OWN_BIT.get(code, 0) for code in self._by_code)

    def down(self, event: pygame.event.Event, reach: Reach) -> list[Command]:
        """A key goes down."""
        modifiers = int(getattr(event, "mod", 0))
        code = self._code(event)
        hand = f"{KEY}{code}"
        others = modifiers & _WITH_MODIFIER & ~self._modifiers
        if others or reach.held.of(hand):
            return []
        lane = lane_of_key(code, reach)
        if lane is not None:
            return pump(reach, hand, lane)
        focused = reach.board.focused(reach.session)
        if code in _ARROWS and (focused or self._moves_focus(code, reach)):
            return self._repeat(hand, partial(_arrow, code, reach), reach)
        action = self._bound(reach).get(code)
        if action is None:
            # Up and down mean something only where a control has the focus.
            return []
        return self._start(action, hand, modifiers, reach)

    def meaning(self, event: pygame.event.Event) -> str:
        """The id of the action that a key has; empty for none."""
        action = self._by_code.get(self._code(event))
        return action.id if action else ""

    def up(self, event: pygame.event.Event, reach: Reach) -> list[Command]:
        """A key comes up."""
        code = self._code(event)
        action = self._by_code.get(code)
        if action is not None and action.id == "press":
            return reach.board.release_focused(reach.session, f"{ENTER} {code}")
        return reach.held.let_go(f"{KEY}{code}")

    def _bound(self, reach: Reach) -> dict[int, Action]:
        has_hotkeys = reach.session.preferences.has_hotkeys
        return self._by_code if has_hotkeys else self._essential

    def _code(self, event: pygame.event.Event) -> int:
        """The key's letter; its place where the layout has no Latin letters."""
        code = int(getattr(event, "key", 0))
        place = _PLACES.get(int(getattr(event, "scancode", 0)))
        if code in self._by_code or place is None:
            return code
        is_foreign = LAST_ASCII < code < _NO_CHARACTER
        return place if is_foreign or place in _DIGITS else code

    @staticmethod
    def _moves_focus(code: int, reach: Reach) -> bool:
        """On a screen of choices, left and right begin to walk through them."""
        return code in _ACROSS and not reach.session.place.takes_pushes

    def _start(
        self, action: Action, hand: str, modifiers: int, reach: Reach
    ) -> list[Command]:
        session, board = reach.session, reach.board
        if action.id == "adjust":
            return []
        reach.held.presses += 1
        if action.id == "press":
            enter = hand.replace(KEY, f"{ENTER} ")
            return board.press_focused(session, enter)
        if action.id == "focus_next":
            by = -1 if modifiers & pygame.KMOD_SHIFT else 1
            return self._repeat(hand, lambda: board_of(reach, by), reach)
        if action.holds:
            return inject(reach, hand, 1.0)
        do = partial(command_of, action.id, session)
        if action.repeats:
            return self._repeat(hand, do, reach)
        reach.held.take(hand, Hold(f"action {action.id}"))
        return do()

    @staticmethod
    def _repeat(
        hand: str, do: Callable[[], list[Command]], reach: Reach
    ) -> list[Command]:
        """Do it now, and again and again until the key comes up."""
        reach.held.take(hand, Hold("repeat", again=do))
        return do()


def board_of(reach: Reach, by: int) -> list[Command]:
    """Move the focus on the board that is open now."""
    return reach.board.neighbour(reach.session, by)


def inject(reach: Reach, hand: str, share: float) -> list[Command]:
    """Let current in for as long as this hand holds it; a share of 0 lets go.

    Nothing flows where the screen takes no pushes.
    """
    if share <= 0.0:
        return reach.held.let_go(hand)
    place = reach.session.place
    if not place.takes_pushes or place.top.id not in ACTIONS["inject"].screens:
        return []
    if reach.held.of(hand) is None:
        farewell = partial(_stop, hand)
        reach.held.take(hand, Hold("action inject", let_go=farewell))
    if reach.session.cell.pushes.get(hand) == min(share, 1.0):
        return []
    return [c.Inject(hand, min(share, 1.0))]


def _stop(hand: str) -> list[Command]:
    return [c.Inject(hand, 0.0)]


def _arrow(code: int, reach: Reach) -> list[Command]:
    """An arrow changes the focused slider, or goes to the next control."""
    widget = reach.board.focused(reach.session)
    if widget is not None and widget.takes_arrows:
        return widget.on_nudge(reach.session, _ARROWS[code])
    return board_of(reach, 1 if code in _ONWARDS else -1)
