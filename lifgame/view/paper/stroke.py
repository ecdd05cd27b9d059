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

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Shares = NDArray[np.float32]

# Quarters of a column: fine enough that a steep line has an even width.
SUB = 4


@dataclass(frozen=True, slots=True)
class Span:
    """The ink's upper and lower row at each column border; inf where there is none.

    Attributes:
        top: Shape (n + 1,), rows counted downwards.
        bottom: The same.
    """

    top: Floats
    bottom: Floats

    def rows(self, height: int) -> tuple[int, int]:
        """First and one after the last row that any ink touches."""
        inked = np.isfinite(self.top)
        if not inked.any():
            return 0, 0
        first = math.floor(float(self.top[inked].min()))
        last = math.ceil(float(self.bottom[inked].max()))
        return max(0, first), max(0, min(height, last + 1))


def reach(radius: float) -> int:
    """How many columns to the side a pen inks."""
    return math.ceil(radius)


def widen(low: Floats, high: Floats, margin: int, radius: float) -> Span:
    """What a round pen inks along a curve.

    Args:
        low: Highest place of the curve in each quarter column (the least row), inf
            where there is no curve. Shape ((n + 2 margin) · SUB,).
        high: Its lowest place, -inf where there is none.
        margin: Columns given at each side beyond those that are asked for.
        radius: The pen's, in pixels, at most ``margin``.
    """
    steps = reach(radius) * SUB
    middles = (np.arange(-steps, steps) + 0.5) / SUB
    inside = np.abs(middles) < radius
    tip = np.sqrt(np.maximum(radius * radius - middles * middles, 0.0))
    first = margin * SUB - steps
    last = len(low) - first
    windows = np.lib.stride_tricks.sliding_window_view
    lows = windows(low[first:last], 2 * steps)[::SUB]
    highs = windows(high[first:last], 2 * steps)[::SUB]
    tip[~inside] = 0.0
    top = np.where(inside, lows - tip, np.inf).min(axis=1)
    bottom = np.where(inside, highs + tip, -np.inf).max(axis=1)
    return Span(top, bottom)


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
    inked = np.isfinite(span.top)
    left, right = inked[:-1], inked[1:]
    rows = np.arange(first_row, last_row + 1, dtype=np.float32)
    some = left | right
    if (left & right).all():
        return _between(_pairs(span.top), _pairs(span.bottom), rows)
    shares = np.zeros((len(left), last_row - first_row), np.float32)
    if some.any():
        top = _level(span.top, left, right)[some]
        bottom = _level(span.bottom, left, right)[some]
        share = np.where(left & right, 1.0, 0.5).astype(np.float32)[some]
        shares[some] = _between(top, bottom, rows) * share[:, None]
    return shares


def _pairs(border: Floats) -> Floats:
    """The rows of a border at both sides of each column, shape (n, 2)."""
    return np.stack([border[:-1], border[1:]], axis=1)


def _level(border: Floats, left: NDArray[np.bool_], right: NDArray[np.bool_]) -> Floats:
    """The same, a missing row replaced by its neighbour."""
    one, other = border[:-1], border[1:]
    return np.stack([np.where(left, one, other), np.where(right, other, one)], axis=1)


def _between(top: Floats, bottom: Floats, rows: Shares) -> Shares:
    share = _below(top, rows) - _below(bottom, rows)
    return np.clip(share, np.float32(0.0), np.float32(1.0))


def _below(border: Floats, rows: Shares) -> Shares:
    """The share of each pixel that lies below a border, 0 to 1.

    With t the row and the border going straight from a to b, the area above t and
    below the border in a column is G(t) = integral of max(0, t - border) = q²/2(b - a)
    + max(0, t - b), q = clip(t - a, 0, b - a). A pixel holds G(row + 1) - G(row).
    """
    a = border.min(axis=1).astype(np.float32)[:, None]
    d = np.abs(border[:, 1] - border[:, 0]).astype(np.float32)[:, None]
    d = np.maximum(d, np.float32(1e-3))
    t = rows[None, :] - a
    q = np.clip(t, np.float32(0.0), d)
    area: Shares = q * q / (d + d) + np.maximum(t - d, np.float32(0.0))
    shares: Shares = area[:, 1:] - area[:, :-1]
    return shares
