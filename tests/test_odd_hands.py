"""Hands that are not the usual ones: other layouts, encoders, phantoms, diagonals."""

from collections.abc import Callable

import pygame
import pytest
from pilot import Pilot

from lifgame.app.hands.hands import Hands
from lifgame.content.actions import KeyMap
from lifgame.session import commands as c
from lifgame.session.start import Start

Event = pygame.event.Event
A, DOWN, LEFT_SHOULDER = 0, 12, 9


def key(pilot: Pilot, code: int, scancode: int = 0, mod: int = 0) -> None:
    """A key goes down and comes up, as a keyboard of some layout sends it."""
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pilot.frame(Event(kind, key=code, scancode=scancode, mod=mod))


# --- layouts ------------------------------------------------------------------------

FOREIGN = {
    "Ukrainian": "й",
    "Greek": "ς",
    "Hebrew": "ק",
}


@pytest.mark.parametrize("letter", FOREIGN.values(), ids=FOREIGN)
def test_where_there_are_no_latin_letters_the_place_counts(letter: str) -> None:
    pilot = Pilot((1280, 720), Start(view="lab"))
    before = pilot.session.cell.value("current")
    key(pilot, ord(letter), pygame.KSCAN_Q)
    assert pilot.session.cell.value("current") > before


@pytest.mark.parametrize(
    ("letter", "place", "does"),
    [
        ("з", pygame.KSCAN_P, lambda pilot: pilot.session.clock.is_paused),
        (
            "ф",
            pygame.KSCAN_A,
            lambda pilot: pilot.session.cell.value("current") < 2.0,
        ),
        (
            "м",
            pygame.KSCAN_V,
            lambda pilot: pilot.session.place.screen == "play",
        ),
    ],
)
def test_any_key_of_the_ukrainian_layout_acts(
    letter: str, place: int, does: Callable[[Pilot], bool]
) -> None:
    pilot = Pilot((1280, 720), Start(view="lab"))
    assert not does(pilot)
    key(pilot, ord(letter), place)
    assert does(pilot)


def test_digits_that_are_signs_on_a_french_keyboard_choose_patterns() -> None:
    pilot = Pilot((1280, 720), Start(view="lab"))
    key(pilot, ord("é"), pygame.KSCAN_2)
    assert pilot.session.cell.pattern.id == "pulses"
    key(pilot, ord('"'), pygame.KSCAN_3)
    assert pilot.session.cell.pattern.id == "sine"


def test_on_a_latin_layout_the_letter_counts_and_not_the_place() -> None:
    """On AZERTY the letter A stands where Q stands elsewhere: it is A."""
    pilot = Pilot((1280, 720), Start(view="lab"))
    before = pilot.session.cell.value("current")
    key(pilot, pygame.K_a, pygame.KSCAN_Q)
    assert pilot.session.cell.value("current") < before


# --- arcade encoders ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "code", "bit"),
    [
        ("left ctrl", pygame.K_LCTRL, pygame.KMOD_LCTRL),
        ("left alt", pygame.K_LALT, pygame.KMOD_LALT),
        ("right ctrl", pygame.K_RCTRL, pygame.KMOD_RCTRL),
        ("left shift", pygame.K_LSHIFT, pygame.KMOD_LSHIFT),
    ],
)
def test_a_modifier_may_be_a_button_and_blocks_nothing(
    name: str, code: int, bit: int
) -> None:
    hands = Hands(keys=KeyMap({"inject": (name, "space"), "pause": ("p",)}))
    pilot = Pilot((1280, 720), hands=hands)
    pilot.frame(Event(pygame.KEYDOWN, key=code, mod=bit))
    assert pilot.session.cell.injected_na == 2.0
    # While it is held, all other keys do what they do.
    pilot.frame(Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=bit))
    pilot.frame(Event(pygame.KEYUP, key=code, mod=0))
    assert pilot.session.cell.injected_na == 2.0
    pilot.frame(Event(pygame.KEYUP, key=pygame.K_SPACE, mod=0))
    assert pilot.session.cell.injected_na == 0.0


