"""What stands still about the paper: rails, roll, ruler, the numbers, the small pen."""

import math
from functools import cached_property, lru_cache

import pygame

from lifgame.content.levels import level_number
from lifgame.view import shapes
from lifgame.view.colours import mix
from lifgame.view.look import SEMIBOLD, SMALLEST_TEXT_PX, Look
from lifgame.view.paper.frame import PaperFrame
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.paper.sheet import grid_step_ms
from lifgame.view.paper.writing import Rows, Writing

TICK_STEP_MV, HIGHEST_TICK_MV = 2.5, 30.0
# Lengths and widths of ticks at tens, at fives, between; in design units.
TICKS = ((20.0, 3.0), (13.0, 2.0), (7.0, 2.0))
NUMBER_SIZE = 28.0
TIME_SIZE = 26.0
# A number gives way to the arm when V is so near to it.
ARM_MV = 1.4
DASHES_MV = 0.6
NUMBERS_MV = (0, 10, 20, 30)
NEAREST_NUMBERS = 110.0
PEN_LENGTH, PEN_HALF = 24.0, 9.0


def roll_picture(look: Look, places: PaperPlaces) -> pygame.Surface:
    """The upright roll with its two caps, as large as ``places.roll_area``."""
    area, roll = places.roll_area, places.roll
    picture = pygame.Surface(area.size, pygame.SRCALPHA)
    dark, light = look.colour("metal_dark"), look.colour("metal_light")
    width = roll.width
    body = pygame.Surface(roll.size, pygame.SRCALPHA)
    for column in range(width):
        share = (column + 0.5) / width
        lit = share / 0.4 if share < 0.4 else 1.0 - (share - 0.4) / 0.6
        body.fill(mix(dark, light, lit), (column, 0, 1, roll.height))
    spot = roll.move(-area.left, -area.top)
    picture.blit(body, spot)
    cap_size = (width + places.px(8), places.px(13))
    for centre_y, share in ((spot.top + places.px(3), 0.85), (spot.bottom, 0.45)):
        cap = shapes.rounded(cap_size, places.px(5), mix(dark, light, share))
        picture.blit(cap, cap.get_rect(center=(spot.centerx, centre_y)))
    # The paper runs free of the caps, however small they get.
    picture.fill((0, 0, 0, 0), places.sheet.move(-area.left, -area.top))
    return picture


def pen_picture(look: Look, places: PaperPlaces) -> pygame.Surface:
    """The small pen of the current: a triangle with a bright edge, tip at the left."""
    unit, scale = places.unit, shapes.OVERSAMPLE
    length, half = PEN_LENGTH * unit, PEN_HALF * unit
    edge = max(1.0, 2.5 * unit)
    colour = look.colour("current")
    rim = mix(colour, look.colour("knob"), 0.88)
    size = (math.ceil(length + 2 * edge), math.ceil(2 * (half + edge)))
    layers = []
    for ink, grown in ((rim, edge), (colour, 0.0)):
        canvas = shapes.clear_canvas(size, ink)
        middle = size[1] / 2.0
        points = [
            (edge - grown, middle),
            (edge + length + grown * 0.7, middle - half - grown),
            (edge + length + grown * 0.7, middle + half + grown),
        ]
        pygame.draw.polygon(canvas, ink, [(x * scale, y * scale) for x, y in points])
        layers.append(shapes.shrink(canvas))
    layers[0].blit(layers[1], (0, 0))
    return layers[0]


