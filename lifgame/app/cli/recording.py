"""``lifgame record``: every frame of a piece of real time as a numbered PNG."""

import math
import os
import re
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pygame

from lifgame.app.cli.pictures import Stage
from lifgame.app.exits import CANNOT_WRITE, USAGE, ExitError
from lifgame.app.files.files import clear_leftovers, make_folder, write_whole
from lifgame.app.files.png import png
from lifgame.app.game import Game

# A session makes up for a short while only, so a long frame is lived in parts.
LONGEST_PART_S = 1 / 30
MOST_WRITERS = 4
# Pictures that wait to be written: each is some megabytes.
WAITING_PER_WRITER = 2
_FRAME = re.compile(r"frame_[0-9]{5,}\.png")


def record(
    stage: Stage,
    seconds: float,
    frames_per_second: float,
    folder: Path,
    *,
    overwrites: bool = False,
) -> int:
    """Save every frame of a piece of real time as a numbered PNG.

    Returns:
        How many frames were written.

    Raises:
        ExitError: If a file cannot be written, or the folder holds older frames.
    """
    make_folder(folder)
    make_room(folder, overwrites=overwrites)
    game = stage.game()
    count = max(1, round(seconds * frames_per_second))
    digits = max(5, len(str(count)))
    writers = min(MOST_WRITERS, os.cpu_count() or 1)
    pool = ThreadPoolExecutor(writers)
    waiting: deque[Future[None]] = deque()
    try:
        for number, rgb in _pictures(game, count, 1 / frames_per_second):
            path = folder / f"frame_{number:0{digits}d}.png"
            size = game.window_surface.get_size()
            waiting.append(pool.submit(_save, path, size, rgb))
            if len(waiting) > writers * WAITING_PER_WRITER:
                waiting.popleft().result()
        for writing in waiting:
            writing.result()
    finally:
        # What is being written becomes whole, what waits is let go.
        pool.shutdown(cancel_futures=True)
    return count


def _pictures(game: Game, count: int, frame_s: float) -> Iterator[tuple[int, bytes]]:
    for number in range(1, count + 1):
        live(game, frame_s)
        yield number, pygame.image.tobytes(game.window_surface, "RGB")


def _save(path: Path, size: tuple[int, int], rgb: bytes) -> None:
    write_whole(path, [png(size, rgb)], clears=False)


def make_room(folder: Path, *, overwrites: bool) -> None:
    """See to it that no frame of an earlier recording is taken for one of this.

    Raises:
        ExitError: If there are some and they may not be removed, or cannot be.
    """
    clear_leftovers(folder)
    try:
        older = [path for path in folder.iterdir() if _FRAME.fullmatch(path.name)]
        if older and not overwrites:
            noun = "frame" if len(older) == 1 else "frames"
            raise ExitError(
                USAGE,
                f"{folder} holds {len(older)} {noun} of an earlier recording; take "
                "another folder, or add --overwrite to remove them",
                "lifgame record",
            )
        for path in older:
            path.unlink()
    except OSError as error:
        reason = f"cannot clear {folder}: {error.strerror or error}"
        raise ExitError(CANNOT_WRITE, reason) from error


def live(game: Game, elapsed_s: float) -> None:
    """Let real time pass, in equal parts that a session can follow."""
    parts = max(1, math.ceil(elapsed_s / LONGEST_PART_S - 1e-6))
    for _ in range(parts):
        game.frame([], elapsed_s / parts)
