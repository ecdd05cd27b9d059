"""The still part of the bucket scene: panel, pipe, bucket, labels, resting lamp."""

from math import cos, sin

import pygame
from pygame import Rect, Surface

from lifgame.content.palette import Palette
from lifgame.content.parameters import CAPACITANCE
from lifgame.view import shapes
from lifgame.view.bucket.axon import cable_path, paint_cable
from lifgame.view.bucket.layout import FULL_MV, BucketLayout
from lifgame.view.bucket.pipe import paint_pipe
from lifgame.view.bucket.water import Points
from lifgame.view.colours import mix
from lifgame.view.look import BOLD, Look

TICK_MV = 5
GLOSS_ALPHA = 20


class Pen:
    """Writes into a layout's boxes, in sizes of the layout's own scale."""

    def __init__(self, look: Look, layout: BucketLayout) -> None:
        self._look = look
        self._shrink = layout.scale / look.unit

    def write(
        self,
        target: Surface,
        words: str | list[tuple[str, str]],
        box: Rect,
        size: float,
        *,
        role: str = "ink",
        weight: str | None = None,
        align: str = "left",
    ) -> None:
        """As ``Look.write``."""
        named = {} if weight is None else {"weight": weight}
        self._look.write(
            target, words, box, size * self._shrink, role, align=align, **named
        )

    def pair(
        self, target: Surface, box: Rect, words: str, role: str, value: str
    ) -> None:
        """Words with their number below; where they do not fit, the number alone."""
        upper, lower = split(box)
        if lower.height <= 0 or not self._look.fits(words, box.width):
            self.write(target, value, box, 24, role=role, weight=BOLD)
            return
        self.write(target, words, upper, 20, role=role)
        self.write(target, value, lower, 26, weight=BOLD)


def split(box: Rect) -> tuple[Rect, Rect]:
    """A box of two lines: words above, number below; a low box has one line."""
    if box.height < 26:
        return box, Rect(box.left, box.bottom, box.width, 0)
    top = round(box.height * 0.45)
    upper = Rect(box.left, box.top, box.width, top)
    return upper, Rect(box.left, box.top + top, box.width, box.height - top)


def halves(box: Rect) -> tuple[Rect, Rect]:
    """The upper and the lower half of a box of two lines."""
    top = box.height // 2
    upper = Rect(box.left, box.top, box.width, top)
    return upper, Rect(box.left, box.top + top, box.width, box.height - top)


def two_lines(words: str) -> tuple[str, str]:
    """Words broken near their middle, at a colon if there is one."""
    parts = words.split(" ")
    colons = [i + 1 for i, part in enumerate(parts) if part.endswith(":")]
    at = colons[0] if colons else (len(parts) + 1) // 2
    return " ".join(parts[:at]), " ".join(parts[at:])


def hillock(layout: BucketLayout) -> tuple[float, float]:
    """Where the axon leaves the bucket."""
    inside = layout.inside
    return inside.left - layout.wall, inside.bottom - layout.px(16)


def axon_path(layout: BucketLayout) -> Points:
    """The way of the cable from the bucket to the lamp."""
    return cable_path(hillock(layout), layout.labels.lamp)


def paint_background(look: Look, layout: BucketLayout) -> Surface:
    """Everything that stays as long as the layout does; its panel is at 0, 0."""
    palette = look.palette
    canvas = Surface(layout.panel.size)
    canvas.fill(palette.background)
    size, radius = layout.panel.size, look.px(18)
    panel = shapes.rounded(size, radius, palette.panel, palette.line, look.px(1))
    canvas.blit(panel, (0, 0))
    _paint_words(canvas, look, layout)
    _paint_drain(canvas, layout, palette)
    paint_pipe(canvas, layout, palette)
    _paint_bucket(canvas, layout, palette)
    _paint_width_line(canvas, layout, palette)
    paint_cable(canvas, axon_path(layout), layout.scale, palette)
    return canvas


def _paint_words(canvas: Surface, look: Look, layout: BucketLayout) -> None:
    pen, words = Pen(look, layout), look.texts
    labels = layout.labels
    title, caption = words("bucket.title"), words("bucket.caption")
    title_box = labels.title
    if layout.compact:
        # The caption's place is the number V's there.
        if look.fits(title, title_box.width, BOLD):
            pen.write(canvas, title, title_box, 22, weight=BOLD)
        return
    if look.fits(title, title_box.width, BOLD) and look.fits(
        caption, labels.caption.width
    ):
        pen.write(canvas, caption, labels.caption, 18, role="voltage", align="right")
    else:
        title_box = title_box.union(labels.caption)
    pen.write(canvas, title, title_box, 22, weight=BOLD)
    spikes, box = words("bucket.spikes"), labels.spikes.copy()
    if look.fits(spikes, labels.count.width):
        # Right above the lamp.
        box.width = labels.count.width
        pen.write(canvas, spikes, box, 18, role="spike", align="center")
    elif look.fits(spikes, box.width):
        pen.write(canvas, spikes, box, 18, role="spike")


def paint_width_words(
    canvas: Surface, look: Look, layout: BucketLayout, capacitance_nf: float
) -> None:
    """The words at the dimension line under the bucket."""
    value = look.texts.quantity(capacitance_nf, CAPACITANCE.decimals, CAPACITANCE.unit)
    words, box = look.texts("bucket.width", value=value), layout.labels.width
    if layout.compact or not look.fits(words, box.width):
        words = look.texts("bucket.width_short", value=value)
    Pen(look, layout).write(canvas, words, box, 18, role="capacitance", align="right")


