"""The tempo that suits a neuron: each flush can be seen, and none has to be waited for.

Pure rules. ``auto`` is the fastest speed that shows at most one flush a second, or two
while somebody pushes; where nothing fires, the one at which the bucket takes a good
second to fill. It changes at a flush or at rest, and not often, so that it never hops.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from lifgame.content.speeds import AUTO_SPEEDS
from lifgame.session.cell import Cell

MOST_FLUSHES_PER_S = 1.0
MOST_WHILE_PUSHED_PER_S = 2.0
# A faster speed is taken only if there is some room left: otherwise it would hop.
ROOM_FOR_FASTER = 0.85
# Where nothing fires, the time constant lasts this long on the wall, at least.
SHORTEST_TAU_S = 0.8
CHANGE_PAUSE_S = 3.0
# Nobody waits four seconds for a flush, only to be shown a better tempo then.
DRAGGING_PER_S = 0.25


@dataclass(frozen=True, slots=True)
class Pace:
    """What the tempo depends on.

    Attributes:
        rate_hz: How often the neuron fires at the present current, per simulated
            second; 0 if it does not.
        tau_ms: Its time constant, in simulated ms.
        is_pushed: Whether somebody holds extra current in.
    """

    rate_hz: float
    tau_ms: float
    is_pushed: bool


def pace_of(cells: Sequence[Cell]) -> Pace:
    """The pace of the quickest of some cells."""
    quickest = max(cells, key=lambda cell: cell.expected_hz)
    is_pushed = any(cell.is_pushed for cell in cells)
    return Pace(quickest.expected_hz, quickest.tau_ms, is_pushed)


def fitting(pace: Pace) -> Fraction:
    """The speed that fits, wherever one comes from."""
    return _fastest(pace, MOST_FLUSHES_PER_S)


def next_speed(speed: Fraction, pace: Pace) -> Fraction:
    """The speed to go on with: the present one, unless another is clearly better."""
    if pace.rate_hz <= 0.0:
        return fitting(pace)
    most = MOST_WHILE_PUSHED_PER_S if pace.is_pushed else MOST_FLUSHES_PER_S
    if pace.rate_hz * float(speed) > most:
        return fitting(pace)
    faster = _fastest(pace, MOST_FLUSHES_PER_S * ROOM_FOR_FASTER)
    return max(speed, faster)


def _fastest(pace: Pace, most_per_s: float) -> Fraction:
    if pace.rate_hz > 0.0:
        limit = most_per_s / pace.rate_hz
    else:
        limit = pace.tau_ms / (1000.0 * SHORTEST_TAU_S)
    slow_enough = [speed for speed in AUTO_SPEEDS if float(speed) <= limit]
    return slow_enough[-1] if slow_enough else AUTO_SPEEDS[0]


class Tempo:
    """Keeps the speed, and how long it has been kept.

    Attributes:
        speed: Simulated seconds per real second.
        is_auto: Whether it is chosen by the rules above.
    """

    def __init__(self, chosen: Fraction | None) -> None:
        self.is_auto = chosen is None
        self.speed = chosen or AUTO_SPEEDS[0]
        self._kept_s = 0.0

    def choose(self, speed: Fraction) -> None:
        """A visitor chooses a speed."""
        self.is_auto, self.speed = False, speed

    def renew(self, pace: Pace) -> None:
        """Another neuron, or the rules again: no need to wait."""
        if self.is_auto:
            self.speed, self._kept_s = fitting(pace), 0.0

    def to_auto(self, pace: Pace) -> None:
        """The rules choose again."""
        self.is_auto = True
        self.renew(pace)

    def live(self, elapsed_s: float) -> None:
        """Let real time pass."""
        self._kept_s += elapsed_s

    def follow(self, pace: Pace, *, may_change: bool) -> None:
        """Let the rules look; they act at a flush or at rest, and where it drags."""
        if not self.is_auto or self._kept_s < CHANGE_PAUSE_S:
            return
        drags = 0.0 < pace.rate_hz * float(self.speed) < DRAGGING_PER_S
        if may_change or drags:
            speed = next_speed(self.speed, pace)
            if speed != self.speed:
                self.speed, self._kept_s = speed, 0.0
