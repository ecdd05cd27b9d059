"""SDL's own sound functions, called without holding up the rest of Python.

pygame opens a device with Python's lock held: the picture stands still as long as a
sound server thinks, and for ever if it hangs. ctypes lets go of that lock. The library
is the very one that pygame has loaded, found through pygame's own modules.
"""

import contextlib
import ctypes
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame
import pygame.mixer

INIT_AUDIO = 0x10
S16 = 0x8010 if sys.byteorder == "little" else 0x9010
FULL_VOLUME = 128
ANY_CHANNEL = -1
# For ever as a number of rounds; as long as it lasts as a time.
ENDLESS = -1

_NAME, _PTR, _INT = ctypes.c_char_p, ctypes.c_void_p, ctypes.c_int
_U16, _U32 = ctypes.c_uint16, ctypes.c_uint32
# What each function takes; the last one is what it answers.
# fmt: off
_FUNCTIONS: dict[str, tuple[type | None, ...]] = {
    "SDL_InitSubSystem":      (_U32, _INT),
    "SDL_QuitSubSystem":      (_U32, None),
    "SDL_GetError":           (_NAME,),
    "Mix_OpenAudioDevice":    (_INT, _U16, _INT, _INT, _NAME, _INT, _INT),
    "Mix_CloseAudio":         (None,),
    "Mix_AllocateChannels":   (_INT, _INT),
    "Mix_ReserveChannels":    (_INT, _INT),
    "Mix_QuickLoad_RAW":      (_PTR, _U32, _PTR),
    "Mix_FreeChunk":          (_PTR, None),
    "Mix_VolumeChunk":        (_PTR, _INT, _INT),
    "Mix_PlayChannelTimed":   (_INT, _PTR, _INT, _INT, _INT),
    "Mix_FadeInChannelTimed": (_INT, _PTR, _INT, _INT, _INT, _INT),
    "Mix_HaltChannel":        (_INT, _INT),
    "Mix_Playing":            (_INT, _INT),
}
# fmt: on


class Sdl:
    """The functions of the table by their own names, such as ``Mix_CloseAudio``.

    Any of them may wait without end; meanwhile other threads go on.
    """

    def __init__(self) -> None:
        """Find them.

        Raises:
            OSError: If the library is not where this pygame has it.
            AttributeError: If it lacks a function.
        """
        libraries = _libraries()
        for name, kinds in _FUNCTIONS.items():
            function = getattr(libraries[name.partition("_")[0]], name)
            function.argtypes, function.restype = list(kinds[:-1]), kinds[-1]
            setattr(self, name, function)
        _hush_alsa()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """No such function; for type checkers, that there are functions at all."""
        raise AttributeError(name)

    def error(self) -> str:
        """What went wrong last on this thread."""
        words: bytes = self.SDL_GetError()
        return words.decode("utf-8", "replace") or "unknown reason"


def _libraries() -> dict[str, ctypes.CDLL]:
    """The libraries behind SDL's and the mixer's functions."""
    if sys.platform == "win32":
        # A module shows only its own functions there, not those it was linked with.
        folder = Path(pygame.__file__).parent
        return {
            "SDL": ctypes.CDLL(str(folder / "SDL2.dll")),
            "Mix": ctypes.CDLL(str(folder / "SDL2_mixer.dll")),
        }
    module = ctypes.CDLL(str(pygame.mixer.__file__))
    return {"SDL": module, "Mix": module}


def _hush_alsa() -> None:
    """Let no try without a sound card print a page of ALSA's own thoughts."""
    with contextlib.suppress(OSError, AttributeError):
        alsa, process = ctypes.CDLL("libasound.so.2"), ctypes.CDLL(None)
        # It calls what it is given with its words; this one looks at none of them,
        # and needs no Python, whose end it may outlive.
        alsa.snd_lib_error_set_handler(ctypes.cast(process.getpid, ctypes.c_void_p))
