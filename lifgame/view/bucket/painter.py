"""The leaky bucket scene: the neuron's equation as water that a child can read."""

from pygame import Rect, Surface

from lifgame.content.parameters import CURRENT, THRESHOLD
from lifgame.view import shapes
from lifgame.view.bucket import art
from lifgame.view.bucket.axon import Lamp, draw_axon
from lifgame.view.bucket.layout import BucketLayout, lay_out
from lifgame.view.bucket.motion import (
    FLUSH_S,
    POUR_S,
    BucketFrame,
    BucketMotion,
    fallen,
    jet_reach,
)
from lifgame.view.bucket.streams import draw_jet, draw_slug, draw_stream, jet_path
from lifgame.view.bucket.water import draw_body
from lifgame.view.colours import mix
from lifgame.view.look import BOLD, Look

__all__ = ["BucketFrame", "BucketPainter"]

GHOST = 0.6  # how far flushed water has faded into the air's colour


class BucketPainter:
    """Paints the bucket scene into one rectangle.

    Attributes:
        still: Reduced motion; widths, level and lamp still tell everything.
    """

    def __init__(self, look: Look, rect: Rect) -> None:
        self.rect = rect.copy()
        self.still = look.still
        self._look = look
        palette = look.palette
        self._streams = (palette.stream, palette.streak)
        self._layout = self._lay_out(2.0, 12.0, 20.0)
        self._motion = BucketMotion(self._layout.scale, palette.drop)
        self._layout_key: tuple[float, float, float] = (0.0, 0.0, 0.0)
        self._background: Surface | None = None
        self._background_nf = 0.0
        self._lamp = Lamp(self._layout.labels.lamp.width, palette)

    @property
    def layout(self) -> BucketLayout:
        """Where everything stands; its panel lies at 0, 0."""
        return self._layout

    @property
    def motion(self) -> BucketMotion:
        """What moves."""
        return self._motion

    def update(self, frame: BucketFrame) -> None:
        """Move on by one frame."""
        reading = frame.reading
        key = (reading.capacitance_nf, reading.resistance_mohm, reading.flush_mv)
        if key != self._layout_key:
            self._layout = self._lay_out(*key)
            self._layout_key = key
        if self.still and not self._motion.still:
            self._motion.splash.clear()
            self._motion.spill.clear()
        self._motion.still = self.still
        self._motion.update(frame, self._layout)

    def draw(self, target: Surface) -> None:
        """Paint the whole panel, and nothing outside it."""
        frame = self._motion.frame
        if frame is None:
            return
        if target.get_rect().contains(self.rect):
            canvas = target.subsurface(self.rect)
            canvas.set_clip(target.get_clip().move(-self.rect.left, -self.rect.top))
            self._paint(canvas, frame)
        else:
            canvas = Surface(self.rect.size)
            self._paint(canvas, frame)
            target.blit(canvas, self.rect)

    def _lay_out(self, c_nf: float, r_mohm: float, flush_mv: float) -> BucketLayout:
        rect = Rect((0, 0), self.rect.size)
        look = self._look
        return lay_out(
            rect, look.unit, c_nf, r_mohm, flush_mv, text_scale=look.text_scale
        )

    def _paint(self, canvas: Surface, frame: BucketFrame) -> None:
        canvas.blit(self._still_part(frame), (0, 0))
        self._paint_inside(canvas, frame)
        self._paint_leak(canvas, frame)
        self._paint_flush(canvas)
        self._motion.spill.draw(canvas)
        canvas.blit(
            self._lip, self._lip.get_rect(midbottom=self._layout.drain.midbottom)
        )
        self._paint_lamp(canvas)
        self._paint_numbers(canvas, frame)
        self._paint_voltage(canvas, frame)

    def _still_part(self, frame: BucketFrame) -> Surface:
        """The background, painted anew only when the bucket's width changes."""
        capacitance_nf = frame.reading.capacitance_nf
        if self._background is None or capacitance_nf != self._background_nf:
            layout, look = self._layout, self._look
            self._background = art.paint_background(look, layout)
            art.paint_width_words(self._background, look, layout, capacitance_nf)
            self._background_nf = capacitance_nf
            self._line = art.threshold_line(layout, look.palette)
            self._path = art.axon_path(layout)
            self._lip = art.drain_lip(layout, look.palette)
            self._shine = art.shine(layout, look.palette)
            self._pointer = art.pointer_sprite(layout, look.palette)
        return self._background

    def _paint_inside(self, canvas: Surface, frame: BucketFrame) -> None:
        layout, motion, palette = self._layout, self._motion, self._look.palette
        inside = layout.inside
        self._paint_ghost(canvas)
        level_y = layout.level_y(motion.level_mv(frame))
        crest = motion.waves.crest(
            inside, level_y, 0.0 if motion.still else layout.scale
        )
        colours = (palette.water_top, palette.water_bottom, palette.crest, palette.well)
        draw_body(canvas, inside, crest, colours)
        width = min(layout.stream_width(frame.reading.inflow_na), inside.width - 2)
        place = (inside.centerx, layout.spout.bottom, min(level_y + 2, inside.bottom))
        draw_stream(
            canvas, place, width, self._run_px, self._streams, scale=layout.scale
        )
        if width >= 2 and place[2] > place[1]:
            self._paint_foam(canvas, width, level_y)
        motion.splash.draw(canvas)
        canvas.blit(self._shine, (inside.left + layout.px(7), inside.top))
        self._paint_float(canvas, frame)
        line = self._line
        canvas.blit(line, line.get_rect(center=(inside.centerx, layout.threshold_y)))

    def _paint_float(self, canvas: Surface, frame: BucketFrame) -> None:
        """The true level as a thin line, while the body of water is an average."""
        layout, palette = self._layout, self._look.palette
        alpha = self._motion.float_alpha(frame)
        if alpha > 0:
            y = round(layout.level_y(frame.reading.level_mv))
            colour = mix(palette.voltage, palette.ink, 0.4 + 0.6 * alpha)
            line = Surface((layout.inside.width, layout.px(3)))
            line.fill(colour)
            line.set_alpha(round(255 * alpha))
            canvas.blit(line, (layout.inside.left, y - line.get_height() // 2))

    def _paint_ghost(self, canvas: Surface) -> None:
        """Water that was flushed and still sinks through the door."""
        layout, motion, palette = self._layout, self._motion, self._look.palette
        if motion.still or motion.flush_age_s >= POUR_S:
            return
        share = motion.flush_age_s / POUR_S
        inside = layout.inside
        fallen = motion.flush_top_mv * layout.px_per_mv * share**2
        top = round(layout.level_y(motion.flush_top_mv) + fallen)
        water = mix(palette.water_top, palette.water_bottom, 0.55)
        colour = mix(water, palette.well, GHOST * share)
        canvas.fill(colour, (inside.left, top, inside.width, inside.bottom - top))

    def _paint_foam(self, canvas: Surface, width: float, level_y: float) -> None:
        layout = self._layout
        streak = self._look.palette.streak
        wide = min(round(width * 1.5) + layout.px(10), layout.inside.width - 2)
        foam = shapes.rounded((wide, layout.px(5)), layout.px(2), streak)
        canvas.blit(foam, foam.get_rect(center=(layout.inside.centerx, round(level_y))))

    @property
    def _run_px(self) -> float:
        return self._motion.run * self._layout.scale

    def _paint_leak(self, canvas: Surface, frame: BucketFrame) -> None:
        layout, motion = self._layout, self._motion
        art.draw_hole(canvas, layout, self._look.palette)
        width = layout.stream_width(motion.leak_na(frame))
        if width < 0.2:
            return
        reach = jet_reach(layout, motion.level_mv(frame))
        path = jet_path(layout.hole, reach, layout.drain.centery)
        draw_jet(canvas, path, width, self._run_px, self._streams, scale=layout.scale)

    def _paint_flush(self, canvas: Surface) -> None:
        """What falls out of the bottom: one body of water, or a steady stream."""
        layout, motion = self._layout, self._motion
        middle, top = layout.inside.centerx, layout.door.top
        art.draw_doorway(canvas, layout, motion.door, self._look.palette)
        floor = layout.drain.centery
        width = min(layout.stream_width(motion.steady.flush_na), layout.door.width)
        if width >= 0.5:
            place = (middle, top, floor)
            draw_stream(
                canvas, place, width, self._run_px, self._streams, scale=layout.scale
            )
        age_s = motion.flush_age_s
        if age_s < FLUSH_S and not motion.still:
            tail = min(top + fallen(layout, age_s - POUR_S), floor)
            head = min(top + fallen(layout, age_s), floor)
            slug = (middle, top, tail, head)
            draw_slug(canvas, slug, layout.door.width * 0.86, self._streams)
        art.draw_door(canvas, layout, motion.door, self._look.palette)

    def _paint_lamp(self, canvas: Surface) -> None:
        axon, layout = self._motion.axon, self._layout
        draw_axon(canvas, axon, self._path, layout.scale, self._look.palette)
        self._lamp.draw(canvas, layout.labels.lamp, axon.light)

    def _paint_numbers(self, canvas: Surface, frame: BucketFrame) -> None:
        layout, words = self._layout, self._look.texts
        pen = art.Pen(self._look, layout)
        shown = self._motion.numbers or frame
        inflow = words.quantity(shown.reading.inflow_na, 2, CURRENT.unit)
        pen.pair(canvas, layout.labels.input, words("bucket.input"), "current", inflow)
        # A mean is called one: it need not fit the numbers of this moment.
        calm = self._motion.calm > 0.5
        leak_na = self._motion.steady.leak_na if calm else shown.reading.leak_na
        leak = words.quantity(leak_na, 2, CURRENT.unit)
        leak = f"≈ {leak}" if calm else leak
        pen.pair(canvas, layout.labels.leak, words("bucket.leak"), "resistance", leak)
        count = words.number(shown.spike_count, 0)
        pen.write(
            canvas,
            count,
            layout.labels.count,
            30,
            role="spike",
            weight=BOLD,
            align="center",
        )
        flush_mv = frame.reading.flush_mv
        decimals = 0 if flush_mv == round(flush_mv) else THRESHOLD.decimals
        value = words.quantity(flush_mv, decimals, THRESHOLD.unit)
        line = words("bucket.threshold", value=value)
        upper, lower = art.halves(layout.labels.flush)
        if layout.compact:
            pen.write(canvas, line, layout.labels.flush, 24, role="threshold")
        else:
            pen.write(canvas, words("bucket.flush_line"), upper, 20, role="threshold")
            pen.write(canvas, line, lower, 20, role="threshold")
        if self._motion.calm > 0:
            self._paint_calm(canvas, pen, shown)

    def _paint_calm(self, canvas: Surface, pen: art.Pen, shown: BucketFrame) -> None:
        layout, words = self._layout, self._look.texts
        decimals = 0 if shown.rate_hz >= 9.95 else 1
        rate = words.number(shown.rate_hz, decimals)
        # Between two bursts the rate is zero, and no number would be right.
        is_firing = shown.rate_hz > 0
        lines = art.two_lines(
            words.plural("bucket.calm", shown.rate_hz, decimals)
            if is_firing
            else words("bucket.calm_bursts")
        )
        place = layout.labels.calm
        fits = all(self._look.fits(line, place.width) for line in lines)
        if layout.compact or not fits:
            text = words("bucket.calm_short", rate=rate) if is_firing else ""
            pen.write(canvas, text, place, 22, role="spike", align="right")
            return
        for text, box in zip(lines, art.halves(place), strict=True):
            pen.write(canvas, text, box, 18, role="spike", align="right")

    def _paint_voltage(self, canvas: Surface, frame: BucketFrame) -> None:
        """The pointer at the water's level and the number that goes with it."""
        layout, motion, words = self._layout, self._motion, self._look.texts
        shown = motion.numbers or frame
        calm = motion.calm > 0.5
        level_mv = motion.steady.level_mv if calm else shown.reading.level_mv
        y = round(layout.level_y(motion.level_mv(frame)))
        pointer = self._pointer
        spot = pointer.get_rect(midright=(layout.inside.left - layout.wall - 1, y))
        canvas.blit(pointer, spot)
        box = layout.labels.voltage.copy()
        if not (layout.compact or layout.voltage_inside):
            low, high = layout.labels.voltage_range
            half = box.height // 2
            box.centery = max(low + half, min(y, high - half))
        canvas.blit(art.plaque(layout, box.size, self._look.palette), box)
        key = "bucket.voltage_mean" if calm else "bucket.voltage"
        value = words.quantity(level_mv, 1, THRESHOLD.unit)
        runs = [(THRESHOLD.symbol[0], "voltage"), (words(key, value=value), "ink")]
        inner = box.inflate(-layout.px(22), -layout.px(4))
        art.Pen(self._look, layout).write(canvas, runs, inner, 28, weight=BOLD)
