"""How much memory the program takes after everything was shown once.

``python tests/memory.py`` prints it in MiB; it needs a Linux that tells.
"""

import os
import sys
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame

from lifgame.app.game import Game
from lifgame.app.memory import give_back_early
from lifgame.app.window.window import init_headless
from lifgame.content.palettes import PALETTES
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.content.screens import HOME, SCREENS
from lifgame.content.settings import SETTINGS
from lifgame.session import commands as c

SIZES = [(1920, 1080), (1080, 1920), (1280, 720), (1024, 600), (800, 480), (640, 480)]
MOST_MIB = 150.0


def resident_mib() -> float:
    """What the process has in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def visit(game: Game) -> None:
    """Every screen once, then some moments of play."""
    for screen in (*SCREENS, HOME):
        game.obey([c.ShowScreen(screen)])
        game.frame([], 0.03)


def play(game: Game) -> None:
    """Every neuron and every pattern for a moment."""
    for preset in PRESETS:
        game.obey([c.SelectPreset(preset)])
        game.frame([], 0.1)
    for pattern in PATTERNS:
        game.obey([c.SelectPattern(pattern)])
        game.frame([], 0.1)


def measure() -> list[tuple[tuple[int, int], float]]:
    """The memory after each size, with every language, colour and size of words."""
    give_back_early()
    init_headless()
    game = Game(pygame.Surface(SIZES[0]))
    figures = []
    for size in SIZES:
        game.resize(pygame.Surface(size))
        for language in game.library.languages:
            game.obey([c.SetSetting("language", language)])
            for scale in SETTINGS["text_scale"].choices:
                game.obey([c.SetSetting("text_scale", scale)])
                visit(game)
        for palette in PALETTES:
            game.obey([c.SetSetting("palette", palette)])
            visit(game)
            play(game)
        figures.append((size, resident_mib()))
    return figures


if __name__ == "__main__":
    for (width, height), mib in measure():
        sys.stdout.write(f"{width}x{height}: {mib:.0f} MiB\n")
