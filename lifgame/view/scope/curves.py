"""What the scope's two strips show: V(t) with its lines and spikes, and I(t)."""

import math
from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from lifgame.content.palette import Colour
from lifgame.model.record import Record
from lifgame.view import shapes
from lifgame.view.colours import mix
from lifgame.view.geometry import Point
from lifgame.view.look import Look
from lifgame.view.scope.axes import (
    VOLTAGE_TICKS_MV,
    grid_step_ms,
)
from lifgame.view.scope.plot import (
    NEIGHBOUR_PX,
    Piece,
    TimeAxis,
    fill_blocks,
    polyline,
    read_piece,
    runs,
    without_flat,
)

# Ink further out than this many heights is pulled in, so that no number overflows.
FAR = 4.0
# A current that moves more than this in a tick, in pixels, jumps and does not glide.
JUMP_PX = 3.0


@dataclass(slots=True)
class Curve:
    """A strip's contents: a trace on an axis from ``low`` to ``high``.

    Attributes:
        look: Colours and scale.
        height: Of the strip, in pixels.
        pad_px: Space left free at the top and the bottom, in pixels.
        low: Value at the bottom.
        high: Value at the top.
        trace: Where the ticks come from.
        axis: Which column shows which tick.
    """

    look: Look
    height: int
    pad_px: int
    low: float
    high: float
    trace: Record
    axis: TimeAxis

    def y(self, value: float) -> float:
        """The row of a value, 0 at the top; may lie outside the strip."""
        inside = self.height - 1 - 2 * self.pad_px
        return self.pad_px + inside * (self.high - value) / (self.high - self.low)

    def rows_y(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """The rows of many values, kept within a few heights."""
        inside = self.height - 1 - 2 * self.pad_px
        y = self.pad_px + inside * (self.high - values) / (self.high - self.low)
        return np.clip(y, -FAR * self.height, FAR * self.height)

    def line_px(self, design: float) -> int:
        """A line's width: thinner where the window crowds much onto the screen."""
        crowded = min(1.0, max(0.5, 750.0 / self.axis.window_ms))
        # Two pixels wide, pygame's smooth lines are beaded at their joints.
        least = 3 if crowded == 1.0 else 2
        return max(least, round(design * crowded * self.look.unit))

    def piece(self, canvas: pygame.Surface, first_column: int) -> Piece:
        width = canvas.get_width()
        return read_piece(self.trace, self.axis, first_column, width)

    def paint_grid(
        self, canvas: pygame.Surface, first_column: int, values: tuple[float, ...]
    ) -> None:
        """The ground, a line at each value, and upright lines at round times."""
        canvas.fill(self.look.colour("well"))
        look = self.look
        colour = mix(look.colour("well"), look.colour("grid"), 0.8)
        thick = look.px(1.5)
        for value in values:
            row = round(self.y(value)) - thick // 2
            canvas.fill(colour, (0, row, canvas.get_width(), thick))
        step_px = grid_step_ms(self.axis.window_ms) * self.axis.px_per_ms
        number = math.floor(first_column / step_px)
        while (column := round(number * step_px)) < first_column + canvas.get_width():
            spot = column - first_column - thick // 2
            canvas.fill(colour, (spot, 0, thick, self.height))
            number += 1


class VoltageCurve(Curve):
    """V(t) with the threshold, the level where V would settle, and the spikes."""

    __slots__ = ()

    def paint(self, canvas: pygame.Surface, first_column: int) -> None:
        """Paint a piece of the world whole."""
        self.paint_grid(canvas, first_column, VOLTAGE_TICKS_MV)
        piece = self.piece(canvas, first_column)
        if len(piece.data) == 0:
            return
        spiked: list[int] = np.flatnonzero(piece.data.spikes).tolist()
        self._paint_settle(canvas, piece)
        self._paint_trace(canvas, piece)
        self._paint_below(canvas, piece)
        self._paint_threshold(canvas, piece)
        self._paint_spikes(canvas, piece, spiked)

    def _paint_settle(self, canvas: pygame.Surface, piece: Piece) -> None:
        """Dots at every so many world columns, each at the level of its moment."""
        period = self.look.px(10)
        radius = max(1, round(1.6 * self.look.unit))
        dot = shapes.disc(radius, self.look.colour("settle"))
        start = -(piece.first_column % period)
        columns = np.arange(start, canvas.get_width() + period, period)
        for column, row in zip(columns.tolist(), piece.rows_at(columns), strict=True):
            if row >= 0:
                y = round(self.y(float(piece.data.settle_mv[row])))
                if -radius < y < self.height + radius:
                    canvas.blit(dot, (column - radius, y - radius + 1))

    def _paint_threshold(self, canvas: pygame.Surface, piece: Piece) -> None:
        dash, period = self.look.px(14), self.look.px(22)
        thick = self.look.px(3)
        columns = np.arange(canvas.get_width())
        rows = piece.rows_at(columns)
        y = np.rint(self.rows_y(piece.data.threshold_mv)).astype(np.int64)[rows]
        inked = (rows >= 0) & ((columns + piece.first_column) % period < dash)
        for start, end, row in runs(np.where(inked, y, -1)):
            if row >= 0:
                spot = (start, row - thick // 2, end - start, thick)
                canvas.fill(self.look.colour("threshold"), spot)

    def _paint_trace(self, canvas: pygame.Surface, piece: Piece) -> None:
        data = piece.data
        x, y = piece.x_px.tolist(), self.rows_y(data.voltage_mv).tolist()
        spikes = data.spikes > 0
        turns = np.zeros(len(data), np.bool_)
        slopes = np.diff(data.voltage_mv)
        turns[1:-1] = slopes[:-1] * slopes[1:] < 0.0
        points: list[Point] = []
        for row in piece.kept_rows(spikes, turns):
            if spikes[row]:
                # Whole columns: the fall and the mark above it stay crisp.
                column = math.floor(x[row] + 0.5)
                points.append((column, self.y(float(data.threshold_mv[row]))))
                points.append((column, y[row]))
            else:
                points.append((x[row], y[row]))
        well, colour = self.look.colour("well"), self.look.colour("voltage")
        core = self.line_px(4)
        passes: list[tuple[float, Colour]] = [(core, colour)]
        if glow := self.look.palette.glow:
            passes = [
                (core + 8 * self.look.unit, mix(well, colour, 0.10 * glow)),
                (core + 4 * self.look.unit, mix(well, colour, 0.24 * glow)),
                *passes,
            ]
        polyline(canvas, without_flat(points), passes)

    def _paint_below(self, canvas: pygame.Surface, piece: Piece) -> None:
        """Ticks along the bottom where V is below the axis: dashes, not a line."""
        columns = np.arange(canvas.get_width())
        rows = piece.rows_at(columns)
        is_below = (rows >= 0) & (piece.data.voltage_mv[rows] < self.low)
        inked = is_below & (
            (columns + piece.first_column) % self.look.px(8) < self.look.px(4)
        )
        height = self.look.px(5)
        for start, end, row in runs(np.where(inked, 0, -1)):
            if row >= 0:
                spot = (start, self.height - height, end - start, height)
                canvas.fill(self.look.colour("voltage"), spot)

    def _paint_spikes(
        self, canvas: pygame.Surface, piece: Piece, spiked: list[int]
    ) -> None:
        columns = np.floor(piece.x_px[spiked] + 0.5).astype(int).tolist()
        full, before = self.line_px(4), -math.inf
        for row, column in zip(spiked, columns, strict=True):
            foot = round(self.y(float(piece.data.threshold_mv[row])))
            # Spikes in a rush get thinner marks: a comb, not a block of yellow.
            room = min(column - before, NEIGHBOUR_PX)
            self._paint_mark(canvas, column, foot, min(full, max(1, int(room / 3))))
            before = column

    def _paint_mark(
        self, canvas: pygame.Surface, column: int, foot: int, thick: int
    ) -> None:
        """One spike: an upright bar with a lit head at the top of the axis."""
        colour = self.look.colour("spike")
        radius = min(self.line_px(6), 2 * thick)
        reach = radius * 3 // 2
        # As pygame lays a wide upright line about its column.
        left = column - (thick - 1) // 2
        middle = left + thick // 2
        if foot > radius:
            canvas.fill(colour, (left, radius, thick, foot - radius))
        if halo := round(90 * self.look.palette.glow):
            light = shapes.glow(reach, colour, halo)
            canvas.blit(light, (middle - reach, radius - reach))
        canvas.blit(shapes.disc(radius, colour), (middle - radius, 0))


class CurrentCurve(Curve):
    """I(t) with a faint fill to zero; a tick's current holds for the whole tick."""

    __slots__ = ()

    def paint(self, canvas: pygame.Surface, first_column: int) -> None:
        """Paint a piece of the world whole."""
        self.paint_grid(canvas, first_column, (0.0,))
        piece = self.piece(canvas, first_column)
        if len(piece.data) == 0:
            return
        colour = self.look.colour("current")
        y = self.rows_y(piece.data.current_na)
        rows = piece.rows_at(np.arange(canvas.get_width()))
        inside = np.clip(np.rint(y), 0, self.height).astype(np.int64)[rows]
        tops = np.where(rows >= 0, inside, -1)
        faint = mix(self.look.colour("well"), colour, 0.17)
        fill_blocks(canvas, tops, round(self.y(0.0)), faint)
        points = without_flat(self._points(piece, y))
        polyline(canvas, points, [(self.line_px(3), colour)])

    def _points(self, piece: Piece, y_px: NDArray[np.float64]) -> list[Point]:
        """The line: small changes glide, jumps stand upright where they happened."""
        jumps = np.abs(np.diff(y_px, prepend=y_px[:1])) > JUMP_PX
        x, y = piece.x_px.tolist(), y_px.tolist()
        tick_px = piece.axis.px_per_tick
        points: list[Point] = []
        for row in piece.kept_rows(jumps, jumps):
            if jumps[row] or not points:
                points.append((x[row] - tick_px, y[row]))
            points.append((x[row], y[row]))
        return points
