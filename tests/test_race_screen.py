"""The race on the screen: every kind of hand, every form, what an operator rules."""

from itertools import combinations

import numpy as np
import pygame
import pytest
from pilot import Pilot
from race_tools import begun, finger_at, mash, racing, tap
from sizes import at_sizes
from test_gamepad import LEFT_SHOULDER, RIGHT_SHOULDER, A, B, Pad

from lifgame.app.kiosk.soak import FAINT
from lifgame.scenes.layout import SMALLEST_TOUCH_PX
from lifgame.scenes.race.scene import RaceScene
from lifgame.session.race.race import COUNT, OVER, READY, RUN, TICKS_A_SECOND
from lifgame.view.machine.paper_places import paper_places

SHIPPED = ("en", "de", "es", "fr", "uk")


def pressed(pilot: Pilot) -> tuple[bool, ...]:
    """On which sides a hand is."""
    return tuple(lane.is_pressed for lane in pilot.session.race.lanes)


def levels(pilot: Pilot) -> tuple[bool, ...]:
    """In which buckets there is water, a little later."""
    pilot.wait(0.2)
    return tuple(cell.voltage_mv > 0.0 for cell in pilot.session.cells)


# --- hands ---------------------------------------------------------------------------


def test_two_keys_at_once_and_each_is_one_splash() -> None:
    pilot = racing()
    pilot.key_down("a")
    pilot.key_down("l")
    assert pressed(pilot) == (True, True)
    pilot.wait(1.0)
    first = [cell.voltage_mv for cell in pilot.session.cells]
    assert first[0] == first[1] > 0.0
    # The system's own key repeats are no presses.
    for _ in range(30):
        pilot.key_down("a")
        pilot.frame(elapsed_s=1 / 60)
    assert pilot.session.cells[0].voltage_mv < first[0]
    pilot.key_up("a")
    pilot.key_up("l")
    assert pressed(pilot) == (False, False)


def test_keys_are_taken_by_their_place_where_there_are_no_latin_letters() -> None:
    pilot = begun()
    for scancode, sign in ((pygame.KSCAN_A, "ф"), (pygame.KSCAN_L, "д")):
        key = ord(sign)
        pilot.frame(pygame.event.Event(pygame.KEYDOWN, key=key, scancode=scancode))
        pilot.frame(pygame.event.Event(pygame.KEYUP, key=key, scancode=scancode))
    assert pilot.session.race.state == COUNT


def test_hotkeys_that_are_switched_off_do_not_end_a_race() -> None:
    pilot = begun(hotkeys="off")
    pilot.press("a", "l")
    assert pilot.session.race.state == COUNT
    pilot.press("space")
    assert pressed(pilot) == (False, False), "HOLD is nobody's here"


@pytest.mark.parametrize("size", [(540, 960), (800, 480)])
def test_two_fingers_at_once(size: tuple[int, int]) -> None:
    pilot = begun(size)
    tap(pilot, "pump_a")
    tap(pilot, "pump_b")
    assert pilot.session.race.state == COUNT
    pilot.session.run(3 * TICKS_A_SECOND)
    finger_at(pilot, "pump_a", 1, pygame.FINGERDOWN)
    finger_at(pilot, "pump_b", 2, pygame.FINGERDOWN)
    assert pressed(pilot) == (True, True)
    finger_at(pilot, "pump_a", 1, pygame.FINGERUP)
    assert pressed(pilot) == (False, True)
    finger_at(pilot, "pump_b", 2, pygame.FINGERUP)
    assert levels(pilot) == (True, True)


def test_the_mouse_can_play_too() -> None:
    pilot = begun()
    pilot.click("pump_a")
    pilot.click("pump_b")
    assert pilot.session.race.state == COUNT


def test_the_two_sides_of_one_pad() -> None:
    pilot = racing()
    pad = Pad(pilot)
    pad.button(RIGHT_SHOULDER, down=True)
    assert pressed(pilot) == (False, True)
    pad.button(LEFT_SHOULDER, down=True)
    assert pressed(pilot) == (True, True)
    pad.button(RIGHT_SHOULDER, down=False)
    assert pressed(pilot) == (True, False)
    assert levels(pilot) == (True, True)


def test_two_pads_have_a_side_each_and_one_that_is_pulled_out_lets_go() -> None:
    pilot = begun()
    one, other = Pad(pilot, 4), Pad(pilot, 9)
    one.press(A, A)
    assert pilot.session.race.state == READY, "one pad is one visitor"
    other.press(A)
    assert pilot.session.race.state == COUNT
    pilot.session.run(3 * TICKS_A_SECOND)
    one.button(A, down=True)
    other.button(A, down=True)
    assert pressed(pilot) == (True, True)
    one.pull_out()
    assert pressed(pilot) == (False, True)
    assert pilot.game.held.of("pad 4 button 0") is None
    third = Pad(pilot, 11)
    third.button(A, down=True)
    assert pressed(pilot) == (True, True), "another pad takes the free side"
    assert pilot.session.race.state == RUN


