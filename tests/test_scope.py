"""The scope: the same picture however it came about, nothing outside, words apart."""

import itertools
import math

import numpy as np
import pygame
import pytest
from record_tools import empty_record, note
from scope_tools import DT_MS, Cell, colour_at, colours, near, picture, pixels

from lifgame.content.speeds import WINDOWS_MS
from lifgame.view.look import Look
from lifgame.view.scope import painter as scope
from lifgame.view.scope.axes import current_scale, grid_step_ms, nice_limit
from lifgame.view.scope.labels import place_pair
from lifgame.view.scope.painter import ScopeFrame, ScopePainter

LANDSCAPE = pygame.Rect(24, 84, 1184, 548)
SIZES = (
    (LANDSCAPE, 1.0),
    (pygame.Rect(24, 720, 1032, 460), 1.0),
    (pygame.Rect(4, 30, 320, 190), 0.44),
    (pygame.Rect(10, 10, 2368, 1096), 2.0),
)


@pytest.mark.parametrize("unit", [0.6, 1.0])
@pytest.mark.parametrize(
    ("window_ms", "steps"),
    [(100, (3, 4)), (300, (3, 3, 4)), (300, (33,)), (2000, (33, 1)), (2000, (0, 1))],
)
def test_incremental_picture_is_the_full_picture(
    window_ms: int, steps: tuple[int, ...], unit: float
) -> None:
    look, rect = Look(unit=unit), pygame.Rect(24, 84, 700, 330)
    painter, cell = ScopePainter(look, rect), Cell()
    pace = itertools.cycle(steps)
    for number in range(400):
        # Pulses, a slowly wandering part, a moved threshold and a rushing neuron.
        cell.current_na = 3.0 if number % 40 < 20 else 2.0 + math.sin(number / 9.0)
        cell.threshold_mv = 20.0 if number % 90 < 60 else 14.5
        cell.resistance_mohm = 40.0 if number % 150 > 120 else 12.0
        cell.step(next(pace))
        painter.update(cell.frame(window_ms))
        if number % 57 == 0 or number == 399:
            fresh = ScopePainter(look, rect)
            fresh.update(cell.frame(window_ms))
            assert pixels(picture(painter, rect)) == pixels(picture(fresh, rect))
    before = pixels(picture(painter, rect))
    painter.invalidate()
    painter.update(cell.frame(window_ms))
    assert pixels(picture(painter, rect)) == before


def test_blocks_have_no_seams(monkeypatch: pytest.MonkeyPatch) -> None:
    # A rushing neuron with a threshold that moves: marks, lines and lights overlap.
    rect, cell = pygame.Rect(5, 5, 700, 330), Cell(60.0)
    for number in range(60):
        cell.threshold_mv = 12.0 + number % 5
        cell.current_na = 1.0 + number % 7 / 2.0
        cell.step(60)
    for window_ms in (100, 2000):
        shots = []
        for block_px in (64, 2048):
            monkeypatch.setattr(scope, "BLOCK_PX", block_px)
            painter = ScopePainter(Look(unit=0.6), rect)
            painter.update(cell.frame(window_ms))
            shots.append(pygame.surfarray.array3d(picture(painter, rect)).astype(int))
        off = np.abs(shots[0] - shots[1]).max(axis=2)
        assert np.count_nonzero(off > 24) == 0


