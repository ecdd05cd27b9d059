"""``lifgame bench``: what this machine takes for a frame, a step and a start.

Times differ from machine to machine; what can be compared are ratios, and both sides
of each are measured in the same run.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pygame

from lifgame.app.cli.bench_scenes import (
    FRAME_S,
    IN_A_WINDOW,
    SCENES,
    FrameCost,
    frame_cost,
    timed_s,
)
from lifgame.app.cli.experiment import Experiment, Run
from lifgame.app.cli.pictures import Stage
from lifgame.app.cli.rates import RateRuns
from lifgame.app.cli.recording import record
from lifgame.app.exits import ExitError
from lifgame.app.frozen import is_frozen
from lifgame.app.loop import Pacer
from lifgame.app.window.window import Window, init_headless
from lifgame.content.models import DEFAULT_METHOD
from lifgame.content.parameters import DEFAULT_VALUES
from lifgame.model.inputs import constant
from lifgame.model.neurons.lif import EulerLif
from lifgame.model.simulation import Simulation
from lifgame.session.start import DEFAULT_DT_MS, Start

FI_CURRENTS = 200
FI_DURATION_MS = 2000.0
_BARE = (
    "import numpy, pygame; from os import environ; "
    "environ['SDL_VIDEODRIVER'] = 'dummy'; pygame.display.init(); "
    "pygame.font.init(); pygame.display.set_mode((1920, 1080)); pygame.display.flip()"
)
_FIRST_FRAME = (
    "from lifgame.app.window.window import init_headless; init_headless(); "
    "from lifgame.app.game import Game; from lifgame.session.start import OPENING; "
    "import pygame; surface = pygame.display.set_mode((1920, 1080)); "
    "Game(surface, OPENING).frame([], 0.0); pygame.display.flip()"
)
_SOME_FRAMES = _FIRST_FRAME.replace(
    "Game(surface, OPENING).frame([], 0.0); pygame.display.flip()",
    "game = Game(surface, OPENING); [game.frame([], 1 / 60) for _ in range(600)]; "
    "from resource import RUSAGE_SELF, getrusage; "
    "print(getrusage(RUSAGE_SELF).ru_maxrss)",
)


@dataclass(frozen=True, slots=True)
class Effort:
    """How much of each is done: more of it takes longer, and is steadier.

    Attributes:
        warm_up_frames: Before a scene is measured, until its paper is full.
        frames: That are measured of a scene.
        paced_frames: In a window, at 60 frames a second.
        steps: Of the engine.
        rows: Of a CSV file.
        pictures: Frames that are recorded.
        starts: Of each program.
    """

    warm_up_frames: int = 400
    frames: int = 240
    paced_frames: int = 240
    steps: int = 1_000_000
    rows: int = 400_000
    pictures: int = 30
    starts: int = 5


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is measured.

    Attributes:
        frames: What a frame takes, by scene, as multiples of a full-screen blit.
        growth_4k: A 4K frame by a 1080p frame; pixels grow 4 times.
        window: Processor time of a window at 60 frames a second, by scene, as a
            multiple of a program that only blits and flips; None without a display.
        bare_core: Part of a core that such a program takes; None likewise.
        steps_per_s: Steps of the engine, with record and rate.
        noisy_steps_per_s: The same with noise.
        fi_curve_ms: Rates at 200 currents, 2 s each.
        csv_rows_per_s: Rows of a CSV file.
        recorded_per_s: Pictures of 1080p that are recorded as PNG.
        start_x: From nothing to the first frame, by a bare pygame and NumPy program;
            None, as the next two, in a program that was frozen into one file: there
            is no Python beside it.
        help_x: ``lifgame --help``, by an empty Python.
        memory_mib: The most memory that a window's worth of game holds after a while;
            None if unknown, too.
    """

    frames: dict[str, FrameCost]
    growth_4k: float
    window: dict[str, float] | None
    bare_core: float | None
    steps_per_s: float
    noisy_steps_per_s: float
    fi_curve_ms: float
    csv_rows_per_s: float
    recorded_per_s: float
    start_x: float | None
    help_x: float | None
    memory_mib: float | None


def measure(effort: Effort) -> Report:
    """Measure everything."""
    bare_core, window = _in_a_window(effort)
    init_headless()
    frames = {
        scene.name: frame_cost(
            scene, warm_up_frames=effort.warm_up_frames, frames=effort.frames
        )
        for scene in SCENES
    }
    return Report(
        frames=frames,
        growth_4k=frames["4K"].p50_ms / frames["default"].p50_ms,
        window=window,
        bare_core=bare_core,
        steps_per_s=_steps_per_s(0.0, effort.steps),
        noisy_steps_per_s=_steps_per_s(0.5, effort.steps),
        fi_curve_ms=_fi_curve_ms(),
        csv_rows_per_s=_csv_rows_per_s(effort.rows),
        recorded_per_s=_recorded_per_s(effort.pictures),
        start_x=_start_x(["-c", _FIRST_FRAME], ["-c", _BARE], effort),
        help_x=_start_x(["-m", "lifgame", "--help"], ["-c", ""], effort),
        memory_mib=_memory_mib(),
    )


# --- the window ------------------------------------------------------------


