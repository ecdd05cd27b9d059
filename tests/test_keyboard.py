"""The keyboard: hotkeys, held keys, and the keyboard alone."""

from fractions import Fraction

import pygame
import pytest
from pilot import QUICK, Pilot

from lifgame.content.actions import ACTIONS, Action
from lifgame.content.parameters import NEURON_PARAMETERS, ParameterSpec
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.content.screens import SCREENS, VIEWS
from lifgame.content.speeds import SPEEDS, WINDOWS_MS
from lifgame.session import commands as c
from lifgame.session import time_commands as t
from lifgame.session.start import Start


@pytest.mark.parametrize(
    ("up", "down", "spec"),
    list(zip("qwer", "asdf", NEURON_PARAMETERS, strict=True)),
    ids=[spec.id for spec in NEURON_PARAMETERS],
)
def test_a_pair_of_keys_moves_a_slider_by_its_step(
    pilot: Pilot, up: str, down: str, spec: ParameterSpec
) -> None:
    before = pilot.session.cell.value(spec.id)
    pilot.press(up)
    assert pilot.session.cell.value(spec.id) == pytest.approx(before + spec.step)
    pilot.press(down, down)
    assert pilot.session.cell.value(spec.id) == pytest.approx(before - spec.step)


def test_a_held_key_repeats_until_it_comes_up(pilot: Pilot) -> None:
    pilot.key_down("q")
    pilot.wait(1.0)
    pilot.key_up("q")
    moved = pilot.session.cell.value("current")
    assert moved > 2.0 + 5 * 0.05
    pilot.wait(1.0)
    assert pilot.session.cell.value("current") == moved


@pytest.mark.parametrize(
    ("key", "pattern"), list(zip("1234567", PATTERNS, strict=True))
)
def test_number_keys_choose_the_pattern(pilot: Pilot, key: str, pattern: str) -> None:
    pilot.press(key)
    assert pilot.session.cell.pattern.id == pattern


def test_left_and_right_walk_through_all_presets_and_around(pilot: Pilot) -> None:
    seen = []
    for _ in PRESETS:
        pilot.press("right")
        seen.append(pilot.session.cell.preset.id)
    assert sorted(seen) == sorted(PRESETS)
    assert seen[-1] == "pyramidal"
    pilot.press("left")
    assert pilot.session.cell.preset.id == "subthreshold"
    assert pilot.session.cell.value("current") == 1.0


def test_comma_and_point_change_the_speed_past_the_end_to_auto(pilot: Pilot) -> None:
    assert pilot.session.clock.speed == Fraction(1, 10)
    pilot.press(",")
    assert pilot.session.clock.speed == Fraction(1, 20)
    for _ in range(3):
        pilot.press(".")
    assert pilot.session.clock.speed == SPEEDS[-1] == 1
    pilot.press(".")
    assert pilot.session.clock.tempo.is_auto
    pilot.press(",")
    assert pilot.session.clock.speed == SPEEDS[0] == Fraction(1, 100)
    pilot.press(",")
    assert pilot.session.clock.tempo.is_auto


def test_p_holds_time_and_n_takes_one_step(pilot: Pilot) -> None:
    pilot.wait(0.5)
    pilot.press("p")
    tick = pilot.session.tick_count
    pilot.wait(0.5)
    assert pilot.session.tick_count == tick
    pilot.press("n")
    assert pilot.session.tick_count == tick + 1
    pilot.press("p")
    pilot.wait(0.5)
    assert pilot.session.tick_count > tick + 40


def test_space_injects_as_long_as_it_is_held(pilot: Pilot) -> None:
    pilot.press("7")
    pilot.wait(0.2)
    assert pilot.session.cell.reading().current_na == 0.0
    pilot.key_down("space")
    pilot.wait(0.2)
    assert pilot.session.cell.reading().current_na == 2.0
    pilot.key_up("space")
    pilot.wait(0.2)
    assert pilot.session.cell.reading().current_na == 0.0


