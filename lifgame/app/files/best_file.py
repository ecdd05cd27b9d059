"""Keeps the best of the day over a restart, and begins anew when the day turns."""

import json
import logging
import math
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from lifgame.app.exits import ExitError
from lifgame.app.files.files import make_folder, set_aside, write_whole
from lifgame.app.kiosk.folders import state_folder
from lifgame.session.guide.best import Best, Result
from lifgame.session.guide.rows import STARS
from lifgame.session.guide.table import GUIDES

BEST_FILE = "best.json"
# What is a little better every moment is not written every moment.
SAVE_EVERY_S = 5.0
# A disk that is full or read-only is tried again after this.
RETRY_S = 300.0
LARGEST_BYTES = 64 * 1024
ONE_DAY = timedelta(days=1)
_LOG = logging.getLogger(__name__)


def day_now() -> date:
    """The day on the calendar on the wall."""
    return datetime.now().astimezone().date()


class BestFile:
    """Follows the best of the day; it never raises because of a disk.

    A clock that is set back over midnight goes on with the day that had begun. One that
    was wrong by more shows what belongs to the day that it says: what is in the file
    for another day comes back only with that day.

    Args:
        best: What it follows.
        path: Where it is kept.
        day: The calendar.
    """

    def __init__(
        self,
        best: Best,
        path: Path | None = None,
        day: Callable[[], date] = day_now,
    ) -> None:
        self._best, self._calendar = best, day
        self._path = path or state_folder() / BEST_FILE
        self._wait_s = 0.0
        self._day = day()
        self._kept: Mapping[str, Result] = {}
        self._begin(self._day)

    def update(self, elapsed_s: float) -> None:
        """Let real time pass: look at the calendar, and keep what has changed."""
        self._wait_s -= max(elapsed_s, 0.0)
        today = self._calendar()
        if today not in (self._day, self._day - ONE_DAY):
            self.save()
            self._begin(today)
        if self._wait_s <= 0.0:
            self.save()

    def save(self) -> None:
        """Write what is the best: whole, or not at all."""
        results = self._best.results
        if results == self._kept:
            return
        table = {
            "day": self._day.isoformat(),
            "best": {
                name: {"stars": result.stars, "value": result.value}
                for name, result in results.items()
            },
        }
        try:
            make_folder(self._path.parent)
            write_whole(self._path, [json.dumps(table, indent=1).encode()])
            self._kept, self._wait_s = results, SAVE_EVERY_S
        except ExitError as error:
            self._wait_s = RETRY_S
            _LOG.warning("the best of the day is not kept: %s", error)

    def _begin(self, day: date) -> None:
        """What the file holds of this day, or nothing."""
        self._day = day
        results: dict[str, Result] = {}
        try:
            then, found = _read(self._path)
        except ValueError as error:
            _LOG.warning("%s; set aside", error)
            set_aside(self._path)
        else:
            if then in (day, day + ONE_DAY):
                self._day, results = then, found
        self._best.put(results)
        self._kept = self._best.results


def _read(path: Path) -> tuple[date, dict[str, Result]]:
    """The day and its results; nothing, long ago, if there is no file.

    Raises:
        ValueError: If the file holds anything else, with its name.
    """
    try:
        if not path.exists():
            return date.min, {}
        if not path.is_file() or path.stat().st_size > LARGEST_BYTES:
            raise ValueError("not a file of a reasonable size")  # noqa: TRY301
        table = json.loads(path.read_text("utf-8"))
        found = {
            name: _result(row) for name, row in table["best"].items() if name in GUIDES
        }
        return date.fromisoformat(table["day"]), found
    except (OSError, LookupError, ValueError, TypeError, AttributeError,
            RecursionError) as error:  # fmt: skip
        raise ValueError(f"{path} holds no best of a day: {error}") from error


def _result(row: Mapping[str, object]) -> Result:
    stars, value = row["stars"], row["value"]
    if type(stars) is not int or not 1 <= stars <= STARS:
        raise ValueError("stars out of range")
    if value is None:
        return Result(stars)
    if type(value) not in (int, float) or not math.isfinite(float(str(value))):
        raise ValueError("a value that is no number")
    return Result(stars, float(str(value)))
