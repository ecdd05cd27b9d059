"""The machine's redraw: partial is full, nothing new is nothing painted."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from machine_tools import film, frame, machine, pixels
from pilot import Pilot
from pygame import Rect, Surface

from lifgame.session.start import OPENING
from lifgame.view.machine.frame import Cup, MachineFrame

CUP = Cup(3.0, 2.5, 70.0)


def busier(now: MachineFrame, index: int) -> MachineFrame:
    """Somebody plays with everything while the film runs."""
    if index >= 5:
        now = replace(now, held="line", held_value="20.0 mV")
    if index >= 12:
        now = replace(now, focused="width" if index < 18 else "water")
    if index >= 18:
        now = replace(now, number="17.2 mV")
    if index >= 30:
        now = replace(now, tap_na=4.0, inflow_na=4.0, is_pushed=True)
    if index >= 34:
        now = replace(now, resistance_mohm=50.0)
    if index >= 45:
        now = replace(now, is_band=True, rate_share=0.3)
    if index >= 50:
        now = replace(now, settle_mv=50.0)
    return replace(now, is_time_held=index >= 54)


BUSY: dict[str, dict[str, Any]] = {
    "720p": {},
    "compact": {"palette": "contrast"},
    "tablet": {"text_scale": 1.5},
    "lab_compact": {"palette": "projector", "still": True},
}


def test_the_last_drop_goes_from_the_picture_too() -> None:
    painter = machine("compact")
    partial, full = Surface(painter.wall.get_size()), Surface(painter.wall.get_size())
    for level in (0.06, 0.04):
        painter.update(frame(level, i=0.0), 0.01)
        painter.draw(partial)
    painter.draw_all(full)
    assert (pixels(partial) == pixels(full)).all()


@pytest.mark.parametrize("screen", BUSY)
@pytest.mark.parametrize("cup", [None, CUP], ids=["plain", "adapting"])
def test_the_partial_redraw_is_the_full_one(screen: str, cup: Cup | None) -> None:
    painter = machine(screen, **BUSY[screen])
    size = painter.wall.get_size()
    partial, full = Surface(size), Surface(size)
    for index, (now, step_s) in enumerate(film(40, cup)):
        painter.update(busier(now, index), step_s)
        for area in painter.draw(partial):
            assert painter.area.contains(area)
        if index % 3 == 0:
            kept = painter._shown
            painter.draw_all(full)
            painter._shown = kept
            wrong = (pixels(partial) != pixels(full)).any(axis=2)
            assert not wrong.any(), (index, Rect(*_box(wrong)))


@pytest.mark.parametrize("screen", ["vga", "lab_compact"])
def test_the_last_of_the_water_goes_where_no_row_of_pixels_changes(screen: str) -> None:
    """What appears at a level is painted though the level stays in its row."""
    painter = machine(screen)
    size = painter.wall.get_size()
    partial, full = Surface(size), Surface(size)
    # Every level at which something is drawn otherwise lies between two of these.
    levels = [*np.arange(5.2, 4.8, -0.02), *np.arange(1.0, -0.01, -0.02)]
    for level in [*levels, *reversed(levels)]:
        now = replace(frame(level, i=0.0), settle_mv=None, number="1.0 mV")
        painter.update(now, 0.0)
        painter.draw(partial)
        kept = painter._shown
        painter.draw_all(full)
        painter._shown = kept
        wrong = (pixels(partial) != pixels(full)).any(axis=2)
        assert not wrong.any(), (level, Rect(*_box(wrong)))


def _box(wrong: np.ndarray) -> tuple[int, int, int, int]:
    xs, ys = np.nonzero(wrong)
    left, top = int(xs.min()), int(ys.min())
    return left, top, int(xs.max()) - left + 1, int(ys.max()) - top + 1


def test_nothing_is_painted_while_nothing_changes() -> None:
    painter = machine()
    canvas = Surface(painter.wall.get_size())
    empty = replace(frame(0.0, i=0.0), settle_mv=None)
    for _ in range(60):
        painter.update(empty, 1 / 60)
        areas = painter.draw(canvas)
    assert areas == []


def test_waves_and_drops_come_to_rest_while_time_is_held() -> None:
    painter = machine()
    canvas = Surface(painter.wall.get_size())
    for _ in range(60):
        painter.update(frame(), 1 / 60)
        assert painter.draw(canvas)
    for _ in range(120):
        painter.update(replace(frame(), is_time_held=True), 1 / 60)
        areas = painter.draw(canvas)
    assert areas == []


def test_reduced_motion_moves_only_what_tells_something() -> None:
    painter = machine(still=True)
    canvas = Surface(painter.wall.get_size())
    for _ in range(3):
        painter.update(frame(), 1 / 60)
        areas = painter.draw(canvas)
    assert areas == []
    painter.update(frame(12.5), 1 / 60)
    assert painter.draw(canvas)


def test_the_same_frames_give_the_same_picture() -> None:
    pictures = []
    for _ in range(2):
        painter = machine()
        canvas = Surface(painter.wall.get_size())
        for now, step_s in film(30):
            painter.update(now, step_s)
            painter.draw(canvas)
        pictures.append(pixels(canvas))
    assert (pictures[0] == pictures[1]).all()


def test_nothing_left_of_the_pen_is_touched() -> None:
    painter = machine("1080p")
    canvas = Surface(painter.wall.get_size())
    canvas.fill((1, 2, 3))
    painter.update(replace(frame(), number="12.0 mV", capacitance_nf=0.5), 0.1)
    painter.draw_all(canvas)
    assert (pixels(canvas)[: painter.places.pen_x] == (1, 2, 3)).all()
    assert (pixels(canvas)[:, painter.places.picture.bottom :] == (1, 2, 3)).all()


def test_a_line_that_is_lifted_beyond_the_glass_stays_at_its_rim() -> None:
    painter = machine("compact")
    canvas = Surface(painter.wall.get_size())
    now = replace(frame(12.0, th=60.0), rest_line_mv=20.0, adaptation=CUP, is_band=True)
    painter.update(now, 0.0)
    painter.draw(canvas)
    rim = painter.places.inside.top
    assert painter.moment.line_y == rim
    for part in painter._parts:
        if type(part).__name__ in ("Water", "Lines"):
            assert all(
                a.top >= rim - painter.places.px(14) for a in part.areas(painter.moment)
            )


def test_water_far_above_a_lowered_line_fills_the_bucket_and_no_more() -> None:
    pilot = Pilot((800, 480), OPENING)
    painter = pilot.game.scene.picture.machine  # type: ignore[attr-defined]
    moment = painter.moment
    frame = replace(moment.frame, level_mv=500.0)
    moment.show(moment.places, frame)
    assert moment.level_y == moment.places.inside.top
