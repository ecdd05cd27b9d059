"""Where something goes up and down faster than an eye can part, or than is safe.

A place on the paper that bright and dark stripes race past flickers. So wherever two
peaks stand too near to each other, a band is drawn from trough to peak in place of
the stripes. Its edges follow the last few peaks and troughs, never a coming one: what
has been printed need not change when the next peak arrives.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lifgame.view.paper.axis import PaperAxis
from lifgame.view.paper.stroke import Floats

# A band's edges hold the extremes of so many swings.
SWINGS_HELD = 4
# Forget peaks in pieces, once so many have left the paper.
FORGET = 4096
# Peaks are left out in steps of so many.
STEP = 64


@dataclass(frozen=True, slots=True)
class Bands:
    """Stretches in which peaks are dense, in order; neighbours may touch.

    Attributes:
        start: Columns where they begin: a peak each.
        end: Columns where they end.
        low: Trough of each, in the signal's unit.
        high: Peak of each.
    """

    start: Floats
    end: Floats
    low: Floats
    high: Floats

    def __len__(self) -> int:
        return len(self.start)

    def over(self, first: float, last: float) -> "Bands":
        """Those that touch some columns."""
        if not len(self.start):
            return self
        rows = slice(
            int(np.searchsorted(self.end, first)),
            int(np.searchsorted(self.start, last, side="right")),
        )
        return Bands(self.start[rows], self.end[rows], self.low[rows], self.high[rows])

    def joined(self) -> Iterator[tuple[float, float, float]]:
        """Start, end and peak of each row of bands that touch and are equally high."""
        if not len(self):
            return
        cuts = (self.start[1:] != self.end[:-1]) | (np.diff(self.high) != 0.0)
        firsts = [0, *(np.flatnonzero(cuts) + 1).tolist()]
        for one, other in zip(firsts, [*firsts[1:], len(self)], strict=True):
            yield (
                float(self.start[one]),
                float(self.end[other - 1]),
                float(self.high[one]),
            )

    def differs_from(self, other: "Bands", first: float, last: float) -> float | None:
        """The first of some columns in which other bands look otherwise, if any."""
        if self is other or not (len(self) or len(other)):
            return None
        one, two = self.over(first, last), other.over(first, last)
        ends = np.minimum(one.end, last), np.minimum(two.end, last)
        rows = min(len(one), len(two))
        same = (one.start[:rows] == two.start[:rows]) & (
            one.low[:rows] == two.low[:rows]
        )
        same &= one.high[:rows] == two.high[:rows]
        differ = np.flatnonzero(~(same & (ends[0][:rows] == ends[1][:rows])))
        if len(differ):
            row = int(differ[0])
            if same[row]:
                return float(min(ends[0][row], ends[1][row]))
            return float(min(one.start[row], two.start[row]))
        if len(one) == len(two):
            return None
        longer = one if len(one) > len(two) else two
        return float(longer.start[rows])


_NONE = np.zeros(0)
NO_BANDS = Bands(_NONE, _NONE, _NONE, _NONE)


class Swings:
    """The peaks of a signal, found as it comes.

    A peak counts once the signal has fallen by ``least`` below it, and the next one
    only after it has risen by as much again.

    Attributes:
        ticks: How far the signal has been looked at, in ticks since the start.
    """

    def __init__(self, least: float, first_tick: int = 0) -> None:
        self._least = least
        self.ticks = first_tick
        self._peaks, self._high = array("d"), array("d")
        self._low = array("d")
        self._top = self._bottom = 0.0
        self._top_at, self._trough, self._is_up = float(first_tick), 0.0, True
        self._is_fresh = True
        self._key: tuple[object, ...] = ()
        self._bands = NO_BANDS

    def __len__(self) -> int:
        return len(self._peaks)

    def feed(
        self,
        first: int,
        values: NDArray[np.float64],
        tops: NDArray[np.float64] | None = None,
        falls: NDArray[np.bool_] | None = None,
    ) -> None:
        """Look at more ticks.

        Args:
            first: The number of the first one.
            values: The signal after each.
            tops: How high it was before it fell in a tick.
            falls: In which ticks it fell at once, as at a spike.
        """
        fell = [False] * len(values) if falls is None else falls.tolist()
        highs = [0.0] * len(values) if tops is None else tops.tolist()
        for row, value in enumerate(values.tolist()):
            if fell[row]:
                self._fall(first + row + 1, highs[row], value)
            else:
                self._move(first + row + 1, value)
        self.ticks = first + len(values)

    def _fall(self, tick: int, top: float, value: float) -> None:
        if self._is_fresh:
            self._trough, self._is_fresh = min(value, top), False
        self._note(tick, max(top, self._top if self._is_up else top))
        self._is_up, self._bottom = False, value

    def _note(self, tick: float, top: float) -> None:
        trough = self._trough if self._is_up else self._bottom
        self._peaks.append(tick)
        self._high.append(top)
        self._low.append(trough)

    def _move(self, tick: int, value: float) -> None:
        if self._is_fresh:
            self._top, self._trough, self._top_at = value, value, float(tick)
            self._is_fresh = False
        elif self._is_up:
            if value >= self._top:
                self._top, self._top_at = value, float(tick)
            elif value < self._top - self._least:
                if self._top - self._trough >= self._least:
                    self._note(self._top_at, self._top)
                self._is_up, self._bottom = False, value
        elif value <= self._bottom:
            self._bottom = value
        elif value > self._bottom + self._least:
            self._is_up, self._trough = True, self._bottom
            self._top, self._top_at = value, float(tick)

    def forget_before(self, tick: float) -> None:
        """Drop peaks long before a tick."""
        if len(self._peaks) > FORGET and self._peaks[FORGET // 2] < tick:
            for kept in (self._peaks, self._high, self._low):
                del kept[: FORGET // 2]

    def bands(
        self, axis: PaperAxis, near_px: float, now: float, since: float = 0.0
    ) -> Bands:
        """Where peaks are nearer to each other than ``near_px``.

        After a dense pair the band goes on, as if there came another peak, until the
        pen has gone so far without one.

        Args:
            axis: Which column shows which tick.
            near_px: The least distance of peaks that are drawn one by one.
            now: The column of the pen.
            since: The tick from which on they are wanted; older ones may be left out.
        """
        if len(self._peaks) < 2:
            return NO_BANDS
        last = axis.x(self._peaks[-1])
        goes_on = now - last < near_px
        # A band's edges come from a few swings before it. In whole steps, so that what
        # has been found can be kept.
        left_out = max(0, bisect_left(self._peaks, since) - 2 * SWINGS_HELD)
        left_out -= left_out % STEP
        part = slice(left_out, None)
        key = (len(self._peaks), self._peaks[-1], axis, near_px, goes_on, left_out)
        if key != self._key:
            self._key, self._bands = key, self._find(part, axis, near_px, goes_on)
        return self._bands

    def _find(
        self, part: slice, axis: PaperAxis, near_px: float, goes_on: bool
    ) -> Bands:
        peaks = np.array(self._peaks[part])
        if len(peaks) < 2:
            return NO_BANDS
        x = np.floor(axis.xs(peaks) + 0.5)
        dense = np.diff(x) < near_px
        goes_on = bool(dense[-1]) and goes_on
        chosen = np.append(dense, goes_on)
        ends = np.append(x[1:], x[-1] + near_px)
        high = _extreme(np.array(self._high[part]), np.maximum)
        low = _extreme(np.array(self._low[part]), np.minimum)
        return Bands(x[chosen], ends[chosen], low[chosen], high[chosen])


def _extreme(values: Floats, of: np.ufunc) -> Floats:
    """The extreme of each value and the few before it."""
    held = values.copy()
    for back in range(1, min(SWINGS_HELD, len(values))):
        of(held[back:], values[:-back], out=held[back:])
    return held
