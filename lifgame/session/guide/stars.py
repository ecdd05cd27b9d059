"""The stars of a whole visit."""

from lifgame.session.guide.best import Best
from lifgame.session.guide.progress import Progress


class Stars:
    """What a visit has earned: they are never lost, and go with the visitor.

    Attributes:
        best: The best of the day; that stays.
    """

    def __init__(self) -> None:
        self._earned: dict[str, int] = {}
        self.best = Best()

    def earn(self, row: str, count: int) -> None:
        """What was reached stays reached."""
        self._earned[row] = max(count, self.of(row))

    def note(self, progress: Progress) -> None:
        """Somebody has come so far: it may be the best of the day."""
        readings = progress.meter.readings
        self.best.note(progress.row, progress.earned, readings)

    def forget(self) -> None:
        """The visitor has gone."""
        self._earned.clear()

    def of(self, row: str) -> int:
        """The stars of a row, 0 to 3."""
        return self._earned.get(row, 0)
