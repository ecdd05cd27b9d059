"""The best of the day on the cards of the board, and what its sign means."""

from collections.abc import Hashable

import pygame

from lifgame.scenes.guide.cards import draw_stars
from lifgame.scenes.guide.numbers import stars_words, value_words
from lifgame.session.guide.rows import Row
from lifgame.session.session import Session
from lifgame.view.icons.icons import icon
from lifgame.view.look import SEMIBOLD, Look
from lifgame.view.widgets.widget import Widget, WidgetState

# So much of the well of a card it takes, at the right of the drawing.
SHARE = 0.38
# Where that is narrower, in design units, the stars give way.
STARS_FROM = 100.0


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
        if not session.guide.stars.best.results:
            return
        words = look.texts("guide.best_head")
        room = self.rect.copy()
        side = min(room.height, look.px(34))
        room.left, room.width = room.left + side, room.width - side
        shown = look.write(target, words, room, 26, "muted", SEMIBOLD, "right")
        sign = icon("trophy", side, look.palette.muted)
        spot = sign.get_rect(midright=(shown.left - look.px(6), room.centery))
        target.blit(sign, spot)


def draw_best(
    target: pygame.Surface, look: Look, session: Session, row: Row, well: pygame.Rect
) -> None:
    """A cup, the stars, and the reading behind them under it, if there is any."""
    result = session.guide.stars.best.of(row.id)
    if result is None:
        return
    room = well.inflate(-look.px(16), -look.px(8))
    room.width = round(room.width * SHARE)
    room.right = well.right - look.px(8)
    shows_stars = room.width >= look.px(STARS_FROM)
    value = value_words(look.texts, row, result)
    if not shows_stars:
        value = value or stars_words(result)
    upper = room.copy()
    upper.height = min(room.height // 2, look.px(34))
    lower = upper.move(0, upper.height)
    if not value:
        upper.centery = room.centery
    _draw_cup(target, look, upper, result.stars if shows_stars else None)
    if value and look.fits(value, lower.width):
        look.write(target, value, lower, 24, "ink", SEMIBOLD, "right")


def _draw_cup(
    target: pygame.Surface, look: Look, room: pygame.Rect, count: int | None
) -> None:
    """The sign, and the stars at its right where there is room for them."""
    side = room.height
    cup = icon("trophy", side, look.palette.muted)
    if count is None:
        target.blit(cup, cup.get_rect(midright=room.midright))
        return
    stars = room.copy()
    stars.width = round(3.4 * side)
    stars.right = room.right
    target.blit(cup, cup.get_rect(midright=(stars.left - side // 4, room.centery)))
    draw_stars(target, look, stars, count)
