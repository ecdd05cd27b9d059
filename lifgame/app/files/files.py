"""Files are written whole or not at all: temporary name, sync, rename."""

import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from lifgame.app.exits import CANNOT_WRITE, ExitError


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file so that it is never seen half written.

    Args:
        path: Where; a file that is there already is replaced.
        pieces: The file's bytes, one piece after the other.

    Raises:
        ExitError: If it cannot be written; nothing is left behind then.
    """
    try:
        if path.exists() and not path.is_file():
            # /dev/stdout and its like cannot be renamed over.
            with path.open("wb") as file:
                file.writelines(pieces)
        else:
            _write_beside(path, pieces)
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


def write_out(pieces: Iterable[str]) -> None:
    """Write to standard output, as the pieces come.

    Raises:
        BrokenPipeError: If the reader, such as ``head``, has seen enough.
        ExitError: If it cannot be written.
    """
    if sys.stdout is None:
        raise ExitError(CANNOT_WRITE, "cannot write: standard output is closed")
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_output()
        reason = f"cannot write to standard output: {error.strerror or error}"
        raise ExitError(CANNOT_WRITE, reason) from error


def forget_output() -> None:
    """Keep Python from complaining at its end about what it could not write."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _write_beside(path: Path, pieces: Iterable[bytes]) -> None:
    """Write under a temporary name in the same folder, then rename."""
    # The name's length is its own: the file's name may be as long as is allowed.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".lifgame-", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _fill(file, pieces)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        # Ctrl+C counts, too: whatever happens, no half file stays.
        temporary.unlink(missing_ok=True)
        raise


def _fill(file: BinaryIO, pieces: Iterable[bytes]) -> None:
    file.writelines(pieces)
    file.flush()
    os.fsync(file.fileno())


def _umask() -> int:
    # The mask can only be read by setting it.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
