"""A visit, from the first touch to the moment when everything goes back.

Pure logic: whether a hand was alive and how much time has passed is handed in.
"""

import math
from enum import StrEnum

# A longer frame is a suspended machine or a stopped process: nobody waited through it.
LONGEST_FRAME_S = 1.0


class VisitState(StrEnum):
    """Where a visit stands."""

    ATTRACT = "attract"
    PLAYING = "playing"
    ASKING = "asking"
    GOING_BACK = "going_back"


class Visit:
    """Follows one visitor after the other.

    ``ATTRACT`` until a hand is alive; ``PLAYING`` until nobody was for ``idle_s``;
    ``ASKING`` for ``still_there_s``; ``GOING_BACK`` for one frame, in which the whole
    state goes back.

    Attributes:
        state: Where it stands.
        idle_after_s: Without a sign of life, until it asks.
        asks_for_s: So long it asks.
        length_s: How long the visit has lasted up to its last sign of life.
        has_woken: Whether this frame's sign of life began the visit or answered the
            question: then it is not also an action.
    """

    def __init__(self, idle_s: float = 60.0, still_there_s: float = 20.0) -> None:
        self.idle_after_s = idle_s
        self.asks_for_s = still_there_s
        self.state = VisitState.ATTRACT
        self.length_s = 0.0
        self.has_woken = False
        self._since_s = 0.0
        self._idle_s = 0.0
        self._leave_s = 0.0
        self._has_left = False

    @property
    def left_s(self) -> float:
        """Seconds that are left to answer the question; its whole time before."""
        if self.state is not VisitState.ASKING:
            return self.asks_for_s
        return max(self.idle_after_s + self.asks_for_s - self._idle_s, 0.0)

    @property
    def is_suspended(self) -> bool:
        """Whether waiting does not count now, as a guided step measures."""
        return self._leave_s > 0.0

    def end(self) -> None:
        """The visit is over at once, as when the museum closes."""
        self._begin(VisitState.ATTRACT)

    def suspend(self, longest_s: float) -> None:
        """A guided step begins to measure: waiting for it is no absence.

        Once for each sign of life, and never longer than the step's stated time: a
        guide that goes on by itself must not hold an empty exhibit for ever.
        """
        if not self._has_left and math.isfinite(longest_s):
            self._has_left, self._leave_s = True, max(longest_s, 0.0)

    def resume(self) -> None:
        """The guided step has measured, or was left."""
        self._leave_s = 0.0

    def update(self, is_alive: bool, elapsed_s: float) -> VisitState:
        """Let time pass.

        Args:
            is_alive: Whether a hand showed a sign of life in this frame.
            elapsed_s: Real seconds since the last call.

        Returns:
            The state that holds now.
        """
        self.has_woken = False
        lived_s = elapsed_s if math.isfinite(elapsed_s) else 0.0
        lived_s = min(max(lived_s, 0.0), LONGEST_FRAME_S)
        if self.state is VisitState.GOING_BACK:
            self._begin(VisitState.ATTRACT)
        if is_alive:
            self._live(lived_s)
        elif self.state is not VisitState.ATTRACT:
            self._wait(lived_s)
        return self.state

    def _begin(self, state: VisitState) -> None:
        self.state = state
        self._since_s = self._idle_s = self._leave_s = self.length_s = 0.0
        self._has_left = False

    def _live(self, lived_s: float) -> None:
        if self.state is VisitState.ATTRACT:
            self._begin(VisitState.PLAYING)
            self.has_woken = True
            return
        self.has_woken = self.state is VisitState.ASKING
        self.state = VisitState.PLAYING
        self._since_s += lived_s
        self.length_s = self._since_s
        self._idle_s = self._leave_s = 0.0
        self._has_left = False

    def _wait(self, lived_s: float) -> None:
        self._since_s += lived_s
        on_leave_s = min(self._leave_s, lived_s)
        self._leave_s -= on_leave_s
        self._idle_s += lived_s - on_leave_s
        if self._idle_s >= self.idle_after_s + self.asks_for_s:
            self.state = VisitState.GOING_BACK
        elif self._idle_s >= self.idle_after_s:
            self.state = VisitState.ASKING
