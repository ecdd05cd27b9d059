"""What the tests of the neuron share: parameters, spike times, random neurons."""

from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import strategies as st

from lifgame.content.parameters import CAPACITANCE, CURRENT, RESISTANCE, THRESHOLD
from lifgame.content.presets import Preset
from lifgame.model.neurons.lif import METHODS
from lifgame.model.neurons.lif_parameters import LifParameters
from lifgame.model.neurons.neuron import Neuron

METHOD_NAMES = sorted(METHODS)


def parameters_of(preset: Preset, **changes: Any) -> LifParameters:
    values = preset.values()
    p = LifParameters(
        resistance_mohm=values["resistance"],
        capacitance_nf=values["capacitance"],
        threshold_mv=20.0,
    )
    return replace(p, **changes)


def spike_times(
    neuron: Neuron, current_na: float, dt_ms: float, steps: int
) -> list[float]:
    times: list[float] = []
    for tick in range(steps):
        for offset in neuron.step(current_na, dt_ms):
            assert 0.0 < offset <= dt_ms
            times.append(tick * dt_ms + offset)
        assert neuron.voltage_mv < neuron.threshold_mv
    return times


def intervals(times: list[float]) -> list[float]:
    # The time to the first spike has no refractory period before it.
    return [float(interval) for interval in np.diff(times)]


random_parameters = st.builds(
    LifParameters,
    resistance_mohm=st.floats(RESISTANCE.minimum, RESISTANCE.maximum),
    capacitance_nf=st.floats(CAPACITANCE.minimum, CAPACITANCE.maximum),
    threshold_mv=st.floats(THRESHOLD.minimum, THRESHOLD.maximum),
    refractory_ms=st.sampled_from([0.0, 0.1, 0.3, 1.0, 2.0, 7.5]),
    rest_mv=st.floats(-5.0, 5.0),
    reset_mv=st.floats(-5.0, 9.0),
)
random_currents = st.floats(CURRENT.minimum, CURRENT.maximum)
