"""The axon: the pipe to the lamp, its sleeves of fat, and the pulse between them.

As in a real nerve fibre the pulse jumps: it lights one gap between the sleeves after
the other and is never seen inside a sleeve.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import hypot

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

# On the wall, from the beginning of a gulp.
LEAVES_S = 0.22
ARRIVES_S = 0.48
LIT_S = 0.09
PITCH = 96.0  # from sleeve to sleeve


@dataclass(frozen=True, slots=True)
class Way:
    """The pipe's course and where the pulse shows.

    Attributes:
        points: The middle of the pipe, from the bucket to the lamp.
        sleeves: The fat round its level run.
        gaps: Where the pulse lights, in order, and whether the pipe is upright there.
    """

    points: list[Point]
    sleeves: list[Rect]
    gaps: list[tuple[int, int, bool]]


def way(places: MachinePlaces) -> Way:
    """The course for a bucket's width."""
    px, y = places.px, places.axon_y
    start_x = places.legs[1]
    lamp_x, lamp_y, radius = places.lamp
    side = -1 if places.row.hangs else 1
    end_y = lamp_y + side * round(radius * 1.3)
    corners: list[Point] = [(start_x, places.floor_y + px(10)), (start_x, y)]
    if places.row.climb:
        climb_x, climb_y = places.x(places.row.climb[0]), places.y(places.row.climb[1])
        corners += [(climb_x, y), (climb_x, climb_y), (lamp_x, climb_y)]
    else:
        corners.append((lamp_x, y))
    corners.append((lamp_x, end_y))
    sleeves = _sleeves(places, start_x)
    gaps = _level_gaps(places, sleeves)
    gaps += _upright_gaps(corners[2:])
    return Way(_rounded(corners, px(26)), sleeves, gaps)


def _sleeves(places: MachinePlaces, start_x: int) -> list[Rect]:
    px, y = places.px, places.axon_y
    left = start_x + px(64)
    right = places.lamp[0] - px(60)
    if places.row.sheath is not None:
        right = places.x(places.row.sheath)
    if right - left < px(50):
        return []
    count = max(1, round((right - left) / (PITCH * places.detail)))
    pitch, gap = (right - left) / count, px(14)
    high = px(44)
    return [
        Rect(
            round(left + n * pitch) + gap // 2, y - high // 2, round(pitch) - gap, high
        )
        for n in range(count)
    ]


def _level_gaps(
    places: MachinePlaces, sleeves: list[Rect]
) -> list[tuple[int, int, bool]]:
    y, half = places.axon_y, places.px(14) // 2 + 1
    if not sleeves:
        return []
    xs = [sleeves[0].left - half] + [sleeve.right + half for sleeve in sleeves]
    return [(x, y, False) for x in xs]


def _upright_gaps(corners: list[Point]) -> list[tuple[int, int, bool]]:
    """A light in the middle of each further run of the pipe."""
    gaps = []
    for (x, y), (to_x, to_y) in pairwise(corners):
        upright = x == to_x
        gaps.append((round((x + to_x) / 2), round((y + to_y) / 2), upright))
    return gaps


def _rounded(corners: list[Point], radius: float) -> list[Point]:
    """A course with round bends."""
    points = [corners[0]]
    for before, here, after in zip(corners, corners[1:], corners[2:], strict=False):
        reach = min(radius, hypot(here[0] - before[0], here[1] - before[1]) / 2,
                    hypot(after[0] - here[0], after[1] - here[1]) / 2)  # fmt: skip
        start, end = _toward(here, before, reach), _toward(here, after, reach)
        points += [start, *bezier([start, here, end])]
    return [*points, corners[-1]]


def _toward(here: Point, there: Point, reach: float) -> Point:
    length = max(1e-6, hypot(there[0] - here[0], there[1] - here[1]))
    share = reach / length
    return here[0] + (there[0] - here[0]) * share, here[1] + (
        there[1] - here[1]
    ) * share


def paint_axon(target: Surface, places: MachinePlaces, palette: Palette) -> None:
    """The resting pipe in its sleeves."""
    course, px = way(places), places.px
    xs = [x for x, _ in course.points]
    ys = [y for _, y in course.points]
    margin = px(24)
    rect = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    rect = rect.inflate(2 * margin, 2 * margin)
    brush = Brush(rect, over=2)
    wide, narrow = max(5, px(26)), max(3, px(19))
    brush.line(course.points, wide, palette.edge, is_round=False)
    brush.line(course.points, narrow, palette.air, is_round=False)
    for sleeve in course.sleeves:
        edge = max(1.5, px(2.5))
        radius = sleeve.height * 0.45
        box = (*sleeve.topleft, *sleeve.size)
        brush.box(box, radius, palette.edge)
        inner = sleeve.inflate(-2 * edge, -2 * edge)
        brush.box((*inner.topleft, *inner.size), radius, palette.sleeve)
        shine = mix(palette.sleeve, palette.edge, 0.55 * palette.glow)
        gloss = (sleeve.left + px(12), sleeve.top + px(7), sleeve.width - px(24), px(7))
        if palette.glow and gloss[2] > 0:
            brush.box(gloss, px(3), shine)
    target.blit(brush.finished(), rect)


