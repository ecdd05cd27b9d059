"""Wet ink: the newest stretch, drawn anew in each frame until its columns are done.

A column is done once the pen is so far away that nothing can reach it any more. Until
then it is drawn with plain lines; they are cheap, and dry to what they will be.
"""

import math

import numpy as np
import pygame

from lifgame.content.palette import Colour
from lifgame.view.geometry import Point
from lifgame.view.look import Look
from lifgame.view.paper.brush import pieces, stroke, veil, way
from lifgame.view.paper.curves import BAND, FILL, FULL_MV, CurvePainter, volt_line
from lifgame.view.paper.lines import LinePainter
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.paper.ring import CACHE_LINE_PX
from lifgame.view.paper.samples import Line, quarters
from lifgame.view.paper.second import SecondPainter
from lifgame.view.paper.sheet import SheetPainter
from lifgame.view.paper.steps import StepPainter
from lifgame.view.paper.stroke import SUB, Floats
from lifgame.view.paper.swings import Bands
from lifgame.view.paper.writing import Pens, Rows, Writing

# Corners nearer to each other than this, in pixels, are thinned out.
NEAREST_PX = 4.0
LIGHT_PX = 24
# A line is followed from so far before the first column that is drawn.
NEIGHBOUR_PX = 6.0
# With more corners a column than this, each column is drawn as an upright stroke.
DENSE = 1.2