def test_a_modifier_that_is_no_button_still_keeps_shortcuts_of_the_system_out() -> None:
    hands = Hands(keys=KeyMap({"inject": ("left ctrl",)}))
    pilot = Pilot((1280, 720), hands=hands)
    pilot.press("m", mod=pygame.KMOD_LALT)
    assert pilot.session.preferences["sound"] == "on"


# --- phantoms -----------------------------------------------------------------------


def axis(pilot: Pilot, number: int, value: float, *, known: bool = False) -> None:
    kind = pygame.CONTROLLERAXISMOTION if known else pygame.JOYAXISMOTION
    value = round(value * 32767) if known else value
    pilot.frame(Event(kind, instance_id=3, axis=number, value=value))


@pytest.mark.parametrize(
    ("number", "value"),
    [
        (0, -1.0),
        (1, 0.7),
        *(
            pytest.param(number, value, marks=pytest.mark.slow)
            for number, value in ((0, 1.0), (0, 0.7), (1, -1.0), (1, 1.0))
        ),
    ],
)
def test_an_axis_that_was_never_at_rest_moves_nothing(
    number: int, value: float
) -> None:
    pilot = Pilot((1280, 720))
    for turn in range(20):
        axis(pilot, number, value - 0.001 * (turn % 2) * value)
        pilot.wait(0.25)
    assert pilot.session.place.focus is None
    # Once it was seen near its centre it is a stick like any other.
    axis(pilot, number, 0.0)
    axis(pilot, number, value)
    assert pilot.session.place.focus is not None


def test_a_trigger_that_was_never_at_rest_injects_nothing() -> None:
    pilot = Pilot((1280, 720))
    for value in (1.0, 0.9, 1.0):
        axis(pilot, 5, value, known=True)
    assert pilot.session.cell.injected_na == 0.0
    axis(pilot, 5, 0.0, known=True)
    axis(pilot, 5, 1.0, known=True)
    assert pilot.session.cell.injected_na == pytest.approx(2.0, rel=0.01)


def test_what_is_pulled_out_must_be_seen_at_rest_anew() -> None:
    pilot = Pilot((1280, 720))
    axis(pilot, 0, 0.0)
    pilot.frame(Event(pygame.JOYDEVICEREMOVED, instance_id=3))
    axis(pilot, 0, 1.0)
    assert pilot.session.place.focus is None


# --- one move, one meaning ----------------------------------------------------------


def hat(pilot: Pilot, x: int, y: int) -> None:
    pilot.frame(Event(pygame.JOYHATMOTION, instance_id=3, hat=0, value=(x, y)))


def at_a_slider() -> Pilot:
    pilot = Pilot((1280, 720), Start(view="lab"))
    pilot.game.obey([c.Focus("current")])
    assert pilot.session.place.focus == "current"
    return pilot


@pytest.mark.parametrize(("x", "y"), [(1, 1), (1, -1), (-1, 1), (-1, -1)])
def test_a_hat_pressed_diagonally_steps_and_stays(x: int, y: int) -> None:
    pilot = at_a_slider()
    before = pilot.session.cell.value("current")
    hat(pilot, x, y)
    assert pilot.session.place.focus == "current"
    assert pilot.session.cell.value("current") == pytest.approx(before + 0.05 * x)


@pytest.mark.parametrize("across", [-1, 1])
def test_a_hat_that_rolls_on_from_up_does_not_step(across: int) -> None:
    pilot = at_a_slider()
    before = pilot.session.cell.value("current")
    hat(pilot, 0, 1)
    left = pilot.session.place.focus
    assert left != "current"
    hat(pilot, across, 1)
    assert pilot.session.place.focus == left
    assert pilot.session.cell.value("current") == before


@pytest.mark.parametrize("across", [-0.8, 0.8])
def test_a_stick_pushed_diagonally_does_one_thing(across: float) -> None:
    pilot = at_a_slider()
    for number in (0, 1):
        axis(pilot, number, 0.0)
    before = pilot.session.cell.value("current")
    axis(pilot, 0, across)
    axis(pilot, 1, 0.8)
    assert pilot.session.place.focus == "current"
    assert pilot.session.cell.value("current") != before
