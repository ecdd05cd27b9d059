"""Paints a board: only those widgets whose face or state has changed."""

from collections.abc import Hashable, Sequence

import pygame

from lifgame.session.session import Session
from lifgame.view.look import Look
from lifgame.view.widgets.board import Board
from lifgame.view.widgets.widget import (
    FOCUS_MARGIN_PX,
    FOCUS_RING_PX,
    Widget,
    WidgetState,
)


class BoardPainter:
    """Remembers what every widget showed last, and repaints the difference."""

    def __init__(self, look: Look, board: Board) -> None:
        self._look = look
        self._board = board
        self._shown: dict[str, Hashable] = {}

    def invalidate(self) -> None:
        """Forget what is on the screen, as when the whole backdrop is painted."""
        self._shown.clear()

    def draw(
        self,
        target: pygame.Surface,
        session: Session,
        ground: pygame.Surface,
        over: Sequence[pygame.Rect] = (),
    ) -> list[pygame.Rect]:
        """Repaint what has changed.

        Args:
            target: Where to paint.
            session: What the widgets show.
            ground: What stands behind them, as large as the screen.
            over: Areas that have just been painted over: what stood there is gone.

        Returns:
            The areas of the screen that were painted.
        """
        changed: list[pygame.Rect] = []
        # After `invalidate` the ground has just been painted everywhere.
        is_clean = not self._shown
        # Most widgets lie far from all of them.
        near = over[0].unionall(list(over[1:])) if over else pygame.Rect(0, 0, 0, 0)
        for widget in self._board.widgets:
            # What has none belongs to the picture, which paints it.
            if not (areas := widget.areas()):
                continue
            state = self._board.state(widget, session)
            face = (widget.face(session), state)
            if self._shown.get(widget.id, self) == face and not _is_gone(
                areas, near, over
            ):
                continue
            self._shown[widget.id] = face
            changed += areas
            if not is_clean:
                target.blits([(ground, area, area) for area in areas])
            self._draw(widget, target, session, state)
        return changed

    def _draw(
        self,
        widget: Widget,
        target: pygame.Surface,
        session: Session,
        state: WidgetState,
    ) -> None:
        widget.draw(target, self._look, session, state)
        if state.focused:
            self._draw_focus(target, widget)

    def _draw_focus(self, target: pygame.Surface, widget: Widget) -> None:
        """A bright ring with a dark one inside it: seen on every background."""
        ring = widget.rect.inflate(2 * FOCUS_MARGIN_PX, 2 * FOCUS_MARGIN_PX)
        palette = self._look.palette
        radius = self._look.px(18)
        pygame.draw.rect(
            target, palette.focus, ring, FOCUS_RING_PX, border_radius=radius
        )
        inner = ring.inflate(-2 * FOCUS_RING_PX, -2 * FOCUS_RING_PX)
        pygame.draw.rect(target, palette.background, inner, 1, border_radius=radius - 3)


def _is_gone(
    areas: Sequence[pygame.Rect], near: pygame.Rect, over: Sequence[pygame.Rect]
) -> bool:
    """Whether any of some areas was painted over; ``near`` holds all of ``over``."""
    return any(area.colliderect(near) and area.collidelist(over) >= 0 for area in areas)
