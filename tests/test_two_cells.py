"""Two neurons at one tap: what reaches both, or one, and what is given back."""

from dataclasses import replace

import numpy as np
import pytest
from guide_tools import progress_of
from pair_tools import PAIR, QUICK_CELL, SLOW_CELL, at_the_pair

from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.guide import table
from lifgame.session.guide.progress import DO
from lifgame.session.session import replay
from lifgame.session.sharing import carry_out, cells_from
from lifgame.session.start import OPENING


@pytest.fixture(autouse=True)
def _pair_on_the_board(monkeypatch: pytest.MonkeyPatch) -> None:
    # Under the name of a row that has words.
    monkeypatch.setitem(table.GUIDES, PAIR.id, PAIR)


def history(cells: tuple[Cell, ...]) -> list[bytes]:
    return [cell.record.span(0, cell.record.end_tick).rows.tobytes() for cell in cells]


def test_one_tap_serves_both_and_each_follows_its_own_equation() -> None:
    cells = cells_from(QUICK_CELL, SLOW_CELL)
    carry_out(cells, c.SetParameter("current", 1.0), shares_input=True)
    for cell in cells:
        cell.run(60)
        leak, width = cell.value("resistance"), cell.value("capacitance")
        # Euler's own closed form: V = R I (1 - (1 - dt/tau)^n).
        share = (1.0 - 0.5 / (leak * width)) ** 60
        assert cell.voltage_mv == pytest.approx(leak * 1.0 * (1.0 - share), rel=1e-12)
    assert cells[0].voltage_mv > 2.0 * cells[1].voltage_mv


@pytest.mark.parametrize("pattern", ["noisy", "sine"])
def test_what_flows_into_both_is_the_same_to_the_bit(pattern: str) -> None:
    first = replace(QUICK_CELL, pattern=pattern, seed=7, values=(("current", 1.5),))
    one, other = cells_from(first, SLOW_CELL)
    for cell in (one, other):
        cell.run(400)
    flows = [cell.record.span(0, 400).current_na for cell in (one, other)]
    assert np.ptp(flows[0]) > 0.0
    assert np.array_equal(flows[0], flows[1])


@pytest.mark.parametrize(
    "command",
    [
        c.SetParameter("current", 2.5),
        c.SetParameter("injection", 2.0),
        c.NudgeParameter("current", 3),
        c.SelectPattern("sine"),
        c.Inject("key", 1.0),
        c.SelectPreset("granule", cell=1),
        c.BrowsePresets(1),
    ],
)
def test_no_command_gives_one_of_them_another_input(
    command: c.SessionCommand,
) -> None:
    cells = cells_from(QUICK_CELL, SLOW_CELL)
    carry_out(cells, command, shares_input=True)
    one, other = cells
    assert one.set_current_na == other.set_current_na
    assert one.pattern is other.pattern
    assert one.value("injection") == other.value("injection")


def test_what_is_no_input_reaches_the_named_one_alone() -> None:
    cells = cells_from(QUICK_CELL, SLOW_CELL)
    before = cells[0].values.copy()
    carry_out(cells, c.SetParameter("resistance", 30.0, cell=1), shares_input=True)
    assert cells[1].value("resistance") == 30.0
    assert cells[0].values == before
    carry_out(cells, c.SetParameter("current", 3.0, cell=1), shares_input=False)
    assert (cells[0].value("current"), cells[1].value("current")) == (0.0, 3.0)
    carry_out(cells[:1], c.SetParameter("resistance", 40.0, cell=1), shares_input=True)
    assert cells[0].values == before


def test_a_log_with_two_cells_replays_bit_for_bit() -> None:
    pilot, rng = at_the_pair(), np.random.default_rng(3)
    for _ in range(40):
        place, value = int(rng.integers(2)), float(rng.uniform(0.0, 5.0))
        flow = c.SetParameter("current", value, cell=place)
        leak = c.SetParameter("resistance", 12.0 * value, cell=place)
        push = c.Inject("key", float(rng.integers(2)), cell=place)
        pilot.game.obey([(flow, leak, push)[int(rng.integers(3))]])
        pilot.frame(elapsed_s=float(rng.uniform(0.0, 0.3)))
    session = pilot.session
    again = replay(session.log, session.tick_count, OPENING)
    assert len(again.cells) == 2
    assert history(session.cells) == history(again.cells)
    assert session.cells[1].spike_count == again.cells[1].spike_count > 0
    assert [cell.tick_count for cell in session.cells] == [again.tick_count] * 2


def test_what_was_there_is_given_back_with_both() -> None:
    pilot = at_the_pair()
    pilot.game.obey([c.SetParameter("current", 2.0)])
    pilot.wait(0.5)
    both = pilot.session.cells
    for go, back in ((g.ShowMe(), g.EndShow()), (g.RestartStep(), g.UndoRestart())):
        pilot.game.obey([go])
        pilot.frame(elapsed_s=0.05)
        assert len(pilot.session.cells) == 2
        assert not {*map(id, pilot.session.cells)} & {*map(id, both)}
        pilot.game.obey([back])
        pilot.frame()
        assert pilot.session.cells == both
    assert progress_of(pilot).state == DO


def test_free_play_goes_on_with_the_first() -> None:
    pilot = at_the_pair()
    first = pilot.session.cell
    pilot.game.obey([c.Inject("key", 1.0), g.LeaveGuide()])
    pilot.frame()
    assert pilot.session.cells == (first,)
    # A finger that still holds the other's wall finds nothing there.
    pilot.game.obey([c.SetParameter("capacitance", 3.0, cell=1)])
    pilot.wait(0.2)
