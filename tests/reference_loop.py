"""The neuron one step at a time, as slow and plain as it can be: the truth.

Nothing here is shared with the program but the parameters' rows. What the program does
in blocks must be the same to the last bit.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from lifgame.model.neurons.adaptive import AdaptiveParameters
from lifgame.model.neurons.lif_parameters import LifParameters

LINE_TOLERANCE_MV = 1e-9
STEP_TOLERANCE = 1e-6
EDGE_TOLERANCE_MS = 1e-9


def _under(voltage_mv: float, line_mv: float) -> float:
    return voltage_mv if voltage_mv < line_mv else math.nextafter(line_mv, -math.inf)


class SlowEuler:
    """Forward Euler, plain or adaptive."""

    def __init__(self, parameters: LifParameters) -> None:
        self.parameters = parameters
        self.voltage_mv, self.lift_mv, self.held_steps = parameters.rest_mv, 0.0, 0

    def step(self, current_na: float, dt_ms: float) -> list[float]:
        p = self.parameters
        tau_ms = p.resistance_mohm * p.capacitance_nf
        settle_mv = p.rest_mv + p.resistance_mohm * current_na
        begin_line_mv = p.threshold_mv + self.lift_mv
        jump_mv = 0.0
        if isinstance(p, AdaptiveParameters):
            self.lift_mv -= dt_ms / p.adaptation_tau_ms * self.lift_mv
            jump_mv = p.adaptation_step_mv
        hold = max(0, math.ceil(p.refractory_ms / dt_ms - STEP_TOLERANCE))
        if self.held_steps:
            held = min(self.held_steps, hold)
            self.held_steps = max(held - 1, 0)
            if held:
                self.voltage_mv = p.reset_mv
                return []
        before_mv = self.voltage_mv
        after_mv = before_mv + dt_ms / tau_ms * (settle_mv - before_mv)
        line_mv = p.threshold_mv + self.lift_mv
        can_cross = settle_mv - p.threshold_mv > LINE_TOLERANCE_MV
        can_cross |= after_mv - settle_mv > LINE_TOLERANCE_MV
        if before_mv >= begin_line_mv or (can_cross and after_mv >= line_mv):
            self.voltage_mv, self.held_steps = p.reset_mv, hold
            self.lift_mv += jump_mv
            return [dt_ms]
        self.voltage_mv = _under(after_mv, line_mv)
        return []

    @property
    def is_refractory(self) -> bool:
        return self.held_steps > 0 and self.parameters.refractory_ms > 0


class SlowExact:
    """The plain neuron's exact solution."""

    lift_mv = 0.0

    def __init__(self, parameters: LifParameters) -> None:
        self.parameters = parameters
        self.voltage_mv, self.held_ms = parameters.rest_mv, 0.0

    def step(self, current_na: float, dt_ms: float) -> list[float]:
        p = self.parameters
        tau_ms = p.resistance_mohm * p.capacitance_nf
        settle_mv = p.rest_mv + p.resistance_mohm * current_na
        known_ms = min(self.held_ms, p.refractory_ms)
        voltage_mv = p.reset_mv if known_ms > 0.0 else self.voltage_mv
        offsets_ms: list[float] = []
        while known_ms < dt_ms:
            wait_ms = math.inf
            if p.threshold_mv - voltage_mv <= 0.0:
                wait_ms = 0.0
            elif settle_mv - p.threshold_mv > LINE_TOLERANCE_MV:
                share = (p.threshold_mv - voltage_mv) / (settle_mv - p.threshold_mv)
                wait_ms = tau_ms * math.log1p(share)
            crossing_ms = known_ms + wait_ms
            if crossing_ms > dt_ms:
                break
            offsets_ms.append(max(crossing_ms, dt_ms * 1e-9))
            voltage_mv = p.reset_mv
            known_ms = crossing_ms + p.refractory_ms
        left_ms = dt_ms - known_ms
        if left_ms > 0.0:
            voltage_mv -= (settle_mv - voltage_mv) * math.expm1(-left_ms / tau_ms)
            voltage_mv = _under(voltage_mv, p.threshold_mv)
        self.voltage_mv, self.held_ms = voltage_mv, max(-left_ms, 0.0)
        return offsets_ms

    @property
    def is_refractory(self) -> bool:
        return self.held_ms > 0 and self.parameters.refractory_ms > 0


