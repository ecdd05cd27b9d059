"""The living picture of a page: the machine with its paper, and V as a number."""

from dataclasses import replace

from lifgame.scenes.picture import Picture
from lifgame.session.session import Session
from lifgame.session.shown import Shown
from lifgame.view.machine.frame import MachineFrame
from lifgame.view.widgets.board import Board


class LearnPicture(Picture):
    """What can be set stands in numbers beside it, so V does, too."""

    def _machine_frame(
        self, session: Session, board: Board, now: Shown
    ) -> MachineFrame:
        frame = super()._machine_frame(session, board, now)
        return replace(frame, number=self._number())
