"""The one picture: paper and machine on one scale, made from the session each frame."""

from collections.abc import Iterable
from dataclasses import replace

import pygame
from pygame import Rect

from lifgame.content.parameters import (
    CAPACITANCE,
    PARAMETERS,
    THRESHOLD,
)
from lifgame.model.record import Reading
from lifgame.scenes.calm import Fall, Glide, Sample
from lifgame.scenes.frames import LETTERS, cup_of, second_curve
from lifgame.scenes.layout import SMALLEST_GAP_PX
from lifgame.session.looking import spikes_shown
from lifgame.session.session import Session
from lifgame.session.shown import Shown, shown
from lifgame.view.look import Look
from lifgame.view.machine.frame import GRIPS, MachineFrame
from lifgame.view.machine.handles import (
    Handle,
    machine_handles,
    place_handles,
    place_water,
)
from lifgame.view.machine.painter import MachinePainter
from lifgame.view.machine.places import MachinePlaces
from lifgame.view.paper.axis import TempoMark, with_tempo
from lifgame.view.paper.fixtures import FixturePainter
from lifgame.view.paper.frame import PaperFrame
from lifgame.view.paper.painter import PaperPainter
from lifgame.view.paper.stand import Stand
from lifgame.view.widgets.board import Board
from lifgame.view.widgets.widget import Widget

# The top of the current's axis: the least that holds what flows.
CURRENT_LIMITS_NA = (3.0, 5.0, 10.0)
# In the calm picture the lamp is at its brightest from this many flushes a second on.
BRIGHTEST_PER_S = 30.0


# The gauge round the tap's wheel reaches this much farther than the wheel.
RING = 1.5
# What changes more often cannot be read; what changes less often trails the float.
SAMPLE_S = 0.1
# So long falls the last water of a tap that is shut.
FALL_S = 0.3
# In the calm picture spikes are counted up so often, and the lamp follows so slowly.
COUNT_S = 0.5
GLOW_S = 1.0


class Picture:
    """Machine and paper, their handles, and what they show.

    Variables:
        handles: Everything in the picture that can be taken, in focus order.
        machine: The machine's painter.
        paper: The paper's painter.
        live_grips: Ids of the handles that can be taken; None: all.
        is_secret: Whether where V would settle, and every value, is not shown.
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
        around = SMALLEST_GAP_PX
        places = replace(
            self.made_places(rect, form, session),
            buttons=tuple(button.inflate(around, around) for button in buttons),
        )
        paper_places = places.paper_places()
        fixtures = FixturePainter(look, paper_places)
        self._stand = Stand(fixtures, paper_places)
        self.paper = PaperPainter(look, paper_places, self._restore, fixtures)
        self.machine = self.made_machine(places, room)
        self.handles: list[Widget] = machine_handles(places)
        self.live_grips: tuple[str, ...] | None = None
        self.is_secret = False
        self._level = Sample(SAMPLE_S, session.cell.voltage_mv)
        self._count = Sample(COUNT_S, session.cell.spike_count)
        self._stream, self._jet = Fall(FALL_S), Fall(FALL_S)
        self._rate_share = Glide(GLOW_S)
        self._limit_na = CURRENT_LIMITS_NA[0]
        self._marks: tuple[TempoMark, ...] = ()
        self._wall: pygame.Surface | None = None
        self._words_ends: dict[bool, int] = {}
        self._handles_at: object = None

    def made_places(
        self, rect: pygame.Rect, form: str, session: Session
    ) -> MachinePlaces:
        """Where the machine stands."""
        look, c_nf = self._look, session.cell.value("capacitance")
        return MachinePlaces(rect, form, look.unit, look.text_scale, c_nf)

    def made_machine(
        self, places: MachinePlaces, room: pygame.Surface
    ) -> MachinePainter:
        """The painter of all but the paper."""
        dress, behind = self._stand.paint_roll, [self._stand]
        return MachinePainter(self._look, places, room, dress=dress, behind=behind)

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
            end = places.tap[0] - round(places.wheel * RING)
            self._words_ends[now.has_cup] = end
        return self._words_ends[now.has_cup]

    def update(self, session: Session, board: Board, elapsed_s: float) -> None:
        """Take the session's present numbers."""
        now = shown(session.cell, session.clock)
        self._calm_down(session, now, elapsed_s)
        self._paper_frame = self._paper(session, now)
        self._stand.take(self._paper_frame)
        self.machine.update(self._machine_frame(session, board, now), elapsed_s)
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
        return self._level.value

    def _calm_down(self, session: Session, now: Shown, elapsed_s: float) -> None:
        """What would flicker if it were shown as fast as it happens."""
        cell, clock = session.cell, session.clock
        level_mv = max(now.level_mv, 0.0)
        reading = session.reading
        self._level.update(level_mv, elapsed_s, at_once=session.is_held)
        is_band = clock.showing.is_band
        at_once = session.is_held or not is_band
        self._count.update(spikes_shown(session), elapsed_s, at_once=at_once)
        self._stream.update(max(reading.current_na, 0.0), elapsed_s)
        self._jet.update(level_mv / reading.resistance_mohm, elapsed_s)
        shown_per_s = cell.rate_hz * float(clock.speed)
        share = min(1.0, shown_per_s / BRIGHTEST_PER_S)
        self._rate_share.update(share, elapsed_s)

    # --- frames ---------------------------------------------------------------

    def _machine_frame(
        self, session: Session, board: Board, now: Shown
    ) -> MachineFrame:
        cell, clock = session.cell, session.clock
        showing = clock.showing
        held = self._held(board, session)
        reading, is_now = session.reading, clock.past_tick is None
        gulps = showing.is_gulping and is_now
        return MachineFrame(
            level_mv=now.level_mv,
            line_mv=now.line_mv,
            rest_line_mv=reading.rest_threshold_mv,
            inflow_na=self._stream.flow,
            leak_na=self._jet.flow,
            tap_na=cell.value("current"),
            capacitance_nf=reading.capacitance_nf,
            resistance_mohm=reading.resistance_mohm,
            settle_mv=reading.settle_mv if self.shows_settle(reading) else None,
            adaptation=cup_of(session),
            cell=cell.preset.id,
            spike_count=round(self._count.value),
            gulp_s=showing.since_flush_s if gulps else None,
            gulp_length_s=max(showing.gulp_length_s, 0.01),
            pulse_s=showing.since_flush_s if showing.shown else None,
            is_band=showing.is_band,
            rate_share=self._rate_share.value,
            is_refractory=reading.is_refractory,
            is_corked=not cell.fires,
            is_pushed=bool(cell.pushes) and is_now,
            is_time_held=session.is_held,
            held=held,
            focused=self._focused(session),
            held_value="" if self.is_secret else self._value_words(held, session),
            grips=GRIPS if self.live_grips is None else self.live_grips,
            shows_handles=not self._is_untouched,
            shows_words=not self._is_untouched,
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
        second = second_curve(session)
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
            second=second,
            shows_steps=cell.step_ms > 0.0,
            label=LETTERS[0] if second is not None and second.label else "",
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
        return self._look.texts.quantity(value, spec.decimals, spec.unit)

    def _number(self) -> str:
        texts = self._look.texts
        return texts.quantity(self.level_mv, THRESHOLD.decimals, THRESHOLD.unit)


def _part(handle: str | None) -> str | None:
    """The part of the machine that a handle belongs to."""
    return "line" if handle == "bend" else handle
