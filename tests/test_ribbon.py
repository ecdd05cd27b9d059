"""The readings of the Lab: theory beside what the screen's own steps make of it."""

import math

import pytest
from pilot import Pilot

from lifgame.content.presets import PRESETS
from lifgame.content.texts import shipped_texts
from lifgame.scenes.lab.widgets import reading_values
from lifgame.session import commands as c
from lifgame.session.start import Start

EN = shipped_texts()
DT_MS = 0.5


def shown(pilot: Pilot, name: str) -> str:
    return reading_values()[name](pilot.session, EN)


def lab(preset: str) -> Pilot:
    return Pilot((1280, 720), Start(preset=preset, view="lab"))


@pytest.mark.parametrize(
    ("preset", "words"),
    [
        ("granule", "129.0 Hz (125.0)"),
        ("fast_spiking", "121.4 Hz (125.0)"),
        ("sensory", "144.3 Hz (142.9)"),
        ("pyramidal", "23.3 Hz"),
        ("subthreshold", "0.0 Hz"),
    ],
)
def test_where_steps_tell_another_rate_both_are_shown(preset: str, words: str) -> None:
    assert shown(lab(preset), "theory") == words


@pytest.mark.parametrize("preset", ["granule", "fast_spiking", "sensory", "thalamic"])
def test_what_is_measured_is_the_rate_in_brackets(preset: str) -> None:
    """V after n steps of Euler is R I (1 - (1 - dt/tau)^n): n steps reach the line."""
    pilot = lab(preset)
    pilot.session.run(4000)
    row = {spec: pilot.session.cell.value(spec) for spec in ("current", "threshold")}
    r, tau = pilot.session.cell.value("resistance"), pilot.session.cell.tau_ms
    reach = 1.0 - row["threshold"] / (r * row["current"])
    steps = math.ceil(math.log(reach) / math.log(1.0 - DT_MS / tau) - 1e-9)
    rate = EN.number(1000.0 / (steps * DT_MS), 1)
    assert shown(pilot, "rate") == f"{rate} Hz"
    theory = shown(pilot, "theory")
    assert rate in theory


def test_no_rate_is_claimed_before_there_is_an_interval() -> None:
    """0.0 Hz beside "it empties 23 times a second" were two truths at once."""
    pilot = lab("pyramidal")
    assert shown(pilot, "rate") == "–"
    pilot.session.run(90)
    assert pilot.session.cell.spike_count == 1
    assert shown(pilot, "rate") == "–"
    pilot.session.run(90)
    assert shown(pilot, "rate") == "23.3 Hz"
    assert shown(lab("subthreshold"), "rate") == "0.0 Hz"


def test_where_nothing_is_steady_nothing_is_compared() -> None:
    pilot = lab("granule")
    pilot.game.obey([c.SelectPattern("sine")])
    assert shown(pilot, "theory") == "–"
    assert all(shown(lab(preset), "theory") for preset in PRESETS)
