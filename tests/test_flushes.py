"""Flushes: at most two are shown a second, else the calm form; no picture flashes."""

import numpy as np
import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from pygame import Rect, Surface
from record_tools import bucket_reading

from lifgame.view.bucket.flushes import FlushGate
from lifgame.view.bucket.painter import BucketFrame, BucketPainter
from lifgame.view.look import Look

Numbers = NDArray[np.float64]

FPS = 60


def drive(
    gate: FlushGate, rate_hz: float, seconds: float, reported_hz: float | None = None
) -> list[float]:
    """Times of the shown flushes of a regular train."""
    shown: list[float] = []
    phase = 0.0
    for frame in range(round(seconds * FPS)):
        phase += rate_hz / FPS
        spikes, phase = int(phase), phase % 1.0
        told = rate_hz if reported_hz is None else reported_hz
        if gate.update(spikes, told, 1 / FPS):
            shown.append(frame / FPS)
    return shown


def test_slow_flushes_are_all_shown() -> None:
    gate = FlushGate()
    assert len(drive(gate, 1.0, 20)) == 20
    assert not gate.calm


def test_a_fast_train_is_calm() -> None:
    gate = FlushGate()
    drive(gate, 2.3, 2)
    assert gate.calm
    assert drive(gate, 2.3, 10) == []


def test_a_fast_train_is_calm_even_if_its_rate_is_reported_wrongly() -> None:
    gate = FlushGate()
    shown_s = drive(gate, 2.3, 13, reported_hz=0.0)
    assert len(shown_s) <= 2
    assert gate.calm


def test_hysteresis() -> None:
    gate = FlushGate()
    forms = []
    for rate_hz in (1.9, 2.1, 1.9, 1.7):
        drive(gate, rate_hz, 5)
        forms.append(gate.calm)
    assert forms == [False, True, True, False]


def test_silence_ends_the_calm() -> None:
    gate = FlushGate()
    drive(gate, 50, 2)
    drive(gate, 0.0, 1.1)
    assert not gate.calm


def test_time_stands_still_while_paused() -> None:
    gate = FlushGate()
    assert gate.update(1, 0.5, 0.0)
    assert gate.update(1, 0.5, 0.0)
    assert not gate.update(1, 0.5, 0.0)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3), st.floats(0.0, 0.25), st.sampled_from([0.0, 1.0, 1.9, 5])
        ),
        max_size=200,
    )
)
def test_never_more_than_two_in_any_second(
    frames: list[tuple[int, float, float]],
) -> None:
    gate, now_s = FlushGate(), 0.0
    shown_s: list[float] = []
    for spikes, elapsed_s, per_s in frames:
        now_s += elapsed_s
        if gate.update(spikes, per_s, elapsed_s):
            shown_s.append(now_s)
            assert sum(at >= now_s - 1.0 for at in shown_s) <= 2


def luminance_blocks(surface: Surface, block: int = 24) -> Numbers:
    """Relative luminance (WCAG 2.2) averaged over blocks."""
    share = pygame.surfarray.array3d(surface)[::3, ::3].astype(float) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    light = linear @ np.array([0.2126, 0.7152, 0.0722])
    step = block // 3
    wide, high = light.shape[0] // step * step, light.shape[1] // step * step
    tiles = light[:wide, :high].reshape(wide // step, step, high // step, step)
    return np.array(tiles.mean(axis=(1, 3)))


def opposing_changes(series: Numbers, least: float = 0.1) -> list[int]:
    """How often a series turns by at least ``least``, with the frames of the turns."""
    turns: list[int] = []
    low = high = series[0]
    direction = 0
    for index, value in enumerate(series):
        low, high = min(low, value), max(high, value)
        rises = direction <= 0 and value - low >= least
        falls = direction >= 0 and high - value >= least
        if rises or falls:
            turns.append(index)
            direction = 1 if rises else -1
            low = high = value
    return turns


# WCAG 2.2, 2.3.1 allows three flashes, six opposing changes, in a second. Two flushes
# a second are four of them; all other rates must stay at half of what is allowed.
@pytest.mark.parametrize(
    ("rate_hz", "most"), [(1.0, 3), (2.0, 4), (2.3, 3), (10.0, 3), (140.0, 3)]
)
@pytest.mark.parametrize(
    ("size", "c", "flush"),
    [((672, 548), 2.0, 20.0), ((672, 548), 5.0, 20.0), ((1032, 560), 5.0, 30.0)],
)
def test_the_panel_never_flashes(
    rate_hz: float, most: int, size: tuple[int, int], c: float, flush: float
) -> None:
    scene = BucketPainter(Look(), Rect((0, 0), size))
    target = Surface(size)
    phase, count, blocks = 0.0, 0, []
    for _ in range(300):
        phase += rate_hz / 60
        spikes, phase = int(phase), phase % 1.0
        count += spikes
        level = flush * phase
        now = bucket_reading(level, flush, 48.0, 4.0, level / 12.0, c, 12.0)
        scene.update(BucketFrame(now, spikes, count, rate_hz, 1.0, 1 / 60))
        scene.draw(target)
        blocks.append(luminance_blocks(target))
    series = np.array(blocks).reshape(len(blocks), -1)
    busy = np.zeros((series.shape[1], len(blocks)))
    for place in range(series.shape[1]):
        if np.ptp(series[:, place]) >= 0.1:
            busy[place, opposing_changes(series[:, place])] = 1
    for start in range(len(blocks) - 59):
        changes = busy[:, start : start + 60].sum(axis=1)
        assert (changes > most).mean() <= 0.25
