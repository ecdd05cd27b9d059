"""The game: one door, ``Game.frame``, for the window, pictures, tests and replays.

It reads no clock and polls no device: events and elapsed time are handed in.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from lifgame.app.hands.inputs import Inputs
from lifgame.app.window.viewport import Viewport
from lifgame.content.palette import PALETTES
from lifgame.content.texts import Library, Texts
from lifgame.model.simulation import StepReport
from lifgame.scenes.help import HelpScene
from lifgame.scenes.leave import LeaveScene
from lifgame.scenes.play import PlayScene
from lifgame.scenes.presets import PresetsScene
from lifgame.scenes.scene import Scene
from lifgame.scenes.settings import SettingsScene
from lifgame.session import commands as c
from lifgame.session.preferences import Preferences
from lifgame.session.session import Session
from lifgame.session.start import Start
from lifgame.view.look import Look

# What a frame may last for what is held and what moves, in seconds.
LONGEST_FRAME_S = 0.25
_SCENES: dict[str, type[Scene]] = {
    "play": PlayScene,
    "presets": PresetsScene,
    "help": HelpScene,
    "keys": HelpScene,
    "settings": SettingsScene,
    "leave": LeaveScene,
}


@dataclass(frozen=True, slots=True)
class FrameResult:
    """What a frame did.

    Attributes:
        report: The simulated steps and spikes in it.
        changed: Areas of the window that were painted, in pixels.
        presses: How many commands were carried out: each was a press of something.
    """

    report: StepReport
    changed: list[pygame.Rect]
    presses: int


class Game:
    """Session, scenes and inputs behind one door.

    Attributes:
        session: The running session.
        window_surface: What is shown in the window.
        wants_quit: Whether somebody has asked to leave.
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
        inputs: Inputs | None = None,
    ) -> None:
        self.start = start or Start()
        self.library = library or Library()
        preferences = preferences or Preferences(languages=self.library.languages)
        self.session = Session(self.start, preferences)
        self.wants_quit = False
        self.wants_fullscreen = is_fullscreen
        self.inputs = inputs or Inputs()
        self.window_surface = target
        self.viewport = Viewport(target)
        self._presses = 0
        self._scenes: dict[str, Scene] = {}
        self._shown_settings = preferences.values()

    @property
    def scene(self) -> Scene:
        """The screen that is open; built when it is first needed."""
        name = self.session.screen
        if name not in self._scenes:
            # Only the Play screen keeps something worth keeping: its pictures.
            self._scenes = {k: v for k, v in self._scenes.items() if k == "play"}
            size = self.viewport.canvas.get_size()
            self._scenes[name] = _SCENES[name](self._look(), size, self.session)
        return self._scenes[name]

    def _look(self) -> Look:
        preferences, keys = self.session.preferences, self.inputs.keys
        return Look(
            palette=PALETTES[preferences["palette"]],
            texts=self.library.texts(preferences["language"]),
            text_scale=preferences.text_scale,
            still=preferences.is_still,
            keys=keys if preferences.has_hotkeys else keys.without_hotkeys(),
        )

    @property
    def texts(self) -> Texts:
        """The words of the chosen language."""
        return self.library.texts(self.session.preferences["language"])

    def resize(self, target: pygame.Surface) -> None:
        """Draw on another surface from now on, such as a resized window's."""
        self.obey(self.scene.board.cancel_all())
        self.window_surface = target
        self.viewport = Viewport(target)
        self._scenes.clear()

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
        self._presses = 0
        for event in events:
            self.obey(self.inputs.commands(event, self))
        self.obey(self.scene.board.update(self.session, lived_s))
        self.obey(self.inputs.update(self, lived_s))
        self._follow_settings()
        self.obey(self.scene.follow(self.session))
        report = self.session.tick(elapsed_s)
        scene = self.scene
        scene.update(self.session, report, lived_s)
        changed = scene.draw(self.viewport.canvas, self.session)
        return FrameResult(report, self.viewport.present(changed), self._presses)

    def obey(self, commands: Sequence[c.Command]) -> None:
        """Carry out commands, the session's and the program's own."""
        self._presses += len(commands)
        for command in commands:
            match command:
                case c.Reset():
                    self._reset()
                case c.Quit():
                    self.wants_quit = True
                case c.ToggleFullscreen():
                    self.wants_fullscreen = not self.wants_fullscreen
                case _:
                    self._obey_session(command)

    def _obey_session(self, command: c.SessionCommand) -> None:
        before = self.session.screen
        board = self.scene.board
        self.session.obey(command)
        if self.session.screen != before:
            # What is held on one screen must not stay held on another.
            for release in board.cancel_all() + self.inputs.release_all():
                if isinstance(release, c.Inject):
                    self.session.obey(release)
            self._scenes.pop(before, None) if before != "play" else None
            self.scene.invalidate()

    def _reset(self) -> None:
        """A new session and new scenes: nothing of the old ones can linger."""
        self.inputs.release_all()
        self.session = Session(self.start, self.session.preferences)
        self._scenes.clear()

    def _follow_settings(self) -> None:
        """Other colours, words or sizes: other scenes, with the focus where it was."""
        settings = self.session.preferences.values()
        if settings == self._shown_settings:
            return
        self._shown_settings = settings
        board = self.scene.board
        self.obey(board.cancel_all())
        self._scenes.clear()
        self.scene.board.focus = board.focus

    def invalidate(self) -> None:
        """Paint everything at the next frame."""
        self.scene.invalidate()
