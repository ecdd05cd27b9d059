"""Plays the guide's rows as a visitor would, through ``Game.frame``."""

from collections.abc import Iterator
from typing import Any

import pytest
from pilot import Pilot

from lifgame.content.texts import Library
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide.progress import (
    DO,
    EXPLAINED,
    MEASURED,
    PREDICT,
    Progress,
)
from lifgame.session.guide.rows import Bar, Move, Row
from lifgame.session.guide.table import GUIDES
from lifgame.session.preferences import Preferences
from lifgame.session.start import OPENING

TICK_S = 0.0005
# Gulps hold simulated time: a wait on the wall may last so much longer, in seconds.
PATIENCE_S = 12.0
FRAME_S = 1 / 30


def visitor(size: tuple[int, int] = (800, 480), **settings: str) -> Pilot:
    """Somebody in front of the opening screen."""
    library = Library()
    preferences = Preferences(settings, languages=library.languages)
    return Pilot(size, OPENING, preferences=preferences, library=library)


def progress_of(pilot: Pilot) -> Progress:
    """How far the visitor is in what is guided.

    Raises:
        AssertionError: If nothing is.
    """
    progress = pilot.session.guide.progress
    assert progress is not None
    return progress


def a_guess(row: Row) -> float:
    """Any guess, and hardly the right one."""
    return row.guess.high / 2 if isinstance(row.guess, Bar) else 1.0


def begin(pilot: Pilot, row: Row) -> None:
    """Start a row and, where one is asked for, make a guess."""
    pilot.game.obey([g.StartGuide(row.id)])
    pilot.frame()
    if progress_of(pilot).state == PREDICT:
        pilot.game.obey([g.PlaceGuess(a_guess(row)), g.ConfirmGuess()])
        pilot.frame()


def wait_ticks(pilot: Pilot, ticks: int) -> None:
    """Let frames pass until so many ticks are made."""
    end = pilot.session.tick_count + ticks
    for _ in range(round(PATIENCE_S / FRAME_S)):
        left = end - pilot.session.tick_count
        if left <= 0:
            return
        # No further than the next move, however fast time runs.
        speed = float(pilot.session.clock.speed)
        pilot.frame(elapsed_s=min(FRAME_S, left * TICK_S / speed + 1e-9))
    raise AssertionError(f"waited too long for {ticks} ticks")


def leap(pilot: Pilot, moves: tuple[Move, ...]) -> None:
    """The same without any frame: for who only wants to see the end."""
    for move in moves:
        pilot.session.run(move.ticks)
        if move.command is not None:
            pilot.game.obey([move.command])


def play(pilot: Pilot, moves: tuple[Move, ...]) -> None:
    """Make the moves of a solution, each at its tick."""
    for move in moves:
        wait_ticks(pilot, move.ticks)
        if move.command is not None:
            pilot.game.obey([move.command])


def lift(pilot: Pilot, row: Row) -> None:
    """Where a curtain waits for an estimate: the truth, and up with it."""
    truth = pilot.session.cells[0]
    for name in row.estimated:
        pilot.game.obey([c.SetParameter(name, truth.value(name), cell=1)])
    if row.secret is not None:
        pilot.game.obey([g.ConfirmGuess()])


def states(pilot: Pilot, row: Row) -> Iterator[str]:
    """Every state of a row, one after the other."""
    pilot.game.obey([g.StartGuide(row.id)])
    pilot.frame()
    if row.guess is not None:
        yield PREDICT
        pilot.game.obey([g.PlaceGuess(a_guess(row)), g.ConfirmGuess()])
        pilot.frame()
    yield DO
    leap(pilot, row.solution)
    lift(pilot, row)
    pilot.frame(elapsed_s=0.1)
    if row.is_experiment:
        yield MEASURED
        pilot.game.obey([g.NextStep()])
        pilot.frame(elapsed_s=0.1)
    yield EXPLAINED


ROWS = list(GUIDES.values())
each_row = pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
EXPERIMENTS = [row for row in ROWS if row.is_experiment]
GUESSED = [row for row in ROWS if row.guess is not None]
each_guess = pytest.mark.parametrize("row", GUESSED, ids=[row.id for row in GUESSED])
each_experiment = pytest.mark.parametrize(
    "row", EXPERIMENTS, ids=[row.id for row in EXPERIMENTS]
)
SIZES = [(1920, 1080), (1280, 720), (1080, 1920), (800, 480), (1024, 768)]
OFTEN_ROWS = ("rheobase", "count")
OFTEN_SIZES = ((1280, 720), (1080, 1920), (800, 480))


def often(value: object, name: str, *, is_often: bool) -> Any:
    """One case of a test that the quick run tries only for a few."""
    return pytest.param(value, id=name, marks=[] if is_often else [pytest.mark.slow])


# The rest of these is repetition, and waits for the slow run.
some_rows = pytest.mark.parametrize(
    "row", [often(row, row.id, is_often=row.id in OFTEN_ROWS) for row in ROWS]
)
at_every_size = pytest.mark.parametrize(
    "size",
    [often(s, f"{s[0]}x{s[1]}", is_often=s in OFTEN_SIZES) for s in SIZES],
)
