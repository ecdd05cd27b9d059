"""The languages: complete, well-formed, right in every plural, safe to add to."""

import json
import re
import unicodedata
from pathlib import Path

import hypothesis.strategies as st
import pygame
import pytest
from hypothesis import given
from pseudo import SYMBOLS, pseudo_texts

from lifgame.__main__ import main
from lifgame.content.markup import SOFT_HYPHEN, plain
from lifgame.content.texts import Library, needed_keys, plural_base, shipped_texts
from lifgame.view.lettering import lettering
from lifgame.view.look import BOLD, MEDIUM, SEMIBOLD, font

SHIPPED = ("en", "de", "es", "fr", "uk")
EN = shipped_texts()

# Words that are the same as in English, on purpose.
SAME = {
    "de": {
        "help.keys.presets",
        "help.page.pad",
        "drawer.presets",
        "key.escape",
        "key.return",
        "key.tab",
        "pause.hold",
        "ribbon.rheobase",
        "absolute.ribbon.rheobase",
        "tempo.auto",
        "worksheet.memory.voltage",
        "worksheet.name",
    },
    "es": {"key.escape", "key.tab", "operator.no", "tempo.auto"},
    "fr": {
        "help.page.help",
        "help.part.siphon.cell",
        "help.part.siphon.name",
        "help.part.tap.cell",
        "help.part.width.cell",
        "key_note.pause",
        "group.cortex",
        "key.tab",
        "pattern.constant",
        "pause.hold",
        "setting.volume.title",
        "tempo.auto",
        "worksheet.date",
    },
    "uk": {
        "key.backspace",
        "key.escape",
        "key.page_down",
        "key.page_up",
        "key.return",
        "key.tab",
    },
}

# Signs alone are the same in every language.
for same in SAME.values():
    same |= {"ribbon.tau", "guide.memory.choice_1", "guide.memory.choice_2"}

each_language = pytest.mark.parametrize("language", SHIPPED)
each_other = pytest.mark.parametrize("language", SHIPPED[1:])


def english_of(key: str) -> str:
    """The key in English that a key of another language translates."""
    return key if key in EN else f"{plural_base(key)}.other"


# --- what is shipped ----------------------------------------------------------------


def test_the_shipped_languages_are_known_by_their_own_names() -> None:
    names = {
        "en": "English",
        "de": "Deutsch",
        "es": "Español",
        "fr": "Français",
        "uk": "Українська",
    }
    library = Library()
    assert library.languages == names
    assert next(iter(library.languages)) == "en"
    assert library.complaints == []
    short = [library.texts(language)("language.short") for language in SHIPPED]
    assert short == ["EN", "DE", "ES", "FR", "UK"]
    assert library.texts("tlh").language == "en"


@each_language
def test_a_language_has_exactly_the_keys_that_it_needs(language: str) -> None:
    texts = shipped_texts(language)
    needed = needed_keys(texts("language.plural_rule"))
    assert texts.keys() - needed == set(), "nobody asks for these"
    assert needed - texts.keys() == set(), "these are missing"


@each_language
def test_every_text_has_the_placeholders_of_english(language: str) -> None:
    texts = shipped_texts(language)
    for key in sorted(texts.keys()):
        names = texts.placeholders(key)
        assert names == EN.placeholders(english_of(key)), key
        values = dict.fromkeys(names, "7")
        assert "{" not in texts(key, **values)


@each_other
def test_nothing_was_left_in_english_by_oversight(language: str) -> None:
    texts = shipped_texts(language)
    for key, text in texts.entries().items():
        if not SYMBOLS.fullmatch(key) and key not in SAME[language]:
            assert text != EN.entries().get(key), f"{key} is still {text!r}"


@each_language
def test_spaces_and_line_ends_are_as_they_should_be(language: str) -> None:
    for key, text in shipped_texts(language).entries().items():
        assert "\n" not in text, key
        if not SYMBOLS.fullmatch(key):
            assert text == text.strip(), key
        assert unicodedata.is_normalized("NFC", text), key


def test_french_signs_stand_apart_and_never_alone_on_a_line() -> None:
    for key, text in shipped_texts("fr").entries().items():
        assert not re.search(r"\s[:]", text.replace("\u00a0:", "")), key
        assert not re.search(r"\s[;?!]", re.sub("\u202f[;?!]", "", text)), key
        if key not in ("language.name",):
            assert not re.search(r"\w[:;?!»]", text), f"{key}: a space is missing"
    lines = lettering.wrap("un seau\u00a0: percé", 1, 20, SEMIBOLD)
    assert lines == ["un", "seau\u00a0:", "percé"]


@each_language
def test_every_character_has_a_glyph(language: str) -> None:
    """A missing glyph is drawn as an empty box, which must not reach a visitor."""
    texts = shipped_texts(language)
    characters = set("".join(texts.entries().values()) + texts.number(-1.5, 1))
    for name in (MEDIUM, SEMIBOLD, BOLD):
        assert missing_glyphs(name, characters) == set()


