"""The neuron's refractory period, its sliders, its bucket, and what it refuses."""

import math
from typing import Any

import pytest
from neuron_tools import (
    METHOD_NAMES,
    intervals,
    spike_times,
)

from lifgame.model.inputs import constant
from lifgame.model.neurons.lif import (
    MAX_SPIKES_PER_STEP,
    METHODS,
    EulerLif,
    ExactLif,
    Lif,
)
from lifgame.model.neurons.lif_parameters import LifParameters, refractory_steps
from lifgame.model.simulation import Simulation

# --- the refractory period --------------------------------------------------


@pytest.mark.parametrize(
    ("refractory_ms", "dt_ms", "steps"),
    [
        (0.0, 0.5, 0),
        (2.0, 0.5, 4),
        (0.3, 0.1, 3),
        (0.7, 0.1, 7),
        (0.1 * 3, 0.1, 3),  # a little more than 0.3
        (2.0, 0.1, 20),
        (10.0, 0.5, 20),
        (2.2, 0.5, 5),
        (0.1, 0.5, 1),
    ],
)
def test_euler_holds_the_refractory_period_for_whole_steps(
    refractory_ms: float, dt_ms: float, steps: int
) -> None:
    assert refractory_steps(refractory_ms, dt_ms) == steps
    neuron = EulerLif(LifParameters(refractory_ms=refractory_ms, reset_mv=-1.0))
    neuron.voltage_mv = 25.0
    assert neuron.step(5.0, dt_ms) == (dt_ms,)
    held = 0
    while neuron.step(5.0, dt_ms) == () and neuron.voltage_mv == -1.0:
        held += 1
    assert held == steps


@pytest.mark.parametrize("dt_ms", [0.03, 0.5, 1.9, 2.0, 2.1, 40.0])
def test_exact_holds_the_refractory_period_in_continuous_time(dt_ms: float) -> None:
    p = LifParameters(15.0, 0.5, refractory_ms=2.0, reset_mv=-3.0, rest_mv=-1.0)
    times = spike_times(ExactLif(p), 2.0, dt_ms, math.ceil(60 / dt_ms))
    expected = 2.0 + p.tau_ms * math.log((29.0 + 3.0) / (29.0 - 20.0))
    assert intervals(times)[:3] == pytest.approx([expected] * 3, abs=1e-9)


def test_exact_waits_at_reset_while_it_is_refractory() -> None:
    neuron = ExactLif(LifParameters(refractory_ms=2.0, reset_mv=-3.0))
    neuron.voltage_mv = 30.0
    assert len(neuron.step(5.0, 0.5)) == 1
    for _ in range(3):
        assert neuron.step(5.0, 0.5) == ()
        assert neuron.voltage_mv == -3.0
    neuron.step(5.0, 0.5)
    assert neuron.voltage_mv > -3.0


@pytest.mark.parametrize("method", METHOD_NAMES)
def test_nothing_lifts_v_off_reset_in_the_refractory_period(method: str) -> None:
    neuron = METHODS[method](LifParameters(refractory_ms=2.0))
    neuron.voltage_mv = 30.0
    neuron.step(5.0, 0.5)
    neuron.voltage_mv = 30.0
    assert neuron.step(5.0, 0.5) == ()
    assert neuron.voltage_mv == 0.0


@pytest.mark.parametrize("method", METHOD_NAMES)
def test_it_tells_whether_the_next_step_begins_refractory(method: str) -> None:
    neuron = METHODS[method](LifParameters(refractory_ms=2.0))
    assert not neuron.is_refractory
    neuron.voltage_mv = 30.0
    told: list[bool] = []
    for _ in range(6):
        neuron.step(1.0, 0.5)
        told.append(neuron.is_refractory)
    # It spikes at the end of the first step with Euler's method, else at its start.
    held = {"euler": 4, "exact": 3}[method]
    assert told == [True] * held + [False] * (6 - held)
    neuron.voltage_mv = 30.0
    neuron.step(1.0, 0.5)
    neuron.parameters = LifParameters(refractory_ms=0.0)
    assert not neuron.is_refractory


@pytest.mark.parametrize("method", METHOD_NAMES)
def test_a_shorter_refractory_period_acts_at_once(method: str) -> None:
    neuron = METHODS[method](LifParameters(refractory_ms=10.0))
    neuron.voltage_mv = 30.0
    neuron.step(5.0, 0.5)
    neuron.parameters = LifParameters(refractory_ms=0.0)
    neuron.step(5.0, 0.5)
    assert neuron.voltage_mv > 0.0


# --- sliders, reset, bucket -------------------------------------------------


