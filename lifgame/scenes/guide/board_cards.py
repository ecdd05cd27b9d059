"""The board's cards: one question each."""

from collections.abc import Hashable

import pygame

from lifgame.content.race import LANES
from lifgame.scenes.guide.best import draw_best
from lifgame.scenes.guide.cards import draw_stars
from lifgame.scenes.layout import cut_bottom, cut_left, cut_top
from lifgame.scenes.race.widgets import draw_letter
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide import script
from lifgame.session.guide.rows import Row
from lifgame.session.race.race import LONGEST_S
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.icons.icons import icon
from lifgame.view.lettering.sentence import sentence_picture
from lifgame.view.look import SEMIBOLD, Look
from lifgame.view.widgets.controls import draw_plate
from lifgame.view.widgets.widget import Widget, WidgetState

# The colours of the cards' drawings: the thing, and what happens to it.
ROLES = {
    "tap_guess": ("current", "ink"),
    "rising_rate": ("edge", "spike"),
    "memory": ("second", "voltage"),
    "higher_line": ("voltage", "threshold"),
    "cork": ("glass", "threshold"),
    "slowing": ("edge", "spike"),
    "stairs": ("spike", "voltage"),
    "mystery": ("voltage", "edge"),
    "favourite": ("current", "voltage"),
    "almost": ("voltage", "threshold"),
    "metronome": ("edge", "spike"),
    "counting": ("current", "spike"),
    "quick_tap": ("ink", "current"),
    "drum": ("ink", "spike"),
    "noise_helps": ("voltage", "spike"),
    "race": ("glass", "voltage"),
}
PICTURE_SHARE, BESIDE_SHARE = 0.44, 0.3
# In a card that is lower than this, in design units, the drawing gives way to words.
SMALL, SMALL_SHARE = 220.0, 0.2
# So much lower than wide, a card has its drawing at its left.
LOW = 0.68


class QuestionCard(Widget):
    """One question: its picture, its words, what it is worth, how long it takes."""

    def __init__(
        self, id: str, rect: pygame.Rect, icon: str, question: str, seconds: int
    ) -> None:
        super().__init__(id, rect)
        self._icon, self._question, self._seconds = icon, question, seconds

    def _draw_worth(
        self, target: pygame.Surface, look: Look, session: Session, room: pygame.Rect
    ) -> None:
        """What stands at the left of its foot."""
        raise NotImplementedError

    def _draw_best(
        self, target: pygame.Surface, look: Look, session: Session, room: pygame.Rect
    ) -> bool:
        """What stands at the right of its foot instead of the seconds, if anything."""
        return False

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        draw_plate(target, look, self.rect, pressed=state.pressed)
        room = self.rect.inflate(-look.px(20), -look.px(20))
        gap = look.px(8)
        if room.height < LOW * room.width:
            # The drawing stands beside the words, where they have more lines.
            side = min(room.height, round(room.width * BESIDE_SHARE))
            well = cut_left(room, side, gap)
        else:
            is_small = room.height < look.px(SMALL)
            share = SMALL_SHARE if is_small else PICTURE_SHARE
            well = cut_top(room, round(room.height * share), gap)
        self._draw_picture(target, look, well)
        foot = cut_bottom(room, max(look.px(44), 16), look.px(6))
        middle = room.inflate(-look.px(12), 0)
        question = look.texts(self._question)
        picture = sentence_picture(look, question, middle.size, 30, SEMIBOLD)
        target.blit(picture, picture.get_rect(midleft=middle.midleft))
        self._draw_foot(target, look, session, foot.inflate(-look.px(12), 0))

    def _draw_picture(
        self, target: pygame.Surface, look: Look, room: pygame.Rect
    ) -> None:
        well = shapes.rounded(room.size, look.px(10), look.palette.well)
        target.blit(well, room)
        ink, accent = ROLES[self._icon]
        side = min(room.height, room.width) - look.px(16)
        sign = icon(self._icon, side, look.colour(ink), look.colour(accent))
        target.blit(sign, sign.get_rect(center=room.center))

    def _draw_foot(
        self, target: pygame.Surface, look: Look, session: Session, foot: pygame.Rect
    ) -> None:
        left, right = foot.copy(), foot.copy()
        left.width = foot.width * 6 // 10
        right.width = foot.width - left.width - look.px(10)
        right.right = foot.right
        self._draw_worth(target, look, session, left)
        if self._draw_best(target, look, session, right):
            return
        seconds = look.texts("guide.seconds", number=str(self._seconds))
        # How long it takes gives way; the stars do not.
        if look.fits(seconds, right.width):
            look.write(target, seconds, right, 24, "muted", SEMIBOLD, "right")


class GuideCard(QuestionCard):
    """An experiment or a challenge, with the stars that it has earned."""

    def __init__(self, row: Row, rect: pygame.Rect) -> None:
        question = script.question(row)
        super().__init__(f"guide_{row.id}", rect, row.icon, question, row.seconds)
        self._row = row

    def face(self, session: Session) -> Hashable:
        stars = session.guide.stars
        return stars.of(self._row.id), stars.best.of(self._row.id)

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[c.Command]:
        return [g.StartGuide(self._row.id)] if inside else []

    def _draw_worth(
        self, target: pygame.Surface, look: Look, session: Session, room: pygame.Rect
    ) -> None:
        count = session.guide.stars.of(self._row.id)
        draw_stars(target, look, room, count, align="left")

    def _draw_best(
        self, target: pygame.Surface, look: Look, session: Session, room: pygame.Rect
    ) -> bool:
        return draw_best(target, look, session, self._row, room)


class RaceCard(QuestionCard):
    """The race: instead of stars it has the signs of the two who play it."""

    def __init__(self, rect: pygame.Rect) -> None:
        super().__init__("race", rect, "race", "race.question", LONGEST_S)

    def face(self, session: Session) -> Hashable:
        return None

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[c.Command]:
        holds = session.exhibit.rules.race_holds
        return [g.StartRace(holds=holds)] if inside else []

    def _draw_worth(
        self, target: pygame.Surface, look: Look, session: Session, room: pygame.Rect
    ) -> None:
        side = min(room.height, look.px(48))
        for lane in range(LANES):
            sign = pygame.Rect(room.left + lane * (side + side // 4), 0, side, side)
            sign.centery = room.centery
            draw_letter(target, look, sign, lane)
        words = room.copy()
        words.left += LANES * (side + side // 4)
        words.width = room.right - words.left
        text = look.texts("race.pair")
        if look.fits(text, words.width):
            look.write(target, text, words, 24, "muted", SEMIBOLD)
