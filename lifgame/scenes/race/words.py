"""What is said in the race, as keys of the texts and as words."""

from lifgame.content.texts import Texts
from lifgame.session.race.race import (
    COUNT,
    GOAL,
    LONGEST_S,
    OVER,
    READY,
    TICKS_A_SECOND,
)
from lifgame.session.session import Session

# Who has not fired for so long is told why, in real seconds.
LEAKS_AFTER_S = 5.0
_TICK_S = 1.0 / TICKS_A_SECOND


def lane_words(session: Session, lane: int) -> str:
    """What a visitor has to do now: a key of the texts."""
    race = session.race
    if race.state == READY:
        return "race.ready" if race.lanes[lane].is_ready else "race.press"
    if race.state == COUNT:
        return "race.count"
    if race.state == OVER:
        return "race.over"
    waited_s = LONGEST_S - race.seconds_left
    if race.scores[lane]:
        waited_s = _since_spike_s(session, lane)
    if waited_s >= LEAKS_AFTER_S:
        return "race.leaks"
    return "race.hold" if race.holds else "race.pump"


def _since_spike_s(session: Session, lane: int) -> float:
    cell = session.cells[lane]
    since_ms = cell.time_ms - (cell.last_spike_ms or 0.0)
    return since_ms / session.dt_ms * _TICK_S


def pump_words(session: Session, texts: Texts) -> tuple[str, str]:
    """What stands on a button."""
    if session.race.holds:
        return texts("hold.title"), texts("hold.note")
    return texts("race.button"), texts("race.note")


def goal_words(texts: Texts) -> str:
    """Of how many spikes."""
    return texts.plural("race.goal", GOAL)


def result_words(session: Session, lane: int, texts: Texts) -> str:
    """What is said beside a visitor's letter at the end."""
    winner = session.race.winner
    if winner is None:
        return texts("race.both")
    if winner == lane:
        return texts("race.wins")
    return texts.plural("race.fired", session.race.scores[lane])
