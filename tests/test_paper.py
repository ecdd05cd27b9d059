"""The chart recorder: one picture however it came about, true to time and scale."""

import itertools
import math
from dataclasses import replace

import numpy as np
import pygame
import pytest
from paper_tools import FORMS, Cell, pixels, places_of, wall
from record_tools import empty_record, note

from lifgame.content.palette import Palette
from lifgame.content.palettes import CONTRAST, NIGHT, PROJECTOR
from lifgame.view.look import Look
from lifgame.view.paper.axis import TempoMark
from lifgame.view.paper.frame import PaperFrame
from lifgame.view.paper.painter import PaperPainter

GROUND = pygame.Color(1, 2, 3)
SPAN_MS = 300.0


def canvas_for(form: str, zoom: float = 1.0) -> pygame.Surface:
    width, height = FORMS[form][0]
    canvas = pygame.Surface((round(width * zoom), round(height * zoom)))
    wall(canvas, canvas.get_rect())
    return canvas


def painter_for(form: str, palette: Palette = NIGHT, zoom: float = 1.0) -> PaperPainter:
    look = Look(unit=FORMS[form][1] * zoom, palette=palette)
    return PaperPainter(look, places_of(form, zoom), wall)


def fresh_picture(
    form: str, palette: Palette, frame: PaperFrame, zoom: float = 1.0
) -> bytes:
    painter, canvas = painter_for(form, palette, zoom), canvas_for(form, zoom)
    painter.update(frame, 0.0)
    painter.draw_all(canvas, frame)
    return pixels(canvas)


