"""The pen that icons are drawn with: round strokes on a square of 100 by 100 units.

The origin is the top left corner, y grows downwards, and angles are in degrees,
anticlockwise from the right, as in a figure. Drawings keep 6 units of margin.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import pygame

from lifgame.content.palette import Colour
from lifgame.view.geometry import Point
from lifgame.view.shapes import OVERSAMPLE, clear_canvas, shrink

Path = Sequence[Point]

UNITS = 100.0
STROKE = 8.0  # the weight of all symbols
FINE = 3.4  # the tips of dendrites and other details
TINT = 70  # alpha of a soft filling inside an outline
CUT = 0  # alpha that takes ink away
# Thinner strokes would fade away instead of getting finer.
THINNEST_PX = 1.15
CURVE_STEPS = 10


class Layer:
    """One colour of an icon. Every shape replaces what it covers in this layer."""

    def __init__(self, size_px: int, colour: Colour) -> None:
        self._canvas = clear_canvas((size_px, size_px), colour)
        self._colour = colour
        self._scale = size_px * OVERSAMPLE / UNITS

    def line(
        self,
        path: Path,
        width: float = STROKE,
        end_width: float | None = None,
        alpha: int = 255,
    ) -> None:
        """A stroke with round ends and joins, tapering evenly if asked to.

        Args:
            path: Corners, in units; sample curves with ``smooth`` or ``arc``.
            width: Width at the start, in units.
            end_width: Width at the end, in units; the same if not given.
            alpha: Opacity, 0 to 255; ``CUT`` removes ink.
        """
        last = width if end_width is None else end_width
        steps = max(1, len(path) - 1)
        halves = [
            self._half(width + (last - width) * i / steps) for i in range(len(path))
        ]
        ink = (*self._colour, alpha)
        spots = [self._spot(point) for point in path]
        for spot, half in zip(spots, halves, strict=True):
            pygame.draw.circle(self._canvas, ink, spot, half)
        for (a, half_a), (b, half_b) in pairwise(zip(spots, halves, strict=True)):
            self._slab(a, half_a, b, half_b, ink)

    def disc(self, centre: Point, radius: float, alpha: int = 255) -> None:
        """A filled circle; ``centre`` and ``radius`` in units."""
        half = self._half(2 * radius)
        pygame.draw.circle(
            self._canvas, (*self._colour, alpha), self._spot(centre), half
        )

    def area(self, path: Path, rounding: float = 0.0, alpha: int = 255) -> None:
        """A filled polygon, grown by ``rounding`` units, which rounds its corners."""
        ink = (*self._colour, alpha)
        pygame.draw.polygon(self._canvas, ink, [self._spot(point) for point in path])
        if rounding:
            self.line([*path, path[0]], 2 * rounding, alpha=alpha)

    def outline(self, path: Path, width: float = STROKE, tint: int = TINT) -> None:
        """A closed stroke around a soft filling."""
        self.area(path, alpha=tint)
        self.line([*path, path[0]], width)

    def finished(self) -> pygame.Surface:
        """The layer at its true size."""
        return shrink(self._canvas)

    def _spot(self, point: Point) -> tuple[float, float]:
        return point[0] * self._scale, point[1] * self._scale

    def _half(self, width: float) -> float:
        return max(width * self._scale, THINNEST_PX * OVERSAMPLE) / 2

    def _slab(
        self,
        a: Point,
        half_a: float,
        b: Point,
        half_b: float,
        ink: tuple[int, int, int, int],
    ) -> None:
        """The straight piece between two discs."""
        length = math.dist(a, b)
        if length == 0:
            return
        across_x, across_y = (a[1] - b[1]) / length, (b[0] - a[0]) / length
        corners = [
            (spot[0] + side * across_x, spot[1] + side * across_y)
            for spot, side in ((a, half_a), (b, half_b), (b, -half_b), (a, -half_a))
        ]
        pygame.draw.polygon(self._canvas, ink, corners)


# Paints one icon: first the body's colour, then the accent that lies on top.
Painter = Callable[[Layer, Layer], None]


def polar(centre: Point, angle_deg: float, radius: float) -> Point:
    """The point at a distance and direction from another, in units and degrees."""
    angle = math.radians(angle_deg)
    return (
        centre[0] + radius * math.cos(angle),
        centre[1] - radius * math.sin(angle),
    )


def arc(
    centre: Point,
    radius: float,
    start_deg: float,
    end_deg: float,
    flatness: float = 1.0,
) -> list[Point]:
    """A piece of a circle, or of an ellipse whose height is ``flatness`` widths."""
    steps = max(6, round(abs(end_deg - start_deg) / 6))
    points = []
    for i in range(steps + 1):
        x, y = polar((0, 0), start_deg + (end_deg - start_deg) * i / steps, radius)
        points.append((centre[0] + x, centre[1] + y * flatness))
    return points


def smooth(points: Path) -> list[Point]:
    """A curve through all points (uniform Catmull-Rom spline)."""
    padded = [points[0], *points, points[-1]]
    path = [points[0]]
    for i in range(len(points) - 1):
        before, a, b, after = padded[i : i + 4]
        for step in range(1, CURVE_STEPS + 1):
            t = step / CURVE_STEPS
            path.append(
                (
                    _spline(before[0], a[0], b[0], after[0], t),
                    _spline(before[1], a[1], b[1], after[1], t),
                )
            )
    return path


def _spline(before: float, a: float, b: float, after: float, t: float) -> float:
    linear = b - before
    square = 2 * before - 5 * a + 4 * b - after
    cube = 3 * (a - b) + after - before
    return a + 0.5 * t * (linear + t * (square + t * cube))


def mirrored(path: Iterable[Point], axis: float = UNITS / 2) -> list[Point]:
    """A path reflected at a vertical axis."""
    return [(2 * axis - x, y) for x, y in path]


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """The corners of an upright rectangle."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]
