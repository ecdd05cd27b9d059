"""The firing rate as measured from the spikes: regular, in bursts or by chance."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
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
PAUSE_SHARE = 0.6
# Longest cycle of bursts that is told as one rate, in spikes and in ms: what takes
# longer is seen as a train, a pause, and a new train.
MOST_IN_BURST = 40
LONGEST_BURST_MS = 500.0
# Most intervals of a cycle without a pause, such as short, long, short, long.
LONGEST_CYCLE = 8
# Two intervals that differ by no more than this part of the longer are the same.
SAME_SHARE = 0.1
SAME_PAUSE_SHARE = 0.2
# A cycle that might have come about by chance must be seen in so many intervals.
LEAST_COMPARED = 4
# Of an irregular train these many intervals are averaged, if they belong together.
IRREGULAR_WINDOWS = (16, 12, 8, 6, 4)
KEPT_INTERVALS = 3 * MOST_IN_BURST


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
        measured = self._measure()
        if self._last_ms is None or measured is None:
            return 0.0
        silence_ms = now_ms - self._last_ms
        if silence_ms > self._patience_ms(measured):
            return 0.0
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
        self._measured = None

    def _measure(self) -> Measured | None:
        """What the train tells, found out when it is asked for."""
        if self._measured is None and self._in_train:
            self._measured = measure(self._train_ms())
        return self._measured

    def _note(self, interval_ms: float) -> None:
        has_ended = self._ends_train(interval_ms)
        self._intervals_ms.append(interval_ms)
        self._in_train = min(self._in_train + 1, KEPT_INTERVALS)
        if has_ended:
            cycle = self._since_same_pause(interval_ms)
            # Without such a pause before it, this one is not part of any train.
            self._in_train = min(2 * cycle, len(self._intervals_ms))
        self._measured = None

    def _ends_train(self, interval_ms: float) -> bool:
        # Most intervals are like the last: no need to measure for those.
        if not self._in_train or interval_ms <= PAUSE_FACTOR * self._intervals_ms[-1]:
            return False
        measured = self._measure()
        return measured is not None and interval_ms > self._patience_ms(measured)

    def _since_same_pause(self, pause_ms: float) -> int:
        """How many intervals ago the same pause was; 0 if it was not, or long ago."""
        earlier_ms = list(self._intervals_ms)[:-1][-MOST_IN_BURST:]
        cycle_ms = pause_ms
        for ago, interval_ms in enumerate(reversed(earlier_ms), start=1):
            if is_same(interval_ms, pause_ms, SAME_PAUSE_SHARE):
                return ago
            cycle_ms += interval_ms
            if cycle_ms > LONGEST_BURST_MS:
                break
        return 0

    def _train_ms(self) -> list[float]:
        return list(self._intervals_ms)[len(self._intervals_ms) - self._in_train :]

    def _patience_ms(self, measured: Measured) -> float:
        """The silence after which the train has ended."""
        longest_ms = measured.longest_ms
        usual_ms = median_low(self._train_ms()[-REMEMBERED_INTERVALS:])
        is_bursting = longest_ms > BURST_FACTOR * usual_ms
        knows_pauses = is_bursting and not measured.is_regular
        return longest_ms * (PAUSE_FACTOR if knows_pauses else SILENCE_FACTOR)


def is_same(one_ms: float, other_ms: float, share: float = SAME_SHARE) -> bool:
    """Whether two intervals count as the same."""
    return abs(one_ms - other_ms) <= share * max(one_ms, other_ms)


def measure(train_ms: Sequence[float]) -> Measured | None:
    """The rate of a train by its intervals, the newest last; None without any."""
    if not train_ms:
        return None
    if bursts_ms := _bursts(train_ms):
        total_ms, longest_ms = sum(bursts_ms), max(bursts_ms)
        return Measured(len(bursts_ms), total_ms, longest_ms, is_regular=False)
    cycle = _cycle(train_ms)
    usual_ms = train_ms[-max(2 * cycle, REMEMBERED_INTERVALS) :]
    is_regular = cycle == 1 or len(train_ms) < AVERAGED_INTERVALS
    if is_regular:
        counted_ms = _alike(train_ms[-AVERAGED_INTERVALS:])
    else:
        counted_ms = train_ms[-cycle:] if cycle else _irregular(train_ms)
    return Measured(len(counted_ms), sum(counted_ms), max(usual_ms), is_regular)


def _bursts(train_ms: Sequence[float]) -> Sequence[float]:
    """The last whole bursts with their pauses; none if it does not fire in bursts.

    One burst tells the rate if the one before it was as long, else up to three.
    """
    # Bursts may begin and end slowly: only what is near to the longest parts them.
    least_ms = max(BURST_FACTOR * median_low(train_ms), PAUSE_SHARE * max(train_ms))
    pauses = [
        place for place, interval_ms in enumerate(train_ms) if interval_ms > least_ms
    ]
    if len(pauses) < 2 or not is_same(
        train_ms[pauses[-1]], train_ms[pauses[-2]], SAME_PAUSE_SHARE
    ):
        return ()
    ends = [place + 1 for place in pauses[-1 - AVERAGED_INTERVALS :]]
    spikes = [later - sooner for sooner, later in pairwise(ends)]
    # More spikes than in any burst, and no pause: they were the last of their kind.
    has_ended = len(train_ms) - ends[-1] > 2 * max(spikes)
    burst_ms = sum(train_ms[ends[-2] : ends[-1]])
    if has_ended or spikes[-1] > MOST_IN_BURST or burst_ms > LONGEST_BURST_MS:
        return ()
    is_steady = len(spikes) > 1 and spikes[-1] == spikes[-2]
    first = ends[-2] if is_steady else ends[0]
    return train_ms[first : ends[-1]]


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
    for window in IRREGULAR_WINDOWS:
        if len(train_ms) >= window and _belongs_together(train_ms[-window:]):
            return train_ms[-window:]
    return train_ms[-AVERAGED_INTERVALS:]


def _belongs_together(intervals_ms: Sequence[float]) -> bool:
    """Whether the two halves have the same mean, as far as chance lets them tell."""
    half = len(intervals_ms) // 2
    first, second = intervals_ms[:half], intervals_ms[half:]
    error_ms = sqrt((variance(first) + variance(second)) / half)
    return abs(fmean(first) - fmean(second)) <= 2.0 * error_ms
