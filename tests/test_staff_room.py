"""The way in for staff, their pages, and a screen that hangs turned."""

from pathlib import Path

import pygame
import pytest
from kiosk_tools import PIN, Museum, picture

from lifgame.session import commands as c


def test_one_finger_gets_in_and_out(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.let_in()
    assert museum.is_at("operator", None)
    museum.press("back")
    museum.wait(0.5)
    assert museum.is_at("play", None)


def test_a_chord_of_keys_gets_in_and_the_pin_can_be_typed(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    mods = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_SHIFT
    museum.frame(museum.key(pygame.K_o, mod=mods))
    museum.wait(3.25)
    museum.frame(museum.key(pygame.K_o, pygame.KEYUP))
    assert museum.is_at("play", "pin")
    for digit in PIN:
        museum.tap(ord(digit))
    museum.game.obey([c.Focus("try")])
    museum.tap(pygame.K_RETURN)
    museum.wait(0.5)
    assert museum.is_at("operator", None)


@pytest.mark.parametrize("second", [(300, 300), (12, 12)])
def test_two_fingers_open_no_door(tmp_path: Path, second: tuple[int, int]) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    museum.frame(museum.finger(pygame.FINGERDOWN, (10, 10)))
    museum.frame(museum.finger(pygame.FINGERDOWN, second, finger=2))
    museum.wait(5)
    assert museum.is_at("play", None)


def test_without_a_pin_there_is_no_door(tmp_path: Path) -> None:
    museum = Museum(tmp_path, pin_hash="")
    museum.wake()
    museum.frame(museum.finger(pygame.FINGERDOWN, (10, 10)))
    museum.wait(5)
    assert museum.is_at("play", None)


def test_a_wrong_pin_must_wait_longer_each_time(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    museum.frame(museum.finger(pygame.FINGERDOWN, (10, 10)))
    museum.wait(3.25)
    museum.frame(museum.finger(pygame.FINGERUP, (10, 10)))
    waits = []
    for _ in range(3):
        for digit in "1111":
            museum.press(f"digit {digit}")
        museum.press("try")
        museum.frame()
        waits.append(museum.host.exhibit.pin_wait_s)
        for digit in PIN:
            museum.press(f"digit {digit}")
        assert museum.host.exhibit.pin == ""
        museum.wait(waits[-1] + 0.5)
    assert waits == sorted(waits)
    assert waits[-1] > 2 * waits[0]
    assert museum.is_at("play", "pin")


def test_the_door_and_the_room_close_by_themselves(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.let_in()
    museum.press("less idle_s")
    museum.press("allow sound")
    museum.wait(31)
    assert museum.is_at("play", None)
    rules = museum.host.exhibit.rules
    assert "sound" not in rules.allowed_settings
    museum.frame(museum.finger(pygame.FINGERDOWN, (10, 10)))
    museum.wait(3.25)
    museum.frame(museum.finger(pygame.FINGERUP, (10, 10)))
    assert museum.is_at("play", "pin")
    museum.wait(31)
    assert museum.is_at("play", None)


def test_the_operator_quits_only_when_asked_twice(tmp_path: Path) -> None:
    museum = Museum(tmp_path, (1280, 720))
    museum.let_in()
    museum.press("quit")
    assert not museum.game.wants_quit
    museum.wait(6)
    museum.press("quit")
    assert not museum.game.wants_quit
    museum.press("quit")
    assert museum.game.wants_quit


def test_what_the_operator_switches_off_is_gone_from_the_screen(tmp_path: Path) -> None:
    museum = Museum(tmp_path, (1280, 720))
    museum.let_in()
    museum.press("allow language")
    museum.press("back")
    museum.wait(1)
    assert museum.game.board.find("language") is None
    assert museum.game.board.find("mute") is not None


def test_the_test_page_shows_every_finger_and_why_a_palm_is_no_visitor(
    tmp_path: Path,
) -> None:
    museum = Museum(tmp_path, (1280, 720))
    museum.let_in()
    museum.press("test")
    museum.wait(0.5)
    for finger in range(5):
        point = (200 + 60 * finger, 300)
        museum.frame(museum.finger(pygame.FINGERDOWN, point, finger))
    museum.tap(pygame.K_SPACE)
    test = museum.host.exhibit.touch_check
    assert [f.number for f in test.fingers.values()] == [1, 2, 3, 4, 5]
    assert test.lines[0].does == "inject"
    museum.frame(museum.finger(pygame.FINGERUP, (200, 300), 0))
    for _ in range(5):
        museum.wait(5)
        museum.tap(pygame.K_TAB)
    assert all(finger.is_stuck for finger in test.fingers.values())
    assert museum.is_at("test", None)
    assert test.boxes


# --- a screen that hangs turned -------------------------------------------------------


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_screen_shows_and_takes_everything_turned(
    tmp_path: Path, turned: int
) -> None:
    size = (480, 640) if turned in (90, 270) else (640, 480)
    upright = Museum(tmp_path, (640, 480))
    museum = Museum(tmp_path, size, rotation=turned)
    for one in (upright, museum):
        one.wait(3)
        one.game.invalidate()
        one.frame(elapsed_s=0.0)
    shown = pygame.transform.rotate(museum.game.window_surface, turned)
    assert (pygame.surfarray.array3d(shown) == picture(upright)).all()
    x, y = upright.game.board["language:fr"].rect.center
    corners = {
        90: (size[0] - 1 - y, x),
        180: (size[0] - 1 - x, size[1] - 1 - y),
        270: (y, size[1] - 1 - x),
    }
    museum.touch(corners[turned])
    assert museum.game.session.preferences["language"] == "fr"
