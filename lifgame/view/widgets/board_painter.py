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
_Areas = list[pygame.Rect]


@dataclass(frozen=True, slots=True)
class _Paint:
    """What one painting of the board starts from.

    Attributes:
        over: Areas that have just been painted over.
        near: All of them; most widgets lie far from it.
    """

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
        self._faces: dict[str, Hashable] = {}
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
        near = over[0].unionall(list(over[1:])) if over else pygame.Rect(0, 0, 0, 0)
        paint = _Paint(over, near)
        stale = self._stale(session, paint)
        # The ground first, everywhere: no widget wipes away its neighbour's ring.
        target.blits([(ground, area, area) for _, areas in stale for area in areas])
        changed: list[pygame.Rect] = []
        for widget, areas in stale:
            changed += self.containment.run(
                f"widget {widget.id}",
                partial(self._draw_one, target, session, widget, areas),
                partial(self._leave_out, target, widget, ground),
            )
        return changed

    def _stale(self, session: Session, paint: _Paint) -> list[tuple[Widget, _Areas]]:
        """The widgets that are to be painted, and where."""
        # What has no areas belongs to the picture, which paints it.
        drawn = [(each, each.areas()) for each in self._board.widgets]
        drawn = [(widget, areas) for widget, areas in drawn if areas]
        stale = [
            (widget, areas)
            for widget, areas in drawn
            if self.containment.run(
                f"widget {widget.id}",
                partial(self._is_stale, session, widget, areas, paint),
                partial(self._stands, widget),
            )
        ]
        return _with_touched(stale, drawn)

    def _is_stale(
        self, session: Session, widget: Widget, areas: _Areas, paint: "_Paint"
    ) -> bool:
        """Whether what stands there is not what the widget shows now."""
        face = (widget.face(session), self._board.state(widget, session))
        self._faces[widget.id] = face
        is_same = self._shown.get(widget.id, self) == face
        return not is_same or _is_gone(areas, paint.near, paint.over)

    def _stands(self, widget: Widget) -> bool:
        """Whether anything of a widget that is left out is still to be seen."""
        return self._shown.get(widget.id) is not _NOTHING

    def _draw_one(
        self,
        target: pygame.Surface,
        session: Session,
        widget: Widget,
        areas: _Areas,
    ) -> _Areas:
        state = self._board.state(widget, session)
        self._shown[widget.id] = self._faces[widget.id]
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


def _with_touched(
    stale: list[tuple[Widget, _Areas]], drawn: list[tuple[Widget, _Areas]]
) -> list[tuple[Widget, _Areas]]:
    """Those that are to be painted, and all that reach into any of them, in order.

    Where widgets stand closely, the ring of one lies where its neighbour's may be.
    """
    chosen = {widget.id: areas for widget, areas in stale}
    news = list(chosen.values())
    while news and len(chosen) < len(drawn):
        dirty = [area for areas in news for area in areas]
        touched = [
            (widget, areas)
            for widget, areas in drawn
            if widget.id not in chosen
            and any(area.collidelist(dirty) >= 0 for area in areas)
        ]
        chosen |= {widget.id: areas for widget, areas in touched}
        news = [areas for _, areas in touched]
    return [each for each in drawn if each[0].id in chosen]


def _is_gone(
    areas: Sequence[pygame.Rect], near: pygame.Rect, over: Sequence[pygame.Rect]
) -> bool:
    """Whether any of some areas was painted over; ``near`` holds all of ``over``."""
    return any(area.colliderect(near) and area.collidelist(over) >= 0 for area in areas)
