"""One side of the race: the hands on it, what they let in, how its lamp shines."""

from math import inf

# One press lets in one splash of so many ticks: 3 ms.
SPLASH_TICKS = 6
# A hand that is quicker than the tap gains nothing: no more than this waits in it.
MOST_TICKS = 2 * SPLASH_TICKS
# So long a button stays lit after a press, in real seconds: mashed, it shines steadily.
LIT_S = 1.0
# From spike to spike in real seconds: if it is less, the lamp glows and does not flash.
# Two lamps that keep to it are two flashes a second together, the limit of a screen.
LEAST_S = 1.0


class Flash:
    """Spikes as they are seen at a lamp; above the limit it glows steadily.

    Attributes:
        shown: How many flashes there were.
        since_flush_s: Real seconds since the last of them.
        is_band: Whether spikes come too fast to be shown one by one.
    """

    def __init__(self, least_s: float = LEAST_S) -> None:
        self.shown = 0
        self.since_flush_s = inf
        self.is_band = False
        self._least_s = least_s
        self._since_spike_s = inf

    def spike(self) -> None:
        self.is_band = self._since_spike_s < self._least_s
        self._since_spike_s = 0.0
        if not self.is_band:
            self.shown += 1
            self.since_flush_s = 0.0

    def live(self, elapsed_s: float) -> None:
        """Let real time pass."""
        self.since_flush_s += elapsed_s
        self._since_spike_s += elapsed_s
        if self._since_spike_s > self._least_s:
            self.is_band = False


class Lane:
    """The hands of one visitor.

    Attributes:
        is_ready: Whether somebody has pressed its button once.
        flash: How its lamp shines.
    """

    def __init__(self, *, holds: bool) -> None:
        self.is_ready = False
        self.flash = Flash()
        self._holds = holds
        self._hands: set[str] = set()
        self._open: set[str] = set()
        self._ticks_left = 0
        self._since_press_s = inf

    @property
    def is_pressed(self) -> bool:
        """Whether a hand is on it."""
        return bool(self._hands)

    @property
    def is_lit(self) -> bool:
        """Whether its button shines."""
        return self.is_pressed or self._since_press_s < LIT_S

    def press(self, hand: str, *, counts: bool) -> None:
        """A hand goes down; one that is down already has not pressed again.

        Args:
            hand: Which.
            counts: Whether water is let in by it now.
        """
        if hand in self._hands:
            return
        self._hands.add(hand)
        self._since_press_s = 0.0
        self.is_ready = True
        if counts:
            self._open.add(hand)
            self._ticks_left = min(self._ticks_left + SPLASH_TICKS, MOST_TICKS)

    def lift(self, hand: str) -> None:
        """A hand comes up."""
        self._hands.discard(hand)
        self._open.discard(hand)

    def pour(self) -> bool:
        """A tick is about to be made: whether water flows in during it."""
        if self._holds:
            return bool(self._open)
        flows = self._ticks_left > 0
        self._ticks_left -= flows
        return flows

    def live(self, elapsed_s: float) -> None:
        """Let real time pass."""
        self.flash.live(elapsed_s)
        self._since_press_s += elapsed_s