def busy(cell: Cell, number: int) -> None:
    """Everything that can happen to a recorder, one thing after the other."""
    cell.current_na = 3.4 if number % 40 < 20 else 2.0 + math.sin(number / 9.0)
    cell.threshold_mv = 20.0 if number % 90 < 60 else 14.5
    cell.resistance_mohm = 60.0 if number % 150 > 120 else 12.0
    cell.spoon_mv = 1.5 if number % 70 > 35 else 0.0
    cell.tempo = (1 / 50, 1 / 10, 1.0, 1 / 200, 1 / 4)[number // 45 % 5]


# --- one picture --------------------------------------------------------------------


@pytest.mark.parametrize(
    "span_ms", [None, pytest.param(2000.0, marks=pytest.mark.slow)]
)
@pytest.mark.parametrize(
    ("form", "palette", "zoom"),
    [
        ("compact", NIGHT, 1.0),
        ("small", PROJECTOR, 1.0),
        ("portrait", CONTRAST, 0.5),
        ("play", NIGHT, 0.5),
        ("lab", PROJECTOR, 0.6),
    ],
)
def test_what_was_painted_bit_by_bit_is_the_whole_picture(
    form: str, palette: Palette, zoom: float, span_ms: float | None
) -> None:
    painter, canvas = painter_for(form, palette, zoom), canvas_for(form, zoom)
    cell, steps = Cell(), itertools.cycle((1 / 60, 1 / 30, 0.0, 0.1, 1 / 144))
    for number in range(290):
        busy(cell, number)
        elapsed_s = next(steps)
        cell.run(elapsed_s)
        settle = number % 130 < 100
        limit = 3.0 if number % 200 < 150 else 5.0
        frame = cell.frame(span_ms, shows_settle=settle, current_limit_na=limit)
        # As slow as the eye's limit may follow, so that both know the same.
        painter.update(frame, 1.0)
        painter.draw(canvas, frame)
        if number % 48 == 0 or number in {2, 289}:
            assert pixels(canvas) == fresh_picture(form, palette, frame, zoom), number


def test_a_repair_within_a_clip_changes_nothing() -> None:
    painter, canvas, cell = painter_for("compact"), canvas_for("compact"), Cell()
    cell.run(3.0)
    frame = cell.frame(SPAN_MS)
    painter.update(frame, 0.1)
    painter.draw_all(canvas, frame)
    before = pixels(canvas)
    for area in (painter.area, pygame.Rect(200, 60, 90, 99), pygame.Rect(0, 0, 40, 40)):
        pygame.draw.rect(canvas, (255, 0, 255), area.clip(painter.area))
        canvas.set_clip(area)
        painter.draw_all(canvas, frame)
        canvas.set_clip(None)
        assert pixels(canvas) == before


def test_nothing_changed_paints_nothing() -> None:
    painter, canvas, cell = painter_for("compact"), canvas_for("compact"), Cell()
    cell.run(3.0)
    for span_ms in (None, SPAN_MS):
        frame = cell.frame(span_ms)
        painter.update(frame, 1 / 60)
        painter.draw(canvas, frame)
        canvas.fill((255, 0, 255))
        painter.update(replace(frame), 1 / 60)
        assert painter.draw(canvas, frame) == []
        assert tuple(canvas.get_at((100, 200)))[:3] == (255, 0, 255)


@pytest.mark.parametrize("form", ["compact", "lab"])
def test_what_is_painted_is_told(form: str) -> None:
    painter, canvas, cell = painter_for(form), canvas_for(form), Cell()
    cell.run(2.0)
    for number in range(50):
        busy(cell, number)
        cell.run(1 / 60)
        frame = cell.frame(SPAN_MS)
        before = pygame.surfarray.array3d(canvas)
        painter.update(frame, 1 / 60)
        told = painter.draw(canvas, frame)
        changed = (pygame.surfarray.array3d(canvas) != before).any(axis=2)
        for area in told:
            part = area.clip(canvas.get_rect())
            changed[part.left : part.right, part.top : part.bottom] = False
        assert not changed.any()
        assert all(painter.area.contains(area) for area in told)


def test_a_forgotten_canvas_is_painted_from_what_is_written() -> None:
    painter, canvas, cell = painter_for("compact"), canvas_for("compact"), Cell()
    cell.run(5.0)
    frame = cell.frame(SPAN_MS)
    painter.update(frame, 1.0)
    painter.draw(canvas, frame)
    before = pixels(canvas)
    canvas = canvas_for("compact")
    painter.forget()
    painter.update(frame, 0.0)
    assert painter._strip.fresh_from is None
    assert painter.draw(canvas, frame) == [painter.area]
    assert pixels(canvas) == before


def test_scrubbing_back_and_forth_leaves_nothing_behind() -> None:
    painter, canvas, cell = painter_for("compact"), canvas_for("compact"), Cell()
    cell.run(9.0)
    whole = cell.frame(SPAN_MS)
    for share in (1.0, 0.4, 0.43, 0.2, 0.9, 0.02, 1.0):
        frame = replace(whole, edge_tick=cell.edge * share, paused=True)
        painter.update(frame, 1.0)
        painter.draw(canvas, frame)
    assert pixels(canvas) == fresh_picture("compact", NIGHT, frame)


def test_a_new_record_begins_on_new_paper() -> None:
    painter, canvas, old = painter_for("compact"), canvas_for("compact"), Cell()
    old.run(6.0)
    for cell in (old, Cell(resistance_mohm=30.0)):
        cell.run(0.5)
        frame = cell.frame()
        painter.update(frame, 1.0)
        painter.draw(canvas, frame)
    assert pixels(canvas) == fresh_picture("compact", NIGHT, frame)


# --- true to time and scale -----------------------------------------------------------


def test_a_change_of_tempo_never_rescales_what_is_printed() -> None:
    painter, canvas, cell = painter_for("compact"), canvas_for("compact"), Cell()
    places = painter.places
    cell.run(6.0)
    frame = cell.frame()
    painter.update(frame, 0.1)
    painter.draw_all(canvas, frame)
    sheet = places.sheet
    calm = pygame.Rect(sheet.left + 60, sheet.top, 100, sheet.height)
    before, column = pixels(canvas.subsurface(calm)), painter.column(calm.left)
    cell.tempo = 1 / 4
    cell.run(0.8)
    frame = cell.frame()
    painter.update(frame, 0.8)
    painter.draw(canvas, frame)
    moved = calm.move(painter.screen_x(column) - calm.left, 0)
    assert moved.left == pytest.approx(calm.left - 0.8 * places.px_per_s, abs=1.0)
    assert pixels(canvas.subsurface(moved)) == before


def curve_row(canvas: pygame.Surface, x: int, rows: range, role: str) -> float:
    """The middle of the ink of a role in a column."""
    wanted = np.array(NIGHT.colour(role))
    column = pygame.surfarray.array3d(canvas)[x, rows.start : rows.stop].astype(int)
    near = np.flatnonzero(np.abs(column - wanted).max(axis=1) < 24)
    assert len(near), f"no {role} at {x}"
    return rows.start + float(near.mean()) + 0.5


@pytest.mark.parametrize("span_ms", [100.0, 300.0, 2000.0])
@pytest.mark.parametrize("form", ["compact", "lab"])
def test_a_ramp_stands_at_its_height(form: str, span_ms: float) -> None:
    record, places = empty_record(9000), places_of(form)
    ticks = round(span_ms / 0.5)
    for tick in range(ticks):
        note(record, 18.0 * (tick + 1) / ticks, 1.0, 31.0, 0.0, 0)
    mark = (TempoMark(0.0, 1 / 50, 0.0),)
    frame = PaperFrame(
        record, float(ticks), mark, 0.5, 18.0, 31.0, 1.0, span_ms=span_ms
    )
    painter, canvas = painter_for(form), canvas_for(form)
    painter.update(frame, 0.1)
    painter.draw_all(canvas, frame)
    width = places.pen_x - places.sheet.left
    for share in (0.2, 0.5, 0.77):
        x = places.sheet.left + round(share * width)
        level_mv = 18.0 * (x + 0.5 - places.sheet.left) / width
        rows = range(places.scale.row(30.0), places.scale.row(0.0) + 4)
        assert curve_row(canvas, x, rows, "voltage") == pytest.approx(
            places.scale.y(level_mv), abs=0.8
        )


def test_a_spike_stands_at_its_time_from_the_line_to_its_bulb() -> None:
    record, places = empty_record(9000), places_of("play")
    for tick in range(600):
        note(record, 5.0, 1.0, 20.0, 0.0, int(tick == 399))
    mark = (TempoMark(0.0, 1 / 50, 0.0),)
    frame = PaperFrame(record, 600.0, mark, 0.5, 5.0, 20.0, 1.0)
    painter, canvas = painter_for("play"), canvas_for("play")
    painter.update(frame, 0.1)
    painter.draw_all(canvas, frame)
    # Tick 399 ends at 200 ms, 100 ms before the pen: 5 s of paper at 1/50.
    x = places.pen_x - round(5.0 * places.px_per_s)
    high, low = places.scale.row(29.0), places.scale.row(20.0) - 9
    for y in range(high, low, 6):
        assert canvas.get_at((x, y))[:3] == NIGHT.spike
    assert canvas.get_at((x, places.scale.row(30.2) - 3))[:3] == NIGHT.spike
    assert canvas.get_at((x + 7, (high + low) // 2))[:3] != NIGHT.spike
    assert canvas.get_at((x, places.scale.row(12.0)))[:3] == NIGHT.voltage


def test_the_pen_draws_the_fall_only_as_far_as_the_water_has_fallen() -> None:
    record, places = empty_record(900), places_of("play")
    for tick in range(400):
        note(record, 20.0 * (tick % 100) / 99, 1.0, 21.0, 0.0, 0)
    note(record, 0.0, 1.0, 21.0, 0.0, 1)
    mark = (TempoMark(0.0, 1 / 50, 0.0),)
    painter, canvas = painter_for("play"), canvas_for("play")
    x, inked = places.pen_x - 2, []
    for level_mv in (16.0, 8.0, 0.0):
        frame = PaperFrame(record, 401.0, mark, 0.5, level_mv, 21.0, 1.0)
        painter.update(frame, 0.0)
        painter.draw(canvas, frame)
        column = pygame.surfarray.array3d(canvas)[x].astype(int)
        rows = range(places.scale.row(19.0), places.scale.row(-0.2))
        blue = [y for y in rows if column[y, 2] > 150 and column[y, 0] < 120]
        inked.append(max(blue))
    for row, level_mv in zip(inked, (16.0, 8.0, 0.0), strict=True):
        assert row == pytest.approx(places.scale.y(level_mv), abs=5.0)


@pytest.mark.parametrize("voltage_mv", [-500.0, -3.0, 60.0])
def test_a_voltage_off_the_paper_stays_at_its_border(voltage_mv: float) -> None:
    record, places = empty_record(900), places_of("play")
    for _ in range(600):
        note(record, voltage_mv, -2.0, 20.0, 40.0, 0)
    mark = (TempoMark(0.0, 1 / 50, 0.0),)
    frame = PaperFrame(record, 600.0, mark, 0.5, voltage_mv, 20.0, -2.0)
    painter, canvas = painter_for("play"), canvas_for("play")
    painter.update(frame, 0.1)
    painter.draw_all(canvas, frame)
    rows = range(places.sheet.top, places.current.top - 8)
    row = curve_row(canvas, places.pen_x - 200, rows, "voltage")
    assert places.sheet.top < row < places.current.top
    strip = range(places.current.top - 6, places.sheet.bottom)
    foot = curve_row(canvas, places.pen_x - 200, strip, "current")
    assert foot == pytest.approx(places.current.bottom, abs=1.0)


def test_paper_comes_out_of_the_roll_as_time_goes() -> None:
    painter, canvas, cell = painter_for("play"), canvas_for("play"), Cell()
    places, lefts = painter.places, []
    for _ in range(4):
        frame = cell.frame()
        painter.update(frame, 0.1)
        painter.draw(canvas, frame)
        left = painter.paper_left
        lefts.append(left)
        bare = canvas_for("play")
        area = pygame.Rect(0, places.sheet.top, left, places.sheet.height)
        assert pixels(canvas.subsurface(area)) == pixels(bare.subsurface(area))
        cell.run(1.0)
    assert places.pen_x - 60 < lefts[0] < places.pen_x - 20
    assert np.diff(lefts) == pytest.approx(-places.px_per_s, abs=1.0)
