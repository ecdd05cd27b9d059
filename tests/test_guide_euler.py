"""What does the computer do? Steps beside the exact curve, and how far they stray."""

import math

import numpy as np
import pygame
import pytest
from guide_tools import begin, leap, progress_of, visitor, wait_ticks
from test_redraw import differences

from lifgame.model.neurons.lif import EulerLif
from lifgame.model.neurons.lif_parameters import LifParameters
from lifgame.model.simulation import Simulation
from lifgame.scenes.guide.scene import GuideScene
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide.table import GUIDES
from lifgame.session.session import Session, replay
from lifgame.view.paper import steps

ROW = GUIDES["euler"]
# The pyramidal neuron: R I, tau and line.
SETTLE_MV, TAU_MS, LINE_MV, TICK_MS = 24.0, 24.0, 20.0, 0.5
STOPS = (0.1, 0.5, 1.0, 2.0, 5.0)


def polygon_mv(time_ms: float, step_ms: float) -> float:
    """Euler's V: from corner to corner of R I (1 - (1 - dt/tau)^n)."""
    whole = time_ms / step_ms
    n = math.floor(whole + 1e-9)
    corners = [SETTLE_MV * (1.0 - (1.0 - step_ms / TAU_MS) ** k) for k in (n, n + 1)]
    return corners[0] + (corners[1] - corners[0]) * (whole - n)


def exact_mv(time_ms: float) -> float:
    return SETTLE_MV * (1.0 - math.exp(-time_ms / TAU_MS))


def fires_ms(step_ms: float) -> float:
    """The end of the first step that ends at the line or over it."""
    n = math.log(1.0 - LINE_MV / SETTLE_MV) / math.log(1.0 - step_ms / TAU_MS)
    return math.ceil(n - 1e-9) * step_ms


def largest_error_mv(step_ms: float) -> float:
    """At the ends of the ticks before it fires, worked out anew."""
    ticks = math.ceil(fires_ms(step_ms) / TICK_MS - 1e-9)
    times = [tick * TICK_MS for tick in range(1, ticks)]
    return max(abs(polygon_mv(t, step_ms) - exact_mv(t)) for t in times)


# --- the model ----------------------------------------------------------------------


@pytest.mark.parametrize("step_ms", STOPS)
def test_a_step_is_the_same_whatever_time_passes_at_once(step_ms: float) -> None:
    parameters = LifParameters(step_ms=step_ms)
    simulation = Simulation(EulerLif(parameters), dt_ms=TICK_MS)
    simulation.waveform = lambda _: 2.0
    report = simulation.advance(200)
    assert report.spike_times_ms[0] == pytest.approx(fires_ms(step_ms))
    rows = simulation.record.span(0, round(fires_ms(step_ms) / TICK_MS) - 1)
    expected = [polygon_mv((k + 1) * TICK_MS, step_ms) for k in range(len(rows))]
    assert rows.rows[rows.channels.index("voltage_mv")] == pytest.approx(expected)
    gaps = np.diff(report.spike_times_ms)
    assert gaps == pytest.approx(fires_ms(step_ms))


def test_a_long_step_ends_where_one_tick_of_its_length_would_bit_for_bit() -> None:
    whole = EulerLif(LifParameters())
    parts = EulerLif(LifParameters(step_ms=2.0))
    for _ in range(60):
        whole.step(2.0, 2.0)
        for _ in range(4):
            parts.step(2.0, 0.5)
        assert parts.voltage_mv == whole.voltage_mv


def test_a_step_takes_the_current_of_its_beginning() -> None:
    neuron = EulerLif(LifParameters(step_ms=2.0))
    for current_na in (2.0, 0.0, 0.0, 0.0):
        neuron.step(current_na, 0.5)
    assert neuron.voltage_mv == pytest.approx(2.0 / TAU_MS * SETTLE_MV)


