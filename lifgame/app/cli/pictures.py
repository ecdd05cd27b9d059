"""Headless pictures: a stage, and one screenshot; the same bytes every time."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from lifgame.app.cli.values import HOLD
from lifgame.app.exits import INTERNAL, ExitError
from lifgame.app.files.files import write_whole
from lifgame.app.files.png import png
from lifgame.app.game import Game
from lifgame.app.output import complain
from lifgame.app.window.window import init_headless
from lifgame.content.texts import Library
from lifgame.session.preferences import Preferences
from lifgame.session.start import Start

FRAMES_PER_SECOND = 60
STRIP_GAP_PX = 4


@dataclass(frozen=True, slots=True)
class Stage:
    """What is pictured.

    Attributes:
        start: What the session begins with.
        size: Width and height in pixels.
        keys: Names of the keys that are pressed first.
        settings: Settings other than the defaults; nobody's own are read.
        texts_folder: More language files.
    """

    start: Start = field(default_factory=Start)
    size: tuple[int, int] = (1920, 1080)
    keys: Sequence[str] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    texts_folder: Path | None = None

    def game(self) -> Game:
        """A game that draws on a surface of its own, with the keys pressed.

        Raises:
            ExitError: If there is no memory for pictures of that size.
        """
        init_headless()
        library = Library(self.texts_folder)
        for sentence in library.complaints:
            complain(sentence)
        try:
            surface = pygame.Surface(self.size)
            game = Game(
                surface,
                self.start,
                preferences=Preferences(self.settings, library.languages),
                library=library,
            )
        except (pygame.error, MemoryError) as error:
            reason = f"cannot make a picture of {self.size[0]}x{self.size[1]}: {error}"
            raise ExitError(INTERNAL, reason) from error
        press_keys(game, self.keys)
        return game


def screenshot(stage: Stage, after_s: float, path: Path) -> None:
    """Let time pass, and save what is on the screen as PNG.

    Raises:
        ExitError: If the file cannot be written.
    """
    game = stage.game()
    _let_pass(game, after_s)
    write_whole(path, [as_png(game.window_surface)])


def film_strip(
    stage: Stage, after_s: float, count: int, per_s: float, path: Path
) -> None:
    """Save some pictures side by side, each a moment after the one before.

    Args:
        stage: What is pictured.
        after_s: Real time before the first.
        count: How many.
        per_s: How many a second of real time.
        path: A PNG file.

    Raises:
        ExitError: If the file cannot be written, or there is no memory for it.
    """
    game = stage.game()
    width, height = stage.size
    try:
        strip = pygame.Surface((count * (width + STRIP_GAP_PX) - STRIP_GAP_PX, height))
    except (pygame.error, MemoryError) as error:
        raise ExitError(INTERNAL, f"cannot make a strip so wide: {error}") from error
    for number in range(count):
        _let_pass(game, after_s if number == 0 else 1.0 / per_s)
        strip.blit(game.window_surface, (number * (width + STRIP_GAP_PX), 0))
    write_whole(path, [as_png(strip)])


def _let_pass(game: Game, seconds: float) -> None:
    """Frame by frame, and what is left: the time is the one that was asked for."""
    frames = math.floor(seconds * FRAMES_PER_SECOND + 1e-6)
    for _ in range(frames):
        game.frame([], 1 / FRAMES_PER_SECOND)
    game.frame([], max(0.0, seconds - frames / FRAMES_PER_SECOND))
    game.frame([], 0.0)


def press_keys(game: Game, keys: Sequence[str]) -> None:
    """Press keys by name, one after the other; all but the held ones come up again."""
    for name in keys:
        code = pygame.key.key_code(name.removeprefix(HOLD))
        kinds = [pygame.KEYDOWN]
        if not name.startswith(HOLD):
            kinds.append(pygame.KEYUP)
        for kind in kinds:
            game.frame([pygame.event.Event(kind, key=code, mod=0)], 0.0)


def as_png(surface: pygame.Surface) -> bytes:
    """A picture as the bytes of a PNG file."""
    return png(surface.get_size(), pygame.image.tobytes(surface, "RGB"))
