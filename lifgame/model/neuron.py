"""The leaky integrate-and-fire neuron, and what every model of the family offers.

Units fit together without factors: MΩ x nF = ms, MΩ x nA = mV, nF x mV / ms = nA.
"""

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass, fields
from typing import Protocol

# A settling level this near to the threshold counts as on it, and is never reached:
# otherwise rounding in R*I would let a neuron fire at exactly its rheobase.
LINE_TOLERANCE_MV = 1e-9
# Part of a step by which a whole number of steps may be missed through rounding.
STEP_TOLERANCE = 1e-6
# A neuron that was over its threshold when the step began spikes this soon in it.
IMMEDIATE_SHARE = 1e-9
# Work bound of one exact step; the game's ranges need fewer than 3 spikes a ms.
MAX_SPIKES_PER_STEP = 10_000


@dataclass(frozen=True, slots=True)
class BucketReading:
    """A neuron as a leaky bucket, at one moment.

    Attributes:
        level_mv: The membrane potential V, in mV.
        flush_mv: The line at which the bucket empties now, in mV.
        settle_mv: Where V would settle at this current, in mV.
        inflow_na: The input current, in nA.
        leak_na: The current through the membrane resistance, in nA; negative
            below rest.
        capacitance_nf: The bucket's width, in nF.
        resistance_mohm: The narrowness of its hole, in MΩ.
    """

    level_mv: float
    flush_mv: float
    settle_mv: float
    inflow_na: float
    leak_na: float
    capacitance_nf: float
    resistance_mohm: float


class Neuron(Protocol):
    """What every model offers; its parameters are its own affair."""

    voltage_mv: float

    @property
    def threshold_mv(self) -> float:
        """The voltage at which it spikes now, in mV; it may move."""

    def step(self, current_na: float, dt_ms: float) -> tuple[float, ...]:
        """Let ``dt_ms`` pass with a constant current.

        Returns:
            The spikes inside this step as offsets in ms from its start, in order,
            each in (0, ``dt_ms``]; empty if it stayed silent.

        Raises:
            ValueError: If the current is not finite or the step cannot be made.
        """

    def bucket(self, current_na: float) -> BucketReading:
        """The bucket's state, with this current flowing in."""

    def reset(self) -> None:
        """Back to rest, out of any refractory period."""


@dataclass(frozen=True, slots=True)
class LifParameters:
    """The numbers of a leaky integrate-and-fire neuron.

    Raises:
        ValueError: If a value is not finite or not allowed, naming it.
    """

    resistance_mohm: float = 12.0
    capacitance_nf: float = 2.0
    threshold_mv: float = 20.0
    refractory_ms: float = 0.0
    rest_mv: float = 0.0
    reset_mv: float = 0.0

    def __post_init__(self) -> None:
        for field in fields(self):
            value: float = getattr(self, field.name)
            _require(field.name, value, math.isfinite(value), "a finite number")
        for name in ("resistance_mohm", "capacitance_nf"):
            value = getattr(self, name)
            _require(name, value, value > 0, "above 0")
        held = self.refractory_ms
        _require("refractory_ms", held, held >= 0, "0 or more")
        top = self.threshold_mv
        for name in ("rest_mv", "reset_mv"):
            value = getattr(self, name)
            allowed = f"above {name}, which is {value:g}"
            _require("threshold_mv", top, top > value, allowed)

    @property
    def tau_ms(self) -> float:
        """The membrane time constant R*C, in ms."""
        return self.resistance_mohm * self.capacitance_nf


def _require(name: str, value: float, is_right: bool, allowed: str) -> None:
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
    to_line = parameters.threshold_mv - voltage_mv
    if to_line <= 0.0:
        return 0.0
    beyond = settle_mv - parameters.threshold_mv
    if beyond <= LINE_TOLERANCE_MV:
        return math.inf
    return parameters.tau_ms * math.log1p(to_line / beyond)


