"""V as a number in the water, on a plate that keeps it readable on any water."""

from functools import lru_cache

import pygame
from pygame import Rect, Surface

from lifgame.content.texts import MINUS
from lifgame.view import shapes
from lifgame.view.look import BOLD, SMALLEST_TEXT_PX, Look
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.places import MachinePlaces

SIZE = 32 / 24  # of the labels
LOW_MV = 5.0  # the plate stands over the float when the water is lower
PLATE = 214  # alpha
# So many of its own heights a number needs beside the siphon, with its unit or without.
WITH_UNIT, WITHOUT_UNIT = 2.8, 2.0
WIDEST = "88.8"


class Number(Part):
    """The words under the float, or over it, or left of the wall if it is narrow.

    Where there is no room at all the ruler alone tells the level.
    """

    def __init__(self, places: MachinePlaces, look: Look) -> None:
        self._places = places
        self._look = look
        self._plate = lru_cache(maxsize=4)(self._paint)

    def face(self, moment: Moment) -> object:
        if not self._is_seen(moment):
            return None
        # Two levels of one row of pixels may be on the two sides of what is low.
        return moment.frame.number, moment.level_y, self._is_low(moment)

    def areas(self, moment: Moment) -> list[Rect]:
        return [self._rect(moment)] if self._is_seen(moment) else []

    def _is_seen(self, moment: Moment) -> bool:
        return bool(moment.frame.number) and self._has_room

    @staticmethod
    def _is_low(moment: Moment) -> bool:
        return moment.frame.level_mv < LOW_MV

    def _rect(self, moment: Moment) -> Rect:
        places = self._places
        plate = self._plate(moment.frame.number).get_rect()
        off = places.px(46)
        y = moment.level_y
        if self._is_low(moment):
            plate.bottom = y - off
        else:
            plate.top = y + places.px(32)
        plate.left = places.inside.left + places.px(12)
        if self._is_outside:
            plate.right = places.inside.left - places.wall - places.px(6)
        return plate

    @property
    def _room(self) -> int:
        """Pixels between the left wall and the siphon."""
        places = self._places
        return places.legs[0] - places.bore - places.px(24) - places.inside.left

    @property
    def _is_outside(self) -> bool:
        """Whether a narrow bucket leaves the number on the ruler only."""
        return self._room < WITHOUT_UNIT * self._size or self._is_cut(MINUS + WIDEST)

    @property
    def _is_bare(self) -> bool:
        """Whether the ruler beside it must tell the unit."""
        return self._room < WITH_UNIT * self._size or self._is_cut(
            f"{MINUS}{WIDEST} mV"
        )

    def _is_cut(self, words: str) -> bool:
        """Whether a sign is too much even for the smallest letters."""
        if not self._look.texts.rest_mv:
            return False
        wide = self._look.text(words, SMALLEST_TEXT_PX, weight=BOLD).get_width()
        return wide > self._room

    @property
    def _outside(self) -> int:
        """Pixels between the paper's pen and the left wall."""
        places = self._places
        return places.inside.left - places.wall - places.pen_x - places.px(36)

    @property
    def _has_room(self) -> bool:
        if not self._is_outside:
            return True
        widest = MINUS + WIDEST if self._look.texts.rest_mv else WIDEST
        return self._look.text(widest, SMALLEST_TEXT_PX).get_width() <= self._outside

    @property
    def _size(self) -> int:
        return self._places.word_px(self._places.row.word_size * SIZE)

    def draw(self, canvas: Surface, moment: Moment) -> None:
        if self._is_seen(moment):
            canvas.blit(self._plate(moment.frame.number), self._rect(moment))

    def _paint(self, number: str) -> Surface:
        places, palette = self._places, self._look.palette
        pad = places.px(6 if self._is_outside else 8)
        room = self._outside if self._is_outside else self._room
        if self._is_bare:
            number = number.split(" ", maxsplit=1)[0]
        words = self._look.fitted([(number, "ink")], room, self._size, BOLD)
        plate = Surface(
            (words.get_width() + 2 * pad, words.get_height() + pad), pygame.SRCALPHA
        )
        face = shapes.rounded(plate.get_size(), places.px(15), palette.air).copy()
        face.set_alpha(PLATE if palette.glow else 255)
        plate.blit(face, (0, 0))
        plate.blit(words, (pad, pad // 2))
        return plate
