"""What the machine shows in one frame: numbers only, made anew by the scene."""

from dataclasses import dataclass
from math import isfinite

from lifgame.session.showing import GULP_S

# A reduced-motion gulp is two pictures that fade into each other.
STILL_GULP_S = 0.12

HANDLES = ("tap", "line", "width", "leak", "water")
# Those that are drawn beside what they move.
GRIPS = ("line", "width", "leak")


@dataclass(frozen=True, slots=True)
class Cup:
    """The cup of an adaptive neuron, which lifts the line.

    Attributes:
        lift_mv: How much the line stands over its rest now, s.
        spoon_mv: What one gulp pours in, d.
        tau_ms: How fast the cup forgets.
    """

    lift_mv: float
    spoon_mv: float
    tau_ms: float


@dataclass(frozen=True, slots=True)
class MachineFrame:
    """Everything that is shown.

    Attributes:
        level_mv: The voltage V: height of water, float, arm and pen.
        line_mv: The threshold now, where the siphon bends.
        rest_line_mv: The threshold that the visitor has set, V_th.
        inflow_na: All current that flows in now, HOLD and noise included.
        leak_na: What flows out through the felt, V/R.
        tap_na: What the tap is set to: the place of its wheel.
        capacitance_nf: C, the bucket's width squared.
        resistance_mohm: R, how hard the felt is squeezed.
        settle_mv: Where V would settle, R·I; None: not shown.
        adaptation: The cup of an adaptive neuron; None: the line stands still.
        cell: Id of the neuron type, for the silhouette; empty: none is shown.
        spike_count: The number at the lamp.
        gulp_s: Seconds on the wall since the running gulp began; None: no gulp.
        gulp_length_s: How long this gulp lasts.
        pulse_s: Seconds on the wall since the last gulp began; None: never.
        is_band: Flushes come faster than two a second: the calm picture.
        rate_share: How bright the lamp glows steadily in that picture, 0 to 1.
        is_refractory: Whether the neuron takes nothing in: the siphon still sucks.
        is_corked: Whether a cork in the siphon keeps the line from emptying it.
        is_pushed: Whether HOLD is down.
        is_time_held: Whether time stands still: waves and drops come to rest.
        held: The handle in somebody's hand, one of ``HANDLES``; None: none.
        focused: The handle with the keyboard's focus; None: none.
        held_value: The words of the held handle's value, as "20.0 mV".
        shows_handles: Whether there is anything to take.
        grips: What of it can be taken: what cannot be touched has no handle.
        shows_words: Whether parts are named.
        shows_values: Whether their values stand beside the names, as in the Lab.
        number: The words of V in the water; empty: none.
        curtain: How far the curtain is open, 0 to 1; None: there is none.
    """

    level_mv: float
    line_mv: float
    rest_line_mv: float
    inflow_na: float
    leak_na: float
    tap_na: float
    capacitance_nf: float
    resistance_mohm: float
    settle_mv: float | None = None
    adaptation: Cup | None = None
    cell: str = "pyramidal"
    spike_count: int = 0
    gulp_s: float | None = None
    gulp_length_s: float = GULP_S
    pulse_s: float | None = None
    is_band: bool = False
    rate_share: float = 0.0
    is_refractory: bool = False
    is_corked: bool = False
    is_pushed: bool = False
    is_time_held: bool = False
    held: str | None = None
    focused: str | None = None
    held_value: str = ""
    shows_handles: bool = True
    grips: tuple[str, ...] = GRIPS
    shows_words: bool = True
    shows_values: bool = False
    number: str = ""
    curtain: float | None = None

    def __post_init__(self) -> None:
        for name in ("level_mv", "line_mv", "rest_line_mv", "inflow_na", "leak_na"):
            if not isfinite(getattr(self, name)):
                raise ValueError(f"{name} is not a number: {getattr(self, name)}")
        for handle in (self.held, self.focused):
            if handle is not None and handle not in HANDLES:
                raise ValueError(f"no handle {handle!r}; there are {HANDLES}")

    @property
    def gulp_share(self) -> float | None:
        """How far the running gulp is, 0 to 1; None: no gulp."""
        if self.gulp_s is None:
            return None
        return min(max(self.gulp_s / self.gulp_length_s, 0.0), 1.0)

    @property
    def sucks(self) -> bool:
        """Whether the siphon runs full."""
        return self.gulp_s is not None or self.is_band or self.is_refractory
