"""What a plot of the guide says: its two axes, and what theory draws on them."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from lifgame.session.cell import Cell

Places = tuple[tuple[float, float], ...]


def _no_line(_: Cell) -> Places:
    return ()


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of a plot.

    Attributes:
        name: Its words stand in the texts under ``guide.plot.<name>``.
        unit: Of its numbers.
        low: Where it begins.
        high: Where it ends.
        marks: Where it has numbers once they may be seen.
        role: Its colour.
        is_log: Whether equal ways along it are equal ratios.

    Raises:
        ValueError: If it has no length, or a logarithmic one begins at 0.
    """

    name: str
    unit: str
    low: float
    high: float
    marks: tuple[float, ...]
    role: str
    is_log: bool = False

    def __post_init__(self) -> None:
        if self.high <= self.low or (self.is_log and self.low <= 0.0):
            raise ValueError(f"axis {self.name}: from {self.low} to {self.high}")

    def share(self, value: float) -> float:
        """Where a value stands on it, 0 to 1; what is outside stands at the end."""
        inside = min(max(value, self.low), self.high)
        if self.is_log:
            return math.log(inside / self.low) / math.log(self.high / self.low)
        return (inside - self.low) / (self.high - self.low)

    def at(self, share: float) -> float:
        """What stands at a share of it."""
        if self.is_log:
            return self.low * math.pow(self.high / self.low, share)
        return self.low + share * (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Plot:
    """What lands as points, and the curve on which they should lie.

    Attributes:
        x: What the visitor sets.
        y: What comes of it.
        theory: What must come of it, with the cell as the row sets it up.
        asymptote: What theory comes near to, if that is worth a line.
        live: The reading that is written into it while it is measured; empty: none.
    """

    x: Axis
    y: Axis
    theory: Callable[[Cell, float], float]
    asymptote: Callable[[Cell], Places] = _no_line
    live: str = ""
