"""Every row of the guide: played as it can be done, wrong, left, and begun again."""

import math
from dataclasses import replace

import pytest
from guide_tools import (
    a_guess,
    begin,
    each_guess,
    each_row,
    lift,
    play,
    progress_of,
    some_rows,
    visitor,
    wait_ticks,
)

from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide.guide import HINT_AFTER_S, SKIP_AFTER_S
from lifgame.session.guide.progress import DO, EXPLAINED, MEASURED, PREDICT
from lifgame.session.guide.rows import LONGEST_SHOW_S, Check, Row
from lifgame.session.guide.table import GUIDES
from lifgame.session.session import Session, replay

# From V_th/R, tau ln(RI/(RI - V_th)) and R I, worked out by hand.
CLOSED_FORMS = {
    "memory": 40.0,
    "rheobase": 20 / 12,
    "line": 23.2546,
    "rule": 24.0,
    "favourite": 10.3065,
}


@each_row
def test_its_solution_ends_with_the_truth_and_three_stars(row: Row) -> None:
    pilot = visitor()
    begin(pilot, row)
    play(pilot, row.solution)
    lift(pilot, row)
    progress = progress_of(pilot)
    assert progress.done == [True] * len(row.goals)
    assert progress.state == (MEASURED if row.is_experiment else EXPLAINED)
    assert pilot.session.guide.stars.of(row.id) == progress.earned == 3
    if row.is_experiment:
        assert progress.found is not None
        assert progress.theory is not None
        assert progress.found == pytest.approx(progress.theory, rel=0.04)
        expected = CLOSED_FORMS.get(row.id, progress.theory)
        assert progress.theory == pytest.approx(expected, abs=1e-4)


@some_rows
def test_doing_nothing_earns_nothing_more_and_says_the_way(row: Row) -> None:
    pilot = visitor()
    begin(pilot, row)
    guide = pilot.session.guide
    before = guide.stars.of(row.id)
    assert not guide.gives_hint
    pilot.wait(HINT_AFTER_S + 0.5, frame_s=0.25)
    if row.id == "line":
        # The first rhythm comes by itself; nothing else does.
        pilot.wait(HINT_AFTER_S, frame_s=0.25)
    assert progress_of(pilot).state == DO
    assert guide.gives_hint
    assert guide.stars.of(row.id) == before == int(row.guess is not None)


@some_rows
def test_no_goal_is_a_dead_end(row: Row) -> None:
    pilot = visitor()
    begin(pilot, row)
    guide = pilot.session.guide
    assert not guide.can_skip
    for _ in row.goals:
        if progress_of(pilot).state != DO:
            break
        pilot.wait(SKIP_AFTER_S + 0.5, frame_s=0.25)
        if row.id == "line":
            pilot.wait(2.0, frame_s=0.25)
        assert guide.can_skip
        pilot.click("goals")
    if row.secret is not None:
        pilot.game.obey([c.NudgeParameter(row.estimated[0], 1, cell=1)])
        pilot.click("go")
    assert progress_of(pilot).is_over
    assert guide.stars.of(row.id) <= 1, "what was left out earns no star"


def wrong_moves(row: Row) -> list[c.SessionCommand]:
    """What somebody does who has not understood it."""
    if "current" in row.live:
        # Only where it has to fire often a tap that is hardly open is wrong.
        current_na = 0.5 if row.id == "slowing" else 5.0
        return [c.SetParameter("current", current_na)]
    if "threshold" in row.live:
        return [c.SetParameter("threshold", 10.0)]
    return [c.Inject("mouse", 1.0)]


@some_rows
def test_done_wrong_it_is_not_yet_done(row: Row) -> None:
    pilot = visitor()
    begin(pilot, row)
    pilot.game.obey(wrong_moves(row))
    wait_ticks(pilot, 120)
    progress = progress_of(pilot)
    assert progress.state == DO
    assert not row.goals or not all(progress.done)
    assert progress.earned < 3


def test_the_smallest_current_is_not_found_by_opening_the_tap_at_once() -> None:
    pilot = visitor()
    row = GUIDES["rheobase"]
    begin(pilot, row)
    pilot.game.obey([c.SetParameter("current", 5.0)])
    wait_ticks(pilot, 200)
    assert progress_of(pilot).done == [True, False]
    pilot.game.obey([c.SetParameter("current", 1.7)])
    wait_ticks(pilot, 400)
    assert progress_of(pilot).done == [True, False], "one that is silent is missing"
    pilot.game.obey([c.SetParameter("current", 1.6)])
    wait_ticks(pilot, 400)
    progress = progress_of(pilot)
    assert progress.found == pytest.approx(1.7)


def test_pushing_by_hand_does_not_count_as_the_tap() -> None:
    pilot = visitor()
    begin(pilot, GUIDES["rheobase"])
    pilot.game.obey([c.SetParameter("current", 1.0), c.Inject("mouse", 1.0)])
    wait_ticks(pilot, 300)
    assert pilot.session.cell.spike_count > 0
    assert math.isinf(progress_of(pilot).meter.readings["smallest_na"])


