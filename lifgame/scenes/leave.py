"""The question before the program ends, so that no stray key can end it."""

from lifgame.scenes.layout import SMALLEST_GAP_PX, Rect, columns
from lifgame.scenes.parts import drawing, words
from lifgame.scenes.scene import Layer
from lifgame.session import commands as c
from lifgame.session.actions import always
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.look import BOLD, Look
from lifgame.view.widgets.controls import Button, Face
from lifgame.view.widgets.widget import Widget


class LeaveScene(Layer):
    """Keep playing, or leave: two large buttons."""

    @classmethod
    def area(cls, size: tuple[int, int], look: Look) -> Rect:
        panel = Rect(0, 0, 0, 0)
        panel.width = min(size[0] - 16, max(320, look.px(760)))
        panel.height = min(size[1] - 16, max(180, look.px(320)))
        panel.center = size[0] // 2, size[1] // 2
        return panel

    def widgets(self, session: Session) -> list[Widget]:
        row = self.panel.inflate(-self.look.px(80), 0)
        row.height = max(64, self.look.px(120))
        row.bottom = self.panel.bottom - max(16, self.look.px(40))
        gap = max(2 * SMALLEST_GAP_PX, self.look.px(24))
        stay, leave = columns(row, 2, gap)
        return [
            Button(
                "stay",
                stay,
                Face(icon=drawing("play"), title=words("leave.stay"), title_size=22),
                always(c.Back()),
            ),
            Button(
                "leave",
                leave,
                Face(icon=drawing("exit"), title=words("leave.leave"), title_size=22),
                always(c.Quit()),
            ),
        ]

    def paint_backdrop(self, session: Session) -> None:
        look, palette = self.look, self.look.palette
        plate = shapes.rounded(
            self.panel.size, look.px(18), palette.panel, palette.edge, 2
        )
        self.backdrop.blit(plate, self.panel)
        question = self.panel.inflate(-look.px(80), 0)
        question.height = self.board["stay"].rect.top - self.panel.top
        look.write(
            self.backdrop,
            look.texts("leave.question"),
            question,
            34,
            weight=BOLD,
            align="center",
        )
