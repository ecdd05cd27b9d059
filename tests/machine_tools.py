"""A machine on its own, without session and scene, for tests and for looking at it."""

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pygame
from numpy.typing import NDArray
from pygame import Rect, Surface

from lifgame.content.palettes import PALETTES
from lifgame.session.showing import GULP_S
from lifgame.session.shown import gulp_level_mv
from lifgame.view.look import Look
from lifgame.view.machine.frame import Cup, MachineFrame
from lifgame.view.machine.painter import MachinePainter
from lifgame.view.machine.places import MachinePlaces

Size = tuple[int, int]

# Screen, form, and the picture's share of the screen's height.
SCREENS: dict[str, tuple[Size, str, float]] = {
    "1080p": ((1920, 1080), "landscape", 872 / 1080),
    "720p": ((1280, 720), "landscape", 872 / 1080),
    "laptop": ((1366, 768), "landscape", 872 / 1080),
    "4:3": ((1024, 768), "landscape", 872 / 1080),
    "21:9": ((2560, 1080), "landscape", 872 / 1080),
    "wide": ((3440, 1080), "landscape", 872 / 1080),
    "2k": ((2560, 1440), "landscape", 872 / 1080),
    "4k": ((3840, 2160), "landscape", 872 / 1080),
    "portrait": ((1080, 1920), "portrait", 1488 / 1920),
    "tablet": ((768, 1024), "portrait", 1488 / 1920),
    "compact": ((800, 480), "compact", 392 / 480),
    "vga": ((640, 480), "compact", 392 / 480),
    "lab": ((1920, 1080), "lab_landscape", 704 / 1080),
    "lab_portrait": ((1080, 1920), "lab_portrait", 1010 / 1920),
    "lab_compact": ((800, 480), "lab_compact", 392 / 480),
}


def places_of(screen: str, c_nf: float = 2.0, text_scale: float = 1.0) -> MachinePlaces:
    size, form, share = SCREENS[screen]
    picture = Rect(0, 0, size[0], round(size[1] * share))
    return MachinePlaces(picture, form, min(size) / 1080, text_scale, c_nf)


def frame(
    level: float = 12.0, i: float = 2.0, r: float = 12.0, c: float = 2.0,
    th: float = 20.0,
) -> MachineFrame:  # fmt: skip
    return MachineFrame(
        level_mv=level,
        line_mv=th,
        rest_line_mv=th,
        inflow_na=i,
        leak_na=level / r,
        tap_na=i,
        capacitance_nf=c,
        resistance_mohm=r,
        settle_mv=r * i if r * i > 0.5 else None,
        spike_count=2,
    )


def machine(
    screen: str = "720p", *, palette: str = "night", still: bool = False,
    text_scale: float = 1.0, look: Look | None = None,
) -> MachinePainter:  # fmt: skip
    size = SCREENS[screen][0]
    look = look or Look()
    look = replace(
        look, unit=min(size) / 1080, palette=PALETTES[palette], still=still,
        text_scale=text_scale,
    )  # fmt: skip
    room = Surface(size)
    room.fill(look.palette.room_light)
    return MachinePainter(look, places_of(screen, text_scale=text_scale), room)


def pixels(surface: Surface) -> NDArray[np.uint8]:
    return pygame.surfarray.array3d(surface)


def film(fps: int = 60, cup: Cup | None = None) -> Iterator[tuple[MachineFrame, float]]:
    """Filling, one gulp with its pulse and lamp, and the refill; frame and seconds."""
    step_s, before_s = 1.0 / fps, 0.3
    base = replace(frame(), adaptation=cup)
    lift = cup.lift_mv if cup else 0.0
    line = base.rest_line_mv + lift
    time_s = -before_s
    while time_s < 1.2:
        if time_s < 0.0:
            yield replace(base, level_mv=line + 12 * time_s, line_mv=line), step_s
        else:
            gulp_s = time_s if time_s < GULP_S else None
            level = 24.0 * (1.0 - math.exp(-(time_s - GULP_S) / 1.2))
            if gulp_s is not None:
                level = gulp_level_mv(line, gulp_s / GULP_S)
            yield replace(
                base, level_mv=level, line_mv=line, leak_na=level / 12.0,
                gulp_s=gulp_s, pulse_s=time_s, spike_count=3,
            ), step_s  # fmt: skip
        time_s += step_s


def strip(painter: MachinePainter, fps: int = 20, columns: int = 6) -> Surface:
    """The film as pictures side by side."""
    shots = []
    canvas = Surface(SCREENS["720p"][0])
    for shown, step_s in film(fps):
        painter.update(shown, step_s)
        painter.draw(canvas)
        shots.append(canvas.subsurface(painter.area).copy())
    width, height = shots[0].get_size()
    sheet = Surface((width * columns, height * math.ceil(len(shots) / columns)))
    for index, shot in enumerate(shots):
        sheet.blit(shot, (index % columns * width, index // columns * height))
    return sheet
