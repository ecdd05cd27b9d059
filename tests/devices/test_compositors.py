"""Kiosk compositor and desktop compositor, native Wayland and Xwayland."""

import os
import signal

import pytest
from window_tools import Screen, wait_for

from devices.compositors import COMPOSITORS, DRIVERS, Compositor
from devices.machine import Processes, User, needs, program_of

SIZES = ((1280, 720), (800, 480))


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("name", COMPOSITORS)
def test_the_picture_is_right_to_the_pixel_at_every_resolution_and_it_ends_when_told(
    name: str, driver: str, screen: Screen, user: User, processes: Processes
) -> None:
    needs(name, "Xwayland")
    compositor = Compositor(name, driver, screen, user, processes)
    running = compositor.play()
    compositor.open_still()
    for size in SIZES if name == "cage" else ():
        compositor.resize(size)
        wait_for(compositor.shows_still, f"{size}. {compositor.said()}")
    # Not cage itself, which trips over a signal of its own.
    os.kill(program_of(running), signal.SIGTERM)
    wait_for(lambda: running.poll() is not None, "its end")
    assert running.returncode == 0, compositor.said()


@pytest.mark.parametrize("name", COMPOSITORS)
def test_the_plain_framebuffer_that_x11_programs_are_told_of_closes_no_window(
    name: str, screen: Screen, user: User, processes: Processes
) -> None:
    needs(name)
    compositor = Compositor(name, "wayland", screen, user, processes)
    running = compositor.play(SDL_FRAMEBUFFER_ACCELERATION="0")
    compositor.open_still()
    assert running.poll() is None
