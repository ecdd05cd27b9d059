"""The tap: supply pipe, gauge, the wheel that turns, and the stream below it."""

from functools import lru_cache
from math import cos, radians, sin

import pygame
from pygame import Rect, Surface

from lifgame.content.palette import Palette
from lifgame.content.parameters import CURRENT
from lifgame.view import shapes
from lifgame.view.colours import mix
from lifgame.view.geometry import Point
from lifgame.view.machine.brush import Brush, cylinder
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.places import MachinePlaces

# The gauge's ends, in degrees clockwise from the right.
SHUT_DEG, OPEN_DEG = -220.0, 40.0
# On less water than this the stream leaves no ring.
RING_MV = 0.05
SPOKES = 5
TURNING_STEP = 4
STEPS = 260  # the wheel is painted for each degree of its way


def wheel_deg(current_na: float) -> float:
    """Where the wheel's white knob stands, in degrees clockwise from the right."""
    share = min(max(current_na / CURRENT.maximum, 0.0), 1.0)
    return SHUT_DEG + (OPEN_DEG - SHUT_DEG) * share


def paint_pipe(target: Surface, places: MachinePlaces, palette: Palette) -> None:
    """The supply pipe and the nozzle under the wheel."""
    px = places.px
    x, y = places.spout, places.tap[1]
    half, mouth = px(25), places.nozzle_y - px(10)
    metal = palette.metal_dark, palette.metal_light
    side = places.picture.right if places.row.comes_from_side else places.tap[0]
    if side != x:
        # Along from the edge, or from the one tap, and down from there.
        pipe = pygame.transform.rotate(cylinder((2 * half, abs(side - x)), *metal), -90)
        target.blit(pipe, (min(x, side), y - half))
        if places.row.wheel_x is not None:
            target.blit(shapes.disc(half, mix(*metal, 0.55)), (x - half, y - half))
        target.blit(cylinder((2 * half, mouth - y), *metal), (x - half, y))
    if not places.row.comes_from_side:
        over, top = places.tap[0], places.picture.top
        low = mouth if side == x else y
        target.blit(cylinder((2 * half, low - top), *metal), (over - half, top))
    flange = Rect(x - half - px(7), mouth - px(12), 2 * half + px(14), px(14))
    colour = mix(palette.metal_light, palette.gloss, 0.15 * palette.glow)
    target.blit(shapes.rounded(flange.size, px(4), colour), flange)
    lip = Rect(x - half + px(2), mouth, 2 * half - px(4), px(10))
    dark = mix(palette.metal_dark, palette.glass, 0.15)
    target.blit(shapes.rounded(lip.size, px(3), dark), lip)


class Tap(Part):
    """Gauge and wheel."""

    def __init__(self, places: MachinePlaces, palette: Palette) -> None:
        self._places = places
        self._palette = palette
        self._reach = places.wheel + places.px(27)
        self._painted = lru_cache(maxsize=40)(self._paint)

    def face(self, moment: Moment) -> object:
        return self._step(moment), moment.frame.held == "tap"

    def _step(self, moment: Moment) -> int:
        degrees = wheel_deg(moment.tap_na) - SHUT_DEG
        if moment.tap_na == moment.frame.tap_na:
            return round(degrees)
        # On its way nobody sees single degrees, and each is a picture of its own.
        return TURNING_STEP * round(degrees / TURNING_STEP)

    def areas(self, moment: Moment) -> list[Rect]:
        x, y = moment.places.tap
        reach = self._reach
        return [Rect(x - reach, y - reach, 2 * reach, 2 * reach)]

    def draw(self, canvas: Surface, moment: Moment) -> None:
        sprite = self._painted(self._step(moment), moment.frame.held == "tap")
        canvas.blit(sprite, sprite.get_rect(center=moment.places.tap))

    def _paint(self, step: int, held: bool) -> Surface:
        reach, palette, px = self._reach, self._palette, self._places.px
        radius = self._places.wheel * (1.08 if held else 1.0)
        brush = Brush(Rect(-reach, -reach, 2 * reach, 2 * reach))
        brush.disc((0, 0), self._places.wheel + px(26), palette.air)
        far = self._places.wheel + px(17)
        _arc(brush, far, (0, STEPS), px(9), palette.gauge)
        if step > 0:
            _arc(brush, far, (0, step), px(10), palette.current)
        turn = SHUT_DEG + step + 90
        tips = [_at(turn + 360 / SPOKES * n - 90, 1.0) for n in range(SPOKES)]
        spoke = mix(palette.current, palette.hub, 0.5)
        brush.disc((0, 0), radius * 0.8 + px(6), palette.current)
        brush.disc((0, 0), radius * 0.8 - px(7), palette.air)
        for x, y in tips:
            end = (x * radius * 0.8, y * radius * 0.8)
            brush.line([(0, 0), end], px(12), spoke, is_round=False)
        for index, (x, y) in enumerate(tips):
            spot = (x * radius * 0.84, y * radius * 0.84)
            brush.disc(spot, radius * 0.17 + px(2), palette.current)
            if index == 0:
                brush.disc(spot, radius * 0.17 - px(1), palette.knob)
        brush.disc((0, 0), radius * 0.26 + px(2), palette.current)
        brush.disc((0, 0), radius * 0.26 - px(2), palette.hub)
        return brush.finished()


