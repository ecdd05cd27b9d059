"""The adaptive leaky integrate-and-fire neuron: each spike lifts the threshold.

theta(t) = V_th + s(t); s decays with its own time constant tau_theta, and each spike
adds d to it, at the very time of the spike: what is recorded after a step with a spike
holds it already. With d = 0 it is the plain neuron, bit for bit.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from lifgame.model.neurons.lif import (
    ADAPTATION,
    CLEARLY_MV,
    IMMEDIATE_SHARE,
    MAX_SPIKES_PER_STEP,
    Lif,
)
from lifgame.model.neurons.lif_parameters import (
    LINE_TOLERANCE_MV,
    LifParameters,
    check_euler_step,
    refractory_steps,
    require,
    time_to_threshold_ms,
)
from lifgame.model.neurons.neuron import Stretch
from lifgame.model.neurons.steps import below, each_length, one_length

# A crossing inside a step is found to this part of a ms.
CROSSING_TOLERANCE_MS = 1e-9
_MOST_ROUNDS = 100


@dataclass(frozen=True, slots=True)
class AdaptiveParameters(LifParameters):
    """The plain neuron's numbers, and how far and how long a spike lifts the line.

    Raises:
        ValueError: If a value is not finite or not allowed, naming it.
    """

    adaptation_step_mv: float = 2.0
    adaptation_tau_ms: float = 100.0

    def __post_init__(self) -> None:
        LifParameters.__post_init__(self)
        step_mv, tau_ms = self.adaptation_step_mv, self.adaptation_tau_ms
        require("adaptation_step_mv", step_mv, step_mv >= 0, "0 or more")
        require("adaptation_tau_ms", tau_ms, tau_ms > 0, "above 0")


def adaptive(parameters: LifParameters) -> AdaptiveParameters:
    """The parameters themselves, or a plain neuron's with a line that stands still."""
    if isinstance(parameters, AdaptiveParameters):
        return parameters
    plain = {
        field.name: getattr(parameters, field.name) for field in fields(parameters)
    }
    return AdaptiveParameters(**plain, adaptation_step_mv=0.0)


class EulerAdaptive(Lif):
    """The forward Euler method for V and for s: s += dt/tau_theta (-s).

    A spike counts at the end of its step, with the threshold of that end.
    """

    def channels(self) -> tuple[str, ...]:
        """See ``Neuron.channels``."""
        return (ADAPTATION,)

    def run(
        self, currents_na: Sequence[float], dt_ms: float | Sequence[float]
    ) -> Stretch:
        """See ``Neuron.run``; ``dt_ms`` must be below both time constants."""
        p, dt_ms, past = adaptive(self.parameters), one_length(dt_ms), Stretch()
        check_euler_step(dt_ms, p.tau_ms)
        check_euler_step(dt_ms, p.adaptation_tau_ms)
        levels_mv = self._settle_mv(currents_na)
        hold = refractory_steps(p.refractory_ms, dt_ms)
        held, lift_mv = min(int(self._held), hold), self.adaptation_mv
        voltage_mv = p.reset_mv if held and levels_mv else self.voltage_mv
        is_over = not held and voltage_mv >= p.line_mv + lift_mv
        note, note_lift = past.voltage_mv.append, past.own.setdefault(ADAPTATION, [])
        share, fade = dt_ms / p.tau_ms, dt_ms / p.adaptation_tau_ms
        threshold_mv = p.line_mv
        for level_mv in levels_mv:
            lift_mv -= fade * lift_mv
            if held:
                held -= 1
                if held:
                    past.resting.append(len(past.voltage_mv))
            else:
                voltage_mv += share * (level_mv - voltage_mv)
                line_mv = threshold_mv + lift_mv
                if voltage_mv >= line_mv or is_over:
                    if is_over or _can_cross(level_mv, voltage_mv, threshold_mv):
                        is_over = False
                        row = len(past.voltage_mv)
                        past.spikes.append((row, dt_ms))
                        voltage_mv, held = p.reset_mv, hold
                        lift_mv += p.adaptation_step_mv
                        if held:
                            past.resting.append(row)
                    else:
                        voltage_mv = below(voltage_mv, line_mv)
            note(voltage_mv)
            note_lift.append(lift_mv)
        if past.voltage_mv:
            self.voltage_mv, self.adaptation_mv, self._held = voltage_mv, lift_mv, held
        return past


