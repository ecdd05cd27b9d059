"""The settings between two starts: kept safely in ``settings.json``."""

import json
import logging
from pathlib import Path

from lifgame.app.exits import ExitError
from lifgame.app.files.config import Config, ConfigError, user_folder
from lifgame.app.files.files import make_folder, write_whole
from lifgame.content.settings import checked
from lifgame.content.text_files import read_small
from lifgame.content.texts import Library
from lifgame.session.preferences import Preferences

SETTINGS_FILE = "settings.json"
_LOG = logging.getLogger(__name__)


def _table_of(text: str) -> dict[str, object]:
    table = json.loads(text)
    if not isinstance(table, dict):
        raise ConfigError("not a table of settings")
    return table


class SettingsFile:
    """Keeps the settings between two starts.

    Attributes:
        complaints: What could not be read or written, a sentence each.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_folder() / SETTINGS_FILE
        self.complaints: list[str] = []
        self._saved: dict[str, str] = {}
        self._is_writable = True

    def load(self, languages: tuple[str, ...]) -> dict[str, str]:
        """The settings that were kept and are usable; a broken file is set aside."""
        if not self.path.exists():
            return {}
        try:
            table = _table_of(read_small(self.path))
        except (OSError, ValueError) as error:
            self._set_aside(error)
            return {}
        values, wrong = checked(table, languages)
        self.complaints += [f"{self.path}: {sentence}" for sentence in wrong]
        self._saved = {key: values[key] for key in table if key in values}
        return dict(self._saved)

    def save(self, values: dict[str, str]) -> None:
        """Keep the settings, if they have changed; never raises."""
        if values == self._saved or not self._is_writable:
            return
        try:
            make_folder(self.path.parent)
            write_whole(self.path, [(json.dumps(values, indent=2) + "\n").encode()])
            self._saved = dict(values)
        except ExitError as error:
            # A read-only home is no reason to stop, nor to try sixty times a second.
            self._is_writable = False
            self.complaints.append(f"settings are not kept: {error}")

    def _set_aside(self, error: Exception) -> None:
        aside = self.path.with_suffix(".broken")
        self.complaints.append(f"{self.path}: {error}; kept as {aside.name}")
        try:
            self.path.replace(aside)
        except OSError:
            self._is_writable = False


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
        self._file = SettingsFile()
        languages = library.languages
        kept = self._file.load(tuple(languages))
        defaults, wrong = config.checked_settings(tuple(languages))
        self.preferences = Preferences(kept | given, languages, defaults)
        self._before = self.preferences.values()
        self._kept = defaults | kept
        self._complain([*wrong, *library.complaints])

    def save_changes(self) -> None:
        """Keep what somebody has changed, and only that."""
        now = self.preferences.values()
        if now == self._before:
            return
        changed = {name: now[name] for name in now if now[name] != self._before[name]}
        self._before = now
        self._kept |= changed
        self._file.save(self._kept)
        self._complain([])

    def _complain(self, more: list[str]) -> None:
        for sentence in (*more, *self._file.complaints):
            _LOG.warning("%s", sentence)
        self._file.complaints.clear()
