"""A cell: one neuron with its input, on the screen or on the command line."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from lifgame.content.parameters import (
    CURRENT,
    DEFAULT_VALUES,
    INJECTION,
    PARAMETERS,
    lif_parameters,
)
from lifgame.content.patterns import PATTERNS, Pattern
from lifgame.content.presets import PRESETS, Preset
from lifgame.model import theory
from lifgame.model.neuron import BucketReading, EulerLif, LifParameters
from lifgame.model.simulation import Simulation, StepReport
from lifgame.model.trace import Trace
from lifgame.session import commands as c
from lifgame.session.start import Start

# So near to where it settles, the water looks as if it stood still, in mV.
AT_REST_MV = 0.5


class Cell:
    """What is set, what flows in, and what becomes of it.

    Attributes:
        values: All parameter values by id, in each parameter's unit.
        preset: The neuron type that was chosen last.
        pattern: How the input current changes with time.
        pushes: Who pushes extra current in, and how hard, 0 to 1.
        last_spike_ms: Simulated time of the last spike, or None.
    """

    def __init__(self, start: Start, *, dt_ms: float, trace_ms: float) -> None:
        self.values = DEFAULT_VALUES | PRESETS[start.preset].values()
        self.values |= dict(start.values)
        self.preset: Preset = PRESETS[start.preset]
        self.pattern: Pattern = PATTERNS[start.pattern]
        self.pushes: dict[str, float] = {}
        self.last_spike_ms: float | None = None
        self._pattern_start_ms = 0.0
        self._neuron = EulerLif(self.lif_parameters())
        self._simulation = Simulation(
            self._neuron,
            dt_ms=dt_ms,
            seed=start.seed,
            trace_capacity=round(trace_ms / dt_ms),
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

    def let_go(self) -> None:
        """Nobody pushes any longer."""
        self.pushes.clear()
        self._apply()

    # --- readings -----------------------------------------------------------

    def value(self, parameter: str) -> float:
        return self.values[parameter]

    def lif_parameters(self) -> LifParameters:
        """The neuron's parameters as the sliders have them."""
        return lif_parameters(self.values)

    @property
    def trace(self) -> Trace:
        return self._simulation.trace

    @property
    def bucket(self) -> BucketReading:
        return self._simulation.bucket()

    @property
    def settle_mv(self) -> float:
        """Where V would settle at the present current without its noise, in mV."""
        return self._simulation.settle_mv

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
        return self._neuron.is_refractory

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
    def injected_na(self) -> float:
        """The extra current: the hardest of all pushes, not their sum."""
        return self.values[INJECTION.id] * max(self.pushes.values(), default=0.0)

    @property
    def set_current_na(self) -> float:
        """The slider's current plus what is injected, as if it were constant."""
        pushed = self.injected_na
        return pushed if self.pattern.is_by_hand else self.value(CURRENT.id) + pushed

    @property
    def theory_hz(self) -> float | None:
        """The closed form's rate; None where the pattern's current is not constant."""
        if not self.pattern.is_steady:
            return None
        return theory.firing_rate_hz(self.lif_parameters(), self.set_current_na)

    @property
    def tau_ms(self) -> float:
        return self.lif_parameters().tau_ms

    @property
    def rheobase_na(self) -> float:
        return theory.rheobase_na(self.lif_parameters())

    def interval_ms(self, current_na: float) -> float:
        """The interval between spikes as this neuron steps; infinite if silent."""
        p, dt_ms = self.lif_parameters(), self._simulation.dt_ms
        return theory.euler_interval_ms(p, current_na, dt_ms)

    def settle_at_mv(self, current_na: float) -> float:
        """Where V would settle with a constant current, in mV."""
        return theory.steady_state_mv(self.lif_parameters(), current_na)

    @property
    def expected_hz(self) -> float:
        """How often it fires at the most that flows in now, per simulated second.

        Where noise decides it, theory does not know: then as it was measured.
        """
        tap_na = self.value(CURRENT.id) * self.pattern.peak
        interval_ms = self.interval_ms(tap_na + self.injected_na)
        measured_hz = self.rate_hz if self.pattern.noise is not None else 0.0
        return max(1000.0 / interval_ms, measured_hz)

    @property
    def is_at_rest(self) -> bool:
        """Whether the level stands still, empty or where it settles."""
        return abs(self.voltage_mv - self.settle_mv) < AT_REST_MV

    @property
    def is_preset_changed(self) -> bool:
        """Whether a slider has left the preset's value."""
        preset = self.preset.values()
        return any(self.values[key] != value for key, value in preset.items())

    # --- commands -----------------------------------------------------------

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one of ``Cell.OBEYS``.

        Raises:
            KeyError: If it names an id that is in no table.
            ValueError: If it carries a value that is not finite.
        """
        self.OBEYS[type(command)](self, command)
        self._apply()

    def _set_parameter(self, command: c.SetParameter) -> None:
        spec = PARAMETERS[command.id]
        self.values[spec.id] = spec.snap(command.value)

    def _nudge_parameter(self, command: c.NudgeParameter) -> None:
        spec = PARAMETERS[command.id]
        index = spec.index_of(self.values[spec.id]) + command.steps
        self.values[spec.id] = spec.value_at(index)

    def _select_pattern(self, command: c.SelectPattern) -> None:
        self.pattern = PATTERNS[command.id]
        self._pattern_start_ms = self.time_ms

    def _select_preset(self, command: c.SelectPreset) -> None:
        self.preset = PRESETS[command.id]
        self.values |= self.preset.values()
        # The intervals of another neuron would be averaged with those of this one.
        self._simulation.rate.reset()

    def _browse_presets(self, command: c.BrowsePresets) -> None:
        ids = list(PRESETS)
        index = (ids.index(self.preset.id) + command.by) % len(ids)
        self._select_preset(c.SelectPreset(ids[index]))

    def _inject(self, command: c.Inject) -> None:
        if command.share > 0:
            self.pushes[command.source] = min(command.share, 1.0)
        else:
            self.pushes.pop(command.source, None)

    def _apply(self) -> None:
        """Hand the present values to the simulation."""
        self._neuron.parameters = self.lif_parameters()
        self._simulation.waveform = self.pattern.bind(
            self.values[CURRENT.id], self.values, self._pattern_start_ms
        )
        self._simulation.noise_sigma_na = self.pattern.noise_sigma_na(self.values)
        self._simulation.injected_na = self.injected_na

    OBEYS: ClassVar[Mapping[type, Callable[..., None]]] = {
        c.SetParameter: _set_parameter,
        c.NudgeParameter: _nudge_parameter,
        c.SelectPattern: _select_pattern,
        c.SelectPreset: _select_preset,
        c.BrowsePresets: _browse_presets,
        c.Inject: _inject,
    }
