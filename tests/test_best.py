"""The best of the day: the machine's, over visits and restarts, until the day turns."""

from pathlib import Path

import pygame
import pytest
from best_tools import RESULTS, SOME, Calendar, noted, of_today
from guide_tools import begin, leap, visitor
from kiosk_tools import Museum
from pilot import Pilot
from sizes import at_sizes

from lifgame.app.files.best_file import SAVE_EVERY_S, BestFile
from lifgame.content.kiosk import KioskRules
from lifgame.content.texts import shipped_texts
from lifgame.scenes.guide.numbers import best_words
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.exhibit import Exhibit
from lifgame.session.guide.aim import Aim
from lifgame.session.guide.best import Result
from lifgame.session.guide.table import GUIDES

TEN, COUNT = GUIDES["ten"], GUIDES["count"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "best.json"


def played(pilot: Pilot, row: str) -> None:
    begin(pilot, GUIDES[row])
    leap(pilot, GUIDES[row].solution)


# --- what is the best -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("results", "best"),
    [
        ([("ten", 2, 9.1), ("ten", 2, 10.5), ("ten", 2, 9.4)], Result(2, 10.5)),
        ([("ten", 2, 10.1), ("ten", 3, 9.8), ("ten", 1, 10.0)], Result(3, 9.8)),
        ([("tap", 2, 30.0), ("tap", 2, 26.0), ("tap", 2, 28.0)], Result(2, 26.0)),
        ([("almost", 1, 0.4), ("almost", 1, 0.9)], Result(1, 0.9)),
        ([("count", 1, 0.0), ("count", 3, 0.0), ("count", 2, 0.0)], Result(3)),
        ([("tap", 1, float("inf")), ("tap", 1, 900.0)], Result(1, 900.0)),
        ([("tap", 1, 900.0), ("tap", 1, float("inf"))], Result(1, 900.0)),
    ],
)
def test_more_stars_count_first_then_the_reading(
    results: list[tuple[str, int, float]], best: Result
) -> None:
    assert noted(*results).of(results[0][0]) == best


def test_without_a_star_and_in_an_experiment_there_is_no_best() -> None:
    best = noted(("ten", 0, 10.0), ("rheobase", 3, 0.0))
    assert best.of("ten") is None
    assert best.of("rheobase") is None


def test_an_aim_at_a_reading_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="no reading 'mood'"):
        Aim("mood", "", 0, 0.0)


def test_it_is_measured_as_it_is_played_and_stays_for_the_next_visitor(
    tmp_path: Path,
) -> None:
    museum = Museum(tmp_path)
    museum.wake()
    played(museum.pilot, "tap")
    assert museum.host.exhibit.stars.of("tap") == 3
    museum.host.go_back(museum.game)
    best = museum.host.exhibit.stars.best
    assert museum.host.exhibit.stars.of("tap") == 0
    # 3 nA into 2 nF and 12 megohm: 24 ms ln(36 / 16) is 19.5 ms; it lets go at 22.
    assert best.of("tap") == Result(3, 22.0)
    museum.wake()
    begin(museum.pilot, TEN)
    assert best.of("ten") is None
    leap(museum.pilot, TEN.solution)
    found = best.of("ten")
    assert found is not None
    assert found.stars == 3
    assert found.value == pytest.approx(10.0, abs=0.3)


def test_what_the_guide_shows_and_what_is_skipped_is_nobody_s_best() -> None:
    pilot = visitor()
    begin(pilot, COUNT)
    pilot.game.obey([g.ShowMe()])
    pilot.session.run(sum(move.ticks for move in COUNT.solution))
    pilot.game.obey([g.EndShow(), g.SkipGoal(), g.SkipGoal()])
    pilot.session.run(10)
    assert pilot.session.guide.stars.best.results == {}


# --- cleared ------------------------------------------------------------------------


@at_sizes([(1280, 720), (540, 960), (800, 480)], ((800, 480),))
def test_the_operator_clears_it_when_asked_twice(
    tmp_path: Path, path: Path, size: tuple[int, int]
) -> None:
    museum, wall = Museum(tmp_path, size), Calendar()
    best = museum.host.exhibit.stars.best
    file, _ = BestFile(best, path, wall), noted(*SOME, best=best)
    file.save()
    museum.let_in()
    museum.game.obey([c.ShowCard("program")])
    museum.frame()
    museum.press("clear")
    assert best.results == RESULTS
    museum.wait(6)
    museum.press("clear")
    assert best.results == RESULTS, "asked anew"
    museum.press("clear")
    assert best.results == {}
    museum.press("clear")
    assert museum.host.exhibit.asking == "", "nothing is left to be asked about"
    file.update(SAVE_EVERY_S)
    assert of_today(path, wall).results == {}


def test_no_visitor_clears_it() -> None:
    exhibit = Exhibit(KioskRules(enabled=True))
    assert not exhibit.allows(g.ClearBest(), "play")
    assert exhibit.allows(g.ClearBest(), "operator")


def pixels(surface: pygame.Surface, area: pygame.Rect) -> bytes:
    return pygame.image.tobytes(surface.subsurface(area), "RGB")


# --- shown --------------------------------------------------------------------------


def test_it_is_said_with_its_stars_and_its_reading() -> None:
    pilot, texts = visitor(), shipped_texts("en")
    best = pilot.session.guide.stars.best
    assert best_words(pilot.session, texts, TEN) == ""
    noted(("ten", 2, 10.52), ("count", 1, 0.0), best=best)
    assert best_words(pilot.session, texts, TEN).startswith("best today: 2/3")
    assert best_words(pilot.session, texts, TEN).endswith("10.5 Hz")
    assert best_words(pilot.session, texts, COUNT) == "best today: 1/3"


@at_sizes([(1280, 720), (1080, 1920), (800, 480)], ((1280, 720), (800, 480)))
def test_the_board_shows_it_as_soon_as_there_is_one(size: tuple[int, int]) -> None:
    pilot = visitor(size)
    pilot.game.obey([c.ShowScreen("board"), g.ShowKind("challenge")])
    pilot.wait(0.2)
    window = pilot.game.window_surface
    before = window.copy()
    noted(("ten", 2, 9.4), *SOME, best=pilot.session.guide.stars.best)
    pilot.frame()
    changed = pygame.surfarray.array3d(window).copy()
    for row, has_one in (("ten", True), ("count", True), ("almost", False)):
        card = pilot.game.board[f"guide_{row}"].rect
        assert (pixels(before, card) != pixels(window, card)) is has_one
    pilot.game.invalidate()
    pilot.frame()
    assert (pygame.surfarray.array3d(window) == changed).all()
    assert pilot.game.scene.look.overflows == []
    assert pilot.game.containment.faults == {}


def test_the_end_of_a_challenge_shows_it(tmp_path: Path) -> None:
    museum = Museum(tmp_path, (1280, 720))
    museum.wake()
    played(museum.pilot, "tap")
    museum.frame()
    museum.wait(0.5)
    panel = museum.game.board["stars"].rect
    window = museum.game.window_surface
    first = pixels(window, panel)
    noted(("tap", 3, 20.0), best=museum.host.exhibit.stars.best)
    museum.frame()
    assert pixels(window, panel) != first
    assert museum.game.containment.faults == {}
