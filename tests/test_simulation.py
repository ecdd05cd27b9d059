"""The simulation: whole ticks, spikes, noise, record and rate together."""

import math
from fractions import Fraction

import numpy as np
import pytest

from lifgame.model.neurons.lif import METHODS, EulerLif, ExactLif
from lifgame.model.neurons.lif_parameters import LifParameters
from lifgame.model.simulation import Simulation
from lifgame.model.stepper import Stepper


def simulation(
    method: str = "euler",
    *,
    dt_ms: float = 0.5,
    seed: int = 0,
    record_capacity: int = 8192,
) -> Simulation:
    neuron = METHODS[method](LifParameters())
    result = Simulation(neuron, dt_ms=dt_ms, seed=seed, record_capacity=record_capacity)
    result.waveform = lambda _: 2.0
    return result


def newest_current_na(running: Simulation) -> float:
    return float(running.record.span(running.tick - 1, running.tick).current_na[0])


# --- the simulation ---------------------------------------------------------


def test_silence_is_what_flows_in_at_first() -> None:
    quiet = Simulation(EulerLif(LifParameters()))
    assert quiet.advance(100).spike_times_ms == ()
    assert quiet.neuron.voltage_mv == 0.0
    assert quiet.reading().current_na == 0.0


def test_time_is_a_product_of_whole_ticks() -> None:
    running = simulation(dt_ms=0.1)
    for _ in range(1000):
        running.advance(3)
    assert running.tick == 3000
    assert running.time_ms == 3000 * 0.1


def test_the_report_tells_ticks_and_spike_times() -> None:
    running = simulation()
    first, second = running.advance(100), running.advance(100)
    assert (first.first_tick, first.ticks) == (0, 100)
    assert (second.first_tick, second.ticks) == (100, 100)
    assert first.spike_times_ms == (43.0,)
    assert second.spike_times_ms == (86.0,)
    assert running.spike_count == 2
    assert running.advance(0).ticks == 0
    assert running.rate_hz == pytest.approx(1000 / 43)


def test_exact_spike_times_lie_inside_the_ticks() -> None:
    running = simulation("exact", dt_ms=5.0)
    times = running.advance(20).spike_times_ms
    assert times == pytest.approx([24 * math.log(6), 48 * math.log(6)], rel=1e-12)
    assert running.rate_hz == pytest.approx(23.2546, abs=6e-5)


def test_several_spikes_in_one_tick_all_count() -> None:
    running = simulation("exact", dt_ms=200.0)
    assert len(running.advance(1).spike_times_ms) == 4
    assert running.spike_count == 4
    assert list(running.record.span(0, 1).spikes) == [4]


@pytest.mark.parametrize("method", sorted(METHODS))
@pytest.mark.parametrize("sigma_na", [0.0, 0.6])
def test_how_ticks_are_bundled_changes_nothing(method: str, sigma_na: float) -> None:
    whole, parts = simulation(method, seed=5), simulation(method, seed=5)
    whole.noise_sigma_na = parts.noise_sigma_na = sigma_na
    times = whole.advance(2000).spike_times_ms
    bundled: list[float] = []
    for ticks in (1, 7, 0, 492, 1000, 500):
        bundled.extend(parts.advance(ticks).spike_times_ms)
    assert tuple(bundled) == times
    assert len(times) > 10
    assert whole.neuron.voltage_mv == parts.neuron.voltage_mv


def test_the_waveform_is_sampled_at_the_start_of_each_tick() -> None:
    seen: list[float] = []
    running = simulation(dt_ms=0.5)

    def waveform(time_ms: float) -> float:
        seen.append(time_ms)
        return time_ms

    running.waveform = waveform
    running.advance(4)
    assert seen == [0.0, 0.5, 1.0, 1.5]
    assert list(running.record.span(0, 4).current_na) == seen
    assert newest_current_na(running) == 1.5


