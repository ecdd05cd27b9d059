"""One moment of the machine: the frame's numbers and what moves for the eye alone."""

from dataclasses import dataclass, field

from pygame import Rect, Surface

from lifgame.view.machine.drops import Drops
from lifgame.view.machine.frame import MachineFrame
from lifgame.view.machine.places import MachinePlaces


@dataclass(slots=True)
class Moment:
    """What the parts of the machine are painted from.

    Attributes:
        places: Where everything stands now.
        frame: The numbers.
        level_y: Row of the water's surface, which is the pen's row.
        line_y: Row of the flush line.
        wave: Phase of the waves, a whole number of ``water.PHASES``.
        swell: Height of the waves, 0 (flat) to ``water.SWELLS``.
        still_gulp: Whether a gulp is shown as two pictures that fade.
        run_px: How far the streams have run.
        tap_na: What the wheel shows: it turns, it does not jump.
        leak_na: What leaks, as it is written: often enough, and no oftener.
        light: The lamp, 0 to 1.
        pop: How much the counter is blown up, 0 to 1.
        shown_count: The number at the lamp, which counts when the pulse arrives.
        pulses: Ages of the pulses under way, in seconds.
        splash: Drops over the water.
        spill: Drops at the gutter.
        bubbles: Air under the stream.
    """

    places: MachinePlaces
    frame: MachineFrame
    level_y: int = 0
    line_y: int = 0
    wave: int = 0
    swell: int = 0
    still_gulp: bool = False
    run_px: int = 0
    tap_na: float = 0.0
    leak_na: float = 0.0
    light: float = 0.0
    pop: float = 0.0
    shown_count: int = 0
    pulses: tuple[float, ...] = ()
    splash: Drops = field(default_factory=Drops)
    spill: Drops = field(default_factory=Drops)
    bubbles: Drops = field(default_factory=Drops)

    def __post_init__(self) -> None:
        self.show(self.places, self.frame)

    def show(self, places: MachinePlaces, frame: MachineFrame) -> None:
        """Take a frame's numbers; rows are looked up once, many parts ask for them."""
        self.places, self.frame = places, frame
        row = places.scale.row(max(frame.level_mv, 0.0))
        # A lowered line may leave V far above it: the bucket is full, not more.
        self.level_y = max(row, places.inside.top)
        # Adaptation may lift the line beyond the glass: there it stays at the rim, or
        # it would run through the sentence.
        self.line_y = max(places.scale.row(frame.line_mv), places.inside.top)


class Part:
    """A part of the picture that changes on its own.

    As long as its face is the same, so are its pixels, and they lie in its areas.
    """

    def face(self, moment: Moment) -> object:
        """What it shows, to be compared."""
        raise NotImplementedError

    def areas(self, moment: Moment) -> list[Rect]:
        """Everywhere that it paints."""
        raise NotImplementedError

    def changed(
        self, before: object, face: object, moment: Moment
    ) -> list[Rect] | None:
        """Where it looks otherwise with another face; None: everywhere."""
        return None

    def draw(self, canvas: Surface, moment: Moment) -> None:
        raise NotImplementedError
