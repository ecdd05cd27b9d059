"""Attract: the real picture plays by itself, with a hand in it and one line to read."""

import math

import pygame

from lifgame.content.parameters import CURRENT
from lifgame.model.simulation import StepReport
from lifgame.scenes.bench.grid import Grid
from lifgame.scenes.kiosk.languages import DESIGNS, language_row, row_left
from lifgame.scenes.picture import Picture
from lifgame.scenes.play.places import PlayPlaces, play_places
from lifgame.scenes.room import paint_room
from lifgame.scenes.scene import Scene
from lifgame.session.ghost import CELL, LINE, LINE_S, TAP, Ghost
from lifgame.session.session import Session
from lifgame.view.geometry import Point
from lifgame.view.ghost_hand import hand
from lifgame.view.lettering.sentence import sentence_picture
from lifgame.view.look import Look
from lifgame.view.machine.tap import wheel_deg
from lifgame.view.over import Laid, Over
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.widget import Widget

# Type sizes of the invitation and of the line over the paper, and the hand's height,
# in design units of each form.
SIZES = {
    "landscape": (92.0, 70.0, 250.0),
    "portrait": (84.0, 62.0, 260.0),
    "compact": (54.0, 40.0, 210.0),
}
# The hand comes from this much further down and right, in its own heights.
FAR = (1.6, 2.2)
# Where its finger lies on the shut wheel, clockwise from the right.
TOUCH_DEG = -10.0


def shown_language(session: Session) -> str:
    """The language of the invitation now: the exhibit's own, then each in turn."""
    languages = session.preferences.choices("language")
    own = session.preferences["language"]
    first = languages.index(own) if own in languages else 0
    turn = first + math.floor(session.exhibit.ghost.played_s / LINE_S)
    return languages[turn % len(languages)]


class AttractScene(Scene):
    """What is seen while nobody is there."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self.places: PlayPlaces = play_places(size)
        self._over = Over()
        super().__init__(look, size, session, held)

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return play_places(size).unit

    @property
    def ground(self) -> pygame.Surface:
        return self.picture.wall

    def widgets(self, session: Session) -> list[Widget]:
        look, places = self.look, self.places
        self.backdrop = paint_room(look, self.size, places.picture)
        self.picture = Picture(
            look,
            places.picture,
            places.form,
            self.backdrop,
            session,
            is_untouched=True,
        )
        self.picture.update(session, self.board, 0.0)
        return language_row(places.form, self.size, look, session, shown_language)

    def update(self, session: Session, report: StepReport, elapsed_s: float) -> None:
        self.picture.update(session, self.board, elapsed_s)

    def draw_changes(
        self, target: pygame.Surface, session: Session, *, is_all_new: bool
    ) -> list[pygame.Rect]:
        if is_all_new:
            self.picture.forget()
            self._over.forget()
            target.blit(self.ground, (0, 0))
        self._over.lift(target)
        painted = self.picture.draw(target)
        pictures = [*self._words(session), *self._hand(session.exhibit.ghost)]
        return painted + self._over.lay(target, pictures, painted)

    # --- words ----------------------------------------------------------------

    def _words(self, session: Session) -> list[Laid]:
        """The invitation and the line over the paper, in one language after another."""
        texts = self.look.of_language(shown_language(session))
        large, small, _ = SIZES[self.places.form]
        scale = Grid(self.size, DESIGNS[self.places.form][0], 0).scale
        bench, title = self._bench_room(), self._title_room()
        return [
            self._line(texts("attract.invite"), bench, large * scale / self.look.unit),
            self._line(texts("attract.title"), title, small * scale / self.look.unit),
        ]

    def _line(self, text: str, room: pygame.Rect, size: float) -> Laid:
        picture = sentence_picture(self.look, text, room.size, size)
        return picture, picture.get_rect(midleft=(room.left, room.centery))

    def _bench_room(self) -> pygame.Rect:
        margin = self.places.hold.height // 8
        side = self.places.title.left if self.places.title else margin
        return self.places.bench.inflate(-2 * side, -2 * margin)

    def _title_room(self) -> pygame.Rect:
        """From the upper left corner to the tap, above the paper."""
        paper = self.picture.paper.area
        left = self.places.sentence.left
        right = min(self.picture.words_end, row_left(self.board.widgets, self.size))
        top = max(4, self.places.sentence.top // 4)
        return pygame.Rect(left, top, max(right - left, 1), paper.top - top)

    # --- the hand ---------------------------------------------------------------

    def _hand(self, ghost: Ghost) -> list[Laid]:
        if ghost.at is None or ghost.near <= 0.0:
            return []
        high = SIZES[self.places.form][2] * self._detail
        picture, tip = hand(
            self.look.palette, max(8, round(high)), touches=ghost.is_touching
        )
        x, y = self._target(ghost.at)
        away = 1.0 - ghost.near
        x, y = x + FAR[0] * high * away, y + FAR[1] * high * away
        corner = round(x - tip[0]), round(y - tip[1])
        return [(picture, picture.get_rect(topleft=corner))]

    @property
    def _detail(self) -> float:
        return self.picture.machine.places.detail

    def _target(self, at: str) -> Point:
        """Where the tip of the finger goes."""
        moment = self.picture.machine.moment
        places = moment.places
        if at == TAP:
            x, y = places.tap
            angle = math.radians(TOUCH_DEG + self._turned())
            reach = places.wheel * 0.9
            return x + reach * math.cos(angle), y + reach * math.sin(angle)
        if at == LINE:
            return places.tag_tip(moment.frame.rest_line_mv)
        assert at == CELL
        return places.inside.right + places.px(190), places.scale.row(24.0)

    def _turned(self) -> float:
        """How far the wheel stands from shut, in degrees."""
        tap_na = self.picture.machine.moment.tap_na
        return wheel_deg(tap_na) - wheel_deg(CURRENT.minimum)
