"""The operator's configuration, ``config.toml``: it is read, and never written."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from lifgame.app.files.options import (
    OPTIONS,
    SECTIONS,
    names,
    rule_place,
    written,
)
from lifgame.app.files.places import folder_problem, system_folders, user_folder
from lifgame.content.actions import DEFAULT_KEYS, KeyMap, key_problems
from lifgame.content.kiosk import NO_KIOSK, RULES, KioskRules
from lifgame.content.settings import checked
from lifgame.content.small_files import TomlFile, read_toml

CONFIG_FILE = "config.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """What an operator may write into ``config.toml``.

    Attributes:
        settings: Defaults of the settings, unchecked.
        keys: Which key does what.
        texts_folder: The museum's own language files.
        own_folder: Experiments and challenges of somebody's own.
        speak: The command that speaks, in words; none for none.
        rules: What the file says of an exhibit; what is wrong has its default.
        problems: What was wrong, each with file and line; defaults stand for it.
        file: The file itself, None if there is none.
    """

    settings: Mapping[str, object] = field(default_factory=dict)
    keys: KeyMap = DEFAULT_KEYS
    texts_folder: Path | None = None
    own_folder: Path | None = None
    speak: tuple[str, ...] = ()
    rules: KioskRules = NO_KIOSK
    problems: tuple[str, ...] = ()
    file: TomlFile | None = None

    def checked_settings(
        self, languages: tuple[str, ...]
    ) -> tuple[dict[str, str], list[str]]:
        """The defaults of all settings, and a sentence about each unusable one."""
        values, wrong = checked(self.settings, languages)
        return values, [self._placed(name, what) for name, what in wrong.items()]

    def _placed(self, name: str, what: str) -> str:
        return self.file.problem(what, "settings", name) if self.file else what

    def written(self, languages: tuple[str, ...]) -> str:
        """The configuration as a commented file, with what is in force."""
        table = self.file.table if self.file else {}
        said = {
            (section, name)
            for section in SECTIONS
            for name in _table(table.get(section))
        }
        settings, _ = self.checked_settings(languages)
        values: dict[tuple[str, str], object] = {
            ("settings", name): value for name, value in settings.items()
        }
        values |= {("keys", name): self.keys.keys(name) for name in names("keys")}
        values["texts", "folder"] = str(self.texts_folder or "")
        values["content", "folder"] = str(self.own_folder or "")
        values["speech", "command"] = self.speak
        values |= {rule_place(rule): getattr(self.rules, rule) for rule in RULES}
        return written({key: value for key, value in values.items() if key in said})


def find_config() -> Path | None:
    """The configuration that is in force: the user's, else the system's, if any."""
    folders = system_folders()
    own = user_folder()
    if own is not None and not folder_problem():
        folders.insert(0, own)
    for folder in folders:
        # A link into nowhere is no missing file: somebody has meant something by it.
        if os.path.lexists(folder / CONFIG_FILE):
            return folder / CONFIG_FILE
    return None


def read_config(path: Path | None) -> Config:
    """Read the configuration.

    Args:
        path: The file; None for the one that is in force, if there is one.

    Raises:
        FileError: If the file cannot be read at all, with the file and the line.
    """
    place = path or find_config()
    if place is None:
        return Config()
    file = read_toml(place)
    values: dict[tuple[str, str], object] = {}
    problems: dict[tuple[str, ...], str] = {}
    for key, value in _written(file, problems):
        try:
            values[key] = OPTIONS[key].read(value)
        except ValueError as error:
            problems[key] = str(error)
    keys = _keys(values, problems)
    folders = [str(values.get((name, "folder"), "")) for name in ("texts", "content")]
    texts, own = (file.path.parent / name if name else None for name in folders)
    return Config(
        settings=_table(file.table.get("settings")),
        keys=keys,
        texts_folder=texts,
        own_folder=own,
        speak=_words(values.get(("speech", "command"))),
        rules=_rules(values),
        problems=tuple(
            file.problem(what, *key) for key, what in sorted(problems.items())
        ),
        file=file,
    )


def _written(
    file: TomlFile, problems: dict[tuple[str, ...], str]
) -> Iterator[tuple[tuple[str, str], object]]:
    """Every key that there is with its value; the settings are looked at later."""
    for section, table in file.table.items():
        if section not in SECTIONS:
            problems[section,] = _unknown(
                f"section [{section[:40]}]", section, SECTIONS
            )
        elif not isinstance(table, dict):
            problems[section,] = f"{section} must be a section, [{section}]"
        elif section != "settings":
            for name, value in table.items():
                if (section, name) in OPTIONS:
                    yield (section, name), value
                else:
                    noun = "action" if section == "keys" else f"[{section}] key"
                    what = f"{noun} {name[:40]!r}"
                    problems[section, name] = _unknown(what, name, names(section))


def _unknown(what: str, name: str, known: Mapping[str, str] | list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    return f"unknown {what}; {hint}known: {', '.join(known)}"


def _keys(
    values: Mapping[tuple[str, str], object], problems: dict[tuple[str, ...], str]
) -> KeyMap:
    """The key map with every change that is in order."""
    changes = {
        name: _words(value)
        for (section, name), value in values.items()
        if section == "keys"
    }
    for name, what in key_problems(changes):
        problems.setdefault(("keys", name), what)
    # Where a change is left out, its default may be in the way of another one.
    while wrong := dict(key_problems(changes)):
        changes = {name: keys for name, keys in changes.items() if name not in wrong}
    return KeyMap(changes)


def _rules(values: Mapping[tuple[str, str], object]) -> KioskRules:
    """The rules with everything that is in order; each value was checked alone."""
    places = {rule_place(rule): rule for rule in RULES}
    said = {places[key]: value for key, value in values.items() if key in places}
    return KioskRules(**said)  # type: ignore[arg-type]


def _words(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _table(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}
