"""A mixer that is not there, and players on it: what the sound tests share."""

import dataclasses
import logging
import threading

import pytest

from lifgame.app.sound.mixer import SdlMixer, SoundError
from lifgame.app.sound.plan import Cue, Heard
from lifgame.app.sound.player import SoundPlayer

FPS = 60
QUIET = Heard(
    gulps=0, since_gulp_s=60.0, is_band=False, rate_hz=0.0, speed=1.0, inflow_na=0.0,
    level_share=0.0, presses=0, elapsed_s=1 / FPS, is_held=False,
)  # fmt: skip


def heard(**changes: object) -> Heard:
    return dataclasses.replace(QUIET, **changes)  # type: ignore[arg-type]


def names(cue: Cue) -> list[str]:
    return [name for name, _ in cue.once]


class FakeMixer:
    """Notes what it is told; raises or waits where it is told to."""

    def __init__(
        self,
        *bad: str,
        gate: threading.Event | None = None,
        error: type[BaseException] = SoundError,
    ) -> None:
        self.bad = set(bad)
        self.gate = gate
        self.error = error
        self.is_waiting = threading.Event()
        self.calls: list[str] = []
        self.cues: list[Cue] = []

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if name in self.bad and self.gate:
            self.is_waiting.set()
            self.gate.wait()
        elif name in self.bad:
            raise self.error(f"{name} fails")

    def open(self) -> None:
        self._call("open")

    def play(self, cue: Cue) -> None:
        self._call("play")
        self.cues.append(cue)

    def close(self) -> None:
        self._call("close")


def started(made: list[SoundPlayer], mixer: FakeMixer | None = None) -> SoundPlayer:
    make = (lambda: mixer) if mixer else SdlMixer
    player = SoundPlayer(enabled=True, volume=0.5, make_mixer=make)
    made.append(player)
    player.start()
    settle(player)
    return player


def settle(player: SoundPlayer) -> None:
    """Wait until the thread has done all that it was told."""
    assert player._worker
    player._worker.settle()


def is_on(player: SoundPlayer) -> bool:
    return player.is_available


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    lines = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    assert all("\n" not in line for line in lines)
    return lines


def update(player: SoundPlayer, frame: Heard = QUIET) -> None:
    """One frame, and all that it orders is done."""
    player.update(frame)
    settle(player)
