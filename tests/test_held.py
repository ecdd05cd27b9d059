"""Whoever holds something, whatever interrupts: nothing stays held, nothing flows."""

from collections.abc import Callable
from typing import Any

import pygame
import pytest
from pilot import Pilot
from sizes import pairs

from lifgame.app.hands.hands import Hands
from lifgame.content.actions import KeyMap
from lifgame.session import commands as c

PAD = 3
TRIGGER_AXIS, STICK_AXIS = 4, 0
INJECT_BUTTON = 2


def event(kind: int, **what: Any) -> pygame.event.Event:
    return pygame.event.Event(kind, **what)


def axis(pilot: Pilot, number: int, share: float) -> None:
    value = round(share * 32767)
    kind = pygame.CONTROLLERAXISMOTION
    pilot.frame(event(kind, instance_id=PAD, axis=number, value=value))


# --- who holds ------------------------------------------------------------------


def two_keys(pilot: Pilot) -> None:
    pilot.key_down("space")
    pilot.key_down("q")


def the_mouse(pilot: Pilot) -> None:
    pilot.mouse_down("inject")


def two_fingers(pilot: Pilot) -> None:
    pilot.touch("inject", finger=1)
    pilot.touch("inject", finger=2)


def a_pad_button(pilot: Pilot) -> None:
    kind = pygame.CONTROLLERBUTTONDOWN
    pilot.frame(event(kind, instance_id=PAD, button=INJECT_BUTTON))


def a_trigger(pilot: Pilot) -> None:
    axis(pilot, TRIGGER_AXIS, 0.0)
    axis(pilot, TRIGGER_AXIS, 0.7)


def a_stick(pilot: Pilot) -> None:
    pilot.session.obey(c.Focus("tap"))
    axis(pilot, STICK_AXIS, 0.0)
    axis(pilot, STICK_AXIS, -1.0)


def enter_on_the_button(pilot: Pilot) -> None:
    pilot.session.obey(c.Focus("inject"))
    pilot.key_down("return")


WHO = (
    two_keys,
    the_mouse,
    two_fingers,
    a_pad_button,
    a_trigger,
    a_stick,
    enter_on_the_button,
)


# --- what interrupts ------------------------------------------------------------


def another_screen(pilot: Pilot) -> None:
    pilot.game.obey([c.ShowScreen("help")])
    pilot.frame()
    assert pilot.session.cell.injected_na == 0.0
    assert pilot.game.held.is_empty()
    pilot.game.obey([c.Back()])
    pilot.frame()


def a_layer(pilot: Pilot) -> None:
    pilot.game.obey([c.ShowScreen("leave")])
    pilot.frame()


def reset(pilot: Pilot) -> None:
    pilot.game.obey([c.Reset()])
    pilot.frame()


def lost_focus(pilot: Pilot) -> None:
    pilot.frame(event(pygame.WINDOWFOCUSLOST))


def a_resize(pilot: Pilot) -> None:
    pilot.game.resize(pygame.Surface((1280, 800)))
    pilot.frame()


def another_language(pilot: Pilot) -> None:
    pilot.game.obey([c.BrowseSetting("language")])
    pilot.frame()


def hotkeys_off(pilot: Pilot) -> None:
    pilot.game.obey([c.SetSetting("hotkeys", "off")])
    pilot.frame()


EVERYTHING = (
    another_screen,
    a_layer,
    reset,
    lost_focus,
    a_resize,
    another_language,
    hotkeys_off,
)


# Each hand and each interruption twice; all pairs of them wait for the slow run.
@pairs(("hold", "interrupt"), WHO, EVERYTHING, lambda n, m: (n - m) % 7 in (0, 2))
def test_nothing_stays_held_and_nothing_flows(
    pilot: Pilot, hold: Callable[[Pilot], None], interrupt: Callable[[Pilot], None]
) -> None:
    hold(pilot)
    assert not pilot.game.held.is_empty()
    if hold is not a_stick:
        assert pilot.session.cell.injected_na > 0.0
    interrupt(pilot)
    assert pilot.game.held.is_empty()
    assert pilot.session.cell.injected_na == 0.0
    value, focus = pilot.session.cell.value("current"), pilot.session.place.focus
    pilot.wait(3.0, frame_s=0.1)
    assert pilot.session.cell.value("current") == value
    assert pilot.session.place.focus == focus
    assert pilot.session.cell.injected_na == 0.0


@pytest.mark.parametrize("hold", [a_pad_button, a_trigger, a_stick])
def test_a_pad_that_is_pulled_out_holds_nothing(
    pilot: Pilot, hold: Callable[[Pilot], None]
) -> None:
    hold(pilot)
    pilot.key_down("space")
    pilot.frame(event(pygame.CONTROLLERDEVICEREMOVED, instance_id=PAD))
    assert pilot.session.cell.injected_na == 2.0  # the key is another hand
    pilot.key_up("space")
    assert pilot.game.held.is_empty()
    assert pilot.session.cell.injected_na == 0.0


