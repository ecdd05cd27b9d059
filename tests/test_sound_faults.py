"""A loudspeaker that no device can make raise, wait or give up."""

import math
import os
import subprocess
import sys
import threading
from pathlib import Path

import pygame
import pytest
from sound_tools import FPS, FakeMixer, heard, is_on, settle, started, update, warnings

from lifgame.app.sound.mixer import SoundError
from lifgame.app.sound.player import (
    HOPE_S,
    MOST_REASONS,
    MOST_STUCK,
    STUCK_S,
    TRY_EVERY_S,
    SoundPlayer,
)
from lifgame.app.sound.worker import MOST_WAITING


@pytest.mark.parametrize(
    "bad", [("open",), ("play",), ("close",), ("open", "play", "close")]
)
def test_a_mixer_that_raises_is_silence(
    bad: tuple[str, ...], made: list[SoundPlayer], caplog: pytest.LogCaptureFixture
) -> None:
    player = started(made, FakeMixer(*bad))
    for _ in range(3):
        update(player, heard(gulps=1, elapsed_s=30.0))
        player.device_event(pygame.AUDIODEVICEREMOVED)
        player.device_event(pygame.AUDIODEVICEADDED)
    assert player.stop()
    assert len(warnings(caplog)) == 1


@pytest.mark.parametrize("frame_s", [1 / 60, 0.2, 1.0])
def test_a_server_that_comes_after_hours_is_heard_within_ten_seconds(
    frame_s: float, made: list[SoundPlayer]
) -> None:
    mixer = FakeMixer("open")
    player = started(made, mixer)
    update(player, heard(elapsed_s=3 * 3600.0))
    for _ in range(round(60.0 / frame_s)):
        update(player, heard(elapsed_s=frame_s))
    assert mixer.calls.count("open") <= 3 + 60.0 / TRY_EVERY_S
    assert not is_on(player)
    mixer.bad.clear()
    for _ in range(math.ceil(TRY_EVERY_S / frame_s)):
        update(player, heard(elapsed_s=frame_s))
    assert is_on(player)
    assert TRY_EVERY_S + STUCK_S < 10.0


@pytest.mark.parametrize("error", [SystemExit, KeyboardInterrupt, MemoryError])
@pytest.mark.parametrize("call", ["open", "play"])
def test_whatever_ends_a_call_is_told_in_one_line_and_tried_again(
    call: str,
    error: type[BaseException],
    made: list[SoundPlayer],
    caplog: pytest.LogCaptureFixture,
) -> None:
    mixer = FakeMixer(call, error=error)
    player = started(made, mixer)
    for _ in range(100):
        update(player, heard(elapsed_s=1.0))
    assert call == "play" or not is_on(player)
    assert mixer.calls.count(call) >= 20
    (line,) = warnings(caplog)
    assert error.__name__ in line
    mixer.bad.clear()
    update(player, heard(elapsed_s=TRY_EVERY_S))
    assert is_on(player)


def test_only_the_first_of_many_reasons_are_told(
    made: list[SoundPlayer], caplog: pytest.LogCaptureFixture
) -> None:
    player = started(made, FakeMixer())
    for number in range(1000):
        player._fail(SoundError(f"reason {number}"))
    assert len(warnings(caplog)) == MOST_REASONS


@pytest.mark.parametrize("call", ["open", "play", "close"])
def test_a_mixer_that_hangs_holds_up_nothing(call: str) -> None:
    gate = threading.Event()
    mixer = FakeMixer(call, gate=gate)
    player = SoundPlayer(True, 1.0, lambda: mixer)
    player.start()
    if call != "open":
        settle(player)
    for _ in range(3 * MOST_WAITING):
        player.update(heard(gulps=1))
    assert call == "close" or not is_on(player)
    assert not player.stop(timeout_s=0.02)
    gate.set()


@pytest.mark.parametrize("call", ["open", "play", "close"])
def test_a_call_that_hangs_is_told_in_one_line_and_tried_by_another_thread(
    call: str, made: list[SoundPlayer], caplog: pytest.LogCaptureFixture
) -> None:
    gate = threading.Event()
    stuck, fresh = FakeMixer(call, gate=gate), FakeMixer()
    mixers = iter([stuck, fresh])
    player = SoundPlayer(True, 1.0, lambda: next(mixers))
    made.append(player)
    player.start()
    if call != "open":
        settle(player)
        if call == "close":
            player.device_event(pygame.AUDIODEVICEREMOVED)
    player.update(heard(gulps=1))
    assert stuck.is_waiting.wait(5.0)
    for _ in range(round((STUCK_S + TRY_EVERY_S) * FPS)):
        player.update(heard(gulps=1))
    settle(player)
    assert is_on(player)
    assert fresh.calls[0] == "open"
    assert len(warnings(caplog)) == 1
    # It comes back after all: it closes, and what it has closed is opened again.
    gate.set()
    (late,) = player._stuck
    assert late.join(5.0)
    assert stuck.calls[-1] == "close"
    update(player)
    update(player, heard(elapsed_s=TRY_EVERY_S))
    assert is_on(player)
    assert fresh.calls.count("open") == 2


def test_threads_that_hang_are_few(caplog: pytest.LogCaptureFixture) -> None:
    gate = threading.Event()
    before = threading.active_count()
    player = SoundPlayer(True, 1.0, lambda: FakeMixer("open", gate=gate))
    player.start()
    for _ in range(600):
        player.update(heard(elapsed_s=1.0))
    assert threading.active_count() - before == MOST_STUCK + 1
    assert len(warnings(caplog)) == 1
    assert not player.stop(timeout_s=0.02)
    gate.set()


def test_nothing_is_crossed_out_before_the_first_answer() -> None:
    gate = threading.Event()
    player = SoundPlayer(True, 1.0, lambda: FakeMixer("open", gate=gate))
    assert not is_on(player)
    player.start()
    assert is_on(player)
    player.update(heard(elapsed_s=HOPE_S))
    assert not is_on(player)
    gate.set()
    assert player.stop()


STUCK = """
import os, threading
from lifgame.app.sound.player import SoundPlayer
from lifgame.app.sound.mixer import SdlMixer, SoundError
from lifgame.app.sound.plan import Heard
player = SoundPlayer(True, 1.0)
player.start()
pause = threading.Event()
for _ in range(30):
    pause.wait(0.02)
    player.update(Heard(1, 0.0, False, 5.0, 1.0, 2.0, 0.5, 1, 1 / 20, False))
print(player.is_available, player.stop(0.05), flush=True)
os._exit(0)
"""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_real_device_that_hangs_holds_up_nothing(tmp_path: Path) -> None:
    """SDL's disk driver waits for a reader of the pipe, and none comes."""
    pipe = tmp_path / "device"
    os.mkfifo(pipe)
    device = {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(pipe)}
    done = subprocess.run(
        [sys.executable, "-c", STUCK],
        env=os.environ | device,
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    assert done.stdout.split()[-2:] == ["False", "False"]
