"""The game: one door, ``Game.frame``, for the window, pictures, tests and replays.

It reads no clock and polls no device: events and elapsed time are handed in.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import pygame

from lifgame.app.hands.hands import Hands, bounded
from lifgame.app.kiosk.host import Host
from lifgame.app.painting import Painting, look_for
from lifgame.app.stage import Stage
from lifgame.app.turns import Turns
from lifgame.app.window.viewport import Viewport
from lifgame.content.levels import on_scale
from lifgame.content.screens import STAFF
from lifgame.content.texts import Library, Texts
from lifgame.model.simulation import StepReport
from lifgame.scenes.scene import Layer, Scene
from lifgame.session import commands as c
from lifgame.session.exhibit import Exhibit
from lifgame.session.guide.rows import Row
from lifgame.session.preferences import Preferences
from lifgame.session.session import Session
from lifgame.session.start import Start
from lifgame.view.containment import Containment
from lifgame.view.over import Fade
from lifgame.view.widgets.board import Board
from lifgame.view.widgets.held import Held

S = TypeVar("S", bound=Scene)
# What a frame may last for what is held and what moves, in seconds.
LONGEST_FRAME_S = 0.25


@dataclass(frozen=True, slots=True)
class FrameResult:
    """What a frame did.

    Attributes:
        report: The simulated steps and spikes in it.
        changed: Areas of the window that were painted, in pixels.
        presses: How many things were pressed in it.
    """

    report: StepReport
    changed: list[pygame.Rect]
    presses: int


class Game:
    """Session, scenes and hands behind one door.

    Attributes:
        session: The running session.
        held: Who holds what.
        turns: What waits, so that the whole screen does not flash.
        hands: Keyboard, pointers and pads.
        viewport: Where in the window the scenes draw.
        containment: What went wrong in which part.
        window_surface: What is shown in the window.
        host: Who receives visitors where nobody looks after the program.
        exhibit: What holds there, and the rows that are somebody's own.
        fade: The old picture while it fades.
        wants_quit: Whether somebody has asked to leave.
        wants_restart: Whether the operator wants all of it anew.
        wants_fullscreen: Whether the window should fill the screen.
    """

    def __init__(
        self,
        target: pygame.Surface,
        start: Start | None = None,
        *,
        is_fullscreen: bool = False,
        preferences: Preferences | None = None,
        library: Library | None = None,
        hands: Hands | None = None,
        host: Host | None = None,
        own_rows: tuple[Row, ...] = (),
    ) -> None:
        self.start = start or Start()
        self.library = library or Library()
        preferences = preferences or Preferences(languages=self.library.languages)
        self.host = host
        self.exhibit = host.exhibit if host else Exhibit()
        self.exhibit.own_rows = own_rows
        self.session = Session(self.start, preferences, self.exhibit)
        self.wants_quit = self.wants_restart = False
        self.wants_fullscreen = is_fullscreen
        self.hands = hands or Hands()
        self.held = Held()
        self.turns = Turns()
        self.window_surface = target
        self.viewport = self._viewport_on(target)
        self.fade = Fade()
        self._painting = Painting()
        self.containment = Containment()
        self._stage = Stage(self.containment, self._build)
        self._shown_settings = preferences.values(), self.session.cells
        self._shown_keys = False

    # --- what stands on the screen ------------------------------------------

    @property
    def scene(self) -> Scene:
        """The screen that is open."""
        return self._stage.scene(self.session.place.screen)

    @property
    def layer(self) -> Layer | None:
        """What stands above the screen, if anything."""
        name = self.session.place.layer
        layer = self._stage.layer(name)
        if name is not None and layer is None:
            # What cannot be shown must not wait for an answer either.
            self.session.obey(c.ShowScreen(self.session.place.screen))
        return layer

    @property
    def board(self) -> Board:
        """The controls that can be reached now."""
        return (self.layer or self.scene).board

    def _build(self, kind: type[S]) -> S:
        """A scene, in a look of its own scale."""
        size = self.viewport.canvas.get_size()
        look = look_for(kind, size, self.session, self.library, self.hands)
        return kind(look, size, self.session, self.held)

    @property
    def _shows_keys(self) -> bool:
        return self.hands.has_typed and self.session.preferences.has_hotkeys

    @property
    def texts(self) -> Texts:
        """The words of the chosen language."""
        preferences = self.session.preferences
        plain = self.library.texts(preferences["language"])
        return on_scale(plain, preferences.rest_mv)

    @property
    def is_audible(self) -> bool:
        """Whether sounds reach a loudspeaker: if not, it is shown crossed."""
        return self.session.devices.is_audible

    @is_audible.setter
    def is_audible(self, is_audible: bool) -> None:
        self.session.devices.is_audible = is_audible

    def resize(self, target: pygame.Surface) -> None:
        """Draw on another surface from now on, such as a resized window's."""
        self.let_go()
        self.window_surface = target
        self.containment.forget()
        # With too little memory the picture stays as it was, and is tried again.
        self.viewport = self.containment.run(
            "window", partial(self._viewport_on, target), lambda: self.viewport
        )
        self._stage.forget()

    def _viewport_on(self, target: pygame.Surface) -> Viewport:
        return Viewport(target, self.exhibit.rules.rotation)

    def invalidate(self) -> None:
        """Paint everything at the next frame."""
        self.scene.invalidate()

    # --- time and commands --------------------------------------------------

    def frame(
        self, events: Sequence[pygame.event.Event], elapsed_s: float
    ) -> FrameResult:
        """One frame: take events, let time pass, paint what has changed.

        Args:
            events: What happened since the last frame.
            elapsed_s: Real seconds since the last frame.
        """
        elapsed_s = elapsed_s if math.isfinite(elapsed_s) else 0.0
        # Nobody held a key through a suspended hour; the session counts what it drops.
        lived_s = min(max(elapsed_s, 0.0), LONGEST_FRAME_S)
        self.held.presses = 0
        self.containment.update(lived_s)
        if self.host:
            events = self.host.look(self, events, lived_s)
        self._take(events, lived_s)
        report = self._tick(elapsed_s)
        self._follow_settings()
        self._follow_window()
        changed = self._painting.paint(self, report, lived_s)
        return FrameResult(report, changed, self.held.presses)

    def _take(self, events: Sequence[pygame.event.Event], lived_s: float) -> None:
        """Everything that hands do, and what follows from being held."""
        self.obey(self.turns.update(lived_s))
        for event in bounded(events):
            # Noted but never left out: the next key is another one.
            with self.containment.guard(f"hand {pygame.event.event_name(event.type)}"):
                self.obey(self.turns.take(self.hands.commands(event, self)))
        with self.containment.guard("what is held"):
            self.obey(self.turns.take(self.hands.update(self, lived_s)))
        with self.containment.guard(f"controls of {self.session.place.screen}"):
            self.obey(self.scene.follow(self.session))

    def _tick(self, elapsed_s: float) -> StepReport:
        try:
            return self.session.tick(elapsed_s)
        except Exception as error:
            # A neuron that cannot go on is no neuron: begin anew.
            self.containment.note("neuron", error)
            self._reset()
        return StepReport(0, 0, ())

    def _follow_window(self) -> None:
        """A window that could not be followed is tried again."""
        is_followed = self.viewport.target is self.window_surface
        if not is_followed and not self.containment.is_out("window"):
            self.resize(self.window_surface)

    def obey(self, commands: Sequence[c.Command]) -> None:
        """Carry out commands, the session's and the program's own."""
        for wanted in commands:
            if not self.exhibit.allows(wanted, self.session.place.top.id):
                continue
            match command := self.exhibit.as_offered(wanted):
                case c.Reset():
                    self._reset()
                case c.Quit():
                    self.wants_quit = True
                case c.Restart():
                    self.wants_restart = True
                case c.ToggleFullscreen():
                    self.wants_fullscreen = not self.wants_fullscreen
                case _:
                    self._obey_session(command)

    def let_go(self) -> None:
        """Whatever interrupts: nothing stays held, and nothing flows in by hand."""
        self.obey(self.held.let_go_all())

    def _obey_session(self, command: c.SessionCommand) -> None:
        before = self.session.place.stack
        self.session.obey(command)
        if self.session.place.stack != before:
            # What is held on one screen must not stay held on another.
            self.let_go()
            if before[-1].id in STAFF:
                # Staff may have changed what is offered.
                self._stage.forget()
            self.scene.invalidate()

    def _reset(self) -> None:
        """A new session and new scenes: nothing of the old ones can linger."""
        self.let_go()
        before = self.session
        self.session = Session(
            self.start, before.preferences, self.exhibit, before.devices
        )
        # What is pressed in the same frame, such as HOLD that woke it, holds on.
        self._shown_settings = self._shown_settings[0], self.session.cells
        self._stage.forget()

    def _follow_settings(self) -> None:
        """Other colours, words, sizes or key caps: other scenes."""
        if self._shows_keys != self._shown_keys:
            self._shown_keys = self._shows_keys
            # What is held stays held: key caps that appear interrupt nobody.
            self._stage.forget()
        # Other neurons live in another time: they get pictures of their own, too.
        settings = self.session.preferences.values(), self.session.cells
        if settings == self._shown_settings:
            return
        self._shown_settings = settings
        self.let_go()
        self._stage.forget()
