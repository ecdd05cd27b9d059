"""Two neurons in one picture: one scale, one paper, one limit on flashes."""

from dataclasses import replace
from typing import Any

import numpy as np
import pygame
import pytest
from pair_tools import PAIR, at_the_pair, moments
from paper_tools import Cell as Hand
from paper_tools import pixels, places_of
from test_paper import busy, canvas_for, fresh_picture, painter_for
from test_redraw import differences

from lifgame.content.palettes import NIGHT
from lifgame.content.presets import PRESETS
from lifgame.session import commands as c
from lifgame.session.guide import table
from lifgame.view.look import Look
from lifgame.view.machine.letter import Letter
from lifgame.view.paper.frame import SecondCurve
from lifgame.view.paper.painter import PaperPainter


@pytest.fixture(autouse=True)
def _pair_on_the_board(monkeypatch: pytest.MonkeyPatch) -> None:
    # Under the name of a row that has words.
    monkeypatch.setitem(table.GUIDES, PAIR.id, PAIR)


def rarely(size: tuple[int, int]) -> Any:
    return pytest.param(size, marks=pytest.mark.slow)


SCREENS = [(800, 480), *map(rarely, ((1080, 1920), (1280, 720), (1024, 768)))]


@pytest.mark.parametrize("size", SCREENS)
def test_two_buckets_are_painted_once_and_wholly(size: tuple[int, int]) -> None:
    pilot = at_the_pair(size)
    for command in (
        c.SetParameter("current", 1.0),
        c.SetParameter("resistance", 30.0, cell=1),
        c.SetParameter("current", 5.0),
        c.SetParameter("current", 0.0),
    ):
        pilot.game.obey([command])
        for _ in range(25):
            pilot.frame(elapsed_s=0.05)
        assert not differences(pilot), command


@pytest.mark.parametrize("size", [(1280, 720), (1080, 1920), (800, 480), (640, 480)])
def test_both_stand_on_one_scale_and_each_is_as_wide_as_its_c(
    size: tuple[int, int],
) -> None:
    pilot = at_the_pair(size)
    pilot.game.obey([c.SetParameter("current", 1.2)])
    pilot.wait(1.0, frame_s=0.1)
    one, other = moments(pilot)
    assert one.places.floor_y == other.places.floor_y
    assert one.places.scale == other.places.scale
    assert one.line_y == other.line_y
    # 0.5 and 5 nF: the root of ten.
    widths = one.places.inside.width, other.places.inside.width
    assert widths[1] / widths[0] == pytest.approx(10**0.5, rel=0.03)
    for moment, cell in zip((one, other), pilot.session.cells, strict=True):
        assert moment.frame.level_mv == pytest.approx(cell.voltage_mv, abs=0.5)
    # One tap, for both.
    assert one.places.tap == other.places.tap
    assert one.frame.inflow_na == other.frame.inflow_na == pytest.approx(1.2)


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (800, 480), (640, 480)])
def test_there_is_room_for_the_widest_two(size: tuple[int, int]) -> None:
    pilot = at_the_pair(size)
    one, other = (moment.places for moment in moments(pilot))
    one, other = (each.with_bucket(5.0, cup=False) for each in (one, other))
    lamp_x, _, radius = one.lamp
    if not one.row.hangs:
        assert one.inside.right + one.wall <= lamp_x - radius
        assert lamp_x + radius <= other.inside.left - other.wall
    assert one.felt(5.0).right < other.inside.left - other.wall
    assert other.felt(5.0).right < one.picture.right
    if size[0] < 1000:
        hold = pilot.game.board["inject"].rect
        assert other.inside.right + other.wall < hold.left
    for name in ("show", "language", "mute", "reset", "leave"):
        assert not pilot.game.board[name].rect.collidepoint(one.tap)


def test_both_lamps_share_the_limit_on_flashes() -> None:
    """Each at most once a second: together never more than two."""
    pilot = at_the_pair()
    showings = pilot.session.clock.showings
    pilot.game.obey([c.SetParameter("resistance", 100.0, cell=1)])
    for current_na in (2.0, 3.0):
        pilot.game.obey([c.SetParameter("current", current_na)])
        before = [showing.shown for showing in showings]
        pilot.wait(5.0, frame_s=0.05)
        for showing, count in zip(showings, before, strict=True):
            # One more may be under way when the current changes.
            assert showing.shown - count <= 5 + 1
    assert all(showing.is_band and showing.shown for showing in showings)