class Lif(ABC):
    """The leaky integrate-and-fire neuron: tau dV/dt = -(V - Vrest) + R I.

    At V >= Vth it spikes, V jumps to Vreset and stays there for the refractory
    period. The ways to solve it differ in ``step``.

    Attributes:
        parameters: May be replaced at any time; V stays. If V is then at or above
            the new threshold, the neuron spikes in the next step.
        voltage_mv: The membrane potential, in mV.
    """

    def __init__(self, parameters: LifParameters | None = None) -> None:
        self.parameters = parameters or LifParameters()
        self.reset()

    @abstractmethod
    def step(self, current_na: float, dt_ms: float) -> tuple[float, ...]:
        """See ``Neuron.step``."""

    @property
    def threshold_mv(self) -> float:
        """The voltage at which it spikes, in mV."""
        return self.parameters.threshold_mv

    @property
    @abstractmethod
    def is_refractory(self) -> bool:
        """Whether V is held at reset, and nothing flows in, as the next step begins."""

    def reset(self) -> None:
        self.voltage_mv = self.parameters.rest_mv

    def bucket(self, current_na: float) -> BucketReading:
        p = self.parameters
        return BucketReading(
            level_mv=self.voltage_mv,
            flush_mv=p.threshold_mv,
            settle_mv=p.rest_mv + p.resistance_mohm * current_na,
            inflow_na=current_na,
            leak_na=(self.voltage_mv - p.rest_mv) / p.resistance_mohm,
            capacitance_nf=p.capacitance_nf,
            resistance_mohm=p.resistance_mohm,
        )

    def _settle_mv(self, current_na: float) -> float:
        p = self.parameters
        settle_mv = p.rest_mv + p.resistance_mohm * current_na
        if not math.isfinite(settle_mv):
            raise ValueError(
                f"current_na {current_na:g} is not allowed; "
                "it must be finite, and so must R*I"
            )
        return settle_mv

    def _below_threshold(self, voltage_mv: float) -> float:
        # Rounding alone may not lift V on to the line that it cannot reach.
        threshold_mv = self.parameters.threshold_mv
        if voltage_mv < threshold_mv:
            return voltage_mv
        return math.nextafter(threshold_mv, -math.inf)


class EulerLif(Lif):
    """The forward Euler method: V += dt/tau (-(V - Vrest) + R I).

    A spike counts at the end of its step; the refractory period is rounded up to
    whole steps.
    """

    def reset(self) -> None:
        super().reset()
        self._held_steps = 0

    @property
    def is_refractory(self) -> bool:
        return self._held_steps > 0 and self.parameters.refractory_ms > 0

    def step(self, current_na: float, dt_ms: float) -> tuple[float, ...]:
        """See ``Neuron.step``; ``dt_ms`` must be below the time constant."""
        p = self.parameters
        tau_ms = p.tau_ms
        check_euler_step(dt_ms, tau_ms)
        settle_mv = self._settle_mv(current_na)
        if self._held_steps:
            # The slider of the refractory period acts at once, too.
            held = min(self._held_steps, refractory_steps(p.refractory_ms, dt_ms))
            self._held_steps = max(held - 1, 0)
            if held:
                self.voltage_mv = p.reset_mv
                return ()
        before_mv = self.voltage_mv
        voltage_mv = before_mv + dt_ms / tau_ms * (settle_mv - before_mv)
        can_cross = settle_mv - p.threshold_mv > LINE_TOLERANCE_MV
        if before_mv >= p.threshold_mv or (can_cross and voltage_mv >= p.threshold_mv):
            self.voltage_mv = p.reset_mv
            self._held_steps = refractory_steps(p.refractory_ms, dt_ms)
            return (dt_ms,)
        self.voltage_mv = self._below_threshold(voltage_mv)
        return ()


class ExactLif(Lif):
    """The exact solution, with threshold crossings found inside the step.

    V decays exactly: V(t + h) = Vinf + (V - Vinf) exp(-h/tau) (Rotter and Diesmann,
    Biol. Cybern. 81, 1999). After a spike the rest of the step goes on from reset,
    so any step length gives the same spikes. A step that would hold more than
    ``MAX_SPIKES_PER_STEP`` ends there, with V at reset.
    """

    def reset(self) -> None:
        super().reset()
        self._held_ms = 0.0

    @property
    def is_refractory(self) -> bool:
        return self._held_ms > 0 and self.parameters.refractory_ms > 0

    def step(self, current_na: float, dt_ms: float) -> tuple[float, ...]:
        """See ``Neuron.step``; any positive and finite ``dt_ms`` will do."""
        if not 0.0 < dt_ms < math.inf:
            raise ValueError(f"dt_ms {dt_ms:g} is not allowed; it must be above 0")
        p = self.parameters
        settle_mv = self._settle_mv(current_na)
        # What happens until `known_ms` after the step's start is settled already.
        known_ms = min(self._held_ms, p.refractory_ms)
        voltage_mv = p.reset_mv if known_ms > 0.0 else self.voltage_mv
        offsets_ms: list[float] = []
        while known_ms < dt_ms:
            crossing_ms = known_ms + time_to_threshold_ms(p, settle_mv, voltage_mv)
            if crossing_ms > dt_ms:
                break
            offsets_ms.append(max(crossing_ms, dt_ms * IMMEDIATE_SHARE))
            voltage_mv = p.reset_mv
            known_ms = crossing_ms + p.refractory_ms
            if len(offsets_ms) == MAX_SPIKES_PER_STEP:
                known_ms = max(known_ms, dt_ms)
        left_ms = dt_ms - known_ms
        if left_ms > 0.0:
            gap_mv = settle_mv - voltage_mv
            voltage_mv -= gap_mv * math.expm1(-left_ms / p.tau_ms)
            voltage_mv = self._below_threshold(voltage_mv)
        self.voltage_mv = voltage_mv
        self._held_ms = max(-left_ms, 0.0)
        return tuple(offsets_ms)


METHODS: dict[str, type[Lif]] = {"euler": EulerLif, "exact": ExactLif}