@pytest.mark.parametrize("method", METHOD_NAMES)
def test_new_parameters_leave_the_voltage_alone(method: str) -> None:
    neuron = METHODS[method](LifParameters())
    spike_times(neuron, 1.5, 0.5, 40)
    before = neuron.voltage_mv
    neuron.parameters = LifParameters(50.0, 0.5, 25.0)
    assert neuron.voltage_mv == before
    assert neuron.threshold_mv == 25.0


@pytest.mark.parametrize("method", METHOD_NAMES)
def test_a_threshold_that_sinks_below_the_voltage_makes_it_spike_once(
    method: str,
) -> None:
    neuron = METHODS[method](LifParameters())
    neuron.voltage_mv = 15.0
    # Without current V would leak to below 14.99 in this step; it spikes all the same.
    neuron.parameters = LifParameters(threshold_mv=14.99)
    offsets = neuron.step(0.0, 0.5)
    assert len(offsets) == 1
    assert 0.0 < offsets[0] <= 0.5
    assert spike_times(neuron, 0.0, 0.5, 100) == []


@pytest.mark.parametrize("method", METHOD_NAMES)
def test_reset_brings_it_to_rest_and_ends_the_refractory_period(method: str) -> None:
    p = LifParameters(rest_mv=2.0, reset_mv=-5.0, refractory_ms=10.0)
    neuron = METHODS[method](p)
    assert neuron.voltage_mv == 2.0
    neuron.voltage_mv = 30.0
    neuron.step(1.0, 0.5)
    neuron.reset()
    assert neuron.voltage_mv == 2.0
    neuron.step(1.0, 0.5)
    assert neuron.voltage_mv > 2.0


@pytest.mark.parametrize("method", METHOD_NAMES)
def test_the_bucket_obeys_the_equation(method: str) -> None:
    p = LifParameters(15.0, 2.0, 20.0, rest_mv=-4.0)
    neuron = METHODS[method](p)
    neuron.voltage_mv = 6.0
    simulation = Simulation(neuron)
    simulation.waveform = constant(1.5)
    reading = simulation.reading()
    assert reading.voltage_mv == 6.0
    assert reading.threshold_mv == 20.0
    assert reading.settle_mv == 18.5
    assert reading.leak_na == pytest.approx(10 / 15)
    slope = (reading.current_na - reading.leak_na) / reading.capacitance_nf
    neuron.step(1.5, 1e-4)
    assert (neuron.voltage_mv - 6.0) / 1e-4 == pytest.approx(slope, rel=1e-5)
    assert reading.resistance_mohm == 15.0


# --- what is refused --------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("resistance_mohm", 0.0, "above 0"),
        ("capacitance_nf", -1.0, "above 0"),
        ("refractory_ms", -0.5, "0 or more"),
        ("threshold_mv", 0.0, "above rest_mv"),
        ("rest_mv", math.nan, "finite"),
        ("reset_mv", math.inf, "finite"),
        ("threshold_mv", math.inf, "finite"),
    ],
)
def test_wrong_parameters_are_named(name: str, value: Any, allowed: str) -> None:
    with pytest.raises(ValueError, match=rf"^{name} {value:g} .*{allowed}"):
        LifParameters(**{name: value})


def test_a_threshold_must_be_above_the_reset_level() -> None:
    with pytest.raises(ValueError, match=r"threshold_mv 20 .* above reset_mv.* 20"):
        LifParameters(reset_mv=20.0)


@pytest.mark.parametrize("dt_ms", [24.0, 25.0, 0.0, -1.0, math.nan, math.inf])
def test_euler_refuses_steps_that_are_not_below_the_time_constant(dt_ms: float) -> None:
    with pytest.raises(ValueError, match=rf"{dt_ms:g} ms .* 24 ms; use .* exact"):
        EulerLif(LifParameters()).step(1.0, dt_ms)


@pytest.mark.parametrize("dt_ms", [0.0, -1.0, math.nan, math.inf])
def test_exact_refuses_steps_that_are_not_positive(dt_ms: float) -> None:
    with pytest.raises(ValueError, match=r"dt_ms .* above 0"):
        ExactLif(LifParameters()).step(1.0, dt_ms)


@pytest.mark.parametrize("current_na", [math.nan, math.inf, -math.inf, 1e308])
@pytest.mark.parametrize("method", METHOD_NAMES)
def test_a_current_must_be_finite_and_leaves_no_trace(
    method: str, current_na: float
) -> None:
    neuron: Lif = METHODS[method](LifParameters())
    with pytest.raises(ValueError, match=r"current_na .* finite"):
        neuron.step(current_na, 0.5)
    assert neuron.voltage_mv == 0.0


def test_exact_bounds_the_work_of_a_step() -> None:
    neuron = ExactLif(LifParameters())
    offsets = neuron.step(1e9, 100.0)
    assert len(offsets) == MAX_SPIKES_PER_STEP
    assert neuron.voltage_mv == 0.0
