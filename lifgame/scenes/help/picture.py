"""The machine in Help: a cell of its own, whatever the visitor's is set to."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pygame

from lifgame.scenes.help.machine_places import HelpMachinePlaces
from lifgame.scenes.help.places import HelpPlaces
from lifgame.scenes.help.spots import LINE_MV, RESISTANCE_MOHM
from lifgame.scenes.picture import Picture
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.session.shown import Shown
from lifgame.session.start import Start
from lifgame.view.look import Look
from lifgame.view.machine.frame import MachineFrame
from lifgame.view.machine.lamp import Counter
from lifgame.view.machine.moment import Part
from lifgame.view.machine.painter import MachinePainter
from lifgame.view.machine.places import MachinePlaces
from lifgame.view.widgets.board import Board

START = Start(
    pattern="constant",
    speed=Fraction(1, 50),
    values=(
        ("current", 2.0),
        ("resistance", RESISTANCE_MOHM),
        ("capacitance", 2.0),
        ("threshold", LINE_MV),
    ),
)
# So much has happened when it is first seen: three spikes, and the bucket half full.
PAST_S = 8.4
PAST_STEP_S = 0.05


class HelpMachine(MachinePainter):
    """The machine without counter and without the cell behind it, under its names.

    Variables:
        before: What stands in front of all of its parts.
    """

    before: Sequence[Part] = ()

    def _made_parts(self, frame: MachineFrame) -> list[Part]:
        parts = super()._made_parts(frame)
        return [*(p for p in parts if not isinstance(p, Counter)), *self.before]

    def _painted_wall(self, frame: MachineFrame) -> pygame.Surface:
        """The room as it is: the nerve cell stands beside the machine."""
        if self._wall is self._room:
            self._wall = self._room.copy()
            if self._dress is not None:
                self._dress(self._wall)
        return self._wall


class HelpPicture(Picture):
    """Paper and machine, alive at a fiftieth of the speed, or standing still.

    Variables:
        session: The cell's own session.
        names: What stands in front of the machine.
    """

    def __init__(
        self,
        look: Look,
        places: HelpPlaces,
        room: pygame.Surface,
    ) -> None:
        self._places = places
        self.session = Session(START)
        self.names: list[Part] = []
        super().__init__(look, places.picture, "landscape", room, self.session)

    def made_places(
        self, rect: pygame.Rect, form: str, session: Session
    ) -> MachinePlaces:
        c_nf = session.cell.value("capacitance")
        return HelpMachinePlaces.of(self._places, self._look.text_scale, c_nf)

    def made_machine(
        self, places: MachinePlaces, room: pygame.Surface
    ) -> MachinePainter:
        dress, behind = self._stand.paint_roll, [self._stand]
        machine = HelpMachine(self._look, places, room, dress=dress, behind=behind)
        machine.before = self.names
        return machine

    def begin(self, board: Board, *, is_still: bool) -> None:
        """Let so much happen that the paper is written on."""
        for _ in range(round(PAST_S / PAST_STEP_S)):
            self.live(board, PAST_STEP_S, is_still=False)
        self.live(board, 0.0, is_still=is_still)

    def live(self, board: Board, elapsed_s: float, *, is_still: bool) -> None:
        """Let real time pass, or hold time."""
        if self.session.clock.is_paused != is_still:
            self.session.obey(c.TogglePause())
        self.session.tick(elapsed_s)
        self.update(self.session, board, elapsed_s)

    def _machine_frame(
        self, session: Session, board: Board, now: Shown
    ) -> MachineFrame:
        frame = super()._machine_frame(session, board, now)
        return replace(frame, shows_words=False, held=None, focused=None)