class WetPen:
    """One pen's fresh curve and the water under it.

    Args:
        colour: Of both.
        size: Of the plate.
        water: Rows at which the water is strongest, and at which it ends.
        top: The highest row that is ever written to.
        radius: Of the pen.
        lights: Radius and strength of the light round the stroke.
    """

    def __init__(
        self,
        colour: Colour,
        size: tuple[int, int],
        water: tuple[float, float],
        top: int,
        radius: float,
        lights: tuple[tuple[float, float], ...],
    ) -> None:
        full, none = water
        self._colour, self._radius, self._top = colour, radius, top
        self._floor = round(none)
        size = (size[0], max(1, self._floor - top))
        self._water = pygame.Surface(size, pygame.SRCALPHA)
        for row in range(size[1]):
            share = min((none - top - row - 0.5) / max(1.0, none - full), 1.0)
            alpha = FILL[0] + (FILL[1] - FILL[0]) * max(0.0, share)
            self._water.fill((*colour, round(255 * alpha)), (0, row, size[0], 1))
        self._band = pygame.Surface(size, pygame.SRCALPHA)
        self._band.fill((*colour, round(255 * BAND)))
        self._lights, total = [], 0.0
        for reach, strength in sorted(lights, reverse=True):
            total += (1.0 - total) * strength
            self._lights.append((reach, (*colour, round(255 * total))))

    def write(self, plate: pygame.Surface, points: list[Point]) -> None:
        """Draw a curve through points of the plate."""
        rows = [y for _, y in points]
        highest, lowest = int(min(rows)), math.ceil(max(rows)) + 1
        self._flood(plate, points, max(self._top, highest), lowest)
        cut = pieces(points)
        ways = [way(piece) for piece in cut]
        if self._lights:
            begin, size = highest - LIGHT_PX, lowest - highest + 2 * LIGHT_PX
            light = pygame.Surface((plate.get_width(), size), pygame.SRCALPHA)
            raised = [
                [(x, y - begin, dx, dy) for x, y, dx, dy in line] for line in ways
            ]
            for radius, colour in self._lights:
                veil(light, raised, radius, colour)
            plate.blit(light, (0, begin))
        stroke(plate, cut, ways, self._radius, self._colour)

    def _flood(
        self, plate: pygame.Surface, points: list[Point], highest: int, lowest: int
    ) -> None:
        """Lay the water under the curve, which lies between two rows."""
        (first, _), (last, _) = points[0], points[-1]
        left = max(0, math.ceil(first))
        width = math.floor(last) - left
        lowest = min(lowest, self._floor)
        if width <= 0:
            return
        if lowest > highest:
            # Only between these rows has the water another border than its own.
            place = (left, highest - self._top, width, lowest - highest)
            uneven = self._water.subsurface(place).copy()
            under = [(x - left, y - highest) for x, y in points]
            border = [(first - left, -1.0), *under, (last - left, -1.0)]
            pygame.draw.polygon(uneven, (0, 0, 0, 0), border)
            plate.blit(uneven, (left, highest))
        part = (left, lowest - self._top, width, self._floor - lowest)
        plate.blit(self._water, (left, lowest), part)

    def write_dense(
        self, plate: pygame.Surface, left: int, low: Floats, high: Floats
    ) -> None:
        """Draw a curve that goes up and down within each column."""
        radius, floor, top = self._radius, self._floor, self._top
        starts = np.floor(low - radius).astype(int).tolist()
        ends = np.ceil(high + radius).astype(int).tolist()
        water = [
            (self._water, (column, end), (0, end - top, 1, floor - end))
            for column, end in enumerate(ends, left)
            if end < floor
        ]
        plate.blits(water, doreturn=False)
        for column, (start, end) in enumerate(zip(starts, ends, strict=True), left):
            plate.fill(self._colour, (column, start, 1, end - start))

    def write_band(
        self, plate: pygame.Surface, columns: tuple[int, int], low: float, high: float
    ) -> None:
        """Draw a band between two rows, the higher place first."""
        (left, right), thick = columns, round(2.0 * self._radius)
        width, top, bottom = right - left, round(low), round(high)
        plate.blit(self._band, (left, top), (0, 0, width, bottom - top))
        below = (0, bottom - self._top, width, self._floor - bottom)
        plate.blit(self._water, (left, bottom), below)
        for row in (top, bottom):
            plate.fill(self._colour, (left, row - thick // 2, width, thick))


class WetInk:
    """Paints the columns that are not done yet, onto a plate of its own.

    Args:
        look: Colours.
        places: Of the recorder.
        columns: The most that it will be asked for.
        painters: Of blank paper, of curves, of a second curve, of steps, of lines and
            marks.
    """

    def __init__(
        self,
        look: Look,
        places: PaperPlaces,
        columns: int,
        painters: tuple[
            SheetPainter, CurvePainter, SecondPainter, StepPainter, LinePainter
        ],
    ) -> None:
        self._sheet, self._curves, self._second, self._steps, self._lines = painters
        self._rows, pens = Rows(places), Pens.of(look, places.unit)
        rows, self._pens = self._rows, pens
        size = (-(-columns // CACHE_LINE_PX) * CACHE_LINE_PX, rows.height)
        self._plate, self._blank = pygame.Surface(size), pygame.Surface(size)
        self._blank_of: object = None
        volts = (rows.volt(FULL_MV), rows.volt(0.0))
        self._volt = WetPen(
            look.colour("voltage"), size, volts, 0, pens.trace, pens.lights
        )
        amps = (float(rows.strip_top), float(rows.strip_bottom))
        top = rows.strip_top - 8
        self._amp = WetPen(look.colour("current"), size, amps, top, pens.current, ())

    def paint(self, first: int, columns: int, writing: Writing) -> pygame.Surface:
        """Paint some columns, from ``first`` on; what is beyond the pen stays blank."""
        plate = self._plate.subsurface((0, 0, columns, self._rows.height))
        self._clean(first, writing)
        plate.blit(self._blank, (0, 0))
        reach = self._pens.reach
        ticks = writing.ticks(first - reach, first + columns)
        if not len(ticks):
            self._lines.paint_flat_line(plate, first, writing)
            return plate
        rows, limit = self._rows, writing.frame.current_limit_na
        x = writing.columns(ticks, self._pens.trace)
        bands = writing.volts.over(first, writing.now)
        span = (float(first), writing.now)
        if len(bands):
            edges = (rows.volts(bands.high), rows.volts(bands.low))
            span = self._write_band(plate, self._volt, span, bands, edges)
        if span[0] < span[1]:
            level_mv = writing.frame.level_mv
            line = volt_line(ticks, x, writing, rows, level_mv)
            self._write(plate, self._volt, line, first, span)
        bands = writing.amps.over(first, writing.now)
        span = (float(first), writing.now)
        if len(bands):
            edges = (rows.amps(bands.high, limit), rows.amps(bands.low, limit))
            span = self._write_band(plate, self._amp, span, bands, edges)
        if span[0] < span[1]:
            line = self._curves.amp_line(ticks, writing)
            self._write(plate, self._amp, line, first, span)
        self._second.paint(plate, first, writing)
        self._steps.paint(plate, first, writing)
        self._lines.paint_marks(plate, first, ticks, x, writing)
        if writing.frame.shows_settle:
            self._lines.paint_settle(plate, first, ticks, writing)
        self._lines.paint_wet_threshold(plate, first, ticks, writing)
        return plate

    def _clean(self, first: int, writing: Writing) -> None:
        """Have blank paper from a column on; it is asked for in many frames."""
        key = (first, writing.axis, writing.frame.dt_ms)
        if key != self._blank_of:
            self._blank_of = key
            self._sheet.paint(self._blank, first, writing)

    def _write_band(
        self,
        plate: pygame.Surface,
        pen: WetPen,
        span: tuple[float, float],
        bands: Bands,
        edges: tuple[Floats, Floats],
    ) -> tuple[float, float]:
        """Write the band that stands for a curve; answer with what is left to write.

        Args:
            plate: What is written on.
            pen: What writes.
            span: The plate's first column, and the pen's.
            bands: At least one.
            edges: Rows of their upper and their lower edges.
        """
        first, until = int(span[0]), span[1]
        left = max(0, int(bands.start[0]) - first)
        end = min(float(bands.end[-1]), until)
        right = math.ceil(end) - first
        if right > left:
            rows = float(edges[0].min()), float(edges[1].max())
            pen.write_band(plate, (left, right), *rows)
        if end >= until:
            return float(first), float(first + left)
        return end, until

    def _write(
        self,
        plate: pygame.Surface,
        pen: WetPen,
        line: Line,
        first: int,
        span: tuple[float, float],
    ) -> None:
        """Write one curve between two columns."""
        begin, until = span
        if line.x[0] >= until:
            return
        if len(line.x) > DENSE * plate.get_width():
            one, other = math.floor(begin), math.ceil(until)
            low, high = quarters(line, one, other - one, until)
            low, high = low.reshape(-1, SUB).min(axis=1), high.reshape(-1, SUB).max(1)
            held = np.isfinite(low)
            left = one - first + int(np.argmax(held))
            pen.write_dense(plate, left, low[held], high[held])
        else:
            points = corners(line, begin, until, first)
            if len(points) > 1:
                pen.write(plate, points)


def corners(line: Line, begin: float, until: float, first: int) -> list[Point]:
    """The corners of a line from ``begin`` to ``until``, thinned where it is smooth."""
    one = max(0, int(line.x.searchsorted(begin - NEIGHBOUR_PX)) - 1)
    other = int(line.x.searchsorted(until, side="right"))
    xs, ys = line.x[one : other + 1].tolist(), line.y[one : other + 1].tolist()
    points: list[Point] = []
    for index, (x, y) in enumerate(zip(xs, ys, strict=True)):
        if x > until:
            if points:
                before_x, before_y = xs[index - 1], ys[index - 1]
                share = (until - before_x) / (x - before_x)
                points.append((until - first, before_y + (y - before_y) * share))
            break
        is_upright = (index and xs[index - 1] == x) or (
            index + 1 < len(xs) and xs[index + 1] == x
        )
        is_last = index == len(xs) - 1 or xs[index + 1] > until
        near = points and x - first - points[-1][0] < NEAREST_PX
        if is_upright or is_last or not near:
            points.append((x - first, y))
    return points
