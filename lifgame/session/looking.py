"""Looking back: which past tick is asked for, while simulated time is held."""

from lifgame.content.parameters import CURRENT
from lifgame.session import time_commands as t
from lifgame.session.session import Session


def looked_at(session: Session) -> int:
    """The tick that is shown; the newest one where nobody looks back."""
    past = session.clock.past_tick
    return session.tick_count - 1 if past is None else past


def look_at(session: Session, tick: int) -> t.LookAt | None:
    """Show the moment after a tick, as near as the record comes; None: it is shown."""
    newest = session.tick_count - 1
    if not session.clock.is_paused or newest < 0:
        return None
    held = max(tick, session.cell.record.first_tick)
    if min(held, newest) == looked_at(session):
        return None
    return t.LookAt(held if held < newest else None)


def look_by(session: Session, ms: float) -> t.LookAt | None:
    """Some simulated time further on, or back where it is negative; a tick at least."""
    ticks = round(ms / session.dt_ms) or (1 if ms > 0.0 else -1)
    return look_at(session, looked_at(session) + ticks)


def spikes_shown(session: Session, place: int = 0) -> int:
    """How many spikes a cell had until the moment that is shown."""
    past, cell = session.clock.past_tick, session.cells[place]
    if past is None:
        # A spike that is not seen yet is not counted yet.
        return cell.spike_count - session.clock.showings[place].is_due
    since = cell.record.span(past + 1, cell.record.end_tick)
    return max(0, cell.spike_count - int(since.spikes.sum()))


def tap_shown_na(session: Session, place: int = 0) -> float:
    """What a tap is set to; where one looks back, what it let in then."""
    past, cell = session.clock.past_tick, session.cells[place]
    if past is None:
        return cell.value(CURRENT.id)
    return max(cell.reading(past).steady_na, 0.0)
