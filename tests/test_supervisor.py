"""The supervisor: what comes back, what stays away, what it says."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from processes import ROOT
from window_tools import wait_for

from lifgame.app.kiosk.patience import LOOP, Patience
from lifgame.app.kiosk.supervisor import game_command

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs signals and pipes")

# A quick one: the same as the real one's, in tenths of a second.
QUICK = Patience(
    start_s=2.0,
    hang_s=0.6,
    stacks_s=0.5,
    stop_s=0.5,
    first_wait_s=0.05,
    longest_wait_s=0.2,
    steady_s=60.0,
    look_s=0.02,
)
SUPERVISOR = """
import logging, sys
from lifgame.app.kiosk.patience import Patience
from lifgame.app.kiosk.supervisor import Supervisor
logging.basicConfig(stream=sys.stderr)
sys.exit(Supervisor(sys.argv[2:], eval(sys.argv[1])).run())
"""
# A game without a window: it appends a line at its start, beats, and does as told.
GAME = """
import faulthandler, os, signal, sys, time
faulthandler.enable()
sys.path.insert(0, ".")
from lifgame.app.kiosk.heart import CRASHED_VARIABLE, Heart
notes, deed = sys.argv[1:3]
if deed == "deaf":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    deed = "play"
with open(notes, "a") as file:
    file.write(f"{os.getpid()} {os.environ.get(CRASHED_VARIABLE)}\\n")
times = len(open(notes).readlines())
heart = Heart()
for _ in range(3):
    heart.beat(1.0)
    time.sleep(0.02)

def hang_on_purpose():
    while True:
        time.sleep(0.1)
if times > 2 and deed in ("crash", "kill", "hang"):
    sys.exit(3)
if deed == "crash":
    raise RuntimeError("injected")
if deed == "kill":
    os.kill(os.getpid(), signal.SIGKILL)
if deed == "hang":
    hang_on_purpose()
if deed.isdigit():
    sys.exit(int(deed))
while not heart.is_alone:
    heart.beat(1.0)
    time.sleep(0.02)
with open(notes, "a") as file:
    file.write("alone\\n")
"""


class Watched:
    """A supervisor, with a game that is told what to do."""

    def __init__(self, folder: Path, deed: str, patience: Patience = QUICK) -> None:
        self.notes = folder / "notes.txt"
        game = [sys.executable, "-c", GAME, str(self.notes), deed]
        self.process = subprocess.Popen(
            [sys.executable, "-c", SUPERVISOR, repr(patience), *game],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )

    def starts(self) -> list[str]:
        return self.notes.read_text().splitlines() if self.notes.exists() else []

    def game(self) -> int:
        """The process of the game that runs now."""
        wait_for(lambda: bool(self.starts()), "a game")
        return int(self.starts()[-1].split()[0])

    def end(self) -> tuple[int, str]:
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said


Begin = Callable[..., Watched]


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Begin]:
    begun: list[Watched] = []

    def begin(deed: str, patience: Patience = QUICK) -> Watched:
        begun.append(Watched(tmp_path, deed, patience))
        return begun[-1]

    yield begin
    for each in begun:
        if each.process.poll() is None:
            each.process.kill()
        each.process.communicate()


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


# --- processes ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("deed", "code"), [("crash", "1"), ("kill", "137"), ("hang", "134")]
)
def test_what_crashed_was_killed_or_hangs_comes_back(
    watched: Begin, deed: str, code: str
) -> None:
    supervisor = watched(deed)
    ended, said = supervisor.end()
    # The third game ends as an operator ends it, and that is final.
    assert ended == 3
    assert [line.split()[1:] for line in supervisor.starts()] == [[], [code], [code]]
    assert said.count(f"the game ended with {code}") == 2


def test_a_hung_game_leaves_its_stacks(watched: Begin) -> None:
    _, said = watched("hang").end()
    assert "the game hangs and is killed" in said
    assert "in hang_on_purpose" in said
    assert "Fatal Python error: Aborted" in said


@pytest.mark.parametrize("code", [0, 2, 3, 78])
def test_what_is_meant_to_be_over_is_over(watched: Begin, code: int) -> None:
    supervisor = watched(str(code))
    assert supervisor.end()[0] == code
    assert len(supervisor.starts()) == 1


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
@pytest.mark.parametrize("deed", ["play", "deaf"])
def test_it_is_stopped_with_its_game(watched: Begin, name: str, deed: str) -> None:
    supervisor = watched(deed)
    game = supervisor.game()
    supervisor.process.send_signal(getattr(signal, name))
    code, said = supervisor.end()
    assert code == (130 if name == "SIGINT" else 0)
    assert not is_running(game)
    assert ("was killed" in said) == (deed == "deaf")


def test_it_is_stopped_while_it_waits_for_the_next_start(watched: Begin) -> None:
    slow = Patience(first_wait_s=30.0, look_s=0.02)
    supervisor = watched("1", slow)
    game = supervisor.game()
    wait_for(lambda: not is_running(game), "the game's end")
    supervisor.process.terminate()
    assert supervisor.end()[0] == 0
    assert len(supervisor.starts()) == 1


def test_a_crash_loop_goes_on_slowly_and_is_said(watched: Begin) -> None:
    supervisor = watched("1")
    wait_for(lambda: len(supervisor.starts()) > LOOP, "a crash loop")
    supervisor.process.terminate()
    code, said = supervisor.end()
    assert code == 0
    assert f"a crash loop: {LOOP} quick ends" in said


def test_a_game_whose_supervisor_was_killed_ends_by_itself(watched: Begin) -> None:
    supervisor = watched("play")
    game = supervisor.game()
    supervisor.process.kill()
    wait_for(lambda: supervisor.starts()[-1] == "alone", "the game to notice")
    wait_for(lambda: not is_running(game), "the game to end")


def test_a_stopped_supervisor_does_not_blame_the_game(watched: Begin) -> None:
    supervisor = watched("play")
    game = supervisor.game()
    supervisor.process.send_signal(signal.SIGSTOP)
    time.sleep(2 * QUICK.hang_s)
    supervisor.process.send_signal(signal.SIGCONT)
    time.sleep(QUICK.hang_s / 2)
    assert is_running(game)
    supervisor.process.terminate()
    code, said = supervisor.end()
    assert (code, "hangs" in said) == (0, False)


def test_a_command_that_is_none_is_said(tmp_path: Path) -> None:
    words = ["-c", SUPERVISOR, repr(QUICK), str(tmp_path / "nothing")]
    with subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert "cannot be started" in process.stderr.readline()
        process.terminate()


def test_the_game_is_this_very_program(monkeypatch: pytest.MonkeyPatch) -> None:
    assert game_command(["--kiosk"]) == [sys.executable, "-m", "lifgame", "--kiosk"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert game_command(["--kiosk"]) == [sys.executable, "--kiosk"]
