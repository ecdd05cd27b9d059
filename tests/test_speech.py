"""The speech hook: what is read aloud, when, and what a bad command does."""

import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from lifgame.app.sound.speech import GAP_S, LONGEST_TEXT, Speaker, speakable

FRAME_S = 1 / 60
DEADLINE_S = 10.0

SCRIPT = """
import pathlib, sys, time
log, wait_for, code = sys.argv[1:4]
with open(log, "a", encoding="utf-8") as file:
    file.write(repr(sys.argv[4:]) + "\\n")
while wait_for and not pathlib.Path(wait_for).exists():
    time.sleep(0.005)
sys.exit(int(code))
"""


class Reader:
    """A command that writes down what it is told to read."""

    def __init__(self, folder: Path) -> None:
        self.script = folder / "read aloud.py"
        self.script.write_text(SCRIPT, "utf-8")
        self.log = folder / "said"
        self.gate = folder / "gate"
        self.speakers: list[Speaker] = []

    def speaker(self, *, is_slow: bool = False, code: int = 0) -> Speaker:
        gate = self.gate if is_slow else ""
        words = (sys.executable, self.script, self.log, gate, code)
        made = Speaker([str(word) for word in words])
        self.speakers.append(made)
        return made

    def said(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines() if self.log.exists() else []


def until(condition: Callable[[], bool]) -> None:
    """Wait for another process, in real time."""
    pause = threading.Event()
    for _ in range(round(DEADLINE_S / 0.01)):
        if condition():
            return
        pause.wait(0.01)
    raise AssertionError("waited in vain")


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    made = Reader(tmp_path)
    yield made
    for speaker in made.speakers:
        speaker.stop()


def finish(speaker: Speaker, text: str) -> None:
    """Let the frames go on, without time, until nothing is being read."""

    def is_done() -> bool:
        speaker.say(text, 0.0)
        return speaker._process is None

    until(is_done)


def test_the_sentence_is_one_argument(reader: Reader) -> None:
    text = "It settles at 15 mV; $(touch \"x\") & 'stays' below V_th."
    speaker = reader.speaker()
    speaker.say(text, FRAME_S)
    finish(speaker, text)
    assert reader.said() == [repr([text.replace("_", " ")])]


def test_a_sentence_is_said_once(reader: Reader) -> None:
    speaker = reader.speaker()
    for _ in range(3):
        speaker.say("No spikes.", GAP_S)
        finish(speaker, "No spikes.")
    assert len(reader.said()) == 1


def test_four_seconds_lie_between(reader: Reader) -> None:
    speaker = reader.speaker()
    speaker.say("one", 0.0)
    finish(speaker, "one")
    speaker.say("two", GAP_S - 0.01)
    assert speaker._process is None
    speaker.say("three", 0.02)
    finish(speaker, "three")
    assert reader.said() == ["['one']", "['three']"]


def test_one_at_a_time_and_the_newest_waits(reader: Reader) -> None:
    speaker = reader.speaker(is_slow=True)
    for text in ("one", "two", "three"):
        for _ in range(3):
            speaker.say(text, GAP_S)
    until(lambda: len(reader.said()) == 1)
    reader.gate.touch()
    finish(speaker, "three")
    speaker.say("three", FRAME_S)
    finish(speaker, "three")
    assert reader.said() == ["['one']", "['three']"]


def test_back_to_what_was_said_says_nothing(reader: Reader) -> None:
    speaker = reader.speaker()
    speaker.say("one", 0.0)
    speaker.say("two", 1.0)
    finish(speaker, "one")
    speaker.say("one", GAP_S)
    assert speaker._process is None
    assert len(reader.said()) == 1


def test_silence_says_nothing(reader: Reader) -> None:
    speaker = reader.speaker()
    for text in ("", "  ", "\0\n", "---"):
        speaker.say(text, GAP_S)
    assert speaker._process is None
    assert reader.said() == []


def test_no_zombies(reader: Reader) -> None:
    speaker = reader.speaker()
    speaker.say("one", 0.0)
    process = speaker._process
    assert process is not None
    finish(speaker, "one")
    assert process.returncode == 0


def test_stop_ends_what_runs(reader: Reader) -> None:
    speaker = reader.speaker(is_slow=True)
    speaker.say("one", 0.0)
    process = speaker._process
    assert process is not None
    speaker.stop()
    assert process.returncode is not None
    speaker.say("two", GAP_S)
    assert speaker._process is None
    assert not speaker.is_available


def test_a_command_that_hangs_is_ended(
    reader: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    speaker = reader.speaker(is_slow=True)
    speaker.say("one", 0.0)
    process = speaker._process
    assert process is not None
    speaker.say("two", 61.0)
    assert process.returncode is not None
    assert len(caplog.records) == 1
    assert not speaker.is_available


@pytest.mark.parametrize(
    "command", [["no-such-command-here", "-v", "de"], ["/"], ["a\0b"]]
)
def test_a_missing_command_is_one_warning(
    command: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    speaker = Speaker(command)
    for text in ("one", "two", "three"):
        speaker.say(text, GAP_S)
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert command[0].strip("\0") in record.getMessage()
    assert not speaker.is_available
    speaker.stop()


def test_a_failing_command_is_one_warning(
    reader: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    speaker = reader.speaker(code=3)
    speaker.say("one", 0.0)
    finish(speaker, "one")
    speaker.say("two", GAP_S)
    (record,) = caplog.records
    assert "code 3" in record.getMessage()
    assert len(reader.said()) == 1


@pytest.mark.parametrize("command", [[], ()])
def test_no_command_is_silence_without_a_warning(
    command: Sequence[str], caplog: pytest.LogCaptureFixture
) -> None:
    speaker = Speaker(command)
    speaker.say("one", GAP_S)
    speaker.stop()
    assert not caplog.records


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("below V_th now", "below V th now"),
        ("−5 mV", "−5 mV"),
        ("-v de", "v de"),
        ("a\0b\x1b\n c", "a b c"),
        ("lone \ud800 half", "lone half"),
        ("поріг 20 мВ", "поріг 20 мВ"),
        ("x" * 100_000, "x" * LONGEST_TEXT),
    ],
)
def test_speakable(text: str, spoken: str) -> None:
    assert speakable(text) == spoken


def test_the_warning_reaches_stderr() -> None:
    code = (
        "from lifgame.app.sound.speech import Speaker\n"
        "Speaker(['no-such-thing']).say('x', 9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert len(done.stderr.splitlines()) == 1
    assert "no-such-thing" in done.stderr
