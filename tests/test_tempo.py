"""The tempo that suits a neuron, and the gulp during which its clock stands still."""

import math
from fractions import Fraction
from itertools import pairwise

import pytest

from lifgame.content.presets import PRESETS
from lifgame.content.speeds import AUTO_SPEEDS, SPEEDS
from lifgame.session import commands as c
from lifgame.session.clock import Clock
from lifgame.session.session import Session
from lifgame.session.showing import GULP_S, Showing
from lifgame.session.start import Start
from lifgame.session.tempo import Pace, Tempo, fitting, next_speed

AUTO = Start(speed=None)
FRAME_S = 1 / 60


def fired(rate_hz: float, *, pushed: bool = False) -> Pace:
    return Pace(rate_hz, 24.0, pushed)


# --- the rules ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rate_hz", "speed"),
    [
        (23.25, Fraction(1, 50)),  # 0.465 a second; 1/20 would show 1.16
        (4.65, Fraction(1, 10)),
        (129.0, Fraction(1, 200)),
        (1.0, Fraction(1)),
        (400.0, Fraction(1, 500)),
        (5000.0, Fraction(1, 500)),  # nothing is slower
    ],
)
def test_at_most_one_flush_a_second_and_not_slower_than_needed(
    rate_hz: float, speed: Fraction
) -> None:
    assert fitting(fired(rate_hz)) == speed


@pytest.mark.parametrize(
    ("tau_ms", "speed"), [(24.0, Fraction(1, 50)), (120.0, Fraction(1, 10)),
                          (7.5, Fraction(1, 200)), (2.5, Fraction(1, 500))]
)  # fmt: skip
def test_without_flushes_tau_lasts_a_good_second(
    tau_ms: float, speed: Fraction
) -> None:
    assert fitting(Pace(0.0, tau_ms, is_pushed=False)) == speed


def test_a_push_may_show_two_flushes_a_second_before_it_steps() -> None:
    now = Fraction(1, 50)
    assert next_speed(now, fired(80.0, pushed=True)) == now  # 1.6 a second
    assert next_speed(now, fired(80.0)) == Fraction(1, 100)
    assert next_speed(now, fired(110.0, pushed=True)) == Fraction(1, 200)


def test_it_does_not_hop_to_and_fro_at_the_edge() -> None:
    edge_hz = 20.0  # one a second at 1/20
    slow = next_speed(Fraction(1, 20), fired(edge_hz * 1.01))
    assert slow == Fraction(1, 50)
    assert next_speed(slow, fired(edge_hz * 0.99)) == slow
    assert next_speed(slow, fired(edge_hz * 0.8)) == Fraction(1, 20)


def test_it_changes_at_most_once_in_three_seconds_and_at_a_flush() -> None:
    tempo = Tempo(None)
    tempo.renew(fired(23.0))
    tempo.live(2.9)
    tempo.follow(fired(100.0), may_change=True)
    assert tempo.speed == Fraction(1, 50)
    tempo.live(0.2)
    tempo.follow(fired(100.0), may_change=False)
    assert tempo.speed == Fraction(1, 50)
    tempo.follow(fired(100.0), may_change=True)
    assert tempo.speed == Fraction(1, 100)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("current_na", [1.0, 2.0, 5.0])
def test_every_neuron_shows_its_flushes_one_by_one(
    preset: str, current_na: float
) -> None:
    session = Session(AUTO)
    session.obey(c.SelectPreset(preset))
    session.obey(c.SetParameter("current", current_na))
    shown: list[float] = []
    now_s, before = 0.0, session.clock.showing.shown
    for _ in range(60 * 12):
        session.tick(FRAME_S)
        now_s += FRAME_S
        if session.clock.showing.shown > before:
            before = session.clock.showing.shown
            shown.append(now_s)
    # From the first change of tempo on, at most one a second, and never a crowd.
    gaps = [b - a for a, b in pairwise(shown[4:])]
    slowest = session.clock.speed == AUTO_SPEEDS[0]
    assert all(gap > (0.4 if slowest else 0.95) for gap in gaps)
    assert shown or session.cell.expected_hz == 0.0 or preset == "purkinje"


def test_pushing_fires_within_three_seconds_at_the_start() -> None:
    session = Session(Start(pattern="by_hand", speed=None))
    session.obey(c.Inject("finger", 1.0))
    for _ in range(180):
        session.tick(FRAME_S)
    assert session.clock.showing.shown == 1


# --- turtle and rabbit ----------------------------------------------------------


