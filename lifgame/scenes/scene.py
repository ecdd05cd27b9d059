"""The scene contract, and what all scenes share: a backdrop, a board, a painter."""

import pygame

from lifgame.model.simulation import StepReport
from lifgame.scenes.play.places import play_places
from lifgame.session.commands import Command
from lifgame.session.session import Session
from lifgame.view.look import Look
from lifgame.view.widgets.board import Board
from lifgame.view.widgets.board_painter import BoardPainter
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.widget import Widget


class Scene:
    """One screen, for one window size.

    Variables:
        look: Scale, fonts, colours and words.
        board: The widgets.

    A scene is built anew when the window or the session changes; it keeps nothing
    that has to outlive that. Its look is made for it: with ``unit`` as the scale.
    """

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self.look = look
        self.size = size
        self.board = Board([], held)
        self.backdrop = pygame.Surface(size)
        self.backdrop.fill(look.palette.background)
        self.board.widgets = self.widgets(session)
        self.paint_backdrop(session)
        self.board_painter = BoardPainter(look, self.board)
        self._is_fresh = True
        self._ground: pygame.Surface | None = None

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        """Screen pixels per design unit, for a window of this size."""
        return play_places(size).unit

    def widgets(self, session: Session) -> list[Widget]:
        """The controls, in focus order."""
        raise NotImplementedError

    @property
    def ground(self) -> pygame.Surface:
        """What stands behind the controls."""
        return self.backdrop

    def paint_backdrop(self, session: Session) -> None:
        """Paint what never changes, once."""

    def follow(self, session: Session) -> list[Command]:
        """Change with the session; answer with what is let go thereby."""
        return []

    def update(self, session: Session, report: StepReport, elapsed_s: float) -> None:
        """Let the pictures move on."""

    def draw_changes(
        self, target: pygame.Surface, session: Session, *, is_all_new: bool
    ) -> list[pygame.Rect]:
        """Paint what moves, besides the board; answer with the painted areas."""
        return []

    def draw(self, target: pygame.Surface, session: Session) -> list[pygame.Rect]:
        """Paint what has changed since the last call.

        Returns:
            The areas of the screen that were painted.
        """
        # Another ground, such as another nerve cell on the wall, is seen everywhere.
        is_all_new = self._is_fresh or self.ground is not self._ground
        self._is_fresh, self._ground = False, self.ground
        if is_all_new:
            self.board_painter.invalidate()
            target.blit(self.ground, (0, 0))
        changed = self.draw_changes(target, session, is_all_new=is_all_new)
        over = [] if is_all_new else changed
        changed = changed + self.board_painter.draw(target, session, self.ground, over)
        return [target.get_rect()] if is_all_new else changed

    def invalidate(self) -> None:
        """Paint everything at the next draw."""
        self._is_fresh = True


class Layer(Scene):
    """A scene above another one, on a panel of its own.

    Variables:
        panel: The part of the window that it covers.
    """

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self.panel = self.area(size, look)
        super().__init__(look, size, session, held)

    @classmethod
    def area(cls, size: tuple[int, int], look: Look) -> pygame.Rect:
        """The part of a window that it covers."""
        raise NotImplementedError

    def draw_over(
        self, target: pygame.Surface, session: Session, below: list[pygame.Rect]
    ) -> list[pygame.Rect]:
        """Paint over the scene below, of which some areas have just been painted."""
        if self.panel.collidelist(below) >= 0:
            self.invalidate()
        if self._is_fresh:
            self._is_fresh = False
            self.board_painter.invalidate()
            target.blit(self.backdrop, self.panel, self.panel)
            self.board_painter.draw(target, session, self.ground)
            return [self.panel]
        return self.board_painter.draw(target, session, self.ground)
