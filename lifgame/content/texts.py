"""Every word on the screen, by key, from one TOML file a language.

Keys are ``section.name``; values may hold named placeholders. Where a number decides
the wording, the key has one form for each plural of the language: ``name.one``,
``name.other``, and ``few`` and ``many`` where a language has them. Numbers on the
screen go through ``number``, which uses the language's decimal mark.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from lifgame.content.assets import asset
from lifgame.content.languages import DEFAULT_LANGUAGE
from lifgame.content.plurals import (
    DEFAULT_RULE,
    PLURAL_FORMS,
    PluralRule,
    plural_rule,
    shown,
)
from lifgame.content.small_files import (
    FileError,
    TomlFile,
    read_small,
    read_toml,
    reason,
)
from lifgame.content.text_files import (
    entries_of,
    fault,
    placeholders,
    special_fault,
    unshowable,
)

MINUS = "−"  # U+2212, as wide as the plus; the hyphen is not a minus
# One row of buttons in the settings has room for no more.
MOST_LANGUAGES = 12
# Of one file: nobody reads a thousand.
MOST_COMPLAINTS = 10
# The name of a language file: a language, perhaps with a region, as in pt-br.
_LANGUAGE_ID = re.compile(r"[a-z]{2,8}([-_][A-Za-z0-9]{2,8})?")


class Texts:
    """The words of one language; see ``levels`` for the voltage at rest."""

    def __init__(
        self, language: str, entries: Mapping[str, str], rest_mv: float = 0.0
    ) -> None:
        self.language, self.rest_mv = language, rest_mv
        self._entries = dict(entries)
        self._decimal_mark = self._entries["language.decimal_mark"]
        self.plural_rule = _rule(self._entries["language.plural_rule"])

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
        form = self.plural_rule.form(shown(count, decimals))
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
        # Most visits need one language: the others are read when they are chosen.
        self._names = {path.stem: _shipped_name(path) for path in shipped}
        self._texts: dict[str, Texts] = {}
        self._own: Mapping[str, Mapping[str, str]] = {}
        self._whole: dict[str, Texts] = {}
        for path in self._museum_files(folder) if folder else []:
            self._read(path)

    @property
    def languages(self) -> dict[str, str]:
        """Every language's name in itself, by its id."""
        return dict(self._names)

    def texts(self, language: str) -> Texts:
        """The words of a language, of English if there is no such language."""
        known = language if language in self._names else DEFAULT_LANGUAGE
        plain = self._texts.get(known) or shipped_texts(known)
        if self._own and known not in self._whole:
            own = {**self._own.get(DEFAULT_LANGUAGE, {}), **self._own.get(known, {})}
            self._whole[known] = Texts(known, plain.entries() | own)
        return self._whole.get(known, plain)

    def teach(self, words: Mapping[str, Mapping[str, str]], wrong: list[str]) -> None:
        """Take words that are not the program's, and what is wrong where they stand."""
        self._own, self._whole = words, {}
        self.complaints += wrong

    def add(self, texts: Texts) -> None:
        """Take one more language, or another version of one, as it is."""
        self._texts[texts.language] = texts
        self._names[texts.language] = texts("language.name")
        self._whole.pop(texts.language, None)

    def _museum_files(self, folder: Path) -> list[Path]:
        try:
            files = sorted(p for p in folder.iterdir() if p.suffix == ".toml")
        except OSError as error:
            self.complaints.append(str(FileError(folder, reason(folder, error))))
            return []
        except ValueError:
            what = "a folder's name cannot hold a null byte"
            self.complaints.append(str(FileError(folder, what)))
            return []
        return files

    def _read(self, path: Path) -> None:
        """Take a museum's file; what is missing or wrong stays as it was."""
        language = path.stem
        try:
            self._check_name(path)
            file = read_toml(path)
            entries = entries_of(file)
            problem = unshowable(entries) if entries else "holds no texts"
            if problem:
                raise FileError(path, problem)
        except ValueError as error:
            self.complaints.append(str(error))
            return
        merged, wrong = _merge(file, self.texts(language), entries)
        if language not in self._names:
            named = _named(language)
            merged |= {key: entries.get(key, text) for key, text in named.items()}
            wrong += _missing(file, merged, entries)
        self._complain(path, wrong)
        self.add(Texts(language, merged))

    def _complain(self, path: Path, wrong: list[str]) -> None:
        self.complaints += wrong[:MOST_COMPLAINTS]
        if len(wrong) > MOST_COMPLAINTS:
            more = f"and {len(wrong) - MOST_COMPLAINTS} more"
            self.complaints.append(str(FileError(path, more)))

    def _check_name(self, path: Path) -> None:
        if not _LANGUAGE_ID.fullmatch(path.stem):
            raise FileError(path, "not named after a language, as in it.toml")
        if path.stem not in self._names and len(self._names) >= MOST_LANGUAGES:
            raise FileError(path, f"more than {MOST_LANGUAGES} languages")


def _shipped_name(path: Path) -> str:
    """What a shipped language calls itself: that is in its file's first section."""
    head = read_small(path).partition("\n\n")[0]
    return entries_of(TomlFile(path, head))["language.name"]


def _rule(name: str) -> PluralRule:
    rule = plural_rule(name)
    if rule is None:
        raise ValueError(f"unknown plural rule {name!r}")
    return rule


def _named(language: str) -> dict[str, str]:
    """What a new language is called, and how it counts, if its file does not say so."""
    rule = plural_rule(language)
    return {
        "language.name": language,
        "language.short": language[:2].upper(),
        "language.plural_rule": rule.id if rule else DEFAULT_RULE,
    }


def _merge(
    file: TomlFile, base: Texts, entries: dict[str, str]
) -> tuple[dict[str, str], list[str]]:
    """A language with the usable texts of a file laid over it.

    What cannot be used is taken out of the entries.
    """
    merged = base.entries()
    wrong: list[str] = []
    for key, text in list(entries.items()):
        problem = _problem(key, text)
        if problem:
            if len(wrong) < MOST_COMPLAINTS and problem.startswith("unknown text"):
                problem += _nearest_text(key)
            wrong.append(file.problem(problem, *key.split(".")))
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
        return f"unknown text {key[:80]}"
    problem = special_fault(key, text)
    problem = problem or fault(text, english.placeholders(base), optional)
    return f"text {key} {problem}" if problem else ""


def _nearest_text(key: str) -> str:
    near = get_close_matches(key[:80], shipped_texts().keys(), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _missing(
    file: TomlFile, merged: Mapping[str, str], entries: Mapping[str, str]
) -> list[str]:
    """What a new language does not say."""
    # What a language is called and how it counts can be known without being said.
    missing = needed_keys(merged["language.plural_rule"]) - set(entries)
    if not missing:
        return []
    first = min(missing)
    what = f"{len(missing)} texts are missing and stay English: {first}, ..."
    return [str(FileError(file.path, what))]


def needed_keys(rule: str) -> set[str]:
    """Every key that a language with a plural rule needs, after English."""
    english = shipped_texts(DEFAULT_LANGUAGE).keys()
    return {
        f"{plural_base(key)}.{form}" if plural_base(key) != key else key
        for key in english
        for form in _rule(rule).forms
    }


def plural_base(key: str) -> str:
    """The key without its plural form."""
    base, _, form = key.rpartition(".")
    return base if form in PLURAL_FORMS else key


@cache
def shipped_texts(language: str = DEFAULT_LANGUAGE) -> Texts:
    """The words of a language that is shipped with the program."""
    file = read_toml(asset("texts", f"{language}.toml"))
    return Texts(language, entries_of(file))