def test_a_key_that_is_lost_with_the_focus_is_let_go(pilot: Pilot) -> None:
    pilot.key_down("space")
    pilot.key_down("q")
    pilot.frame(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    current = pilot.session.cell.value("current")
    pilot.wait(2.0)
    assert pilot.session.cell.injected_na == 0.0
    assert pilot.session.cell.value("current") == current


def test_keys_with_ctrl_or_alt_do_nothing(pilot: Pilot) -> None:
    pilot.press("2", mod=pygame.KMOD_CTRL)
    pilot.press("backspace", mod=pygame.KMOD_ALT)
    assert pilot.session.cell.pattern.id == "constant"
    pilot.press("q", mod=pygame.KMOD_LCTRL)
    assert not pilot.game.wants_quit
    assert pilot.session.cell.value("current") == 2.0


def test_z_and_x_change_the_scopes_window(pilot: Pilot) -> None:
    assert pilot.session.place.window_ms == 300
    pilot.press("x")
    assert pilot.session.place.window_ms == 500
    pilot.press("z", "z", "z", "z", "z")
    assert pilot.session.place.window_ms == WINDOWS_MS[0] == 100


def test_f11_asks_for_fullscreen_and_back(pilot: Pilot) -> None:
    pilot.press("f11")
    assert pilot.game.wants_fullscreen
    pilot.press("f11")
    assert not pilot.game.wants_fullscreen


def test_esc_asks_before_it_leaves(pilot: Pilot) -> None:
    pilot.press("escape")
    assert pilot.session.place.layer == "leave"
    assert not pilot.game.wants_quit
    pilot.press("return")  # the focus stands on "keep playing"
    assert pilot.session.place.screen == "play"
    pilot.press("escape", "escape")
    assert pilot.session.place.screen == "play"
    assert not pilot.game.wants_quit
    pilot.press("escape", "right", "return")
    assert pilot.game.wants_quit


def test_h_opens_help_and_time_waits_meanwhile(pilot: Pilot) -> None:
    pilot.press("h")
    assert pilot.session.place.screen == "help"
    tick = pilot.session.tick_count
    pilot.wait(0.5)
    assert pilot.session.tick_count == tick
    pilot.press("escape")
    assert pilot.session.place.screen == "play"


def test_every_key_of_the_table_is_alive_on_every_screen(pilot: Pilot) -> None:
    for screen in SCREENS:
        for action in ACTIONS.values():
            for key in action.keys:
                pilot.game.obey([c.ShowScreen(screen)])
                pilot.press(key)


# What a key changes on the screen, seen from outside.
def outside(pilot: Pilot) -> object:
    session = pilot.session
    return (
        dict(session.cell.values),
        session.cell.pattern.id,
        session.clock.speed,
        session.place.window_ms,
        session.clock.is_paused,
        session.clock.past_tick,
        session.clock.holds_on_spike,
        session.place.is_tuning,
        session.place.screen,
        session.tick_count,
        session.preferences.values(),
        pilot.session.place.focus,
        pilot.game.wants_fullscreen,
        bool(session.cell.pushes),
        len(session.cells),
    )


@pytest.mark.parametrize("action", ACTIONS.values(), ids=list(ACTIONS))
def test_every_key_of_the_table_does_something(action: Action) -> None:
    for key in action.keys:
        pilot = Pilot((800, 480), Start(view=action.screens[0], speed=QUICK))
        pilot.press("2")
        pilot.wait(0.3)
        if action.id.startswith(("look_", "spike_before", "spike_after")):
            pilot.press("p")
            pilot.game.obey([t.LookAt(9)])
        if action.id in ("press", "back", "adjust"):
            pilot.session.place.focus = "inject" if action.id == "press" else "tap"
        if action.id == "pattern_2":
            pilot.press("1")
        before = outside(pilot)
        pilot.key_down(key)
        assert outside(pilot) != before, f"{key} does nothing"


# The siphon's bend is the flush line once more: the keyboard goes to it once.
TWICE_THERE = {"bend"}


@pytest.mark.parametrize("view", VIEWS)
def test_tab_reaches_every_control_and_shift_tab_goes_back(view: str) -> None:
    pilot = Pilot(start=Start(view=view))
    ids = [widget.id for widget in pilot.game.board.widgets]
    assert set(ids) >= TWICE_THERE
    reached = []
    for _ in range(len(ids) - 1):
        pilot.press("tab")
        reached.append(pilot.session.place.focus)
    assert reached == [name for name in ids if name not in TWICE_THERE]
    pilot.press("tab", mod=pygame.KMOD_SHIFT)
    assert pilot.session.place.focus == reached[-2]
    pilot.press("tab", "tab")
    assert pilot.session.place.focus == reached[0]


def test_everything_can_be_done_by_tab_arrows_and_enter(lab: Pilot) -> None:
    pilot = lab
    pilot.session.place.focus = "pattern:sine"
    pilot.press("return")
    assert pilot.session.cell.pattern.id == "sine"
    pilot.session.place.focus = "resistance"
    pilot.press("right", "right", "up", "left")
    assert pilot.session.cell.value("resistance") == 14.0
    pilot.session.place.focus = "inject"
    pilot.key_down("return")
    assert pilot.session.cell.injected_na == 2.0
    pilot.key_up("return")
    assert pilot.session.cell.injected_na == 0.0
    pilot.session.place.focus = "preset_card"
    pilot.press("return")
    assert pilot.session.place.screen == "presets"


def test_esc_first_takes_the_focus_ring_away(pilot: Pilot) -> None:
    pilot.press("tab", "escape")
    assert pilot.session.place.focus is None
    assert pilot.session.place.screen == "play"
