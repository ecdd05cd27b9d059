"""The leaky integrate-and-fire neuron, by Euler's method and exactly.

Units fit together without factors: MΩ x nF = ms, MΩ x nA = mV, nF x mV / ms = nA.
"""

import math
from abc import ABC, abstractmethod
from collections.abc import Sequence

import numpy as np

from lifgame.model.neurons.lif_parameters import (
    LINE_TOLERANCE_MV,
    LifParameters,
    check_euler_step,
    refractory_steps,
    time_to_threshold_ms,
)
from lifgame.model.neurons.neuron import Numbers, Stretch
from lifgame.model.neurons.own_steps import NOT_BEGUN, Begun, in_parts, own_steps
from lifgame.model.neurons.steps import below, each_length, one_length, rest, spike

# A neuron that was over its threshold when the step began spikes this soon in it.
IMMEDIATE_SHARE = 1e-9
# So far below the line rounding cannot decide whether it was met, in mV.
CLEARLY_MV = 1e-6
# Work bound of one exact step; the game's ranges need fewer than 3 spikes a ms.
MAX_SPIKES_PER_STEP = 10_000
# The own channel of those whose threshold moves.
ADAPTATION = "adaptation_mv"


class Lif(ABC):
    """The leaky integrate-and-fire neuron: tau dV/dt = -(V - Vrest) + R I.

    At V >= Vth it spikes, V jumps to Vreset and stays there for the refractory
    period. The ways to solve it differ in ``run``.

    Attributes:
        parameters: May be replaced at any time; V stays. If V is then at or above
            the new threshold, the neuron spikes in the next step.
        voltage_mv: The membrane potential, in mV.
        adaptation_mv: How far the threshold stands above Vth, in mV; the plain
            neuron's never leaves 0.
    """

    is_exact = False

    def __init__(self, parameters: LifParameters | None = None) -> None:
        self.parameters = parameters or LifParameters()
        self.reset()

    @abstractmethod
    def run(
        self, currents_na: Sequence[float], dt_ms: float | Sequence[float]
    ) -> Stretch:
        """See ``Neuron.run``."""

    @property
    def is_refractory(self) -> bool:
        """Whether V is held at reset, and nothing flows in, as the next step begins."""
        return self._held > 0 and self.parameters.refractory_ms > 0

    @property
    def threshold_mv(self) -> float:
        """The voltage at which it spikes now, in mV."""
        return self.parameters.threshold_mv + self.adaptation_mv

    def channels(self) -> tuple[str, ...]:
        """See ``Neuron.channels``."""
        return ()

    def step(self, current_na: float, dt_ms: float) -> tuple[float, ...]:
        """See ``Neuron.step``."""
        stretch = self.run((current_na,), dt_ms)
        if not stretch.voltage_mv:
            raise ValueError(
                f"current_na {current_na:g} is not allowed; "
                "it must be finite, and so must R*I"
            )
        return tuple(offset_ms for _, offset_ms in stretch.spikes)

    def columns(
        self, steady_na: Numbers, past: Stretch | None = None
    ) -> dict[str, Numbers]:
        """See ``Neuron.columns``."""
        p = self.parameters
        voltage_mv: Numbers = self.voltage_mv
        adaptation_mv: Numbers = self.adaptation_mv
        if past is not None:
            voltage_mv = np.array(past.voltage_mv)
            if ADAPTATION in past.own:
                adaptation_mv = np.array(past.own[ADAPTATION])
        threshold_mv = p.threshold_mv + adaptation_mv
        return {
            "voltage_mv": voltage_mv,
            "threshold_mv": threshold_mv,
            "rest_threshold_mv": p.threshold_mv,
            "settle_mv": p.rest_mv + p.resistance_mohm * steady_na,
            "leak_na": (voltage_mv - p.rest_mv) / p.resistance_mohm,
            "flush_pc": p.capacitance_nf * (threshold_mv - p.reset_mv),
            "resistance_mohm": p.resistance_mohm,
            "capacitance_nf": p.capacitance_nf,
            **dict.fromkeys(self.channels(), adaptation_mv),
        }

    def reset(self) -> None:
        self.voltage_mv = self.parameters.rest_mv
        self.adaptation_mv = 0.0
        # Steps for Euler's method, ms for the exact one.
        self._held: float = 0

    def _settle_mv(self, currents_na: Sequence[float]) -> list[float]:
        """Where each current leads to, up to the first that is not finite."""
        rest_mv = self.parameters.rest_mv
        resistance_mohm = self.parameters.resistance_mohm
        settle_mv = [rest_mv + resistance_mohm * na for na in currents_na]
        if math.isfinite(sum(settle_mv)):
            return settle_mv
        for row, level_mv in enumerate(settle_mv):
            if not math.isfinite(level_mv):
                return settle_mv[:row]
        return settle_mv


