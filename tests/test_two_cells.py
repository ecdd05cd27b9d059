"""Two neurons at one tap: what reaches both, or one, and what is given back."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pygame
import pytest
from guide_tools import progress_of, visitor
from paper_tools import Cell as Hand
from paper_tools import pixels, places_of
from pilot import Pilot
from test_paper import busy, canvas_for, fresh_picture, painter_for
from test_redraw import differences

from lifgame.content.palettes import NIGHT
from lifgame.scenes.guide.scene import GuideScene
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.guide import table
from lifgame.session.guide.moves import tap, wait
from lifgame.session.guide.progress import DO
from lifgame.session.guide.rows import CHALLENGE, Check, Row
from lifgame.session.session import replay
from lifgame.session.sharing import carry_out, cells_from
from lifgame.session.start import OPENING, Start
from lifgame.view.look import Look
from lifgame.view.machine.moment import Moment
from lifgame.view.paper.frame import SecondCurve
from lifgame.view.paper.painter import PaperPainter

# tau 7.5 ms and 40 ms.
QUICK_CELL = Start("fast_spiking", values=(("current", 0.0),))
SLOW_CELL = Start("motor", values=(("current", 4.0), ("threshold", 20.0)))
PAIR = Row(
    id="count",
    kind=CHALLENGE,
    icon="tap_guess",
    seconds=10,
    start=QUICK_CELL,
    second=SLOW_CELL,
    speed=Fraction(1, 20),
    live=("current", "resistance"),
    what_if="current",
    has_hold=True,
    goals=(Check("spikes", at_least=500.0),) * 3,
    gauge=("spikes", "", 500.0),
    solution=(tap(10, 2.0), wait(200)),
)


@pytest.fixture(autouse=True)
def _pair_on_the_board(monkeypatch: pytest.MonkeyPatch) -> None:
    # Under the name of a row that has words.
    monkeypatch.setitem(table.GUIDES, PAIR.id, PAIR)


def at_the_pair(size: tuple[int, int] = (800, 480)) -> Pilot:
    pilot = visitor(size)
    pilot.game.obey([g.StartGuide(PAIR.id)])
    pilot.frame()
    assert len(pilot.session.cells) == 2
    return pilot


def moments(pilot: Pilot) -> tuple[Moment, Moment]:
    """What is shown of both buckets."""
    scene = pilot.game.scene
    assert isinstance(scene, GuideScene)
    machine = scene.picture.machine
    assert machine.beside is not None
    return machine.moment, machine.beside.moment


def history(cells: tuple[Cell, ...]) -> list[bytes]:
    return [cell.record.span(0, cell.record.end_tick).rows.tobytes() for cell in cells]


def test_one_tap_serves_both_and_each_follows_its_own_equation() -> None:
    cells = cells_from(QUICK_CELL, SLOW_CELL)
    carry_out(cells, c.SetParameter("current", 1.0), shares_input=True)
    for cell in cells:
        cell.run(60)
        leak, width = cell.value("resistance"), cell.value("capacitance")
        # Euler's own closed form: V = R I (1 - (1 - dt/tau)^n).
        share = (1.0 - 0.5 / (leak * width)) ** 60
        assert cell.voltage_mv == pytest.approx(leak * 1.0 * (1.0 - share), rel=1e-12)
    assert cells[0].voltage_mv > 2.0 * cells[1].voltage_mv


@pytest.mark.parametrize("pattern", ["noisy", "sine"])
def test_what_flows_into_both_is_the_same_to_the_bit(pattern: str) -> None:
    first = replace(QUICK_CELL, pattern=pattern, seed=7, values=(("current", 1.5),))
    one, other = cells_from(first, SLOW_CELL)
    for cell in (one, other):
        cell.run(400)
    flows = [cell.record.span(0, 400).current_na for cell in (one, other)]
    assert np.ptp(flows[0]) > 0.0
    assert np.array_equal(flows[0], flows[1])


@pytest.mark.parametrize(
    "command",
    [
        c.SetParameter("current", 2.5),
        c.SetParameter("injection", 2.0),
        c.NudgeParameter("current", 3),
        c.SelectPattern("sine"),
        c.Inject("key", 1.0),
        c.SelectPreset("granule", cell=1),
        c.BrowsePresets(1),
    ],
)
def test_no_command_gives_one_of_them_another_input(
    command: c.SessionCommand,
) -> None:
    cells = cells_from(QUICK_CELL, SLOW_CELL)
    carry_out(cells, command, shares_input=True)
    one, other = cells
    assert one.set_current_na == other.set_current_na
    assert one.pattern is other.pattern
    assert one.value("injection") == other.value("injection")


def test_what_is_no_input_reaches_the_named_one_alone() -> None:
    cells = cells_from(QUICK_CELL, SLOW_CELL)
    before = cells[0].values.copy()
    carry_out(cells, c.SetParameter("resistance", 30.0, cell=1), shares_input=True)
    assert cells[1].value("resistance") == 30.0
    assert cells[0].values == before
    carry_out(cells, c.SetParameter("current", 3.0, cell=1), shares_input=False)
    assert (cells[0].value("current"), cells[1].value("current")) == (0.0, 3.0)
    carry_out(cells[:1], c.SetParameter("resistance", 40.0, cell=1), shares_input=True)
    assert cells[0].values == before


def test_a_log_with_two_cells_replays_bit_for_bit() -> None:
    pilot, rng = at_the_pair(), np.random.default_rng(3)
    for _ in range(40):
        place, value = int(rng.integers(2)), float(rng.uniform(0.0, 5.0))
        flow = c.SetParameter("current", value, cell=place)
        leak = c.SetParameter("resistance", 12.0 * value, cell=place)
        push = c.Inject("key", float(rng.integers(2)), cell=place)
        pilot.game.obey([(flow, leak, push)[int(rng.integers(3))]])
        pilot.frame(elapsed_s=float(rng.uniform(0.0, 0.3)))
    session = pilot.session
    again = replay(session.log, session.tick_count, OPENING)
    assert len(again.cells) == 2
    assert history(session.cells) == history(again.cells)
    assert session.cells[1].spike_count == again.cells[1].spike_count > 0
    assert [cell.tick_count for cell in session.cells] == [again.tick_count] * 2


def test_what_was_there_is_given_back_with_both() -> None:
    pilot = at_the_pair()
    pilot.game.obey([c.SetParameter("current", 2.0)])
    pilot.wait(0.5)
    both = pilot.session.cells
    for go, back in ((g.ShowMe(), g.EndShow()), (g.RestartStep(), g.UndoRestart())):
        pilot.game.obey([go])
        pilot.frame(elapsed_s=0.05)
        assert len(pilot.session.cells) == 2
        assert not {*map(id, pilot.session.cells)} & {*map(id, both)}
        pilot.game.obey([back])
        pilot.frame()
        assert pilot.session.cells == both
    assert progress_of(pilot).state == DO


def test_free_play_goes_on_with_the_first() -> None:
    pilot = at_the_pair()
    first = pilot.session.cell
    pilot.game.obey([c.Inject("key", 1.0), g.LeaveGuide()])
    pilot.frame()
    assert pilot.session.cells == (first,)
    # A finger that still holds the other's wall finds nothing there.
    pilot.game.obey([c.SetParameter("capacitance", 3.0, cell=1)])
    pilot.wait(0.2)


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