def test_turtle_and_rabbit_leave_auto_and_past_an_end_it_comes_back() -> None:
    session = Session(AUTO)
    assert session.clock.tempo.is_auto
    assert session.clock.speed == Fraction(1, 50)
    session.obey(c.BrowseSpeeds(1))
    assert (session.clock.tempo.is_auto, session.clock.speed) == (False, SPEEDS[2])
    for speed in SPEEDS[3:]:
        session.obey(c.BrowseSpeeds(1))
        assert session.clock.speed == speed
    session.obey(c.BrowseSpeeds(1))
    assert session.clock.tempo.is_auto
    assert session.clock.speed == Fraction(1, 50)
    session.obey(c.BrowseSpeeds(-1))
    assert session.clock.speed == SPEEDS[0]
    session.obey(c.BrowseSpeeds(-1))
    assert session.clock.tempo.is_auto


# --- the gulp -------------------------------------------------------------------


def test_the_clock_stands_still_while_the_siphon_gulps() -> None:
    session = Session(Start(speed=Fraction(1, 50)))
    while not session.clock.showing.is_gulping:
        session.tick(0.01)
    tick = session.tick_count
    session.tick(GULP_S - 0.03)
    assert session.clock.showing.is_gulping
    assert session.tick_count == tick
    session.tick(0.05)
    assert not session.clock.showing.is_gulping
    session.tick(0.025)
    assert session.tick_count > tick


def test_a_gulp_begins_when_the_tick_of_its_spike_has_passed() -> None:
    session = Session(Start(speed=Fraction(1, 50)))
    while not session.tick(0.001).spike_times_ms:
        pass
    spike_tick = session.tick_count
    session.tick(0.020)  # a tick of 0.5 ms lasts 25 ms on the wall
    assert not session.clock.showing.is_gulping
    session.tick(0.006)
    assert session.clock.showing.is_gulping
    assert session.tick_count == spike_tick + 1
    assert session.clock.fraction == 0.0


@pytest.mark.parametrize("frame_s", [1 / 240, 1 / 60, 1 / 5])
def test_the_frame_rate_changes_neither_ticks_nor_gulps(frame_s: float) -> None:
    session = Session(Start(speed=Fraction(1, 50), preset="stellate"))
    for _ in range(round(20 / frame_s)):
        session.tick(frame_s)
    reference = Session(Start(speed=Fraction(1, 50), preset="stellate"))
    for _ in range(round(20 / 0.01)):
        reference.tick(0.01)
    assert abs(session.tick_count - reference.tick_count) <= 1
    assert session.clock.showing.shown == reference.clock.showing.shown


def test_faster_than_two_a_second_is_a_band_without_gulps() -> None:
    session = Session(Start(speed=Fraction(1, 4), preset="sensory"))
    for _ in range(120):
        session.tick(FRAME_S)
    assert session.clock.showing.is_band
    assert session.clock.showing.shown <= 2
    session.obey(c.SetParameter("current", 0.0))
    for _ in range(90):
        session.tick(FRAME_S)
    assert not session.clock.showing.is_band


def test_never_more_than_two_flushes_a_second_are_shown() -> None:
    for rate in range(1, 40):
        showing, shown_s, now_s, next_s = Showing(), [], 0.0, 0.0
        for _ in range(1200):
            showing.hold(1 / 60)
            showing.live(1 / 60)
            now_s += 1 / 60
            if now_s >= next_s:
                next_s = now_s + 10 / rate / 10
                before = showing.shown
                showing.spike(0.0)
                showing.begin()
                shown_s += [now_s] * (showing.shown - before)
        crowd = max(
            sum(1 for at in shown_s if start <= at <= start + 1.0) for start in shown_s
        )
        assert crowd <= 3, rate  # a closed second may hold both of its ends


def test_while_the_neuron_rests_the_gulp_does_not_stop_its_clock_as_well() -> None:
    plain, resting = Showing(), Showing()
    plain.spike(0.0)
    resting.spike(0.1)
    assert plain.gulp_length_s == pytest.approx(GULP_S)
    assert resting.gulp_length_s == pytest.approx(GULP_S - 0.1)


@pytest.mark.parametrize("speed", SPEEDS)
def test_up_to_a_quarter_each_tick_is_made_at_its_own_moment(speed: Fraction) -> None:
    """A gulp begins at its own tick; faster than that none is shown one by one."""
    clock = Clock(speed, 0.5)
    bundles = [ticks for _ in range(30) for ticks in clock.due(1 / 60, runs=True)]
    assert sum(bundles) == math.floor(0.5 * float(speed) / 0.0005 + 1e-6)
    assert (max(bundles) == 1) is (speed <= Fraction(1, 4))
