"""Input patterns: one row each, with its waveform and its own adjustable values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from lifgame.content.parameters import (
    EXTRA_PARAMETERS,
    INJECTION,
    NEURON_PARAMETERS,
    NOISE_SIGMA,
    PULSE_DUTY,
    PULSE_PERIOD,
    RAMP_DURATION,
    SINE_FREQUENCY,
    ParameterSpec,
)
from lifgame.model import patterns as waveforms


def _endless(_values: Mapping[str, float]) -> float:
    """For patterns that never change: they have no period."""
    return 0.0


@dataclass(frozen=True, slots=True)
class Pattern:
    """How the input current changes with simulated time.

    Attributes:
        id: Name; its words stand in the texts under ``pattern.<id>``.
        waveform: ``f(time_ms, current_na, **values)`` in nA.
        values: Adjustable values by the name of the waveform's argument.
        noise: The value that sets the noise's standard deviation in nA, if any.
        peak: The most that it lets in, as a multiple of the set current.
        period: The time after which it begins again, in ms, out of all values.
    """

    id: str
    waveform: Callable[..., float]
    values: tuple[tuple[str, ParameterSpec], ...] = ()
    noise: ParameterSpec | None = None
    peak: float = 1.0
    period: Callable[[Mapping[str, float]], float] = _endless

    @property
    def parameters(self) -> tuple[ParameterSpec, ...]:
        """The adjustable values that belong to this pattern."""
        own = tuple(spec for _, spec in self.values)
        return (*own, self.noise) if self.noise else own

    def sliders(self, *, is_tuning: bool) -> tuple[ParameterSpec, ...]:
        """What the sliders set: the equation's four, or the pattern's own values."""
        if is_tuning:
            return self.parameters + EXTRA_PARAMETERS
        if self.is_by_hand:
            # The tap is the visitor's hand: what can be set is how hard it pushes.
            return (INJECTION, *NEURON_PARAMETERS[1:])
        return NEURON_PARAMETERS

    def period_ms(self, values: Mapping[str, float]) -> float:
        """After how long it begins again, in ms; 0 for one that never changes."""
        return self.period(values)

    @property
    def is_steady(self) -> bool:
        """Whether its current is constant, so that theory knows what comes of it."""
        is_constant = self.waveform in (waveforms.constant, waveforms.by_hand)
        return is_constant and self.noise is None

    @property
    def is_by_hand(self) -> bool:
        """Whether nothing flows in but what the visitor injects."""
        return self.waveform is waveforms.by_hand

    def bind(
        self, current_na: float, values: Mapping[str, float], start_ms: float = 0.0
    ) -> Callable[[float], float]:
        """The waveform as a function of simulated time in ms alone.

        Args:
            current_na: The slider's current.
            values: All parameter values by id.
            start_ms: When the pattern was chosen: there it begins.
        """
        arguments = {name: values[spec.id] for name, spec in self.values}
        wave = partial(self.waveform, current_na=current_na, **arguments)
        return lambda time_ms: wave(time_ms - start_ms)

    def noise_sigma_na(self, values: Mapping[str, float]) -> float:
        """The noise's standard deviation in nA, 0 for a pattern without noise."""
        return values[self.noise.id] if self.noise else 0.0


# fmt: off
_ROWS = (
    Pattern("constant", waveforms.constant),
    Pattern("pulses",   waveforms.pulses, (("period_ms", PULSE_PERIOD),
                                           ("duty_percent", PULSE_DUTY)),
            period=lambda values: values[PULSE_PERIOD.id]),
    Pattern("sine",     waveforms.sine,   (("frequency_hz", SINE_FREQUENCY),), peak=2.0,
            period=lambda values: 1000.0 / values[SINE_FREQUENCY.id]),
    Pattern("step",     waveforms.step,
            period=lambda _: waveforms.STEP_SILENT_MS + waveforms.STEP_ON_MS),
    Pattern("ramp",     waveforms.ramp,   (("duration_ms", RAMP_DURATION),),
            period=lambda values: values[RAMP_DURATION.id]),
    Pattern("noisy",    waveforms.constant, noise=NOISE_SIGMA),
    Pattern("by_hand",  waveforms.by_hand, peak=0.0),
)
# fmt: on

PATTERNS = {pattern.id: pattern for pattern in _ROWS}
DEFAULT_PATTERN = "constant"
