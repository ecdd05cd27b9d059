"""The picture of one half: the same paper and machine, of one of the two cells."""

from dataclasses import replace

import pygame

from lifgame.content.palette import Colour
from lifgame.scenes.frames import plain_frame
from lifgame.scenes.picture import CURRENT_LIMITS_NA, Picture
from lifgame.scenes.race.places import FORM, machine_places
from lifgame.session.session import Session
from lifgame.session.shown import Shown, shown
from lifgame.view.colours import mix
from lifgame.view.look import Look
from lifgame.view.machine.frame import MachineFrame
from lifgame.view.machine.painter import MachinePainter
from lifgame.view.machine.places import MachinePlaces
from lifgame.view.paper.axis import with_tempo
from lifgame.view.paper.frame import PaperFrame
from lifgame.view.widgets.board import Board

# The colour role of each visitor; a letter and a ring tell them apart as well.
ROLES = ("voltage", "second")


class HalfPicture(Picture):
    """Nothing in it can be taken: all that flows in comes from the button.

    Args:
        lane: Place of the cell.
    """

    def __init__(
        self,
        look: Look,
        rect: pygame.Rect,
        room: pygame.Surface,
        session: Session,
        lane: int,
    ) -> None:
        self._lane = lane
        super().__init__(_look_of(look, lane), rect, FORM, room, session)
        self._limit_na = CURRENT_LIMITS_NA[0]

    def made_places(
        self, rect: pygame.Rect, form: str, session: Session
    ) -> MachinePlaces:
        return machine_places(rect, self._look.unit)

    def made_machine(
        self, places: MachinePlaces, room: pygame.Surface
    ) -> MachinePainter:
        dress, behind = self._stand.paint_roll, [self._stand]
        return MachinePainter(self._look, places, room, dress, behind)

    def update(self, session: Session, board: Board, elapsed_s: float) -> None:
        """Take the cell's present numbers."""
        now = shown(session.cells[self._lane], session.clock, self._lane)
        self._calm[self._lane].update(session, self._lane, elapsed_s)
        self._paper_frame = self._half_paper(session, now)
        self._stand.take(self._paper_frame)
        self.machine.update(self._half_machine(session), elapsed_s)
        self.paper.update(self._paper_frame, elapsed_s)

    def _half_machine(self, session: Session) -> MachineFrame:
        """As every bucket, but for the lamp: time goes on while it shines."""
        lane = self._lane
        flash, calmed = session.race.lanes[lane].flash, self._calm[lane]
        return replace(
            plain_frame(session, lane, calmed),
            cell=session.cells[lane].preset.id,
            pulse_s=flash.since_flush_s if flash.shown else None,
            is_band=flash.is_band,
            grips=(),
            shows_words=False,
        )

    def _half_paper(self, session: Session, now: Shown) -> PaperFrame:
        cell, clock = session.cells[self._lane], session.clock
        self._marks = with_tempo(
            self._marks, now.edge_tick, float(clock.speed), clock.dt_ms
        )
        return PaperFrame(
            record=cell.record,
            edge_tick=now.edge_tick,
            tempos=self._marks,
            dt_ms=clock.dt_ms,
            level_mv=now.level_mv,
            line_mv=now.line_mv,
            current_na=max(cell.reading().current_na, 0.0),
            current_limit_na=self._limit_na,
            shows_settle=False,
            paused=session.is_held,
        )


def _look_of(look: Look, lane: int) -> Look:
    """The same look; the second visitor's water and curve have his colour."""
    palette = look.palette
    # So much stands in a half that the cell behind it steps back.
    palette = replace(palette, cell_edge=mix(palette.cell_face, palette.cell_edge, 0.4))
    if ROLES[lane] != "voltage":
        palette = replace(
            palette,
            voltage=palette.colour(ROLES[lane]),
            water_top=_violet(palette.water_top),
            water_bottom=_violet(palette.water_bottom),
            crest=_violet(palette.crest),
        )
    return replace(look, palette=palette, text_scale=1.0)


def _violet(water: Colour) -> Colour:
    """As light as the blue water, and as full."""
    red, green, blue = water
    return round(0.85 * green), round(0.45 * (red + green)), blue
