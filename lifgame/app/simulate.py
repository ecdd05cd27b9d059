"""``lifgame simulate``: the neuron without any picture, as CSV or as a summary."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass

from lifgame.content.patterns import PATTERNS
from lifgame.model import theory
from lifgame.model.neuron import METHODS, LifParameters
from lifgame.model.simulation import Simulation

CSV_HEADER = "time_ms,current_na,voltage_mv,spike"
# Simulated in pieces, each shorter than what the trace holds.
PIECE_TICKS = 4096


@dataclass(frozen=True, slots=True)
class Experiment:
    """What to simulate.

    Attributes:
        values: Every parameter by id, in its own unit.
        pattern: Id of the input pattern.
        method: ``euler`` or ``exact``.
        dt_ms: Length of a step.
        duration_ms: Simulated time, rounded to whole steps.
        seed: Of the noise.
    """

    values: Mapping[str, float]
    pattern: str
    method: str
    dt_ms: float
    duration_ms: float
    seed: int

    @property
    def ticks(self) -> int:
        """Whole steps in the duration; a hair's breadth too little still counts."""
        return max(1, math.floor(self.duration_ms / self.dt_ms + 1e-6))

    @property
    def parameters(self) -> LifParameters:
        return LifParameters(
            resistance_mohm=self.values["resistance"],
            capacitance_nf=self.values["capacitance"],
            threshold_mv=self.values["threshold"],
            refractory_ms=self.values["refractory"],
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out: the rows of the CSV file and the spikes' times in ms."""

    rows: list[str]
    spike_times_ms: list[float]


def simulate(experiment: Experiment) -> Outcome:
    """Run an experiment.

    Raises:
        ValueError: If the step is too long for the method.
    """
    neuron = METHODS[experiment.method](experiment.parameters)
    simulation = Simulation(neuron, dt_ms=experiment.dt_ms, seed=experiment.seed)
    pattern = PATTERNS[experiment.pattern]
    simulation.waveform = pattern.bind(experiment.values["current"], experiment.values)
    simulation.noise_sigma_na = pattern.noise_sigma_na(experiment.values)
    rows: list[str] = []
    spike_times_ms: list[float] = []
    while simulation.tick < experiment.ticks:
        first = simulation.tick
        piece = min(PIECE_TICKS, experiment.ticks - first)
        spike_times_ms += simulation.advance(piece).spike_times_ms
        rows += _rows(simulation, first, experiment.dt_ms)
    return Outcome(rows, spike_times_ms)


def _rows(simulation: Simulation, first: int, dt_ms: float) -> list[str]:
    """One row a step: the state at the step's end."""
    part = simulation.trace.span(first, simulation.tick)
    return [
        f"{(part.first_tick + index + 1) * dt_ms:.10g},{current:.10g},{voltage:.10g},{spike}"
        for index, (current, voltage, spike) in enumerate(
            zip(
                part.current_na.tolist(),
                part.voltage_mv.tolist(),
                part.spikes.tolist(),
                strict=True,
            )
        )
    ]


def as_csv(outcome: Outcome) -> str:
    """The whole CSV file, always with a decimal point."""
    return "\n".join([CSV_HEADER, *outcome.rows]) + "\n"


def as_summary(experiment: Experiment, outcome: Outcome) -> str:
    """What was measured, and the closed form's numbers beside it, as JSON."""
    times = outcome.spike_times_ms
    summary = {
        "pattern": experiment.pattern,
        "method": experiment.method,
        "dt_ms": experiment.dt_ms,
        "duration_ms": experiment.ticks * experiment.dt_ms,
        "parameters": dict(experiment.values),
        "spike_count": len(times),
        "mean_rate_hz": mean_rate_hz(times),
        "theory": _theory(experiment),
        "spike_times_ms": [round(time_ms, 9) for time_ms in times],
    }
    return json.dumps(summary, indent=2, allow_nan=False) + "\n"


def mean_rate_hz(times: list[float]) -> float:
    """Intervals per second between the first and the last spike; 0 below two."""
    if len(times) < 2 or times[-1] <= times[0]:
        return 0.0
    return 1000.0 * (len(times) - 1) / (times[-1] - times[0])


def _theory(experiment: Experiment) -> dict[str, float | None]:
    """The closed form for a constant current; infinities become null."""
    p, current_na = experiment.parameters, experiment.values["current"]
    first_ms = theory.time_to_first_spike_ms(p, current_na)
    return {
        "tau_ms": p.tau_ms,
        "steady_state_mv": theory.steady_state_mv(p, current_na),
        "rheobase_na": theory.rheobase_na(p),
        "time_to_first_spike_ms": first_ms if math.isfinite(first_ms) else None,
        "firing_rate_hz": theory.firing_rate_hz(p, current_na),
    }
