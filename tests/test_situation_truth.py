"""The sentence is true: it says what the neuron does, and helps where it is silent."""

import re
from fractions import Fraction

import numpy as np
import pytest

from lifgame.content.markup import plain
from lifgame.content.parameters import CURRENT, PARAMETERS
from lifgame.content.patterns import PATTERNS
from lifgame.content.texts import shipped_texts
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.session.situation import HAIR, situation
from lifgame.session.start import Start

EN = shipped_texts("en")
FIRING = ("firing", "adapting")
CHANGING = ("pulses", "sine", "step", "ramp")
EXTREMES = ("current", "resistance", "threshold", "injection")
WAYS_OUT = re.compile("[Oo]pen|[Pp]ull|squeeze|Will the water")


def said(session: Session) -> str:
    return plain(situation(session).words(EN))


def says_it_fires(session: Session) -> bool:
    return situation(session).key.endswith(FIRING)


# --- it follows the neuron -----------------------------------------------------------


def test_a_push_on_a_sine_that_fires_is_said_to_fire() -> None:
    """Another program said "it stays below the line" while it fired all the time."""
    session = Session(Start(pattern="sine", speed=Fraction(1)))
    session.obey(c.SetParameter("current", 1.0))
    session.obey(c.SetParameter("injection", 0.5))
    session.obey(c.Inject("key", 1.0))
    for _ in range(60):
        assert situation(session).key == "situation.pushing.firing"
        session.tick(0.1)
    assert session.cell.spike_count > 30


def test_a_push_on_a_sine_that_stays_low_is_said_to_stay_low() -> None:
    session = Session(Start(pattern="sine", speed=Fraction(1)))
    session.obey(c.SetParameter("current", 0.3))
    session.obey(c.SetParameter("injection", 0.3))
    session.obey(c.Inject("key", 1.0))
    for _ in range(60):
        assert situation(session).key == "situation.pushing.silent"
        session.tick(0.1)
    assert session.cell.spike_count == 0


@pytest.mark.parametrize("pattern", CHANGING)
def test_what_was_before_a_change_is_not_told_after_it(pattern: str) -> None:
    """At a fiftieth of real speed a memory of a second is a minute of wrong words."""
    session = Session(Start(preset="sensory", pattern=pattern, speed=Fraction(1, 50)))
    session.run(4000)
    assert says_it_fires(session)
    session.obey(c.SetParameter("current", 0.1))
    assert situation(session).key == f"situation.{pattern}.silent"
    session.obey(c.SetParameter("current", 2.0))
    assert says_it_fires(session)


def random_session(chance: np.random.Generator) -> Session:
    """Some changing input; the line lies near how high the water comes, or anywhere."""
    session = Session(Start(pattern=str(chance.choice(CHANGING))))
    for spec in PARAMETERS.values():
        value = spec.value_at(int(chance.integers(spec.last_index, endpoint=True)))
        session.obey(c.SetParameter(spec.id, value))
    session.obey(c.SetParameter("ramp_duration", chance.uniform(100.0, 900.0)))
    session.obey(c.SetParameter("current", chance.uniform(0.05, 1.0)))
    if chance.random() < 0.3:
        session.obey(c.Inject("key", 1.0))
    if chance.random() < 0.7:
        near_mv = session.cell.reach_mv * chance.uniform(0.9, 1.1)
        session.obey(c.SetParameter("threshold", near_mv))
    return session


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_set_it_says_what_the_neuron_does(seed: int) -> None:
    session = random_session(np.random.default_rng(seed))
    cell = session.cell
    at_once = says_it_fires(session)
    period_ms = cell.pattern.period_ms(cell.values)
    session.run(round((2.0 * period_ms + 10.0 * cell.tau_ms) / session.dt_ms))
    before = cell.spike_count
    session.run(round((2.0 * period_ms + 10.0 * cell.tau_ms) / session.dt_ms))
    fires = cell.spike_count > before
    assert says_it_fires(session) == fires
    # Within a hair of the line only the neuron itself knows.
    if abs(cell.reach_mv / cell.threshold_mv - 1.0) > HAIR:
        assert at_once == fires


def test_noise_is_watched_before_it_is_judged() -> None:
    start = Start(preset="subthreshold", pattern="noisy", speed=Fraction(1), seed=4)
    session = Session(start)
    session.obey(c.SetParameter("noise_sigma", 0.05))
    assert situation(session).key == "situation.noisy.waiting"
    session.run(2000)
    assert situation(session).key == "situation.noisy.silent"
    session.obey(c.SetParameter("noise_sigma", 2.0))
    assert situation(session).key == "situation.noisy.waiting"
    session.run(1000)
    assert situation(session).key == "situation.noisy.firing"
    session.obey(c.SetParameter("current", 3.0))
    assert situation(session).key == "situation.noisy.firing"


def test_a_trigger_that_is_pressed_further_is_the_same_push() -> None:
    session = Session(Start(preset="silent", speed=Fraction(1)))
    session.obey(c.Inject("pad", 0.9))
    session.run(1000)
    session.obey(c.Inject("pad", 1.0))
    assert situation(session).key == "situation.by_hand.firing"


def test_a_long_rest_is_told_while_somebody_pushes() -> None:
    session = Session(Start(preset="silent", speed=Fraction(1, 100)))
    session.obey(c.SetParameter("refractory", 10.0))
    session.obey(c.Inject("key", 1.0))
    while not session.cell.is_refractory:
        session.run(1)
    assert said(session) == "It has to finish its gulp first."
    session.obey(c.SetSpeed(Fraction(1, 10)))
    assert situation(session).key == "situation.by_hand.firing"


# --- what it says when nothing can fire ----------------------------------------------


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_setting_is_silent_without_a_way_out(pattern: str) -> None:
    """While the button is held it fires, or the sentence says what would help."""
    chance = np.random.default_rng(7)
    silent = 0
    for _ in range(25):
        session = Session(Start(pattern=pattern))
        for spec in (*PATTERNS[pattern].parameters, *map(PARAMETERS.get, EXTREMES)):
            assert spec
            index = int(chance.choice([0, 0, spec.last_index, spec.last_index // 9]))
            session.obey(c.SetParameter(spec.id, spec.value_at(index)))
        session.obey(c.Inject("key", 1.0))
        session.run(4000)
        if session.cell.spike_count == 0:
            silent += 1
            assert WAYS_OUT.search(said(session)), situation(session).key
            is_open = session.cell.value(CURRENT.id) == CURRENT.maximum
            is_told_to_open = re.search("[Oo]pen (it|the tap)", said(session))
            assert not (is_open and is_told_to_open)
    assert silent > 2


def test_a_tap_that_is_wide_open_is_not_to_be_opened() -> None:
    session = Session(Start(pattern="constant", speed=Fraction(1)))
    session.obey(c.SetParameter("current", 5.0))
    session.obey(c.SetParameter("resistance", 5.0))
    session.obey(c.SetParameter("threshold", 30.0))
    session.run(2000)
    assert situation(session).key == "situation.wide_open"


def test_without_numbers_it_says_the_same() -> None:
    session = Session(Start(preset="subthreshold", speed=Fraction(1)))
    for preset in ("subthreshold", "pyramidal"):
        session.obey(c.SelectPreset(preset))
        words = plain(situation(session).words(EN, numbered=False))
        assert not re.search(r"\d", words)
    assert words == "More flows in than leaks out, so the water climbs to the line."
