"""The one scale from millivolts to pixels."""

import numpy as np
import pytest

from lifgame.view.scale import Scale

SCALE = Scale(low_mv=0.0, high_mv=32.0, top=184.0, bottom=728.0)


@pytest.mark.parametrize(("mv", "y"), [(0, 728), (10, 558), (20, 388), (32, 184)])
def test_a_millivolt_is_seventeen_pixels_high(mv: float, y: float) -> None:
    assert SCALE.px_per_mv == pytest.approx(17.0)
    assert SCALE.y(mv) == pytest.approx(y)
    assert SCALE.row(mv) == y
    assert SCALE.mv(y) == pytest.approx(mv)


def test_many_at_once_stand_where_each_stands() -> None:
    voltages_mv = np.array([-3.0, 0.0, 7.5, 40.0])
    assert SCALE.rows(voltages_mv).tolist() == [SCALE.y(v) for v in voltages_mv]


def test_what_is_off_the_scale_is_known() -> None:
    assert [SCALE.beyond(v) for v in (-0.1, 0.0, 32.0, 32.1)] == [-1, 0, 0, 1]


@pytest.mark.parametrize("wrong", [(5, 5, 0, 1), (0, 1, 9, 9), (2, 1, 0, 1)])
def test_an_empty_scale_is_refused(wrong: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="no r"):
        Scale(*wrong)
