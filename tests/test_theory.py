import math

import pytest

from lifgame.model import inputs, theory
from lifgame.model.neurons.lif_parameters import LifParameters

# Independent values: reference tables of the project, sections 2 and 3.
PYRAMIDAL = LifParameters(12.0, 2.0, 20.0)


@pytest.mark.parametrize(
    ("current_na", "refractory_ms", "expected_hz"),
    [
        (0.0, 0.0, 0.0),
        (1.65, 0.0, 0.0),
        (1.7, 0.0, 10.5973),
        (1.8, 0.0, 16.0091),
        (2.0, 0.0, 23.2546),
        (2.5, 0.0, 37.9266),
        (3.0, 0.0, 51.3813),
        (4.0, 0.0, 77.3042),
        (5.0, 0.0, 102.7626),
        (3.0, 2.0, 46.5933),
        (5.0, 2.0, 85.2430),
    ],
)
def test_rate_against_current(
    current_na: float, refractory_ms: float, expected_hz: float
) -> None:
    p = LifParameters(12.0, 2.0, 20.0, refractory_ms)
    assert theory.firing_rate_hz(p, current_na) == pytest.approx(expected_hz, abs=6e-5)


@pytest.mark.parametrize(
    ("threshold_mv", "expected_hz"),
    [(10, 128.0387), (15, 77.3042), (20, 51.3813), (25, 35.1432)],
)
def test_rate_against_threshold(threshold_mv: float, expected_hz: float) -> None:
    p = LifParameters(12.0, 2.0, threshold_mv)
    assert theory.firing_rate_hz(p, 3.0) == pytest.approx(expected_hz, abs=6e-5)


@pytest.mark.parametrize(
    ("resistance_mohm", "expected_hz"), [(5, 0.0), (15, 15.1707), (30, 28.3550)]
)
def test_rate_against_resistance(resistance_mohm: float, expected_hz: float) -> None:
    p = LifParameters(resistance_mohm, 2.0, 20.0)
    assert theory.firing_rate_hz(p, 1.5) == pytest.approx(expected_hz, abs=6e-5)


def test_rate_grows_by_25_hz_a_na_in_the_end() -> None:
    high = theory.firing_rate_hz(PYRAMIDAL, 501.0)
    assert high - theory.firing_rate_hz(PYRAMIDAL, 500.0) == pytest.approx(25, rel=1e-4)


def test_rate_is_bounded_by_the_refractory_period() -> None:
    p = LifParameters(refractory_ms=4.0)
    assert theory.firing_rate_hz(p, 1e9) == pytest.approx(250.0, rel=1e-6)


@pytest.mark.parametrize(
    ("frequency_hz", "gain", "phase_deg"),
    [
        (1.0, 0.98882, -8.575),
        (5.0, 0.79847, -37.016),
        (6.6315, 0.70711, -45.0),
        (20.0, 0.31472, -71.656),
        (100.0, 0.06617, -86.206),
    ],
)
def test_sine_gain_and_phase(
    frequency_hz: float, gain: float, phase_deg: float
) -> None:
    assert theory.sine_gain(PYRAMIDAL, frequency_hz) == pytest.approx(gain, abs=6e-6)
    phase = theory.sine_phase_deg(PYRAMIDAL, frequency_hz)
    assert phase == pytest.approx(phase_deg, abs=6e-4)


@pytest.mark.parametrize(
    ("resistance", "capacitance", "rheobase", "cutoff"),
    [
        (12, 2.0, 1.6667, 6.631),
        (15, 0.5, 1.3333, 21.221),
        (30, 4.0, 0.6667, 1.326),
        (50, 0.5, 0.4, 6.366),
        (8, 5.0, 2.5, 3.979),
    ],
)
def test_rheobase_and_cutoff(
    resistance: float, capacitance: float, rheobase: float, cutoff: float
) -> None:
    p = LifParameters(resistance, capacitance, 20.0)
    assert theory.rheobase_na(p) == pytest.approx(rheobase, abs=6e-5)
    assert theory.cutoff_hz(p) == pytest.approx(cutoff, abs=6e-4)


def test_rest_shifts_the_rheobase_and_the_steady_state() -> None:
    p = LifParameters(10.0, 2.0, 20.0, rest_mv=5.0, reset_mv=-5.0)
    assert theory.rheobase_na(p) == 1.5
    assert theory.steady_state_mv(p, 2.0) == 25.0