def _can_cross(settle_mv: float, voltage_mv: float, threshold_mv: float) -> bool:
    """Whether V meets the line by more than rounding.

    Either it rises above the line's own rest, or the line falls onto a falling V.
    """
    return (
        settle_mv - threshold_mv > LINE_TOLERANCE_MV
        or voltage_mv - settle_mv > LINE_TOLERANCE_MV
    )


class ExactAdaptive(Lif):
    """The exact solution, with the crossing of the moving line found inside the step.

    V and s decay exactly. V - theta is a sum of two exponentials and a constant, so it
    turns at most once: on each side of that turn a crossing is bracketed, and solved
    to ``CROSSING_TOLERANCE_MS``. A step that would hold more than
    ``MAX_SPIKES_PER_STEP`` ends there, with V at reset.
    """

    is_exact = True

    def channels(self) -> tuple[str, ...]:
        """See ``Neuron.channels``."""
        return (ADAPTATION,)

    def run(
        self, currents_na: Sequence[float], dt_ms: float | Sequence[float]
    ) -> Stretch:
        """See ``Neuron.run``; any positive and finite ``dt_ms`` will do."""
        p, lengths_ms, past = adaptive(self.parameters), each_length(dt_ms), Stretch()
        note, note_lift = past.voltage_mv.append, past.own.setdefault(ADAPTATION, [])
        threshold_mv = p.line_mv
        clearly_below_mv = threshold_mv - CLEARLY_MV
        held = min(self._held, p.refractory_ms)
        voltage_mv = p.reset_mv if held > 0.0 else self.voltage_mv
        lift_mv = self.adaptation_mv
        length_ms = growth = fade = 0.0
        for level_mv, step_ms in zip(
            self._settle_mv(currents_na), lengths_ms, strict=False
        ):
            if step_ms != length_ms:
                length_ms, growth = step_ms, math.expm1(-step_ms / p.tau_ms)
                fade = math.exp(-step_ms / p.adaptation_tau_ms)
            after_mv = voltage_mv - (level_mv - voltage_mv) * growth
            after_lift_mv = lift_mv * fade
            # A rising V meets the falling line once, and the line is never below V_th:
            # only where neither tells that it was not met it is worth while to look.
            is_clear = not held and after_mv < clearly_below_mv + after_lift_mv
            if is_clear and (voltage_mv <= level_mv or voltage_mv < threshold_mv):
                voltage_mv, lift_mv = after_mv, after_lift_mv
            else:
                step = _Step(p, level_mv, step_ms, voltage_mv, lift_mv, held)
                past.spikes += [
                    (len(past.voltage_mv), offset_ms) for offset_ms in step.spikes()
                ]
                voltage_mv, lift_mv, held = step.voltage_mv, step.lift_mv, step.held_ms
                if held > 0.0:
                    past.resting.append(len(past.voltage_mv))
            note(voltage_mv)
            note_lift.append(lift_mv)
        if past.voltage_mv:
            self.voltage_mv, self.adaptation_mv, self._held = voltage_mv, lift_mv, held
        return past


