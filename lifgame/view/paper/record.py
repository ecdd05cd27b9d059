"""The one place that knows how the engine keeps the past."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lifgame.model.record import Record as _Record

# What the paper is written from. The painters only use the functions below.
Record = _Record


_READ = ("voltage_mv", "threshold_mv", "current_na", "settle_mv", "spikes")


@dataclass(frozen=True, slots=True)
class Ticks:
    """Some ticks in a row; row k is the state after tick ``first`` + k.

    Attributes:
        first: Number of the first tick, counted from 0.
        voltage_mv: V after each tick.
        threshold_mv: The flush line after it.
        current_na: The current during it.
        settle_mv: Where V would settle.
        spiked: Whether a spike fell into it.
    """

    first: int
    voltage_mv: NDArray[np.float64]
    threshold_mv: NDArray[np.float64]
    current_na: NDArray[np.float64]
    settle_mv: NDArray[np.float64]
    spiked: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.voltage_mv)

    @property
    def has_spikes(self) -> bool:
        return bool(self.spiked.any())

    @property
    def ends(self) -> NDArray[np.float64]:
        """When each tick ends, in ticks since the start."""
        return np.arange(self.first + 1, self.first + 1 + len(self), dtype=np.float64)


def first_tick(record: Record) -> int:
    """The oldest tick that is still held."""
    return record.first_tick


def end_tick(record: Record) -> int:
    """One after the newest tick."""
    return record.end_tick


def read(record: Record, first: int, end: int) -> Ticks:
    """Ticks ``first`` up to, not including, ``end``; those not held are left out."""
    part = record.span(max(0, first), end)
    places = [part.channels.index(name) for name in _READ]
    volts, lines, amps, settles, spikes = (part.rows[place] for place in places)
    return Ticks(part.first_tick, volts, lines, amps, settles, spikes > 0.0)
