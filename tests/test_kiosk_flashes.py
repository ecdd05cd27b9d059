"""What an unattended exhibit shows does not flash, however wildly it is touched."""

from pathlib import Path

import numpy as np
import pygame
import pytest
from flash_meter import FlashMeter
from kiosk_tools import Museum

SIZES = ((640, 480), (480, 740))
pytestmark = pytest.mark.slow
# Fewer than the criterion allows.
MOST_PER_S = 2.0


def assert_calm(meter: FlashMeter) -> None:
    for (kind, area), worst in meter.worst.items():
        limit = 0.0 if kind == "red" else MOST_PER_S
        assert worst.per_s <= limit, (kind, area, worst)


def see(museum: Museum, meter: FlashMeter) -> None:
    museum.frame()
    pixels = pygame.surfarray.array3d(museum.game.window_surface)
    meter.see(np.swapaxes(pixels, 0, 1))


@pytest.mark.parametrize("size", SIZES)
def test_attract_does_not_flash(tmp_path: Path, size: tuple[int, int]) -> None:
    museum, meter = Museum(tmp_path, size), FlashMeter(size)
    for _ in range(60 * 16):
        see(museum, meter)
    assert_calm(meter)


@pytest.mark.parametrize("palette", ["night", "projector", "contrast"])
def test_waking_the_question_and_going_back_do_not_flash(
    tmp_path: Path, palette: str
) -> None:
    size = SIZES[0]
    museum = Museum(tmp_path, size, {"palette": palette})
    meter = FlashMeter(size)
    for _ in range(3):
        museum.wait(0.5)
        museum.frame(museum.finger(pygame.FINGERDOWN, (320, 4)))
        museum.frame(museum.finger(pygame.FINGERUP, (320, 4)))
        for _ in range(60):
            see(museum, meter)
        museum.wait(14)
        for _ in range(90):
            see(museum, meter)
        museum.touch((3, 3))
        for _ in range(60):
            see(museum, meter)
        museum.wait(33.5)
        for _ in range(150):
            see(museum, meter)
    assert museum.place == ("attract", None)
    assert_calm(meter)


def test_opening_and_closing_the_door_as_fast_as_it_goes_does_not_flash(
    tmp_path: Path,
) -> None:
    size = SIZES[0]
    museum, meter = Museum(tmp_path, size), FlashMeter(size)
    museum.wake()
    for _ in range(3):
        museum.frame(museum.finger(pygame.FINGERDOWN, (10, 10)))
        for _ in range(190):
            see(museum, meter)
        museum.frame(museum.finger(pygame.FINGERUP, (10, 10)))
        assert museum.place[1] == "pin"
        museum.press("back")
        for _ in range(20):
            see(museum, meter)
    assert_calm(meter)
