"""The settings between two starts: kept safely in ``settings.json``."""

import json
import logging
import os
from pathlib import Path

from lifgame.app.exits import ExitError
from lifgame.app.files.config import Config
from lifgame.app.files.files import locked, make_folder, write_whole
from lifgame.app.files.places import folder_problem, user_folder
from lifgame.content.settings import checked
from lifgame.content.small_files import FileError, read_small
from lifgame.content.texts import Library
from lifgame.session.preferences import Preferences

SETTINGS_FILE = "settings.json"
_LOG = logging.getLogger(__name__)


class SettingsFile:
    """Keeps the settings between two starts.

    Args:
        path: The file; None where nothing can be kept.

    Attributes:
        complaints: What could not be read or written, a sentence each.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.complaints: list[str] = []
        self._is_writable = path is not None

    def load(self, languages: tuple[str, ...]) -> dict[str, str]:
        """The settings that were kept and are usable; a broken file is set aside."""
        table = self._read()
        values, wrong = checked(table, languages)
        if self.path is not None and wrong:
            lines = read_small(self.path).splitlines()
            for name, what in wrong.items():
                line = _line_of(name, lines)
                self.complaints.append(str(FileError(self.path, what, line)))
        return {key: values[key] for key in table if key in values and key not in wrong}

    def save(self, changed: dict[str, str]) -> None:
        """Lay changed settings over what is kept; never raises.

        Another window may have kept something since: that stays as it is there.
        """
        if self.path is None or not self._is_writable or not changed:
            return
        try:
            make_folder(self.path.parent)
            with locked(self.path.parent):
                values = self._read() | changed
                text = json.dumps(values, indent=2) + "\n"
                write_whole(self.path, [text.encode()], tell=self.complaints.append)
        except ExitError as error:
            # A read-only home is no reason to stop, nor to try sixty times a second.
            self._is_writable = False
            self.complaints.append(f"settings are not kept: {error}")

    def _read(self) -> dict[str, object]:
        """What the file says; nothing where there is none."""
        # A link into nowhere is no file yet: the first save makes one.
        if self.path is None or not os.path.exists(self.path):  # noqa: PTH110 - raises
            return {}
        try:
            return _table_of(self.path)
        except FileError as error:
            self._set_aside(self.path, error)
            return {}

    def _set_aside(self, path: Path, error: FileError) -> None:
        aside = path.with_suffix(".broken")
        try:
            if isinstance(error.__cause__, OSError):
                # What cannot be read now may be whole.
                raise error.__cause__
            path.replace(aside)
            self.complaints.append(f"{error}; it is kept as {aside.name}")
        except OSError:
            self._is_writable = False
            self.complaints.append(f"{error}; settings are not kept")


def _table_of(path: Path) -> dict[str, object]:
    """Settings of unknown origin.

    Raises:
        FileError: If they are no table in JSON.
    """
    text = read_small(path)
    try:
        table = json.loads(text)
    except RecursionError as error:
        raise FileError(path, "nested too deeply") from error
    except json.JSONDecodeError as error:
        raise FileError(path, f"not JSON: {error.msg}", error.lineno) from error
    except ValueError as error:
        raise FileError(path, f"not JSON: {error}") from error
    if not isinstance(table, dict):
        raise FileError(path, "not a table of settings in braces")
    return table


def _line_of(name: str, lines: list[str]) -> int | None:
    """The first line that holds a name in quotes."""
    places = (number for number, line in enumerate(lines, 1) if f'"{name}"' in line)
    return next(places, None)


class KeptSettings:
    """The settings between two starts: loaded once, saved when they change.

    Args:
        config: Where the operator may have set other defaults.
        library: The languages that there are.
        given: Settings of the command line; they win, and are not kept.

    Attributes:
        preferences: The settings as they are now.
    """

    def __init__(self, config: Config, library: Library, given: dict[str, str]) -> None:
        problem, folder = folder_problem(), user_folder()
        path = None if folder is None or problem else folder / SETTINGS_FILE
        self._file = SettingsFile(path)
        languages = library.languages
        kept = self._file.load(tuple(languages))
        defaults, wrong = config.checked_settings(tuple(languages))
        self.preferences = Preferences(kept | given, languages, defaults)
        self._before = self.preferences.values()
        if problem:
            wrong.append(f"settings are not kept: {problem}")
        self._complain([*wrong, *library.complaints])

    def save_changes(self) -> None:
        """Keep what somebody has changed, and only that."""
        now = self.preferences.values()
        if now == self._before:
            return
        before, self._before = self._before, now
        self._file.save({name: now[name] for name in now if now[name] != before[name]})
        self._complain([])

    def _complain(self, more: list[str]) -> None:
        for sentence in (*more, *self._file.complaints):
            _LOG.warning("%s", sentence)
        self._file.complaints.clear()
