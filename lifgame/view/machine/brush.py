"""Smooth pictures of several colours: painted large, scaled down once, and kept.

A brush paints opaque colours only and wipes with ``None``, so what it holds is already
multiplied by its opacity and may be averaged; ``finished`` divides it out again.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import hypot

import numpy as np
import pygame
from pygame import Rect, Surface

from lifgame.content.palette import Colour
from lifgame.view.colours import mix
from lifgame.view.geometry import Point

OVERSAMPLE = 4
# A large picture is painted in bands, so that its large form never exists whole.
BAND_PX = 160

CLEAR = (0, 0, 0, 0)


class Brush:
    """A canvas of ``rect``, in the same pixels as the screen.

    Args:
        rect: What it covers; points are given in the screen's pixels.
        over: How many times larger it paints.
    """

    def __init__(self, rect: Rect, over: int = OVERSAMPLE) -> None:
        self.rect = rect.copy()
        self._over = over
        size = (max(1, rect.width) * over, max(1, rect.height) * over)
        self._canvas = Surface(size, pygame.SRCALPHA)
        self._canvas.fill(CLEAR)

    def spot(self, point: Point) -> Point:
        """A point of the screen on the large canvas."""
        return (
            (point[0] - self.rect.left) * self._over,
            (point[1] - self.rect.top) * self._over,
        )

    def disc(self, centre: Point, radius: float, colour: Colour | None) -> None:
        pygame.draw.circle(
            self._canvas, colour or CLEAR, self.spot(centre), radius * self._over
        )

    def oval(self, box: Rect, width: float, colour: Colour) -> None:
        """An ellipse's outline, ``width`` wide."""
        left, top = self.spot(box.topleft)
        large = Rect(left, top, box.width * self._over, box.height * self._over)
        thick = max(1, round(width * self._over))
        pygame.draw.ellipse(self._canvas, colour, large, thick)

    def area(self, points: Sequence[Point], colour: Colour | None) -> None:
        """A filled polygon."""
        spots = [self.spot(point) for point in points]
        pygame.draw.polygon(self._canvas, colour or CLEAR, spots)

    def box(
        self,
        place: tuple[float, float, float, float],
        radius: float,
        colour: Colour | None,
    ) -> None:
        """A filled rectangle (left, top, width, height) with round corners."""
        left, top = self.spot(place[:2])
        size = place[2] * self._over, place[3] * self._over
        pygame.draw.rect(
            self._canvas,
            colour or CLEAR,
            pygame.FRect(left, top, *size),
            border_radius=round(min(radius * self._over, min(size) / 2)),
        )

    def line(
        self,
        points: Sequence[Point],
        width: float,
        colour: Colour | None,
        *,
        is_round: bool = True,
    ) -> None:
        """A stroke with round joins, and round ends if asked for."""
        ink = colour or CLEAR
        spots = [self.spot(point) for point in points]
        half = max(width * self._over / 2, self._over * 0.4)
        for a, b in pairwise(spots):
            length = hypot(b[0] - a[0], b[1] - a[1])
            if not length:
                continue
            dx, dy = (b[1] - a[1]) / length * half, (a[0] - b[0]) / length * half
            corners = [
                (a[0] + dx, a[1] + dy), (b[0] + dx, b[1] + dy),
                (b[0] - dx, b[1] - dy), (a[0] - dx, a[1] - dy),
            ]  # fmt: skip
            pygame.draw.polygon(self._canvas, ink, corners)
        for place in spots if is_round else spots[1:-1]:
            pygame.draw.circle(self._canvas, ink, place, half)

    def finished(self) -> Surface:
        """The picture at its true size, with straight alpha."""
        size = (max(1, self.rect.width), max(1, self.rect.height))
        small = pygame.transform.smoothscale(self._canvas, size)
        alpha = pygame.surfarray.pixels_alpha(small).astype(np.float32)[..., None]
        colours = pygame.surfarray.pixels3d(small)
        straight = colours * (255.0 / np.maximum(alpha, 1.0))
        colours[...] = np.minimum(straight + 0.5, 255.0).astype(np.uint8)
        del colours
        return small


def stamp(target: Surface, rect: Rect, paint: Callable[[Brush], None]) -> None:
    """Paint a picture straight on to a canvas."""
    brush = Brush(rect)
    paint(brush)
    target.blit(brush.finished(), rect)


def stamp_large(target: Surface, rect: Rect, paint: Callable[[Brush], None]) -> None:
    """The same for a picture that may be as large as the screen."""
    visible = rect.clip(target.get_rect())
    for top in range(visible.top, visible.bottom, BAND_PX):
        height = min(BAND_PX, visible.bottom - top)
        brush = Brush(Rect(visible.left, top, visible.width, height), over=2)
        paint(brush)
        target.blit(brush.finished(), (visible.left, top))


@lru_cache(maxsize=32)
def cylinder(size: tuple[int, int], dark: Colour, light: Colour) -> Surface:
    """Metal seen from the side: dark at the edges, light left of the middle."""
    row = Surface((max(1, size[0]), 1))
    for x in range(row.get_width()):
        row.set_at((x, 0), _metal((x + 0.5) / row.get_width(), dark, light))
    return pygame.transform.scale(row, (max(1, size[0]), max(1, size[1])))


def _metal(share: float, dark: Colour, light: Colour) -> Colour:
    stops = ((0.0, 0.0), (0.4, 1.0), (0.62, 0.6), (1.0, 0.0))
    for (left, low), (right, high) in pairwise(stops):
        if share <= right:
            part = (share - left) / (right - left)
            return mix(dark, light, low + (high - low) * part)
    return dark


def column(size: tuple[int, int], colour: Colour) -> Surface:
    """A plain rectangle to be copied in parts.

    SDL writes narrow plain areas past the cache, ten times slower than it copies a
    picture with alpha; so what is tall and narrow is never filled, but copied.
    """
    sprite = Surface((max(1, size[0]), max(1, size[1])), pygame.SRCALPHA)
    sprite.fill((*colour, 255))
    return sprite
