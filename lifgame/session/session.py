"""The running session: obeys commands, advances simulated time, answers readings."""

from collections.abc import Callable
from typing import Any

from lifgame.content.parameters import (
    CURRENT,
    DEFAULT_VALUES,
    INJECTION,
    PARAMETERS,
    ParameterSpec,
    lif_parameters,
)
from lifgame.content.patterns import PATTERNS, Pattern
from lifgame.content.presets import PRESETS, Preset
from lifgame.content.speeds import DEFAULT_WINDOW_MS, SPEEDS, WINDOWS_MS
from lifgame.model import theory
from lifgame.model.neurons.lif import EulerLif
from lifgame.model.neurons.lif_parameters import LifParameters
from lifgame.model.record import Reading, Record
from lifgame.model.simulation import Simulation, StepReport
from lifgame.model.stepper import Stepper
from lifgame.session import commands as c
from lifgame.session.preferences import Preferences
from lifgame.session.start import (
    DEFAULT_DT_MS,
    DRAWERS,
    SCREENS,
    TRACE_WINDOWS,
    Start,
    neighbour,
)


class Session:
    """One visitor's neuron. ``obey`` alone changes it, ``tick`` lets time pass."""

    def __init__(
        self, start: Start | None = None, preferences: Preferences | None = None
    ) -> None:
        start = start or Start()
        self.preferences = preferences or Preferences()
        self.values = DEFAULT_VALUES | PRESETS[start.preset].values()
        self.values |= dict(start.values)
        self.preset: Preset = PRESETS[start.preset]
        self.pattern: Pattern = PATTERNS[start.pattern]
        self.speed = start.speed
        self.window_ms = DEFAULT_WINDOW_MS
        self.is_paused = False
        self.is_tuning = False
        self.drawer = DRAWERS[0]
        self.screen = SCREENS[0]
        self.pushes: dict[str, float] = {}
        self.dt_ms = DEFAULT_DT_MS
        self.last_spike_ms: float | None = None
        self._pattern_start_ms = 0.0
        self._steps_due = 0
        self._stepper = Stepper(self.dt_ms)
        self._neuron = EulerLif(self.lif_parameters())
        self._simulation = Simulation(
            self._neuron,
            dt_ms=self.dt_ms,
            seed=start.seed,
            record_capacity=round(TRACE_WINDOWS * WINDOWS_MS[-1] / self.dt_ms),
        )
        self._apply()

    # --- time ---------------------------------------------------------------

    def tick(self, elapsed_s: float) -> StepReport:
        """Let real time pass; simulated time follows at the chosen speed.

        Args:
            elapsed_s: Real seconds since the last call.

        Returns:
            What happened: the ticks that were run and the spikes in them.
        """
        steps, self._steps_due = self._steps_due, 0
        if not self.is_held:
            steps += self._stepper.take(elapsed_s, self.speed)
        report = self._simulation.advance(steps)
        if report.spike_times_ms:
            self.last_spike_ms = report.spike_times_ms[-1]
        return report

    @property
    def is_held(self) -> bool:
        """Whether simulated time stands still: paused, or another screen is open."""
        return self.is_paused or self.screen != "play"

    @property
    def dropped_s(self) -> float:
        """Real seconds that were skipped because the machine could not keep up."""
        return self._stepper.dropped_s

    # --- readings -----------------------------------------------------------

    def value(self, parameter: str) -> float:
        return self.values[parameter]

    def lif_parameters(self) -> LifParameters:
        """The neuron's parameters as the sliders have them."""
        return lif_parameters(self.values)

    @property
    def trace(self) -> Record:
        return self._simulation.record

    @property
    def bucket(self) -> Reading:
        return self._simulation.reading()

    @property
    def settle_mv(self) -> float:
        """Where V would settle at the present current without its noise, in mV."""
        return self._simulation.reading().settle_mv

    @property
    def voltage_mv(self) -> float:
        return self._simulation.neuron.voltage_mv

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
    def steady_current_na(self) -> float:
        """The slider's current plus what is injected, as a constant input."""
        pushed = self.injected_na
        return pushed if self.pattern.is_by_hand else self.values["current"] + pushed

    @property
    def theory_hz(self) -> float | None:
        """The closed form's rate; None where the pattern's current is not constant."""
        if self.pattern.id not in ("constant", "by_hand"):
            return None
        return theory.firing_rate_hz(self.lif_parameters(), self.steady_current_na)

    @property
    def tau_ms(self) -> float:
        return self.lif_parameters().tau_ms

    @property
    def rheobase_na(self) -> float:
        return theory.rheobase_na(self.lif_parameters())

    @property
    def injected_na(self) -> float:
        """The extra current: the hardest of all pushes, not their sum."""
        return self.values[INJECTION.id] * max(self.pushes.values(), default=0.0)

    @property
    def is_preset_changed(self) -> bool:
        """Whether a slider has left the preset's value."""
        preset = self.preset.values()
        return any(self.values[key] != value for key, value in preset.items())

    @property
    def sliders(self) -> tuple[ParameterSpec, ...]:
        """The sliders that are shown now: the equation's four, or the tuning's."""
        return self.pattern.sliders(is_tuning=self.is_tuning)

    # --- commands -----------------------------------------------------------

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one command.

        Raises:
            KeyError: If it names an id that is in no table.
            ValueError: If it carries a value that is not finite or not allowed.
        """
        _OBEY[type(command)](self, command)

    def _set_parameter(self, command: c.SetParameter) -> None:
        spec = PARAMETERS[command.id]
        self.values[spec.id] = spec.snap(command.value)
        self._apply()

    def _nudge_parameter(self, command: c.NudgeParameter) -> None:
        spec = PARAMETERS[command.id]
        index = spec.index_of(self.values[spec.id]) + command.steps
        self.values[spec.id] = spec.value_at(index)
        self._apply()

    def _select_pattern(self, command: c.SelectPattern) -> None:
        self.pattern = PATTERNS[command.id]
        self._pattern_start_ms = self.time_ms
        self._apply()

    def _select_preset(self, command: c.SelectPreset) -> None:
        self.preset = PRESETS[command.id]
        self.values |= self.preset.values()
        self.screen = SCREENS[0]
        # The intervals of another neuron would be averaged with those of this one.
        self._simulation.rate.reset()
        self._apply()

    def _browse_presets(self, command: c.BrowsePresets) -> None:
        ids = list(PRESETS)
        index = (ids.index(self.preset.id) + command.by) % len(ids)
        self._select_preset(c.SelectPreset(ids[index]))

    def _set_speed(self, command: c.SetSpeed) -> None:
        if command.speed not in SPEEDS:
            allowed = ", ".join(str(speed) for speed in SPEEDS)
            raise ValueError(f"speed {command.speed} is not one of {allowed}")
        self.speed = command.speed

    def _browse_speeds(self, command: c.BrowseSpeeds) -> None:
        self.speed = neighbour(SPEEDS, self.speed, command.by)

    def _browse_windows(self, command: c.BrowseWindows) -> None:
        if command.around and self.window_ms == WINDOWS_MS[-1]:
            self.window_ms = WINDOWS_MS[0]
        else:
            self.window_ms = neighbour(WINDOWS_MS, self.window_ms, command.by)

    def _toggle_pause(self, _: c.TogglePause) -> None:
        self.is_paused = not self.is_paused

    def _step_once(self, _: c.StepOnce) -> None:
        self.is_paused = True
        self._steps_due += 1

    def _inject(self, command: c.Inject) -> None:
        if command.share > 0:
            self.pushes[command.source] = min(command.share, 1.0)
        else:
            self.pushes.pop(command.source, None)
        self._apply()

    def _toggle_tuning(self, _: c.ToggleTuning) -> None:
        self.is_tuning = not self.is_tuning

    def _show_drawer(self, command: c.ShowDrawer) -> None:
        self.drawer = DRAWERS[DRAWERS.index(command.id)]

    def _show_screen(self, command: c.ShowScreen) -> None:
        self.screen = SCREENS[SCREENS.index(command.id)]

    def _set_setting(self, command: c.SetSetting) -> None:
        self.preferences.set(command.id, command.value)

    def _browse_setting(self, command: c.BrowseSetting) -> None:
        self.preferences.browse(command.id)

    def _default_settings(self, _: c.DefaultSettings) -> None:
        self.preferences.to_defaults()

    def _apply(self) -> None:
        """Hand the present values to the simulation."""
        self._neuron.parameters = self.lif_parameters()
        self._simulation.waveform = self.pattern.bind(
            self.values[CURRENT.id], self.values, self._pattern_start_ms
        )
        self._simulation.noise_sigma_na = self.pattern.noise_sigma_na(self.values)
        self._simulation.injected_na = self.injected_na


_OBEY: dict[type, Callable[[Session, Any], None]] = {
    c.SetParameter: Session._set_parameter,
    c.NudgeParameter: Session._nudge_parameter,
    c.SelectPattern: Session._select_pattern,
    c.SelectPreset: Session._select_preset,
    c.BrowsePresets: Session._browse_presets,
    c.SetSpeed: Session._set_speed,
    c.BrowseSpeeds: Session._browse_speeds,
    c.BrowseWindows: Session._browse_windows,
    c.TogglePause: Session._toggle_pause,
    c.StepOnce: Session._step_once,
    c.Inject: Session._inject,
    c.ToggleTuning: Session._toggle_tuning,
    c.ShowDrawer: Session._show_drawer,
    c.ShowScreen: Session._show_screen,
    c.SetSetting: Session._set_setting,
    c.BrowseSetting: Session._browse_setting,
    c.DefaultSettings: Session._default_settings,
}
