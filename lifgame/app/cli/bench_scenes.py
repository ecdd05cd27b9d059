"""What ``lifgame bench`` looks at: scenes, and what a frame of them takes.

A frame is timed in turn with one opaque blit of the whole window, and told as a
multiple of it: that can be compared between machines.
"""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import pygame

from lifgame.app.game import Game
from lifgame.content.speeds import WINDOWS_MS
from lifgame.session import commands as c
from lifgame.session.start import Start

FRAME_S = 1 / 60
# Finer than this the own thread's clock must be; else the wall's is taken.
FINE_S = 1e-5
HELD_BY = "bench"


@dataclass(frozen=True, slots=True)
class BenchScene:
    """A scene that is measured.

    Attributes:
        name: What it is called in the report.
        start: What the session begins with.
        first: What is done at once.
        then: What is done when the paper is full.
        size: The window's, in pixels.
        is_full: Whether every frame is painted anew, as after another screen.
    """

    name: str
    start: Start
    first: tuple[c.Command, ...] = ()
    then: tuple[c.Command, ...] = ()
    size: tuple[int, int] = (1920, 1080)
    is_full: bool = False

    def game(self, target: pygame.Surface, warm_up_frames: int) -> Game:
        """A game in the midst of it."""
        game = Game(target, self.start)
        for commands in (self.first, self.then):
            game.obey(commands)
            for _ in range(warm_up_frames):
                game.frame([], FRAME_S)
        return game


_DEFAULT = Start(speed=None)
_FAST = Start(preset="granule", pattern="noisy", speed=Fraction(1))
_HELD = c.Inject(HELD_BY, 1.0)

SCENES = (
    BenchScene("default", _DEFAULT),
    BenchScene(
        "worst",
        Start(preset="granule", pattern="noisy", speed=Fraction(1), view="lab"),
        (*[c.BrowseWindows(1) for _ in WINDOWS_MS], _HELD),
    ),
    BenchScene("dense", _FAST, (_HELD,)),
    BenchScene("lab", Start(speed=None, view="lab")),
    BenchScene("paused", _DEFAULT, then=(c.TogglePause(),)),
    BenchScene("help", _DEFAULT, then=(c.ShowScreen("help"),)),
    BenchScene("full redraw", _DEFAULT, is_full=True),
    BenchScene("4K", _DEFAULT, size=(3840, 2160)),
)
# These are also shown in a window, if there is a display.
IN_A_WINDOW = ("default", "worst", "paused", "help")


@dataclass(frozen=True, slots=True)
class FrameCost:
    """What a frame takes, of this thread's time.

    Attributes:
        blit_ms: The blit's median.
        p50_x: The frame's median, by that.
        p99_x: Its 99th percentile.
        max_x: The longest.
        painted: The median of the painted part of the window, 0 to 1.
    """

    blit_ms: float
    p50_x: float
    p99_x: float
    max_x: float
    painted: float

    @property
    def p50_ms(self) -> float:
        return self.p50_x * self.blit_ms


def frame_cost(scene: BenchScene, *, warm_up_frames: int, frames: int) -> FrameCost:
    """Measure a scene on a surface of its own."""
    target = pygame.Surface(scene.size)
    game = scene.game(target, warm_up_frames)
    picture, other = target.copy(), target.copy()
    blits: list[float] = []
    times: list[float] = []
    shares: list[float] = []
    gc.collect()
    gc.freeze()
    for _ in range(frames):
        blits.append(timed_s(lambda: other.blit(picture, (0, 0))))
        if scene.is_full:
            game.invalidate()
        begin_s = clock_s()
        changed = game.frame([], FRAME_S).changed
        times.append(clock_s() - begin_s)
        shares.append(sum(area.width * area.height for area in changed))
    gc.unfreeze()
    times.sort()
    blit_s = statistics.median(blits)
    return FrameCost(
        blit_ms=blit_s * 1000.0,
        p50_x=statistics.median(times) / blit_s,
        p99_x=times[int(len(times) * 0.99)] / blit_s,
        max_x=times[-1] / blit_s,
        painted=statistics.median(shares) / (scene.size[0] * scene.size[1]),
    )


def timed_s(do: Callable[[], object]) -> float:
    """How long something takes, in seconds."""
    begin_s = clock_s()
    do()
    return clock_s() - begin_s


def _fine_clock() -> Callable[[], float]:
    """The own thread's time, which does not suffer from what else runs."""
    if time.get_clock_info("thread_time").resolution > FINE_S:
        return time.perf_counter
    return time.thread_time


clock_s = _fine_clock()
