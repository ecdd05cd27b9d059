"""How far V swings with a current that comes again and again."""

from math import ceil, inf, isfinite

from lifgame.session.cell import Cell

# So many time constants after a change its last trace is less than 1 %.
TRANSIENT_TAUS = 5.0
# Whole periods pass for at least so long, and the last of them counts: a quick rhythm's
# swing is so small that the rest of the trace would still be seen in it.
LEAST_MS = 100.0


class Swing:
    """Follows one setting, from when it was made until its swing is known."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Whatever was seen belongs to another setting."""
        self._seen_ms, self._is_known = 0.0, False
        self._volts_mv, self._settles_mv = (inf, -inf), (inf, -inf)

    def take(self, cell: Cell, tick_ms: float) -> float | None:
        """Look at a tick; the gain at the one with which it is known, else None.

        It is half the height between the top and the bottom of V, over that of the
        place to which the current draws it, R I: 1 if V could follow at once.
        """
        period_ms = cell.pattern.period_ms(cell.values)
        if self._is_known or not isfinite(period_ms):
            return None
        self._seen_ms += tick_ms
        known_ms = TRANSIENT_TAUS * cell.tau_ms
        known_ms += ceil(LEAST_MS / period_ms) * period_ms
        if self._seen_ms <= known_ms - period_ms:
            return None
        self._volts_mv = _with(self._volts_mv, cell.voltage_mv)
        self._settles_mv = _with(self._settles_mv, cell.reading().settle_mv)
        if self._seen_ms < known_ms:
            return None
        self._is_known = True
        return _height(self._volts_mv) / _height(self._settles_mv)


def _with(ends: tuple[float, float], value: float) -> tuple[float, float]:
    return min(ends[0], value), max(ends[1], value)


def _height(ends: tuple[float, float]) -> float:
    return ends[1] - ends[0]
