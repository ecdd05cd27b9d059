"""What can be taken in the hand, as it looks: tag, pill, knob, ring of focus."""

from functools import lru_cache

from pygame import Rect, Surface

from lifgame.content.palette import Colour, Palette
from lifgame.view.look import BOLD, Look
from lifgame.view.machine.brush import Brush
from lifgame.view.machine.frame import GRIPS
from lifgame.view.machine.lines import is_lifted
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.places import MachinePlaces

GROWN = 1.08
DIMMED = 0.6
RING_GAP, RING = 6.0, 5.0
# An arrow's size as a share of the handle's shorter side.
ARROW = 0.34


def grip_rect(handle: str, moment: Moment) -> Rect:
    """What is drawn of a handle."""
    places, frame = moment.places, moment.frame
    resistance = frame.resistance_mohm
    if handle == "tap":
        x, y = places.tap
        reach = places.wheel + places.px(22)
        return Rect(x - reach, y - reach, 2 * reach, 2 * reach)
    if handle == "line":
        tip = places.tag_tip(frame.rest_line_mv)
        tag = places.tag(frame.rest_line_mv, resistance, hangs=places.has_cup)
        return tag.union(Rect(tip, (1, 1)))
    if handle == "width":
        return places.pill(frame.rest_line_mv, frame.resistance_mohm)
    if handle == "leak":
        return places.knob(resistance).union(places.felt(resistance))
    inside = places.inside
    top = min(moment.level_y, places.floor_y - places.touch_px)
    return Rect(inside.left, top, inside.width, places.floor_y - top)


class Grips(Part):
    """The three handles beside the wall, and the ring round any of the five."""

    def __init__(self, places: MachinePlaces, look: Look) -> None:
        self._places = places
        self._look = look
        self._palette: Palette = look.palette
        self._painted = lru_cache(maxsize=32)(self._paint)
        self._ringed = lru_cache(maxsize=8)(self._paint_ring)
        self._kept: tuple[object, list[tuple[Surface, Rect]]] = (None, [])

    def face(self, moment: Moment) -> object:
        frame = moment.frame
        return (
            frame.rest_line_mv, frame.resistance_mohm, frame.held, frame.focused,
            frame.held_value, frame.shows_handles, frame.grips, is_lifted(moment),
            moment.level_y if frame.focused == "water" else 0,
        )  # fmt: skip

    def areas(self, moment: Moment) -> list[Rect]:
        px = self._places.px
        rects: list[Rect] = []
        if moment.frame.shows_handles:
            grown = px(16)
            rects += [
                grip_rect(handle, moment).inflate(grown, grown)
                for handle in GRIPS
                if handle in moment.frame.grips
            ]
        if moment.frame.focused:
            rects.append(self._ring_rect(moment, moment.frame.focused))
        value = self._value(moment)
        if value is not None:
            rects.append(value[1])
        return rects

    def draw(self, canvas: Surface, moment: Moment) -> None:
        for sprite, spot in self._sprites(moment):
            canvas.blit(sprite, spot)

    def _sprites(self, moment: Moment) -> list[tuple[Surface, Rect]]:
        """What is drawn, found out once for a face: this is redrawn often."""
        face = moment.places, self.face(moment)
        if self._kept[0] != face:
            self._kept = face, self._found(moment)
        return self._kept[1]

    def _found(self, moment: Moment) -> list[tuple[Surface, Rect]]:
        frame, places = moment.frame, moment.places
        found = []
        if frame.shows_handles:
            pill = places.pill(frame.rest_line_mv, frame.resistance_mohm)
            knob = places.knob(frame.resistance_mohm)
            drawn = {
                "line": self._tag(moment),
                "width": self._grip(moment, "width", pill),
                "leak": self._grip(moment, "leak", knob),
            }
            found = [drawn[name] for name in GRIPS if name in frame.grips]
        if frame.focused:
            ring = self._ring_rect(moment, frame.focused)
            found.append((self._ringed(ring.size, frame.focused == "tap"), ring))
        value = self._value(moment)
        return found if value is None else [*found, value]

    def _grip(
        self, moment: Moment, handle: str, rect: Rect, lean: int = 0
    ) -> tuple[Surface, Rect]:
        """A handle's picture and place; while another is held, it is dimmed."""
        held = moment.frame.held
        sprite = self._painted(handle, rect.size, lean, held == handle)
        if held not in (None, handle):
            sprite = sprite.copy()
            sprite.set_alpha(round(255 * DIMMED))
        return sprite, sprite.get_rect(center=rect.center)

    def _tag(self, moment: Moment) -> tuple[Surface, Rect]:
        frame, places = moment.frame, moment.places
        tip = places.tag_tip(frame.rest_line_mv)
        tag = places.tag(
            frame.rest_line_mv, frame.resistance_mohm, hangs=places.has_cup
        )
        sprite, spot = self._grip(moment, "line", tag, tip[1] - tag.centery)
        return sprite, spot.move(-places.px(12), 0)

    def _paint(
        self, handle: str, size: tuple[int, int], lean: int, held: bool
    ) -> Surface:
        """A handle round its middle; a tag's point is ``lean`` pixels off."""
        px, palette = self._places.px, self._palette
        grown = GROWN if held else 1.0
        width, height = size[0] * grown, size[1] * grown
        reach = px(14), px(8)
        rect = Rect(0, 0, round(width) + 4 * reach[0], round(height) + 2 * reach[1])
        rect.height += 2 * abs(lean)
        rect.center = (0, 0)
        brush = Brush(rect)
        box = (-width / 2, -height / 2, width, height)
        edge = max(1.5, px(2.5))
        face: Colour = getattr(palette, _FACES[handle])
        radius = {"line": px(12), "width": width / 2, "leak": height * 0.36}[handle]
        shift = px(12) if handle == "line" else 0
        body = (box[0] + shift, *box[1:])
        if handle == "line":
            point = (-size[0] / 2 - px(24) + shift, float(lean))
            roots = [(body[0] + 1, s * height * 0.5) for s in (-1, 1)]
            near = [(body[0] + radius, s * height * 0.5) for s in (-1, 1)]
            wide = [(point[0] - edge, point[1]), (roots[0][0], roots[0][1] - edge),
                    (near[0][0], near[0][1] - edge), (near[1][0], near[1][1] + edge),
                    (roots[1][0], roots[1][1] + edge)]  # fmt: skip
            _round_box(brush, body, edge, radius, palette.outline)
            brush.area(wide, palette.outline)
            brush.box(body, radius, face)
            brush.area([point, roots[0], near[0], near[1], roots[1]], face)
        else:
            _round_box(brush, body, edge, radius, palette.outline)
            brush.box(body, radius, face)
        _arrows(brush, handle, (body[0] + width / 2, 0.0), min(width, height), palette)
        return brush.finished()

    def _ring_rect(self, moment: Moment, handle: str) -> Rect:
        out = 2 * (self._places.px(RING_GAP) + self._places.px(RING))
        return grip_rect(handle, moment).inflate(out, out)

    def _paint_ring(self, size: tuple[int, int], is_round: bool) -> Surface:
        """Bright outside, dark inside: seen on every ground."""
        palette, px = self._palette, self._places.px
        rect = Rect((0, 0), size)
        brush = Brush(rect)
        radius = size[0] / 2 if is_round else px(22)
        gap, ring = px(RING_GAP), px(RING)
        ground = palette.room_dark
        for inset, colour in ((0, palette.focus), (ring, ground), (ring + gap, None)):
            inner = rect.inflate(-2 * inset, -2 * inset)
            if inner.width > 0 and inner.height > 0:
                box = (*inner.topleft, *inner.size)
                brush.box(box, max(0.0, radius - inset), colour)
        return brush.finished()

    def _value(self, moment: Moment) -> tuple[Surface, Rect] | None:
        """The held handle's value, in the place of its word."""
        frame, places = moment.frame, self._places
        if frame.held is None or not frame.held_value:
            return None
        size = places.word_px(places.row.word_size)
        words = self._look.text(frame.held_value, size, "ink", BOLD)
        return words, value_rect(frame.held, moment, words.get_size())


