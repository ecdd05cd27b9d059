"""The models of a neuron: one row each, which answers for itself.

Nothing above asks which model it has: it reads the row's parameters, channels, words
and theory, and builds the neuron from it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lifgame.content.parameters import (
    ADAPTATION_STEP,
    ADAPTATION_TAU,
    CAPACITANCE,
    REFRACTORY,
    RESISTANCE,
    THRESHOLD,
    ParameterSpec,
    lif_parameters,
)
from lifgame.model import adaptive_theory, theory
from lifgame.model.neurons import adaptive, lif
from lifgame.model.neurons.adaptive import AdaptiveParameters
from lifgame.model.neurons.lif_parameters import LifParameters
from lifgame.model.neurons.neuron import Neuron

Values = Mapping[str, float]
# Words with the role of their colour; ``_`` starts a subscript.
Runs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Channel:
    """A number that a model records.

    Attributes:
        id: Name in the record and of the CSV's column.
        unit: As on the screen.
        minimum: Where its axis begins, in ``unit``.
        maximum: Where its axis ends, in ``unit``.
        role: Colour role in the palettes.
    """

    id: str
    unit: str
    minimum: float
    maximum: float
    role: str

    def __post_init__(self) -> None:
        if not self.minimum < self.maximum:
            raise ValueError(f"channel {self.id}: needs minimum < maximum")


@dataclass(frozen=True, slots=True)
class Theory:
    """What a model must do with a constant current, from its parameters.

    Attributes:
        interval_ms: Between spikes after a long time, infinite for none.
        euler_interval_ms: The same on the grid of Euler's method; the last argument
            is its step in ms.
        first_spike_ms: Time from rest to the first spike, infinite for none.
        settle_mv: Where V would settle without spikes.
        rheobase_na: Up to this current it is silent.
        tau_ms: Its membrane time constant.
        reach_mv: The highest V that a periodic current leads to without spikes.
    """

    interval_ms: Callable[[Any, float], float]
    euler_interval_ms: Callable[[Any, float, float], float]
    first_spike_ms: Callable[[Any, float], float] = theory.time_to_first_spike_ms
    settle_mv: Callable[[Any, float], float] = theory.steady_state_mv
    rheobase_na: Callable[[Any], float] = theory.rheobase_na
    tau_ms: Callable[[Any], float] = lambda parameters: parameters.tau_ms
    reach_mv: Callable[..., float] = theory.reach_mv


@dataclass(frozen=True, slots=True)
class TheoryAt:
    """A model's theory with all parameter values put in."""

    theory: Theory
    parameters: Any

    def rate_hz(self, current_na: float) -> float:
        """The firing rate after a long time, in Hz; 0 if it does not fire."""
        return 1000.0 / self.theory.interval_ms(self.parameters, current_na)

    def euler_interval_ms(self, current_na: float, dt_ms: float) -> float:
        """The interval that Euler's method settles to, infinite for none, in ms."""
        return self.theory.euler_interval_ms(self.parameters, current_na, dt_ms)

    def first_spike_ms(self, current_na: float) -> float:
        """The time from rest to the first spike, infinite for none, in ms."""
        return self.theory.first_spike_ms(self.parameters, current_na)

    def settle_mv(self, current_na: float) -> float:
        """Where V would settle without spikes, in mV."""
        return self.theory.settle_mv(self.parameters, current_na)

    def reach_mv(
        self, waveform: Callable[[float], float], period_ms: float, dt_ms: float
    ) -> float:
        """The highest V that a periodic current leads to without spikes, in mV."""
        return self.theory.reach_mv(self.parameters, waveform, period_ms, dt_ms)

    @property
    def rheobase_na(self) -> float:
        """The constant current above which it fires, in nA."""
        return self.theory.rheobase_na(self.parameters)

    @property
    def tau_ms(self) -> float:
        """The membrane time constant, in ms."""
        return self.theory.tau_ms(self.parameters)


