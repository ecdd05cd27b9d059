"""The sentence under the bucket: true, plain, and as calm as the situation."""

from fractions import Fraction
from itertools import pairwise

import pytest
from pilot import Pilot

from lifgame.content.presets import PRESETS
from lifgame.content.texts import shipped_texts
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.session.situation import situation
from lifgame.session.start import Start

EN = shipped_texts("en")


def said(session: Session) -> str:
    return situation(session).words(EN)


def test_below_the_line_it_says_where_the_water_settles() -> None:
    session = Session(Start(preset="subthreshold", speed=Fraction(1)))
    assert situation(session).key == "situation.rising"
    for _ in range(20):
        session.tick(0.1)
    assert said(session) == (
        "Water leaks as fast as it flows in: it settles at 15.0 mV, below the line. "
        "No spikes."
    )


def test_a_firing_neuron_says_how_often_in_the_right_plural() -> None:
    session = Session()
    assert "empties 23 times a second" in said(session)
    session.obey(c.SelectPreset("purkinje"))
    assert "empties 4.7 times a second" in said(session)


def test_an_empty_bucket_and_one_that_drains() -> None:
    session = Session(Start(speed=Fraction(1)))
    session.tick(0.03)
    session.obey(c.SelectPreset("silent"))
    assert situation(session).key == "situation.draining"
    for _ in range(20):
        session.tick(0.1)
    assert situation(session).key == "situation.empty"


def test_pausing_and_pushing_are_said() -> None:
    session = Session()
    session.obey(c.Inject("key", 1.0))
    assert situation(session).key == "situation.pushing.firing"
    session.obey(c.TogglePause())
    assert situation(session).key == "situation.paused"


@pytest.mark.parametrize("pattern", ["pulses", "sine", "step", "ramp", "noisy"])
def test_a_pattern_is_told_with_and_without_spikes(pattern: str) -> None:
    start = Start(preset="sensory", pattern=pattern, speed=Fraction(1))
    session = Session(start)
    for _ in range(30):
        session.tick(0.1)
    assert situation(session).key == f"situation.{pattern}.firing"
    session.obey(c.SetParameter("current", 0.05))
    session.obey(c.SetParameter("noise_sigma", 0.0))
    for _ in range(40):
        session.tick(0.1)
    assert situation(session).key == f"situation.{pattern}.silent"


@pytest.mark.parametrize("preset", PRESETS)
def test_it_changes_only_when_the_situation_does(preset: str) -> None:
    """A neuron that is left alone: at most, its water rises and then stands."""
    session = Session(Start(preset=preset, speed=Fraction(1, 4)))
    heard = [said(session)]
    for _ in range(600):
        session.tick(1 / 60)
        heard.append(said(session))
    changes = sum(a != b for a, b in pairwise(heard))
    assert changes <= (preset == "subthreshold")


def test_a_level_at_the_line_is_not_called_below_it() -> None:
    session = Session(Start(speed=Fraction(1)))
    session.obey(c.SetParameter("resistance", 10.0))
    for _ in range(20):
        session.tick(0.1)
    assert situation(session).key == "situation.at_line"


def test_by_hand_says_what_to_do() -> None:
    session = Session(Start(pattern="by_hand"))
    assert situation(session).key == "situation.by_hand.waiting"
    session.obey(c.Inject("key", 1.0))
    assert situation(session).key == "situation.by_hand.pushing"


def test_a_pattern_of_no_current_is_no_current() -> None:
    session = Session(Start(preset="silent", pattern="pulses"))
    assert situation(session).key == "situation.empty"


def test_the_sentence_counts_as_the_neuron_on_the_screen_does() -> None:
    session = Session(Start(preset="granule", speed=Fraction(1)))
    for _ in range(20):
        session.tick(0.1)
    assert session.cell.rate_hz == pytest.approx(125.0)
    assert "empties 125 times" in said(session)


def test_the_sentence_stands_under_the_bucket(pilot: Pilot) -> None:
    layout = pilot.game.scene.layout  # type: ignore[attr-defined]
    assert layout.words.top >= layout.bucket.bottom
    assert layout.words.left == layout.bucket.left
    before = pilot.game.window_surface.subsurface(layout.words).copy()
    pilot.press("p")
    pilot.frame()
    after = pilot.game.window_surface.subsurface(layout.words)
    assert before.get_buffer().raw != after.get_buffer().raw
