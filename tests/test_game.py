"""The whole game through its one door: keys, mouse, fingers, time and Reset."""

from fractions import Fraction

import numpy as np
import pygame
import pytest
from pilot import Pilot

from lifgame.content.actions import ACTIONS
from lifgame.content.parameters import NEURON_PARAMETERS
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.content.speeds import SPEEDS, WINDOWS_MS
from lifgame.session import commands as c
from lifgame.session.start import Start

# --- keyboard


@pytest.mark.parametrize(
    ("up", "down", "spec"),
    list(zip("qwer", "asdf", NEURON_PARAMETERS, strict=True)),
    ids=[spec.id for spec in NEURON_PARAMETERS],
)
def test_a_pair_of_keys_moves_a_slider_by_its_step(pilot, up, down, spec):
    before = pilot.session.value(spec.id)
    pilot.press(up)
    assert pilot.session.value(spec.id) == pytest.approx(before + spec.step)
    pilot.press(down, down)
    assert pilot.session.value(spec.id) == pytest.approx(before - spec.step)


def test_a_held_key_repeats_until_it_comes_up(pilot):
    pilot.key_down("q")
    pilot.wait(1.0)
    pilot.key_up("q")
    moved = pilot.session.value("current")
    assert moved > 2.0 + 5 * 0.05
    pilot.wait(1.0)
    assert pilot.session.value("current") == moved


@pytest.mark.parametrize(("key", "pattern"), list(zip("1234567", PATTERNS, strict=True)))
def test_number_keys_choose_the_pattern(pilot, key, pattern):
    pilot.press(key)
    assert pilot.session.pattern.id == pattern


def test_left_and_right_walk_through_all_presets_and_around(pilot):
    seen = []
    for _ in PRESETS:
        pilot.press("right")
        seen.append(pilot.session.preset.id)
    assert sorted(seen) == sorted(PRESETS)
    assert seen[-1] == "pyramidal"
    pilot.press("left")
    assert pilot.session.preset.id == "subthreshold"
    assert pilot.session.value("current") == 1.0


def test_comma_and_point_change_the_speed_and_stop_at_the_ends(pilot):
    assert pilot.session.speed == Fraction(1, 10)
    pilot.press(",")
    assert pilot.session.speed == Fraction(1, 20)
    for _ in range(9):
        pilot.press(".")
    assert pilot.session.speed == SPEEDS[-1] == 1
    for _ in range(9):
        pilot.press(",")
    assert pilot.session.speed == SPEEDS[0] == Fraction(1, 100)


def test_p_holds_time_and_n_takes_one_step(pilot):
    pilot.wait(0.5)
    pilot.press("p")
    tick = pilot.session.tick_count
    pilot.wait(0.5)
    assert pilot.session.tick_count == tick
    pilot.press("n")
    assert pilot.session.tick_count == tick + 1
    pilot.press("p")
    pilot.wait(0.5)
    assert pilot.session.tick_count > tick + 50


def test_space_injects_as_long_as_it_is_held(pilot):
    pilot.press("7")
    pilot.wait(0.2)
    assert pilot.session.bucket.inflow_na == 0.0
    pilot.key_down("space")
    pilot.wait(0.2)
    assert pilot.session.bucket.inflow_na == 2.0
    pilot.key_up("space")
    pilot.wait(0.2)
    assert pilot.session.bucket.inflow_na == 0.0