@pytest.mark.parametrize("refractory_ms", [0.0, 3.0])
def test_parts_of_steps_rest_as_long_as_whole_ones(refractory_ms: float) -> None:
    whole = EulerLif(LifParameters(refractory_ms=refractory_ms))
    parts = EulerLif(LifParameters(refractory_ms=refractory_ms, step_ms=2.0))
    short = EulerLif(LifParameters(refractory_ms=refractory_ms, step_ms=0.5))
    fine = EulerLif(LifParameters(refractory_ms=refractory_ms))
    for _ in range(120):
        whole.step(4.0, 2.0)
        parts.run([4.0] * 4, 0.5)
        assert parts.voltage_mv == whole.voltage_mv
        short.step(4.0, 2.0)
        fine.run([4.0] * 4, 0.5)
        assert short.voltage_mv == fine.voltage_mv
        assert short.is_refractory == fine.is_refractory


@pytest.mark.parametrize("step_ms", [0.3, 0.7, 24.0])
def test_a_step_that_does_not_fit_is_refused(step_ms: float) -> None:
    neuron = EulerLif(LifParameters(step_ms=step_ms))
    with pytest.raises(ValueError, match="step"):
        neuron.step(1.0, TICK_MS)


# --- the row --------------------------------------------------------------------------


def at(step_ms: float) -> Session:
    """The row after a climb in steps of a length."""
    session = Session()
    for command in (g.StartGuide(ROW.id), g.PlaceGuess(1.0), g.ConfirmGuess()):
        session.obey(command)
    session.run(4)
    # One of its own first: the same again is no other step.
    session.obey(g.SetStep(4.0))
    session.run(3)
    session.obey(g.SetStep(step_ms))
    session.run(round(fires_ms(step_ms) / TICK_MS + 0.499))
    return session


@pytest.mark.parametrize("step_ms", STOPS)
def test_each_climb_lands_with_its_error_against_the_exact_curve(
    step_ms: float,
) -> None:
    session = at(step_ms)
    progress = session.guide.progress
    assert progress is not None
    ((x, error_mv),) = progress.meter.points.all
    assert x == step_ms
    assert error_mv == pytest.approx(largest_error_mv(step_ms), rel=1e-9)
    # First order: dt / (2 tau) R I / e, and the next order for the longest.
    first_order_mv = step_ms / (2.0 * TAU_MS) * SETTLE_MV / math.e
    assert error_mv == pytest.approx(first_order_mv, rel=0.1)
    assert ROW.plot is not None
    assert ROW.plot.theory(session.cell, step_ms) == pytest.approx(error_mv, rel=0.02)


def test_half_the_step_makes_half_the_error() -> None:
    for step_ms in (1.0, 2.0):
        ratio = largest_error_mv(step_ms) / largest_error_mv(step_ms / 2.0)
        assert ratio == pytest.approx(2.0, rel=0.04)
    pilot = visitor()
    begin(pilot, ROW)
    leap(pilot, ROW.solution)
    found = progress_of(pilot).found
    assert found is not None
    octaves = math.log2(5.0 / 0.1)
    expected = (largest_error_mv(5.0) / largest_error_mv(0.1)) ** (1.0 / octaves)
    assert found == pytest.approx(expected)


def test_the_shown_neuron_fires_sooner_with_big_steps_and_a_quick_one_later() -> None:
    exact_ms = TAU_MS * math.log(SETTLE_MV / (SETTLE_MV - LINE_MV))
    assert fires_ms(5.0) < fires_ms(2.0) < fires_ms(0.1) < exact_ms
    assert fires_ms(0.1) == pytest.approx(exact_ms, abs=0.1)
    session = at(5.0)
    cell, second = session.cells
    assert cell.last_spike_ms == pytest.approx(3.5 + fires_ms(5.0))
    session.run(10)
    assert second.last_spike_ms == pytest.approx(3.5 + exact_ms)
    assert ROW.guess is not None
    # What the why says of the granule cell: R I 75 mV, tau 25 ms.
    stepped_ms = math.ceil(math.log(1 - 20 / 75) / math.log(1 - 0.5 / 25)) * 0.5
    assert round(1000.0 / stepped_ms) == 125
    assert round(1000.0 / (25.0 * math.log(75 / 55))) == 129


