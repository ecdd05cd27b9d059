"""Strokes of a round pen, computed column by column.

A curve is given as its lowest and highest row in each quarter of a pixel column. The
pen's round tip of radius r widens it: at a distance d to the side it still reaches
sqrt(r² - d²) up and down. What it inks between two column borders is bounded by two
straight lines, so that the share of each pixel that it covers has a closed form. Every
column depends on its own neighbourhood alone: it does not matter how many of them are
painted at once.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Shares = NDArray[np.float32]
Places = NDArray[np.int64]

# Quarters of a column: fine enough that a steep line has an even width.
SUB = 4


@dataclass(frozen=True, slots=True)
class Span:
    """The ink's upper and lower row at both sides of each column; inf where none is.

    Attributes:
        top: Shape (n, 2), rows counted downwards.
        bottom: The same.
    """

    top: Floats
    bottom: Floats

    def rows(self, height: int) -> tuple[int, int]:
        """First and one after the last row that any ink touches; 0, 0 for none."""
        # Where nothing is inked, a top is inf and a bottom -inf.
        highest = float(self.top.min())
        if highest == math.inf:
            return 0, 0
        first = math.floor(highest)
        last = math.ceil(float(self.bottom.max()))
        return max(0, first), max(0, min(height, last + 1))


@lru_cache(maxsize=64)
def _windows(columns: int, margin: int, radius: float) -> tuple[Places, Floats]:
    """For both outer quarters of each column: the quarters in reach, and the tip."""
    steps = math.ceil(radius * SUB) - 1
    sides = np.arange(-steps, steps + 1)
    quarters = np.arange(columns)[:, None] * SUB + np.array([0, SUB - 1])
    places = margin * SUB + quarters.ravel()[:, None] + sides
    return places, np.sqrt(radius * radius - (sides / SUB) ** 2)


def widen(low: Floats, high: Floats, margin: int, radius: float) -> Span:
    """What a round pen inks along a curve.

    The pen is looked at in the first and in the last quarter of each column, and its
    border laid straight through both. So an upright line whose sides lie on columns'
    borders stays sharp.

    Args:
        low: Highest place of the curve in each quarter column (the least row), inf
            where there is no curve. Shape ((n + 2 margin) · SUB,).
        high: Its lowest place, -inf where there is none.
        margin: Columns given at each side beyond those that are asked for.
        radius: The pen's, in pixels, at most ``margin``.
    """
    places, tip = _windows(len(low) // SUB - 2 * margin, margin, radius)
    borders = np.empty((2, len(places)))
    np.minimum.reduce(low[places] - tip, axis=1, out=borders[0])
    np.maximum.reduce(high[places] + tip, axis=1, out=borders[1])
    top, bottom = _to_sides(borders.reshape(2, -1, 2))
    return Span(top, bottom)


# From the middles of the outer quarters to the sides, as a part of their distance.
_TO_SIDES = np.array([-0.5, 0.5]) / (SUB - 1)


def _to_sides(borders: Floats) -> Floats:
    """From the middles of the outer quarters to the column's sides."""
    one, other = borders[..., :1], borders[..., 1:]
    if np.isfinite(borders).all():
        return borders + (other - one) * _TO_SIDES
    with np.errstate(invalid="ignore"):
        step = other - one
    step[~np.isfinite(step)] = 0.0
    return borders + step * _TO_SIDES


def cover(span: Span, first_row: int, last_row: int) -> Shares:
    """The share of each pixel that is inked.

    Args:
        span: Of n columns. Where it begins or ends, its border goes on level for half
            a column.
        first_row: The first row that is asked for.
        last_row: One after the last.

    Returns:
        Shape (n, last_row - first_row), 0 to 1.
    """
    rows = np.arange(first_row, last_row + 1, dtype=np.float32)
    inked = np.isfinite(span.top)
    if inked.all():
        return _between(span.top, span.bottom, rows)
    some = inked.any(axis=1)
    shares = np.zeros((len(inked), last_row - first_row), np.float32)
    if some.any():
        here = inked[some]
        top, bottom = _level(span.top[some], here), _level(span.bottom[some], here)
        share = here.mean(axis=1).astype(np.float32)
        shares[some] = _between(top, bottom, rows) * share[:, None]
    return shares


def _level(border: Floats, inked: NDArray[np.bool_]) -> Floats:
    """A border with a missing side replaced by the other one."""
    level: Floats = np.where(inked, border, border[:, ::-1])
    return level


def _between(top: Floats, bottom: Floats, rows: Shares) -> Shares:
    """The share of each pixel that lies between two borders, 0 to 1.

    With t the row and the border going straight from a to b, the area above t and
    below the border in a column is G(t) = integral of max(0, t - border) = q²/2(b - a)
    + max(0, t - b), q = clip(t - a, 0, b - a). A pixel holds G(row + 1) - G(row).
    """
    borders = np.concatenate([top, bottom]).astype(np.float32)
    d = np.abs(borders[:, 1:] - borders[:, :1])
    np.maximum(d, np.float32(1e-3), out=d)
    t = rows - borders.min(axis=1, keepdims=True)
    np.maximum(t, np.float32(0.0), out=t)
    q = np.minimum(t, d)
    t -= q
    q *= q
    q /= d + d
    t += q
    below = t[:, 1:] - t[:, :-1]
    share: Shares = below[: len(top)]
    share -= below[len(top) :]
    np.maximum(share, np.float32(0.0), out=share)
    return share
