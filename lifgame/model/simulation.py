"""One neuron with its input, its past and its clock of whole ticks."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lifgame.model.neuron import BucketReading, Neuron
from lifgame.model.noise import OrnsteinUhlenbeck
from lifgame.model.rate import RateMeter
from lifgame.model.trace import Trace


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


def _silence(time_ms: float) -> float:
    return 0.0


class Simulation:
    """A neuron in time. The same seed and input give the same spikes, always.

    Attributes:
        neuron: The model; its parameters may change between calls.
        trace: Its recent past.
        rate: Its measured firing rate.
        tick: Ticks made so far; the next one has this number.
        spike_count: Spikes so far.
        noise_na: The noise of the last tick, in nA.
        waveform: The current in nA at a simulated time in ms.
        injected_na: Current on top of it, in nA, as long as the visitor pushes.
        dt_ms: Simulated time of one tick, in ms.
    """

    def __init__(
        self,
        neuron: Neuron,
        *,
        dt_ms: float = 0.5,
        seed: int = 0,
        trace_capacity: int = 8192,
    ) -> None:
        if not 0.0 < dt_ms < math.inf:
            raise ValueError(f"dt_ms {dt_ms:g} is not allowed; it must be above 0")
        self.neuron = neuron
        self.dt_ms = dt_ms
        self.trace = Trace(trace_capacity)
        self.rate = RateMeter()
        self.tick = 0
        self.spike_count = 0
        self.noise_na = 0.0
        self.waveform: Callable[[float], float] = _silence
        self.injected_na = 0.0
        self._noise = OrnsteinUhlenbeck(0.0, rng=np.random.default_rng(seed))

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
    def steady_current_na(self) -> float:
        """The current of the present moment without its noise, in nA."""
        return self.waveform(self.time_ms) + self.injected_na

    @property
    def settle_mv(self) -> float:
        """Where V would settle if this current stayed and had no noise, in mV."""
        return self.neuron.bucket(self.steady_current_na).settle_mv

    def bucket(self) -> BucketReading:
        """The neuron as a bucket, with the current that flows now."""
        return self.neuron.bucket(self.steady_current_na + self.noise_na)

    def advance(self, ticks: int) -> StepReport:
        """Make some ticks. The current of a tick is that at its start.

        Raises:
            ValueError: If ``ticks`` is negative, or as the neuron's ``step``.
        """
        if ticks < 0:
            raise ValueError(f"ticks {ticks} is not allowed; it must be 0 or more")
        first_tick = self.tick
        spike_times_ms: list[float] = []
        for tick in range(first_tick, first_tick + ticks):
            start_ms = tick * self.dt_ms
            offsets_ms = self._step(start_ms)
            if offsets_ms:
                spike_times_ms.extend(start_ms + offset for offset in offsets_ms)
        return StepReport(first_tick, ticks, tuple(spike_times_ms))

    def _step(self, start_ms: float) -> tuple[float, ...]:
        neuron, noise = self.neuron, self._noise
        steady_na = self.waveform(start_ms) + self.injected_na
        self.noise_na = noise.sample(self.dt_ms) if noise.sigma_na > 0.0 else 0.0
        current_na = steady_na + self.noise_na
        offsets_ms = neuron.step(current_na, self.dt_ms)
        self.tick += 1
        reading = neuron.bucket(steady_na)
        self.trace.append(
            reading.level_mv,
            current_na,
            reading.flush_mv,
            reading.settle_mv,
            len(offsets_ms),
        )
        for offset_ms in offsets_ms:
            self.spike_count += 1
            self.rate.spike(start_ms + offset_ms)
        return offsets_ms
