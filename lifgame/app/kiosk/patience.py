"""How long a supervisor waits: before it calls a game hung, and between two starts.

Pure logic: elapsed time is handed in.
"""

from dataclasses import dataclass

# A gap in the supervisor's own time, as after a suspended night, is no game's fault.
LONGEST_LOOK_S = 1.0
# So many quick ends one after the other are called a crash loop.
LOOP = 5


@dataclass(frozen=True, slots=True)
class Patience:
    """All its times, in seconds.

    Attributes:
        start_s: Until the first frame is shown.
        hang_s: Without a frame, before the game is called hung.
        stacks_s: For a hung game to write its stacks.
        stop_s: For a game that is asked to end.
        first_wait_s: Before the first new start; it doubles with every quick end.
        longest_wait_s: Before any new start.
        steady_s: A game that lived as long as this did not end quickly.
        look_s: Between two looks.
    """

    start_s: float = 60.0
    hang_s: float = 15.0
    stacks_s: float = 1.0
    stop_s: float = 1.5
    first_wait_s: float = 1.0
    longest_wait_s: float = 30.0
    steady_s: float = 60.0
    look_s: float = 0.25


class Watch:
    """Follows the heartbeat of one game.

    Attributes:
        lived_s: How long it has lived.
        has_shown: Whether it has ever shown a frame.
    """

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._silent_s = 0.0
        self.lived_s = 0.0
        self.has_shown = False

    def is_hung(self, has_beaten: bool, elapsed_s: float) -> bool:
        """Let time pass; whether the game has been silent for too long.

        Args:
            has_beaten: Whether it has shown a frame since the last call.
            elapsed_s: Seconds since the last call.
        """
        lived_s = min(max(elapsed_s, 0.0), LONGEST_LOOK_S)
        self.lived_s += lived_s
        self._silent_s = 0.0 if has_beaten else self._silent_s + lived_s
        self.has_shown |= has_beaten
        patience = self._patience
        limit_s = patience.hang_s if self.has_shown else patience.start_s
        return self._silent_s > limit_s


class Backoff:
    """How long to wait before the next start.

    Attributes:
        quick_ends: How many games in a row ended soon after their start.
    """

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self.quick_ends = 0

    @property
    def is_loop(self) -> bool:
        return self.quick_ends >= LOOP

    def wait_s(self, lived_s: float) -> float:
        """A game has ended; the seconds to wait.

        Args:
            lived_s: How long it had lived.
        """
        if lived_s >= self._patience.steady_s:
            self.quick_ends = 0
        doublings = min(self.quick_ends, 30)
        self.quick_ends += 1
        patience = self._patience
        return min(patience.first_wait_s * 2.0**doublings, patience.longest_wait_s)
