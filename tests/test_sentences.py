"""What the sentences are like in every language: plain, short, and never alone."""

import re
import textwrap

import pytest

from lifgame.content.markup import SOFT_HYPHEN, parse, plain
from lifgame.content.presets import PRESETS
from lifgame.content.texts import plural_base, shipped_texts

SHIPPED = ("en", "de", "es", "fr", "uk")
each_language = pytest.mark.parametrize("language", SHIPPED)
MOST_WORDS = 15
# Most sentences are shorter than the longest may be.
USUAL_WORDS = 12
LINES, LETTERS = 2, 20
# A word longer than this must say where it may break.
LONGEST_WHOLE = 12
NOTE_LETTERS = 22


def said(language: str) -> dict[str, str]:
    """The sentences of a language in full, as they are spoken."""
    entries = shipped_texts(language).entries().items()
    parts = ("situation.", "unnumbered.", "story.")
    return {key: plain(text) for key, text in entries if key.startswith(parts)}


def words_in(sentence: str) -> int:
    sentence = sentence.replace("{level}", "1 mV")
    return sum(any(map(str.isalnum, word)) for word in sentence.split(" "))


@each_language
def test_sentences_are_short(language: str) -> None:
    counts = {key: words_in(text) for key, text in said(language).items()}
    assert {key: n for key, n in counts.items() if n > MOST_WORDS} == {}
    assert sum(n <= USUAL_WORDS for n in counts.values()) > 0.7 * len(counts)


@each_language
def test_every_sentence_has_a_short_form_of_two_short_lines(language: str) -> None:
    texts = shipped_texts(language)
    full = {
        plural_base(key) for key in texts.entries() if "situation" in key.split(".")[0]
    }
    full |= {key for key in texts.entries() if key.startswith("story.")}
    for key in sorted(full):
        assert f"short.{key}" in texts, key
        short = plain(texts(f"short.{key}"))
        lines = textwrap.wrap(short.replace("-", "\u2011"), LETTERS)
        assert len(lines) <= LINES, f"{key}: {lines}"
    shorts = {key for key in texts.entries() if key.startswith("short.")}
    assert shorts == {f"short.{key}" for key in full}


@each_language
def test_whatever_names_a_number_can_be_said_without_one(language: str) -> None:
    texts = shipped_texts(language)
    numbered = {
        plural_base(key)
        for key, text in texts.entries().items()
        if key.startswith("situation.") and "{" in text
    }
    bare = {key for key in texts.entries() if key.startswith("unnumbered.")}
    assert bare == {f"unnumbered.{key}" for key in numbered}
    for key in bare:
        assert not texts.placeholders(key)


@each_language
def test_a_sentence_is_a_sentence(language: str) -> None:
    for key, text in said(language).items():
        assert re.fullmatch(r"[¡¿«„]?[A-ZÀ-ÖА-ЯЄІЇҐ{].*[.!?]", text), key
        assert "hole" not in text.split(), "the water leaks through felt"


@each_language
def test_a_long_word_says_where_it_may_break(language: str) -> None:
    for key, text in shipped_texts(language).entries().items():
        if key.startswith(("situation.", "unnumbered.", "story.")):
            words = "".join(part for part, _ in parse(text)).split()
            for word in words:
                letters = word.strip(".,:;!?»«")
                assert len(letters) <= LONGEST_WHOLE or SOFT_HYPHEN in word, key


@each_language
@pytest.mark.parametrize("preset", PRESETS)
def test_the_note_on_a_neuron_s_card_is_short_and_plain(
    language: str, preset: str
) -> None:
    note = shipped_texts(language)(f"preset_note.{preset}")
    assert len(plain(note)) <= NOTE_LETTERS
    assert not re.search(r"\d|V_th|R·I", note)
