"""The visitor drums in the neuron's rhythm, and not a drop flows in by it."""

from math import inf

import pytest
from guide_tools import begin, progress_of, visitor
from pilot import Pilot
from sound_tools import heard, names

from lifgame.app.sound.names import named
from lifgame.app.sound.plan import SoundPlan
from lifgame.content.texts import shipped_texts
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide.beats import Beats
from lifgame.session.guide.seat import fresh_cells
from lifgame.session.guide.table import GUIDES
from lifgame.session.session import replay

ROW = GUIDES["beat"]
# 24 ms ln(24 / 4), in steps of half a millisecond.
INTERVAL_TICKS = 86


@pytest.mark.parametrize(
    ("at_ms", "percent"),
    [
        ((0, 40, 80, 120), 100.0),
        ((0, 40, 80, 116), 90.0),
        ((0, 44, 80, 120), 90.0),
        ((500, 550, 600, 650), 75.0),
        ((0, 7, 47, 87, 127), 100.0),
        ((0, 40, 80, 200), 0.0),
        ((0, 40, 80), -inf),
        ((0, 40, 40, 40, 80), -inf),
    ],
)
def test_the_interval_that_is_furthest_off_counts(
    at_ms: tuple[float, ...], percent: float
) -> None:
    beats = Beats()
    for beat_ms in at_ms:
        beats.take(beat_ms)
    assert beats.match_percent(40.0) == pytest.approx(percent)
    assert beats.match_percent(inf) == -inf


def drummed(interval_ticks: int) -> Pilot:
    """Somebody who waits for two spikes and taps six times."""
    pilot = visitor()
    begin(pilot, ROW)
    pilot.session.run(2 * INTERVAL_TICKS + 10)
    for _ in range(6):
        pilot.game.obey([c.Inject("key", 1.0)])
        pilot.session.run(15)
        pilot.game.obey([c.Inject("key", 0.0)])
        pilot.session.run(interval_ticks - 15)
    return pilot


@pytest.mark.parametrize(
    ("times", "stars"), [(1.0, 3), (1.04, 3), (1.1, 2), (0.8, 1), (1.5, 0)]
)
def test_the_nearer_the_tempo_the_more_stars(times: float, stars: int) -> None:
    pilot = drummed(round(INTERVAL_TICKS * times))
    assert pilot.session.guide.stars.of("beat") == stars
    assert pilot.game.containment.faults == {}


def test_who_taps_a_key_at_every_light_of_the_lamp_keeps_the_time() -> None:
    pilot = visitor()
    begin(pilot, ROW)
    cell, spikes, frames = pilot.session.cell, 0, 0
    while not progress_of(pilot).is_over and frames < 30 * 10:
        frames += 1
        pilot.frame(elapsed_s=1 / 30)
        if cell.spike_count > spikes:
            spikes = cell.spike_count
            pilot.press("space")
    assert pilot.session.guide.stars.of("beat") == 3
    assert spikes / (frames / 30) == pytest.approx(0.9, abs=0.15), "not too fast"


def test_drumming_lets_nothing_in() -> None:
    pilot = drummed(INTERVAL_TICKS // 2)
    session = pilot.session
    untouched = fresh_cells(ROW)[0]
    untouched.run(session.tick_count)
    assert session.cell.voltage_mv == untouched.voltage_mv
    assert session.cell.spike_count == untouched.spike_count > 4


def test_two_hands_at_once_are_one_beat_and_holding_is_none_more() -> None:
    cell = fresh_cells(ROW)[0]
    cell.run(10)
    cell.obey(c.Inject("key", 1.0))
    cell.run(3)
    cell.obey(c.Inject("finger 1", 1.0))
    cell.obey(c.Inject("key", 1.0))
    assert cell.push_tick == 10
    cell.obey(c.Inject("key", 0.0))
    cell.obey(c.Inject("finger 1", 0.0))
    cell.run(4)
    cell.obey(c.Inject("finger 1", 1.0))
    assert cell.push_tick == 17


def test_once_left_the_drum_is_hold_again_and_what_is_held_is_let_go() -> None:
    pilot = visitor()
    begin(pilot, ROW)
    pilot.key_down("space")
    assert pilot.session.cell.pushes
    pilot.game.obey([g.LeaveGuide()])
    assert pilot.session.cell.injected_na == 0.0
    pilot.key_up("space")
    pilot.key_down("space")
    assert pilot.session.cell.injected_na > 0.0


def test_the_button_is_called_a_drum_and_the_water_cannot_be_taken() -> None:
    pilot = visitor()
    texts = shipped_texts("en")
    begin(pilot, ROW)
    pilot.game.obey([c.Focus("inject")])
    assert named(pilot.session, texts) == "DRUM"
    assert pilot.game.board.find("water") is None
    pilot.game.obey([g.LeaveGuide(), c.Focus("inject")])
    assert named(pilot.session, texts) == "HOLD"


def test_a_drum_knocks_once_for_each_beat_and_other_buttons_tick() -> None:
    plan = SoundPlan()
    assert names(plan.update(heard(presses=1, drummed=5))) == ["knock"]
    assert names(plan.update(heard(drummed=5))) == []
    assert names(plan.update(heard(presses=1, drummed=5, elapsed_s=0.2))) == ["tick"]
    assert names(plan.update(heard(presses=1, drummed=9, elapsed_s=0.2))) == ["knock"]
    assert names(plan.update(heard(presses=1, elapsed_s=0.2))) == ["tick"]


def test_drumming_replays_bit_for_bit() -> None:
    pilot = drummed(INTERVAL_TICKS + 2)
    session = pilot.session
    again = replay(session.log, session.tick_count, pilot.game.start)
    assert again.guide.progress is not None
    found = again.guide.progress.meter.readings["beat_match"]
    assert found == progress_of(pilot).meter.readings["beat_match"] > 90.0
    assert again.guide.stars.of("beat") == session.guide.stars.of("beat") == 3
