"""The Play screen: scope, bucket, ribbon and controls."""

from dataclasses import replace
from fractions import Fraction

import pygame

from lifgame.content.patterns import PATTERNS
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
from lifgame.view.widgets.keycaps import action_key, cap
from lifgame.view.widgets.widget import Widget

# Height in design units that the scope needs for words of the designed size.
SCOPE_HEIGHT = 235
_FIXED_ACTIONS: dict[str, c.Command] = {
    "tune": c.ToggleTuning(),
    "preset_previous": c.BrowsePresets(-1),
    "preset_next": c.BrowsePresets(1),
    "slower": c.BrowseSpeeds(-1),
    "faster": c.BrowseSpeeds(1),
    "pause": c.TogglePause(),
    "step": c.StepOnce(),
    "window_narrower": c.BrowseWindows(-1),
    "window_wider": c.BrowseWindows(1),
    "reset": c.Reset(),
    "language": c.BrowseSetting("language"),
    "mute": c.BrowseSetting("sound"),
    "settings": c.ShowScreen("settings"),
    "help": c.ShowScreen("help"),
    "back": c.ShowScreen("leave"),
    **{
        f"pattern_{place}": c.SelectPattern(pattern)
        for place, pattern in enumerate(PATTERNS, start=1)
    },
}


class PlayScene(Scene):
    """The main screen."""

    def __init__(self, look: Look, size: tuple[int, int], session: Session) -> None:
        self.layout = play_layout(size, session.drawer, look.text_scale)
        look.unit = self.layout.unit
        super().__init__(look, size, session)
        self.scope = ScopePainter(self._scope_look(), self.layout.scope)
        self.bucket = BucketPainter(look, self.layout.bucket)
        self.bucket.still = look.still
        self.ribbon = RibbonPainter(look, self.layout.ribbon, self.layout.form)
        self._shape = self._shape_of(session)
        self._numbers: BucketFrame | None = None
        self._ribbon_shown: object = None
        self._speed_shown: Fraction | None = None
        self._sentence_shown: Situation | None = None

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

    def act(self, action: str, session: Session) -> list[c.Command]:
        if action.startswith("slider_"):
            _, place, way = action.split("_")
            return self._nudge(session, int(place) - 1, 1 if way == "up" else -1)
        command = _FIXED_ACTIONS.get(action)
        return [command] if command else []

    def _nudge(self, session: Session, place: int, steps: int) -> list[c.Command]:
        sliders = session.sliders
        if place >= len(sliders):
            return []
        return [c.NudgeParameter(sliders[place].id, steps)]

    def update(self, session: Session, report: StepReport, elapsed_s: float) -> None:
        moving_s = 0.0 if session.is_held else elapsed_s
        self.scope.update(
            ScopeFrame(
                trace=session.trace,
                dt_ms=session.dt_ms,
                window_ms=session.window_ms,
                speed_label=speed_label(session.speed),
                threshold_mv=session.value("threshold"),
                settle_mv=session.settle_mv,
                current_na=session.bucket.current_na,
            )
        )
        self.bucket.update(
            BucketFrame(
                reading=session.bucket,
                mean_mv=_mean_mv(session, report),
                spikes=len(report.spike_times_ms),
                spike_count=session.spike_count,
                rate_hz=session.rate_hz,
                speed=float(session.speed),
                elapsed_s=moving_s,
            )
        )
        numbers = self.bucket.motion.numbers
        is_due = session.is_held or numbers is not self._numbers
        self._numbers = numbers
        self.ribbon.update(session, is_due=is_due)

    def _shape_of(self, session: Session) -> object:
        """What decides which widgets stand where."""
        return session.drawer, tuple(spec.id for spec in session.sliders)

    def follow(self, session: Session) -> list[c.Command]:
        """Other sliders or another drawer: other widgets; the pictures stay."""
        shape = self._shape_of(session)
        if shape == self._shape:
            return []
        self._shape = shape
        self.layout = play_layout(self.size, session.drawer, self.look.text_scale)
        self.invalidate()
        return self.board.replace(self.widgets(session))

    def draw_changes(
        self, target: pygame.Surface, session: Session, *, is_all_new: bool
    ) -> list[pygame.Rect]:
        if is_all_new:
            self.scope.draw(target)
        else:
            self.scope.draw_changed(target)
        self.bucket.draw(target)
        changed = [self.layout.scope, self.layout.bucket]
        if is_all_new or self.ribbon.numbers != self._ribbon_shown:
            self._ribbon_shown = self.ribbon.numbers
            target.blit(self.backdrop, self.ribbon.rect, self.ribbon.rect)
            self.ribbon.draw(target)
            changed.append(self.ribbon.rect)
        sentence = situation(session)
        if is_all_new or sentence != self._sentence_shown:
            self._sentence_shown = sentence
            changed.append(self._draw_words(target, sentence))
        if is_all_new or session.speed != self._speed_shown:
            self._speed_shown = session.speed
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
        words = speed_label(session.speed)
        self.look.write(target, words, place, 26, "ink", BOLD, "center")
        return [place]


def _mean_mv(session: Session, report: StepReport) -> float:
    """The mean voltage of a frame's steps: V at its end alone would mislead."""
    steps = session.trace.span(report.first_tick, report.first_tick + report.ticks)
    return float(steps.voltage_mv.mean()) if len(steps) else session.voltage_mv
