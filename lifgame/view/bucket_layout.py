"""Where everything in the bucket scene stands, for a panel and a neuron.

The bucket is the equation C dV/dt = I - V/R to scale: its width is C, the height of
the water V, and streams are as wide as their current. All lengths are in pixels.
"""

from dataclasses import dataclass
from math import sqrt

from pygame import Rect

from lifgame.content.parameters import CAPACITANCE, RESISTANCE

FULL_MV = 34.0
# The widest stream that still falls into the narrowest bucket: 0.5 nF takes 6.7 nA.
NF_PER_NA = 0.075
SPOUT_NA = 7.0
WIDEST_PX_PER_NF = 118.0
LARGEST_HOLE_RADIUS = 14.0
SMALLEST_HOLE_RADIUS_PX = 2.0


@dataclass(frozen=True, slots=True)
class BucketLayout:
    """The places of one picture; ``scale`` is pixels per design unit in this panel."""

    panel: Rect
    scale: float
    compact: bool
    px_per_nf: float
    px_per_mv: float
    px_per_na: float
    wall: int
    inside: Rect
    door: Rect
    drain: Rect
    title: Rect
    caption: Rect
    calm: Rect
    pipe: Rect
    spout: Rect
    input_label: Rect
    flush_label: Rect
    leak_label: Rect
    width_label: Rect
    voltage_label: Rect
    voltage_range: tuple[int, int]
    spikes_label: Rect
    lamp: Rect
    count_label: Rect
    threshold_y: int
    width_line_y: int
    hole: tuple[int, int]
    hole_radius: float
    jet_reach: float

    def px(self, design: float) -> int:
        """A length of the design in whole pixels of this panel, at least one."""
        return max(1, round(design * self.scale))

    def level_y(self, level_mv: float) -> float:
        """Height of the water's surface; below empty and above full are clamped."""
        shown_mv = min(max(level_mv, 0.0), FULL_MV)
        return self.inside.bottom - shown_mv * self.px_per_mv

    def stream_width(self, current_na: float) -> float:
        """Width of a stream: one scale for input, leak and flush."""
        return max(current_na, 0.0) * self.px_per_na

    def boxes(self) -> dict[str, Rect]:
        """Everything that must not overlap, by name."""
        bucket = self.inside.inflate(2 * self.wall, 0)
        bucket.height += self.wall
        boxes = {
            "title": self.title,
            "pipe": self.pipe,
            "spout": self.spout,
            "input": self.input_label,
            "flush": self.flush_label,
            "leak": self.leak_label,
            "width": self.width_label,
            "lamp": self.lamp,
            "count": self.count_label,
            "calm": self.calm,
            "drain": self.drain,
            "bucket": bucket,
        }
        if not self.compact:
            boxes |= {"caption": self.caption, "spikes": self.spikes_label}
        if not self.voltage_inside:
            boxes["voltage"] = self.voltage_label
        return boxes

    @property
    def voltage_inside(self) -> bool:
        """Whether the number V stands in the bucket instead of beside it."""
        return self.inside.contains(self.voltage_label)


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Lengths that hold for the whole panel, before the neuron is known."""

    scale: float
    compact: bool
    pad: int
    wall: int
    caption: int  # height of a line of small words
    value: int  # height of a line of large words
    left: int  # width of the left column
    right: int
    title: int
    pipe_top: int
    rim: int
    below: int  # from the bucket's inner bottom to the panel's

    def px(self, design: float) -> int:
        return max(1, round(design * self.scale))


def _sizes(rect: Rect, unit: float, text_scale: float) -> _Sizes:
    roomy = min(rect.width / 600, rect.height / 500)
    compact = roomy < 0.8 * unit or rect.height < 260
    small = min(rect.width / 440, rect.height / 330)
    scale = min(unit, small if compact else roomy)
    words = min(text_scale, 1.0 if compact else 1.25)
    caption = max(13, round(25 * scale * words))
    title = max(15, round(38 * scale * words))
    top = round(8 * scale) + title
    return _Sizes(
        scale=scale,
        compact=compact,
        pad=max(6, round(18 * scale)),
        wall=max(3, round(9 * scale)),
        caption=caption,
        value=caption if compact else round(32 * scale * words),
        left=max(46, round(112 * scale * words)),
        right=max(66, round(126 * scale * words)),
        title=title,
        pipe_top=top + round((4 if compact else 22) * scale),
        rim=top + round((74 if compact else 96) * scale),
        below=max(round(108 * scale), caption + 24),
    )


def lay_out(
    rect: Rect,
    unit: float,
    capacitance_nf: float,
    resistance_mohm: float,
    flush_mv: float,
    *,
    text_scale: float = 1.0,
) -> BucketLayout:
    """Place everything.

    Args:
        rect: The panel.
        unit: Screen pixels per design unit.
        capacitance_nf: C, the bucket's width.
        resistance_mohm: R; the hole's area is proportional to 1/R.
        flush_mv: Height of the flush line.
        text_scale: Extra size of words.
    """
    sizes = _sizes(rect, unit, text_scale)
    inside, px_per_nf = _inside(rect, sizes, capacitance_nf)
    px_per_mv = inside.height / FULL_MV
    px_per_na = px_per_nf * NF_PER_NA
    threshold_y = round(inside.bottom - min(max(flush_mv, 0), FULL_MV) * px_per_mv)
    hole_radius = _hole_radius(sizes, resistance_mohm)
    hole = (inside.right + sizes.wall // 2, inside.bottom - sizes.px(17))
    pipe, spout = _pipe(rect, sizes, inside.centerx, px_per_na)
    door_width = min(inside.width - 2, sizes.px(84))
    door = Rect(0, inside.bottom, door_width, sizes.wall)
    door.centerx = inside.centerx
    drain = _drain(rect, sizes, inside.centerx)
    lines = _title_row(rect, sizes)
    side = _right_labels(rect, sizes, inside, threshold_y)
    left = _left_labels(rect, sizes, inside, pipe)
    line_y = inside.bottom + sizes.wall + sizes.px(13)
    return BucketLayout(
        panel=rect.copy(),
        scale=sizes.scale,
        compact=sizes.compact,
        px_per_nf=px_per_nf,
        px_per_mv=px_per_mv,
        px_per_na=px_per_na,
        wall=sizes.wall,
        inside=inside,
        door=door,
        drain=drain,
        title=lines[0],
        caption=lines[1],
        calm=_calm(rect, sizes, spout, lines[1]),
        pipe=pipe,
        spout=spout,
        input_label=left[0],
        flush_label=side[0],
        leak_label=side[1],
        width_label=_width_label(rect, sizes, door, line_y),
        voltage_label=_voltage_label(rect, sizes, inside, left, lines[1]),
        voltage_range=(left[0].bottom + sizes.px(6), left[1].top - sizes.px(6)),
        spikes_label=left[1],
        lamp=left[2],
        count_label=left[3],
        threshold_y=threshold_y,
        width_line_y=line_y,
        hole=hole,
        hole_radius=hole_radius,
        jet_reach=sizes.right - sizes.px(26),
    )


def _inside(rect: Rect, sizes: _Sizes, capacitance_nf: float) -> tuple[Rect, float]:
    taken = 2 * sizes.pad + sizes.left + sizes.right + 2 * sizes.wall
    room = (rect.width - taken) / CAPACITANCE.maximum
    px_per_nf = min(room, WIDEST_PX_PER_NF * sizes.scale)
    start = rect.left + sizes.pad + sizes.left + sizes.wall
    middle = start + room * CAPACITANCE.maximum / 2
    width = max(3, round(capacitance_nf * px_per_nf))
    top = rect.top + sizes.rim
    inside = Rect(0, top, width, rect.bottom - sizes.below - top)
    inside.centerx = round(middle)
    return inside, px_per_nf


def _hole_radius(sizes: _Sizes, resistance_mohm: float) -> float:
    share = sqrt(RESISTANCE.minimum / max(resistance_mohm, RESISTANCE.minimum))
    return max(SMALLEST_HOLE_RADIUS_PX, LARGEST_HOLE_RADIUS * sizes.scale * share)


def _pipe(
    rect: Rect, sizes: _Sizes, middle: int, px_per_na: float
) -> tuple[Rect, Rect]:
    """The lying pipe, and the elbow with the spout that hangs at its end."""
    thick = max(6, round(SPOUT_NA * px_per_na))
    thick = min(thick, sizes.px(46))
    top = rect.top + sizes.pipe_top
    bend = thick + sizes.px(6)
    wide = max(thick, round(SPOUT_NA * px_per_na)) + sizes.px(6)
    spout = Rect(0, top, wide, bend + sizes.px(12))
    spout.centerx = middle
    pipe = Rect(rect.left + 1, top, spout.left - rect.left - 1, thick)
    return pipe, spout


def _drain(rect: Rect, sizes: _Sizes, middle: int) -> Rect:
    height = sizes.px(17)
    left = middle - sizes.px(70)
    drain = Rect(left, 0, rect.right - sizes.pad - left, height)
    drain.bottom = rect.bottom - sizes.px(8)
    return drain


def _title_row(rect: Rect, sizes: _Sizes) -> tuple[Rect, Rect]:
    row = Rect(rect.left, rect.top + sizes.px(8), rect.width, sizes.title)
    row = row.inflate(-2 * sizes.pad, 0)
    half = Rect(row.left, row.top, round(row.width * 0.52), row.height)
    return half, Rect(half.right, row.top, row.right - half.right, row.height)


def _calm(rect: Rect, sizes: _Sizes, spout: Rect, caption: Rect) -> Rect:
    """Two lines beside the spout; on a small panel one."""
    left = spout.right + sizes.px(18)
    top = caption.bottom + (2 if sizes.compact else sizes.px(4))
    lines = 1 if sizes.compact else 2
    return Rect(left, top, rect.right - sizes.pad - left, lines * sizes.caption)


def _right_labels(
    rect: Rect, sizes: _Sizes, inside: Rect, threshold_y: int
) -> tuple[Rect, Rect]:
    left = inside.right + sizes.wall + sizes.px(14)
    width = rect.right - max(3, sizes.pad // 2) - left
    tall = sizes.caption if sizes.compact else sizes.caption + sizes.value
    above = sizes.px(17 + LARGEST_HOLE_RADIUS + 3)
    leak = Rect(left, inside.bottom - above - tall, width, tall)
    tall = sizes.caption * (1 if sizes.compact else 2)
    flush = Rect(left, threshold_y - 2 - tall, width, tall)
    flush.bottom = min(flush.bottom, leak.top)
    return flush, leak


def _left_labels(
    rect: Rect, sizes: _Sizes, inside: Rect, pipe: Rect
) -> tuple[Rect, Rect, Rect, Rect]:
    """Input; and the lamp with its word above and its number below."""
    left = rect.left + sizes.pad
    tall = sizes.caption if sizes.compact else sizes.caption + sizes.value
    entry = Rect(left, pipe.bottom + sizes.px(8), sizes.left - sizes.px(4), tall)
    size = sizes.px(60)
    word = 0 if sizes.compact else sizes.caption
    bottom = inside.bottom + sizes.wall
    count = Rect(left, bottom - sizes.value, sizes.px(88), sizes.value)
    count.width = max(count.width, 36)
    lamp = Rect(0, count.top - size, size, size)
    lamp.centerx = count.centerx
    return entry, Rect(left, lamp.top - word, count.width, word), lamp, count


def _width_label(rect: Rect, sizes: _Sizes, door: Rect, line_y: int) -> Rect:
    """Left of the falling water, so that nothing crosses it."""
    left = rect.left + sizes.pad
    right = door.left - sizes.px(18)
    return Rect(left, line_y + sizes.px(7), right - left, sizes.caption)


def _voltage_label(
    rect: Rect,
    sizes: _Sizes,
    inside: Rect,
    left_labels: tuple[Rect, Rect, Rect, Rect],
    caption: Rect,
) -> Rect:
    """Beside the bucket where there is room, else in it; on a small panel on top."""
    if sizes.compact:
        return caption
    wish, tall = sizes.px(196), sizes.px(44)
    start = rect.left + sizes.pad
    room = inside.left - sizes.wall - sizes.px(24) - start
    if room >= wish or room >= inside.width:
        box = Rect(0, 0, min(wish, room), tall)
        box.right = start + room
        middle = (left_labels[0].bottom + left_labels[1].top) // 2
        box.centery = middle
        return box
    box = Rect(0, 0, min(wish, inside.width - sizes.px(8)), tall)
    box.midbottom = (inside.centerx, inside.bottom - sizes.px(12))
    return box
