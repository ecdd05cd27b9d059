"""What stands out on the paper once it is measured."""

from math import inf

from lifgame.session.session import Session
from lifgame.view.paper.frame import Mark

ROLES = ("voltage", "second")


def pulse_marks(session: Session) -> tuple[Mark, ...]:
    """Where each cell had come 63.2 % of the way in a pulse."""
    progress = session.guide.progress
    if progress is None or progress.row.pulse is None or not progress.is_over:
        return ()
    return tuple(
        Mark(rise.at_ms / session.dt_ms, rise.at_mv, role)
        for rise, role in zip(progress.meter.rises, ROLES, strict=True)
        if rise.at_ms < inf
    )
