"""How a bucket answers a pulse of the tap: how fast it follows, and how it forgets.

A bucket that fills toward where it settles has come 63.2 % of the way, 1 - 1/e, after
one time constant.
"""

from math import exp, inf

from lifgame.session.cell import Cell

# So much of its way it has come after one time constant.
WAY = 1.0 - exp(-1.0)
# A pulse counts that begins in a bucket with less in it, in mV.
EMPTY_MV = 0.5
# Of what it held so little is left when it has forgotten.
LEFT = 0.05


class Rise:
    """Follows one cell.

    Attributes:
        rise_ms: From the pulse's beginning to 63.2 % of the way; inf: not yet.
        at_ms: When it was there, in the cell's time.
        at_mv: Where it was then.
        has_forgotten: Whether, the tap shut, hardly anything is left.
    """

    def __init__(self) -> None:
        self.rise_ms = self.at_ms = inf
        self.at_mv = 0.0
        self.has_forgotten = False
        self._since_ms: float | None = None
        self._current_na = self._before_mv = self._top_mv = 0.0

    def take(self, cell: Cell, tick_ms: float) -> None:
        """Look at the tick that has just been made."""
        current_na, now_mv = cell.set_current_na, cell.voltage_mv
        if current_na != self._current_na:
            self._turn(cell.time_ms - tick_ms, current_na)
        if current_na > 0.0 and self._since_ms is not None and self.rise_ms == inf:
            if now_mv >= WAY * cell.settle_at_mv(current_na):
                self.rise_ms = cell.time_ms - self._since_ms
                self.at_ms, self.at_mv = cell.time_ms, now_mv
        elif self.rise_ms < inf and current_na == 0.0:
            self.has_forgotten |= now_mv <= LEFT * self._top_mv
        self._before_mv = now_mv

    def _turn(self, time_ms: float, current_na: float) -> None:
        """The tap was turned: a pulse begins or ends, or what had begun is none."""
        self._current_na, self._top_mv = current_na, self._before_mv
        if current_na > 0.0:
            is_pulse = self._before_mv < EMPTY_MV
            self._since_ms = time_ms if is_pulse else None
            self.rise_ms, self.has_forgotten = inf, False
