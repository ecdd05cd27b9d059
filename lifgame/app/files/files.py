"""Files are written whole or not at all: temporary name, sync, rename.

Where that is not possible, such as for a single file that a container was lent, the
file is written in place, and that is said.
"""

import errno
import itertools
import logging
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from lifgame.app.exits import CANNOT_WRITE, ExitError
from lifgame.app.output import complain

if sys.platform != "win32":
    import fcntl

PREFIX, SUFFIX = ".lifgame-", ".part"
# Another window that saves its settings needs a few milliseconds.
LOCK_TRIES = 20
LOCK_PAUSE_S = 0.005
_LOG = logging.getLogger(__name__)
_numbers = itertools.count()
_CANNOT_RENAME = (errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES, errno.EROFS)


def write_whole(
    path: Path,
    pieces: Iterable[bytes],
    *,
    tell: Callable[[str], object] = complain,
    clears: bool = True,
) -> None:
    """Write a file so that it is never seen half written.

    What an earlier run has left behind beside it, because it was killed, is cleared.

    Args:
        path: Where; a file that is there already is replaced and keeps its rights, a
            link is followed.
        pieces: The file's bytes, one piece after the other.
        tell: Is told in a sentence if the file had to be written in place.
        clears: Whether to look for what was left behind.

    Raises:
        ExitError: If it cannot be written; nothing is left behind then.
    """
    try:
        real = _real(path)
        if real.exists() and not real.is_file():
            # /dev/stdout and its like cannot be renamed over.
            with real.open("wb") as file:
                file.writelines(pieces)
            return
        if clears:
            clear_leftovers(real.parent)
        _write(real, pieces, tell)
    except OSError as error:
        reason = f"cannot write {path}: {error.strerror or error}"
        raise ExitError(CANNOT_WRITE, reason) from error


def make_folder(path: Path) -> None:
    """Make a folder and those above it.

    Raises:
        ExitError: If that is not possible.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"cannot make the folder {path}: {error.strerror or error}"
        raise ExitError(CANNOT_WRITE, reason) from error


def set_aside(path: Path) -> None:
    """Keep a broken file under another name, so that nothing in it is lost."""
    try:
        path.replace(path.with_suffix(".broken"))
    except OSError:
        _LOG.warning("%s cannot be set aside", path)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other windows from changing files of a folder meanwhile, if possible.

    A window that hangs must not hold up the others: after a tenth of a second it is
    done without.
    """
    if sys.platform == "win32":
        yield
        return
    handle = -1
    try:
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            _lock(handle)
        yield
    finally:
        if handle >= 0:
            os.close(handle)


def _lock(handle: int) -> None:
    for _ in range(LOCK_TRIES):
        if _try_lock(handle) is not False:
            return
        time.sleep(LOCK_PAUSE_S)


def _try_lock(handle: int) -> bool | None:
    """Lock an open file until it is closed; the lock ends with its owner.

    Returns:
        False if somebody else holds it, None where there are no locks.
    """
    if sys.platform == "win32":
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def clear_leftovers(folder: Path) -> None:
    """Remove the temporary files of those that were killed while writing."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.startswith(PREFIX) and entry.name.endswith(SUFFIX):
                _clear(Path(entry.path))


def _clear(path: Path) -> None:
    # Who still writes holds a lock on it.
    with suppress(OSError), path.open("rb") as file:
        if _try_lock(file.fileno()):
            path.unlink()
    if sys.platform == "win32":
        # What is still open cannot be removed there.
        with suppress(OSError):
            path.unlink()


def _real(path: Path) -> Path:
    """The file itself behind any links.

    Raises:
        OSError: If links lead in a circle.
    """
    real = Path(os.path.realpath(path))
    if real.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return real


def _write(path: Path, pieces: Iterable[bytes], tell: Callable[[str], object]) -> None:
    before = path.stat() if path.exists() else None
    try:
        handle, temporary = _temporary(path.parent)
    except OSError as error:
        if before is None or error.errno not in _CANNOT_RENAME:
            raise
        _write_from_elsewhere(path, pieces)
        tell(f"{path}: written in place, as its folder takes no other file")
        return
    try:
        with os.fdopen(handle, "w+b") as file:
            _fill(file, pieces)
            _give_rights(temporary, before)
            # A rename would leave the file's other names with what was.
            if before is not None and before.st_nlink > 1:
                _copy_into(path, file)
            else:
                _rename(temporary, path, file, tell)
    finally:
        # Ctrl+C counts, too: whatever happens, no half file stays.
        temporary.unlink(missing_ok=True)


def _rename(
    temporary: Path, path: Path, file: BinaryIO, tell: Callable[[str], object]
) -> None:
    try:
        if sys.platform == "win32":
            file.close()
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        if not path.exists() or error.errno not in _CANNOT_RENAME:
            raise
        with temporary.open("rb") as whole:
            _copy_into(path, whole)
        tell(f"{path}: written in place, as it cannot be replaced: {error.strerror}")


def _write_from_elsewhere(path: Path, pieces: Iterable[bytes]) -> None:
    """Not a byte of the file is touched before all others are known."""
    from tempfile import TemporaryFile  # noqa: PLC0415 - slow, and seldom needed

    with TemporaryFile() as file:
        _fill(file, pieces)
        _copy_into(path, file)


def _copy_into(path: Path, whole: BinaryIO) -> None:
    whole.seek(0)
    with path.open("wb") as file:
        _fill(file, iter(lambda: whole.read(1 << 20), b""))


def _temporary(folder: Path) -> tuple[int, Path]:
    """A new file that is locked, under a name of its own.

    Its name's length is its own, too: the file's name may be as long as is allowed.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)
    flags |= getattr(os, "O_BINARY", 0)
    for _ in range(1000):
        path = folder / f"{PREFIX}{os.getpid()}-{next(_numbers)}{SUFFIX}"
        try:
            handle = os.open(path, flags, 0o666)
        except FileExistsError:
            continue
        # Whoever clears leftovers may have been quicker than our lock.
        if _try_lock(handle) is not False and os.fstat(handle).st_nlink:
            return handle, path
        os.close(handle)
    raise OSError(errno.EEXIST, os.strerror(errno.EEXIST))


def _give_rights(temporary: Path, before: os.stat_result | None) -> None:
    """The rights and the owner of the file that is replaced."""
    if before is None:
        return
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(temporary, before.st_uid, before.st_gid)
    temporary.chmod(before.st_mode & 0o7777)


def _fill(file: BinaryIO, pieces: Iterable[bytes]) -> None:
    file.writelines(pieces)
    file.flush()
    os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name last as well; some file systems do not know how."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
