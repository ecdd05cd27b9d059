"""The race: what a press lets in, who wins, and that it is the same again."""

import math
from fractions import Fraction

import numpy as np
import pytest
from race_tools import QUICK

from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.race.lane import Flash
from lifgame.session.race.race import (
    COUNT,
    COUNT_S,
    GOAL,
    LONGEST_S,
    OFF,
    OVER,
    READY,
    RUN,
    TICKS_A_SECOND,
)
from lifgame.session.session import Session, replay
from lifgame.session.start import OPENING, Start

# R 12 MΩ, C 2 nF, 3 nA for 3 ms at dt 0.5 ms, by Euler's own closed form.
KEPT = 1.0 - 0.5 / 24.0
SPLASH_MV = 36.0 * (1.0 - KEPT**6)
EVERY = 8  # ticks: 5 presses a second at 1/50


def in_the_run(*, holds: bool = False) -> Session:
    session = Session()
    session.obey(g.StartRace(holds=holds))
    for lane in (0, 1):
        press(session, lane)
    session.run(COUNT_S * TICKS_A_SECOND)
    assert session.race.state == RUN
    return session


def press(session: Session, lane: int) -> None:
    session.obey(c.Inject(f"key {lane}", 1.0, lane))
    session.obey(c.Inject(f"key {lane}", 0.0, lane))


def pump(session: Session, every: tuple[int, int], seconds: float = 120.0) -> None:
    """Press each in its rhythm of ticks, 0 for never, until it is over."""
    for tick in range(round(seconds * TICKS_A_SECOND)):
        if session.race.state != RUN:
            return
        for lane, ticks in enumerate(every):
            if ticks and tick % ticks == 0:
                press(session, lane)
        session.run(1)


def test_nothing_runs_until_both_have_pressed_once() -> None:
    session = Session()
    session.obey(g.StartRace())
    assert session.race.state == READY
    session.tick(1.0)
    press(session, 0)
    press(session, 0)
    session.tick(1.0)
    assert (session.race.state, session.tick_count) == (READY, 0)
    press(session, 1)
    assert session.race.state == COUNT
    seen = []
    for _ in range(COUNT_S * TICKS_A_SECOND):
        seen.append(session.race.number)
        press(session, 0)
        session.run(1)
    assert list(dict.fromkeys(seen)) == [3, 2, 1]
    assert session.race.state == RUN
    assert session.cells[0].voltage_mv == 0.0, "pressed too early lets nothing in"


def test_one_press_is_one_splash_for_its_own_cell_however_long_it_is_held() -> None:
    for held_ticks in (0, 1, 40):
        session = in_the_run()
        session.obey(c.Inject("key", 1.0, 1))
        session.run(held_ticks)
        session.obey(c.Inject("key", 1.0, 1))
        session.obey(c.Inject("key", 0.0, 1))
        session.run(40 - held_ticks)
        expected_mv = SPLASH_MV * KEPT ** (40 - 6)
        assert session.cells[1].voltage_mv == pytest.approx(expected_mv, abs=1e-9)
        assert session.cells[0].voltage_mv == 0.0


def test_eight_presses_at_five_a_second_reach_the_line_and_three_never_do() -> None:
    session = in_the_run()
    for _ in range(7):
        press(session, 0)
        session.run(EVERY)
    assert session.race.scores == (0, 0)
    press(session, 0)
    session.run(EVERY)
    assert session.race.scores == (1, 0)
    slow = in_the_run()
    pump(slow, (12, 12))
    assert slow.race.scores == (0, 0)
    # The highest that so slow a hand comes: a geometric row.
    assert SPLASH_MV / (1.0 - KEPT**12) < 20.0 < SPLASH_MV / (1.0 - KEPT**EVERY)


def test_ten_spikes_win_and_the_quicker_hand_has_them_first() -> None:
    session = in_the_run()
    pump(session, (9, EVERY))
    race = session.race
    assert race.state == OVER
    assert race.scores[1] == GOAL > race.scores[0] > 0
    assert race.winner == 1
    before = session.tick_count
    press(session, 0)
    session.run(100)
    assert session.tick_count == before, "at the end time waits"


def test_who_presses_the_same_has_the_same_and_both_win() -> None:
    session = in_the_run()
    pump(session, (EVERY, EVERY))
    assert session.race.scores == (GOAL, GOAL)
    assert (session.race.state, session.race.winner) == (OVER, None)


def test_sixty_seconds_end_it_and_more_spikes_win() -> None:
    session = in_the_run()
    for _ in range(3 * EVERY):
        press(session, 0)
        session.run(4)
    few = session.race.scores[0]
    assert 0 < few < GOAL
    pump(session, (0, 0))
    assert session.race.state == OVER
    assert session.tick_count == (COUNT_S + LONGEST_S) * TICKS_A_SECOND
    assert session.cell.time_ms == 63 * 1000.0 / 50
    assert (session.race.scores, session.race.winner) == ((few, 0), 0)
    assert session.race.seconds_left == 0.0


def test_a_hand_quicker_than_the_tap_gains_nothing() -> None:
    session = in_the_run()
    pump(session, (1, 6))
    assert session.race.winner is None
    assert session.race.scores == (GOAL, GOAL)


