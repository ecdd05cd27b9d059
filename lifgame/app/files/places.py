"""Where configuration and settings lie: the user's folder, and the system's."""

import os
import sys
from pathlib import Path

FOLDER = "lifgame"
_SYSTEM = "/etc/xdg"


def user_folder() -> Path | None:
    """The user's own folder, which need not exist; None if there is no home."""
    if sys.platform.startswith("win"):
        return _absolute("APPDATA") or _home("AppData", "Roaming")
    if sys.platform == "darwin":
        return _home("Library", "Application Support")
    # A relative path is to be ignored, says the XDG specification.
    return _absolute("XDG_CONFIG_HOME") or _home(".config")


def system_folders() -> list[Path]:
    """Where whoever looks after the machine keeps configurations, best first."""
    if sys.platform.startswith("win"):
        folder = _absolute("PROGRAMDATA")
        return [folder] if folder else []
    if sys.platform == "darwin":
        return [Path("/Library/Application Support") / FOLDER]
    given = os.environ.get("XDG_CONFIG_DIRS") or _SYSTEM
    folders = [Path(name) for name in given.split(os.pathsep)]
    return [folder / FOLDER for folder in folders if folder.is_absolute()]


def folder_problem() -> str:
    """Why nothing can be kept in the user's folder; empty if it can be looked into."""
    folder = user_folder()
    if folder is None:
        return "there is no home folder (HOME is not set)"
    try:
        os.lstat(folder / "settings.json")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        return f"the folder {folder} cannot be used: {error.strerror}"
    return ""


def _absolute(variable: str) -> Path | None:
    given = Path(os.environ.get(variable, ""))
    return given / FOLDER if given.is_absolute() else None


def _home(*parts: str) -> Path | None:
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home.joinpath(*parts, FOLDER) if home.is_absolute() else None
