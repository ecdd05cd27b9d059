"""A secret: which neuron it is, and how near a visitor's estimate comes.

Which one is drawn depends on the session's seed and on the tick at which it is begun:
hardly anybody meets the same one twice, and a log replays it bit for bit.
"""

from collections.abc import Sequence
from dataclasses import replace

from lifgame.session.cell import Cell
from lifgame.session.guide.progress import Progress
from lifgame.session.guide.rows import Row, Secret
from lifgame.session.start import Start

# The guess lives through so much of the past again: more than any paper shows.
AGAIN_TICKS = 2500


def draw(secret: Secret, chance: int, last: int | None) -> int:
    """The place of one of its neurons; never the last one again."""
    count = len(secret.among)
    place = chance % count
    return (place + 1) % count if place == last else place


def hidden(row: Row, place: int | None) -> Start:
    """What is set up, with the neuron of a place; None: as the row says itself."""
    if row.secret is None or place is None:
        return row.start
    values = zip(row.secret.parameters, row.secret.among[place], strict=True)
    return replace(row.start, values=(*row.start.values, *values))


def is_moved(row: Row, guess: Cell) -> bool:
    """Whether any of the estimates has left the place where it began."""
    first = dict(row.second.values) if row.second is not None else {}
    return any(guess.value(name) != first[name] for name in row.estimated)


def keep_up(progress: Progress, cells: Sequence[Cell]) -> None:
    """Whenever an estimate has changed, its whole curve is that of the new one."""
    if not progress.row.estimated:
        return
    values = tuple(cells[1].value(name) for name in progress.row.estimated)
    if values != progress.estimate:
        progress.estimate = values
        cells[1].relive(cells[0].record, AGAIN_TICKS)


def worst(secret: Secret, cells: Sequence[Cell]) -> tuple[str, float]:
    """The parameter that is estimated worst, and by which share it is off."""
    off = {
        name: abs(cells[1].value(name) - cells[0].value(name)) / cells[0].value(name)
        for name in secret.parameters
    }
    name = max(off, key=lambda name: off[name])
    return name, off[name]


def stars(secret: Secret, off: float) -> int:
    """How many stations are reached."""
    return sum(off <= within + 1e-9 for within in secret.within)
