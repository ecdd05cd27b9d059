"""Which form goes with a number: as in Unicode's tables, for every rule."""

from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from test_museum_texts import whole_language, write

from lifgame.content.plurals import PLURAL_RULES, PluralRule, plural_rule, shown
from lifgame.content.texts import Library, needed_keys

LANGUAGES = [
    (rule, language) for rule in PLURAL_RULES.values() for language in rule.languages
]
NAMES = [language for _, language in LANGUAGES]
WANTED = {"pl", "cs", "sk", "sl", "hr", "sr", "bs", "ro", "lt", "lv", "ja", "zh", "ko"}
LARGEST = 200


@pytest.mark.parametrize(("rule", "language"), LANGUAGES, ids=NAMES)
@pytest.mark.parametrize("decimals", [0, 1, 2])
def test_every_rule_is_unicodes(rule: PluralRule, language: str, decimals: int) -> None:
    unicodes = Locale.parse(language).plural_form
    for digits in range(LARGEST * 10**decimals + 1):
        number = Decimal(digits).scaleb(-decimals)
        form = rule.form(shown(float(number), decimals))
        assert form == unicodes(number), f"{language} {number}"
        assert form in rule.forms


@pytest.mark.parametrize("rule", PLURAL_RULES.values(), ids=list(PLURAL_RULES))
def test_every_form_of_a_rule_is_asked_for(rule: PluralRule) -> None:
    asked = {
        rule.form(shown(digits / 10**decimals, decimals))
        for decimals in (0, 1)
        for digits in range(LARGEST + 1)
    }
    assert asked == set(rule.forms)


def test_the_languages_that_museums_asked_for_are_there() -> None:
    assert set(NAMES) >= WANTED
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize(
    ("language", "count", "form"),
    [("pl", 21, "many"), ("pl", 22, "few"), ("uk", 21, "one"), ("sl", 102, "two"),
     ("lv", 11, "zero"), ("ro", 120, "other"), ("cs", 5, "other"), ("ja", 1, "other")],
)  # fmt: skip
def test_some_numbers_by_hand(language: str, count: int, form: str) -> None:
    rule = plural_rule(language)
    assert rule is not None
    assert rule.form(shown(count, 0)) == form


def forms_of(tmp_path: Path, name: str, **changes: str) -> list[str]:
    """What a museum's language says for 1, 2, 5, 21 and 22."""
    words = {f"situation__firing__{form}": f"{form} {{count}}" for form in
             ("zero", "one", "two", "few", "many", "other")}  # fmt: skip
    text = whole_language(**words, **changes)
    if "language__plural_rule" not in changes:
        lines = text.splitlines(keepends=True)
        text = "".join(line for line in lines if "plural_rule" not in line)
    write(tmp_path, name, text)
    texts = Library(tmp_path).texts(name.partition(".")[0])
    said = [texts.plural("situation.firing", count) for count in (1, 2, 5, 21, 22)]
    return [sentence.partition(" ")[0] for sentence in said]


def test_a_file_names_its_rule_or_a_language_or_nothing(tmp_path: Path) -> None:
    polish = ["one", "few", "many", "many", "few"]
    for name, changes in {
        "pl.toml": {},
        "pl-pl.toml": {},
        "qa.toml": {"language__plural_rule": "polish"},
        "qb.toml": {"language__plural_rule": "pl"},
    }.items():
        assert forms_of(tmp_path, name, **changes) == polish, name
    assert forms_of(tmp_path, "qc.toml") == ["one", *["other"] * 4]
    assert forms_of(tmp_path, "ms.toml") == ["other"] * 5


def test_what_a_language_needs_are_its_forms() -> None:
    forms = {
        key.rpartition(".")[2]
        for key in needed_keys("none")
        if key.startswith("situation.firing.")
    }
    assert forms == {"other"}
    forms = {
        key.rpartition(".")[2]
        for key in needed_keys("sl")
        if key.startswith("situation.firing.")
    }
    assert forms == {"one", "two", "few", "other"}
