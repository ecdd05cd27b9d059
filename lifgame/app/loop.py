"""The loop: the game's only clock, and the only place that takes system events."""

import gc
import os
import signal
import time
from dataclasses import dataclass, field
from types import FrameType

import pygame

from lifgame.app import exits
from lifgame.app.files.config import Config
from lifgame.app.files.settings import KeptSettings
from lifgame.app.game import Game
from lifgame.app.hands.hands import Hands
from lifgame.app.hands.pad_devices import PadDevices
from lifgame.app.memory import give_back_early
from lifgame.app.sound.voices import Voices
from lifgame.app.stops import STOPS
from lifgame.app.window.window import Window
from lifgame.content.texts import Library
from lifgame.session.start import Start

FRAMES_PER_SECOND = 60


@dataclass(frozen=True, slots=True)
class Play:
    """How to play.

    Attributes:
        start: What the session begins with.
        size: The window's size in pixels, None for the usual one.
        is_fullscreen: Whether it fills the screen.
        settings: Settings given on the command line; they win, and are not kept.
        config: The operator's configuration.
        library: All languages, None for those of the configuration.
    """

    start: Start
    size: tuple[int, int] | None = None
    is_fullscreen: bool = True
    settings: dict[str, str] = field(default_factory=dict)
    config: Config = field(default_factory=Config)
    library: Library | None = None


class StopSignals:
    """Remembers that the system has asked us to stop."""

    def __init__(self) -> None:
        self.received: int | None = None
        for number in STOPS:
            # What nohup wants ignored stays so.
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._receive)

    def _receive(self, number: int, _frame: FrameType | None) -> None:
        self.received = number


class Pacer:
    """Sleeps to absolute deadlines; ``Clock.tick`` would run at 62 frames a second."""

    def __init__(self, frames_per_second: float = FRAMES_PER_SECOND) -> None:
        self._frame_s = 1 / frames_per_second
        self._deadline_s = time.perf_counter()
        self._last_s = self._deadline_s

    def wait(self) -> float:
        """Wait for the next frame; answer with the seconds since the last one."""
        self._deadline_s += self._frame_s
        now_s = time.perf_counter()
        if self._deadline_s > now_s:
            time.sleep(self._deadline_s - now_s)
        elif now_s - self._deadline_s > self._frame_s:
            # Far behind: begin anew instead of hurrying after lost frames.
            self._deadline_s = now_s
        now_s = time.perf_counter()
        elapsed_s, self._last_s = now_s - self._last_s, now_s
        return elapsed_s


def play(how: Play) -> int:
    """Open the window and play until somebody leaves.

    Returns:
        The exit code.

    Raises:
        ExitError: If there is no display.
    """
    # Nothing that is made from here on is in vain before the first frame.
    gc.disable()
    give_back_early()
    library = how.library or Library(how.config.texts_folder)
    kept = KeptSettings(how.config, library, how.settings)
    window = Window(how.size, fullscreen=how.is_fullscreen)
    signals = StopSignals()
    game = Game(
        window.surface,
        how.start,
        is_fullscreen=how.is_fullscreen,
        preferences=kept.preferences,
        library=library,
        hands=Hands(how.config.keys),
    )
    # Before the sound's thread starts: SDL counts its users without a lock.
    pads = PadDevices()
    voices = Voices(kept.preferences, how.config.speak)
    # What lives as long as the program need not be looked at again and again.
    gc.freeze()
    gc.enable()
    _run(game, window, signals, kept, pads, voices)
    code = exits.INTERRUPTED if signals.received == signal.SIGINT else exits.OK
    pygame.display.quit()
    if not voices.stop():
        # A sound server that hangs must not keep the program from ending.
        os._exit(code)
    return code


def _run(
    game: Game,
    window: Window,
    signals: StopSignals,
    kept: KeptSettings,
    pads: PadDevices,
    voices: Voices,
) -> None:
    pacer = Pacer()
    surface, size, elapsed_s = window.surface, window.surface.get_size(), 0.0
    while not game.wants_quit and signals.received is None:
        if window.is_fullscreen != game.wants_fullscreen:
            window.set_fullscreen(fullscreen=game.wants_fullscreen)
            # The surface may keep its size and yet be black.
            game.invalidate()
        events = pads.filter(pygame.event.get())
        if window.surface is not surface or window.surface.get_size() != size:
            surface, size = window.surface, window.surface.get_size()
            game.resize(surface)
        if any(event.type == pygame.WINDOWEXPOSED for event in events):
            game.invalidate()
        game.is_audible = voices.is_audible
        result = game.frame(events, elapsed_s)
        window.present(result.changed)
        voices.update(game, result, elapsed_s)
        voices.device_events(events)
        kept.save_changes()
        elapsed_s = pacer.wait()
