"""Headless pictures: one screenshot or numbered frames, the same bytes every time."""

import io
from pathlib import Path

import pygame

from lifgame.app.files import make_folder, write_whole
from lifgame.app.game import Game
from lifgame.app.window import init_headless
from lifgame.session.session import Start

FRAMES_PER_SECOND = 60


def screenshot(
    start: Start,
    size: tuple[int, int],
    after_s: float,
    keys: list[int],
    path: Path,
) -> None:
    """Press keys, let time pass, and save what is on the screen as PNG.

    Raises:
        ExitError: If the file cannot be written.
    """
    game = headless_game(start, size)
    press_keys(game, keys)
    for _ in range(round(after_s * FRAMES_PER_SECOND)):
        game.frame([], 1 / FRAMES_PER_SECOND)
    game.frame([], 0.0)
    write_whole(path, as_png(game.window_surface))


def record(
    start: Start,
    size: tuple[int, int],
    seconds: float,
    frames_per_second: float,
    keys: list[int],
    folder: Path,
) -> int:
    """Save every frame of a piece of real time as a numbered PNG.

    Returns:
        How many frames were written.

    Raises:
        ExitError: If a file cannot be written.
    """
    make_folder(folder)
    game = headless_game(start, size)
    press_keys(game, keys)
    count = max(1, round(seconds * frames_per_second))
    for number in range(1, count + 1):
        game.frame([], 1 / frames_per_second)
        write_whole(folder / f"frame_{number:05d}.png", as_png(game.window_surface))
    return count


def headless_game(start: Start, size: tuple[int, int]) -> Game:
    """A game that draws on a surface of its own."""
    init_headless()
    return Game(pygame.Surface(size), start)


def press_keys(game: Game, keys: list[int]) -> None:
    """Press and let go of keys by code, one after the other, a frame each."""
    for key in keys:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            game.frame([pygame.event.Event(kind, key=key, mod=0)], 0.0)


def as_png(surface: pygame.Surface) -> bytes:
    """A picture as the bytes of a PNG file."""
    buffer = io.BytesIO()
    pygame.image.save(surface, buffer, "picture.png")
    return buffer.getvalue()
