"""A solution that plays itself: at the real controls, on cells of its own."""

from collections.abc import Iterator, Sequence

from lifgame.content.parameters import CURRENT
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.guide.rows import LONGEST_SHOW_S, Act, Move, Pulse
from lifgame.session.sharing import carry_out

# How the pin is moved over the whole bar and back, in real seconds.
SWEEP_S = 4.0


class Moves:
    """Moves that are made one after the other, tick by tick."""

    def __init__(self, moves: Sequence[Move] = ()) -> None:
        self._moves = list(moves)
        self._waited = 0

    @property
    def is_over(self) -> bool:
        return not self._moves

    def due(self) -> Iterator[Act]:
        """What is to be done before the tick that is about to be made."""
        while self._moves and self._waited >= self._moves[0].ticks:
            move = self._moves.pop(0)
            self._waited = 0
            if move.command is not None:
                yield move.command
        self._waited += 1


class Sending:
    """A pulse of the tap on its way, if there is one."""

    def __init__(self, pulse: Pulse | None) -> None:
        self._pulse = pulse
        self._moves = Moves()

    @property
    def is_on(self) -> bool:
        """Whether the tap is still open."""
        return not self._moves.is_over

    def send(self) -> None:
        """Let one begin with the next tick, unless one is on its way."""
        pulse = self._pulse
        if pulse is None or self.is_on:
            return
        on, off = (c.SetParameter(CURRENT.id, na) for na in (pulse.current_na, 0.0))
        self._moves = Moves((Move(0, on), Move(pulse.ticks, off)))

    def move(self, cells: Sequence[Cell], *, shares_input: bool) -> None:
        """A tick is about to be made."""
        for command in self._moves.due():
            carry_out(cells, command, shares_input=shares_input)


class Show:
    """Where the solution is.

    Args:
        moves: The solution; none: the pin is moved over its bar.
        pulse: What a move may send.

    Attributes:
        shown_s: For how long it has been shown, in real seconds.
    """

    def __init__(self, moves: Sequence[Move], pulse: Pulse | None = None) -> None:
        self._moves, self._sending = Moves(moves), Sending(pulse)
        self._is_sweep = not moves
        self.shown_s = 0.0

    def move(self, cells: Sequence[Cell], *, shares_input: bool) -> None:
        """A tick is about to be made: do what is due before it."""
        for command in self._moves.due():
            if isinstance(command, g.SendPulse):
                self._sending.send()
            else:
                carry_out(cells, command, shares_input=shares_input)
        self._sending.move(cells, shares_input=shares_input)

    def live(self, elapsed_s: float) -> None:
        """Let real time pass."""
        self.shown_s += elapsed_s

    @property
    def is_over(self) -> bool:
        """Whether all has been shown."""
        longest_s = SWEEP_S if self._is_sweep else LONGEST_SHOW_S
        is_played = self._moves.is_over and not self._is_sweep
        return is_played or self.shown_s >= longest_s

    @property
    def sweep_share(self) -> float | None:
        """Where the pin is on its way over the bar and back, 0 to 1; None: none."""
        if not self._is_sweep:
            return None
        share = min(self.shown_s / SWEEP_S, 1.0)
        return 1.0 - abs(1.0 - 2.0 * share)
