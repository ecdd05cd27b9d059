"""The input currents over simulated time.

Noise is no function of time alone; it comes on top (see ``lifgame.model.noise``).
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Times = NDArray[np.float64]

# Times are ticks x dt, and may lie a rounding error below the edge that they mean.
EDGE_TOLERANCE_MS = 1e-9

STEP_SILENT_MS = 200.0
STEP_ON_MS = 800.0
# Pieces in which the exact method takes a changing current as its middle value. V is
# then off by up to R |I''| h^2 / 24 + |I'| h^2 / (12 C), with all the game's sliders
# less than 0.01 mV.
LONGEST_PIECE_MS = 0.5
SINE_PIECES = 200


@dataclass(frozen=True, slots=True)
class Waveform:
    """A current over time.

    Attributes:
        values: Currents in nA at times in ms that count from the waveform's begin.
        steady_na: The current, where it is the same for ever.
        start_ms: The simulated time at which it begins.
        period_ms: After this time it comes again.
        edges_ms: Where it jumps, in one period.
        longest_ms: In pieces up to this length, its middle value stands for it.
    """

    values: Callable[[Times], Times]
    steady_na: float | None = None
    start_ms: float = 0.0
    period_ms: float = math.inf
    edges_ms: tuple[float, ...] = ()
    longest_ms: float = math.inf

    def __call__(self, time_ms: float) -> float:
        """The current at a simulated time in ms, in nA."""
        return float(self.at(np.array([time_ms]))[0])

    def at(self, times_ms: Times) -> Times:
        """The currents at many simulated times."""
        return self.values(times_ms - self.start_ms)

    def begun_at(self, start_ms: float) -> "Waveform":
        """The same, from another moment on."""
        return replace(self, start_ms=start_ms)

    def edges_between(self, begin_ms: float, end_ms: float) -> Iterator[float]:
        """The simulated times of its jumps between two others, in order."""
        if not self.edges_ms:
            return
        first = math.floor((begin_ms - self.start_ms) / self.period_ms)
        last = math.floor((end_ms - self.start_ms) / self.period_ms)
        for number in range(first, last + 1):
            for edge_ms in self.edges_ms:
                time_ms = self.start_ms + number * self.period_ms + edge_ms
                if begin_ms < time_ms < end_ms:
                    yield time_ms


def constant(current_na: float) -> Waveform:
    """I all the time."""
    return Waveform(lambda ms: np.full(ms.shape, current_na), steady_na=current_na)


def pulses(
    current_na: float, *, period_ms: float = 100.0, duty_percent: float = 50.0
) -> Waveform:
    """I during the first ``duty_percent`` of each period, then 0."""
    on_ms = period_ms * duty_percent / 100.0

    def values(times_ms: Times) -> Times:
        return np.where(_phase_ms(times_ms, period_ms) < on_ms, current_na, 0.0)

    return Waveform(values, period_ms=period_ms, edges_ms=(0.0, on_ms))


def sine(current_na: float, *, frequency_hz: float = 5.0) -> Waveform:
    """I (1 + sin(2 pi f t)): a sine around I, between 0 and 2 I."""

    def values(times_ms: Times) -> Times:
        turns = (times_ms * frequency_hz / 1000.0) % 1.0
        # Not numpy's sine: its last digit differs from machine to machine.
        swing = [math.sin(angle) for angle in (2.0 * math.pi * turns).tolist()]
        return current_na * (1.0 + np.array(swing))

    period_ms = 1000.0 / frequency_hz
    longest_ms = min(LONGEST_PIECE_MS, period_ms / SINE_PIECES)
    return Waveform(values, period_ms=period_ms, longest_ms=longest_ms)


def step(current_na: float) -> Waveform:
    """0 for ``STEP_SILENT_MS``, then I for ``STEP_ON_MS``, again and again."""
    period_ms = STEP_SILENT_MS + STEP_ON_MS

    def values(times_ms: Times) -> Times:
        phase_ms = _phase_ms(times_ms, period_ms)
        return np.where(phase_ms < STEP_SILENT_MS, 0.0, current_na)

    return Waveform(values, period_ms=period_ms, edges_ms=(0.0, STEP_SILENT_MS))


def ramp(current_na: float, *, duration_ms: float = 2000.0) -> Waveform:
    """From 0 to I along a straight line, then from 0 again."""

    def values(times_ms: Times) -> Times:
        phase_ms = _phase_ms(times_ms, duration_ms) - EDGE_TOLERANCE_MS
        return current_na * np.maximum(phase_ms, 0.0) / duration_ms

    return Waveform(
        values,
        period_ms=duration_ms,
        edges_ms=(0.0,),
        longest_ms=LONGEST_PIECE_MS,
    )


def by_hand() -> Waveform:
    """0: all the current comes from the visitor."""
    return constant(0.0)


def from_function(current_na: Callable[[float], float]) -> Waveform:
    """A function of the time in ms, without jumps that a step would have to heed."""

    def values(times_ms: Times) -> Times:
        return np.array([current_na(ms) for ms in times_ms.tolist()], np.float64)

    return Waveform(values)


def _phase_ms(times_ms: Times, period_ms: float) -> Times:
    """The time since the period began; just before an edge counts as past it."""
    return (times_ms + EDGE_TOLERANCE_MS) % period_ms
