"""What a session begins with, and the places where it can be."""

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from lifgame.content.patterns import DEFAULT_PATTERN
from lifgame.content.presets import DEFAULT_PRESET
from lifgame.content.speeds import DEFAULT_SPEED, DEFAULT_WINDOW_MS

T = TypeVar("T")

# Simulated time of one tick of the game, in ms.
DEFAULT_DT_MS = 0.5
# The trace remembers this many times the widest window of the scope.
TRACE_WINDOWS = 1.25

# The first is the one that is open when a session begins.
DRAWERS = ("sliders", "patterns", "presets", "more")


@dataclass(frozen=True, slots=True)
class Start:
    """What a session begins with, and comes back to at Reset."""

    preset: str = DEFAULT_PRESET
    pattern: str = DEFAULT_PATTERN
    speed: Fraction = DEFAULT_SPEED
    seed: int = 0
    values: tuple[tuple[str, float], ...] = ()
    window_ms: int = DEFAULT_WINDOW_MS


def neighbour(choices: tuple[T, ...], chosen: T, by: int) -> T:
    """The choice some places further on, not past the ends."""
    index = choices.index(chosen) + by
    return choices[min(max(index, 0), len(choices) - 1)]
