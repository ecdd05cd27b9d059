"""Mouse and fingers: clicks, drags, several hands at once."""

import pygame
import pytest
from pilot import Pilot

# --- mouse


def test_a_click_chooses_and_sliding_off_cancels(lab: Pilot) -> None:
    lab.click("pattern:ramp")
    assert lab.session.cell.pattern.id == "ramp"
    lab.mouse_down("pause")
    lab.mouse(pygame.MOUSEMOTION, (5, 5))
    lab.mouse_up((5, 5))
    assert not lab.session.clock.is_paused


def test_coming_back_before_letting_go_does_not_cancel(lab: Pilot) -> None:
    lab.mouse_down("pause")
    lab.mouse(pygame.MOUSEMOTION, (5, 5))
    center = lab.widget("pause").rect.center
    lab.mouse(pygame.MOUSEMOTION, center)
    lab.mouse_up(center)
    assert lab.session.clock.is_paused


def test_a_slider_follows_the_pointer_wherever_it_goes(lab: Pilot) -> None:
    slider = lab.slider("current")
    knob = (slider.knob_x(2.0), slider.rect.centery)
    lab.mouse(pygame.MOUSEBUTTONDOWN, knob)
    assert (
        lab.session.cell.value("current") == 2.0
    )  # taken by the knob, it does not jump
    lab.mouse(pygame.MOUSEMOTION, (slider.rect.right + 900, 10))
    assert lab.session.cell.value("current") == 5.0
    lab.mouse(pygame.MOUSEMOTION, (0, 1000))
    assert lab.session.cell.value("current") == 0.0
    lab.mouse_up((0, 1000))
    lab.mouse(pygame.MOUSEMOTION, (slider.rect.right, slider.rect.centery))
    assert lab.session.cell.value("current") == 0.0


def test_a_press_beside_the_knob_brings_it_there(lab: Pilot) -> None:
    slider = lab.slider("threshold")
    point = (slider.knob_x(27.0), slider.rect.centery)
    lab.mouse(pygame.MOUSEBUTTONDOWN, point)
    assert lab.session.cell.value("threshold") == pytest.approx(27.0, abs=0.5)


def test_plus_repeats_while_it_is_held(lab: Pilot) -> None:
    lab.mouse_down("resistance:plus")
    assert lab.session.cell.value("resistance") == 13.0
    lab.wait(1.0)
    assert lab.session.cell.value("resistance") >= 18.0
    center = lab.widget("resistance:plus").rect.center
    lab.mouse_up(center)
    value = lab.session.cell.value("resistance")
    lab.wait(1.0)
    assert lab.session.cell.value("resistance") == value


def test_other_mouse_buttons_do_nothing(lab: Pilot) -> None:
    center = lab.widget("pause").rect.center
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        lab.frame(pygame.event.Event(kind, pos=center, button=3, touch=False))
    assert not lab.session.clock.is_paused


def test_the_list_of_neurons_is_a_tap_away(pilot: Pilot) -> None:
    pilot.click("preset_card")
    pilot.click("preset:purkinje")
    assert pilot.session.cell.preset.id == "purkinje"
    assert pilot.session.place.screen == "play"
    assert pilot.session.cell.value("capacitance") == 4.0


def test_adjust_shows_the_patterns_own_values_and_keeps_the_four(lab: Pilot) -> None:
    lab.press("2")
    lab.click("tune")
    assert lab.session.cell.value("pulse_period") == 100.0
    lab.frame()
    lab.click("pulse_period:plus")
    assert lab.session.cell.value("pulse_period") == 110.0
    lab.press("q")  # the keys and the buttons of the four stay theirs
    lab.click("current:plus")
    assert lab.session.cell.value("current") == 2.1
    assert lab.session.cell.value("pulse_period") == 110.0
    lab.click("tune")
    lab.frame()
    assert lab.game.board.find("pulse_period") is None
    lab.click("current:plus")
    assert lab.session.cell.value("current") == 2.15


