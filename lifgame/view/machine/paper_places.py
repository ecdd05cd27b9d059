"""What the paper shares with the machine beside it."""

from dataclasses import dataclass

from pygame import Rect

from lifgame.view.scale import Scale


@dataclass(frozen=True)
class PaperPlaces:
    """Places, scale and speed, in pixels.

    Attributes:
        paper: The paper's whole place; its right edge is the pen.
        current: The strip of the current, within the paper.
        pen_x: Column of both pens' tips.
        roll: The upright roll that the paper comes from, right of the pen.
        ruler: Between roll and wall, where the one scale stands.
        scale: Millivolts to pixels.
        unit: Pixels of one unit of detail.
        px_per_s: How fast the paper runs in Play, on the wall's clock.
    """

    paper: Rect
    current: Rect
    pen_x: int
    roll: Rect
    ruler: Rect
    scale: Scale
    unit: float
    px_per_s: float
