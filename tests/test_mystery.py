"""The mystery: measured as a visitor would, guessed wrong, left, and begun again."""

import math

import numpy as np
import pygame
import pytest
from guide_tools import leap, lift, progress_of, visitor, wait_ticks
from pilot import Pilot

from lifgame.content.kiosk import KioskRules
from lifgame.content.parameters import CAPACITANCE, CURRENT, RESISTANCE
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.guide.estimate import draw, stars
from lifgame.session.guide.mystery import GUESS, MYSTERY, NEURONS, PUSH_NA
from lifgame.session.guide.offer import is_offered
from lifgame.session.guide.progress import DO, EXPLAINED, MEASURED
from lifgame.session.guide.rows import Secret
from lifgame.session.session import replay
from lifgame.session.start import DEFAULT_DT_MS

LINE_MV = 20.0
SETTLED_TICKS = 420


def mystery(size: tuple[int, int] = (800, 480), **settings: str) -> Pilot:
    """Somebody before the curtain."""
    pilot = visitor(size, **settings)
    pilot.game.obey([g.StartGuide("mystery")])
    pilot.frame()
    return pilot


def hidden(pilot: Pilot) -> tuple[float, float]:
    """R and C, which no visitor sees."""
    cell = pilot.session.cells[0]
    return cell.value(RESISTANCE.id), cell.value(CAPACITANCE.id)


def estimates(pilot: Pilot) -> tuple[float, float]:
    """What the visitor thinks."""
    cell = pilot.session.cells[1]
    return cell.value(RESISTANCE.id), cell.value(CAPACITANCE.id)


def estimate(pilot: Pilot, r_mohm: float, c_nf: float) -> None:
    """Set both, and let a tick pass."""
    for name, value in ((RESISTANCE.id, r_mohm), (CAPACITANCE.id, c_nf)):
        pilot.game.obey([c.SetParameter(name, value, cell=1)])
    wait_ticks(pilot, 1)


def measured(pilot: Pilot) -> tuple[float, float]:
    """R by the height at which it stops, C by the time to 63 % of it."""
    pilot.key_down("space")
    wait_ticks(pilot, SETTLED_TICKS)
    pilot.key_up("space")
    record = pilot.session.cells[0].record
    past = record.span(0, record.end_tick)
    v_mv = past.voltage_mv[past.current_na > 0.0]
    r_mohm = v_mv[-1] / PUSH_NA
    below = int(np.argmax(v_mv >= (1.0 - math.exp(-1.0)) * v_mv[-1]))
    return r_mohm, below * DEFAULT_DT_MS / r_mohm


# --- found, and not found ---------------------------------------------------------


def test_who_measures_height_and_speed_finds_it() -> None:
    pilot = mystery()
    r_mohm, c_nf = measured(pilot)
    assert pilot.session.cells[0].spike_count == 0
    estimate(pilot, r_mohm, c_nf)
    assert estimates(pilot) == hidden(pilot)
    pilot.click("go")
    progress = progress_of(pilot)
    assert progress.state == MEASURED
    assert progress.found == progress.theory
    assert pilot.session.guide.stars.of("mystery") == progress.earned == 3
    pilot.click("go")
    assert progress.state == EXPLAINED
    pilot.click("go")
    assert pilot.session.place.screen == "play"


@pytest.mark.parametrize(
    ("r_share", "c_share", "earned"),
    [(1.0, 1.0, 3), (1.25, 1.0, 1), (0.875, 1.0, 2), (1.0, 1.3, 1), (1.0, 2.0, 0),
     (0.5, 1.0, 0), (0.875, 1.2, 1)],
)  # fmt: skip
def test_the_worse_of_both_decides(r_share: float, c_share: float, earned: int) -> None:
    pilot = mystery()
    assert hidden(pilot) == (24.0, 1.0)
    estimate(pilot, 24.0 * r_share, 1.0 * c_share)
    pilot.click("go")
    progress = progress_of(pilot)
    assert progress.earned == pilot.session.guide.stars.of("mystery") == earned
    assert progress.off == pytest.approx(max(abs(r_share - 1), abs(c_share - 1)))


