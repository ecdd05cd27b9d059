"""The best of the day on the cards of the board, and what its sign means."""

from collections.abc import Hashable

import pygame

from lifgame.scenes.guide.numbers import stars_words, value_words
from lifgame.session.guide.rows import Row
from lifgame.session.session import Session
from lifgame.view.icons.icons import icon
from lifgame.view.look import SEMIBOLD, Look
from lifgame.view.widgets.controls import fits_readably
from lifgame.view.widgets.widget import Widget, WidgetState

SIGN, TYPE = 34.0, 24.0


class BestLegend(Widget):
    """Beside the line over the challenges: what the cup on their cards means."""

    takes_focus = False

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def face(self, session: Session) -> Hashable:
        return bool(session.guide.stars.best.results)

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        if session.guide.stars.best.results:
            words = look.texts("guide.best_head")
            _draw_with_cup(target, look, self.rect, words, "muted")


def draw_best(
    target: pygame.Surface, look: Look, session: Session, row: Row, room: pygame.Rect
) -> bool:
    """A cup with the stars and the reading behind them, as far as there is room.

    Returns:
        Whether there is a best, and room for it.
    """
    result = session.guide.stars.best.of(row.id)
    if result is None:
        return False
    stars, value = stars_words(result), value_words(look.texts, row, result)
    both = " · ".join(filter(None, (stars, value)))
    wide = room.width - _side(look, room)
    # In one line, or less of it.
    said = (words.replace(" ", "\u00a0") for words in (both, value, stars))
    size = look.text_px(TYPE)
    fitting = (one for one in said if one and fits_readably(look, one, wide, size))
    words = next(fitting, "")
    if words:
        _draw_with_cup(target, look, room, words, "ink")
    return bool(words)


def _side(look: Look, room: pygame.Rect) -> int:
    return min(room.height, look.px(SIGN))


def _draw_with_cup(
    target: pygame.Surface, look: Look, room: pygame.Rect, words: str, role: str
) -> None:
    """Words at the right end of a room, and the cup before them."""
    side = _side(look, room)
    place = pygame.Rect(room.left + side, room.top, room.width - side, room.height)
    shown = look.write(target, words, place, TYPE, role, SEMIBOLD, "right")
    sign = icon("trophy", side, look.palette.muted)
    target.blit(sign, sign.get_rect(midright=(shown.left - side // 6, room.centery)))