def test_injected_current_comes_on_top() -> None:
    running = simulation()
    running.injected_na = 0.75
    running.advance(1)
    assert running.reading().current_na == 2.75
    assert running.record.span(0, 1).settle_mv[0] == 2.75 * 12


def test_noise_is_seeded_and_drawn_only_when_it_is_on() -> None:
    def currents(seed: int, quiet_ticks: int) -> list[float]:
        running = simulation(seed=seed)
        running.advance(quiet_ticks)
        assert running.reading().current_na == 2.0
        running.noise_sigma_na = 0.5
        running.advance(50)
        return list(running.record.span(quiet_ticks, quiet_ticks + 50).current_na)

    assert currents(1, 0) == currents(1, 30)
    assert currents(1, 0) != currents(2, 0)
    assert len(set(currents(1, 0))) == 50


def test_noise_has_the_spread_that_is_asked_for() -> None:
    running = simulation(dt_ms=5.0, record_capacity=20_000)
    running.noise_sigma_na = 0.5
    assert running.noise_sigma_na == 0.5
    running.advance(20_000)
    currents = running.record.span(0, 20_000).current_na
    assert np.mean(currents) == pytest.approx(2.0, abs=0.02)
    assert np.std(currents) == pytest.approx(0.5, rel=0.03)


def test_a_sigma_that_is_no_spread_is_refused() -> None:
    with pytest.raises(ValueError, match="sigma_na"):
        simulation().noise_sigma_na = -1.0


def test_the_record_holds_the_state_after_each_tick() -> None:
    running = simulation()
    voltages: list[float] = []
    for _ in range(120):
        running.advance(1)
        voltages.append(running.neuron.voltage_mv)
    assert running.record.end_tick == running.tick == 120
    held = running.record.span(0, 120)
    assert list(held.voltage_mv) == voltages
    assert set(held.threshold_mv) == {20.0}
    assert list(np.flatnonzero(held.spikes)) == [85]


def test_a_failed_tick_leaves_tick_and_record_in_step() -> None:
    running = simulation()
    running.waveform = lambda time_ms: math.nan if time_ms >= 1.0 else 1.0
    with pytest.raises(ValueError, match="current_na"):
        running.advance(5)
    assert running.tick == running.record.end_tick == 2


def test_the_rate_falls_to_zero_when_the_input_stops() -> None:
    running = simulation()
    running.advance(400)
    assert running.rate_hz > 20.0
    running.waveform = lambda _: 0.0
    running.advance(300)
    assert running.rate_hz == 0.0


@pytest.mark.parametrize("value", [0.0, -0.5, math.nan, math.inf])
def test_wrong_ticks_and_steps_are_refused(value: float) -> None:
    with pytest.raises(ValueError, match="dt_ms"):
        simulation(dt_ms=value)
    with pytest.raises(ValueError, match="ticks -1"):
        simulation().advance(-1)


# --- both together ----------------------------------------------------------


def test_5_and_240_frames_a_second_give_the_same_spikes() -> None:
    trains = []
    for frames in (5, 60, 144, 240):
        running, stepper = simulation("exact", seed=2), Stepper(0.5)
        running.noise_sigma_na = 0.5
        times: list[float] = []
        for _ in range(2 * frames):
            ticks = stepper.take(1 / frames, Fraction(1, 4))
            times.extend(running.advance(ticks).spike_times_ms)
        trains.append(times)
        assert running.time_ms == 500.0
    assert len(trains[0]) > 5
    assert all(train == trains[0] for train in trains)


def test_both_methods_are_neurons_that_agree() -> None:
    fine = Simulation(EulerLif(LifParameters()), dt_ms=0.01)
    exact = Simulation(ExactLif(LifParameters()), dt_ms=0.5)
    fine.waveform = exact.waveform = lambda _: 2.0
    times = exact.advance(400).spike_times_ms
    assert fine.advance(20_000).spike_times_ms == pytest.approx(times, abs=0.05)
