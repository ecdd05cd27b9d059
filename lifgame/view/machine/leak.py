"""The leak: a plug of felt in a screw clamp, its jet, and the gutter that catches it.

Felt lets water through in proportion to its height: exactly V/R, with no hole's root.
"""

from functools import lru_cache

from pygame import Rect, Surface

from lifgame.content.palette import Palette
from lifgame.view import shapes
from lifgame.view.colours import mix
from lifgame.view.geometry import Point
from lifgame.view.machine.brush import Brush
from lifgame.view.machine.frame import MachineFrame
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.outlines import bezier
from lifgame.view.machine.places import MachinePlaces

# The jet is painted for each of these, so that it follows V/R without a jump.
STEP_NA = 0.04
MOST_NA = 2.3
LEAST_NA = 0.03
PORES = 18


def gutter_line(places: MachinePlaces) -> int:
    """Row of the water in the gutter."""
    return places.gutter.top + places.px(16)


def paint_gutter(target: Surface, places: MachinePlaces, palette: Palette) -> None:
    """The tray, open at the top, turned up at its right end."""
    tray, px = places.gutter, places.px
    rect = tray.inflate(2 * px(6), 2 * px(8))
    brush = Brush(rect)
    foot = tray.bottom
    bend = [
        (tray.right - px(14), foot),
        (tray.right, foot - px(2)),
        (tray.right, tray.top),
    ]
    curve = [(tray.left, foot), bend[0], *bezier(bend)]
    brush.area([(tray.left, tray.top + px(10)), *curve], palette.air)
    rim = mix(palette.edge, palette.glass, 0.35)
    brush.line(curve, max(2, px(7)), rim)
    target.blit(brush.finished(), rect)


def landing(places: MachinePlaces, frame: MachineFrame) -> Point:
    """Where the jet meets the gutter's water."""
    start = places.felt(frame.resistance_mohm).right - places.px(6)
    leak_na = min(max(frame.leak_na, 0.0), MOST_NA)
    room = places.gutter.right - places.px(30) - start
    reach = places.px(16 + places.row.jet * leak_na)
    return start + min(reach, room), gutter_line(places)


class Felt(Part):
    """The plug and the jaws that squeeze it."""

    def __init__(self, places: MachinePlaces, palette: Palette) -> None:
        self._places = places
        self._palette = palette
        self._painted = lru_cache(maxsize=8)(self._paint)

    def face(self, moment: Moment) -> object:
        return moment.frame.resistance_mohm

    def areas(self, moment: Moment) -> list[Rect]:
        felt = self._places.felt(moment.frame.resistance_mohm)
        return [self._box(felt)]

    def _box(self, felt: Rect) -> Rect:
        px = self._places.px
        knob_gap = px(26)
        return Rect(
            felt.left - 2,
            felt.top - knob_gap,
            felt.width + 6,
            felt.height + knob_gap + px(12),
        )

    def draw(self, canvas: Surface, moment: Moment) -> None:
        felt = self._places.felt(moment.frame.resistance_mohm)
        canvas.blit(self._painted(felt.height), self._box(felt))

    def _paint(self, height: int) -> Surface:
        places, palette, px = self._places, self._palette, self._places.px
        felt = Rect(
            places.inside.right - px(12), places.floor_y - height, px(68), height
        )
        brush = Brush(self._box(felt))
        brush.box((*felt.topleft, *felt.size), px(9), palette.resistance_face)
        for x, y, size in _pores(felt, px(6)):
            brush.disc((x, y), max(0.8, size * places.detail), palette.felt_pore)
        jaw, screw = felt.left + px(17), felt.right - px(25)
        wide = felt.right - jaw + px(1)
        metal = mix(palette.metal_light, palette.glass, 0.5)
        stem = (screw - px(5), felt.top - px(25), px(10), px(20))
        brush.box(stem, 1, palette.metal_light)
        brush.box((jaw, felt.bottom - px(2), wide, px(10)), px(4), metal)
        brush.box((jaw, felt.top - px(8), wide, px(10)), px(4), metal)
        return brush.finished()


