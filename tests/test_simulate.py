"""``lifgame simulate``: its rows and its summary against the closed form."""

import math
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from simulate_tools import Run, rows, summary

from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS

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
