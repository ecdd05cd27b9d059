"""Which column of the paper shows which tick: by real time, or to a chosen span.

Columns are counted along the paper: column 0 is where the first tick began. In Play
the paper runs at one speed on the screen, so a tick is as wide as it lasted for the
visitor. A change of tempo begins a new stretch and leaves the printed ones alone.
"""

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class TempoMark:
    """From here on another tempo holds.

    Attributes:
        tick: When, in ticks since the start.
        tempo: Simulated seconds per real second, from here on.
        real_s: Real seconds that the clock had run until here.

    Raises:
        ValueError: If the tempo is not above 0.
    """

    tick: float
    tempo: float
    real_s: float

    def __post_init__(self) -> None:
        if self.tempo <= 0.0:
            raise ValueError(f"tempo {self.tempo:g} is not allowed; it must be above 0")


def with_tempo(
    marks: tuple[TempoMark, ...], tick: float, tempo: float, dt_ms: float
) -> tuple[TempoMark, ...]:
    """The marks after a change of tempo at a tick; the same ones if it is none.

    Args:
        marks: The marks so far, oldest first; may be empty.
        tick: Now, in ticks since the start.
        tempo: Simulated seconds per real second.
        dt_ms: Simulated time of one tick, in ms.
    """
    if not marks:
        # What was before is as if it had always been so: it must not change any more.
        return (TempoMark(0.0, tempo, 0.0),)
    last = marks[-1]
    if last.tempo == tempo:
        return marks
    real_s = last.real_s + (tick - last.tick) * dt_ms / 1000.0 / last.tempo
    kept = marks[:-1] if last.tick == tick else marks
    return (*kept, TempoMark(tick, tempo, real_s))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Ticks of one width.

    Attributes:
        tick: Where it begins, in ticks.
        x: Where it begins, in columns.
        px_per_tick: The width of a tick.
    """

    tick: float
    x: float
    px_per_tick: float


@dataclass(frozen=True, slots=True)
class PaperAxis:
    """Stretches of paper, oldest first; the last one has no end."""

    stretches: tuple[Stretch, ...]

    @classmethod
    def running(
        cls, marks: tuple[TempoMark, ...], dt_ms: float, px_per_s: float
    ) -> "PaperAxis":
        """Paper that runs at one speed in real time, as in Play."""
        per_tick = px_per_s * dt_ms / 1000.0
        return cls(
            tuple(
                Stretch(m.tick, m.real_s * px_per_s, per_tick / m.tempo) for m in marks
            )
        )

    @classmethod
    def spanning(cls, width_px: int, span_ms: float, dt_ms: float) -> "PaperAxis":
        """Paper on which a span of simulated time fills a width, as in the Lab."""
        return cls((Stretch(0.0, 0.0, width_px * dt_ms / span_ms),))

    def x(self, tick: float) -> float:
        """The column of a time in ticks, with its fraction."""
        part = self.stretches[-1]
        if tick < part.tick:
            starts = [stretch.tick for stretch in self.stretches]
            part = self.stretches[max(0, bisect_right(starts, tick) - 1)]
        return part.x + (tick - part.tick) * part.px_per_tick

    def xs(self, ticks: NDArray[np.float64]) -> NDArray[np.float64]:
        """The columns of many times in ticks, in order."""
        part = self.stretches[-1]
        if len(self.stretches) == 1 or (len(ticks) and ticks[0] >= part.tick):
            return part.x + (ticks - part.tick) * part.px_per_tick
        parts = np.array([(s.tick, s.x, s.px_per_tick) for s in self.stretches])
        rows = np.maximum(np.searchsorted(parts[:, 0], ticks, side="right") - 1, 0)
        tick, x, width = parts[rows].T
        columns: NDArray[np.float64] = x + (ticks - tick) * width
        return columns

    def tick(self, x: float) -> float:
        """The time at a column, in ticks."""
        part = self.stretches[-1]
        if x < part.x:
            starts = [stretch.x for stretch in self.stretches]
            part = self.stretches[max(0, bisect_right(starts, x) - 1)]
        return part.tick + (x - part.x) / part.px_per_tick

    def between(self, first: float, last: float) -> tuple[Stretch, ...]:
        """The stretches that show any time from ``first`` to ``last``, in ticks."""
        ends = [stretch.tick for stretch in self.stretches[1:]] + [float("inf")]
        return tuple(
            stretch
            for stretch, end in zip(self.stretches, ends, strict=True)
            if end > first and stretch.tick < last
        )
