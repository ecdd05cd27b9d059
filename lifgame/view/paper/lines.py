"""The lines across the paper as they were at each time, and the marks of spikes."""

import math
from functools import cached_property, lru_cache

import numpy as np
import pygame

from lifgame.view import shapes
from lifgame.view.look import Look
from lifgame.view.paper.bulb import bulb, bulb_reach
from lifgame.view.paper.ink import PIECE, Ink
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.paper.record import Ticks
from lifgame.view.paper.samples import Line, broken, quarters
from lifgame.view.paper.stroke import SUB, Floats, Shares, cover, widen
from lifgame.view.paper.writing import (
    MARK_MV,
    Pens,
    Rows,
    Writing,
    snapped,
)

DASH, DASH_PERIOD = 16.0, 31.0
DOT_PERIOD, DOT_RADIUS = 12.0, 2.4
CASING = 0.5
# A line that moves more than this in a tick was moved by a hand or by a spike.
JUMP_MV = 0.3
# The settling level is drawn up to here; above, it is off the machine's glass.
HIGHEST_MV = 31.0
LEAST_MV = 0.5
# Where ticks are wider than this, in pixels, a jump leaves a gap.
SPARSE_PX = 0.5
# A mark begins so far above the flush line, in design units.
FOOT = 7.0
STEM = 4.0
# The veil under a beam of marks, at its top and at its foot.
VEIL = (0.42, 0.06)
# Blocks of a line that stands still, one for each phase of its dashes.
MOST_KEPT = 128

InkedLine = tuple[Shares, Shares, int]


