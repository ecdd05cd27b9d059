"""What charts are made of: round steps for their axes, and dashed lines."""

import math
from itertools import pairwise

from lifgame.view.geometry import Point


def round_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 5, 10, 20 ... that cuts a span into few enough parts."""
    raw = span / most
    power = 10.0 ** math.floor(math.log10(raw))
    return next(power * part for part in (1, 2, 5, 10) if power * part >= raw * 0.999)


def dashes(points: list[Point], dash: float, gap: float) -> list[list[Point]]:
    """Cut a line into dashes along its length.

    Args:
        points: Of the line.
        dash: Length of a dash.
        gap: Length between two.
    """
    done: list[list[Point]] = []
    current, left, is_on = [points[0]], dash, True
    for start, end in pairwise(points):
        length, covered = math.dist(start, end), 0.0
        while length - covered > left:
            covered += left
            share = covered / length
            cut = (
                start[0] + (end[0] - start[0]) * share,
                start[1] + (end[1] - start[1]) * share,
            )
            if is_on:
                done.append([*current, cut])
            is_on = not is_on
            current, left = [cut], dash if is_on else gap
        left -= length - covered
        current.append(end)
    if is_on and len(current) > 1:
        done.append(current)
    return done
