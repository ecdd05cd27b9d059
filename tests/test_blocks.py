"""What is made in blocks is what is made tick by tick, to the last bit."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import reference_loop as slow
from hypothesis import given, settings
from hypothesis import strategies as st
from neuron_tools import random_parameters
from reference_loop import SlowEuler, SlowExact, SlowLoop

from lifgame.model import inputs
from lifgame.model.inputs import Waveform
from lifgame.model.neurons import adaptive, lif
from lifgame.model.neurons.adaptive import AdaptiveParameters, EulerAdaptive
from lifgame.model.neurons.lif import EulerLif, ExactLif
from lifgame.model.neurons.lif_parameters import LifParameters
from lifgame.model.neurons.neuron import Neuron
from lifgame.model.simulation import Simulation

Wave = Callable[[float], float]
WAVES: dict[str, tuple[Waveform, Wave]] = {
    "constant": (inputs.constant(2.2), slow.constant(2.2)),
    "pulses": (
        inputs.pulses(4.0, period_ms=70.0, duty_percent=30.0),
        slow.pulses(4.0, 70.0, 30.0),
    ),
    "sine": (inputs.sine(2.0, frequency_hz=5.0), slow.sine(2.0, 5.0)),
    "step": (inputs.step(3.0), slow.step(3.0)),
    "ramp": (inputs.ramp(5.0, duration_ms=400.0), slow.ramp(5.0, 400.0)),
}
LIF = LifParameters(15.0, 0.5, 18.0, 2.0, reset_mv=-2.0)
ADAPTIVE = AdaptiveParameters(18.0, 1.0, 15.0, 1.2, adaptation_step_mv=3.0)


def pair(kind: str) -> tuple[Neuron, SlowEuler | SlowExact]:
    if kind == "euler":
        return EulerLif(LIF), SlowEuler(LIF)
    if kind == "exact":
        return ExactLif(LIF), SlowExact(LIF)
    return EulerAdaptive(ADAPTIVE), SlowEuler(ADAPTIVE)


def both(kind: str, wave: str, sigma_na: float) -> tuple[Simulation, SlowLoop]:
    neuron, truth = pair(kind)
    quick_wave, slow_wave = WAVES[wave]
    quick = Simulation(neuron, seed=4, record_capacity=20_000)
    quick.waveform, quick.noise_sigma_na = quick_wave, sigma_na
    asked_at = 0.5 if neuron.is_exact else 0.0
    loop = SlowLoop(truth, slow_wave, seed=4, asked_at=asked_at, sigma_na=sigma_na)
    return quick, loop


def assert_same(quick: Simulation, times_ms: list[float], loop: SlowLoop) -> None:
    assert times_ms == loop.spike_times_ms
    assert quick.neuron.voltage_mv == loop.neuron.voltage_mv
    held = quick.record.span(0, quick.tick)
    for name in held.channels:
        wanted = np.array([row[name] for row in loop.rows])
        assert np.array_equal(held.column(name), wanted), name


@pytest.mark.parametrize("sigma_na", [0.0, 0.6])
@pytest.mark.parametrize("wave", WAVES)
@pytest.mark.parametrize("kind", ["euler", "exact", "adaptive"])
def test_one_block_is_many_ticks(kind: str, wave: str, sigma_na: float) -> None:
    quick, loop = both(kind, wave, sigma_na)
    times_ms = list(quick.advance(6000).spike_times_ms)
    loop.advance(6000)
    assert len(times_ms) > 20
    assert_same(quick, times_ms, loop)


@pytest.mark.parametrize("kind", ["euler", "exact", "adaptive"])
def test_frames_with_sliders_moved_between_them(kind: str) -> None:
    quick, loop = both(kind, "constant", 0.4)
    times_ms: list[float] = []
    chance = np.random.default_rng(8)
    for ticks in chance.integers(0, 34, 300).tolist():
        times_ms += quick.advance(ticks).spike_times_ms
        loop.advance(ticks)
        injected_na = float(chance.choice([0.0, 0.0, 2.0, -1.0]))
        quick.injected_na = loop.injected_na = injected_na
        sigma_na = float(chance.choice([0.0, 0.5]))
        quick.noise_sigma_na = loop.sigma_na = sigma_na
        p = replace(
            quick.neuron.parameters,
            resistance_mohm=float(chance.uniform(5, 60)),
            threshold_mv=float(chance.uniform(10, 30)),
            refractory_ms=float(chance.choice([0.0, 0.7, 6.0])),
        )
        quick.neuron.parameters = loop.neuron.parameters = p
        # The record holds what was so in each tick: compare as it goes.
    assert len(times_ms) > 50
    assert_same(quick, times_ms, loop)


@settings(max_examples=40)
@given(
    random_parameters,
    st.lists(st.floats(-3.0, 6.0), min_size=1, max_size=8),
    st.booleans(),
)
def test_any_neuron_with_any_current(
    p: LifParameters, currents_na: list[float], is_exact: bool
) -> None:
    quick = ExactLif(p) if is_exact else EulerLif(p)
    truth = SlowExact(p) if is_exact else SlowEuler(p)
    spread = [na for na in currents_na for _ in range(40)]
    past = quick.run(spread, 0.5)
    spikes = [
        (row, offset) for row, na in enumerate(spread) for offset in truth.step(na, 0.5)
    ]
    assert past.spikes == spikes
    assert quick.voltage_mv == truth.voltage_mv


@pytest.mark.parametrize("method", ["euler", "exact"])
@pytest.mark.parametrize("wave", WAVES)
def test_without_a_step_the_adaptive_neuron_is_the_plain_one(
    method: str, wave: str
) -> None:
    still = AdaptiveParameters(15.0, 0.5, 18.0, 2.0, adaptation_step_mv=0.0)
    runs = []
    for neuron in (lif.METHODS[method](LIF_AT_REST), adaptive.METHODS[method](still)):
        running = Simulation(neuron, seed=1)
        running.waveform, running.noise_sigma_na = WAVES[wave][0], 0.3
        times_ms = running.advance(5000).spike_times_ms
        held = running.record.span(0, 5000)
        runs.append((times_ms, held.rows[: len(LIF_CHANNELS)].tobytes()))
    assert len(runs[0][0]) > 20
    assert runs[0] == runs[1]


LIF_AT_REST = LifParameters(15.0, 0.5, 18.0, 2.0)
LIF_CHANNELS = Simulation(EulerLif()).record.channels


@pytest.mark.parametrize("sigma_na", [0.0, 0.5])
@pytest.mark.parametrize("method", ["euler", "exact"])
@pytest.mark.parametrize("model", [lif.METHODS, adaptive.METHODS])
def test_a_snapshot_has_the_same_future(
    model: dict[str, type[lif.Lif]], method: str, sigma_na: float
) -> None:
    p = ADAPTIVE if model is adaptive.METHODS else LIF
    running = Simulation(model[method](p), seed=9, record_capacity=700)
    running.waveform, running.noise_sigma_na = inputs.sine(2.5), sigma_na
    running.advance(1003)
    kept = running.snapshot()

    def future() -> tuple[object, ...]:
        times_ms = running.advance(2000).spike_times_ms
        rows = running.record.span(0, running.tick).rows.tobytes()
        return times_ms, rows, running.rate_hz, running.spike_count, running.tick

    first = future()
    running.waveform = inputs.constant(0.0)
    running.neuron.parameters = replace(p, threshold_mv=29.0)
    running.noise_sigma_na = running.injected_na = 1.0
    running.advance(50)
    running.restore(kept)
    assert running.tick == 1003
    assert future() == first
    other = Simulation(model[method](p), record_capacity=700)
    other.restore(kept)
    assert other.advance(2000).spike_times_ms == first[0]


def test_a_reading_of_the_past_is_what_was_read_then() -> None:
    running = Simulation(EulerAdaptive(ADAPTIVE), record_capacity=400)
    running.waveform = inputs.constant(3.0)
    then = {}
    for _ in range(500):
        running.advance(1)
        then[running.tick - 1] = running.reading()
    assert running.reading().tick == 499
    assert running.reading().time_ms == 250.0
    for tick in range(100, 500):
        assert running.reading(tick) == then[tick]
    for tick in (-1, 99, 500):
        with pytest.raises(ValueError, match=rf"tick {tick} is not held.*100 to 499"):
            running.reading(tick)
    assert any(reading.is_refractory for reading in then.values())
    assert len({reading.threshold_mv for reading in then.values()}) > 400


def test_another_neuron_takes_over_in_the_same_moment() -> None:
    running = Simulation(EulerLif(LIF_AT_REST), record_capacity=300)
    running.waveform = inputs.constant(2.0)
    running.advance(500)
    before = running.reading()
    kept = running.snapshot()
    running.exchange(EulerAdaptive(ADAPTIVE))
    assert running.neuron.voltage_mv == before.voltage_mv
    assert running.reading(499) == before
    assert running.tick == 500
    running.advance(400)
    assert running.reading().adaptation_mv > 0.0
    running.exchange(EulerLif(LIF_AT_REST))
    assert running.record.channels == LIF_CHANNELS
    running.exchange(EulerAdaptive(ADAPTIVE))
    running.restore(kept)
    assert running.reading() == before
    other = Simulation(EulerLif(LIF_AT_REST), record_capacity=300)
    other.restore(kept)
    assert running.advance(300) == other.advance(300)
