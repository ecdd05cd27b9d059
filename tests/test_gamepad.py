"""Gamepads and button boxes, by real pygame events."""

import pygame
import pytest
from pilot import Pilot

from lifgame.app.hands.hands import Hands
from lifgame.content.pads import button_table

A, B, LEFT_SHOULDER, RIGHT_SHOULDER, UP, DOWN, LEFT, RIGHT = 0, 1, 9, 10, 11, 12, 13, 14
TRIGGER = 5


class Pad:
    """Somebody with a controller in the hands."""

    def __init__(self, pilot: Pilot, id: int = 0) -> None:
        self.pilot = pilot
        self.id = id
        # A real axis is at rest before it is pushed.
        for axis in (0, 1, TRIGGER):
            self.axis(axis, 0.0)

    def button(self, button: int, *, down: bool) -> None:
        kind = pygame.CONTROLLERBUTTONDOWN if down else pygame.CONTROLLERBUTTONUP
        self.pilot.frame(pygame.event.Event(kind, instance_id=self.id, button=button))

    def press(self, *buttons: int) -> None:
        for button in buttons:
            self.button(button, down=True)
            self.button(button, down=False)

    def axis(self, axis: int, share: float) -> None:
        self.pilot.frame(
            pygame.event.Event(
                pygame.CONTROLLERAXISMOTION,
                instance_id=self.id,
                axis=axis,
                value=round(share * 32767),
            )
        )

    def pull_out(self) -> None:
        kind = pygame.CONTROLLERDEVICEREMOVED
        self.pilot.frame(pygame.event.Event(kind, instance_id=self.id))


@pytest.fixture
def pad(pilot: Pilot) -> Pad:
    return Pad(pilot)


def test_the_d_pad_moves_the_focus_and_a_presses(pilot: Pilot, pad: Pad) -> None:
    pad.press(DOWN, DOWN, DOWN, DOWN, DOWN, DOWN)
    assert pilot.session.place.focus == "inject"
    pad.button(A, down=True)
    assert pilot.session.cell.injected_na == 2.0
    pad.button(A, down=False)
    assert pilot.session.cell.injected_na == 0.0
    pad.press(DOWN, RIGHT, RIGHT)
    assert pilot.session.place.focus == "preset_next"
    pad.press(A)
    assert pilot.session.cell.preset.id == "fast_spiking"
    pad.press(UP)
    assert pilot.session.place.focus == "preset_card"


def test_left_and_right_change_a_handle_and_up_and_down_leave_it(
    pilot: Pilot, pad: Pad
) -> None:
    pad.press(DOWN, DOWN, DOWN, DOWN)
    assert pilot.session.place.focus == "leak"
    pad.press(RIGHT, RIGHT, LEFT)
    assert pilot.session.cell.value("resistance") == 13.0
    pad.press(UP)
    assert pilot.session.place.focus == "width"


def test_left_and_right_change_a_slider_and_up_and_down_leave_it(lab: Pilot) -> None:
    pad = Pad(lab)
    lab.session.place.focus = "resistance"
    pad.press(RIGHT, RIGHT, LEFT)
    assert lab.session.cell.value("resistance") == 13.0
    pad.press(DOWN)
    assert lab.session.place.focus == "resistance:plus"


def test_a_held_direction_repeats(pilot: Pilot, pad: Pad) -> None:
    pilot.session.place.focus = "tap"
    pad.button(RIGHT, down=True)
    pilot.wait(1.0)
    pad.button(RIGHT, down=False)
    assert pilot.session.cell.value("current") >= 2.3
    value = pilot.session.cell.value("current")
    pilot.wait(1.0)
    assert pilot.session.cell.value("current") == value


def test_the_stick_is_a_direction_with_a_dead_zone(pilot: Pilot, pad: Pad) -> None:
    pad.axis(1, 0.3)
    assert pilot.session.place.focus is None
    pad.axis(1, 0.9)
    assert pilot.session.place.focus == "tap"
    pad.axis(1, 0.8)  # still pushed: no second step
    assert pilot.session.place.focus == "tap"
    pad.axis(1, 0.0)
    pad.axis(1, 0.9)
    assert pilot.session.place.focus == "line"


def test_the_trigger_injects_in_proportion(pilot: Pilot, pad: Pad) -> None:
    pad.axis(TRIGGER, 0.02)
    assert pilot.session.cell.injected_na == 0.0
    pad.axis(TRIGGER, 0.5)
    assert pilot.session.cell.injected_na == pytest.approx(1.0, abs=0.01)
    pad.axis(TRIGGER, 1.0)
    assert pilot.session.cell.injected_na == 2.0
    pad.axis(TRIGGER, 0.0)
    assert pilot.session.cell.injected_na == 0.0


