"""Many independent neurons at once, each with its own constant current.

Euler's method, bit for bit as ``EulerLif`` does it, so the counts are equal to those of
single neurons.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from lifgame.model.neurons.lif_parameters import (
    LINE_TOLERANCE_MV,
    LifParameters,
    check_euler_step,
    refractory_steps,
)
from lifgame.model.noise import noise_of_many

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

# Steps that are made between two looks at who has crossed the line.
BLOCK_STEPS = 64


def spike_counts(
    parameters: LifParameters,
    currents_na: Sequence[float] | Floats,
    ticks: int,
    dt_ms: float,
    *,
    noise_sigma_na: float = 0.0,
    seed: int = 0,
) -> Counts:
    """How often each neuron fires in some steps, beginning at rest.

    Args:
        parameters: Of all of them.
        currents_na: One constant current for each neuron.
        ticks: How many steps.
        dt_ms: Length of a step.
        noise_sigma_na: Standard deviation of the noise, in nA. Neuron k hears the
            noise of ``Simulation(seed=seed + k)``.
        seed: Of the first neuron's noise.

    Returns:
        A count for each current.

    Raises:
        ValueError: If a current is not finite, or Euler cannot take such a step.
    """
    check_euler_step(dt_ms, parameters.tau_ms)
    currents = np.asarray(currents_na, dtype=np.float64)
    settle_mv = parameters.rest_mv + parameters.resistance_mohm * currents
    if not np.isfinite(settle_mv).all():
        raise ValueError("currents_na are not allowed; they must be finite")
    if noise_sigma_na == 0.0:
        return _steady_counts(parameters, settle_mv, ticks, dt_ms)
    noise_na = noise_of_many(noise_sigma_na, dt_ms, ticks, seed, len(currents))
    return _noisy_counts(parameters, currents + noise_na, dt_ms)


def _steady_counts(
    parameters: LifParameters, settle_mv: Floats, ticks: int, dt_ms: float
) -> Counts:
    """Without noise all spikes after the first come at the same interval.

    So it is enough to know the steps from rest to the line and from reset to it.
    """
    p = parameters
    first = _steps_to_line(p, settle_mv, p.rest_mv, ticks, dt_ms)
    again = first
    if p.reset_mv != p.rest_mv:
        again = _steps_to_line(p, settle_mv, p.reset_mv, ticks, dt_ms)
    interval = again + refractory_steps(p.refractory_ms, dt_ms)
    counts: Counts = np.where(first <= ticks, 1 + (ticks - first) // interval, 0)
    return counts


def _steps_to_line(
    parameters: LifParameters,
    settle_mv: Floats,
    begin_mv: float,
    ticks: int,
    dt_ms: float,
) -> Counts:
    """The step in which each neuron meets the line first; ``ticks`` + 1: none."""
    p = parameters
    steps = np.full(len(settle_mv), ticks + 1, dtype=np.int64)
    # Those that cannot meet it are not worth a step.
    waiting = np.flatnonzero(settle_mv - p.threshold_mv > LINE_TOLERANCE_MV)
    share, made = dt_ms / p.tau_ms, 0
    level_mv = settle_mv[waiting]
    path = np.empty((BLOCK_STEPS + 1, len(waiting)))
    path[0] = begin_mv
    gap_mv = np.empty(len(waiting))
    while made < ticks and len(waiting):
        for before_mv, after_mv in pairwise(path):
            np.subtract(level_mv, before_mv, out=gap_mv)
            np.multiply(gap_mv, share, out=gap_mv)
            np.add(before_mv, gap_mv, out=after_mv)
        has_met = path[1:] >= p.threshold_mv
        met = has_met[-1]
        steps[waiting[met]] = made + 1 + np.argmax(has_met[:, met], axis=0)
        made += BLOCK_STEPS
        waiting, level_mv = waiting[~met], level_mv[~met]
        last_mv = path[-1, ~met]
        path, gap_mv = path[:, : len(waiting)].copy(), gap_mv[: len(waiting)]
        path[0] = last_mv
    return steps


def _noisy_counts(
    parameters: LifParameters, currents_na: Floats, dt_ms: float
) -> Counts:
    """All neurons step by step; the currents have shape (steps, neurons)."""
    p = parameters
    share, hold = dt_ms / p.tau_ms, refractory_steps(p.refractory_ms, dt_ms)
    settle_mv = p.rest_mv + p.resistance_mohm * currents_na
    can_cross = settle_mv - p.threshold_mv > LINE_TOLERANCE_MV
    neurons = currents_na.shape[1]
    voltage_mv = np.full(neurons, p.rest_mv)
    # The step from which on each takes current in again.
    free_from = np.zeros(neurons, dtype=np.int64)
    counts: Counts = np.zeros(neurons, dtype=np.int64)
    just_below_mv = np.nextafter(p.threshold_mv, -np.inf)
    for step, (level_mv, may_cross) in enumerate(
        zip(settle_mv, can_cross, strict=True)
    ):
        after_mv = voltage_mv + share * (level_mv - voltage_mv)
        if hold:
            after_mv[free_from > step] = p.reset_mv
        is_up = after_mv >= p.threshold_mv
        fires = is_up & may_cross
        counts += fires
        free_from[fires] = step + 1 + hold
        after_mv[is_up] = just_below_mv
        after_mv[fires] = p.reset_mv
        voltage_mv = after_mv
    return counts