# --- fingers


def test_two_hands_play_at_once(lab: Pilot) -> None:
    slider = lab.slider("current")
    lab.touch("inject", finger=1)
    point = (slider.knob_x(4.0), slider.rect.centery)
    lab.finger(pygame.FINGERDOWN, 2, point)
    lab.wait(0.1)
    assert lab.session.cell.injected_na == 2.0
    assert lab.session.cell.value("current") == pytest.approx(4.0, abs=0.1)
    lab.lift("inject", finger=1)
    assert lab.session.cell.injected_na == 0.0


def test_one_tap_is_one_action_even_with_a_mouse_event_beside_it(lab: Pilot) -> None:
    center = lab.widget("pause").rect.center
    lab.touch("pause")
    lab.frame(
        pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=center, button=1, touch=True)
    )
    lab.lift("pause")
    lab.frame(
        pygame.event.Event(pygame.MOUSEBUTTONUP, pos=center, button=1, touch=True)
    )
    assert lab.session.clock.is_paused


def test_a_palm_that_never_lifts_is_let_go(pilot: Pilot) -> None:
    pilot.touch("inject", finger=9)
    pilot.wait(19.0, frame_s=0.1)
    assert pilot.session.cell.injected_na == 2.0
    pilot.wait(2.0, frame_s=0.1)
    assert pilot.session.cell.injected_na == 0.0
    pilot.touch("inject", finger=3)
    assert pilot.session.cell.injected_na == 2.0


def test_fifty_fingers_and_strange_ids_are_survived(pilot: Pilot) -> None:
    board = pilot.game.board
    for finger in range(50):
        widget = board.widgets[finger % len(board.widgets)]
        pilot.finger(pygame.FINGERDOWN, finger, widget.rect.center)
        pilot.finger(pygame.FINGERDOWN, finger, widget.rect.center)  # down twice
    pilot.finger(pygame.FINGERUP, 999, (5, 5))  # never was down
    pilot.finger(pygame.FINGERMOTION, -7, (5, 5))
    for x in (float("nan"), float("inf"), -3.0, 7.0):
        pilot.frame(
            pygame.event.Event(pygame.FINGERDOWN, touch_id=0, finger_id=2**62, x=x, y=x)
        )
    for finger in range(50):
        pilot.finger(pygame.FINGERUP, finger, (1, 1))
    pilot.wait(0.5)
    assert pilot.session.cell.injected_na == 0.0


def test_a_mouse_event_that_echoes_a_tap_is_no_second_tap(lab: Pilot) -> None:
    """Some drivers send one beside the finger's, without saying what it is."""
    center = lab.widget("pause").rect.center
    lab.touch("pause")
    lab.mouse(pygame.MOUSEBUTTONDOWN, center)
    lab.lift("pause")
    lab.mouse(pygame.MOUSEBUTTONUP, center)
    assert lab.session.clock.is_paused
    lab.wait(1.0)
    lab.mouse(pygame.MOUSEBUTTONDOWN, center)  # later it is a mouse of its own
    lab.mouse(pygame.MOUSEBUTTONUP, center)
    assert not lab.session.clock.is_paused


def test_a_second_finger_on_a_held_widget_does_not_disturb_the_first(
    pilot: Pilot,
) -> None:
    pilot.touch("inject", finger=1)
    pilot.touch("inject", finger=2)
    pilot.lift("inject", finger=2)
    assert pilot.session.cell.injected_na == 2.0
    pilot.lift("inject", finger=1)
    assert pilot.session.cell.injected_na == 0.0


def test_a_finger_that_slides_off_cancels(lab: Pilot) -> None:
    lab.touch("pause", finger=3)
    lab.finger(pygame.FINGERMOTION, 3, (20, 20))
    lab.finger(pygame.FINGERUP, 3, (20, 20))
    assert not lab.session.clock.is_paused
