"""What is shown of a cell now: between the last two ticks, and while the siphon gulps.

One level for water, pen and number. Between two ticks it goes along a straight line
from the last to the newest, so that slow tempos flow; a tick with a spike leads up to
the line, and then the gulp takes it down while the model's clock stands still.
"""

from dataclasses import dataclass

from lifgame.session.cell import Cell
from lifgame.session.clock import Clock
from lifgame.session.showing import Showing


@dataclass(frozen=True, slots=True)
class Shown:
    """A moment between two ticks.

    Attributes:
        edge_tick: Where the pen is, in ticks since the start, with its fraction.
        level_mv: V, in mV.
        line_mv: The threshold, in mV.
    """

    edge_tick: float
    level_mv: float
    line_mv: float


def gulp_level_mv(line_mv: float, share: float) -> float:
    """The level while the siphon sucks: it starts slowly and ends fast.

    Args:
        line_mv: Where it began.
        share: How far the gulp is, 0 to 1.
    """
    return line_mv * (1.0 - share * share)


def shown(cell: Cell, clock: Clock, place: int = 0) -> Shown:
    """What is shown of a cell: at the clock's fraction, or where one looks back.

    Args:
        cell: The neuron.
        clock: The session's.
        place: The cell's among all.
    """
    if clock.past_tick is not None:
        past = cell.reading(clock.past_tick)
        return Shown(past.tick + 1.0, past.voltage_mv, past.threshold_mv)
    end, fraction = cell.record.end_tick, clock.fraction
    rows = cell.record.span(end - 2, end)
    if not len(rows):
        return Shown(0.0, cell.voltage_mv, cell.threshold_mv)
    level_mv, line_mv = float(rows.voltage_mv[-1]), float(rows.threshold_mv[-1])
    if fraction >= 1.0:
        now = Shown(float(end), level_mv, cell.threshold_mv)
        return _gulped(now, clock.showings[place])
    before_mv = float(rows.voltage_mv[0]) if len(rows) > 1 else 0.0
    line_before_mv = float(rows.threshold_mv[0])
    if rows.spikes[-1]:
        # Its way leads up to the line; what it jumped to is seen after the gulp.
        level_mv, line_mv = line_before_mv, line_before_mv
    now = Shown(
        end - 1 + fraction,
        before_mv + (level_mv - before_mv) * fraction,
        line_before_mv + (line_mv - line_before_mv) * fraction,
    )
    return _gulped(now, clock.showings[place])


def _gulped(now: Shown, showing: Showing) -> Shown:
    if not showing.is_gulping:
        return now
    level_mv = gulp_level_mv(now.line_mv, showing.gulp_share)
    return Shown(now.edge_tick, max(level_mv, now.level_mv), now.line_mv)
