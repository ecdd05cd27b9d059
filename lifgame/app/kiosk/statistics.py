"""Counts by the hour, on this machine only: how many came, how long they stayed.

Off unless an operator switches them on. Nothing is finer than an hour, and nothing of
what a visitor did can be told from another's.
"""

import json
import logging
import math
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from lifgame.app.exits import ExitError
from lifgame.app.files.files import make_folder, set_aside, write_whole
from lifgame.app.kiosk.folders import state_folder
from lifgame.session.report import LENGTHS_S

STATISTICS_FILE = "statistics.json"
VISITS = "visits"
LENGTH = "length "
SAVE_EVERY_S = 300.0
# Some 400 days of opening; then the oldest hours are forgotten.
MOST_HOURS = 400 * 24
LARGEST_BYTES = 32 * 1024 * 1024
# Names come from tables; a broken file must not bring millions of its own.
MOST_NAMES = 400
_LOG = logging.getLogger(__name__)

Hours = dict[str, dict[str, int]]


def hour_now() -> str:
    """The hour on the clock on the wall, such as ``2026-11-25T14``."""
    return time.strftime("%Y-%m-%dT%H", time.localtime())


def length_class(length_s: float) -> str:
    """The name under which a visit of a length is counted."""
    for end_s in LENGTHS_S:
        if length_s < end_s:
            return f"{LENGTH}under {end_s}"
    return f"{LENGTH}over {LENGTHS_S[-1]}"


LENGTH_CLASSES = (*(length_class(end_s - 1) for end_s in LENGTHS_S), length_class(1e9))


class Statistics:
    """Counts, and writes them now and then; it never raises because of a disk."""

    def __init__(
        self, path: Path | None = None, hour: Callable[[], str] = hour_now
    ) -> None:
        self._path = path or state_folder() / STATISTICS_FILE
        self._hour = hour
        self._hours = _kept(self._path)
        self._is_changed = False
        self._since_s = 0.0

    @property
    def hours(self) -> Hours:
        """What was counted, by the hour."""
        return self._hours

    def count(self, name: str, by: int = 1) -> None:
        """Count something in this hour, such as ``preset purkinje``."""
        if by <= 0:
            return
        counts = self._hours.setdefault(self._hour(), {})
        if name in counts or len(counts) < MOST_NAMES:
            counts[name] = counts.get(name, 0) + by
            self._is_changed = True
        while len(self._hours) > MOST_HOURS:
            del self._hours[min(self._hours)]

    def visit(self, length_s: float) -> None:
        """Count a visit that is over."""
        self.count(VISITS)
        self.count(length_class(length_s))

    def update(self, elapsed_s: float) -> None:
        """Let real time pass; write when it is time to."""
        self._since_s += max(elapsed_s, 0.0)
        if self._since_s >= SAVE_EVERY_S:
            self.save()

    def save(self) -> None:
        """Write what was counted: whole, or not at all."""
        self._since_s = 0.0
        if not self._is_changed:
            return
        try:
            make_folder(self._path.parent)
            write_whole(self._path, [json.dumps(self._hours, indent=1).encode()])
            self._is_changed = False
        except ExitError as error:
            _LOG.warning("statistics are not kept: %s", error)


def _kept(path: Path) -> Hours:
    """What was counted before; a broken file is set aside."""
    try:
        return read_hours(path)
    except ValueError as error:
        _LOG.warning("%s; set aside", error)
        set_aside(path)
        return {}


def read_hours(path: Path | None = None) -> Hours:
    """Counts by hour, in the order of time; empty if nothing was ever counted.

    Raises:
        ValueError: If the file holds anything else, with its name.
    """
    path = path or state_folder() / STATISTICS_FILE
    try:
        if not path.exists():
            return {}
        if not path.is_file() or path.stat().st_size > LARGEST_BYTES:
            raise ValueError("not a file of a reasonable size")  # noqa: TRY301
        table = json.loads(path.read_text("utf-8"))
        return {hour: _counts(counts) for hour, counts in sorted(table.items())}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{path} holds no statistics: {error}") from error


def _counts(row: Mapping[str, object]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name, count in row.items():
        if type(count) is not int or count < 0:
            raise ValueError(f"{name} is no count")
        counts[name] = count
    return counts


def totals(hours: Hours) -> dict[str, int]:
    """All hours together."""
    sums: dict[str, int] = {}
    for counts in hours.values():
        for name, count in counts.items():
            sums[name] = sums.get(name, 0) + count
    return sums


def median_length_s(counts: Mapping[str, int]) -> float | None:
    """The median length of a visit in seconds, as well as a histogram tells it.

    Inside its class the visits are taken to be spread evenly. In the open class it
    is that class's beginning, the least that it can be.

    Returns:
        Infinity never; None if there was no visit.
    """
    sizes = [counts.get(name, 0) for name in LENGTH_CLASSES]
    half = sum(sizes) / 2
    if half == 0:
        return None
    below, start_s = 0, 0.0
    for size, end_s in zip(sizes, (*LENGTHS_S, math.inf), strict=True):
        if size and below + size >= half:
            width_s = end_s - start_s if end_s < math.inf else 0.0
            return start_s + width_s * (half - below) / size
        below, start_s = below + size, end_s
    return start_s


def as_table(hours: Hours) -> str:
    """What a person wants to know, the median length first."""
    sums = totals(hours)
    median_s = median_length_s(sums)
    said = "no visit yet" if median_s is None else f"about {median_s:.0f} s"
    lines = [f"median length of a visit: {said}", f"visits: {sums.get(VISITS, 0)}"]
    if hours:
        first, last = next(iter(hours)), next(reversed(hours))
        lines.append(f"from {first}:00 to {last}:59, {len(hours)} hours with counts")
    lines += ["", f"{'length in s':<28}visits"]
    lines += [f"{n.removeprefix(LENGTH):<28}{sums.get(n, 0)}" for n in LENGTH_CLASSES]
    lines += ["", f"{'what':<28}count"]
    lines += [f"{name:<28}{sums[name]}" for name in _others(sums)]
    return "\n".join(lines) + "\n"


def as_csv(hours: Hours) -> Iterable[str]:
    """One row an hour, one column a count; the median length of the hour first."""
    names = [VISITS, *LENGTH_CLASSES, *_others(totals(hours))]
    head = ["hour", "median_length_s", *(name.replace(" ", "_") for name in names)]
    yield ",".join(head) + "\n"
    for hour, counts in hours.items():
        median_s = median_length_s(counts)
        median = "" if median_s is None else f"{median_s:.0f}"
        row = [hour, median, *(str(counts.get(name, 0)) for name in names)]
        yield ",".join(row) + "\n"


def _others(sums: Mapping[str, int]) -> list[str]:
    return sorted(sums.keys() - {VISITS, *LENGTH_CLASSES})
