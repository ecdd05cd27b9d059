"""The running session: obeys commands, lets time pass, answers readings."""

from collections.abc import Container
from typing import Protocol

from lifgame.content.parameters import ParameterSpec
from lifgame.content.speeds import WINDOWS_MS
from lifgame.model.simulation import StepReport
from lifgame.session import commands as c
from lifgame.session.cell import Cell
from lifgame.session.clock import Clock
from lifgame.session.log import CommandLog
from lifgame.session.place import Place
from lifgame.session.preferences import Preferences
from lifgame.session.start import DEFAULT_DT_MS, TRACE_WINDOWS, Start


class Part(Protocol):
    """What has commands of its own to obey."""

    @property
    def OBEYS(self) -> Container[type]: ...  # noqa: N802 - a constant of each part

    def obey(self, command: c.SessionCommand) -> None: ...


class Session:
    """One visitor's cells, clock and place. ``obey`` alone changes it.

    Attributes:
        cells: The neurons with their inputs; all see the same ticks.
        clock: How real time becomes ticks.
        place: Where the visitor is.
        preferences: What outlives a Reset.
        log: Every command that was obeyed, with its tick.
    """

    def __init__(
        self, start: Start | None = None, preferences: Preferences | None = None
    ) -> None:
        self.start = start or Start()
        self.preferences = preferences or Preferences()
        self.clock = Clock(self.start.speed, DEFAULT_DT_MS)
        self.place = Place(self.start.window_ms)
        trace_ms = TRACE_WINDOWS * WINDOWS_MS[-1]
        self.cells = (Cell(self.start, dt_ms=DEFAULT_DT_MS, trace_ms=trace_ms),)
        self.log = CommandLog()

    @property
    def cell(self) -> Cell:
        """The first cell."""
        return self.cells[0]

    @property
    def dt_ms(self) -> float:
        return self.clock.dt_ms

    @property
    def tick_count(self) -> int:
        """Ticks made so far."""
        return self.cell.tick_count

    # --- time ---------------------------------------------------------------

    def tick(self, elapsed_s: float) -> StepReport:
        """Let real time pass; simulated time follows at the chosen speed.

        Args:
            elapsed_s: Real seconds since the last call.

        Returns:
            What happened to the first cell: its ticks, and the spikes in them.
        """
        return self.run(self.clock.due(elapsed_s, runs=self.place.runs_time))

    def run(self, ticks: int) -> StepReport:
        """Advance by some ticks, whatever the clock says: no frame is needed.

        Returns:
            What happened to the first cell.

        Raises:
            ValueError: If ``ticks`` is negative.
        """
        reports = [cell.run(ticks) for cell in self.cells]
        return reports[0]

    @property
    def is_held(self) -> bool:
        """Whether simulated time stands still: paused, or another screen is open."""
        return self.clock.is_paused or not self.place.runs_time

    # --- readings -----------------------------------------------------------

    @property
    def sliders(self) -> tuple[ParameterSpec, ...]:
        """The sliders that are shown now: the equation's four, or the tuning's."""
        return self.cell.pattern.sliders(is_tuning=self.place.is_tuning)

    # --- commands -----------------------------------------------------------

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one command.

        Raises:
            KeyError: If it names an id that is in no table.
            ValueError: If it carries a value that is not finite or not allowed.
        """
        tick = self.tick_count
        self._part(command).obey(command)
        self.log.note(tick, command)
        if isinstance(command, c.SelectPreset):
            self.place.go_home()
        if not self.place.takes_pushes:
            for cell in self.cells:
                cell.let_go()

    def _part(self, command: c.SessionCommand) -> Part:
        """Whose affair a command is."""
        kind = type(command)
        if kind in Cell.OBEYS:
            return self.cells[getattr(command, "cell", 0)]
        parts: tuple[Part, ...] = (self.clock, self.place, self.preferences)
        return next(part for part in parts if kind in part.OBEYS)


def replay(
    log: CommandLog,
    end_tick: int,
    start: Start | None = None,
    preferences: Preferences | None = None,
) -> Session:
    """Play a logged session again, from its start to a tick.

    Args:
        log: The whole log of the session.
        end_tick: How many ticks to make in all.
        start: What that session began with.
        preferences: The settings with which it began.

    Raises:
        ValueError: If the log has forgotten its beginning.
    """
    if not log.is_whole:
        raise ValueError("the log has forgotten its beginning and cannot be replayed")
    session = Session(start, preferences)
    for entry in log:
        session.run(entry.tick - session.tick_count)
        session.obey(entry.command)
    session.run(end_tick - session.tick_count)
    return session
