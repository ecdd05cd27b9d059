"""The measured rate: regular trains, bursts, chance, silence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifgame.model.inputs import Waveform, constant, pulses, sine, step
from lifgame.model.neurons.lif import EulerLif
from lifgame.model.neurons.lif_parameters import LifParameters
from lifgame.model.rate import KEPT_INTERVALS, MOST_IN_BURST, RateMeter
from lifgame.model.simulation import Simulation


def meter(*times_ms: float) -> RateMeter:
    result = RateMeter()
    for time_ms in times_ms:
        result.spike(time_ms)
    return result


def test_no_rate_without_an_interval() -> None:
    assert meter().rate_hz(10.0) == 0.0
    assert meter(5.0).rate_hz(10.0) == 0.0


@pytest.mark.parametrize("interval_ms", [0.5, 6.9315, 43.0, 430.0])
def test_a_regular_train_is_right_from_its_second_spike_on(interval_ms: float) -> None:
    times = [k * interval_ms for k in range(1, 13)]
    for count in range(2, 13):
        rate = meter(*times[:count]).rate_hz(times[count - 1] + 0.3 * interval_ms)
        assert rate == pytest.approx(1000.0 / interval_ms)


def test_the_reading_does_not_flicker_between_the_spikes_of_a_regular_train() -> None:
    readings = meter(10.0, 20.0, 30.0)
    assert {round(readings.rate_hz(30.0 + k), 9) for k in range(11)} == {100.0}


@pytest.mark.parametrize(("before_ms", "after_ms"), [(40.0, 10.0), (10.0, 22.0)])
def test_a_new_rate_is_read_after_three_intervals(
    before_ms: float, after_ms: float
) -> None:
    times = [k * before_ms for k in range(10)]
    times += [times[-1] + k * after_ms for k in range(1, 4)]
    assert meter(*times).rate_hz(times[-1]) == pytest.approx(1000.0 / after_ms)


def test_silence_pulls_the_reading_down_and_then_to_zero() -> None:
    readings = meter(0.0, 10.0, 20.0)
    assert readings.rate_hz(30.0) == pytest.approx(100.0)
    assert readings.rate_hz(40.0) == pytest.approx(50.0)
    assert readings.rate_hz(60.0) == pytest.approx(25.0)
    assert readings.rate_hz(60.001) == 0.0


def test_the_longest_remembered_interval_tells_how_long_to_wait() -> None:
    times = [0.0, 10.0, 30.0, 40.0, 50.0, 60.0]
    assert meter(*times).rate_hz(139.9) > 0.0
    assert meter(*times).rate_hz(140.1) == 0.0
    # After eight more intervals the 20 ms are forgotten.
    times += [60.0 + 10.0 * k for k in range(1, 9)]
    assert meter(*times).rate_hz(times[-1] + 40.1) == 0.0


def test_a_pause_is_not_averaged_with_the_train_after_it() -> None:
    readings = meter(0.0, 10.0, 20.0, 10_000.0)
    assert readings.rate_hz(10_001.0) == 0.0
    readings.spike(10_050.0)
    assert readings.rate_hz(10_050.0) == pytest.approx(20.0)
    # Nor does it teach the meter to wait: this train ends as soon as any.
    assert readings.rate_hz(10_050.0 + 200.1) == 0.0


def test_a_drop_to_a_third_does_not_pass_through_zero() -> None:
    """As when a visitor lets go of the button that made it fire fast."""
    readings = meter(0.0, 13.0, 26.0, 39.0)
    now_ms = 39.0
    while now_ms < 82.0:
        now_ms += 0.5
        assert readings.rate_hz(now_ms) > 0.0
    readings.spike(82.0)
    assert readings.rate_hz(82.0) > 0.0


def test_spikes_at_the_same_time_count_once() -> None:
    readings = meter(5.0, 5.0, 5.0)
    assert readings.rate_hz(5.0) == 0.0
    readings.spike(15.0)
    readings.spike(15.0)
    assert readings.rate_hz(15.0) == pytest.approx(100.0)


def test_reset_forgets_everything() -> None:
    readings = meter(1.0, 2.0, 3.0)
    readings.reset()
    assert readings.rate_hz(3.0) == 0.0
    readings.spike(4.0)
    assert readings.rate_hz(4.0) == 0.0


@settings(max_examples=60)
@given(
    st.lists(st.floats(0.0, 200.0), max_size=40),
    st.floats(1e-3, 1000.0),
)
def test_never_more_than_the_silence_allows(
    gaps_ms: list[float], silence_ms: float
) -> None:
    readings, now_ms = RateMeter(), 0.0
    for gap_ms in gaps_ms:
        now_ms += gap_ms
        readings.spike(now_ms)
    rate = readings.rate_hz(now_ms + silence_ms)
    # No more spikes than are averaged, over the silence and what went before it.
    assert 0.0 <= rate <= 1000.0 * 2 * MOST_IN_BURST / silence_ms
    held = readings._intervals_ms
    assert len(held) <= KEPT_INTERVALS


# --- bursts -----------------------------------------------------------------------


def readings_of(
    cell: tuple[float, float], wave: Waveform, frames: int = 1500
) -> tuple[list[float], float]:
    """The reading in each frame once it has settled, and the true rate."""
    running = Simulation(EulerLif(LifParameters(*cell)))
    running.waveform = wave
    running.advance(1600)
    before = running.spike_count
    shown = []
    for _ in range(frames):
        running.advance(8)
        shown.append(running.rate_hz)
    return shown, (running.spike_count - before) / (frames * 8 * 0.5e-3)


def test_the_sensory_cell_in_pulses_fires_20_times_a_second() -> None:
    shown, true_hz = readings_of((20, 0.5), pulses(2.0, duty_percent=20.0))
    assert true_hz == pytest.approx(20.0, rel=0.01)
    assert {round(rate, 6) for rate in shown} == {20.0}


@pytest.mark.parametrize(
    ("cell", "wave"),
    [
        ((20, 0.5), pulses(2.0)),
        ((20, 0.5), pulses(2.0, period_ms=250.0)),
        ((12, 2.0), pulses(2.0)),
        ((50, 0.5), pulses(1.5, period_ms=60.0, duty_percent=35.0)),
        ((12, 2.0), sine(2.0)),
        ((20, 0.5), sine(2.0)),
        ((50, 0.5), sine(2.0)),
    ],
)
def test_bursts_are_told_by_their_mean_and_stand_still(
    cell: tuple[float, float], wave: Waveform
) -> None:
    shown, true_hz = readings_of(cell, wave)
    assert min(shown) == pytest.approx(true_hz, rel=0.03)
    assert max(shown) == pytest.approx(true_hz, rel=0.03)


def test_a_slow_step_is_told_as_it_comes() -> None:
    """0.8 s of rhythm, then a pause: nobody would call that a burst."""
    shown, _ = readings_of((12, 2.0), step(2.0))
    at_rhythm = sum(rate == pytest.approx(1000 / 43) for rate in shown)
    silent = sum(rate == 0.0 for rate in shown)
    assert at_rhythm / len(shown) > 0.7
    assert silent / len(shown) > 0.05


def test_bursts_that_end_are_silence_soon() -> None:
    running = Simulation(EulerLif(LifParameters(20, 0.5)))
    running.waveform = pulses(2.0, duty_percent=20.0)
    running.advance(2000)
    running.waveform = constant(0.0)
    running.advance(420)
    assert running.rate_hz == 0.0


def test_a_burst_cell_that_turns_regular_is_read_after_a_few_intervals() -> None:
    running = Simulation(EulerLif(LifParameters(20, 0.5)))
    running.waveform = pulses(2.0, duty_percent=20.0)
    running.advance(2000)
    running.waveform = constant(2.0)
    running.advance(100)
    assert running.rate_hz == pytest.approx(1000 / 7)
    running.waveform = pulses(2.0, duty_percent=20.0)
    running.advance(600)
    assert running.rate_hz == pytest.approx(20.0)


@pytest.mark.parametrize("before_na", [1.8, 4.0])
def test_a_slider_is_followed_within_a_few_intervals(before_na: float) -> None:
    running = Simulation(EulerLif(LifParameters()))
    running.waveform = constant(before_na)
    running.advance(2000)
    running.waveform = constant(2.5)
    count = running.spike_count
    while running.spike_count < count + 4:
        running.advance(1)
    assert running.rate_hz == pytest.approx(1000 / 26.5)


def test_chance_is_averaged_over_more_intervals_than_rhythm() -> None:
    running = Simulation(EulerLif(LifParameters()), seed=2)
    running.waveform, running.noise_sigma_na = constant(2.0), 0.5
    running.advance(2000)
    shown = []
    for _ in range(4000):
        running.advance(8)
        shown.append(running.rate_hz)
    mean_hz = sum(shown) / len(shown)
    spread_hz = (sum((rate - mean_hz) ** 2 for rate in shown) / len(shown)) ** 0.5
    assert mean_hz == pytest.approx(23.5, abs=2.0)
    assert spread_hz < 4.5