class LinePainter:
    """Flush line, settling level and marks, over the curves."""

    def __init__(self, look: Look, places: PaperPlaces) -> None:
        self._look, self._places = look, places
        self._rows, self._pens = Rows(places), Pens.of(look, places.unit)
        height = self._rows.height
        self._line = Ink(look.colour("threshold"), height)
        # At night a shadow, in the other palettes a rim of bare paper.
        is_night = look.palette.glow > 0.0
        self._casing_share = np.float32(CASING if is_night else 1.0)
        casing = look.colour("shade" if is_night else "paper")
        self._casing = Ink(casing, height)
        self._casing_plate = pygame.Surface((PIECE, 4 * places.px(4)), pygame.SRCALPHA)
        self._casing_plate.fill((*casing, round(255 * self._casing_share)))
        width = places.px(DASH) + round(2.0 * self._pens.line)
        thick = round(2.0 * self._pens.line)
        self._dash = shapes.rounded(
            (width, thick), max(1, thick // 2), look.colour("threshold")
        )
        self._still: dict[tuple[float, int, int], InkedLine | None] = {}
        self._veils = lru_cache(maxsize=8)(self._veil)
        self._dot = shapes.disc(max(1, round(DOT_RADIUS * places.unit)), self._settle)
        self._bulb = bulb(look, places)

    @property
    def _settle(self) -> tuple[int, int, int]:
        return self._look.colour("settle")

    def paint(self, target: pygame.Surface, first: int, writing: Writing) -> None:
        """Paint the columns from ``first`` on, as many as the target is wide."""
        margin = self._pens.reach
        begin, end = first - margin, first + target.get_width() + margin
        ticks = writing.ticks(begin, end)
        if not len(ticks):
            return
        x = writing.columns(ticks, self._pens.trace)
        self.paint_marks(target, first, ticks, x, writing)
        if writing.frame.shows_settle:
            self.paint_settle(target, first, ticks, writing)
        self._paint_threshold(target, first, ticks, x, writing)

    def paint_settle(
        self, target: pygame.Surface, first: int, ticks: Ticks, writing: Writing
    ) -> None:
        """Dots at every so many columns, each at the level of its moment."""
        period = self._places.px(DOT_PERIOD)
        radius = self._dot.get_width() // 2
        start = -((first - radius) // -period) * period
        last = min(first + target.get_width() + radius, math.floor(writing.now))
        columns = range(start, last + 1, period)
        if not columns:
            return
        ends, begin = writing.axis.xs(ticks.ends), writing.axis.x(0.0)
        held = np.minimum(ends.searchsorted(columns), len(ticks) - 1)
        levels_mv = ticks.settle_mv[held].tolist()
        for column, level_mv in zip(columns, levels_mv, strict=True):
            if column >= begin and LEAST_MV <= level_mv <= HIGHEST_MV:
                y = round(self._rows.volt(level_mv))
                target.blit(self._dot, (column - first - radius, y - radius))

    def _paint_threshold(
        self,
        target: pygame.Surface,
        first: int,
        ticks: Ticks,
        x: Floats,
        writing: Writing,
    ) -> None:
        """Dashes along the flush line, on a dark casing."""
        margin, columns = self._pens.reach, target.get_width()
        volts, y = ticks.threshold_mv, self._levels(ticks)
        is_whole = writing.now >= first + columns + margin
        is_whole &= ticks.first == 0 or float(x[0]) <= first - margin
        if not is_whole or volts.min() != volts.max():
            inked = self._inked_line(columns, first, ticks, (x, y), writing.now)
        else:
            # A line that stands still: the same in every block of this phase.
            key = (float(y[0]), first % self._places.px(DASH_PERIOD), columns)
            if key not in self._still:
                if len(self._still) >= MOST_KEPT:
                    self._still.clear()
                line = self._inked_line(columns, first, ticks, (x, y), writing.now)
                self._still[key] = line
            inked = self._still[key]
        if inked is not None:
            casing, dashes, row = inked
            self._casing.lay(target, casing, row)
            self._line.lay(target, dashes, row)

    def _inked_line(
        self,
        columns: int,
        first: int,
        ticks: Ticks,
        corners: tuple[Floats, Floats],
        now: float,
    ) -> InkedLine | None:
        """What casing and dashes cover of each pixel, and the first row of it."""
        (x, y), volts, pens = corners, ticks.threshold_mv, self._pens
        begin = first - pens.reach
        jumps = np.abs(np.diff(volts, prepend=volts[:1])) > JUMP_MV
        line = broken(x, y, jumps, x, np.concatenate([y[:1], y[:-1]]))
        # The line was there before the first tick: it begins at the paper's edge.
        if ticks.first == 0:
            start = min(line.x[0], float(begin))
            line = Line(np.insert(line.x, 0, start), np.insert(line.y, 0, line.y[0]))
        low, high = quarters(line, begin, columns + 2 * pens.reach, now)
        jumps[1:] &= np.diff(x) > SPARSE_PX
        if jumps.any():
            # The line is not where it only passed: dashes end and begin anew.
            places = np.floor((x[jumps] - begin) * SUB).astype(int)
            places = np.clip(np.concatenate([places, places - 1]), 0, len(low) - 1)
            low[places], high[places] = np.inf, -np.inf
        span = widen(low, high, pens.reach, pens.casing)
        row, end_row = span.rows(self._rows.height)
        if end_row <= row:
            return None
        casing = cover(span, row, end_row) * self._casing_share
        places = begin + np.arange(len(low)) / SUB
        off = places % self._places.px(DASH_PERIOD) >= self._places.px(DASH)
        low[off], high[off] = np.inf, -np.inf
        span = widen(low, high, pens.reach, pens.line)
        return casing, cover(span, row, end_row), row

    def _levels(self, ticks: Ticks) -> Floats:
        """The line's rows; where it stands still, its borders lie between pixels."""
        y = self._rows.volts(ticks.threshold_mv)
        stands = np.diff(ticks.threshold_mv, prepend=ticks.threshold_mv[:1]) == 0.0
        return np.where(stands, snapped(y, self._pens.line), y)

    def paint_wet_threshold(
        self, target: pygame.Surface, first: int, ticks: Ticks, writing: Writing
    ) -> None:
        """The same with plain lines, for columns that are drawn anew in each frame."""
        levels_mv = ticks.threshold_mv
        if levels_mv[0] == levels_mv[-1] and levels_mv.min() == levels_mv.max():
            level = self._rows.volts(levels_mv[:1])
            corners = (np.zeros(1), snapped(level, self._pens.line))
        else:
            corners = (writing.axis.xs(ticks.ends), self._levels(ticks))
        self._paint_wet_line(target, first, writing, corners)

    def paint_flat_line(
        self, target: pygame.Surface, first: int, writing: Writing
    ) -> None:
        """The line before the first tick: where it is now."""
        level = self._rows.volts(np.array([writing.frame.line_mv]))
        corners = (np.zeros(1), snapped(level, self._pens.line))
        self._paint_wet_line(target, first, writing, corners)

    def _paint_wet_line(
        self,
        target: pygame.Surface,
        first: int,
        writing: Writing,
        corners: tuple[Floats, Floats],
    ) -> None:
        x, rows = corners[0] - first, corners[1]
        right = min(target.get_width(), math.floor(writing.now) + 1 - first)
        if right <= 0:
            return
        thick = round(2.0 * self._pens.line)
        is_flat = len(rows) == 1 or rows.min() == rows.max()
        if is_flat:
            high = round(2.0 * self._pens.casing)
            top = round(float(rows[0]) - self._pens.casing)
            target.blit(self._casing_plate, (0, top), (0, 0, right, high))
        period, dash = self._places.px(DASH_PERIOD), self._places.px(DASH)
        start = first // period * period - first
        colour, cap = self._look.colour("threshold"), self._pens.line
        for left in range(start, right, period):
            one, other = max(0.0, left - cap), min(float(right), left + dash + cap)
            if other <= one:
                continue
            begin = end = float(rows[0])
            if not is_flat:
                begin, end = np.interp((one, other), x, rows).tolist()
            if begin == end:
                spot = (left - cap, round(begin - cap))
                target.blit(self._dash, spot, (0, 0, right - spot[0], thick))
            elif abs(begin - end) < other - one:
                pygame.draw.aaline(target, colour, (one, begin), (other, end), thick)

    def paint_marks(
        self,
        target: pygame.Surface,
        first: int,
        ticks: Ticks,
        x: Floats,
        writing: Writing,
    ) -> None:
        """One mark for each spike, or a beam where they are dense."""
        if not ticks.has_spikes and not len(writing.spikes):
            return
        margin, width = self._pens.reach, target.get_width()
        bands = writing.spikes.over(first - margin, first + width + margin)
        rows = np.flatnonzero(ticks.spiked & (x <= writing.now))
        if len(bands) and len(rows):
            columns = np.floor(x[rows])
            # Both ends belong to a band; a crisp fall may stand a column beside.
            at = np.searchsorted(bands.start, columns + 1.0, side="right") - 1
            rows = rows[(at < 0) | (columns > bands.end[at])]
        for row in rows.tolist():
            line_mv = float(ticks.threshold_mv[max(0, row - 1)])
            self._paint_mark(target, int(x[row]) - first, line_mv)
        for start, end, high_mv in bands.joined():
            one = max(0, int(start) - first)
            other = min(width, int(min(end, writing.now)) + 1 - first)
            if other > one:
                foot = round(self._rows.volt(high_mv)) - self._places.px(FOOT)
                self._paint_beam(target, (one, other), foot)

    def _paint_mark(self, target: pygame.Surface, column: int, line_mv: float) -> None:
        """A stem over the line, with a bulb at its head."""
        stem, head = self._places.px(STEM), self._head
        foot = round(self._rows.volt(line_mv)) - self._places.px(FOOT)
        top = head + self._places.px(8)
        if foot > top:
            spot = (column - stem // 2, top, stem, foot - top)
            target.fill(self._look.colour("spike"), spot)
        left = column - self._bulb.get_width() // 2
        target.blit(self._bulb, (left, head - self._bulb_rise))

    def _veil(self, height: int) -> pygame.Surface:
        veil = pygame.Surface((PIECE, height), pygame.SRCALPHA)
        colour = self._look.colour("spike")
        for row, share in enumerate(np.linspace(*VEIL, height).tolist()):
            veil.fill((*colour, int(share * 255.0 + 0.5)), (0, row, PIECE, 1))
        return veil

    @cached_property
    def _head(self) -> int:
        return round(self._rows.volt(MARK_MV))

    @cached_property
    def _bulb_rise(self) -> int:
        return bulb_reach(self._places) + self._places.px(3)

    def _paint_beam(
        self, target: pygame.Surface, columns: tuple[int, int], foot: int
    ) -> None:
        """Marks too dense to be parted: a veil with a bright upper edge."""
        (one, other), head = columns, self._head
        thick = self._places.px(8)
        if foot > head:
            veil = self._veils(foot - head)
            target.blit(veil, (one, head), (0, 0, other - one, foot - head))
        top = head - thick // 2
        target.fill(self._look.colour("spike"), (one, top, other - one, thick))
