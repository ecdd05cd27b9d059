"""The exhibit as a process with a real window: signals, crashes, hangs, a second one.

An X server without a screen shows it; systemd's own messages tell when it is ready.
"""

import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from window_tools import ROOT, Screen, wait_for

from lifgame.app import exits

PATIENCE_S = 30.0
IS_LINUX = sys.platform.startswith("linux")
HAS_SCREEN = shutil.which("Xvfb") is not None
pytestmark = pytest.mark.skipif(
    not IS_LINUX or (not HAS_SCREEN and os.environ.get("CI") != "true"),
    reason="needs Linux with Xvfb: apt-get install xvfb",
)
START = """
import sys
from lifgame.__main__ import main
{spoil}
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    opened = Screen(tmp_path_factory.mktemp("screen"))
    yield opened
    opened.close()


class Exhibit:
    """One started program, and what it tells systemd."""

    def __init__(
        self, screen: Screen, folder: Path, *words: str, spoil: str = ""
    ) -> None:
        self.state = folder / "lifgame"
        self._heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        place = folder / f"notify-{time.monotonic_ns()}"
        self._heard.bind(str(place))
        self._heard.settimeout(PATIENCE_S)
        environment = screen.environment | {
            "NOTIFY_SOCKET": str(place),
            "XDG_STATE_HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_CONFIG_HOME": str(folder),
        }
        window = ["--windowed", "--size", "640x480"]
        self.process = subprocess.Popen(
            [sys.executable, "-c", START.format(spoil=spoil), *window, *words],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def arrive(self) -> None:
        """Wait for the first frame that is shown."""
        while self._heard.recv(100) != b"READY=1":
            pass

    def beats(self) -> None:
        """Wait for a frame that is shown after now."""
        while select.select([self._heard], [], [], 0)[0]:
            self._heard.recv(100)
        while self._heard.recv(100) != b"WATCHDOG=1":
            pass

    def send(self, number: int) -> None:
        self.process.send_signal(number)

    def end(self) -> tuple[int, str]:
        _, said = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, said

    def leave(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.communicate(timeout=5)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.process.communicate()
        self._heard.close()


Begin = Callable[..., Exhibit]


@pytest.fixture
def begin(screen: Screen, tmp_path: Path) -> Iterator[Begin]:
    begun: list[Exhibit] = []

    def start(*words: str, spoil: str = "") -> Exhibit:
        begun.append(Exhibit(screen, tmp_path, *words, spoil=spoil))
        return begun[-1]

    yield start
    for exhibit in reversed(begun):
        exhibit.leave()


KIOSK = ("--kiosk", "--allow-root")
FULL_QUEUE = """
import pygame
from lifgame.app.game import Game
frame = Game.frame
def flooded(game, events, elapsed_s):
    result = frame(game, events, elapsed_s)
    try:
        while True:
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=113, mod=0))
    except pygame.error:
        return result
Game.frame = flooded
"""
FAILING = """
from lifgame.view.widgets.controls import Button
def fail(*_):
    raise RuntimeError("injected")
Button.draw = fail
"""
SILENCED = """
from lifgame.app.sound.voices import Voices
def fail(*_, **__):
    raise RuntimeError("injected")
Voices.update = fail
"""
DARK = """
from lifgame.app.kiosk.hours import Hours
Hours.is_open = lambda hours, elapsed_s: False
"""
HANGING = """
import time
from lifgame.session.session import Session
def hang_on_purpose(*_):
    time.sleep(3600)
