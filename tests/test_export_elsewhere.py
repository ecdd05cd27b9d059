"""The scripts run in the other simulators: every spike of every neuron type."""

import math
from pathlib import Path

import pytest
from simulators import WHEELS, spikes_elsewhere

from lifgame.app.cli.experiment import Experiment, Run
from lifgame.content.export.script import Subject, export_script, method
from lifgame.content.export.targets import ADAPTIVE, TARGETS
from lifgame.content.parameters import DEFAULT_VALUES
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS

pytestmark = pytest.mark.slow
DT_MS = 0.5
DURATION_MS = 1000.0
RESTS_MS = (0.0, 2.0)

CASES = [
    (target.id, "constant", preset, rest_ms)
    for target in TARGETS.values()
    for preset, row in PRESETS.items()
    if row.model in target.models
    for rest_ms in RESTS_MS
] + [
    (target.id, pattern, preset, rest_ms)
    for target in TARGETS.values()
    for pattern in target.patterns
    if pattern != "constant"
    for preset in ("pyramidal", "granule")
    for rest_ms in RESTS_MS
]


def subject(preset: str, pattern: str, **values: float) -> Subject:
    every = DEFAULT_VALUES | PRESETS[preset].values() | values
    return Subject(preset, PRESETS[preset].model, pattern, every, DT_MS, DURATION_MS)


def spikes_here(target: str, what: Subject) -> list[float]:
    run = Run(
        Experiment(
            values=what.values,
            pattern=what.pattern,
            method=method(target, what),
            dt_ms=DT_MS,
            duration_ms=DURATION_MS,
            seed=0,
            model=what.model,
        )
    )
    run.finish()
    return list(run.spikes.listed_ms)


def compare(target: str, what: Subject, here: list[float], folder: Path) -> None:
    file = folder / f"neuron{TARGETS[target].ending}"
    file.write_text(export_script(target, what, here, file.name), "utf-8")
    # An engine that finds the spike inside a step tells the step's end.
    ends = [math.ceil(time_ms / DT_MS - 1e-6) * DT_MS for time_ms in here]
    assert spikes_elsewhere(target, file) == ends


def test_every_simulator_is_tried() -> None:
    assert set(WHEELS) == set(TARGETS)


@pytest.mark.parametrize(("target", "pattern", "preset", "rest_ms"), CASES)
def test_the_spikes_are_the_same(
    target: str, pattern: str, preset: str, rest_ms: float, tmp_path: Path
) -> None:
    # A ramp of two seconds reaches only half of its current in one.
    what = subject(preset, pattern, refractory=rest_ms, ramp_duration=500.0)
    compare(target, what, spikes_here(target, what), tmp_path)


@pytest.mark.parametrize("target", [t for t, row in TARGETS.items()])
def test_a_current_that_only_just_reaches_the_line_is_silent_there_too(
    target: str, tmp_path: Path
) -> None:
    # 10 MΩ x 2 nA is 20 mV exactly; so is the threshold.
    what = subject("pyramidal", "constant", resistance=10.0, capacitance=0.5)
    assert what.is_at_line
    compare(target, what, [], tmp_path)


def adaptive_spikes(what: Subject) -> list[float]:
    """Euler's method for V and the line, written out: the truth of these tests."""
    p = what.values
    current_na = PATTERNS[what.pattern].bind(p["current"], p)
    voltage_mv = lift_mv = 0.0
    held, times_ms = 0, []
    for tick in range(round(DURATION_MS / DT_MS)):
        lift_mv -= DT_MS / p["adaptation_tau"] * lift_mv
        if held:
            held -= 1
            continue
        settle_mv = p["resistance"] * current_na(tick * DT_MS)
        tau_ms = p["resistance"] * p["capacitance"]
        voltage_mv += DT_MS / tau_ms * (settle_mv - voltage_mv)
        if voltage_mv >= p["threshold"] + lift_mv:
            voltage_mv, held = 0.0, round(p["refractory"] / DT_MS)
            lift_mv += p["adaptation_step"]
            times_ms.append((tick + 1) * DT_MS)
    return times_ms


@pytest.mark.parametrize("pattern", ["constant", "sine"])
@pytest.mark.parametrize("rest_ms", RESTS_MS)
@pytest.mark.parametrize(
    "target", [t for t, row in TARGETS.items() if ADAPTIVE in row.models]
)
def test_the_adaptive_neuron_slows_down_alike(
    target: str, rest_ms: float, pattern: str, tmp_path: Path
) -> None:
    numbers = {"adaptation_step": 2.0, "adaptation_tau": 100.0, "refractory": rest_ms}
    every = DEFAULT_VALUES | PRESETS["pyramidal"].values() | numbers
    what = Subject("pyramidal", ADAPTIVE, pattern, every, DT_MS, DURATION_MS)
    spikes_ms = adaptive_spikes(what)
    if pattern == "constant":
        assert spikes_ms[2] - spikes_ms[1] > spikes_ms[1] - spikes_ms[0]
    compare(target, what, spikes_ms, tmp_path)