def test_the_second_flush_is_seen_as_the_first_is() -> None:
    """While its siphon gulps no time passes for either."""
    pilot = at_the_pair()
    for command in (
        c.SetParameter("resistance", 5.0),
        c.SetParameter("current", 3.0),
    ):
        pilot.game.obey([command])
    while not pilot.session.clock.showings[1].is_gulping:
        pilot.frame(elapsed_s=1 / 60)
    assert not pilot.session.clock.showing.is_gulping
    ticks, (one, other) = pilot.session.tick_count, moments(pilot)
    pilot.frame(elapsed_s=0.05)
    assert pilot.session.tick_count == ticks
    assert other.frame.gulp_s
    assert one.frame.gulp_s is None
    assert 0.0 < other.frame.level_mv < other.frame.line_mv
    pilot.wait(1.0)
    assert other.shown_count == pilot.session.cells[1].spike_count == 1
    assert pilot.session.cell.spike_count == 0


def test_both_curves_stand_on_one_scale_and_the_second_is_dashed() -> None:
    places, look = places_of("play", 0.5), Look(unit=0.5)
    canvas, one, other = pygame.Surface((960, 540)), Hand(), Hand()
    for hand, current_na in ((one, 0.5), (other, 1.0)):
        hand.current_na = current_na
        hand.run(16.0)
    second = SecondCurve(other.record, other.level_mv())
    frame = one.frame(second=second, shows_settle=False)
    painter = PaperPainter(look, places)
    painter.update(frame, 0.0)
    painter.draw_all(canvas, frame)
    shown = pygame.surfarray.array3d(canvas)
    # Where both have come to rest, at R I: 6 and 12 mV.
    solid, dashed = (
        (shown[200:320, places.scale.row(level_mv)] == look.colour(role)).all(axis=1)
        for level_mv, role in ((6.0, "voltage"), (12.0, "second"))
    )
    assert solid.all()
    assert 0.4 < dashed.mean() < 0.75
    assert np.count_nonzero(np.diff(dashed.astype(int))) > 8


@pytest.mark.parametrize(("form", "zoom"), [("compact", 1.0), ("lab", 0.6)])
@pytest.mark.parametrize("span_ms", [None, 300.0])
def test_bit_by_bit_it_is_the_whole_picture(
    form: str, zoom: float, span_ms: float | None
) -> None:
    """As in ``test_paper``, with bands in the second curve and without."""
    painter, canvas = painter_for(form, zoom=zoom), canvas_for(form, zoom)
    one, other = Hand(), Hand(capacitance_nf=1.1)
    for number in range(80):
        busy(one, number)
        busy(other, number + 17)
        other.tempo = one.tempo
        for hand in (one, other):
            hand.run((1 / 60, 1 / 30, 0.0, 0.1)[number % 4])
        second = SecondCurve(other.record, other.level_mv(), label="B")
        letter = "A" if number < 60 else ""
        frame = one.frame(
            span_ms, second=second if number % 40 < 33 else None, label=letter
        )
        painter.update(frame, 0.05)
        painter.draw(canvas, frame)
        if number % 10 == 7:
            assert pixels(canvas) == fresh_picture(form, NIGHT, frame, zoom), number


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (800, 480)])
@pytest.mark.parametrize("language", ["de", "uk"])
def test_a_name_beside_a_glass_touches_nothing(
    size: tuple[int, int], language: str
) -> None:
    pilot = at_the_pair(size)
    settings = [c.SetSetting("language", language), c.SetSetting("text_scale", "150")]
    pilot.game.obey(settings)
    pilot.frame()
    one, other = moments(pilot)
    places, look = one.places, pilot.game.scene.look
    end = other.places.inside.left - other.places.wall
    letter = Letter(places, look, ("A", "voltage"), end)
    for preset in PRESETS:
        one.show(places, replace(one.frame, cell=preset))
        disc, *name = letter.areas(one)
        assert disc.left >= places.inside.left
        for rect in name:
            assert places.inside.right + places.wall < rect.left
            assert rect.right <= end
            assert rect.top > places.rim_y
