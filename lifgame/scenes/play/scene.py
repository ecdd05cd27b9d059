"""The Play screen: the picture on four fifths of it, one sentence, a few controls."""

import pygame

from lifgame.model.simulation import StepReport
from lifgame.scenes.bench.sentence import SentenceLine
from lifgame.scenes.bench.tempo import TempoWords
from lifgame.scenes.picture import Picture
from lifgame.scenes.play.places import PlayPlaces, play_places
from lifgame.scenes.play.widgets import bench_widgets
from lifgame.scenes.room import paint_room
from lifgame.scenes.scene import Scene
from lifgame.session.narrator import sentence
from lifgame.session.session import Session
from lifgame.view.look import Look
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.widget import Widget

# So near may the paper's torn edge come to the words that stand in its place.
NEAREST_PAPER = 40
# From this text size on, the title gives its room to the sentence.
TITLE_TO = 1.25


class PlayScene(Scene):
    """The main screen."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self.places = play_places(size)
        super().__init__(look, size, session, held)
        self._sentence = SentenceLine(look)
        self._tempo = TempoWords(look, self.places.tempo, self.backdrop)
        self._is_opening = session.tick_count == 0

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return play_places(size).unit

    @property
    def ground(self) -> pygame.Surface:
        return self.picture.wall

    def widgets(self, session: Session) -> list[Widget]:
        self.backdrop = paint_room(self.look, self.size, self.places.picture)
        places = self.places
        self.picture = Picture(
            self.look,
            places.picture,
            places.form,
            self.backdrop,
            session,
            buttons=places.buttons.values(),
        )
        self.picture.update(session, self.board, 0.0)
        return [*self.picture.handles, *bench_widgets(self.places)]

    def update(self, session: Session, report: StepReport, elapsed_s: float) -> None:
        self.picture.update(session, self.board, elapsed_s)
        self._sentence.update(elapsed_s)

    def draw_changes(
        self, target: pygame.Surface, session: Session, *, is_all_new: bool
    ) -> list[pygame.Rect]:
        if is_all_new:
            self.picture.forget()
            self._sentence.forget()
            self._tempo.forget()
        painted = self.picture.draw(target)
        self._is_opening &= self._has_room_for_opening(session)
        place, size = _sentence_place(self.places, is_opening=self._is_opening)
        place = place.copy()
        place.width = min(place.width, self.picture.words_end - place.left)
        line = sentence(session)
        painted += self._sentence.draw(
            target, self.ground, line, place, size, painted, numbered=False
        )
        painted += self._tempo.draw(target, session)
        return painted

    def _has_room_for_opening(self, session: Session) -> bool:
        """The sentence stands where paper will come, until it comes."""
        if session.cell.spike_count:
            return False
        nearest = self.look.px(NEAREST_PAPER)
        return self.picture.paper.paper_left > self.places.opening.right + nearest


def _sentence_place(
    places: PlayPlaces, *, is_opening: bool
) -> tuple[pygame.Rect, float]:
    if is_opening:
        return places.opening, places.opening_size
    return places.sentence, places.sentence_size
