"""What commands mean, and that no sequence of them breaks a session."""

import math
from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from lifgame.content.parameters import NEURON_PARAMETERS, PARAMETERS
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS, Preset
from lifgame.content.screens import SCREENS
from lifgame.content.speeds import AUTO_SPEEDS
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.session.start import DRAWERS, Start


def test_a_session_begins_with_the_pyramidal_cell_and_constant_current() -> None:
    session = Session()
    assert (session.cell.preset.id, session.cell.pattern.id) == (
        "pyramidal",
        "constant",
    )
    assert [session.cell.value(spec.id) for spec in NEURON_PARAMETERS] == [
        2.0,
        12.0,
        2.0,
        20,
    ]
    assert session.clock.tempo.is_auto
    assert session.clock.speed == Fraction(1, 50)
    assert session.cell.tau_ms == 24.0
    assert session.cell.theory is not None
    assert session.cell.theory.rheobase_na == pytest.approx(5 / 3)


@pytest.mark.parametrize("preset", PRESETS.values(), ids=list(PRESETS))
def test_a_preset_sets_the_four_and_keeps_pattern_and_voltage(preset: Preset) -> None:
    session = Session(Start(pattern="sine"))
    session.tick(0.2)
    voltage = session.cell.voltage_mv
    session.obey(c.SelectPreset(preset.id))
    assert session.cell.voltage_mv == voltage
    assert session.cell.pattern.id == "sine"
    for name, value in preset.values().items():
        assert session.cell.value(name) == value
    assert not session.cell.is_preset_changed
    session.obey(c.NudgeParameter("threshold", -1))
    assert session.cell.is_preset_changed


def test_values_are_snapped_and_clamped() -> None:
    session = Session()
    session.obey(c.SetParameter("current", 1.2345))
    assert session.cell.value("current") == 1.25
    session.obey(c.SetParameter("current", 99.0))
    assert session.cell.value("current") == 5.0
    session.obey(c.NudgeParameter("capacitance", -1000))
    assert session.cell.value("capacitance") == 0.5


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_values_that_are_not_finite_are_refused_and_change_nothing(
    value: float,
) -> None:
    session = Session()
    with pytest.raises(ValueError, match="0 to 5 nA"):
        session.obey(c.SetParameter("current", value))
    assert session.cell.value("current") == 2.0


def test_the_hardest_push_counts_not_the_sum() -> None:
    session = Session()
    session.obey(c.Inject("key", 1.0))
    session.obey(c.Inject("finger 1", 0.5))
    assert session.cell.injected_na == 2.0
    session.obey(c.Inject("key", 0.0))
    assert session.cell.injected_na == 1.0
    session.obey(c.SetParameter("injection", 5.0))
    assert session.cell.injected_na == 2.5


def test_injection_comes_on_top_of_every_pattern() -> None:
    for pattern in PATTERNS:
        session = Session(Start(pattern=pattern, seed=5))
        other = Session(Start(pattern=pattern, seed=5))
        session.obey(c.Inject("key", 1.0))
        session.tick(0.1)
        other.tick(0.1)
        extra = session.cell.reading().current_na - other.cell.reading().current_na
        assert extra == pytest.approx(2.0)


def test_a_new_threshold_below_the_level_fires_at_once() -> None:
    session = Session(Start(preset="subthreshold"))
    for _ in range(200):
        session.tick(0.1)
    assert session.cell.voltage_mv == pytest.approx(15.0, abs=0.01)
    session.obey(c.SetParameter("threshold", 10.0))
    session.obey(c.StepOnce())
    assert len(session.tick(0.0).spike_times_ms) == 1
    assert session.cell.voltage_mv == 0.0


def test_theory_is_silent_where_the_current_changes_with_time() -> None:
    session = Session(Start(pattern="sine"))
    assert session.cell.theory_hz is None
    session.obey(c.SelectPattern("by_hand"))
    assert session.cell.theory_hz == 0.0
    session.obey(c.Inject("key", 1.0))
    assert session.cell.theory_hz == pytest.approx(23.2546, abs=1e-4)


def test_rest_after_a_spike_lowers_the_rate_as_the_closed_form_says() -> None:
    session = Session(Start(values=(("refractory", 2.0),), speed=Fraction(1)))
    for _ in range(40):
        session.tick(0.1)
    assert session.cell.theory_hz == pytest.approx(22.2211, abs=1e-4)
    assert session.cell.rate_hz == pytest.approx(1000 / 45.0)


@pytest.mark.parametrize(
    "command",
    [
        c.SelectPreset("squid"),
        c.SelectPattern("wave"),
        c.SetParameter("mass", 1.0),
    ],
)
def test_unknown_names_are_refused(command: c.SessionCommand) -> None:
    with pytest.raises(KeyError):
        Session().obey(command)


class AnySequence(RuleBasedStateMachine):
    """Every command in every order."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(Start(speed=Fraction(1)))

    @rule(id=st.sampled_from(list(PARAMETERS)), value=st.floats(-1e9, 1e9))
    def set_parameter(self, id: str, value: float) -> None:
        self.session.obey(c.SetParameter(id, value))

    @rule(id=st.sampled_from(list(PARAMETERS)), steps=st.integers(-200, 200))
    def nudge(self, id: str, steps: int) -> None:
        self.session.obey(c.NudgeParameter(id, steps))

    @rule(id=st.sampled_from(list(PATTERNS)))
    def pattern(self, id: str) -> None:
        self.session.obey(c.SelectPattern(id))

    @rule(by=st.integers(-30, 30))
    def browse(self, by: int) -> None:
        self.session.obey(c.BrowsePresets(by))
        self.session.obey(c.BrowseSpeeds(by))
        self.session.obey(c.BrowseWindows(by))

    @rule(source=st.sampled_from(["key", "finger"]), share=st.floats(0, 2))
    def inject(self, source: str, share: float) -> None:
        self.session.obey(c.Inject(source, share))

    @rule(screen=st.sampled_from(list(SCREENS)), drawer=st.sampled_from(DRAWERS))
    def show(self, screen: str, drawer: str) -> None:
        self.session.obey(c.ShowScreen(screen))
        self.session.obey(c.ShowDrawer(drawer))

    @rule()
    def pause(self) -> None:
        before = self.session.tick_count
        self.session.obey(c.TogglePause())
        self.session.tick(0.1)
        if self.session.is_held:
            assert self.session.tick_count == before

    @rule()
    def step(self) -> None:
        before = self.session.tick_count
        self.session.obey(c.StepOnce())
        self.session.tick(0.1)
        assert self.session.tick_count == before + 1

    @rule(elapsed_s=st.floats(-1, 1e6))
    def tick(self, elapsed_s: float) -> None:
        if self.session.tick(elapsed_s).ticks:
            assert self.session.cell.voltage_mv < self.session.cell.value("threshold")

    @invariant()
    def everything_is_finite_and_inside_its_range(self) -> None:
        session = self.session
        assert math.isfinite(session.cell.voltage_mv)
        assert session.clock.speed in AUTO_SPEEDS
        for name, value in session.cell.values.items():
            assert PARAMETERS[name].snap(value) == value
        assert math.isfinite(session.cell.rate_hz)


TestAnySequence = AnySequence.TestCase
