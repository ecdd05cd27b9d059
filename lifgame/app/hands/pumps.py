"""In the race every hand has a side: two keys, the two sides of a pad, two pads."""

from functools import partial

from lifgame.app.hands.reach import Reach
from lifgame.content import pads, race
from lifgame.content.key_names import key_code
from lifgame.content.screens import RACED
from lifgame.session import commands as c
from lifgame.session.commands import Command
from lifgame.session.race.race import OVER
from lifgame.view.widgets.held import Hold

PUMP = "pump "
_KEYS = {key_code(key): lane for lane, key in enumerate(race.KEYS)}


def races(reach: Reach) -> bool:
    """Whether hands pump now; at the end they choose what comes next."""
    session = reach.session
    return session.place.top.id == RACED and session.race.state != OVER


def lane_of_key(code: int, reach: Reach) -> int | None:
    """Whose key it is; None: nobody's."""
    return _KEYS.get(code) if races(reach) else None


def pump(reach: Reach, hand: str, lane: int) -> list[Command]:
    """A hand goes down; it is one press, for however long it is held."""
    if reach.held.of(hand):
        return []
    reach.held.presses += 1
    farewell = partial(_lift, hand, lane)
    reach.held.take(hand, Hold(f"{PUMP}{lane}", let_go=farewell))
    return [c.Inject(hand, 1.0, lane)]


def pumped(
    reach: Reach, hand: str, side: int | None, *, is_down: bool
) -> list[Command] | None:
    """What a button of a pad asks for in the race; None: it has another meaning."""
    if not is_down:
        hold = reach.held.of(hand)
        is_pump = hold is not None and hold.thing.startswith(PUMP)
        return reach.held.let_go(hand) if is_pump else None
    return None if side is None or not races(reach) else pump(reach, hand, side)


def _lift(hand: str, lane: int) -> list[Command]:
    return [c.Inject(hand, 0.0, lane)]


class Seats:
    """Which pad belongs to whom: each to the side that has fewer."""

    def __init__(self, buttons: pads.ButtonTable) -> None:
        self._buttons = buttons
        self._lanes: dict[int, int] = {}

    def side(self, pad: int, button: int, *, is_controller: bool) -> int | None:
        """For whom a button pumps; None: for nobody."""
        sides = race.CONTROLLER_SIDES if is_controller else race.PLAIN_SIDES
        if button in sides:
            return sides[button]
        does = self._buttons.of(button, is_controller=is_controller)
        return self._seat(pad) if does in race.OWN_PAD else None

    def _seat(self, pad: int) -> int:
        if pad not in self._lanes:
            taken = list(self._lanes.values())
            self._lanes[pad] = min(range(race.LANES), key=taken.count)
        return self._lanes[pad]

    def leave(self, pad: int) -> None:
        """A pad is pulled out."""
        self._lanes.pop(pad, None)