def _at(angle: float, radius: float) -> Point:
    return radius * cos(radians(angle)), radius * sin(radians(angle))


def _arc(
    brush: Brush, radius: float, steps: tuple[int, int], width: float,
    colour: tuple[int, int, int],
) -> None:  # fmt: skip
    angles = range(steps[0], steps[1] + 1, 2)
    points = [_at(SHUT_DEG + angle, radius) for angle in angles]
    points.append(_at(SHUT_DEG + steps[1], radius))
    brush.line(points, width, colour)


class Stream(Part):
    """What flows in: a column as wide as the current, in moving light."""

    def __init__(self, places: MachinePlaces, palette: Palette) -> None:
        self._places = places
        self._palette = palette
        self._column = lru_cache(maxsize=40)(self._paint)
        self._ring = lru_cache(maxsize=40)(self._paint_ring)

    def width(self, moment: Moment) -> int:
        """Pixels across; 0: nothing flows."""
        inflow_na = moment.frame.inflow_na
        if inflow_na <= 0.005 or moment.frame.is_refractory:
            return 0
        most = self._places.inside.width // 3
        return min(most, self._places.px(7 + 7.5 * inflow_na))

    def end(self, moment: Moment) -> int:
        """Row in which it ends."""
        return min(moment.level_y + self._places.px(3), self._places.floor_y)

    def face(self, moment: Moment) -> object:
        width = self.width(moment)
        if not width:
            return 0
        has_ring = moment.frame.level_mv > RING_MV
        return width, self.end(moment), moment.run_px, moment.level_y, has_ring

    def areas(self, moment: Moment) -> list[Rect]:
        width = self.width(moment)
        if not width:
            return []
        half = self._splash(width) + 1
        top, x = self._places.nozzle_y, self._places.spout
        high = self._places.px(7)
        column = Rect(x - width // 2 - 1, top, width + 2, self.end(moment) - top)
        if moment.frame.level_mv <= RING_MV:
            return [column]
        return [
            column,
            Rect(x - half, moment.level_y - high - 1, 2 * half, 2 * high + 2),
        ]

    def _splash(self, width: int) -> int:
        """Half the width of the ring where it enters the water."""
        return min(round(width * 1.5) + 2, self._places.inside.width // 5)

    def draw(self, canvas: Surface, moment: Moment) -> None:
        width = self.width(moment)
        if not width:
            return
        places = self._places
        x, top = places.spout, places.nozzle_y
        end = self.end(moment)
        column = self._column(width)
        left = x - width // 2
        canvas.blit(column, (left, top), (0, 0, width, end - top))
        dash, pitch = places.px(34), places.px(56)
        thin = max(1, places.px(2.4))
        line = left + round(width * 0.36)
        for y in range(top - pitch + moment.run_px % pitch, end, pitch):
            start, stop = max(y, top + places.px(10)), min(y + dash, end - 2)
            if stop > start:
                canvas.fill(self._palette.streak, (line, start, thin, stop - start))
        if moment.frame.level_mv > RING_MV:
            ring = self._ring(self._splash(width))
            canvas.blit(ring, ring.get_rect(center=(x, moment.level_y)))

    def _paint(self, width: int) -> Surface:
        """Round in the middle, a little thinner as it falls faster."""
        places, palette = self._places, self._palette
        height = places.floor_y - places.nozzle_y
        if not palette.glow and palette.water_top == palette.water_bottom:
            dark = light = palette.stream
        else:
            dark = mix(palette.water_top, palette.water_bottom, 0.45)
            light = mix(palette.stream, palette.streak, 0.7)
        brush = Brush(Rect(0, 0, width, min(height, places.px(60))))
        neck = brush.rect.height
        for inset, colour in ((0.0, dark), (0.2, mix(dark, light, 0.6)), (0.3, light)):
            right = width * (1 - inset * 1.5)
            brush.area(
                [
                    (width * inset, 0), (right, 0),
                    (right - width * 0.07, neck), (width * (inset + 0.07), neck),
                ],
                colour,
            )  # fmt: skip
        column = Surface((width, max(1, height)), pygame.SRCALPHA)
        head = brush.finished()
        tail = head.subsurface((0, neck - 1, width, 1))
        column.blit(pygame.transform.scale(tail, column.get_size()), (0, 0))
        column.fill((0, 0, 0, 0), head.get_rect())
        column.blit(head, (0, 0))
        return column

    def _paint_ring(self, half: int) -> Surface:
        high = self._places.px(7)
        rect = Rect(-half, -high, 2 * half, 2 * high)
        brush = Brush(rect)
        brush.oval(rect, max(1.0, 3 * self._places.detail), self._palette.crest)
        return brush.finished()
