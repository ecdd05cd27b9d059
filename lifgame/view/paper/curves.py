"""The curves, lines and marks on the paper, painted column by column."""

import numpy as np
import pygame

from lifgame.content.palette import Colour
from lifgame.view.look import Look
from lifgame.view.paper.ink import Ink
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.paper.record import Ticks
from lifgame.view.paper.samples import Line, broken, quarters
from lifgame.view.paper.stroke import SUB, Floats, Shares, Span, cover, widen
from lifgame.view.paper.swings import Bands
from lifgame.view.paper.writing import Pens, Rows, Writing, snapped

# How strong the water under the curve is, at 0 mV and from FULL_MV up.
FILL = (0.10, 0.42)
FULL_MV = 21.0
# The inside of a band, between its brighter edges.
BAND = 0.46
# A current that moves more than this in a tick, in pixels, jumps and does not glide.
JUMP_PX = 2.0


def band_quarters(
    bands: Bands, edge: Floats, first: int, columns: int, until: float
) -> tuple[Floats, Floats]:
    """The edge of bands as a curve; inf and -inf where there is none."""
    middles = first + (np.arange(columns * SUB) + 0.5) / SUB
    rows = np.searchsorted(bands.start, middles, side="right") - 1
    inside = (rows >= 0) & (middles < np.minimum(bands.end[rows], until))
    low = np.where(inside, edge[rows], np.inf)
    high = np.where(inside, edge[rows], -np.inf)
    # Steps stand upright.
    joined = inside[1:] & inside[:-1]
    low[1:] = np.where(joined, np.minimum(low[1:], low[:-1]), low[1:])
    high[:-1] = np.where(joined, np.maximum(high[:-1], high[1:]), high[:-1])
    return low, high


def _is_flat(line: Line, first: int, columns: int, until: float) -> bool:
    """Whether a line stands at one row all along some columns."""
    is_level = len(line.x) == 2 and line.y[0] == line.y[1]
    ends = float(line.x[0]), min(float(line.x[-1]), until)
    return bool(is_level and ends[0] <= first and ends[1] >= first + columns)


Curve = tuple[Floats, Floats]


class Pen:
    """A pen with water under its curve.

    Args:
        colour: Of ink and water.
        height: Of the sheet, in pixels.
        full: The row at which the water is strongest.
        none: The row of zero.
        radius: Half the width of the stroke, in pixels.
        glows: Radius and strength of each light round the stroke.
        reach: Columns that are looked at to each side.
    """

    def __init__(
        self,
        colour: Colour,
        height: int,
        full: float,
        none: float,
        radius: float,
        glows: tuple[tuple[float, float], ...],
        reach: int,
    ) -> None:
        self._ink, self._height, self._reach = Ink(colour, height), height, reach
        self._strokes = (*glows, (radius, 1.0))
        self._floor = round(none)
        # The same for every block of a current that stands still.
        self._flat_of: tuple[float, int] | None = None
        self._flat: tuple[Shares, int]
        middles = np.arange(height) + 0.5
        share = np.clip((none - middles) / max(1.0, none - full), 0.0, 1.0)
        strength = FILL[0] + (FILL[1] - FILL[0]) * share
        self._water = np.where(middles < none, strength, 0.0).astype(np.float32)

    def write(
        self,
        target: pygame.Surface,
        line: Line,
        first: int,
        until: float,
        bands: tuple[Bands, Floats, Floats],
    ) -> None:
        """Write a line on columns.

        Args:
            target: Blank columns.
            line: The curve.
            first: The target's first column.
            until: Where the pen is.
            bands: Where bands stand in for the curve; rows of their lower and of
                their upper edge.
        """
        margin, columns = self._reach, target.get_width()
        whole = columns + 2 * margin
        is_flat = not len(bands[0]) and _is_flat(line, first - margin, whole, until)
        kept = (float(line.y[0]), columns) if is_flat else None
        if kept is not None and kept == self._flat_of:
            self._ink.lay(target, *self._flat)
            return
        (low, high), edges = self._curves(line, first - margin, whole, until, bands)
        inner = slice(margin * SUB, (margin + columns) * SUB)
        inked = [(low, high)] if low.min() < np.inf else []
        inks = self._blot([*inked, *edges])
        if inks is None:
            return
        start, stop, spans = inks
        shares: Shares = np.zeros((columns, stop - start), np.float32)
        self._fill(shares, start, low[inner], edges, inner)
        for group in spans:
            self._stroke(shares, start, group)
        if kept is not None:
            self._flat_of, self._flat = kept, (shares, start)
        self._ink.lay(target, shares, start)

    @staticmethod
    def _curves(
        line: Line,
        first: int,
        columns: int,
        until: float,
        bands: tuple[Bands, Floats, Floats],
    ) -> tuple[Curve, list[Curve]]:
        """The line where no band stands in for it, and the edges of bands."""
        low, high = quarters(line, first, columns, until)
        if not len(bands[0]):
            return (low, high), []
        edges = [
            band_quarters(bands[0], rows, first, columns, until) for rows in bands[1:]
        ]
        covered = np.isfinite(edges[0][0])
        low[covered], high[covered] = np.inf, -np.inf
        return (low, high), edges

    def _blot(
        self, curves: list[Curve]
    ) -> tuple[int, int, list[list[tuple[Span, float]]]] | None:
        """First row, one after the last, and spans with strengths; None for no ink."""
        spans = [
            [
                (widen(*curve, self._reach, radius), share)
                for radius, share in self._strokes
            ]
            for curve in curves
        ]
        rows = [span.rows(self._height) for group in spans for span, _ in group]
        inked = [pair for pair in rows if pair[1] > pair[0]]
        if not inked:
            return None
        start = min(pair[0] for pair in inked)
        return start, max(self._floor, *(pair[1] for pair in inked)), spans

    def _fill(
        self,
        shares: Shares,
        start: int,
        low: Floats,
        edges: list[Curve],
        inner: slice,
    ) -> None:
        """Water under the curve, and the inside of bands."""
        rows = np.arange(start, start + shares.shape[1])
        tops = low.reshape(-1, SUB).min(axis=1)
        if edges:
            lower = edges[0][0][inner].reshape(-1, SUB).min(axis=1)
            upper = edges[1][0][inner].reshape(-1, SUB).min(axis=1)
            tops = np.minimum(tops, lower)
            inside = (rows >= upper[:, None]) & (rows < lower[:, None])
            shares[inside & np.isfinite(lower)[:, None]] = BAND
        water = self._water[start : start + shares.shape[1]]
        wet = rows[None, :] >= np.where(np.isfinite(tops), tops, np.inf)[:, None]
        np.copyto(shares, np.broadcast_to(water, shares.shape), where=wet)

    def _stroke(
        self, shares: Shares, start: int, group: list[tuple[Span, float]]
    ) -> None:
        """Light and ink along one curve, over what is there."""
        for span, strength in group:
            first, last = span.rows(start + shares.shape[1])
            if last > first:
                part = shares[:, first - start : last - start]
                ink = cover(span, first, last)
                part += (1.0 - part) * (ink * np.float32(strength))


