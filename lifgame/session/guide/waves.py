"""Whether a neuron fires where the signal that flows in lets the water stand high."""

import math
from collections import deque

from lifgame.session.cell import Cell

# Of so many waves it is counted how many have a spike on their crest...
LATELY_HIT = 4
# ...and of so many, how many have one there alone.
LATELY_CLEAN = 5


class Waves:
    """The last waves of a signal, each a valley and the crest after it.

    Where the crest is, is reckoned: without noise the water is a sine that comes
    atan(2 pi f tau) after the current. Over its mean it is a crest.

    Attributes:
        is_crest: Whether the water would be over its mean now.
    """

    def __init__(self) -> None:
        self.is_crest = False
        self._number: int | None = None
        self._is_whole = False
        self._on_crest = self._in_valley = 0
        self._hit: deque[bool] = deque(maxlen=LATELY_HIT)
        self._clean: deque[bool] = deque(maxlen=LATELY_CLEAN)

    @property
    def hit(self) -> int:
        """How many of the last crests have a spike."""
        return sum(self._hit)

    @property
    def clean(self) -> int:
        """How many of the last waves have a spike on the crest and none before it."""
        return sum(self._clean)

    def forget(self) -> None:
        """Another noise: a wave whose crest has begun under the old one is void."""
        self._hit.clear()
        self._clean.clear()
        self._is_whole = not self.is_crest
        self._in_valley = 0

    def take(self, cell: Cell, spikes: int) -> None:
        """Look at the tick that has just been made, with so many spikes."""
        turns = _turns(cell)
        # A wave begins with its valley.
        number = math.floor(turns - 0.5)
        self.is_crest = turns % 1.0 < 0.5
        if number != self._number:
            self._end()
            self._is_whole = True
            self._number = number
        if self.is_crest:
            self._on_crest += spikes
        else:
            self._in_valley += spikes

    def _end(self) -> None:
        if self._is_whole:
            self._hit.append(self._on_crest > 0)
            self._clean.append(self._on_crest > 0 and not self._in_valley)
        self._on_crest = self._in_valley = 0


def _turns(cell: Cell) -> float:
    """How many waves of the water there would have been without noise."""
    period_ms = cell.pattern.period_ms(cell.values)
    lag = math.atan(math.tau * cell.tau_ms / period_ms)
    return cell.time_ms / period_ms - lag / math.tau
