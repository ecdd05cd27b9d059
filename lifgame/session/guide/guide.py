"""The guide: a small machine that leads through one experiment or challenge.

off -> predict -> do -> measured -> explained -> off, with everything as it stands. A
challenge begins at ``do`` and goes from there to ``explained``. What is measured
depends on ticks and commands alone; real time, which is handed in, only decides what is
offered: a hint, a way past a goal, the way back from a beginning again.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from lifgame.model.simulation import StepReport
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.clock import showings_of
from lifgame.session.guide import admission
from lifgame.session.guide.estimate import draw, is_moved, keep_up
from lifgame.session.guide.meter import Meter
from lifgame.session.guide.outcome import measure, reach
from lifgame.session.guide.progress import DO, EXPLAINED, MEASURED, PREDICT, Progress
from lifgame.session.guide.rows import Row
from lifgame.session.guide.seat import Seat, fresh_cells
from lifgame.session.guide.show import Show
from lifgame.session.guide.stars import Stars
from lifgame.session.guide.table import row_of
from lifgame.session.sharing import run_all

# When no goal has moved for so long, the sentence says the way, in real seconds.
HINT_AFTER_S = 20.0
# After so long the goal may be skipped, and "Show me" asks to be pressed.
SKIP_AFTER_S = 40.0
# For so long a beginning again can be taken back.
UNDO_S = 5.0
# For so long the last question stays after leaving.
WHAT_IF_S = 12.0


class Guide:
    """Leads through one row after the other.

    Attributes:
        progress: How far the visitor is; None: nothing is guided.
        stars: What the visit has earned.
        show: The solution that is being played; None: none.
        left: The row that has just been left for free play; None: none.
        is_nodding: Whether the white button was pressed with nothing placed.
        quiet_s: Real seconds since a goal came true.
        undo_s: Real seconds for which a beginning again can still be taken back.
    """

    def __init__(self, seat: Seat, stars: Stars, own: Sequence[Row] = ()) -> None:
        self._seat, self._own = seat, own
        self.stars = stars
        self.progress: Progress | None = None
        self.show: Show | None = None
        self.left: Row | None = None
        self.is_nodding = False
        self.quiet_s = self.undo_s = 0.0
        self._since_left_s = 0.0
        self._before: tuple[Progress, tuple[Cell, ...]] | None = None
        self._parked: tuple[Cell, ...] | None = None
        self._drawn: int | None = None

    # --- what can be seen of it ---------------------------------------------

    @property
    def is_running(self) -> bool:
        return self.progress is not None

    @property
    def holds_time(self) -> bool:
        """Whether time waits: while a guess is made nothing flows."""
        progress = self.progress
        return progress is not None and progress.state == PREDICT

    @property
    def keeps_secret(self) -> bool:
        """Whether what comes out must not be seen anywhere."""
        progress = self.progress
        return progress is not None and not progress.is_over

    @property
    def live(self) -> tuple[str, ...]:
        """The parameters that can be set now."""
        return admission.live(self.progress)

    @property
    def takes_pushes(self) -> bool:
        """Whether water can be let in by hand now."""
        return admission.takes_pushes(self.progress)

    @property
    def gives_hint(self) -> bool:
        progress = self.progress
        is_doing = progress is not None and progress.state == DO
        return is_doing and self.quiet_s >= HINT_AFTER_S and self.show is None

    @property
    def can_skip(self) -> bool:
        return self.gives_hint and self.quiet_s >= SKIP_AFTER_S

    # --- time ---------------------------------------------------------------

    def run(self, cells: Sequence[Cell], ticks: int) -> StepReport:
        """Let the cells make their ticks one by one, and look after each."""
        cell, second = cells[0], next(iter(cells[1:]), None)
        first_tick, spike_times_ms = cell.tick_count, list[float]()
        shares_input = self._seat.shares_input
        for _ in range(ticks):
            progress = self.progress
            plays = self.show or (progress and progress.sending)
            if plays:
                plays.move(cells, shares_input=shares_input)
            if progress is not None:
                keep_up(progress, cells)
            report = run_all(cells, 1)
            spike_times_ms += report.spike_times_ms
            if progress is not None and self.show is None and progress.state == DO:
                progress.meter.take(cell, report, second)
                self._check(progress)
                self.stars.note(progress)
        return StepReport(first_tick, ticks, tuple(spike_times_ms))

    def live_on(self, elapsed_s: float) -> None:
        """Let real time pass."""
        self.quiet_s += elapsed_s
        self.undo_s = max(0.0, self.undo_s - elapsed_s)
        self._since_left_s += elapsed_s
        if self._since_left_s >= WHAT_IF_S:
            self.left = None
        if self.show is not None:
            self.show.live(elapsed_s)

    def _check(self, progress: Progress) -> None:
        """See which goals have come true; a curtain waits for the visitor."""
        if progress.hides:
            return
        if reach(progress):
            self.quiet_s = 0.0
            self.stars.earn(progress.row.id, progress.earned)
        if progress.next_goal is None:
            self._measure(progress)

    def _measure(self, progress: Progress) -> None:
        """All goals are reached: the truth comes out."""
        measure(progress, self._seat.cells)
        self.stars.earn(progress.row.id, progress.earned)

    # --- commands -----------------------------------------------------------

    def admits(self, command: c.SessionCommand) -> bool:
        """Whether a command may pass: in a guided step only few controls are live."""
        is_showing = self.show is not None
        return admission.admits(self.progress, command, is_showing=is_showing)

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one of ``Guide.OBEYS``; what means nothing now does nothing.

        Raises:
            KeyError: If it names a row that is in no table.
        """
        self.is_nodding = False
        self.OBEYS[type(command)](self, command)

    def _start(self, command: g.StartGuide) -> None:
        self.progress = self._begun(row_of(command.id, self._own))
        self.left = self._before = self._parked = self.show = None
        self.undo_s = 0.0

    def _begun(self, row: Row, drawn: int | None = None) -> Progress:
        """A dry bucket and fresh paper, set up as the row says."""
        if row.secret is not None and drawn is None:
            chance = self._seat.start.seed + self._seat.cells[0].tick_count
            drawn = self._drawn = draw(row.secret, chance, self._drawn)
        self._sit(fresh_cells(row, drawn))
        self._seat.clock.tempo.choose(row.speed)
        self._seat.clock.is_paused = False
        self.quiet_s = 0.0
        meter = Meter(self._seat.cells[0], float(row.speed))
        return Progress.begun(row, meter, drawn)

    def _sit(self, cells: tuple[Cell, ...]) -> None:
        for cell in self._seat.cells:
            cell.let_go()
        self._seat.cells = cells
        self._seat.clock.showings = showings_of(len(cells))

    def leave(self, _: g.LeaveGuide | None = None) -> None:
        """Go on with the first cell as it stands, but for what is the guide's alone."""
        if self.progress is None:
            return
        self._end_show()
        self.left, self._since_left_s = self.progress.row, 0.0
        self.progress = self._before = None
        self.undo_s = 0.0
        clock = self._seat.clock
        self._seat.cells, clock.showings = self._seat.cells[:1], clock.showings[:1]
        self._seat.cells[0].be_free()

    def _place(self, command: g.PlaceGuess) -> None:
        progress = self.progress
        if progress is None or progress.state != PREDICT or not progress.row.guess:
            return
        self._end_show()
        progress.guess = progress.row.guess.snap(command.value)
        progress.is_placed = True

    def _confirm(self, _: g.ConfirmGuess) -> None:
        progress = self.progress
        if progress is None or not progress.can_confirm:
            return
        self._end_show()
        if progress.hides:
            progress.is_placed = is_moved(progress.row, self._seat.cells[1])
        if not progress.is_placed:
            self.is_nodding = True
            return
        if progress.hides:
            self._measure(progress)
            return
        progress.state = DO
        progress.earned = 1
        self.stars.earn(progress.row.id, 1)
        self.quiet_s = 0.0

    def _next(self, _: g.NextStep) -> None:
        progress = self.progress
        if progress is not None and progress.state == MEASURED:
            progress.state = EXPLAINED
        elif progress is not None and progress.state == EXPLAINED:
            self.leave()

    def _send(self, _: g.SendPulse) -> None:
        if self.progress is not None:
            self.progress.sending.send()

    def _skip(self, _: g.SkipGoal) -> None:
        progress = self.progress
        if progress is None or progress.state != DO or self.show is not None:
            return
        place = progress.next_goal
        if place is not None:
            progress.done[place] = True
            progress.skipped.add(place)
            self.quiet_s = 0.0
        if place is not None and progress.next_goal is None:
            self._measure(progress)

    def _show_me(self, _: g.ShowMe) -> None:
        progress = self.progress
        if progress is None or progress.is_over or self.show is not None:
            return
        if progress.state == PREDICT:
            self.show = Show(())
            return
        self._parked = self._seat.cells
        self.show = Show(progress.row.solution, progress.row.pulse)
        self._sit(fresh_cells(progress.row))

    def _end_show(self, _: g.EndShow | None = None) -> None:
        """What was there before is there again."""
        if self.show is not None and self._parked is not None:
            self._sit(self._parked)
        self.show = self._parked = None
        self.quiet_s = 0.0

    def _restart(self, _: g.RestartStep) -> None:
        progress = self.progress
        if progress is None:
            return
        self._end_show()
        self._before = progress, self._seat.cells
        # Whoever has seen it gets another one.
        drawn = None if progress.is_over else progress.drawn
        self.progress = self._begun(progress.row, drawn)
        self.undo_s = UNDO_S

    def _undo(self, _: g.UndoRestart) -> None:
        if self._before is None or self.progress is None:
            return
        self._end_show()
        self.progress, cells = self._before
        self._sit(cells)
        self._before, self.undo_s = None, 0.0

    OBEYS: ClassVar[Mapping[type, Callable[..., None]]] = {
        g.StartGuide: _start,
        g.LeaveGuide: leave,
        g.PlaceGuess: _place,
        g.ConfirmGuess: _confirm,
        g.NextStep: _next,
        g.SendPulse: _send,
        g.SkipGoal: _skip,
        g.ShowMe: _show_me,
        g.EndShow: _end_show,
        g.RestartStep: _restart,
        g.UndoRestart: _undo,
    }
