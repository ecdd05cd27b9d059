"""The curtain before what must not be seen: the right wall, the leak, the siphon.

Behind it stands a bucket of one width with one leak, whatever the neuron's are, so
nothing that still looks out tells them.
"""

from dataclasses import replace
from functools import lru_cache
from math import cos, pi, sin, tau

import pygame
from pygame import Rect, Surface

from lifgame.content.palette import Colour, Palette
from lifgame.view import shapes
from lifgame.view.colours import mix
from lifgame.view.lettering.sentence import sentence_picture
from lifgame.view.look import BOLD, Look
from lifgame.view.machine.brush import Brush, cylinder
from lifgame.view.machine.frame import MachineFrame
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.places import MachinePlaces

# What stands behind a closed curtain.
STAND_IN_NF, STAND_IN_MOHM = 2.6, 12.0
FOLDS = 10
# It is painted for so many places on its way.
STEPS = 40
DARKEST, BRIGHTEST = 0.05, 0.75
PLATE = 224  # alpha


def curtained(frame: MachineFrame, share: float | None) -> MachineFrame:
    """The same moment with a curtain that is open so far, 0 to 1; None: without one.

    What a closed one hides is not even painted, and what is bare of words tells none.
    """
    if share is None:
        return frame
    frame = replace(frame, curtain=share, shows_words=False)
    if share > 0.0:
        return frame
    return replace(
        frame,
        capacitance_nf=STAND_IN_NF,
        resistance_mohm=STAND_IN_MOHM,
        leak_na=0.0,
        cell="",
    )


def curtain_rect(places: MachinePlaces) -> Rect:
    """Where it hangs: from the stream to the gutter's end."""
    places = places.with_bucket(STAND_IN_NF, cup=False)
    px, gutter = places.px, places.gutter
    left, top = places.tap[0] + px(50), places.rim_y - px(14)
    right = gutter.right + px(40)
    bottom = min(places.picture.bottom, gutter.bottom + px(70))
    return Rect(left, top, right - left, bottom - top)


class Curtain(Part):
    """Folds on a rail, with a question mark, and what they hide in words."""

    def __init__(self, places: MachinePlaces, look: Look) -> None:
        self._look, self._px = look, places.px
        self._rect, self._bench = curtain_rect(places), places.picture.bottom
        self._closed = lru_cache(maxsize=1)(self._painted)

    def face(self, moment: Moment) -> object:
        share = moment.frame.curtain
        return None if share is None else round(share * STEPS)

    def areas(self, moment: Moment) -> list[Rect]:
        return [] if moment.frame.curtain is None else [self._area]

    @property
    def _area(self) -> Rect:
        """With its rail and the rail's ends."""
        rect, px = self._rect, self._px
        rail = Rect(rect.left, rect.top - px(18), rect.width + px(30), px(36))
        return rect.union(rail)

    def draw(self, canvas: Surface, moment: Moment) -> None:
        share = moment.frame.curtain
        if share is None:
            return
        step = round(share * STEPS)
        self._draw_cloth(canvas, step / STEPS)
        self._draw_rail(canvas)
        if not step:
            self._draw_words(canvas)

    def _draw_cloth(self, canvas: Surface, share: float) -> None:
        """Drawn aside to the right; it only fades where nothing may move."""
        cloth, rect = self._closed(), self._rect
        left = rect.left + round(rect.width * share)
        if self._look.still:
            cloth.set_alpha(round(255 * (1.0 - share)))
            canvas.blit(cloth, rect)
        elif left == rect.left:
            canvas.blit(cloth, rect)
        elif left < rect.right:
            size = rect.right - left, rect.height
            canvas.blit(pygame.transform.smoothscale(cloth, size), (left, rect.top))

    def _draw_rail(self, canvas: Surface) -> None:
        px, rect, palette = self._px, self._rect, self._look.palette
        metal = palette.metal_dark, palette.metal_light
        # At its left end it would meet the wheel.
        rail = cylinder((px(14), rect.width + px(14)), *metal)
        rail = pygame.transform.rotate(rail, 90)
        spot = rail.get_rect(midleft=(rect.left, rect.top - px(2)))
        canvas.blit(rail, spot)
        end = shapes.disc(px(13), palette.metal_light)
        canvas.blit(end, end.get_rect(center=spot.midright))

    def _draw_words(self, canvas: Surface) -> None:
        """What is asked, and what is behind, on a plate that keeps it readable."""
        look, px, rect = self._look, self._px, self._rect
        high = min(round(rect.height * 0.3), rect.width)
        sign = look.text("?", high, "ink", BOLD)
        middle = rect.centerx, rect.top + round(rect.height * 0.3)
        canvas.blit(sign, sign.get_rect(center=middle))
        room = rect.width - 2 * px(28), round(rect.height * 0.26)
        words = look.texts("guide.curtain")
        picture = sentence_picture(look, words, room, 34, align="center")
        spot = picture.get_rect(center=(rect.centerx, rect.top + rect.height * 3 // 5))
        plate = spot.inflate(2 * px(12), 2 * px(8))
        face = shapes.rounded(plate.size, px(14), look.palette.panel).copy()
        face.set_alpha(PLATE if look.palette.glow else 255)
        canvas.blit(face, plate)
        canvas.blit(picture, spot)

    def _painted(self) -> Surface:
        """The cloth, closed: folds of light and shadow, with a wavy hem."""
        size, px, palette = self._rect.size, self._px, self._look.palette
        brush = Brush(Rect(0, 0, *size))
        # Where it reaches the bench it stands on it, else its hem is wavy.
        hem = 0 if self._rect.bottom == self._bench else px(16)
        for x in range(size[0]):
            share = x / max(1, size[0])
            foot = size[1] - hem + hem * sin(pi * FOLDS * share) ** 2 / 2
            brush.box((x, 0, 1.25, foot), 0, cloth_colour(palette, share))
        if not palette.glow:
            for fold in range(FOLDS + 1):
                edge = size[0] * fold / FOLDS - 1
                brush.box((edge, 0, 2, size[1] - hem), 0, palette.edge)
        seam = mix(cloth_colour(palette, 0.0), palette.ink, 0.25)
        for x in range(0, size[0], px(14)):
            y = size[1] - px(32)
            brush.line([(x, y), (x + px(7), y)], max(1.5, px(2)), seam)
        ring = max(2.0, px(4))
        for fold in range(FOLDS):
            hole = size[0] * (fold + 0.5) / FOLDS, float(px(10))
            brush.disc(hole, px(9), palette.metal_light)
            brush.disc(hole, px(9) - ring, cloth_colour(palette, 0.0))
        return brush.finished()


def cloth_colour(palette: Palette, share: float) -> Colour:
    """The colour at a place between the left edge (0) and the right one (1)."""
    light = 0.5 - 0.5 * cos(tau * FOLDS * share)
    cloth = mix(palette.raised, palette.edge, 0.5)
    if not palette.glow:
        light = 0.5
    dark, bright = mix(palette.raised, palette.panel, 0.5), cloth
    return mix(dark, bright, DARKEST + (BRIGHTEST - DARKEST) * light)
