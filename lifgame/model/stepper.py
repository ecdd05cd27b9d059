"""From real time to whole ticks of simulated time."""

import math
from fractions import Fraction

# A tick this nearly full is due: sums of frame times carry rounding errors.
TICK_TOLERANCE = 1e-6


class Stepper:
    """An accumulator of real time: the frame rate does not change what happens.

    Attributes:
        dt_ms: Simulated time of one tick, in ms.
        max_elapsed_s: Longest real time that one call makes up for, in s.
        dropped_s: Real time that went over that limit so far, in s.
    """

    def __init__(self, dt_ms: float = 0.5, max_elapsed_s: float = 0.25) -> None:
        for name, value in (("dt_ms", dt_ms), ("max_elapsed_s", max_elapsed_s)):
            if not 0.0 < value < math.inf:
                raise ValueError(f"{name} {value:g} is not allowed; it must be above 0")
        self.dt_ms = dt_ms
        self.max_elapsed_s = max_elapsed_s
        self.dropped_s = 0.0
        self._remainder_ticks = 0.0

    @property
    def fraction(self) -> float:
        """How much of the next tick has passed already, 0 to 1."""
        return min(max(self._remainder_ticks, 0.0), 1.0)

    def bounded(self, elapsed_s: float) -> float:
        """As much of a piece of real time as is made up for; the rest is dropped.

        Negative or not finite counts as 0.
        """
        if not 0.0 < elapsed_s < math.inf:
            return 0.0
        if elapsed_s > self.max_elapsed_s:
            self.dropped_s += elapsed_s - self.max_elapsed_s
        return min(elapsed_s, self.max_elapsed_s)

    def take(self, elapsed_s: float, speed: float | Fraction) -> int:
        """The whole ticks that are due; what is left over counts for the next call.

        Args:
            elapsed_s: Real time since the last call, in s; negative or not finite
                counts as 0.
            speed: Simulated seconds per real second.

        Raises:
            ValueError: If the speed is negative or not finite.
        """
        ticks, _ = self.take_some(self.bounded(elapsed_s), speed, most=None)
        return ticks

    def take_some(
        self, elapsed_s: float, speed: float | Fraction, most: int | None
    ) -> tuple[int, float]:
        """At most some of the ticks that are due, and the real time that is left.

        Args:
            elapsed_s: Real time, in s, 0 or more.
            speed: Simulated seconds per real second.
            most: How many ticks to take at most; None for all.

        Returns:
            The ticks, and the seconds after the last of them, 0 if all were taken.

        Raises:
            ValueError: If the speed is negative or not finite.
        """
        rate = float(speed)
        if not 0.0 <= rate < math.inf:
            raise ValueError(f"speed {rate:g} is not allowed; it must be 0 or more")
        ticks_per_s = 1000.0 * rate / self.dt_ms
        due = self._remainder_ticks + elapsed_s * ticks_per_s
        whole = math.floor(due + TICK_TOLERANCE)
        if most is not None and whole >= most and due > most:
            self._remainder_ticks = 0.0
            return most, (due - most) / ticks_per_s
        # May be a hair below 0; carrying that is what keeps the total right.
        self._remainder_ticks = due - whole
        return whole, 0.0
