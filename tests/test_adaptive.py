"""The adaptive neuron against its own equation, solved here a second time."""

import math
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifgame.model import adaptive_theory, inputs
from lifgame.model.neurons.adaptive import (
    AdaptiveParameters,
    EulerAdaptive,
    ExactAdaptive,
    adaptive,
)
from lifgame.model.neurons.lif_parameters import LifParameters
from lifgame.model.simulation import Simulation

P = AdaptiveParameters()  # R 12, C 2, V_th 20, d 2, tau_theta 100


def train(
    p: AdaptiveParameters,
    current_na: float,
    dt_ms: float,
    duration_ms: float,
    neuron: type[ExactAdaptive] | type[EulerAdaptive] = ExactAdaptive,
) -> list[float]:
    running = Simulation(neuron(p), dt_ms=dt_ms, record_capacity=1)
    running.waveform = inputs.constant(current_na)
    return list(running.advance(round(duration_ms / dt_ms)).spike_times_ms)


def root(p: AdaptiveParameters, current_na: float) -> float:
    """The steady interval by plain bisection of the balance of V and the line."""

    def missing_mv(interval_ms: float) -> float:
        rise_ms = interval_ms - p.refractory_ms
        top_mv = p.resistance_mohm * current_na
        decay = math.exp(-interval_ms / p.adaptation_tau_ms)
        line_mv = p.threshold_mv + p.adaptation_step_mv * decay / (1.0 - decay)
        return line_mv - top_mv * (1.0 - math.exp(-rise_ms / p.tau_ms))

    low_ms, high_ms = p.refractory_ms + 1e-6, 1e6
    for _ in range(200):
        middle_ms = 0.5 * (low_ms + high_ms)
        if missing_mv(middle_ms) > 0.0:
            low_ms = middle_ms
        else:
            high_ms = middle_ms
    return high_ms


@pytest.mark.parametrize("dt_ms", [0.1, 0.5, 7.0, 50.0, 400.0])
def test_first_and_steady_interval(dt_ms: float) -> None:
    times = train(P, 2.0, dt_ms, 20_000)
    assert times[0] == pytest.approx(24.0 * math.log(6.0), abs=1e-9)
    assert times[0] == pytest.approx(43.0022, abs=5e-5)
    assert times[-1] - times[-2] == pytest.approx(root(P, 2.0), rel=1e-9)
    assert times[-1] - times[-2] == pytest.approx(63.1445, abs=5e-5)
    gaps = [b - a for a, b in pairwise([0.0, *times[:12]])]
    assert gaps == sorted(gaps), "each pause is longer than the one before"


random_adaptive = st.builds(
    AdaptiveParameters,
    resistance_mohm=st.floats(8.0, 100.0),
    capacitance_nf=st.floats(0.5, 5.0),
    threshold_mv=st.floats(10.0, 30.0),
    refractory_ms=st.sampled_from([0.0, 2.0, 7.5]),
    adaptation_step_mv=st.floats(0.0, 10.0),
    adaptation_tau_ms=st.floats(10.0, 500.0),
)


@settings(max_examples=40)
@given(random_adaptive, st.floats(1.2, 6.0))
def test_the_steady_interval_is_the_root_of_the_balance(
    p: AdaptiveParameters, over: float
) -> None:
    current_na = over * p.threshold_mv / p.resistance_mohm
    interval = adaptive_theory.steady_interval_ms(p, current_na)
    assert interval == pytest.approx(root(p, current_na), rel=1e-9)
    settled = 12 * p.adaptation_tau_ms + 4 * interval
    times = train(p, current_na, 5.0, settled)
    assert times[-1] - times[-2] == pytest.approx(interval, rel=1e-4)


