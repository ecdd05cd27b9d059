"""A morning in a museum on real devices: compositor, supervisor, touch screen."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from kiosk_tools import PIN, PIN_LINE, Museum
from window_tools import Screen, wait_for

from devices.compositors import DRIVERS, Compositor
from devices.machine import ROOT, Processes, User, is_root, needs, program_of
from devices.pictures import Picture, nearest, pixels
from devices.touch import Fingers, TouchScreen
from lifgame.app import exits
from lifgame.app.kiosk.way_in import HOLD_S

BACK_WITHIN_S = 5.0
STARTS_IN_S = 20.0
SEEN_WITHIN_S = 6.0
# Longer than anything that a key could do takes.
NOTHING_S = 1.0
ESCAPES = ("Escape", "F11", "alt+F4", "ctrl+q", "ctrl+w", "alt+Return", "super")
RULES = f"""
[kiosk]
idle_s = 600
pin_hash = "{PIN_LINE}"
"""


class Twin:
    """The same exhibit in this process: where everything stands, and how it looks."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self._folder, self._size = folder, size
        self.attract = self._begin()
        self.play = self._begin()
        self.play.wake()
        self.held = self._begin()
        self.held.wake()
        self.held.frame(self.held.key(pygame.K_SPACE))
        self.held.wait(0.25)
        self.door = self._begin()
        self.door.wake()
        self.door.frame(self.door.finger(pygame.FINGERDOWN, (10, 10)))
        self.door.wait(HOLD_S + 0.25)
        self.door.frame(self.door.finger(pygame.FINGERUP, (10, 10)))
        self.door.wait(0.5)
        self.room = self._begin()
        self.room.let_in()

    def _begin(self) -> Museum:
        return Museum(self._folder, self._size)

    def center(self, museum: Museum, widget: str) -> tuple[int, int]:
        return museum.game.board[widget].rect.center

    def choices(self, area: pygame.Rect) -> dict[str, Picture]:
        """How a part of the screen looks in every place."""
        places = ("attract", "play", "held", "door", "room")
        return {
            place: crop(pixels(getattr(self, place).game.window_surface), area)
            for place in places
        }


def crop(picture: Picture, area: pygame.Rect) -> Picture:
    return picture[area.top : area.bottom, area.left : area.right]


class Shown:
    """A real screen, and which place of the exhibit it shows."""

    def __init__(self, screen: TouchScreen | Compositor, twin: Twin) -> None:
        self.twin = twin
        self._screen = screen
        # HOLD stands there while somebody plays, and its light tells who holds it.
        self._area = twin.play.game.board["inject"].rect
        self._choices = twin.choices(self._area)

    @property
    def place(self) -> str:
        shown = crop(self._screen.picture(), self._area)
        return nearest(shown, self._choices) if shown.any() else "nothing"

    def waits_for(self, place: str, patience_s: float = SEEN_WITHIN_S) -> None:
        wait_for(lambda: self.place == place, place, patience_s)


class Kiosk:
    """The supervised exhibit in ``cage``, and somebody with a mouse and a keyboard."""

    def __init__(self, compositor: Compositor, screen: Screen, user: User) -> None:
        self._screen = screen
        rules = user.folder("rules") / "museum.toml"
        rules.write_text(RULES)
        words = ("--supervise", "--kiosk", "--config", str(rules))
        state = user.folder("state")
        self.cage = compositor.play(*words, XDG_STATE_HOME=str(state))

    @property
    def game(self) -> int:
        """The process that plays, 0 while there is none."""
        supervisor = program_of(self.cage)
        children = Path(f"/proc/{supervisor}/task/{supervisor}/children")
        return int((children.read_text().split() or ["0"])[0])

    def do(self, *words: str) -> None:
        self._screen.do(*words)

    def click(self, point: tuple[int, int]) -> None:
        self.do("mousemove", str(point[0]), str(point[1]))
        self.do("mousedown", "1")
        time.sleep(0.1)
        self.do("mouseup", "1")

    def hold_the_corner(self) -> None:
        self.do("mousemove", "12", "12")
        self.do("mousedown", "1")
        time.sleep(HOLD_S + 0.5)
        self.do("mouseup", "1")

    def hold_the_chord(self) -> None:
        keys = ("ctrl", "alt", "shift", "o")
        for key in keys:
            self.do("keydown", key)
        time.sleep(HOLD_S + 0.5)
        for key in reversed(keys):
            self.do("keyup", key)


