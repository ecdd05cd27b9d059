"""Moving water: falling streams, the leak's jet, and what a flush lets fall."""

from functools import lru_cache
from math import ceil, sqrt

import numpy as np
import pygame
from pygame import Surface

from lifgame.content.palette import Colour
from lifgame.view import shapes
from lifgame.view.bucket.water import Points
from lifgame.view.colours import mix

# Below this width a stream breaks up into drops.
THINNEST_PX = 1.5
COLUMN_STEP_PX = 256


@lru_cache(maxsize=192)
def _column(
    width: int, height: int, period: int, body: Colour, light: Colour
) -> Surface:
    """A falling stream, a period taller than shown, so that it can run."""
    column = Surface((width, height + period), pygame.SRCALPHA)
    column.fill(body)
    edge = mix(body, light, 0.45)
    for side in {0, width - 1}:
        column.fill((*edge, 170), (side, 0, 1, height + period))
    rng = np.random.default_rng(width)
    for _ in range(max(1, width // 3)):
        x = int(rng.integers(0, max(1, width - 1)))
        long = int(rng.integers(period // 4, max(period // 4 + 1, period * 3 // 4)))
        start = int(rng.integers(0, period))
        thick = 2 if width > 9 else 1
        for y in range(start - period, height + period, period):
            column.fill(mix(body, light, 0.6), (x, y, thick, long))
    return column


def draw_stream(
    target: Surface,
    place: tuple[float, float, float],
    width: float,
    run_px: float,
    colours: tuple[Colour, Colour],
    *,
    scale: float,
) -> None:
    """Water falling straight down.

    Args:
        target: Where to paint.
        place: Middle x, top and bottom.
        width: Width in pixels; thinner than THINNEST_PX it comes in drops.
        run_px: How far the water has run, to move its streaks.
        colours: Body and light.
        scale: Pixels per design unit.
    """
    middle, top, bottom = place
    fall = ceil(bottom - top)
    if width <= 0 or fall <= 0:
        return
    if width < THINNEST_PX:
        _draw_drips(target, place, width, run_px, colours[0], scale=scale)
        return
    wide = max(1, round(width))
    period = max(8, round(72 * scale))
    # One height for all falls, or each level would need a sprite of its own.
    height = ceil(fall / COLUMN_STEP_PX) * COLUMN_STEP_PX
    column = _column(wide, height, period, *colours)
    shift = period - round(run_px) % period
    target.blit(column, (round(middle - wide / 2), top), (0, shift, wide, fall))


def _draw_drips(
    target: Surface,
    place: tuple[float, float, float],
    width: float,
    run_px: float,
    body: Colour,
    *,
    scale: float,
) -> None:
    """Drops that follow each other the closer the more water there is."""
    middle, top, bottom = place
    fall = bottom - top
    sprite = shapes.disc(max(1, round(2.6 * scale)), body)
    half = sprite.get_width() / 2
    gap = 46 * scale * (0.35 + THINNEST_PX / max(width, 0.2))
    way = run_px * 0.55 % gap
    while way < fall:
        # Slow when it lets go, then faster and faster.
        y = top + fall * (way / fall) ** 1.6
        target.blit(sprite, (round(middle - half), round(y - half)))
        way += gap


def jet_path(start: tuple[float, float], reach: float, floor_y: float) -> Points:
    """The arc of water that leaves sideways and falls to ``floor_y``."""
    fall = floor_y - start[1]
    steps = 12
    return [
        (start[0] + reach * step / steps, start[1] + fall * (step / steps) ** 2)
        for step in range(steps + 1)
    ]


def draw_jet(
    target: Surface,
    path: Points,
    width: float,
    run_px: float,
    colours: tuple[Colour, Colour],
    *,
    scale: float,
) -> None:
    """A bent stream of one width along a path, with light running down it."""
    body, light = colours
    if width <= 0:
        return
    if width < THINNEST_PX:
        pygame.draw.aalines(target, mix(body, light, 0.2), False, path)
        return
    upper, lower = [], []
    for (x, y), (dx, dy) in zip(path, _directions(path), strict=True):
        upper.append((x + dy * width / 2, y - dx * width / 2))
        lower.append((x - dy * width / 2, y + dx * width / 2))
    start = shapes.disc(max(1, round(width / 2)), body)
    target.blit(start, start.get_rect(center=(round(path[0][0]), round(path[0][1]))))
    pygame.draw.polygon(target, body, upper + lower[::-1])
    pygame.draw.aalines(target, mix(body, light, 0.45), False, upper)
    pygame.draw.aalines(target, body, False, lower)
    _draw_flecks(target, path, width, run_px, light, scale=scale)


def _directions(path: Points) -> Points:
    """The direction of a path at each of its points, of length one."""
    ahead = [*path[1:], path[-1]]
    behind = [path[0], *path[:-1]]
    steps = [
        (to[0] - at[0], to[1] - at[1]) for to, at in zip(ahead, behind, strict=True)
    ]
    return [
        (dx / (sqrt(dx**2 + dy**2) or 1), dy / (sqrt(dx**2 + dy**2) or 1))
        for dx, dy in steps
    ]


def _draw_flecks(
    target: Surface,
    path: Points,
    width: float,
    run_px: float,
    light: Colour,
    *,
    scale: float,
) -> None:
    fall = path[-1][1] - path[0][1]
    if fall <= 0 or width < 4:
        return
    count = 5
    for index in range(count):
        share = (run_px / (150 * scale) + index / count) % 1.0
        place = share * (len(path) - 1.001)
        at, to = path[int(place)], path[int(place) + 1]
        part = place % 1.0
        x = at[0] + (to[0] - at[0]) * part
        y = at[1] + (to[1] - at[1]) * part
        side = width * (0.22 if index % 2 else -0.18)
        end = (x + (to[0] - at[0]) * 0.5 + side, y + (to[1] - at[1]) * 0.5)
        pygame.draw.aaline(target, light, (x + side, y), end)


def _slug_sides(
    place: tuple[float, float, float, float], width: float
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """The outline of a falling body of water: its left and its right side."""
    middle, start, tail, head = place
    long = head - tail
    left, right = [], []
    steps = 14
    for step in range(steps + 1):
        # Closer together towards the round head.
        y = tail + long * (1.0 - (1.0 - step / steps) ** 2)
        fallen = y - start
        half = width / 2 * (1.0 - 0.3 * min(fallen / (long + 1.0 + fallen), 1.0))
        # A round head, and a tail that tears off to a point.
        to_head = (head - y) / max(width * 0.5, 1.0)
        half *= sqrt(max(0.0, 1.0 - max(0.0, 1.0 - to_head) ** 2))
        if tail > start + 1:
            half *= min(1.0, 0.2 + 1.6 * (y - tail) / long)
        left.append((middle - half, y))
        right.append((middle + half, y))
    return left, right


def draw_slug(
    target: Surface,
    place: tuple[float, float, float, float],
    width: float,
    colours: tuple[Colour, Colour],
) -> None:
    """A body of water in free fall, narrower the faster it is.

    Args:
        target: Where to paint.
        place: Middle x, the height from which it falls, its tail and its head.
        width: Its width where it starts to fall.
        colours: Body and light.
    """
    middle, _, tail, head = place
    long = head - tail
    if long < 2:
        return
    left, right = _slug_sides(place, width)
    pygame.draw.polygon(target, colours[0], left + right[::-1])
    edge = mix(*colours, 0.5)
    pygame.draw.aalines(target, edge, False, left)
    pygame.draw.aalines(target, edge, False, right)
    for share, top, bottom in ((-0.3, 0.1, 0.7), (0.05, 0.3, 0.9), (0.28, 0.05, 0.6)):
        x = middle + width * share * 0.8
        pygame.draw.aaline(
            target, edge, (x, tail + long * top), (x, tail + long * bottom)
        )
