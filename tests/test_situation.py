"""The sentence under the bucket: true, plain, and as calm as the situation."""

from fractions import Fraction
from itertools import pairwise

import pytest
from pilot import Pilot

from lifgame.content.markup import plain
from lifgame.content.presets import PRESETS
from lifgame.content.screens import VIEWS
from lifgame.content.texts import shipped_texts
from lifgame.scenes.lab.scene import LabScene
from lifgame.scenes.play.scene import PlayScene
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.session.situation import situation
from lifgame.session.start import Start

EN = shipped_texts("en")


def said(session: Session) -> str:
    return plain(situation(session).words(EN))


def test_below_the_line_it_says_where_the_water_settles() -> None:
    session = Session(Start(preset="subthreshold", speed=Fraction(1)))
    assert said(session) == "The water rises to 15.0 mV, but not to the line."
    for _ in range(20):
        session.tick(0.1)
    assert said(session) == (
        "It stops below the line. Open the tap further, or pull the line down."
    )


def test_a_firing_neuron_says_how_often_in_the_right_plural() -> None:
    session = Session()
    assert "gulps 23 times a second" in said(session)
    session.obey(c.SelectPreset("purkinje"))
    assert "gulps 4.7 times a second" in said(session)


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
    """At most, its water rises and then stands, or its line begins to rise."""
    session = Session(Start(preset=preset, speed=Fraction(1, 4)))
    heard = [said(session)]
    for _ in range(600):
        session.tick(1 / 60)
        heard.append(said(session))
    changes = sum(a != b for a, b in pairwise(heard))
    adapts = PRESETS[preset].model == "adaptive"  # which it does once it has fired
    assert changes <= (preset == "subthreshold" or adapts)


def test_a_level_at_the_line_is_not_called_below_it() -> None:
    session = Session(Start(speed=Fraction(1)))
    session.obey(c.SetParameter("resistance", 10.0))
    for _ in range(20):
        session.tick(0.1)
    assert situation(session).key == "situation.at_line"


@pytest.mark.parametrize("preset", ["pyramidal", "purkinje"])
def test_by_hand_says_what_to_do(preset: str) -> None:
    session = Session(Start(preset=preset, pattern="by_hand", speed=Fraction(1)))
    assert situation(session).key == "situation.by_hand.waiting"
    session.obey(c.Inject("key", 1.0))
    assert situation(session).key == "situation.by_hand.pushing"
    session.run(1000)
    assert situation(session).key == "situation.by_hand.firing"
    session.obey(c.Inject("key", 0.0))
    assert situation(session).key == "situation.by_hand.leaking"
    session.run(4000)
    session.obey(c.Inject("key", 1.0))
    assert situation(session).key == "situation.by_hand.pushing"


def test_a_shut_tap_and_a_held_button_are_by_hand_too() -> None:
    session = Session(Start(preset="silent", speed=Fraction(1)))
    assert said(session) == "The tap is shut. Hold the button, or turn the tap."
    session.obey(c.Inject("key", 1.0))
    assert situation(session).key == "situation.by_hand.pushing"
    session.obey(c.SetParameter("injection", 0.1))
    assert situation(session).key == "situation.pushing.silent"


def test_a_pattern_of_no_current_is_no_current() -> None:
    session = Session(Start(preset="silent", pattern="pulses"))
    assert situation(session).key == "situation.empty"


def test_the_sentence_counts_as_the_neuron_on_the_screen_does() -> None:
    session = Session(Start(preset="granule", speed=Fraction(1)))
    for _ in range(20):
        session.tick(0.1)
    assert session.cell.rate_hz == pytest.approx(125.0)
    assert "gulps 125 times" in said(session)


@pytest.mark.parametrize("view", VIEWS)
def test_the_sentence_stands_over_the_paper_and_follows(view: str) -> None:
    pilot = Pilot(start=Start(view=view))
    pilot.wait(0.5)
    scene = pilot.game.scene
    assert isinstance(scene, PlayScene | LabScene)
    place = scene.places.sentence
    assert place is not None
    assert place.bottom <= scene.picture.paper.places.paper.top
    before = pilot.game.window_surface.subsurface(place).copy()
    pilot.press("p")
    pilot.frame()
    after = pilot.game.window_surface.subsurface(place)
    assert before.get_buffer().raw != after.get_buffer().raw
