"""What names one of two buckets: the letter of its curve, and its neuron's name."""

from functools import lru_cache

import pygame
from pygame import Rect, Surface

from lifgame.view import shapes
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.places import MachinePlaces

# It stands at this height, over nearly every line.
LETTER_MV = 28.6
LETTER = 32.0
# The name beside the glass, as a share of the form's words.
NAME, NAME_PX = 0.8, 14


class Letter(Part):
    """A disc in the glass, and words beside it where there is room.

    Args:
        places: Of the bucket.
        look: Colours and words.
        letter: The letter, and the role of its colour.
        end: No words go beyond this column.
    """

    def __init__(
        self, places: MachinePlaces, look: Look, letter: tuple[str, str], end: int
    ) -> None:
        self._places, self._look, self._end = places, look, end
        words, self._role = letter
        radius = min(places.px(LETTER), places.inside.width // 2 - places.px(4))
        self._disc = shapes.disc(radius, look.colour(self._role)).copy()
        sign = look.text(words, max(10, round(1.2 * radius)), "background", BOLD)
        self._disc.blit(sign, sign.get_rect(center=(radius, radius)))
        self._middle = places.inside.centerx, places.scale.row(LETTER_MV)
        self._name = lru_cache(maxsize=4)(self._written)

    def face(self, moment: Moment) -> object:
        return moment.frame.cell

    def areas(self, moment: Moment) -> list[Rect]:
        return [spot for _, spot in self._pictures(moment)]

    def draw(self, canvas: Surface, moment: Moment) -> None:
        for picture, spot in self._pictures(moment):
            canvas.blit(picture, spot)

    def _pictures(self, moment: Moment) -> list[tuple[Surface, Rect]]:
        found = [(self._disc, self._disc.get_rect(center=self._middle))]
        name = self._name(moment.frame.cell)
        if name is not None:
            left = self._places.inside.right + self._places.px(22)
            found.append((name, name.get_rect(midleft=(left, self._middle[1]))))
        return found

    def _written(self, cell: str) -> Surface | None:
        """The name in one line, else in two, else not at all."""
        places, look = self._places, self._look
        size_px = max(NAME_PX, places.word_px(NAME * places.row.word_size))
        room = self._end - places.inside.right - places.px(22)
        words = look.texts(f"preset.{cell}.name").split(" ")
        cuts = sorted(range(1, len(words)), key=lambda n: abs(2 * n - len(words)))
        for lines in ([words], *([words[:n], words[n:]] for n in cuts)):
            pictures = [
                look.text(" ".join(line), size_px, self._role, SEMIBOLD)
                for line in lines
            ]
            whole = _stacked(pictures)
            top = self._middle[1] - whole.get_height() // 2
            if whole.get_width() <= room and top > places.rim_y:
                return whole
        return None


def _stacked(pictures: list[Surface]) -> Surface:
    high = sum(picture.get_height() for picture in pictures)
    size = max(picture.get_width() for picture in pictures), high
    whole, y = Surface(size, pygame.SRCALPHA), 0
    for picture in pictures:
        whole.blit(picture, (0, y))
        y += picture.get_height()
    return whole
