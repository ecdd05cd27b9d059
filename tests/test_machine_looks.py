"""Small kept pictures of the machine, as they were looked at and approved.

``pytest tests/test_machine_looks.py --update-pictures`` renews them.
"""

from dataclasses import replace

import pytest
from machine_tools import frame, machine
from pygame import Rect, Surface
from test_looks import compare

from lifgame.view.machine.frame import Cup, MachineFrame
from lifgame.view.machine.painter import MachinePainter

CUP = Cup(5.0, 2.5, 70.0)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-pictures"))


def shown(painter: MachinePainter, *frames: MachineFrame) -> Surface:
    """The picture after some frames of a sixth of a second."""
    for now in frames:
        painter.update(now, 1 / 6)
    canvas = painter.wall.copy()
    painter.draw_all(canvas)
    return canvas


def around(canvas: Surface, centre: tuple[int, int]) -> Surface:
    crop = Rect(0, 0, 400, 400)
    crop.center = centre
    return canvas.subsurface(crop.clip(canvas.get_rect())).copy()


GULP = (
    frame(20.0),
    replace(frame(9.0), gulp_s=0.19, pulse_s=0.19, spike_count=3),
)
PULSE = (*GULP, replace(frame(1.0), pulse_s=0.37, spike_count=3))


@pytest.mark.parametrize("palette", ["night", "projector", "contrast"])
def test_the_gulp_looks_as_it_was_approved(palette: str, update: bool) -> None:
    painter = machine("720p", palette=palette)
    canvas = shown(painter, *GULP)
    x, y = painter.places.inside.center
    compare(f"machine_gulp_{palette}", around(canvas, (x + 40, y + 40)), update=update)


@pytest.mark.parametrize("palette", ["night", "projector", "contrast"])
def test_pulse_and_lamp_look_as_they_were_approved(palette: str, update: bool) -> None:
    painter = machine("720p", palette=palette)
    canvas = shown(painter, *PULSE, replace(frame(3.0), pulse_s=0.54, spike_count=3))
    x, y, _ = painter.places.lamp
    compare(f"machine_lamp_{palette}", around(canvas, (x - 60, y)), update=update)


def test_the_cup_looks_as_it_was_approved(update: bool) -> None:
    painter = machine("720p")
    now = replace(frame(8.0), line_mv=25.0, adaptation=CUP, cell="adapting_pyramidal")
    canvas = shown(painter, now, now)
    x, y = painter.places.inside.topright
    compare("machine_cup", around(canvas, (x + 100, y + 90)), update=update)


def test_a_held_handle_and_a_focused_one_look_as_they_were_approved(
    update: bool,
) -> None:
    painter = machine("720p")
    now = replace(frame(), held="line", held_value="20.0 mV", focused="leak")
    canvas = shown(painter, now, now)
    x, y = painter.places.inside.midright
    compare("machine_handles", around(canvas, (x + 60, y + 40)), update=update)


def test_the_band_looks_as_it_was_approved(update: bool) -> None:
    painter = machine("720p", still=True)
    canvas = shown(painter, replace(frame(13.0), is_band=True, rate_share=0.5))
    compare("machine_band", around(canvas, painter.places.inside.center), update=update)


def test_the_compact_machine_looks_as_it_was_approved(update: bool) -> None:
    painter = machine("compact", still=True)
    canvas = shown(painter, replace(frame(16.0), cell="purkinje"))
    compare("machine_compact", around(canvas, (400, 200)), update=update)
