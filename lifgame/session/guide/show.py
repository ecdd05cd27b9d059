"""A solution that plays itself: at the real controls, on cells of its own."""

from collections.abc import Sequence

from lifgame.session.cell import Cell
from lifgame.session.guide.rows import LONGEST_SHOW_S, Move
from lifgame.session.sharing import carry_out

# How the pin is moved over the whole bar and back, in real seconds.
SWEEP_S = 4.0


class Show:
    """Where the solution is.

    Attributes:
        shown_s: For how long it has been shown, in real seconds.
    """

    def __init__(self, moves: Sequence[Move]) -> None:
        self._moves = list(moves)
        self._waited = 0
        self._is_sweep = not moves
        self.shown_s = 0.0

    def move(self, cells: Sequence[Cell], *, shares_input: bool) -> None:
        """A tick is about to be made: do what is due before it."""
        while self._moves and self._waited >= self._moves[0].ticks:
            move = self._moves.pop(0)
            self._waited = 0
            if move.command is not None:
                carry_out(cells, move.command, shares_input=shares_input)
        self._waited += 1

    def live(self, elapsed_s: float) -> None:
        """Let real time pass."""
        self.shown_s += elapsed_s

    @property
    def is_over(self) -> bool:
        """Whether all has been shown."""
        longest_s = SWEEP_S if self._is_sweep else LONGEST_SHOW_S
        is_played = not self._moves and not self._is_sweep
        return is_played or self.shown_s >= longest_s

    @property
    def sweep_share(self) -> float | None:
        """Where the pin is on its way over the bar and back, 0 to 1; None: none."""
        if not self._is_sweep:
            return None
        share = min(self.shown_s / SWEEP_S, 1.0)
        return 1.0 - abs(1.0 - 2.0 * share)
