"""Headless set-up, reproducible property tests, and the pilot that plays the game."""

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

from collections.abc import Callable, Iterator

import pygame
import pytest
from hypothesis import settings
from pilot import Pilot
from simulate_tools import Run

from lifgame.__main__ import main
from lifgame.app.sound.player import SoundPlayer
from lifgame.session.start import Start

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-pictures", action="store_true", help="renew the kept pictures"
    )


@pytest.fixture(scope="session", autouse=True)
def headless() -> Iterator[None]:
    """One display without a screen for all tests."""
    pygame.display.init()
    pygame.font.init()
    yield
    pygame.display.quit()


@pytest.fixture
def pilot() -> Pilot:
    """Somebody at the Play screen, in a usual window."""
    return Pilot()


@pytest.fixture
def lab() -> Pilot:
    """Somebody in the Lab, where the sliders are."""
    return Pilot(start=Start(view="lab"))


@pytest.fixture
def pilot_at() -> Callable[..., Pilot]:
    """Somebody at a screen of another size or with another start."""
    return Pilot


@pytest.fixture
def simulate(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: object) -> str:
        assert main(["simulate", *map(str, words)]) == 0
        out, said = capsys.readouterr()
        assert said == ""
        return out

    return run


@pytest.fixture
def made() -> Iterator[list[SoundPlayer]]:
    """Players of a test, to be stopped after it."""
    players: list[SoundPlayer] = []
    yield players
    for player in players:
        player.stop()
