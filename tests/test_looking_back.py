"""Held time can be looked back at, and nothing of the neuron changes thereby."""

from fractions import Fraction

import numpy as np
import pygame
import pytest
from pilot import Pilot

from lifgame.content.speeds import SPEEDS
from lifgame.scenes.lab.past import PaperWidget
from lifgame.scenes.lab.scene import LabScene
from lifgame.session import commands as c
from lifgame.session import time_commands as t
from lifgame.session.log import from_lines, to_lines
from lifgame.session.looking import looked_at
from lifgame.session.session import Session, replay
from lifgame.session.start import Start

START = Start(view="lab", values=(("current", 2.5),), speed=None)


def paused(size: tuple[int, int] = (800, 480)) -> Pilot:
    pilot = Pilot(size, START)
    pilot.game.obey([c.SetSpeed(pilot.session.clock.speed)])
    pilot.session.run(1000)
    pilot.wait(0.3)
    pilot.press("p")
    pilot.wait(0.5)  # a gulp that has begun is over
    return pilot


def scene(pilot: Pilot) -> LabScene:
    found = pilot.game.scene
    assert isinstance(found, LabScene)
    return found


def shown_mv(pilot: Pilot) -> set[float]:
    """V as the water, the pen, the number and the reading have it."""
    picture = scene(pilot).picture
    return {
        picture.machine.moment.frame.level_mv,
        picture._paper_frame.level_mv,
        picture.level_mv,
        pilot.session.reading.voltage_mv,
    }


def drag(pilot: Pilot, way: int) -> None:
    rect = pilot.game.board["paper"].rect
    point = rect.left + 8, rect.centery
    pilot.mouse(pygame.MOUSEBUTTONDOWN, point)
    pilot.frame(
        pygame.event.Event(
            pygame.MOUSEMOTION,
            pos=(point[0] + way, point[1]),
            rel=(way, 0),
            buttons=(1, 0, 0),
            touch=False,
        )
    )
    pilot.mouse_up((point[0] + way, point[1]))


def test_water_pen_number_and_reading_show_the_same_past_moment() -> None:
    pilot = paused()
    record = pilot.session.cell.record
    for back in (1, 7, 60, 333, 900):
        tick = record.end_tick - 1 - back
        pilot.game.obey([t.LookAt(tick)])
        pilot.frame()
        voltage = float(record.span(tick, tick + 1).voltage_mv[0])
        assert shown_mv(pilot) == {voltage}
        frame = scene(pilot).picture._paper_frame
        assert frame.edge_tick == tick + 1
    pilot.game.obey([t.LookAt(None)])
    pilot.frame()
    assert shown_mv(pilot) == {pilot.session.cell.voltage_mv}


