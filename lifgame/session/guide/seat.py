"""Where the cells stand that are looked at, and fresh ones for a guided step."""

from typing import Protocol

from lifgame.session.cell import Cell
from lifgame.session.clock import Clock
from lifgame.session.guide.rows import Row
from lifgame.session.sharing import cells_from


class Seat(Protocol):
    """Who has the cells and their clock: the session."""

    cells: tuple[Cell, ...]
    shares_input: bool
    clock: Clock


def fresh_cells(row: Row) -> tuple[Cell, ...]:
    """Dry buckets and records without a past, set up as the row says."""
    cells = cells_from(row.start, row.second)
    if row.has_drum:
        cells[0].be_drum()
    if row.has_noise:
        cells[0].tremble()
    return cells
