"""What came out: three cards of guess, found and theory; the stars."""

from collections.abc import Hashable

import pygame

from lifgame.content.markup import plain
from lifgame.content.texts import Texts
from lifgame.scenes.frames import LETTERS
from lifgame.scenes.guide.bar import dashed_ring
from lifgame.scenes.guide.numbers import NEVER, best_words, measured
from lifgame.scenes.guide.words import guided
from lifgame.session.guide import script
from lifgame.session.guide.progress import Progress
from lifgame.session.guide.rows import STARS, Bar
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.widgets.widget import Widget, WidgetState

SIGNS = ("guess", "found", "theory")


class Card(Widget):
    """One of the three numbers, under its sign."""

    takes_focus = False

    def __init__(self, sign: str, rect: pygame.Rect) -> None:
        super().__init__(f"card_{sign}", rect)
        self._sign = self._name = sign

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def face(self, session: Session) -> Hashable:
        progress = session.guide.progress
        return progress and (progress.guess, progress.found, progress.theory)

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        progress = session.guide.progress
        if progress is None:
            return
        palette, role = look.palette, role_of(progress)
        edge = look.colour(role) if self._sign == "found" else palette.edge
        width = max(2, look.px(3)) if self._sign == "found" else max(1, look.px(1.5))
        plate = shapes.rounded(self.rect.size, look.px(14), palette.raised, edge, width)
        target.blit(plate, self.rect)
        room = self.rect.inflate(-look.px(32), -look.px(12))
        upper, lower = room.copy(), room.copy()
        upper.height = room.height * 2 // 5
        lower.top, lower.height = upper.bottom, room.height - upper.height
        side = min(upper.height, look.px(36))
        self._draw_sign(target, look, role, (upper.left + side // 2, upper.centery),
                        side)  # fmt: skip
        upper.left, upper.width = upper.left + side + look.px(8), upper.width - side
        upper.width -= look.px(8)
        look.write(
            target, look.texts(f"guide.card.{self._name}"), upper, 24, "muted", SEMIBOLD
        )
        self._draw_number(target, look, session, lower)

    def _draw_number(
        self, target: pygame.Surface, look: Look, session: Session, room: pygame.Rect
    ) -> None:
        progress = guided(session)
        role = role_of(progress) if self._sign == "found" else "ink"
        look.write(target, self._number(progress, look.texts), room, 46, role, BOLD)

    def _number(self, progress: Progress, texts: Texts) -> str:
        row, measure = progress.row, progress.row.measure
        if measure is None:
            return ""
        if self._sign == "guess":
            if not isinstance(row.guess, Bar):
                place = int(progress.guess) + 1
                return texts(f"guide.{row.id}.choice_{place}")
            return measured(texts, row, progress.guess, row.guess)
        value = progress.found if self._sign == "found" else progress.theory
        if value is None:
            return NEVER
        words = measured(texts, row, value, measure)
        if progress.also is None:
            return words
        also = texts.number(progress.also[self._sign == "theory"], measure.decimals)
        return f"{LETTERS[0]} {also} · {LETTERS[1]} {words}"

    def _draw_sign(
        self,
        target: pygame.Surface,
        look: Look,
        role: str,
        centre: tuple[int, int],
        side: int,
    ) -> None:
        if self._sign == "theory":
            dashed_ring(target, look, centre, round(side * 0.42))
        elif self._sign == "guess":
            body = icon("pin", side, look.palette.ink)
            target.blit(body, body.get_rect(center=centre))
            sign = look.text("?", round(side * 0.5), "background", BOLD)
            spot = (centre[0], centre[1] + round(side * 0.13))
            target.blit(sign, sign.get_rect(center=spot))
        else:
            x, y, half = *centre, side * 0.36
            points = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
            pygame.draw.polygon(target, look.colour(role), points)
            pygame.draw.aalines(target, look.colour(role), True, points)


def role_of(progress: Progress) -> str:
    """The colour of the thing that is measured."""
    guess, plot = progress.row.guess, progress.row.plot
    if progress.row.secret is not None:
        return "voltage"
    if isinstance(guess, Bar):
        return guess.role
    if plot is not None:
        return plot.y.role
    return "second" if progress.row.second is not None else "spike"


class StarsPanel(Widget):
    """Three stars, how the third is earned, and the best of the day."""

    takes_focus = False

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def face(self, session: Session) -> Hashable:
        progress = session.guide.progress
        stars = session.guide.stars
        return progress and (stars.of(progress.row.id), stars.best.of(progress.row.id))

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        progress = session.guide.progress
        if progress is None:
            return
        palette = look.palette
        plate = shapes.rounded(
            self.rect.size, look.px(14), palette.panel, palette.line, max(1, look.px(2))
        )
        target.blit(plate, self.rect)
        room = self.rect.inflate(-look.px(24), -look.px(20))
        upper, lower = room.copy(), room.copy()
        upper.height = room.height // 2
        lower.top, lower.height = upper.bottom, room.height - upper.height
        count = session.guide.stars.of(progress.row.id)
        draw_stars(target, look, upper, count)
        lines = self._lines(session, progress, look.texts)
        if count == STARS or lower.height < 2 * look.px(24):
            # Who has all of them need not be told how; else that comes first.
            lines = lines[-1:] if count == STARS else lines[:1]
        high = lower.height // len(lines)
        for place, line in enumerate(lines):
            room = pygame.Rect(lower.left, lower.top + place * high, lower.width, high)
            look.write(target, line, room, 24, "ink", SEMIBOLD, "center")

    @staticmethod
    def _lines(session: Session, progress: Progress, texts: Texts) -> list[str]:
        """How the third star is earned, and the best of the day."""
        third = texts(f"guide.{progress.row.id}.third")
        best = best_words(session, texts, progress.row)
        return [third, best] if best else [third]


def draw_stars(
    target: pygame.Surface, look: Look, room: pygame.Rect, count: int,
    align: str = "center", of: int = STARS,
) -> None:  # fmt: skip
    """A row of stars, three or fewer, so many of them full."""
    side = min(room.height, look.px(56), room.width // STARS)
    gap = side // 6
    wide = of * side + (of - 1) * gap
    left = room.left if align == "left" else room.centerx - wide // 2
    for place in range(of):
        is_full = place < count
        colour = look.palette.spike if is_full else look.palette.edge
        star = icon("star" if is_full else "star_empty", side, colour)
        spot = (left + place * (side + gap), room.centery - side // 2)
        target.blit(star, spot)


def kind_words(session: Session, texts: Texts) -> str:
    """What is guided."""
    progress = session.guide.progress
    if progress is None:
        return ""
    if progress.row.is_own:
        return texts("guide.tab.own")
    number = str(script.number_of(progress.row))
    return texts(f"guide.kind.{progress.row.kind}", number=number)


def kind_long(session: Session, texts: Texts) -> str:
    """The same, and once the question has gone up, the question too."""
    progress, kind = session.guide.progress, kind_words(session, texts)
    has_gone_up = progress is not None and (
        progress.is_over or (session.guide.gives_hint and not progress.hides)
    )
    if progress is None or not has_gone_up:
        return kind
    return f"{kind} · {plain(texts(script.question(progress.row)))}"