def test_a_key_that_is_lost_with_the_focus_is_let_go(pilot):
    pilot.key_down("space")
    pilot.key_down("q")
    pilot.frame(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    current = pilot.session.value("current")
    pilot.wait(2.0)
    assert pilot.session.injected_na == 0.0
    assert pilot.session.value("current") == current


def test_keys_with_ctrl_or_alt_do_nothing_but_ctrl_q_leaves(pilot):
    pilot.press("2", mod=pygame.KMOD_CTRL)
    pilot.press("backspace", mod=pygame.KMOD_ALT)
    assert pilot.session.pattern.id == "constant"
    assert not pilot.game.wants_quit
    pilot.press("q", mod=pygame.KMOD_LCTRL)
    assert pilot.game.wants_quit


def test_z_and_x_change_the_scopes_window(pilot):
    assert pilot.session.window_ms == 300
    pilot.press("x")
    assert pilot.session.window_ms == 500
    pilot.press("z", "z", "z", "z", "z")
    assert pilot.session.window_ms == WINDOWS_MS[0] == 100


def test_f11_asks_for_fullscreen_and_back(pilot):
    pilot.press("f11")
    assert pilot.game.wants_fullscreen
    pilot.press("f11")
    assert not pilot.game.wants_fullscreen


def test_esc_asks_before_it_leaves(pilot):
    pilot.press("escape")
    assert pilot.session.screen == "leave"
    assert not pilot.game.wants_quit
    pilot.press("return")  # the focus stands on "keep playing"
    assert pilot.session.screen == "play"
    pilot.press("escape", "escape")
    assert pilot.game.wants_quit


def test_h_opens_help_and_time_waits_meanwhile(pilot):
    pilot.press("h")
    assert pilot.session.screen == "help"
    tick = pilot.session.tick_count
    pilot.wait(0.5)
    assert pilot.session.tick_count == tick
    pilot.press("escape")
    assert pilot.session.screen == "play"


def test_every_key_of_the_table_is_alive_on_every_screen(pilot):
    for screen in ("play", "presets", "help", "keys", "leave"):
        for action in ACTIONS.values():
            for key in action.keys:
                pilot.game.obey([c.ShowScreen(screen)])
                pilot.press(key)
    assert pilot.session.values.keys()


def test_tab_reaches_every_control_and_shift_tab_goes_back(pilot):
    board = pilot.game.scene.board
    reached = []
    for _ in board.widgets:
        pilot.press("tab")
        reached.append(board.focus)
    assert reached == [widget.id for widget in board.widgets]
    pilot.press("tab", mod=pygame.KMOD_SHIFT)
    assert board.focus == reached[-2]


def test_everything_can_be_done_by_tab_arrows_and_enter(pilot):
    board = pilot.game.scene.board
    board.focus = "pattern:sine"
    pilot.press("return")
    assert pilot.session.pattern.id == "sine"
    board.focus = "resistance"
    pilot.press("right", "right", "up", "left")
    assert pilot.session.value("resistance") == 14.0
    board.focus = "inject"
    pilot.key_down("return")
    assert pilot.session.injected_na == 2.0
    pilot.key_up("return")
    assert pilot.session.injected_na == 0.0
    board.focus = "preset_card"
    pilot.press("return")
    assert pilot.session.screen == "presets"


def test_esc_first_takes_the_focus_ring_away(pilot):
    pilot.press("tab", "escape")
    assert pilot.game.scene.board.focus is None
    assert pilot.session.screen == "play"


# --- mouse


def test_a_click_chooses_and_sliding_off_cancels(pilot):
    pilot.click("pattern:ramp")
    assert pilot.session.pattern.id == "ramp"
    pilot.mouse_down("pause")
    pilot.mouse(pygame.MOUSEMOTION, (5, 5))
    pilot.mouse_up((5, 5))
    assert not pilot.session.is_paused


def test_coming_back_before_letting_go_does_not_cancel(pilot):
    pilot.mouse_down("pause")
    pilot.mouse(pygame.MOUSEMOTION, (5, 5))
    center = pilot.widget("pause").rect.center
    pilot.mouse(pygame.MOUSEMOTION, center)
    pilot.mouse_up(center)
    assert pilot.session.is_paused


def test_a_slider_follows_the_pointer_wherever_it_goes(pilot):
    slider = pilot.widget("current")
    knob = (slider.knob_x(2.0), slider.rect.centery)
    pilot.mouse(pygame.MOUSEBUTTONDOWN, knob)
    assert pilot.session.value("current") == 2.0  # taken by the knob, it does not jump
    pilot.mouse(pygame.MOUSEMOTION, (slider.rect.right + 900, 10))
    assert pilot.session.value("current") == 5.0
    pilot.mouse(pygame.MOUSEMOTION, (0, 1000))
    assert pilot.session.value("current") == 0.0
    pilot.mouse_up((0, 1000))
    pilot.mouse(pygame.MOUSEMOTION, (slider.rect.right, slider.rect.centery))
    assert pilot.session.value("current") == 0.0


def test_a_press_beside_the_knob_brings_it_there(pilot):
    slider = pilot.widget("threshold")
    point = (slider.knob_x(27.0), slider.rect.centery)
    pilot.mouse(pygame.MOUSEBUTTONDOWN, point)
    assert pilot.session.value("threshold") == pytest.approx(27.0, abs=0.5)


def test_plus_repeats_while_it_is_held(pilot):
    pilot.mouse_down("resistance:plus")
    assert pilot.session.value("resistance") == 13.0
    pilot.wait(1.0)
    assert pilot.session.value("resistance") >= 18.0
    center = pilot.widget("resistance:plus").rect.center
    pilot.mouse_up(center)
    value = pilot.session.value("resistance")
    pilot.wait(1.0)
    assert pilot.session.value("resistance") == value


def test_other_mouse_buttons_do_nothing(pilot):
    center = pilot.widget("pause").rect.center
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pilot.frame(pygame.event.Event(kind, pos=center, button=3, touch=False))
    assert not pilot.session.is_paused


def test_the_list_of_neurons_is_a_tap_away(pilot):
    pilot.click("preset_card")
    pilot.click("preset:purkinje")
    assert pilot.session.preset.id == "purkinje"
    assert pilot.session.screen == "play"
    assert pilot.session.value("capacitance") == 4.0


def test_adjust_swaps_the_sliders_for_the_patterns_own_values(pilot):
    pilot.press("2")
    pilot.click("tune")
    assert pilot.session.value("pulse_period") == 100.0
    pilot.frame()
    pilot.click("pulse_period:plus")
    assert pilot.session.value("pulse_period") == 110.0
    pilot.press("a")  # the keys belong to the places
    assert pilot.session.value("pulse_period") == 100.0
    pilot.click("tune")
    pilot.frame()
    pilot.click("current:plus")
    assert pilot.session.value("current") == 2.05


# --- fingers


def test_two_hands_play_at_once(pilot):
    slider = pilot.widget("current")
    pilot.touch("inject", finger=1)
    point = (slider.knob_x(4.0), slider.rect.centery)
    pilot.finger(pygame.FINGERDOWN, 2, point)
    pilot.wait(0.1)
    assert pilot.session.injected_na == 2.0
    assert pilot.session.value("current") == pytest.approx(4.0, abs=0.1)
    pilot.lift("inject", finger=1)
    assert pilot.session.injected_na == 0.0


def test_one_tap_is_one_action_even_with_a_mouse_event_beside_it(pilot):
    center = pilot.widget("pause").rect.center
    pilot.touch("pause")
    pilot.frame(
        pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=center, button=1, touch=True)
    )
    pilot.lift("pause")
    pilot.frame(
        pygame.event.Event(pygame.MOUSEBUTTONUP, pos=center, button=1, touch=True)
    )
    assert pilot.session.is_paused