def value_rect(handle: str, moment: Moment, size: tuple[int, int]) -> Rect:
    """Where a handle's value stands while it is held."""
    places, frame = moment.places, moment.frame
    rect = grip_rect(handle, moment)
    spot = Rect((0, 0), size)
    if handle == "water":
        spot.midtop = rect.centerx, rect.top + places.px(30)
        return spot
    if handle == "leak":
        rect = places.knob(frame.resistance_mohm)
    if handle == "tap" and places.row.comes_from_side:
        spot.midright = rect.left - places.px(20), rect.centery
        return spot
    spot.midleft = rect.right + places.px(20), rect.centery
    spot.right = min(spot.right, places.x(places.row.words_end))
    return spot


_FACES = {
    "line": "threshold_face",
    "width": "capacitance_face",
    "leak": "resistance_face",
}


def _round_box(
    brush: Brush, body: tuple[float, float, float, float], edge: float,
    radius: float, colour: Colour,
) -> None:  # fmt: skip
    x, y, width, height = body
    box = (x - edge, y - edge, width + 2 * edge, height + 2 * edge)
    brush.box(box, radius + edge, colour)


def _arrows(
    brush: Brush,
    handle: str,
    centre: tuple[float, float],
    size: float,
    palette: Palette,
) -> None:
    """Two arrows that say along which way it goes."""
    half = size * ARROW * 0.5
    x, y = centre
    for side in (-1, 1):
        if handle == "line":
            off = side * size * 0.14
            points = [(x - half, y + off), (x, y + off + side * half * 1.1),
                      (x + half, y + off)]  # fmt: skip
        elif handle == "width":
            off = side * size * 0.13
            points = [(x + off, y - half * 1.1), (x + off + side * half, y),
                      (x + off, y + half * 1.1)]  # fmt: skip
        else:
            off = side * size * 0.38
            points = [(x + off - half * 1.3, y - side * half * 0.65),
                      (x + off, y + side * half * 0.75),
                      (x + off + half * 1.3, y - side * half * 0.65)]  # fmt: skip
        brush.area(points, palette.outline)
        brush.line([*points, points[0]], size * 0.05, palette.outline)
