"""Language files: those of a museum may hold anything, and must harm nothing."""

import string
import unicodedata
from collections.abc import Collection, Iterator, Mapping

from lifgame.content.glyphs import is_right_to_left, missing_letters
from lifgame.content.markup import SOFT_HYPHEN, parse
from lifgame.content.plurals import PLURAL_RULES, plural_rule
from lifgame.content.small_files import FileError, TomlFile

LONGEST_TEXT = 600
# Of letters without a picture: so many are named.
MOST_LETTERS = 8
# Controls, invisible formats, line separators: a font has no picture of them.
_UNSHOWN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_DECIMAL_MARKS = (".", ",")
_LONGEST = {"language.name": 24, "language.short": 4}


def entries_of(file: TomlFile) -> dict[str, str]:
    """The texts of a language file by key, nested tables with dots between.

    Raises:
        FileError: If a value is not a text, or tables are nested too deeply.
    """
    try:
        return dict(_flat(file, file.table, ()))
    except RecursionError as error:
        raise FileError(file.path, "nested too deeply") from error


def _flat(
    file: TomlFile, table: Mapping[str, object], above: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        key = (*above, name)
        if isinstance(value, dict):
            yield from _flat(file, value, key)
        elif isinstance(value, str):
            yield ".".join(key), value
        else:
            what = f"text {'.'.join(key)} is not a string in quotation marks"
            raise FileError(file.path, what, file.line_of(*key))


def unshowable(entries: Mapping[str, str]) -> str:
    """Why a whole file is refused; empty if most of its texts can be shown."""
    texts = list(entries.values())
    leftward = sum(map(is_right_to_left, texts))
    if 2 * leftward > len(texts):
        return (
            f"{leftward} of {len(texts)} texts are written from right to left, which "
            "is not supported; the file is not used"
        )
    boxed = [text for text in texts if missing_letters(text)]
    if 2 * len(boxed) > len(texts):
        return (
            f"{len(boxed)} of {len(texts)} texts hold {_named(boxed)}; allowed: "
            "Latin, Greek and Cyrillic letters; the file is not used"
        )
    return ""


def _named(texts: list[str]) -> str:
    """The letters without a picture in some texts, counted and named."""
    letters = sorted(set().union(*map(missing_letters, texts)))
    named = ", ".join(_sign(letter) for letter in letters[:MOST_LETTERS])
    more = ", ..." if len(letters) > MOST_LETTERS else ""
    noun = "letter" if len(letters) == 1 else "letters"
    return f"{len(letters)} {noun} that the fonts have no picture of: {named}{more}"


def _sign(letter: str) -> str:
    code = f"U+{ord(letter):04X}"
    return f"{letter} ({code})" if letter.isprintable() else code


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
    problem = _sign_fault(letters)
    if problem:
        return problem
    try:
        found = placeholders(text)
        parse(text)
    except ValueError as error:
        return f"has wrong braces or brackets: {error}"
    if not set(names) - set(optional) <= found <= set(names):
        wanted = ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"
        return f"has other placeholders than in English: {wanted}"
    return ""


def _sign_fault(text: str) -> str:
    """What is wrong with the letters of a text."""
    if not text.strip():
        return "is empty"
    if len(text) > LONGEST_TEXT:
        return f"has more than {LONGEST_TEXT} characters"
    unshown = [sign for sign in text if unicodedata.category(sign) in _UNSHOWN]
    if unshown:
        return f"holds U+{ord(unshown[0]):04X}, which cannot be shown"
    if is_right_to_left(text):
        return "is written from right to left, which is not supported"
    return f"holds {_named([text])}" if missing_letters(text) else ""


def special_fault(key: str, text: str) -> str:
    """What is wrong with a text that is more than words; empty if nothing is."""
    if key == "language.plural_rule" and plural_rule(text) is None:
        allowed = ", ".join(PLURAL_RULES)
        return f"{text[:40]!r} is not allowed; allowed: {allowed}, or a language"
    if key == "language.decimal_mark" and text not in _DECIMAL_MARKS:
        return f"{text[:40]!r} is not allowed; allowed: {' '.join(_DECIMAL_MARKS)}"
    if len(text) > _LONGEST.get(key, len(text)):
        return f"has more than {_LONGEST[key]} characters"
    return ""