@dataclass(frozen=True, slots=True)
class Model:
    """One kind of neuron.

    Attributes:
        id: Name in commands, presets and on the command line.
        parameters: What the equation's sliders set, besides the current.
        extra_parameters: What can be adjusted beyond those.
        parameters_of: The neuron's own row of numbers out of all values by id.
        methods: Classes that solve it, by the name of the method.
        equation: The equation of V.
        line_equation: The equation of a threshold that moves; empty if it stands.
        channels: What it records for the eye, V and the threshold first.
        theory: What must come out, if anything can be said.
    """

    id: str
    parameters: tuple[ParameterSpec, ...]
    extra_parameters: tuple[ParameterSpec, ...]
    parameters_of: Callable[[Values], Any]
    methods: Mapping[str, Callable[[Any], Neuron]]
    equation: Runs
    line_equation: Runs
    channels: tuple[Channel, ...]
    theory: Theory | None

    def __post_init__(self) -> None:
        for name in DEFAULT_METHOD, EXACT_METHOD:
            if name not in self.methods:
                raise ValueError(f"model {self.id}: has no method {name}")
        recorded = {channel.id for channel in self.channels}
        for method in self.methods.values():
            own = method(None).channels()
            if missing := set(own) - recorded:
                raise ValueError(f"model {self.id}: no channel {sorted(missing)}")

    @property
    def all_parameters(self) -> tuple[ParameterSpec, ...]:
        """Everything that can be set about it."""
        return self.parameters + self.extra_parameters

    @property
    def own_channels(self) -> tuple[Channel, ...]:
        """What it records beyond V and the threshold."""
        return self.channels[2:]

    def build(self, values: Values, method: str = "euler") -> Neuron:
        """A neuron at rest.

        Raises:
            KeyError: If there is no such method, or a value is missing.
        """
        return self.methods[method](self.parameters_of(values))

    def theory_at(self, values: Values) -> TheoryAt | None:
        """Its theory for these values; None if it has none."""
        if self.theory is None:
            return None
        return TheoryAt(self.theory, self.parameters_of(values))


def adaptive_parameters(values: Values) -> AdaptiveParameters:
    """The adaptive neuron's parameters out of all values by id."""
    return AdaptiveParameters(
        resistance_mohm=values[RESISTANCE.id],
        capacitance_nf=values[CAPACITANCE.id],
        threshold_mv=values[THRESHOLD.id],
        refractory_ms=values[REFRACTORY.id],
        adaptation_step_mv=values[ADAPTATION_STEP.id],
        adaptation_tau_ms=values[ADAPTATION_TAU.id],
    )


def _plain_interval_ms(parameters: LifParameters, current_na: float) -> float:
    rise_ms = theory.time_to_first_spike_ms(parameters, current_na, parameters.reset_mv)
    return parameters.refractory_ms + rise_ms


DEFAULT_METHOD = "euler"
EXACT_METHOD = "exact"

_LEAKY: Runs = (
    ("C", "capacitance"),
    ("·dV/dt = ", "ink"),
    ("I", "current"),
    (" − ", "ink"),
    ("V", "voltage"),
    (" / ", "ink"),
    ("R", "resistance"),
)
_VOLTAGE = Channel("voltage_mv", "mV", -5.0, 36.0, "voltage")
_THRESHOLD = Channel("threshold_mv", "mV", -5.0, 36.0, "threshold")

_ROWS = (
    Model(
        id="lif",
        parameters=(RESISTANCE, CAPACITANCE, THRESHOLD),
        extra_parameters=(REFRACTORY,),
        parameters_of=lif_parameters,
        methods=lif.METHODS,
        equation=_LEAKY,
        line_equation=(),
        channels=(_VOLTAGE, _THRESHOLD),
        theory=Theory(_plain_interval_ms, theory.euler_interval_ms),
    ),
    Model(
        id="adaptive",
        parameters=(RESISTANCE, CAPACITANCE, THRESHOLD),
        extra_parameters=(ADAPTATION_STEP, ADAPTATION_TAU, REFRACTORY),
        parameters_of=adaptive_parameters,
        methods=adaptive.METHODS,
        equation=_LEAKY,
        line_equation=(("θ = V_th + s", "threshold"),),
        channels=(
            _VOLTAGE,
            _THRESHOLD,
            Channel("adaptation_mv", "mV", 0.0, 20.0, "threshold"),
        ),
        theory=Theory(
            adaptive_theory.steady_interval_ms, adaptive_theory.euler_interval_ms
        ),
    ),
)

MODELS = {model.id: model for model in _ROWS}
DEFAULT_MODEL = "lif"
