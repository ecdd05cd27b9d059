"""The ring of the recent past: a row of named numbers a tick."""

import numpy as np
import pytest
from numpy.typing import NDArray

from lifgame.model.record import Record

CHANNELS = ("voltage_mv", "current_na", "spikes")


def rows(first_tick: int, end_tick: int) -> NDArray[np.float64]:
    ticks = np.arange(first_tick, end_tick, dtype=np.float64)
    return np.array([ticks, ticks + 0.5, ticks % 3])


def filled(capacity: int, ticks: int, block: int = 1) -> Record:
    record = Record(CHANNELS, capacity)
    for first in range(0, ticks, block):
        record.append_block(rows(first, min(first + block, ticks)))
    return record


@pytest.mark.parametrize("block", [1, 3, 10, 23])
@pytest.mark.parametrize("ticks", [0, 1, 9, 10, 11, 25, 30])
def test_a_span_is_what_is_still_held(ticks: int, block: int) -> None:
    record = filled(10, ticks, block)
    assert record.end_tick == ticks
    assert record.first_tick == max(0, ticks - 10)
    for first in range(-2, 33):
        for end in range(-2, 33, 3):
            got = record.span(first, end)
            expected = [k for k in range(first, end) if max(0, ticks - 10) <= k < ticks]
            assert list(got.voltage_mv) == expected
            assert len(got) == len(expected)
            if expected:
                assert got.first_tick == expected[0]
                assert got.end_tick == expected[-1] + 1


def test_a_span_has_all_columns_as_copies() -> None:
    record = filled(10, 14)
    got = record.span(6, 9)
    assert list(got.current_na) == [6.5, 7.5, 8.5]
    assert list(got.spikes) == [0, 1, 2]
    assert got.voltage_mv.dtype == np.float64
    assert np.issubdtype(got.spikes.dtype, np.integer)
    got.voltage_mv[:] = -1.0
    record.append_block(rows(14, 24))
    assert list(got.current_na) == [6.5, 7.5, 8.5]
    assert list(filled(10, 14).span(6, 9).voltage_mv) == [6, 7, 8]


def test_a_wrong_channel_is_named_with_the_right_ones() -> None:
    with pytest.raises(ValueError, match=r"'w'.*voltage_mv, current_na, spikes"):
        filled(10, 3).span(0, 3).column("w")


@pytest.mark.parametrize("ticks", [0, 4, 10, 27])
def test_it_comes_back_to_a_snapshot(ticks: int) -> None:
    record = filled(10, ticks)
    kept = record.snapshot()
    record.append_block(rows(50, 57))
    record.restore(kept)
    assert (record.first_tick, record.end_tick) == (max(0, ticks - 10), ticks)
    assert np.array_equal(record.span(0, ticks).rows, kept.rows)
    record.append_block(rows(ticks, ticks + 6))
    assert np.array_equal(
        record.span(0, 99).rows, filled(10, ticks + 6).span(0, 99).rows
    )


def test_a_record_needs_room() -> None:
    with pytest.raises(ValueError, match="capacity 0"):
        Record(CHANNELS, 0)