@settings(max_examples=40)
@given(
    random_adaptive,
    st.lists(st.floats(-3.0, 8.0), min_size=2, max_size=12),
    st.sampled_from([0.5, 3.0]),
)
def test_the_step_of_the_exact_method_changes_no_spike(
    p: AdaptiveParameters, currents_na: list[float], dt_ms: float
) -> None:
    """Currents that jump: V falls too, and the line may fall onto a falling V."""
    coarse, fine = ExactAdaptive(p), ExactAdaptive(p)
    many = coarse.run(currents_na, 60.0)
    parts = round(60.0 / dt_ms)
    few = fine.run([na for na in currents_na for _ in range(parts)], dt_ms)
    big = [60.0 * row + offset for row, offset in many.spikes]
    small = [dt_ms * row + offset for row, offset in few.spikes]
    # One on the border of two currents may fall to either side.
    if not any(abs(t / 60.0 - round(t / 60.0)) < 1e-9 for t in (*big, *small)):
        assert big == pytest.approx(small, abs=1e-6)


def test_the_line_may_fall_onto_a_v_that_falls_itself() -> None:
    """The current has stopped; V leaks away slowly, and the line sinks faster."""
    p = AdaptiveParameters(100.0, 5.0, 10.0, adaptation_tau_ms=10.0)
    neuron = ExactAdaptive(p)
    neuron.voltage_mv, neuron.adaptation_mv = 15.0, 9.0
    ((row, offset_ms),) = neuron.run([0.0], 40.0).spikes
    assert row == 0
    left_mv = 15.0 * math.exp(-offset_ms / 500.0)
    line_mv = 10.0 + 9.0 * math.exp(-offset_ms / 10.0)
    assert left_mv == pytest.approx(line_mv, abs=1e-8)


def test_halving_eulers_step_halves_its_error() -> None:
    errors = []
    for dt_ms in (0.2, 0.1, 0.05):
        neuron = EulerAdaptive(AdaptiveParameters(threshold_mv=21.0))
        neuron.adaptation_mv = 8.0
        neuron.run([1.2] * round(40 / dt_ms), dt_ms)
        errors.append(neuron.adaptation_mv - 8.0 * math.exp(-40 / 100))
    for coarse, fine in pairwise(errors):
        assert coarse / fine == pytest.approx(2.0, rel=0.02)


def test_eulers_own_rhythm_is_told() -> None:
    for p, current_na in ((P, 2.0), (AdaptiveParameters(18.0, 1.0, 15.0, 1.0), 3.1)):
        times = train(p, current_na, 0.5, 60_000, EulerAdaptive)
        late = times[-41:]
        mean_ms = (late[-1] - late[0]) / 40
        told_ms = adaptive_theory.euler_interval_ms(p, current_na, 0.5)
        assert told_ms == pytest.approx(mean_ms, rel=2e-3)
    assert math.isinf(adaptive_theory.euler_interval_ms(P, 1.0, 0.5))


def test_the_threshold_follows_each_spike_at_once() -> None:
    neuron = EulerAdaptive(P)
    assert neuron.threshold_mv == 20.0
    neuron.voltage_mv = 25.0
    assert neuron.step(0.0, 0.5) == (0.5,)
    assert neuron.threshold_mv == 22.0
    neuron.step(0.0, 0.5)
    assert neuron.threshold_mv == pytest.approx(20.0 + 2.0 * (1 - 0.5 / 100))
    neuron.reset()
    assert neuron.threshold_mv == 20.0


def test_it_never_fires_up_to_the_rheobase() -> None:
    for current_na in (1.0, 20.0 / 12.0):
        assert train(P, current_na, 5.0, 5000) == []
        assert train(P, current_na, 0.5, 5000, EulerAdaptive) == []


def test_a_plain_neurons_parameters_make_a_line_that_stands_still() -> None:
    p = adaptive(LifParameters(15.0, 0.5, 18.0))
    assert (p.resistance_mohm, p.threshold_mv, p.adaptation_step_mv) == (15.0, 18.0, 0)
    assert adaptive(P) is P


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("adaptation_step_mv", -0.5, "0 or more"),
        ("adaptation_tau_ms", 0.0, "above 0"),
        ("adaptation_tau_ms", math.inf, "finite"),
        ("threshold_mv", -1.0, "above rest_mv"),
    ],
)
def test_wrong_parameters_are_named(name: str, value: Any, allowed: str) -> None:
    with pytest.raises(ValueError, match=rf"^{name} {value:g} .*{allowed}"):
        AdaptiveParameters(**{name: value})