def test_who_has_moved_nothing_is_asked_to() -> None:
    pilot = mystery()
    pilot.click("go")
    assert progress_of(pilot).state == DO
    assert pilot.session.guide.is_nodding
    pilot.click("your_resistance:plus")
    pilot.click("go")
    assert progress_of(pilot).state == MEASURED
    assert pilot.session.guide.stars.of("mystery") == 0


@pytest.mark.parametrize("neuron", NEURONS)
def test_each_can_be_found_with_what_there_is(neuron: tuple[float, float]) -> None:
    r_mohm, c_nf = neuron
    assert PUSH_NA * r_mohm < LINE_MV, "the button alone shows where it stops"
    assert PUSH_NA * r_mohm > 4.0, "and that is well above the floor"
    assert CURRENT.maximum * r_mohm > LINE_MV, "the tap makes it fire"
    assert 8.0 <= r_mohm * c_nf <= 50.0, "neither too quick nor too slow to be seen"
    secret = MYSTERY.secret
    assert secret is not None
    guess = dict(GUESS)
    off = max(
        abs(guess[RESISTANCE.id] - r_mohm) / r_mohm,
        abs(guess[CAPACITANCE.id] - c_nf) / c_nf,
    )
    assert stars(secret, off) == 0, "nobody has found it before he has begun"


def test_hardly_anybody_meets_the_same_one_twice() -> None:
    secret = MYSTERY.secret
    assert secret is not None
    last, seen = None, set()
    for chance in range(len(NEURONS)):
        place = draw(secret, chance, last)
        assert place != last
        seen.add(place)
        last = place
    assert draw(secret, 5, 5) != 5
    assert len(seen) > len(NEURONS) / 2


# --- the curve of the guess --------------------------------------------------------


def voltages(cell: Cell) -> list[float]:
    voltage: list[float] = cell.record.span(0, cell.record.end_tick).voltage_mv.tolist()
    return voltage


def test_the_true_guess_has_the_neuron_s_own_curve_from_the_first_tick() -> None:
    pilot = mystery()
    leap(pilot, MYSTERY.solution[:2])
    pilot.game.obey([c.SetParameter(CURRENT.id, 1.5)])
    pilot.session.run(300)
    neuron, guess = pilot.session.cells
    assert neuron.spike_count > 0
    assert voltages(guess) != voltages(neuron)
    estimate(pilot, *hidden(pilot))
    pilot.session.run(50)
    assert voltages(pilot.session.cells[1]) == voltages(pilot.session.cells[0])


def test_another_guess_has_all_of_its_own_curve_at_once() -> None:
    pilot = mystery()
    pilot.game.obey([c.Inject("mouse", 1.0)])
    pilot.session.run(200)
    estimate(pilot, 30.0, 1.5)
    shrinks = 1.0 - DEFAULT_DT_MS / (30.0 * 1.5)
    expected = [30.0 * PUSH_NA * (1.0 - shrinks**n) for n in range(1, 202)]
    assert voltages(pilot.session.cells[1]) == pytest.approx(expected)


# --- left, begun again, shown -------------------------------------------------------


@pytest.mark.parametrize("way", ["leave", "escape"])
def test_left_in_the_middle_there_is_one_neuron_and_no_curtain(way: str) -> None:
    pilot = mystery()
    estimate(pilot, 30.0, 1.5)
    neuron = pilot.session.cells[0]
    if way == "leave":
        pilot.click("leave")
    else:
        pilot.press("escape")
    assert pilot.session.place.screen == "play"
    assert pilot.session.cells == (neuron,)
    pilot.wait(0.2)
    assert pilot.game.containment.faults == {}
    assert pilot.session.guide.stars.of("mystery") == 0