def test_the_pseudo_language_can_be_drawn_and_is_as_long_as_it_should_be() -> None:
    pseudo = pseudo_texts()
    assert pseudo("pattern.constant") == "‹Ćóńśţáńţ Ćóńśţáńţ›"
    assert pseudo("paper.now_ms", number="2.0").count("2.0") == 1
    characters = set("".join(pseudo.entries().values()))
    assert missing_glyphs(BOLD, characters) == set()
    for key in sorted(pseudo.keys()):
        assert pseudo.placeholders(key) == EN.placeholders(key), key


def missing_glyphs(name: str, characters: set[str]) -> set[str]:
    """Those characters that a font has no picture of."""
    tested = font(name, 24)
    box = pygame.image.tobytes(tested.render("\uffff", True, "white"), "RGBA")

    def picture(character: str) -> bytes:
        return pygame.image.tobytes(tested.render(character, True, "white"), "RGBA")

    unseen = {" ", SOFT_HYPHEN}
    return {c for c in characters - unseen if picture(c) == box}


# --- numbers and plurals ------------------------------------------------------------

PLURALS = [
    ("en", 0, 0, "the bucket gulps 0 times a second"),
    ("en", 1, 0, "the bucket gulps 1 time a second"),
    ("en", 2, 0, "2 times"),
    ("en", 5, 0, "5 times"),
    ("en", 11, 0, "11 times"),
    ("en", 21, 0, "21 times"),
    ("en", 22, 0, "22 times"),
    ("en", 1.5, 1, "1.5 times"),
    ("es", 0, 0, "0 veces"),
    ("es", 1, 0, "1 vez por"),
    ("es", 2, 0, "2 veces"),
    ("es", 5, 0, "5 veces"),
    ("es", 11, 0, "11 veces"),
    ("es", 21, 0, "21 veces"),
    ("es", 22, 0, "22 veces"),
    ("es", 1.5, 1, "1,5 veces"),
    ("uk", 0, 0, "0 разів"),
    ("uk", 1, 0, "1 раз за"),
    ("uk", 2, 0, "2 рази"),
    ("uk", 5, 0, "5 разів"),
    ("uk", 11, 0, "11 разів"),
    ("uk", 12, 0, "12 разів"),
    ("uk", 21, 0, "21 раз за"),
    ("uk", 22, 0, "22 рази"),
    ("uk", 25, 0, "25 разів"),
    ("uk", 111, 0, "111 разів"),
    ("uk", 1.5, 1, "1,5 раза"),
]
SLOWER = [
    ("en", 1, "1 time slower"),
    ("en", 50, "50 times slower"),
    ("de", 50, "50-mal langsamer"),
    ("es", 1, "1 vez más"),
    ("es", 100, "100 veces más"),
    ("fr", 20, "20 fois plus lent"),
    ("uk", 4, "у 4 рази повільніше"),
    ("uk", 10, "у 10 разів повільніше"),
    ("uk", 101, "у 101 раз повільніше"),
]


@pytest.mark.parametrize(("language", "count", "decimals", "words"), PLURALS)
def test_the_plural_goes_with_the_number(
    language: str, count: float, decimals: int, words: str
) -> None:
    texts = shipped_texts(language)
    sentence = plain(texts.plural("situation.firing", count, decimals))
    assert words in sentence


@pytest.mark.parametrize(("language", "count", "words"), SLOWER)
def test_so_does_that_of_the_tempo(language: str, count: int, words: str) -> None:
    assert words in shipped_texts(language).plural("tempo.spoken", count)


@each_language
@given(count=st.floats(0, 1e6), decimals=st.integers(0, 2))
def test_every_number_has_a_plural(language: str, count: float, decimals: int) -> None:
    texts = shipped_texts(language)
    shown = texts.plural("situation.firing", count, decimals)
    assert texts.number(count, decimals) in shown


@each_other
def test_the_decimal_mark_is_the_language_s(language: str) -> None:
    texts = shipped_texts(language)
    assert texts.quantity(-2.5, 2, "nA") == "−2,50 nA"
    assert EN.quantity(-2.5, 2, "nA") == "−2.50 nA"
    assert "." not in texts("action.step").replace("ms", "")


def test_files_have_decimal_points_whatever_the_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A visitor's German must not end up in a teacher's spreadsheet."""
    folder = tmp_path / "lifgame"
    folder.mkdir()
    (folder / "settings.json").write_text(json.dumps({"language": "de"}))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    out = tmp_path / "run.csv"
    assert main(["simulate", "--duration-ms", "50", "--out", str(out)]) == 0
    header, *rows = out.read_text("ascii").splitlines()
    assert len(rows) == 100
    for row in rows:
        numbers = [float(field) for field in row.split(",")]
        assert len(numbers) == len(header.split(","))