def test_a_finger_that_is_lost_is_let_go_after_a_while(pilot: Pilot) -> None:
    two_fingers(pilot)
    pilot.wait(21.0, frame_s=0.25)
    assert pilot.game.held.is_empty()
    assert pilot.session.cell.injected_na == 0.0


def test_a_finger_that_moves_is_alive(pilot: Pilot) -> None:
    pilot.touch("inject", finger=1)
    x, y = pilot.widget("inject").rect.center
    for turn in range(30):
        pilot.finger(pygame.FINGERMOTION, 1, (x + 30 * (turn % 2), y))
        pilot.wait(1.0, frame_s=0.25)
    assert pilot.session.cell.injected_na == 2.0


@pytest.mark.parametrize("trembling_px", [1, 5, 12])
def test_a_palm_that_trembles_is_not_alive(pilot: Pilot, trembling_px: int) -> None:
    pilot.touch("inject", finger=1)
    x, y = pilot.widget("inject").rect.center
    for turn in range(22):
        pilot.finger(pygame.FINGERMOTION, 1, (x + trembling_px * (turn % 2), y))
        pilot.wait(1.0, frame_s=0.25)
    assert pilot.session.cell.injected_na == 0.0


def test_the_mouse_is_never_stuck(pilot: Pilot) -> None:
    pilot.mouse_down("inject")
    pilot.wait(30.0, frame_s=0.25)
    assert pilot.session.cell.injected_na == 2.0


# --- several hands on one thing -------------------------------------------------


@pytest.mark.parametrize("first", [1, 2])
def test_two_fingers_hold_until_the_last_lets_go(pilot: Pilot, first: int) -> None:
    two_fingers(pilot)
    pilot.lift("inject", finger=first)
    assert pilot.session.cell.injected_na == 2.0
    pilot.lift("inject", finger=3 - first)
    assert pilot.session.cell.injected_na == 0.0


def test_a_key_a_finger_and_a_pad_hold_it_together(pilot: Pilot) -> None:
    pilot.key_down("space")
    pilot.touch("inject")
    a_pad_button(pilot)
    pilot.key_up("space")
    pilot.lift("inject")
    assert pilot.session.cell.injected_na == 2.0
    up = pygame.CONTROLLERBUTTONUP
    pilot.frame(event(up, instance_id=PAD, button=INJECT_BUTTON))
    assert pilot.session.cell.injected_na == 0.0


def test_two_keys_of_one_action_hold_until_the_last_comes_up() -> None:
    keys = KeyMap({"inject": ("space", "j")})
    pilot = Pilot(hands=Hands(keys))
    pilot.key_down("space")
    pilot.key_down("j")
    pilot.key_up("space")
    assert pilot.session.cell.injected_na == 2.0
    pilot.key_up("j")
    assert pilot.session.cell.injected_na == 0.0


# --- what is counted and what is bounded ----------------------------------------


def test_only_presses_are_counted(lab: Pilot) -> None:
    pilot = lab
    down = event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0)
    up = event(pygame.KEYUP, key=pygame.K_SPACE, mod=0)
    assert pilot.frame(down).presses == 1
    assert pilot.frame(up).presses == 0
    assert pilot.frame(event(pygame.WINDOWFOCUSLOST)).presses == 0
    assert pilot.frame(event(pygame.KEYDOWN, key=pygame.K_y, mod=0)).presses == 0
    center = pilot.widget("pause").rect.center
    press = event(pygame.MOUSEBUTTONDOWN, pos=center, button=1, touch=False)
    assert pilot.frame(press).presses == 1


@pytest.mark.parametrize("key", [pygame.K_BACKSPACE, pygame.K_h, pygame.K_SPACE])
def test_a_flood_of_keys_is_bounded_and_leaves_nothing_held(
    pilot: Pilot, key: int
) -> None:
    pairs = [
        event(kind, key=key, mod=0)
        for _ in range(10_000)
        for kind in (pygame.KEYDOWN, pygame.KEYUP)
    ]
    pilot.game.frame(pairs, 0.0)
    assert len(pilot.session.log) <= 200
    assert pilot.game.held.is_empty()
    assert pilot.session.cell.injected_na == 0.0


def test_letting_go_counts_even_in_a_flood(pilot: Pilot) -> None:
    pilot.key_down("space")
    flood = [event(pygame.KEYDOWN, key=pygame.K_y, mod=0)] * 5000
    flood.append(event(pygame.KEYUP, key=pygame.K_SPACE, mod=0))
    pilot.game.frame(flood, 0.0)
    assert pilot.session.cell.injected_na == 0.0
