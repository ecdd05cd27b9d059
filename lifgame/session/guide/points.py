"""What was measured as points of a plot: what was set, and what came of it.

In most plots it is the current, and the spikes a second.
"""

import math

# Nearer than this on the axis two points are one, and the newer counts.
APART = 0.2
# Two gaps that differ by less are one rhythm.
STEADY = 0.02


class Points:
    """What has landed, each point once."""

    def __init__(self) -> None:
        self._found: dict[float, float] = {}

    def land(self, x: float, y: float) -> None:
        """One more; a point beside it gives way."""
        near = [other for other in self._found if abs(other - x) < APART - 1e-9]
        for other in near:
            del self._found[other]
        self._found[x] = y

    @property
    def all(self) -> tuple[tuple[float, float], ...]:
        """What was set and what came of it, the newest last."""
        return tuple(self._found.items())

    @property
    def octaves(self) -> float:
        """How often the least that was set doubles up to the most."""
        if len(self._found) < 2 or min(self._found) <= 0.0:
            return 0.0
        return math.log2(max(self._found) / min(self._found))

    @property
    def halved(self) -> float:
        """How many times smaller what came of it is for half of what was set.

        From the most that was set to the least, as if it were so all along; 0 before
        there are two.
        """
        if self.octaves <= 0.0:
            return 0.0
        most, least = max(self._found), min(self._found)
        ratio = self._found[most] / self._found[least]
        return math.pow(ratio, 1.0 / self.octaves)

    @property
    def rhythms(self) -> tuple[tuple[float, float], ...]:
        """Rates in Hz of those that fire, by current in nA."""
        return tuple(sorted(point for point in self.all if point[1] > 0.0))

    @property
    def slope_hz_na(self) -> float:
        """From the middle of the rhythms to the highest; 0 before there are two."""
        found = self.rhythms
        if len(found) < 2:
            return 0.0
        (low_na, low_hz), (high_na, high_hz) = found[(len(found) - 1) // 2], found[-1]
        return (high_hz - low_hz) / (high_na - low_na)