Session.run = hang_on_purpose
"""


@pytest.mark.parametrize(
    ("name", "code"), [("SIGTERM", 0), ("SIGINT", 130), ("SIGHUP", 0)]
)
def test_a_signal_ends_it_cleanly_even_with_a_full_queue(
    begin: Begin, name: str, code: int
) -> None:
    exhibit = begin(spoil=FULL_QUEUE)
    exhibit.arrive()
    exhibit.send(getattr(signal, name))
    assert exhibit.end() == (code, "")


def test_a_kiosk_lives_on_after_sighup_and_reads_its_configuration_again(
    begin: Begin, tmp_path: Path
) -> None:
    config = tmp_path / "museum.toml"
    config.write_text('[settings]\nsound = "off"\n')
    exhibit = begin(*KIOSK, "--config", str(config))
    exhibit.arrive()
    config.write_text("[settings\n")
    exhibit.send(signal.SIGHUP)
    log = exhibit.state / "lifgame.log"
    wait_for(lambda: "the configuration stays" in log.read_text(), "the wrong one")
    exhibit.beats()
    config.write_text('[settings]\nsound = "on"\n')
    exhibit.send(signal.SIGHUP)
    exhibit.beats()
    exhibit.send(signal.SIGTERM)
    assert exhibit.end()[0] == exits.OK
    assert log.read_text().count("the configuration stays") == 1


def test_a_second_kiosk_says_so_and_after_kill_9_the_next_one_plays(
    begin: Begin,
) -> None:
    first = begin(*KIOSK)
    first.arrive()
    code, said = begin(*KIOSK).end()
    assert code == exits.TRY_AGAIN
    assert said.splitlines()[-1].startswith("lifgame: it is running already")
    first.send(signal.SIGKILL)
    first.end()
    third = begin(*KIOSK)
    third.arrive()


def test_nothing_of_a_visitors_settings_is_kept_in_a_kiosk(
    begin: Begin, tmp_path: Path
) -> None:
    exhibit = begin(*KIOSK)
    exhibit.arrive()
    exhibit.send(signal.SIGTERM)
    assert exhibit.end()[0] == exits.OK
    assert not list(tmp_path.rglob("settings.json"))


def test_three_broken_parts_end_with_70(begin: Begin) -> None:
    exhibit = begin(*KIOSK, spoil=FAILING)
    code, said = exhibit.end()
    assert code == exits.INTERNAL
    assert "is left out: RuntimeError: injected" in said
    assert "RuntimeError: injected" in (exhibit.state / "lifgame.log").read_text()


def test_a_sound_that_fails_is_left_out_and_the_rest_plays_on(begin: Begin) -> None:
    exhibit = begin(*KIOSK, spoil=SILENCED)
    exhibit.arrive()
    exhibit.beats()
    exhibit.beats()
    exhibit.send(signal.SIGTERM)
    code, said = exhibit.end()
    assert code == exits.OK
    assert said.count("sound is left out: RuntimeError: injected") == 1


def test_outside_the_opening_hours_the_window_is_black_and_alive(
    begin: Begin, screen: Screen
) -> None:
    exhibit = begin(*KIOSK, spoil=DARK)
    exhibit.arrive()
    exhibit.beats()
    assert not screen.picture()[:480, :640].any()
    exhibit.beats()
    exhibit.send(signal.SIGTERM)
    assert exhibit.end()[0] == exits.OK


def game_of(supervisor: Exhibit) -> int:
    """The process of a supervisor's game."""
    children = Path(
        f"/proc/{supervisor.process.pid}/task/{supervisor.process.pid}/children"
    )
    wait_for(lambda: bool(children.read_text().split()), "a game")
    return int(children.read_text().split()[0])


def test_a_supervised_game_that_is_killed_comes_back(begin: Begin) -> None:
    supervisor = begin("--supervise", *KIOSK)
    supervisor.arrive()
    game = game_of(supervisor)
    os.kill(game, signal.SIGKILL)
    wait_for(lambda: not Path(f"/proc/{game}").exists(), "its end")
    wait_for(lambda: game_of(supervisor) != game, "the next one")
    log = supervisor.state / "lifgame.log"
    wait_for(lambda: "start after the end with 137" in log.read_text(), "its start")
    supervisor.send(signal.SIGTERM)
    code, said = supervisor.end()
    assert code == exits.OK
    assert "the game ended with 137" in said
    assert "in 1 s" in said


@pytest.mark.slow
def test_a_game_that_hangs_is_killed_and_its_stacks_are_kept(begin: Begin) -> None:
    """The real fifteen seconds."""
    supervisor = begin("--supervise", *KIOSK)
    supervisor.arrive()
    game = game_of(supervisor)
    os.kill(game, signal.SIGSTOP)
    wait_for(lambda: not Path(f"/proc/{game}").exists(), "its end", patience_s=40.0)
    supervisor.send(signal.SIGTERM)
    assert "the game hangs and is killed" in supervisor.end()[1]


def test_a_hung_frame_leaves_its_stacks_in_the_state_folder(begin: Begin) -> None:
    exhibit = begin(*KIOSK, spoil=HANGING)
    log = exhibit.state / "lifgame.log"
    wait_for(log.exists, "the log")
    stacks = exhibit.state / "stacks.txt"
    time.sleep(2.0)
    exhibit.send(signal.SIGABRT)
    exhibit.end()
    assert "hang_on_purpose" in stacks.read_text()
