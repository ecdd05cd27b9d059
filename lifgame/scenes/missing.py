"""What stands where a screen cannot be built: kind words, and a way back.

It needs next to nothing: no backdrop of its own, no layout, no font that must load.
"""

from contextlib import suppress

import pygame

from lifgame.content.screens import HOME
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session.commands import Command
from lifgame.session.session import Session
from lifgame.view.geometry import Pixel
from lifgame.view.look import BOLD, Look
from lifgame.view.widgets.board import Board
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.widget import Widget, WidgetState


class _Anywhere(Widget):
    """A press anywhere leads back."""

    def face(self, session: Session) -> None:
        return None

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        """The words say it all."""

    def on_press(self, session: Session, point: Pixel, source: str) -> list[Command]:
        return []

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[Command]:
        return [c.ShowScreen(HOME)] if inside else []


class MissingScene(Scene):
    """Says that something is missing, until it can be built again."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        # Not the usual scene's own start, which is what has just failed.
        self.look = look
        self.size = size
        self.board = Board([], held)
        self.board.widgets = self.widgets(session)
        self._is_fresh = True

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return min(size) / 1080

    def widgets(self, session: Session) -> list[Widget]:
        if session.place.screen == HOME:
            return []
        return [_Anywhere("back", pygame.Rect((0, 0), self.size))]

    def draw(self, target: pygame.Surface, session: Session) -> list[pygame.Rect]:
        if not self._is_fresh:
            return []
        self._is_fresh = False
        target.set_clip(None)
        target.fill(self.look.palette.background)
        is_home = session.place.screen == HOME
        # Where even words fail, an empty screen is better than none.
        with suppress(Exception):
            words = self.look.texts("missing.home" if is_home else "missing.screen")
            room = target.get_rect().inflate(-target.get_width() // 4, 0)
            self.look.write(target, words, room, 44, "ink", BOLD, "center")
        return [target.get_rect()]