def test_another_step_empties_both_buckets_and_leaving_makes_it_usual() -> None:
    session = at(5.0)
    session.run(11)
    level_mv = session.cell.voltage_mv
    session.obey(g.SetStep(5.0))
    assert session.cell.voltage_mv == level_mv > 0.0
    session.obey(g.SetStep(2.0))
    assert [cell.voltage_mv for cell in session.cells] == [0.0, 0.0]
    session.obey(g.LeaveGuide())
    assert len(session.cells) == 1
    assert session.cell.step_ms == 0.0
    session.obey(g.SetStep(2.0))
    assert session.cell.step_ms == 0.0, "only the row can take other steps"


def test_no_other_row_takes_other_steps() -> None:
    session = Session()
    for command in (g.StartGuide("rheobase"), g.PlaceGuess(1.0), g.ConfirmGuess()):
        session.obey(command)
    session.obey(g.SetStep(2.0))
    assert session.cell.step_ms == 0.0


def test_theory_in_steps_follows_the_step() -> None:
    session = at(5.0)
    assert session.cell.stepped_hz == pytest.approx(1000.0 / fires_ms(5.0))


def test_steps_replay_bit_for_bit() -> None:
    session = at(1.0)
    session.obey(g.SetStep(0.1))
    session.run(33)
    again = replay(session.log, session.tick_count)
    assert [a.voltage_mv for a in again.cells] == [b.voltage_mv for b in session.cells]


# --- what is seen -------------------------------------------------------------------


def test_the_error_is_told_while_it_grows_and_stays_when_it_has_fired() -> None:
    pilot = visitor((1920, 1080))
    begin(pilot, ROW)
    plot, seen = pilot.widget("plot"), []
    for _ in range(4):
        wait_ticks(pilot, 12)
        seen.append(plot.face(pilot.session))
    assert len(set(seen)) == 4
    wait_ticks(pilot, 60)
    readings = progress_of(pilot).meter.readings
    assert readings["step_error_mv"] == pytest.approx(largest_error_mv(5.0))


@pytest.mark.parametrize(
    "size", [(800, 480), pytest.param((1080, 1920), marks=pytest.mark.slow)]
)
def test_the_dots_of_a_partial_redraw_are_those_of_a_full_one(
    size: tuple[int, int],
) -> None:
    pilot = visitor(size)
    begin(pilot, ROW)
    for step_ms in (5.0, 2.0):
        pilot.game.obey([g.SetStep(step_ms)])
        for _ in range(4):
            wait_ticks(pilot, 23)
            assert differences(pilot) == []
    pilot.game.obey([g.LeaveGuide()])
    pilot.frame()
    assert differences(pilot) == []


def test_a_dot_stands_at_the_end_of_each_step(monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = []
    # So small that no two touch.
    monkeypatch.setattr(steps, "RADIUS", 4.0)
    for is_blank in (False, True):
        if is_blank:
            monkeypatch.setattr(steps.StepPainter, "paint", lambda *_: None)
        pilot = visitor((1920, 1080))
        begin(pilot, ROW)
        # 39 ms: seven whole steps, and one that has not ended.
        wait_ticks(pilot, 78)
        pictures.append(pygame.surfarray.array3d(pilot.game.window_surface))
    differ = np.flatnonzero((pictures[0] != pictures[1]).any(axis=(1, 2)))
    dots = np.split(differ, np.flatnonzero(np.diff(differ) > 1) + 1)
    middles = [float(dot.mean()) for dot in dots]
    assert len(middles) == 7
    gaps = np.diff(middles)
    assert gaps == pytest.approx(gaps.mean(), abs=1.5)


def test_theory_is_a_curve_and_no_bucket() -> None:
    pilot = visitor()
    begin(pilot, ROW)
    wait_ticks(pilot, 90)
    scene = pilot.game.scene
    assert isinstance(scene, GuideScene)
    assert scene.picture.machine.beside is None
    second = pilot.session.cells[1]
    assert second.spike_count == 1
    assert pilot.session.clock.showings[1].shown == 0, "no flush holds time for it"
    assert pilot.game.containment.faults == {}


def test_the_current_is_no_other_after_the_last_question() -> None:
    pilot = visitor()
    begin(pilot, ROW)
    leap(pilot, ROW.solution)
    pilot.game.obey([g.NextStep(), c.SetParameter("current", 4.0)])
    assert [cell.value("current") for cell in pilot.session.cells] == [4.0, 4.0]
