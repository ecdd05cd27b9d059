"""The firing rate as it is measured from the spikes."""

from collections import deque

# Intervals that are averaged: few, so that the reading follows the sliders.
AVERAGED_INTERVALS = 3
# Intervals that tell how long a silence is usual in this train.
REMEMBERED_INTERVALS = 8
# A silence this many times the longest usual one ends the train.
SILENCE_FACTOR = 4.0


class RateMeter:
    """Firing rate from the last intervals between spikes.

    The silence since the last spike pulls the reading down as it grows, and to 0
    when the train has ended. A spike after that begins a new train, so that the
    pause is not averaged with it.
    """

    def __init__(self) -> None:
        self._last_ms: float | None = None
        self._intervals_ms: deque[float] = deque(maxlen=REMEMBERED_INTERVALS)

    def reset(self) -> None:
        self._last_ms = None
        self._intervals_ms.clear()

    def spike(self, time_ms: float) -> None:
        """Note a spike; one that is not later than the last changes nothing."""
        if self._last_ms is not None:
            interval_ms = time_ms - self._last_ms
            if interval_ms <= 0.0:
                return
            if self._has_ended(interval_ms):
                self._intervals_ms.clear()
            else:
                self._intervals_ms.append(interval_ms)
        self._last_ms = time_ms

    def rate_hz(self, now_ms: float) -> float:
        """The rate at ``now_ms``, in Hz; 0 with fewer than two spikes in the train."""
        if self._last_ms is None or not self._intervals_ms:
            return 0.0
        silence_ms = now_ms - self._last_ms
        if self._has_ended(silence_ms):
            return 0.0
        recent_ms = list(self._intervals_ms)[-AVERAGED_INTERVALS:]
        mean_ms = sum(recent_ms) / len(recent_ms)
        return 1000.0 / max(mean_ms, silence_ms)

    def _has_ended(self, silence_ms: float) -> bool:
        if not self._intervals_ms:
            return False
        return silence_ms > SILENCE_FACTOR * max(self._intervals_ms)
