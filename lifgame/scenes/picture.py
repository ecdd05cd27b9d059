"""The one picture: paper and machine on one scale, made from the session each frame."""

from collections.abc import Iterable
from dataclasses import replace

import pygame
from pygame import Rect

from lifgame.content.levels import level, setting
from lifgame.content.parameters import (
    CAPACITANCE,
    PARAMETERS,
)
from lifgame.model.record import Reading
from lifgame.scenes.frames import (
    LETTERS,
    Calmed,
    cup_of,
    is_pair,
    plain_frame,
    second_curve,
    second_frame,
)
from lifgame.scenes.layout import SMALLEST_GAP_PX
from lifgame.session.session import Session
from lifgame.session.shown import Shown, shown
from lifgame.view.look import Look
from lifgame.view.machine.beside import Beside
from lifgame.view.machine.curtain import curtained
from lifgame.view.machine.frame import GRIPS, MachineFrame
from lifgame.view.machine.handles import (
    Handle,
    machine_handles,
    place_handles,
    place_water,
)
from lifgame.view.machine.painter import MachinePainter
from lifgame.view.machine.paper_places import paper_places
from lifgame.view.machine.places import MachinePlaces
from lifgame.view.paper.axis import TempoMark, with_tempo
from lifgame.view.paper.fixtures import FixturePainter
from lifgame.view.paper.frame import Mark, PaperFrame
from lifgame.view.paper.painter import PaperPainter
from lifgame.view.paper.stand import Stand
from lifgame.view.widgets.board import Board
from lifgame.view.widgets.widget import Widget

# The top of the current's axis: the least that holds what flows.
CURRENT_LIMITS_NA = (3.0, 5.0, 10.0)
# The gauge round the tap's wheel reaches this much farther than the wheel.
RING = 1.5