class Axon(Part):
    """What moves in the pipe: the gulp's water up to the elbow, then the pulse."""

    def __init__(self, places: MachinePlaces, palette: Palette) -> None:
        self._places = places
        self._palette = palette
        self._way = way(places)
        self._lights = {upright: self._light(upright) for upright in (False, True)}
        self._water = flat(palette)
        self._half = places.px(10)
        x, top = places.legs[1] - self._half, places.floor_y + places.px(10)
        bottom = places.axon_y + self._half
        self._elbow_rect = Rect(x, top, 2 * self._half + self._run(), bottom - top)
        self._elbow = self._paint_elbow()

    def _lit(self, moment: Moment) -> tuple[int, ...]:
        """Which gaps are lit."""
        count = len(self._way.gaps)
        step_s = (ARRIVES_S - LEAVES_S) / max(1, count)
        return tuple(
            index
            for index in range(count)
            if any(
                0.0 <= age_s - LEAVES_S - index * step_s < LIT_S
                for age_s in moment.pulses
            )
        )

    def _depth(self, moment: Moment) -> int:
        """How far the water stands in the pipe, in pixels from the floor."""
        frame = moment.frame
        if moment.still_gulp or not frame.sucks:
            return 0
        full = self._fall() + self._run()
        share = frame.gulp_share
        if share is None:
            return full
        return round(full * min(1.0, max(0.0, (share - 0.19) / 0.5)))

    def _fall(self) -> int:
        return self._places.axon_y - self._places.floor_y - self._places.px(10)

    def _run(self) -> int:
        """From the elbow to the first sleeve."""
        return self._places.px(52)

    def face(self, moment: Moment) -> object:
        return self._lit(moment), self._depth(moment)

    def areas(self, moment: Moment) -> list[Rect]:
        areas = [self._spot(index) for index in self._lit(moment)]
        if self._depth(moment):
            areas.append(self._elbow_rect)
        return areas

    def _spot(self, index: int) -> Rect:
        x, y, upright = self._way.gaps[index]
        return self._lights[upright].get_rect(center=(x, y))

    def draw(self, canvas: Surface, moment: Moment) -> None:
        depth = self._depth(moment)
        if depth:
            self._draw_water(canvas, depth)
        for index in self._lit(moment):
            canvas.blit(self._lights[self._way.gaps[index][2]], self._spot(index))

    def _draw_water(self, canvas: Surface, depth: int) -> None:
        """As much of the water as has come down, then along."""
        rect = self._elbow_rect
        fall = self._fall()
        width = self._half * 2 + max(0, depth - fall)
        height = depth if depth < fall else rect.height
        canvas.blit(self._elbow, rect, (0, 0, width, height))

    def _paint_elbow(self) -> Surface:
        """The pipe's water from the floor to the first sleeve."""
        brush = Brush(self._elbow_rect)
        width = max(2, self._places.px(17))
        brush.line(self._way.points, width, self._water, is_round=False)
        return brush.finished()

    def _light(self, upright: bool) -> Surface:
        """A lit piece of the pipe with its halo."""
        palette, px = self._palette, self._places.px
        reach = px(62)
        sprite = Surface((2 * reach, 2 * reach), pygame.SRCALPHA)
        sprite.fill((*palette.lamp_face, 0))
        if palette.glow:
            sprite.blit(shapes.glow(reach, palette.lamp_face, 150), (0, 0))
        brush = Brush(Rect(-reach, -reach, 2 * reach, 2 * reach))
        long, wide = px(17), px(20)
        if palette.glow == 0:
            self._capsule(brush, long + px(5), wide + px(5), upright, palette.spike)
        self._capsule(brush, long, wide, upright, palette.lamp_face)
        self._capsule(brush, long * 0.5, wide * 0.5, upright, palette.pulse_core)
        sprite.blit(brush.finished(), (0, 0))
        return sprite

    @staticmethod
    def _capsule(
        brush: Brush,
        long: float,
        wide: float,
        upright: bool,
        colour: tuple[int, int, int],
    ) -> None:
        x, y = (wide * 0.62, long) if upright else (long, wide)
        brush.box((-x, -y, 2 * x, 2 * y), min(x, y), colour)
