"""The sounds on SDL's mixer."""

import time
from typing import Protocol

import numpy as np

from lifgame.app.sound import tones
from lifgame.app.sound.plan import Cue
from lifgame.app.sound.sdl import (
    ANY_CHANNEL,
    ENDLESS,
    FULL_VOLUME,
    INIT_AUDIO,
    S16,
    Sdl,
)
from lifgame.app.sound.waves import SAMPLES_PER_S

BUFFER_SAMPLES = 1024
SIDES = 2
# Beside the loops: so many sounds may be heard at once.
AT_ONCE = 6
FADE_IN_MS = 20
# A server may take its time before it plays; what has not begun by then never does.
BEGINS_IN_S = 4.0
LOOK_EVERY_S = 0.005


class SoundError(Exception):
    """The device cannot be opened, or is gone; the message says why."""


class Mixer(Protocol):
    """What the player needs of a device. Any call may raise or wait without end."""

    def open(self) -> None: ...
    def play(self, cue: Cue) -> None: ...
    def close(self) -> None: ...


class SdlMixer:
    """The table's sounds on SDL's mixer: one channel a loop, the rest for clicks.

    Every call of one mixer is made on one thread.
    """

    def __init__(self) -> None:
        self._sdl: Sdl | None = None
        self._is_open = False
        self._chunks: dict[str, int] = {}
        self._loops = [tone.id for tone in tones.SOUNDS.values() if tone.is_loop]
        self._channels = len(self._loops) + AT_ONCE
        self._running: set[str] = set()

    def open(self) -> None:
        """Open the device and hand it the sounds.

        Raises:
            SoundError: If there is no device, or it does not play.
            OSError, AttributeError: If this pygame has its libraries elsewhere.
        """
        # First, and so at the start: a device that comes later finds them made.
        names = (*tones.SOUNDS, *tones.TEST_TONES)
        sounds = {name: tones.samples(name) for name in names}
        sdl = self._sdl = self._sdl or Sdl()
        if sdl.SDL_InitSubSystem(INIT_AUDIO) != 0:
            raise SoundError(sdl.error())
        # Without allowed changes SDL converts for devices that are different.
        opened = sdl.Mix_OpenAudioDevice(
            SAMPLES_PER_S, S16, SIDES, BUFFER_SAMPLES, None, 0
        )
        if opened != 0:
            reason = sdl.error()
            # Else the driver that found no device would be asked for ever.
            sdl.SDL_QuitSubSystem(INIT_AUDIO)
            raise SoundError(reason)
        self._is_open = True
        sdl.Mix_AllocateChannels(self._channels)
        sdl.Mix_ReserveChannels(len(self._loops))
        # The mixer plays from the arrays themselves; `tones` keeps them.
        self._chunks = {
            name: sdl.Mix_QuickLoad_RAW(sound.ctypes.data, sound.nbytes)
            for name, sound in sounds.items()
        }
        self._wait_until_it_plays(sdl)

    def play(self, cue: Cue) -> None:
        """Start sounds and set the volumes of the loops."""
        for name, volume in cue.once:
            self._set_volume(name, volume)
            self._functions.Mix_PlayChannelTimed(
                ANY_CHANNEL, self._chunks[name], 0, ENDLESS
            )
        for place, name in enumerate(self._loops):
            self._play_loop(place, name, cue.loops.get(name, 0.0))

    def close(self) -> None:
        """Fall silent and give the device back; does nothing while it is not open."""
        if not self._is_open:
            return
        self._is_open = False
        sdl = self._functions
        for place in range(self._channels):
            sdl.Mix_HaltChannel(place)
        for chunk in self._chunks.values():
            sdl.Mix_FreeChunk(chunk)
        self._chunks.clear()
        self._running.clear()
        sdl.Mix_CloseAudio()
        sdl.SDL_QuitSubSystem(INIT_AUDIO)

    @property
    def _functions(self) -> Sdl:
        assert self._sdl is not None, "the device was not opened"
        return self._sdl

    def _wait_until_it_plays(self, sdl: Sdl) -> None:
        """Play silence to its end, lest the clicks of two seconds begin at once.

        Raises:
            SoundError: If it does not end.
        """
        silence = np.zeros((BUFFER_SAMPLES, SIDES), np.int16)
        chunk = sdl.Mix_QuickLoad_RAW(silence.ctypes.data, silence.nbytes)
        place = sdl.Mix_PlayChannelTimed(ANY_CHANNEL, chunk, 0, ENDLESS)
        looks = round(BEGINS_IN_S / LOOK_EVERY_S)
        while sdl.Mix_Playing(place) and looks > 0:
            time.sleep(LOOK_EVERY_S)
            looks -= 1
        # Also takes it out of the mixer's hands, before the array is gone.
        sdl.Mix_FreeChunk(chunk)
        if looks == 0:
            raise SoundError("the device takes no sound")

    def _set_volume(self, name: str, volume: float) -> None:
        # Of the sound and not of its channel, which would wait for the device.
        self._functions.Mix_VolumeChunk(self._chunks[name], round(volume * FULL_VOLUME))

    def _play_loop(self, place: int, name: str, volume: float) -> None:
        self._set_volume(name, volume)
        if volume > 0.0 and name not in self._running:
            self._functions.Mix_FadeInChannelTimed(
                place, self._chunks[name], ENDLESS, FADE_IN_MS, ENDLESS
            )
            self._running.add(name)
        elif volume <= 0.0 and name in self._running:
            self._functions.Mix_HaltChannel(place)
            self._running.discard(name)
