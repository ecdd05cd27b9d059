"""What of the guide is counted: experiments and challenges begun, and finished."""

from lifgame.app.kiosk.inspector import FINISHED, TRIED
from lifgame.session.guide.guide import Guide
from lifgame.session.guide.progress import Progress


class Tally:
    """Sees each beginning and each end once."""

    def __init__(self) -> None:
        self._progress: Progress | None = None
        self._is_over = False

    def new(self, guide: Guide) -> list[str]:
        """What is to be counted since the last call."""
        progress, found = guide.progress, list[str]()
        if progress is not None and progress is not self._progress:
            self._is_over = False
            found.append(f"{TRIED}{progress.row.id}")
        if progress is not None and progress.is_over and not self._is_over:
            self._is_over = True
            found.append(f"{FINISHED}{progress.row.id}")
        self._progress = progress
        return found