def test_first_spike_depends_on_where_v_starts() -> None:
    assert theory.time_to_first_spike_ms(PYRAMIDAL, 2.0) == pytest.approx(
        24 * math.log(6)
    )
    late = theory.time_to_first_spike_ms(PYRAMIDAL, 2.0, 12.0)
    assert late == pytest.approx(24 * math.log(3))
    assert theory.time_to_first_spike_ms(PYRAMIDAL, 0.0, 20.0) == 0.0
    assert theory.time_to_first_spike_ms(PYRAMIDAL, 1.0, 19.0) == math.inf


def test_first_spike_starts_from_rest_but_a_train_from_reset() -> None:
    p = LifParameters(10.0, 2.0, 20.0, rest_mv=5.0, reset_mv=-5.0)
    first = theory.time_to_first_spike_ms(p, 2.0)
    assert first == pytest.approx(20 * math.log(20 / 5))
    rate = theory.firing_rate_hz(p, 2.0)
    assert 1000 / rate == pytest.approx(20 * math.log(30 / 5))


@pytest.mark.parametrize(
    ("dt_ms", "refractory_ms", "expected_ms"),
    [(0.5, 0.0, 8.0), (0.1, 0.0, 8.2), (0.5, 2.0, 10.0), (0.1, 0.3, 8.5)],
)
def test_euler_interval_of_the_fast_spiking_neuron(
    dt_ms: float, refractory_ms: float, expected_ms: float
) -> None:
    p = LifParameters(15.0, 0.5, 20.0, refractory_ms)
    assert theory.euler_interval_ms(p, 2.0, dt_ms) == pytest.approx(expected_ms)


def test_euler_interval_without_spikes_or_with_too_long_a_step() -> None:
    assert theory.euler_interval_ms(PYRAMIDAL, 1.0, 0.5) == math.inf
    with pytest.raises(ValueError, match="24 ms"):
        theory.euler_interval_ms(PYRAMIDAL, 2.0, 24.0)


def test_euler_interval_is_never_shorter_than_one_step() -> None:
    assert theory.euler_interval_ms(PYRAMIDAL, 1e9, 0.5) == 0.5


# --- how high a periodic current lifts the water ------------------------------------

FINE_MS = 0.001


def test_a_constant_current_reaches_where_it_settles() -> None:
    reach_mv = theory.reach_mv(PYRAMIDAL, lambda _: 1.5, 100.0, FINE_MS)
    assert reach_mv == pytest.approx(18.0)


@pytest.mark.parametrize("frequency_hz", [0.5, 5.0, 30.0, 100.0])
def test_a_sine_reaches_as_high_as_the_low_pass_lets_it(frequency_hz: float) -> None:
    """Mean plus swing times gain."""
    wave = inputs.sine(1.0, frequency_hz=frequency_hz)
    reach_mv = theory.reach_mv(PYRAMIDAL, wave, 1000.0 / frequency_hz, FINE_MS)
    gain = theory.sine_gain(PYRAMIDAL, frequency_hz)
    assert reach_mv == pytest.approx(12.0 * (1.0 + gain), rel=1e-3)


@pytest.mark.parametrize("period_ms", [10.0, 100.0, 1000.0])
@pytest.mark.parametrize("duty_percent", [5.0, 50.0, 95.0])
def test_pulses_reach_their_closed_form(period_ms: float, duty_percent: float) -> None:
    """R I (1 - exp(-on/tau)) / (1 - exp(-T/tau)), at the end of each pulse."""
    wave = inputs.pulses(1.0, period_ms=period_ms, duty_percent=duty_percent)
    reach_mv = theory.reach_mv(PYRAMIDAL, wave, period_ms, FINE_MS)
    tau_ms, on_ms = PYRAMIDAL.tau_ms, period_ms * duty_percent / 100.0
    expected_mv = 12.0 * math.expm1(-on_ms / tau_ms) / math.expm1(-period_ms / tau_ms)
    assert reach_mv == pytest.approx(expected_mv, rel=1e-3)


def test_the_reach_does_not_depend_on_where_a_period_begins() -> None:
    def reach_mv(by_ms: float) -> float:
        def shifted(time_ms: float) -> float:
            return inputs.pulses(1.0)(time_ms + by_ms)

        return theory.reach_mv(PYRAMIDAL, shifted, 100.0, 0.5)

    reaches_mv = [reach_mv(by_ms) for by_ms in (0.0, 25.0, 50.0, 75.0)]
    assert reaches_mv == pytest.approx([reaches_mv[0]] * 4)
