"""The ways to Help and out of it: by touch alone, by key, by pad, and in a museum."""

from pathlib import Path

import pytest
from kiosk_tools import FORMS, Museum
from pilot import Pilot
from sizes import at_sizes
from test_gamepad import Pad
from test_help import at_help

from lifgame.app.sound.names import named
from lifgame.content.pads import CONTROLLER_BUTTONS
from lifgame.content.screens import VIEWS
from lifgame.session import commands as c

Y = next(button for button, does in CONTROLLER_BUTTONS.items() if does == "help")
NEAR = ((1280, 720), (800, 480), (640, 480), (720, 1280), (480, 740))


def by_touch(pilot: Pilot, widget: str) -> str:
    """Touch a control; answer with the screen that is seen then."""
    pilot.touch(widget)
    pilot.lift(widget)
    pilot.frame()
    return pilot.session.place.screen


@at_sizes(quick=NEAR)
def test_a_finger_alone_comes_from_play_to_help_and_back(size: tuple[int, int]) -> None:
    pilot = Pilot(size)
    assert by_touch(pilot, "help") == "help"
    assert by_touch(pilot, "close") == "play"


@pytest.mark.parametrize("size", FORMS, ids=str)
def test_so_does_a_visitor_of_a_museum(size: tuple[int, int], tmp_path: Path) -> None:
    museum = Museum(tmp_path, size)
    museum.wake()
    museum.press("help")
    museum.wait(0.5)
    assert museum.is_at("help", None)
    museum.press("close")
    museum.wait(0.5)
    assert museum.is_at("play", None)


def test_an_exhibit_without_controls_on_its_screen_has_none_for_help(
    tmp_path: Path,
) -> None:
    museum = Museum(tmp_path, on_screen_controls=False)
    museum.wake()
    assert "help" not in {widget.id for widget in museum.game.board.widgets}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("key", ["h", "f1"])
def test_its_keys_open_and_close_it(key: str, view: str) -> None:
    pilot = Pilot((1280, 720))
    pilot.game.obey([c.ShowScreen(view)])
    pilot.press(key)
    assert pilot.session.place.screen == "help"
    pilot.press(key)
    assert pilot.session.place.screen == view


def test_a_pad_opens_and_closes_it() -> None:
    pilot = Pilot((1280, 720))
    pad = Pad(pilot)
    pad.press(Y)
    assert pilot.session.place.screen == "help"
    pad.press(Y)
    assert pilot.session.place.screen == "play"


def test_its_sign_is_read_out_as_a_word() -> None:
    pilot = Pilot((1280, 720))
    pilot.game.obey([c.Focus("help")])
    assert named(pilot.session, pilot.game.texts) == "Help"


def test_to_the_settings_and_back_by_touch() -> None:
    pilot = at_help()
    pilot.touch("settings")
    pilot.lift("settings")
    pilot.frame()
    assert pilot.session.place.screen == "settings"
    pilot.touch("close")
    pilot.lift("close")
    pilot.frame()
    assert pilot.session.place.screen == "help"
    pilot.touch("close")
    pilot.lift("close")
    assert pilot.session.place.screen == "play"


def test_from_page_to_page_by_touch() -> None:
    pilot = at_help()
    for name in ("keys", "help"):
        pilot.touch(f"page:{name}")
        pilot.lift(f"page:{name}")
        pilot.frame()
        assert pilot.session.place.screen == name


def test_settings_from_play_lead_back_to_play() -> None:
    pilot = Pilot((800, 480))
    pilot.press("o", "escape")
    assert pilot.session.place.screen == "play"
