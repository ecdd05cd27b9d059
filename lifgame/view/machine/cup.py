"""The adaptive neuron's cup: each gulp pours in a spoonful, which lifts the line.

The cup's floor stands at the resting threshold on the common scale, so its water is
the line: the float on it carries the siphon's bend by an arm through the right wall.
"""

from collections.abc import Callable
from functools import lru_cache
from math import cos, radians, sin

import pygame
from pygame import Rect, Surface

from lifgame.content.palette import Palette
from lifgame.view import shapes
from lifgame.view.colours import mix
from lifgame.view.geometry import Point
from lifgame.view.machine.brush import Brush
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.outlines import bezier
from lifgame.view.machine.places import MachinePlaces
from lifgame.view.machine.water import flat

RIM_MV = 8.6  # over the cup's floor
GAP, WIDE = 168.0, 96.0  # from the right wall; across
# On the wall: the spoon tips, and what it held has fallen.
TIPS_S, TIPPED_S, FALLS_S, FALLEN_S = 0.06, 0.14, 0.12, 0.24
TIPPED_DEG = -38.0


def cup_rect(places: MachinePlaces, rest_line_mv: float) -> Rect:
    """The cup's inside; its floor is the resting line."""
    left = places.inside.right + places.px(GAP)
    width = places.px(WIDE)
    floor = places.scale.row(rest_line_mv)
    highest = places.tap[1] + places.px(46)
    top = max(highest, floor - round(RIM_MV * places.scale.px_per_mv))
    return Rect(left, top, width, max(places.px(24), floor - top))


def has_room(places: MachinePlaces) -> bool:
    """Whether a cup stands between the bucket and the edge or the lamp."""
    right = places.inside.right + places.px(GAP + WIDE + 60)
    x, _, radius = places.lamp
    edge = places.picture.right if places.row.hangs else x - radius
    return right <= edge


def taken(places: MachinePlaces, rest_line_mv: float) -> list[Rect]:
    """What labels keep clear of."""
    cup = cup_rect(places, rest_line_mv)
    spoon = Rect(0, 0, places.px(130), places.px(100))
    spoon.center = spoon_spot(places, rest_line_mv)
    left = cup.right - places.px(30)
    post = Rect(left, cup.bottom, places.px(20), places.axon_y - cup.bottom)
    return [cup.inflate(places.px(24), places.px(16)), spoon, post]


def spoon_spot(places: MachinePlaces, rest_line_mv: float) -> tuple[int, int]:
    """The spoon's hinge, over the cup."""
    cup = cup_rect(places, rest_line_mv)
    return cup.centerx + places.px(14), cup.top - places.px(50)


