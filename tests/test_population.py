"""Many neurons at once fire as often as each would alone."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from neuron_tools import random_parameters

from lifgame.model import inputs
from lifgame.model.neurons.lif import EulerLif
from lifgame.model.neurons.lif_parameters import LifParameters
from lifgame.model.population import spike_counts
from lifgame.model.simulation import Simulation

CURRENTS = np.linspace(-0.5, 5.0, 45)


def alone(
    p: LifParameters,
    current_na: float,
    ticks: int,
    sigma_na: float = 0.0,
    seed: int = 0,
) -> int:
    single = Simulation(EulerLif(p), seed=seed)
    single.waveform, single.noise_sigma_na = inputs.constant(current_na), sigma_na
    return len(single.advance(ticks).spike_times_ms)


@pytest.mark.parametrize("sigma_na", [0.0, 0.7])
@pytest.mark.parametrize("refractory_ms", [0.0, 2.2])
@pytest.mark.parametrize("cell", [(12.0, 2.0, 20.0), (15.0, 0.5, 20.0), (8, 5, 14)])
def test_counts_are_those_of_the_single_neuron(
    cell: tuple[float, float, float], refractory_ms: float, sigma_na: float
) -> None:
    p = LifParameters(*cell, refractory_ms)
    counts = spike_counts(p, CURRENTS, 3000, 0.5, noise_sigma_na=sigma_na, seed=7)
    single = [
        alone(p, current_na, 3000, sigma_na, 7 + k)
        for k, current_na in enumerate(CURRENTS.tolist())
    ]
    assert counts.tolist() == single
    assert counts[0] == 0 < counts[-1]


@settings(max_examples=30)
@given(random_parameters, st.integers(1, 400))
def test_any_parameters_and_any_time(p: LifParameters, ticks: int) -> None:
    currents = [*np.linspace(0.0, 5.0, 7).tolist(), p.threshold_mv / p.resistance_mohm]
    counts = spike_counts(p, currents, ticks, 0.5)
    assert counts.tolist() == [alone(p, current_na, ticks) for current_na in currents]


def test_none_fires_at_exactly_its_rheobase() -> None:
    for resistance in range(5, 101, 5):
        p = LifParameters(resistance, 1.0 / resistance, round(resistance * 0.35, 6))
        assert spike_counts(p, [0.35], 400, 0.9).tolist() == [0]


def test_what_cannot_be_stepped_is_refused() -> None:
    with pytest.raises(ValueError, match="24 ms"):
        spike_counts(LifParameters(), [1.0], 10, 30.0)
    with pytest.raises(ValueError, match="currents_na"):
        spike_counts(LifParameters(), [1.0, math.nan], 10, 0.5)


def test_no_neuron_and_no_time_are_no_spikes() -> None:
    assert spike_counts(LifParameters(), [], 10, 0.5).tolist() == []
    assert spike_counts(LifParameters(), [3.0], 0, 0.5).tolist() == [0]
