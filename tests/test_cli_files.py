"""Where the command line writes: files whole or not at all, pipes, full disks."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from processes import ROOT, process

from lifgame.__main__ import main
from lifgame.app import exits
from lifgame.app.files.dialects import CSV_DIALECTS, CsvDialect

SMALL = "320x240"
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")


# --- files and pipes ------------------------------------------------------------


@pytest.mark.parametrize("command", ["simulate", "screenshot", "record"])
def test_what_cannot_be_written_ends_with_74(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str
) -> None:
    (tmp_path / "file").write_text("kept")
    nowhere = tmp_path / "file" / "x"
    words = [] if command == "simulate" else ["--size", SMALL]
    assert main([command, *words, "--out", str(nowhere)]) == exits.CANNOT_WRITE
    out, said = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(r"lifgame: cannot .*file.*\n", said)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == "kept"


@pytest.mark.parametrize("name", [".", "n" * 300, "missing/x.csv"])
def test_bad_places_for_a_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert main(["simulate", "--out", str(path)]) == exits.CANNOT_WRITE
    assert not list(tmp_path.iterdir())


@needs_full
@pytest.mark.parametrize("command", ["simulate", "screenshot"])
def test_a_full_disk_ends_with_74(command: str) -> None:
    ended = process(command, "--out", str(FULL))
    assert ended.returncode == exits.CANNOT_WRITE
    assert b"No space left" in ended.stderr


@needs_full
@pytest.mark.parametrize("word", ["simulate", "--help", "--version"])
def test_a_full_standard_output_ends_with_74(word: str) -> None:
    with FULL.open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "lifgame", word],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.returncode == exits.CANNOT_WRITE
    assert ended.stderr.count(b"\n") == 1


def test_a_failed_run_leaves_the_old_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("old")
    assert main(["simulate", "--dt-ms", "24", "--out", str(path)]) == exits.USAGE
    assert path.read_text() == "old"
    assert main(["simulate", "--out", str(path)]) == exits.OK
    assert path.read_text().startswith("time_ms,")
    assert [path.name for path in tmp_path.iterdir()] == ["x.csv"]


def test_a_reader_may_leave_early() -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "lifgame", "simulate", "--duration-ms", "1e7"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.readline() == b"time_ms,current_na,voltage_mv,spike\n"
        program.stdout.close()
        assert program.wait(30) == exits.OK
        assert program.stderr.read() == b""


def test_nothing_but_the_table_is_on_standard_output() -> None:
    ended = process("simulate", "--duration-ms", "1", PYGAME_HIDE_SUPPORT_PROMPT="")
    assert ended.returncode == exits.OK
    assert ended.stderr == b""
    assert ended.stdout == (
        b"time_ms,current_na,voltage_mv,spike\n0.5,2,0.5,0\n1,2,0.989583333333,0\n"
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_help_can_be_shown_on_any_terminal(encoding: str) -> None:
    ended = process("simulate", "--help", PYTHONIOENCODING=encoding)
    assert (ended.returncode, ended.stderr) == (exits.OK, b"")


# --- spreadsheets ---------------------------------------------------------------


def test_a_table_for_spreadsheets_with_decimal_commas(tmp_path: Path) -> None:
    words = ["simulate", "--duration-ms", "1", "--current", "1.25", "--out"]
    path = tmp_path / "x.csv"
    assert main([*words, str(path), "--csv-for", "excel-de"]) == exits.OK
    assert path.read_text() == (
        "time_ms;current_na;voltage_mv;spike\n"
        "0,5;1,25;0,3125;0\n1;1,25;0,618489583333;0\n"
    )


@pytest.mark.parametrize("pattern", ["noisy", "sine"])
def test_both_tables_hold_the_same_numbers(tmp_path: Path, pattern: str) -> None:
    words = ["simulate", "--duration-ms", "300", "--pattern", pattern, "--out"]
    for name in CSV_DIALECTS:
        assert main([*words, str(tmp_path / name), "--csv-for", name]) == exits.OK
    plain, comma = ((tmp_path / name).read_text() for name in CSV_DIALECTS)
    cells = [line.split(";") for line in comma.splitlines()]
    assert {len(row) for row in cells} == {4}
    back = [",".join(cell.replace(",", ".") for cell in row) for row in cells]
    assert back == plain.splitlines()


def test_an_unknown_table_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["simulate", "--csv-for", "excel"]) == exits.USAGE
    assert "did you mean excel-de?" in capsys.readouterr().err
    with pytest.raises(ValueError, match="look like decimals"):
        CsvDialect("odd", ",", ",", "nobody")
