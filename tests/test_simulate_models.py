"""``lifgame simulate``: other models, long steps, and very much at once."""

import csv
import io
import math

import numpy as np
import pytest
from simulate_tools import Run, rows, summary

from lifgame.__main__ import main
from lifgame.app.cli.experiment import as_csv
from lifgame.content.patterns import PATTERNS

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


# --- much at once -----------------------------------------------------------------


def test_a_summary_lists_the_first_spikes_and_says_how_many_more(
    simulate: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("--preset", "sensory", "--duration-ms", 9000, "--summary")
    whole = summary(simulate(*words))
    assert whole["spike_times_left_out"] == 0
    monkeypatch.setattr("lifgame.app.cli.experiment.LISTED_SPIKES", 700)
    found = summary(simulate(*words))
    assert found["spike_times_ms"] == whole["spike_times_ms"][:700]
    assert found["spike_times_left_out"] == whole["spike_count"] - 700
    assert found["mean_rate_hz"] == whole["mean_rate_hz"]


def test_numbers_are_written_as_one_by_one() -> None:
    """Rows are formatted all at once; each must read as if it were alone."""
    chance = np.random.default_rng(3)
    columns = [
        chance.normal(0, 20, 400),
        np.full(400, 2.0),
        chance.integers(0, 3, 400).astype(np.float64),
    ]
    lines = as_csv(columns).splitlines()
    assert lines == [
        ",".join(f"{value:.12g}" for value in row) for row in zip(*columns, strict=True)
    ]
    assert as_csv([np.full(2, 1.5)]) == "1.5\n1.5\n"
