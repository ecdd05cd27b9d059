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


# A corner of a piece, and its normal: one pixel across the line.
Way = list[tuple[float, float, float, float]]


def way(piece: list[Point]) -> Way:
    """A smooth line's corners with its normals, for outlines of any width.

    pygame counts from the middles of pixels, the paper from their borders.
    """
    found = []
    for (before_x, before_y), (x, y), (after_x, after_y) in zip(
        [piece[0], *piece[:-1]], piece, [*piece[1:], piece[-1]], strict=True
    ):
        dx, dy = after_x - before_x, after_y - before_y
        length = math.sqrt(dx * dx + dy * dy)
        found.append((x - 0.5, y - 0.5, dy / length, dx / length))
    return found


def outline(line: Way, radius: float) -> list[Point]:
    """The border of a smooth line of a width, once round."""
    border = [(x + dx * radius, y - dy * radius) for x, y, dx, dy in line]
    border += [(x - dx * radius, y + dy * radius) for x, y, dx, dy in reversed(line)]
    return border


def stroke(
    target: pygame.Surface,
    cut: list[list[Point]],
    ways: list[Way],
    radius: float,
    colour: Colour,
) -> None:
    """Paint an anti-aliased stroke along the pieces of a line."""
    # The smooth border lies half outside the polygon.
    for piece, line in zip(cut, ways, strict=True):
        (x, y), (other_x, other_y) = piece[0], piece[-1]
        if y == other_y and all(row == y for _, row in piece):
            wide = round(2.0 * radius)
            spot = (math.floor(x), math.floor(y - radius + 0.5))
            target.fill(colour, (*spot, math.ceil(other_x) - spot[0], wide))
            continue
        if x == other_x:
            top, high = min(y, other_y), abs(other_y - y)
            spot = (math.floor(x - radius + 0.5), round(top))
            target.fill(colour, (*spot, round(2.0 * radius), round(high)))
            continue
        border = outline(line, radius - 0.5)
        pygame.draw.polygon(target, colour, border)
        pygame.draw.aalines(target, colour, True, border)
    if len(cut) == 1:
        return
    disc = shapes.disc(round(radius), colour)
    for piece in cut[1:]:
        x, y = piece[0]
        spot = (round(x) - round(radius), round(y) - round(radius))
        target.blit(disc, spot)


def veil(
    target: pygame.Surface,
    ways: list[Way],
    radius: float,
    colour: tuple[int, int, int, int],
) -> None:
    """Write a colour with its alpha along the pieces, in place of what is there."""
    for line in ways:
        pygame.draw.polygon(target, colour, outline(line, radius))
