"""The numbers of a leaky integrate-and-fire neuron, and what follows from them alone.

Units fit together without factors: MΩ x nF = ms, MΩ x nA = mV, nF x mV / ms = nA.
"""

import math
from dataclasses import dataclass, fields

# A settling level this near to the threshold counts as on it, and is never reached:
# otherwise rounding in R*I would let a neuron fire at exactly its rheobase.
LINE_TOLERANCE_MV = 1e-9
# Part of a step by which a whole number of steps may be missed through rounding.
STEP_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class LifParameters:
    """The numbers of a leaky integrate-and-fire neuron.

    ``fires`` is the rule at the threshold: without it only the equation is left.
    ``step_ms`` is the plain neuron's own step of Euler's method, where it is not that
    of whoever lets time pass; 0: it is.

    Raises:
        ValueError: If a value is not finite or not allowed, naming it.
    """

    resistance_mohm: float = 12.0
    capacitance_nf: float = 2.0
    threshold_mv: float = 20.0
    refractory_ms: float = 0.0
    rest_mv: float = 0.0
    reset_mv: float = 0.0
    fires: bool = True
    step_ms: float = 0.0

    def __post_init__(self) -> None:
        for field in fields(self):
            value: float = getattr(self, field.name)
            require(field.name, value, math.isfinite(value), "a finite number")
        for name in ("resistance_mohm", "capacitance_nf"):
            value = getattr(self, name)
            require(name, value, value > 0, "above 0")
        held = self.refractory_ms
        require("refractory_ms", held, held >= 0, "0 or more")
        require("step_ms", self.step_ms, self.step_ms >= 0, "0 or more")
        top = self.threshold_mv
        for name in ("rest_mv", "reset_mv"):
            value = getattr(self, name)
            allowed = f"above {name}, which is {value:g}"
            require("threshold_mv", top, top > value, allowed)

    @property
    def line_mv(self) -> float:
        """The voltage at which it spikes, in mV; out of reach without the rule."""
        return self.threshold_mv if self.fires else math.inf

    @property
    def tau_ms(self) -> float:
        """The membrane time constant R*C, in ms."""
        return self.resistance_mohm * self.capacitance_nf


def require(name: str, value: float, is_right: bool, allowed: str) -> None:
    """Refuse a value of a parameter, with its name and what is allowed.

    Raises:
        ValueError: Unless it is right.
    """
    if not is_right:
        raise ValueError(f"{name} {value:g} is not allowed; it must be {allowed}")


def check_euler_step(dt_ms: float, tau_ms: float) -> None:
    """Refuse steps with which Euler's method overshoots where V settles.

    Raises:
        ValueError: Unless 0 < ``dt_ms`` < ``tau_ms``.
    """
    if not 0.0 < dt_ms < tau_ms:
        raise ValueError(
            f"Euler's method cannot take a step of {dt_ms:g} ms with a time constant "
            f"of {tau_ms:g} ms; use a step above 0 and below it, or the exact method"
        )


def refractory_steps(refractory_ms: float, dt_ms: float) -> int:
    """The whole steps that cover a refractory period, free of rounding drift."""
    return max(0, math.ceil(refractory_ms / dt_ms - STEP_TOLERANCE))


def time_to_threshold_ms(
    parameters: LifParameters, settle_mv: float, voltage_mv: float
) -> float:
    """The time until V, on its way to ``settle_mv``, meets the threshold.

    Gerstner et al., Neuronal Dynamics (2014), section 1.3:
    t = tau ln((Vinf - V) / (Vinf - Vth)), infinite if Vinf does not exceed Vth.
    """
    to_line = parameters.line_mv - voltage_mv
    if to_line <= 0.0:
        return 0.0
    beyond = settle_mv - parameters.line_mv
    if beyond <= LINE_TOLERANCE_MV:
        return math.inf
    return parameters.tau_ms * math.log1p(to_line / beyond)
