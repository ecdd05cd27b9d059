"""Language files: those of a museum may hold anything, and must harm nothing."""

import string
import tomllib
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path

from lifgame.content.markup import SOFT_HYPHEN, parse

LARGEST_FILE_BYTES = 256 * 1024
# A hostile line of a thousand dotted names would keep the TOML parser busy for long.
LONGEST_LINE = 1000
LONGEST_TEXT = 600
# Controls, invisible formats, line separators: a font has no picture of them.
_UNSHOWN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def read_entries(path: Path) -> dict[str, str]:
    """Read one language file into texts by key.

    Raises:
        ValueError: If it cannot be read, or is not valid TOML of texts alone; the
            message names the file and, for TOML, the line.
    """
    try:
        return flatten(tomllib.loads(read_small(path)))
    except RecursionError as error:
        raise ValueError(f"{path}: nested too deeply") from error
    except (OSError, TypeError, ValueError) as error:
        raise ValueError(f"{path}: {error}") from error


def read_small(path: Path) -> str:
    """Read a text file of reasonable size that somebody else has written.

    Raises:
        OSError: If it cannot be read.
        ValueError: If it is no file, too large, or no text in UTF-8.
    """
    # Devices and pipes never end; neither do some files.
    if not path.is_file() or path.stat().st_size > LARGEST_FILE_BYTES:
        limit = LARGEST_FILE_BYTES // 1024
        raise ValueError(f"not a file of at most {limit} KiB")
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE_BYTES)
    try:
        # Some editors begin a file with a mark that is no text.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ValueError(f"not text in UTF-8 (at line {line})") from error
    for number, line_text in enumerate(text.split("\n"), start=1):
        if len(line_text) > LONGEST_LINE:
            raise ValueError(f"more than {LONGEST_LINE} characters (at line {number})")
    return text


def flatten(table: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    """Nested tables of texts as one table, with dots in its keys.

    Raises:
        TypeError: If a value is not a text.
    """
    entries: dict[str, str] = {}
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict):
            entries |= flatten(value, f"{key}.")
        elif isinstance(value, str):
            entries[key] = value
        else:
            raise TypeError(f"text {key} is not a string in quotation marks")
    return entries


def placeholders(text: str) -> set[str]:
    """The names in braces in a text.

    Raises:
        ValueError: If a brace is not closed, or holds more than a plain name.
    """
    names: set[str] = set()
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None:
            if not name.isidentifier() or form or conversion:
                raise ValueError(f"a placeholder is more than a name: {{{name}")
            names.add(name)
    return names


def fault(text: str, names: Collection[str], optional: Collection[str] = ()) -> str:
    """What is wrong with a text, as the end of a sentence; empty if nothing is.

    Args:
        text: The text, its placeholders unfilled.
        names: The placeholders that it must have.
        optional: Those of them that it may leave out.
    """
    letters = text.replace(SOFT_HYPHEN, "")
    if not letters.strip():
        return "is empty"
    if len(text) > LONGEST_TEXT:
        return f"has more than {LONGEST_TEXT} characters"
    unshown = [sign for sign in letters if unicodedata.category(sign) in _UNSHOWN]
    if unshown:
        return f"holds U+{ord(unshown[0]):04X}, which cannot be shown"
    try:
        found = placeholders(text)
        parse(text)
    except ValueError as error:
        return f"has wrong braces or brackets: {error}"
    if not set(names) - set(optional) <= found <= set(names):
        wanted = ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"
        return f"has other placeholders than in English: {wanted}"
    return ""
