"""``lifgame simulate``: the neuron without any picture, as CSV or as a summary."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lifgame.content.parameters import NEURON_PARAMETERS, REFRACTORY, lif_parameters
from lifgame.content.patterns import PATTERNS
from lifgame.model import theory
from lifgame.model.neurons.lif import MAX_SPIKES_PER_STEP, METHODS
from lifgame.model.neurons.lif_parameters import STEP_TOLERANCE, LifParameters
from lifgame.model.record import RecordSlice
from lifgame.model.simulation import Simulation

CSV_HEADER = "time_ms,current_na,voltage_mv,spike"
# Simulated in pieces, each shorter than what the trace holds.
PIECE_TICKS = 4096
MOST_STEPS = 50_000_000


@dataclass(frozen=True, slots=True)
class Experiment:
    """What to simulate.

    Attributes:
        values: Every parameter by id, in its own unit.
        pattern: Id of the input pattern.
        method: ``euler`` or ``exact``.
        dt_ms: Length of a step.
        duration_ms: Simulated time, rounded down to whole steps.
        seed: Of the noise.

    Raises:
        ValueError: If the duration holds no step, or too many.
    """

    values: Mapping[str, float]
    pattern: str
    method: str
    dt_ms: float
    duration_ms: float
    seed: int

    def __post_init__(self) -> None:
        if self.duration_ms / self.dt_ms > MOST_STEPS:
            raise ValueError(
                f"{self.duration_ms:g} ms in steps of {self.dt_ms:g} ms are more than "
                f"{MOST_STEPS} steps; take a longer --dt-ms or a shorter --duration-ms"
            )
        if self.ticks < 1:
            raise ValueError(
                f"{self.duration_ms:g} ms do not hold one step of {self.dt_ms:g} ms; "
                "take a shorter --dt-ms or a longer --duration-ms"
            )

    @property
    def ticks(self) -> int:
        """Whole steps in the duration."""
        return math.floor(self.duration_ms / self.dt_ms + STEP_TOLERANCE)

    @property
    def parameters(self) -> LifParameters:
        return lif_parameters(self.values)

    @property
    def used_values(self) -> dict[str, float]:
        """The parameters that have a say in this experiment, by id."""
        own = PATTERNS[self.pattern].parameters
        specs = (*NEURON_PARAMETERS, REFRACTORY, *own)
        return {spec.id: self.values[spec.id] for spec in specs}


class Run:
    """One run of an experiment. It is made once, by ``csv`` or by ``finish``.

    Attributes:
        spike_times_ms: The spikes so far; complete when the run has ended.
    """

    def __init__(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self.spike_times_ms: list[float] = []

    def csv(self) -> Iterator[str]:
        """The CSV file in pieces, so that a long one needs no memory.

        Raises:
            ValueError: If the method cannot take such a step.
        """
        # Not before the first piece: an error must not leave a lone header behind.
        header = CSV_HEADER + "\n"
        for part in self._pieces():
            yield header + _rows(part, self.experiment.dt_ms)
            header = ""

    def finish(self) -> None:
        """Run it for its spikes alone.

        Raises:
            ValueError: As ``csv``.
        """
        for _ in self._pieces():
            pass

    def _pieces(self) -> Iterator[RecordSlice]:
        simulation = _simulation(self.experiment)
        while simulation.tick < self.experiment.ticks:
            first = simulation.tick
            ticks = min(PIECE_TICKS, self.experiment.ticks - first)
            self.spike_times_ms += simulation.advance(ticks).spike_times_ms
            part = simulation.record.span(first, simulation.tick)
            if part.spikes.max() >= MAX_SPIKES_PER_STEP:
                raise ValueError(
                    f"a step of {simulation.dt_ms:g} ms holds {MAX_SPIKES_PER_STEP} "
                    "spikes or more; take a shorter --dt-ms"
                )
            yield part


def _simulation(experiment: Experiment) -> Simulation:
    neuron = METHODS[experiment.method](experiment.parameters)
    simulation = Simulation(neuron, dt_ms=experiment.dt_ms, seed=experiment.seed)
    pattern = PATTERNS[experiment.pattern]
    simulation.waveform = pattern.bind(experiment.values["current"], experiment.values)
    simulation.noise_sigma_na = pattern.noise_sigma_na(experiment.values)
    return simulation


def _rows(part: RecordSlice, dt_ms: float) -> str:
    """One row a step: the current during it, the state at its end."""
    columns = zip(
        part.current_na.tolist(),
        part.voltage_mv.tolist(),
        part.spikes.tolist(),
        strict=True,
    )
    return "".join(
        f"{tick * dt_ms:.12g},{current:.12g},{voltage:.12g},{spikes}\n"
        for tick, (current, voltage, spikes) in enumerate(columns, part.first_tick + 1)
    )


def as_summary(run: Run) -> str:
    """What a run has given, and the closed form's numbers beside it, as JSON."""
    experiment, times = run.experiment, run.spike_times_ms
    summary = {
        "pattern": experiment.pattern,
        "method": experiment.method,
        "dt_ms": experiment.dt_ms,
        "duration_ms": round(experiment.ticks * experiment.dt_ms, 9),
        "seed": experiment.seed,
        "parameters": experiment.used_values,
        "spike_count": len(times),
        "mean_rate_hz": mean_rate_hz(times),
        "theory": _theory(experiment),
        "spike_times_ms": [round(time_ms, 9) for time_ms in times],
    }
    return json.dumps(summary, indent=2, allow_nan=False) + "\n"


def mean_rate_hz(times_ms: list[float]) -> float | None:
    """Intervals per second between the first and the last spike, in Hz.

    Returns:
        0 without a spike; None with one, as it leaves the rate open.
    """
    if not times_ms:
        return 0.0
    if times_ms[-1] <= times_ms[0]:
        return None
    return 1000.0 * (len(times_ms) - 1) / (times_ms[-1] - times_ms[0])


def _theory(experiment: Experiment) -> dict[str, float | None]:
    """The closed form for a current that stays at its slider's value."""
    p, current_na = experiment.parameters, experiment.values["current"]
    first_ms = theory.time_to_first_spike_ms(p, current_na)
    return {
        "constant_current_na": current_na,
        "tau_ms": p.tau_ms,
        "steady_state_mv": theory.steady_state_mv(p, current_na),
        "rheobase_na": theory.rheobase_na(p),
        "time_to_first_spike_ms": first_ms if math.isfinite(first_ms) else None,
        "firing_rate_hz": theory.firing_rate_hz(p, current_na),
    }
