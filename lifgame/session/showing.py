"""How ticks are shown on the wall's clock: the gulp, and what is faster than the eye.

In the model a flush takes no time. On the wall the siphon gulps for a moment, and as
long as it does, the model's clock and the paper stand still: there is one level, and
the pen draws the fall as the upright line that it is. Ticks and spikes are the same
with and without. Flushes that come faster than two a second are not shown one by one:
seeing many is unpleasant and can harm people with photosensitive epilepsy (WCAG 2.2,
2.3.1 allows three flashes a second; here it is two, and above that none).
"""

from math import inf

GULP_S = 0.26
# A gulp takes at most this share of the time between two flushes...
GULP_SHARE = 0.25
# ...and one that would be shorter than this is not shown.
SHORTEST_GULP_S = 0.06
MOST_FLUSHES_PER_S = 2.0
# Slow again, flushes are shown one by one only if they stay below this.
SINGLE_AGAIN_PER_S = 1.8
# So long after the last of a quick row, the water is seen at rest again.
BAND_ENDS_AFTER_S = 1.0
# Further back, nothing that is shown depends on how long ago a flush was.
LONG_AGO_S = 60.0


class Showing:
    """The present gulp, and whether single flushes can be shown at all.

    Args:
        lamps: How many there are on the screen: they share one limit.

    Attributes:
        since_flush_s: Real seconds since the last flush that was shown began.
        gulp_length_s: How long that flush's gulp lasts; 0 if it is not shown.
        shown: How many flushes have been shown one by one.
        is_band: Whether flushes come too fast to be shown one by one.
    """

    def __init__(self, lamps: int = 1) -> None:
        self._lamps = lamps
        self.since_flush_s = LONG_AGO_S
        self.gulp_length_s = 0.0
        self.shown = 0
        self.is_band = False
        self._since_spike_s = inf
        self._hold_s = 0.0
        self._is_due = False

    @property
    def is_due(self) -> bool:
        """Whether a spike has happened whose flush is not seen yet."""
        return self._is_due

    @property
    def is_gulping(self) -> bool:
        """Whether the siphon gulps, and the model's clock stands still."""
        return self._hold_s > 0.0

    @property
    def gulp_share(self) -> float:
        """How far the gulp is, 0 to 1; 1 when there is none."""
        if self.gulp_length_s <= 0.0 or not self.is_gulping:
            return 1.0
        return 1.0 - self._hold_s / self.gulp_length_s

    def spike(self, rest_s: float) -> None:
        """A tick with a spike has been made; it is seen once the tick has passed.

        Args:
            rest_s: Real time for which the neuron itself rests after it, in s.
        """
        gap_s = self._since_spike_s
        self._since_spike_s = 0.0
        limit = SINGLE_AGAIN_PER_S if self.is_band else MOST_FLUSHES_PER_S
        self.is_band = gap_s * limit < self._lamps
        if self.is_band:
            self._is_due = False
            return
        length_s = min(GULP_S, GULP_SHARE * gap_s)
        # While the neuron rests its clock runs on, and the siphon goes on sucking.
        length_s = max(length_s - rest_s, min(length_s, GULP_S / 2))
        self.gulp_length_s = length_s if length_s >= SHORTEST_GULP_S else 0.0
        self._is_due = True

    def begin(self) -> None:
        """The tick of the spike has passed: the flush begins, if one is due."""
        if not self._is_due:
            return
        self._is_due = False
        self.shown += 1
        self.since_flush_s = 0.0
        self._hold_s = self.gulp_length_s

    def hold(self, elapsed_s: float) -> float:
        """Let real time pass for the gulp; answer with what is left of it."""
        used_s = min(self._hold_s, elapsed_s)
        self._hold_s -= used_s
        if self._hold_s < 1e-9:
            self._hold_s = 0.0
        self.since_flush_s = min(self.since_flush_s + used_s, LONG_AGO_S)
        return elapsed_s - used_s

    def live(self, elapsed_s: float) -> None:
        """Let real time pass beside the gulp."""
        self.since_flush_s = min(self.since_flush_s + elapsed_s, LONG_AGO_S)
        self._since_spike_s += elapsed_s
        if self._since_spike_s > BAND_ENDS_AFTER_S:
            self.is_band = False
