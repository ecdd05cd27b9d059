"""How the right wall gets to another neuron's width: it glides, a hand moves it."""

from math import cos, pi, sqrt

GLIDE_S = 0.5
# A change of the root of C (in nF) that is more than a step or two of the slider.
JUMP = 0.12


class Glide:
    """The capacitance that is shown, on its way to the one that is set.

    Attributes:
        shown_nf: C as the picture has it now.
    """

    def __init__(self, capacitance_nf: float) -> None:
        self.shown_nf = capacitance_nf
        self._from = self._to = sqrt(capacitance_nf)
        self._age_s = GLIDE_S

    @property
    def is_moving(self) -> bool:
        return self._age_s < GLIDE_S

    def update(self, goal_nf: float, elapsed_s: float, *, jumps: bool) -> None:
        """Go on to a goal.

        Args:
            goal_nf: C as it is set.
            elapsed_s: Real time since the last call.
            jumps: Whether to be there at once: dragged, or reduced motion.
        """
        goal = sqrt(goal_nf)
        if goal != self._to:
            here = sqrt(self.shown_nf)
            self._from, self._to = here, goal
            jumps = jumps or abs(goal - here) < JUMP
            self._age_s = GLIDE_S if jumps else 0.0
        self._age_s = GLIDE_S if jumps else min(GLIDE_S, self._age_s + elapsed_s)
        if self._age_s >= GLIDE_S:
            self.shown_nf = goal_nf
            return
        share = 0.5 - 0.5 * cos(pi * self._age_s / GLIDE_S)
        width = self._from + (self._to - self._from) * share
        self.shown_nf = width * width
