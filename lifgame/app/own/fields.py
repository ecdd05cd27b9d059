"""Reads one table of a file field by field, and notes whatever is wrong with its line.

A field that is wrong or missing has a stand-in, so that all of a file can be looked at
in one go; whoever reads asks afterwards whether there were problems.
"""

import math
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from lifgame.content.small_files import TomlFile

LONGEST_SHOWN = 40


class Fields:
    """One table of a TOML file.

    Args:
        file: The file.
        problems: Where to note what is wrong, each with file and line.
        path: Names of the tables that lead to this one.
        table: What it says.
        known: The names that it may hold; all others are problems.
    """

    def __init__(
        self,
        file: TomlFile,
        problems: list[str],
        path: tuple[str, ...],
        table: Mapping[str, object],
        known: Iterable[str],
    ) -> None:
        self._file, self._problems = file, problems
        self._path, self._table = path, table
        known = tuple(known)
        for name in table:
            if name not in known:
                near = get_close_matches(name, known, n=1)
                hint = f"did you mean {near[0]}? " if near else ""
                what = f"unknown key {name[:LONGEST_SHOWN]!r}; {hint}"
                self.wrong(name, f"{what}allowed: {', '.join(known)}")

    @property
    def names(self) -> tuple[str, ...]:
        """What is written, in its order."""
        return tuple(self._table)

    def __contains__(self, name: str) -> bool:
        return name in self._table

    def wrong(self, name: str, what: str) -> None:
        """Note a problem with a field, or with what it lacks."""
        self._problems.append(self._file.problem(what, *self._path, name))

    def _not_allowed(self, name: str, value: object, allowed: str) -> None:
        where = ".".join((*self._path, name))
        if name not in self._table:
            self.wrong(name, f"{where} is missing; allowed: {allowed}")
            return
        shown = repr(value)[:LONGEST_SHOWN]
        self.wrong(name, f"{where} = {shown} is not allowed; allowed: {allowed}")

    def text(self, name: str, default: str | None = None) -> str:
        """A text in quotes."""
        value = self._table.get(name, default)
        if isinstance(value, str):
            return value
        self._not_allowed(name, value, "a text in quotes")
        return ""

    def word(
        self, name: str, choices: Iterable[str], default: str | None = None
    ) -> str:
        """One of some words; the first of them stands in."""
        allowed = tuple(choices)
        value = self._table.get(name, default)
        if isinstance(value, str) and value in allowed:
            return value
        self._not_allowed(name, value, ", ".join(one or '""' for one in allowed))
        return allowed[0]

    def words(self, name: str, choices: Iterable[str]) -> tuple[str, ...]:
        """A list of some words; none if it is not there."""
        allowed = tuple(choices)
        value = self._table.get(name, [])
        if isinstance(value, list) and all(one in allowed for one in value):
            return tuple(value)
        self._not_allowed(name, value, f"a list of any of {', '.join(allowed)}")
        return ()

    def flag(self, name: str) -> bool:
        """True or false; false if it is not there."""
        value = self._table.get(name, False)
        if isinstance(value, bool):
            return value
        self._not_allowed(name, value, "true or false")
        return False

    def number(
        self, name: str, low: float, high: float, default: float | None = None
    ) -> float:
        """A number in a range, whose low end stands in."""
        value = self._table.get(name, default)
        if is_number(value) and low <= float(value) <= high:  # type: ignore[arg-type]
            return float(value)  # type: ignore[arg-type]
        self._not_allowed(name, value, f"a number from {low:g} to {high:g}")
        return low

    def whole(self, name: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number in a range, whose low end stands in."""
        value = self._table.get(name, default)
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if is_whole and low <= value <= high:  # type: ignore[operator]
            return value  # type: ignore[return-value]
        self._not_allowed(name, value, f"a whole number from {low} to {high}")
        return low

    def items(self, name: str) -> list[object]:
        """A list of anything."""
        value = self._table.get(name)
        if isinstance(value, list):
            return value
        self._not_allowed(name, value, "a list")
        return []

    def table(self, name: str, known: Iterable[str]) -> "Fields | None":
        """A table in this one; None if it is not there."""
        value = self._table.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            self._not_allowed(name, value, f"a section, [{name}]")
            return None
        path = (*self._path, name)
        return Fields(self._file, self._problems, path, value, known)


def is_number(value: object) -> bool:
    """Whether it is a finite number; true is none."""
    is_one = isinstance(value, int | float) and not isinstance(value, bool)
    return is_one and math.isfinite(value)  # type: ignore[arg-type]
