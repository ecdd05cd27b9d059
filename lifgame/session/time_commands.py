"""Time as a toy: what can be done with simulated time while it is held."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LookAt:
    """While time is held, show the moment after a past tick; None for now."""

    past_tick: int | None


@dataclass(frozen=True, slots=True)
class ToggleSpikeHold:
    """Let each spike hold simulated time, or no longer."""


TimeCommand = LookAt | ToggleSpikeHold
