"""Whether somebody drums in a neuron's rhythm: his last intervals against its own."""

from collections import deque
from itertools import pairwise
from math import inf

# So many beats have to agree, and so the intervals between them.
BEATS = 4


class Beats:
    """When the last beats were, in simulated ms."""

    def __init__(self) -> None:
        self._at_ms: deque[float] = deque(maxlen=BEATS)

    def take(self, at_ms: float) -> None:
        """The last beat was then; the same again is the same beat."""
        if not self._at_ms or at_ms != self._at_ms[-1]:
            self._at_ms.append(at_ms)

    def match_percent(self, interval_ms: float) -> float:
        """100 for each interval as long as the neuron's; the one furthest off counts.

        Args:
            interval_ms: Between the neuron's own spikes; infinite: not known yet.

        Returns:
            Minus infinity before there are enough beats, or a rhythm.
        """
        if len(self._at_ms) < BEATS or interval_ms == inf:
            return -inf
        gaps_ms = [later - sooner for sooner, later in pairwise(self._at_ms)]
        off = max(abs(gap_ms / interval_ms - 1.0) for gap_ms in gaps_ms)
        return max(0.0, 100.0 * (1.0 - off))
