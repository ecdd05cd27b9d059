"""The card of Help: one part, what it means, what it is in the cell, and two cases."""

import pygame
from pygame import Rect, Surface

from lifgame.content.help_parts import HELP_PARTS
from lifgame.scenes.help.cases import paint_case
from lifgame.scenes.help.names import badge_picture
from lifgame.scenes.help.places import HelpPlaces
from lifgame.scenes.layout import SMALLEST_TOUCH_PX, columns, cut_left, cut_right
from lifgame.view import shapes
from lifgame.view.look import BOLD, SEMIBOLD, Look

TITLE, MEANING, IN_CELL, CAPTION = 44.0, 36.0, 30.0, 28.0
# Shares of the words' height: title, meaning, cell.
SHARES = (0.32, 0.36, 0.32)
CASES_SHARE = 0.38  # of a wide card's width
BADGE = 34.0
CASE_IDS = ("first", "second")
FADES_S = 0.15
FADES = 8
# A card that is not this much wider than high has its cases under its words.
FLAT = 2.2
# Larger text than this leaves a flat card to the words.
CASES_TO = 1.5


class CardPainter:
    """Paints the card anew when another part is explained.

    Variables:
        pager: Places of the buttons to the neighbours; none where there are names.
    """

    def __init__(self, look: Look, places: HelpPlaces) -> None:
        self._look = look
        self._rect = places.card
        self._room = places.card.copy()
        self.pager: tuple[Rect, ...] = ()
        if not places.has_names:
            side = max(SMALLEST_TOUCH_PX, look.px(90))
            gap = max(8, look.px(14))
            before, after = (
                cut_left(self._room, side, gap),
                cut_right(self._room, side, gap),
            )
            high = min(self._room.height, 2 * side)
            for rect in (before, after):
                middle = rect.centery
                rect.height = high
                rect.centery = middle
            self.pager = before, after
        self._part = ""
        self._age_s = FADES_S
        self._pictures: dict[str, Surface] = {}
        self._before = ""
        self._shown: object = None

    def update(self, part: str, elapsed_s: float) -> None:
        """Move on by one frame."""
        self._age_s += elapsed_s
        if part == self._part:
            return
        self._before, self._part = self._part, part
        is_cut = self._look.still or not self._before
        self._age_s = FADES_S if is_cut else 0.0

    def forget(self) -> None:
        """Paint it at the next draw."""
        self._shown = None

    def draw(self, target: Surface, ground: Surface) -> list[Rect]:
        """Paint it if it has changed."""
        step = min(FADES, round(FADES * self._age_s / FADES_S))
        if (self._part, step) == self._shown:
            return []
        self._shown = self._part, step
        target.blit(ground, self._room, self._room)
        if step < FADES:
            target.blit(self._picture(self._before), self._room)
        picture = self._picture(self._part)
        if step < FADES:
            picture = picture.copy()
            picture.set_alpha(255 * step // FADES)
        target.blit(picture, self._room)
        return [self._room]

    def _picture(self, part: str) -> Surface:
        if part not in self._pictures:
            # Two are enough: the one that comes and the one that goes.
            self._pictures = dict([*self._pictures.items()][-1:])
            self._pictures[part] = self._paint(part)
        return self._pictures[part]

    # --- one card -----------------------------------------------------------------

    def _paint(self, part: str) -> Surface:
        look, palette = self._look, self._look.palette
        picture = Surface(self._room.size, pygame.SRCALPHA)
        colour = look.colour(HELP_PARTS[part].role)
        edge = max(2, round(look.px(4) * palette.edge_scale))
        plate = shapes.rounded(
            self._room.size, look.px(28), palette.panel, colour, edge
        )
        picture.blit(plate, (0, 0))
        inside = picture.get_rect().inflate(-2 * look.px(30), -2 * look.px(14))
        words, cases = self._shared(inside)
        self._write(picture, part, words)
        if cases is not None:
            self._cases(picture, part, cases)
        return picture

    def _shared(self, inside: Rect) -> tuple[Rect, Rect | None]:
        """Room for the words and for the two cases."""
        gap = self._look.px(24)
        if inside.width < FLAT * inside.height:
            words, cases = inside.copy(), inside.copy()
            look = self._look
            rows = look.text_px(1.6 * TITLE + 2.7 * (MEANING + IN_CELL))
            words.height = min(inside.height * 58 // 100, rows)
            cases.top = words.bottom + gap // 2
            cases.height = inside.bottom - cases.top
            return words, cases
        if self._look.text_scale > CASES_TO:
            return inside, None
        words = inside.copy()
        cases = cut_right(words, round(CASES_SHARE * inside.width), gap)
        return words, cases

    def _write(self, picture: Surface, part: str, room: Rect) -> None:
        look = self._look
        title, meaning, in_cell = _stacked(room, SHARES)
        radius = min(look.px(BADGE), title.height // 2)
        badge = badge_picture(look, part, radius)
        picture.blit(badge, badge.get_rect(midleft=title.midleft))
        cut_left(title, 2 * radius, look.px(20))
        name = look.texts(f"help.part.{part}.name")
        name = name[:1].upper() + name[1:]
        role = HELP_PARTS[part].role
        look.write(picture, name, title, TITLE, role, BOLD)
        words = look.texts(f"help.part.{part}.meaning")
        look.write_block(picture, words, meaning, MEANING, "ink", BOLD)
        words = look.texts(f"help.part.{part}.in_cell")
        look.write_block(picture, words, in_cell, IN_CELL, "ink", SEMIBOLD)

    def _cases(self, picture: Surface, part: str, room: Rect) -> None:
        look = self._look
        line = round(look.text_px(CAPTION) * 1.25)
        line = min(line, room.height * 3 // 10)
        captions = [look.texts(f"help.part.{part}.{case}") for case in CASE_IDS]
        cases = columns(room, 2, look.px(20))
        # Both or none: one alone would not tell what differs.
        has_words = all(look.fits(words, cases[0].width, BOLD) for words in captions)
        line = line if has_words else 0
        for place, case in enumerate(cases):
            drawing = case.copy()
            drawing.height -= line
            paint_case(picture, look, part, drawing, is_second=bool(place))
            words = case.copy()
            words.top, words.height = drawing.bottom, line
            if has_words:
                caption = captions[place]
                look.write(picture, caption, words, CAPTION, "ink", BOLD, "center")


def _stacked(room: Rect, shares: tuple[float, ...]) -> list[Rect]:
    """Rows one under the other, by their shares of a height."""
    rows, top = [], float(room.top)
    for share in shares:
        high = room.height * share
        rows.append(Rect(room.left, round(top), room.width, round(high)))
        top += high
    return rows
