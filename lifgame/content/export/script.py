"""A neuron and its input, written down for another simulator."""

import math
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from lifgame.content.export.sections import assemble, sections
from lifgame.content.export.targets import TARGETS, Target
from lifgame.content.parameters import (
    CAPACITANCE,
    CURRENT,
    REFRACTORY,
    RESISTANCE,
    THRESHOLD,
)
from lifgame.content.patterns import PATTERNS
from lifgame.model import inputs

LONGEST_MS = 20_000.0
WIDTH = 84
# A current that settles V so near to the line, in mV, needs a word about rounding.
AT_LINE_MV = 1e-6
ABOVE_LINE_MV = 1e-9
METHOD_WORDS = {"euler": "Euler method", "exact": "exact method"}
STEP_TOLERANCE = 1e-6


_NOT_PLAIN = re.compile(r"[^A-Za-z0-9._-]|-(?=-)")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is written down.

    Attributes:
        preset: Id of the neuron type.
        model: Id of the neuron model.
        pattern: Id of the input pattern.
        values: Every parameter by id, in its own unit.
        dt_ms: Length of a step.
        duration_ms: Simulated time, whole steps.
    """

    preset: str
    model: str
    pattern: str
    values: Mapping[str, float]
    dt_ms: float
    duration_ms: float

    @property
    def rest_ms(self) -> float:
        """The rest after a spike in whole steps, rounded up as the neuron does."""
        steps = math.ceil(self.values[REFRACTORY.id] / self.dt_ms - STEP_TOLERANCE)
        return max(steps, 0) * self.dt_ms

    @property
    def settle_mv(self) -> float:
        return self.values[RESISTANCE.id] * self.values[CURRENT.id]

    @property
    def is_at_line(self) -> bool:
        """Whether V creeps up to the line exactly, where rounding could decide."""
        off_mv = self.settle_mv - self.values[THRESHOLD.id]
        return self.pattern == "constant" and abs(off_mv) < AT_LINE_MV


def method(target: str, subject: Subject) -> str:
    """The method of lifgame whose spikes the script gives."""
    return TARGETS[target].method(subject.rest_ms)


def export_script(
    target: str, subject: Subject, spike_times_ms: Sequence[float], file: str
) -> str:
    """The script for a simulator.

    Args:
        target: Id of the simulator.
        subject: What is written down.
        spike_times_ms: The spikes that lifgame makes with it by ``method``.
        file: Name under which the script will be kept; it names itself by it.

    Raises:
        ValueError: If the simulator cannot be given that, saying what is allowed.
    """
    row = TARGETS[target]
    problem = refusal(row, subject)
    if problem:
        raise ValueError(problem)
    shared = sections("common") if row.shared else {}
    made = _made(subject, spike_times_ms)
    parts = {**shared, **sections(row.id), **made}
    chosen = _chosen(row, parts, subject)
    return assemble(parts, chosen, _values(row, subject, file))


def refusal(target: Target, subject: Subject) -> str:
    """Why a simulator cannot be given this; empty if it can."""
    if subject.model not in target.models:
        allowed = ", ".join(target.models)
        return f"{target.name} cannot be given the model {subject.model} here; " + (
            f"allowed: {allowed}"
        )
    if subject.pattern not in target.patterns:
        allowed = ", ".join(target.patterns)
        return (
            f"{target.name} cannot be given the pattern {subject.pattern} here; "
            f"allowed: {allowed} (lifgame simulate writes the currents of any pattern)"
        )
    if not subject.dt_ms <= subject.duration_ms <= LONGEST_MS:
        return f"duration_ms is not allowed; allowed: one step to {LONGEST_MS:g} ms"
    rest_ms = subject.values[REFRACTORY.id]
    if target.is_exact and 0 < rest_ms < subject.dt_ms:
        return (
            f"{target.name} cannot rest for {rest_ms:g} ms; "
            f"allowed: 0, or {subject.dt_ms:g} ms and more"
        )
    return ""


def _chosen(
    target: Target, parts: Mapping[str, str], subject: Subject
) -> dict[str, str]:
    """Which section stands at a place, for this neuron and this input."""
    is_steady = PATTERNS[subject.pattern].is_steady
    rest = "some" if subject.rest_ms > 0 else "none"
    is_exact = target.method(subject.rest_ms) == "exact"
    inputs = (
        f"input.{subject.model}",
        f"input.{subject.pattern}",
        f"input.{'constant' if is_steady else 'varying'}",
    )
    # A section for a model, or for a pattern, goes before the one for all others.
    taken = next(name for name in inputs if name in parts)
    steps_itself = is_steady and taken == inputs[0]
    return {
        "line": f"line.{'at' if subject.is_at_line else 'plain'}",
        "adaptation": f"adaptation.{subject.model}",
        "model": f"model.{subject.model}",
        "rest": "rest.exact" if is_exact else f"rest.{rest}",
        "twin": f"twin.{rest}",
        "cell": f"cell.{rest}",
        "current": f"current.{'steady' if steps_itself else subject.pattern}",
        "target": f"target.{subject.pattern}",
        "input": taken,
    }


def _values(target: Target, subject: Subject, file: str) -> dict[str, str]:
    """What stands for the names behind a dollar sign."""
    p, dt_ms = subject.values, subject.dt_ms
    rest_ms = p[REFRACTORY.id] if target.is_exact else subject.rest_ms
    numbers = {
        **p,
        "rest": rest_ms,
        # Half a step less, as NeuroML needs it.
        "refract": rest_ms - dt_ms / 2,
        "dt": dt_ms,
        "duration": subject.duration_ms,
        "always": subject.duration_ms + dt_ms,
        "step_silent": inputs.STEP_SILENT_MS,
        "step_on": inputs.STEP_ON_MS,
        "line": p[THRESHOLD.id] + (ABOVE_LINE_MV if subject.is_at_line else 0.0),
    }
    return {name: f"{value:.12g}" for name, value in numbers.items()} | {
        "file": _plain(file),
        "stem": PurePath(_plain(file)).stem,
        "method": METHOD_WORDS[target.method(subject.rest_ms)],
        "leak": f"{1.0 / p[RESISTANCE.id]:.17g}",
    }


def _plain(file: str) -> str:
    """A file's name without anything that means something to XML or Python."""
    return _NOT_PLAIN.sub("_", file)


