"""Where a running exhibit keeps its log, its counts and its lock."""

import os
import sys
import tempfile
from pathlib import Path

from lifgame.app.files.places import FOLDER, user_folder


def state_folder() -> Path:
    """Where what is noted lies, such as the log; it need not exist.

    A system service is told by systemd; else the XDG specification decides.
    """
    given = os.environ.get("STATE_DIRECTORY", "").partition(":")[0]
    if given and Path(given).is_absolute():
        return Path(given)
    if sys.platform.startswith(("win", "darwin")):
        return user_folder() or _temporary()
    base = Path(os.environ.get("XDG_STATE_HOME", ""))
    # A relative path is to be ignored, says the XDG specification.
    return (base if base.is_absolute() else _home() / ".local" / "state") / FOLDER


def run_folder() -> Path:
    """Where a lock lies: gone after a restart of the machine where there is such."""
    given = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    return given if given.is_absolute() and given.is_dir() else state_folder()


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        return _temporary()


def _temporary() -> Path:
    """For who has no home: what is kept there lasts until a restart."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    return Path(tempfile.gettempdir()) / f"{FOLDER}-{user}"
