"""Where the chart recorder stands: paper, strip of the current, roll and ruler."""

from dataclasses import dataclass
from functools import cached_property

import pygame

from lifgame.view.scale import Scale

# Design units: paper under the strip of the current, for the holes and the edge.
FOOT = 22.0
RAIL = 4.0
RAIL_GAP = 5.0
TIMES = 32.0


@dataclass(frozen=True)
class PaperPlaces:
    """The places of the recorder's parts, in pixels.

    Attributes:
        paper: Where V is written, or the whole sheet; it leaves at its left.
        current: The strip of I on the same sheet, below 0 mV.
        pen_x: The column at which the pens write, which is now.
        roll: The upright roll out of which the paper comes, right of the pen.
        ruler: From the roll to the bucket's wall; its ticks end at its right.
        scale: From millivolts to rows, shared with the machine.
        unit: Screen pixels per design unit.
        px_per_s: How fast the paper runs in Play, in pixels per real second.
        has_times: Whether there is room for a row of numbers under the paper.

    Raises:
        ValueError: If parts do not stand as told, or a measure is not above 0.
    """

    paper: pygame.Rect
    current: pygame.Rect
    pen_x: int
    roll: pygame.Rect
    ruler: pygame.Rect
    scale: Scale
    unit: float
    px_per_s: float
    has_times: bool = True

    def __post_init__(self) -> None:
        if self.unit <= 0.0 or self.px_per_s <= 0.0:
            raise ValueError("unit and px_per_s must be above 0")
        if not self.paper.left < self.pen_x <= self.roll.left:
            raise ValueError("the pen stands between the paper and the roll")
        if self.current.top <= self.scale.y(0.0) or self.current.height < 4:
            raise ValueError("the strip of the current lies below 0 mV")

    def px(self, design: float) -> int:
        """A length of the design in whole pixels, at least one."""
        return max(1, round(design * self.unit))

    @cached_property
    def sheet(self) -> pygame.Rect:
        """All paper, from where it leaves the picture to where the roll hides it."""
        left, top = self.paper.topleft
        bottom = max(self.paper.bottom, self.current.bottom + self.px(FOOT))
        return pygame.Rect(left, top, self.roll.left - left, bottom - top)

    @cached_property
    def lip(self) -> int:
        """Columns of unwritten paper between pen and roll."""
        return self.roll.left - self.pen_x

    @cached_property
    def rails(self) -> tuple[pygame.Rect, pygame.Rect]:
        """The two rails along which the paper runs."""
        sheet, thick, gap = self.sheet, self.px(RAIL), self.px(RAIL_GAP)
        upper = pygame.Rect(sheet.left, sheet.top - gap - thick // 2, 0, thick)
        upper.width = sheet.width
        return upper, upper.move(0, sheet.height + 2 * gap)

    @cached_property
    def times(self) -> pygame.Rect:
        """The row of numbers under the paper, in the Lab."""
        rail = self.rails[1]
        height = self.px(TIMES) if self.has_times else 0
        return pygame.Rect(rail.left, rail.bottom, rail.width, height)

    @cached_property
    def roll_area(self) -> pygame.Rect:
        """All that the roll, its caps and the current's pen may cover."""
        right = max(self.roll.right + self.px(6), self.pen_x + self.px(28))
        left = self.roll.left - self.px(5)
        top, bottom = self.roll.top - self.px(5), self.roll.bottom + self.px(5)
        return pygame.Rect(left, top, right - left, bottom - top)
