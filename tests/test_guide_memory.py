"""Which neuron has the longer memory? Two neurons, one pulse, and R C of each."""

from math import exp, inf

import pytest
from guide_tools import FRAME_S, begin, leap, progress_of, states, visitor
from pilot import Pilot
from test_redraw import differences

from lifgame.scenes.guide.scene import GuideScene
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide.guide import HINT_AFTER_S
from lifgame.session.guide.memory import PULSE
from lifgame.session.guide.progress import DO, EXPLAINED, MEASURED, PREDICT
from lifgame.session.guide.rise import LEFT, Rise
from lifgame.session.guide.table import GUIDES
from lifgame.session.session import replay
from lifgame.session.sharing import cells_from
from lifgame.session.start import OPENING, Start

ROW = GUIDES["memory"]
# R times C, in MOhm and nF.
TAUS_MS = (16.0 * 0.5, 8.0 * 5.0)
SMALL, *LARGE = (800, 480), (1920, 1080), (1080, 1920)


def at_it(size: tuple[int, int] = SMALL) -> Pilot:
    pilot = visitor(size)
    begin(pilot, ROW)
    return pilot


def marks_of(pilot: Pilot) -> int:
    scene = pilot.game.scene
    assert isinstance(scene, GuideScene)
    return len(scene.picture.marks)


def send(pilot: Pilot) -> None:
    pilot.click("go")
    pilot.frame()


def test_both_have_the_same_current_and_one_line_and_neither_can_fire() -> None:
    one, other = at_it().session.cells
    assert (one.tau_ms, other.tau_ms) == TAUS_MS
    assert one.threshold_mv == other.threshold_mv == 20.0
    for cell in (one, other):
        assert 5.0 < cell.settle_at_mv(PULSE.current_na) < cell.threshold_mv - 1.0
    assert PULSE.ticks * 0.5 >= 5.0 * max(TAUS_MS)


def test_one_press_opens_the_tap_for_200_ms_and_shuts_it() -> None:
    pilot = at_it()
    one, other = pilot.session.cells
    send(pilot)
    pilot.session.run(1)
    assert one.set_current_na == other.set_current_na == PULSE.current_na
    # Pressed again while it is open, it is still the same pulse.
    pilot.game.obey([g.SendPulse()])
    pilot.session.run(398)
    assert one.set_current_na == PULSE.current_na
    pilot.session.run(2)
    assert one.set_current_na == other.set_current_na == 0.0
    flows = [cell.record.span(0, cell.tick_count).current_na for cell in (one, other)]
    assert sum(flows[0] > 0.0) == sum(flows[1] > 0.0) == PULSE.ticks
    assert one.spike_count == other.spike_count == 0


def test_what_is_found_is_r_times_c_of_each() -> None:
    pilot = at_it()
    leap(pilot, ROW.solution)
    progress = progress_of(pilot)
    readings = progress.meter.readings
    for name, tau_ms in zip(("rise_ms", "second_rise_ms"), TAUS_MS, strict=True):
        # Euler is early by less than a step, and is looked at once a step.
        assert readings[name] == pytest.approx(tau_ms, abs=0.5)
    assert progress.theory == TAUS_MS[1]
    assert progress.also is not None
    assert progress.also[1] == TAUS_MS[0]


@pytest.mark.parametrize(("leak", "width"), [(10.0, 1.0), (5.0, 5.0), (60.0, 2.0)])
def test_the_63_percent_point_is_tau_for_any_neuron(leak: float, width: float) -> None:
    values = (("current", 0.0), ("resistance", leak), ("capacitance", width))
    (cell,) = cells_from(Start("pyramidal", values=values))
    rise, tau_ms = Rise(), leak * width
    current_na = round(15.0 / leak, 1)

    def run(taus: float, current_na: float) -> None:
        cell.obey(c.SetParameter("current", current_na))
        for _ in range(round(taus * tau_ms / 0.5)):
            cell.run(1)
            rise.take(cell, 0.5)

    run(0.2, 0.0)
    run(6.0, current_na)
    assert rise.rise_ms == pytest.approx(tau_ms, abs=0.5)
    assert rise.at_mv == pytest.approx(leak * current_na * (1 - exp(-1)), rel=0.05)
    run(2.8, 0.0)
    assert not rise.has_forgotten
    # e^-3 is just under 5 %.
    assert exp(-3.0) < LEFT < exp(-2.9)
    run(0.3, 0.0)
    assert rise.has_forgotten


def test_a_pulse_into_a_bucket_that_is_not_empty_counts_for_nothing() -> None:
    values = (("resistance", 10.0), ("capacitance", 1.0))
    (cell,) = cells_from(Start("pyramidal", values=values))
    rise = Rise()
    for current_na, ticks in ((0.5, 10), (1.5, 400), (0.0, 400)):
        cell.obey(c.SetParameter("current", current_na))
        for _ in range(ticks):
            cell.run(1)
            rise.take(cell, 0.5)
    assert rise.rise_ms == inf
    assert not rise.has_forgotten


