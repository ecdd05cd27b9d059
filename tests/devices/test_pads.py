"""Pads by the whole way: SDL's own devices, pygame's events, the game."""

from collections.abc import Iterator

import pygame
import pytest
from pilot import FRAME_S, Pilot

from devices.pads import FULL, VirtualPad
from lifgame.app.hands.pad_devices import PadDevices

# As SDL counts a known controller's parts.
A, B, X, START, LEFT_SHOULDER, RIGHT_SHOULDER, DOWN = 0, 1, 2, 6, 9, 10, 12
RIGHT_TRIGGER = 5
# As a box without a name is wired.
PRESS, BACK, INJECT, HELP, PREVIOUS, NEXT = range(6)
HAT_DOWN = 4


class Player:
    """Somebody with a pad in front of the running loop."""

    def __init__(self) -> None:
        pygame.event.clear()
        self.pilot = Pilot()
        self._devices = PadDevices()
        self.pads: list[VirtualPad] = []

    def plug_in(self, *, is_known: bool) -> VirtualPad:
        pad = VirtualPad(is_known=is_known)
        self.pads.append(pad)
        self.wait()
        return pad

    def pull_out(self, pad: VirtualPad) -> None:
        self.pads.remove(pad)
        pad.pull_out()
        self.wait()

    def wait(self, frames: int = 3) -> None:
        for _ in range(frames):
            events = self._devices.filter(pygame.event.get())
            self.pilot.frame(*events, elapsed_s=FRAME_S)

    def press(self, pad: VirtualPad, button: int) -> None:
        pad.button(button, is_down=True)
        self.wait()
        pad.button(button, is_down=False)
        self.wait()

    @property
    def push(self) -> float:
        """How hard somebody injects, 0 to 1."""
        return max(self.pilot.session.cell.pushes.values(), default=0.0)


@pytest.fixture
def player() -> Iterator[Player]:
    somebody = Player()
    yield somebody
    for pad in list(somebody.pads):
        somebody.pull_out(pad)


def test_a_known_pad_goes_round_presses_injects_and_changes_the_neuron(
    player: Player,
) -> None:
    pad, session = player.plug_in(is_known=True), player.pilot.session
    player.press(pad, DOWN)
    first = session.place.focus
    assert first is not None
    player.press(pad, DOWN)
    assert session.place.focus not in (None, first)

    before = session.cell.preset
    player.press(pad, RIGHT_SHOULDER)
    assert session.cell.preset != before
    player.press(pad, LEFT_SHOULDER)
    assert session.cell.preset == before

    player.press(pad, START)
    assert session.is_held
    player.press(pad, START)
    assert not session.is_held

    pad.button(X, is_down=True)
    player.wait()
    assert player.push == 1.0
    pad.button(X, is_down=False)
    player.wait()
    assert player.push == 0.0


def test_a_trigger_injects_in_proportion(player: Player) -> None:
    pad = player.plug_in(is_known=True)
    # A finger bends it a little first: an axis that never rested is not believed.
    touched = (round(-0.96 * FULL), 0.0)
    for value, share in (touched, (0, 0.5), (FULL, 1.0), (-FULL - 1, 0.0)):
        pad.axis(RIGHT_TRIGGER, value)
        player.wait()
        assert player.push == pytest.approx(share, abs=0.01)


def test_a_box_without_a_name_works_by_the_order_of_its_wires(player: Player) -> None:
    pad, session = player.plug_in(is_known=False), player.pilot.session
    pad.hat(HAT_DOWN)
    player.wait()
    pad.hat(0)
    player.wait()
    assert session.place.focus is not None
    before = session.cell.preset
    player.press(pad, NEXT)
    assert session.cell.preset != before
    player.press(pad, PREVIOUS)
    assert session.cell.preset == before
    player.press(pad, HELP)
    assert session.place.screen != "play"
    player.press(pad, BACK)
    assert session.place.screen == "play"
    pad.button(INJECT, is_down=True)
    player.wait()
    assert player.push == 1.0


@pytest.mark.parametrize("is_known", [True, False])
def test_a_pad_that_is_pulled_out_lets_go_and_plays_again_when_it_is_back(
    player: Player, is_known: bool
) -> None:
    inject = X if is_known else INJECT
    for _ in range(3):
        pad = player.plug_in(is_known=is_known)
        pad.button(inject, is_down=True)
        player.wait()
        assert player.push == 1.0
        player.pull_out(pad)
        assert player.push == 0.0


def test_two_pads_hold_apart(player: Player) -> None:
    first, second = player.plug_in(is_known=True), player.plug_in(is_known=False)
    first.button(X, is_down=True)
    second.button(INJECT, is_down=True)
    player.wait()
    first.button(X, is_down=False)
    player.wait()
    assert player.push == 1.0
    player.pull_out(second)
    assert player.push == 0.0
