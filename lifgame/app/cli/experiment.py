"""``lifgame simulate``: the neuron without any picture, as CSV or as a summary."""

import json
import math
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lifgame.content.models import DEFAULT_MODEL, MODELS, Model
from lifgame.content.parameters import CURRENT
from lifgame.content.patterns import PATTERNS
from lifgame.model.neurons.lif import MAX_SPIKES_PER_STEP
from lifgame.model.neurons.lif_parameters import STEP_TOLERANCE
from lifgame.model.record import RecordSlice
from lifgame.model.simulation import Simulation

# The file's name of a column, and its channel; a model's own stand behind them.
CSV_COLUMNS = (
    ("current_na", "current_na"),
    ("voltage_mv", "voltage_mv"),
    ("spike", "spikes"),
)
# Simulated in pieces, each as long as what the record holds, and with few spikes even
# where a step is long and holds many.
PIECE_TICKS = 4096
PIECE_MS = 4096.0
MOST_STEPS = 50_000_000
# A summary lists so many spike times, and says how many more there were.
LISTED_SPIKES = 100_000
NUMBER = "%.12g"


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
        model: Id of the kind of neuron.

    Raises:
        ValueError: If the duration holds no step, or too many.
    """

    values: Mapping[str, float]
    pattern: str
    method: str
    dt_ms: float
    duration_ms: float
    seed: int
    model: str = DEFAULT_MODEL

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
    def row(self) -> Model:
        """What kind of neuron it is about."""
        return MODELS[self.model]

    @property
    def used_values(self) -> dict[str, float]:
        """The parameters that have a say in this experiment, by id."""
        own = PATTERNS[self.pattern].parameters
        specs = (CURRENT, *self.row.all_parameters, *own)
        return {spec.id: self.values[spec.id] for spec in specs}

    def simulation(self) -> Simulation:
        """The neuron with its input, at the beginning."""
        neuron = self.row.build(self.values, self.method)
        simulation = Simulation(
            neuron, dt_ms=self.dt_ms, seed=self.seed, record_capacity=PIECE_TICKS
        )
        pattern = PATTERNS[self.pattern]
        simulation.waveform = pattern.bind(self.values[CURRENT.id], self.values)
        simulation.noise_sigma_na = pattern.noise_sigma_na(self.values)
        return simulation


class Spikes:
    """The spikes of a run, however many: the first of them one by one.

    Attributes:
        count: How many there were.
        first_ms: Time of the first, in ms.
        last_ms: Time of the last, in ms.
        listed_ms: Times of the first ``LISTED_SPIKES``, in ms.
    """

    def __init__(self) -> None:
        self.count = 0
        self.first_ms = self.last_ms = math.nan
        self.listed_ms = array("d")

    def add(self, times_ms: tuple[float, ...]) -> None:
        """Take up some more, in order."""
        if not times_ms:
            return
        if not self.count:
            self.first_ms = times_ms[0]
        self.count += len(times_ms)
        self.last_ms = times_ms[-1]
        self.listed_ms.extend(times_ms[: LISTED_SPIKES - len(self.listed_ms)])

    @property
    def mean_rate_hz(self) -> float | None:
        """Intervals per second between the first and the last spike, in Hz.

        0 without a spike; None with one, as it leaves the rate open.
        """
        if not self.count:
            return 0.0
        if not self.first_ms < self.last_ms:
            return None
        return 1000.0 * (self.count - 1) / (self.last_ms - self.first_ms)


class Run:
    """One run of an experiment. It is made once, by ``csv`` or by ``finish``.

    Attributes:
        spikes: Those so far; complete when the run has ended.
    """

    def __init__(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self.spikes = Spikes()

    def csv(self) -> Iterator[str]:
        """The CSV file in pieces, so that a long one needs no memory.

        Raises:
            ValueError: If the method cannot take such a step.
        """
        columns = csv_columns(self.experiment.row)
        # Not before the first piece: an error must not leave a lone header behind.
        header = ",".join(("time_ms", *(name for name, _ in columns))) + "\n"
        channels = [channel for _, channel in columns]
        for part in self._pieces():
            yield header + _rows(part, channels, self.experiment.dt_ms)
            header = ""

    def finish(self) -> None:
        """Run it for its spikes alone.

        Raises:
            ValueError: As ``csv``.
        """
        for _ in self._pieces():
            pass

    def _pieces(self) -> Iterator[RecordSlice]:
        simulation, dt_ms = self.experiment.simulation(), self.experiment.dt_ms
        piece = max(1, min(PIECE_TICKS, int(PIECE_MS / dt_ms)))
        while simulation.tick < self.experiment.ticks:
            first = simulation.tick
            ticks = min(piece, self.experiment.ticks - first)
            self.spikes.add(simulation.advance(ticks).spike_times_ms)
            part = simulation.record.span(first, simulation.tick)
            if part.spikes.max() >= MAX_SPIKES_PER_STEP:
                raise ValueError(
                    f"a step of {dt_ms:g} ms holds {MAX_SPIKES_PER_STEP} "
                    "spikes or more; take a shorter --dt-ms"
                )
            yield part


def csv_columns(model: Model) -> tuple[tuple[str, str], ...]:
    """Names and channels of the columns behind the time.

    A line that stands still would be the same number a million times, so only a model
    with channels of its own has them, and its threshold, behind what all have.
    """
    if not model.own_channels:
        return CSV_COLUMNS
    further = ("threshold_mv", *(channel.id for channel in model.own_channels))
    return CSV_COLUMNS + tuple((name, name) for name in further)


def _rows(part: RecordSlice, channels: Iterable[str], dt_ms: float) -> str:
    """One row a step: the current during it, the state at its end."""
    ticks = np.arange(part.first_tick + 1, part.end_tick + 1, dtype=np.float64)
    return as_csv([ticks * dt_ms, *(part.column(name) for name in channels)])


def as_csv(columns: list[NDArray[np.float64]]) -> str:
    """The lines of some rows. All are formatted at once: one by one takes longer.

    Args:
        columns: Of the same length, each a column of numbers.
    """
    words: list[str] = []
    changing: list[NDArray[np.float64]] = []
    for column in columns:
        if (column == column[0]).all():
            words.append(NUMBER % column[0])
        else:
            words.append(NUMBER)
            changing.append(column)
    line = ",".join(words) + "\n"
    numbers = np.column_stack(changing).ravel().tolist() if changing else []
    return line * len(columns[0]) % tuple(numbers)


def as_summary(run: Run) -> Iterator[str]:
    """What a run has given, and the closed form's numbers beside it, as JSON."""
    experiment, spikes = run.experiment, run.spikes
    summary = {
        "model": experiment.model,
        "pattern": experiment.pattern,
        "method": experiment.method,
        "dt_ms": experiment.dt_ms,
        "duration_ms": round(experiment.ticks * experiment.dt_ms, 9),
        "seed": experiment.seed,
        "parameters": experiment.used_values,
        "spike_count": spikes.count,
        "mean_rate_hz": spikes.mean_rate_hz,
        "theory": _theory(experiment),
        "spike_times_left_out": spikes.count - len(spikes.listed_ms),
        "spike_times_ms": [round(time_ms, 9) for time_ms in spikes.listed_ms],
    }
    encoder = json.JSONEncoder(indent=2, allow_nan=False)
    yield from encoder.iterencode(summary)
    yield "\n"


def _theory(experiment: Experiment) -> dict[str, float | None] | None:
    """What must come out if the current stays at its slider's value."""
    current_na = experiment.values[CURRENT.id]
    theory = experiment.row.theory_at(experiment.values)
    if theory is None:
        return None
    first_ms = theory.first_spike_ms(current_na)
    return {
        "constant_current_na": current_na,
        "tau_ms": theory.tau_ms,
        "steady_state_mv": theory.settle_mv(current_na),
        "rheobase_na": theory.rheobase_na,
        "time_to_first_spike_ms": first_ms if math.isfinite(first_ms) else None,
        "firing_rate_hz": theory.rate_hz(current_na),
    }
