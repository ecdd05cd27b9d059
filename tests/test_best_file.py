"""The best of the day on the disk: after a restart, at the day's turn, and broken."""

import errno
import json
import os
from datetime import date
from pathlib import Path
from typing import Any, cast

import pygame
import pytest
from best_tools import RESULTS, SOME, Calendar, noted, of_today, written

from lifgame.app.files import files
from lifgame.app.files.best_file import RETRY_S, SAVE_EVERY_S, BestFile
from lifgame.app.loop import Play, Show
from lifgame.app.window.window import Window
from lifgame.content.kiosk import KioskRules
from lifgame.session.guide.best import Best, Result
from lifgame.session.start import OPENING


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "best.json"


def test_it_goes_on_after_a_restart_of_the_same_day(path: Path) -> None:
    wall = Calendar()
    written(path, wall)
    assert of_today(path, wall).results == RESULTS
    assert [entry.name for entry in path.parent.iterdir()] == ["best.json"]
    assert set(json.loads(path.read_text())) == {"day", "best"}, "and no names"


def test_with_the_local_day_it_begins_anew_in_the_middle_and_at_a_start(
    path: Path,
) -> None:
    wall = Calendar()
    file, best = written(path, wall)
    wall.day = date(2026, 11, 26)
    file.update(0.02)
    assert best.results == {}
    assert of_today(path, wall).results == {}
    noted(("tap", 1, 99.0), best=best)
    file.save()
    assert of_today(path, wall).results == {"tap": Result(1, 99.0)}


def test_a_clock_that_is_set_back_over_midnight_loses_nothing(path: Path) -> None:
    wall = Calendar()
    file, best = written(path, wall)
    wall.day = date(2026, 11, 24)
    file.update(SAVE_EVERY_S)
    assert best.results == RESULTS
    assert of_today(path, wall).results == RESULTS
    wall.day = date(2026, 11, 25)
    file.update(SAVE_EVERY_S)
    assert best.results == RESULTS


def test_a_clock_that_was_wrong_by_years_brings_back_only_its_own_day(
    path: Path,
) -> None:
    wall = Calendar()
    file, best = written(path, wall)
    for wrong in (date(1970, 1, 1), date(2038, 1, 19)):
        wall.day = wrong
        file.update(SAVE_EVERY_S)
        assert best.results == {}
        assert of_today(path, wall).results == {}
        wall.day = date(2026, 11, 25)
        file.update(SAVE_EVERY_S)
        assert best.results == RESULTS
    # Yesterday's is not today's, whatever the clock has said between.
    wall.day = date(1970, 1, 1)
    file.update(SAVE_EVERY_S)
    wall.day = date(2026, 11, 26)
    file.update(SAVE_EVERY_S)
    assert best.results == {}


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "[]",
        "{",
        '{"day": "2026-11-25"}',
        '{"day": "today", "best": {}}',
        '{"day": "2026-11-25", "best": {"tap": {"stars": 9, "value": null}}}',
        '{"day": "2026-11-25", "best": {"tap": {"stars": true, "value": null}}}',
        '{"day": "2026-11-25", "best": {"tap": {"stars": 2, "value": "few"}}}',
        '{"day": "2026-11-25", "best": {"tap": {"stars": 2, "value": NaN}}}',
        "[" * 40_000,
        "x" * 70_000,
    ],
    ids=lambda text: text[:60],
)
def test_a_broken_file_is_put_aside_and_the_day_begins_anew(
    path: Path, broken: str
) -> None:
    path.parent.mkdir()
    path.write_text(broken)
    wall = Calendar()
    assert of_today(path, wall).results == {}
    assert path.with_suffix(".broken").read_text() == broken
    written(path, wall)
    assert of_today(path, wall).results == RESULTS


def test_a_challenge_that_there_is_no_more_is_left_out(path: Path) -> None:
    path.parent.mkdir()
    rows = '{"chess": {"stars": 2, "value": 1.5}, "tap": {"stars": 2, "value": 26}}'
    path.write_text(f'{{"day": "2026-11-25", "best": {rows}}}')
    assert of_today(path, Calendar()).results == {"tap": Result(2, 26.0)}


def test_a_full_disk_costs_nothing_but_the_keeping_and_is_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    wall, best, tries = Calendar(), Best(), list[int]()
    file = BestFile(best, path, wall)

    def full(*_: object) -> None:
        tries.append(1)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(files, "_fill", full)
        noted(*SOME, best=best)
        for _ in range(20):
            file.update(SAVE_EVERY_S)
    assert len(tries) == 1, "not sixty times a second"
    assert "not kept" in caplog.text
    assert best.results == RESULTS
    assert not path.exists()
    file.update(RETRY_S)
    assert of_today(path, wall).results == RESULTS


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    wall, best = Calendar(), Best()
    file = BestFile(best, tmp_path / "state" / "best.json", wall)
    noted(*SOME, best=best)
    file.update(SAVE_EVERY_S)
    file.save()
    assert best.results == RESULTS
    wall.day = date(2026, 11, 24)
    file.update(SAVE_EVERY_S)
    assert best.results == RESULTS, "nor is a clock that is set back over midnight"


def test_what_grows_every_tick_is_not_written_every_frame(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wall, best, writes = Calendar(), Best(), list[int]()
    file = BestFile(best, path, wall)
    real = files._fill

    def counted(*args: Any) -> None:
        writes.append(1)
        real(*args)

    monkeypatch.setattr(files, "_fill", counted)
    for frame in range(600):
        noted(("almost", 1, frame / 60), best=best)
        file.update(1 / 60)
    assert len(writes) <= 3
    file.save()
    assert of_today(path, wall).of("almost") == Result(1, 599 / 60)


class NoWindow:
    """What ``Show`` looks at of a window."""

    is_fullscreen = False

    def __init__(self) -> None:
        self.surface = pygame.Surface((640, 480))


@pytest.mark.parametrize("is_kiosk", [True, False], ids=["kiosk", "at home"])
def test_the_program_keeps_it_and_finds_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_kiosk: bool
) -> None:
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv("STATE_DIRECTORY", raising=False)
    how = Play(OPENING, rules=KioskRules(enabled=is_kiosk))
    for _ in range(2):
        show = Show(how, cast("Window", NoWindow()), None)
        best = show.game.exhibit.stars.best
        before = dict(best.results)
        noted(*SOME, best=best)
        show.save_changes(0.02)
        assert (tmp_path / "lifgame" / "best.json").exists(), "before any end"
        show.close()
    assert before == RESULTS
