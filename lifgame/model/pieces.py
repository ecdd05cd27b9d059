"""Ticks cut into pieces in which the current may count as constant, and put together.

Euler's method takes each tick whole. A neuron that is exact must hear of every change
inside a tick, or its error would grow with the tick without anybody being told.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lifgame.model.inputs import Times, Waveform
from lifgame.model.neurons.neuron import Numbers, Stretch

# An edge so near to the border of a step does not cut it.
CUT_TOLERANCE_MS = 1e-7
# Part of a piece by which a whole number of pieces may be missed through rounding.
PIECE_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Pieces:
    """Some ticks, in one piece each or in several.

    Attributes:
        times_ms: When to ask for the current of each piece.
        lengths_ms: Of each piece, or of all.
        offsets_ms: Where each begins in its tick; empty if each tick is one piece.
        ends: Number of the last piece of each tick; likewise.
    """

    times_ms: Times
    lengths_ms: float | list[float]
    offsets_ms: list[float]
    ends: NDArray[np.intp]

    @property
    def is_whole(self) -> bool:
        """Whether each tick is one piece."""
        return not self.offsets_ms

    def mean(self, values: Numbers) -> Numbers:
        """The mean of each tick, out of the values of all pieces."""
        if self.is_whole or isinstance(values, float):
            return values
        starts = np.concatenate(([0], self.ends[:-1] + 1))
        lengths_ms = np.array(self.lengths_ms)
        sums: NDArray[np.float64] = np.add.reduceat(values * lengths_ms, starts)
        return sums / np.add.reduceat(lengths_ms, starts)

    def by_ticks(self, past: Stretch) -> Stretch:
        """What happened in the pieces, told of the ticks that they fill."""
        if self.is_whole:
            return past
        ticks = int(np.searchsorted(self.ends, len(past.voltage_mv)))
        ends = self.ends[:ticks].tolist()
        resting = set(past.resting)
        told = Stretch(
            voltage_mv=[past.voltage_mv[end] for end in ends],
            resting=[row for row, end in enumerate(ends) if end in resting],
            own={name: [own[e] for e in ends] for name, own in past.own.items()},
        )
        for piece, offset_ms in past.spikes:
            row = int(np.searchsorted(self.ends, piece))
            if row < ticks:
                told.spikes.append((row, self.offsets_ms[piece] + offset_ms))
        return told


_NO_ENDS = np.array([], np.intp)


def whole_ticks(first_tick: int, ticks: int, dt_ms: float) -> Pieces:
    """Ticks that take the current of their start, as Euler's method does."""
    times_ms: Times = _starts_ms(first_tick, ticks, dt_ms)
    return Pieces(times_ms, dt_ms, [], _NO_ENDS)


def cut_ticks(
    first_tick: int,
    ticks: int,
    dt_ms: float,
    waveform: Waveform,
    longest_ms: float = math.inf,
) -> Pieces:
    """Ticks cut at the waveform's jumps and into pieces of an allowed length.

    Args:
        first_tick: Number of the first tick.
        ticks: How many.
        dt_ms: Simulated time of one tick, in ms.
        waveform: What flows in.
        longest_ms: Longest piece that something else allows.
    """
    starts_ms: Times = _starts_ms(first_tick, ticks, dt_ms)
    parts = _parts(dt_ms, min(waveform.longest_ms, longest_ms))
    inner = _inner_edges(starts_ms, dt_ms, waveform)
    if parts == 1 and not inner:
        return Pieces(starts_ms + 0.5 * dt_ms, dt_ms, [], _NO_ENDS)
    even = [dt_ms * part / parts for part in range(parts)]
    times_ms: list[float] = []
    lengths_ms: list[float] = []
    offsets_ms: list[float] = []
    ends: list[int] = []
    for row, start_ms in enumerate(starts_ms.tolist()):
        cuts_ms = _joined(even, inner.get(row, []))
        for cut_ms, next_ms in zip(cuts_ms, [*cuts_ms[1:], dt_ms], strict=True):
            times_ms.append(start_ms + 0.5 * (cut_ms + next_ms))
            lengths_ms.append(next_ms - cut_ms)
        offsets_ms += cuts_ms
        ends.append(len(times_ms) - 1)
    return Pieces(np.array(times_ms), lengths_ms, offsets_ms, np.array(ends))


def steady_currents(waveform: Waveform, pieces: Pieces, injected_na: float) -> Numbers:
    """The currents of the pieces without noise: one number if they are all the same."""
    if waveform.steady_na is not None:
        return waveform.steady_na + injected_na
    return waveform.at(pieces.times_ms) + injected_na


def as_list(values: Numbers, count: int) -> list[float]:
    """A number for each of ``count`` places."""
    return [values] * count if isinstance(values, float) else values.tolist()


def first(values: Numbers, count: int) -> Numbers:
    """The numbers of the first ``count`` places."""
    return values if isinstance(values, float) else values[:count]


def _starts_ms(first_tick: int, ticks: int, dt_ms: float) -> Times:
    # Products of whole numbers, as a running sum would drift.
    return np.arange(first_tick, first_tick + ticks, dtype=np.float64) * dt_ms


def _parts(dt_ms: float, longest_ms: float) -> int:
    if longest_ms == math.inf:
        return 1
    return max(1, math.ceil(dt_ms / longest_ms - PIECE_TOLERANCE))


def _inner_edges(
    starts_ms: Times, dt_ms: float, waveform: Waveform
) -> dict[int, list[float]]:
    """The jumps inside ticks: offsets from the tick's start, by its row."""
    if not waveform.edges_ms or not len(starts_ms):
        return {}
    inner: dict[int, list[float]] = {}
    begin_ms = float(starts_ms[0])
    for edge_ms in waveform.edges_between(begin_ms, float(starts_ms[-1]) + dt_ms):
        row = min(int((edge_ms - begin_ms) / dt_ms), len(starts_ms) - 1)
        for near in (row - 1, row, row + 1):
            if 0 <= near < len(starts_ms):
                offset_ms = edge_ms - float(starts_ms[near])
                if CUT_TOLERANCE_MS < offset_ms < dt_ms - CUT_TOLERANCE_MS:
                    inner.setdefault(near, []).append(offset_ms)
    return inner


def _joined(even: list[float], edges: list[float]) -> list[float]:
    """Both kinds of cuts in order; an even one gives way to an edge beside it."""
    kept = [
        cut
        for cut in even
        if cut == 0.0 or all(abs(cut - edge) > CUT_TOLERANCE_MS for edge in edges)
    ]
    return sorted([*kept, *edges])