class CupPart(Part):
    """What moves: water, float and arm, spoon, thread and drops."""

    def __init__(self, places: MachinePlaces, palette: Palette) -> None:
        self._places = places
        self._palette = palette
        self._spooned = lru_cache(maxsize=24)(self._paint_spoon)
        self._armed = lru_cache(maxsize=2)(self._paint_arm)
        self._drop = shapes.disc(places.px(4), palette.drop)
        size = places.bore + places.px(20), places.px(18)
        self._collar = shapes.rounded(
            size,
            places.px(6),
            palette.metal_light,
            palette.glass,
            max(1, places.px(2.5)),
        )

    def face(self, moment: Moment) -> object:
        frame = moment.frame
        return moment.line_y, frame.rest_line_mv, self._tilt(moment), self._fall(moment)

    def areas(self, moment: Moment) -> list[Rect]:
        cup = cup_rect(self._places, moment.frame.rest_line_mv)
        px = self._places.px
        spoon = self._spoon_rect(moment)
        arm = self._arm_rect(moment)
        falling = Rect(cup.left, spoon.top, cup.width, cup.bottom - spoon.top)
        drops = Rect(cup.right + px(36), cup.bottom, px(20), 0)
        drops.height = self._places.gutter.bottom - cup.bottom
        half = self._collar.get_width() // 2
        legs = self._places.legs
        collars = Rect(legs[0] - half, moment.line_y + px(62), 0, px(18))
        collars.width = legs[1] + half - collars.left
        return [cup.inflate(px(20), px(20)), spoon, arm, falling, drops, collars]

    def _tilt(self, moment: Moment) -> int:
        """How far the spoon is tipped, in degrees."""
        frame = moment.frame
        if frame.is_band:
            return round(TIPPED_DEG)
        if frame.gulp_s is None or moment.still_gulp:
            return 0
        share = (frame.gulp_s - TIPS_S) / (TIPPED_S - TIPS_S)
        return 2 * round(TIPPED_DEG * min(max(share, 0.0), 1.0) / 2)

    def _fall(self, moment: Moment) -> float:
        """How far the spoonful has fallen, 0 to 1; 0: nothing falls."""
        frame = moment.frame
        if frame.is_band:
            return 1.0
        if frame.gulp_s is None or moment.still_gulp:
            return 0.0
        share = (frame.gulp_s - FALLS_S) / (FALLEN_S - FALLS_S)
        return round(share, 2) if 0.0 < share < 1.0 else 0.0

    def draw(self, canvas: Surface, moment: Moment) -> None:
        places, palette, px = self._places, self._palette, self._places.px
        cup = cup_rect(places, moment.frame.rest_line_mv)
        y = max(cup.top, moment.line_y)
        if y < cup.bottom:
            water = Rect(cup.left, y, cup.width, cup.bottom - y)
            tone = shapes.vertical_gradient(
                (8, cup.height), palette.water_top, flat(palette)
            )
            canvas.blit(pygame.transform.scale(tone, water.size), water)
            canvas.fill(palette.crest, (cup.left, y, cup.width, max(1, px(3))))
        self._draw_fall(canvas, moment, cup, y)
        spoon = self._spooned(self._tilt(moment))
        canvas.blit(spoon, self._spoon_rect(moment))
        canvas.blit(self._armed(cup.left), self._arm_rect(moment))
        collar = self._collar
        for x in places.legs:
            spot = collar.get_rect(midtop=(x, moment.line_y + px(62)))
            canvas.blit(collar, spot)
        if y < cup.bottom:
            self._draw_leak(canvas, cup)

    def _draw_leak(self, canvas: Surface, cup: Rect) -> None:
        """Drops from the cup's felt on their way into the gutter."""
        places, px = self._places, self._places.px
        foot = places.gutter.top + px(16) - cup.bottom
        for share in (0.03, 0.12, 0.27, 0.48, 0.75):
            y = cup.bottom + round(foot * share)
            canvas.blit(self._drop, self._drop.get_rect(center=(cup.right + px(46), y)))

    def _draw_fall(self, canvas: Surface, moment: Moment, cup: Rect, y: int) -> None:
        share, px = self._fall(moment), self._places.px
        if not share:
            return
        x = cup.left + px(22)
        top = spoon_spot(self._places, moment.frame.rest_line_mv)[1]
        tone = flat(self._palette)
        if moment.frame.is_band:
            canvas.fill(tone, (x, top, px(5), max(1, y - top)))
            return
        for index in range(3):
            at = top + round((y - top) * min(1.0, share * (1.0 - 0.2 * index)))
            canvas.fill(tone, (x, at - px(8), px(8 - 2 * index), px(14)))

    def _spoon_rect(self, moment: Moment) -> Rect:
        reach = self._places.px(70)
        rect = Rect(0, 0, 2 * reach, 2 * reach)
        rect.center = spoon_spot(self._places, moment.frame.rest_line_mv)
        return rect

    def _paint_spoon(self, tilt: int) -> Surface:
        palette, px = self._palette, self._places.px
        reach = px(70)
        brush = Brush(Rect(-reach, -reach, 2 * reach, 2 * reach))
        bowl = [px_pair(px, -54, -14), px_pair(px, -50, 14), px_pair(px, -26, 20)]
        curve = [bowl[0], *bezier(bowl), px_pair(px, -6, 20)]
        curve += list(bezier([curve[-1], px_pair(px, 24, 16), px_pair(px, 28, -14)]))
        turned = [_turn(point, tilt) for point in curve]
        brush.area(turned, palette.metal_dark)
        if tilt > TIPPED_DEG / 2:
            inside = [_turn((x * 0.9, y * 0.75 + px(2)), tilt) for x, y in curve]
            brush.area(inside, flat(palette))
        brush.line([*turned, turned[0]], px(5), palette.glass)
        stem = [_turn(px_pair(px, 28, -10), tilt), _turn(px_pair(px, 54, 12), tilt)]
        brush.line(stem, px(6), palette.glass)
        brush.disc(_turn(px_pair(px, -10, 20), tilt), px(7), palette.metal_light)
        return brush.finished()

    def _arm_rect(self, moment: Moment) -> Rect:
        places, half = self._places, self._places.px(40)
        left = sum(places.legs) // 2 - places.px(20)
        cup = cup_rect(places, moment.frame.rest_line_mv)
        right = cup.left + places.px(90)
        return Rect(left, moment.line_y - half, right - left, 2 * half)

    def _paint_arm(self, cup_left: int) -> Surface:
        """Float, level arm, and the hook under which the bend hangs."""
        places, palette, px = self._places, self._palette, self._places.px
        bend_x = sum(places.legs) // 2
        left, right = bend_x - px(20), cup_left + px(90)
        brush = Brush(Rect(left, -px(40), right - left, 2 * px(40)))
        tone = mix(palette.threshold_face, palette.gloss, 0.5 * palette.glow)
        fx = cup_left + px(50)
        brush.line([(bend_x, 0), (fx, 0)], px(7), tone)
        top = -places.bore // 2 - places.bore - places.tube
        top = max(top, -px(32))
        brush.line([(bend_x, 0), (bend_x, top)], px(7), tone)
        hook = (bend_x - px(15), top - px(6), px(30), px(12))
        brush.box(hook, px(5), palette.threshold_face)
        wall = places.inside.right + places.wall / 2
        brush.box((wall - px(12), -px(21), px(24), px(42)), px(7), palette.glass)
        face = mix(palette.metal_dark, palette.metal_light, 0.3)
        brush.box((wall - px(9), -px(18), px(18), px(36)), px(5), face)
        brush.box((fx - px(24), -px(17), px(48), px(23)), px(9), palette.outline)
        brush.box((fx - px(22), -px(15), px(44), px(19)), px(8), palette.knob)
        low = (fx - px(22), -px(4), px(44), px(8))
        brush.box(low, px(4), palette.threshold_face)
        return brush.finished()


def px_pair(px: Callable[[float], int], x: float, y: float) -> Point:
    """A point in detail units; ``px`` gives no zero and no sign."""
    return (1 if x > 0 else -1) * px(abs(x)), (1 if y > 0 else -1) * px(abs(y))


def _turn(point: Point, degrees: float) -> Point:
    turn = radians(degrees)
    return (
        point[0] * cos(turn) - point[1] * sin(turn),
        point[0] * sin(turn) + point[1] * cos(turn),
    )
