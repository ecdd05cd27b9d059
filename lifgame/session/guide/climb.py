"""How far steps lead away from the exact curve, on the way from empty to the line."""

from math import expm1

from lifgame.session.cell import Cell


class Climb:
    """Follows one climb from an empty bucket, until it fires.

    Attributes:
        error_mv: The farthest from V = R I (1 - exp(-t / tau)) so far, in mV.
    """

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """The bucket has just been emptied."""
        self.error_mv = self._since_ms = 0.0
        self._is_over = False

    def take(self, cell: Cell, tick_ms: float, *, has_fired: bool) -> bool:
        """Look at a tick; whether the climb ended with it."""
        if self._is_over:
            return False
        self._is_over = has_fired
        if has_fired:
            return True
        self._since_ms += tick_ms
        share = -expm1(-self._since_ms / cell.tau_ms)
        exact_mv = cell.settle_at_mv(cell.set_current_na) * share
        self.error_mv = max(self.error_mv, abs(cell.voltage_mv - exact_mv))
        return False
