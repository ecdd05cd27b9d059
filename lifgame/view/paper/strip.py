"""The written paper: which columns are up to date, and what must be painted."""

import math

import pygame

from lifgame.view.look import Look
from lifgame.view.paper.axis import PaperAxis
from lifgame.view.paper.curves import CurvePainter
from lifgame.view.paper.frame import PaperFrame
from lifgame.view.paper.lines import LinePainter
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.paper.record import Record, end_tick, first_tick, read
from lifgame.view.paper.ring import Ring
from lifgame.view.paper.second import SecondPainter
from lifgame.view.paper.sheet import LEAD, SheetPainter
from lifgame.view.paper.steps import StepPainter
from lifgame.view.paper.swings import Swings
from lifgame.view.paper.wet import WetInk
from lifgame.view.paper.writing import Pens, Writing

# Swings smaller than this are never bright enough to flicker.
LEAST_SWING_MV = 5.0
LEAST_SWING_NA = 0.4
# Marks nearer to each other than this, in design units, are a band.
NEAREST_MARKS = 8.0
# No place may see more peaks a second than this.
MOST_A_SECOND = 2.0
# In the Lab the eye's limit follows the tempo, but no faster than this.
CHANGE_S = 0.5
# So many columns are done at once, in design units: each pass has its price.
BLOCK, BLOCK_PX = 32.0, (8, 64)
# Columns beyond those on the screen that stay painted, for going back and forth.
SPARE = 256