def _paint_drain(canvas: Surface, layout: BucketLayout, palette: Palette) -> None:
    drain = layout.drain
    slot = shapes.rounded(
        drain.size, drain.height // 2, palette.well, palette.line, layout.px(1.5)
    )
    canvas.blit(slot, drain)


def _paint_bucket(canvas: Surface, layout: BucketLayout, palette: Palette) -> None:
    inside, wall = layout.inside, layout.wall
    canvas.fill(palette.well, inside)
    _paint_ticks(canvas, layout, palette)
    rise = layout.px(8)
    post = shapes.rounded((wall, inside.height + rise + wall), wall // 2, palette.wall)
    for left in (inside.left - wall, inside.right):
        canvas.blit(post, (left, inside.top - rise))
    door = layout.door
    for left, right in (
        (inside.left - wall // 2, door.left),
        (door.right, inside.right + wall // 2),
    ):
        canvas.fill(palette.wall, (left, inside.bottom, right - left, wall))


def _paint_ticks(canvas: Surface, layout: BucketLayout, palette: Palette) -> None:
    """A measuring jug's scale on the left wall."""
    if layout.compact:
        return
    right = layout.inside.left - layout.wall - layout.px(3)
    for level_mv in range(0, int(FULL_MV) + 1, TICK_MV):
        long = layout.px(10 if level_mv % (2 * TICK_MV) == 0 else 6)
        y = round(layout.level_y(level_mv))
        canvas.fill(palette.edge, (right - long, y - 1, long, max(1, layout.px(2))))


def _paint_width_line(canvas: Surface, layout: BucketLayout, palette: Palette) -> None:
    inside, y = layout.inside, layout.width_line_y
    thick, half = layout.px(2.5), layout.px(7)
    colour = palette.capacitance
    canvas.fill(colour, (inside.left, y - thick // 2, inside.width, thick))
    for x in (inside.left, inside.right - thick):
        canvas.fill(colour, (x, y - half, thick, 2 * half))


def threshold_line(layout: BucketLayout, palette: Palette) -> Surface:
    """The dashed flush line with a backing, a little wider than the bucket."""
    out = layout.px(20)
    width = layout.inside.width + 2 * (layout.wall + out)
    thick = layout.px(4)
    line = Surface((width, thick + 4), pygame.SRCALPHA)
    line.fill((*palette.well, 150))
    dash, gap = layout.px(14), layout.px(7)
    count = max(1, round((width + gap) / (dash + gap)))
    pitch = (width + gap) / count
    for index in range(count):
        left = round(index * pitch)
        right = round((index + 1) * pitch) - gap
        line.fill(palette.threshold, (left, 2, max(2, right - left), thick))
    return line


def draw_hole(target: Surface, layout: BucketLayout, palette: Palette) -> None:
    """The hole in the wall with its ring."""
    radius = max(2, round(layout.hole_radius))
    for size, colour in (
        (radius + layout.px(4), palette.resistance),
        (radius, palette.well),
    ):
        disc = shapes.disc(size, colour)
        target.blit(disc, disc.get_rect(center=layout.hole))


def draw_doorway(
    target: Surface, layout: BucketLayout, angle: float, palette: Palette
) -> None:
    """The gap in the bottom, when the flaps have left it."""
    if angle > 0.01:
        target.fill(palette.panel, layout.door)


def draw_door(
    target: Surface, layout: BucketLayout, angle: float, palette: Palette
) -> None:
    """The two flaps of the trap door, each hinged at its outer end."""
    door, half = layout.door, layout.wall / 2
    long = door.width / 2
    down, along = sin(angle), cos(angle)
    for hinge, side in ((door.left, 1), (door.right, -1)):
        x, y = hinge, door.top + half
        tip = (x + side * long * along, y + long * down)
        nx, ny = -down * half * side, along * half
        corners = [
            (x - nx, y - ny), (tip[0] - nx, tip[1] - ny),
            (tip[0] + nx, tip[1] + ny), (x + nx, y + ny),
        ]  # fmt: skip
        pygame.draw.polygon(target, palette.fixture, corners)
        pygame.draw.aalines(target, palette.fixture, True, corners)
        pin = shapes.disc(max(2, round(half * 0.8)), palette.threshold)
        target.blit(pin, pin.get_rect(center=(round(x), round(y))))


def pointer_sprite(layout: BucketLayout, palette: Palette) -> Surface:
    """A triangle that points right, at the water's level."""
    long, half = layout.px(15), layout.px(10)
    canvas = shapes.clear_canvas((long, 2 * half), palette.voltage)
    width, height = canvas.get_size()
    corners = [(0, 0), (width, height / 2), (0, height)]
    pygame.draw.polygon(canvas, palette.voltage, corners)
    return shapes.shrink(canvas)


def plaque(layout: BucketLayout, size: tuple[int, int], palette: Palette) -> Surface:
    """The backing of the number V."""
    border = mix(palette.voltage, palette.well, 0.3)
    radius = layout.px(12)
    return shapes.rounded(size, radius, palette.well, border, layout.px(2))


def drain_lip(layout: BucketLayout, palette: Palette) -> Surface:
    """The drain's front edge, behind which all falling water ends."""
    drain = layout.drain
    size = (drain.width, max(3, drain.height // 2))
    return shapes.rounded(size, size[1] // 2, palette.metal_dark)


def shine(layout: BucketLayout, palette: Palette) -> Surface:
    """A faint light down the bucket's glass."""
    width = max(2, round(min(layout.inside.width * 0.07, layout.px(14))))
    strip = Surface((width, layout.inside.height), pygame.SRCALPHA)
    strip.fill((*palette.gloss, GLOSS_ALPHA))
    return strip
