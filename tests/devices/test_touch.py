"""Real fingers on a real touch path: ten at once, lost ones, and a trembling palm."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from pilot import Pilot
from window_tools import wait_for

from devices.machine import ROOT, Processes, is_root, needs
from devices.pictures import Picture, nearest, pixels
from devices.touch import FINGERS, Fingers, TouchScreen
from lifgame.session.start import Start

# A pointer that does not leave is let go after 20 s; and some patience.
LET_GO_S = 26.0
TREMBLE_S = 0.1
SLIDER = "current"
# Where hold, sliders and pause stand side by side.
LAB = Start(view="lab")


class Visitor:
    """Somebody in the Lab, who knows where everything is and how it looks."""

    def __init__(self, screen: TouchScreen, processes: Processes) -> None:
        self.screen = screen
        self._pilot = Pilot(screen.size, LAB)
        options = ["--view", LAB.view, "--pattern", LAB.pattern]
        command = [sys.executable, "-m", "lifgame", *options]
        processes.start("program", command, cwd=ROOT, env=screen.environment)
        right = self.crop(pixels(self._pilot.game.window_surface), "inject")
        wait_for(lambda: bool((self.shown("inject") == right).all()), "the Lab")
        self.fingers: Fingers = screen.fingers()

    def area(self, widget: str) -> pygame.Rect:
        return self._pilot.widget(widget).rect

    def center(self, widget: str) -> tuple[int, int]:
        return self.area(widget).center

    def along(self, slider: str, share: float) -> tuple[int, int]:
        """A place on a slider's track."""
        area = self.area(slider)
        return round(area.left + share * area.width), area.centery

    def crop(self, picture: Picture, widget: str) -> Picture:
        area = self.area(widget)
        return picture[area.top : area.bottom, area.left : area.right]

    def choices(self, widget: str) -> dict[str, Picture]:
        """How a button looks while it is up, and while a finger holds it down."""
        other = Pilot(self.screen.size, LAB)
        up = self.crop(pixels(other.game.window_surface), widget)
        other.touch(widget)
        other.wait(0.2)
        down = self.crop(pixels(other.game.window_surface), widget)
        return {"up": up, "down": down}

    def shown(self, widget: str) -> Picture:
        return self.crop(self.screen.picture(), widget)

    def looks(self, widget: str, choices: dict[str, Picture]) -> str:
        return nearest(self.shown(widget), choices)

    def waits_for(self, widget: str, state: str) -> None:
        choices = self.choices(widget)
        wait_for(
            lambda: self.looks(widget, choices) == state,
            f"{widget} {state}",
            5.0,
        )

    def after(self, begin: tuple[int, int], end: tuple[int, int]) -> Picture:
        """How the slider looks once it was dragged."""
        width, height = self.screen.size
        other = Pilot((width, height), LAB)
        other.finger(pygame.FINGERDOWN, 1, begin)
        other.finger(pygame.FINGERMOTION, 1, end)
        other.finger(pygame.FINGERUP, 1, end)
        other.frame()
        return self.crop(pixels(other.game.window_surface), SLIDER)


@pytest.fixture
def visitor(tmp_path: Path, processes: Processes) -> Iterator[Visitor]:
    needs("Xorg", "import")
    if not is_root():
        pytest.skip("Xorg with a touch screen of its own needs root")
    somebody = Visitor(TouchScreen(tmp_path, processes), processes)
    yield somebody
    somebody.fingers.close()


def test_a_tap_presses_and_slider_and_hold_work_at_once(visitor: Visitor) -> None:
    hand = visitor.fingers
    choices = visitor.choices("inject")
    hand.down(0, visitor.center("inject"))
    visitor.waits_for("inject", "down")

    begin, end = visitor.along(SLIDER, 0.4), visitor.along(SLIDER, 0.9)
    before = visitor.shown(SLIDER)
    hand.drag(1, begin, end)
    hand.up(1)
    slid = {"before": before, "after": visitor.after(begin, end)}
    wait_for(lambda: visitor.looks(SLIDER, slid) == "after", "the slider")
    assert visitor.looks("inject", choices) == "down"
    hand.up(0)
    visitor.waits_for("inject", "up")

    paused = Pilot(visitor.screen.size, LAB)
    running = visitor.crop(pixels(paused.game.window_surface), "pause")
    paused.touch("pause")
    paused.lift("pause")
    paused.frame()
    looks = {
        "running": running,
        "paused": visitor.crop(pixels(paused.game.window_surface), "pause"),
    }
    hand.tap(2, visitor.center("pause"))
    wait_for(lambda: visitor.looks("pause", looks) == "paused", "the pause")


def test_nine_fingers_on_the_glass_do_not_keep_the_tenth_from_playing(
    visitor: Visitor,
) -> None:
    hand = visitor.fingers
    width, height = visitor.screen.size
    for finger in range(FINGERS - 1):
        hand.down(finger, ((finger + 1) * width / 12, 0.3 * height))
    hand.down(FINGERS - 1, visitor.center("inject"))
    visitor.waits_for("inject", "down")
    for finger in range(FINGERS - 1):
        hand.up(finger)
    assert visitor.looks("inject", visitor.choices("inject")) == "down"
    hand.up(FINGERS - 1)
    visitor.waits_for("inject", "up")


@pytest.mark.parametrize("trembles_px", [0, 1])
def test_a_finger_that_never_lifts_is_let_go_and_the_next_one_plays(
    visitor: Visitor, trembles_px: int
) -> None:
    hand = visitor.fingers
    x, y = visitor.center("inject")
    choices = visitor.choices("inject")
    hand.down(0, (x, y))
    visitor.waits_for("inject", "down")
    deadline_s = time.monotonic() + LET_GO_S
    side = 1
    while visitor.looks("inject", choices) == "down":
        assert time.monotonic() < deadline_s, "it was never let go"
        time.sleep(TREMBLE_S)
        side = -side
        if trembles_px:
            hand.move(0, (x + side * trembles_px, y))
    hand.down(1, (x, y))
    visitor.waits_for("inject", "down")