def test_the_shoulders_change_the_neuron(pilot: Pilot, pad: Pad) -> None:
    pad.press(RIGHT_SHOULDER)
    assert pilot.session.cell.preset.id == "fast_spiking"
    pad.press(LEFT_SHOULDER, LEFT_SHOULDER)
    assert pilot.session.cell.preset.id == "subthreshold"


def test_b_goes_back_but_never_asks_to_leave(pilot: Pilot, pad: Pad) -> None:
    pilot.press("h")
    pad.press(B)
    assert pilot.session.place.screen == "play"
    pad.press(B)
    assert pilot.session.place.top.id == "play"


def test_pulling_a_pad_out_lets_go_of_all_it_held(pilot: Pilot) -> None:
    for number in range(100):
        pad = Pad(pilot, number)
        pad.axis(TRIGGER, 1.0)
        pad.button(RIGHT, down=True)
        pad.button(A, down=True)
        pad.pull_out()
        assert pilot.game.held.is_empty()
    focus = pilot.session.place.focus
    pilot.wait(1.0)
    assert pilot.session.cell.injected_na == 0.0
    assert pilot.session.place.focus == focus


def test_two_pads_do_not_disturb_each_other(pilot: Pilot) -> None:
    one, other = Pad(pilot, 1), Pad(pilot, 2)
    one.axis(TRIGGER, 1.0)
    other.axis(TRIGGER, 0.5)
    assert pilot.session.cell.injected_na == 2.0
    one.pull_out()
    assert pilot.session.cell.injected_na == pytest.approx(1.0, abs=0.01)


def test_a_button_box_works_by_the_order_of_its_wires(pilot: Pilot) -> None:
    def box(button: int, kind: int) -> None:
        pilot.frame(pygame.event.Event(kind, instance_id=7, joy=7, button=button))

    box(2, pygame.JOYBUTTONDOWN)
    assert pilot.session.cell.injected_na == 2.0
    box(2, pygame.JOYBUTTONUP)
    assert pilot.session.cell.injected_na == 0.0
    box(5, pygame.JOYBUTTONDOWN)
    assert pilot.session.cell.preset.id == "fast_spiking"
    pilot.frame(
        pygame.event.Event(pygame.JOYHATMOTION, instance_id=7, hat=0, value=(0, -1))
    )
    assert pilot.session.place.focus == "tap"


def test_an_operator_gives_buttons_another_meaning() -> None:
    lines = ("3 pause", "8 inject", "controller 4 preset_next", "2 none")
    pilot = Pilot(hands=Hands(buttons=button_table(lines)))

    def box(button: int, kind: int) -> None:
        pilot.frame(pygame.event.Event(kind, instance_id=7, joy=7, button=button))

    box(7, pygame.JOYBUTTONDOWN)
    assert pilot.session.cell.injected_na == 2.0
    box(7, pygame.JOYBUTTONUP)
    assert pilot.session.cell.injected_na == 0.0
    box(2, pygame.JOYBUTTONDOWN)
    assert pilot.session.clock.is_paused
    before = pilot.session.place.screen
    box(1, pygame.JOYBUTTONDOWN)
    assert pilot.session.place.screen == before
    box(5, pygame.JOYBUTTONDOWN)
    assert pilot.session.cell.preset.id == "fast_spiking"
    kind = pygame.CONTROLLERBUTTONDOWN
    pilot.frame(pygame.event.Event(kind, instance_id=8, button=3))
    assert pilot.session.cell.preset.id == "stellate"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("pause", "a number from 1 to 64"),
        ("99 pause", "a number from 1 to 64"),
        ("0 pause", "a number from 1 to 64"),
        ("² pause", "a number from 1 to 64"),
        ("3 pawse", "did you mean 'pause'"),
        ("joystick 3 pause", "a number from 1 to 64"),
    ],
)
def test_a_line_that_names_no_button_or_no_deed_is_told(line: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        button_table((line,))


def test_unknown_buttons_and_bare_events_are_survived(pilot: Pilot, pad: Pad) -> None:
    pad.press(99)
    for kind in (
        pygame.CONTROLLERBUTTONDOWN,
        pygame.CONTROLLERAXISMOTION,
        pygame.JOYAXISMOTION,
        pygame.JOYHATMOTION,
        pygame.JOYDEVICEREMOVED,
        pygame.FINGERDOWN,
        pygame.MOUSEBUTTONDOWN,
        pygame.KEYDOWN,
    ):
        pilot.frame(pygame.event.Event(kind))


def test_losing_the_focus_lets_go_of_pads(pilot: Pilot, pad: Pad) -> None:
    pad.axis(TRIGGER, 1.0)
    pilot.frame(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert pilot.session.cell.injected_na == 0.0
