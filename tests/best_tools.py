"""A calendar on the wall, and what somebody has reached: for the best of the day."""

from datetime import date
from pathlib import Path

from lifgame.app.files.best_file import SAVE_EVERY_S, BestFile
from lifgame.session.guide.best import Best, Result
from lifgame.session.guide.table import GUIDES

SOME = (("tap", 2, 26.0), ("count", 1, 0.0))
RESULTS = {"tap": Result(2, 26.0), "count": Result(1)}


class Calendar:
    """The wall's calendar."""

    def __init__(self) -> None:
        self.day = date(2026, 11, 25)

    def __call__(self) -> date:
        return self.day


def noted(*results: tuple[str, int, float], best: Best | None = None) -> Best:
    """The best after some results, by challenge, stars and reading."""
    best = best or Best()
    for name, stars, value in results:
        row = GUIDES[name]
        readings = {row.aim.reading: value} if row.aim else {}
        best.note(row, stars, readings)
    return best


def of_today(path: Path, wall: Calendar) -> Best:
    """What a start on that day finds."""
    best = Best()
    BestFile(best, path, wall)
    return best


def written(path: Path, wall: Calendar) -> tuple[BestFile, Best]:
    """A file with some results in it, and what follows them."""
    best = Best()
    file = BestFile(best, path, wall)
    noted(*SOME, best=best)
    file.update(SAVE_EVERY_S)
    assert path.exists()
    return file, best
