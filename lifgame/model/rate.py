"""The firing rate as measured from the spikes: regular, in bursts or by chance."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, median_low, variance

# Intervals of a regular train that are averaged: few, to follow the sliders.
AVERAGED_INTERVALS = 3
# Intervals that tell how long a silence is usual in a regular train.
REMEMBERED_INTERVALS = 8
# A silence this many times the longest usual one ends the train.
SILENCE_FACTOR = 4.0
# In bursts the pause comes again and again, and so it is known better.
PAUSE_FACTOR = 2.0
# An interval this many times the usual one parts two bursts.
BURST_FACTOR = 3.0
# Most spikes of a cycle that is told as one rate. Longer bursts are seen as trains.
LONGEST_CYCLE = 16
# Two intervals that differ by no more than this part of the longer are the same.
SAME_SHARE = 0.1
# A cycle that might have come about by chance must be seen in so many intervals.
LEAST_COMPARED = 4
# Of an irregular train these many intervals are averaged, if they belong together.
IRREGULAR_WINDOWS = (16, 12, 8, 6, 4)
KEPT_INTERVALS = 3 * LONGEST_CYCLE


@dataclass(frozen=True, slots=True)
class Measured:
    """What the intervals of a train tell.

    Attributes:
        spikes: How many intervals were counted.
        total_ms: How long they took together.
        longest_ms: The longest of those that are usual now.
        is_regular: Whether each of them is like the others.
    """

    spikes: int
    total_ms: float
    longest_ms: float
    is_regular: bool


class RateMeter:
    """Firing rate: spikes over the time that they took, of the last few intervals.

    Where intervals come again in a cycle (bursts of a pulsed neuron), it counts over
    whole cycles, so that the reading stands still within one. Irregular trains are
    averaged over more intervals than regular ones, as long as their first half looks
    like their second. The silence since the last spike pulls the reading down once
    it is longer than any usual one, and to 0 when the train has ended. A spike after
    that begins a new train, so that the pause is not averaged with it, unless the
    same pause comes a second time: then the neuron fires in bursts.
    """

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget everything."""
        self._last_ms: float | None = None
        self._intervals_ms: deque[float] = deque(maxlen=KEPT_INTERVALS)
        # The newest intervals that belong to the present train.
        self._in_train = 0
        self._measured: Measured | None = None

    def spike(self, time_ms: float) -> None:
        """Note a spike; one that is not later than the last changes nothing."""
        if self._last_ms is not None:
            interval_ms = time_ms - self._last_ms
            if interval_ms <= 0.0:
                return
            self._note(interval_ms)
        self._last_ms = time_ms

    def rate_hz(self, now_ms: float) -> float:
        """The rate at ``now_ms``, in Hz; 0 with fewer than two spikes in the train."""
        if self._last_ms is None or self._measured is None:
            return 0.0
        silence_ms = now_ms - self._last_ms
        if silence_ms > self._patience_ms():
            return 0.0
        measured = self._measured
        if measured.is_regular:
            mean_ms = measured.total_ms / measured.spikes
            return 1000.0 / max(mean_ms, silence_ms)
        late_ms = max(silence_ms - measured.longest_ms, 0.0)
        return 1000.0 * measured.spikes / (measured.total_ms + late_ms)

    def snapshot(self) -> tuple[float | None, tuple[float, ...], int]:
        """All of its state."""
        return self._last_ms, tuple(self._intervals_ms), self._in_train

    def restore(self, snapshot: tuple[float | None, tuple[float, ...], int]) -> None:
        """Back to a state that ``snapshot`` has told."""
        self._last_ms, intervals_ms, self._in_train = snapshot
        self._intervals_ms = deque(intervals_ms, maxlen=KEPT_INTERVALS)
        self._measured = measure(self._train_ms())

    def _note(self, interval_ms: float) -> None:
        has_ended = self._measured is not None and interval_ms > self._patience_ms()
        self._intervals_ms.append(interval_ms)
        self._in_train = min(self._in_train + 1, KEPT_INTERVALS)
        if has_ended:
            cycle = self._since_same_pause(interval_ms)
            # Without such a pause before it, this one is not part of any train.
            self._in_train = min(2 * cycle, len(self._intervals_ms))
        self._measured = measure(self._train_ms())

    def _since_same_pause(self, pause_ms: float) -> int:
        """How many intervals ago the same pause was; 0 if it was not."""
        earlier = list(self._intervals_ms)[:-1][-LONGEST_CYCLE:]
        for ago, interval_ms in enumerate(reversed(earlier), start=1):
            if is_same(interval_ms, pause_ms, 2 * SAME_SHARE):
                return ago
        return 0

    def _train_ms(self) -> list[float]:
        return list(self._intervals_ms)[len(self._intervals_ms) - self._in_train :]

    def _patience_ms(self) -> float:
        """The silence after which the train has ended."""
        assert self._measured is not None
        longest_ms = self._measured.longest_ms
        train_ms = self._train_ms()
        usual_ms = median_low(train_ms[-REMEMBERED_INTERVALS:])
        is_bursting = not self._measured.is_regular and longest_ms > (
            BURST_FACTOR * usual_ms
        )
        return longest_ms * (PAUSE_FACTOR if is_bursting else SILENCE_FACTOR)


