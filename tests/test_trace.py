"""The ring buffer of the recent past."""

import numpy as np
import pytest

from lifgame.model.trace import Trace


def filled(capacity: int, ticks: int) -> Trace:
    trace = Trace(capacity)
    for tick in range(ticks):
        trace.append(tick, tick + 0.1, tick + 0.2, tick + 0.3, tick % 3)
    return trace


@pytest.mark.parametrize("ticks", [0, 1, 9, 10, 11, 25, 30])
def test_a_span_is_what_is_still_held(ticks: int) -> None:
    trace = filled(10, ticks)
    assert trace.ticks == ticks
    for first in range(-2, 33):
        for last in range(-2, 33, 3):
            got = trace.span(first, last)
            expected = [
                k for k in range(first, last) if max(0, ticks - 10) <= k < ticks
            ]
            assert list(got.voltage_mv) == expected
            assert len(got) == len(expected)
            if expected:
                assert got.first_tick == expected[0]
                assert got.last_tick == expected[-1] + 1


def test_a_span_has_all_columns_as_copies() -> None:
    trace = filled(10, 14)
    got = trace.span(6, 9)
    assert list(got.current_na) == [6.1, 7.1, 8.1]
    assert list(got.threshold_mv) == [6.2, 7.2, 8.2]
    assert list(got.settle_mv) == [6.3, 7.3, 8.3]
    assert list(got.spikes) == [0, 1, 2]
    assert got.voltage_mv.dtype == np.float64
    assert np.issubdtype(got.spikes.dtype, np.integer)
    got.voltage_mv[:] = -1.0
    for tick in range(10):
        trace.append(0.0, 0.0, 0.0, 0.0, 0)
        assert got.current_na[0] == 6.1
        assert trace.ticks == 15 + tick
    assert list(filled(10, 14).span(6, 9).voltage_mv) == [6, 7, 8]


def test_a_trace_needs_room() -> None:
    with pytest.raises(ValueError, match="capacity 0"):
        Trace(0)