class Picture:
    """Machine and paper, their handles, and what they show.

    Variables:
        handles: Everything in the picture that can be taken, in focus order.
        machine: The machine's painter.
        paper: The paper's painter.
        live_grips: Ids of the handles that can be taken; None: all.
        marks: What stands out on the paper.
        is_secret: Whether where V would settle, and every value, is not shown.
        curtain: How far a curtain before R and C is open, 0 to 1; None: there is none.
    """

    def __init__(
        self,
        look: Look,
        rect: pygame.Rect,
        form: str,
        room: pygame.Surface,
        session: Session,
        *,
        is_lab: bool = False,
        is_untouched: bool = False,
        buttons: Iterable[Rect] = (),
    ) -> None:
        self._look = look
        # While nobody is there: no handles, no names, no counter.
        self._is_lab, self._is_untouched = is_lab, is_untouched
        self._is_pair = is_pair(session)
        around = SMALLEST_GAP_PX
        places = replace(
            self.made_places(rect, form, session),
            buttons=tuple(button.inflate(around, around) for button in buttons),
        )
        on_paper = paper_places(places)
        fixtures = FixturePainter(look, on_paper)
        self._stand = Stand(fixtures, on_paper)
        self.paper = PaperPainter(look, on_paper, self._restore, fixtures)
        self.machine = self.made_machine(places, room)
        self.handles: list[Widget] = machine_handles(places)
        self.live_grips: tuple[str, ...] | None = None
        self.is_secret = False
        self.marks: tuple[Mark, ...] = ()
        self.curtain: float | None = None
        self._calm = [Calmed(cell) for cell in session.cells]
        self._limit_na = CURRENT_LIMITS_NA[0]
        self._marks: tuple[TempoMark, ...] = ()
        self._wall: pygame.Surface | None = None
        self._words_ends: dict[bool, int] = {}
        self._handles_at: object = None

    def made_places(
        self, rect: pygame.Rect, form: str, session: Session
    ) -> MachinePlaces:
        """Where the machine stands, the first of two or the only one."""
        look, c_nf = self._look, session.cell.value("capacitance")
        form = f"two_{form}" if self._is_pair else form
        return MachinePlaces(rect, form, look.unit, look.text_scale, c_nf)

    def made_machine(
        self, places: MachinePlaces, room: pygame.Surface
    ) -> MachinePainter:
        """The painter of all but the paper."""
        dress, behind = self._stand.paint_roll, [self._stand]
        beside = None
        if self._is_pair:
            form = places.form.replace("two_", "second_")
            beside = Beside(self._look, replace(places, form=form))
        return MachinePainter(self._look, places, room, dress, behind, beside, LETTERS)

    @property
    def wall(self) -> pygame.Surface:
        """What stands behind everything."""
        return self.machine.wall

    @property
    def words_end(self) -> int:
        """No words left of the tap go beyond this, however narrow the bucket is."""
        now = self.machine.places
        if now.has_cup not in self._words_ends:
            places = now.with_bucket(CAPACITANCE.minimum, cup=now.has_cup)
            x = places.tap[0]
            if not places.row.comes_from_side:
                x = min(x, places.spout)
            end = x - round(places.wheel * RING)
            self._words_ends[now.has_cup] = end
        return self._words_ends[now.has_cup]

    def update(self, session: Session, board: Board, elapsed_s: float) -> None:
        """Take the session's present numbers."""
        now = shown(session.cell, session.clock)
        for place, calmed in enumerate(self._calm):
            calmed.update(session, place, elapsed_s)
        self._paper_frame = self._paper(session, now)
        self._stand.take(self._paper_frame)
        frame = curtained(self._machine_frame(session, board, now), self.curtain)
        second = second_frame(session, self._calm[1]) if self._is_pair else None
        self.machine.update(frame, elapsed_s, second)
        self._place_handles()
        if self.machine.wall is not self._wall:
            self._wall = self.machine.wall
            self.paper.forget()
        self.paper.update(self._paper_frame, elapsed_s)

    def _place_handles(self) -> None:
        """Let the handles go with what they belong to, whenever that has moved."""
        moment = self.machine.moment
        frame = moment.frame
        at = moment.places, moment.line_y, frame.rest_line_mv, frame.resistance_mohm
        if at == self._handles_at:
            place_water(self.handles, moment)
        else:
            self._handles_at = at
            place_handles(self.handles, moment)

    def draw(self, canvas: pygame.Surface) -> list[pygame.Rect]:
        """Paint what has changed."""
        painted = self.paper.draw(canvas, self._paper_frame)
        if painted:
            self.machine.draw_tip(canvas)
        return painted + self.machine.draw(canvas)

    def forget(self) -> None:
        """Paint everything at the next draw."""
        self.paper.forget()
        self.machine.forget()

    def _restore(self, canvas: pygame.Surface, area: pygame.Rect) -> None:
        canvas.blit(self.machine.wall, area, area)

    @property
    def level_mv(self) -> float:
        """V as it is written in numbers, wherever it is."""
        return self._calm[0].level.value

    # --- frames ---------------------------------------------------------------

    def _machine_frame(
        self, session: Session, board: Board, now: Shown
    ) -> MachineFrame:
        cell, held = session.cell, self._held(board, session)
        reading = session.reading
        return replace(
            plain_frame(session, 0, self._calm[0]),
            settle_mv=reading.settle_mv if self.shows_settle(reading) else None,
            adaptation=cup_of(session),
            cell=cell.preset.id,
            held=held,
            focused=self._focused(session),
            held_value="" if self.is_secret else self._value_words(held, session),
            grips=GRIPS if self.live_grips is None else self.live_grips,
            shows_handles=not self._is_untouched,
            shows_words=not (self._is_untouched or self._is_pair),
            shows_values=self._is_lab,
            number=self._number() if self._is_lab else "",
        )

    def _paper(self, session: Session, now: Shown) -> PaperFrame:
        cell, clock = session.cell, session.clock
        reading = session.reading
        flows_na = max(reading.current_na, cell.value("current"))
        roomy = (limit for limit in CURRENT_LIMITS_NA if limit >= flows_na)
        self._limit_na = max(self._limit_na, next(roomy, CURRENT_LIMITS_NA[-1]))
        end = now.edge_tick if clock.past_tick is None else float(cell.tick_count)
        self._marks = with_tempo(self._marks, end, float(clock.speed), clock.dt_ms)
        return PaperFrame(
            record=cell.record,
            edge_tick=now.edge_tick,
            tempos=self._marks,
            dt_ms=clock.dt_ms,
            level_mv=now.level_mv,
            line_mv=now.line_mv,
            current_na=max(reading.current_na, 0.0),
            current_limit_na=self._limit_na,
            span_ms=session.place.window_ms if self._is_lab else None,
            shows_settle=self.shows_settle(reading),
            paused=session.is_held,
            is_band=clock.showing.is_band,
            second=second_curve(session),
            shows_steps=cell.step_ms > 0.0,
            label=LETTERS[0] if self._is_pair else "",
            marks=self.marks,
        )

    def shows_settle(self, reading: Reading) -> bool:
        """Whether the line where V would settle is drawn."""
        return reading.settle_mv > 0.0 and not self.is_secret

    def _held(self, board: Board, session: Session) -> str | None:
        for handle in self.handles:
            if board.state(handle, session).pressed:
                return _part(handle.id)
        return None

    def _focused(self, session: Session) -> str | None:
        focus = session.place.focus
        return _part(focus) if any(h.id == focus for h in self.handles) else None

    def _value_words(self, held: str | None, session: Session) -> str:
        handle = next((h for h in self.handles if h.id == held), None)
        if not isinstance(handle, Handle):
            return ""
        spec = PARAMETERS[handle.spec.id]
        value = session.cell.value(spec.id)
        return setting(self._look.texts, spec, value)

    def _number(self) -> str:
        return level(self._look.texts, self.level_mv)


def _part(handle: str | None) -> str | None:
    """The part of the machine that a handle belongs to."""
    return "line" if handle == "bend" else handle
