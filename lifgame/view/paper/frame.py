"""What the chart recorder shows in one frame."""

from dataclasses import dataclass

from lifgame.view.paper.axis import TempoMark
from lifgame.view.paper.record import Record

# Design units: what is drawn of a second curve, and what is left out.
SECOND_DASH = (20.0, 13.0)


@dataclass(frozen=True, slots=True)
class SecondCurve:
    """Another V on the same paper and the same scale, dashed.

    Attributes:
        record: Its past; its ticks are those of the first curve.
        level_mv: Its V at the pen now.
        role: Its colour.
        label: The letter that names it; empty: none.
        dash: Lengths of a dash and of the gap after it, in design units.
    """

    record: Record
    level_mv: float
    role: str = "second"
    label: str = ""
    dash: tuple[float, float] = SECOND_DASH

    @property
    def look(self) -> tuple[object, ...]:
        """All by which its past looks otherwise."""
        return self.record, self.role, self.label, self.dash


@dataclass(frozen=True, slots=True)
class Mark:
    """A ring round a place of a curve.

    Attributes:
        end_tick: When that was, in ticks since the start.
        level_mv: How high.
        role: Its colour.
    """

    end_tick: float
    level_mv: float
    role: str


@dataclass(frozen=True, slots=True)
class PaperFrame:
    """A moment of the recorder.

    Attributes:
        record: The past, tick by tick; held ticks must reach back over the paper.
        edge_tick: Where the pen is, in ticks since the start, with the fraction of
            the way to the newest; any earlier time scrubs.
        tempos: Changes of tempo, oldest first; the last one is in force.
        dt_ms: Simulated time of one tick, in ms.
        level_mv: V at the pen now; during a gulp it falls while the clock stands.
        line_mv: The flush line now; it stands on the paper before the first tick.
        current_na: I at the pen now.
        current_limit_na: The top of the current's axis: 3, 5 or 10 nA.
        span_ms: Simulated time across the paper; None: the paper runs, as in Play.
        shows_settle: Whether the dotted line is drawn where V would settle.
        paused: Whether the clock stands.
        is_band: Whether spikes come faster than two a second of real time.
        second: Another curve on the same paper; None: none.
        shows_steps: Whether dots tell the steps in which the first curve was made.
        label: The letter that names the first curve, where there are two.
        marks: What stands out on the curves.

    Raises:
        ValueError: If a number is out of its range, or no tempo is given.
    """

    record: Record
    edge_tick: float
    tempos: tuple[TempoMark, ...]
    dt_ms: float
    level_mv: float
    line_mv: float
    current_na: float
    current_limit_na: float = 3.0
    span_ms: float | None = None
    shows_settle: bool = True
    paused: bool = False
    is_band: bool = False
    second: SecondCurve | None = None
    label: str = ""
    shows_steps: bool = False
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        if not self.tempos:
            raise ValueError("a frame needs the tempo")
        if self.edge_tick < 0.0 or self.dt_ms <= 0.0 or self.current_limit_na <= 0.0:
            raise ValueError("edge_tick, dt_ms or current_limit_na is out of range")
        if self.span_ms is not None and self.span_ms <= 0.0:
            raise ValueError(f"a span of {self.span_ms:g} ms is not allowed")

    @property
    def letters(self) -> tuple[object, ...]:
        """Which curves there are, and what names and marks them."""
        return self.label, self.second and self.second.look, self.marks

    @property
    def tempo(self) -> float:
        """Simulated seconds per real second, now."""
        return self.tempos[-1].tempo
