"""``lifgame bench``: what this machine takes for a frame, a step and a start.

Times differ from machine to machine; what can be compared are the multiples of one
opaque full-screen blit, which is measured in turn with every frame.
"""

import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import pygame

from lifgame.app.exits import ExitError
from lifgame.app.frozen import is_frozen, own_program
from lifgame.app.game import Game
from lifgame.app.loop import Pacer
from lifgame.app.window.window import Window, init_headless
from lifgame.content.speeds import SPEEDS
from lifgame.model.inputs import constant
from lifgame.model.neurons.lif import EulerLif
from lifgame.model.simulation import Simulation
from lifgame.session.start import Start

SIZES = {"1080p": (1920, 1080), "4K": (3840, 2160)}
WARM_UP_FRAMES = 90
FRAMES = 240
PACED_FRAMES = 300
FRAME_S = 1 / 60
ENGINE_TICKS = 1_000_000
STARTS = 3


@dataclass(frozen=True, slots=True)
class FrameCost:
    """The drawing of one window size; times in ms, multiples of the blit beside it."""

    floor_ms: float
    partial_ms: float
    partial_p99_ms: float
    partial_x_floor: float
    full_ms: float
    full_x_floor: float


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is measured.

    Attributes:
        frames: Drawing by name of the size.
        growth_4k: Time of a 4K frame by that of a 1080p frame; pixels grow 4 times.
        fast_x_floor: 1080p frame at real-time speed, by the floor.
        present_ms: Bringing a frame's changes to the window, None without a display.
        core_share: Part of one core that 60 frames a second take, None likewise.
        steps_per_s: Euler steps of the engine, with record and rate.
        noisy_steps_per_s: The same with noise.
        start_ms: From nothing to the first picture on disk, whole process.
        python_ms: Of that, what an empty Python takes; None where there is none, as
            in a program that was frozen into one file.
    """

    frames: dict[str, FrameCost]
    growth_4k: float
    fast_x_floor: float
    present_ms: float | None
    core_share: float | None
    steps_per_s: float
    noisy_steps_per_s: float
    start_ms: float
    python_ms: float | None


def measure() -> Report:
    """Measure everything, a dozen seconds or so."""
    present_ms, core_share = _on_a_window()
    init_headless()
    frames = {name: _frame_cost(size) for name, size in SIZES.items()}
    fast = _partial(SIZES["1080p"], Start(speed=_REAL_TIME))
    return Report(
        frames=frames,
        growth_4k=frames["4K"].partial_ms / frames["1080p"].partial_ms,
        fast_x_floor=fast[1] / fast[0],
        present_ms=present_ms,
        core_share=core_share,
        steps_per_s=_steps_per_s(0.0),
        noisy_steps_per_s=_steps_per_s(0.5),
        start_ms=_start_ms([*own_program(), *_FIRST_PICTURE]),
        python_ms=None if is_frozen() else _start_ms([sys.executable, "-c", "pass"]),
    )


_REAL_TIME = SPEEDS[-1]
_FIRST_PICTURE = ("screenshot", "--size", "1920x1080", "--after", "0", "--out")


def _frame_cost(size: tuple[int, int]) -> FrameCost:
    floor_ms, partial_ms, p99_ms = _partial(size, Start())
    full_floor_ms, full_ms, _ = _timed(Game(pygame.Surface(size)), is_full=True)
    return FrameCost(
        floor_ms=floor_ms,
        partial_ms=partial_ms,
        partial_p99_ms=p99_ms,
        partial_x_floor=partial_ms / floor_ms,
        full_ms=full_ms,
        full_x_floor=full_ms / full_floor_ms,
    )


def _partial(size: tuple[int, int], start: Start) -> tuple[float, float, float]:
    return _timed(Game(pygame.Surface(size), start), is_full=False)


def _timed(game: Game, *, is_full: bool) -> tuple[float, float, float]:
    """Medians of the blit and of the frame, and the frame's 99th percentile, in ms."""
    target = game.window_surface
    picture = target.copy()
    for _ in range(WARM_UP_FRAMES):
        game.frame([], FRAME_S)
    gc.collect()
    gc.freeze()
    floors: list[float] = []
    frames: list[float] = []
    other = target.copy()
    for _ in range(FRAMES):
        floors.append(_time_ms(lambda: other.blit(picture, (0, 0))))
        if is_full:
            game.invalidate()
        frames.append(_time_ms(lambda: game.frame([], FRAME_S)))
    gc.unfreeze()
    frames.sort()
    p99 = frames[int(len(frames) * 0.99)]
    return statistics.median(floors), statistics.median(frames), p99


