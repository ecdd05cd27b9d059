"""The moves of a solution, as a file writes them."""

from lifgame.app.own.fields import is_number
from lifgame.content.parameters import PARAMETERS
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide.moves import HANDS
from lifgame.session.guide.rows import Move

# What is held or pulled by hand: true or false.
HANDS_ON = ("hold", "rule")
_FORM = "[ticks] or [ticks, what, value]"


def move_of(item: object, live: tuple[str, ...], hands: tuple[str, ...]) -> Move | str:
    """One move, or what is wrong with it.

    Args:
        item: What the file says.
        live: The parameters that can be set.
        hands: Which of ``HANDS_ON`` there are.
    """
    if not isinstance(item, list) or len(item) not in (1, 3):
        return f"{repr(item)[:40]} is not allowed; allowed: {_FORM}"
    ticks, *rest = item
    if not isinstance(ticks, int) or isinstance(ticks, bool) or ticks < 0:
        return f"ticks = {ticks!r} is not allowed; allowed: a whole number from 0"
    if not rest:
        return Move(ticks, None)
    return _done(ticks, rest[0], rest[1], live, hands)


def _done(
    ticks: int,
    what: object,
    value: object,
    live: tuple[str, ...],
    hands: tuple[str, ...],
) -> Move | str:
    """What is done in a move after waiting."""
    if what in hands and isinstance(value, bool):
        is_hold = what == "hold"
        return Move(
            ticks, c.Inject(HANDS, float(value)) if is_hold else g.SetRule(fires=value)
        )
    if what in live and is_number(value):
        spec, number = PARAMETERS[str(what)], float(str(value))
        if spec.minimum <= number <= spec.maximum:
            return Move(ticks, c.SetParameter(spec.id, number))
        return f"{what} = {value} is not allowed; {spec.allowed()}"
    can = ", ".join((*live, *hands)) or "nothing"
    return (
        f"{repr(what)[:40]}, {repr(value)[:20]} is not allowed; allowed: what can be "
        f"touched ({can}), with a number, for hold and rule with true or false"
    )


def written_move(move: Move) -> list[object]:
    """A move as a file writes it."""
    match move.command:
        case c.SetParameter(name, value):
            return [move.ticks, name, value]
        case c.Inject(_, share):
            return [move.ticks, "hold", share > 0.0]
        case g.SetRule(fires):
            return [move.ticks, "rule", fires]
    return [move.ticks]
