"""``lifgame simulate``: its rows and its summary against the closed form."""

import csv
import io
import json
import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from lifgame.__main__ import main
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS

Rows = list[dict[str, float]]
Run = Callable[..., str]

# Exact rates in Hz at 20 mV, computed independently; the motor neuron has 14 mV.
RATES_HZ = {
    "silent": 0.0,
    "subthreshold": 0.0,
    "pyramidal": 23.2546,
    "fast_spiking": 121.3652,
    "stellate": 30.3413,
    "purkinje": 4.6509,
    "granule": 128.9678,
    "thalamic": 32.9236,
    "ca1": 27.4363,
    "motor": 12.0225,
    "sensory": 144.2695,
}
PLAIN = [preset.id for preset in PRESETS.values() if preset.model == "lif"]
# Intervals in steps of 0.5 ms that Euler's method must give.
EULER_STEPS = {
    "pyramidal": 86,
    "fast_spiking": 16,
    "stellate": 66,
    "purkinje": 430,
    "granule": 16,
    "thalamic": 61,
    "ca1": 73,
    "sensory": 14,
}


@pytest.fixture
def simulate(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: object) -> str:
        assert main(["simulate", *map(str, words)]) == 0
        out, said = capsys.readouterr()
        assert said == ""
        return out

    return run


def rows(text: str) -> Rows:
    lines = csv.DictReader(io.StringIO(text))
    assert lines.fieldnames == ["time_ms", "current_na", "voltage_mv", "spike"]
    return [{name: float(value) for name, value in line.items()} for line in lines]


