"""The recent past of a simulation: one row of named numbers a tick."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from lifgame.model.neurons.neuron import Numbers

# What every simulation records; a model's own channels stand behind these.
COMMON_CHANNELS = (
    "voltage_mv",
    "threshold_mv",
    "rest_threshold_mv",
    "current_na",
    "steady_na",
    "settle_mv",
    "leak_na",
    "flush_pc",
    "resistance_mohm",
    "capacitance_nf",
    "spikes",
    "is_refractory",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A neuron at one moment, now or in the past: what bucket, scope and words show.

    Attributes:
        tick: Number of the tick at whose end this was; -1 before the first.
        time_ms: Simulated time of that end, in ms.
        voltage_mv: The membrane potential V, in mV.
        threshold_mv: The line at which it spikes, in mV.
        rest_threshold_mv: Where that line comes back to without spikes, in mV.
        settle_mv: Where V would settle if the current stayed, without its noise.
        current_na: The input current, in nA.
        steady_na: The input current without its noise, in nA.
        leak_na: The current through the membrane resistance, in nA; negative below
            rest.
        capacitance_nf: The bucket's width, in nF.
        resistance_mohm: The narrowness of its hole, in MΩ.
        flush_pc: The charge that a flush at the present line carries away, in pC.
        is_refractory: Whether V is held, and nothing flows in.
        adaptation_mv: How far the line is above ``rest_threshold_mv``, in mV.
    """

    tick: int
    time_ms: float
    voltage_mv: float
    threshold_mv: float
    rest_threshold_mv: float
    settle_mv: float
    current_na: float
    steady_na: float
    leak_na: float
    capacitance_nf: float
    resistance_mohm: float
    flush_pc: float
    is_refractory: bool = False
    adaptation_mv: float = 0.0


@dataclass(frozen=True, slots=True)
class RecordSlice:
    """Some ticks in a row; row k belongs to tick ``first_tick`` + k.

    Attributes:
        first_tick: Number of the first tick.
        channels: Names of the columns.
        rows: The numbers, shape (channels, ticks).
    """

    first_tick: int
    channels: tuple[str, ...]
    rows: NDArray[np.float64] = field(repr=False)

    def __len__(self) -> int:
        ticks: int = self.rows.shape[1]
        return ticks

    @property
    def end_tick(self) -> int:
        """One after the number of the last tick."""
        return self.first_tick + len(self)

    def column(self, name: str) -> NDArray[np.float64]:
        """One channel, a number for each tick.

        Raises:
            ValueError: If there is no such channel, with those that there are.
        """
        if name not in self.channels:
            known = ", ".join(self.channels)
            raise ValueError(f"no channel {name!r}; there are: {known}")
        column: NDArray[np.float64] = self.rows[self.channels.index(name)]
        return column

    @property
    def voltage_mv(self) -> NDArray[np.float64]:
        """V after each tick, in mV."""
        return self.column("voltage_mv")

    @property
    def threshold_mv(self) -> NDArray[np.float64]:
        """The threshold after it, in mV."""
        return self.column("threshold_mv")

    @property
    def current_na(self) -> NDArray[np.float64]:
        """The mean current during it, in nA."""
        return self.column("current_na")

    @property
    def settle_mv(self) -> NDArray[np.float64]:
        """Where V would settle at its current without noise, in mV."""
        return self.column("settle_mv")

    @property
    def spikes(self) -> NDArray[np.int64]:
        """How many spikes fell into it."""
        return self.column("spikes").astype(np.int64)

    def reading(self, tick: int, dt_ms: float) -> Reading:
        """The state after one of these ticks.

        Args:
            tick: Its number.
            dt_ms: Simulated time of one tick, in ms.
        """
        row = self.rows[:, tick - self.first_tick].tolist()
        return as_reading(tick, dt_ms, dict(zip(self.channels, row, strict=True)))


def as_reading(tick: int, dt_ms: float, row: Mapping[str, float]) -> Reading:
    """A reading out of the numbers of its tick, by channel."""
    numbers = {name: row[name] for name in _READ if name in row}
    is_refractory = bool(row["is_refractory"])
    return Reading(
        tick=tick, time_ms=(tick + 1) * dt_ms, is_refractory=is_refractory, **numbers
    )


_READ = tuple(
    name
    for name in Reading.__dataclass_fields__
    if name not in ("tick", "time_ms", "is_refractory")
)


def as_rows(columns: Sequence[Numbers], ticks: int) -> NDArray[np.float64]:
    """Some ticks as ``Record.append_block`` takes them.

    Args:
        columns: For each channel one number for all ticks, or one for each.
        ticks: How many there are.

    Returns:
        Shape (channels, ticks).
    """
    rows = np.empty((len(columns), ticks))
    still = [0.0 if isinstance(each, np.ndarray) else each for each in columns]
    rows.T[:] = still
    for row, each in enumerate(columns):
        if isinstance(each, np.ndarray):
            rows[row] = each
    return rows


class Record:
    """A ring of the newest ``capacity`` ticks.

    Tick k, counted from 0, is the state after step k.

    Attributes:
        channels: Names of the columns.
        capacity: How many ticks it can hold.
        end_tick: One after the number of the newest tick.
    """

    def __init__(self, channels: Sequence[str], capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"capacity {capacity} is not allowed; it must be above 0")
        self.channels = tuple(channels)
        self.capacity = capacity
        self.end_tick = self._begin_tick = 0
        # Zeroed pages cost nothing until they are written.
        self._ring = np.zeros((len(self.channels), capacity))

    @property
    def first_tick(self) -> int:
        """Number of the oldest tick that is held."""
        return max(self._begin_tick, self.end_tick - self.capacity)

    def begin_at(self, tick: int) -> None:
        """Hold nothing; the next tick that is noted has this number."""
        self.end_tick = self._begin_tick = tick

    def append_block(self, rows: NDArray[np.float64]) -> None:
        """Note some more ticks, over the oldest if it is full.

        Args:
            rows: Shape (channels, ticks).
        """
        ticks = rows.shape[1]
        kept = rows[:, -self.capacity :] if ticks > self.capacity else rows
        self.end_tick += ticks
        end = self.end_tick % self.capacity
        begin = end - kept.shape[1]
        if begin >= 0:
            self._ring[:, begin:end] = kept
            return
        self._ring[:, :end] = kept[:, -begin:]
        self._ring[:, begin:] = kept[:, :-begin]

    def span(self, first_tick: int, end_tick: int) -> RecordSlice:
        """Copies of ticks ``first_tick`` up to, not including, ``end_tick``.

        Ticks that are no longer or not yet held are left out.
        """
        first = min(max(first_tick, self.first_tick), self.end_tick)
        end = max(first, min(end_tick, self.end_tick))
        begin, stop = first % self.capacity, end % self.capacity
        if begin < stop or first == end:
            rows = self._ring[:, begin : begin + end - first].copy()
        else:
            rows = np.concatenate((self._ring[:, begin:], self._ring[:, :stop]), axis=1)
        return RecordSlice(first, self.channels, rows)

    def snapshot(self) -> RecordSlice:
        """All that is held."""
        return self.span(self.first_tick, self.end_tick)

    def restore(self, snapshot: RecordSlice) -> None:
        """Back to what ``snapshot`` has told; channels that it lacks are 0."""
        self.begin_at(snapshot.first_tick)
        nothing = np.zeros(len(snapshot))
        rows = [
            snapshot.column(name) if name in snapshot.channels else nothing
            for name in self.channels
        ]
        self.append_block(np.array(rows).reshape(len(rows), len(snapshot)))
