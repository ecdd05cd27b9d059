"""The scope: V(t) with threshold, spikes and the settling level, above I(t)."""

import math
from dataclasses import dataclass

import numpy as np
import pygame

from lifgame.model.record import Record
from lifgame.view import shapes
from lifgame.view.look import Look
from lifgame.view.scope.axes import (
    VOLTAGE_HIGH_MV,
    VOLTAGE_LOW_MV,
    AxesPainter,
    current_pad_px,
    current_scale,
    lay_out,
)
from lifgame.view.scope.curves import CurrentCurve, VoltageCurve
from lifgame.view.scope.labels import LabelPainter, paint_arrow
from lifgame.view.scope.plot import BlockStrip, TimeAxis

BLOCK_PX = 64
# Half the widest ink of a strip, a spike's light, in design units.
REACH = 9.0


@dataclass(frozen=True, slots=True)
class ScopeFrame:
    """What the scope shows in one frame.

    Attributes:
        trace: The simulation's recent past.
        dt_ms: Simulated time of one tick, in ms.
        window_ms: Simulated time across the scope, in ms.
        speed_label: The speed in words, such as ``1/10``.
        threshold_mv: The threshold now, in mV.
        settle_mv: Where V would settle now, in mV.
        current_na: The current now, in nA.
    """

    trace: Record
    dt_ms: float
    window_ms: float
    speed_label: str
    threshold_mv: float
    settle_mv: float
    current_na: float


