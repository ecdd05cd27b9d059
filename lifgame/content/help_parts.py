"""What Help explains: one row for each part of the machine, with its twin in the cell.

The same number and colour stand for the same thing on both sides. The words stand in
the texts under ``help.part.<id>``.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpPart:
    """One part of the machine, and what it is in the nerve cell.

    Attributes:
        id: Name; its words stand in the texts under ``help.part.<id>``.
        role: Colour role of its number and name.
    """

    id: str
    role: str


# fmt: off
_ROWS = (
    HelpPart("tap",    "current"),
    HelpPart("line",   "threshold"),
    HelpPart("width",  "capacitance"),
    HelpPart("leak",   "resistance"),
    HelpPart("water",  "voltage"),
    HelpPart("siphon", "spike"),
    HelpPart("pipe",   "glass"),
    HelpPart("lamp",   "spike"),
)
# fmt: on

HELP_PARTS = {part.id: part for part in _ROWS}
# Written on pictures beside the parts.
HELP_NUMBERS = {part.id: number for number, part in enumerate(_ROWS, start=1)}
FIRST_EXPLAINED = "width"


def neighbour_part(part: str, by: int) -> str:
    """The part some places further on, around the end."""
    ids = list(HELP_PARTS)
    return ids[(ids.index(part) + by) % len(ids)]