@pytest.mark.parametrize("driver", DRIVERS)
def test_the_supervised_exhibit_in_a_kiosk_compositor(
    driver: str, tmp_path: Path, screen: Screen, user: User, processes: Processes
) -> None:
    needs("cage", "Xwayland")
    compositor = Compositor("cage", driver, screen, user, processes)
    kiosk = Kiosk(compositor, screen, user)
    twin = Twin(tmp_path, compositor.size)
    shown = Shown(compositor, twin)
    shown.waits_for("attract", STARTS_IN_S)
    plays_by_keys(kiosk, shown)
    no_key_leads_out(kiosk, shown)
    comes_back(kiosk, shown)
    the_operator_gets_in_and_out(kiosk, shown, by_keys=driver == "x11")
    code = kiosk.cage.wait(STARTS_IN_S)
    # Older versions of cage end with 0, however their program ended.
    assert code in (exits.OK, exits.OPERATOR), compositor.said()
    assert compositor.said().count("it starts again") == 1, compositor.said()


def plays_by_keys(kiosk: Kiosk, shown: Shown) -> None:
    """The first key wakes it, the next one plays."""

    def wakes() -> bool:
        # The first presses may come before the compositor has the keyboard.
        kiosk.do("key", "Tab")
        time.sleep(0.5)
        return shown.place == "play"

    wait_for(wakes, "waking", STARTS_IN_S)
    kiosk.do("keydown", "space")
    shown.waits_for("held")
    kiosk.do("keyup", "space")
    shown.waits_for("play")


def no_key_leads_out(kiosk: Kiosk, shown: Shown) -> None:
    game = kiosk.game
    for keys in ESCAPES:
        kiosk.do("key", keys)
    time.sleep(NOTHING_S)
    assert kiosk.game == game
    assert shown.place == "play"


def comes_back(kiosk: Kiosk, shown: Shown) -> None:
    game = kiosk.game
    os.kill(game, signal.SIGKILL)
    killed_s = time.monotonic()
    wait_for(
        lambda: kiosk.game not in (0, game) and shown.place == "attract",
        "its return",
        STARTS_IN_S,
    )
    assert time.monotonic() - killed_s < BACK_WITHIN_S


def the_operator_gets_in_and_out(kiosk: Kiosk, shown: Shown, *, by_keys: bool) -> None:
    twin = shown.twin
    if by_keys:
        kiosk.hold_the_chord()
    else:
        kiosk.hold_the_corner()
    shown.waits_for("door")
    for digit in PIN:
        kiosk.click(twin.center(twin.door, f"digit {digit}"))
    kiosk.click(twin.center(twin.door, "try"))
    shown.waits_for("room")
    if twin.room.game.board.find("quit") is None:
        # A narrow screen has one card at a time.
        kiosk.click(twin.center(twin.room, "card program"))
        twin.room.press("card program")
        twin.room.wait(0.5)
        time.sleep(NOTHING_S)
    quits = twin.center(twin.room, "quit")
    kiosk.click(quits)
    # It is asked twice, and a trembling finger is no second answer.
    time.sleep(NOTHING_S)
    kiosk.click(quits)


# --- a touch screen -------------------------------------------------------------------


@pytest.fixture
def touch_screen(tmp_path: Path, processes: Processes) -> TouchScreen:
    needs("Xorg", "import")
    if not is_root():
        pytest.skip("Xorg with a touch screen of its own needs root")
    return TouchScreen(tmp_path, processes)


@pytest.fixture
def hand(touch_screen: TouchScreen) -> Iterator[Fingers]:
    fingers = touch_screen.fingers()
    yield fingers
    fingers.close()


def test_a_finger_wakes_the_exhibit_and_two_play(
    tmp_path: Path, touch_screen: TouchScreen, hand: Fingers, processes: Processes
) -> None:
    folders = {"XDG_STATE_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    command = [sys.executable, "-m", "lifgame", "--kiosk", "--allow-root"]
    environment = touch_screen.environment | folders
    processes.start("program", command, cwd=ROOT, env=environment)
    twin = Twin(tmp_path, touch_screen.size)
    shown = Shown(touch_screen, twin)
    shown.waits_for("attract", STARTS_IN_S)
    hand.tap(0, (touch_screen.size[0] // 2, 4))
    shown.waits_for("play")
    hand.down(0, twin.center(twin.play, "inject"))
    shown.waits_for("held")
    # While one finger holds, another one chooses the next neuron.
    card = twin.play.game.board["preset_card"].rect
    twin.held.press("preset_next")
    twin.held.wait(0.5)
    right = crop(pixels(twin.held.game.window_surface), card)
    hand.tap(1, twin.center(twin.play, "preset_next"))
    wait_for(
        lambda: bool((crop(touch_screen.picture(), card) == right).all()),
        "the next neuron",
        SEEN_WITHIN_S,
    )
    assert shown.place == "held"
    hand.up(0)
    shown.waits_for("play")
