"""The nerve cell behind the machine: faint, its body where the bucket stands."""

from collections.abc import Iterator
from math import cos, radians, sin

from pygame import Rect, Surface

from lifgame.content.palette import Colour, Palette
from lifgame.view.geometry import Point
from lifgame.view.machine.brush import Brush, stamp_large
from lifgame.view.machine.cells import NEIGHBOUR, cell_named
from lifgame.view.machine.outlines import strokes
from lifgame.view.machine.places import MachinePlaces

EDGE = 4.0
WIDTHS = (7.2, 13.2)  # least and most pixels of a cell's unit in the large landscape


class Silhouette:
    """One neuron type in its place."""

    def __init__(self, id: str, places: MachinePlaces) -> None:
        cell = cell_named(id)
        inside, unit = places.inside, places.detail
        self._cell = cell
        size = min(max(inside.width / unit / 32, WIDTHS[0]), WIDTHS[1])
        self._scale = size * cell.size * unit
        rise = cell.rise * places.scale.px_per_mv / 17
        self._middle = inside.centerx, places.floor_y - rise
        self._edge = max(1.5, EDGE * unit)

    def paint(self, target: Surface, palette: Palette) -> None:
        """All parts in the edge's colour and thicker, then all in the face's."""
        reach = round(56 * self._scale)
        rect = Rect(0, 0, 2 * reach, 2 * reach)
        x, y = self._spot((0, 0))
        rect.center = round(x), round(y)

        def painted(brush: Brush) -> None:
            self._row(brush, palette)
            self._all(brush, palette.cell_edge, self._edge)
            self._all(brush, palette.cell_face, 0.0)
            self._sleeves(brush, palette)

        stamp_large(target, rect, painted)

    def _spot(self, point: Point) -> Point:
        return (
            self._middle[0] + (point[0] - self._cell.at[0]) * self._scale,
            self._middle[1] + (point[1] - self._cell.at[1]) * self._scale,
        )

    def _all(self, brush: Brush, colour: Colour, edge: float) -> None:
        cell, scale = self._cell, self._scale
        for path, width in (*cell.arms, *cell.axon):
            for stroke in strokes(path):
                spots = [self._spot(point) for point in stroke]
                brush.line(spots, width * scale + 2 * edge, colour)
        for x, y, radius in cell.dots:
            brush.disc(self._spot((x, y)), radius * scale + edge, colour)
        for stroke in strokes(cell.body):
            spots = [self._spot(point) for point in stroke]
            brush.area(spots, colour)
            brush.line(spots, 1.5 * scale + 2 * edge, colour)

    def _row(self, brush: Brush, palette: Palette) -> None:
        for x, y, angle in self._cell.row:
            for stroke in strokes(NEIGHBOUR):
                turned = _turned(stroke, angle)
                spots = [self._spot((x + p[0], y + p[1])) for p in turned]
                brush.area(spots, palette.cell_face)
                brush.line(spots, self._edge * 0.7, palette.cell_edge)

    def _sleeves(self, brush: Brush, palette: Palette) -> None:
        for x, y, width, height, angle in self._cell.sleeves:
            half = (width - height) / 2
            ends = _turned([(-half, 0.0), (half, 0.0)], angle)
            spots = [self._spot((x + p[0], y + p[1])) for p in ends]
            thick = height * self._scale
            brush.line(spots, thick + 2 * self._edge, palette.cell_edge)
            brush.line(spots, thick, palette.cell_face)


def _turned(points: list[Point], angle: float) -> Iterator[Point]:
    turn = radians(angle)
    for x, y in points:
        yield x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)
