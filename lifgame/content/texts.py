"""Every word on the screen, by key, from one TOML file a language.

Keys are ``section.name``; values may hold named placeholders. Numbers on the
screen go through ``number``, which uses the language's decimal mark.
"""

import string
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lifgame.content.assets import asset

DEFAULT_LANGUAGE = "en"
MINUS = "−"  # U+2212, as wide as the plus; the hyphen is not a minus


class Texts:
    """The words of one language."""

    def __init__(self, language: str, entries: Mapping[str, str]) -> None:
        self.language = language
        self._entries = dict(entries)
        self._decimal_mark = self._entries["language.decimal_mark"]

    def __call__(self, key: str, **values: str) -> str:
        """The text of a key with its named placeholders filled in.

        Raises:
            KeyError: If the key or one of its placeholders is missing.
        """
        return self._entries[key].format_map(values)

    def keys(self) -> set[str]:
        return set(self._entries)

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def placeholders(self, key: str) -> set[str]:
        """The names of the placeholders of a text."""
        parts = string.Formatter().parse(self._entries[key])
        return {name for _, name, _, _ in parts if name}

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


def read_texts(path: Path) -> Texts:
    """Read one language file.

    Raises:
        ValueError: If the file is not valid TOML or holds anything but texts.
    """
    try:
        return Texts(path.stem, _flatten(tomllib.loads(path.read_text("utf-8"))))
    except (tomllib.TOMLDecodeError, TypeError, KeyError) as error:
        raise ValueError(f"{path}: {error}") from error


@cache
def texts(language: str = DEFAULT_LANGUAGE) -> Texts:
    """The words of a language that is shipped with the program."""
    return read_texts(asset("texts", f"{language}.toml"))
