"""The bucket scene: to scale, inside its rectangle, and never flashing."""

from itertools import combinations

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray
from pygame import Rect, Surface
from record_tools import bucket_reading

from lifgame.model.record import Reading
from lifgame.view.bucket.layout import BucketLayout, lay_out
from lifgame.view.bucket.motion import flush_current_na, jet_reach
from lifgame.view.bucket.painter import BucketFrame, BucketPainter
from lifgame.view.look import Look

Size = tuple[int, int]
Pixels = NDArray[np.uint8]

RECTS: list[tuple[Size, float]] = [
    ((240, 150), 0.44),
    ((250, 170), 0.44),
    ((320, 260), 0.5),
    ((448, 365), 0.667),
    ((672, 548), 1.0),
    ((1032, 560), 1.0),
    ((1100, 548), 1.0),
    ((1344, 1096), 2.0),
    ((1460, 1100), 2.0),
]
BACKDROP = (9, 200, 77)


def reading(
    level: float = 12.0,
    inflow: float = 2.0,
    r: float = 12.0,
    c: float = 2.0,
    flush: float = 20.0,
) -> Reading:
    return bucket_reading(level, flush, r * inflow, inflow, level / r, c, r)


def frame(
    now: Reading | None = None,
    spikes: int = 0,
    count: int = 0,
    *,
    rate: float = 1.0,
    elapsed: float = 1 / 60,
) -> BucketFrame:
    return BucketFrame(now or reading(), spikes, count, rate, 1.0, elapsed)


def painter(
    size: Size = (672, 548), unit: float = 1.0, at: Size = (0, 0)
) -> tuple[BucketPainter, Look]:
    look = Look(unit=unit)
    return BucketPainter(look, Rect(at, size)), look


def pixels(surface: Surface) -> Pixels:
    return np.array(pygame.surfarray.array3d(surface))


def layout_of(
    size: Size,
    unit: float,
    c: float = 2.0,
    *,
    r: float = 12.0,
    flush: float = 20.0,
    words: float = 1.0,
) -> BucketLayout:
    return lay_out(Rect((0, 0), size), unit, c, r, flush, text_scale=words)


@pytest.mark.parametrize(("size", "unit"), RECTS)
def test_the_bucket_is_as_wide_as_c(size: Size, unit: float) -> None:
    for c in (0.5, 1.0, 2.0, 3.3, 5.0):
        layout = layout_of(size, unit, c)
        assert layout.inside.width == pytest.approx(c * layout.px_per_nf, abs=0.51)
        assert layout.px_per_nf == layout_of(size, unit, 5.0).px_per_nf


def test_all_streams_share_one_scale() -> None:
    layout = layout_of((672, 548), 1.0)
    now = reading(level=15.0)
    into = layout.stream_width(now.current_na)
    leak = layout.stream_width(now.leak_na)
    flush = layout.stream_width(flush_current_na(now, 18.75))
    # On average I = <V>/R + C V_th f: 2.0 = 1.25 + 0.75 nA.
    assert into == pytest.approx(leak + flush)
    assert into / 2.0 == pytest.approx(leak / 1.25) == pytest.approx(flush / 0.75)
    assert layout.stream_width(-1.0) == 0.0


def test_the_painted_stream_is_as_wide_as_the_current() -> None:
    widths = []
    for inflow in (2.0, 4.0):
        scene, _ = painter()
        scene.still = True
        scene.update(frame(reading(level=1.0, inflow=inflow)))
        target = Surface((672, 548))
        scene.draw(target)
        layout = scene.layout
        y = layout.inside.top + 30
        row = pixels(target)[layout.inside.left + 30 : layout.inside.right - 30, y]
        widths.append(int((row[:, 2] > 120).sum()))
        assert widths[-1] == pytest.approx(layout.stream_width(inflow), abs=1)
    assert widths[1] == pytest.approx(2 * widths[0], abs=1)


@pytest.mark.parametrize("flush", [10.0, 20.0, 30.0])
def test_the_flush_line_stands_at_the_threshold(flush: float) -> None:
    layout = layout_of((672, 548), 1.0, flush=flush)
    share = (layout.inside.bottom - layout.threshold_y) / layout.inside.height
    assert share == pytest.approx(flush / 34.0, abs=0.003)
    scene, _ = painter()
    scene.update(frame(reading(level=1.0, flush=flush)))
    target = Surface((672, 548))
    scene.draw(target)
    orange = np.array(scene._look.palette.threshold)
    column = pixels(target)[layout.inside.left - layout.wall - 12]
    rows = np.flatnonzero((column == orange).all(axis=1))
    assert rows.mean() == pytest.approx(layout.threshold_y, abs=1.5)


def test_the_jet_follows_torricelli() -> None:
    layout = layout_of((672, 548), 1.0)
    start = jet_reach(layout, 0.0)
    near, far = jet_reach(layout, 7.0) - start, jet_reach(layout, 28.0) - start
    assert far == pytest.approx(2 * near)


def test_the_hole_has_an_area_of_one_over_r() -> None:
    small, large = (layout_of((672, 548), 1.0, r=r).hole_radius for r in (40.0, 10.0))
    assert (large / small) ** 2 == pytest.approx(4.0)
    assert layout_of((240, 150), 0.44, r=100.0).hole_radius * 2 >= 3


