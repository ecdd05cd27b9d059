"""Taking it home: a picture and numbers that draw every plot again, safely written."""

import os
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
import pygame
import pytest
from pilot import Pilot

from lifgame.app.files.keepsake import Kept, keep, stamp_now
from lifgame.app.files.record_file import (
    Table,
    read_table,
    record_of,
    settings_of,
    to_csv,
)
from lifgame.content.texts import Library
from lifgame.session import commands as c
from lifgame.session.codes import decode
from lifgame.session.session import Session
from lifgame.session.start import Start

STAMP = "2024-05-06-070809"


def played() -> Pilot:
    """Somebody who has played a little and changed things."""
    pilot = Pilot((800, 480), Start("fast_spiking", "noisy", Fraction(1, 10), seed=3))
    pilot.wait(1.0)
    pilot.session.obey(c.SetParameter("refractory", 2.0))
    pilot.session.obey(c.SetParameter("resistance", 20.0))
    pilot.wait(0.5)
    return pilot


def saved(pilot: Pilot, folder: Path, **more: object) -> Kept:
    return keep(pilot.game.window_surface, pilot.session, folder, stamp=STAMP, **more)  # type: ignore[arg-type]


def test_the_picture_is_the_screen(tmp_path: Path) -> None:
    pilot = played()
    kept = saved(pilot, tmp_path / "new" / "folder")
    picture, record = kept.files
    assert picture.name == f"lifgame-{STAMP}.png"
    assert record.name == f"lifgame-{STAMP}.csv"
    loaded = pygame.image.tobytes(pygame.image.load(picture), "RGB")
    assert loaded == pygame.image.tobytes(pilot.game.window_surface, "RGB")
    assert {path.name for path in picture.parent.iterdir()} == {
        picture.name,
        record.name,
    }


def test_the_numbers_that_come_back_draw_the_same_plots(tmp_path: Path) -> None:
    pilot = played()
    session = pilot.session
    table = read_table(saved(pilot, tmp_path).files[1])
    shown = session.cell.record.span(0, session.tick_count)
    assert len(shown) == session.tick_count > 100
    for name in ("current_na", "voltage_mv", "threshold_mv", "settle_mv"):
        assert np.array_equal(table.columns[name], getattr(shown, name)), name
    assert np.array_equal(table.columns["spike"], shown.spikes)
    times_ms = table.columns["time_ms"]
    assert times_ms[0] == session.dt_ms
    assert times_ms[-1] == session.cell.time_ms
    spikes_ms = times_ms[table.columns["spike"] > 0]
    assert len(spikes_ms) == session.cell.spike_count
    assert spikes_ms[-1] == session.cell.last_spike_ms


def test_the_header_holds_all_that_was_set(tmp_path: Path) -> None:
    pilot = played()
    session = pilot.session
    table = read_table(saved(pilot, tmp_path).files[1])
    assert table.settings == settings_of(session)
    for name, value in session.cell.values.items():
        assert table.value(name) == value
    assert table.settings["resistance"] == "20.0 MΩ"
    again = Session(decode(table.settings["code"]))
    assert again.cell.values == session.cell.values
    assert again.start.seed == 3


def test_a_record_longer_than_the_memory_begins_where_it_still_knows() -> None:
    session = Session()
    session.run(session.cell.record.capacity + 500)
    table = record_of(session)
    assert len(table.columns["time_ms"]) == session.cell.record.capacity
    assert table.columns["time_ms"][0] == 501 * session.dt_ms
    assert table.columns["time_ms"][-1] == session.cell.time_ms


def test_an_experiments_points_are_saved_beside_it(tmp_path: Path) -> None:
    pilot = played()
    columns = {"current_na": np.array([1.0, 2.0]), "rate_hz": np.array([0.0, 1 / 3])}
    points = Table(settings_of(pilot.session), columns)
    kept = saved(pilot, tmp_path, points=points)
    assert kept.files[2].name == f"lifgame-{STAMP}-points.csv"
    again = read_table(kept.files[2])
    for name, numbers in columns.items():
        assert np.array_equal(again.columns[name], numbers)


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    pilot = played()
    # Even one name of two that is taken already is left alone.
    (tmp_path / f"lifgame-{STAMP}.csv").write_text("somebody's own")
    first, second = saved(pilot, tmp_path), saved(pilot, tmp_path)
    assert [path.name for path in (*first.files, *second.files)] == [
        f"lifgame-{STAMP}-2.png",
        f"lifgame-{STAMP}-2.csv",
        f"lifgame-{STAMP}-3.png",
        f"lifgame-{STAMP}-3.csv",
    ]
    assert (tmp_path / f"lifgame-{STAMP}.csv").read_text() == "somebody's own"
    assert len(list(tmp_path.iterdir())) == 5


def test_a_kiosk_writes_nothing_and_says_so(tmp_path: Path) -> None:
    kept = saved(played(), tmp_path / "home", may_write=False)
    assert (kept.key, kept.files) == ("keepsake.refused", ())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["a file", "a file/below"])
def test_what_cannot_be_written_is_said_and_leaves_nothing(
    tmp_path: Path, place: str
) -> None:
    (tmp_path / "a file").write_text("in the way")
    kept = saved(played(), tmp_path / place)
    assert (kept.key, kept.files) == ("keepsake.failed", ())
    assert [path.name for path in tmp_path.iterdir()] == ["a file"]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_is_not_ours_is_left_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert saved(played(), tmp_path).key == "keepsake.failed"
    tmp_path.chmod(0o700)
    assert list(tmp_path.iterdir()) == []


def test_there_is_a_sentence_in_every_language(tmp_path: Path) -> None:
    pilot = played()
    library = Library()
    kept = [
        saved(pilot, tmp_path),
        saved(pilot, tmp_path, may_write=False),
        saved(pilot, tmp_path / f"lifgame-{STAMP}.png"),
    ]
    keys = {result.key for result in kept}
    assert keys == {"keepsake.saved", "keepsake.refused", "keepsake.failed"}
    for language in library.languages:
        for result in kept:
            assert result.words(library.texts(language))
    assert str(tmp_path) in kept[0].words(library.texts("de"))


@pytest.mark.parametrize(
    "text",
    ["", "time_ms\n1\n", "# format: lifgame record 2\na\n1\n",
     "# format: lifgame record 1\na,b\n1\n", "# format: lifgame record 1\na\nx\n"],
)  # fmt: skip
def test_another_file_is_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.csv"
    path.write_text(text)
    with pytest.raises(ValueError, match=r"other\.csv"):
        read_table(path)


def test_the_text_is_plain_csv() -> None:
    session = Session()
    session.run(3)
    lines = list(to_csv(record_of(session)))
    assert lines[0] == "# format: lifgame record 1\n"
    rows = [line for line in lines if not line.startswith("#")]
    assert rows[0] == "time_ms,current_na,voltage_mv,threshold_mv,settle_mv,spike\n"
    assert rows[1] == "0.5,2,0.5,20,24,0\n"
    assert len(rows) == 4


def test_the_stamp_can_stand_in_a_name_on_every_system() -> None:
    stamp = stamp_now()
    assert len(stamp) == len(STAMP)
    assert not set(stamp) & set('<>:"/\\|?* ')
