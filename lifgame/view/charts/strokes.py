"""Lines of a chart."""

from itertools import pairwise

import pygame

from lifgame.content.palette import Colour
from lifgame.view.geometry import Point


def polyline(
    canvas: pygame.Surface, points: list[Point], passes: list[tuple[float, Colour]]
) -> None:
    """A smooth line, painted once for each width and colour, widest first."""
    for width, colour in passes:
        for start, end in pairwise(points):
            pygame.draw.aaline(canvas, colour, start, end, max(1, round(width)))
