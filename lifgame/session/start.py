"""What a session begins with, and the places where it can be."""

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from lifgame.content.models import DEFAULT_METHOD
from lifgame.content.parameters import CURRENT
from lifgame.content.patterns import DEFAULT_PATTERN
from lifgame.content.presets import DEFAULT_PRESET
from lifgame.content.screens import HOME
from lifgame.content.speeds import DEFAULT_WINDOW_MS

T = TypeVar("T")

# Simulated time of one tick of the game, in ms.
DEFAULT_DT_MS = 0.5
# So much of the past can be looked back at, in simulated ms.
RECORD_MS = 30_000.0

# The first is the one that is open when a session begins.
DRAWERS = ("none", "sliders", "patterns", "presets", "time")


@dataclass(frozen=True, slots=True)
class Start:
    """What a session begins with, and comes back to at Reset.

    Attributes:
        preset: The neuron type.
        pattern: The input pattern.
        speed: Simulated seconds per real second; None lets the clock choose.
        seed: Of the noise.
        values: Parameter values that differ from the preset's, by id.
        view: Play or the Lab.
        method: How its equation is solved.
        step_ms: The step of Euler's method, where it is not a tick; 0: it is.
        is_told: Whether the sentences lead through the first steps.
    """

    preset: str = DEFAULT_PRESET
    pattern: str = DEFAULT_PATTERN
    speed: Fraction | None = None
    seed: int = 0
    values: tuple[tuple[str, float], ...] = ()
    window_ms: int = DEFAULT_WINDOW_MS
    view: str = HOME
    is_told: bool = False
    method: str = DEFAULT_METHOD
    step_ms: float = 0.0


def neighbour(choices: tuple[T, ...], chosen: T, by: int) -> T:
    """The choice some places further on, not past the ends."""
    index = choices.index(chosen) + by
    return choices[min(max(index, 0), len(choices) - 1)]


# By hand: the tap is shut and the bucket empty, and the first sentence says what to do.
OPENING = Start(
    pattern="by_hand", speed=None, values=((CURRENT.id, 0.0),), is_told=True
)
