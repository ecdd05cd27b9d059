"""The program as a visitor meets it: a real window, a real mouse, real keys.

An X server without a screen (Xvfb) shows the window, xdotool moves and presses, and
the picture is read from the file in which the server keeps its screen.
"""

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from window_tools import MISSING, SIZE, TOOLS, Screen, Visitor, lab_at, wait_for

from lifgame.scenes.play.places import play_places

SMALLER = (1260, 710)
IS_LINUX = sys.platform.startswith("linux")

# In CI a missing tool is a fault of the set-up, not a reason to look away.
pytestmark = pytest.mark.skipif(
    not IS_LINUX or (bool(MISSING) and os.environ.get("CI") != "true"),
    reason=f"needs Linux with {' and '.join(TOOLS)}: apt-get install xvfb xdotool",
)


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    assert not MISSING, f"not installed: {MISSING}"
    opened = Screen(tmp_path_factory.mktemp("screen"))
    yield opened
    opened.close()


@pytest.fixture
def visitor(screen: Screen) -> Iterator[Visitor]:
    somebody = Visitor(screen)
    try:
        somebody.arrive()
        yield somebody
    finally:
        somebody.leave()


def test_keys_clicks_and_drags_change_what_is_shown(visitor: Visitor) -> None:
    visitor.go_to_the_lab()
    layout = lab_at()
    visitor.key("1")
    wait_for(lambda: visitor.is_selected("pattern:constant"), "key 1 to choose it")
    before = visitor.look(layout.picture)
    wait_for(lambda: bool((visitor.look(layout.picture) != before).any()), "a trace")

    visitor.key("3")
    wait_for(lambda: visitor.is_selected("pattern:sine"), "key 3 to choose the sine")
    assert not visitor.is_selected("pattern:constant")

    visitor.click(layout.buttons["pattern:pulses"].center)
    wait_for(lambda: visitor.is_selected("pattern:pulses"), "a click on the pulses")
    assert not visitor.is_selected("pattern:sine")

    visitor.click(layout.buttons["pause"].center)
    wait_for(lambda: visitor.is_selected("pause"), "a click on Pause")

    track, knob = layout.sliders[0].track, round(visitor.knob_x(0))
    target = knob + track.width // 4
    # The pointer may leave the slider on the way.
    visitor.drag((knob, track.centery), (target, track.centery - 60))
    wait_for(lambda: abs(visitor.knob_x(0) - target) <= 3, "the knob to be dragged")

    visitor.go_back_to_play()
    visitor.leave_by_keys()
    assert visitor.end() == (0, "")


def test_space_lights_the_inject_button_as_long_as_it_is_held(
    visitor: Visitor,
) -> None:
    inject = play_places(SIZE).hold
    before = visitor.look(inject)

    def is_changed() -> bool:
        return float((visitor.look(inject) != before).mean()) > 0.05

    visitor.do("keydown", "space")
    wait_for(is_changed, "the button to look pressed")
    visitor.do("keyup", "space")
    wait_for(lambda: not is_changed(), "the button to come up")


def test_the_window_can_be_resized(visitor: Visitor) -> None:
    visitor.go_to_the_lab()
    visitor.key("1")
    visitor.do("windowsize", visitor.window, *map(str, SMALLER))
    wait_for(lambda: visitor.is_selected("pattern:constant", SMALLER), "a new layout")
    visitor.key("2")
    wait_for(lambda: visitor.is_selected("pattern:pulses", SMALLER), "key 2")
    for size in ((320, 240), (90, 60), SIZE):
        visitor.do("windowsize", visitor.window, *map(str, size))
    wait_for(lambda: visitor.is_selected("pattern:pulses"), "the first layout again")
    visitor.program.send_signal(signal.SIGTERM)
    assert visitor.end() == (0, "")


def test_fullscreen_and_back_show_the_whole_picture(visitor: Visitor) -> None:
    visitor.go_to_the_lab()
    visitor.key("1")
    visitor.key("F11")
    wait_for(lambda: visitor.is_selected("pattern:constant", (1400, 900)), "fullscreen")
    visitor.key("F11")
    wait_for(
        lambda: (
            visitor.is_selected("pattern:constant")
            or visitor.is_selected("pattern:constant", (1400, 900))
        ),
        "the window again",
    )
    visitor.program.send_signal(signal.SIGTERM)
    assert visitor.end() == (0, "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_stop_signal_ends_it_at_once(visitor: Visitor, number: int) -> None:
    visitor.program.send_signal(number)
    assert visitor.end() == (0, "")


def test_settings_are_kept_as_they_are_chosen(visitor: Visitor) -> None:
    settings = visitor.screen.settings
    visitor.key("m")
    wait_for(settings.exists, "the settings file")
    assert json.loads(settings.read_text())["sound"] == "off"
    visitor.key("m")
    wait_for(
        lambda: json.loads(settings.read_text())["sound"] == "on", "the second choice"
    )
    visitor.leave_by_keys()
    assert visitor.end() == (0, "")


def test_the_sentence_is_given_to_the_command_that_speaks(
    screen: Screen, tmp_path: Path
) -> None:
    heard = tmp_path / "heard.txt"
    speaker = tmp_path / "speak.sh"
    speaker.write_text(f'#!/bin/sh\necho "$1" >> {heard}\n')
    speaker.chmod(0o755)
    somebody = Visitor(screen, "--speak", str(speaker), "--preset", "subthreshold")
    try:
        somebody.arrive()
        wait_for(heard.exists, "a sentence")
        assert "15.0 mV, but not to the line" in heard.read_text()
    finally:
        somebody.leave()


def test_twelve_open_files_are_enough(screen: Screen) -> None:
    """A font that kept its file open would be one too many."""
    few = ["sh", "-c", 'ulimit -n 12 && exec "$@"', "sh"]
    somebody = Visitor(screen, ahead=few)
    try:
        somebody.arrive()
        for name in ("h", "o"):
            somebody.key(name)
            wait_for(lambda: not somebody.is_shown(play_places(SIZE).hold), name)
            somebody.go_back_to_play()
        somebody.go_to_the_lab()
        somebody.key("2")
        wait_for(lambda: somebody.is_selected("pattern:pulses"), "key 2")
        somebody.program.send_signal(signal.SIGTERM)
        assert somebody.end() == (0, "")
    finally:
        somebody.leave()