class EulerLif(Lif):
    """The forward Euler method: V += dt/tau (-(V - Vrest) + R I).

    A spike counts at the end of its step; the refractory period is rounded up to
    whole steps. With a step of its own it makes several in one ``dt_ms``, or goes on
    along the straight line of one that is longer.
    """

    def reset(self) -> None:
        super().reset()
        self._begun = NOT_BEGUN

    def run(
        self, currents_na: Sequence[float], dt_ms: float | Sequence[float]
    ) -> Stretch:
        """See ``Neuron.run``; the step must be below the time constant."""
        dt_ms = one_length(dt_ms)
        parts, whole = own_steps(self.parameters.step_ms, dt_ms)
        if whole > 1:
            return self._along(currents_na, dt_ms, whole)
        self._begun = NOT_BEGUN
        if parts > 1:
            each = [na for na in currents_na for _ in range(parts)]
            return in_parts(self._run(each, dt_ms / parts), parts, dt_ms / parts)
        return self._run(currents_na, dt_ms)

    def _run(self, currents_na: Sequence[float], dt_ms: float) -> Stretch:
        """One step after the other."""
        p, past = self.parameters, Stretch()
        check_euler_step(dt_ms, p.tau_ms)
        levels_mv = iter(self._settle_mv(currents_na))
        hold = refractory_steps(p.refractory_ms, dt_ms)
        note, threshold_mv, reset_mv = (
            past.voltage_mv.append,
            p.line_mv,
            p.reset_mv,
        )
        voltage_mv, share = self.voltage_mv, dt_ms / p.tau_ms
        # The slider of the refractory period acts at once, too.
        held = rest(past, levels_mv, reset_mv, min(int(self._held), hold))
        if past.voltage_mv:
            voltage_mv = reset_mv
        is_over = voltage_mv >= threshold_mv
        for level_mv in levels_mv:
            voltage_mv += share * (level_mv - voltage_mv)
            if voltage_mv >= threshold_mv or is_over:
                if is_over or level_mv - threshold_mv > LINE_TOLERANCE_MV:
                    voltage_mv, is_over = reset_mv, False
                    held = spike(past, levels_mv, reset_mv, hold, dt_ms)
                    continue
                voltage_mv = below(voltage_mv, threshold_mv)
            note(voltage_mv)
        if past.voltage_mv:
            self.voltage_mv, self._held = voltage_mv, held
        return past

    def _along(self, currents_na: Sequence[float], dt_ms: float, whole: int) -> Stretch:
        """Parts of steps that are ``whole`` of them long.

        What a step leads to is settled when it begins; only at its end the line counts.
        """
        p, past, begun = self.parameters, Stretch(), self._begun
        check_euler_step(p.step_ms, p.tau_ms)
        share = p.step_ms / p.tau_ms
        levels_mv = iter(self._settle_mv(currents_na))
        hold = refractory_steps(p.refractory_ms, p.step_ms) * whole
        held = rest(past, levels_mv, p.reset_mv, min(int(self._held), hold))
        voltage_mv = p.reset_mv if past.voltage_mv else self.voltage_mv
        for level_mv in levels_mv:
            if not begun.parts:
                begun = Begun(0, voltage_mv, share * (level_mv - voltage_mv))
            begun = begun.further()
            voltage_mv = begun.voltage_mv + begun.rise_mv * (begun.parts / whole)
            if begun.parts >= whole:
                was_over, begun = begun.voltage_mv >= p.line_mv, NOT_BEGUN
                if voltage_mv >= p.line_mv:
                    if was_over or level_mv - p.line_mv > LINE_TOLERANCE_MV:
                        voltage_mv = p.reset_mv
                        held = spike(past, levels_mv, p.reset_mv, hold, dt_ms)
                        continue
                    voltage_mv = below(voltage_mv, p.line_mv)
            past.voltage_mv.append(voltage_mv)
        if past.voltage_mv:
            self.voltage_mv, self._held, self._begun = voltage_mv, held, begun
        return past