def is_same(one_ms: float, other_ms: float, share: float = SAME_SHARE) -> bool:
    """Whether two intervals count as the same."""
    return abs(one_ms - other_ms) <= share * max(one_ms, other_ms)


def measure(train_ms: Sequence[float]) -> Measured | None:
    """The rate of a train by its intervals, the newest last; None without any."""
    if not train_ms:
        return None
    cycle = _cycle(train_ms)
    usual_ms = train_ms[-max(2 * cycle, REMEMBERED_INTERVALS) :]
    is_regular = cycle == 1 or len(train_ms) < AVERAGED_INTERVALS
    if is_regular:
        counted_ms = _alike(train_ms[-AVERAGED_INTERVALS:])
    else:
        counted_ms = train_ms[-cycle:] if cycle else _irregular(train_ms)
    return Measured(len(counted_ms), sum(counted_ms), max(usual_ms), is_regular)


def _alike(newest_ms: Sequence[float]) -> Sequence[float]:
    """Those of the newest intervals that are like the last, or all if none is."""
    count = 1
    while count < len(newest_ms) and is_same(newest_ms[-1 - count], newest_ms[-1]):
        count += 1
    return newest_ms[-count:] if count > 1 else newest_ms


def _cycle(train_ms: Sequence[float]) -> int:
    """After how many intervals they come again, the smallest number; 0: they do not."""
    newest_first = train_ms[::-1]
    for length in range(1, min(LONGEST_CYCLE, len(train_ms) // 2) + 1):
        compared = 1 if length == 1 else max(length, LEAST_COMPARED)
        pairs = zip(newest_first[:compared], newest_first[length:], strict=False)
        if all(is_same(one, other) for one, other in pairs):
            return length
    return 0


def _irregular(train_ms: Sequence[float]) -> Sequence[float]:
    """The intervals of a train without a cycle that are averaged."""
    if whole := _whole_bursts(train_ms[-2 * LONGEST_CYCLE :]):
        return whole
    for window in IRREGULAR_WINDOWS:
        if len(train_ms) >= window and _belongs_together(train_ms[-window:]):
            return train_ms[-window:]
    return train_ms[-AVERAGED_INTERVALS:]


def _whole_bursts(train_ms: Sequence[float]) -> Sequence[float]:
    """The last bursts of a train, whole ones with their pauses; none if it has none."""
    usual_ms = median_low(train_ms)
    pauses = [
        place
        for place, interval_ms in enumerate(train_ms)
        if interval_ms > BURST_FACTOR * usual_ms
    ]
    if len(pauses) < AVERAGED_INTERVALS:
        return ()
    return train_ms[pauses[-AVERAGED_INTERVALS] + 1 : pauses[-1] + 1]


def _belongs_together(intervals_ms: Sequence[float]) -> bool:
    """Whether the two halves have the same mean, as far as chance lets them tell."""
    half = len(intervals_ms) // 2
    first, second = intervals_ms[:half], intervals_ms[half:]
    error_ms = sqrt((variance(first) + variance(second)) / half)
    return abs(fmean(first) - fmean(second)) <= 2.0 * error_ms
