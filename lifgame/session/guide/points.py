"""Steady rhythms as points of a plot: the current, and the spikes a second."""

# Nearer than this two points are one, and the newer counts.
APART_NA = 0.2
# Two gaps that differ by less are one rhythm.
STEADY = 0.02


class Points:
    """What has landed, each point once."""

    def __init__(self) -> None:
        self._rates: dict[float, float] = {}

    def land(self, current_na: float, rate_hz: float) -> None:
        """One more; a point beside it gives way."""
        near = [na for na in self._rates if abs(na - current_na) < APART_NA - 1e-9]
        for other in near:
            del self._rates[other]
        self._rates[current_na] = rate_hz

    @property
    def all(self) -> tuple[tuple[float, float], ...]:
        """Currents in nA and rates in Hz, the newest last."""
        return tuple(self._rates.items())

    @property
    def rhythms(self) -> tuple[tuple[float, float], ...]:
        """Those that fire, by current."""
        return tuple(sorted(point for point in self.all if point[1] > 0.0))

    @property
    def slope_hz_na(self) -> float:
        """From the middle of the rhythms to the highest; 0 before there are two."""
        found = self.rhythms
        if len(found) < 2:
            return 0.0
        (low_na, low_hz), (high_na, high_hz) = found[(len(found) - 1) // 2], found[-1]
        return (high_hz - low_hz) / (high_na - low_na)
