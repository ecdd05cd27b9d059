"""One neuron with its input, its past and its clock of whole ticks."""

import math
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import numpy as np

from lifgame.model import inputs
from lifgame.model.inputs import Waveform
from lifgame.model.neurons.neuron import Neuron, Numbers, Stretch
from lifgame.model.noise import OrnsteinUhlenbeck
from lifgame.model.pieces import (
    Pieces,
    as_list,
    cut_ticks,
    first,
    steady_currents,
    whole_ticks,
)
from lifgame.model.rate import RateMeter
from lifgame.model.record import (
    COMMON_CHANNELS,
    Reading,
    Record,
    RecordSlice,
    as_reading,
    as_rows,
)

# Ticks that are made at once: so many need little memory, and little more is gained.
BLOCK_TICKS = 4096
# The exact method takes new noise at least this often, in ms, as the screen does: V's
# spread is then right to 0.1 %, for the noise forgets itself in 5 ms.
NOISE_PIECE_MS = 0.5


@dataclass(frozen=True, slots=True)
class StepReport:
    """What happened in some ticks.

    Attributes:
        first_tick: Number of the first of them.
        ticks: How many there were.
        spike_times_ms: Simulated times of the spikes in them, in ms, in order.
    """

    first_tick: int
    ticks: int
    spike_times_ms: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All of a simulation's state. It stays good for any number of ``restore``."""

    neuron: Neuron
    noise: tuple[Any, ...]
    rate: tuple[Any, ...]
    record: RecordSlice
    tick: int
    spike_count: int
    noise_na: float
    injected_na: float
    waveform: Waveform


