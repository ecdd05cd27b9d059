"""The steps of a curve that is calculated: a dot at each end, straight lines between.

Along a step V rises in a straight line, so a step ends where the curve bends.
"""

from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from lifgame.view import shapes
from lifgame.view.look import Look
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.paper.record import Ticks
from lifgame.view.paper.stroke import Floats
from lifgame.view.paper.writing import Pens, Rows, Writing

# A dot in design units, and the dark round it; so much of a short step it may take.
RADIUS, RIM, SHARE = 8.0, 2.5, 0.4
# Smaller ones cannot be told from the curve, in pixels.
LEAST_PX = 3
# Rounding alone makes no bend, in mV.
BEND_MV = 1e-9


class StepPainter:
    """Dots at the ends of steps, over both curves."""

    def __init__(self, look: Look, places: PaperPlaces) -> None:
        self._look, self._rows = look, Rows(places)
        self._reach = Pens.of(look, places.unit).reach
        self._rim = max(1, round(RIM * places.unit))
        self._most = min(round(RADIUS * places.unit), self._reach - self._rim)
        self._dot = lru_cache(maxsize=16)(self._made_dot)

    def paint(self, target: pygame.Surface, first: int, writing: Writing) -> None:
        """Paint the dots that touch the columns from ``first`` on."""
        if not writing.frame.shows_steps:
            return
        whole = self._most + self._rim
        # Where the step before ended is looked for as far as it could make a dot small.
        begin = first - whole - round(self._most / SHARE) - 1
        end = first + target.get_width() + whole
        ticks = writing.ticks(begin, end)
        if len(ticks) < 3:
            return
        ends, levels_mv, is_dot = _bends(ticks)
        x, y = writing.axis.xs(ends), self._rows.volts(levels_mv)
        lengths = np.diff(x, prepend=-np.inf)
        radii = np.minimum(SHARE * lengths, self._most).astype(int)
        # No further than what is done when its block is painted.
        last = min(end, writing.now - (self._reach - whole))
        is_dot &= (radii >= LEAST_PX) & (x >= first - whole) & (x <= last)
        for column, row, radius in zip(
            x[is_dot], y[is_dot], radii[is_dot].tolist(), strict=True
        ):
            dot = self._dot(radius)
            spot = (round(column) - first, round(row))
            target.blit(dot, dot.get_rect(center=spot))

    def _made_dot(self, radius: int) -> pygame.Surface:
        palette = self._look.palette
        dot = shapes.disc(radius + self._rim, palette.well).copy()
        inner = shapes.disc(radius, palette.voltage)
        dot.blit(inner, inner.get_rect(center=dot.get_rect().center))
        return dot


def _bends(ticks: Ticks) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """When straight lines ended, in ticks since the start, V there, and the steps.

    One that was broken off, when the bucket was emptied, is none.
    """
    rises = np.diff(ticks.voltage_mv)
    before, after = rises[:-1], rises[1:]
    is_end, is_dot = (np.zeros(len(ticks), np.bool_) for _ in range(2))
    is_end[1:-1] = (np.abs(after - before) > BEND_MV) & (before >= 0.0)
    is_end[:-1] &= ~ticks.spiked[1:]
    is_dot[1:-1] = is_end[1:-1] & (after >= 0.0)
    # The step that fires ends at the line, or a little over it.
    is_end, is_dot = is_end | ticks.spiked, is_dot | ticks.spiked
    levels_mv = np.where(ticks.spiked, ticks.threshold_mv, ticks.voltage_mv)
    return ticks.ends[is_end], levels_mv[is_end], is_dot[is_end]
