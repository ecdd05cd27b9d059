"""Files are written whole or not at all: temporary name, sync, rename."""

import os
import tempfile
from pathlib import Path

from lifgame.app.exits import CANNOT_WRITE, ExitError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is never seen half written.

    Raises:
        ExitError: If it cannot be written; nothing is left behind then.
    """
    if path.exists() and not path.is_file():
        # /dev/stdout and its like cannot be renamed over.
        _write_through(path, data)
        return
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", suffix=".part", delete=False
        ) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise _cannot_write(path, error) from error


def make_folder(path: Path) -> None:
    """Make a folder and those above it.

    Raises:
        ExitError: If that is not possible.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(path, error) from error


def _write_through(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise _cannot_write(path, error) from error


def _cannot_write(path: Path, error: OSError) -> ExitError:
    return ExitError(CANNOT_WRITE, f"cannot write {path}: {error.strerror or error}")


def _umask() -> int:
    # The mask can only be read by setting it.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
