"""How far a visitor is in a guided step."""

from dataclasses import dataclass, field

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
        drawn: Which neuron is hidden, by its place in the row's secret.
        estimate: The estimates with which the second cell's curve was made.
        off: By which share of the truth the worst of them was off.
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
    drawn: int | None = None
    estimate: tuple[float, ...] = ()
    off: float = 0.0

    @classmethod
    def begun(cls, row: Row, meter: Meter, drawn: int | None = None) -> "Progress":
        state = PREDICT if row.guess is not None else DO
        guess = 0.0 if isinstance(row.guess, Bar) else -1.0
        done, sending = [False] * len(row.goals), Sending(row.pulse)
        return cls(row, meter, state, guess, done=done, drawn=drawn, sending=sending)

    @property
    def next_goal(self) -> int | None:
        """The first goal that is still open; None: all are reached."""
        return self.done.index(False) if False in self.done else None

    @property
    def hides(self) -> bool:
        """Whether a curtain hides what is to be estimated."""
        return self.row.secret is not None and not self.is_over

    @property
    def can_confirm(self) -> bool:
        """Whether a guess, or an estimate, can be said to be made."""
        return self.state == PREDICT or self.hides

    @property
    def is_over(self) -> bool:
        return self.state in (MEASURED, EXPLAINED)
