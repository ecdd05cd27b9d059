"""The log of an unattended exhibit: bounded, without repetition, never in the way.

Nothing that a visitor did is written: the program logs what it does itself, and no
event, key or text is ever part of a message.
"""

import contextlib
import copy
import faulthandler
import logging
import sys
import time
from collections import OrderedDict
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

from lifgame.app.kiosk.folders import state_folder

LOG_FILE = "lifgame.log"
STACKS_FILE = "stacks.txt"
LARGEST_BYTES = 1_000_000
FILES = 5
# Different messages that are remembered; the oldest is forgotten.
MOST_REMEMBERED = 500
# A disk that is full is not asked again with every line.
TRY_AGAIN_S = 600.0
_FORM = "%(asctime)sZ %(levelname)s %(name)s: %(message)s"
_ROOT = logging.getLogger()
_LOG = logging.getLogger(__name__)


class Repeats:
    """Lets a message through once, and then at its 10th, 100th, ... time."""

    def __init__(self) -> None:
        self._counts: OrderedDict[tuple[str, str], int] = OrderedDict()

    def shown(self, record: logging.LogRecord) -> logging.LogRecord | None:
        """What is to be written of a message, if anything."""
        key = (record.name, record.getMessage())
        count = self._counts.pop(key, 0) + 1
        self._counts[key] = count
        if len(self._counts) > MOST_REMEMBERED:
            self._counts.popitem(last=False)
        if count == 1:
            return record
        if str(count).rstrip("0") != "1":
            return None
        shown = copy.copy(record)
        # The stack stands at the first time.
        shown.exc_info = shown.exc_text = shown.stack_info = None
        shown.msg, shown.args = f"{key[1]} ({count} times)", None
        return shown

    def summary(self) -> list[str]:
        """A sentence about each message that came more than once."""
        return [
            f"{message} ({count} times)"
            for (_, message), count in self._counts.items()
            if count > 1
        ]


class _Desk(logging.Handler):
    """Hands on to several handlers what is no repetition."""

    def __init__(self, handlers: list[logging.Handler], repeats: Repeats) -> None:
        super().__init__()
        self.handlers = handlers
        self._repeats = repeats

    def emit(self, record: logging.LogRecord) -> None:
        shown = self._repeats.shown(record)
        for handler in self.handlers if shown else ():
            handler.handle(shown)  # type: ignore[arg-type]


class _BoundedFile(RotatingFileHandler):
    """A rotating file that falls silent for a while when it cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            maxBytes=LARGEST_BYTES,
            backupCount=FILES - 1,
            encoding="utf-8",
            errors="backslashreplace",
            delay=True,
        )
        self._silent_until_s = 0.0

    def emit(self, record: logging.LogRecord) -> None:
        if time.monotonic() >= self._silent_until_s:
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's
        del record
        self._silent_until_s = time.monotonic() + TRY_AGAIN_S
        # What could not be written would be tried again at each flush.
        with contextlib.suppress(OSError, ValueError):
            self.close()


class Logbook:
    """The program's log while it is open: a file in the state folder, and stderr.

    Attributes:
        path: The newest of the log's files.
    """

    def __init__(self, folder: Path | None = None, name: str = LOG_FILE) -> None:
        folder = folder or state_folder()
        self.path = folder / name
        self._repeats = Repeats()
        self._stacks: TextIO | None = None
        self._desk = _Desk([], self._repeats)
        reason = self._open(folder)
        if sys.stderr is not None:
            # For the journal of the system.
            self._desk.handlers.append(logging.StreamHandler(sys.stderr))
        form = logging.Formatter(_FORM, "%Y-%m-%dT%H:%M:%S")
        form.converter = time.gmtime
        for handler in self._desk.handlers:
            handler.setFormatter(form)
        self._level_before = _ROOT.level
        _ROOT.setLevel(logging.INFO)
        _ROOT.addHandler(self._desk)
        if reason:
            _LOG.warning("no log is kept: %s", reason)

    def _open(self, folder: Path) -> str:
        """Open the files; why not, if they cannot be."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._stacks = _stacks_in(folder)
        except OSError as error:
            return str(error)
        faulthandler.enable(self._stacks)
        self._desk.handlers.append(_BoundedFile(self.path))
        return ""

    def close(self) -> None:
        """Write what was repeated, and let the log go."""
        for sentence in self._repeats.summary():
            _LOG.info("in all: %s", sentence)
        _ROOT.removeHandler(self._desk)
        _ROOT.setLevel(self._level_before)
        for handler in self._desk.handlers:
            if isinstance(handler, RotatingFileHandler):
                handler.close()
        if self._stacks is not None:
            faulthandler.disable()
            self._stacks.close()
            self._stacks = None


def _stacks_in(folder: Path) -> TextIO:
    """Where a crash or a hang leaves its stacks; it begins anew when it is large."""
    path = folder / STACKS_FILE
    is_large = path.exists() and path.stat().st_size > LARGEST_BYTES
    return path.open("w" if is_large else "a", encoding="utf-8")
