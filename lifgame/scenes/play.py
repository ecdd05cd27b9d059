"""The Play screen: scope, bucket, ribbon and controls."""

from dataclasses import replace
from fractions import Fraction
from functools import partial

import pygame

from lifgame.content.speeds import speed_label
from lifgame.model.simulation import StepReport
from lifgame.scenes.choose import play_layout
from lifgame.scenes.play_widgets import play_widgets
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.session.situation import Situation, situation
from lifgame.view import shapes
from lifgame.view.bucket.painter import BucketFrame, BucketPainter
from lifgame.view.look import BOLD, MEDIUM, Look
from lifgame.view.ribbon import RibbonPainter
from lifgame.view.scope.painter import ScopeFrame, ScopePainter
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.keycaps import action_key, cap
from lifgame.view.widgets.widget import Widget

# Height in design units that the scope needs for words of the designed size.
SCOPE_HEIGHT = 235


class PlayScene(Scene):
    """The main screen."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self.layout = play_layout(size, session.place.drawer, look.text_scale)
        super().__init__(look, size, session, held)
        self.scope = ScopePainter(self._scope_look(), self.layout.scope)
        self.bucket = BucketPainter(look, self.layout.bucket)
        self.ribbon = RibbonPainter(look, self.layout.ribbon, self.layout.form)
        self._shape = self._shape_of(session)
        self._numbers: BucketFrame | None = None
        self._ribbon_shown: object = None
        self._speed_shown: Fraction | None = None
        self._sentence_shown: Situation | None = None

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        text_scale = session.preferences.text_scale
        return play_layout(size, session.place.drawer, text_scale).unit

    def _scope_look(self) -> Look:
        """Axes need room for all their numbers: words grow with the panel at most."""
        room = self.layout.scope.height / (SCOPE_HEIGHT * self.layout.unit)
        text_scale = max(1.0, min(self.look.text_scale, room))
        return replace(self.look, text_scale=text_scale)

    def widgets(self, session: Session) -> list[Widget]:
        return play_widgets(self.layout, self.look, session)

    def paint_backdrop(self, session: Session) -> None:
        look, layout = self.look, self.layout
        for panel in (*layout.panels, layout.words):
            plate = shapes.rounded(
                panel.size, look.px(18), look.palette.panel, look.palette.line, 1
            )
            self.backdrop.blit(plate, panel)
        if layout.title:
            words = look.texts("program.title")
            look.write(self.backdrop, words, layout.title, 30, weight=BOLD)
        for action, rect in layout.caps.items():
            picture = cap(look, action_key(action, look))
            if picture:
                self.backdrop.blit(picture, picture.get_rect(center=rect.center))
        for key, rect in layout.labels.items():
            look.write(self.backdrop, look.texts(key), rect, 19, "muted")

    def update(self, session: Session, report: StepReport, elapsed_s: float) -> None:
        moving_s = 0.0 if session.is_held else elapsed_s
        self.scope.update(
            ScopeFrame(
                trace=session.cell.trace,
                dt_ms=session.dt_ms,
                window_ms=session.place.window_ms,
                speed_label=speed_label(session.clock.speed),
                threshold_mv=session.cell.threshold_mv,
                settle_mv=session.cell.settle_mv,
                current_na=session.cell.bucket.inflow_na,
            )
        )
        self.bucket.update(
            BucketFrame(
                reading=session.cell.bucket,
                mean_mv=_mean_mv(session, report),
                spikes=len(report.spike_times_ms),
                spike_count=session.cell.spike_count,
                rate_hz=session.cell.rate_hz,
                speed=float(session.clock.speed),
                elapsed_s=moving_s,
            )
        )
        numbers = self.bucket.motion.numbers
        is_due = session.is_held or numbers is not self._numbers
        self._numbers = numbers
        self.ribbon.update(session, is_due=is_due)

    def _shape_of(self, session: Session) -> object:
        """What decides which widgets stand where."""
        return session.place.drawer, tuple(spec.id for spec in session.sliders)

    def follow(self, session: Session) -> list[c.Command]:
        """Other sliders or another drawer: other widgets; the pictures stay."""
        shape = self._shape_of(session)
        if shape == self._shape:
            return []
        self._shape = shape
        self.layout = play_layout(self.size, session.place.drawer, self.look.text_scale)
        self.invalidate()
        return self.board.replace(self.widgets(session), session)

    def draw_changes(
        self, target: pygame.Surface, session: Session, *, is_all_new: bool
    ) -> list[pygame.Rect]:
        scope = self.scope.draw if is_all_new else self.scope.draw_changed
        self.contain("scope", target, self.layout.scope, partial(scope, target))
        bucket = partial(self.bucket.draw, target)
        self.contain("bucket", target, self.layout.bucket, bucket)
        changed = [self.layout.scope, self.layout.bucket]
        if is_all_new or self.ribbon.numbers != self._ribbon_shown:
            self._ribbon_shown = self.ribbon.numbers
            target.blit(self.backdrop, self.ribbon.rect, self.ribbon.rect)
            ribbon = partial(self.ribbon.draw, target)
            self.contain("ribbon", target, self.ribbon.rect, ribbon)
            changed.append(self.ribbon.rect)
        sentence = situation(session)
        if is_all_new or sentence != self._sentence_shown:
            self._sentence_shown = sentence
            changed.append(self._draw_words(target, sentence))
        if is_all_new or session.clock.speed != self._speed_shown:
            self._speed_shown = session.clock.speed
            changed += self._draw_speed(target, session)
        return changed

    def _draw_words(self, target: pygame.Surface, sentence: Situation) -> pygame.Rect:
        """What is going on, in a plate of its own under the bucket."""
        look, place = self.look, self.layout.words
        target.blit(self.backdrop, place, place)
        room = place.inflate(-look.px(40), -look.px(8))
        look.write_block(target, sentence.words(look.texts), room, 21, weight=MEDIUM)
        return place

    def _draw_speed(
        self, target: pygame.Surface, session: Session
    ) -> list[pygame.Rect]:
        place = self.layout.speed
        if place is None:
            return []
        target.blit(self.backdrop, place, place)
        words = speed_label(session.clock.speed)
        self.look.write(target, words, place, 26, "ink", BOLD, "center")
        return [place]


def _mean_mv(session: Session, report: StepReport) -> float:
    """The mean voltage of a frame's steps: V at its end alone would mislead."""
    steps = session.cell.trace.span(report.first_tick, report.first_tick + report.ticks)
    return float(steps.voltage_mv.mean()) if len(steps) else session.cell.voltage_mv
