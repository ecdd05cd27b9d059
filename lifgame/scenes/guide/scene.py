"""A guided step: the picture of the Play screen, and the guide as its bench."""

import pygame

from lifgame.content.texts import Texts
from lifgame.model.simulation import StepReport
from lifgame.scenes.guide.bar import GuessBar
from lifgame.scenes.guide.buttons import (
    ChoiceButton,
    HandSign,
    WhiteButton,
    corner_buttons,
    ending_buttons,
)
from lifgame.scenes.guide.cards import SIGNS, Card, Ring, StarsPanel, kind_long, kind_words
from lifgame.scenes.guide.places import GuidePlaces, guide_places
from lifgame.scenes.guide.words import Beads, Goals, Words
from lifgame.scenes.picture import Picture
from lifgame.scenes.room import paint_room
from lifgame.scenes.scene import Scene
from lifgame.session.commands import Command
from lifgame.session.guide import script
from lifgame.session.guide.progress import DO, EXPLAINED, MEASURED, PREDICT, Progress
from lifgame.session.guide.rows import Bar, Choice
from lifgame.session.session import Session
from lifgame.view.look import Look
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.hold import HoldButton
from lifgame.view.widgets.widget import Widget


class GuideScene(Scene):
    """What leads through an experiment or a challenge."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self.places = guide_places(size)
        self._shape = _shape(session)
        self._bar: GuessBar | None = None
        super().__init__(look, size, session, held)

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return guide_places(size).unit

    @property
    def ground(self) -> pygame.Surface:
        return self.picture.wall

    def widgets(self, session: Session) -> list[Widget]:
        self.backdrop = paint_room(self.look, self.size, self.places.picture)
        self.picture = Picture(
            self.look, self.places.picture, self.places.form, self.backdrop, session
        )
        self._guard(session)
        self.picture.update(session, self.board, 0.0)
        return self._controls(session)

    def _guard(self, session: Session) -> None:
        """What cannot be touched has no handle; what is the answer is not drawn."""
        self.picture.is_secret = session.guide.keeps_secret
        self.picture.live = _handles(session)

    def follow(self, session: Session) -> list[Command]:
        """Another state: other controls; the picture stays."""
        if _shape(session) == self._shape:
            return []
        was_over = self._shape[1:2] and self._shape[1] in (MEASURED, EXPLAINED)
        self._shape = _shape(session)
        self._guard(session)
        commands = self.board.replace(self._controls(session), session)
        if self._bar is not None and not was_over:
            self._bar.revealed_s = 0.0
        self.invalidate()
        return commands

    def update(self, session: Session, report: StepReport, elapsed_s: float) -> None:
        self._guard(session)
        self.picture.update(session, self.board, elapsed_s)
        if self._bar is not None:
            self._bar.revealed_s += elapsed_s if not self.look.still else 10.0

    def draw_changes(
        self, target: pygame.Surface, session: Session, *, is_all_new: bool
    ) -> list[pygame.Rect]:
        if is_all_new:
            self.picture.forget()
            target.blit(self.ground, (0, 0))
        return self.picture.draw(target)

    # --- the bench ------------------------------------------------------------

    def _controls(self, session: Session) -> list[Widget]:
        """In the order of the keyboard: the live control, the one button, the rest."""
        progress, places = session.guide.progress, self.places
        self._bar = None
        if progress is None:
            return []
        live = [h for h in self.picture.handles if h.id in self.picture.live]
        return [
            *self._words(session, progress),
            *self._guess(progress),
            *live,
            *self._button(progress),
            *self._outcome(session, progress),
            *ending_buttons(places, session),
            *corner_buttons(places, session),
        ]

    def _words(self, session: Session, progress: Progress) -> list[Widget]:
        look, places = self.look, self.places
        is_first = progress.state == PREDICT
        is_wide = places.form == "landscape"
        place, size = places.sentence, places.sentence_size
        if is_first:
            place, size = places.question, places.question_size
        place = place.copy()
        end = self.picture.words_end - look.px(8)
        place.width = min(place.width, end - place.left)

        def says(session: Session, texts: Texts) -> str:
            key = script.sentence(session.guide, progress)
            if not is_wide and not is_first:
                return self._narrow(session, progress, key, texts)
            return texts(key)

        found: list[Widget] = [
            Words("sentence", place, says, look.texts, size),
        ]
        if is_first or places.form != "compact":
            # On a small screen the sentence takes their room.
            found.append(Beads("beads", places.beads))
        if places.kind.width:
            kind = Words(
                "kind", places.kind, kind_long if is_wide else kind_words, look.texts, 26, is_quiet=True
            )
            found.append(kind)
        shows_cards = progress.state == MEASURED and is_wide
        if (is_first or is_wide) and not shows_cards:
            text = Words(
                "step",
                places.text,
                lambda session, texts: _step_words(session, texts),
                look.texts,
                places.text_size,
            )
            found.append(text)
        return found

    @staticmethod
    def _narrow(
        session: Session, progress: Progress, key: str, texts: Texts
    ) -> str:
        """Where there is one place for words: what to do, or what comes of it."""
        is_hint = session.guide.gives_hint or session.guide.is_nodding
        return texts(key if is_hint else script.step(progress))

    def _guess(self, progress: Progress) -> list[Widget]:
        """The bar or the pictures, as long as they have a place."""
        places, guess = self.places, progress.row.guess
        is_first = progress.state == PREDICT
        if isinstance(guess, Bar):
            gives_way = progress.is_over and places.form != "landscape"
            if gives_way:
                return []
            self._bar = GuessBar(places.bar, places.pin, guess, progress)
            return [self._bar]
        if isinstance(guess, Choice) and is_first:
            return [
                ChoiceButton(place, rect, progress.row.id)
                for place, rect in enumerate(places.choices)
            ]
        return []

    def _button(self, progress: Progress) -> list[Widget]:
        row, places = progress.row, self.places
        if progress.state == DO and not row.has_rule:
            return [HoldButton("inject", places.hold or places.button)]
        if progress.state == DO:
            return [WhiteButton("go", places.hold or places.button)]
        return [WhiteButton("go", places.button)]

    def _outcome(self, session: Session, progress: Progress) -> list[Widget]:
        """Goals on the way; cards and stars at the end; the ring of a challenge."""
        row, places = progress.row, self.places
        found: list[Widget] = []
        if row.gauge is not None:
            found.append(Ring("ring", places.ring))
        if progress.is_over:
            is_wide = places.form == "landscape"
            if row.is_experiment and (progress.state == MEASURED or not is_wide):
                found += [
                    Card(sign, rect)
                    for sign, rect in zip(SIGNS, places.cards, strict=True)
                ]
            found.append(StarsPanel("stars", places.stars))
            return found
        if places.form == "landscape" or progress.state != PREDICT:
            found.append(self._goals(session, progress))
        if session.guide.show is not None:
            found.append(HandSign("hand", self._hand_place()))
        return found

    def _goals(self, session: Session, progress: Progress) -> Goals:
        places = self.places
        place, only_next = places.goals, False
        if places.form == "compact" and isinstance(progress.row.guess, Bar):
            place, only_next = _beside_pin(places, progress), True
        return Goals(
            "goals", place, only_next=only_next, can_skip=session.guide.can_skip
        )

    def _hand_place(self) -> pygame.Rect:
        place = self.places.beads.copy()
        place.left += place.width // 2
        place.width //= 2
        return place


def _beside_pin(places: GuidePlaces, progress: Progress) -> pygame.Rect:
    """The half of the bench in which the pin does not hang."""
    room = pygame.Rect(places.beads.left, places.bar.bottom, 0, 0)
    room.height = places.goals.bottom - room.top
    guess = progress.row.guess
    share = progress.guess / guess.high if isinstance(guess, Bar) else 0.0
    middle = places.bar.left + round(places.bar.width * share)
    if middle > places.goals.centerx:
        room.width = middle - places.pin[0] // 2 - 8 - room.left
    else:
        room.left = middle + places.pin[0] // 2 + 8
        room.width = places.goals.right - room.left
    return room


def _step_words(session: Session, texts: Texts) -> str:
    progress = session.guide.progress
    if progress is None:
        return ""
    return texts(script.step(progress))


def _handles(session: Session) -> tuple[str, ...]:
    """The handles of the picture that can be taken."""
    names = {"current": "tap", "threshold": "line", "resistance": "leak"}
    names["capacitance"] = "width"
    live = [names[id] for id in session.guide.live if id in names]
    if "line" in live:
        live.append("bend")
    if session.guide.takes_pushes:
        live.append("water")
    return tuple(live)


def _shape(session: Session) -> tuple[object, ...]:
    """What decides which widgets stand where."""
    guide = session.guide
    progress = guide.progress
    if progress is None:
        return ()
    return (
        progress.row.id,
        progress.state,
        guide.show is not None,
        guide.undo_s > 0.0,
        guide.can_skip,
    )