class Simulation:
    """A neuron in time. The same seed and input give the same spikes, always.

    Attributes:
        neuron: The model; its parameters may change between calls.
        record: Its recent past.
        rate: Its measured firing rate.
        tick: Ticks made so far; the next one has this number.
        spike_count: Spikes so far.
        noise_na: The noise of the last tick, in nA.
        injected_na: Current on top of it, in nA, as long as the visitor pushes.
        dt_ms: Simulated time of one tick, in ms.
    """

    def __init__(
        self,
        neuron: Neuron,
        *,
        dt_ms: float = 0.5,
        seed: int = 0,
        record_capacity: int = 8192,
    ) -> None:
        if not 0.0 < dt_ms < math.inf:
            raise ValueError(f"dt_ms {dt_ms:g} is not allowed; it must be above 0")
        self.neuron = neuron
        self.dt_ms = dt_ms
        channels = (*COMMON_CHANNELS, *neuron.channels())
        self.record = Record(channels, record_capacity)
        self.rate = RateMeter()
        self.tick = 0
        self.spike_count = 0
        self.noise_na = 0.0
        self.injected_na = 0.0
        self._waveform = inputs.constant(0.0)
        self._noise = OrnsteinUhlenbeck(0.0, rng=np.random.default_rng(seed))

    @property
    def waveform(self) -> Waveform:
        """The current in nA over simulated time in ms; any function of it will do."""
        return self._waveform

    @waveform.setter
    def waveform(self, value: Callable[[float], float]) -> None:
        if not isinstance(value, Waveform):
            value = inputs.from_function(value)
        self._waveform = value

    @property
    def noise_sigma_na(self) -> float:
        """Standard deviation of the noise, in nA; at 0 no random number is drawn."""
        return self._noise.sigma_na

    @noise_sigma_na.setter
    def noise_sigma_na(self, value: float) -> None:
        self._noise.sigma_na = value

    @property
    def time_ms(self) -> float:
        """Simulated time, in ms: a product, as a sum would drift."""
        return self.tick * self.dt_ms

    @property
    def rate_hz(self) -> float:
        """The measured firing rate now, in Hz."""
        return self.rate.rate_hz(self.time_ms)

    @property
    def steady_na(self) -> float:
        """The current of the present moment without its noise, in nA."""
        return self.waveform(self.time_ms) + self.injected_na

    def reading(self, tick: int | None = None) -> Reading:
        """The neuron now, with the current that flows now, or after a tick in the past.

        Args:
            tick: Number of a tick that the record holds; without it: now.

        Raises:
            ValueError: If it is not held.
        """
        if tick is not None:
            first, end = self.record.first_tick, self.record.end_tick
            if not first <= tick < end:
                raise ValueError(f"tick {tick} is not held; held: {first} to {end - 1}")
            return self.record.span(tick, tick + 1).reading(tick, self.dt_ms)
        steady_na = self.steady_na
        row: dict[str, Any] = dict(self.neuron.columns(steady_na))
        row |= {"steady_na": steady_na, "current_na": steady_na + self.noise_na}
        row["is_refractory"] = self.neuron.is_refractory
        return as_reading(self.tick - 1, self.dt_ms, row)

    def advance(self, ticks: int) -> StepReport:
        """Make some ticks.

        With Euler's method the current of a tick is that at its start; a neuron that
        is exact is told of every change inside it.

        Raises:
            ValueError: If ``ticks`` is negative, or as the neuron's ``step``.
        """
        if ticks < 0:
            raise ValueError(f"ticks {ticks} is not allowed; it must be 0 or more")
        first_tick, end_tick = self.tick, self.tick + ticks
        spike_times_ms: list[float] = []
        while self.tick < end_tick:
            spike_times_ms += self._block(min(BLOCK_TICKS, end_tick - self.tick))
        return StepReport(first_tick, ticks, tuple(spike_times_ms))

    def exchange(self, neuron: Neuron) -> None:
        """Go on with another neuron, perhaps of another model.

        V, time, input, noise and what is recorded stay. What only the new one records
        is 0 in its past; what only the old one recorded is forgotten. If V is at or
        above the new threshold, it spikes in the next step.
        """
        neuron.voltage_mv = self.neuron.voltage_mv
        self.neuron = neuron
        channels = (*COMMON_CHANNELS, *neuron.channels())
        if channels != self.record.channels:
            past = self.record.snapshot()
            self.record = Record(channels, self.record.capacity)
            self.record.restore(past)

    def snapshot(self) -> Snapshot:
        """All of its state, its input too."""
        return Snapshot(
            neuron=deepcopy(self.neuron),
            noise=self._noise.snapshot(),
            rate=self.rate.snapshot(),
            record=self.record.snapshot(),
            tick=self.tick,
            spike_count=self.spike_count,
            noise_na=self.noise_na,
            injected_na=self.injected_na,
            waveform=self._waveform,
        )

    def restore(self, snapshot: Snapshot) -> None:
        """Back to a state that ``snapshot`` has told: the same future, bit for bit.

        Its neuron is another object then, and its record may be.
        """
        self.neuron = deepcopy(snapshot.neuron)
        self._noise.restore(snapshot.noise)
        self.rate.restore(snapshot.rate)
        if self.record.channels != snapshot.record.channels:
            self.record = Record(snapshot.record.channels, self.record.capacity)
        self.record.restore(snapshot.record)
        self.tick = snapshot.tick
        self.spike_count = snapshot.spike_count
        self.noise_na = snapshot.noise_na
        self.injected_na = snapshot.injected_na
        self._waveform = snapshot.waveform

    def relived(self, neuron: Neuron, past: RecordSlice) -> "Simulation":
        """Another neuron on the input that a record has told, from its first tick."""
        size, dt_ms = self.record.capacity, self.dt_ms
        again = Simulation(neuron, dt_ms=dt_ms, record_capacity=size)
        again.tick = begin = past.first_tick
        again.record.begin_at(begin)
        flowed_na = past.current_na.tolist()
        again.waveform = inputs.from_function(
            lambda time_ms: flowed_na[round(time_ms / dt_ms) - begin]
        )
        again.advance(len(past))
        again._noise = self._noise
        return again

    def _block(self, ticks: int) -> list[float]:
        """Make a few ticks, and give the times of their spikes."""
        pieces = self._pieces(ticks)
        count = len(pieces.times_ms)
        steady_na = steady_currents(self._waveform, pieces, self.injected_na)
        noise_na = self._draw(pieces)
        currents_na = as_list(steady_na + noise_na, count)
        past = self.neuron.run(currents_na, pieces.lengths_ms)
        made = len(past.voltage_mv)
        told = pieces.by_ticks(past)
        self._note(told, pieces.mean(steady_na), pieces.mean(noise_na))
        spike_times_ms = self._count(told)
        if made < count:
            # Let it say what is wrong with the current that it did not take.
            self.neuron.step(currents_na[made], self.dt_ms)
        return spike_times_ms

    def _pieces(self, ticks: int) -> Pieces:
        if not self.neuron.is_exact:
            return whole_ticks(self.tick, ticks, self.dt_ms)
        longest_ms = NOISE_PIECE_MS if self._noise.sigma_na > 0.0 else math.inf
        return cut_ticks(self.tick, ticks, self.dt_ms, self._waveform, longest_ms)

    def _draw(self, pieces: Pieces) -> Numbers:
        """The noise of each piece, or 0."""
        if self._noise.sigma_na == 0.0:
            return 0.0
        count = len(pieces.times_ms)
        return np.array(self._noise.samples(pieces.lengths_ms, count))

    def _note(self, told: Stretch, steady_na: Numbers, noise_na: Numbers) -> None:
        """Write the ticks that were made into the record."""
        ticks = len(told.voltage_mv)
        if not ticks:
            return
        steady_na, noise_na = first(steady_na, ticks), first(noise_na, ticks)
        columns = self.neuron.columns(steady_na, told)
        columns["steady_na"] = steady_na
        columns["current_na"] = steady_na + noise_na
        columns["spikes"] = columns["is_refractory"] = 0.0
        rows = as_rows([columns[name] for name in self.record.channels], ticks)
        for tick, _ in told.spikes:
            rows[_SPIKES, tick] += 1.0
        if told.resting:
            rows[_REFRACTORY, told.resting] = 1.0
        self.record.append_block(rows)
        self.noise_na = noise_na if isinstance(noise_na, float) else noise_na[-1]

    def _count(self, told: Stretch) -> list[float]:
        """Take the spikes up; their times in ms."""
        first_tick, dt_ms = self.tick, self.dt_ms
        self.tick += len(told.voltage_mv)
        self.spike_count += len(told.spikes)
        times_ms = [
            (first_tick + tick) * dt_ms + offset_ms for tick, offset_ms in told.spikes
        ]
        for time_ms in times_ms:
            self.rate.spike(time_ms)
        return times_ms


_SPIKES = COMMON_CHANNELS.index("spikes")
_REFRACTORY = COMMON_CHANNELS.index("is_refractory")