def test_a_palm_that_never_lifts_is_let_go(pilot):
    pilot.touch("inject", finger=9)
    pilot.wait(19.0, frame_s=0.1)
    assert pilot.session.injected_na == 2.0
    pilot.wait(2.0, frame_s=0.1)
    assert pilot.session.injected_na == 0.0
    pilot.touch("inject", finger=3)
    assert pilot.session.injected_na == 2.0


# --- time


def story(frames_per_second: int) -> list[float]:
    """The same events at the same times, at some frame rate."""
    pilot = Pilot((800, 480))
    frame_s = 1 / frames_per_second
    spikes = pilot.wait(0.4, frame_s)
    for step in (
        lambda: pilot.key_down("space"),
        lambda: pilot.key_up("space"),
        lambda: pilot.press("2"),
        lambda: pilot.press("."),
        lambda: pilot.press("right"),
        lambda: pilot.press("6"),
    ):
        step()
        spikes += pilot.wait(0.6, frame_s)
    return spikes


def test_the_frame_rate_never_changes_the_spike_train():
    slow, usual, fast = story(5), story(60), story(240)
    assert len(usual) > 8
    assert slow == usual == fast


def test_a_long_pause_of_the_machine_is_dropped_not_caught_up(pilot):
    pilot.frame(elapsed_s=3600.0)
    assert pilot.session.tick_count <= 50
    assert pilot.session.dropped_s == pytest.approx(3599.75)


def test_the_start_fires_as_theory_says(pilot):
    spikes = pilot.wait(3.0)
    assert spikes == [43.0 * k for k in range(1, len(spikes) + 1)]
    assert pilot.session.rate_hz == pytest.approx(1000 / 43.0)
    assert pilot.session.theory_hz == pytest.approx(23.2546, abs=1e-4)


# --- Reset