def test_the_paper_is_drawn_back_and_forth_with_the_mouse() -> None:
    pilot = paused()
    newest = pilot.session.tick_count - 1
    rect = pilot.game.board["paper"].rect
    drag(pilot, rect.width // 4)
    ticks = pilot.session.place.window_ms / pilot.session.dt_ms / 4
    assert newest - looked_at(pilot.session) == pytest.approx(ticks, abs=3)
    drag(pilot, -rect.width // 2)
    assert pilot.session.clock.past_tick is None
    assert pilot.game.held.is_empty()


def test_keys_go_back_and_on_and_going_on_is_now() -> None:
    pilot = paused()
    newest = pilot.session.tick_count - 1
    pilot.press("u", "u")
    there = looked_at(pilot.session)
    assert there < newest
    pilot.press("i")
    assert there < looked_at(pilot.session) < newest
    pilot.press("p")
    assert pilot.session.clock.past_tick is None
    pilot.press("u")
    assert pilot.session.clock.past_tick is None, "only held time is looked back at"


def test_arrows_move_the_paper_that_has_the_focus() -> None:
    pilot = paused()
    pilot.game.obey([c.Focus("paper")])
    pilot.press("left", "left", "right", "left")
    assert looked_at(pilot.session) < pilot.session.tick_count - 1
    assert isinstance(pilot.game.board["paper"], PaperWidget)


def test_no_further_back_than_the_record_holds() -> None:
    pilot = paused()
    for tick in (-5, -(10**9)):
        pilot.game.obey([t.LookAt(tick)])
        assert pilot.session.clock.past_tick == 0
    pilot.game.obey([t.LookAt(10**9)])
    assert pilot.session.clock.past_tick is None
    session = Session(START)
    session.run(70_000)
    session.obey(c.TogglePause())
    session.obey(t.LookAt(0))
    # The last 30 s of simulated time.
    assert session.clock.past_tick == 10_000


@pytest.mark.parametrize(
    "command",
    [
        c.StepOnce(),
        c.TogglePause(),
        c.SetParameter("current", 1.0),
        c.Inject("key 32", 1.0),
        c.SelectPreset("adapting_pyramidal"),
        c.ShowScreen("play"),
        c.ShowScreen("help"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_whoever_touches_the_neuron_is_back_at_now(command: c.SessionCommand) -> None:
    session = Session(START)
    session.run(500)
    session.obey(c.TogglePause())
    session.obey(t.LookAt(100))
    assert session.reading.tick == 100
    session.obey(command)
    assert session.clock.past_tick is None


def test_a_look_back_changes_nothing_bit_for_bit() -> None:
    plain, looking = Session(START), Session(START)
    for session in (plain, looking):
        session.tick(0.5)
        session.run(600)
        session.obey(c.TogglePause())
    for tick in (400, 20, 599, None, 300):
        looking.obey(t.LookAt(tick))
        looking.tick(0.1)
    for session in (plain, looking):
        session.obey(c.TogglePause())
        session.tick(0.2)
        session.run(900)
    rows = [session.cell.record.snapshot().rows for session in (plain, looking)]
    assert np.array_equal(rows[0], rows[1])
    assert from_lines(to_lines(looking.log)) == list(looking.log)
    again = replay(looking.log, looking.tick_count, START)
    assert np.array_equal(again.cell.record.snapshot().rows, rows[1])


def test_reset_comes_back_to_now() -> None:
    pilot = paused()
    pilot.press("u")
    pilot.press("backspace")
    assert pilot.session.clock.past_tick is None
    assert not pilot.session.clock.is_paused


def test_each_spike_holds_time_until_it_may_go_on() -> None:
    pilot = Pilot((800, 480), Start(view="lab", values=(("current", 2.5),)))
    pilot.press("b")
    for count in (1, 2, 3):
        for _ in range(600):
            if pilot.session.clock.is_paused:
                break
            pilot.wait(0.05, frame_s=0.05)
        cell = pilot.session.cell
        assert cell.spike_count == count
        assert cell.record.span(cell.tick_count - 1, cell.tick_count).spikes[0] == 1
        tick = cell.tick_count
        pilot.wait(0.5)
        assert cell.tick_count == tick
        pilot.press("p")
    pilot.press("b")
    assert not pilot.session.clock.holds_on_spike


@pytest.mark.parametrize("speed", SPEEDS)
def test_it_holds_at_the_very_tick_at_every_speed(speed: Fraction) -> None:
    free, holding = Session(START), Session(START)
    holding.obey(c.SetSpeed(speed))
    holding.obey(t.ToggleSpikeHold())
    while holding.cell.spike_count < 3:
        holding.tick(0.1)
        if holding.clock.is_paused:
            assert holding.cell.record.span(
                holding.tick_count - 1, holding.tick_count
            ).spikes[0]
            holding.obey(c.TogglePause())
    free.run(holding.tick_count)
    rows = [session.cell.record.snapshot().rows for session in (free, holding)]
    assert np.array_equal(rows[0], rows[1])


def test_spikes_hold_time_in_the_lab_alone_and_reset_ends_it() -> None:
    pilot = Pilot((800, 480), Start(view="lab", values=(("current", 2.5),)))
    pilot.press("b", "v")
    pilot.session.run(2000)
    pilot.wait(1.0)
    assert not pilot.session.clock.is_paused
    pilot.press("v", "backspace")
    assert not pilot.session.clock.holds_on_spike
