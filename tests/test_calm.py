"""What is shown slower than it happens: straight ways, and looks at fixed times."""

import pytest

from lifgame.scenes.calm import Fall, Sample


def test_water_in_the_air_thins_out_in_its_time_and_not_more_and_more_slowly() -> None:
    fall = Fall(0.4)
    fall.update(2.0, 0.1)
    assert fall.flow == 2.0
    seen = []
    for _ in range(4):
        fall.update(0.0, 0.1)
        seen.append(fall.flow)
    assert seen == pytest.approx([1.5, 1.0, 0.5, 0.0])
    fall.update(0.7, 0.1)
    assert fall.flow == 0.7


def test_a_number_is_looked_at_so_often_and_not_more() -> None:
    sample, seen = Sample(0.1, 0.0), []
    for frame in range(1, 31):
        sample.update(float(frame), 0.02, at_once=False)
        seen.append(sample.value)
    assert sorted(set(seen)) == [0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0]
    sample.update(31.0, 0.0, at_once=True)
    assert sample.value == 31.0
