"""The best of the running day in each challenge: the machine's, and nobody's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from lifgame.session.guide.meter import Readings
from lifgame.session.guide.rows import Row


@dataclass(frozen=True, slots=True)
class Result:
    """What somebody has reached.

    Attributes:
        stars: How many, at least one.
        value: The reading behind them; None where the stars say all.
    """

    stars: int
    value: float | None = None


class Best:
    """What is the best since the day began, or since it was cleared."""

    def __init__(self) -> None:
        self._results: dict[str, Result] = {}

    @property
    def results(self) -> Mapping[str, Result]:
        """All of it, by the challenges' ids."""
        return self._results

    def of(self, row: str) -> Result | None:
        """The best in a challenge; None: nobody has reached anything."""
        return self._results.get(row)

    def put(self, results: Mapping[str, Result]) -> None:
        """What was the best before counts, and nothing else."""
        self._results = dict(results)

    def clear(self) -> None:
        """Begin anew."""
        self._results = {}

    def note(self, row: Row, stars: int, readings: Readings) -> None:
        """Somebody has come so far; more stars count first, then the reading."""
        if not stars or row.is_experiment:
            return
        result = Result(stars, _value(row, readings))
        before = self._results.get(row.id)
        if before is None or _is_better(row, result, before):
            self._results = {**self._results, row.id: result}


def _value(row: Row, readings: Readings) -> float | None:
    if row.aim is None:
        return None
    value = readings[row.aim.reading]
    return value if isfinite(value) else None


def _is_better(row: Row, result: Result, before: Result) -> bool:
    if result.stars != before.stars or row.aim is None:
        return result.stars > before.stars
    if result.value is None:
        return False
    return before.value is None or row.aim.is_nearer(result.value, before.value)
