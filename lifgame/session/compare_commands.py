"""What a person can do to set a second neuron beside the first, as data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToggleCompare:
    """Set a second neuron beside the first, of all or ``among`` some; or take it away.

    It takes the same input, and has taken it in the past that is on the paper.
    """

    among: tuple[str, ...] = ()


CompareCommand = ToggleCompare
