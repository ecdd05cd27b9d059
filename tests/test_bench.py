"""``lifgame bench`` tells all of it; how fast it is, no test may say."""

import json
import math
from dataclasses import replace

import pytest

from lifgame.app.cli.bench import Effort, Report, report
from lifgame.app.cli.bench_scenes import IN_A_WINDOW, SCENES, FrameCost

QUICK = Effort(
    warm_up_frames=3,
    frames=4,
    paced_frames=3,
    steps=2000,
    rows=500,
    pictures=1,
    starts=1,
)


@pytest.fixture(scope="module")
def told() -> dict[str, object]:
    told: dict[str, object] = json.loads(report(as_json=True, effort=QUICK))
    return told


def test_every_figure_is_told(told: dict[str, object]) -> None:
    assert set(told) == set(Report.__dataclass_fields__)
    for name, value in told.items():
        if isinstance(value, float):
            assert math.isfinite(value), name
            assert value > 0.0, name


def test_every_scene_is_told(told: dict[str, object]) -> None:
    frames = told["frames"]
    assert isinstance(frames, dict)
    assert list(frames) == [scene.name for scene in SCENES]
    for cost in frames.values():
        assert set(cost) == set(FrameCost.__dataclass_fields__)
        assert 0.0 < cost["p50_x"] <= cost["p99_x"] <= cost["max_x"]
    assert frames["full redraw"]["painted"] == 1.0
    assert frames["paused"]["painted"] == 0.0
    # Its machine is alive, but small.
    assert frames["help"]["painted"] < 0.2


def test_a_window_is_told_or_that_there_is_no_display(told: dict[str, object]) -> None:
    window = told["window"]
    if window is None:
        assert told["bare_core"] is None
    else:
        assert isinstance(window, dict)
        assert tuple(window) == IN_A_WINDOW


@pytest.mark.slow
def test_the_words_name_every_scene() -> None:
    words = report(as_json=False, effort=replace(QUICK, frames=2))
    assert all(scene.name in words for scene in SCENES)
    for figure in ("4K", "window", "engine", "fi-curve", "CSV", "record", "memory"):
        assert f"\n{figure}" in words
