"""The axon and its lamp: a pulse runs along the cable, then the lamp lights."""

from itertools import pairwise
from math import log

import pygame
from pygame import Rect, Surface

from lifgame.content.palette import Colour, Palette
from lifgame.view import shapes
from lifgame.view.bucket.water import Points
from lifgame.view.colours import mix

TRAVEL_S = 0.16
RISE_S = 0.15
FADE_S = 0.45
GLOW_S = 0.4
PATH_POINTS = 48
# A steady lamp is at its brightest at this rate, and never quite dark.
BRIGHTEST_HZ = 200.0
DIMMEST = 0.4

BOLT = ((0.12, -0.62), (-0.46, 0.12), (-0.06, 0.12), (-0.16, 0.62),
        (0.46, -0.14), (0.06, -0.14))  # fmt: skip


def steady_glow(rate_hz: float) -> float:
    """Brightness (0 to 1) of the lamp that cannot blink any more, by the rate's log."""
    if rate_hz <= 0:
        return 0.0
    share = log(max(rate_hz, 1.0)) / log(BRIGHTEST_HZ)
    return DIMMEST + (1.0 - DIMMEST) * min(share, 1.0)


class Axon:
    """The state of pulse and lamp, moved on in real time.

    Attributes:
        light: Brightness of the lamp, 0 to 1.
        glow: Steady glow of the cable, 0 to 1.
        pulse: Way of the pulse along the cable, 0 to 1, or None.
    """

    def __init__(self) -> None:
        self.light = 0.0
        self.glow = 0.0
        self.pulse: float | None = None
        self._age_s: float | None = None

    def update(self, spiked: bool, steady: float, elapsed_s: float) -> None:
        """Take one frame.

        Args:
            spiked: Whether a single pulse sets off.
            steady: Brightness to settle at, 0 to 1.
            elapsed_s: Real time of this frame.
        """
        share = min(1.0, elapsed_s / GLOW_S)
        self.glow += (steady - self.glow) * share
        self.light = max(self.glow, self.light - elapsed_s / FADE_S)
        if self._age_s is not None:
            self._age_s += elapsed_s
            risen = min(max((self._age_s - TRAVEL_S) / RISE_S, 0.0), 1.0)
            self.light = max(self.light, risen)
            if self._age_s >= TRAVEL_S + RISE_S:
                self._age_s = None
        if spiked:
            self._age_s = 0.0
        travelling = self._age_s is not None and self._age_s < TRAVEL_S
        self.pulse = (self._age_s or 0.0) / TRAVEL_S if travelling else None


def cable_path(start: tuple[float, float], lamp: Rect) -> Points:
    """From the bucket's wall to the lamp in a soft bend."""
    end = (float(lamp.right - lamp.width * 0.16), float(lamp.centery))
    bend = max(6.0, (start[0] - end[0]) * 0.55)
    points = []
    for index in range(PATH_POINTS + 1):
        t = index / PATH_POINTS
        u = 1.0 - t
        pull = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        xs = (start[0], start[0] - bend, end[0] + bend, end[0])
        ys = (start[1], start[1], end[1], end[1])
        points.append(
            (
                sum(a * b for a, b in zip(pull, xs, strict=True)),
                sum(a * b for a, b in zip(pull, ys, strict=True)),
            )
        )
    return points


def paint_cable(target: Surface, path: Points, scale: float, palette: Palette) -> None:
    """The resting cable in its sheath, painted once into the background."""
    big = shapes.OVERSAMPLE
    left = int(min(x for x, _ in path)) - 12
    top = int(min(y for _, y in path)) - 12
    width = int(max(x for x, _ in path)) + 12 - left
    height = int(max(y for _, y in path)) + 12 - top
    canvas = shapes.clear_canvas((width, height), palette.metal_dark)
    spots = [((x - left) * big, (y - top) * big) for x, y in path]
    for size, colour in (
        (9.0, palette.edge),
        (6.6, palette.raised),
        (2.4, mix(palette.spike, palette.raised, 0.72)),
    ):
        radius = max(1.0, size * scale / 2 * big)
        for at, to in pairwise(spots):
            for part in range(4):
                x = at[0] + (to[0] - at[0]) * part / 4
                y = at[1] + (to[1] - at[1]) * part / 4
                pygame.draw.circle(canvas, colour, (x, y), radius)
    target.blit(shapes.shrink(canvas), (left, top))


# At this light a bright bolt and a dark one are seen equally well on the lamp's face.
BOLT_TURNS_AT = 0.4


class Lamp:
    """The lamp at the axon's end: its face lights up, its bolt is always to be read.

    Args:
        size: Its width with its halo, in pixels.
        palette: Its colours.
    """

    def __init__(self, size: int, palette: Palette) -> None:
        halo = round(150 * palette.glow)
        self._dark = _face(size, palette.raised, palette.spike, palette, 0)
        self._lit = _face(size, palette.lamp_face, palette.lamp_rim, palette, halo)
        self._bright_bolt = _bolt(size, palette.spike)
        self._dark_bolt = _bolt(size, palette.lamp_bolt)

    def draw(self, target: Surface, spot: pygame.Rect, light: float) -> None:
        """Paint it with a light from 0 to 1."""
        target.blit(self._dark, spot)
        if light > 0.01:
            self._lit.set_alpha(round(255 * min(light, 1.0)))
            target.blit(self._lit, spot)
        is_bright = light < BOLT_TURNS_AT
        target.blit(self._bright_bolt if is_bright else self._dark_bolt, spot)


def _radius(size: int) -> int:
    return max(4, round(size * 0.38))


def _face(size: int, face: Colour, rim: Colour, palette: Palette, halo: int) -> Surface:
    radius, middle = _radius(size), size // 2
    sprite = Surface((size, size), pygame.SRCALPHA)
    sprite.fill((*palette.lamp_face, 0))
    if halo:
        sprite.blit(shapes.glow(middle, palette.lamp_face, halo), (0, 0))
    spot = (middle - radius, middle - radius)
    sprite.blit(shapes.disc(radius, face), spot)
    sprite.blit(shapes.ring(radius, max(2, radius // 9), rim), spot)
    return sprite


def _bolt(size: int, colour: Colour) -> Surface:
    radius, middle = _radius(size), size // 2
    canvas = shapes.clear_canvas((2 * radius, 2 * radius), colour)
    big = radius * shapes.OVERSAMPLE
    points = [(big * (1 + x), big * (1 + y)) for x, y in BOLT]
    pygame.draw.polygon(canvas, colour, points)
    sprite = Surface((size, size), pygame.SRCALPHA)
    sprite.fill((*colour, 0))
    sprite.blit(shapes.shrink(canvas), (middle - radius, middle - radius))
    return sprite


def draw_axon(
    target: Surface, axon: Axon, path: Points, scale: float, palette: Palette
) -> None:
    """What moves on the cable: the pulse, or the steady glow."""
    if axon.glow > 0.02:
        resting = mix(palette.spike, palette.raised, 0.72)
        colour = mix(resting, palette.spike, axon.glow * 0.75)
        pygame.draw.lines(target, colour, False, path, max(1, round(3.4 * scale)))
    if axon.pulse is None:
        return
    head = axon.pulse * PATH_POINTS
    for back, size in ((9.0, 4.0), (6.0, 5.0), (3.0, 6.0), (0.0, 7.0)):
        x, y = path[min(PATH_POINTS, max(0, round(head - back)))]
        sprite = shapes.disc(max(2, round(size * scale)), palette.spike)
        half = sprite.get_width() // 2
        target.blit(sprite, (round(x) - half, round(y) - half))
