"""Counts by the hour: what is counted, what is written, what is printed."""

import csv
import io
import json
from pathlib import Path

import pytest

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.app.kiosk.statistics import (
    LENGTH_CLASSES,
    MOST_HOURS,
    MOST_NAMES,
    SAVE_EVERY_S,
    Statistics,
    as_csv,
    as_table,
    length_class,
    median_length_s,
    read_hours,
    totals,
)
from lifgame.session.report import LENGTHS_S


class Wall:
    hour = "2026-11-25T14"

    def __call__(self) -> str:
        return self.hour


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "statistics.json"


def test_it_counts_by_the_hour_and_goes_on_after_a_restart(path: Path) -> None:
    wall = Wall()
    counts = Statistics(path, wall)
    counts.visit(45.0)
    counts.count("preset purkinje")
    counts.count("spikes", 40)
    counts.save()
    wall.hour = "2026-11-25T15"
    again = Statistics(path, wall)
    again.visit(200.0)
    again.count("spikes", 2)
    again.save()
    assert read_hours(path) == {
        "2026-11-25T14": {
            "visits": 1,
            "length under 60": 1,
            "preset purkinje": 1,
            "spikes": 40,
        },
        "2026-11-25T15": {"visits": 1, "length under 300": 1, "spikes": 2},
    }


def test_nothing_is_finer_than_an_hour_nor_tells_of_a_visitor(path: Path) -> None:
    counts = Statistics(path)
    counts.visit(83.217)
    counts.save()
    assert "83" not in path.read_text()
    assert [hour for hour in json.loads(path.read_text()) if ":" in hour] == []


@pytest.mark.parametrize("n", range(len(LENGTHS_S)))
def test_a_length_falls_into_one_class(n: int) -> None:
    assert length_class(LENGTHS_S[n] - 0.01) == LENGTH_CLASSES[n]
    assert length_class(LENGTHS_S[n]) == LENGTH_CLASSES[n + 1]


def histogram(*lengths_s: float) -> dict[str, int]:
    return {
        name: sum(length_class(s) == name for s in lengths_s) for name in LENGTH_CLASSES
    }


@pytest.mark.parametrize(
    ("lengths_s", "median_s"),
    [
        ((), None),
        ((5, 5), 5.0),  # the middle of 0 to 10
        ((5, 45, 45, 45, 45), 30 + 30 * 1.5 / 4),
        ((45,), 45.0),
        ((100,) * 3 + (500,), 60 + 60 * 2 / 3),
        ((9999,) * 5, 1800.0),  # the least that it can be
        ((5, 9999), 10.0),
    ],
)  # fmt: skip
def test_the_median_is_that_of_the_histogram(
    lengths_s: tuple[float, ...], median_s: float | None
) -> None:
    assert median_length_s(histogram(*lengths_s)) == pytest.approx(median_s)


def test_the_table_begins_with_the_median(path: Path) -> None:
    counts = Statistics(path, Wall())
    for length_s in (20.0, 70.0, 70.0):
        counts.visit(length_s)
    counts.count("experiment tried tap", 2)
    counts.count("crashes")
    counts.save()
    lines = as_table(read_hours(path)).splitlines()
    assert lines[0] == "median length of a visit: about 75 s"
    assert lines[1] == "visits: 3"
    assert "under 120                   2" in lines
    assert "experiment tried tap        2" in lines
    assert as_table({}).startswith(
        "median length of a visit: no visit yet\nvisits: 0\n"
    )


def test_the_csv_is_one_row_an_hour(path: Path) -> None:
    wall = Wall()
    counts = Statistics(path, wall)
    counts.visit(45.0)
    wall.hour = "2026-11-26T09"
    counts.count("preset ca1")
    counts.save()
    rows = list(csv.DictReader(io.StringIO("".join(as_csv(read_hours(path))))))
    assert [row["hour"] for row in rows] == ["2026-11-25T14", "2026-11-26T09"]
    assert [row["median_length_s"] for row in rows] == ["45", ""]
    assert [row["visits"] for row in rows] == ["1", "0"]
    assert [row["preset_ca1"] for row in rows] == ["0", "1"]


def test_the_command_prints_both(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Statistics(path, Wall()).save()
    assert main(["stats", "--file", str(path)]) == exits.OK
    assert "no visit yet" in capsys.readouterr().out
    assert main(["stats", "--csv", "--file", str(path)]) == exits.OK
    assert capsys.readouterr().out.startswith("hour,median_length_s,visits,")


BROKEN = [b"", b"{", b"[]", b"\xff\xfe", b"[" * 99999, b'{"2026": 3}',
          b'{"2026": {"visits": -1}}', b'{"2026": {"visits": true}}',
          b'{"2026": {"visits": 1e999}}']  # fmt: skip


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_set_aside_and_counting_goes_on(
    data: bytes, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    assert main(["stats", "--file", str(path)]) == exits.USAGE
    assert "holds no statistics" in capsys.readouterr().err
    counts = Statistics(path, Wall())
    assert path.with_suffix(".broken").read_bytes() == data
    counts.visit(5.0)
    counts.save()
    assert totals(read_hours(path))["visits"] == 1


def test_where_nothing_can_be_written_it_counts_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    counts = Statistics(tmp_path / "file" / "statistics.json", Wall())
    counts.visit(5.0)
    counts.save()
    assert "statistics are not kept" in caplog.text


def test_it_is_written_now_and_then_and_only_if_something_happened(path: Path) -> None:
    counts = Statistics(path, Wall())
    counts.update(SAVE_EVERY_S)
    assert not path.exists()
    counts.count("spikes")
    counts.update(SAVE_EVERY_S - 1)
    assert not path.exists()
    counts.update(1.0)
    assert path.exists()


def test_neither_hours_nor_names_grow_for_ever(path: Path) -> None:
    wall = Wall()
    counts = Statistics(path, wall)
    for n in range(MOST_HOURS + 50):
        wall.hour = f"{n:07}"
        counts.count("visits")
    for n in range(MOST_NAMES * 2):
        counts.count(f"name {n}")
    counts.save()
    hours = read_hours(path)
    assert len(hours) == MOST_HOURS
    assert min(hours) == "0000050"
    assert max(len(row) for row in hours.values()) == MOST_NAMES
