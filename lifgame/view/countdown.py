"""A ring that runs out clockwise, with the seconds that are left in its middle."""

import math

import pygame

from lifgame.view.geometry import Point
from lifgame.view.kept import kept
from lifgame.view.look import BOLD, Look
from lifgame.view.machine.brush import Brush

# Steps of a whole round: each is a picture of its own, so there are not too many.
STEPS = 240


def countdown(
    look: Look, radius: int, width: int, share: float, number: str, type_px: int
) -> pygame.Surface:
    """The ring as a square picture, ``2 * radius`` wide.

    Args:
        look: Colours and letters.
        radius: Outside, in pixels.
        width: Of its line, in pixels.
        share: What is left of it, 0 to 1.
        number: What stands in it.
        type_px: Type size of the number, in pixels.
    """
    step = STEPS if share >= 1.0 else math.ceil(max(share, 0.0) * STEPS)
    return _ring(look, radius, width, step, number, type_px, look.palette.id)


def _ring(
    look: Look, radius: int, width: int, step: int, number: str, px: int, _id: str
) -> pygame.Surface:
    palette = look.palette
    picture = _line(radius, width, step, palette.ink, palette.line).copy()
    words = look.text(number, px, "ink", BOLD)
    picture.blit(words, words.get_rect(center=picture.get_rect().center))
    return picture


@kept
def _line(
    radius: int,
    width: int,
    step: int,
    ink: tuple[int, int, int],
    track: tuple[int, int, int],
) -> pygame.Surface:
    brush = Brush(pygame.Rect(0, 0, 2 * radius, 2 * radius))
    middle = (radius, radius)
    brush.line(_arc(middle, radius - width / 2, 0.0, 1.0), width, track)
    if step:
        brush.line(
            _arc(middle, radius - width / 2, 1.0 - step / STEPS, 1.0), width, ink
        )
    return brush.finished()


def _arc(middle: Point, radius: float, begin: float, end: float) -> list[Point]:
    """Part of a circle, clockwise from the top, as shares of a round."""
    count = max(2, math.ceil((end - begin) * 90))
    turns = (begin + (end - begin) * n / count for n in range(count + 1))
    angles = [2 * math.pi * turn - math.pi / 2 for turn in turns]
    return [
        (middle[0] + radius * math.cos(a), middle[1] + radius * math.sin(a))
        for a in angles
    ]
