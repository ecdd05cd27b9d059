"""Rates against currents: what a neuron does, and what theory says that it must do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from lifgame.app.cli.experiment import NUMBER
from lifgame.content.models import DEFAULT_METHOD, DEFAULT_MODEL, MODELS, Model
from lifgame.model import inputs
from lifgame.model.population import spike_counts
from lifgame.model.simulation import Simulation
from lifgame.session.start import DEFAULT_DT_MS

# Points of the theory's line; it is steep at the rheobase.
THEORY_POINTS = 1201


@dataclass(frozen=True, slots=True)
class RateRuns:
    """What to measure.

    Attributes:
        values: Every parameter by id, in its own unit; its current means nothing.
        model: Id of the kind of neuron.
        method: ``euler`` or ``exact``.
        currents_na: A constant current for each run.
        duration_ms: Simulated time of each run.
        noise_sigma_na: Standard deviation of the noise, in nA.
        seed: Of the noise.
    """

    values: Mapping[str, float]
    currents_na: tuple[float, ...]
    duration_ms: float
    model: str = DEFAULT_MODEL
    method: str = DEFAULT_METHOD
    noise_sigma_na: float = 0.0
    seed: int = 0

    @property
    def ticks(self) -> int:
        """Whole steps in a run."""
        return max(1, round(self.duration_ms / DEFAULT_DT_MS))

    def measured_hz(self) -> tuple[float, ...]:
        """The rate at each current.

        Without noise it is that of the intervals in the second half of a run, when a
        neuron that adapts has done so; with noise, spikes over the whole time.
        """
        if self.noise_sigma_na > 0.0 and self._is_plain_euler:
            counts = spike_counts(
                self._model.parameters_of(self.values),
                self.currents_na,
                self.ticks,
                DEFAULT_DT_MS,
                noise_sigma_na=self.noise_sigma_na,
                seed=self.seed,
            )
            span_ms = self.ticks * DEFAULT_DT_MS
            return tuple(1000.0 * count / span_ms for count in counts.tolist())
        return tuple(
            self._one_hz(current_na, self.seed + run)
            for run, current_na in enumerate(self.currents_na)
        )

    def theory_hz(self, current_na: float) -> float | None:
        """The closed form's rate without noise; None if there is none."""
        theory = self._model.theory_at(self.values)
        return None if theory is None else theory.rate_hz(current_na)

    def theory_line(self) -> tuple[tuple[float, float], ...]:
        """Currents and rates of the closed form from end to end; empty if none."""
        theory = self._model.theory_at(self.values)
        if theory is None:
            return ()
        low_na, high_na = min(self.currents_na), max(self.currents_na)
        line = set(np.linspace(low_na, high_na, THEORY_POINTS).tolist())
        if low_na < theory.rheobase_na < high_na:
            # The line rises there without any slope that steps could follow.
            near = np.logspace(-9, -2, 60) * (high_na - low_na) + theory.rheobase_na
            line |= {theory.rheobase_na, *near[near < high_na].tolist()}
        return tuple((na, theory.rate_hz(na)) for na in sorted(line))

    @property
    def rheobase_na(self) -> float | None:
        """The current up to which theory has it silent, if it has one."""
        theory = self._model.theory_at(self.values)
        return None if theory is None else theory.rheobase_na

    def csv(self) -> Iterator[str]:
        """One line for each current."""
        yield "current_na,rate_hz,theory_hz\n"
        for current_na, rate_hz in zip(
            self.currents_na, self.measured_hz(), strict=True
        ):
            theory_hz = self.theory_hz(current_na)
            words = "" if theory_hz is None else NUMBER % theory_hz
            yield f"{NUMBER % current_na},{NUMBER % rate_hz},{words}\n"

    @property
    def _model(self) -> Model:
        return MODELS[self.model]

    @property
    def _is_plain_euler(self) -> bool:
        return (self.model, self.method) == (DEFAULT_MODEL, DEFAULT_METHOD)

    def _one_hz(self, current_na: float, seed: int) -> float:
        neuron = self._model.build(self.values, self.method)
        running = Simulation(neuron, dt_ms=DEFAULT_DT_MS, seed=seed, record_capacity=1)
        running.waveform = inputs.constant(current_na)
        running.noise_sigma_na = self.noise_sigma_na
        times_ms = running.advance(self.ticks).spike_times_ms
        span_ms = self.ticks * DEFAULT_DT_MS
        late_ms = [time_ms for time_ms in times_ms if time_ms >= 0.5 * span_ms]
        if self.noise_sigma_na > 0.0 or len(late_ms) < 2:
            return 1000.0 * len(times_ms) / span_ms
        return 1000.0 * (len(late_ms) - 1) / (late_ms[-1] - late_ms[0])
