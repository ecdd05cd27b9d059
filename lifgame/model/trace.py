"""The recent past of a simulation, tick by tick."""

from array import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class TraceSlice:
    """Some ticks in a row; row k belongs to tick ``first_tick`` + k.

    Attributes:
        first_tick: Number of the first tick.
        voltage_mv: V after each tick, in mV.
        current_na: The current during it, in nA.
        threshold_mv: The threshold after it, in mV.
        settle_mv: Where V would settle at its current without noise, in mV.
        spikes: How many spikes fell into it.
    """

    first_tick: int
    voltage_mv: NDArray[np.float64]
    current_na: NDArray[np.float64]
    threshold_mv: NDArray[np.float64]
    settle_mv: NDArray[np.float64]
    spikes: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.voltage_mv)

    @property
    def last_tick(self) -> int:
        """One after the number of the last tick."""
        return self.first_tick + len(self)


class Trace:
    """A ring buffer that holds the newest ``capacity`` ticks.

    Tick k, counted from 0, is the state after step k.

    Attributes:
        capacity: How many ticks it can hold.
        ticks: How many have been appended ever.
    """

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity {capacity} is not allowed; it must be above 0")
        self.capacity = capacity
        self.ticks = 0
        # Setting an item of an `array` takes a third of the time that numpy needs.
        zeros = [0.0] * capacity
        self._voltage, self._current = array("d", zeros), array("d", zeros)
        self._threshold, self._settle = array("d", zeros), array("d", zeros)
        self._spikes = array("q", [0] * capacity)

    def append(
        self,
        voltage_mv: float,
        current_na: float,
        threshold_mv: float,
        settle_mv: float,
        spikes: int,
    ) -> None:
        """Note the state after one more tick, over the oldest if full."""
        row = self.ticks % self.capacity
        self._voltage[row] = voltage_mv
        self._current[row] = current_na
        self._threshold[row] = threshold_mv
        self._settle[row] = settle_mv
        self._spikes[row] = spikes
        self.ticks += 1

    def span(self, first_tick: int, last_tick: int) -> TraceSlice:
        """Copies of ticks ``first_tick`` up to, not including, ``last_tick``.

        Ticks that are no longer or not yet held are left out.
        """
        oldest = max(0, self.ticks - self.capacity)
        first = min(max(first_tick, oldest), self.ticks)
        last = min(last_tick, self.ticks)
        rows = np.arange(first, last) % self.capacity
        return TraceSlice(
            first,
            np.frombuffer(self._voltage, np.float64)[rows],
            np.frombuffer(self._current, np.float64)[rows],
            np.frombuffer(self._threshold, np.float64)[rows],
            np.frombuffer(self._settle, np.float64)[rows],
            np.frombuffer(self._spikes, np.int64)[rows],
        )
