"""Where the words and the lamp of the bucket scene stand."""

from dataclasses import dataclass

from pygame import Rect

from lifgame.view.bucket.sizes import PanelSizes

LARGEST_HOLE_RADIUS = 14.0  # design units; the leak's words stand above the hole


@dataclass(frozen=True, slots=True)
class Labels:
    """The places of words; ``voltage_range`` is how far up and down V may ride."""

    title: Rect
    caption: Rect
    calm: Rect
    input: Rect
    flush: Rect
    leak: Rect
    width: Rect
    voltage: Rect
    voltage_range: tuple[int, int]
    spikes: Rect
    lamp: Rect
    count: Rect


@dataclass(frozen=True, slots=True)
class Things:
    """What the words stand beside."""

    inside: Rect
    door: Rect
    pipe: Rect
    spout: Rect
    threshold_y: int
    width_line_y: int


def place_labels(rect: Rect, sizes: PanelSizes, things: Things) -> Labels:
    """Place all words around the things that they name."""
    title, caption = _title_row(rect, sizes)
    flush, leak = _right_labels(rect, sizes, things.inside, things.threshold_y)
    left = _left_labels(rect, sizes, things.inside, things.pipe)
    entry, spikes, lamp, count = left
    return Labels(
        title=title,
        caption=caption,
        calm=_calm(rect, sizes, things.spout, caption),
        input=entry,
        flush=flush,
        leak=leak,
        width=_width_label(rect, sizes, things, count),
        voltage=_voltage_label(rect, sizes, things.inside, left, caption),
        voltage_range=(entry.bottom + sizes.px(6), spikes.top - sizes.px(6)),
        spikes=spikes,
        lamp=lamp,
        count=count,
    )


def _title_row(rect: Rect, sizes: PanelSizes) -> tuple[Rect, Rect]:
    row = Rect(rect.left, rect.top + sizes.px(8), rect.width, sizes.title)
    row = row.inflate(-2 * sizes.pad, 0)
    half = Rect(row.left, row.top, round(row.width * 0.52), row.height)
    return half, Rect(half.right, row.top, row.right - half.right, row.height)


def _calm(rect: Rect, sizes: PanelSizes, spout: Rect, caption: Rect) -> Rect:
    """Two lines beside the spout; on a small panel one."""
    left = spout.right + sizes.px(18)
    top = caption.bottom + (2 if sizes.compact else sizes.px(4))
    lines = 1 if sizes.compact else 2
    return Rect(left, top, rect.right - sizes.pad - left, lines * sizes.caption)


def _right_labels(
    rect: Rect, sizes: PanelSizes, inside: Rect, threshold_y: int
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
    rect: Rect, sizes: PanelSizes, inside: Rect, pipe: Rect
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
    spikes = Rect(left, lamp.top - word, max(entry.width, count.width), word)
    return entry, spikes, lamp, count


def _width_label(rect: Rect, sizes: PanelSizes, things: Things, count: Rect) -> Rect:
    """At the left end of its line; under it, beside the falling water, if need be."""
    left, line_y = rect.left + sizes.pad, things.width_line_y
    end, wish = things.inside.left - sizes.px(14), sizes.px(176)
    beside = Rect(end - wish, line_y - sizes.caption // 2, wish, sizes.caption)
    if beside.left >= left and not beside.colliderect(count):
        return beside
    right = things.door.left - sizes.px(18)
    return Rect(left, line_y + sizes.px(7), right - left, sizes.caption)


def _voltage_label(
    rect: Rect,
    sizes: PanelSizes,
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
    if room >= sizes.px(150) or room >= inside.width:
        box = Rect(0, 0, min(wish, room), tall)
        box.right = start + room
        middle = (left_labels[0].bottom + left_labels[1].top) // 2
        box.centery = middle
        return box
    box = Rect(0, 0, min(wish, inside.width - sizes.px(8)), tall)
    box.midbottom = (inside.centerx, inside.bottom - sizes.px(12))
    return box
