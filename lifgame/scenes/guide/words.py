"""Words of the guide as parts of its board: they are read and not pressed."""

from collections.abc import Callable, Hashable

import pygame

from lifgame.content.texts import Texts
from lifgame.session.commands import Command
from lifgame.session.guide import script
from lifgame.session.guide.progress import Progress
from lifgame.session.guide_commands import SkipGoal
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.icons.icons import icon
from lifgame.view.lettering.sentence import sentence_picture
from lifgame.view.look import BOLD, MEDIUM, SEMIBOLD, Look
from lifgame.view.widgets.widget import Widget, WidgetState

Says = Callable[[Session, Texts], str]
BEAD_GAP = 58.0
BEAD = 15.0
TICK = 34.0
GOAL = 26.0


class Words(Widget):
    """A sentence that is as large as its room allows.

    Args:
        id: Its name.
        rect: Its room.
        says: What it says now, with coloured words; empty: nothing.
        size: The type size that is wanted, in design units.
        is_quiet: Whether it is written small, in one line, without colours.
    """

    takes_focus = False

    def __init__(
        self,
        id: str,
        rect: pygame.Rect,
        says: Says,
        texts: Texts,
        size: float,
        *,
        is_quiet: bool = False,
    ) -> None:
        super().__init__(id, rect)
        self._says, self._texts, self._size = says, texts, size
        self._is_quiet = is_quiet

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def face(self, session: Session) -> Hashable:
        return self._says(session, self._texts)

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        words = self._says(session, look.texts)
        if not words or not self.rect.width:
            return
        if self._is_quiet:
            look.write(target, words, self.rect, self._size, "muted", SEMIBOLD)
            return
        weight = BOLD if self._size > 40 else SEMIBOLD
        picture = sentence_picture(look, words, self.rect.size, self._size, weight)
        target.blit(picture, picture.get_rect(midleft=self.rect.midleft))


class Beads(Widget):
    """The steps as beads on a string, the present one white and with its word."""

    takes_focus = False

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def face(self, session: Session) -> Hashable:
        progress = session.guide.progress
        return script.beads(progress) if progress else None

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        progress = session.guide.progress
        if progress is None:
            return
        names, now = script.beads(progress)
        radius = max(7, min(look.px(BEAD), self.rect.height // 2))
        x, y = self.rect.left + radius, self.rect.centery
        word = self._word(look, names[now], radius, len(names))
        gap = round(radius * (BEAD_GAP / BEAD - 2))
        for place in range(len(names)):
            if x + radius > self.rect.right:
                return
            if place:
                self._string(target, look, (x - radius - gap, y), gap)
            self._bead(target, look, (x, y), radius, place, now)
            x += radius
            if place == now:
                spot = word.get_rect(midleft=(x + radius // 2, y))
                target.blit(word, spot)
                x = spot.right
            x += gap + radius

    def _word(self, look: Look, name: str, radius: int, count: int) -> pygame.Surface:
        """The present bead's word, in the room that the beads leave."""
        taken = count * 2 * radius + (count - 1) * round(radius * 2) + radius
        room = max(radius * 3, self.rect.width - taken)
        runs = [(look.texts(f"guide.bead.{name}"), "ink")]
        return look.fitted(runs, room, look.text_px(26), BOLD, self.rect.height)

    @staticmethod
    def _string(
        target: pygame.Surface, look: Look, spot: tuple[int, int], gap: int
    ) -> None:
        line = pygame.Rect(*spot, gap, max(2, look.px(3))).inflate(-look.px(12), 0)
        target.fill(look.palette.edge, line)

    def _bead(
        self,
        target: pygame.Surface,
        look: Look,
        centre: tuple[int, int],
        radius: int,
        place: int,
        now: int,
    ) -> None:
        palette = look.palette
        is_now, is_done = place == now, place < now
        fill = palette.ink if is_now else palette.panel
        disc = shapes.disc(radius, fill)
        target.blit(disc, disc.get_rect(center=centre))
        if not is_now:
            edge = palette.ink if is_done else palette.edge
            ring = shapes.ring(radius, max(2, look.px(2.5)), edge)
            target.blit(ring, ring.get_rect(center=centre))
        role = "background" if is_now else "muted"
        if is_done:
            picture = icon("check", round(radius * 1.3), palette.ink)
        else:
            picture = look.text(str(place + 1), round(radius * 1.25), role, BOLD)
        target.blit(picture, picture.get_rect(center=centre))


class Goals(Widget):
    """What has to come true: boxes that are ticked; one that waits can be skipped.

    Args:
        only_next: Whether there is room for the next goal alone.
        can_skip: Whether pressing it leaves the next goal out.
    """

    def __init__(
        self, id: str, rect: pygame.Rect, *, only_next: bool, can_skip: bool
    ) -> None:
        super().__init__(id, rect)
        self._only_next, self._can_skip = only_next, can_skip
        self.takes_focus = can_skip

    def face(self, session: Session) -> Hashable:
        progress = session.guide.progress
        return script.goals_done(progress) if progress else None

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[Command]:
        return [SkipGoal()] if inside and self._can_skip else []

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        progress = session.guide.progress
        if progress is None:
            return
        rows = list(
            zip(script.goals(progress.row), script.goals_done(progress), strict=True)
        )
        is_open = [not done for _, done in rows]
        first = is_open.index(True) if any(is_open) else len(rows) - 1
        if self._only_next:
            rows, first = [rows[first]], 0
        high = self.rect.height // max(len(rows), 1)
        size = self._size(look, [look.texts(key) for key, _ in rows], high)
        for place, (key, is_done) in enumerate(rows):
            room = pygame.Rect(self.rect.left, 0, self.rect.width, high)
            room.top = self.rect.top + place * high
            is_next = place == first and not is_done
            self._row(target, look, look.texts(key), room, is_done, is_next, size)

    def _size(self, look: Look, goals: list[str], high: int) -> float:
        """One type size for all of them, in design units."""
        room = self.rect.width - min(look.px(TICK), high) - look.px(12)
        wanted_px = look.text_px(GOAL)
        widest = max(look.text(words, wanted_px).get_width() for words in goals)
        return GOAL * min(1.0, room / max(widest, 1))

    def _row(
        self,
        target: pygame.Surface,
        look: Look,
        words: str,
        room: pygame.Rect,
        is_done: bool,
        is_next: bool,
        size: float,
    ) -> None:
        palette = look.palette
        side = min(look.px(TICK), room.height - 4)
        box = pygame.Rect(room.left, 0, side, side)
        box.centery = room.centery
        fill = palette.ink if is_done else palette.well
        edge = palette.ink if is_done or is_next else palette.edge
        plate = shapes.rounded(box.size, side // 4, fill, edge, max(2, look.px(2)))
        target.blit(plate, box)
        if is_done:
            tick = icon("check", round(side * 0.8), palette.background)
            target.blit(tick, tick.get_rect(center=box.center))
        room = room.copy()
        room.left, room.width = box.right + look.px(12), room.width
        room.width = self.rect.right - room.left
        if is_next and self._can_skip:
            words = look.texts("guide.skip", goal=words)
        role = "muted" if is_done else "ink"
        look.write(target, words, room, size, role, SEMIBOLD if is_next else MEDIUM)


def guided(session: Session) -> Progress:
    """The progress of what is guided now.

    Raises:
        ValueError: If nothing is.
    """
    if session.guide.progress is None:
        raise ValueError("nothing is guided now")
    return session.guide.progress
