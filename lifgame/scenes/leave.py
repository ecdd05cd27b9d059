"""The question before the program ends, so that no stray key can end it."""

from lifgame.scenes.choose import play_layout
from lifgame.scenes.layout import Rect, columns
from lifgame.scenes.play_widgets import always, drawing, words
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.look import BOLD, Look
from lifgame.view.widgets.controls import Button, Face
from lifgame.view.widgets.widget import Widget


class LeaveScene(Scene):
    """Keep playing, or leave: two large buttons."""

    def __init__(self, look: Look, size: tuple[int, int], session: Session) -> None:
        look.unit = play_layout(size).unit
        self.panel = Rect(0, 0, 0, 0)
        self.panel.width = min(size[0] - 16, max(320, look.px(760)))
        self.panel.height = min(size[1] - 16, max(180, look.px(320)))
        self.panel.center = size[0] // 2, size[1] // 2
        super().__init__(look, size, session)
        self.board.focus = "stay"

    def widgets(self, session: Session) -> list[Widget]:
        row = self.panel.inflate(-self.look.px(80), 0)
        row.height = max(64, self.look.px(120))
        row.bottom = self.panel.bottom - max(16, self.look.px(40))
        stay, leave = columns(row, 2, max(16, self.look.px(24)))
        return [
            Button(
                "stay",
                stay,
                Face(icon=drawing("play"), title=words("leave.stay"), title_size=22),
                always(c.ShowScreen("play")),
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

    def act(self, action: str, session: Session) -> list[c.Command]:
        if action in ("preset_previous", "preset_next"):
            self.board.move_focus(1)
        return [c.ShowScreen("play")] if action == "back" else []
