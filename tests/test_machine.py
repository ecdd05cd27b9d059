"""The machine's picture: one level, one line, one redraw whether partial or full."""

from dataclasses import replace

import numpy as np
import pygame
import pytest
from machine_tools import SCREENS, film, frame, machine, pixels
from pygame import Surface

from lifgame.content.palettes import PALETTES
from lifgame.content.presets import PRESETS
from lifgame.session.shown import gulp_level_mv
from lifgame.view.machine.cells import CELLS, STAND_INS, cell_named
from lifgame.view.machine.frame import (
    Cup,
    MachineFrame,
)
from lifgame.view.machine.outlines import strokes
from lifgame.view.machine.painter import MachinePainter
from lifgame.view.machine.siphon import Siphon

CUP = Cup(3.0, 2.5, 70.0)


def shown(painter: MachinePainter, now: MachineFrame, seconds: float = 0.5) -> Surface:
    for _ in range(round(seconds * 60)):
        painter.update(now, 1 / 60)
    canvas = Surface(painter.wall.get_size())
    painter.draw_all(canvas)
    return canvas


# --- what is said is drawn to scale ------------------------------------------------


@pytest.mark.parametrize("screen", ["1080p", "portrait", "compact", "lab", "vga", "4k"])
@pytest.mark.parametrize("th", [10.0, 15.5, 20.0, 30.0])
def test_the_bends_lowest_inside_point_is_the_flush_line(
    screen: str, th: float
) -> None:
    painter = machine(screen, palette="contrast", still=True)
    now = replace(frame(0.0, i=0.0, th=th), settle_mv=None, shows_handles=False)
    painter.update(now, 0.1)
    places = painter.places
    siphon = Siphon(places, PALETTES["contrast"])
    canvas = Surface(painter.wall.get_size())
    canvas.fill((9, 9, 9))
    siphon.draw(canvas, painter.moment)
    column = pixels(canvas)[sum(places.legs) // 2]
    row = places.scale.row(th)
    is_glass = (column == PALETTES["contrast"].glass).all(axis=1)
    assert not is_glass[row - places.bore + 1 : row].any()
    assert is_glass[row]


@pytest.mark.parametrize("screen", ["1080p", "portrait", "compact", "lab"])
@pytest.mark.parametrize("level", [0.0, 3.0, 11.3, 17.9])
def test_pen_and_water_stand_at_the_same_row(screen: str, level: float) -> None:
    painter = machine(screen, palette="contrast", still=True)
    canvas = shown(painter, replace(frame(level, i=0.0), settle_mv=None), 0.05)
    places = painter.places
    row = places.scale.row(level)
    tip = pixels(canvas)[places.pen_x + places.px(18)]
    is_tip = (tip == PALETTES["contrast"].voltage).all(axis=1)
    assert np.flatnonzero(is_tip).mean() == pytest.approx(row, abs=1)
    if level:
        x = places.legs[0] - places.bore - places.px(14)
        water = (pixels(canvas)[x] == PALETTES["contrast"].water_top).all(axis=1)
        assert np.flatnonzero(water)[0] == pytest.approx(row, abs=places.px(4))


def test_the_gulp_begins_slowly_and_ends_at_the_floor() -> None:
    levels = [gulp_level_mv(20.0, share) for share in (0, 0.25, 0.5, 1)]
    assert levels == pytest.approx([20.0, 18.75, 15.0, 0.0])


def test_the_stream_is_as_wide_as_the_current_and_the_jet_reaches_as_far() -> None:
    painter = machine("1080p", palette="contrast", still=True)
    widths = []
    for current in (1.0, 2.0, 4.0):
        canvas = shown(painter, replace(frame(5.0, i=current), settle_mv=None), 0.05)
        row = pixels(canvas)[:, painter.places.scale.row(28.0)]
        widths.append(int((row == PALETTES["contrast"].stream).all(axis=1).sum()))
    assert widths == pytest.approx([12, 18, 30], abs=3)


def test_a_band_shows_all_levels_and_the_true_one_as_a_bright_edge() -> None:
    painter = machine("1080p", still=True)
    canvas = shown(painter, replace(frame(8.0), is_band=True, rate_share=0.5), 0.1)
    places = painter.places
    x = places.inside.left + round(places.inside.width * 0.36)
    column = pixels(canvas)[x]
    assert (column[places.scale.row(8.0)] == PALETTES["night"].crest).all()
    assert (column[places.scale.row(19.0)] != PALETTES["night"].air).any()
    assert 0.4 <= painter.moment.light <= 0.8


# --- pulse, lamp, counter ------------------------------------------------------------


def test_the_counter_waits_for_the_pulse_and_the_lamp_lights_then() -> None:
    painter = machine()
    seen = []
    for now, step_s in film(50):
        painter.update(now, step_s)
        moment = painter.moment
        seen.append((now.pulse_s, moment.shown_count, moment.light))
    before = [s for s in seen if s[0] is not None and s[0] < 0.47]
    after = [s for s in seen if s[0] is not None and 0.53 < s[0] < 0.58]
    assert {count for _, count, _ in before} == {2}
    assert max(light for *_, light in before) == 0.0
    assert {count for _, count, _ in after} == {3}
    assert min(light for *_, light in after) > 0.7
    assert seen[-1][2] < 0.1


def test_a_second_gulp_does_not_put_out_the_first_ones_lamp() -> None:
    painter = machine()
    for index in range(60):
        pulse_s = (index % 30) / 60
        now = replace(frame(), pulse_s=pulse_s, spike_count=3 + index // 30)
        painter.update(now, 1 / 60)
    # The first pulse arrived at 0.48 s, the second began at 0.5 s.
    painter.update(replace(frame(), pulse_s=0.02, spike_count=5), 1 / 60)
    assert painter.moment.light > 0.0


def test_reset_forgets_pulses_under_way() -> None:
    painter = machine()
    painter.update(replace(frame(), pulse_s=0.1, spike_count=9), 1 / 60)
    painter.update(replace(frame(), pulse_s=None, spike_count=0), 1 / 60)
    assert painter.moment.pulses == ()
    assert painter.moment.shown_count == 0


# --- cells ----------------------------------------------------------------------------


def test_every_neuron_type_has_a_silhouette_of_its_own() -> None:
    # A neuron that adapts is of the same kind as the one that does not.
    assert set(CELLS) | set(STAND_INS) == set(PRESETS)
    assert cell_named("adapting_pyramidal") is CELLS["pyramidal"]
    own = {name: (cell.arms, cell.body) for name, cell in CELLS.items()}
    own.pop("silent")
    assert len(set(own.values())) == len(own)


def test_every_outline_can_be_read_and_stays_in_its_box() -> None:
    for name, cell in CELLS.items():
        paths = [path for path, _ in (*cell.arms, *cell.axon)] + [cell.body]
        for path in paths:
            for stroke in strokes(path):
                assert len(stroke) >= 2, (name, path)
                assert max(abs(part) for point in stroke for part in point) <= 51, name


def test_an_outline_that_nobody_can_read_is_an_error() -> None:
    for path in ("M0 0A1 1", "M0 0L1", "K1 1"):
        with pytest.raises(ValueError, match="cannot read"):
            strokes(path)


def test_a_smooth_curve_mirrors_its_last_handle() -> None:
    (curve,) = strokes("M0 0C0 1 1 1 1 0S2-1 2 0")
    assert curve[-1] == (2.0, 0.0)
    assert min(y for _, y in curve) == pytest.approx(-0.75)


def test_a_frame_with_a_wrong_number_or_handle_is_refused() -> None:
    with pytest.raises(ValueError, match="level_mv"):
        replace(frame(), level_mv=float("nan"))
    with pytest.raises(ValueError, match="no handle 'knob'"):
        replace(frame(), held="knob")


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("palette", PALETTES)
def test_every_screen_can_be_painted_in_every_palette(
    screen: str, palette: str
) -> None:
    painter = machine(screen, palette=palette)
    size = SCREENS[screen][0]
    for c_nf, th, r, i in ((0.5, 30.0, 100.0, 5.0), (5.0, 10.0, 5.0, 0.0)):
        now = replace(frame(min(th, 8.0), i, r, c_nf, th), held="width")
        painter.update(now, 0.1)
        canvas = Surface(size)
        painter.draw_all(canvas)
        assert pygame.surfarray.array2d(canvas).std() > 0


def test_the_wall_glides_to_another_neuron_and_follows_a_hand_at_once() -> None:
    painter = machine("1080p")
    painter.update(frame(), 1 / 60)
    start = painter.places.inside.right
    seen = []
    for _ in range(40):
        painter.update(replace(frame(c=5.0), cell="motor"), 1 / 60)
        seen.append(painter.places.inside.right)
    assert start < seen[10] < seen[20] < seen[-1]
    assert seen == sorted(seen)
    assert seen[-1] - painter.places.inside.left == pytest.approx(519, abs=1)
    painter.update(replace(frame(c=1.0), held="width"), 1 / 60)
    assert painter.places.inside.width == 232


def test_another_neuron_gives_the_paper_another_wall() -> None:
    painter = machine()
    painter.update(frame(), 1 / 60)
    before = painter.wall
    painter.update(frame(13.0), 1 / 60)
    assert painter.wall is before
    painter.update(replace(frame(), cell="granule"), 1 / 60)
    assert painter.wall is not before
