"""What comes out of a step, once all that it asks for is done."""

from collections.abc import Sequence

from lifgame.session.cell import Cell
from lifgame.session.guide.estimate import stars, worst
from lifgame.session.guide.progress import EXPLAINED, MEASURED, Progress


def reach(progress: Progress) -> bool:
    """Tick off the goals that have come true; the next only after the one before.

    Returns:
        Whether there was any.
    """
    row, before = progress.row, list(progress.done)
    while (place := progress.next_goal) is not None:
        if not row.goals[place].holds(progress.meter.readings):
            break
        progress.done[place] = True
    if not row.is_experiment:
        real = {place for place, is_done in enumerate(progress.done) if is_done}
        progress.earned = len(real - progress.skipped)
    return progress.done != before


def measure(progress: Progress, cells: Sequence[Cell]) -> None:
    """The truth comes out: what was found, what had to, and what it has earned."""
    row, readings = progress.row, progress.meter.readings
    progress.state = MEASURED if row.is_experiment else EXPLAINED
    if row.secret is not None:
        name, progress.off = worst(row.secret, cells)
        progress.found, progress.theory = (cell.value(name) for cell in cells[1::-1])
        progress.earned = stars(row.secret, progress.off)
        return
    if row.measure is None or row.close is None:
        return
    progress.theory = row.measure.theory(cells[row.measure.cell])
    if row.measure.also:
        progress.also = readings[row.measure.also], row.measure.theory(cells[0])
    if progress.skipped:
        return
    progress.found = readings[row.measure.reading]
    progress.earned = 2 + row.close.holds(readings)
