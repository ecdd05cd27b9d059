"""The paper as a widget: while time is held, it can be drawn back and forth."""

from collections.abc import Hashable

from pygame import Rect, Surface

from lifgame.session.commands import Command
from lifgame.session.looking import look_at, look_by, looked_at
from lifgame.session.session import Session
from lifgame.view.geometry import Pixel
from lifgame.view.look import Look
from lifgame.view.widgets.widget import Widget, WidgetState

# An arrow key goes this share of the paper's span.
NUDGE_SHARE = 1.0 / 50.0


class PaperWidget(Widget):
    """Drawn to the right, older paper comes back under the pen."""

    takes_arrows = True

    def __init__(self, rect: Rect) -> None:
        super().__init__("paper", rect)
        self._from_x, self._from_tick = 0, 0

    def areas(self) -> list[Rect]:
        """Nothing: what is seen of it belongs to the picture."""
        return []

    def face(self, session: Session) -> Hashable:
        return None

    def draw(
        self, target: Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        """Nothing; see the paper's painter."""

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
