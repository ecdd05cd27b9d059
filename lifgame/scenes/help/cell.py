"""The nerve cell beside the machine: what is the same has the same colour.

Paths are written in the design units of the picture, as SVG writes them.
"""

from math import cos, radians, sin

from pygame import Rect, Surface

from lifgame.content.palette import Colour, Palette
from lifgame.scenes.help.places import CELL_LEFT, HEAD, HelpPlaces
from lifgame.view.colours import mix
from lifgame.view.geometry import Point
from lifgame.view.machine.brush import Brush, stamp_large
from lifgame.view.machine.outlines import strokes

_ARMS = (
    ("M1418 350C1398 290 1358 270 1338 190", 34.0),
    ("M1360 268C1318 250 1298 252 1258 226", 22.0),
    ("M1478 350C1492 290 1524 260 1538 180", 34.0),
    ("M1516 256C1548 234 1568 234 1612 226", 22.0),
    ("M1358 440C1298 440 1264 460 1214 440", 26.0),
    ("M1376 500C1328 540 1298 560 1248 616", 26.0),
)
_BODY = (
    "M1448 326C1508 326 1554 370 1556 432C1558 490 1518 540 1480 568"
    "C1470 582 1470 600 1470 620H1428C1428 600 1428 582 1416 568"
    "C1378 542 1342 494 1342 434C1342 372 1390 326 1448 326Z"
)
_AXON = "M1449 610C1449 710 1488 736 1568 736H1778"
_ENDS = (
    "M1778 736C1808 736 1818 710 1838 696",
    "M1778 736C1808 736 1820 762 1840 770",
)
_NEXT = "M1858 650C1850 700 1850 760 1862 798"
# Place and direction in degrees.
_SYNAPSES = (
    (1330, 170, 72), (1244, 216, 30), (1546, 160, 110), (1630, 226, 176),
    (1204, 434, 6),
)  # fmt: skip
_CHANNELS = ((1555, 412, 4), (1554, 460, -6), (1536, 508, -34))
_SLEEVES = (1538, 1612, 1686)
_BOUTONS = ((1842, 696), (1842, 770))
_NUCLEUS = (1448, 438, 40)
_EDGE = 11.0


class NerveCell:
    """The cell in its place.

    Variables:
        rect: Everything that it may paint.
        zoom: Pixels per unit of the design.
    """

    def __init__(self, places: HelpPlaces, palette: Palette) -> None:
        self._palette = palette
        self._origin, self.zoom = places.cell, places.cell_zoom
        left, top = self.spot((1152, HEAD))
        right, bottom = self.spot((1910, 820))
        self.rect = Rect(round(left), round(top), round(right - left), 0)
        self.rect.height = round(bottom - top)

    def spot(self, point: Point) -> Point:
        """A point of the design on the screen."""
        return (
            self._origin[0] + (point[0] - CELL_LEFT) * self.zoom,
            self._origin[1] + (point[1] - HEAD) * self.zoom,
        )

    def paint(self, target: Surface) -> None:
        stamp_large(target, self.rect, self._all)

    def _all(self, brush: Brush) -> None:
        palette = self._palette
        inside = mix(palette.room_light, palette.water_bottom, 0.5)
        for colour, edge in ((palette.capacitance, _EDGE), (inside, 0.0)):
            self._flesh(brush, colour, edge)
        for edge, colour in ((20.0, palette.capacitance), (10.0, inside)):
            for path in _ENDS:
                self._line(brush, path, edge, colour)
        x, y, radius = _NUCLEUS
        self._disc(brush, (x, y), radius + 4, palette.voltage)
        self._disc(brush, (x, y), radius, mix(palette.room_dark, inside, 0.4))
        self._zone(brush)
        self._wrapping(brush)
        self._leaks(brush)
        self._inputs(brush)
        self._line(brush, _NEXT, 38.0, palette.capacitance)
        self._line(brush, _NEXT, 28.0, palette.cell_face)
        for bouton in _BOUTONS:
            self._disc(brush, bouton, 13.0, palette.spike)

    def _flesh(self, brush: Brush, colour: Colour, edge: float) -> None:
        """Dendrites, body and axon; once larger in the edge's colour."""
        for path, width in (*_ARMS, (_AXON, 34.0)):
            self._line(brush, path, width + edge, colour)
        for stroke in strokes(_BODY):
            spots = [self.spot(point) for point in stroke]
            brush.area(spots, colour)
            if edge:
                brush.line(spots, edge * self.zoom, colour)

    def _zone(self, brush: Brush) -> None:
        """Where the spike begins: the root of the axon."""
        palette, zoom = self._palette, self.zoom
        self._box(brush, (1424, 604, 50, 40), 8, palette.threshold_face)
        for x in (1432, 1449, 1466):
            ends = [self.spot((x, 609)), self.spot((x, 639))]
            brush.line(ends, 5 * zoom, palette.outline)

    def _wrapping(self, brush: Brush) -> None:
        palette = self._palette
        shine = mix(palette.sleeve, palette.edge, 0.6)
        for x in _SLEEVES:
            self._box(brush, (x - 2, 708, 66, 56), 26, palette.edge)
            self._box(brush, (x + 2, 712, 58, 48), 22, palette.sleeve)
            self._box(brush, (x + 12, 719, 38, 8), 4, shine)

    def _leaks(self, brush: Brush) -> None:
        """Channels that stand open in the membrane, and what runs out of them."""
        palette, zoom = self._palette, self.zoom
        for x, y, angle in _CHANNELS:
            for side in (-9, 9):
                ends = [
                    self.spot(_turned((x, y), (way, side), angle)) for way in (-8, 8)
                ]
                brush.line(ends, 15 * zoom, palette.outline)
                brush.line(ends, 11 * zoom, palette.resistance_face)
            for start in (16, 32):
                ends = [
                    self.spot(_turned((x, y), (way, 0), angle))
                    for way in (start, start + 8)
                ]
                brush.line(ends, 6 * zoom, palette.stream)

    def _inputs(self, brush: Brush) -> None:
        """Axons of other cells that end here."""
        palette, zoom = self._palette, self.zoom
        for x, y, angle in _SYNAPSES:

            def at(way: float, side: float = 0.0) -> Point:
                return self.spot(_turned((x, y), (way, side), angle))  # noqa: B023

            brush.line([at(-56), at(-22)], 9 * zoom, palette.current)
            cap = [at(-24, -12), at(-8, -12), at(0), at(-8, 12), at(-24, 12)]
            brush.area(cap, palette.current)
            brush.line([*cap, cap[0]], 6 * zoom, palette.current)
            for side in (-8, 0, 8):
                brush.disc(at(10, side), 3 * zoom, palette.current)

    def _line(self, brush: Brush, path: str, width: float, colour: Colour) -> None:
        for stroke in strokes(path):
            spots = [self.spot(point) for point in stroke]
            brush.line(spots, width * self.zoom, colour)

    def _disc(self, brush: Brush, at: Point, radius: float, colour: Colour) -> None:
        brush.disc(self.spot(at), radius * self.zoom, colour)

    def _box(
        self,
        brush: Brush,
        place: tuple[float, float, float, float],
        radius: float,
        colour: Colour,
    ) -> None:
        left, top = self.spot(place[:2])
        size = place[2] * self.zoom, place[3] * self.zoom
        brush.box((left, top, *size), radius * self.zoom, colour)


def _turned(at: Point, offset: Point, angle: float) -> Point:
    turn = radians(angle)
    (x, y), (way, side) = at, offset
    return (
        x + way * cos(turn) - side * sin(turn),
        y + way * sin(turn) + side * cos(turn),
    )
