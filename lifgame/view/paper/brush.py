"""Plain strokes of a round brush: smooth pieces as polygons, discs where it turns."""

import math

import pygame

from lifgame.content.palette import Colour
from lifgame.view import shapes
from lifgame.view.geometry import Point

# A turn whose cosine is below this is a corner.
SMOOTH = 0.6


def pieces(points: list[Point]) -> list[list[Point]]:
    """A line cut at its corners; points at one place count once."""
    found: list[list[Point]] = [points[:1]]
    dx = dy = 0.0
    for point in points[1:]:
        x, y = found[-1][-1]
        step_x, step_y = point[0] - x, point[1] - y
        length = math.hypot(step_x, step_y)
        if length < 1e-6:
            continue
        step_x, step_y = step_x / length, step_y / length
        if len(found[-1]) > 1 and step_x * dx + step_y * dy < SMOOTH:
            found.append([found[-1][-1]])
        found[-1].append(point)
        dx, dy = step_x, step_y
    return [piece for piece in found if len(piece) > 1]


def outline(piece: list[Point], radius: float) -> list[Point]:
    """The border of a smooth line of a width, once round.

    pygame counts from the middles of pixels, the paper from their borders.
    """
    upper, lower = [], []
    last = len(piece) - 1
    for index, (x, y) in enumerate(piece):
        before, after = piece[max(0, index - 1)], piece[min(last, index + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        share = radius / math.hypot(dx, dy)
        upper.append((x - 0.5 + dy * share, y - 0.5 - dx * share))
        lower.append((x - 0.5 - dy * share, y - 0.5 + dx * share))
    lower.reverse()
    return upper + lower


def stroke(
    target: pygame.Surface, cut: list[list[Point]], radius: float, colour: Colour
) -> None:
    """Paint an anti-aliased stroke along the pieces of a line."""
    # The smooth border lies half outside the polygon.
    for piece in cut:
        (x, y), (other_x, other_y) = piece[0], piece[-1]
        if all(row == y for _, row in piece):
            wide = round(2.0 * radius)
            spot = (math.floor(x), math.floor(y - radius + 0.5))
            target.fill(colour, (*spot, math.ceil(other_x) - spot[0], wide))
            continue
        if x == other_x:
            top, high = min(y, other_y), abs(other_y - y)
            spot = (math.floor(x - radius + 0.5), round(top))
            target.fill(colour, (*spot, round(2.0 * radius), round(high)))
            continue
        border = outline(piece, radius - 0.5)
        pygame.draw.polygon(target, colour, border)
        pygame.draw.aalines(target, colour, True, border)
    disc = shapes.disc(round(radius), colour)
    for piece in cut[1:]:
        x, y = piece[0]
        spot = (round(x) - round(radius), round(y) - round(radius))
        target.blit(disc, spot)


def veil(
    target: pygame.Surface,
    cut: list[list[Point]],
    radius: float,
    colour: tuple[int, int, int, int],
) -> None:
    """Write a colour with its alpha along the pieces, in place of what is there."""
    for piece in cut:
        pygame.draw.polygon(target, colour, outline(piece, radius))