class CurvePainter:
    """V with its water, and I with its own, on columns that hold blank paper."""

    def __init__(self, look: Look, places: PaperPlaces) -> None:
        self._rows, self._pens = Rows(places), Pens.of(look, places.unit)
        rows, pens = self._rows, self._pens
        self._volt = Pen(
            look.colour("voltage"),
            rows.height,
            rows.volt(FULL_MV),
            rows.volt(0.0),
            pens.trace,
            pens.lights,
            pens.reach,
        )
        self._amp = Pen(
            look.colour("current"),
            rows.height,
            rows.strip_top,
            rows.strip_bottom,
            pens.current,
            (),
            pens.reach,
        )

    def paint(self, target: pygame.Surface, first: int, writing: Writing) -> None:
        """Paint the columns from ``first`` on, as many as the target is wide."""
        margin = self._pens.reach
        begin, end = first - margin, first + target.get_width() + margin
        ticks = writing.ticks(begin, end)
        if not len(ticks):
            return
        x, rows = writing.columns(ticks, self._pens.trace), self._rows
        bands = writing.volts.over(begin, end)
        edges = (bands, rows.volts(bands.low), rows.volts(bands.high))
        line = volt_line(ticks, x, writing, rows, writing.frame.level_mv)
        self._volt.write(target, line, first, writing.now, edges)
        limit = writing.frame.current_limit_na
        bands = writing.amps.over(begin, end)
        edges = (bands, rows.amps(bands.low, limit), rows.amps(bands.high, limit))
        line = self.amp_line(ticks, writing)
        self._amp.write(target, line, first, writing.now, edges)

    def amp_line(self, ticks: Ticks, writing: Writing) -> Line:
        """I: a tick's current holds for the whole tick, small changes glide."""
        y = self._rows.amps(ticks.current_na, writing.frame.current_limit_na)
        x = writing.axis.xs(ticks.ends)
        if y.min() == y.max():
            ends = [0, -1]
            return from_start(ticks, Line(x[ends], y[ends]), writing)
        jumps = np.zeros(len(y), np.bool_)
        np.greater(np.abs(y[1:] - y[:-1]), JUMP_PX, out=jumps[1:])
        starts = np.concatenate([x[:1], x[:-1]])
        if jumps.any():
            # Upright where it began, at a place where that is crisp.
            starts = snapped(starts, self._pens.current)
            x[:-1] = np.where(jumps[1:], starts[1:], x[:-1])
            x = np.maximum.accumulate(x)
            starts = np.concatenate([x[:1], x[:-1]])
        return from_start(ticks, broken(x, y, jumps, starts, y), writing)


def volt_line(
    ticks: Ticks, x: Floats, writing: Writing, rows: Rows, level_mv: float
) -> Line:
    """V: from state to state, up to the line and upright down at a spike.

    Args:
        ticks: Of one curve.
        x: Where they end.
        writing: The moment.
        rows: Of the sheet.
        level_mv: That curve's V at the pen now.
    """
    y = rows.volts(ticks.voltage_mv)
    if not ticks.has_spikes:
        return from_start(ticks, Line(x, y), writing)
    frame = writing.frame
    row = round(frame.edge_tick) - 1 - ticks.first
    is_whole = abs(frame.edge_tick - round(frame.edge_tick)) < 1e-9
    if is_whole and 0 <= row < len(ticks) and ticks.spiked[row]:
        # The siphon gulps: the pen has only come down to where the water is.
        y[row] = rows.volts(np.array([level_mv]))[0]
    # The line that was reached: one that a spike lifts is lower just before it.
    tops = rows.volts(ticks.threshold_mv)
    tops[1:] = np.maximum(tops[1:], tops[:-1])
    return from_start(ticks, broken(x, y, ticks.spiked, x, tops), writing)


def from_start(ticks: Ticks, line: Line, writing: Writing) -> Line:
    """A line that begins where the first tick began, not where it ended."""
    if ticks.first:
        return line
    start = writing.axis.x(0.0)
    return Line(np.insert(line.x, 0, start), np.insert(line.y, 0, line.y[0]))
