"""Everything here is marked ``devices`` and left out of the quick run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from window_tools import Screen

from devices.machine import Processes, User, needs

HERE = Path(__file__).resolve().parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.devices)


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Processes]:
    """Starts programs, and ends them after the test."""
    with Processes(tmp_path) as started:
        yield started


@pytest.fixture(scope="session")
def user() -> Iterator[User]:
    """An ordinary user, whose Python can run the program."""
    ordinary = User()
    yield ordinary
    ordinary.close()


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """An X server without a screen."""
    needs("Xvfb", "xdotool")
    opened = Screen(tmp_path)
    yield opened
    opened.close()