class ExactLif(Lif):
    """The exact solution, with threshold crossings found inside the step.

    V decays exactly: V(t + h) = Vinf + (V - Vinf) exp(-h/tau) (Rotter and Diesmann,
    Biol. Cybern. 81, 1999). After a spike the rest of the step goes on from reset,
    so any step length gives the same spikes. A step that would hold more than
    ``MAX_SPIKES_PER_STEP`` ends there, with V at reset.
    """

    is_exact = True

    def run(
        self, currents_na: Sequence[float], dt_ms: float | Sequence[float]
    ) -> Stretch:
        """See ``Neuron.run``; any positive and finite ``dt_ms`` will do."""
        p, lengths_ms, past = self.parameters, each_length(dt_ms), Stretch()
        note, threshold_mv = past.voltage_mv.append, p.line_mv
        clearly_below_mv = threshold_mv - CLEARLY_MV
        length_ms = growth = 0.0
        held = min(self._held, p.refractory_ms)
        voltage_mv = p.reset_mv if held > 0.0 else self.voltage_mv
        for level_mv, step_ms in zip(
            self._settle_mv(currents_na), lengths_ms, strict=False
        ):
            if step_ms != length_ms:
                length_ms, growth = step_ms, math.expm1(-step_ms / p.tau_ms)
            after_mv = voltage_mv - (level_mv - voltage_mv) * growth
            # Only near the line is it worth while to ask when it is met.
            if not held and after_mv < clearly_below_mv and voltage_mv < threshold_mv:
                voltage_mv = after_mv
            else:
                voltage_mv, held = self._cross(
                    past, voltage_mv, held, level_mv, step_ms
                )
            note(voltage_mv)
        if past.voltage_mv:
            self.voltage_mv, self._held = voltage_mv, held
        return past

    def _cross(
        self,
        past: Stretch,
        voltage_mv: float,
        held_ms: float,
        settle_mv: float,
        dt_ms: float,
    ) -> tuple[float, float]:
        """One step that may hold spikes; V after it, and the rest that is left."""
        p, row, spikes = self.parameters, len(past.voltage_mv), 0
        # What happens until `known_ms` after the step's start is settled already.
        known_ms = held_ms
        while known_ms < dt_ms:
            crossing_ms = known_ms + time_to_threshold_ms(p, settle_mv, voltage_mv)
            if crossing_ms > dt_ms:
                break
            past.spikes.append((row, max(crossing_ms, dt_ms * IMMEDIATE_SHARE)))
            spikes += 1
            voltage_mv = p.reset_mv
            known_ms = crossing_ms + p.refractory_ms
            if spikes == MAX_SPIKES_PER_STEP:
                known_ms = max(known_ms, dt_ms)
        left_ms = dt_ms - known_ms
        if left_ms > 0.0:
            gap_mv = settle_mv - voltage_mv
            voltage_mv -= gap_mv * math.expm1(-left_ms / p.tau_ms)
            voltage_mv = below(voltage_mv, p.line_mv)
        held_ms = max(-left_ms, 0.0)
        if held_ms > 0.0:
            past.resting.append(row)
        return voltage_mv, held_ms


METHODS: dict[str, type[Lif]] = {"euler": EulerLif, "exact": ExactLif}
