"""One exhibit at a time: a lock that ends with its process, however that ends."""

import os
import sys
from pathlib import Path

from lifgame.app.exits import TRY_AGAIN, USAGE, ExitError
from lifgame.app.kiosk.folders import run_folder

LOCK_FILE = "kiosk.lock"
SECOND = (
    "it is running already on this machine; a second one would fight for the screen"
)
ROOT = (
    "a kiosk does not run as root: whoever got out of it would own the machine. "
    "Make a user for it (useradd --create-home kiosk), or allow it with --allow-root"
)


class Lock:
    """Held from its making until ``release`` or the process's end.

    The system holds it and not a number in a file: after ``kill -9`` nothing is stale.

    Raises:
        ExitError: If another process holds it.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._file = _opened(path or run_folder() / LOCK_FILE)
        if self._file is not None and not _taken(self._file):
            os.close(self._file)
            raise ExitError(TRY_AGAIN, SECOND)

    @property
    def is_held(self) -> bool:
        """Whether there is a lock at all: on a read-only disk there is none."""
        return self._file is not None

    def release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _opened(path: Path) -> int | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Python's files are not inherited: no child can keep the lock.
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return None


def _taken(file: int) -> bool:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl  # noqa: PLC0415

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # Some network folders know no locks; that is no reason to stay dark.
        return True
    return True


def refuse_root(*, is_allowed: bool) -> None:
    """Refuse to run as the system's owner.

    Raises:
        ExitError: If it does, and is not allowed to.
    """
    user = getattr(os, "geteuid", lambda: 1)()
    if user == 0 and not is_allowed:
        raise ExitError(USAGE, ROOT)