def _on_a_window() -> tuple[float | None, float | None]:
    """On a real window, where there is one: presenting, and a paced run."""
    try:
        window = Window(SIZES["1080p"], fullscreen=False)
    except ExitError:
        return None, None
    game = Game(window.surface)
    times: list[float] = []
    pacer = Pacer()
    begin_s, begin_busy_s = time.perf_counter(), time.process_time()
    for _ in range(PACED_FRAMES):
        changed = game.frame(pygame.event.get(), FRAME_S).changed
        times.append(_time_ms(partial(window.present, changed)))
        pacer.wait()
    busy_s = time.process_time() - begin_busy_s
    share = busy_s / (time.perf_counter() - begin_s)
    pygame.display.quit()
    return statistics.median(times), share


def _steps_per_s(noise_sigma_na: float) -> float:
    """By the process's own time, which does not suffer from what else runs."""
    simulation = Simulation(EulerLif())
    simulation.waveform = constant(2.0)
    simulation.noise_sigma_na = noise_sigma_na
    begin = time.process_time()
    simulation.advance(ENGINE_TICKS)
    return ENGINE_TICKS / (time.process_time() - begin)


def _start_ms(command: list[str]) -> float:
    """The median of a whole process from its start to its end."""
    with tempfile.TemporaryDirectory() as folder:
        out = [str(Path(folder) / "first.png")] if command[-1] == "--out" else []
        return statistics.median(
            _time_ms(lambda: subprocess.run([*command, *out], check=True))
            for _ in range(STARTS)
        )


def _time_ms(do: Callable[[], object]) -> float:
    begin = time.perf_counter()
    do()
    return (time.perf_counter() - begin) * 1000


def report(*, as_json: bool) -> str:
    """Measure, and put it into words or JSON."""
    measured = measure()
    if as_json:
        return json.dumps(asdict(measured), indent=2) + "\n"
    lines = [
        f"{name:>6}  blit {cost.floor_ms:.2f} ms · frame {cost.partial_ms:.2f} ms "
        f"(p99 {cost.partial_p99_ms:.2f}) = {cost.partial_x_floor:.1f} × blit · "
        f"full redraw {cost.full_ms:.2f} ms = {cost.full_x_floor:.1f} × blit"
        for name, cost in measured.frames.items()
    ]
    present = measured.present_ms
    shown = "no display to measure on" if present is None else f"{present:.2f} ms"
    if measured.core_share is not None:
        lines.append(f"60 frames a second, paced: {measured.core_share:.0%} of a core")
    python_ms = measured.python_ms
    empty = "" if python_ms is None else f" (empty Python: {python_ms:.0f} ms)"
    lines += [
        f"4K frame by 1080p frame: {measured.growth_4k:.1f} × (pixels: 4 ×)",
        f"1080p frame at real-time speed: {measured.fast_x_floor:.1f} × blit",
        f"present, 1080p window: {shown}",
        f"engine: {measured.steps_per_s:,.0f} steps a second, "
        f"with noise {measured.noisy_steps_per_s:,.0f}",
        f"start to first picture: {measured.start_ms:.0f} ms{empty}",
    ]
    return "\n".join(lines) + "\n"
