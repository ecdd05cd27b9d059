"""A little noise helps a weak signal over the line; none and too much do not."""

import math
from dataclasses import replace

import pygame
import pytest
from guide_tools import begin, progress_of, visitor, wait_ticks
from sizes import at_sizes

from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.guide.meter import Meter
from lifgame.session.guide.seat import fresh_cells
from lifgame.session.guide.table import GUIDES
from lifgame.session.guide.waves import Waves
from lifgame.session.start import DEFAULT_DT_MS

ROW = GUIDES["noise"]
PERIOD_MS = 200.0
# What a visitor does in the time that the card says, gulps not counted.
WAVES = round(ROW.seconds * 1000 * float(ROW.speed) / PERIOD_MS)
TICKS_A_WAVE = round(PERIOD_MS / DEFAULT_DT_MS)
SEEDS = (*(pytest.param(s) for s in range(2)),
         *(pytest.param(s, marks=pytest.mark.slow) for s in range(2, 40)))  # fmt: skip
with_any_seed = pytest.mark.parametrize("seed", SEEDS)
LITTLE_NA, FULL_NA = 0.5, 2.0


def stars(seed: int, noise_na: float) -> int:
    """How many stations are reached with a noise that is set once and left."""
    row = replace(ROW, start=replace(ROW.start, seed=seed))
    cell, reached = fresh_cells(row)[0], 0
    meter = Meter(cell, float(row.speed))
    cell.obey(c.SetParameter("noise_sigma", noise_na))
    for _ in range(WAVES * TICKS_A_WAVE):
        meter.take(cell, cell.run(1))
        while row.goals[reached].holds(meter.readings):
            reached += 1
            if reached == len(row.goals):
                return reached
    return reached


@with_any_seed
def test_a_little_noise_wins_in_time_and_full_noise_does_not(seed: int) -> None:
    assert stars(seed, LITTLE_NA) == 3
    assert stars(seed, FULL_NA) < 3


def test_alone_the_signal_stays_below_the_line() -> None:
    assert stars(0, 0.0) == 0
    cell = fresh_cells(ROW)[0]
    # V of a first-order filter: mean R I, swing R I / sqrt(1 + (2 pi f tau)^2).
    turn = math.tau * cell.tau_ms / PERIOD_MS
    peak_mv = 15.0 * 0.6 * (1.0 + 1.0 / math.hypot(1.0, turn))
    assert cell.reach_mv == pytest.approx(peak_mv, abs=0.1)
    assert peak_mv == pytest.approx(17.8, abs=0.1)


def test_a_crest_is_where_the_water_would_be_over_its_mean_without_noise() -> None:
    cell, waves = fresh_cells(ROW)[0], Waves()
    mean_mv = 15.0 * 0.6
    seen: list[tuple[bool, bool]] = []
    for _ in range(3 * TICKS_A_WAVE):
        cell.run(1)
        waves.take(cell, 0)
        seen.append((waves.is_crest, cell.voltage_mv > mean_mv))
    # The first wave has still to swing in; at the edges a tick may lie either way.
    late = seen[TICKS_A_WAVE:]
    assert sum(said != true for said, true in late) <= 4
    assert sum(said for said, _ in late) == pytest.approx(len(late) / 2, abs=2)


def fired(waves: Waves, cell: Cell, at_ms: dict[int, int], until_ms: int) -> None:
    """Let time pass with so many spikes at such times."""
    while cell.time_ms < until_ms:
        cell.run(1)
        waves.take(cell, at_ms.get(round(cell.time_ms * 2), 0))


def test_a_spike_in_the_valley_spoils_its_wave_and_a_new_noise_all() -> None:
    cell, waves = fresh_cells(ROW)[0], Waves()
    # Crests from 7 ms on and every 200 ms, each 100 ms long; valleys before them.
    fired(waves, cell, {2 * 50: 1, 2 * 250: 2, 2 * 350: 1, 2 * 450: 1}, 510)
    assert (waves.hit, waves.clean) == (3, 2)
    waves.forget()
    assert (waves.hit, waves.clean) == (0, 0)
    fired(waves, cell, {2 * 650: 1}, 660)
    waves.forget()
    fired(waves, cell, {}, 710)
    assert waves.hit == 0, "its crest had begun under another noise"
    fired(waves, cell, {2 * 850: 1}, 910)
    assert (waves.hit, waves.clean) == (1, 1)


@at_sizes([(1280, 720), (1080, 1920), (800, 480)], ((800, 480),))
def test_a_finger_slides_the_noise_in_and_arrows_move_it(size: tuple[int, int]) -> None:
    pilot = visitor(size)
    begin(pilot, ROW)
    cell = pilot.session.cell
    bar = pilot.slider("noise_sigma")
    assert pilot.game.board.find("inject") is None, "nothing that would do nothing"
    start = bar.knob_x(0.0), bar.groove.centery
    pilot.finger(pygame.FINGERDOWN, 0, start)
    pilot.finger(pygame.FINGERMOTION, 0, (bar.knob_x(0.5), bar.groove.centery))
    pilot.finger(pygame.FINGERUP, 0, (bar.knob_x(0.5), bar.groove.centery))
    assert cell.value("noise_sigma") == pytest.approx(0.5, abs=0.051)
    before = cell.value("noise_sigma")
    pilot.game.obey([c.Focus("noise_sigma")])
    pilot.press("right")
    assert cell.value("noise_sigma") == pytest.approx(before + 0.05)
    assert pilot.game.containment.faults == {}


def test_without_the_guide_there_is_no_noise_on_the_signal() -> None:
    pilot = visitor()
    begin(pilot, ROW)
    pilot.game.obey([c.SetParameter("noise_sigma", FULL_NA)])
    wait_ticks(pilot, 300)
    assert pilot.session.cell.spike_count > 0
    assert not progress_of(pilot).is_over
    pilot.game.obey([g.LeaveGuide()])
    cell = pilot.session.cell
    assert cell.pattern.id == "sine"
    pilot.session.run(TICKS_A_WAVE)
    before = cell.spike_count
    pilot.session.run(5 * TICKS_A_WAVE)
    assert cell.spike_count == before
