"""Compare in the Lab: a second neuron on the same input, and all that takes it away."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pygame
import pytest
from kiosk_tools import Museum
from pilot import Pilot
from test_flashes import MOST_PER_S, flashing, nothing
from test_redraw import differences

from lifgame.app.kiosk.host import Host
from lifgame.content.kiosk import KioskRules
from lifgame.content.presets import PRESETS
from lifgame.scenes.lab.scene import LabScene
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session import time_commands as t
from lifgame.session.cell import Cell
from lifgame.session.session import replay
from lifgame.session.start import Start

LAB = Start(view="lab")


def comparing(size: tuple[int, int] = (800, 480), start: Start = LAB) -> Pilot:
    pilot = Pilot(size, start)
    pilot.session.run(300)
    pilot.press("c")
    assert len(pilot.session.cells) == 2
    return pilot


def euler(cell: Cell, currents_na: np.ndarray) -> list[float]:
    """V of a leaky integrator from rest, step by step, as the equation says."""
    leak, width = cell.value("resistance"), cell.value("capacitance")
    line_mv, voltage_mv, found = cell.value("threshold"), 0.0, []
    for current_na in currents_na.tolist():
        voltage_mv += 0.5 * (-voltage_mv + leak * current_na) / (leak * width)
        if voltage_mv >= line_mv:
            voltage_mv = 0.0
        found.append(voltage_mv)
    return found


def check_the_past(pilot: Pilot) -> None:
    """The second one's curve is what its equation makes of the first one's input."""
    one, other = pilot.session.cells
    told, past = (cell.record.span(0, cell.tick_count) for cell in (one, other))
    assert past.first_tick == told.first_tick
    assert len(past) == one.tick_count
    assert np.array_equal(told.current_na, past.current_na)
    expected = euler(other, told.current_na)
    assert past.voltage_mv.tolist() == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("pattern", ["constant", "pulses", "noisy"])
def test_it_has_lived_through_the_same_and_goes_on_with_the_same(pattern: str) -> None:
    pilot = comparing(start=Start(view="lab", pattern=pattern, seed=5))
    one, other = pilot.session.cells
    assert other.preset.id == "motor"
    check_the_past(pilot)
    pilot.session.run(400)
    pilot.key_down("space")
    pilot.session.run(100)
    check_the_past(pilot)
    assert one.record.span(0, 800).voltage_mv.tolist() != (
        other.record.span(0, 800).voltage_mv.tolist()
    )


def test_where_the_neuron_is_chosen_the_second_one_is() -> None:
    pilot = comparing((1280, 720))
    one, other = pilot.session.cells
    before = dict(one.values)
    pilot.press("left")
    assert other.preset.id == "ca1"
    check_the_past(pilot)
    pilot.click("preset_previous")
    assert other.preset.id == "thalamic"
    check_the_past(pilot)
    pilot.click("preset_card")
    assert pilot.session.place.screen == "presets"
    pilot.click("preset:purkinje")
    assert pilot.session.place.screen == "lab"
    assert pilot.session.cells == (one, other)
    assert other.preset.id == "purkinje"
    check_the_past(pilot)
    # It takes what flows, not a current of its own.
    assert other.value("current") == one.value("current") != 0.8
    assert one.values == before
    assert one.preset.id == "pyramidal"


def test_the_sliders_are_those_of_the_first_and_the_tap_is_of_both() -> None:
    pilot = comparing((1280, 720))
    one, other = pilot.session.cells
    pilot.press("q", "w", "e", "r")
    assert one.value("current") == other.value("current") == 2.05
    for name in ("resistance", "capacitance", "threshold"):
        assert other.value(name) == PRESETS["motor"].values()[name]
        assert one.value(name) != PRESETS["pyramidal"].values()[name]


def test_both_count_from_the_moment_at_which_they_are_compared() -> None:
    pilot = comparing()
    assert [cell.spike_count for cell in pilot.session.cells] == [0, 0]
    pilot.session.run(400)
    pilot.press("left")
    assert [cell.spike_count for cell in pilot.session.cells] == [0, 0]


Do = Callable[[Pilot], object]


@pytest.mark.parametrize(
    "away",
    [
        lambda pilot: pilot.press("c"),
        lambda pilot: pilot.press("v"),
        lambda pilot: pilot.press("g"),
        lambda pilot: pilot.press("backspace"),
        lambda pilot: pilot.game.obey([g.StartGuide("rheobase"), g.LeaveGuide()]),
        lambda pilot: pilot.game.obey([g.StartGuide("memory"), g.LeaveGuide()]),
    ],
    ids=["c", "play", "board", "reset", "guide", "a guide with two"],
)
def test_afterwards_there_is_one_again(away: Do) -> None:
    pilot = comparing()
    pilot.game.obey([c.Inject("key", 1.0)])
    away(pilot)
    pilot.wait(0.2)
    assert len(pilot.session.cells) == len(pilot.session.clock.showings) == 1
    assert not pilot.session.comparison.is_on
    pilot.game.obey([c.ShowScreen("lab")])
    pilot.press("right")
    assert pilot.session.cell.preset.id != "pyramidal"


def test_help_and_settings_only_interrupt() -> None:
    pilot = comparing()
    both = pilot.session.cells
    for key in ("h", "o"):
        pilot.press(key)
        pilot.press("escape")
        pilot.frame()
    assert pilot.session.cells == both


def test_in_play_and_in_the_guide_the_key_means_nothing() -> None:
    pilot = Pilot()
    pilot.press("c")
    pilot.game.obey([g.StartGuide("line")])
    pilot.press("c")
    assert len(pilot.session.cells) == 1


def test_a_log_of_it_replays_bit_for_bit() -> None:
    start = Start(view="lab", pattern="noisy")
    pilot = comparing(start=start)
    pilot.press("q", "right", "right")
    pilot.session.run(200)
    pilot.press("w", "left")
    pilot.session.run(90)
    session = pilot.session
    again = replay(session.log, session.tick_count, start)
    for cell, other in zip(session.cells, again.cells, strict=True):
        rows = [each.record.span(0, each.tick_count).rows for each in (cell, other)]
        assert rows[0].tobytes() == rows[1].tobytes()


def test_one_looks_back_at_both_as_far_as_there_is_a_past() -> None:
    pilot = Pilot((800, 480), LAB)
    capacity = pilot.session.cell.record.capacity
    pilot.session.run(capacity + 2000)
    pilot.press("c", "p")
    one, other = pilot.session.cells
    assert one.record.first_tick == other.record.first_tick == 2000
    for tick in (0, 2500, 30_000):
        pilot.game.obey([t.LookAt(tick)])
        pilot.frame()
        scene, past = pilot.game.scene, pilot.session.clock.past_tick
        assert past == max(tick, 2000)
        assert isinstance(scene, LabScene)
        beside = scene.picture.machine.beside
        assert beside is not None
        assert beside.moment.frame.level_mv == other.reading(past).voltage_mv


LARGE = ((1920, 1080), (1080, 1920), (1280, 720), (480, 800))
SIZES = [(800, 480), *(pytest.param(size, marks=pytest.mark.slow) for size in LARGE)]


@pytest.mark.parametrize("size", SIZES)
def test_partial_is_full(size: tuple[int, int]) -> None:
    pilot = comparing(size)
    for key in ("right", "q", "p", "u", "c", "c"):
        pilot.press(key)
        pilot.wait(0.3, frame_s=0.1)
        assert not differences(pilot), key


def test_an_exhibit_compares_only_what_it_offers() -> None:
    for presets in (("pyramidal", "granule"), ("pyramidal",)):
        host = Host(KioskRules(enabled=True, presets=presets))
        pilot = Pilot(start=LAB, host=host)
        pilot.press("tab")
        pilot.game.obey([c.ShowScreen("lab")])
        pilot.press("c")
        assert tuple(cell.preset.id for cell in pilot.session.cells) == presets
        assert ("compare" in {w.id for w in pilot.game.board.widgets}) == (
            len(presets) > 1
        )


def test_who_goes_away_leaves_one_behind(tmp_path: Path) -> None:
    museum = Museum(tmp_path, still_there_s=20)
    museum.wake()
    museum.game.obey([c.ShowScreen("lab")])
    museum.tap(pygame.K_c)
    assert len(museum.game.session.cells) == 2
    museum.wait(45.0)
    museum.wake()
    assert museum.place == ("play", None)
    assert len(museum.game.session.cells) == 1


@pytest.mark.slow
@pytest.mark.parametrize("speed", [None, Fraction(1, 20), Fraction(1)], ids=str)
def test_two_lamps_flash_no_oftener_than_one_may(speed: Fraction | None) -> None:
    pilot = comparing(start=Start(preset="sensory", speed=speed, view="lab"))
    pilot.press("right")
    assert flashing(pilot, nothing) <= MOST_PER_S
