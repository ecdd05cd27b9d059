"""The sounds on pygame's mixer, and a look at the device before it is opened."""

import subprocess
import sys
from typing import Protocol

import pygame

from lifgame.app.sound import tones
from lifgame.app.sound.plan import Cue

BUFFER_SAMPLES = 512  # 11 ms: less than a frame
CHANNELS = 8
PROBE_S = 5

# Ends by itself and without closing: both could hang.
_PROBE = f"""
import os, signal
if hasattr(signal, "alarm"):
    signal.alarm({PROBE_S})
import pygame
pygame.mixer.init({tones.SAMPLES_PER_S}, -16, 2, {BUFFER_SAMPLES}, allowedchanges=0)
os._exit(0)
"""


class Mixer(Protocol):
    """What the player needs of a device. Any call may raise or wait without end."""

    def open(self) -> None: ...
    def play(self, cue: Cue) -> None: ...
    def close(self) -> None: ...


class PygameMixer:
    """The table's sounds on pygame's mixer: one channel a loop, the rest for clicks."""

    def __init__(self) -> None:
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._loops = [tone.id for tone in tones.SOUNDS.values() if tone.is_loop]
        self._running: set[str] = set()

    def open(self) -> None:
        """Open the device and hand it the sounds.

        Raises:
            pygame.error: If there is no device.
            subprocess.TimeoutExpired: If the device hangs.
        """
        _probe()
        # Without allowed changes SDL converts for devices that are different.
        pygame.mixer.init(tones.SAMPLES_PER_S, -16, 2, BUFFER_SAMPLES, allowedchanges=0)
        pygame.mixer.set_num_channels(CHANNELS)
        pygame.mixer.set_reserved(len(self._loops))
        self._running.clear()
        self._sounds = {
            name: pygame.mixer.Sound(buffer=tones.samples(name).tobytes())
            for name in tones.SOUNDS
        }

    def play(self, cue: Cue) -> None:
        """Start sounds and set the volumes of the loops.

        Raises:
            pygame.error: If the device is gone.
        """
        for name, volume in cue.once:
            self._sounds[name].set_volume(volume)
            self._sounds[name].play()
        for place, name in enumerate(self._loops):
            self._play_loop(place, name, cue.loops.get(name, 0.0))

    def _play_loop(self, place: int, name: str, volume: float) -> None:
        sound = self._sounds[name]
        # Of the sound and not of its channel, which would wait for the device.
        sound.set_volume(volume)
        if volume > 0.0 and name not in self._running:
            pygame.mixer.Channel(place).play(sound, loops=-1, fade_ms=20)
            self._running.add(name)
        elif volume <= 0.0 and name in self._running:
            pygame.mixer.Channel(place).stop()
            self._running.discard(name)

    def close(self) -> None:
        self._sounds.clear()
        self._running.clear()
        pygame.mixer.quit()


def _probe() -> None:
    """Find out in another process whether the device can be opened.

    Raises:
        pygame.error: If there is no device.
        subprocess.TimeoutExpired: If the device hangs.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", _PROBE],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=PROBE_S,
            check=False,
        )
    except OSError:
        # No process may be started here: try the device unseen.
        return
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").split("\n")
        reasons = [line for line in lines if line.startswith("pygame.error")]
        raise pygame.error(reasons[-1] if reasons else f"code {done.returncode}")
