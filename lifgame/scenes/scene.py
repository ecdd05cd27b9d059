"""The scene contract, and what all scenes share: a backdrop, a board, a painter."""

from collections.abc import Callable
from functools import partial

import pygame

from lifgame.model.simulation import StepReport
from lifgame.scenes.offered import offered
from lifgame.scenes.play.places import play_places
from lifgame.session.commands import Command
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.containment import Containment
from lifgame.view.look import BOLD, Look
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
        self.board.widgets = offered(self.widgets(session), session)
        self.paint_backdrop(session)
        self.board_painter = BoardPainter(look, self.board)
        self.contain_with(self.board_painter.containment)
        self._is_fresh = True
        self._ground: pygame.Surface | None = None
        self._missing: set[str] = set()

    def contain_with(self, containment: Containment) -> None:
        """Note there what fails in a part of this scene."""
        self.containment = self.board_painter.containment = containment

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
        pictures = f"pictures of {type(self).__name__}"
        if pictures in self._missing and not self.containment.is_out(pictures):
            self._missing.discard(pictures)
            self.invalidate()
        # Another ground, such as another nerve cell on the wall, is seen everywhere.
        is_all_new = self._is_fresh or self.ground is not self._ground
        self._is_fresh, self._ground = False, self.ground
        if is_all_new:
            self.board_painter.invalidate()
            target.blit(self.ground, (0, 0))
        changed = self.containment.run(
            pictures,
            partial(self.draw_changes, target, session, is_all_new=is_all_new),
            partial(self._draw_nothing, pictures, target),
        )
        over = [] if is_all_new else changed
        changed = changed + self.board_painter.draw(target, session, self.ground, over)
        return [target.get_rect()] if is_all_new else changed

    def invalidate(self) -> None:
        """Paint everything at the next draw."""
        self._is_fresh = True

    def contain(
        self,
        part: str,
        target: pygame.Surface,
        area: pygame.Rect,
        paint: Callable[[], object],
    ) -> None:
        """Paint one part; where it fails, kind words stand instead of it.

        Args:
            part: Its name, such as ``scope``.
            target: Where it paints.
            area: Where it stands.
            paint: What paints it. After a failure its first call is in a frame in
                which everything is new.
        """
        name = f"painter {part}"
        if name in self._missing and not self.containment.is_out(name):
            self._missing.discard(name)
            self.invalidate()
            return
        self.containment.run(
            name, paint, partial(self._draw_missing, name, target, area)
        )

    def _draw_missing(
        self, name: str, target: pygame.Surface, area: pygame.Rect
    ) -> None:
        self._missing.add(name)
        target.set_clip(None)
        target.blit(self.ground, area, area)
        with self.containment.guard("words for what is missing"):
            palette, radius = self.look.palette, self.look.px(18)
            plate = shapes.rounded(area.size, radius, palette.panel, palette.line, 1)
            target.blit(plate, area)
            room = area.inflate(-self.look.px(40), -self.look.px(20))
            words = self.look.texts("missing.part")
            self.look.write(target, words, room, 26, "muted", BOLD, "center")

    def _draw_nothing(self, name: str, target: pygame.Surface) -> list[pygame.Rect]:
        """All pictures have failed: the controls stay, on a clean backdrop."""
        target.set_clip(None)
        if name not in self._missing:
            self._missing.add(name)
            self.invalidate()
        return []


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

    def lift(self, canvas: pygame.Surface) -> None:
        """Take off the canvas what lies over the scene, before that paints on."""

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
