"""Curves as the pens left them: the lowest and highest row in each quarter column."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lifgame.view.paper.stroke import SUB, Floats


@dataclass(frozen=True, slots=True)
class Line:
    """A broken line along the paper.

    Attributes:
        x: Columns of its corners, never going back; equal ones stand upright.
        y: Rows of its corners.
    """

    x: Floats
    y: Floats


def broken(
    x: Floats,
    y: Floats,
    breaks: NDArray[np.bool_],
    corner_x: Floats,
    corner_y: Floats,
) -> Line:
    """A line through points, with a further corner before some of them.

    Args:
        x: Columns of the points.
        y: Rows of the points.
        breaks: Which points have such a corner.
        corner_x: Its column, for every point.
        corner_y: Its row, for every point.
    """
    if not breaks.any():
        return Line(x, y)
    counts = 1 + breaks
    corners = Line(np.repeat(x, counts), np.repeat(y, counts))
    firsts = (np.cumsum(counts) - counts)[breaks]
    corners.x[firsts], corners.y[firsts] = corner_x[breaks], corner_y[breaks]
    return corners


def quarters(
    line: Line, first: int, columns: int, until: float
) -> tuple[Floats, Floats]:
    """The least and the greatest row of a line in each quarter column.

    Args:
        line: At least one corner.
        first: The first column.
        columns: How many.
        until: Where the pen is; nothing has been written from there on.

    Returns:
        Two arrays of shape (columns · SUB,); inf and -inf where there is no line.
    """
    borders = first + np.arange(columns * SUB + 1) / SUB
    at = np.interp(borders, line.x, line.y)
    low = np.minimum(at[:-1], at[1:])
    high = np.maximum(at[:-1], at[1:])
    places = np.searchsorted(line.x, borders)
    if (held := places[1:] > places[:-1]).any():
        # An empty piece would give its neighbour's corner, so it is left out below.
        rows = line.y[: max(1, int(places[-1]))]
        starts = np.minimum(places[:-1], len(rows) - 1)
        inner_low = np.minimum.reduceat(rows, starts)
        inner_high = np.maximum.reduceat(rows, starts)
        low = np.where(held, np.minimum(low, inner_low), low)
        high = np.where(held, np.maximum(high, inner_high), high)
    void = (borders[1:] <= line.x[0]) | (borders[:-1] > line.x[-1])
    void |= borders[:-1] > until
    low[void], high[void] = np.inf, -np.inf
    return low, high
