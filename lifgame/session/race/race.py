"""The race: who fires ten times first? Two visitors, each with a cell of his own.

off -> ready -> count -> run -> over. It is no row of the guide: nobody guesses, nothing
is measured, there are no goals and no stars, and there is not one visitor but two; a
row would have to leave out nearly all that it says. So it is declared here.

Ticks and commands alone decide all of it, the counting down and the end as well; real
time only decides when another race is offered.
"""

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import ClassVar

from lifgame.content.parameters import CURRENT, INJECTION, REFRACTORY
from lifgame.content.race import LANES
from lifgame.model.simulation import StepReport
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.clock import showings_of
from lifgame.session.guide.admission import NOT_GUIDED
from lifgame.session.guide.seat import Seat
from lifgame.session.race.lane import Flash, Lane
from lifgame.session.start import DEFAULT_DT_MS, RECORD_MS, Start

OFF, READY, COUNT, RUN, OVER = "off", "ready", "count", "run", "over"
SPEED = Fraction(1, 50)
TICKS_A_SECOND = round(float(SPEED) * 1000.0 / DEFAULT_DT_MS)
COUNT_S, LONGEST_S = 3, 60
GOAL = 10
# Real seconds after the end until another race is offered: whoever still mashes does
# not begin it unawares.
OFFER_AFTER_S = 1.5
# Two spikes of one row of presses are heard one by one down to this, in real seconds.
HEARD_S = 0.5
# A splash of 3 nA, and the rest that every real neuron needs: with it even a tap that
# is never shut fires less than once a second on the wall.
START = Start(
    preset="pyramidal",
    pattern="by_hand",
    values=((CURRENT.id, 0.0), (INJECTION.id, 3.0), (REFRACTORY.id, 2.0)),
)
SPLASH = "splash"
_ELSEWHERE = (*NOT_GUIDED, c.SetParameter, c.NudgeParameter, g.SetRule, g.StartGuide)


class Race:
    """Leads two visitors through one race after the other.

    Attributes:
        state: ``off``, ``ready``, ``count``, ``run`` or ``over``.
        lanes: The two sides.
        holds: Whether the button is held, for hands that cannot press quickly.
        either: Spikes of both, as they are heard.
        age_s: Real seconds since the state began.
    """

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self.state = OFF
        self.holds = False
        self.age_s = 0.0
        self.lanes: tuple[Lane, ...] = ()
        self.either = Flash(HEARD_S)
        self._before: tuple[tuple[Cell, ...], Fraction, bool, bool] | None = None

    # --- what can be seen of it -----------------------------------------------

    @property
    def is_running(self) -> bool:
        return self.state != OFF

    @property
    def holds_time(self) -> bool:
        """Whether time waits: for both to be there, and at the end."""
        return self.state in (READY, OVER)

    @property
    def scores(self) -> tuple[int, ...]:
        """How often each has fired."""
        return tuple(cell.spike_count for cell in self._seat.cells)

    @property
    def winner(self) -> int | None:
        """Who has won; None while it goes on, and if both have."""
        first, second = self.scores
        if self.state != OVER or first == second:
            return None
        return int(second > first)

    @property
    def seconds_left(self) -> float:
        """Of the counting down, and then of the race."""
        made_s = self._seat.cells[0].tick_count / TICKS_A_SECOND
        if self.state == COUNT:
            return COUNT_S - made_s
        return LONGEST_S - max(0.0, made_s - COUNT_S)

    @property
    def number(self) -> int:
        """The same as a whole number, as it stands on the clock."""
        return math.ceil(self.seconds_left)

    @property
    def offers_again(self) -> bool:
        return self.state == OVER and self.age_s >= OFFER_AFTER_S

    # --- time -----------------------------------------------------------------

    def run(self, ticks: int) -> StepReport:
        """Let both cells make their ticks, until it is over.

        Returns:
            The ticks, and the spikes of both.
        """
        first_tick, spike_times_ms = self._seat.cells[0].tick_count, list[float]()
        for _ in range(ticks):
            if self.holds_time:
                break
            for lane, cell in zip(self.lanes, self._seat.cells, strict=True):
                flows = lane.pour()
                if flows != bool(cell.pushes):
                    cell.obey(c.Inject(SPLASH, float(flows)))
                report = cell.run(1)
                if report.spike_times_ms:
                    spike_times_ms += report.spike_times_ms
                    lane.flash.spike()
                    self.either.spike()
            self._go_on()
        made = self._seat.cells[0].tick_count - first_tick
        return StepReport(first_tick, made, tuple(spike_times_ms))

    def _go_on(self) -> None:
        """A tick is made: what follows from it."""
        if self.state == COUNT and self.seconds_left <= 0.0:
            self._enter(RUN)
        elif self.state == RUN and (
            max(self.scores) >= GOAL or self.seconds_left <= 0.0
        ):
            self._enter(OVER)
            for cell in self._seat.cells:
                cell.let_go()

    def live(self, elapsed_s: float) -> None:
        """Let real time pass."""
        self.age_s += elapsed_s
        self.either.live(elapsed_s)
        for lane in self.lanes:
            lane.live(elapsed_s)

    def _enter(self, state: str) -> None:
        self.state, self.age_s = state, 0.0

    # --- commands -------------------------------------------------------------

    def takes(self, command: c.SessionCommand) -> bool:
        """Whether a command is the race's affair: in it all hands are."""
        return isinstance(command, c.Inject) and self.is_running

    def admits(self, command: c.SessionCommand) -> bool:
        """Whether a command may pass; both have the same neuron to the end."""
        return not (self.is_running and isinstance(command, _ELSEWHERE))

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one of ``Race.OBEYS``.

        Raises:
            KeyError: If it names a side that there is not.
        """
        self.OBEYS[type(command)](self, command)

    def _start(self, command: g.StartRace) -> None:
        clock = self._seat.clock
        if self._before is None:
            cells = self._seat.cells
            for cell in cells:
                cell.let_go()
            tempo = clock.tempo
            self._before = cells, tempo.speed, tempo.is_auto, clock.is_paused
        self.holds = command.holds
        self.lanes = tuple(Lane(holds=command.holds) for _ in range(LANES))
        self.either = Flash(HEARD_S)
        self._seat.cells = tuple(
            Cell(START, dt_ms=DEFAULT_DT_MS, record_ms=RECORD_MS) for _ in range(LANES)
        )
        clock.tempo.choose(SPEED)
        clock.is_paused, clock.past_tick, clock.marks = False, None, None
        clock.showings = showings_of(LANES)
        self._enter(READY)

    def leave(self) -> None:
        """All is again as it was before."""
        if self._before is None:
            return
        clock = self._seat.clock
        self._seat.cells, speed, is_auto, clock.is_paused = self._before
        clock.tempo.choose(speed)
        clock.tempo.is_auto = is_auto
        clock.showings = showings_of(len(self._seat.cells))
        self._before = None
        self._enter(OFF)

    def _hand(self, command: c.Inject) -> None:
        if command.cell not in range(len(self.lanes)):
            raise KeyError(f"nobody races at side {command.cell}")
        lane = self.lanes[command.cell]
        if command.share <= 0.0:
            lane.lift(command.source)
            return
        lane.press(command.source, counts=self.state == RUN)
        if self.state == READY and all(lane.is_ready for lane in self.lanes):
            self._enter(COUNT)

    OBEYS: ClassVar[Mapping[type, Callable[..., None]]] = {
        g.StartRace: _start,
        c.Inject: _hand,
    }
