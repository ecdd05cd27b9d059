"""Input patterns: one row each, with its waveform and its own adjustable values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lifgame.content.parameters import (
    NOISE_SIGMA,
    PULSE_DUTY,
    PULSE_PERIOD,
    RAMP_DURATION,
    SINE_FREQUENCY,
    ParameterSpec,
)
from lifgame.model import inputs
from lifgame.model.inputs import Waveform


def _by_hand(_: float) -> Waveform:
    return inputs.by_hand()


@dataclass(frozen=True, slots=True)
class Pattern:
    """How the input current changes with simulated time.

    Attributes:
        id: Name; its words stand in the texts under ``pattern.<id>``.
        waveform: Makes the current over time out of I in nA and the values.
        values: Adjustable values by the name of the waveform's argument.
        noise: The value that sets the noise's standard deviation in nA, if any.
        peak: The most that it lets in, as a multiple of the set current.
    """

    id: str
    waveform: Callable[..., Waveform]
    values: tuple[tuple[str, ParameterSpec], ...] = ()
    noise: ParameterSpec | None = None
    peak: float = 1.0

    @property
    def parameters(self) -> tuple[ParameterSpec, ...]:
        """The adjustable values that belong to this pattern."""
        own = tuple(spec for _, spec in self.values)
        return (*own, self.noise) if self.noise else own

    def period_ms(self, values: Mapping[str, float]) -> float:
        """After this simulated time it comes again; infinite if it does not."""
        return self.bind(0.0, values).period_ms

    @property
    def is_steady(self) -> bool:
        """Whether its current is constant, so that theory knows what comes of it."""
        is_constant = self.waveform in (inputs.constant, _by_hand)
        return is_constant and self.noise is None

    @property
    def is_by_hand(self) -> bool:
        """Whether nothing flows in but what the visitor injects."""
        return self.waveform is _by_hand

    def bind(
        self, current_na: float, values: Mapping[str, float], start_ms: float = 0.0
    ) -> Waveform:
        """The current as a function of simulated time in ms alone.

        Args:
            current_na: The slider's current.
            values: All parameter values by id.
            start_ms: When the pattern was chosen: there it begins.
        """
        arguments = {name: values[spec.id] for name, spec in self.values}
        return self.waveform(current_na, **arguments).begun_at(start_ms)

    def noise_sigma_na(self, values: Mapping[str, float]) -> float:
        """The noise's standard deviation in nA, 0 for a pattern without noise."""
        return values[self.noise.id] if self.noise else 0.0


# fmt: off
_ROWS = (
    Pattern("constant", inputs.constant),
    Pattern("pulses",   inputs.pulses, (("period_ms", PULSE_PERIOD),
                                        ("duty_percent", PULSE_DUTY))),
    Pattern("sine",     inputs.sine,   (("frequency_hz", SINE_FREQUENCY),), peak=2.0),
    Pattern("step",     inputs.step),
    Pattern("ramp",     inputs.ramp,   (("duration_ms", RAMP_DURATION),)),
    Pattern("noisy",    inputs.constant, noise=NOISE_SIGMA),
    Pattern("by_hand",  _by_hand, peak=0.0),
)
# fmt: on

PATTERNS = {pattern.id: pattern for pattern in _ROWS}
DEFAULT_PATTERN = "constant"
