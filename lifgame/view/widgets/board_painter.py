"""Paints a board: only those widgets whose face or state has changed."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from lifgame.session.session import Session
from lifgame.view.containment import Containment
from lifgame.view.look import Look
from lifgame.view.widgets.board import Board
from lifgame.view.widgets.widget import FOCUS_MARGIN_PX, FOCUS_RING_PX, Widget

# What a widget shows that has failed.
_NOTHING = object()


@dataclass(frozen=True, slots=True)
class _Paint:
    """What one painting of the board starts from.

    Attributes:
        ground: What stands behind the widgets.
        over: Areas that have just been painted over.
        near: All of them; most widgets lie far from it.
    """

    ground: pygame.Surface
    over: Sequence[pygame.Rect]
    near: pygame.Rect


class BoardPainter:
    """Remembers what every widget showed last, and repaints the difference.

    Attributes:
        containment: Where a widget that fails is noted; it is left out, the rest stays.
    """

    def __init__(self, look: Look, board: Board) -> None:
        self._look = look
        self._board = board
        self._shown: dict[str, Hashable] = {}
        self.containment = Containment()

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
        near = over[0].unionall(list(over[1:])) if over else pygame.Rect(0, 0, 0, 0)
        paint = _Paint(ground, over, near)
        for widget in self._board.widgets:
            if not widget.areas():
                # It belongs to the picture, which paints it.
                continue
            changed += self.containment.run(
                f"widget {widget.id}",
                partial(self._draw_one, target, session, widget, paint),
                partial(self._leave_out, target, widget, ground),
            )
        return changed

    def _draw_one(
        self,
        target: pygame.Surface,
        session: Session,
        widget: Widget,
        paint: "_Paint",
    ) -> list[pygame.Rect]:
        areas = widget.areas()
        state = self._board.state(widget, session)
        face = (widget.face(session), state)
        is_same = self._shown.get(widget.id, self) == face
        if is_same and not _is_gone(areas, paint.near, paint.over):
            return []
        self._shown[widget.id] = face
        # What the picture has there is behind it, whoever painted last.
        target.blits([(paint.ground, area, area) for area in areas])
        widget.draw(target, self._look, session, state)
        if state.focused:
            self._draw_focus(target, widget)
        return areas

    def _leave_out(
        self, target: pygame.Surface, widget: Widget, ground: pygame.Surface
    ) -> list[pygame.Rect]:
        """Where a widget has failed, nothing half painted stays."""
        if self._shown.get(widget.id) is _NOTHING:
            return []
        self._shown[widget.id] = _NOTHING
        area = widget.rect.inflate(2 * FOCUS_MARGIN_PX, 2 * FOCUS_MARGIN_PX)
        target.set_clip(None)
        target.blit(ground, area, area)
        return [area]

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
