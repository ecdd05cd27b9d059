"""Real time into whole ticks: none lost, none early, at any frame rate."""

import math
from fractions import Fraction

import pytest

from lifgame.content.speeds import SPEEDS
from lifgame.model.stepper import Stepper


@pytest.mark.parametrize("dt_ms", [0.1, 0.5])
@pytest.mark.parametrize("speed", SPEEDS)
def test_every_frame_rate_gives_the_same_ticks(speed: Fraction, dt_ms: float) -> None:
    seconds = 10
    expected = Fraction(seconds) * 1000 * speed / Fraction(str(dt_ms))
    for frames in (5, 30, 60, 144, 240):
        stepper = Stepper(dt_ms)
        total = 0
        for _ in range(seconds):
            total += sum(stepper.take(1.0 / frames, speed) for _ in range(frames))
        assert total == expected, frames
        assert stepper.dropped_s == 0.0


def test_no_tick_is_early_or_lost_on_the_way() -> None:
    stepper, total = Stepper(0.5), 0
    for frame in range(1, 5001):
        total += stepper.take(1 / 144, Fraction(1, 10))
        assert total == math.floor(Fraction(frame * 200, 144))


def test_what_is_left_over_survives_a_change_of_speed() -> None:
    stepper = Stepper(0.5)
    assert stepper.take(0.004, Fraction(1, 10)) == 0
    assert stepper.take(0.0001, 1) == 1
    assert stepper.take(0.0, 1) == 0


def test_time_over_the_cap_is_dropped_and_counted() -> None:
    stepper = Stepper(0.5, max_elapsed_s=0.25)
    assert stepper.take(3.25, 1) == 500
    assert stepper.take(0.25, 1.0) == 500
    assert stepper.take(1.25, Fraction(1, 10)) == 50
    assert stepper.dropped_s == pytest.approx(4.0)


@pytest.mark.parametrize("elapsed_s", [0.0, -1.0, math.nan, math.inf, -math.inf])
def test_a_clock_that_jumps_counts_as_no_time(elapsed_s: float) -> None:
    stepper = Stepper(0.5)
    assert stepper.take(elapsed_s, 1) == 0
    assert stepper.take(0.01, 1) == 20
    assert stepper.dropped_s == 0.0


def test_speed_zero_stands_still_and_wrong_speeds_are_refused() -> None:
    assert Stepper().take(0.2, 0.0) == 0
    for speed in (-1.0, math.nan, math.inf):
        with pytest.raises(ValueError, match="speed"):
            Stepper().take(0.1, speed)


@pytest.mark.parametrize("value", [0.0, -1.0, math.nan, math.inf])
def test_a_stepper_needs_a_step_and_a_cap(value: float) -> None:
    with pytest.raises(ValueError, match="dt_ms"):
        Stepper(value)
    with pytest.raises(ValueError, match="max_elapsed_s"):
        Stepper(0.5, value)
