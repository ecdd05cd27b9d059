"""A loudspeaker that no device can make raise or wait."""

import dataclasses
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from lifgame.app.sound import tones
from lifgame.app.sound.plan import SILENCE, Cue, Heard
from lifgame.app.sound.player import MOST_WAITING, TRY_GAP_S, SoundPlayer

FPS = 60
QUIET = Heard(0, 0.0, 1.0, 0.0, 0, 1 / FPS, is_held=False)


def heard(**changes: object) -> Heard:
    return dataclasses.replace(QUIET, **changes)  # type: ignore[arg-type]


def names(cue: Cue) -> list[str]:
    return [name for name, _ in cue.once]


class FakeMixer:
    """Notes what it is told; raises or waits where it is told to."""

    def __init__(self, *bad: str, gate: threading.Event | None = None) -> None:
        self.bad = set(bad)
        self.gate = gate
        self.calls: list[str] = []
        self.cues: list[Cue] = []

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if name in self.bad and self.gate:
            self.gate.wait()
        elif name in self.bad:
            raise pygame.error(f"{name} fails")

    def open(self) -> None:
        self._call("open")

    def play(self, cue: Cue) -> None:
        self._call("play")
        self.cues.append(cue)

    def close(self) -> None:
        self._call("close")


@pytest.fixture
def made() -> Iterator[list[SoundPlayer]]:
    players: list[SoundPlayer] = []
    yield players
    for player in players:
        player.stop()


def started(made: list[SoundPlayer], mixer: FakeMixer | None = None) -> SoundPlayer:
    player = SoundPlayer(enabled=True, volume=0.5, mixer=mixer)
    made.append(player)
    player.start()
    player._orders.join()
    return player


def is_on(player: SoundPlayer) -> bool:
    return player.is_available


def update(player: SoundPlayer, frame: Heard = QUIET) -> None:
    """One frame, and all that it orders is done."""
    player.update(frame)
    player._orders.join()


def test_the_cue_reaches_the_mixer_in_its_frame(made: list[SoundPlayer]) -> None:
    mixer = FakeMixer()
    player = started(made, mixer)
    assert is_on(player)
    update(player, heard(spikes=1, presses=1, inflow_na=5.0))
    (cue,) = mixer.cues
    assert dict(cue.once) == {"click": 0.45, "flush": 0.35, "tick": 0.4}
    assert cue.loops["pour"] > 0.0
    assert player.stop()
    assert mixer.calls[-1] == "close"


def test_muted(made: list[SoundPlayer]) -> None:
    mixer = FakeMixer()
    player = started(made, mixer)
    update(player, heard(spikes=1, inflow_na=5.0))
    player.set_muted(True)
    update(player, heard(spikes=1, inflow_na=5.0))
    assert mixer.cues[-1] == SILENCE
    player.set_muted(False)
    player.set_volume(float("nan"))
    update(player, heard(spikes=1, inflow_na=5.0))
    assert mixer.cues[-1] == SILENCE
    player.set_volume(7.0)
    update(player, heard(presses=1))
    assert mixer.cues[-1].once == (("tick", 0.8),)


def test_off_means_no_thread_and_no_device(made: list[SoundPlayer]) -> None:
    mixer = FakeMixer()
    player = SoundPlayer(enabled=False, volume=1.0, mixer=mixer)
    before = threading.active_count()
    player.start()
    player.update(heard(spikes=1))
    player.device_event(pygame.AUDIODEVICEREMOVED)
    assert threading.active_count() == before
    assert not is_on(player)
    assert player.stop()
    assert mixer.calls == []


@pytest.mark.parametrize(
    "bad", [("open",), ("play",), ("close",), ("open", "play", "close")]
)
def test_a_mixer_that_raises_is_silence(
    bad: tuple[str, ...], made: list[SoundPlayer], caplog: pytest.LogCaptureFixture
) -> None:
    player = started(made, FakeMixer(*bad))
    for _ in range(3):
        update(player, heard(spikes=1, elapsed_s=30.0))
        player.device_event(pygame.AUDIODEVICEREMOVED)
        player.device_event(pygame.AUDIODEVICEADDED)
    assert player.stop()
    assert len([r for r in caplog.records if r.levelno >= logging.WARNING]) == 1


