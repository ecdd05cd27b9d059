"""Tries whether a row can be done: its solution is played through the guide itself."""

from lifgame.session import guide_commands as g
from lifgame.session.exhibit import Exhibit
from lifgame.session.guide.progress import Progress
from lifgame.session.guide.rows import STARS, Bar, Check, Row
from lifgame.session.session import Session

# What comes out may be so far from theory, as a share of it.
FAR = 0.1


def unsolved(row: Row) -> str:
    """Why its solution does not solve a row; empty if it does."""
    exhibit = Exhibit()
    exhibit.own_rows = (row,)
    session = Session(exhibit=exhibit)
    session.obey(g.StartGuide(row.id))
    if row.guess is not None:
        middle = row.guess.high / 2 if isinstance(row.guess, Bar) else 0.0
        session.obey(g.PlaceGuess(middle))
        session.obey(g.ConfirmGuess())
    for move in row.solution:
        session.run(move.ticks)
        if move.command is not None:
            session.obey(move.command)
    progress = session.guide.progress
    return "it could not be begun" if progress is None else _lack(progress)


def _lack(progress: Progress) -> str:
    """What is left to be done at the end of a solution."""
    row, readings = progress.row, progress.meter.readings
    place = progress.next_goal
    if place is not None:
        goal = row.goals[place]
        return (
            f"goal_{place + 1} is not reached: at the end {goal.reading} is "
            f"{readings[goal.reading]:.4g}{_wanted(goal)}"
        )
    if progress.earned < STARS and row.close is not None:
        close = row.close
        reading = readings[close.reading]
        return f"close is not reached: {close.reading} is {reading:.4g}{_wanted(close)}"
    found, theory = progress.found, progress.theory
    if found is None or theory is None or abs(found - theory) <= FAR * abs(theory):
        return ""
    return f"found {found:.4g}, but theory says {theory:.4g}"


def _wanted(check: Check) -> str:
    return f", and should be from {check.at_least:g} to {check.at_most:g}"
