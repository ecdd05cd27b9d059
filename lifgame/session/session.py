"""The running session: obeys commands, lets time pass, answers readings."""

from lifgame.content.parameters import CURRENT, INJECTION, REFRACTORY, ParameterSpec
from lifgame.content.screens import HOME, LAB
from lifgame.model.record import Reading
from lifgame.model.simulation import StepReport
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.clock import Clock
from lifgame.session.comparison import Comparison
from lifgame.session.devices import Devices
from lifgame.session.exhibit import Exhibit
from lifgame.session.finding import has_found_rheobase
from lifgame.session.following import follow
from lifgame.session.glow import Glow
from lifgame.session.guide.guide import Guide
from lifgame.session.learn import Learn
from lifgame.session.log import CommandLog
from lifgame.session.part import Part
from lifgame.session.place import Place
from lifgame.session.preferences import Preferences
from lifgame.session.race.race import Race
from lifgame.session.sharing import carry_out, cells_from, run_all
from lifgame.session.start import DEFAULT_DT_MS, Start
from lifgame.session.story import Seen, Story
from lifgame.session.tempo import Pace, pace_of

# Who chooses these needs no hand to hold.
_OWN_WAY = (c.SelectPreset, c.BrowsePresets, c.SelectPattern, g.ShowPage)
# Another neuron or input may need another tempo at once.
_NEW_TEMPO = (
    c.SelectPreset,
    c.BrowsePresets,
    c.SelectPattern,
    c.SetSpeed,
    c.BrowseSpeeds,
    g.ShowPage,
)