def test_reset_hides_the_same_one_and_once_more_another() -> None:
    pilot = mystery()
    estimate(pilot, 30.0, 1.5)
    before, cells = hidden(pilot), pilot.session.cells
    pilot.click("reset")
    assert hidden(pilot) == before
    assert estimates(pilot) == tuple(value for _, value in GUESS)
    pilot.click("undo")
    assert pilot.session.cells == cells
    lift(pilot, MYSTERY)
    pilot.frame()
    pilot.click("again")
    assert progress_of(pilot).state == DO
    assert hidden(pilot) != before


def test_it_is_shown_on_another_neuron() -> None:
    pilot = mystery()
    estimate(pilot, 30.0, 1.5)
    before = hidden(pilot), estimates(pilot)
    pilot.click("show")
    pilot.wait(2.0, frame_s=0.1)
    assert pilot.session.guide.show is not None
    assert hidden(pilot) not in NEURONS
    pilot.wait(4.0, frame_s=0.1)
    assert pilot.session.guide.show is None
    assert (hidden(pilot), estimates(pilot)) == before


def test_it_replays_bit_for_bit() -> None:
    pilot = visitor()
    pilot.wait(0.37)
    pilot.game.obey([g.StartGuide("mystery"), c.Inject("mouse", 1.0)])
    pilot.wait(0.5)
    estimate(pilot, 30.0, 1.5)
    pilot.game.obey([c.Inject("mouse", 0.0), g.ConfirmGuess(), g.RestartStep()])
    pilot.wait(0.3)
    session = pilot.session
    again = replay(session.log, session.tick_count, pilot.game.start)
    for cell, other in zip(again.cells, session.cells, strict=True):
        assert cell.values == other.values
        assert voltages(cell) == voltages(other)


# --- hands, operators ---------------------------------------------------------------


def test_the_estimates_by_finger_and_by_keys() -> None:
    pilot = mystery((1920, 1080))
    slider = pilot.slider("your_resistance")
    x, y = slider.knob_x(20.0), slider.groove.centery
    pilot.finger(pygame.FINGERDOWN, 0, (x, y))
    pilot.finger(pygame.FINGERMOTION, 0, (x + 60, y))
    pilot.finger(pygame.FINGERUP, 0, (x + 60, y))
    r_mohm = estimates(pilot)[0]
    assert r_mohm > 30.0
    pilot.game.obey([c.Focus("your_capacitance")])
    pilot.press("up", "up", "down")
    assert estimates(pilot) == (r_mohm, 2.1)
    assert hidden(pilot) in NEURONS


def test_only_the_guess_s_r_and_c_can_be_set() -> None:
    pilot = mystery()
    before = hidden(pilot)
    pilot.game.obey([
        c.SetParameter(RESISTANCE.id, 50.0), c.NudgeParameter(CAPACITANCE.id, 3),
        c.SetParameter("threshold", 12.0, cell=1), c.SelectPreset("granule", cell=1),
    ])  # fmt: skip
    assert hidden(pilot) == before
    assert pilot.session.cells[1].value("threshold") == LINE_MV
    lift(pilot, MYSTERY)
    pilot.game.obey([c.SetParameter(RESISTANCE.id, 50.0, cell=1)])
    assert estimates(pilot) == before, "what is compared stays"


def test_where_r_and_c_are_not_offered_it_is_not() -> None:
    rules = KioskRules(enabled=True, controls=("current", "resistance"))
    assert not is_offered(MYSTERY, rules)
    rules = KioskRules(enabled=True, controls=("current", "resistance", "capacitance"))
    assert is_offered(MYSTERY, rules)


@pytest.mark.parametrize(
    "wrong",
    [((12.3, 1.0),), ((12.0, 9.0),), ()],
    ids=["no step", "out of range", "none"],
)
def test_a_secret_that_cannot_be_set_is_refused(
    wrong: tuple[tuple[float, ...], ...],
) -> None:
    with pytest.raises(ValueError, match="secret"):
        Secret((RESISTANCE.id, CAPACITANCE.id), wrong, (0.3, 0.15, 0.05))


def test_stations_that_do_not_come_closer_are_refused() -> None:
    with pytest.raises(ValueError, match="closer"):
        Secret((RESISTANCE.id,), ((12.0,),), (0.05, 0.15, 0.3))
