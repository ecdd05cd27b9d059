"""At most two flashes a second on the whole screen, whatever is set (WCAG 2.2, 2.3.1).

Each small block of the picture is watched for pairs of opposing changes of a tenth of
the greatest luminance; a flash counts where a quarter of any ten degrees of sight
flashes together, for which a quarter of the picture's part stands here.
"""

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pygame
import pytest
from pilot import Pilot
from test_paper_bands import flashes, luminance

from lifgame.content.screens import VIEWS
from lifgame.content.speeds import SPEEDS
from lifgame.session import commands as c
from lifgame.session.start import Start

# Of every second pixel, so 16 pixels of the screen.
BLOCK = 8
# WCAG: a quarter of 341 by 256 pixels of a screen of 1024 by 768, here of 800 by 480.
FIELD = (16, 12)
SHARE = 0.25
WATCHED_S = 4.0
MOST_PER_S = 2.0

# Each takes seconds; what is left to itself, the quickest and pulses are tried always.
MANY_SPEEDS = pytest.mark.slow
Do = Callable[[Pilot, int], None]


def nothing(_pilot: Pilot, _frame: int) -> None:
    """Only look."""


def mash_hold(pilot: Pilot, frame: int) -> None:
    """Eight times a second."""
    if frame % 8 == 0:
        pilot.key_down("space")
    elif frame % 8 == 4:
        pilot.key_up("space")


def flashing(pilot: Pilot, do: Do) -> float:
    """The most flashes a second that a quarter of any field shows together."""
    pilot.wait(1.5)
    grids = []
    for frame in range(round(WATCHED_S * 60)):
        do(pilot, frame)
        pilot.frame(elapsed_s=1 / 60)
        # A quarter of the pixels tells the mean of a block as well.
        seen = luminance(pygame.surfarray.array3d(pilot.game.window_surface)[::2, ::2])
        wide, high = (side // BLOCK for side in seen.shape)
        blocks = seen[: wide * BLOCK, : high * BLOCK]
        grids.append(blocks.reshape(wide, BLOCK, high, BLOCK).mean(axis=(1, 3)))
    levels = np.array(grids)
    counts = np.zeros((levels.shape[1], levels.shape[2]))
    for x, y in np.argwhere(np.ptp(levels, axis=0) >= 0.10):
        counts[x, y] = flashes(levels[:, x, y].tolist())
    most = 0.0
    columns, rows = counts.shape[0], counts.shape[1]
    for x in range(columns - FIELD[0] + 1):
        for y in range(rows - FIELD[1] + 1):
            field = counts[x : x + FIELD[0], y : y + FIELD[1]]
            most = max(most, float(np.quantile(field, 1.0 - SHARE)))
    return most / WATCHED_S


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "speed",
    [None, *(pytest.param(speed, marks=MANY_SPEEDS) for speed in SPEEDS)],
    ids=str,
)
def test_no_part_of_the_screen_flashes_at_any_speed(
    speed: Fraction | None, view: str
) -> None:
    pilot = Pilot((800, 480), Start(preset="sensory", speed=speed, view=view))
    assert flashing(pilot, nothing) <= MOST_PER_S


@pytest.mark.parametrize(
    "palette",
    ["contrast", *(pytest.param(p, marks=MANY_SPEEDS) for p in ("night", "projector"))],
)
def test_nor_with_dense_pulses_in_any_palette(palette: str) -> None:
    values = (("current", 5.0), ("capacitance", 0.5), ("pulse_period", 250.0))
    start = Start(pattern="pulses", speed=Fraction(1), values=values)
    pilot = Pilot((800, 480), start)
    pilot.game.obey([c.SetSetting("palette", palette)])
    assert flashing(pilot, nothing) <= MOST_PER_S


@pytest.mark.parametrize(
    "speed",
    [None, pytest.param(Fraction(1, 10), marks=MANY_SPEEDS), Fraction(1)],
    ids=str,
)
def test_nor_while_somebody_mashes_hold(speed: Fraction | None) -> None:
    pilot = Pilot((800, 480), Start(pattern="by_hand", speed=speed))
    assert flashing(pilot, mash_hold) <= MOST_PER_S


def test_a_flashing_screen_would_be_found() -> None:
    def flash(pilot: Pilot, frame: int) -> None:
        if frame % 10 == 0:
            palette = "projector" if frame % 20 else "night"
            pilot.session.obey(c.SetSetting("palette", palette))

    assert flashing(Pilot((640, 480)), flash) > MOST_PER_S
