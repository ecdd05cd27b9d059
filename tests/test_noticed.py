"""Small faults that no test noticed when they were tried: each has its case here."""

import pygame
import pytest
from pilot import Pilot

from lifgame.content.kiosk import KioskRules
from lifgame.session import commands as c
from lifgame.session.exhibit import LONGEST_PIN, Exhibit
from lifgame.session.start import Start
from lifgame.view.widgets.held import (
    REPEAT_DELAY_S,
    REPEAT_HURRIED_S,
    REPEAT_HURRY_AFTER_S,
    REPEAT_INTERVAL_S,
    Repeat,
)


def test_a_button_held_for_long_hurries() -> None:
    repeat = Repeat()
    slow = sum(repeat.due(0.01) for _ in range(round(REPEAT_HURRY_AFTER_S / 0.01)))
    before = (REPEAT_HURRY_AFTER_S - REPEAT_DELAY_S) / REPEAT_INTERVAL_S
    assert slow == pytest.approx(before + 1, abs=1)
    quick = sum(repeat.due(0.01) for _ in range(100))
    assert quick == pytest.approx(1.0 / REPEAT_HURRIED_S, abs=2)


def test_a_finger_that_has_slid_off_repeats_nothing() -> None:
    pilot = Pilot((1280, 720), Start(view="lab"))
    pilot.mouse_down("current:plus")
    pilot.wait(1.0)
    grown = pilot.session.cell.value("current")
    assert grown > 2.0
    x, y = pilot.widget("current:plus").rect.center
    pilot.mouse(pygame.MOUSEMOTION, (x, y - 300))
    pilot.wait(1.0)
    assert pilot.session.cell.value("current") == grown


def exhibit() -> Exhibit:
    return Exhibit(KioskRules(enabled=True, loudest=40))


def test_a_typed_digit_is_taken_back_one_by_one_and_a_pin_has_an_end() -> None:
    staff = exhibit()
    for digit in "2468":
        staff.obey(c.TypeDigit(digit))
    staff.obey(c.EraseDigit())
    assert staff.pin == "246"
    for _ in range(2 * LONGEST_PIN):
        staff.obey(c.TypeDigit("1"))
    assert len(staff.pin) == LONGEST_PIN


@pytest.mark.parametrize(("volume", "heard"), [(1.0, 0.4), (0.2, 0.2), (0.4, 0.4)])
def test_nothing_is_louder_than_the_operator_allows(
    volume: float, heard: float
) -> None:
    assert exhibit().loudness(volume, "play") == pytest.approx(heard)


def test_a_wait_for_the_pin_stops_the_rooms_clock() -> None:
    staff = exhibit()
    staff.enter()
    staff.pin_wait_s = 60.0
    before = staff.staff_left_s
    staff.live(20.0, is_touched=False)
    assert staff.staff_left_s == before
    staff.pin_wait_s = 0.0
    staff.live(20.0, is_touched=False)
    assert staff.staff_left_s == before - 20.0
