"""The state of a cell and all that can be read off it, now and by the closed form."""

import math
from dataclasses import dataclass, replace

from lifgame.content.models import MODELS, TheoryAt
from lifgame.content.parameters import (
    CAPACITANCE,
    CURRENT,
    DEFAULT_VALUES,
    INJECTION,
    NOISE_SIGMA,
    REFRACTORY,
    RESISTANCE,
)
from lifgame.content.patterns import PATTERNS, Pattern
from lifgame.content.presets import PRESETS, Preset
from lifgame.model.record import Reading, Record
from lifgame.model.simulation import Simulation, Snapshot, StepReport
from lifgame.session.start import Start

# So near to where it settles, the water looks as if it stood still, in mV.
AT_REST_MV = 0.5
# Rates are shown with one decimal: less than this is no difference to anybody.
SEEN_HZ = 0.1


@dataclass(frozen=True, slots=True)
class CellSnapshot:
    """All of a cell's state. It stays good for any number of ``restore``."""

    preset: Preset
    values: dict[str, float]
    pattern: Pattern
    pushes: dict[str, float]
    last_spike_ms: float | None
    pattern_start_ms: float
    simulation: Snapshot


class CellState:
    """What is set, what flows in, and what becomes of it.

    Attributes:
        values: All parameter values by id, in each parameter's unit.
        preset: The neuron type that was chosen last.
        pattern: How the input current changes with time.
        pushes: Who pushes extra current in, and how hard, 0 to 1.
        last_spike_ms: Simulated time of the last spike, or None.
        fires: Whether the line empties the bucket; only a guide switches it off.
        step_ms: The step of Euler's method; 0: a tick; only a guide sets another.
        trembles: Whether noise comes on top of any input; only a guide switches it on.
        is_drum: Whether pushes are only noted, and let nothing in; only a guide's.
        push_tick: After which tick the last push began, or None.
        changed_ms: Simulated time at which something was set, or a push began or ended.
    """

    def __init__(self, start: Start, *, dt_ms: float, record_ms: float) -> None:
        self.preset: Preset = PRESETS[start.preset]
        self.model = MODELS[self.preset.model]
        self.values = DEFAULT_VALUES | self.preset.values() | dict(start.values)
        self.pattern: Pattern = PATTERNS[start.pattern]
        self.pushes: dict[str, float] = {}
        self.last_spike_ms: float | None = None
        self.changed_ms = 0.0
        self.fires, self.trembles, self.is_drum = True, False, False
        self.step_ms, self.method = start.step_ms, start.method
        self.push_tick: int | None = None
        self._reach_mv: float | None = None
        self._theory: TheoryAt | None = None
        self._pattern_start_ms = 0.0
        self._simulation = Simulation(
            self.model.build(self.values, self.method),
            dt_ms=dt_ms,
            seed=start.seed,
            record_capacity=round(record_ms / dt_ms),
        )
        self._apply()

    def run(self, ticks: int) -> StepReport:
        """Advance by some ticks.

        Raises:
            ValueError: If ``ticks`` is negative.
        """
        report = self._simulation.advance(ticks)
        if report.spike_times_ms:
            self.last_spike_ms = report.spike_times_ms[-1]
        return report

    def relive(self, past: Record, ticks: int) -> None:
        """Go once more, with the present values, through what has flowed in elsewhere.

        Args:
            past: Of another cell, which has made as many ticks.
            ticks: How many of its newest count.
        """
        told = past.span(past.end_tick - ticks, past.end_tick)
        self._simulation = self._simulation.relived(self.model.build(self.values), told)
        self._apply()

    def snapshot(self) -> "CellSnapshot":
        """All of its state: the same future comes of it, bit for bit."""
        return CellSnapshot(
            self.preset,
            dict(self.values),
            self.pattern,
            dict(self.pushes),
            self.last_spike_ms,
            self._pattern_start_ms,
            self._simulation.snapshot(),
        )

    def restore(self, snapshot: "CellSnapshot") -> None:
        """Back to a state that ``snapshot`` has told."""
        self.preset, self.pattern = snapshot.preset, snapshot.pattern
        self.values, self.pushes = dict(snapshot.values), dict(snapshot.pushes)
        self.last_spike_ms = snapshot.last_spike_ms
        self._pattern_start_ms = snapshot.pattern_start_ms
        self.model = MODELS[self.preset.model]
        self._simulation.restore(snapshot.simulation)
        self._apply()

    # --- readings -----------------------------------------------------------

    def value(self, parameter: str) -> float:
        return self.values[parameter]

    @property
    def record(self) -> Record:
        """The recent past, tick by tick."""
        return self._simulation.record

    def reading(self, tick: int | None = None) -> Reading:
        """The neuron now, or after a tick that the record holds.

        Raises:
            ValueError: If that tick is not held.
        """
        return self._simulation.reading(tick)

    @property
    def voltage_mv(self) -> float:
        return self._simulation.neuron.voltage_mv

    @property
    def threshold_mv(self) -> float:
        """The voltage at which it spikes now, in mV: the neuron's, not the slider's."""
        return self._simulation.neuron.threshold_mv

    @property
    def is_refractory(self) -> bool:
        """Whether the neuron rests after a spike and takes nothing in."""
        return self._simulation.neuron.is_refractory

    @property
    def is_exact(self) -> bool:
        """Whether its equation is solved exactly, and not in steps."""
        return self._simulation.neuron.is_exact

    @property
    def spike_count(self) -> int:
        return self._simulation.spike_count

    @property
    def time_ms(self) -> float:
        return self._simulation.time_ms

    @property
    def tick_count(self) -> int:
        return self._simulation.tick

    @property
    def rate_hz(self) -> float:
        """The measured firing rate, in spikes per simulated second."""
        return self._simulation.rate_hz

    @property
    def is_pushed(self) -> bool:
        """Whether anybody lets water in by hand."""
        return bool(self.pushes) and not self.is_drum

    @property
    def injected_na(self) -> float:
        """The extra current: the hardest of all pushes, not their sum."""
        if not self.is_pushed:
            return 0.0
        return self.values[INJECTION.id] * max(self.pushes.values())

    @property
    def set_current_na(self) -> float:
        """The slider's current plus what is injected, as if it were constant."""
        pushed = self.injected_na
        return pushed if self.pattern.is_by_hand else self.value(CURRENT.id) + pushed

    @property
    def theory(self) -> TheoryAt | None:
        """What must come out at the present values; None if nothing can be said."""
        return self._theory

    @property
    def theory_hz(self) -> float | None:
        """The closed form's rate; None where it is not known or I is not constant."""
        theory = self.theory
        if theory is None or not self.pattern.is_steady:
            return None
        return theory.rate_hz(self.set_current_na)

    @property
    def stepped_hz(self) -> float:
        """The rate that the screen's steps settle to with the tap as it is set."""
        return 1000.0 / self.interval_ms(self.set_current_na)

    @property
    def differs_in_steps(self) -> bool:
        """Whether that is seen to differ from the closed form's rate."""
        theory_hz = self.theory_hz
        if theory_hz is None:
            return False
        return abs(theory_hz - self.stepped_hz) >= SEEN_HZ

    def settle_at_mv(self, current_na: float) -> float:
        """Where V would settle with a constant current, in mV."""
        theory = self.theory
        return theory.settle_mv(current_na) if theory else self.reading().settle_mv

    @property
    def tau_ms(self) -> float:
        """The membrane time constant, in ms."""
        return self.value(RESISTANCE.id) * self.value(CAPACITANCE.id)

    def interval_ms(self, current_na: float) -> float:
        """The interval between spikes as this neuron steps; infinite if silent."""
        theory, dt_ms = self.theory, self.step_ms or self._simulation.dt_ms
        return theory.euler_interval_ms(current_na, dt_ms) if theory else math.inf

    def first_spike_ms(self, current_na: float) -> float:
        """The time from rest to the first spike; infinite if there is none."""
        return self.theory.first_spike_ms(current_na) if self.theory else math.inf

    @property
    def reach_mv(self) -> float:
        """How high the water comes with all that flows in but the noise, in mV.

        As if there were no line, and the pattern had run for long.
        """
        if self._reach_mv is None:
            wave = self.pattern.bind(self.values[CURRENT.id], self.values)
            pushed_na, theory = self.injected_na, self.theory
            dt_ms = self._simulation.dt_ms
            self._reach_mv = -math.inf
            if theory is not None:
                self._reach_mv = theory.reach_mv(
                    lambda time_ms: wave(time_ms) + pushed_na, self._period_ms(), dt_ms
                )
        return self._reach_mv

    def _period_ms(self) -> float:
        """After how long the input begins again; a tick for one that never changes."""
        period_ms = self.pattern.period_ms(self.values)
        return period_ms if math.isfinite(period_ms) else self._simulation.dt_ms

    @property
    def expected_hz(self) -> float:
        """How often it fires at the most that flows in now, per simulated second.

        Where noise decides it, theory does not know: then as it was measured.
        """
        tap_na = self.value(CURRENT.id) * self.pattern.peak
        # The first spikes of a neuron that adapts come quickest.
        interval_ms = self.first_spike_ms(tap_na + self.injected_na)
        measured_hz = self.rate_hz if self.pattern.noise is not None else 0.0
        interval_ms += self.value(REFRACTORY.id)
        return max(1000.0 / max(interval_ms, self._simulation.dt_ms), measured_hz)

    @property
    def is_at_rest(self) -> bool:
        """Whether the level stands still, empty or where it settles."""
        return abs(self.voltage_mv - self.reading().settle_mv) < AT_REST_MV

    @property
    def is_preset_changed(self) -> bool:
        """Whether a slider has left the preset's value."""
        preset = self.preset.values()
        return any(self.values[key] != value for key, value in preset.items())

    def _apply(self) -> None:
        """Hand the present values to the simulation."""
        self._reach_mv = None
        self._theory = self.model.theory_at(self.values)
        neuron = self._simulation.neuron
        parameters = self.model.parameters_of(self.values)
        neuron.parameters = replace(parameters, fires=self.fires, step_ms=self.step_ms)
        self._simulation.waveform = self.pattern.bind(
            self.values[CURRENT.id], self.values, self._pattern_start_ms
        )
        sigma_na = self.pattern.noise_sigma_na(self.values)
        sigma_na = self.values[NOISE_SIGMA.id] if self.trembles else sigma_na
        self._simulation.noise_sigma_na = sigma_na
        self._simulation.injected_na = self.injected_na
