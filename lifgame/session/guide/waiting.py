"""Whether a guided step is waiting for its own measurement: then nobody is absent."""

from lifgame.session.cell import Cell
from lifgame.session.guide.guide import Guide
from lifgame.session.guide.progress import DO


def waits_s(guide: Guide, cell: Cell) -> float:
    """How long it may be waited for at most, in real seconds; 0: nothing is measured.

    No longer than the step says that it takes: who has gone must not keep the exhibit.
    """
    progress = guide.progress
    if progress is None or progress.state != DO:
        return 0.0
    is_staying = progress.meter.readings["staying_s"] > 0.0
    is_moving = guide.show is not None or not cell.is_at_rest
    return float(progress.row.seconds) if is_staying or is_moving else 0.0
