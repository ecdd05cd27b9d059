"""The body of water in the bucket, with its waves."""

from functools import lru_cache
from math import exp, sin

import pygame
from pygame import Rect, Surface

from lifgame.content.palette import Colour
from lifgame.view import shapes
from lifgame.view.colours import mix

Points = list[tuple[float, float]]

CALM_DOWN_S = 0.5
# Deep water is a little darker still: less light goes on and off with a flush.
DEEP_DARK = 0.16
DEEP_SHARE = 0.5  # of the bucket's height: deeper water is not darker


class Waves:
    """The movement of a water surface; it tells nothing, so it stays small."""

    def __init__(self) -> None:
        self.time_s = 0.0
        self._stir = 0.0

    def kick(self) -> None:
        """Stir the water up, as a flush does."""
        self._stir = 1.0

    def update(self, elapsed_s: float, stirred: float) -> None:
        """Move on; ``stirred`` (0 to 1) is how much falls in."""
        self.time_s += elapsed_s
        share = 1.0 - exp(-elapsed_s / CALM_DOWN_S)
        self._stir += (min(stirred, 1.0) - self._stir) * share

    def crest(self, inside: Rect, y: float, scale: float) -> Points:
        """The surface from wall to wall around height ``y``."""
        count = min(33, max(5, inside.width // 9))
        step = (inside.width - 1) / (count - 1)
        # Shallow water cannot make waves deeper than itself.
        deep = max(0.0, min(scale, (inside.bottom - y) * 0.25))
        high = deep * (0.8 + 1.9 * self._stir)
        time_s, pitch = self.time_s, 1 / max(scale, 0.2)
        points = []
        for index in range(count):
            x = index * step
            wave = sin(0.048 * pitch * x - 2.6 * time_s)
            wave += 0.6 * sin(0.083 * pitch * x + 3.9 * time_s + 1.0)
            points.append((inside.left + x, y + high * wave))
        return points


@lru_cache(maxsize=16)
def body_sprite(size: tuple[int, int], top: Colour, bottom: Colour) -> Surface:
    """Light at the surface, dark in the deep; blit the upper part of it."""
    deep = max(1, round(size[1] * DEEP_SHARE))
    body = Surface(size)
    body.fill(bottom)
    body.blit(shapes.vertical_gradient((size[0], deep), top, bottom), (0, 0))
    return body


def draw_body(
    target: Surface,
    inside: Rect,
    crest: Points,
    colours: tuple[Colour, Colour, Colour, Colour],
) -> None:
    """The water under its crest; ``colours`` are top, bottom, crest line and air."""
    top, bottom, light, air = colours
    highest = int(min(y for _, y in crest)) - 1
    highest = max(highest, inside.top)
    depth = inside.bottom - highest
    if depth <= 1:
        return
    sprite = body_sprite(inside.size, top, mix(bottom, air, DEEP_DARK))
    target.blit(sprite, (inside.left, highest), (0, 0, inside.width, depth))
    right, left = (inside.right - 1, highest), (inside.left, highest)
    pygame.draw.polygon(target, air, [*crest, right, left])
    pygame.draw.lines(target, light, False, crest, 2)
    pygame.draw.aalines(target, light, False, [(x, y - 0.5) for x, y in crest])
