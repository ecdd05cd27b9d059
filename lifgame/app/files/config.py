"""The operator's configuration, ``config.toml``: it is read, and never written."""

import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import pygame

from lifgame.content.actions import DEFAULT_KEYS, KeyMap
from lifgame.content.settings import checked
from lifgame.content.text_files import read_small

FOLDER = "lifgame"
CONFIG_FILE = "config.toml"
SECTIONS = ("settings", "keys", "texts", "speech")


class ConfigError(ValueError):
    """Something in a configuration has the wrong form."""


@dataclass(frozen=True, slots=True)
class Config:
    """What an operator may write into ``config.toml``.

    Attributes:
        settings: Defaults of the settings, unchecked.
        keys: Which key does what.
        texts_folder: The museum's own language files.
        speak: The command that speaks, empty for none.
    """

    settings: Mapping[str, object] = field(default_factory=dict)
    keys: KeyMap = DEFAULT_KEYS
    texts_folder: Path | None = None
    speak: str = ""

    def checked_settings(
        self, languages: tuple[str, ...]
    ) -> tuple[dict[str, str], list[str]]:
        """The defaults of all settings, and a sentence about each unusable one."""
        return checked(self.settings, languages)


def user_folder() -> Path:
    """Where configuration and settings lie; it need not exist."""
    if sys.platform.startswith(("win", "darwin")):
        return Path(pygame.system.get_pref_path("", FOLDER))
    given = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    # A relative path is to be ignored, says the XDG specification.
    base = given if given.is_absolute() else Path("~/.config").expanduser()
    return base / FOLDER


def read_config(path: Path | None) -> Config:
    """Read the configuration.

    Args:
        path: The file; None for the one in the user's folder, which may be missing.

    Raises:
        ValueError: With the file, if anything in it is wrong.
    """
    place = path or user_folder() / CONFIG_FILE
    if path is None and not place.exists():
        return Config()
    try:
        return _config(tomllib.loads(read_small(place)), place.parent)
    except (OSError, ValueError) as error:
        raise ValueError(f"{place}: {error}") from error


def _config(table: Mapping[str, object], beside: Path) -> Config:
    for name in table:
        if name not in SECTIONS:
            near = get_close_matches(name, SECTIONS, n=1)
            hint = f"; did you mean [{near[0]}]?" if near else ""
            raise ValueError(f"unknown section [{name}]{hint} known: {SECTIONS}")
    folder = _text(_section(table, "texts"), "texts", "folder")
    return Config(
        settings=_section(table, "settings"),
        keys=KeyMap(_keys(_section(table, "keys"))),
        texts_folder=beside / folder if folder else None,
        speak=_text(_section(table, "speech"), "speech", "command"),
    )


def _section(table: Mapping[str, object], name: str) -> dict[str, object]:
    section = table.get(name, {})
    if not isinstance(section, dict):
        raise ConfigError(f"{name} must be a section, [{name}]")
    return section


def _text(section: Mapping[str, object], name: str, key: str) -> str:
    for known in section:
        if known != key:
            raise ValueError(f"[{name}] has no {known!r}; it has {key!r}")
    value = section.get(key, "")
    if not isinstance(value, str):
        raise ConfigError(f"[{name}] {key} must be a text in quotes")
    return value


def _keys(section: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    keys: dict[str, tuple[str, ...]] = {}
    for action, names in section.items():
        if not isinstance(names, list) or not all(isinstance(n, str) for n in names):
            raise ConfigError(f'[keys] {action} must be a list such as ["p"], or []')
        keys[action] = tuple(str(name).lower() for name in names)
    return keys
