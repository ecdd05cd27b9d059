"""Where the cell stands that is looked at, and a fresh one for a guided step."""

from typing import Protocol

from lifgame.session.cell import Cell
from lifgame.session.clock import Clock
from lifgame.session.guide.rows import Row
from lifgame.session.start import DEFAULT_DT_MS, RECORD_MS


class Seat(Protocol):
    """Who has the cells and their clock: the session."""

    cells: tuple[Cell, ...]
    clock: Clock


def fresh_cell(row: Row) -> Cell:
    """A dry bucket and a record without a past, set up as the row says."""
    cell = Cell(row.start, dt_ms=DEFAULT_DT_MS, record_ms=RECORD_MS)
    if row.has_noise:
        cell.tremble()
    return cell
