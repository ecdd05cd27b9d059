"""Two marks on the held paper, and what lies between them.

Until somebody has moved one, they stand on the last two spikes of the paper: then the
time between them is one interval, and its inverse the rate.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lifgame.content.screens import LAB
from lifgame.session import time_commands as t
from lifgame.session.session import Session

# The controls of the marks, in their order.
MARKS = ("mark_1", "mark_2")


@dataclass(frozen=True, slots=True)
class Between:
    """What is measured from the earlier mark to the later one.

    Attributes:
        dt_ms: How much later, in ms.
        dv_mv: How much higher V is at the later one, in mV.
        rate_hz: How often that time fits into a second; None: they are at one tick.
    """

    dt_ms: float
    dv_mv: float
    rate_hz: float | None


def marks(session: Session) -> tuple[int, int] | None:
    """The ticks of the two marks; None where there are none."""
    clock, record = session.clock, session.cell.record
    newest = record.end_tick - 1
    if not clock.is_paused or session.place.screen != LAB or newest < 1:
        return None
    if clock.marks is not None:
        return clock.marks
    first = max(record.first_tick, newest + 1 - _paper_ticks(session))
    found = record.span(first, newest + 1)
    spikes = first + np.flatnonzero(found.spikes)
    if len(spikes) >= 2:
        return int(spikes[-2]), int(spikes[-1])
    third = (newest - first) // 3
    return first + third, newest - third


def _paper_ticks(session: Session) -> int:
    return round(session.place.window_ms / session.dt_ms)


def between(session: Session, ticks: Sequence[int]) -> Between:
    """What lies between two ticks that the record holds."""
    earlier, later = sorted(ticks)
    dt_ms = (later - earlier) * session.dt_ms
    now, then = (session.cell.reading(tick).voltage_mv for tick in (later, earlier))
    return Between(dt_ms, now - then, 1000.0 / dt_ms if dt_ms else None)


def place_mark(session: Session, mark: str, tick: int) -> t.PlaceMarks | None:
    """Put a mark to a tick, as near as the record comes; None: it stands there."""
    placed = marks(session)
    if placed is None:
        return None
    record = session.cell.record
    held = min(max(tick, record.first_tick), record.end_tick - 1)
    wanted = list(placed)
    wanted[MARKS.index(mark)] = held
    if tuple(wanted) == placed:
        return None
    return t.PlaceMarks(*wanted)


def spike_beside(session: Session, tick: int, by: int) -> int:
    """The tick of the next spike, or of the last one before where ``by`` is negative.

    Without any, the end of the record on that side.
    """
    record = session.cell.record
    if by > 0:
        later = np.flatnonzero(record.span(tick + 1, record.end_tick).spikes)
        first = max(tick + 1, record.first_tick)
        return first + int(later[0]) if len(later) else record.end_tick - 1
    earlier = np.flatnonzero(record.span(record.first_tick, tick).spikes)
    return record.first_tick + int(earlier[-1] if len(earlier) else 0)


def spike_near(session: Session, tick: int, within: int) -> int:
    """The spike nearest to a tick, if one is so near; else the tick itself."""
    first = max(session.cell.record.first_tick, tick - within)
    span = session.cell.record.span(first, tick + within + 1)
    spikes = span.first_tick + np.flatnonzero(span.spikes)
    if not len(spikes):
        return tick
    return int(spikes[np.argmin(np.abs(spikes - tick))])
