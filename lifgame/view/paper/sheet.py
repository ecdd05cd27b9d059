"""The blank sheet: its colour, its faint grid, its holes, and its torn first edge."""

import math

import numpy as np
import pygame

from lifgame.view import shapes
from lifgame.view.colours import mix
from lifgame.view.look import Look
from lifgame.view.paper.ink import PIECE
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.paper.writing import Rows, Writing

# No colour but a mask: what is multiplied with it stays as it is.
KEEPS_ALL = (255, 255, 255)
GRID_MV = range(0, 31, 5)
# Steps of the upright lines in ms, and how near to each other they may stand.
STEPS_MS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
NEAREST_LINES = 38.0
MAJOR_EVERY = 5
HOLE_PERIOD = 22.0
# Paper that is out before the first tick, and how ragged its edge is.
LEAD = 36.0
TORN = 14.0
TORN_SEED = 7
# Where the paper bends round to the roll, in design units. It catches light there,
# and turns away from it after this share.
BEND = 76.0
LIT = 0.72
LIGHT_SHARE, SHADE_SHARE = 0.05, 0.5


def grid_step_ms(px_per_ms: float, nearest_px: float) -> float:
    """The finest round step whose lines keep a distance."""
    for step in STEPS_MS:
        if step * px_per_ms >= nearest_px:
            return step
    return STEPS_MS[-1]


class SheetPainter:
    """Paints blank columns."""

    def __init__(self, look: Look, places: PaperPlaces) -> None:
        self._look, self._places, self._rows = look, places, Rows(places)
        self._tile = self._blank()
        width, height = places.px(8), places.px(6)
        self._hole = shapes.rounded((width, height), 2, look.colour("paper_hole"))
        self._hole_rows = (places.px(6), self._rows.height - places.px(12))
        self._period = max(width + 2, places.px(HOLE_PERIOD))

    def _blank(self) -> pygame.Surface:
        """Columns with all that goes along the paper."""
        look, places, rows = self._look, self._places, self._rows
        tile = pygame.Surface((PIECE, rows.height))
        tile.fill(look.colour("paper"))
        line = look.colour("paper_line")
        for voltage_mv in GRID_MV:
            thick = places.px(1.0 if voltage_mv % 10 else 2.2)
            row = round(rows.volt(voltage_mv)) - thick // 2
            tile.fill(line, (0, row, PIECE, thick))
        floor = rows.strip_bottom
        tile.fill(line, (0, floor, PIECE, places.px(2)))
        divide = mix(look.colour("paper"), look.colour("paper_hole"), 0.8)
        tile.fill(divide, (0, rows.divide, PIECE, places.px(2)))
        return tile

    def paint(self, target: pygame.Surface, first: int, writing: Writing) -> None:
        """Paint columns of the paper over a whole target, the first one at its left."""
        target.blit(self._tile, (0, 0))
        end = first + target.get_width()
        self._paint_times(target, first, end, writing)
        number = math.floor((first - self._hole.get_width()) / self._period)
        while (column := number * self._period) < end:
            for row in self._hole_rows:
                target.blit(self._hole, (column - first, row))
            number += 1

    def _paint_times(
        self, target: pygame.Surface, first: int, end: int, writing: Writing
    ) -> None:
        """Upright lines at round times, and where another tempo began."""
        axis, dt_ms = writing.axis, writing.frame.dt_ms
        colour, nearest = self._look.colour("paper_line"), NEAREST_LINES
        ticks = (axis.tick(first - 3), axis.tick(end + 3))
        ends = [s.tick for s in axis.stretches[1:]] + [math.inf]
        for part, until in zip(axis.stretches, ends, strict=True):
            if until <= ticks[0] or (part.tick >= ticks[1] and part.x > 0.0):
                continue
            px_per_ms = part.px_per_tick / dt_ms
            step = grid_step_ms(px_per_ms, nearest * self._places.unit)
            begin = max(ticks[0], part.tick) if part.x > 0.0 else ticks[0]
            number = math.ceil(begin * dt_ms / step - 1e-9)
            while number * step / dt_ms < min(until, ticks[1]):
                x = part.x + (number * step / dt_ms - part.tick) * part.px_per_tick
                thick = self._places.px(1.0 if number % MAJOR_EVERY else 2.2)
                left = round(x) - first - thick // 2
                target.fill(colour, (left, 0, thick, self._rows.height))
                number += 1
            if part.x > 0.0:
                self._paint_seam(target, round(part.x) - first)

    def _paint_seam(self, target: pygame.Surface, x: int) -> None:
        """Where another tempo began, and with it another grid: a stitched seam."""
        colour, step = self._look.colour("muted"), self._places.px(10)
        colour = mix(self._look.colour("paper"), colour, 0.45)
        for row in range(step * 2, self._rows.height - step * 2, step):
            target.fill(colour, (x, row, self._places.px(2), step // 2))


def torn_profile(height: int, unit: float) -> list[tuple[float, float]]:
    """Points of a torn edge: how far it goes in at which row; always the same."""
    chance = np.random.default_rng(TORN_SEED)
    points, y = [(0.0, 0.0)], 0.0
    while y < height:
        y += (7.0 + 9.0 * float(chance.random())) * unit
        points.append((float(chance.random()) * 9.0 * unit, min(y, float(height))))
    return points


def torn_mask(places: PaperPlaces) -> pygame.Surface:
    """White where there is paper, clear where it is torn off; anti-aliased."""
    width, height = places.px(TORN), places.sheet.height
    scale = shapes.OVERSAMPLE
    canvas = shapes.clear_canvas((width, height), KEEPS_ALL)
    edge = [(x * scale, y * scale) for x, y in torn_profile(height, places.unit)]
    right = width * scale
    pygame.draw.polygon(canvas, KEEPS_ALL, [*edge, (right, height * scale), (right, 0)])
    return shapes.shrink(canvas)


def bend_shade(look: Look, places: PaperPlaces) -> pygame.Surface:
    """Light and shade where the paper bends: lit by the lamp, dark at the roll."""
    sheet = places.sheet
    width = min(places.px(BEND), sheet.width)
    shade = pygame.Surface((width, sheet.height), pygame.SRCALPHA)
    if look.palette.id == "contrast":
        return shade
    dark, light = look.colour("shade"), look.colour("knob")
    for column in range(width):
        share = (column + 0.5) / width
        lit = math.sin(math.pi * share) ** 2
        depth = max(0.0, (share - LIT) / (1.0 - LIT)) ** 2
        # Light first, then the shade over it: as one ink.
        one, other = LIGHT_SHARE * lit * (1.0 - depth), SHADE_SHARE * depth
        alpha = one + other
        ink = (*mix(light, dark, other / max(alpha, 1e-6)), round(255.0 * alpha))
        shade.fill(ink, (column, 0, 1, sheet.height))
    return shade
