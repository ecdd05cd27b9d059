"""The game: one door, ``Game.frame``, for the window, pictures, tests and replays.

It reads no clock and polls no device: events and elapsed time are handed in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from lifgame.app.inputs import Inputs
from lifgame.app.viewport import Viewport
from lifgame.model.simulation import StepReport
from lifgame.scenes.help import HelpScene
from lifgame.scenes.leave import LeaveScene
from lifgame.scenes.play import PlayScene
from lifgame.scenes.presets import PresetsScene
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.session.start import Start
from lifgame.view.look import Look

_SCENES: dict[str, type[Scene]] = {
    "play": PlayScene,
    "presets": PresetsScene,
    "help": HelpScene,
    "keys": HelpScene,
    "leave": LeaveScene,
}


@dataclass(frozen=True, slots=True)
class FrameResult:
    """What a frame did.

    Attributes:
        report: The simulated steps and spikes in it.
        changed: Areas of the window that were painted, in pixels.
    """

    report: StepReport
    changed: list[pygame.Rect]


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
    ) -> None:
        self.start = start or Start()
        self.session = Session(self.start)
        self.wants_quit = False
        self.wants_fullscreen = is_fullscreen
        self.inputs = Inputs()
        self.look = Look()
        self.window_surface = target
        self.viewport = Viewport(target)
        self._scenes: dict[str, Scene] = {}

    @property
    def scene(self) -> Scene:
        """The screen that is open; built when it is first needed."""
        name = self.session.screen
        if name not in self._scenes:
            if name != "play":
                # Only the Play screen keeps something worth keeping: its history.
                self._scenes = {k: v for k, v in self._scenes.items() if k == "play"}
            look = Look(palette=self.look.palette, texts=self.look.texts)
            size = self.viewport.canvas.get_size()
            self._scenes[name] = _SCENES[name](look, size, self.session)
        return self._scenes[name]

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
        for event in events:
            self.obey(self.inputs.commands(event, self))
        self.obey(self.scene.board.update(self.session, elapsed_s))
        self.obey(self.inputs.update(self, elapsed_s))
        report = self.session.tick(elapsed_s)
        scene = self.scene
        scene.update(self.session, report, elapsed_s)
        changed = scene.draw(self.viewport.canvas, self.session)
        return FrameResult(report, self.viewport.present(changed))

    def obey(self, commands: Sequence[c.Command]) -> None:
        """Carry out commands, the session's and the program's own."""
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
        self.inputs = Inputs()
        self.session = Session(self.start)
        self._scenes.clear()

    def invalidate(self) -> None:
        """Paint everything at the next frame."""
        self.scene.invalidate()