def test_who_only_waits_finds_nothing_and_is_told_the_way() -> None:
    pilot = at_it()
    pilot.wait(HINT_AFTER_S + 0.5, frame_s=0.5)
    progress = progress_of(pilot)
    assert progress.state == DO
    assert progress.done == [False, False]
    assert pilot.session.guide.gives_hint
    assert pilot.session.cell.voltage_mv == 0.0


def test_nothing_else_lets_water_in_and_nothing_tells_before_it_is_found() -> None:
    pilot = at_it()
    pilot.game.obey([c.SetParameter("current", 3.0), c.Inject("key", 1.0)])
    pilot.session.run(20)
    assert pilot.session.cell.set_current_na == 0.0
    send(pilot)
    pilot.session.run(300)
    pilot.frame()
    assert progress_of(pilot).state == DO
    assert marks_of(pilot) == 0
    pilot.session.run(180)
    pilot.frame()
    assert progress_of(pilot).state == MEASURED
    assert marks_of(pilot) == 2


def test_a_wrong_guess_costs_no_star() -> None:
    pilot = visitor()
    pilot.game.obey([g.StartGuide(ROW.id), g.PlaceGuess(0.0), g.ConfirmGuess()])
    leap(pilot, ROW.solution)
    assert progress_of(pilot).earned == 3


def test_leaving_in_the_middle_keeps_a_and_its_tap_as_they_stand() -> None:
    pilot = at_it()
    first = pilot.session.cell
    send(pilot)
    pilot.session.run(100)
    pilot.press("escape")
    pilot.frame()
    assert not pilot.session.guide.is_running
    assert pilot.session.cells == (first,)
    pilot.game.obey([g.SendPulse()])
    pilot.session.run(500)
    assert first.value("current") == PULSE.current_na


def test_beginning_again_and_taking_it_back_keep_the_pulse_on_its_way() -> None:
    pilot = at_it()
    send(pilot)
    pilot.session.run(100)
    pilot.game.obey([g.RestartStep()])
    assert pilot.session.cell.set_current_na == 0.0
    assert progress_of(pilot).state == PREDICT
    pilot.game.obey([g.UndoRestart()])
    pilot.session.run(290)
    assert pilot.session.cell.set_current_na == PULSE.current_na
    pilot.session.run(20)
    assert pilot.session.cell.set_current_na == 0.0
    pilot.session.run(80)
    assert progress_of(pilot).state == MEASURED


def test_show_me_sends_one_and_finds_nothing_for_the_visitor() -> None:
    pilot = at_it()
    both = pilot.session.cells
    pilot.game.obey([g.ShowMe()])
    pilot.session.run(100)
    assert pilot.session.cell.set_current_na == PULSE.current_na
    pilot.session.run(500)
    pilot.frame(elapsed_s=FRAME_S)
    assert pilot.session.guide.show is None
    assert pilot.session.cells == both
    assert progress_of(pilot).state == DO


def test_a_log_of_it_replays_bit_for_bit() -> None:
    pilot = at_it()
    leap(pilot, ROW.solution)
    pilot.game.obey([g.NextStep(), c.SetParameter("capacitance", 3.0)])
    pilot.session.run(50)
    session = pilot.session
    again = replay(session.log, session.tick_count, OPENING)
    assert again.guide.progress is not None
    assert again.guide.progress.state == EXPLAINED
    for cell, other in zip(session.cells, again.cells, strict=True):
        rows = [each.record.span(0, each.tick_count).rows for each in (cell, other)]
        assert rows[0].tobytes() == rows[1].tobytes()


@pytest.mark.parametrize(
    "size", [SMALL, *(pytest.param(size, marks=pytest.mark.slow) for size in LARGE)]
)
def test_partial_is_full_in_every_state(size: tuple[int, int]) -> None:
    pilot = visitor(size)
    for state in states(pilot, ROW):
        pilot.frame(elapsed_s=0.05)
        assert not differences(pilot), state
        if state == DO:
            send(pilot)
            pilot.wait(1.0, frame_s=0.1)
            assert not differences(pilot), "a pulse"
            pilot.game.obey([g.RestartStep(), g.PlaceGuess(1.0), g.ConfirmGuess()])


@pytest.mark.parametrize("size", [SMALL, (1024, 768), *LARGE])
def test_nothing_to_choose_stands_on_the_roll(size: tuple[int, int]) -> None:
    pilot = visitor(size)
    pilot.game.obey([g.StartGuide(ROW.id)])
    pilot.frame()
    scene = pilot.game.scene
    assert isinstance(scene, GuideScene)
    for n in (1, 2, 3):
        rect = pilot.widget(f"choice_{n}").rect
        if rect.top < scene.picture.machine.area.bottom:
            assert rect.right < scene.picture.paper.places.pen_x
        assert min(rect.size) >= 48
