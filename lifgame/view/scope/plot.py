"""Curves that scroll: a strip of picture that is painted in whole blocks.

Column c of the *world* shows the simulated time c / px_per_ms; the screen is a window
onto the world. A block is a fixed piece of the world. It is always painted whole, on a
canvas of its own, where it lies at the same place each time: so its picture depends on
the trace alone, and it cannot matter when, how often or in which order it is painted.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pygame
from numpy.typing import NDArray

from lifgame.content.palette import Colour
from lifgame.model.record import Record, RecordSlice
from lifgame.view.geometry import Point

# Paints a piece of world onto a canvas whose first column is the given world column.
BlockPainter = Callable[[pygame.Surface, int], None]

CACHE_LINE_PX = 16
# Ticks closer together than this, in pixels, are thinned out.
# Many short pieces, each smoothed by itself, make a ragged line.
NEAREST_TICKS_PX = 5.0
# A tick's drawing may depend on what lies this far to its left, in pixels.
NEIGHBOUR_PX = 24


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Which world column shows which tick.

    Attributes:
        width_px: Columns on the screen.
        window_ms: Simulated time that they show, in ms.
        dt_ms: Simulated time of one tick, in ms.
    """

    width_px: int
    window_ms: float
    dt_ms: float

    @property
    def px_per_ms(self) -> float:
        return self.width_px / self.window_ms

    @property
    def px_per_tick(self) -> float:
        return self.width_px * self.dt_ms / self.window_ms

    @property
    def window_ticks(self) -> int:
        return math.ceil(self.window_ms / self.dt_ms)

    @property
    def stride(self) -> int:
        """Of how many ticks one is drawn, where nothing sudden happens."""
        return max(1, math.floor(NEAREST_TICKS_PX / self.px_per_tick))

    def edge(self, ticks: int) -> int:
        """The world column just right of the newest tick."""
        return math.ceil(ticks * self.px_per_tick)


