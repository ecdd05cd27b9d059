"""Dragging along a track: nothing jumps, and away from the track it goes finer."""

import math

# Within this way across the track a drag is as quick as the finger, in pixels of the
# design; each further stretch of the same length halves it.
TRUE_WITHIN = 90.0
FINEST = 0.1


def fineness(across: float) -> float:
    """How much of a finger's way counts, 0.1 to 1.

    Args:
        across: How far the finger has left the track, in design units.
    """
    halvings = max(0.0, across - TRUE_WITHIN) / TRUE_WITHIN
    return max(FINEST, math.pow(0.5, halvings))
