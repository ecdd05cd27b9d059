"""The question over the living picture: a ring that runs out, and a large Yes."""

from dataclasses import dataclass

import pygame

from lifgame.scenes.kiosk.info import paint_card
from lifgame.scenes.kiosk.languages import language_row
from lifgame.scenes.lab.places import lab_places
from lifgame.scenes.layout import Rect, columns, cut_left, cut_top
from lifgame.scenes.parts import drawing, words
from lifgame.scenes.play.places import TOP_RIGHT, play_places
from lifgame.scenes.scene import Layer
from lifgame.session import commands as c
from lifgame.session.actions import always
from lifgame.session.session import Session
from lifgame.session.visit import Visit
from lifgame.view import shapes
from lifgame.view.countdown import countdown
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, Look
from lifgame.view.machine.paper_places import paper_places
from lifgame.view.machine.places import MachinePlaces
from lifgame.view.over import Laid, Over
from lifgame.view.widgets.controls import Button, Face
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.widget import Widget, WidgetState

DIM = 0.72
# So many other languages are asked in.
MOST_OTHERS = 4


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the picture under the question stands.

    Attributes:
        form: ``landscape``, ``portrait`` or ``compact``.
        paper: What the card may cover.
        bench: What lies under the picture.
        hold: Where the hand of whoever plays is.
    """

    form: str
    paper: Rect
    bench: Rect
    hold: Rect


def stage(size: tuple[int, int], look: Look, session: Session) -> Stage:
    """The places of Play or the Lab, whichever the visitor plays in."""
    capacitance = session.cell.value("capacitance")
    if session.place.view == "play":
        play = play_places(size)
        form, picture, bench, hold = play.form, play.picture, play.bench, play.hold
    else:
        lab = lab_places(
            size,
            session.place.drawer,
            tuning=len(session.tuning),
            is_tuning=session.place.is_tuning,
        )
        form, picture, bench, hold = lab.form, lab.picture, lab.desk, lab.hold
    machine = MachinePlaces(picture, form, look.unit, look.text_scale, capacitance)
    paper = Rect(0, 0, paper_places(machine).paper.right, picture.height)
    return Stage(form.removeprefix("lab_"), paper, bench, hold)


class YesButton(Button):
    """White, because green means water. Any touch answers; it only shows where."""

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        palette, rect = look.palette, self.rect
        plate = shapes.rounded(
            rect.size, look.px(30), palette.ink, palette.muted, max(2, look.px(5))
        )
        target.blit(plate, rect)
        text = self.shows.title(session, look.texts)
        size = min(rect.height * 0.42, rect.width * 0.24) * look.text_scale**0.5
        word = look.fitted([(text, "background")], rect.width // 2, round(size), BOLD)
        side = word.get_height() * 2 // 3
        tick = icon("check", side, palette.background)
        wide = side + side // 2 + word.get_width()
        left = rect.centerx - wide // 2
        target.blit(tick, tick.get_rect(midleft=(left, rect.centery)))
        target.blit(word, word.get_rect(midright=(left + wide, rect.centery)))


class StillThereScene(Layer):
    """Asks, while everything under it goes on."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self._stage = stage(size, look, session)
        self._over = Over()
        self._shown: object = None
        super().__init__(look, size, session, held)
        self._dims = self._made_dims()
        self._plate = self._made_plate()
        self._card, self._ring = self._made_card(session)

    @classmethod
    def area(cls, size: tuple[int, int], look: Look) -> Rect:
        return Rect((0, 0), size)

    def widgets(self, session: Session) -> list[Widget]:
        face = Face(title=words("still_there.yes"), icon=drawing("check"))
        yes = YesButton("yes", self._stage.hold, face, always(c.CloseLayer()))
        return [yes, *language_row(self._stage.form, self.size, self.look, session)]

    def lift(self, canvas: pygame.Surface) -> None:
        self._over.lift(canvas)

    def invalidate(self) -> None:
        super().invalidate()
        self._shown = None

    def draw_over(
        self, target: pygame.Surface, session: Session, below: list[pygame.Rect]
    ) -> list[pygame.Rect]:
        if self._is_fresh:
            self._is_fresh = False
            self._over.forget()
        ring = self._countdown(session.exhibit.visit)
        laid = [*self._dims, self._card, *self._plate, ring]
        changed = self._over.lay(target, laid, below)
        widgets = self.board.widgets
        areas = [area for widget in widgets for area in widget.areas()]
        shown = [(w.face(session), self.board.state(w, session)) for w in widgets]
        is_new = shown != self._shown or any(a.collidelist(below) >= 0 for a in areas)
        self._shown = shown
        self.board_painter.invalidate()
        return changed + self._over.cover(
            target,
            areas,
            lambda: self.board_painter.draw(target, session, self.ground),
            is_new,
        )

    # --- what lies over the picture ----------------------------------------------

    def _made_dims(self) -> list[Laid]:
        """Bench and paper are dimmed; the paper comes out of the dim at the roll."""
        dark, dims = self.look.palette.background, list[Laid]()
        paper, sentence = self._stage.paper, play_places(self.size).sentence
        # Where the sentence is wider than the paper, its end is dimmed, too.
        end = Rect(
            paper.right, 0, max(0, sentence.right - paper.right), sentence.bottom
        )
        fading = end.width == 0
        for rect, fades in ((self._stage.bench, False), (paper, fading), (end, False)):
            veil = pygame.Surface(rect.size, pygame.SRCALPHA)
            veil.fill((*dark, round(255 * DIM)))
            last = min(self.look.px(160), rect.width) if fades else 0
            for step in range(last):
                alpha = round(255 * DIM * (step + 1) / last)
                x = rect.width - 1 - step
                veil.fill((*dark, alpha), (x, 0, 1, rect.height))
            dims.append((veil, rect))
        return dims

    @property
    def _words_top(self) -> int:
        """On a tall screen the card begins behind the languages, its words below."""
        return max((place.bottom for _, place in self._plate), default=0)

    def _made_plate(self) -> list[Laid]:
        """The languages stand where other buttons stand, and cover them."""
        row = [w.rect for w in self.board.widgets if w.id != "yes"]
        if not row:
            return []
        play = play_places(self.size)
        corner = [play.buttons[name] for name in TOP_RIGHT]
        # Where Help stands on the bench it is not among them.
        under = [rect for rect in corner if play.picture.contains(rect)]
        place = row[0].unionall([*row[1:], *under]).inflate(16, 16)
        picture = pygame.Surface(place.size, pygame.SRCALPHA)
        paint_card(picture, self.look, Rect((0, 0), place.size))
        return [(picture, place)]

    def _card_rect(self) -> Rect:
        """Over the paper, never over the bucket."""
        look, paper, form = self.look, self._stage.paper, self._stage.form
        if form == "portrait":
            margin = look.px(48)
            wide = self.size[0] - 2 * margin
            return Rect(margin, look.px(12), wide, self._words_top + look.px(250))
        margin = 8 if form == "compact" else look.px(48)
        # The sentence stands there, too: half of it would be worse than none.
        top = 8 if form == "compact" else look.px(28)
        right = paper.right - look.px(26)
        return Rect(margin, top, right - margin, paper.bottom - margin - top)

    def _made_card(self, session: Session) -> tuple[Laid, Rect]:
        """The card with its words, and where the ring stands."""
        look, rect = self.look, self._card_rect()
        picture = pygame.Surface(rect.size, pygame.SRCALPHA)
        room = Rect((0, 0), rect.size)
        paint_card(picture, look, room)
        room = room.inflate(-look.px(56), -look.px(48))
        if self._stage.form == "portrait":
            cut_top(room, self._words_top)
            ring = cut_left(room, room.height, look.px(40))
            question, line = room.copy(), room.copy()
            question.height = room.height * 3 // 5
            line.top, line.height = question.bottom, room.height - question.height
            align = "left"
        else:
            ring = cut_top(room, round(room.height * 0.38), look.px(14))
            question = cut_top(room, round(room.height * 0.32), look.px(4))
            line = room
            align = "center"
            if self._stage.form == "landscape":
                line = cut_top(room, round(room.height * 0.36), look.px(14))
                self._write_others(picture, room, session)
        texts = look.texts
        asked = texts("still_there.question")
        look.write(picture, asked, question, 92, "ink", BOLD, align)
        look.write(picture, texts("still_there.go_on"), line, 40, align=align)
        return (picture, rect), ring.move(rect.topleft)

    def _write_others(
        self, picture: pygame.Surface, room: Rect, session: Session
    ) -> None:
        """The same in other languages: whoever reads no English sees it is for him."""
        look, own = self.look, session.preferences["language"]
        languages = [x for x in session.preferences.choices("language") if x != own]
        if not languages:
            return
        rule = Rect(room.left, room.top, room.width, max(1, look.px(2)))
        picture.fill(look.palette.edge, rule)
        room = Rect(room.left, rule.bottom + look.px(8), room.width, 0)
        room.height = picture.get_height() - look.px(24) - room.top
        shown = languages[:MOST_OTHERS]
        rows = -(-len(shown) // 2)
        for index, language in enumerate(shown):
            place = columns(room, 2, look.px(16))[index % 2]
            place.height = room.height // rows
            place.top = room.top + place.height * (index // 2)
            words_ = look.of_language(language)("still_there.question")
            look.write(picture, words_, place, 36, "muted", align="center")

    def _countdown(self, visit: Visit) -> Laid:
        look, place = self.look, self._ring
        radius = max(16, min(place.width, place.height) // 2)
        left_s, whole_s = visit.left_s, visit.asks_for_s
        # With reduced motion it steps with the number.
        left_s = float(-(-left_s // 1)) if look.still else left_s
        number = look.texts.number(-(-left_s // 1), 0)
        picture = countdown(
            look, radius, max(4, radius * 20 // 112), left_s / whole_s, number,
            round(radius * 84 / 112),
        )  # fmt: skip
        return picture, picture.get_rect(center=place.center)
