"""A second curve on the same paper and scale: dashed, so that no colour is needed."""

import math
from functools import lru_cache

import numpy as np
import pygame

from lifgame.view import shapes
from lifgame.view.look import BOLD, Look
from lifgame.view.paper.curves import Curve, band_quarters, volt_line
from lifgame.view.paper.frame import SecondCurve
from lifgame.view.paper.ink import PIECE, Ink
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.paper.record import Record, Ticks
from lifgame.view.paper.samples import Line, quarters
from lifgame.view.paper.stroke import SUB, cover, widen
from lifgame.view.paper.writing import Pens, Rows, Writing

# Shadow beside the curve, in design units, and how dark it is at night.
CASING, CASING_SHARE = 1.5, 0.6
# At a spike the curve is whole for so far to each side: no fall is left out.
WHOLE = 5.0
# So far along the paper stands the next letter; the second's are half-way between.
LETTERS = 320.0
FIRST_AT, SECOND_AT = 0.35, 0.85
RADIUS, RADIUS_PX = 14.0, 10
RING, RING_PX = 13.0, 8


class SecondPainter:
    """The second curve, and the letters that tell both apart."""

    def __init__(self, look: Look, places: PaperPlaces) -> None:
        self._look, self._places = look, places
        self._rows, self._pens = Rows(places), Pens.of(look, places.unit)
        self._ink = lru_cache(maxsize=4)(self._made_ink)
        self._ring = lru_cache(maxsize=4)(self._made_ring)
        self._letter = lru_cache(maxsize=8)(self._made_letter)
        is_night = look.palette.glow > 0.0
        self._casing = Ink(
            look.colour("shade" if is_night else "paper"), self._rows.height
        )
        self._casing_share = np.float32(CASING_SHARE if is_night else 1.0)

    def _made_ink(self, role: str) -> Ink:
        return Ink(self._look.colour(role), self._rows.height)

    def paint(self, target: pygame.Surface, first: int, writing: Writing) -> None:
        """Paint the columns from ``first`` on, as many as the target is wide."""
        second = writing.frame.second
        if second is None:
            self._paint_marks(target, first, writing)
            return
        width, height = target.get_size()
        for left in range(0, width, PIECE):
            place = (left, 0, min(PIECE, width - left), height)
            self._paint_curve(target.subsurface(place), first + left, writing, second)
        self._paint_marks(target, first, writing)
        frame = writing.frame
        if frame.label:
            at = (FIRST_AT, frame.label, "voltage")
            self._paint_letters(target, first, writing, frame.record, at)
        if second.label:
            at = (SECOND_AT, second.label, second.role)
            self._paint_letters(target, first, writing, second.record, at)

    def _paint_curve(
        self, target: pygame.Surface, first: int, writing: Writing, second: SecondCurve
    ) -> None:
        margin, columns = self._pens.reach, target.get_width()
        begin, whole = first - margin, columns + 2 * margin
        ticks = writing.ticks(begin, begin + whole, second.record)
        if not len(ticks):
            return
        line = self._line(ticks, writing, second.level_mv)
        places = begin + np.arange(whole * SUB) / SUB
        dash, gap = (self._places.px(part) for part in second.dash)
        off = places % (dash + gap) >= dash
        for column in line.x[:-1][line.x[:-1] == line.x[1:]].tolist():
            off &= np.abs(places - column) > self._places.px(WHOLE)
        for low, high in self._curves(line, begin, whole, writing):
            low[off], high[off] = np.inf, -np.inf
            for ink, radius, share in self._strokes(second.role):
                span = widen(low, high, margin, radius)
                row, end = span.rows(self._rows.height)
                if end > row:
                    ink.lay(target, cover(span, row, end) * share, row)

    def _strokes(self, role: str) -> tuple[tuple[Ink, float, np.float32], ...]:
        """Ink, radius and strength of shadow and curve."""
        radius = self._pens.trace
        casing = radius + CASING * self._places.unit
        shadow = (self._casing, casing, self._casing_share)
        return shadow, (self._ink(role), radius, np.float32(1.0))

    def _line(self, ticks: Ticks, writing: Writing, level_mv: float) -> Line:
        x = writing.columns(ticks, self._pens.trace)
        return volt_line(ticks, x, writing, self._rows, level_mv)

    def _curves(
        self, line: Line, begin: int, columns: int, writing: Writing
    ) -> list[Curve]:
        """The line where no band stands in for it, and the edges of bands."""
        until = writing.now
        low, high = quarters(line, begin, columns, until)
        bands = writing.second.over(begin, begin + columns)
        if not len(bands):
            return [(low, high)]
        edges = [
            band_quarters(bands, self._rows.volts(levels), begin, columns, until)
            for levels in (bands.low, bands.high)
        ]
        covered = np.isfinite(edges[0][0])
        low[covered], high[covered] = np.inf, -np.inf
        return [(low, high), *edges]

    def _paint_letters(
        self,
        target: pygame.Surface,
        first: int,
        writing: Writing,
        record: Record,
        at: tuple[float, str, str],
    ) -> None:
        """A letter on the curve, ever so often along the paper."""
        share, label, role = at
        letter, period = self._letter(label, role), self._places.px(LETTERS)
        radius, reach = letter.get_width() // 2, self._pens.reach
        offset = round(share * period)
        # No further than what is done when its block is painted.
        last = min(
            first + target.get_width() + radius, int(writing.now) - (reach - radius)
        )
        begin = first - radius
        for column in range(begin + (offset - begin) % period, last + 1, period):
            ticks = writing.ticks(column - 2, column + 2, record)
            if not len(ticks) or column < writing.axis.x(float(ticks.first)):
                continue
            ends = writing.axis.xs(ticks.ends)
            level_mv = np.interp([float(column)], ends, ticks.voltage_mv)
            y = round(float(self._rows.volts(level_mv)[0]))
            target.blit(letter, (column - first - radius, y - radius))

    def _paint_marks(
        self, target: pygame.Surface, first: int, writing: Writing
    ) -> None:
        for mark in writing.frame.marks:
            ring = self._ring(mark.role)
            radius = ring.get_width() // 2
            column = math.floor(writing.axis.x(mark.end_tick))
            left = column - first - radius
            if left + 2 * radius < 0 or left > target.get_width():
                continue
            y = round(self._rows.volt(mark.level_mv))
            target.blit(ring, (left, y - radius))

    def _made_ring(self, role: str) -> pygame.Surface:
        """A hole with a rim in the curve's colour."""
        look, px = self._look, self._places.px
        radius = min(self._pens.reach - 1, max(RING_PX, px(RING)))
        plate = pygame.Surface((2 * radius, 2 * radius), pygame.SRCALPHA)
        edge = max(2, px(5))
        for reach, colour in (
            (radius, look.colour("shade")),
            (radius - max(1, px(2)), look.colour(role)),
            (radius - max(1, px(2)) - edge, look.colour("paper")),
        ):
            spot = (radius - reach, radius - reach)
            plate.blit(shapes.disc(max(1, reach), colour), spot)
        return plate

    def _made_letter(self, label: str, role: str) -> pygame.Surface:
        look, reach = self._look, self._pens.reach
        radius = min(reach - 1, max(RADIUS_PX, self._places.px(RADIUS)))
        plate = pygame.Surface((2 * radius, 2 * radius), pygame.SRCALPHA)
        plate.blit(shapes.disc(radius, look.colour("background")), (0, 0))
        inner = radius - max(1, self._places.px(2))
        plate.blit(shapes.disc(inner, look.colour(role)), (radius - inner,) * 2)
        words = look.text(label, max(8, round(1.25 * radius)), "background", BOLD)
        plate.blit(words, words.get_rect(center=(radius, radius)))
        return plate
