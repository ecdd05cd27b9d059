"""The watched exhibit without a window: visits, hours, counts, and what is kept."""

import logging
import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pygame
import pytest
from pilot import FRAME_S, Pilot

from lifgame.app import exits
from lifgame.app.exits import ExitError
from lifgame.app.game import FrameResult
from lifgame.app.kiosk.heart import CRASHED_VARIABLE
from lifgame.app.kiosk.host import Host
from lifgame.app.kiosk.hours import Hours
from lifgame.app.kiosk.kiosk import Kiosk
from lifgame.app.kiosk.soak import fingerprint
from lifgame.app.kiosk.statistics import read_hours, totals
from lifgame.content.kiosk import KioskRules
from lifgame.model.simulation import StepReport
from lifgame.session import commands as c
from lifgame.session.preferences import Preferences
from lifgame.session.visit import VisitState

Event = pygame.event.Event
SIZE = (800, 480)
Open = Callable[..., Kiosk]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens exhibits that keep everything in a folder of their own."""
    for name in ("STATE_DIRECTORY", CRASHED_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    exhibits: list[Kiosk] = []

    def make(**rules: object) -> Kiosk:
        allowed = KioskRules(enabled=True, allow_root=True, **rules)  # type: ignore[arg-type]
        exhibits.append(Kiosk(allowed))
        return exhibits[-1]

    yield make
    for exhibit in exhibits:
        exhibit.close()


def pilot_with(defaults: dict[str, str] | None, host: Host) -> Pilot:
    """Somebody at an exhibit whose operator has set defaults."""
    languages = {"en": "English", "de": "Deutsch"}
    preferences = Preferences({}, languages, defaults)
    return Pilot(SIZE, preferences=preferences, host=host)


class Evening:
    """A game and its exhibit, frame by frame as in the loop."""

    def __init__(self, kiosk: Kiosk, defaults: dict[str, str] | None = None) -> None:
        self.kiosk = kiosk
        self.pilot = pilot_with(defaults, kiosk.host)

    def state(self) -> VisitState:
        return self.kiosk.visit.state

    def frame(self, *events: Event, elapsed_s: float = FRAME_S) -> None:
        game = self.pilot.game
        seen = self.kiosk.look(list(events), elapsed_s)
        dark = FrameResult(StepReport(0, 0, ()), [], 0)
        result = dark if self.kiosk.is_dark else game.frame(seen, elapsed_s)
        self.kiosk.follow(game, result, elapsed_s)

    def tap(self, key: int) -> None:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            self.frame(Event(kind, key=key, mod=0, scancode=0))

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds / 0.25)):
            self.frame(elapsed_s=0.25)


def test_when_nobody_is_there_any_more_nothing_of_a_visit_stays(opened: Open) -> None:
    defaults = {"language": "de", "text_scale": "125"}
    evening = Evening(opened(idle_s=15), defaults)
    game = evening.pilot.game
    fresh = fingerprint(pilot_with(defaults, Host(KioskRules(enabled=True))).game)
    for key in (
        pygame.K_RIGHT,
        pygame.K_n,
        pygame.K_3,
        pygame.K_p,
        pygame.K_m,
        pygame.K_TAB,
    ):
        evening.tap(key)
    game.obey([c.SetSetting("language", "en"), c.SetSetting("palette", "contrast")])
    evening.frame(Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, scancode=0))
    game.obey([c.ShowScreen("settings")])
    evening.wait(34.5)
    assert evening.state() is VisitState.ASKING
    assert game.session.preferences["language"] == "en"
    evening.wait(0.75)
    assert evening.state() is VisitState.ATTRACT
    assert game.held.is_empty()
    evening.kiosk.host.go_back(game)
    assert fingerprint(game) == fresh


def test_whoever_answers_keeps_everything(opened: Open) -> None:
    evening = Evening(opened(idle_s=15))
    evening.tap(pygame.K_3)
    evening.tap(pygame.K_3)
    evening.wait(20)
    assert evening.state() is VisitState.ASKING
    evening.frame(Event(pygame.MOUSEBUTTONDOWN, pos=(1, 1), button=1, touch=False))
    evening.wait(14)
    assert evening.state() is VisitState.PLAYING
    assert evening.pilot.session.cell.pattern.id == "sine"


def test_a_book_on_the_keyboard_is_no_visitor(opened: Open) -> None:
    evening = Evening(opened(idle_s=15))
    evening.frame(Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, scancode=0))
    evening.wait(36)
    assert evening.state() is VisitState.ATTRACT
    assert not evening.pilot.session.cell.pushes


def test_the_windows_own_close_does_nothing_and_a_lost_display_ends_with_75(
    opened: Open,
) -> None:
    kiosk = opened()
    assert kiosk.look([Event(pygame.WINDOWCLOSE)], FRAME_S) == []
    assert os.environ["SDL_QUIT_ON_LAST_WINDOW_CLOSE"] == "0"
    with pytest.raises(ExitError, match="display went away") as gone:
        kiosk.look([Event(pygame.QUIT)], FRAME_S)
    assert gone.value.code == exits.TRY_AGAIN


def test_outside_the_opening_hours_it_is_dark_and_nobody_is_a_visitor(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    hour = [9]

    def wall() -> time.struct_time:
        return time.struct_time((2026, 11, 24, hour[0], 30, 0, 1, 328, 0))

    monkeypatch.setattr("lifgame.app.kiosk.kiosk.Hours", partial(Hours, wall=wall))
    evening = Evening(opened(opening_hours=("tue 10:00-18:00",), idle_s=15))
    evening.tap(pygame.K_3)
    assert evening.kiosk.is_dark
    assert evening.state() is VisitState.ATTRACT
    hour[0] = 10
    evening.wait(1.25)
    assert not evening.kiosk.is_dark
    evening.tap(pygame.K_3)
    assert evening.state() is VisitState.PLAYING
    hour[0] = 18
    evening.wait(1.25)
    assert evening.kiosk.is_dark


def test_what_is_counted_is_the_visit_its_length_and_what_was_chosen(
    opened: Open, tmp_path: Path
) -> None:
    kiosk = opened(idle_s=15, statistics=True)
    evening = Evening(kiosk)
    evening.wait(3.0)
    evening.tap(pygame.K_SPACE)
    evening.wait(10.0)
    evening.pilot.game.obey([c.SelectPreset("purkinje"), c.SetSpeed(None)])
    evening.tap(pygame.K_2)
    evening.wait(40.0)
    kiosk.count("experiment tried tap")
    kiosk.close()
    counts = totals(read_hours(tmp_path / "lifgame" / "statistics.json"))
    assert counts["visits"] == 1
    assert counts["length under 30"] == 1
    assert counts["preset purkinje"] == 1
    assert counts["experiment tried tap"] == 1
    assert counts["spikes"] >= 1
    assert "crashes" not in counts


def test_a_visit_that_a_restart_cuts_short_is_counted(
    opened: Open, tmp_path: Path
) -> None:
    kiosk = opened(statistics=True)
    Evening(kiosk).tap(pygame.K_SPACE)
    kiosk.obey(KioskRules(enabled=True, statistics=True))
    Evening(kiosk).tap(pygame.K_SPACE)
    kiosk.close()
    counts = totals(read_hours(tmp_path / "lifgame" / "statistics.json"))
    assert (counts["visits"], counts["length under 10"]) == (2, 2)


def test_a_crash_is_counted_by_the_game_that_comes_after_it(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CRASHED_VARIABLE, "139")
    opened(statistics=True).close()
    kept = tmp_path / "lifgame"
    assert totals(read_hours(kept / "statistics.json")) == {"crashes": 1}
    assert "start after the end with 139" in (kept / "lifgame.log").read_text()


def test_without_statistics_nothing_is_counted(opened: Open, tmp_path: Path) -> None:
    kiosk = opened()
    Evening(kiosk).tap(pygame.K_SPACE)
    kiosk.count("visits")
    kiosk.close()
    assert not (tmp_path / "lifgame" / "statistics.json").exists()


def test_a_second_exhibit_is_refused_and_a_closed_one_makes_room(opened: Open) -> None:
    first = opened()
    with pytest.raises(ExitError) as refused:
        opened()
    assert refused.value.code == exits.TRY_AGAIN
    first.close()
    opened()
    assert logging.getLogger().handlers


def test_root_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    with pytest.raises(ExitError, match="root"):
        Kiosk(KioskRules(enabled=True))