def test_a_button_can_be_held_where_hands_cannot_press_quickly() -> None:
    session = in_the_run(holds=True)
    session.obey(c.Inject("key", 1.0, 1))
    press(session, 0)
    session.run(40)
    assert session.race.scores == (0, 1)
    session.obey(c.Inject("key", 0.0, 1))
    session.run(40)
    assert session.race.scores == (0, 1)


def test_who_held_on_before_the_start_has_to_press_again() -> None:
    session = Session()
    session.obey(g.StartRace(holds=True))
    for lane in (0, 1):
        session.obey(c.Inject("key", 1.0, lane))
    session.run(COUNT_S * TICKS_A_SECOND + 100)
    assert session.race.state == RUN
    assert session.race.scores == (0, 0)


@pytest.mark.parametrize("holds", [False, True])
def test_a_race_replays_bit_for_bit(*, holds: bool) -> None:
    session = Session(OPENING)
    session.tick(0.3)
    session.obey(g.StartRace(holds=holds))
    for frame in range(60 * 9):
        for lane, every in ((0, QUICK), (1, 7)):
            if frame % every in (0, every - 2):
                share = float(frame % every == 0)
                session.obey(c.Inject(f"finger {lane}", share, lane))
        session.tick(1 / 60)
    assert sum(session.race.scores) > 1
    again = replay(session.log, session.tick_count, OPENING)
    assert again.race.scores == session.race.scores
    for one, other in zip(again.cells, session.cells, strict=True):
        ours, theirs = (
            cell.record.span(0, cell.record.end_tick) for cell in (one, other)
        )
        assert np.array_equal(ours.voltage_mv, theirs.voltage_mv)
        assert np.array_equal(ours.current_na, theirs.current_na)


def test_leaving_in_the_middle_gives_back_what_was_there() -> None:
    session = Session(Start(speed=Fraction(1, 4)))
    session.run(300)
    cell, voltage_mv = session.cell, session.cell.voltage_mv
    session.obey(g.StartRace())
    for lane in (0, 1):
        session.obey(c.Inject("key", 1.0, lane))
    session.run(200)
    session.obey(c.Back())
    for lane in (0, 1):
        # Hands that were on it let go only now.
        session.obey(c.Inject("key", 0.0, lane))
    assert session.race.state == OFF
    assert session.place.screen == "play"
    assert session.cells == (cell,)
    assert (session.tick_count, session.cell.voltage_mv) == (300, voltage_mv)
    assert session.clock.speed == Fraction(1, 4)
    assert not session.clock.tempo.is_auto
    session.tick(0.1)
    assert session.tick_count > 300


def test_both_have_the_same_neuron_to_the_end() -> None:
    session = in_the_run()
    for command in (
        c.SetParameter("threshold", 10.0),
        c.NudgeParameter("current", 9, cell=1),
        c.SelectPreset("granule", cell=1),
        c.SelectPattern("noisy"),
        c.SetSpeed(Fraction(1)),
        c.TogglePause(),
        g.StartGuide("almost"),
    ):
        session.obey(command)
    assert [cell.preset.id for cell in session.cells] == ["pyramidal"] * 2
    assert [cell.value("threshold") for cell in session.cells] == [20.0] * 2
    assert [cell.value("current") for cell in session.cells] == [0.0] * 2
    assert session.clock.speed == Fraction(1, 50)
    assert session.race.state == RUN
    assert not session.clock.is_paused
    with pytest.raises(KeyError):
        session.obey(c.Inject("key", 1.0, 2))


def test_a_screen_without_a_race_is_not_stayed_on() -> None:
    session = Session()
    session.obey(c.ShowScreen("race"))
    assert session.place.screen == "play"


# --- lamps ---------------------------------------------------------------------------


def test_a_lamp_flashes_at_most_once_a_second_and_glows_above_that() -> None:
    flash = Flash()
    shown = []
    for wait_s in (0.0, 1.02, 0.98, 0.5, 1.1):
        flash.live(wait_s)
        flash.spike()
        shown.append((flash.shown, flash.is_band))
    assert shown == [(1, False), (2, False), (2, True), (2, True), (3, False)]
    flash.spike()
    assert flash.is_band
    flash.live(1.5)
    assert not flash.is_band
    assert math.isclose(flash.since_flush_s, 1.5)


def test_even_an_open_tap_fires_less_than_once_a_second_on_the_wall() -> None:
    session = in_the_run(holds=True)
    for lane in (0, 1):
        session.obey(c.Inject("key", 1.0, lane))
    for _ in range(60 * 12):
        session.tick(1 / 60)
        assert not any(lane.flash.is_band for lane in session.race.lanes)
    assert session.race.scores == (GOAL, GOAL)
    assert [lane.flash.shown for lane in session.race.lanes] == [GOAL, GOAL]


def test_a_race_is_not_begun_from_a_page_of_learn() -> None:
    session = Session()
    session.obey(g.ShowPage("leak"))
    session.obey(g.StartRace())
    assert session.learn.is_open
    assert not session.race.is_running