def summary(text: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(text)
    return read


def test_one_row_a_step(simulate: Run) -> None:
    table = rows(simulate("--duration-ms", 500, "--dt-ms", 0.1))
    assert len(table) == 5000
    assert [row["time_ms"] for row in table] == [(k + 1) / 10 for k in range(5000)]
    assert {row["current_na"] for row in table} == {2.0}
    assert {row["spike"] for row in table} == {0.0, 1.0}


def test_the_voltage_is_the_closed_form(simulate: Run) -> None:
    """With 15 mV as the end and tau = 30 ms: 9.481808 mV after tau, exactly."""
    words = ("--preset", "subthreshold", "--method", "exact", "--duration-ms", 90)
    for dt_ms in (0.5, 0.7, 3.0, 7.3):
        for row in rows(simulate(*words, "--dt-ms", dt_ms)):
            expected = 15.0 * -math.expm1(-row["time_ms"] / 30.0)
            assert row["voltage_mv"] == pytest.approx(expected, rel=1e-10)
    at_tau = rows(simulate(*words, "--dt-ms", 0.5))[59]
    assert at_tau["voltage_mv"] == pytest.approx(9.481808, abs=1e-6)


def test_euler_is_euler(simulate: Run) -> None:
    for dt_ms, expected in ((0.5, 9.528115), (0.1, 9.491018)):
        table = rows(
            simulate("--preset", "subthreshold", "--duration-ms", 30, "--dt-ms", dt_ms)
        )
        assert table[-1]["voltage_mv"] == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("preset", PLAIN)
def test_rates_of_all_presets(simulate: Run, preset: str) -> None:
    words = ("--preset", preset, "--duration-ms", 3000, "--summary")
    exact = summary(simulate(*words, "--method", "exact", "--dt-ms", 1.7))
    assert exact["theory"]["firing_rate_hz"] == pytest.approx(
        RATES_HZ[preset], abs=5e-5
    )
    assert exact["mean_rate_hz"] == pytest.approx(RATES_HZ[preset], rel=1e-5)
    euler = summary(simulate(*words))
    gaps = {round(b - a, 9) for a, b in pairwise(euler["spike_times_ms"])}
    if preset in EULER_STEPS:
        assert gaps == {EULER_STEPS[preset] * 0.5}
        assert euler["spike_times_ms"][0] == EULER_STEPS[preset] * 0.5
    assert euler["spike_count"] == len(euler["spike_times_ms"])


def test_the_summary_tells_what_it_is_about(simulate: Run) -> None:
    found = summary(simulate("--summary", "--pattern", "pulses", "--pulse-duty", 30))
    assert found["pattern"] == "pulses"
    assert found["parameters"] == {
        "current": 2.0,
        "resistance": 12.0,
        "capacitance": 2.0,
        "threshold": 20.0,
        "refractory": 0.0,
        "pulse_period": 100.0,
        "pulse_duty": 30.0,
    }
    theory = found["theory"]
    assert theory["tau_ms"] == 24.0
    assert theory["steady_state_mv"] == 24.0
    assert theory["rheobase_na"] == pytest.approx(1.6667, abs=5e-5)
    assert theory["time_to_first_spike_ms"] == pytest.approx(43.0022, abs=5e-5)


def test_silence_and_a_single_spike(simulate: Run) -> None:
    silent = summary(simulate("--summary", "--preset", "silent"))
    assert (silent["spike_count"], silent["mean_rate_hz"]) == (0, 0.0)
    assert silent["theory"]["time_to_first_spike_ms"] is None
    once = summary(simulate("--summary", "--duration-ms", 50))
    assert (once["spike_count"], once["mean_rate_hz"]) == (1, None)


def test_a_refractory_period_lowers_the_rate(simulate: Run) -> None:
    words = ("--summary", "--method", "exact", "--refractory-ms", 2)
    found = summary(simulate(*words, "--preset", "granule"))
    assert found["theory"]["firing_rate_hz"] == pytest.approx(102.5234, abs=5e-5)
    assert found["mean_rate_hz"] == pytest.approx(102.5234, rel=1e-5)


def test_values_overrule_the_preset(simulate: Run) -> None:
    words = ("--summary", "--method", "exact", "--current", 3, "--threshold", 10)
    assert summary(simulate(*words))["mean_rate_hz"] == pytest.approx(128.0387)
    assert summary(simulate("--summary", "--current", "-0"))["spike_count"] == 0


def test_noise_is_the_same_with_the_same_seed(simulate: Run) -> None:
    words = ("--pattern", "noisy", "--seed")
    first = simulate(*words, 1)
    assert simulate(*words, 1) == first
    assert simulate(*words, 2) != first
    assert simulate("--pattern", "noisy") == simulate(*words, 0)
    currents = [
        row["current_na"] for row in rows(simulate(*words, 5, "--duration-ms", 2e4))
    ]
    assert float(np.std(currents)) == pytest.approx(0.5, rel=0.1)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("dt_ms", [0.3, 1.9, 13.0])
def test_the_exact_method_takes_any_step(
    simulate: Run, pattern: str, dt_ms: float
) -> None:
    table = rows(simulate("--pattern", pattern, "--method", "exact", "--dt-ms", dt_ms))
    assert len(table) == math.floor(1000 / dt_ms)
    assert all(-20 < row["voltage_mv"] <= 20 for row in table)
    assert all(float(row["spike"]).is_integer() for row in table)


def test_several_spikes_in_one_step_are_counted(simulate: Run) -> None:
    words = ("--preset", "sensory", "--method", "exact", "--dt-ms", 50)
    table = rows(simulate(*words))
    assert sum(row["spike"] for row in table) == math.floor(1000 / 6.9315)


def test_a_file_and_a_summary_at_once(simulate: Run, tmp_path: Any) -> None:
    path = tmp_path / "x.csv"
    found = summary(simulate("--summary", "--out", path))
    spikes = [row["time_ms"] for row in rows(path.read_text()) if row["spike"]]
    assert spikes == found["spike_times_ms"]
    assert path.read_text() == simulate()


# --- the adaptive neuron --------------------------------------------------------

ADAPTIVE = ("--preset", "pyramidal", "--model", "adaptive", "--method", "exact")


def test_the_adaptive_neuron_slows_down_to_its_steady_rhythm(simulate: Run) -> None:
    words = ("--adaptation-step", 2, "--adaptation-tau", 100, "--duration-ms", 3000)
    found = summary(simulate(*ADAPTIVE, *words, "--summary", "--dt-ms", 3.3))
    times = found["spike_times_ms"]
    assert times[0] == pytest.approx(43.0022, abs=5e-5)
    assert times[-1] - times[-2] == pytest.approx(63.1445, abs=5e-5)
    assert found["theory"]["firing_rate_hz"] == pytest.approx(1000 / 63.1445, rel=1e-6)
    assert found["parameters"]["adaptation_tau"] == 100.0


def test_its_channels_are_further_columns(simulate: Run) -> None:
    lines = list(csv.DictReader(io.StringIO(simulate(*ADAPTIVE))))
    assert list(lines[0]) == [
        "time_ms",
        "current_na",
        "voltage_mv",
        "spike",
        "threshold_mv",
        "adaptation_mv",
    ]
    for line in lines:
        lift = float(line["adaptation_mv"])
        assert float(line["threshold_mv"]) == pytest.approx(20.0 + lift)
    assert max(float(line["adaptation_mv"]) for line in lines) > 4.0


def test_without_a_step_its_spikes_are_the_plain_neurons(simulate: Run) -> None:
    words = ("--duration-ms", 900, "--pattern", "noisy")
    plain = rows(simulate(*words))
    text = simulate("--model", "adaptive", "--adaptation-step", 0, *words)
    still = list(csv.DictReader(io.StringIO(text)))
    assert [float(line["voltage_mv"]) for line in still] == [
        row["voltage_mv"] for row in plain
    ]


def test_a_preset_brings_its_model(simulate: Run) -> None:
    found = summary(simulate("--preset", "adapting_ca1", "--summary"))
    assert found["model"] == "adaptive"
    assert found["parameters"]["adaptation_step"] == 4.0
    plain = summary(simulate("--preset", "adapting_ca1", "--model", "lif", "--summary"))
    assert plain["spike_count"] > found["spike_count"]
    assert "adaptation_step" not in plain["parameters"]


def test_a_number_of_another_model_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["simulate", "--adaptation-step", "3"]) == 2
    said = capsys.readouterr().err
    assert "--adaptation-step" in said
    assert "--model adaptive" in said
    assert said.count("\n") == 1


