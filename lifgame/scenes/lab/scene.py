"""The Lab: the picture a little smaller, and all that can be measured and set."""

import pygame

from lifgame.model.simulation import StepReport
from lifgame.scenes.bench.sentence import SentenceLine
from lifgame.scenes.bench.tempo import SpanWords, TempoWords
from lifgame.scenes.lab.desk import LabPlaces
from lifgame.scenes.lab.equation import EquationLine
from lifgame.scenes.lab.marks import MarkPainter
from lifgame.scenes.lab.past import PaperRing, PaperWidget, paper_rect
from lifgame.scenes.lab.places import lab_places
from lifgame.scenes.lab.widgets import lab_widgets
from lifgame.scenes.offered import offered
from lifgame.scenes.picture import Picture
from lifgame.scenes.room import paint_room
from lifgame.scenes.scene import Scene
from lifgame.session.commands import Command
from lifgame.session.marking import marks
from lifgame.session.narrator import sentence
from lifgame.session.session import Session
from lifgame.view.look import Look
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.widget import Widget


class LabScene(Scene):
    """The other view of the same picture."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self.places = _places(size, session)
        self._shape = _shape(session)
        super().__init__(look, size, session, held)
        self._sentence, self._ring = SentenceLine(look), PaperRing(look)
        self._make_words()

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return _places(size, session).unit

    @property
    def ground(self) -> pygame.Surface:
        return self.picture.wall

    def _make_words(self) -> None:
        look, places = self.look, self.places
        equation = places.equation.copy()
        if equation.colliderect(places.picture):
            # Beyond the pen the machine paints over whatever stands there.
            end = self.picture.machine.area.left
            equation.width = min(equation.width, end - equation.left)
        self._equation = EquationLine(look, equation)
        self._words = [
            kind(look, place, self.backdrop)
            for kind, place in ((TempoWords, places.tempo), (SpanWords, places.span))
            if place is not None
        ]

    def widgets(self, session: Session) -> list[Widget]:
        look, places = self.look, self.places
        self.backdrop = paint_room(look, self.size, places.picture)
        self.picture = Picture(
            look,
            places.picture,
            places.form,
            self.backdrop,
            session,
            is_lab=True,
            buttons=places.buttons.values(),
        )
        self.picture.update(session, self.board, 0.0)
        self._make_marks()
        return self._controls(session)

    def _make_marks(self) -> None:
        places = self.places
        above = [places.sentence, places.equation, *places.buttons.values()]
        found = [rect for rect in above if rect is not None]
        self._marks = MarkPainter(self.look, self.picture.paper.places, found)

    def _controls(self, session: Session) -> list[Widget]:
        return [
            *self._paper_widget(session),
            *self._marks.widgets(session),
            *self.picture.handles,
            *lab_widgets(self.places, self.look, session),
        ]

    def _paper_widget(self, session: Session) -> list[Widget]:
        """While time is held, the paper up to the pen can be drawn back."""
        if not session.clock.is_paused:
            return []
        return [PaperWidget(paper_rect(self.picture.paper))]

    def follow(self, session: Session) -> list[Command]:
        """Other sliders or another drawer: other widgets; the picture stays."""
        if _shape(session) == self._shape:
            return []
        self._shape = _shape(session)
        self.places = _places(self.size, session)
        self._make_words()
        self.invalidate()
        widgets = offered(self._controls(session), session)
        commands = self.board.replace(widgets, session)
        self._marks.place(self.board, session)
        return commands

    def update(self, session: Session, report: StepReport, elapsed_s: float) -> None:
        self.picture.update(session, self.board, elapsed_s)
        self._marks.place(self.board, session)
        self._sentence.update(elapsed_s)

    def draw_changes(
        self, target: pygame.Surface, session: Session, *, is_all_new: bool
    ) -> list[pygame.Rect]:
        parts = [self._equation, *self._words]
        if is_all_new:
            self._marks.forget()
            self.picture.forget()
            self._sentence.forget()
            for part in parts:
                part.forget()
        self._marks.lift(target)
        self._ring.clear(self.picture.paper, session)
        painted = self.picture.draw(target)
        if painted:
            self._ring.draw(target, self.picture.paper)
        places = self.places
        if places.sentence is not None:
            place = places.sentence.copy()
            place.width = min(place.width, self.picture.words_end - place.left)
            painted += self._sentence.draw(
                target,
                self.ground,
                sentence(session),
                place,
                places.sentence_size,
                painted,
                numbered=True,
            )
        painted += self._equation.draw(
            target, self.ground, session, self.picture.level_mv
        )
        for words in self._words:
            painted += words.draw(target, session)
        return painted + self._marks.lay(target, self.board, session, painted)


def _places(size: tuple[int, int], session: Session) -> LabPlaces:
    place = session.place
    return lab_places(
        size,
        place.drawer,
        tuning=len(session.tuning),
        is_tuning=place.is_tuning,
        slider=place.slider,
    )


def _shape(session: Session) -> object:
    """What decides which widgets stand where."""
    place = session.place
    ids = tuple(spec.id for spec in (*session.tuning, *session.sliders))
    is_held = session.clock.is_paused
    has_marks, span_ms = marks(session) is not None, place.window_ms
    held = is_held, has_marks, span_ms if has_marks else None
    return place.drawer, place.is_tuning, place.slider, ids, held
