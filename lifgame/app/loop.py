"""The loop: the only clock and the only place that takes events from the system."""

import gc
import signal
import time
from types import FrameType

import pygame

from lifgame.app import exits
from lifgame.app.game import Game
from lifgame.app.window import Window
from lifgame.session.start import Start

FRAMES_PER_SECOND = 60


class StopSignals:
    """Remembers that the system has asked us to stop."""

    def __init__(self) -> None:
        self.received: int | None = None
        for number in (signal.SIGINT, signal.SIGTERM):
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


def play(start: Start, size: tuple[int, int] | None, *, fullscreen: bool) -> int:
    """Open the window and play until somebody leaves.

    Returns:
        The exit code.

    Raises:
        ExitError: If there is no display.
    """
    window = Window(size, fullscreen=fullscreen)
    signals = StopSignals()
    game = Game(window.surface, start, is_fullscreen=fullscreen)
    surface = window.surface
    gc.collect()
    # What lives as long as the program need not be looked at again and again.
    gc.freeze()
    pacer = Pacer()
    elapsed_s = 0.0
    while not game.wants_quit and signals.received is None:
        if window.is_fullscreen != game.wants_fullscreen:
            window.set_fullscreen(fullscreen=game.wants_fullscreen)
        events = pygame.event.get()
        if window.surface is not surface or window.surface.get_size() != size:
            surface, size = window.surface, window.surface.get_size()
            game.resize(surface)
        if any(event.type == pygame.WINDOWEXPOSED for event in events):
            game.invalidate()
        window.present(game.frame(events, elapsed_s).changed)
        elapsed_s = pacer.wait()
    pygame.display.quit()
    return exits.INTERRUPTED if signals.received == signal.SIGINT else exits.OK