class WrittenStrip:
    """The columns of the paper, painted when they are new and kept.

    Attributes:
        ring: Where they are.
        edge: The first column that the pen has not passed.
        done: The first column that is still wet; those before it are in the ring.
        fresh_from: The first column that the last update has painted; None: none.
        writing: What is written; None before the first update.
    """

    def __init__(self, look: Look, places: PaperPlaces) -> None:
        self._places, self._pens = places, Pens.of(look, places.unit)
        sheet = places.sheet
        self._painters = (
            SheetPainter(look, places),
            CurvePainter(look, places),
            SecondPainter(look, places),
            StepPainter(look, places),
            LinePainter(look, places),
        )
        self._block = min(max(BLOCK_PX[0], round(BLOCK * places.unit)), BLOCK_PX[1])
        # A ring of whole blocks, so that none is cut.
        spare = sheet.width + SPARE
        self.ring = Ring(-(-spare // self._block) * self._block, sheet.height)
        most = max(self.lead, self._pens.reach) + self._block + places.lip + 2
        self._wet = WetInk(look, places, most, self._painters)
        self.edge = self.done = 0
        self._wet_plate: pygame.Surface | None = None
        self.fresh_from: int | None = None
        self.writing: Writing | None = None
        self._records: tuple[Record | None, ...] = ()
        self._near_px, self._waited_s = 0.0, CHANGE_S
        self._volts = self._spikes = self._amps = Swings(LEAST_SWING_MV)
        self._second = Swings(LEAST_SWING_MV)

    @property
    def now(self) -> float:
        """The column of the pen, with its fraction."""
        return 0.0 if self.writing is None else self.writing.now

    @property
    def lead(self) -> int:
        """Columns of paper that are out before the first tick."""
        return self._places.px(LEAD)

    @property
    def first_seen(self) -> int:
        """The column at the paper's left on the screen, or the torn edge."""
        return max(-self.lead, self.edge - self._places.pen_x + self._places.sheet.left)

    def draw(
        self, target: pygame.Surface, first: int, end: int, spot: tuple[int, int]
    ) -> None:
        """Copy columns to a target, the first one to ``spot``."""
        if first < self.done:
            self.ring.draw(target, first, min(end, self.done), spot)
        if end > self.done and self.writing is not None:
            if self._wet_plate is None:
                columns = self.edge + self._places.lip - self.done
                self._wet_plate = self._wet.paint(self.done, columns, self.writing)
            start = max(first, self.done)
            part = (start - self.done, 0, end - start, self._wet_plate.get_height())
            target.blit(self._wet_plate, (spot[0] + start - first, spot[1]), part)

    def update(self, frame: PaperFrame, elapsed_s: float) -> None:
        """Take up a frame: paint the columns that are new or have changed."""
        before = self.writing
        if before is not None and self._is_same(before, frame, elapsed_s):
            self.fresh_from = None
            return
        if _records(frame)[:1] != self._records[:1] or (
            before is not None and end_tick(frame.record) < self._volts.ticks
        ):
            self._begin(frame)
            before = None
        elif _records(frame) != self._records:
            self._begin_second(frame)
        axis = self._axis(frame)
        now = axis.x(frame.edge_tick)
        self._feed(frame)
        for swings in (self._volts, self._spikes, self._amps, self._second):
            swings.forget_before(first_tick(frame.record))
        self._waited_s += elapsed_s
        near_px = self._nearest(frame, axis)
        if near_px != self._near_px and self._waited_s >= CHANGE_S:
            self._near_px, self._waited_s = near_px, 0.0
        self.edge, self._wet_plate = math.floor(now), None
        oldest = min(self.ring.first, self.first_seen) - SPARE
        since, near_px = axis.tick(oldest), self._near_px
        volts, spikes, amps, second = (
            each.bands(axis, near_px, now, since)
            for each in (self._volts, self._spikes, self._amps, self._second)
        )
        self.writing = Writing(frame, axis, now, volts, spikes, amps, second)
        reached = self.edge - self._pens.reach
        start = self._block_of(-self.lead)
        self.done = max(start, self._block_of(reached))
        if frame.edge_tick <= 0.0:
            # Where the flush line will have been is not yet known.
            self.done = start
        self._paint(before)

    def _is_same(self, before: Writing, frame: PaperFrame, elapsed_s: float) -> bool:
        """Whether a frame brings nothing new."""
        is_held = self.ring.first <= self.first_seen and self.done <= self.ring.end
        if before.frame != frame or not (is_held or self.done <= self.first_seen):
            return False
        self._waited_s += elapsed_s
        return self._nearest(frame, before.axis) == self._near_px

    def _begin(self, frame: PaperFrame) -> None:
        start = first_tick(frame.record)
        self._records = _records(frame)
        self._second = Swings(LEAST_SWING_MV, start)
        self._volts = Swings(LEAST_SWING_MV, start)
        self._spikes = Swings(math.inf, start)
        self._amps = Swings(LEAST_SWING_NA, start)
        self._waited_s = CHANGE_S
        self.ring.forget()

    def _begin_second(self, frame: PaperFrame) -> None:
        """Another second curve beside the same first one: only its peaks are new."""
        self._records = _records(frame)
        if frame.second is not None:
            record = frame.second.record
            self._second = Swings(LEAST_SWING_MV, first_tick(record))
            self._feed_second(record, first_tick(record), self._volts.ticks)

    def _axis(self, frame: PaperFrame) -> PaperAxis:
        places = self._places
        if frame.span_ms is None:
            return PaperAxis.running(frame.tempos, frame.dt_ms, places.px_per_s)
        width = places.pen_x - places.sheet.left
        return PaperAxis.spanning(width, frame.span_ms, frame.dt_ms)

    def _nearest(self, frame: PaperFrame, axis: PaperAxis) -> float:
        """The least distance of peaks that are drawn one by one, in pixels."""
        least = NEAREST_MARKS * self._places.unit
        if frame.span_ms is None:
            return max(least, self._places.px_per_s / MOST_A_SECOND)
        if frame.paused:
            return least
        px_per_s = axis.stretches[-1].px_per_tick / frame.dt_ms * 1000.0 * frame.tempo
        return max(least, px_per_s / MOST_A_SECOND)

    def _feed(self, frame: PaperFrame) -> None:
        """Look for peaks in the ticks that are new."""
        newest = math.ceil(frame.edge_tick)
        if newest <= self._volts.ticks:
            return
        ticks = read(frame.record, self._volts.ticks, newest)
        tops, falls = ticks.threshold_mv, ticks.spiked
        self._volts.feed(ticks.first, ticks.voltage_mv, tops, falls)
        self._spikes.feed(ticks.first, ticks.voltage_mv, tops, falls)
        self._amps.feed(ticks.first, ticks.current_na)
        if frame.second is not None:
            self._feed_second(frame.second.record, ticks.first, newest)

    def _feed_second(self, record: Record, first: int, end: int) -> None:
        other = read(record, first, end)
        tops, falls = other.threshold_mv, other.spiked
        self._second.feed(other.first, other.voltage_mv, tops, falls)

    def _paint(self, before: Writing | None) -> None:
        """Paint what the ring lacks and what is no longer right."""
        writing = self.writing
        assert writing is not None
        self.fresh_from = None
        if before is not None:
            dirty = self._dirty_from(before, writing)
            if dirty is not None:
                if dirty <= self.ring.first:
                    self.ring.forget()
                else:
                    self.ring.end = min(self.ring.end, self._block_of(dirty))
        if self.done <= self.first_seen:
            return
        begin = self._block_of(self.first_seen)
        for first, last in self.ring.missing(begin, self.done):
            fresh = first if self.fresh_from is None else self.fresh_from
            self.fresh_from = min(fresh, first)
            self._paint_blocks(first, last)

    def _dirty_from(self, before: Writing, writing: Writing) -> int | None:
        """The first column that looks otherwise than before; None: none does."""
        old, new = before.frame, writing.frame
        seen = float(self.ring.first - self._pens.reach)
        ticks = (before.axis.tick(seen), min(old.edge_tick, new.edge_tick))
        if (
            old.current_limit_na != new.current_limit_na
            or old.shows_settle != new.shows_settle
            or old.dt_ms != new.dt_ms
            or old.letters != new.letters
            or old.shows_steps != new.shows_steps
            or before.axis.between(*ticks) != writing.axis.between(*ticks)
        ):
            return self.ring.first
        now = min(before.now, writing.now)
        found = [
            column
            for one, other in zip(before.bands, writing.bands, strict=True)
            if (column := one.differs_from(other, seen, now)) is not None
        ]
        # Marks stand up to a column beside the place where their band begins.
        return math.floor(min(found)) - self._pens.reach - 2 if found else None

    def _paint_blocks(self, first: int, last: int) -> None:
        """Paint whole blocks.

        Always the same blocks: how a picture with alpha is rounded may depend on where
        it is cut, so even that must not depend on when a column is painted.
        """
        assert self.writing is not None
        for column in range(first, last, self._block):
            for start, place in self.ring.places(column, column + self._block):
                target = self.ring.surface.subsurface(place)
                for painter in self._painters:
                    painter.paint(target, start, self.writing)

    def _block_of(self, column: int) -> int:
        """Where the block of a column begins."""
        return column // self._block * self._block


def _records(frame: PaperFrame) -> tuple[Record | None, ...]:
    """Whose past is written."""
    second = frame.second
    return frame.record, None if second is None else second.record
