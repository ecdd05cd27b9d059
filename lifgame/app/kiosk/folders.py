"""Where a running exhibit keeps its log, its counts and its lock."""

import os
import sys
import tempfile
from pathlib import Path

from lifgame.app.files.config import FOLDER, user_folder


def state_folder() -> Path:
    """Where what is noted lies, such as the log; it need not exist.

    A system service is told by systemd; else the XDG specification decides.
    """
    given = os.environ.get("STATE_DIRECTORY", "").partition(":")[0]
    if given and Path(given).is_absolute():
        return Path(given)
    if sys.platform.startswith(("win", "darwin")):
        return user_folder()
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
        # No HOME and no entry among the users: what is kept lasts until a restart.
        return Path(tempfile.gettempdir()) / f"{FOLDER}-{os.getuid()}"
