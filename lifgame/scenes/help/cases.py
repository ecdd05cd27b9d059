"""The small drawings on Help's card: each part in two cases.

A case is drawn in a box of 200 by 140 units round its middle, x to the right and y
down; its floor stands at y = 60.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pygame import Rect, Surface

from lifgame.content.palette import Palette
from lifgame.view.colours import mix
from lifgame.view.look import BOLD, Look
from lifgame.view.machine.brush import Brush

WIDE, HIGH = 200.0, 140.0
FLOOR = 60.0
RIM = -62.0
BANDS = 12


@dataclass(frozen=True, slots=True)
class Pen:
    """A brush in a case's units."""

    brush: Brush
    middle: tuple[int, int]
    unit: float
    palette: Palette

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.middle[0] + x * self.unit, self.middle[1] + y * self.unit

    def line(self, points: list[tuple[float, float]], width: float, role: str) -> None:
        spots = [self.at(*point) for point in points]
        thick = max(1.5, width * self.unit)
        self.brush.line(spots, thick, self.palette.colour(role))

    def box(
        self, left: float, top: float, right: float, bottom: float, role: str,
        radius: float = 0.0,
    ) -> None:  # fmt: skip
        x, y = self.at(left, top)
        size = (right - left) * self.unit, (bottom - top) * self.unit
        colour = self.palette.colour(role)
        self.brush.box((x, y, *size), radius * self.unit, colour)

    def disc(self, x: float, y: float, radius: float, role: str) -> None:
        self.brush.disc(self.at(x, y), radius * self.unit, self.palette.colour(role))

    def bucket(self, half: float, level: float) -> None:
        """A bucket of a width with water up to a level."""
        if level < FLOOR:
            self.water(-half, level, half)
            self.line([(-half, level), (half, level)], 5, "crest")
        walls = [(-half, RIM), (-half, FLOOR), (half, FLOOR), (half, RIM)]
        self.line(walls, 7, "glass")

    def water(self, left: float, level: float, right: float) -> None:
        """Bright at its surface, dark at the floor."""
        palette, deep = self.palette, FLOOR - level
        for band in range(BANDS):
            top = level + deep * band / BANDS
            colour = mix(palette.water_top, palette.water_bottom, band / (BANDS - 1))
            x, y = self.at(left, top)
            size = (right - left) * self.unit, (FLOOR - top) * self.unit
            self.brush.box((x, y, *size), 0, colour)

    def measure(self, x: float, level: float) -> None:
        """The height of the water, as a dimension line."""
        self.line([(x, level), (x, FLOOR)], 4, "voltage")
        for y in (level, FLOOR):
            self.line([(x - 8, y), (x + 8, y)], 4, "voltage")


def _tap(pen: Pen, *, is_second: bool) -> None:
    pen.bucket(60, 20 if is_second else 44)
    pen.box(-22, -70, 22, -54, "metal_light", 4)
    half = 12 if is_second else 4
    pen.box(-half, -54, half, 20 if is_second else 44, "stream")


def _line(pen: Pen, *, is_second: bool) -> None:
    level = -34 if is_second else 12
    pen.bucket(52, level + 3)
    for x in range(-84, 70, 28):
        pen.line([(x, level), (x + 14, level)], 6, "threshold")
    tip = [(66.0, level), (78.0, level - 13), (78.0, level + 13)]
    pen.brush.area([pen.at(*p) for p in tip], pen.palette.colour("threshold_face"))
    pen.box(76, level - 13, 98, level + 13, "threshold_face", 4)


def _width(pen: Pen, *, is_second: bool) -> None:
    half, level = (70, 26) if is_second else (26, -32)
    pen.bucket(half, level)
    pen.measure(-half - 20, level)


def _leak(pen: Pen, *, is_second: bool) -> None:
    pen.bucket(48, -20)
    top = 38 if is_second else 6
    pen.box(44, top, 74, FLOOR, "resistance_face", 5)
    for x, y in ((52, 52), (62, 46), (68, 54), (54, 26), (64, 18), (58, 36)):
        if y > top + 4:
            pen.disc(x, y, 3, "felt_pore")
    width, reach = (5, 84) if is_second else (18, 94)
    middle = (top + FLOOR) / 2
    pen.line([(74, middle), (reach, middle + 8), (reach, 74)], width, "stream")


def _water(pen: Pen, *, is_second: bool) -> None:
    level = -30 if is_second else 24
    pen.bucket(50, level)
    pen.box(-32, level - 14, 4, level + 8, "knob", 9)
    pen.box(-32, level - 2, 4, level + 8, "voltage", 6)
    pen.line([(-24, level - 2), (-84, level - 2)], 6, "glass")
    tip = [(-78.0, level - 14), (-98.0, level - 2), (-78.0, level + 10)]
    pen.brush.area([pen.at(*p) for p in tip], pen.palette.colour("voltage"))


def _siphon(pen: Pen, *, is_second: bool) -> None:
    level = 54 if is_second else -24
    pen.bucket(58, level)
    tube = [
        (0.0, 50.0), (0.0, -14.0), (6.0, -30.0), (19.0, -36.0), (32.0, -30.0),
        (38.0, -14.0), (38.0, 74.0),
    ]  # fmt: skip
    pen.line(tube, 24, "glass")
    pen.line(tube, 14, "stream" if is_second else "air")
    if not is_second:
        pen.line([(0.0, 50.0), (0.0, -20.0)], 14, "water_top")


def _pipe(pen: Pen, *, is_second: bool) -> None:
    pen.line([(-96, 0), (96, 0)], 40, "edge")
    pen.line([(-96, 0), (96, 0)], 30, "air")
    for x in (-62, 0, 62):
        pen.box(x - 26, -28, x + 26, 28, "edge", 18)
        pen.box(x - 21, -23, x + 21, 23, "sleeve", 15)
    x = 31 if is_second else -31
    pen.line([(x, -26), (x, 26)], 12, "outline")
    pen.line([(x, -26), (x, 26)], 8, "spike")
    for y in (-48, 48):
        pen.line([(x, y * 0.8), (x, y)], 6, "spike")


def _lamp(pen: Pen, *, is_second: bool) -> None:
    pen.box(-54, 38, -18, 70, "metal_light", 4)
    pen.disc(-36, 0, 46, "lamp_rim")
    pen.disc(-36, 0, 41, "lamp_face")
    wire = [(-52, 34), (-56, 0), (-46, -14), (-36, 0), (-26, -14), (-16, 0), (-20, 34)]
    pen.line([(float(x), float(y)) for x, y in wire], 5, "outline")


_CASES: dict[str, Callable[..., None]] = {
    "tap": _tap,
    "line": _line,
    "width": _width,
    "leak": _leak,
    "water": _water,
    "siphon": _siphon,
    "pipe": _pipe,
    "lamp": _lamp,
}


def paint_case(
    target: Surface, look: Look, part: str, room: Rect, *, is_second: bool
) -> None:
    """One of a part's two cases, as large as its room allows."""
    unit = min(room.width / WIDE, room.height / (HIGH + 12))
    pen = Pen(Brush(room), room.center, unit, look.palette)
    _CASES[part](pen, is_second=is_second)
    target.blit(pen.brush.finished(), room)
    if part == "lamp":
        size = max(10, round(96 * unit))
        number = look.text("2" if is_second else "1", size, "spike", BOLD)
        spot = number.get_rect(center=pen.at(58, 0))
        target.blit(number, spot)
