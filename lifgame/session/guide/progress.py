"""How far a visitor is in a guided step."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lifgame.session.cell import Cell
from lifgame.session.guide.meter import Meter
from lifgame.session.guide.rows import Bar, Row
from lifgame.session.guide.show import Sending

PREDICT, DO, MEASURED, EXPLAINED = "predict", "do", "measured", "explained"


@dataclass(slots=True)
class Progress:
    """Where a visitor is in one row.

    Attributes:
        row: What is guided.
        meter: What is measured; it begins when the picture may be touched.
        state: ``predict``, ``do``, ``measured`` or ``explained``.
        guess: Where the pin is, or which picture was chosen.
        is_placed: Whether the visitor has put it there himself.
        done: Which goals have come true, the guess not among them.
        skipped: Which of them were left out.
        found: What came out of an experiment, once it is measured.
        theory: What had to.
        also: Both for the first cell, where the others are the second's.
        earned: How many stars this time.
        sending: The pulse of the tap, where the row has one.
    """

    row: Row
    meter: Meter
    state: str = DO
    guess: float = 0.0
    is_placed: bool = False
    done: list[bool] = field(default_factory=list)
    skipped: set[int] = field(default_factory=set)
    found: float | None = None
    theory: float | None = None
    also: tuple[float, float] | None = None
    earned: int = 0
    sending: Sending = field(default_factory=lambda: Sending(None))

    @classmethod
    def begun(cls, row: Row, meter: Meter) -> "Progress":
        state = PREDICT if row.guess is not None else DO
        guess = 0.0 if isinstance(row.guess, Bar) else -1.0
        done, sending = [False] * len(row.goals), Sending(row.pulse)
        return cls(row, meter, state, guess, done=done, sending=sending)

    @property
    def next_goal(self) -> int | None:
        """The first goal that is still open; None: all are reached."""
        return self.done.index(False) if False in self.done else None

    @property
    def is_over(self) -> bool:
        return self.state in (MEASURED, EXPLAINED)

    def reach(self, place: int) -> None:
        """A goal has come true; in a challenge it is a star."""
        self.done[place] = True
        if not self.row.is_experiment:
            real = [n for n, is_done in enumerate(self.done) if is_done]
            self.earned = len(set(real) - self.skipped)

    def measure(self, cells: Sequence[Cell]) -> None:
        """All goals are reached: take what was found, and what had to be."""
        row, readings = self.row, self.meter.readings
        self.state = MEASURED if row.is_experiment else EXPLAINED
        if row.measure is None or row.close is None:
            return
        self.theory = row.measure.theory(cells[row.measure.cell])
        if row.measure.also:
            found = readings[row.measure.also]
            self.also = found, row.measure.theory(cells[0])
        if not self.skipped:
            self.found = readings[row.measure.reading]
            self.earned = 2 + row.close.holds(readings)