def _in_a_window(effort: Effort) -> tuple[float | None, dict[str, float] | None]:
    """A core's part for a bare program, and the game's by that; None: no display."""
    try:
        window = Window((1920, 1080), fullscreen=False)
    except ExitError:
        return None, None
    surface = window.surface
    picture = surface.copy()

    def bare() -> None:
        surface.blit(picture, (0, 0))
        pygame.display.flip()

    bare_core = _core_share(bare, effort.paced_frames)
    shares = {}
    for scene in SCENES:
        if scene.name in IN_A_WINDOW:
            game = scene.game(surface, effort.warm_up_frames)

            def shown() -> None:
                changed = game.frame(pygame.event.get(), FRAME_S).changed  # noqa: B023
                window.present(changed)

            shares[scene.name] = _core_share(shown, effort.paced_frames) / bare_core
    pygame.display.quit()
    return bare_core, shares


def _core_share(frame: Callable[[], None], frames: int) -> float:
    """The part of a core that 60 such frames a second take."""
    pacer = Pacer()
    begin_s, busy_s = time.perf_counter(), time.process_time()
    for _ in range(frames):
        frame()
        pacer.wait()
    return (time.process_time() - busy_s) / (time.perf_counter() - begin_s)


# --- engine, files, starts ------------------------------------------------------------


def _steps_per_s(noise_sigma_na: float, steps: int) -> float:
    simulation = Simulation(EulerLif())
    simulation.waveform = constant(2.0)
    simulation.noise_sigma_na = noise_sigma_na
    return steps / timed_s(lambda: simulation.advance(steps))


def _fi_curve_ms() -> float:
    currents_na = tuple(5.0 * k / FI_CURRENTS for k in range(FI_CURRENTS))
    runs = RateRuns(DEFAULT_VALUES, currents_na, FI_DURATION_MS)
    return timed_s(runs.measured_hz) * 1000.0


def _csv_rows_per_s(rows: int) -> float:
    run = Run(
        Experiment(
            values=DEFAULT_VALUES,
            pattern="constant",
            method=DEFAULT_METHOD,
            dt_ms=DEFAULT_DT_MS,
            duration_ms=rows * DEFAULT_DT_MS,
            seed=0,
        )
    )
    return rows / timed_s(lambda: sum(len(piece) for piece in run.csv()))


def _recorded_per_s(pictures: int) -> float:
    stage = Stage(Start(speed=None))
    with tempfile.TemporaryDirectory() as folder:
        begin_s = time.perf_counter()
        record(stage, pictures * FRAME_S, 1 / FRAME_S, Path(folder))
        return pictures / (time.perf_counter() - begin_s)


def _start_x(words: Sequence[str], bare: Sequence[str], effort: Effort) -> float | None:
    """How much longer one program takes than a bare one; see ``Report.start_x``."""
    if is_frozen():
        return None
    return _start_s(words, effort) / _start_s(bare, effort)


def _start_s(words: Sequence[str], effort: Effort) -> float:
    """The median of a whole process from its start to its end, in seconds."""
    command = [sys.executable, *words]
    times = []
    for _ in range(effort.starts):
        begin_s = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begin_s)
    return statistics.median(times)


def _memory_mib() -> float | None:
    """Of a process of its own; Windows does not tell."""
    if sys.platform == "win32" or is_frozen():
        return None
    command = [sys.executable, "-c", _SOME_FRAMES]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    most = int(told.stdout.split()[-1])
    # Linux counts in KiB, macOS in bytes.
    return most / (2**20 if sys.platform == "darwin" else 2**10)


# --- in words ------------------------------------------------------------


def report(*, as_json: bool, effort: Effort | None = None) -> str:
    """Measure, and put it into words or JSON."""
    measured = measure(effort or Effort())
    if as_json:
        return json.dumps(asdict(measured), indent=2) + "\n"
    return "\n".join(_lines(measured)) + "\n"


def _lines(measured: Report) -> list[str]:
    lines = ["a frame, in full-screen blits   p50    p99    max  painted   blit"]
    lines += [
        f"  {name:<26} {cost.p50_x:6.2f} {cost.p99_x:6.2f} {cost.max_x:6.2f} "
        f"{cost.painted:7.0%}  {cost.blit_ms:.2f} ms"
        for name, cost in measured.frames.items()
    ]
    lines.append(f"4K frame by 1080p frame: {measured.growth_4k:.1f} × (pixels: 4 ×)")
    if measured.window is None or measured.bare_core is None:
        lines.append("window at 60 frames a second: no display to measure on")
    else:
        bare = f"{measured.bare_core:.1%} of a core"
        lines.append(f"window at 60 frames a second, by bare blit and flip ({bare}):")
        lines += [f"  {name:<26} {by:6.2f}" for name, by in measured.window.items()]
    memory = measured.memory_mib
    return [
        *lines,
        f"engine: {measured.steps_per_s:,.0f} steps a second, "
        f"with noise {measured.noisy_steps_per_s:,.0f}",
        f"fi-curve, {FI_CURRENTS} currents of {FI_DURATION_MS / 1000:g} s: "
        f"{measured.fi_curve_ms:.0f} ms",
        f"CSV: {measured.csv_rows_per_s:,.0f} rows a second",
        f"record: {measured.recorded_per_s:.0f} pictures of 1920x1080 a second",
        f"start to first frame: {_times(measured.start_x)} bare pygame and NumPy",
        f"--help: {_times(measured.help_x)} empty Python",
        "memory: " + ("unknown" if memory is None else f"{memory:.0f} MiB at most"),
    ]


def _times(ratio: float | None) -> str:
    return "unknown, by" if ratio is None else f"{ratio:.1f} ×"
