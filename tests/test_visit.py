"""A visit: when it begins, when it is asked for, when it is over."""

import math

import pytest

from lifgame.session.visit import Visit, VisitState

ATTRACT, PLAYING = VisitState.ATTRACT, VisitState.PLAYING
ASKING, GOING_BACK = VisitState.ASKING, VisitState.GOING_BACK
FRAME_S = 0.25


def wait(visit: Visit, seconds: float) -> VisitState:
    """Let time pass without a sign of life."""
    for _ in range(round(seconds / FRAME_S)):
        visit.update(False, FRAME_S)
    return visit.state


def arrived() -> Visit:
    visit = Visit(idle_s=60, still_there_s=20)
    visit.update(True, FRAME_S)
    return visit


# Signs of life at these seconds; the state that holds at the end, and the time left.
TABLE = [
    ((), 300.0, ATTRACT, 20.0),
    ((1.0,), 1.0, PLAYING, 20.0),
    ((1.0,), 60.5, PLAYING, 20.0),
    ((1.0,), 61.0, ASKING, 20.0),
    ((1.0,), 71.0, ASKING, 10.0),
    ((1.0,), 80.75, ASKING, 0.25),
    ((1.0,), 81.0, GOING_BACK, 20.0),
    ((1.0,), 81.25, ATTRACT, 20.0),
    ((1.0,), 900.0, ATTRACT, 20.0),
    ((1.0, 60.0), 100.0, PLAYING, 20.0),
    ((1.0, 80.0), 81.5, PLAYING, 20.0),
    ((1.0, 80.0), 140.0, ASKING, 20.0),
    ((1.0, 81.25), 81.25, PLAYING, 20.0),
    ((1.0, 100.0), 130.0, PLAYING, 20.0),
]


@pytest.mark.parametrize(("signs_s", "until_s", "state", "left_s"), TABLE)
def test_the_state_follows_the_signs_of_life(
    signs_s: tuple[float, ...], until_s: float, state: VisitState, left_s: float
) -> None:
    visit = Visit(idle_s=60, still_there_s=20)
    for frame in range(1, round(until_s / FRAME_S) + 1):
        visit.update(frame * FRAME_S in signs_s, FRAME_S)
    assert visit.state is state
    assert visit.left_s == pytest.approx(left_s)


def test_what_wakes_is_not_also_an_action_and_what_follows_is() -> None:
    visit = Visit(idle_s=60, still_there_s=20)
    visit.update(True, FRAME_S)
    assert visit.has_woken
    visit.update(True, FRAME_S)
    assert not visit.has_woken
    wait(visit, 70)
    assert visit.state is ASKING
    visit.update(True, FRAME_S)
    assert visit.has_woken
    visit.update(False, FRAME_S)
    assert not visit.has_woken


def test_going_back_lasts_one_frame_and_can_be_woken_from() -> None:
    visit = arrived()
    assert wait(visit, 80) is GOING_BACK
    visit.update(True, FRAME_S)
    assert visit.state is PLAYING
    assert visit.has_woken


def test_a_visit_is_as_long_as_its_last_sign_of_life() -> None:
    visit = arrived()
    wait(visit, 30)
    visit.update(True, FRAME_S)
    assert wait(visit, 80) is GOING_BACK
    assert visit.length_s == pytest.approx(30.25)
    visit.update(True, FRAME_S)
    assert visit.length_s == 0.0


def test_waiting_for_a_measurement_is_no_absence() -> None:
    visit = arrived()
    visit.suspend(90.0)
    assert wait(visit, 89) is PLAYING
    assert visit.is_suspended
    visit.resume()
    assert wait(visit, 59) is PLAYING
    assert wait(visit, 1) is ASKING


@pytest.mark.parametrize("longest_s", [10.0, 30.0])
def test_it_is_suspended_no_longer_than_was_stated(longest_s: float) -> None:
    visit = arrived()
    visit.suspend(longest_s)
    assert wait(visit, longest_s + 59.75) is PLAYING
    assert wait(visit, 0.25) is ASKING


def test_a_guide_that_goes_on_by_itself_does_not_hold_an_empty_exhibit() -> None:
    visit = arrived()
    for _ in range(20):
        visit.suspend(30.0)
        wait(visit, 10)
    assert visit.state is ATTRACT


def test_a_sign_of_life_grants_another_measurement() -> None:
    visit = arrived()
    for _ in range(5):
        visit.suspend(50.0)
        assert wait(visit, 100) is PLAYING
        visit.update(True, FRAME_S)


@pytest.mark.parametrize("gap_s", [3600.0, math.inf, math.nan, -5.0])
def test_a_suspended_machine_has_not_waited(gap_s: float) -> None:
    visit = arrived()
    visit.update(False, gap_s)
    assert visit.state is PLAYING
    assert wait(visit, 58) is PLAYING
    visit.suspend(gap_s)
    assert wait(visit, 3) in (PLAYING, ASKING)
