"""What is remembered of a challenge as the best of a day, beside its stars."""

from dataclasses import dataclass
from math import inf

from lifgame.session.guide.meter import READINGS


@dataclass(frozen=True, slots=True)
class Aim:
    """The reading that is remembered as the best of a day.

    Attributes:
        reading: Where it stands.
        unit: Of it.
        decimals: Digits behind the decimal mark.
        at: The value that would be the very best; infinite: the more the better.

    Raises:
        ValueError: If there is no such reading.
    """

    reading: str
    unit: str
    decimals: int
    at: float

    def __post_init__(self) -> None:
        if self.reading not in READINGS:
            raise ValueError(f"no reading {self.reading!r}; there are {READINGS}")

    def is_nearer(self, value: float, other: float) -> bool:
        """Whether a value is better than another."""
        if self.at == inf:
            return value > other
        return abs(value - self.at) < abs(other - self.at)
