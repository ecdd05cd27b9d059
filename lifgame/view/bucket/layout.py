"""Where everything in the bucket scene stands, for a panel and a neuron.

The bucket is the equation C dV/dt = I - V/R to scale: its width is C, the height of
the water V, and streams are as wide as their current. All lengths are in pixels.
"""

from dataclasses import dataclass
from math import sqrt

from pygame import Rect

from lifgame.content.parameters import CAPACITANCE, RESISTANCE
from lifgame.view.bucket.labels import (
    LARGEST_HOLE_RADIUS,
    Labels,
    Things,
    place_labels,
)
from lifgame.view.bucket.sizes import PanelSizes, panel_sizes

FULL_MV = 34.0
# The widest stream that still falls into the narrowest bucket: 0.5 nF takes 6.7 nA.
NF_PER_NA = 0.075
SPOUT_NA = 7.0
WIDEST_PX_PER_NF = 118.0
SMALLEST_HOLE_RADIUS_PX = 2.0


@dataclass(frozen=True, slots=True)
class BucketLayout:
    """The places of one picture; ``scale`` is pixels per design unit in this panel."""

    panel: Rect
    scale: float
    compact: bool
    px_per_nf: float
    px_per_mv: float
    wall: int
    inside: Rect
    door: Rect
    drain: Rect
    pipe: Rect
    spout: Rect
    labels: Labels
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
        return self.inside.bottom - _in_bucket(level_mv) * self.px_per_mv

    def stream_width(self, current_na: float) -> float:
        """Width of a stream: one scale for input, leak and flush."""
        return max(current_na, 0.0) * self.px_per_na

    @property
    def px_per_na(self) -> float:
        """Width of a stream that carries 1 nA, in pixels."""
        return self.px_per_nf * NF_PER_NA

    def boxes(self) -> dict[str, Rect]:
        """Everything that must not overlap, by name."""
        bucket = self.inside.inflate(2 * self.wall, 0)
        bucket.height += self.wall
        boxes = {
            "title": self.labels.title,
            "pipe": self.pipe,
            "spout": self.spout,
            "input": self.labels.input,
            "flush": self.labels.flush,
            "leak": self.labels.leak,
            "width": self.labels.width,
            "lamp": self.labels.lamp,
            "count": self.labels.count,
            "calm": self.labels.calm,
            "drain": self.drain,
            "bucket": bucket,
        }
        if not self.compact:
            boxes |= {"caption": self.labels.caption, "spikes": self.labels.spikes}
        if not self.voltage_inside:
            boxes["voltage"] = self.labels.voltage
        return boxes

    @property
    def voltage_inside(self) -> bool:
        """Whether the number V stands in the bucket instead of beside it."""
        return self.inside.contains(self.labels.voltage)


def lay_out(
    rect: Rect,
    unit: float,
    capacitance_nf: float,
    resistance_mohm: float,
    flush_mv: float,
    text_scale: float = 1.0,
) -> BucketLayout:
    """Place everything in a panel.

    Args:
        rect: The panel, in pixels.
        unit: Screen pixels per design unit.
        capacitance_nf: The bucket's width.
        resistance_mohm: The hole's area is proportional to its inverse.
        flush_mv: Height of the flush line.
        text_scale: Extra size of words.
    """
    sizes = panel_sizes(rect, unit, text_scale)
    inside, px_per_nf = _inside(rect, sizes, capacitance_nf)
    things = _things(rect, sizes, inside, px_per_nf, flush_mv)
    return BucketLayout(
        panel=rect.copy(),
        scale=sizes.scale,
        compact=sizes.compact,
        px_per_nf=px_per_nf,
        px_per_mv=inside.height / FULL_MV,
        wall=sizes.wall,
        inside=inside,
        door=things.door,
        drain=_drain(rect, sizes, inside),
        pipe=things.pipe,
        spout=things.spout,
        labels=place_labels(rect, sizes, things),
        threshold_y=things.threshold_y,
        width_line_y=things.width_line_y,
        hole=_hole(sizes, inside),
        hole_radius=_hole_radius(sizes, resistance_mohm),
        jet_reach=sizes.right - sizes.px(26),
    )


def _things(
    rect: Rect, sizes: PanelSizes, inside: Rect, px_per_nf: float, flush_mv: float
) -> Things:
    """What the labels stand beside."""
    pipe, spout = _pipe(rect, sizes, inside.centerx, px_per_nf * NF_PER_NA)
    px_per_mv = inside.height / FULL_MV
    return Things(
        inside=inside,
        door=_door(sizes, inside),
        pipe=pipe,
        spout=spout,
        threshold_y=round(inside.bottom - _in_bucket(flush_mv) * px_per_mv),
        width_line_y=inside.bottom + sizes.wall + sizes.px(13),
    )


def _hole(sizes: PanelSizes, inside: Rect) -> tuple[int, int]:
    return inside.right + sizes.wall // 2, inside.bottom - sizes.px(17)


def _in_bucket(level_mv: float) -> float:
    return min(max(level_mv, 0.0), FULL_MV)


def _door(sizes: PanelSizes, inside: Rect) -> Rect:
    door = Rect(0, inside.bottom, min(inside.width - 2, sizes.px(84)), sizes.wall)
    door.centerx = inside.centerx
    return door


def _inside(rect: Rect, sizes: PanelSizes, capacitance_nf: float) -> tuple[Rect, float]:
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


def _hole_radius(sizes: PanelSizes, resistance_mohm: float) -> float:
    share = sqrt(RESISTANCE.minimum / max(resistance_mohm, RESISTANCE.minimum))
    return max(SMALLEST_HOLE_RADIUS_PX, LARGEST_HOLE_RADIUS * sizes.scale * share)


def _pipe(
    rect: Rect, sizes: PanelSizes, middle: int, px_per_na: float
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


def _drain(rect: Rect, sizes: PanelSizes, inside: Rect) -> Rect:
    """From the bucket's left wall on, so that it catches what falls out."""
    height = sizes.px(17)
    left = min(inside.left - sizes.wall, inside.centerx - sizes.px(110))
    left = max(left, rect.left + sizes.pad)
    drain = Rect(left, 0, rect.right - sizes.pad - left, height)
    drain.bottom = rect.bottom - sizes.px(8)
    return drain
