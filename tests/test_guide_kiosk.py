"""The guide in a museum: what is offered, who is absent, what stays of a visit."""

from pathlib import Path

import pygame
import pytest
from kiosk_tools import Museum

from lifgame.app.kiosk.tally import Tally
from lifgame.content.guides import CHALLENGES, EXPERIMENTS
from lifgame.content.kiosk import KioskRules, RuleError
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide.offer import next_of, offered
from lifgame.session.guide.table import GUIDES
from lifgame.session.visit import VisitState

IDLE_S = 15.0


def visit(museum: Museum, row: str, *commands: c.Command) -> None:
    """Somebody comes and begins a row."""
    museum.wake()
    museum.game.obey([g.StartGuide(row)])
    museum.frame()
    museum.game.obey([g.PlaceGuess(1.0), g.ConfirmGuess(), *commands])
    # A touch of nothing: the last sign of life.
    museum.touch((museum.size[0] // 2, 4))


def cards(museum: Museum) -> list[str]:
    museum.tap(pygame.K_g)
    museum.frame()
    museum.wait(0.5)
    names = [widget.id for widget in museum.game.board.widgets]
    if "tab_challenge" in names:
        # Where there is room for one kind at a time, the other is one touch away.
        museum.press("tab_challenge")
        museum.wait(0.5)
        names += [widget.id for widget in museum.game.board.widgets]
    return [name.removeprefix("guide_") for name in names if name.startswith("guide_")]


def test_all_are_offered_where_nothing_is_ruled(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    assert cards(museum) == [*EXPERIMENTS, *CHALLENGES]


@pytest.mark.parametrize("size", [(1280, 720), (540, 960), (800, 480)])
def test_an_operator_chooses_what_is_offered(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    museum = Museum(
        tmp_path, size, experiments=["line", "rheobase"], challenges=["tap"]
    )
    museum.wake()
    assert cards(museum) == ["rheobase", "line", "tap"], "in the board's own order"
    assert museum.game.containment.faults == {}
    window = pygame.Rect(0, 0, *size)
    assert all(window.contains(w.rect) for w in museum.game.board.widgets if w.areas())
    museum.game.obey([g.StartGuide("rule")])
    assert not museum.game.session.guide.is_running
    museum.press("guide_tap")
    progress = museum.game.session.guide.progress
    assert progress is not None
    assert progress.row.id == "tap"
    following = next_of(progress.row, museum.host.exhibit.rules)
    assert following is GUIDES["rheobase"]


def test_where_nothing_is_offered_there_is_no_way_to_the_board(tmp_path: Path) -> None:
    museum = Museum(tmp_path, experiments=[], challenges=[])
    museum.wake()
    assert museum.game.board.find("board") is None
    museum.tap(pygame.K_g)
    assert museum.game.session.place.screen == "play"


def test_what_needs_a_control_that_is_not_offered_is_not_offered() -> None:
    rules = KioskRules(enabled=True, controls=("threshold",))
    rows = offered(rules)
    assert all(set(row.live) <= {"threshold"} for row in rows)
    assert GUIDES["line"] in rows
    assert GUIDES["rheobase"] not in rows


def test_the_only_one_is_followed_by_none() -> None:
    rules = KioskRules(enabled=True, experiments=("line",), challenges=())
    assert next_of(GUIDES["line"], rules) is None


def test_what_there_is_not_cannot_be_chosen() -> None:
    for name in ("experiments", "challenges"):
        with pytest.raises(RuleError, match="is not allowed; any of"):
            KioskRules(**{name: ["mood"]})  # type: ignore[arg-type]


def test_waiting_for_a_measurement_is_no_absence_but_not_for_ever(
    tmp_path: Path,
) -> None:
    museum = Museum(tmp_path)
    visit(museum, "rheobase", c.SetParameter("current", 3.0))
    museum.wait(IDLE_S + 5.0)
    assert museum.is_in(VisitState.PLAYING)
    museum.wait(GUIDES["rheobase"].seconds - 4.0)
    assert museum.is_in(VisitState.ASKING)


def test_before_anything_flows_nobody_is_waited_for(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    visit(museum, "rheobase")
    museum.wait(IDLE_S + 1.0)
    assert museum.is_in(VisitState.ASKING)


def test_when_the_visit_ends_nothing_of_the_guide_stays(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    visit(museum, "rheobase")
    stars = museum.game.session.guide.stars
    assert stars.of("rheobase") == 1
    museum.wait(IDLE_S + 25.0)
    assert museum.is_in(VisitState.ATTRACT)
    guide = museum.game.session.guide
    assert not guide.is_running
    assert guide.left is None
    assert guide.stars.of("rheobase") == 0
    museum.wake()
    assert museum.game.session.place.screen == "play"


def test_each_is_counted_once_as_begun_and_once_as_finished(tmp_path: Path) -> None:
    museum, tally = Museum(tmp_path), Tally()
    museum.wake()
    guide, counted = museum.game.session.guide, list[str]()
    museum.game.obey([g.StartGuide("tap")])
    counted += tally.new(guide) + tally.new(guide)
    for _ in GUIDES["tap"].goals:
        museum.game.obey([g.SkipGoal()])
    counted += tally.new(guide) + tally.new(guide)
    assert counted == ["experiment tried tap", "experiment finished tap"]