def constant(current_na: float) -> Callable[[float], float]:
    return lambda time_ms: current_na


def pulses(
    current_na: float, period_ms: float, duty: float
) -> Callable[[float], float]:
    on_ms = period_ms * duty / 100.0
    return lambda ms: (
        current_na if (ms + EDGE_TOLERANCE_MS) % period_ms < on_ms else 0.0
    )


def step(current_na: float) -> Callable[[float], float]:
    return lambda ms: 0.0 if (ms + EDGE_TOLERANCE_MS) % 1000.0 < 200.0 else current_na


def sine(current_na: float, frequency_hz: float) -> Callable[[float], float]:
    def wave(time_ms: float) -> float:
        turns = (time_ms * frequency_hz / 1000.0) % 1.0
        return current_na * (1.0 + math.sin(2.0 * math.pi * turns))

    return wave


def ramp(current_na: float, duration_ms: float) -> Callable[[float], float]:
    def wave(time_ms: float) -> float:
        phase_ms = (time_ms + EDGE_TOLERANCE_MS) % duration_ms - EDGE_TOLERANCE_MS
        return current_na * max(phase_ms, 0.0) / duration_ms

    return wave


class SlowNoise:
    """Ornstein-Uhlenbeck noise, one number at a time."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.state: float | None = None

    def sample(self, sigma_na: float, dt_ms: float) -> float:
        if self.state is None:
            self.state = self.rng.standard_normal()
        else:
            fresh = math.sqrt(-math.expm1(-2.0 * dt_ms / 5.0))
            kept = self.state * math.exp(-dt_ms / 5.0)
            self.state = kept + fresh * self.rng.standard_normal()
        return sigma_na * self.state


@dataclass
class SlowLoop:
    """A neuron in time, tick by tick, with everything that the record holds.

    ``asked_at`` is where in a tick the input is asked for: 0 for its start, as Euler
    does, 0.5 for its middle. Ticks must be no longer than the pieces of the program.
    """

    neuron: SlowEuler | SlowExact
    wave: Callable[[float], float]
    dt_ms: float = 0.5
    seed: int = 0
    asked_at: float = 0.0
    sigma_na: float = 0.0
    injected_na: float = 0.0
    tick: int = 0
    spike_times_ms: list[float] = field(default_factory=list)
    rows: list[dict[str, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.noise = SlowNoise(self.seed)

    def advance(self, ticks: int) -> None:
        for _ in range(ticks):
            self._tick()

    def _tick(self) -> None:
        neuron, p = self.neuron, self.neuron.parameters
        start_ms = self.tick * self.dt_ms
        asked_ms = start_ms + self.asked_at * self.dt_ms
        steady_na = self.wave(asked_ms) + self.injected_na
        noise_na = 0.0
        if self.sigma_na > 0.0:
            noise_na = self.noise.sample(self.sigma_na, self.dt_ms)
        offsets_ms = neuron.step(steady_na + noise_na, self.dt_ms)
        self.spike_times_ms += [start_ms + offset for offset in offsets_ms]
        self.tick += 1
        line_mv = p.threshold_mv + neuron.lift_mv
        row = {
            "voltage_mv": neuron.voltage_mv,
            "threshold_mv": line_mv,
            "rest_threshold_mv": p.threshold_mv,
            "current_na": steady_na + noise_na,
            "steady_na": steady_na,
            "settle_mv": p.rest_mv + p.resistance_mohm * steady_na,
            "leak_na": (neuron.voltage_mv - p.rest_mv) / p.resistance_mohm,
            "flush_pc": p.capacitance_nf * (line_mv - p.reset_mv),
            "resistance_mohm": p.resistance_mohm,
            "capacitance_nf": p.capacitance_nf,
            "spikes": float(len(offsets_ms)),
            "is_refractory": float(neuron.is_refractory),
        }
        if isinstance(p, AdaptiveParameters):
            row["adaptation_mv"] = neuron.lift_mv
        self.rows.append(row)