class ScopePainter:
    """Paints the scope into its rect, and nowhere else.

    Attributes:
        layout: Where its parts stand.
        caption_right: Where the caption in the header ends, in screen pixels; move it
            to the left to make room for buttons.
    """

    def __init__(self, look: Look, rect: pygame.Rect) -> None:
        self._look = look
        self.layout = lay_out(look, rect.copy())
        self.caption_right = self.layout.header.right
        self._frame: ScopeFrame | None = None
        self._axes = AxesPainter(look, self.layout)
        self._labels = LabelPainter(look, self.layout)
        # SDL copies several times slower where both sides lie on 16-byte borders and
        # the rows are no whole cache lines; a spare column keeps them apart.
        spare = 0 if rect.left % 4 else 1
        self._base_left = rect.left - spare
        sheet = pygame.Surface((rect.width + spare, rect.height))
        self._base = sheet.subsurface((spare, 0, *rect.size))
        self._sheet = sheet
        self._base_key: tuple[object, ...] = ()
        self._drawn_key: tuple[object, ...] = ()
        self._seen_ticks = 0
        axis, nothing = TimeAxis(self.layout.voltage.width, 1.0, 1.0), Record((), 1)
        volts, amps = self.layout.voltage, self.layout.current
        pad = current_pad_px(look)
        self._voltage = VoltageCurve(
            look, volts.height, 0, VOLTAGE_LOW_MV, VOLTAGE_HIGH_MV, nothing, axis
        )
        self._current = CurrentCurve(look, amps.height, pad, 0.0, 1.0, nothing, axis)
        block, reach = BLOCK_PX * max(1, round(look.unit)), look.px(REACH) + 2
        self._voltage_strip = BlockStrip(volts.size, block, reach, self._voltage.paint)
        self._current_strip = BlockStrip(amps.size, block, reach, self._current.paint)

    @property
    def label_rects(self) -> tuple[pygame.Rect, ...]:
        """Where the words of threshold, settling level and current were drawn last."""
        return self._labels.rects

    def invalidate(self) -> None:
        """Paint everything anew in the next update."""
        self._voltage_strip.invalidate()
        self._current_strip.invalidate()
        self._base_key = ()

    def update(self, frame: ScopeFrame) -> None:
        """Take up a frame: paint the columns that are new."""
        self._frame = frame
        trace, volts = frame.trace, self._voltage
        axis = TimeAxis(self.layout.voltage.width, frame.window_ms, frame.dt_ms)
        restarted = trace is not volts.trace or trace.end_tick < self._seen_ticks
        if restarted or axis != volts.axis:
            volts.trace = self._current.trace = trace
            volts.axis = self._current.axis = axis
            self.invalidate()
        self._rescale(frame)
        if trace.end_tick != self._seen_ticks:
            # The newest tick's own drawing may change too: it was the line's end.
            column = (self._seen_ticks - axis.stride) * axis.px_per_tick - 1
            self._voltage_strip.forget_from(column)
            self._current_strip.forget_from(column)
        self._seen_ticks = trace.end_tick
        edge = axis.edge(trace.end_tick)
        self._voltage_strip.show(edge)
        self._current_strip.show(edge)
        self._refresh_base(frame)

    def draw(self, target: pygame.Surface) -> None:
        """Paint the whole panel, whatever the target holds."""
        for band in self.layout.bands:
            self._restore(target, band)
        self._draw_live(target)
        self._drawn_key = self._base_key

    def draw_changed(self, target: pygame.Surface) -> None:
        """Paint what may have changed on a target that holds the last picture."""
        if self._drawn_key != self._base_key or self._frame is None:
            self.draw(target)
            return
        below, column = self.layout.bands[-2:]
        # On a low panel, labels that were pushed apart stand out of their column.
        high = column.bottom - self.layout.header.top
        tall = pygame.Rect(column.left, self.layout.header.top, column.width, high)
        for place in (tall, below):
            self._restore(target, place)
        self._draw_live(target)

    def _rescale(self, frame: ScopeFrame) -> None:
        """Fit the current axis to what is visible; repaint its strip if it changes."""
        ticks, curve = frame.trace.end_tick, self._current
        visible = frame.trace.span(ticks - curve.axis.window_ticks, ticks).current_na
        lowest = float(np.min(visible, initial=frame.current_na))
        highest = float(np.max(visible, initial=frame.current_na))
        scale = current_scale(lowest, highest)
        if scale != (curve.low, curve.high):
            curve.low, curve.high = scale
            self._current_strip.invalidate()

    def _refresh_base(self, frame: ScopeFrame) -> None:
        look, scale = self._look, (self._current.low, self._current.high)
        window = look.texts.quantity(frame.window_ms, 0, look.texts("scope.unit_ms"))
        captions = (
            look.texts("scope.caption", window=window, speed=frame.speed_label),
            look.texts("scope.caption_short", window=window, speed=frame.speed_label),
        )
        right = self.caption_right - self.layout.rect.left
        key = (captions, right, frame.window_ms, scale, look.palette.id)
        if key != self._base_key:
            self._axes.paint(self._base, captions, right, scale)
            self._base_key = key

    def _restore(self, target: pygame.Surface, part: pygame.Rect) -> None:
        target.blit(
            self._sheet, part, part.move(-self._base_left, -self.layout.rect.top)
        )

    def _draw_live(self, target: pygame.Surface) -> None:
        """The strips, the labels and the point that is now."""
        frame = self._frame
        self._voltage_strip.draw(target, self.layout.voltage.topleft)
        self._current_strip.draw(target, self.layout.current.topleft)
        if frame is None:
            return
        axis = self._voltage.axis
        edge = axis.edge(frame.trace.end_tick)
        self._axes.paint_times(target, frame.window_ms, edge, axis.px_per_ms)
        self._labels.paint(
            target, frame.threshold_mv, frame.settle_mv, frame.current_na
        )
        if frame.trace.end_tick:
            before = target.get_clip()
            strip = self.layout.voltage
            edges = (strip.left, strip.top, self.layout.rect.right - strip.left)
            target.set_clip(before.clip(pygame.Rect(*edges, strip.height)))
            self._draw_now(target, frame.trace)
            target.set_clip(before)

    def _draw_now(self, target: pygame.Surface, trace: Record) -> None:
        """A lit dot where V is, or an arrow at the edge if that is off the axis."""
        look, strip = self._look, self.layout.voltage
        newest = trace.span(trace.end_tick - 1, trace.end_tick)
        voltage_mv = float(newest.voltage_mv[0])
        colour = look.colour("voltage")
        x = strip.right - 1
        if not VOLTAGE_LOW_MV <= voltage_mv <= VOLTAGE_HIGH_MV:
            up = voltage_mv > VOLTAGE_HIGH_MV
            y = strip.top if up else strip.bottom - 1
            spot = (x - look.px(9), y)
            paint_arrow(target, look, spot, 1 if up else -1, colour)
            return
        y = strip.top + math.floor(self._voltage.y(voltage_mv) + 0.5)
        light, rim, core = look.px(22), max(4, look.px(10)), max(3, look.px(7))
        parts = [
            (rim, shapes.disc(rim, colour)),
            (core, shapes.disc(core, look.colour("knob"))),
        ]
        if halo := round(110 * look.palette.glow):
            parts.insert(0, (light, shapes.glow(light, colour, halo)))
        for radius, picture in parts:
            target.blit(picture, (x - radius, y - radius))