class BlockStrip:
    """A window onto the world whose blocks are kept in a ring, one slot a block.

    Args:
        size: Width and height of the window, in pixels.
        block_px: Width of a block; best a multiple of ``CACHE_LINE_PX``.
        reach_px: How far ink may spread to the left and right of its own column.
        paint: Paints a piece of the world.
    """

    def __init__(
        self,
        size: tuple[int, int],
        block_px: int,
        reach_px: int,
        paint: BlockPainter,
    ) -> None:
        self.width, self.height = size
        self._block, self._reach, self._paint = block_px, reach_px, paint
        self._slots = math.ceil(self.width / block_px) + 1
        self._ring = pygame.Surface((self._slots * block_px, self.height))
        # SDL fills whole cache lines many times faster than parts of them.
        self._margin = math.ceil(reach_px / CACHE_LINE_PX) * CACHE_LINE_PX
        self._canvas = pygame.Surface((block_px + 2 * self._margin, self.height))
        self._inside = pygame.Rect(self._margin, 0, block_px, self.height)
        self._canvas.set_clip(self._inside)
        self._painted: list[int | None] = [None] * self._slots
        self._edge = 0

    def invalidate(self) -> None:
        """Forget every block."""
        self._painted = [None] * self._slots

    def forget_from(self, column: float) -> None:
        """Forget the blocks that something new at or right of a column touches."""
        first = (math.floor(column) - self._reach) // self._block
        self._painted = [
            None if block is None or block >= first else block
            for block in self._painted
        ]

    def show(self, edge: int) -> None:
        """Move the window so that it ends before a column; paint what is missing."""
        self._edge = edge
        first = (edge - self.width) // self._block
        for block in range(first, (edge - 1) // self._block + 1):
            slot = block % self._slots
            if self._painted[slot] != block:
                self._paint(self._canvas, block * self._block - self._margin)
                spot = (slot * self._block, 0)
                self._ring.blit(self._canvas, spot, self._inside)
                self._painted[slot] = block

    def draw(self, target: pygame.Surface, spot: tuple[int, int]) -> None:
        """Blit the window; the ring's end may lie in its middle."""
        x, y = spot
        left, ring_width = self._edge - self.width, self._slots * self._block
        start = left % ring_width
        head = min(self.width, ring_width - start)
        target.blit(self._ring, spot, (start, 0, head, self.height))
        if head < self.width:
            rest = (0, 0, self.width - head, self.height)
            target.blit(self._ring, (x + head, y), rest)


@dataclass(frozen=True, slots=True)
class Piece:
    """The ticks that touch a canvas, and where they lie on it.

    Attributes:
        data: Their values.
        first_column: The world column of the canvas's first column.
        axis: Which column shows which tick.
    """

    data: RecordSlice
    first_column: int
    axis: TimeAxis

    @property
    def x_px(self) -> NDArray[np.float64]:
        """Where each tick's state stands on the canvas: at the end of the tick."""
        first, last = self.data.first_tick + 1, self.data.end_tick + 1
        ticks = np.arange(first, last, dtype=np.float64)
        return ticks * self.axis.px_per_tick - self.first_column

    def rows_at(self, columns: NDArray[np.int64]) -> NDArray[np.int64]:
        """The row of the tick that covers each canvas column, -1 where none does."""
        middles = columns + self.first_column + 0.5
        ticks = np.floor(middles / self.axis.px_per_tick).astype(np.int64)
        held = (ticks >= self.data.first_tick) & (ticks < self.data.end_tick)
        return np.where(held, ticks - self.data.first_tick, -1)

    def kept_rows(
        self, sudden: NDArray[np.bool_], turns: NDArray[np.bool_]
    ) -> list[int]:
        """The rows to be drawn: every stride-th, the ends, and all about a jump.

        Args:
            sudden: Whether a row differs much from the one before it.
            turns: Whether a row is a peak or a trough.
        """
        ticks = np.arange(self.data.first_tick, self.data.end_tick)
        keep = (ticks % self.axis.stride == 0) | sudden | turns
        keep[:-1] |= sudden[1:]
        keep[:1] = keep[-1:] = True
        rows: list[int] = np.flatnonzero(keep).tolist()
        return rows


def read_piece(trace: Record, axis: TimeAxis, first_column: int, width: int) -> Piece:
    """The ticks of a trace that touch some world columns."""
    margin = axis.stride + 1
    first = math.floor((first_column - NEIGHBOUR_PX) / axis.px_per_tick) - margin
    last = math.ceil((first_column + width) / axis.px_per_tick) + margin
    return Piece(trace.span(first, last), first_column, axis)


def runs(values: NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
    """Start, end and value of each run of equal values."""
    cuts: list[int] = (np.flatnonzero(np.diff(values)) + 1).tolist()
    for start, end in pairwise([0, *cuts, len(values)]):
        yield start, end, int(values[start])


def fill_blocks(
    canvas: pygame.Surface, tops: NDArray[np.int64], bottom: int, colour: Colour
) -> None:
    """Fill between ``bottom`` and each column's own row; rows of -1 stay empty."""
    for start, end, top in runs(tops):
        if top >= 0:
            high, low = min(top, bottom), max(top, bottom)
            canvas.fill(colour, (start, high, end - start, low - high))


def polyline(
    canvas: pygame.Surface, points: list[Point], passes: list[tuple[float, Colour]]
) -> None:
    """A smooth line, painted once for each width and colour, widest first."""
    for width, colour in passes:
        for start, end in pairwise(points):
            pygame.draw.aaline(canvas, colour, start, end, max(1, round(width)))


def without_flat(points: list[Point]) -> list[Point]:
    """The same line without the points inside its level parts, which would bead it."""
    kept = points[:1]
    for index in range(1, len(points) - 1):
        y = points[index][1]
        if not points[index - 1][1] == y == points[index + 1][1]:
            kept.append(points[index])
    return kept + points[1:][-1:]
