"""Two marks on the held paper: what they say is what the record and the Lab say."""

import math

import pygame
import pytest
from pilot import Pilot
from test_gamepad import DOWN, LEFT, RIGHT, Pad
from test_looking_back import paused, scene

from lifgame.content.screens import LAB
from lifgame.content.texts import shipped_texts
from lifgame.scenes.lab.widgets import reading_values
from lifgame.session import commands as c
from lifgame.session import time_commands as t
from lifgame.session.log import from_lines, to_lines
from lifgame.session.looking import looked_at
from lifgame.session.marking import MARKS, between, marks
from lifgame.session.session import Session, replay
from lifgame.session.start import Start
from lifgame.view.geometry import Pixel

SIZES = [(1280, 720), (720, 1280), (800, 480)] + [
    pytest.param(size, marks=pytest.mark.slow)
    for size in ((1920, 1080), (1080, 1920), (640, 480), (480, 800))
]
TAU_MS = 12.0 * 2.0


def ticks_of(pilot: Pilot) -> tuple[int, int]:
    found = marks(pilot.session)
    assert found is not None
    return found


def voltage_at(pilot: Pilot, tick: int) -> float:
    return float(pilot.session.cell.record.span(tick, tick + 1).voltage_mv[0])


def drag_finger(pilot: Pilot, id: str, way: int) -> None:
    """A finger takes a control, goes across in two moves, and lifts."""
    x, y = pilot.game.board[id].rect.center
    pilot.finger(pygame.FINGERDOWN, 3, (x, y))
    pilot.finger(pygame.FINGERMOTION, 3, (x + way // 2, y))
    pilot.finger(pygame.FINGERMOTION, 3, (x + way, y))
    pilot.finger(pygame.FINGERUP, 3, (x + way, y))


def drag_mouse(pilot: Pilot, id: str, way: int) -> None:
    x, y = pilot.game.board[id].rect.center
    pilot.mouse(pygame.MOUSEBUTTONDOWN, (x, y))
    move(pilot, (x + way, y))
    pilot.mouse_up((x + way, y))


def move(pilot: Pilot, point: Pixel) -> None:
    pilot.frame(
        pygame.event.Event(
            pygame.MOUSEMOTION, pos=point, rel=(1, 0), buttons=(1, 0, 0), touch=False
        )
    )


@pytest.mark.parametrize("size", SIZES)
def test_they_stand_on_the_last_two_spikes_and_say_the_rate(
    size: tuple[int, int],
) -> None:
    pilot = paused(size)
    record = pilot.session.cell.record
    for tick in ticks_of(pilot):
        assert record.span(tick, tick + 1).spikes[0] == 1
    found = between(pilot.session, ticks_of(pilot))
    # The closed form, to the next whole step: tau ln(RI / (RI - V_th)).
    exact_ms = TAU_MS * math.log(30.0 / (30.0 - 20.0))
    assert found.dt_ms == pytest.approx(exact_ms, abs=0.75)
    assert found.dv_mv == 0.0
    texts = shipped_texts("en")
    assert found.rate_hz is not None
    words = texts.quantity(found.rate_hz, 1, "Hz")
    assert words == reading_values()["rate"](pilot.session, texts)


def test_what_lies_between_is_the_records_from_the_earlier_to_the_later() -> None:
    pilot = paused()
    for ticks in ((300, 317), (317, 300)):
        pilot.game.obey([t.PlaceMarks(*ticks)])
        found = between(pilot.session, ticks_of(pilot))
        assert found.dt_ms == 8.5
        assert found.dv_mv == voltage_at(pilot, 317) - voltage_at(pilot, 300)
        assert found.rate_hz == pytest.approx(1000.0 / 8.5)
    pilot.game.obey([t.PlaceMarks(300, 300)])
    assert between(pilot.session, ticks_of(pilot)).rate_hz is None


@pytest.mark.parametrize("drag", [drag_mouse, drag_finger])
@pytest.mark.parametrize("size", SIZES)
def test_they_are_dragged_along_the_paper(size: tuple[int, int], drag) -> None:  # type: ignore[no-untyped-def]
    pilot = paused(size)
    # Both free of each other, and half-way between two spikes.
    pilot.game.obey([c.SetParameter("current", 0.0), t.PlaceMarks(500, 800)])
    pilot.frame()
    before = ticks_of(pilot)
    rect = pilot.game.board["paper"].rect
    way = rect.width // 10
    drag(pilot, MARKS[0], way)
    after = ticks_of(pilot)
    meant = before[0] + way * pilot.session.place.window_ms / 0.5 / rect.width
    record = pilot.session.cell.record
    near = record.span(after[0], after[0] + 1).spikes[0] == 1
    assert after[0] == pytest.approx(meant, abs=40 if near else 2)
    assert after[1] == before[1]
    assert pilot.game.held.is_empty()
    assert pilot.session.clock.past_tick is None


def test_a_mark_that_is_dragged_near_a_spike_stands_on_it() -> None:
    pilot = paused((1280, 720))
    one, other = ticks_of(pilot)
    pilot.game.obey([t.PlaceMarks(one, other - 30)])
    pilot.frame()
    rect = pilot.game.board["paper"].rect
    px_per_tick = rect.width * 0.5 / pilot.session.place.window_ms
    drag_mouse(pilot, MARKS[1], round(27 * px_per_tick))
    assert ticks_of(pilot) == (one, other)


def test_arrows_go_by_ticks_and_page_by_spikes() -> None:
    pilot = paused()
    spikes = [
        tick
        for tick in range(pilot.session.tick_count)
        if pilot.session.cell.record.span(tick, tick + 1).spikes[0]
    ]
    pilot.game.obey([c.Focus(MARKS[0])])
    pilot.press("left", "left", "right")
    assert ticks_of(pilot) == (spikes[-2] - 1, spikes[-1])
    pilot.press("page up")
    assert ticks_of(pilot) == (spikes[-3], spikes[-1])
    pilot.press("page up", "page down", "page down", "page down")
    assert ticks_of(pilot) == (spikes[-1], spikes[-1])
    pilot.press("page down")
    assert ticks_of(pilot)[0] == pilot.session.tick_count - 1
    pilot.press("right")
    assert ticks_of(pilot)[0] == pilot.session.tick_count - 1, "nothing beyond now"
    pilot.press("tab", "left")
    assert ticks_of(pilot)[1] == spikes[-1] - 1
    pilot.game.obey([c.Focus(None)])
    pilot.press("page up", "page up")
    assert looked_at(pilot.session) == spikes[-2], "without a mark the paper goes"


@pytest.mark.parametrize("size", SIZES)
def test_a_pad_finds_them_behind_the_paper_and_moves_them(
    size: tuple[int, int],
) -> None:
    pilot = paused(size)
    pad = Pad(pilot)
    pilot.game.obey([c.Focus("paper")])
    newest = pilot.session.tick_count - 1
    pad.press(LEFT)
    assert looked_at(pilot.session) < newest
    pad.press(RIGHT)
    assert looked_at(pilot.session) == newest
    one, other = ticks_of(pilot)
    for mark in MARKS:
        pad.press(DOWN)
        assert pilot.session.place.focus == mark
        pad.press(LEFT)
    assert ticks_of(pilot) == (one - 1, other - 1)


def test_the_paper_is_drawn_back_and_forth_by_a_finger() -> None:
    pilot = paused((1280, 720))
    newest = pilot.session.tick_count - 1
    rect = pilot.game.board["paper"].rect
    drag_finger(pilot, "paper", rect.width // 4)
    back = newest - looked_at(pilot.session)
    per_paper = pilot.session.place.window_ms / pilot.session.dt_ms
    assert back == pytest.approx(per_paper / 4, abs=3)
    drag_finger(pilot, "paper", -rect.width // 3)
    assert pilot.session.clock.past_tick is None
    assert pilot.game.held.is_empty()


def test_they_stay_on_their_ticks_and_go_when_time_runs_on() -> None:
    pilot = paused()
    pilot.game.obey([t.PlaceMarks(400, 430), t.LookAt(500)])
    pilot.game.obey([t.LookAt(None), c.SetParameter("resistance", 30.0), c.StepOnce()])
    pilot.frame()
    assert ticks_of(pilot) == (400, 430)
    for command in (c.TogglePause(), c.ShowScreen("play")):
        pilot.game.obey([command])
        pilot.frame()
        assert marks(pilot.session) is None
        assert pilot.game.board.find(MARKS[0]) is None
        pilot.game.obey([c.ShowScreen("lab")])
        if not pilot.session.clock.is_paused:
            pilot.game.obey([c.TogglePause()])
        pilot.frame()
        assert ticks_of(pilot) != (400, 430)
        pilot.game.obey([t.PlaceMarks(400, 430)])


@pytest.mark.parametrize("size", SIZES)
def test_grips_can_be_taken_wherever_their_ticks_are(size: tuple[int, int]) -> None:
    pilot = paused(size)
    newest = pilot.session.tick_count - 1
    pairs = [(0, 0), (0, newest), (newest, 0), (newest, newest), (700, 701), (701, 700)]
    for pair in pairs:
        for past in (None, 300):
            pilot.game.obey([t.PlaceMarks(*pair), t.LookAt(past)])
            pilot.frame()
            one, other = (pilot.widget(mark).rect for mark in MARKS)
            assert not one.colliderect(other)
            assert min(*one.size, *other.size) >= 48
            window = pilot.game.window_surface.get_rect()
            assert window.contains(one.union(other))
            left_first = one.left < other.left
            assert left_first == (pair[0] <= pair[1])


@pytest.mark.parametrize("size", SIZES)
def test_a_line_stands_where_the_paper_has_its_tick(size: tuple[int, int]) -> None:
    pilot = paused(size)
    lab = scene(pilot)
    for past in (None, 700):
        pilot.game.obey([t.LookAt(past), t.PlaceMarks(640, 685)])
        pilot.frame()
        paper = lab.picture.paper
        assert paper._strip.writing is not None
        axis = paper._strip.writing.axis
        spots = lab._marks.spots(pilot.session, (640, 685))
        for tick, spot in zip((640, 685), spots, strict=True):
            # The state after a tick is written where the tick ends.
            column = paper.screen_x(round(axis.x(tick + 1.0)))
            assert spot.x == pytest.approx(column, abs=1)
            on_it = pilot.session.cell.reading(tick).voltage_mv
            _, disc = lab._marks._pictures.disc(spot.x, on_it)
            assert disc.centery == pytest.approx(paper.places.scale.y(on_it), abs=1)


def test_marks_change_nothing_and_are_replayed() -> None:
    start = Start(view=LAB, values=(("current", 2.5),))
    session = Session(start)
    session.run(600)
    for command in (c.TogglePause(), t.PlaceMarks(100, 200), c.StepOnce()):
        session.obey(command)
    assert from_lines(to_lines(session.log)) == list(session.log)
    again = replay(session.log, session.tick_count, start)
    assert marks(again) == marks(session) == (100, 200)
    far = Session(start)
    far.run(70_000)
    far.obey(c.TogglePause())
    far.obey(t.PlaceMarks(-7, 10**9))
    assert marks(far) == (10_000, 69_999)


def test_in_the_past_sliders_say_that_they_show_now() -> None:
    pilot = paused((1920, 1080))
    pilot.game.obey([c.SetParameter("resistance", 30.0), t.LookAt(500)])
    pilot.frame()
    slider = pilot.slider("resistance")
    then, texts = slider.face(pilot.session), shipped_texts("de")
    assert slider.value_words(pilot.session, texts) == "jetzt 30 MΩ"
    assert pilot.session.reading.resistance_mohm == 12.0
    pilot.game.obey([t.LookAt(None)])
    assert slider.face(pilot.session) != then
    assert slider.value_words(pilot.session, texts) == "30 MΩ"
    pilot.game.obey([c.SetParameter("current", 1.0), t.LookAt(500)])
    pilot.frame()
    frame = scene(pilot).picture.machine.moment.frame
    assert frame.tap_na == pilot.session.reading.current_na == 2.5
