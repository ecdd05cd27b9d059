"""Which experiments and challenges an exhibit offers."""

from lifgame.content.kiosk import KioskRules
from lifgame.session.guide.rows import Row
from lifgame.session.guide.table import GUIDES

Rows = tuple[Row, ...]


def is_offered(row: Row, rules: KioskRules) -> bool:
    """Whether an operator offers a row, and all that it needs."""
    if not rules.enabled:
        return True
    # Who puts a file of his own into the folder offers it thereby.
    is_named = row.is_own or row.id in (*rules.experiments, *rules.challenges)
    needed = {*row.live, *row.estimated}
    can_be_done = not rules.controls or needed <= set(rules.controls)
    return is_named and can_be_done


def offered(rules: KioskRules, kind: str | None = None, own: Rows = ()) -> Rows:
    """What is offered, of one kind or of both, in the order of the board."""
    return tuple(
        row
        for row in (*GUIDES.values(), *own)
        if kind in (None, row.kind) and is_offered(row, rules)
    )


def next_of(row: Row, rules: KioskRules, own: Rows = ()) -> Row | None:
    """The one that comes after it, around the end; None if it is the only one."""
    rows = (*GUIDES.values(), *own)
    place = rows.index(row)
    others = rows[place + 1 :] + rows[:place]
    return next((other for other in others if is_offered(other, rules)), None)
