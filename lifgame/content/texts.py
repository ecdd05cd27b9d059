"""Every word on the screen, by key, from one TOML file a language.

Keys are ``section.name``; values may hold named placeholders. Where a number decides
the wording, the key has one form for each plural of the language: ``name.one``,
``name.other``, and ``few`` and ``many`` where a language has them. Numbers on the
screen go through ``number``, which uses the language's decimal mark.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from lifgame.content.assets import asset
from lifgame.content.text_files import fault, placeholders, read_entries

DEFAULT_LANGUAGE = "en"
MINUS = "−"  # U+2212, as wide as the plus; the hyphen is not a minus
PLURAL_FORMS = ("one", "few", "many", "other")
# One row of buttons in the settings has room for no more.
MOST_LANGUAGES = 12
# Of one file: nobody reads a thousand.
MOST_COMPLAINTS = 10


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
# The forms that each rule can ask for.
FORMS: dict[str, tuple[str, ...]] = {
    "one_other": ("one", "other"),
    "french": ("one", "other"),
    "slavic": PLURAL_FORMS,
}

# The name of a language file: a language, perhaps with a region, as in pt-br.
_LANGUAGE_ID = re.compile(r"[a-z]{2,8}([-_][A-Za-z0-9]{2,8})?")
_ALLOWED = {
    "language.plural_rule": tuple(PLURAL_RULES),
    "language.decimal_mark": (".", ","),
}
_LONGEST = {"language.name": 24, "language.short": 4}


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


class Library:
    """All languages that there are: the shipped ones, and a museum's own folder.

    Attributes:
        complaints: What was wrong with files of the museum's folder, one sentence
            each; everything else in them is used.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.complaints: list[str] = []
        shipped = sorted(asset("texts").glob("*.toml"))
        # English first: it is the default, and what the others fall back to.
        shipped.sort(key=lambda path: path.stem != DEFAULT_LANGUAGE)
        self._texts = {path.stem: shipped_texts(path.stem) for path in shipped}
        for path in self._museum_files(folder) if folder else []:
            self._read(path)

    @property
    def languages(self) -> dict[str, str]:
        """Every language's name in itself, by its id."""
        return {
            language: texts("language.name") for language, texts in self._texts.items()
        }

    def texts(self, language: str) -> Texts:
        """The words of a language, of English if there is no such language."""
        return self._texts.get(language, self._texts[DEFAULT_LANGUAGE])

    def add(self, texts: Texts) -> None:
        """Take one more language, or another version of one, as it is."""
        self._texts[texts.language] = texts

    def _museum_files(self, folder: Path) -> list[Path]:
        try:
            files = sorted(p for p in folder.iterdir() if p.suffix == ".toml")
        except OSError as error:
            self.complaints.append(f"{folder}: {error.strerror}")
            return []
        return files

    def _read(self, path: Path) -> None:
        """Take a museum's file; what is missing or wrong stays as it was."""
        language = path.stem
        try:
            self._check_name(path)
            entries = read_entries(path)
        except ValueError as error:
            self.complaints.append(str(error))
            return
        if not entries:
            self.complaints.append(f"{path}: holds no texts")
            return
        merged, wrong = _merge(self.texts(language), entries)
        if language not in self._texts:
            wrong += _missing(merged, entries)
            merged["language.name"] = entries.get("language.name", language)
            merged["language.short"] = entries.get(
                "language.short", language[:2].upper()
            )
        self._complain(path, wrong)
        self._texts[language] = Texts(language, merged)

    def _complain(self, path: Path, wrong: list[str]) -> None:
        shown = wrong[:MOST_COMPLAINTS]
        if len(wrong) > len(shown):
            shown.append(f"and {len(wrong) - len(shown)} more")
        self.complaints += [f"{path}: {sentence}" for sentence in shown]

    def _check_name(self, path: Path) -> None:
        if not _LANGUAGE_ID.fullmatch(path.stem):
            raise ValueError(f"{path}: not named after a language, as in it.toml")
        if path.stem not in self._texts and len(self._texts) >= MOST_LANGUAGES:
            raise ValueError(f"{path}: more than {MOST_LANGUAGES} languages")


def _merge(base: Texts, entries: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """A language with the usable texts of a file laid over it.

    What cannot be used is taken out of the entries.
    """
    merged = base.entries()
    wrong: list[str] = []
    for key, text in list(entries.items()):
        problem = _problem(key, text)
        if problem:
            wrong.append(problem)
            del entries[key]
        else:
            merged[key] = text
    return merged, wrong


def _problem(key: str, text: str) -> str:
    """Why a museum's text cannot be used; empty if it can."""
    english = shipped_texts(DEFAULT_LANGUAGE)
    base, optional = key, set[str]()
    if plural_base(key) != key and f"{plural_base(key)}.other" in english:
        # "One spike" needs no number.
        base, optional = f"{plural_base(key)}.other", {"count"}
    if base not in english:
        return f"unknown text {key}"
    allowed = _ALLOWED.get(key)
    if allowed and text not in allowed:
        return f"{key} {text[:40]!r} is not allowed; allowed: {', '.join(allowed)}"
    if len(text) > _LONGEST.get(key, len(text)):
        return f"text {key} has more than {_LONGEST[key]} characters"
    problem = fault(text, english.placeholders(base), optional)
    return f"text {key} {problem}" if problem else ""


def _missing(merged: Mapping[str, str], entries: Mapping[str, str]) -> list[str]:
    """What a new language does not say."""
    rule = merged["language.plural_rule"]
    missing = sorted(needed_keys(rule) - set(entries))
    if not missing:
        return []
    return [f"{len(missing)} texts are missing and stay English: {missing[0]}, ..."]


def needed_keys(plural_rule: str) -> set[str]:
    """Every key that a language with a plural rule needs, after English."""
    english = shipped_texts(DEFAULT_LANGUAGE).keys()
    return {
        f"{plural_base(key)}.{form}" if plural_base(key) != key else key
        for key in english
        for form in FORMS[plural_rule]
    }


def plural_base(key: str) -> str:
    """The key without its plural form."""
    base, _, form = key.rpartition(".")
    return base if form in PLURAL_FORMS else key


@cache
def shipped_texts(language: str = DEFAULT_LANGUAGE) -> Texts:
    """The words of a language that is shipped with the program."""
    return Texts(language, read_entries(asset("texts", f"{language}.toml")))