def test_reset_brings_back_exactly_the_start():
    start = Start(preset="sensory", pattern="sine", speed=Fraction(1, 4), seed=3)
    fresh, used = Pilot(start=start), Pilot(start=start)
    used.press("3", "q", "w", "right", ".", "x", "t", "p")
    used.key_down("space")
    used.mouse_down("inject")
    used.wait(2.0)
    used.press("backspace")
    for pilot in (fresh, used):
        pilot.frame()
    assert used.session.values == fresh.session.values
    assert used.session.tick_count == 0
    assert used.session.injected_na == 0.0
    assert fresh.wait(2.0) == used.wait(2.0)
    one, other = (pilot.game.window_surface for pilot in (fresh, used))
    assert np.array_equal(pygame.surfarray.array3d(one), pygame.surfarray.array3d(other))


def test_the_same_seed_gives_the_same_noise_and_another_does_not():
    def noisy(seed: int) -> list[float]:
        pilot = Pilot((800, 480), Start(pattern="noisy", seed=seed, speed=Fraction(1)))
        return pilot.wait(3.0)

    assert noisy(1) == noisy(1)
    assert noisy(1) != noisy(2)


# --- pictures


@pytest.mark.parametrize("size", [(1280, 720), (800, 480), (1080, 1920)])
def test_a_full_redraw_and_the_partial_one_give_the_same_picture(size):
    pilot = Pilot(size)
    steps = (
        lambda: pilot.press("2"),
        lambda: pilot.key_down("space"),
        lambda: pilot.key_up("space"),
        lambda: pilot.press("right"),
        lambda: pilot.press("tab", "tab"),
        lambda: pilot.press("."),
        lambda: pilot.press("t"),
        lambda: pilot.press("x"),
        lambda: pilot.press("escape"),
        lambda: pilot.press("p"),
    )
    for step in steps:
        step()
        pilot.wait(0.35)
        pilot.frame()  # where no time passes, numbers are brought up to date
        partial = pygame.surfarray.array3d(pilot.game.window_surface)
        pilot.game.window_surface.fill((255, 0, 255))
        pilot.game.invalidate()
        pilot.frame()
        full = pygame.surfarray.array3d(pilot.game.window_surface)
        different = np.argwhere((partial != full).any(axis=2))
        assert not len(different), (different.min(axis=0), different.max(axis=0))


def test_what_is_reported_as_changed_is_all_that_changed(pilot):
    pilot.wait(0.5)
    for _ in range(20):
        before = pygame.surfarray.array3d(pilot.game.window_surface)
        changed = pilot.frame(elapsed_s=1 / 60).changed
        after = pygame.surfarray.array3d(pilot.game.window_surface)
        different = (before != after).any(axis=2)
        for rect in changed:
            area = rect.clip(pilot.game.window_surface.get_rect())
            different[area.left : area.right, area.top : area.bottom] = False
        assert not different.any()


def test_no_full_screen_flash_at_any_speed():
    """The whole screen's mean luminance never jumps, whatever the neuron does."""
    for speed in SPEEDS:
        pilot = Pilot((800, 480), Start(preset="sensory", speed=speed))
        pilot.wait(0.5)
        means = []
        for _ in range(60):
            pilot.frame(elapsed_s=1 / 60)
            means.append(pygame.surfarray.array3d(pilot.game.window_surface).mean())
        assert np.abs(np.diff(means)).max() < 2.0


# --- any sequence


def test_any_sequence_of_keys_taps_and_resizes_is_survived():
    rng = np.random.default_rng(11)
    keys = [key for action in ACTIONS.values() for key in action.keys]
    pilot = Pilot((900, 600))
    kinds = (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP)
    sizes = [(900, 600), (800, 480), (600, 900), (321, 17), (1200, 700)]
    for _ in range(700):
        choice = rng.random()
        if choice < 0.45:
            pilot.key_down(str(rng.choice(keys)))
        elif choice < 0.6:
            pilot.key_up(str(rng.choice(keys)))
        elif choice < 0.98:
            width, height = pilot.game.window_surface.get_size()
            point = (float(rng.random() * width), float(rng.random() * height))
            pilot.finger(int(rng.choice(kinds)), int(rng.integers(5)), point)
        else:
            size = sizes[int(rng.integers(len(sizes)))]
            pilot.game.resize(pygame.Surface(size))
        pilot.frame(elapsed_s=float(rng.random()) * 0.1)
        assert np.isfinite(pilot.session.voltage_mv)
    pilot.game.obey([c.ShowScreen("play"), c.Reset()])
    pilot.game.resize(pygame.Surface((800, 480)))
    fresh = Pilot((800, 480))
    assert pilot.wait(1.0) == fresh.wait(1.0)
