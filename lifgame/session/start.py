"""What a session begins with, and the places where it can be."""

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from lifgame.content.patterns import DEFAULT_PATTERN
from lifgame.content.presets import DEFAULT_PRESET
from lifgame.content.speeds import DEFAULT_SPEED

T = TypeVar("T")

# Simulated time of one tick of the game, in ms.
DEFAULT_DT_MS = 0.5
# The trace remembers this many times the widest window of the scope.
TRACE_WINDOWS = 1.25

# The first is the one that is open when a session begins.
DRAWERS = ("sliders", "patterns", "presets", "more")


@dataclass(frozen=True, slots=True)
class Start:
    """What a session begins with, and comes back to at Reset.

    Attributes:
        preset: The neuron type.
        pattern: The input pattern.
        speed: Simulated seconds per real second; None lets the clock choose.
        seed: Of the noise.
        values: Parameter values that differ from the preset's, by id.
    """

    preset: str = DEFAULT_PRESET
    pattern: str = DEFAULT_PATTERN
    speed: Fraction | None = DEFAULT_SPEED
    seed: int = 0
    values: tuple[tuple[str, float], ...] = ()


def neighbour(choices: tuple[T, ...], chosen: T, by: int) -> T:
    """The choice some places further on, not past the ends."""
    index = choices.index(chosen) + by
    return choices[min(max(index, 0), len(choices) - 1)]
