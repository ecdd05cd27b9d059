"""What a guided step measures: readings by name, taken after every tick.

Nothing here is shown before it may be: the scenes ask the guide, not the meter.
"""

from collections.abc import Mapping
from math import inf

from lifgame.content.parameters import CURRENT
from lifgame.model.simulation import StepReport
from lifgame.session.cell import Cell
from lifgame.session.guide.beats import Beats
from lifgame.session.guide.climb import Climb
from lifgame.session.guide.points import STEADY, Points
from lifgame.session.guide.rise import Rise
from lifgame.session.guide.swing import Swing
from lifgame.session.guide.waves import Waves

Readings = Mapping[str, float]
READINGS = (
    "spikes",  # since the step began
    "tap_na",
    "line_mv",
    "gap_mv",  # from the water up to the line
    "smallest_na",  # least current that has fired, by the tap alone
    "silent_na",  # greatest current at which the water stood still under the line
    "bracket_na",  # how far these two are apart
    "interval_ms",  # the last between two spikes since anything was changed
    "steady_hz",  # the rate of that interval
    "first_hz",  # the first rate that was measured
    "slower_hz",  # the newest rate with a line that was raised
    "raised_mv",  # how far the line was raised
    "points",  # steady rhythms and silences that have landed in the plot
    "rhythms",  # those of them that fire
    "top_na",  # the greatest current of these
    "slope_hz_na",  # how much faster it fires for each nA, in the upper half
    "in_a_row",  # spikes since anything was changed
    "stretch",  # the last interval as a multiple of the first in a row
    "staying_s",  # how long the water has been just below the line, on the wall
    "stayed_s",  # the longest such stay
    "press_spikes",  # spikes of the last press that has ended
    "shortest_ms",  # shortest press into an empty bucket that has fired
    "crest_spikes",  # spikes on a crest of the signal, since the step began
    "crests_hit",  # how many of the last crests have one
    "clean_waves",  # how many of the last waves have one there, and none in the valley
    "beat_match",  # how well the last beats keep the neuron's time, in percent
    "stopped_mv",  # where the water stands still without the rule
    "still_mv",  # how far it is from standing still there
    "swing_pc",  # what is left of the newest steady swing, in percent
    "octaves",  # how often the least that was set doubles up to the most
    "step_error_mv",  # the farthest from the exact curve since the bucket was empty
    "halved",  # how many times smaller that is for half the step
    "rise_ms",  # from a pulse's beginning until 63.2 % of the way: the first cell's
    "second_rise_ms",  # the second cell's
    "rises",  # how many cells have come so far
    "rise_off_ms",  # how far the worse of them is from its time constant
    "forgotten",  # how many have hardly anything left of it
)
# So near below the line is "almost", in mV.
BAND_MV = 1.0
# So far below the line a press begins with an empty bucket, in mV.
EMPTY_MV = 1.0
STILL_MV = 0.5


