"""Where the cells stand that are looked at, and fresh ones for a guided step."""

from typing import Protocol

from lifgame.session.cell import Cell
from lifgame.session.clock import Clock
from lifgame.session.guide.estimate import hidden
from lifgame.session.guide.rows import Row
from lifgame.session.sharing import cells_from
from lifgame.session.start import Start


class Seat(Protocol):
    """Who has the cells and their clock: the session."""

    cells: tuple[Cell, ...]
    shares_input: bool
    start: Start
    clock: Clock


def fresh_cells(row: Row, drawn: int | None = None) -> tuple[Cell, ...]:
    """Dry buckets and records without a past, set up as the row says.

    Args:
        row: What is guided.
        drawn: Which neuron a secret hides; None: the one of the row itself.
    """
    cells = cells_from(hidden(row, drawn), row.second)
    if row.has_drum:
        cells[0].be_drum()
    if row.has_noise:
        cells[0].tremble()
    return cells
