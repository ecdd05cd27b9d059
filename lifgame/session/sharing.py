"""One tap for two cells: which commands reach which cells."""

from collections.abc import Sequence
from dataclasses import replace

from lifgame.content.parameters import CURRENT, INJECTION
from lifgame.content.patterns import PATTERNS
from lifgame.model.simulation import StepReport
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.start import DEFAULT_DT_MS, RECORD_MS, Start

# What belongs to the input and not to the neuron.
INPUT = {CURRENT.id, INJECTION.id}.union(
    spec.id for pattern in PATTERNS.values() for spec in pattern.parameters
)


def cells_from(first: Start, second: Start | None = None) -> tuple[Cell, ...]:
    """Fresh cells; what flows into the second is what flows into the first."""
    cell = Cell(first, dt_ms=DEFAULT_DT_MS, record_ms=RECORD_MS)
    if second is None:
        return (cell,)
    flows = tuple((name, cell.values[name]) for name in sorted(INPUT))
    beside = replace(
        second,
        pattern=first.pattern,
        seed=first.seed,
        values=(*second.values, *flows),
    )
    return cell, Cell(beside, dt_ms=DEFAULT_DT_MS, record_ms=RECORD_MS)


def run_all(cells: Sequence[Cell], ticks: int) -> StepReport:
    """Advance all cells by some ticks; answer with what happened to the first.

    Raises:
        ValueError: If ``ticks`` is negative.
    """
    reports = [cell.run(ticks) for cell in cells]
    return reports[0]


def is_for_input(command: c.SessionCommand) -> bool:
    """Whether a command is about what flows in."""
    match command:
        case c.SelectPattern() | c.Inject():
            return True
        case c.SetParameter(name) | c.NudgeParameter(name):
            return name in INPUT
    return False


def carry_out(
    cells: Sequence[Cell], command: c.SessionCommand, *, shares_input: bool
) -> None:
    """Let the cells obey one of ``Cell.OBEYS``, each that it concerns.

    A cell that is no longer there obeys nothing.
    """
    shares_input &= len(cells) > 1
    if shares_input and isinstance(command, c.SelectPreset | c.BrowsePresets):
        # Another neuron at the same tap.
        command = replace(command, keeps_current=True)
    is_for_all = is_for_input(command) or isinstance(command, g.SetStep)
    if not (shares_input and is_for_all):
        place: int = getattr(command, "cell", 0)
        cells = cells[place : place + 1]
    for cell in cells:
        cell.obey(command)