@pytest.mark.parametrize("words", [1.0, 2.0])
@pytest.mark.parametrize(("size", "unit"), RECTS)
def test_nothing_overlaps(size: Size, unit: float, words: float) -> None:
    for c in (0.5, 1.0, 2.0, 2.6, 3.0, 4.0, 5.0):
        for flush in (10.0, 20.0, 30.0):
            layout = layout_of(size, unit, c, r=5.0, flush=flush, words=words)
            boxes = layout.boxes()
            for (one, first), (two, second) in combinations(boxes.items(), 2):
                assert not first.colliderect(second), (one, two, c, flush)
            for name, box in boxes.items():
                assert layout.panel.contains(box), (name, c, flush)
                assert box.width > 0, (name, c, flush)


def test_extremes_paint_inside_and_the_same_twice() -> None:
    cases = [
        reading(level, inflow, r, c, flush)
        for level, inflow, r, c, flush in [
            (-5.0, 0.0, 5.0, 0.5, 10.0),
            (29.9, 7.0, 100.0, 5.0, 30.0),
            (29.9, 7.0, 5.0, 0.5, 30.0),
            (9.9, -1.0, 100.0, 2.0, 10.0),
            (12.0, 0.05, 12.0, 5.0, 20.0),
        ]
    ]
    for size, unit in RECTS:
        big = Surface((size[0] + 40, size[1] + 40))
        scene, look = painter(size, unit, at=(20, 20))
        for now in cases:
            for index in range(5):
                scene.update(frame(now, index % 2, 99999, rate=140.0, elapsed=0.25))
                big.fill(BACKDROP)
                scene.draw(big)
            first = pixels(big)
            scene.draw(big)
            assert (first == pixels(big)).all()
            outside = np.ones(big.get_size(), dtype=bool)
            outside[20:-20, 20:-20] = False
            assert (first[outside] == BACKDROP).all()
        assert look.overflows == [], (size, look.overflows)


def test_a_clip_and_a_small_target_are_respected() -> None:
    scene, _ = painter()
    scene.update(frame())
    target = Surface((672, 548))
    target.fill(BACKDROP)
    target.set_clip((0, 0, 50, 50))
    scene.draw(target)
    assert target.get_clip() == Rect(0, 0, 50, 50)
    assert (pixels(target)[50:, 50:] == BACKDROP).all()
    scene.draw(Surface((100, 100)))


def test_nothing_moves_while_paused() -> None:
    scene, _ = painter()
    for index in range(40):
        scene.update(frame(spikes=int(index == 30)))
    now = scene.motion.frame
    assert now is not None
    paused = frame(now.reading, elapsed=0.0)
    pictures = []
    for _ in range(3):
        scene.update(paused)
        target = Surface((672, 548))
        scene.draw(target)
        pictures.append(pixels(target))
    assert (pictures[0] == pictures[1]).all()
    assert (pictures[1] == pictures[2]).all()


def test_still_has_no_drops_and_no_waves() -> None:
    scene, _ = painter()
    scene.still = True
    target = Surface((672, 548))
    pictures = []
    for _ in range(30):
        scene.update(frame())
        scene.draw(target)
        pictures.append(pixels(target))
    assert len(scene.motion.splash) == len(scene.motion.spill) == 0
    assert all((picture == pictures[0]).all() for picture in pictures)


def test_the_flush_is_over_in_time_and_the_lamp_fades_slowly() -> None:
    scene, _ = painter()
    scene.update(frame(reading(0.0), spikes=1))
    brightness, fell = [], []
    for _ in range(60):
        scene.update(frame(reading(0.0)))
        brightness.append(scene.motion.axon.light)
        fell.append(scene.motion.flush_age_s)
    assert fell[21] > 0.35
    assert max(brightness) == pytest.approx(1.0)
    # The slowest step down or up: nothing fades in less than 150 ms.
    assert np.abs(np.diff(brightness)).max() <= (1 / 60) / 0.15 + 1e-6
    lit = np.flatnonzero(np.array(brightness) > 0.02)
    assert (lit[-1] - np.argmax(brightness)) / 60 >= 0.3


def test_the_calm_form_balances() -> None:
    scene, _ = painter()
    rate_hz, count = 140.0, 0
    for index in range(300):
        level = 20.0 * ((index * 0.61803) % 1.0)
        now = bucket_reading(level, 20.0, 40.0, 6.4, level / 12.0, 2.0, 12.0)
        count += 2
        scene.update(frame(now, 2, count, rate=rate_hz))
    steady = scene.motion.steady
    assert scene.motion.calm == 1.0
    assert steady.level_mv == pytest.approx(10.0, abs=1.0)
    assert steady.flush_na == pytest.approx(5.6, rel=1e-3)
    assert steady.leak_na == pytest.approx(10.0 / 12.0, abs=0.1)


@pytest.mark.parametrize("fps", [8, 20, 144])
def test_any_frame_rate_ends_the_same(fps: int) -> None:
    scene, _ = painter()
    scene.update(frame(spikes=1, elapsed=1 / fps))
    for _ in range(2 * fps):
        scene.update(frame(elapsed=1 / fps))
    motion = scene.motion
    assert motion.door == pytest.approx(0.0)
    assert motion.axon.light == pytest.approx(0.0)
    assert motion.axon.pulse is None