@dataclass(slots=True)
class _Step:
    """One exact step that may hold spikes; ``spikes`` brings it to its end."""

    parameters: AdaptiveParameters
    settle_mv: float
    dt_ms: float
    voltage_mv: float
    lift_mv: float
    held_ms: float

    def spikes(self) -> Iterator[float]:
        """The offsets of its spikes, in ms."""
        p, dt_ms, count = self.parameters, self.dt_ms, 0
        # What happens until `known_ms` after the step's start is settled already.
        known_ms = self.held_ms
        self._fade(min(known_ms, dt_ms))
        while known_ms < dt_ms:
            wait_ms = self._wait_ms(dt_ms - known_ms)
            crossing_ms = known_ms + wait_ms
            if crossing_ms > dt_ms:
                break
            yield max(crossing_ms, dt_ms * IMMEDIATE_SHARE)
            count += 1
            self._fade(wait_ms)
            self.lift_mv += p.adaptation_step_mv
            self.voltage_mv = p.reset_mv
            known_ms = crossing_ms + p.refractory_ms
            if count == MAX_SPIKES_PER_STEP:
                known_ms = max(known_ms, dt_ms)
            self._fade(min(known_ms, dt_ms) - crossing_ms)
        left_ms = dt_ms - known_ms
        if left_ms > 0.0:
            gap_mv = self.settle_mv - self.voltage_mv
            self.voltage_mv -= gap_mv * math.expm1(-left_ms / p.tau_ms)
            self._fade(left_ms)
            line_mv = p.line_mv + self.lift_mv
            self.voltage_mv = below(self.voltage_mv, line_mv)
        self.held_ms = max(-left_ms, 0.0)

    def _fade(self, time_ms: float) -> None:
        if time_ms > 0.0:
            self.lift_mv *= math.exp(-time_ms / self.parameters.adaptation_tau_ms)

    def _wait_ms(self, left_ms: float) -> float:
        """The time until V meets the line; infinite if not within ``left_ms``."""
        p = self.parameters
        if self.lift_mv == 0.0:
            return time_to_threshold_ms(p, self.settle_mv, self.voltage_mv)
        if self.voltage_mv >= p.line_mv + self.lift_mv:
            return 0.0
        if not _can_cross(self.settle_mv, self.voltage_mv, p.line_mv):
            return math.inf
        begin_ms = 0.0
        for end_ms in (self._turn_ms(), left_ms):
            if begin_ms < end_ms <= left_ms:
                if self._above_mv(end_ms) >= 0.0:
                    return self._meet_ms(begin_ms, end_ms)
                begin_ms = end_ms
        return math.inf

    def _above_mv(self, time_ms: float) -> float:
        """How far V is above the line after a time, if there was no spike."""
        p = self.parameters
        gap_mv = self.settle_mv - self.voltage_mv
        fall_mv = gap_mv * math.exp(-time_ms / p.tau_ms)
        lift_mv = self.lift_mv * math.exp(-time_ms / p.adaptation_tau_ms)
        return self.settle_mv - p.line_mv - fall_mv - lift_mv

    def _turn_ms(self) -> float:
        """When V and the line come nearest or part furthest; infinite if never.

        The zero of the derivative of ``_above_mv``: (V - Vinf) / tau e^(-t/tau) =
        s / tau_theta e^(-t/tau_theta).
        """
        p = self.parameters
        over_mv = self.voltage_mv - self.settle_mv
        rates = 1.0 / p.tau_ms - 1.0 / p.adaptation_tau_ms
        if over_mv <= 0.0 or rates == 0.0:
            return math.inf
        steepness = (over_mv / p.tau_ms) / (self.lift_mv / p.adaptation_tau_ms)
        return math.log(steepness) / rates

    def _meet_ms(self, low_ms: float, high_ms: float) -> float:
        """The crossing between two times, by Newton's method kept in its bracket."""
        p = self.parameters
        time_ms = 0.5 * (low_ms + high_ms)
        for _ in range(_MOST_ROUNDS):
            above_mv = self._above_mv(time_ms)
            if above_mv >= 0.0:
                high_ms = time_ms
            else:
                low_ms = time_ms
            gap_mv = self.settle_mv - self.voltage_mv
            slope = gap_mv / p.tau_ms * math.exp(-time_ms / p.tau_ms)
            slope += (
                self.lift_mv
                / p.adaptation_tau_ms
                * math.exp(-time_ms / p.adaptation_tau_ms)
            )
            before_ms = time_ms
            time_ms = before_ms - above_mv / slope if slope > 0.0 else low_ms
            if not low_ms < time_ms < high_ms:
                time_ms = 0.5 * (low_ms + high_ms)
            if abs(time_ms - before_ms) < 0.1 * CROSSING_TOLERANCE_MS:
                break
        return time_ms


METHODS: dict[str, type[Lif]] = {"euler": EulerAdaptive, "exact": ExactAdaptive}
