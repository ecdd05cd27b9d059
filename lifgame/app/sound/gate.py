"""Which flushes are shown one by one, and when the scene turns calm instead.

Pure logic in real time. Seeing many flushes a second is unpleasant and can harm
people with photosensitive epilepsy: WCAG 2.2, 2.3.1 allows three flashes a second.
Here it is two, and above that none.
"""

CALM_ABOVE_HZ = 2.0
LIVELY_BELOW_HZ = 1.8
WINDOW_S = 1.0
SHOWN_PER_WINDOW = 2


class FlushGate:
    """Lets at most two flushes through in any second of real time.

    Attributes:
        calm: Whether flushes are too many to be shown one by one.
    """

    def __init__(self) -> None:
        self.calm = False
        self._now_s = 0.0
        self._shown_s: list[float] = []
        self._spikes_s: list[float] = []

    def update(self, spikes: int, flushes_per_s: float, elapsed_s: float) -> bool:
        """Take one frame.

        Args:
            spikes: Spikes in this frame.
            flushes_per_s: Firing rate per second of real time.
            elapsed_s: Real time of this frame; 0 while paused.

        Returns:
            Whether one flush starts now and is to be shown.
        """
        self._now_s += max(elapsed_s, 0.0)
        # A spike exactly one window ago still counts: any closed second is covered.
        oldest_s = self._now_s - WINDOW_S
        self._shown_s = [at for at in self._shown_s if at >= oldest_s]
        self._spikes_s = [at for at in self._spikes_s if at >= oldest_s]
        # Three tell as much as a thousand, and keep the list short.
        self._spikes_s += [self._now_s] * min(spikes, SHOWN_PER_WINDOW + 1)
        self.calm = self._is_calm(flushes_per_s)
        if spikes <= 0 or self.calm:
            return False
        self._shown_s.append(self._now_s)
        return True

    def _is_calm(self, flushes_per_s: float) -> bool:
        recent = len(self._spikes_s)
        if self.calm:
            # The window must agree: a rate that is reported late would flicker.
            return flushes_per_s >= LIVELY_BELOW_HZ or recent >= SHOWN_PER_WINDOW
        waiting = bool(self._spikes_s) and self._spikes_s[-1] == self._now_s
        crowded = waiting and (
            recent > SHOWN_PER_WINDOW or len(self._shown_s) >= SHOWN_PER_WINDOW
        )
        return flushes_per_s > CALM_ABOVE_HZ or crowded
