"""Every word on the screen, by key, from one TOML file a language.

Keys are ``section.name``; values may hold named placeholders. Where a number decides
the wording, the key has one form for each plural of the language: ``name.one``,
``name.other``, and ``few`` and ``many`` where a language has them. Numbers on the
screen go through ``number``, which uses the language's decimal mark.
"""

import string
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from lifgame.content.assets import asset

DEFAULT_LANGUAGE = "en"
MINUS = "−"  # U+2212, as wide as the plus; the hyphen is not a minus
PLURAL_FORMS = ("one", "few", "many", "other")
LARGEST_FILE_BYTES = 1 << 20


def _one_other(count: float, *, is_whole: bool) -> str:
    return "one" if is_whole and count == 1 else "other"


def _french(count: float, *, is_whole: bool) -> str:
    """Below two is singular, whole or not."""
    del is_whole
    return "one" if 0 <= count < 2 else "other"


def _slavic(count: float, *, is_whole: bool) -> str:
    if not is_whole:
        return "other"
    last, last_two = int(count) % 10, int(count) % 100
    if last == 1 and last_two != 11:
        return "one"
    return "few" if 2 <= last <= 4 and not 12 <= last_two <= 14 else "many"


# The plural rules that a language file can name, after Unicode's CLDR.
PLURAL_RULES: dict[str, Callable[..., str]] = {
    "one_other": _one_other,
    "french": _french,
    "slavic": _slavic,
}


class Texts:
    """The words of one language."""

    def __init__(self, language: str, entries: Mapping[str, str]) -> None:
        self.language = language
        self._entries = dict(entries)
        self._decimal_mark = self._entries["language.decimal_mark"]
        self._plural = PLURAL_RULES[self._entries["language.plural_rule"]]

    def __call__(self, key: str, **values: str) -> str:
        """The text of a key with its named placeholders filled in.

        Raises:
            KeyError: If the key or one of its placeholders is missing.
        """
        return self._entries[key].format_map(values)

    def plural(self, key: str, count: float, decimals: int = 0, **values: str) -> str:
        """The text of a key in the form that goes with a number.

        The number itself fills the placeholder ``count``.

        Raises:
            KeyError: If the key or one of its placeholders is missing.
        """
        shown = round(abs(count), decimals)
        form = self._plural(shown, is_whole=decimals == 0)
        entry = f"{key}.{form}"
        if entry not in self._entries:
            entry = f"{key}.other"
        return self(entry, count=self.number(count, decimals), **values)

    def keys(self) -> set[str]:
        return set(self._entries)

    def entries(self) -> dict[str, str]:
        """All texts by key, their placeholders unfilled."""
        return dict(self._entries)

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def placeholders(self, key: str) -> set[str]:
        """The names of the placeholders of a text."""
        return placeholders(self._entries[key])

    def number(self, value: float, decimals: int, *, sign: bool = False) -> str:
        """A number as people of this language write it.

        A value that rounds to nothing is shown without a sign.
        """
        rounded = round(value, decimals)
        text = f"{abs(rounded):.{decimals}f}".replace(".", self._decimal_mark)
        if rounded < 0:
            return MINUS + text
        return "+" + text if sign else text

    def quantity(self, value: float, decimals: int, unit: str) -> str:
        """A number with its unit behind a space, as in ``2.00 nA``."""
        text = self.number(value, decimals)
        return f"{text} {unit}" if unit else text


def placeholders(text: str) -> set[str]:
    """The names in braces in a text.

    Raises:
        ValueError: If a brace is not closed.
    """
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _flatten(table: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    entries: dict[str, str] = {}
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict):
            entries |= _flatten(value, f"{key}.")
        elif isinstance(value, str):
            entries[key] = value
        else:
            raise TypeError(f"text {key} is not a string")
    return entries


def _read_small(path: Path) -> str:
    if not path.is_file() or path.stat().st_size > LARGEST_FILE_BYTES:
        raise ValueError("not a file of at most 1 MiB")
    return path.read_text("utf-8")


def read_entries(path: Path) -> dict[str, str]:
    """Read one language file into texts by key.

    Raises:
        ValueError: If it cannot be read, or is not valid TOML of texts alone; the
            message names the file and, for TOML, the line.
    """
    try:
        return _flatten(tomllib.loads(_read_small(path)))
    except (OSError, UnicodeDecodeError, TypeError, ValueError) as error:
        raise ValueError(f"{path}: {error}") from error


class Library:
    """All languages that there are: the shipped ones, and a museum's own folder.

    Attributes:
        complaints: What was wrong with files of the museum's folder.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.complaints: list[str] = []
        shipped = sorted(asset("texts").glob("*.toml"))
        # English first: it is the default, and what the others fall back to.
        shipped.sort(key=lambda path: path.stem != DEFAULT_LANGUAGE)
        self._texts = {path.stem: shipped_texts(path.stem) for path in shipped}
        for path in sorted(folder.glob("*.toml")) if folder else []:
            self._add(path)

    @property
    def languages(self) -> dict[str, str]:
        """Every language's name in itself, by its id."""
        return {
            language: texts("language.name") for language, texts in self._texts.items()
        }

    def texts(self, language: str) -> Texts:
        """The words of a language, of English if there is no such language."""
        return self._texts.get(language, self._texts[DEFAULT_LANGUAGE])

    def _add(self, path: Path) -> None:
        """Take a museum's file; whatever is missing or wrong stays English."""
        try:
            entries = read_entries(path)
        except ValueError as error:
            self.complaints.append(str(error))
            return
        english = shipped_texts(DEFAULT_LANGUAGE)
        merged, wrong = _merge(english, entries)
        self.complaints += [f"{path}: {sentence}" for sentence in wrong]
        self._texts[path.stem] = Texts(path.stem, merged)


def _merge(
    english: Texts, entries: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    """English with the usable texts of another language laid over it."""
    merged = english.entries()
    wrong: list[str] = []
    for key, text in entries.items():
        base = key if key in english else plural_base(key) + ".other"
        if base not in english:
            wrong.append(f"unknown text {key}")
        elif key == "language.plural_rule" and text not in PLURAL_RULES:
            wrong.append(f"unknown plural rule {text!r}; known: {list(PLURAL_RULES)}")
        elif not _has_right_names(text, english.placeholders(base)):
            wrong.append(f"text {key} has other placeholders than {base} in English")
        else:
            merged[key] = text
    return merged, wrong


def _has_right_names(text: str, names: set[str]) -> bool:
    try:
        return placeholders(text) <= names
    except ValueError:
        return False


def plural_base(key: str) -> str:
    """The key without its plural form."""
    base, _, form = key.rpartition(".")
    return base if form in PLURAL_FORMS else key


@cache
def shipped_texts(language: str = DEFAULT_LANGUAGE) -> Texts:
    """The words of a language that is shipped with the program."""
    return Texts(language, read_entries(asset("texts", f"{language}.toml")))