def test_over_the_line_the_seconds_begin_again_and_the_stars_stay() -> None:
    pilot = visitor()
    begin(pilot, GUIDES["almost"])
    pilot.game.obey([c.SetParameter("current", 1.65)])
    while pilot.session.guide.stars.of("almost") < 2:
        wait_ticks(pilot, 10)
    assert progress_of(pilot).meter.readings["staying_s"] >= 1.0
    pilot.game.obey([c.SetParameter("current", 3.0)])
    wait_ticks(pilot, 20)
    assert progress_of(pilot).meter.readings["staying_s"] == 0.0
    assert pilot.session.guide.stars.of("almost") == 2
    pilot.game.obey([g.RestartStep()])
    assert pilot.session.guide.stars.of("almost") == 2


def test_a_press_into_what_is_left_is_no_shortest_press() -> None:
    pilot = visitor()
    begin(pilot, GUIDES["tap"])
    for ticks in (30, 20):
        pilot.game.obey([c.Inject("mouse", 1.0)])
        wait_ticks(pilot, ticks)
        pilot.game.obey([c.Inject("mouse", 0.0)])
        wait_ticks(pilot, 4)
    assert pilot.session.cell.spike_count == 1
    assert math.isinf(progress_of(pilot).meter.readings["shortest_ms"])


# --- predict first ----------------------------------------------------------------


@each_guess
def test_without_a_guess_nothing_goes_on(row: Row) -> None:
    pilot = visitor()
    pilot.game.obey([g.StartGuide(row.id)])
    pilot.frame()
    pilot.click("go")
    guide = pilot.session.guide
    assert progress_of(pilot).state == PREDICT
    assert guide.is_nodding
    pilot.wait(1.0)
    assert pilot.session.tick_count == 0, "nothing flows while a guess is made"
    pilot.game.obey([g.PlaceGuess(a_guess(row))])
    pilot.click("go")
    assert progress_of(pilot).state == DO


@some_rows
def test_a_guess_however_wrong_costs_no_star(row: Row) -> None:
    pilot = visitor()
    if row.guess is None:
        return
    pilot.game.obey([g.StartGuide(row.id), g.PlaceGuess(0.0), g.ConfirmGuess()])
    pilot.frame()
    play(pilot, row.solution)
    assert pilot.session.guide.stars.of(row.id) == 3


@each_row
def test_only_the_live_controls_pass(row: Row) -> None:
    session = Session()
    session.obey(g.StartGuide(row.id))
    if row.guess:
        session.obey(c.Inject("mouse", 1.0))
        assert not session.cell.pushes
        session.obey(g.PlaceGuess(1.0))
        session.obey(g.ConfirmGuess())
    before = dict(session.cell.values), session.cell.preset.id, session.clock.speed
    entries = len(session.log)
    for command in (
        c.SetParameter("resistance", 40.0),
        c.NudgeParameter("capacitance", 3),
        c.SelectPreset("granule"),
        c.BrowsePresets(1),
        c.SelectPattern("sine"),
        c.BrowseSpeeds(1),
        c.TogglePause(),
        c.StepOnce(),
    ):
        session.obey(command)
    after = dict(session.cell.values), session.cell.preset.id, session.clock.speed
    assert after == before
    assert not session.clock.is_paused
    assert len(session.log) == entries, "what does not pass is not logged"


def test_only_a_row_can_put_the_rule_aside() -> None:
    session = Session()
    session.obey(g.SetRule(fires=False))
    assert session.cell.fires


# --- replay, rows -------------------------------------------------------------------


@some_rows
def test_a_guided_visit_replays_bit_for_bit(row: Row) -> None:
    pilot = visitor()
    begin(pilot, row)
    pilot.game.obey([g.ShowMe()])
    pilot.wait(LONGEST_SHOW_S + 0.5, frame_s=0.2)
    play(pilot, row.solution)
    pilot.game.obey([g.RestartStep(), g.UndoRestart(), g.NextStep(), g.LeaveGuide()])
    pilot.wait(0.3)
    session = pilot.session
    again = replay(session.log, session.tick_count, pilot.game.start)
    assert again.cell.voltage_mv == session.cell.voltage_mv
    assert again.cell.spike_count == session.cell.spike_count
    assert again.guide.stars.of(row.id) == session.guide.stars.of(row.id)
    assert again.place.screen == session.place.screen


def test_a_reset_keeps_the_stars_and_the_end_of_a_visit_does_not() -> None:
    pilot = visitor()
    begin(pilot, GUIDES["tap"])
    play(pilot, GUIDES["tap"].solution)
    pilot.game.obey([c.Reset()])
    pilot.frame()
    assert not pilot.session.guide.is_running
    assert pilot.session.guide.stars.of("tap") == 3
    pilot.session.guide.stars.forget()
    assert pilot.session.guide.stars.of("tap") == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "game"},
        {"goals": ()},
        {"guess": None},
        {"live": ("colour",)},
        {"solution": ()},
        {"gauge": ("spikes", "", 1.0)},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_row_that_does_not_fit_together_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="guide rheobase"):
        replace(GUIDES["rheobase"], **wrong)  # type: ignore[arg-type]


def test_a_check_on_a_reading_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="no reading 'mood'"):
        Check("mood")
