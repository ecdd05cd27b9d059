"""The stars of a whole visit."""


class Stars:
    """What a visit has earned: they are never lost, and go with the visitor."""

    def __init__(self) -> None:
        self._best: dict[str, int] = {}

    def earn(self, row: str, count: int) -> None:
        """What was reached stays reached."""
        self._best[row] = max(count, self.of(row))

    def forget(self) -> None:
        """The visitor has gone."""
        self._best.clear()

    def of(self, row: str) -> int:
        """The stars of a row, 0 to 3."""
        return self._best.get(row, 0)