class FixturePainter:
    """Paints the parts that do not travel with the paper."""

    def __init__(self, look: Look, places: PaperPlaces) -> None:
        self._look, self._places, self._rows = look, places, Rows(places)
        self._roll, self._pen = roll_picture(look, places), pen_picture(look, places)
        self._ruler = lru_cache(maxsize=8)(self._ruler_picture)
        self._time_words = lru_cache(maxsize=64)(self._written_time)

    def current_row(self, current_na: float, limit_na: float) -> int:
        """The screen row of the current's pen."""
        return self._places.sheet.top + round(self._rows.amp(current_na, limit_na))

    def pen_area(self, row: int) -> pygame.Rect:
        """What the current's pen covers at a row."""
        left = self._places.pen_x - max(1, round(2.5 * self._places.unit))
        return self._pen.get_rect(midleft=(left, row))

    @property
    def pen_track(self) -> pygame.Rect:
        """All that the current's pen may cover right of the paper."""
        top, bottom = self._places.current.top, self._places.current.bottom
        track = self.pen_area(top).union(self.pen_area(bottom)).inflate(0, 4)
        cut = self._places.sheet.right - track.left
        return pygame.Rect(track.left + cut, track.top, track.width - cut, track.height)

    def paint_roll(self, canvas: pygame.Surface) -> None:
        """The roll, without the current's pen."""
        canvas.blit(self._roll, self._places.roll_area)

    def paint_pen(self, canvas: pygame.Surface, row: int) -> None:
        """The current's pen at a row of the screen."""
        canvas.blit(self._pen, self.pen_area(row))

    def paint_ruler(
        self,
        canvas: pygame.Surface,
        numbers: tuple[int, ...],
        limit_na: float,
        has_units: bool,
    ) -> None:
        """Ticks at every 2.5 mV.

        Args:
            canvas: The screen.
            numbers: The millivolts that are written beside their tick.
            limit_na: The top of the current's axis.
            has_units: Whether units and the current's axis are shown.
        """
        canvas.blit(self._ruler(numbers, limit_na, has_units), self.ruler_area)

    def _ruler_picture(
        self, numbers: tuple[int, ...], limit_na: float, has_units: bool
    ) -> pygame.Surface:
        """The ruler, as large as ``ruler_area``: it is put back in every frame."""
        look, places, area = self._look, self._places, self.ruler_area
        canvas = pygame.Surface(area.size, pygame.SRCALPHA)
        right = area.width
        for step in range(round(HIGHEST_TICK_MV / TICK_STEP_MV) + 1):
            kind = 0 if step % 4 == 0 else 1 if step % 2 == 0 else 2
            length, thick = (places.px(part) for part in TICKS[kind])
            y = places.scale.row(step * TICK_STEP_MV) - thick // 2 - area.top
            colour = look.colour("muted" if kind else "ink")
            canvas.fill(colour, (right - length, y, length, thick))
        for number in numbers:
            words = level_number(look.texts, number, 0)
            self._number(canvas, words, places.scale.y(number))
        if has_units:
            self._paint_current_ticks(canvas, limit_na)
            self._paint_units(canvas)
        return canvas

    def _paint_current_ticks(self, canvas: pygame.Surface, limit_na: float) -> None:
        look, places = self._look, self._places
        length, thick = (places.px(part) for part in TICKS[0])
        for value_na in (0.0, limit_na):
            y = places.sheet.top + round(self._rows.amp(value_na, limit_na))
            left, top = self.ruler_area.width - length, y - self.ruler_area.top
            spot = (left, top - thick // 2, length, thick)
            canvas.fill(look.colour("ink"), spot)
            self._number(canvas, look.texts.number(value_na, 0), y)

    def _number(self, canvas: pygame.Surface, words: str, y: float) -> None:
        """A number left of a long tick, at a row of the screen."""
        look, area = self._look, self.ruler_area
        picture = look.text(words, self._number_px, "ink", SEMIBOLD)
        right = area.width - self._places.px(TICKS[0][0] + 6.0)
        spot = picture.get_rect(midright=(right, round(y) - area.top))
        canvas.blit(picture, spot)

    @property
    def _size(self) -> float:
        """Type size so that two digits fit between roll and ticks."""
        return NUMBER_SIZE * self._places.unit / self._look.unit

    @cached_property
    def _number_px(self) -> int:
        """Numbers with a sign are smaller, so as to be no wider than two digits."""
        look, places = self._look, self._places
        size = usual = look.text_px(self._size)
        free = places.ruler.width - places.px(TICKS[0][0] + 6.0)
        room = max(free, look.text("30", usual).get_width())
        lowest = level_number(look.texts, 0.0, 0)
        while size > SMALLEST_TEXT_PX and look.text(lowest, size).get_width() > room:
            size -= 1
        return size

    def _paint_units(self, canvas: pygame.Surface) -> None:
        """Millivolts over the ruler, nanoamperes under it."""
        look, places = self._look, self._places
        size = look.text_px(self._size * 0.9)
        right = self.ruler_area.width - places.px(TICKS[0][0] + 6.0)
        above = self.ruler_area.top
        top = places.scale.row(32.0) - places.px(26) - above
        bottom = places.current.bottom + places.px(30) - above
        for key, y in (("paper.unit_mv", top), ("paper.unit_na", bottom)):
            picture = look.text(look.texts(key), size, "muted", SEMIBOLD)
            canvas.blit(picture, picture.get_rect(midright=(right, y)))

    @cached_property
    def ruler_area(self) -> pygame.Rect:
        """All that ruler, numbers and units may cover."""
        ruler, places = self._places.ruler, self._places
        top = places.scale.row(32.0) - places.px(46)
        bottom = places.current.bottom + places.px(50)
        words = [level_number(self._look.texts, number, 0) for number in NUMBERS_MV]
        words += [self._look.texts(key) for key in ("paper.unit_mv", "paper.unit_na")]
        size = self._look.text_px(self._size)
        wide = max(self._look.text(word, size).get_width() for word in words)
        left = ruler.right - places.px(TICKS[0][0] + 6.0) - wide - 1
        left = min(left, ruler.left)
        return pygame.Rect(left, top, ruler.right - left, bottom - top)

    def numbers(self, frame: PaperFrame) -> tuple[int, ...]:
        """The millivolts that are written; the one at the arm gives way."""
        seen = [mv for mv in NUMBERS_MV if abs(mv - frame.level_mv) > ARM_MV]
        if self._look.texts.rest_mv:
            # A minus would be lost among the dashes of the line.
            seen = [mv for mv in seen if abs(mv - frame.line_mv) > DASHES_MV]
        return tuple(seen)

    def paint_times(self, canvas: pygame.Surface, writing: Writing) -> None:
        """Milliseconds under the upright grid lines, and now under the pen."""
        look, places, axis = self._look, self._places, writing.axis
        row, dt_ms = places.times, writing.frame.dt_ms
        now_ms = writing.frame.edge_tick * dt_ms
        number = look.texts.number(now_ms, 0)
        words = look.texts("paper.now_ms", number=number)
        picture = look.text(words, self._time_size, "ink", SEMIBOLD)
        spot = picture.get_rect(midright=(places.pen_x - places.px(4), row.centery))
        canvas.blit(picture, spot)
        free_until = spot.left - places.px(14)
        px_per_ms = axis.stretches[-1].px_per_tick / dt_ms
        step = grid_step_ms(px_per_ms, NEAREST_NUMBERS * places.unit)
        edge = math.floor(writing.now)
        index = math.floor(now_ms / step)
        while index >= 0:
            x = places.pen_x - edge + round(index * step * px_per_ms)
            picture = self._time_words(index * step, 0 if step >= 1.0 else 1)
            spot = picture.get_rect(center=(x, row.centery))
            if spot.left < row.left:
                break
            if spot.right <= free_until:
                canvas.blit(picture, spot)
            index -= 1

    @cached_property
    def _time_size(self) -> int:
        size = self._look.text_px(TIME_SIZE * self._places.unit / self._look.unit)
        # Whatever leaves the row stays behind when the numbers change.
        row = self._places.times.height
        while row and self._look.text("0", size).get_height() > row and size > 1:
            size -= 1
        return size

    def _written_time(self, time_ms: float, decimals: int) -> pygame.Surface:
        words = self._look.texts.number(time_ms, decimals)
        return self._look.text(words, self._time_size, "muted", SEMIBOLD)