def test_tries_at_0_10_and_60_seconds(made: list[SoundPlayer]) -> None:
    mixer = FakeMixer("open")
    player = started(made, mixer)
    tries: list[int] = []
    while len(tries) < 200:
        tries.append(mixer.calls.count("open"))
        update(player, heard(elapsed_s=1.0))
    assert [tries[at] for at in (0, 9, 10, 59, 60, 199)] == [1, 1, 2, 2, 3, 3]
    mixer.bad.clear()
    player.set_muted(True)
    player.set_muted(False)
    update(player)
    assert is_on(player)


def test_a_device_that_is_pulled_is_opened_anew(made: list[SoundPlayer]) -> None:
    mixer = FakeMixer()
    player = started(made, mixer)
    update(player, heard(elapsed_s=TRY_GAP_S))
    player.device_event(pygame.AUDIODEVICEREMOVED)
    update(player)
    assert is_on(player)
    assert [call for call in mixer.calls if call != "play"] == ["open", "close", "open"]
    for _ in range(50):
        player.device_event(pygame.AUDIODEVICEREMOVED)
        player.device_event(pygame.AUDIODEVICEADDED)
        update(player)
    assert mixer.calls.count("open") == 2


def test_a_device_that_fails_while_playing_comes_back(made: list[SoundPlayer]) -> None:
    mixer = FakeMixer("play")
    player = started(made, mixer)
    update(player)
    assert not is_on(player)
    mixer.bad.clear()
    update(player, heard(elapsed_s=TRY_GAP_S))
    update(player, heard(spikes=1))
    assert is_on(player)
    assert names(mixer.cues[-1]) == ["click", "flush"]


@pytest.mark.parametrize("call", ["open", "play", "close"])
def test_a_mixer_that_hangs_holds_up_nothing(call: str) -> None:
    gate = threading.Event()
    player = SoundPlayer(True, 1.0, FakeMixer(call, gate=gate))
    player.start()
    if call != "open":
        player._orders.join()
    for _ in range(3 * MOST_WAITING):
        player.update(heard(spikes=1))
    assert call == "close" or not is_on(player)
    assert not player.stop(timeout_s=0.02)
    gate.set()


def test_late_clicks_are_dropped(made: list[SoundPlayer]) -> None:
    gate, mixer = threading.Event(), FakeMixer()
    player = started(made, mixer)
    mixer.bad, mixer.gate = {"play"}, gate
    for _ in range(20):
        player.update(heard(spikes=1, elapsed_s=0.3))
    gate.set()
    player._orders.join()
    assert sum(bool(cue.once) for cue in mixer.cues) < 8


def test_the_real_mixer_plays_into_nothing(made: list[SoundPlayer]) -> None:
    player = started(made)
    assert is_on(player)
    assert pygame.mixer.get_init() == (tones.SAMPLES_PER_S, -16, 2)
    for frame in range(2 * FPS):
        dense = heard(spikes=1, rate_hz=60.0, inflow_na=2.0)
        update(player, dense if frame % FPS < 30 else heard(spikes=frame % 30 == 0))
    assert is_on(player)
    update(player, heard(spikes=1, rate_hz=60.0, inflow_na=2.0))
    assert pygame.mixer.Channel(1).get_busy()
    player.device_event(pygame.AUDIODEVICEREMOVED)
    update(player, heard(elapsed_s=TRY_GAP_S))
    update(player)
    assert is_on(player)
    assert player.stop()
    assert pygame.mixer.get_init() is None


def test_no_driver_is_silence(
    made: list[SoundPlayer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "nothing")
    player = started(made)
    update(player, heard(spikes=1))
    assert not is_on(player)
    assert player.stop()


STUCK = """
import os, threading
from lifgame.app.sound.player import SoundPlayer
from lifgame.app.sound.plan import Heard
player = SoundPlayer(True, 1.0)
player.start()
pause = threading.Event()
for _ in range(30):
    pause.wait(0.02)
    player.update(Heard(1, 5.0, 1.0, 2.0, 1, 1 / 60, False))
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