class Meter:
    """Follows the cells from the moment at which they may be touched.

    Attributes:
        readings: The numbers of ``READINGS``.
        points: The steady rhythms.
        rises: How each cell answers a pulse.
    """

    def __init__(self, cell: Cell, speed: float) -> None:
        self._wall_s_per_ms = 1.0 / 1000.0 / speed
        self._line_at_first_mv = cell.threshold_mv
        self._setting: object = None
        self._last_spike_ms: float | None = None
        self._first_interval_ms = inf
        self._press_ms: float | None = None
        self._press_spikes, self._is_pure_press = 0, False
        self.points, self._swing, self._climb = Points(), Swing(), Climb()
        self._waves, self._beats = Waves(), Beats()
        self.rises = (Rise(), Rise())
        self.readings: dict[str, float] = dict.fromkeys(READINGS, 0.0)
        self.readings |= {"smallest_na": inf, "silent_na": -inf, "bracket_na": inf}
        self.readings |= dict.fromkeys(("rise_ms", "second_rise_ms"), inf)
        self.readings["beat_match"] = -inf
        self.readings |= {"shortest_ms": inf, "still_mv": inf, "interval_ms": inf}

    def take(self, cell: Cell, report: StepReport, second: Cell | None = None) -> None:
        """Look at the tick that has just been made.

        Args:
            cell: The first cell.
            report: What happened to it.
            second: The one beside it, after the same tick; None: there is none.
        """
        now, spikes = self.readings, len(report.spike_times_ms)
        now["spikes"] += spikes
        now["tap_na"] = cell.value(CURRENT.id)
        now["line_mv"] = cell.threshold_mv
        now["gap_mv"] = cell.threshold_mv - cell.voltage_mv
        now["raised_mv"] = cell.value("threshold") - self._line_at_first_mv
        self._follow_setting(cell)
        for time_ms in report.spike_times_ms:
            self._spike(cell, time_ms)
        if cell.is_drum:
            self._beat(cell)
        if cell.trembles:
            self._follow_waves(cell, spikes)
        self._stay(cell)
        if cell.step_ms:
            self._follow_climb(cell, spikes)
        elif cell.pattern.is_steady:
            self._silence(cell)
        elif not cell.trembles:
            self._follow_swing(cell)
        self._press(cell, spikes)
        self._follow_pulse((cell,) if second is None else (cell, second))

    def _follow_pulse(self, cells: tuple[Cell, ...]) -> None:
        now, tick_ms = self.readings, cell_tick_ms(cells[0])
        for rise, cell in zip(self.rises, cells, strict=False):
            rise.take(cell, tick_ms)
        now["rise_ms"], now["second_rise_ms"] = (rise.rise_ms for rise in self.rises)
        now["rises"] = sum(rise.rise_ms < inf for rise in self.rises)
        now["forgotten"] = sum(rise.has_forgotten for rise in self.rises)
        pairs = zip(self.rises, cells, strict=False)
        now["rise_off_ms"] = max(abs(rise.rise_ms - c.tau_ms) for rise, c in pairs)

    def _follow_setting(self, cell: Cell) -> None:
        """Whatever is changed, what was measured before it does not count."""
        values = tuple(cell.values.items())
        setting = values, cell.is_pushed, cell.fires, cell.step_ms
        if setting != self._setting:
            self._setting, self._last_spike_ms = setting, None
            self._first_interval_ms = inf
            self._swing.begin()
            self._climb.begin()
            self._waves.forget()
            self.readings |= {"in_a_row": 0.0, "stretch": 0.0, "interval_ms": inf}

    def _beat(self, cell: Cell) -> None:
        """The visitor's beats, against the neuron's own."""
        beats, now = self._beats, self.readings
        if cell.push_tick is not None:
            beats.take(cell.push_tick * cell_tick_ms(cell))
            now["beat_match"] = beats.match_percent(now["interval_ms"])

    def _follow_waves(self, cell: Cell, spikes: int) -> None:
        """Whether it fires where the signal is high."""
        waves, now = self._waves, self.readings
        waves.take(cell, spikes)
        now["crest_spikes"] += spikes if waves.is_crest else 0
        now["crests_hit"], now["clean_waves"] = waves.hit, waves.clean

    def _spike(self, cell: Cell, time_ms: float) -> None:
        now = self.readings
        now["in_a_row"] += 1
        if self._last_spike_ms is not None:
            is_pure = cell.pattern.is_steady and not (cell.is_pushed or cell.step_ms)
            self._interval(time_ms - self._last_spike_ms, is_pure=is_pure)
        self._last_spike_ms = time_ms
        if not cell.is_pushed:
            now["smallest_na"] = min(now["smallest_na"], now["tap_na"])
            self._bracket()

    def _interval(self, interval_ms: float, *, is_pure: bool) -> None:
        now = self.readings
        is_steady = abs(interval_ms - now["interval_ms"]) <= STEADY * interval_ms
        if is_pure and is_steady:
            self._land(now["tap_na"], 1000.0 / interval_ms)
        now["interval_ms"], now["steady_hz"] = interval_ms, 1000.0 / interval_ms
        if self._first_interval_ms == inf:
            self._first_interval_ms = interval_ms
        now["stretch"] = interval_ms / self._first_interval_ms
        now["first_hz"] = now["first_hz"] or now["steady_hz"]
        if now["raised_mv"] > 0.0:
            now["slower_hz"] = now["steady_hz"]

    def _land(self, current_na: float, rate_hz: float) -> None:
        points, now = self.points, self.readings
        points.land(current_na, rate_hz)
        rhythms = points.rhythms
        now["points"], now["rhythms"] = len(points.all), len(rhythms)
        now["top_na"] = max((na for na, _ in rhythms), default=0.0)
        now["slope_hz_na"] = points.slope_hz_na

    def _follow_swing(self, cell: Cell) -> None:
        """How far V follows a current that comes again, as long as nothing fires."""
        now, points = self.readings, self.points
        if self._last_spike_ms is not None:
            self._swing.begin()
        gain = self._swing.take(cell, cell_tick_ms(cell))
        if gain is None:
            return
        now["swing_pc"] = 100.0 * gain
        points.land(1000.0 / cell.pattern.period_ms(cell.values), now["swing_pc"])
        now["points"], now["octaves"] = len(points.all), points.octaves

    def _follow_climb(self, cell: Cell, spikes: int) -> None:
        """How far the steps lead away from the exact curve."""
        now, points, climb = self.readings, self.points, self._climb
        is_over = climb.take(cell, cell_tick_ms(cell), has_fired=spikes > 0)
        now["step_error_mv"] = climb.error_mv
        if is_over:
            points.land(cell.step_ms, climb.error_mv)
            now["points"], now["octaves"] = len(points.all), points.octaves
            now["halved"] = points.halved

    def _bracket(self) -> None:
        now = self.readings
        now["bracket_na"] = abs(now["smallest_na"] - now["silent_na"])

    def _stay(self, cell: Cell) -> None:
        """How long it has been just below the line."""
        now = self.readings
        is_in = 0.0 <= now["gap_mv"] <= BAND_MV
        lasted_s = cell_tick_ms(cell) * self._wall_s_per_ms
        now["staying_s"] = now["staying_s"] + lasted_s if is_in else 0.0
        now["stayed_s"] = max(now["stayed_s"], now["staying_s"])

    def _silence(self, cell: Cell) -> None:
        """What the water does when it stands still."""
        now, settle_mv = self.readings, cell.reading().settle_mv
        away_mv = abs(settle_mv - cell.voltage_mv)
        if not cell.fires:
            now["still_mv"], now["stopped_mv"] = away_mv, cell.voltage_mv
        is_silent = away_mv < STILL_MV and settle_mv < cell.threshold_mv
        if is_silent and cell.fires and not cell.is_pushed:
            if now["tap_na"] > 0.0:
                self._land(now["tap_na"], 0.0)
            now["silent_na"] = max(now["silent_na"], now["tap_na"])
            self._bracket()

    def _press(self, cell: Cell, spikes: int) -> None:
        """A press from its first tick to its last."""
        now, tick_ms = self.readings, cell_tick_ms(cell)
        if cell.is_pushed:
            if self._press_ms is None:
                self._press_ms, self._press_spikes = 0.0, 0
                before_mv = cell.voltage_mv if not spikes else 0.0
                rise_mv = cell.injected_na / cell.value("capacitance") * tick_ms
                self._is_pure_press = before_mv < EMPTY_MV + rise_mv
            self._press_ms += tick_ms
            self._press_spikes += spikes
        elif self._press_ms is not None:
            now["press_spikes"] = self._press_spikes
            if self._press_spikes and self._is_pure_press:
                now["shortest_ms"] = min(now["shortest_ms"], self._press_ms)
            self._press_ms = None


def cell_tick_ms(cell: Cell) -> float:
    """Simulated time of one tick, in ms."""
    return cell.time_ms / max(cell.tick_count, 1)
