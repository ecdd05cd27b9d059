"""Setting the words beside the parts: who stands where, and who gives way.

The flush line's word stays longest, then leak, width, and last "would stop here". A
word is left out, never moved to another thing's height.
"""

from functools import lru_cache

import pygame
from pygame import Rect, Surface

from lifgame.content.levels import formula, level
from lifgame.content.parameters import CAPACITANCE, CURRENT, THRESHOLD
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.machine import cup
from lifgame.view.machine.brush import Brush
from lifgame.view.machine.grips import grip_rect, value_rect
from lifgame.view.machine.lamp import counter_span
from lifgame.view.machine.lines import SETTLES, is_lifted
from lifgame.view.machine.moment import Moment
from lifgame.view.machine.places import FULL_MV, MachinePlaces

# Larger text than this leaves these words out.
SETTLE_TO, CUP_TO, TAP_TO = 1.1, 1.25, 1.75

SHRINKS = (1.0, 0.8, 0.65, 0.5, 0.4)
# After a key: its words stand one above the other.
STACKED = "/"

Written = tuple[Surface, Rect]


class Setter:
    """Sets words as long as there is room."""

    def __init__(self, places: MachinePlaces, look: Look, moment: Moment) -> None:
        self.written: list[Written] = []
        self._shrink = 1.0
        self._places = places
        self._look = look
        self._moment = moment
        self._end = places.x(places.row.words_end)
        x, y, radius = places.lamp
        lamp = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        self._taken = [lamp, *self._counter(moment), *places.buttons]
        if moment.frame.shows_handles:
            handles = [grip_rect(name, moment) for name in ("line", "width", "leak")]
            self._taken += handles
        if moment.frame.focused in ("line", "width", "leak"):
            out = 2 * places.px(11)
            self._taken.append(
                grip_rect(moment.frame.focused, moment).inflate(out, out)
            )
        if places.has_cup and cup.has_room(places):
            self._taken += cup.taken(places, moment.frame.rest_line_mv)
        self._held = moment.frame.held if moment.frame.held_value else None
        if self._held is not None:
            # Its value takes the place of its word.
            size = places.word_px(places.row.word_size)
            box = 5 * size, round(1.2 * size)
            self._taken.append(value_rect(self._held, moment, box))

    def _counter(self, moment: Moment) -> list[Rect]:
        """Number and word at the lamp, about as wide as they will be."""
        places, look = self._places, self._look
        x, y, size = places.count
        digits = max(2, len(str(moment.frame.spike_count)))
        number = Rect(0, 0, round(size * 0.68 * digits), size)
        number.center = x, y
        below, word_size = places.row.count_word[1:]
        words = look.texts.plural("machine.spikes", moment.frame.spike_count)
        word = look.text(words, places.word_px(word_size), "spike").get_rect()
        word.center = x, places.y(below)
        left, right = counter_span(places)
        for spot in (number, word):
            spot.width = min(spot.width, right - left)
            spot.left = max(left, min(spot.left, right - spot.width))
        return [number, word]

    def all(self) -> None:
        """In the order in which they may stand their ground."""
        for name, put in (
            ("line", self.line),
            ("leak", self.leak),
            ("width", self.width),
            ("settle", self.settle),
            ("tap", self.tap),
        ):
            if name != self._held:
                put()

    def line(self) -> None:
        moment, places = self._moment, self._places
        frame = moment.frame
        rect = grip_rect("line", moment)
        tag = places.tag(
            frame.rest_line_mv, frame.resistance_mohm, hangs=places.has_cup
        )
        value = self._mv(frame.rest_line_mv)
        x = rect.right + places.px(20)
        if is_lifted(moment):
            words = [("line_rest", "threshold"), ("line_rest" + STACKED, "threshold")]
            self._put((x, tag.centery), words, value)
            self._line_now()
            return
        words = [("line", "threshold"), ("line_short", "threshold")]
        # This word alone is rather made smaller than left out.
        for self._shrink in SHRINKS:
            place = x, tag.centery
            if self._put(place, words, value, THRESHOLD.symbol, rect):
                break
        self._shrink = 1.0

    def _line_now(self) -> None:
        """The word at the cup, at the height of the line."""
        places, moment = self._places, self._moment
        if not (places.has_cup and cup.has_room(places)):
            return
        if self._look.text_scale >= CUP_TO:
            return
        right = cup.cup_rect(places, moment.frame.rest_line_mv).right
        # Two lines stand over the beam, or they would meet the cup's felt below it.
        over = places.px(40) if moment.frame.shows_values else 0
        place = right + places.px(22), moment.line_y - over
        lift = self._mv(moment.frame.line_mv)
        self._put(place, [("line_now", "threshold")], lift)

    def leak(self) -> None:
        moment, places = self._moment, self._places
        knob = places.knob(moment.frame.resistance_mohm)
        value = self._quantity(moment.leak_na, 2, CURRENT.unit)
        x = knob.right + places.px(14)
        leak = formula(self._look.texts, "leak")
        self._put((x, knob.centery), [("leak", "resistance")], value, leak, knob)

    def width(self) -> None:
        if "width" not in self._moment.frame.grips:
            return
        moment, places = self._moment, self._places
        pill = places.pill(moment.frame.rest_line_mv, moment.frame.resistance_mohm)
        value = self._quantity(
            moment.frame.capacitance_nf, CAPACITANCE.decimals, CAPACITANCE.unit
        )
        x = pill.right + places.px(18)
        place = (x, pill.centery)
        self._put(place, [("width", "capacitance")], value, CAPACITANCE.symbol)

    def settle(self) -> None:
        settle_mv = self._moment.frame.settle_mv
        if settle_mv is None or settle_mv <= SETTLES[0]:
            return
        if self._look.text_scale >= SETTLE_TO and not self._moment.frame.shows_values:
            return
        places = self._places
        x = places.inside.right + places.px(36)
        value = self._mv(settle_mv)
        if settle_mv <= SETTLES[1]:
            y = places.scale.row(settle_mv)
            if self._moment.frame.shows_values:
                y -= places.px(12)  # the number stands on its line
            self._put((x, y), [("settle", "muted")], value)
            return
        y = places.scale.row(FULL_MV) + places.px(30)
        arrow = self._arrow()
        spot = arrow.get_rect(midleft=(x, y))
        x = spot.right + places.px(14)
        if self._put((x, y), [("far_above", "muted")], value):
            self.written.append((arrow, spot))

    def tap(self) -> None:
        places, moment = self._places, self._moment
        if self._look.text_scale >= TAP_TO:
            return
        x, y = places.tap
        reach = places.wheel + places.px(44)
        value = self._quantity(moment.frame.tap_na, CURRENT.decimals, CURRENT.unit)
        words = [("tap", "current")]
        if places.row.comes_from_side:
            left = x - reach, y
            if self._put(left, words, value, CURRENT.symbol, from_right=True):
                return
            y += places.px(40) + places.word_px(places.row.word_size) // 2
        self._put((x + reach, y), words, value, CURRENT.symbol)

    def _quantity(self, value: float, decimals: int, unit: str) -> str:
        return self._look.texts.quantity(value, decimals, unit)

    def _mv(self, value_mv: float) -> str:
        return level(self._look.texts, value_mv)

    def _put(
        self,
        place: tuple[int, int],
        words: list[tuple[str, str]],
        value: str,
        symbol: str = "",
        handle: Rect | None = None,
        *,
        from_right: bool = False,
    ) -> bool:
        """Set the first of some words that fits beside ``place``, or over a handle."""
        shows_value = self._moment.frame.shows_values
        for key, role in words:
            block = self._block(key, role, value if shows_value else "", symbol)
            spot = block.get_rect(midleft=place)
            if from_right:
                spot.right = place[0]
            if spot.right <= self._end and self._take(block, spot):
                return True
        if handle is None:
            return False
        key, role = words[-1]
        block = self._block(key, role, "", symbol if shows_value else "")
        spot = block.get_rect(bottom=handle.top - self._places.px(6))
        spot.right = min(self._end, handle.right + block.get_width())
        return self._take(block, spot)

    def _take(self, block: Surface, spot: Rect) -> bool:
        """Put words down if nothing lies there."""
        is_inside = self._places.picture.contains(spot)
        if not is_inside or spot.left < self._places.pen_x:
            return False
        if spot.collidelist(self._taken) >= 0:
            return False
        self.written.append((block, spot))
        step = round(self._places.row.word_step * self._places.zoom)
        air = max(0, step - round(self._places.row.word_size * self._places.zoom * 1.2))
        self._taken.append(spot.inflate(0, air))
        return True

    def _block(self, key: str, role: str, value: str, symbol: str) -> Surface:
        look, places = self._look, self._places
        scale = 0.87 if role == "muted" else 1.0
        size = places.word_px(places.row.word_size * scale * self._shrink)
        weight = SEMIBOLD if role == "muted" else BOLD
        name = look.texts(f"machine.{key.removesuffix(STACKED)}")
        if key.endswith(STACKED):
            upper, _, lower = name.partition(" ")
            first = look.text(upper, size, role, weight)
            second = look.text(lower, size, role, weight)
            return _joined(first, second, 0, is_abreast=False)
        if value and key in ("settle", "far_above"):
            sign = " = " if key == "settle" else " "
            settle = formula(look.texts, "settle")
            return look.text(f"{settle}{sign}{value}", size, role, weight)
        first = look.text(f"{name} {symbol}" if value else name, size, role, weight)
        if not value:
            return first
        second = look.text(value, size, "ink", weight)
        is_abreast = key in ("width", "leak") and not places.row.comes_from_side
        return _joined(first, second, places.px(12), is_abreast=is_abreast)

    def _arrow(self) -> Surface:
        return _painted_arrow(self._places.detail, self._look.colour("muted"))


def _joined(first: Surface, second: Surface, gap: int, *, is_abreast: bool) -> Surface:
    """Two words side by side, or one under the other."""
    width, height = first.get_size()
    if is_abreast:
        size = width + gap + second.get_width(), max(height, second.get_height())
        spot = width + gap, 0
    else:
        size = max(width, second.get_width()), height + second.get_height()
        spot = 0, height
    block = Surface(size, pygame.SRCALPHA)
    block.blit(first, (0, 0))
    block.blit(second, spot)
    return block


@lru_cache(maxsize=4)
def _painted_arrow(unit: float, colour: tuple[int, int, int]) -> Surface:
    brush = Brush(Rect(0, 0, round(28 * unit), round(38 * unit)))
    x, thick = 14 * unit, max(2.0, 5 * unit)
    brush.line([(x, 34 * unit), (x, 5 * unit)], thick, colour)
    sides = [(x - 10 * unit, 16 * unit), (x, 5 * unit), (x + 10 * unit, 16 * unit)]
    brush.line(sides, thick, colour)
    return brush.finished()