def test_a_lost_focus_lets_go() -> None:
    pilot = racing()
    pilot.key_down("a")
    pilot.touch("pump_b")
    pilot.frame(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert pressed(pilot) == (False, False)


@pytest.mark.parametrize("way", ["key", "finger", "pad"])
def test_leaving_at_any_moment(way: str) -> None:
    for make in (begun, racing):
        pilot = make()
        pilot.key_down("a")
        if way == "key":
            pilot.press("escape")
        elif way == "finger":
            tap(pilot, "leave", 3)
        else:
            Pad(pilot).press(B)
        pilot.wait(0.5)
        assert pilot.session.place.screen == "play"
        assert pilot.game.held.is_empty()
        assert not pilot.session.cell.pushes
        assert pilot.game.containment.faults == {}


def test_tab_and_enter_reach_both_buttons_and_the_way_out() -> None:
    pilot = begun()
    seen = []
    for _ in range(3):
        pilot.press("tab")
        seen.append(pilot.session.place.focus)
        if seen[-1] != "leave":
            pilot.press("return")
    assert seen == ["pump_a", "pump_b", "leave"]
    assert pilot.session.race.state == COUNT
    pilot.press("return")
    assert not pilot.session.race.is_running


def test_at_the_end_another_race_waits_for_hands_that_still_mash() -> None:
    pilot = racing()
    pilot.session.run(60 * TICKS_A_SECOND)
    race = pilot.session.race
    assert race.state == OVER
    pilot.press("a", "l", "a", "l", "return")
    pilot.frame(elapsed_s=0.2)
    assert pilot.game.board.find("again") is None
    assert race.state == OVER
    pilot.wait(1.6, 0.1)
    pad = Pad(pilot)
    pad.press(LEFT_SHOULDER, RIGHT_SHOULDER)
    assert race.state == OVER
    tap(pilot, "again")
    assert (race.state, race.scores) == (READY, (0, 0))
    assert pilot.game.containment.faults == {}


# --- room ----------------------------------------------------------------------------


@at_sizes(quick=((800, 480), (480, 740)))
def test_everything_has_its_place_in_every_state(size: tuple[int, int]) -> None:
    pilot = begun(size)
    stand_apart(pilot)
    pilot.press("a", "l")
    pilot.session.run(3 * TICKS_A_SECOND)
    pilot.frame(elapsed_s=0.1)
    stand_apart(pilot)
    pilot.session.run(60 * TICKS_A_SECOND)
    pilot.wait(1.6, 0.1)
    assert pilot.game.board.find("again") is not None
    stand_apart(pilot)
    assert pilot.game.containment.faults == {}


def stand_apart(pilot: Pilot) -> None:
    """Nothing lies over anything, least of all over a bucket or a trace."""
    scene = pilot.game.scene
    assert isinstance(scene, RaceScene)
    window = pygame.Rect((0, 0), scene.size)
    widgets = pilot.game.board.widgets
    for widget in widgets:
        assert window.contains(widget.rect), widget.id
        if widget.takes_focus:
            assert min(widget.rect.size) >= SMALLEST_TOUCH_PX, widget.id
    for one, other in combinations(widgets, 2):
        assert not one.rect.colliderect(other.rect), (one.id, other.id)
    for half in scene.halves:
        places = half.machine.moment.places
        kept = (places.inside, paper_places(places).sheet)
        for widget in widgets:
            assert widget.rect.collidelist(kept) < 0, widget.id


LARGE = ((800, 480), "150")
LOOKS = [((1280, 720), "100"), LARGE, ((1080, 1920), "150"), ((640, 480), "200")]


@pytest.mark.parametrize(
    ("language", "size", "scale"),
    [
        pytest.param(
            language,
            *look,
            marks=() if (language, look) == ("uk", LARGE) else pytest.mark.slow,
        )
        for language in SHIPPED
        for look in LOOKS
    ],
)
def test_all_words_have_room(language: str, size: tuple[int, int], scale: str) -> None:
    for holds in (False, True):
        pilot = begun(size, holds=holds, language=language, text_scale=scale)
        pilot.press("a", "l")
        for seconds in (1, 3, 6, 60):
            pilot.session.run(seconds * TICKS_A_SECOND)
            pilot.frame()
        pilot.wait(1.7, 0.1)
        assert pilot.game.board.find("again") is not None
        assert pilot.game.scene.look.overflows == []


@pytest.mark.parametrize(
    ("size", "palette"),
    [
        ((480, 740), "night"),
        pytest.param((800, 480), "night", marks=pytest.mark.slow),
        pytest.param((800, 480), "projector", marks=pytest.mark.slow),
        pytest.param((1280, 720), "contrast", marks=pytest.mark.slow),
    ],
)
def test_partial_and_full_are_one_picture(size: tuple[int, int], palette: str) -> None:
    pilot = begun(size, palette=palette)

    def compare(moment: str) -> None:
        # A drop that was born in the last frame is gone in one that lasts no time.
        pilot.frame()
        before = pygame.surfarray.array3d(pilot.game.window_surface).astype(int)
        pilot.game.invalidate()
        pilot.frame()
        after = pygame.surfarray.array3d(pilot.game.window_surface).astype(int)
        assert np.abs(before - after).max() <= FAINT, moment

    pilot.wait(0.7)
    compare("both are asked to press")
    pilot.press("a", "l")
    pilot.wait(3.5, 0.1)
    compare("it has begun")
    mash(pilot, 1.6, 9, 12)
    assert pilot.session.race.scores[0] > 0
    compare("somebody has fired")
    pilot.session.run(60 * 40)
    pilot.wait(2.0, 0.1)
    compare("it is over")