# --- every step length, every pattern -------------------------------------------


def test_pulses_are_followed_inside_a_long_step(simulate: Run) -> None:
    """V peaks at 8.48 mV: taken once a step, the pulses would fire 457 times."""
    words = "--pattern pulses --pulse-period 20 --pulse-duty 10 --current 5 "
    words += "--threshold 10 --method exact --duration-ms 2000"
    for dt_ms in (0.3, 7.0, 20.0, 333.0):
        found = summary(simulate(*words.split(), "--dt-ms", dt_ms, "--summary"))
        assert found["spike_count"] == 0
    fine = rows(simulate(*words.split(), "--dt-ms", 0.1))
    assert max(row["voltage_mv"] for row in fine) == pytest.approx(
        60 * math.expm1(-2 / 24) / math.expm1(-20 / 24), rel=1e-6
    )


@pytest.mark.parametrize("pattern", [name for name in PATTERNS if name != "noisy"])
def test_the_exact_method_gives_the_same_spikes_with_any_step(
    simulate: Run, pattern: str
) -> None:
    words = ("--preset", "thalamic", "--pattern", pattern, "--duration-ms", 4000)
    trains = [
        summary(simulate(*words, "--method", "exact", "--dt-ms", dt, "--summary"))
        for dt in (0.05, 0.5, 20.0, 160.0)
    ]
    counts = [train["spike_count"] for train in trains]
    assert set(counts) == {counts[0]}
    if pattern == "sine":
        assert counts[0] == 159  # an event search of its own gives the same
    for train in trains[1:]:
        assert train["spike_times_ms"] == pytest.approx(
            trains[0]["spike_times_ms"], abs=0.02
        )


@pytest.mark.parametrize("dt_ms", [0.5, 5.0, 20.0])
def test_the_spread_of_v_under_noise_does_not_depend_on_the_step(
    simulate: Run, dt_ms: float
) -> None:
    words = "--pattern noisy --noise-sigma 0.5 --current 1 --threshold 30 --seed 3"
    text = simulate(
        *words.split(), "--method", "exact", "--dt-ms", dt_ms, "--duration-ms", 2e5
    )
    voltages = [row["voltage_mv"] for row in rows(text)][round(300 / dt_ms) :]
    # R sigma sqrt(tau_noise / (tau + tau_noise)) for the low-pass of a coloured noise.
    expected = 12 * 0.5 * math.sqrt(5 / (24 + 5))
    assert expected == pytest.approx(2.49, abs=0.01)
    assert np.std(voltages) == pytest.approx(expected, rel=0.04)