def _pores(felt: Rect, margin: int) -> list[tuple[float, float, float]]:
    """Where the felt's dots lie: the same for ever."""
    state, spots = 21, []
    for _ in range(PORES):
        parts = []
        for _ in range(3):
            state = state * 16807 % 2147483647
            parts.append(state / 2147483647)
        x = felt.left + margin + parts[0] * (felt.width - 2 * margin)
        y = felt.top + margin + parts[1] * max(1, felt.height - 2 * margin)
        spots.append((x, y, 1.8 + 3.0 * parts[2]))
    return spots


class Jet(Part):
    """What leaks, and the water that it leaves in the gutter."""

    def __init__(self, places: MachinePlaces, palette: Palette) -> None:
        self._places = places
        self._palette = palette
        self._painted = lru_cache(maxsize=60)(self._paint)
        self._pools = lru_cache(maxsize=16)(self._paint_pool)

    def _step(self, moment: Moment) -> int:
        leak_na = max(moment.frame.leak_na, 0.0)
        return round(min(leak_na, MOST_NA) / STEP_NA) if leak_na >= LEAST_NA else 0

    def face(self, moment: Moment) -> object:
        return self._step(moment), moment.frame.resistance_mohm

    def _box(self) -> Rect:
        places = self._places
        left = places.inside.right + places.px(44)
        top = places.floor_y - places.px(60)
        return Rect(left, top, places.gutter.right - left, places.gutter.bottom - top)

    def areas(self, moment: Moment) -> list[Rect]:
        return [self._box(), self._pool()] if self._step(moment) else []

    def _pool(self) -> Rect:
        tray, px = self._places.gutter, self._places.px
        rect = Rect(tray.left, gutter_line(self._places) - px(4), 0, px(18))
        rect.width = tray.width - px(14)
        return rect

    def draw(self, canvas: Surface, moment: Moment) -> None:
        step = self._step(moment)
        if not step:
            return
        pool, px = self._pool(), self._places.px
        share = min(1.0, 0.5 + step * STEP_NA / 3)
        pool.height = max(2, round(px(12) * share))
        pool.bottom = self._places.gutter.bottom - px(3)
        canvas.blit(self._pools(pool.size), pool)
        canvas.blit(self._painted(step, moment.frame.resistance_mohm), self._box())

    def _paint_pool(self, size: tuple[int, int]) -> Surface:
        palette = self._palette
        colour = mix(palette.water_top, palette.water_bottom, 0.4)
        return shapes.rounded(size, self._places.px(4), colour)

    def _paint(self, step: int, resistance_mohm: float) -> Surface:
        places, palette, px = self._places, self._palette, self._places.px
        felt = places.felt(resistance_mohm)
        leak_na = step * STEP_NA
        half = px(4 + 6 * min(leak_na, 2.2)) * min(1.0, leak_na / 0.12 + 0.35)
        x, y = felt.right - px(6), felt.centery + felt.height * 0.16
        reach = px(16 + places.row.jet * leak_na)
        reach = min(reach, places.gutter.right - px(30) - x)
        foot = gutter_line(places)
        brush = Brush(self._box(), over=3)
        dark = mix(palette.stream, palette.water_bottom, 0.45)
        flat = palette.water_top == palette.water_bottom
        light = palette.stream if flat else mix(palette.stream, palette.streak, 0.6)
        for share, colour in ((1.0, palette.stream if flat else dark), (0.45, light)):
            brush.area(_jet((x, y), reach, foot, half * share), colour)
        return brush.finished()


def _jet(start: Point, reach: float, foot: float, half: float) -> list[Point]:
    """The outline of a thrown stream: level at the felt, steep at its foot."""
    x, y = start
    upper = [
        (x, y - half),
        (x + reach * 0.86, y - half),
        (x + reach + half * 0.8, foot),
    ]
    lower = [
        (x, y + half),
        (x + reach * 0.72, y + half),
        (x + reach - half * 1.1, foot),
    ]
    far, near = list(bezier(upper)), list(bezier(lower))
    return [upper[0], *far, *reversed(near), lower[0]]