def _made(subject: Subject, spike_times_ms: Sequence[float]) -> dict[str, str]:
    """The sections that no template can hold, because they are lists."""
    runs = _runs(subject)
    current_na = subject.values[CURRENT.id]
    return {
        "title": _title(subject),
        "spikes": _spike_lines(spike_times_ms, subject.dt_ms),
        "pulses": "\n".join(_pulse(n, run, current_na) for n, run in runs),
        "targets": "\n".join(
            f'<explicitInput target="neurons[0]" input="pulse{n}"/>' for n, _ in runs
        ),
    }


def _title(subject: Subject) -> str:
    p = subject.values
    return (
        f"Neuron type: {subject.preset}. Input: {subject.pattern}. "
        f"I {p[CURRENT.id]:g} nA, R {p[RESISTANCE.id]:g} MOhm,\n"
        f"C {p[CAPACITANCE.id]:g} nF, V_th {p[THRESHOLD.id]:g} mV, "
        f"rest after a spike {p[REFRACTORY.id]:g} ms."
    )


def _spike_lines(times_ms: Sequence[float], dt_ms: float) -> str:
    """Spike times at the ends of their steps, as lines of a list."""
    steps = (math.ceil(time_ms / dt_ms - STEP_TOLERANCE) for time_ms in times_ms)
    text = ", ".join(f"{step * dt_ms:.12g}" for step in steps)
    return textwrap.fill(f"{text}," if text else "", WIDTH)


def _runs(subject: Subject) -> list[tuple[int, tuple[float, float]]]:
    """When current flows: numbered beginnings and ends, in ms, for NeuroML.

    They lie half a step late: jNeuroML looks at a generator with a step's end, and an
    edge between two steps cannot be moved by rounding.
    """
    current_na = PATTERNS[subject.pattern].bind(1.0, subject.values)
    dt_ms = subject.dt_ms
    edges_ms: list[float] = []
    was_on = False
    for step in range(round(subject.duration_ms / dt_ms) + 1):
        is_on = current_na(step * dt_ms) > 0.0
        if is_on != was_on:
            edges_ms.append((step + 0.5) * dt_ms if step else 0.0)
        was_on = is_on
    if was_on:
        edges_ms.append(subject.duration_ms + dt_ms)
    return list(enumerate(zip(edges_ms[::2], edges_ms[1::2], strict=True), start=1))


def _pulse(number: int, run: tuple[float, float], current_na: float) -> str:
    begin_ms, end_ms = run
    return (
        f'<pulseGenerator id="pulse{number}" delay="{begin_ms:.12g} ms" '
        f'duration="{end_ms - begin_ms:.12g} ms" amplitude="{current_na:.12g} nA"/>'
    )
