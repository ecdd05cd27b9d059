"""What the ways to step a neuron share: lengths, the line, spikes and rest."""

import math
from collections.abc import Iterator, Sequence
from itertools import islice, repeat

from lifgame.model.neurons.neuron import Stretch


def below(voltage_mv: float, threshold_mv: float) -> float:
    """V, or the number next to the line: rounding alone may not lift V onto it."""
    if voltage_mv < threshold_mv:
        return voltage_mv
    return math.nextafter(threshold_mv, -math.inf)


def one_length(dt_ms: float | Sequence[float]) -> float:
    """The length of all steps.

    Raises:
        ValueError: If they are not of one length.
    """
    if isinstance(dt_ms, int | float):
        return dt_ms
    raise ValueError("Euler's method takes steps of one length")


def each_length(dt_ms: float | Sequence[float]) -> Iterator[float]:
    """The lengths of the steps.

    Raises:
        ValueError: If one is not above 0 and finite.
    """
    shortest = dt_ms if isinstance(dt_ms, int | float) else min(dt_ms, default=1.0)
    if not 0.0 < shortest < math.inf:
        raise ValueError(f"dt_ms {shortest:g} is not allowed; it must be above 0")
    return repeat(dt_ms) if isinstance(dt_ms, int | float) else iter(dt_ms)


def spike(
    past: Stretch, steps: Iterator[float], reset_mv: float, hold: int, dt_ms: float
) -> int:
    """Note a spike at the end of a step, and as much of the rest as there are steps.

    Returns:
        How many steps of rest are left.
    """
    row = len(past.voltage_mv)
    past.spikes.append((row, dt_ms))
    past.voltage_mv.append(reset_mv)
    if not hold:
        return 0
    past.resting.append(row)
    return rest(past, steps, reset_mv, hold)


def rest(past: Stretch, steps: Iterator[float], reset_mv: float, hold: int) -> int:
    """Take up to ``hold`` steps in which V stays at reset.

    Returns:
        How many are left.
    """
    first = len(past.voltage_mv)
    made = len(list(islice(steps, hold)))
    past.voltage_mv.extend([reset_mv] * made)
    # After the last of them it takes current in again.
    past.resting.extend(range(first, first + min(made, hold - 1)))
    return hold - made
