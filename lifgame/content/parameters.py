"""The numbers that can be set: one row each, with range, step, unit, colour and keys.

Sliders, hotkeys, help, command line, README and tests all read these rows.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from lifgame.model.neurons.lif_parameters import LifParameters

# A value a hair outside its range (typed with rounding) still counts as inside.
RANGE_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class ParameterSpec:
    """One adjustable number. Values are whole steps above the minimum.

    Attributes:
        id: Name in commands, on the command line and in the texts.
        symbol: Symbol as on the screen; ``_`` starts a subscript.
        unit: Unit as on the screen, empty for none.
        minimum: Smallest value, in ``unit``.
        maximum: Largest value, in ``unit``.
        step: Distance between neighbouring values, in ``unit``.
        default: Value at start-up and after Reset, in ``unit``.
        decimals: Digits shown behind the decimal mark.
        role: Colour role in the palettes.
        typical: Range marked on the slider as usual in real neurons, if any.
    """

    id: str
    symbol: str
    unit: str
    minimum: float
    maximum: float
    step: float
    default: float
    decimals: int
    role: str
    typical: tuple[float, float] | None = None
    last_index: int = field(init=False)

    def __post_init__(self) -> None:
        span = (self.maximum - self.minimum) / self.step
        object.__setattr__(self, "last_index", round(span))
        if self.step <= 0 or self.maximum <= self.minimum:
            raise ValueError(f"{self.id}: needs minimum < maximum and step > 0")
        if abs(span - round(span)) > RANGE_TOLERANCE:
            raise ValueError(f"{self.id}: the range is not a whole number of steps")
        if self.snap(self.default) != self.default:
            raise ValueError(f"{self.id}: default {self.default} is not a step")

    def value_at(self, index: int) -> float:
        """The value of a whole number of steps; indices outside are clamped."""
        index = min(max(index, 0), self.last_index)
        return round(self.minimum + index * self.step, 9)

    def index_of(self, value: float) -> int:
        """The nearest step of a finite value.

        Raises:
            ValueError: If the value is not finite.
        """
        if not math.isfinite(value):
            raise ValueError(f"{self.id}: {value} is not a number; {self.allowed()}")
        clamped = min(max(value, self.minimum), self.maximum)
        # Half a step rounds up, as a person expects, not to the even neighbour.
        return math.floor((clamped - self.minimum) / self.step + 0.5 + 1e-9)

    def snap(self, value: float) -> float:
        """The nearest allowed value, free of rounding drift.

        Raises:
            ValueError: If the value is not finite.
        """
        return self.value_at(self.index_of(value))

    def check(self, value: float) -> float:
        """The value itself if it is finite and inside the range.

        Raises:
            ValueError: With the allowed range, if it is not.
        """
        low, high = self.minimum - RANGE_TOLERANCE, self.maximum + RANGE_TOLERANCE
        if not (math.isfinite(value) and low <= value <= high):
            raise ValueError(f"{self.id} {value:g} is not allowed; {self.allowed()}")
        return value

    def allowed(self) -> str:
        """The allowed range in words, for error messages."""
        unit = f" {self.unit}" if self.unit else ""
        return f"allowed: {self.minimum:g} to {self.maximum:g}{unit}"

    def share(self, value: float) -> float:
        """Where the value stands in its range, 0 to 1."""
        return (value - self.minimum) / (self.maximum - self.minimum)

    def at_share(self, share: float) -> float:
        """The allowed value nearest to a share (0 to 1) of the range."""
        return self.snap(self.minimum + share * (self.maximum - self.minimum))


# fmt: off
CURRENT = ParameterSpec(
    "current", "I", "nA", 0.0, 5.0, 0.05, 2.0, 2, "current", typical=(0.0, 2.0))
RESISTANCE = ParameterSpec(
    "resistance", "R", "MΩ", 5.0, 100.0, 1.0, 12.0, 0, "resistance")
CAPACITANCE = ParameterSpec(
    "capacitance", "C", "nF", 0.5, 5.0, 0.1, 2.0, 1, "capacitance")
THRESHOLD = ParameterSpec(
    "threshold", "V_th", "mV", 10.0, 30.0, 0.5, 20.0, 1, "threshold")

INJECTION = ParameterSpec(
    "injection", "+I", "nA", 0.1, 5.0, 0.1, 2.0, 1, "current")
REFRACTORY = ParameterSpec(
    "refractory", "t_ref", "ms", 0.0, 10.0, 0.5, 0.0, 1, "spike")

ADAPTATION_STEP = ParameterSpec(
    "adaptation_step", "d", "mV", 0.0, 10.0, 0.5, 2.0, 1, "threshold")
ADAPTATION_TAU = ParameterSpec(
    "adaptation_tau", "τ_θ", "ms", 10.0, 500.0, 10.0, 100.0, 0, "threshold")

PULSE_PERIOD = ParameterSpec(
    "pulse_period", "T", "ms", 10.0, 1000.0, 10.0, 100.0, 0, "current")
PULSE_DUTY = ParameterSpec(
    "pulse_duty", "D", "%", 5.0, 95.0, 5.0, 50.0, 0, "current")
SINE_FREQUENCY = ParameterSpec(
    "sine_frequency", "f", "Hz", 0.5, 100.0, 0.5, 5.0, 1, "current")
RAMP_DURATION = ParameterSpec(
    "ramp_duration", "T", "ms", 100.0, 10000.0, 100.0, 2000.0, 0, "current")
NOISE_SIGMA = ParameterSpec(
    "noise_sigma", "σ", "nA", 0.0, 2.0, 0.05, 0.5, 2, "current")
# fmt: on

# The four of the equation, in the order in which they stand on the screen.
NEURON_PARAMETERS = (CURRENT, RESISTANCE, CAPACITANCE, THRESHOLD)
# Presets leave these alone: how hard a visitor pushes, and the rest after a spike.
EXTRA_PARAMETERS = (INJECTION, REFRACTORY)
PATTERN_PARAMETERS = (
    PULSE_PERIOD,
    PULSE_DUTY,
    SINE_FREQUENCY,
    RAMP_DURATION,
    NOISE_SIGMA,
)
# What only the adaptive neuron has.
ADAPTATION_PARAMETERS = (ADAPTATION_STEP, ADAPTATION_TAU)
PARAMETERS = {
    spec.id: spec
    for spec in (
        *NEURON_PARAMETERS,
        *EXTRA_PARAMETERS,
        *ADAPTATION_PARAMETERS,
        *PATTERN_PARAMETERS,
    )
}
DEFAULT_VALUES = {spec.id: spec.default for spec in PARAMETERS.values()}


def lif_parameters(values: Mapping[str, float]) -> LifParameters:
    """The neuron's parameters out of all values by id."""
    return LifParameters(
        resistance_mohm=values[RESISTANCE.id],
        capacitance_nf=values[CAPACITANCE.id],
        threshold_mv=values[THRESHOLD.id],
        refractory_ms=values[REFRACTORY.id],
    )
