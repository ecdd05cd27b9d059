"""Time as a toy: what can be done with simulated time while it is held."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LookAt:
    """While time is held, show the moment after a past tick; None for now."""

    past_tick: int | None


@dataclass(frozen=True, slots=True)
class PlaceMarks:
    """While time is held, put the two marks that measure the paper to these ticks."""

    first_tick: int
    second_tick: int


@dataclass(frozen=True, slots=True)
class ToggleSpikeHold:
    """Let each spike hold simulated time, or no longer."""


TimeCommand = LookAt | PlaceMarks | ToggleSpikeHold
