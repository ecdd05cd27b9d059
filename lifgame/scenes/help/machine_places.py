"""Where the machine's parts stand in Help, where room is left for all their names."""

from dataclasses import dataclass, replace
from functools import cached_property

from lifgame.scenes.help.places import HelpPlaces
from lifgame.view.machine.forms import LANDSCAPE, Form
from lifgame.view.machine.places import MachinePlaces

# fmt: off
_ROW = replace(
    LANDSCAPE, detail=0.82, pen_x=276, wall_x=344, floor_y=676, px_per_mv=13.2,
    width_1nf=196, current=(710, 762), axon_y=788, tap=(182, 46), nozzle=16,
    lamp=(1066, 700, 40), gutter=(150, 830), jet=52, grip_mv=12.4,
    tag=(58, 62), pill=(42, 72), knob=(70, 42), word_size=24, words_end=1140,
    paper_speed=72, sheath=960)
# fmt: on


@dataclass(frozen=True)
class HelpMachinePlaces(MachinePlaces):
    """The machine at the left of its picture, as large as Help wants it.

    Attributes:
        design: Width and height of the picture's design.
        pixels: Pixels per unit of that design.
    """

    design: tuple[float, float] = (1920.0, 820.0)
    pixels: float = 1.0

    @classmethod
    def of(
        cls, places: HelpPlaces, text_scale: float, c_nf: float
    ) -> "HelpMachinePlaces":
        """The places in a page of Help."""
        return cls(
            places.picture,
            "landscape",
            places.unit,
            text_scale,
            c_nf,
            design=places.design,
            pixels=places.zoom,
        )

    @cached_property
    def row(self) -> Form:
        return replace(_ROW, size=self.design)

    @cached_property
    def zoom(self) -> float:
        return self.pixels

    @cached_property
    def touch_px(self) -> int:
        """Nothing is dragged here: no handle gives way to a finger."""
        return self.px(48)

    @cached_property
    def _right(self) -> int:
        return self.picture.right

    @cached_property
    def paper_width(self) -> float:
        return self.pen_x - self.picture.left
