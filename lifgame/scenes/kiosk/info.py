"""Something to read on a board: it is painted anew when what it says changes."""

from collections.abc import Callable, Hashable

import pygame

from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.look import Look
from lifgame.view.widgets.widget import Widget, WidgetState

Says = Callable[[Session], Hashable]
Paint = Callable[[pygame.Surface, Look, pygame.Rect, Session], None]


class Info(Widget):
    """No control: nobody can press it or go to it.

    Args:
        says: What it shows now, to be compared.
        paint: Paints it.
    """

    takes_focus = False

    def __init__(self, id: str, rect: pygame.Rect, says: Says, paint: Paint) -> None:
        super().__init__(id, rect)
        self._says = says
        self._paint = paint

    def areas(self) -> list[pygame.Rect]:
        # High letters may stand a little outside.
        return [self.rect.inflate(8, 8)]

    def face(self, session: Session) -> Hashable:
        return self._says(session)

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        self._paint(target, look, self.rect, session)


def paint_card(
    target: pygame.Surface, look: Look, rect: pygame.Rect, *, warns: bool = False
) -> None:
    """A plate on which things stand together; orange where one must look."""
    palette = look.palette
    fill = palette.well if warns else palette.panel
    edge = palette.threshold if warns else palette.edge
    width = round(max(2, look.px(2.5)) * palette.edge_scale)
    target.blit(shapes.rounded(rect.size, look.px(24), fill, edge, width), rect)
