"""Where the race is found, and what an operator rules of it."""

from pathlib import Path

import pygame
import pytest
from kiosk_tools import Museum
from race_tools import begun, tap

from lifgame.content.kiosk import KioskRules, RuleError
from lifgame.session import guide_commands as g
from lifgame.session.race.race import READY
from lifgame.session.visit import VisitState


@pytest.mark.parametrize("size", [(540, 960), (800, 480)])
def test_it_is_chosen_from_the_board(size: tuple[int, int]) -> None:
    pilot = begun(size)
    pilot.press("escape")
    pilot.wait(0.5)
    pilot.press("g")
    pilot.wait(0.5)
    if pilot.game.board.find("tab_challenge"):
        tap(pilot, "tab_challenge")
        pilot.wait(0.5)
    tap(pilot, "race")
    pilot.frame()
    assert (pilot.session.place.screen, pilot.session.race.state) == ("race", READY)


def test_an_operator_offers_it_or_not_and_chooses_to_hold(tmp_path: Path) -> None:
    museum = Museum(tmp_path, challenges=["tap"])
    museum.wake()
    museum.tap(pygame.K_g)
    museum.wait(0.5)
    assert museum.game.board.find("race") is None
    museum.game.obey([g.StartRace()])
    assert not museum.game.session.race.is_running
    alone = Museum(tmp_path, challenges=["race"], experiments=[], race_holds=True)
    alone.wake()
    alone.tap(pygame.K_g)
    alone.wait(0.5)
    alone.press("race")
    assert alone.game.session.race.holds
    with pytest.raises(RuleError):
        KioskRules(race_holds="yes")  # type: ignore[arg-type]


def test_whoever_goes_away_leaves_no_race_behind(tmp_path: Path) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    museum.game.obey([g.StartRace()])
    museum.frame()
    museum.tap(pygame.K_a)
    museum.tap(pygame.K_l)
    museum.wait(17.0)
    assert museum.is_in(VisitState.ASKING)
    museum.wait(22.0)
    assert museum.is_at("attract", None)
    assert not museum.game.session.race.is_running
    assert museum.game.containment.faults == {}