class Session:
    """One visitor's cells, clock and place. ``obey`` alone changes it.

    Attributes:
        cells: The neurons with their inputs, one or two; all see the same ticks.
        shares_input: Whether one tap and one pattern serve them all.
        clock: How real time becomes ticks.
        place: Where the visitor is.
        preferences: What outlives a Reset.
        devices: What the machine has, as far as it is known.
        exhibit: What holds where nobody looks after the program; it does, too.
        log: Every command that was obeyed, with its tick.
        hold_glow: Whether HOLD is lit.
        story: Which of the first steps the visitor is at.
        guide: What leads through an experiment or a challenge.
        race: What leads two visitors through a race.
        learn: What opens the pages of Learn.
        comparison: What brings a second neuron beside the first, and takes it away.
    """

    def __init__(
        self,
        start: Start | None = None,
        preferences: Preferences | None = None,
        exhibit: Exhibit | None = None,
        devices: Devices | None = None,
    ) -> None:
        self.start = start or Start()
        self.preferences = preferences or Preferences()
        self.exhibit = exhibit or Exhibit()
        self.devices = devices or Devices()
        self.clock = Clock(self.start.speed, DEFAULT_DT_MS)
        is_kiosk = self.exhibit.rules.enabled
        self.place = Place(
            self.start.view, self.start.window_ms, has_way_out=not is_kiosk
        )
        self.cells = cells_from(self.start)
        self.shares_input = True
        self.guide = Guide(self, self.exhibit.stars, self.exhibit.own_rows)
        self.race = Race(self)
        self.comparison = Comparison(self)
        self.learn = Learn(self)
        self.log = CommandLog()
        self.hold_glow = Glow()
        self.clock.tempo.renew(self.pace())
        self.story = Story(self._seen(), is_told=self.start.is_told)

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
        """Let real time pass; simulated time follows at the tempo.

        Args:
            elapsed_s: Real seconds since the last call.

        Returns:
            What happened to the first cell: its ticks, and the spikes in them.
        """
        first_tick, spike_times_ms = self.tick_count, list[float]()
        for ticks in self.clock.due(elapsed_s, runs=self.runs_time):
            counts = [cell.spike_count for cell in self.cells]
            report = self.run(ticks)
            spike_times_ms += report.spike_times_ms
            if self.race.is_running:
                continue
            self._flush(counts)
            if not self.learn.is_open and has_found_rheobase(self.cell):
                self.place.covered.discard("rheobase")
            is_calm = all(cell.is_at_rest for cell in self.cells)
            is_calm |= bool(report.spike_times_ms)
            self.clock.tempo.follow(self.pace(), may_change=is_calm)
        self.hold_glow.live(elapsed_s, pressed=any(cell.pushes for cell in self.cells))
        self.story.live(self._seen(), elapsed_s if self.place.runs_time else 0.0)
        made = self.tick_count - first_tick
        self._live_guided(elapsed_s)
        return StepReport(first_tick, made, tuple(spike_times_ms))

    def run(self, ticks: int) -> StepReport:
        """Advance by some ticks, whatever the clock says: no frame is needed.

        Returns:
            What happened to the first cell.

        Raises:
            ValueError: If ``ticks`` is negative.
        """
        if self.race.is_running:
            return self.race.run(ticks)
        if self.guide.is_running:
            return self.guide.run(self.cells, ticks)
        return run_all(self.cells, ticks)

    @property
    def runs_time(self) -> bool:
        """Whether time runs on the screen that is open."""
        is_waiting = self.guide.holds_time or self.race.holds_time
        return self.place.runs_time and not is_waiting

    def _live_guided(self, elapsed_s: float) -> None:
        if not self.place.runs_time:
            return
        self.guide.live_on(elapsed_s)
        self.race.live(elapsed_s)
        if self.guide.show is not None and self.guide.show.is_over:
            self.obey(g.EndShow())

    def pace(self) -> Pace:
        """What the tempo depends on: the quickest of the cells."""
        return pace_of(self.cells)

    def _seen(self) -> Seen:
        return Seen.of(self.cell, self.clock.showing)

    def _hold_on_spike(self) -> None:
        can_hold = self.clock.holds_on_spike and self.place.screen == LAB
        if can_hold and not self.clock.is_paused:
            self.obey(c.TogglePause())

    def _flush(self, counts: list[int]) -> None:
        """Let the new spikes be seen, but for theory's: it has no bucket to flush."""
        showings = self.clock.showings
        for cell, showing, before in zip(self.cells, showings, counts, strict=True):
            if cell.spike_count > before and not cell.is_exact:
                showing.spike(self._rest_s(cell))
                self._hold_on_spike()

    def _rest_s(self, cell: Cell) -> float:
        """How long a cell rests after a spike, in seconds on the wall."""
        rest_ms = cell.value(REFRACTORY.id)
        return rest_ms / 1000.0 / float(self.clock.speed)

    @property
    def is_held(self) -> bool:
        """Whether simulated time stands still: paused, or another screen is open."""
        return self.clock.is_paused or not self.runs_time

    # --- readings -----------------------------------------------------------

    @property
    def reading(self) -> Reading:
        """The first cell as it is shown: now, or at the tick that is looked at."""
        return self.cell.reading(self.clock.past_tick)

    @property
    def sliders(self) -> tuple[ParameterSpec, ...]:
        """The main sliders: the current's and the equation's."""
        return (CURRENT, *self.cell.model.parameters)

    @property
    def tuning(self) -> tuple[ParameterSpec, ...]:
        """What the pattern and the model have of their own, and how hard HOLD is."""
        own = self.cell.pattern.parameters + self.cell.model.extra_parameters
        return (*own, INJECTION)

    # --- commands -----------------------------------------------------------

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one command, if guide and race let it pass.

        Raises:
            KeyError: If it names an id that is in no table.
            ValueError: If it carries a value that is not finite or not allowed.
        """
        tick, was_guided = self.tick_count, self.guide.is_running
        leaders = (self.learn,) if self.learn.is_open else (self.guide, self.race)
        if not all(leader.admits(command) for leader in leaders):
            return
        self._carry_out(command)
        self.log.note(tick, command)
        follow(self, command, was_guided=was_guided)
        self.learn.follow(command, self.place)
        self.comparison.follow(command)
        self._keep_past(command)
        if isinstance(command, c.SelectPreset):
            self.place.go_back()
        if isinstance(command, _OWN_WAY) or self.place.view != HOME:
            self.story.skip()
        if isinstance(command, _NEW_TEMPO):
            self.clock.tempo.renew(self.pace())
        if not self.place.takes_pushes:
            for cell in self.cells:
                cell.let_go()

    def _keep_past(self, command: c.SessionCommand) -> None:
        """Whoever touches the neuron, or leaves the Lab, is back at now."""
        record, is_lab = self.cell.record, self.place.screen == LAB
        held, kind = (record.first_tick, record.end_tick - 1), type(command)
        self.clock.keep_past(*held, can_look=is_lab and kind not in Cell.OBEYS)
        self.clock.keep_marks(*held, are_seen=is_lab)

    def _carry_out(self, command: c.SessionCommand) -> None:
        """Let that obey whose affair it is."""
        kind = type(command)
        if kind in Cell.OBEYS and not self.race.takes(command):
            carry_out(self.cells, command, shares_input=self.shares_input)
            return
        parts: tuple[Part, ...] = (
            self.clock,
            self.place,
            self.preferences,
            self.guide,
            self.race,
            self.learn,
            self.exhibit,
            self.comparison,
        )
        next(part for part in parts if kind in part.OBEYS).obey(command)


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
