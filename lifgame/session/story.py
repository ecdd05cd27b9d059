"""The first steps of a visitor: what the sentence says until he has seen it all.

Hold, fill, a spike; let go and watch it leak; turn the tap; move the line. Each step
ends when the visitor has done it, whatever else was pressed before, or when another
neuron or another view shows that he needs no hand to hold.
"""

from dataclasses import dataclass

from lifgame.content.parameters import CURRENT, THRESHOLD
from lifgame.session.cell import Cell
from lifgame.session.showing import Showing

# How long a sentence about something that has happened stays, in seconds.
SPIKE_S = 2.5
LEAK_S = 3.0
# Whoever has not turned the tap by now is told how.
HOW_S = 7.0
STEPS = ("hold", "spike", "let_go", "tap", "line", "free")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a step of the story looks at.

    Attributes:
        flushes: Flushes shown so far.
        is_pushed: Whether somebody lets water in by hand.
        tap_na: What the tap is set to.
        line_mv: What the line is set to.
    """

    flushes: int
    is_pushed: bool
    tap_na: float
    line_mv: float

    @classmethod
    def of(cls, cell: Cell, showing: Showing) -> "Seen":
        return cls(
            showing.shown,
            bool(cell.pushes),
            cell.value(CURRENT.id),
            cell.value(THRESHOLD.id),
        )


class Story:
    """Where the visitor is in it.

    Attributes:
        step: One of ``STEPS``.
    """

    def __init__(self, seen: Seen, *, is_told: bool) -> None:
        self.step = "hold" if is_told else "free"
        self._for_s = self._loose_s = 0.0
        self._at_first = seen
        self._entered = seen

    def skip(self) -> None:
        """The visitor goes his own way."""
        self.step = "free"

    def live(self, seen: Seen, elapsed_s: float) -> None:
        """Let real time pass, and go on if the visitor has."""
        self._for_s += elapsed_s
        self._loose_s = 0.0 if seen.is_pushed else self._loose_s + elapsed_s
        if self.step != "free" and self._is_done(seen):
            self.step = STEPS[STEPS.index(self.step) + 1]
            self._for_s = self._loose_s = 0.0
            self._entered = seen

    def key(self, *, is_pushed: bool) -> str:
        """What to say at this step, as its name in the texts.

        Args:
            is_pushed: Whether somebody lets water in by hand just now.
        """
        if self.step == "hold" and is_pushed:
            return "filling"
        if self.step == "let_go" and not is_pushed:
            return "leaking"
        if self.step == "tap" and self._for_s >= HOW_S:
            return "turn"
        return self.step

    def _is_done(self, seen: Seen) -> bool:
        if self.step == "hold":
            return seen.flushes > self._at_first.flushes
        if self.step == "spike":
            return self._for_s >= SPIKE_S
        if self.step == "let_go":
            # A tap that runs by itself leaves nothing to let go of.
            runs = seen.tap_na > 0.0 and self._for_s >= LEAK_S
            return runs or self._loose_s >= LEAK_S
        if self.step == "tap":
            return seen.tap_na != self._entered.tap_na or self._done_before(seen)
        return seen.line_mv != self._entered.line_mv

    def _done_before(self, seen: Seen) -> bool:
        return seen.tap_na != self._at_first.tap_na
