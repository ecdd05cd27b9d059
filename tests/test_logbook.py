"""The log of months: bounded, without repetition, never in the way."""

import faulthandler
import logging
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from pilot import Pilot

from lifgame.app.kiosk.logbook import FILES, LARGEST_BYTES, Logbook, Repeats

LOG = logging.getLogger("lifgame.test")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Logbook]:
    was_enabled = faulthandler.is_enabled()
    opened = Logbook(tmp_path)
    yield opened
    opened.close()
    if was_enabled:
        faulthandler.enable()


def text(folder: Path) -> str:
    return "".join(p.read_text("utf-8") for p in sorted(folder.glob("lifgame.log*")))


def test_a_line_says_when_in_utc_how_bad_and_who(book: Logbook) -> None:
    LOG.warning("the tap drips")
    line = book.path.read_text().splitlines()[0]
    assert line.endswith("Z WARNING lifgame.test: the tap drips")
    assert line[4] == "-"
    assert line[10] == "T"


def test_the_same_error_is_written_once_with_its_stack_and_then_counted(
    book: Logbook, tmp_path: Path
) -> None:
    for _ in range(1234):
        try:
            raise ValueError("broken pipe organ")  # noqa: TRY301
        except ValueError:
            LOG.exception("painter %s failed", "scope")
    written = text(tmp_path)
    assert written.count("Traceback") == 1
    assert written.count("painter scope failed") == 4  # the 1st, 10th, 100th, 1000th
    book.close()
    assert "in all: painter scope failed (1234 times)" in text(tmp_path)


def test_different_messages_are_not_taken_for_the_same(
    tmp_path: Path, book: Logbook
) -> None:
    for n in range(5):
        LOG.warning("part %d", n)
    assert [f"part {n}\n" in text(tmp_path) for n in range(5)] == [True] * 5


def test_months_of_messages_stay_within_five_megabytes(
    book: Logbook, tmp_path: Path
) -> None:
    for n in range(7000):
        LOG.warning("%d %s", n, "x" * 1000)
    files = sorted(tmp_path.glob("lifgame.log*"))
    assert len(files) == FILES
    assert all(file.stat().st_size <= LARGEST_BYTES for file in files)
    assert "6999 x" in book.path.read_text()


def test_the_memory_of_repetitions_is_bounded() -> None:
    repeats = Repeats()
    for n in range(3000):
        repeats.shown(logging.LogRecord("a", 30, "", 0, f"message {n}", None, None))
    assert len(repeats._counts) <= 500


def test_a_full_disk_silences_the_log_and_not_the_game(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lifgame.log").symlink_to("/dev/full")
    book = Logbook(tmp_path)
    for n in range(100):
        LOG.warning("line %d", n)
    book.close()
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "No space" not in said


@pytest.mark.parametrize("kind", ["a file stands there", "it does not exist"])
def test_where_no_log_can_be_written_that_is_said_once(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "file"
    if kind.startswith("a file"):
        place.write_text("")
    else:
        place = Path("/proc/no/such/folder")
    book = Logbook(place)
    LOG.warning("it plays on")
    book.close()
    said = capsys.readouterr().err
    assert said.count("no log is kept") == 1
    assert "it plays on" in said


def test_nothing_that_a_visitor_did_is_written(book: Logbook, tmp_path: Path) -> None:
    pilot = Pilot((800, 480))
    for letter in "hunter7":
        pilot.press(letter)
        pilot.frame(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    pilot.finger(pygame.FINGERDOWN, 1, (137.0, 211.0))
    pilot.wait(1.0)
    assert text(tmp_path) == ""


def test_after_it_is_closed_the_log_is_as_before(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = list(root.handlers), root.level
    Logbook(tmp_path).close()
    assert (list(root.handlers), root.level) == before
    faulthandler.enable()


def test_odd_letters_and_strange_messages_are_written(book: Logbook) -> None:
    # Past the other handlers: half a letter is more than a test's report can carry.
    words = ("Пауза \ud800 %s", ("ümläut\n",))
    book._desk.handle(logging.LogRecord("a", logging.WARNING, "", 0, *words, None))
    assert "Пауза \\ud800 ümläut" in book.path.read_text("utf-8")
