"""The lamp, which is dark until a pulse arrives, and the number that it counts."""

from functools import lru_cache
from math import cos, radians, sin

import pygame
from pygame import Rect, Surface

from lifgame.content.palette import Palette
from lifgame.view import shapes
from lifgame.view.colours import mix
from lifgame.view.geometry import Point
from lifgame.view.look import BOLD, Look
from lifgame.view.machine.brush import Brush, cylinder
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.outlines import bezier
from lifgame.view.machine.places import MachinePlaces

HALO = 2.2  # radii
RAYS = 9
LIGHTS = 24  # steps of brightness
# A half-lit lamp looks warm, not grey.
GAMMA = 0.6
POPS = 6  # steps of the counter's growth
GROWN = 20 / 112


class Lamp(Part):
    """Bulb, socket, wire, and in the light halo and rays."""

    def __init__(self, places: MachinePlaces, palette: Palette) -> None:
        self._places = places
        self._palette = palette
        radius = places.lamp[2]
        self._reach = round(radius * HALO)
        self._dark = self._paint(is_lit=False)
        self._lit = self._paint(is_lit=True)

    def face(self, moment: Moment) -> object:
        return round(moment.light * LIGHTS)

    def areas(self, moment: Moment) -> list[Rect]:
        x, y, radius = self._places.lamp
        # Dark, it is smaller than its halo.
        reach = self._reach if moment.light else round(radius * 1.6)
        return [Rect(x - reach, y - reach, 2 * reach, 2 * reach)]

    def draw(self, canvas: Surface, moment: Moment) -> None:
        x, y, _ = self._places.lamp
        spot = (x - self._reach, y - self._reach)
        step = round(moment.light * LIGHTS)
        if step < LIGHTS:
            canvas.blit(self._dark, spot)
        if step:
            self._lit.set_alpha(round(255 * (step / LIGHTS) ** GAMMA))
            canvas.blit(self._lit, spot)

    def _paint(self, *, is_lit: bool) -> Surface:
        palette, reach = self._palette, self._reach
        radius = self._places.lamp[2]
        sprite = Surface((2 * reach, 2 * reach), pygame.SRCALPHA)
        sprite.fill((*palette.lamp_face, 0))
        if is_lit and palette.glow:
            sprite.blit(shapes.glow(reach, palette.lamp_face, 90), (0, 0))
        way = -1 if self._places.row.hangs else 1
        self._socket(sprite, radius, way)
        brush = Brush(Rect(-reach, -reach, 2 * reach, 2 * reach))
        rim = palette.lamp_rim if is_lit and not palette.glow else palette.spike
        edge = max(2.0, radius * 0.055 * palette.edge_scale)
        brush.disc((0, 0), radius, rim)
        face = palette.lamp_face if is_lit else palette.lamp_glass
        brush.disc((0, 0), radius - edge, face)
        if is_lit and palette.glow:
            light = mix(palette.lamp_face, palette.pulse_core, 0.75)
            for share in range(8):
                size = radius * (0.72 - 0.08 * share)
                tone = mix(palette.lamp_face, light, (share + 1) / 8)
                brush.disc((-radius * 0.16, -radius * 0.2 * way), size, tone)
        wire = palette.outline if is_lit else palette.spike
        _wire(brush, radius, way, wire)
        if not is_lit:
            shine = mix(palette.lamp_glass, palette.gloss, 0.35 * palette.glow)
            arc = [_at(angle, radius * 0.72, way) for angle in range(200, 242, 6)]
            brush.line(arc, radius * 0.07, shine)
        else:
            self._rays(brush, radius, way)
        sprite.blit(brush.finished(), (0, 0))
        return sprite

    def _socket(self, sprite: Surface, radius: int, way: int) -> None:
        palette, middle = self._palette, self._reach
        size = round(radius * 0.8), round(radius * 0.5)
        socket = cylinder(size, palette.metal_dark, palette.metal_light).copy()
        thread = max(1, round(radius * 0.03))
        for turn in range(3):
            y = round(radius * (0.1 + 0.14 * turn))
            socket.fill(palette.outline, (0, y, size[0], thread))
        top = middle + round(radius * 0.86)
        if way < 0:
            top = middle - round(radius * 0.86) - size[1]
        sprite.blit(socket, (middle - size[0] // 2, top))

    def _rays(self, brush: Brush, radius: int, way: int) -> None:
        for index in range(RAYS):
            angle = 180 + 22.5 * index
            far = radius * (1.37 if index % 2 else 1.47)
            ends = [_at(angle, radius * 1.18, way), _at(angle, far, way)]
            colour = self._palette.spike
            brush.line(ends, max(2.0, radius * 0.064), colour)


def _at(angle: float, radius: float, way: int) -> Point:
    return radius * cos(radians(angle)), way * radius * sin(radians(angle))


def _wire(brush: Brush, radius: float, way: int, colour: tuple[int, int, int]) -> None:
    """Two supports and four loops."""
    thick = max(1.5, radius * 0.046)
    for side in (-1, 1):
        foot = (side * radius * 0.24, way * radius * 0.86)
        brush.line([foot, (side * radius * 0.38, way * radius * 0.02)], thick, colour)
    x, y, loop = -0.38 * radius, 0.02 * radius, 0.19 * radius
    points: list[Point] = [(x, y * way)]
    for _ in range(4):
        for bend in (
            ((0.2, -0.42), (1.5, -0.42), (1.2, -0.04)),
            ((-0.2, 0.2), (-0.6, 0.16), (-0.2, 0.04)),
        ):
            corners = [(x, y), *((x + a * loop, y + b * radius) for a, b in bend)]
            points += [(px, py * way) for px, py in bezier(corners)]
            x, y = corners[-1]
    brush.line(points, thick * 1.1, colour)


def counter_span(places: MachinePlaces) -> tuple[int, int]:
    """How far number and word may reach: beside the lamp, or over it to the edge."""
    lamp_x, _, radius = places.lamp
    x, px = places.count[0], places.px
    left, right = places.wall_x, places.picture.right - px(6)
    if places.row.leg_x is not None:
        left = places.x(places.row.leg_x) + px(24)
    if lamp_x + radius < x:
        left = lamp_x + radius + px(8)
    if lamp_x - radius > x:
        right = lamp_x - radius - px(8)
    return left, right


class Counter(Part):
    """How many spikes, and the word for them."""

    def __init__(self, places: MachinePlaces, look: Look) -> None:
        self._places = places
        self._look = look
        self._picture = lru_cache(maxsize=POPS + 2)(self._write)

    def face(self, moment: Moment) -> object:
        frame = moment.frame
        shows = frame.shows_words, frame.shows_handles
        return moment.shown_count, round(moment.pop * POPS), shows

    def areas(self, moment: Moment) -> list[Rect]:
        return [rect for _, rect in self._words(moment)]

    def draw(self, canvas: Surface, moment: Moment) -> None:
        for surface, rect in self._words(moment):
            canvas.blit(surface, rect)

    def _words(self, moment: Moment) -> list[tuple[Surface, Rect]]:
        if not moment.frame.shows_handles:
            # Nobody plays: there is nobody's count.
            return []
        count, pop, shows_word = (
            moment.shown_count, round(moment.pop * POPS), moment.frame.shows_words
        )  # fmt: skip
        return self._picture(count, pop, shows_word)

    def _write(
        self, count: int, pop: int, shows_word: bool
    ) -> list[tuple[Surface, Rect]]:
        places, look = self._places, self._look
        x, y, size = places.count
        grown = round(size * (1.0 + GROWN * pop / POPS))
        left, right = counter_span(places)
        words = look.texts.number(count, 0)
        number = look.fitted([(words, "spike")], right - left, grown, BOLD)
        written = [(number, number.get_rect(center=(x, y)))]
        if shows_word:
            below, word_size = places.row.count_word[1:]
            word = look.texts.plural("machine.spikes", count)
            size_px = places.word_px(word_size)
            label = look.fitted([(word, "spike")], right - left, size_px)
            under = label.get_rect(center=(x, places.y(below)))
            written[0][1].centery = min(y, under.top - round(size * 0.38))
            written.append((label, under))
        for _, spot in written:
            spot.left = max(left, min(spot.left, right - spot.width))
        return written
