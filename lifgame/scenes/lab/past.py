"""The paper as a widget: while time is held, it can be drawn back and forth."""

import pygame
from pygame import Rect, Surface

from lifgame.session.commands import Command
from lifgame.session.looking import look_at, look_by, looked_at
from lifgame.session.session import Session
from lifgame.view.geometry import Pixel
from lifgame.view.look import Look
from lifgame.view.paper.painter import PaperPainter
from lifgame.view.widgets.widget import FOCUS_RING_PX, PicturedWidget

PAPER = "paper"
# An arrow key goes this share of the paper's span.
NUDGE_SHARE = 1.0 / 50.0


class PaperWidget(PicturedWidget):
    """Drawn to the right, older paper comes back under the pen."""

    takes_arrows = True

    def __init__(self, rect: Rect) -> None:
        super().__init__(PAPER, rect)
        self._from_x, self._from_tick = 0, 0

    def on_press(self, session: Session, point: Pixel, source: str) -> list[Command]:
        self._from_x, self._from_tick = point[0], looked_at(session)
        return []

    def on_move(self, session: Session, point: Pixel) -> list[Command]:
        ms = (point[0] - self._from_x) * session.place.window_ms / self.rect.width
        command = look_at(session, self._from_tick - round(ms / session.dt_ms))
        return [] if command is None else [command]

    def on_nudge(self, session: Session, steps: int) -> list[Command]:
        command = look_by(session, steps * session.place.window_ms * NUDGE_SHARE)
        return [] if command is None else [command]


class PaperRing:
    """The ring of the paper that has the focus, painted over the picture."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._shown: tuple[object, ...] = (False,)

    def clear(self, paper: PaperPainter, session: Session) -> None:
        """Take it away before the paper moves under it: that is shifted as it is."""
        moment = (
            session.place.focus == PAPER,
            session.clock.past_tick,
            session.tick_count,
            session.place.window_ms,
        )
        if moment != self._shown and (moment[0] or self._shown[0]):
            paper.forget()
        self._shown = moment

    def draw(self, target: Surface, paper: PaperPainter) -> None:
        """Paint it round what can be drawn back."""
        if not self._shown[0]:
            return
        ring = paper_rect(paper).inflate(-4, -4)
        palette = self._look.palette
        pygame.draw.rect(target, palette.focus, ring, FOCUS_RING_PX)
        inner = ring.inflate(-2 * FOCUS_RING_PX, -2 * FOCUS_RING_PX)
        pygame.draw.rect(target, palette.background, inner, 1)


def paper_rect(paper: PaperPainter) -> Rect:
    """The paper up to the pen."""
    left, top, _, height = paper.places.sheet
    return Rect(left, top, paper.places.pen_x - left, height)
