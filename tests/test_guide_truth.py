"""While the truth is told nothing moves; while it is sought the scale shows the tap."""

from guide_tools import begin, play, progress_of, visitor
from pilot import Pilot

from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide.progress import DO, EXPLAINED, MEASURED
from lifgame.session.guide.script import step
from lifgame.session.guide.table import GUIDES


def at_the_truth() -> Pilot:
    pilot = visitor()
    row = GUIDES["rheobase"]
    begin(pilot, row)
    play(pilot, row.solution)
    assert progress_of(pilot).state == MEASURED
    return pilot


def test_what_is_compared_stays_as_it_was_measured() -> None:
    pilot = at_the_truth()
    before = dict(pilot.session.cell.values)
    pilot.game.obey([c.SetParameter("current", 2.9), c.NudgeParameter("threshold", -4)])
    pilot.game.obey([c.Inject("mouse", 1.0)])
    assert dict(pilot.session.cell.values) == before
    assert pilot.session.cell.injected_na == 0.0


def test_once_it_has_fired_the_way_back_is_said() -> None:
    pilot = visitor()
    begin(pilot, GUIDES["rheobase"])
    pilot.game.obey([c.SetParameter("current", 1.2)])
    pilot.wait(0.5)
    assert step(progress_of(pilot)) == "guide.rheobase.try"
    pilot.game.obey([c.SetParameter("current", 3.0)])
    pilot.wait(4.0)
    assert pilot.session.cell.spike_count
    assert step(progress_of(pilot)) == "guide.rheobase.hint"


def test_the_last_question_has_its_own_handle_and_no_other() -> None:
    pilot = at_the_truth()
    pilot.game.obey([g.NextStep()])
    assert progress_of(pilot).state == EXPLAINED
    current = pilot.session.cell.value("current")
    line = pilot.session.cell.value("threshold")
    pilot.game.obey([c.SetParameter("current", 2.9), c.NudgeParameter("threshold", -4)])
    assert pilot.session.cell.value("current") == current
    assert pilot.session.cell.value("threshold") < line


def test_the_scale_of_the_guess_follows_the_tap_while_it_is_tried() -> None:
    pilot = visitor()
    begin(pilot, GUIDES["rheobase"])
    assert progress_of(pilot).state == DO
    bar = pilot.game.board["pin"]
    seen = []
    for value in (0.5, 1.0, 1.5):
        pilot.game.obey([c.SetParameter("current", value)])
        pilot.frame(elapsed_s=0.02)
        seen.append(bar.face(pilot.session))
    assert len(set(seen)) == 3
