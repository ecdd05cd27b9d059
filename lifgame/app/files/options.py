"""Every key of ``config.toml``: one row each, read by whoever reads or writes one."""

import json
import shlex
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lifgame.app.kiosk.pin import is_hash
from lifgame.content.actions import ACTIONS
from lifgame.content.kiosk import RULES, Rule, RuleError
from lifgame.content.opening_hours import opening_hours
from lifgame.content.pads import button_table
from lifgame.content.settings import SETTINGS
from lifgame.content.texts import shipped_texts

SECTIONS = {
    "settings": "Defaults of what visitors can set.",
    "keys": "Which keys do what; [] switches an action's keys off.",
    "texts": "Languages of your own.",
    "speech": "The sentence under the bucket, read aloud.",
    "kiosk": "An exhibit that nobody looks after.",
    "content": "What it offers; an empty list means all.",
    "display": "The screen that it hangs on.",
    "statistics": "What is counted.",
}
# Where the rules of an exhibit stand; what is not named here stands under [kiosk].
RULE_SECTIONS = {
    "languages": "content",
    "presets": "content",
    "patterns": "content",
    "controls": "content",
    "on_screen_controls": "content",
    "rotation": "display",
    "display": "display",
    "statistics": "statistics",
}
# What they are called there, if otherwise than the rule.
RULE_NAMES = {"statistics": "enabled", "display": "number"}


@dataclass(frozen=True, slots=True)
class Option:
    """One key that an operator may set.

    Attributes:
        section: Where it stands.
        name: What it is called there.
        kind: What is allowed, in words.
        default: Its value where nothing is said.
        help: What it is, in words.
        take: Makes the usable value of a written one, or raises ValueError with the
            end of a sentence; the settings are checked when the languages are known.
    """

    section: str
    name: str
    kind: str
    default: object
    help: str
    take: Callable[[object], object]

    def __post_init__(self) -> None:
        if self.section not in SECTIONS:
            raise ValueError(f"option {self.name}: no section {self.section}")

    def read(self, value: object) -> object:
        """The usable value.

        Raises:
            ValueError: With a sentence that says what is allowed.
        """
        try:
            return self.take(value)
        except ValueError as error:
            what = f"{self.name} = {repr(value)[:40]} is not allowed"
            raise ValueError(f"{what}; allowed: {error}") from error


def _as_it_is(value: object) -> object:
    return value


def _key_list(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ConfigFormError('a list such as ["p"], or []')
    # A digit without quotes is taken as meant; True is a number in Python.
    words = [str(one) if type(one) is int else one for one in value]
    if not all(isinstance(word, str) for word in words):
        raise ConfigFormError('a list of texts in quotes such as ["p"], or []')
    return tuple(word if len(word) == 1 else word.strip().lower() for word in words)


def _folder(value: object) -> str:
    if not isinstance(value, str):
        raise ConfigFormError("a text in quotes")
    if not value.isprintable():
        raise ConfigFormError("no control characters, such as a null byte")
    return value


def _command(value: object) -> tuple[str, ...]:
    words = command_words(value) if isinstance(value, str) else value
    if not isinstance(words, list | tuple) or not all(
        isinstance(word, str) for word in words
    ):
        raise ConfigFormError('a text in quotes, or a list such as ["say", "-v"]')
    if any("\0" in word for word in words):
        raise ConfigFormError("no null byte")
    return tuple(words)


def command_words(command: str, *, windows: bool | None = None) -> tuple[str, ...]:
    r"""A command in the words that the system would make of it.

    Windows leaves backslashes alone, as in ``C:\Tools\say.exe``; elsewhere they
    guard the sign behind them.

    Raises:
        ConfigFormError: If a quotation mark is not closed.
    """
    windows = sys.platform.startswith("win") if windows is None else windows
    reader = shlex.shlex(command, posix=True, punctuation_chars=False)
    reader.whitespace_split = True
    reader.commenters = ""
    if windows:
        reader.escape, reader.quotes = "", '"'
    try:
        return tuple(reader)
    except ValueError as error:
        raise ConfigFormError("closed quotation marks") from error


class ConfigFormError(ValueError):
    """A value in a configuration has the wrong form."""


def _rows() -> list[Option]:
    words = shipped_texts()
    rows = [
        Option(
            "settings",
            setting.id,
            f"one of {', '.join(setting.choices)}" if setting.choices else "a language",
            setting.default,
            setting.help,
            _as_it_is,
        )
        for setting in SETTINGS.values()
    ]
    rows += [
        Option("keys", a.id, "keys", a.keys, words(f"action.{a.id}"), _key_list)
        for a in ACTIONS.values()
    ]
    rows += [
        Option(
            "texts", "folder", "a folder, from here or from the root", "",
            "holds more language files, such as it.toml", _folder,
        ),
        Option(
            "content", "folder", "a folder, from here or from the root", "",
            "holds experiments and challenges of your own, one TOML file each",
            _folder,
        ),
        Option(
            "speech", "command", "a command, or a list of its words", (),
            "is run with each new sentence as its last word", _command,
        ),
    ]  # fmt: skip
    return rows + _rules()


def _rules() -> list[Option]:
    return [
        Option(
            rule_place(rule.id)[0],
            rule_place(rule.id)[1],
            rule.allowed(),
            rule.default,
            rule.help,
            _taking(rule),
        )
        for rule in RULES.values()
    ]


def rule_place(rule: str) -> tuple[str, str]:
    """The section and the key of one of the exhibit's rules."""
    return RULE_SECTIONS.get(rule, "kiosk"), RULE_NAMES.get(rule, rule)


# Lists of lines that have a form of their own.
_READ: dict[str, Callable[[Iterable[str]], object]] = {
    "opening_hours": opening_hours,
    "pad_buttons": button_table,
}


def _taking(rule: Rule) -> Callable[[object], object]:
    def take(value: object) -> object:
        try:
            taken = rule.check(value)
            if rule.id in _READ:
                _READ[rule.id](taken if isinstance(taken, tuple) else ())
            if rule.id == "pin_hash" and taken and not is_hash(str(taken)):
                raise ConfigFormError("a line as made by: lifgame pin")
        except RuleError:
            raise ConfigFormError(rule.allowed()) from None
        return taken

    return take


OPTIONS = {(row.section, row.name): row for row in _rows()}


def names(section: str) -> list[str]:
    """The keys of a section."""
    return [row.name for row in OPTIONS.values() if row.section == section]


def written(values: Mapping[tuple[str, str], object]) -> str:
    """A commented configuration; what is not given stands there as a comment."""
    lines = ["# lifgame: config.toml. Lines that begin with # are the defaults."]
    for section, words in SECTIONS.items():
        lines += ["", f"# {words}", f"[{section}]"]
        for row in OPTIONS.values():
            if row.section == section:
                key = (section, row.name)
                mark = "" if key in values else "# "
                value = toml_value(values.get(key, row.default))
                lines.append(f"# {row.name}: {row.help} ({row.kind})")
                lines.append(f"{mark}{row.name} = {value}")
    return "\n".join(lines) + "\n"


def toml_value(value: object) -> str:
    """A text, number, yes or no, or a list as TOML; JSON writes all of them alike."""
    if isinstance(value, float) and value == int(value):
        value = int(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml_value(one) for one in value)}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