def test_a_window_that_changes_leaves_nothing_behind() -> None:
    rect, cell = pygame.Rect(5, 5, 640, 300), Cell()
    painter = ScopePainter(Look(unit=0.6), rect)
    for number in range(120):
        cell.step(7)
        window_ms = WINDOWS_MS[number // 20]
        painter.update(cell.frame(window_ms))
    fresh = ScopePainter(Look(unit=0.6), rect)
    fresh.update(cell.frame(window_ms))
    assert pixels(picture(painter, rect)) == pixels(picture(fresh, rect))


def test_draw_changed_equals_draw() -> None:
    cell, painter = Cell(), ScopePainter(Look(), LANDSCAPE)
    kept = pygame.Surface((1300, 700))
    for number in range(60):
        cell.current_na = 2.0 + 2.0 * math.sin(number / 8.0)
        cell.step(5)
        painter.update(cell.frame(300 if number < 40 else 500))
        painter.draw_changed(kept)
        other = pygame.Surface((1300, 700))
        painter.draw(other)
        assert pixels(kept) == pixels(other)


@pytest.mark.parametrize(("rect", "unit"), SIZES)
def test_paints_its_rect_whole_and_nothing_else(rect: pygame.Rect, unit: float) -> None:
    painter, cell = ScopePainter(Look(unit=unit), rect), Cell(50.0)
    cell.step(900)
    painter.update(cell.frame())
    shots = []
    for ground in ((255, 0, 255), (0, 255, 0)):
        surface = pygame.Surface((rect.right + 9, rect.bottom + 9))
        surface.fill(ground)
        painter.draw(surface)
        shots.append(pygame.surfarray.array3d(surface).astype(int))
    differs = (shots[0] != shots[1]).any(axis=2)
    inside = np.zeros_like(differs)
    inside[rect.left : rect.right, rect.top : rect.bottom] = True
    assert differs[~inside].all()
    assert not differs[inside].any()
    assert (shots[0][~inside] == (255, 0, 255)).all()


@pytest.mark.parametrize("window_ms", WINDOWS_MS)
@pytest.mark.parametrize(("rect", "unit"), SIZES)
def test_words_fit_and_keep_apart(
    rect: pygame.Rect, unit: float, window_ms: int
) -> None:
    look = Look(unit=unit)
    painter, trace = ScopePainter(look, rect), empty_record(10)
    painter.caption_right -= look.px(120)
    surface = pygame.Surface((rect.right + 9, rect.bottom + 9))
    strips = (painter.layout.voltage, painter.layout.current)
    for threshold_mv in (10.0, 15.5, 20.0, 30.0):
        for settle_mv in (-40.0, 0.0, 9.5, 10.0, 20.5, 30.0, 35.0, 36.1, 99.96, 500.0):
            frame = ScopeFrame(
                trace, DT_MS, window_ms, "1/100", threshold_mv, settle_mv, 5.0
            )
            painter.update(frame)
            painter.draw_changed(surface)
            rects = painter.label_rects
            for one, other in itertools.combinations((*rects, *strips), 2):
                assert not one.colliderect(other), (threshold_mv, settle_mv)
            assert all(rect.contains(words) for words in rects)
    assert look.overflows == []


@pytest.mark.parametrize("text_scale", [1.3, 1.6])
def test_large_words_fit(text_scale: float) -> None:
    for rect, unit in SIZES:
        look = Look(unit=unit, text_scale=text_scale)
        painter = ScopePainter(look, rect)
        painter.update(
            ScopeFrame(empty_record(10), DT_MS, 300, "1/10", 20.0, 20.0, 2.0)
        )
        painter.draw(pygame.Surface((rect.right + 9, rect.bottom + 9)))
        assert look.overflows == []
        one, other, _ = painter.label_rects
        assert not one.colliderect(other)


@pytest.mark.parametrize(("settle_mv", "top"), [(75.0, True), (-20.0, False)])
def test_a_level_off_the_axis_is_marked(settle_mv: float, top: bool) -> None:
    look, trace = Look(), empty_record(10)
    painter = ScopePainter(look, LANDSCAPE)
    painter.update(ScopeFrame(trace, DT_MS, 300, "1/10", 20.0, settle_mv, 2.0))
    surface = picture(painter, LANDSCAPE)
    strip = painter.layout.voltage
    x = strip.right + look.px(13)
    y = strip.top + 8 if top else strip.bottom - 9
    assert near(colour_at(surface, (x, y)), look.colour("settle"))
    painter.update(ScopeFrame(trace, DT_MS, 300, "1/10", 20.0, 25.0, 2.0))
    assert not near(
        colour_at(picture(painter, LANDSCAPE), (x, y)), look.colour("settle")
    )


@pytest.mark.parametrize(("voltage_mv", "top"), [(60.0, True), (-30.0, False)])
def test_voltage_off_the_axis_becomes_an_arrow(voltage_mv: float, top: bool) -> None:
    look, trace = Look(), empty_record(100)
    for _ in range(50):
        note(trace, voltage_mv, 2.0, 20.0, 24.0, 0)
    painter = ScopePainter(look, LANDSCAPE)
    painter.update(ScopeFrame(trace, DT_MS, 300, "1/10", 20.0, 24.0, 2.0))
    surface = picture(painter, LANDSCAPE)
    strip = painter.layout.voltage
    y = strip.top + 8 if top else strip.bottom - 9
    x = strip.right - 1 - look.px(9)
    assert near(colour_at(surface, (x, y)), look.colour("voltage"))


def test_a_spike_stands_at_its_time_above_the_threshold() -> None:
    look, trace = Look(), empty_record(1000)
    for tick in range(600):
        note(trace, 5.0, 2.0, 20.0, 24.0, int(tick == 299))
    painter = ScopePainter(look, LANDSCAPE)
    painter.update(ScopeFrame(trace, DT_MS, 300, "1/10", 20.0, 24.0, 2.0))
    surface = picture(painter, LANDSCAPE)
    strip = painter.layout.voltage
    x = strip.left + strip.width // 2  # tick 299 ends at 150 of 300 ms
    threshold = strip.top + round(16.0 / 41.0 * (strip.height - 1))
    spike = look.colour("spike")
    above = colours(surface, x, strip.top + 3, threshold - 4)
    assert all(near(colour, spike) for colour in above)
    below = colours(surface, x, threshold + 4, strip.bottom)
    assert not any(near(colour, spike) for colour in below)
    assert not any(
        near(colour, spike) for colour in colours(surface, x + 40, strip.top, threshold)
    )


@pytest.mark.parametrize("window_ms", [100, 300])
def test_a_ramp_stands_at_its_height(window_ms: int) -> None:
    look, trace = Look(), empty_record(1000)
    ticks = round(window_ms / DT_MS)
    for tick in range(ticks):
        note(trace, 30.0 * (tick + 1) / ticks, 2.0, 35.0, -50.0, 0)
    painter = ScopePainter(look, LANDSCAPE)
    painter.update(ScopeFrame(trace, DT_MS, window_ms, "1/10", 35.0, -50.0, 2.0))
    surface = picture(painter, LANDSCAPE)
    strip = painter.layout.voltage
    for share in (0.1, 0.37, 0.5, 0.9):
        x = strip.left + round(share * strip.width)
        y = strip.top + round((36.0 - 30.0 * share) / 41.0 * (strip.height - 1))
        column = colours(surface, x, y - 2, y + 3)
        assert any(near(colour, look.colour("voltage")) for colour in column)


def test_a_short_trace_starts_at_the_right() -> None:
    cell, painter = Cell(), ScopePainter(Look(), LANDSCAPE)
    painter.update(cell.frame())
    empty = picture(painter, LANDSCAPE)
    cell.step(100)
    painter.update(cell.frame())
    surface = picture(painter, LANDSCAPE)
    strip = painter.layout.voltage
    left = strip.move(strip.left - strip.right + strip.width, 0)
    left.width = strip.width // 2
    voltage = Look().colour("voltage")
    shown = pygame.surfarray.array3d(surface.subsurface(left)).reshape(-1, 3)
    assert not (shown == voltage).all(axis=1).any()
    right = left.move(strip.width // 2, 0)
    shown = pygame.surfarray.array3d(surface.subsurface(right)).reshape(-1, 3)
    assert (shown == voltage).all(axis=1).any()
    assert pixels(empty) != pixels(surface)


def test_a_new_trace_starts_over() -> None:
    painter, old, new = ScopePainter(Look(), LANDSCAPE), Cell(), Cell(30.0)
    old.step(500)
    painter.update(old.frame())
    new.step(500)
    painter.update(new.frame())
    fresh = ScopePainter(Look(), LANDSCAPE)
    fresh.update(new.frame())
    assert pixels(picture(painter, LANDSCAPE)) == pixels(picture(fresh, LANDSCAPE))


def test_painting_changes_nothing_and_needs_no_frame() -> None:
    painter, cell = ScopePainter(Look(), LANDSCAPE), Cell()
    picture(painter, LANDSCAPE)
    painter.draw_changed(picture(painter, LANDSCAPE))
    cell.step(77)
    painter.update(cell.frame())
    first = pixels(picture(painter, LANDSCAPE))
    painter.update(cell.frame())
    assert pixels(picture(painter, LANDSCAPE)) == first
    assert cell.trace.end_tick == 77


@pytest.mark.parametrize("window_ms", WINDOWS_MS)
def test_grid_has_four_to_six_steps(window_ms: int) -> None:
    assert 4 <= window_ms / grid_step_ms(window_ms) <= 6


def test_the_current_axis_holds_the_current() -> None:
    assert current_scale(0.0, 0.0) == (0.0, 1.0)
    assert current_scale(0.0, 2.0) == (0.0, 3.0)
    assert current_scale(-0.4, 5.0) == (-1.0, 6.0)
    for value in np.linspace(0.01, 300.0, 997):
        assert value < nice_limit(float(value)) <= max(1.0, 2.2 * value)


def test_place_pair_keeps_boxes_apart_and_inside() -> None:
    for upper, lower in itertools.product(range(0, 200, 7), repeat=2):
        if upper <= lower:
            one, other = place_pair(upper, lower, 30, 0, 200)
            assert other - one >= 30
            assert one - 15 >= 0
            assert other + 15 <= 200
