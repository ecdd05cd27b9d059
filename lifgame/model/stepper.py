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

    def take(self, elapsed_s: float, speed: float | Fraction) -> int:
        """The whole ticks that are due; what is left over counts for the next call.

        Args:
            elapsed_s: Real time since the last call, in s; negative or not finite
                counts as 0.
            speed: Simulated seconds per real second.

        Raises:
            ValueError: If the speed is negative or not finite.
        """
        rate = float(speed)
        if not 0.0 <= rate < math.inf:
            raise ValueError(f"speed {rate:g} is not allowed; it must be 0 or more")
        if not 0.0 < elapsed_s < math.inf:
            return 0
        if elapsed_s > self.max_elapsed_s:
            self.dropped_s += elapsed_s - self.max_elapsed_s
            elapsed_s = self.max_elapsed_s
        due = self._remainder_ticks + elapsed_s * 1000.0 * rate / self.dt_ms
        whole = math.floor(due + TICK_TOLERANCE)
        # May be a hair below 0; carrying that is what keeps the total right.
        self._remainder_ticks = due - whole
        return whole
