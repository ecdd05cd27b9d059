"""The whole game through its one door: time, Reset, pictures, any sequence."""

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pygame
import pytest
from pilot import Pilot

from lifgame.content.actions import ACTIONS
from lifgame.session import commands as c
from lifgame.session.start import Start

# --- time


def story(frames_per_second: int) -> list[float]:
    """The same events at the same times, at some frame rate."""
    pilot = Pilot((800, 480))
    frame_s = 1 / frames_per_second
    spikes = pilot.wait(0.4, frame_s)
    steps: tuple[Callable[[], object], ...] = (
        lambda: pilot.key_down("space"),
        lambda: pilot.key_up("space"),
        lambda: pilot.press("2"),
        lambda: pilot.press("."),
        lambda: pilot.press("right"),
        lambda: pilot.press("6"),
    )
    for step in steps:
        step()
        spikes += pilot.wait(0.6, frame_s)
    return spikes


def test_the_frame_rate_never_changes_the_spike_train() -> None:
    slow, usual, fast = story(5), story(60), story(240)
    assert len(usual) > 8
    assert slow == usual == fast


def test_a_long_pause_of_the_machine_is_dropped_not_caught_up(pilot: Pilot) -> None:
    pilot.frame(elapsed_s=3600.0)
    assert pilot.session.tick_count <= 50
    assert pilot.session.clock.dropped_s == pytest.approx(3599.75)


def test_the_start_fires_as_theory_says(pilot: Pilot) -> None:
    spikes = pilot.wait(3.0)
    assert spikes == [43.0 * k for k in range(1, len(spikes) + 1)]
    assert pilot.session.cell.rate_hz == pytest.approx(1000 / 43.0)
    assert pilot.session.cell.theory_hz == pytest.approx(23.2546, abs=1e-4)


# --- Reset


def test_reset_brings_back_exactly_the_start() -> None:
    start = Start(preset="sensory", pattern="sine", speed=Fraction(1, 4), seed=3)
    fresh, used = Pilot(start=start), Pilot(start=start)
    used.press("3", "q", "w", "right", ".", "x", "t", "p")
    used.key_down("space")
    used.mouse_down("inject")
    used.wait(2.0)
    used.press("backspace")
    for pilot in (fresh, used):
        pilot.frame()
    assert used.session.cell.values == fresh.session.cell.values
    assert used.session.tick_count == 0
    assert used.session.cell.injected_na == 0.0
    assert fresh.wait(2.0) == used.wait(2.0)
    one, other = (pilot.game.window_surface for pilot in (fresh, used))
    assert np.array_equal(
        pygame.surfarray.array3d(one), pygame.surfarray.array3d(other)
    )


def test_the_same_seed_gives_the_same_noise_and_another_does_not() -> None:
    def noisy(seed: int) -> list[float]:
        pilot = Pilot((800, 480), Start(pattern="noisy", seed=seed, speed=Fraction(1)))
        return pilot.wait(3.0)

    assert noisy(1) == noisy(1)
    assert noisy(1) != noisy(2)


# --- pictures


def test_what_is_reported_as_changed_is_all_that_changed(pilot: Pilot) -> None:
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


# --- any sequence


def test_any_sequence_of_keys_taps_and_resizes_is_survived() -> None:
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
        assert np.isfinite(pilot.session.cell.voltage_mv)
    pilot.game.obey([c.ShowScreen("play"), c.Reset()])
    pilot.game.resize(pygame.Surface((800, 480)))
    fresh = Pilot((800, 480))
    assert pilot.wait(1.0) == fresh.wait(1.0)


def test_what_is_held_is_let_go_when_its_row_is_swapped(lab: Pilot) -> None:
    lab.press("t")
    lab.frame()
    lab.mouse_down("injection:plus")
    lab.press("t")
    value = lab.session.cell.value("injection")
    lab.wait(2.0)
    assert lab.session.cell.value("injection") == value
    assert lab.game.held.is_empty()
    lab.mouse_up((5, 5))


def test_what_is_held_beside_a_row_that_is_swapped_stays_held(lab: Pilot) -> None:
    lab.mouse_down("resistance:plus")
    lab.press("t")
    value = lab.session.cell.value("resistance")
    lab.wait(2.0)
    assert lab.session.cell.value("resistance") > value
    lab.mouse_up((5, 5))
    assert lab.game.held.is_empty()


def test_the_focus_is_handed_on_when_a_row_is_swapped(lab: Pilot) -> None:
    lab.press("y")  # key caps come with the first key, and another screen with them
    lab.session.place.focus = "pattern:ramp"
    lab.press("t")
    lab.frame()
    assert lab.game.board.focused(lab.session) is not None


def test_a_frame_of_any_length_is_survived(pilot: Pilot) -> None:
    pilot.key_down("q")
    for elapsed_s in (float("nan"), float("inf"), -1.0, 3600.0):
        pilot.frame(elapsed_s=elapsed_s)
    assert pilot.session.cell.value("current") < 2.5


def test_numbers_follow_the_sliders_even_while_time_stands_still(
    pilot: Pilot,
) -> None:
    pilot.press("p")
    pilot.game.obey([c.SetParameter("current", 5.0), c.SetParameter("resistance", 50)])
    pilot.frame()
    assert pilot.session.cell.reading().current_na == 5.0
    assert pilot.session.cell.reading().settle_mv == 250.0


def test_a_pattern_begins_when_it_is_chosen(pilot: Pilot) -> None:
    pilot.wait(0.77)
    pilot.press("5")
    pilot.frame()
    assert (
        pilot.session.cell.reading().current_na == 0.0
    )  # the ramp starts from nothing
    pilot.press("2")
    pilot.frame()
    assert pilot.session.cell.reading().current_na == 2.0  # the first pulse begins


def test_another_neuron_is_not_measured_with_the_last_ones_intervals(
    pilot: Pilot,
) -> None:
    pilot.wait(2.0)
    assert pilot.session.cell.rate_hz > 20
    pilot.game.obey([c.SelectPreset("purkinje")])
    assert pilot.session.cell.rate_hz == 0.0
