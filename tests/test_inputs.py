import math

import pytest

from lifgame.model import inputs
from lifgame.model.inputs import Waveform


def on_ticks(waveform: Waveform, dt_ms: float, ticks: range) -> list[int]:
    return [tick for tick in ticks if waveform(tick * dt_ms) > 0.0]


def test_constant_and_by_hand() -> None:
    assert inputs.constant(1.5)(123.4) == 1.5
    assert inputs.by_hand()(123.4) == 0.0


@pytest.mark.parametrize("dt_ms", [0.1, 0.25, 0.3, 0.5, 1.0])
@pytest.mark.parametrize("duty_percent", [5.0, 30.0, 50.0, 95.0])
@pytest.mark.parametrize("period_ms", [10.0, 70.0, 100.0])
def test_pulses_have_exact_edges_in_every_period(
    dt_ms: float, duty_percent: float, period_ms: float
) -> None:
    # The times in units of dt are whole numbers; 0.001 ms is the common grid.
    dt, period = round(dt_ms * 1000), round(period_ms * 1000)
    on = round(period_ms * 1000 * duty_percent / 100)
    wave = inputs.pulses(2.0, period_ms=period_ms, duty_percent=duty_percent)
    for tick in range(0, round(30_000 / dt_ms), 7):
        assert wave(tick * dt_ms) == (2.0 if tick * dt % period < on else 0.0)


def test_edges_hold_where_float_times_fall_short_of_them() -> None:
    # 500 ticks of 0.7 ms are 350 ms, on an edge; some products are a little less.
    short = [k for k in range(500, 200_000, 500) if k * 0.7 < k // 500 * 350]
    assert {k // 500 % 2 for k in short} == {0, 1}
    for k in short:
        assert inputs.pulses(2.0)(k * 0.7) == (0.0 if k // 500 % 2 else 2.0)
        assert inputs.ramp(2.0, duration_ms=350.0)(k * 0.7) < 1e-9


def test_pulses_defaults() -> None:
    assert on_ticks(inputs.pulses(2.0), 0.5, range(401)) == [
        *range(100),
        *range(200, 300),
        400,
    ]


def test_step_is_silent_then_on_again_and_again() -> None:
    assert on_ticks(inputs.step(2.0), 0.5, range(2500)) == [
        *range(400, 2000),
        *range(2400, 2500),
    ]
    for tick in (2000, 12000, 52000):  # 0.1 ms
        assert inputs.step(2.0)((tick - 1) * 0.1) == (0.0 if tick % 10000 else 2.0)
        assert inputs.step(2.0)(tick * 0.1) == 2.0
        assert inputs.step(2.0)((tick + 8000) * 0.1) == 0.0


@pytest.mark.parametrize("frequency_hz", [0.5, 5.0, 100.0])
def test_sine_swings_between_zero_and_twice_the_current(frequency_hz: float) -> None:
    period_ms = 1000.0 / frequency_hz
    for periods in (0, 1, 7, 1000):
        start_ms = periods * period_ms
        for quarter, expected in enumerate((1.5, 3.0, 1.5, 0.0)):
            time_ms = start_ms + quarter * period_ms / 4
            current = inputs.sine(1.5, frequency_hz=frequency_hz)(time_ms)
            assert current == pytest.approx(expected, abs=1e-6)
            assert current >= 0.0


def test_sine_default_is_5_hz() -> None:
    assert inputs.sine(1.0)(50.0) == pytest.approx(2.0)


def test_ramp_rises_from_zero_and_starts_over() -> None:
    assert inputs.ramp(3.0)(0.0) == 0.0
    assert inputs.ramp(3.0)(1000.0) == pytest.approx(1.5)
    assert inputs.ramp(3.0)(1999.5) == pytest.approx(3.0 * 1999.5 / 2000)
    assert inputs.ramp(3.0)(2000.0) == 0.0
    assert inputs.ramp(3.0, duration_ms=100.0)(50.0) == pytest.approx(1.5)
    just_below = math.nextafter(2000.0, 0.0)
    assert inputs.ramp(3.0)(just_below) == pytest.approx(0.0, abs=1e-9)
