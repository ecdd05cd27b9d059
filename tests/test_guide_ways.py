"""Ways out of the guide and back: left, begun again, shown."""

import pytest
from guide_tools import (
    ROWS,
    begin,
    each_guess,
    play,
    progress_of,
    some_rows,
    visitor,
    wait_ticks,
)

from lifgame.content.kiosk import NO_KIOSK
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide.guide import UNDO_S
from lifgame.session.guide.offer import next_of
from lifgame.session.guide.progress import DO, EXPLAINED, PREDICT
from lifgame.session.guide.rows import LONGEST_SHOW_S, Row
from lifgame.session.guide.table import GUIDES


@some_rows
@pytest.mark.parametrize("way", ["button", "escape"])
def test_left_in_the_middle_the_state_is_kept(row: Row, way: str) -> None:
    pilot = visitor()
    begin(pilot, row)
    half = row.solution[: len(row.solution) // 2 + 1]
    play(pilot, half)
    wait_ticks(pilot, 5)
    pilot.game.obey([c.Inject(hand, 0.0) for hand in tuple(pilot.session.cell.pushes)])
    cell = pilot.session.cell
    before = cell.voltage_mv, dict(cell.values), cell.tick_count
    if way == "button":
        pilot.click("leave")
    else:
        pilot.press("escape")
    assert pilot.session.place.screen == "play"
    assert not pilot.session.guide.is_running
    assert pilot.session.cell is cell
    assert (cell.voltage_mv, dict(cell.values), cell.tick_count) == before
    assert cell.fires, "the rule holds again"
    assert pilot.session.clock.tempo.is_auto
    pilot.game.obey([c.SetParameter("resistance", 30.0)])
    assert cell.value("resistance") == 30.0, "everything is live again"
    pilot.wait(0.2)
    assert not pilot.game.containment.is_out("screen play")


@some_rows
def test_reset_begins_the_step_again_and_can_be_taken_back(row: Row) -> None:
    pilot = visitor()
    begin(pilot, row)
    play(pilot, row.solution[:1])
    wait_ticks(pilot, 5)
    cell, progress = pilot.session.cell, progress_of(pilot)
    ticks = cell.tick_count
    pilot.click("reset")
    assert pilot.session.cell is not cell
    assert pilot.session.tick_count == 0
    assert progress_of(pilot).state == (PREDICT if row.guess else DO)
    pilot.wait(0.5)
    pilot.click("undo")
    assert pilot.session.cell is cell
    assert progress_of(pilot) is progress
    assert cell.tick_count == ticks
    pilot.click("reset")
    pilot.wait(UNDO_S + 0.2)
    assert pilot.game.board.find("undo") is None
    assert pilot.game.board.find("reset") is not None


def test_the_last_question_is_asked_in_free_play_and_then_no_more() -> None:
    pilot = visitor()
    row = GUIDES["rheobase"]
    begin(pilot, row)
    play(pilot, row.solution)
    pilot.click("go")
    assert progress_of(pilot).state == EXPLAINED
    pilot.click("go")
    assert pilot.session.place.screen == "play"
    assert pilot.session.guide.left is row
    pilot.wait(13.0, frame_s=0.25)
    assert pilot.session.guide.left is None


@some_rows
def test_show_me_plays_the_solution_and_gives_everything_back(row: Row) -> None:
    pilot = visitor()
    begin(pilot, row)
    cell = pilot.session.cell
    before = cell.tick_count, dict(cell.values), list(progress_of(pilot).done)
    pilot.click("show")
    assert pilot.session.guide.show is not None
    pilot.wait(1.0)
    assert pilot.session.cell is not cell
    pilot.wait(LONGEST_SHOW_S + 0.5, frame_s=0.2)
    assert pilot.session.guide.show is None
    after = pilot.session.cell
    assert after is cell
    values = dict(after.values)
    assert values == before[1]
    assert pilot.session.guide.stars.of(row.id) == int(row.guess is not None)
    assert after.tick_count >= before[0]


@each_guess
def test_shown_before_the_guess_the_pin_only_goes_to_and_fro(row: Row) -> None:
    pilot = visitor()
    pilot.game.obey([g.StartGuide(row.id)])
    pilot.frame()
    guess = progress_of(pilot).guess
    pilot.click("show")
    pilot.wait(5.0, frame_s=0.2)
    assert pilot.session.guide.show is None
    assert pilot.session.tick_count == 0
    assert progress_of(pilot).guess == guess
    assert not progress_of(pilot).is_placed


def test_next_goes_through_all_rows_and_begins_again() -> None:
    row, seen = ROWS[0], []
    for _ in ROWS:
        seen.append(row.id)
        following = next_of(row, NO_KIOSK)
        assert following is not None
        row = following
    assert sorted(seen) == sorted(GUIDES)
    assert row is ROWS[0]


def test_two_hands_do_not_undo_each_other() -> None:
    """One holds water in while the other begins again: it can be taken back."""
    pilot = visitor((1920, 1080))
    begin(pilot, GUIDES["almost"])
    pilot.touch("inject", finger=1)
    wait_ticks(pilot, 20)
    cell = pilot.session.cell
    pilot.click("reset")
    assert pilot.session.cell is not cell
    assert not pilot.session.cell.pushes
    pilot.click("undo")
    assert pilot.session.cell is cell
    assert cell.voltage_mv > 0.0
