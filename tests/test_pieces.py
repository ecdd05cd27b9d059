"""Ticks cut where the input changes: nothing is lost, the error is as stated."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifgame.model import inputs
from lifgame.model.inputs import Waveform
from lifgame.model.neurons.lif import ExactLif
from lifgame.model.neurons.lif_parameters import LifParameters
from lifgame.model.neurons.neuron import Stretch
from lifgame.model.pieces import Pieces, cut_ticks, whole_ticks
from lifgame.model.simulation import Simulation

STATED_ERROR_MV = 0.01


def lengths_of(pieces: Pieces, dt_ms: float) -> list[float]:
    if isinstance(pieces.lengths_ms, float):
        return [dt_ms] * len(pieces.times_ms)
    return pieces.lengths_ms


@settings(max_examples=80)
@given(
    st.integers(0, 5000),
    st.integers(1, 30),
    st.sampled_from([0.1, 0.5, 0.7, 3.0, 20.0, 333.0]),
    st.floats(0.0, 50.0),
    st.sampled_from([10.0, 70.0, 333.3]),
    st.sampled_from([5.0, 37.0, 95.0]),
)
def test_pieces_fill_their_ticks_and_no_edge_lies_inside_one(
    first: int, ticks: int, dt_ms: float, start_ms: float, period: float, duty: float
) -> None:
    wave = inputs.pulses(1.0, period_ms=period, duty_percent=duty).begun_at(start_ms)
    pieces = cut_ticks(first, ticks, dt_ms, wave)
    lengths = lengths_of(pieces, dt_ms)
    assert sum(lengths) == pytest.approx(ticks * dt_ms)
    assert min(lengths) > 0.0
    edges = list(wave.edges_between(first * dt_ms, (first + ticks) * dt_ms))
    for middle_ms, length_ms in zip(pieces.times_ms.tolist(), lengths, strict=True):
        inside = [e for e in edges if abs(e - middle_ms) < 0.5 * length_ms - 1e-6]
        assert not inside
    if not pieces.is_whole:
        assert len(pieces.ends) == ticks


def test_edges_on_the_grid_cut_nothing() -> None:
    wave = inputs.pulses(1.0, period_ms=70.0, duty_percent=30.0)
    for dt_ms in (0.1, 0.5, 0.7, 7.0):
        assert cut_ticks(0, 2000, dt_ms, wave).is_whole
    assert whole_ticks(3, 2, 0.5).times_ms.tolist() == [1.5, 2.0]


@pytest.mark.parametrize("dt_ms", [0.5, 3.0, 40.0])
def test_the_mean_of_a_tick_is_its_charge(dt_ms: float) -> None:
    wave = inputs.pulses(4.0, period_ms=10.0, duty_percent=35.0)
    running = Simulation(ExactLif(LifParameters(threshold_mv=900.0)), dt_ms=dt_ms)
    running.waveform = wave
    running.advance(round(240 / dt_ms))
    currents = running.record.span(0, running.tick).current_na
    assert float(currents.sum()) * dt_ms == pytest.approx(240 * 4.0 * 0.35)


def test_what_happened_in_pieces_is_told_of_their_ticks() -> None:
    wave = inputs.pulses(1.0, period_ms=10.0, duty_percent=50.0)
    pieces = cut_ticks(0, 3, 10.0, wave)
    past = Stretch(
        voltage_mv=[1.0, 2.0, 3.0, 4.0, 5.0],
        spikes=[(1, 2.0), (2, 0.5), (4, 1.0)],
        resting=[1, 2],
        own={"w": [10.0, 20.0, 30.0, 40.0, 50.0]},
    )
    told = pieces.by_ticks(past)
    # The third tick was not made to its end.
    assert told.voltage_mv == [2.0, 4.0]
    assert told.spikes == [(0, 7.0), (1, 0.5)]
    assert told.resting == [0]
    assert told.own == {"w": [20.0, 40.0]}


EXTREMES = [
    LifParameters(100.0, 0.5, 900.0),
    LifParameters(5.0, 0.5, 900.0),
    LifParameters(50.0, 5.0, 900.0),
]


def worst_error_mv(
    p: LifParameters, wave: Waveform, dt_ms: float, truth: list[float]
) -> float:
    running = Simulation(ExactLif(p), dt_ms=dt_ms)
    running.waveform = wave
    running.advance(len(truth))
    held = running.record.span(0, len(truth)).voltage_mv
    return float(np.abs(held - np.array(truth)).max())


@pytest.mark.parametrize("dt_ms", [0.5, 4.0, 30.0])
@pytest.mark.parametrize("frequency_hz", [0.5, 5.0, 30.0, 100.0])
@pytest.mark.parametrize("p", EXTREMES)
def test_a_sine_is_followed_within_the_stated_error(
    p: LifParameters, frequency_hz: float, dt_ms: float
) -> None:
    """Against the linear equation's own solution, from rest."""
    omega, tau = 2 * math.pi * frequency_hz / 1000.0, p.tau_ms
    scale = p.resistance_mohm * 5.0
    gain = 1.0 / (1.0 + (omega * tau) ** 2)

    def voltage(ms: float) -> float:
        swing = math.sin(omega * ms) - omega * tau * math.cos(omega * ms)
        decay = math.exp(-ms / tau)
        return scale * (1.0 - decay + gain * (swing + omega * tau * decay))

    truth = [voltage(k * dt_ms) for k in range(1, round(300 / dt_ms) + 1)]
    wave = inputs.sine(5.0, frequency_hz=frequency_hz)
    assert worst_error_mv(p, wave, dt_ms, truth) < STATED_ERROR_MV


@pytest.mark.parametrize("dt_ms", [0.5, 4.0, 30.0])
@pytest.mark.parametrize("p", EXTREMES)
def test_a_ramp_is_followed_within_the_stated_error(
    p: LifParameters, dt_ms: float
) -> None:
    slope, tau = 5.0 / 100.0, p.tau_ms
    ticks = int(99.0 / dt_ms)
    truth = [
        p.resistance_mohm * slope * (ms - tau * -math.expm1(-ms / tau))
        for ms in (k * dt_ms for k in range(1, ticks + 1))
    ]
    wave = inputs.ramp(5.0, duration_ms=100.0)
    assert worst_error_mv(p, wave, dt_ms, truth) < STATED_ERROR_MV
