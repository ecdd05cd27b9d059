"""What comes out of an experiment, and what theory says that must."""

from collections.abc import Callable
from dataclasses import dataclass

from lifgame.session.cell import Cell


@dataclass(frozen=True, slots=True)
class Measure:
    """What was found, and what theory says.

    Attributes:
        reading: Where it stands.
        unit: Of both.
        decimals: Digits behind the decimal mark.
        theory: What must come out with the cell as it is.
        cell: Place of that cell.
        also: The same reading of the first cell, where that is another; empty: none.
        is_level: Whether it is a level of voltage, counted from rest.
    """

    reading: str
    unit: str
    decimals: int
    theory: Callable[[Cell], float]
    cell: int = 0
    also: str = ""
    is_level: bool = False
