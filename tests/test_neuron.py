"""The neuron, by both methods, against reference tables and closed forms."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from neuron_tools import (
    METHOD_NAMES,
    intervals,
    parameters_of,
    random_currents,
    random_parameters,
    spike_times,
)

from lifgame.content.parameters import CURRENT
from lifgame.content.presets import PRESETS
from lifgame.model import theory
from lifgame.model.neurons.lif import METHODS, EulerLif, ExactLif
from lifgame.model.neurons.lif_parameters import LifParameters

# Euler's steps between spikes at dt 0.5 ms and Hz in closed form with a refractory
# period of 0 and of 2 ms, at V_th 20 mV: reference tables of the project, section 3.
ORACLE = {
    "pyramidal": (86, 23.2546, 22.2211),
    "fast_spiking": (16, 121.3652, 97.6601),
    "stellate": (66, 30.3413, 28.6055),
    "purkinje": (430, 4.6509, 4.6081),
    "granule": (16, 128.9678, 102.5234),
    "thalamic": (61, 32.9236, 30.8896),
    "ca1": (73, 27.4363, 26.0091),
    "sensory": (14, 144.2695, 111.9636),
}
SILENT = ("silent", "subthreshold", "motor")
# Euler's rate at dt 0.1 ms, same source.
EULER_FINE_HZ = {
    "pyramidal": 23.256,
    "fast_spiking": 121.951,
    "stellate": 30.303,
    "purkinje": 4.651,
    "granule": 128.205,
    "thalamic": 32.895,
    "ca1": 27.473,
    "sensory": 144.928,
}


def current_of(name: str) -> float:
    return PRESETS[name].values()["current"]


# --- the reference tables ---------------------------------------------------


@pytest.mark.parametrize("name", ORACLE)
def test_euler_fires_on_the_grid_that_the_reference_names(name: str) -> None:
    neuron = EulerLif(parameters_of(PRESETS[name]))
    steps = ORACLE[name][0]
    times = spike_times(neuron, current_of(name), 0.5, 4 * steps)
    assert times == [k * steps * 0.5 for k in (1, 2, 3, 4)]


@pytest.mark.parametrize("name", EULER_FINE_HZ)
def test_euler_with_a_finer_step(name: str) -> None:
    neuron = EulerLif(parameters_of(PRESETS[name]))
    times = spike_times(neuron, current_of(name), 0.1, 4500)
    assert 1000.0 / intervals(times)[0] == pytest.approx(EULER_FINE_HZ[name], abs=6e-4)


@pytest.mark.parametrize("dt_ms", [0.1, 0.5, 3.0, 50.0])
@pytest.mark.parametrize("name", ORACLE)
def test_exact_rate_is_the_closed_form_at_any_step(name: str, dt_ms: float) -> None:
    for column, refractory_ms in ((1, 0.0), (2, 2.0)):
        p = parameters_of(PRESETS[name], refractory_ms=refractory_ms)
        current_na = current_of(name)
        times = spike_times(ExactLif(p), current_na, dt_ms, math.ceil(900 / dt_ms))
        rate = theory.firing_rate_hz(p, current_na)
        assert rate == pytest.approx(ORACLE[name][column], abs=6e-5)
        assert len(times) >= 4
        for interval in intervals(times):
            assert 1000.0 / interval == pytest.approx(rate, rel=1e-9)


@pytest.mark.parametrize("name", SILENT)
@pytest.mark.parametrize("method", METHOD_NAMES)
def test_silent_presets_settle_where_the_theory_says(method: str, name: str) -> None:
    p = parameters_of(PRESETS[name])
    neuron = METHODS[method](p)
    assert spike_times(neuron, current_of(name), 0.5, 4000) == []
    settle = theory.steady_state_mv(p, current_of(name))
    assert neuron.voltage_mv == pytest.approx(settle, abs=1e-9)


@pytest.mark.parametrize("method", METHOD_NAMES)
def test_the_motor_preset_fires_at_its_own_threshold(method: str) -> None:
    preset = PRESETS["motor"]
    p = parameters_of(preset, threshold_mv=preset.values()["threshold"])
    times = spike_times(METHODS[method](p), current_of(preset.id), 0.5, 1000)
    assert intervals(times)[0] == pytest.approx(40 * math.log(8), abs=0.5)


@pytest.mark.parametrize(
    ("name", "method", "dt_ms", "expected_mv"),
    [
        ("subthreshold", "exact", 0.5, 9.481808),
        ("subthreshold", "euler", 0.5, 9.528115),
        ("subthreshold", "euler", 0.1, 9.491018),
        ("fast_spiking", "exact", 0.5, 18.963617),
        ("fast_spiking", "euler", 0.5, 19.342069),
    ],
)
def test_voltage_after_one_time_constant(
    name: str, method: str, dt_ms: float, expected_mv: float
) -> None:
    p = parameters_of(PRESETS[name])
    neuron = METHODS[method](p)
    steps = round(p.tau_ms / dt_ms)
    assert spike_times(neuron, current_of(name), dt_ms, steps) == []
    assert neuron.voltage_mv == pytest.approx(expected_mv, abs=1e-6)


def test_halving_the_step_halves_the_error_of_euler() -> None:
    exact_mv = 15.0 * -math.expm1(-1.0)
    errors: list[float] = []
    for halving in range(5):
        dt_ms = 1.0 / 2**halving
        neuron = EulerLif(LifParameters(15.0, 2.0))
        spike_times(neuron, 1.0, dt_ms, round(30 / dt_ms))
        errors.append(neuron.voltage_mv - exact_mv)
    ratios = [a / b for a, b in pairwise(errors)]
    assert ratios == pytest.approx([2.0] * 4, rel=0.02)


@pytest.mark.parametrize("frequency_hz", [1.0, 5.0, 6.6315, 20.0, 100.0])
def test_a_sine_below_threshold_is_filtered_as_the_theory_says(
    frequency_hz: float,
) -> None:
    p = LifParameters(threshold_mv=100.0)
    dt_ms = 0.02
    neuron = ExactLif(p)
    omega = 2 * math.pi * frequency_hz / 1000.0
    # Mid-step sampling; 10 time constants first, for the start to be forgotten.
    settle, steps = round(240 / dt_ms), round(1000 / frequency_hz / dt_ms)
    voltages = np.empty(settle + steps)
    for tick in range(settle + steps):
        neuron.step(1.0 + math.sin(omega * (tick + 0.5) * dt_ms), dt_ms)
        voltages[tick] = neuron.voltage_mv
    times = np.arange(settle + 1, settle + steps + 1) * dt_ms
    response = 2 * np.mean(voltages[settle:] * np.exp(-1j * (omega * times)))
    response *= 1j  # against the sine
    gain = abs(response) / p.resistance_mohm
    assert gain == pytest.approx(theory.sine_gain(p, frequency_hz), rel=2e-3)
    phase = math.degrees(np.angle(response))
    assert phase == pytest.approx(theory.sine_phase_deg(p, frequency_hz), abs=0.1)


# --- laws -------------------------------------------------------------------


@settings(max_examples=60)
@given(random_parameters, random_currents, st.floats(0.05, 30.0))
def test_exact_intervals_are_the_closed_form(
    p: LifParameters, current_na: float, dt_ms: float
) -> None:
    rate = theory.firing_rate_hz(p, current_na)
    assume(rate > 4.0)
    neuron = ExactLif(p)
    neuron.voltage_mv = p.reset_mv
    steps = math.ceil(3.5 * 1000.0 / rate / dt_ms)
    assume(steps < 3000)
    times = spike_times(neuron, current_na, dt_ms, steps)
    assert len(times) >= 3
    assert times[0] == pytest.approx(1000.0 / rate - p.refractory_ms, rel=1e-9)
    for interval in intervals(times):
        assert interval == pytest.approx(1000.0 / rate, rel=1e-9)


@settings(max_examples=60)
@given(random_parameters, random_currents, st.sampled_from([0.1, 0.25, 0.5, 1.0]))
def test_euler_intervals_are_the_grid_of_the_theory(
    p: LifParameters, current_na: float, dt_ms: float
) -> None:
    interval = theory.euler_interval_ms(p, current_na, dt_ms)
    assume(interval < 300.0)
    neuron = EulerLif(p)
    neuron.voltage_mv = p.reset_mv
    times = spike_times(neuron, current_na, dt_ms, round(3.2 * interval / dt_ms))
    assert intervals(times)[:2] == pytest.approx([interval] * 2, rel=1e-9)


@settings(max_examples=40)
@given(random_parameters, st.floats(-3.0, 1.0), st.sampled_from(METHOD_NAMES))
def test_never_fires_up_to_the_rheobase(
    p: LifParameters, share: float, method: str
) -> None:
    current_na = theory.rheobase_na(p) * share
    assert spike_times(METHODS[method](p), current_na, 0.5, 1500) == []
    assert theory.time_to_first_spike_ms(p, current_na) == math.inf


@pytest.mark.parametrize("method", METHOD_NAMES)
def test_no_setting_of_the_sliders_fires_at_exactly_its_rheobase(method: str) -> None:
    # R*I lands a rounding error above the threshold for some of these.
    for index in range(1, CURRENT.last_index + 1, 7):
        current_na = CURRENT.value_at(index)
        for resistance in range(5, 101, 5):
            threshold_mv = round(resistance * current_na, 6)
            p = LifParameters(resistance, 1.0 / resistance, threshold_mv)
            neuron = METHODS[method](p)  # tau is 1 ms: 45 tau go by
            assert spike_times(neuron, current_na, 0.9, 50) == []


@settings(max_examples=40)
@given(random_parameters, random_currents)
def test_one_big_step_holds_the_spikes_of_many_small_ones(
    p: LifParameters, current_na: float
) -> None:
    big, small = ExactLif(p), ExactLif(p)
    offsets = big.step(current_na, 200.0)
    times = spike_times(small, current_na, 0.25, 800)
    # A spike on the very end may fall to either side of it.
    assume(all(200.0 - offset > 1e-6 for offset in offsets))
    assert list(offsets) == pytest.approx(times, abs=1e-9)
    assert big.voltage_mv == pytest.approx(small.voltage_mv, abs=1e-6)


@settings(max_examples=40)
@given(
    random_parameters,
    st.lists(st.floats(-10.0, 10.0), max_size=60),
    st.sampled_from(METHOD_NAMES),
)
def test_voltage_stays_below_threshold_whatever_flows_in(
    p: LifParameters, currents: list[float], method: str
) -> None:
    neuron = METHODS[method](p)
    for current_na in currents:
        spike_times(neuron, current_na, 0.5, 3)


@pytest.mark.parametrize("method", METHOD_NAMES)
def test_a_spike_at_the_threshold_itself_counts(method: str) -> None:
    # Two Euler steps with dt = tau/2 lead from 0 to exactly 3/4 of where V settles.
    neuron = METHODS[method](LifParameters(1.0, 1.0, threshold_mv=0.75))
    neuron.voltage_mv = 0.75
    assert len(neuron.step(0.0, 0.5)) == 1
    euler = EulerLif(LifParameters(1.0, 1.0, threshold_mv=0.75))
    assert spike_times(euler, 1.0, 0.5, 2) == [1.0]
