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
from lifgame.scenes.guide.cards import (
    SIGNS,
    Card,
    StarsPanel,
    kind_long,
    kind_words,
)
from lifgame.scenes.guide.dial import StopDial
from lifgame.scenes.guide.estimate_places import word_places
from lifgame.scenes.guide.estimates import (
    LIFT_S,
    EstimateCard,
    curtain,
    estimate_widgets,
)
from lifgame.scenes.guide.marks import pulse_marks
from lifgame.scenes.guide.noise import NoiseBar
from lifgame.scenes.guide.places import beside_pin, guide_places
from lifgame.scenes.guide.plot import PlotSheet, has_plot
from lifgame.scenes.guide.ring import Ring
from lifgame.scenes.guide.words import Beads, Goals, Words
from lifgame.scenes.layout import columns
from lifgame.scenes.picture import Picture
from lifgame.scenes.room import paint_room
from lifgame.scenes.scene import Scene
from lifgame.session.commands import Command
from lifgame.session.guide import script
from lifgame.session.guide.progress import DO, EXPLAINED, MEASURED, PREDICT, Progress
from lifgame.session.guide.rows import Bar, Choice
from lifgame.session.session import Session
from lifgame.view.look import Look
from lifgame.view.machine.handles import PARAMETER_OF
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
        self._since_lift_s = LIFT_S
        super().__init__(look, size, session, held)

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return guide_places(size).unit

    @property
    def ground(self) -> pygame.Surface:
        return self.picture.wall

    def widgets(self, session: Session) -> list[Widget]:
        area, form = self.places.picture, self.places.form
        self.backdrop = paint_room(self.look, self.size, area)
        # No word of the picture stands under the plot.
        over = [self.places.plot] if has_plot(session) else ()
        self.picture = Picture(
            self.look, area, form, self.backdrop, session, buttons=over
        )
        self._guard(session)
        self.picture.update(session, self.board, 0.0)
        return self._controls(session)

    def _guard(self, session: Session) -> None:
        """What cannot be touched has no handle; what is the answer is not drawn."""
        # Where the plot stands there is no room for the words of where V settles.
        self.picture.is_secret = session.guide.keeps_secret or has_plot(session)
        self.picture.live_grips = _handles(session)
        self.picture.marks = pulse_marks(session)
        since_s, still = self._since_lift_s, self.look.still
        self.picture.curtain = curtain(session.guide.progress, since_s, still=still)

    def follow(self, session: Session) -> list[Command]:
        """Another state: other controls; the picture stays."""
        if _shape(session) == self._shape:
            return []
        was_over = self._shape[1:2] and self._shape[1] in (MEASURED, EXPLAINED)
        if not was_over:
            self._since_lift_s = 0.0
        self._shape = _shape(session)
        self._guard(session)
        commands = self.board.replace(self._controls(session), session)
        if self._bar is not None and not was_over:
            self._bar.revealed_s = 0.0
        self.invalidate()
        return commands

    def update(self, session: Session, report: StepReport, elapsed_s: float) -> None:
        self._since_lift_s += elapsed_s
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
        can_take = _handles(session)
        live = [handle for handle in self.picture.handles if handle.id in can_take]
        return [
            *self._words(session, progress),
            *self._guess(progress),
            *live,
            *self._buttons(progress),
            *self._outcome(session, progress),
            *ending_buttons(places, session),
            *corner_buttons(places, session),
        ]

    def _words(self, session: Session, progress: Progress) -> list[Widget]:
        """The sentence, what is guided, how far, and what to do."""
        texts, words = self.look.texts, word_places(self.places, progress)
        is_first = progress.state == PREDICT
        is_wide = self.places.form == "landscape"
        found: list[Widget] = [self._sentence(progress)]
        if is_first or self.places.form != "compact":
            # On a small screen the sentence takes their room.
            shows = session.guide.show is not None
            kind = HandSign("hand", words.beads) if shows else None
            found.append(kind or Beads("beads", words.beads))
        if words.kind.width:
            says = kind_long if is_wide else kind_words
            found.append(Words("kind", words.kind, says, texts, 26, is_quiet=True))
        shows_cards = progress.state == MEASURED and is_wide
        if (is_first or is_wide) and not shows_cards:
            size = words.text_size
            found.append(Words("step", words.text, _step_words, texts, size))
        return found

    def _sentence(self, progress: Progress) -> Words:
        """The question first, in the place of the paper to come."""
        words, is_first = word_places(self.places, progress), progress.state == PREDICT
        is_narrow = self.places.form != "landscape"
        is_small = self.places.form == "compact"
        place, size = words.sentence.copy(), words.sentence_size
        if is_first:
            place, size = words.question.copy(), words.question_size
        end = self.picture.words_end - self.look.px(8)
        if is_first and not is_narrow:
            end = min(end, self._paper_end)
        place.width = min(place.width, end - place.left)

        def says(session: Session, texts: Texts) -> str:
            key = script.sentence(session.guide, progress)
            if is_small and session.guide.show is not None and not is_first:
                return texts("guide.showing")
            if is_narrow and not is_first:
                return texts(script.now(session.guide, progress))
            return texts(key)

        return Words("sentence", place, says, self.look.texts, size)

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
            rects, band = places.choices, places.choices[0].unionall(places.choices)
            if places.form == "landscape" and band.right > self._paper_end:
                gap = rects[1].left - rects[0].right
                band.width = self._paper_end - band.left
                rects = columns(band, len(rects), gap)
            return [
                ChoiceButton(place, rect, progress.row.id, guess)
                for place, rect in enumerate(rects)
            ]
        return []

    @property
    def _paper_end(self) -> int:
        """Nothing in the place of the paper to come reaches its roll."""
        return self.picture.paper.places.pen_x - self.look.px(16)

    def _buttons(self, progress: Progress) -> list[Widget]:
        row, places = progress.row, self.places
        if progress.hides:
            return estimate_widgets(places, progress)
        if progress.state == DO and row.dial is not None:
            return [StopDial(self._beside_goals(progress), row.dial)]
        if progress.state == DO and row.has_noise:
            return [NoiseBar(places.button, self.look.unit)]
        if progress.state == DO and not (row.has_rule or row.pulse):
            return [HoldButton("inject", self._beside_goals(progress))]
        if progress.state == DO:
            return [WhiteButton("go", self._beside_goals(progress))]
        return [WhiteButton("go", places.button)]

    def _beside_goals(self, progress: Progress) -> pygame.Rect:
        """The one button, with the goals beside it where a bar has their place."""
        has_bar = isinstance(progress.row.guess, Bar)
        return (has_bar and self.places.hold) or self.places.button

    def _band(self) -> pygame.Rect:
        """Where the cards stand, or what stands there without them."""
        return self.places.cards[0].unionall(self.places.cards[1:])

    def _outcome(self, session: Session, progress: Progress) -> list[Widget]:
        """Goals on the way; cards and stars at the end; the ring of a challenge."""
        row, places = progress.row, self.places
        found: list[Widget] = []
        if row.plot is not None and progress.state != PREDICT:
            found.append(PlotSheet(places.plot, row, row.plot))
        if row.gauge is not None:
            found.append(Ring("ring", places.ring))
        if progress.is_over:
            is_wide = places.form == "landscape"
            if row.is_experiment and (progress.state == MEASURED or not is_wide):
                card = Card if row.secret is None else EstimateCard
                found += [
                    card(sign, rect)
                    for sign, rect in zip(SIGNS, places.cards, strict=True)
                ]
            is_free = places.form == "portrait" and not row.is_experiment
            found.append(StarsPanel("stars", self._band() if is_free else places.stars))
            return found
        if row.goals and (places.form == "landscape" or progress.state != PREDICT):
            found.append(self._goals(session, progress))
        return found

    def _goals(self, session: Session, progress: Progress) -> Goals:
        places = self.places
        place, only_next = places.goals, False
        if places.form == "compact" and isinstance(progress.row.guess, Bar):
            place, only_next = beside_pin(places, progress), True
        if places.form == "portrait" and not isinstance(progress.row.guess, Bar):
            place = self._band()
        return Goals(
            "goals", place, only_next=only_next, can_skip=session.guide.can_skip
        )


def _step_words(session: Session, texts: Texts) -> str:
    progress = session.guide.progress
    if progress is None:
        return ""
    if progress.hides:
        return texts(script.now(session.guide, progress))
    return texts(script.step(progress))


def _handles(session: Session) -> tuple[str, ...]:
    """The handles of the picture that can be taken."""
    guide = session.guide
    live = [handle for handle, name in PARAMETER_OF.items() if name in guide.live]
    has_water = guide.takes_pushes and not session.cell.is_drum
    return (*live, "water") if has_water else tuple(live)


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
