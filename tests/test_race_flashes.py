"""Two who mash at one screen: together at most two flashes a second, lamps and all."""

from collections.abc import Callable

import numpy as np
import pygame
import pytest
from flash_meter import FlashMeter
from pilot import Pilot
from race_tools import begun

pytestmark = pytest.mark.slow
MOST_PER_S = 2.0
Mash = Callable[[int, str], tuple[bool, bool]]


def together(frame: int, _key: str) -> tuple[bool, bool]:
    """Both eight times a second."""
    return frame % 8 == 0, frame % 8 == 4


def in_turn(frame: int, key: str) -> tuple[bool, bool]:
    """One quicker than the other, and never at the same time for long."""
    every = 11 if key == "a" else 13
    return frame % every == 0, frame % every == 5


def slowly(frame: int, key: str) -> tuple[bool, bool]:
    """So slowly that a button goes dark between two presses."""
    shift = 0 if key == "a" else 35
    return (frame + shift) % 70 == 0, (frame + shift) % 70 == 4


@pytest.mark.parametrize(
    ("size", "palette", "mash"),
    [
        ((640, 480), "night", together),
        ((640, 480), "night", slowly),
        ((640, 480), "contrast", in_turn),
        ((480, 740), "projector", together),
        ((480, 740), "projector", in_turn),
    ],
)
def test_two_who_mash_make_no_flashes(
    size: tuple[int, int], palette: str, mash: Mash
) -> None:
    pilot, meter = begun(size, palette=palette), FlashMeter(size)
    see(pilot, meter, 1.0)
    pilot.press("a", "l")
    see(pilot, meter, 3.2)
    for frame in range(60 * 6):
        for key in ("a", "l"):
            goes_down, comes_up = mash(frame, key)
            if goes_down:
                pilot.key_down(key)
            if comes_up:
                pilot.key_up(key)
        see(pilot, meter, 1 / 60)
    pilot.session.run(60 * 40)
    see(pilot, meter, 2.0)
    for (kind, area), worst in meter.worst.items():
        limit = 0.0 if kind == "red" else MOST_PER_S
        assert worst.per_s <= limit, (kind, area, worst)


def see(pilot: Pilot, meter: FlashMeter, seconds: float) -> None:
    for _ in range(round(seconds * 60)):
        pilot.frame(elapsed_s=1 / 60)
        pixels = pygame.surfarray.array3d(pilot.game.window_surface)
        meter.see(np.swapaxes(pixels, 0, 1))
