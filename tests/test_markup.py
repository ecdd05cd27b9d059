"""Coloured words: what brackets mean, and that every shipped text has them right."""

from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lifgame.content.markup import SOFT_HYPHEN, parse, plain
from lifgame.content.palette import MEANINGS
from lifgame.content.palettes import PALETTES
from lifgame.content.texts import Library, shipped_texts

SHIPPED = ("en", "de", "es", "fr", "uk")
each_language = pytest.mark.parametrize("language", SHIPPED)


def test_brackets_colour_their_words() -> None:
    text = "More flows [current|in] than [resistance|leaks] out."
    assert parse(text) == [
        ("More flows ", "ink"),
        ("in", "current"),
        (" than ", "ink"),
        ("leaks", "resistance"),
        (" out.", "ink"),
    ]
    assert plain(text) == "More flows in than leaks out."


def test_coloured_words_may_stand_at_the_ends_and_side_by_side() -> None:
    assert parse("[spike|Gulp][voltage|!]") == [("Gulp", "spike"), ("!", "voltage")]
    assert parse("") == []
    assert plain("C·dV/dt = I | V") == "C·dV/dt = I | V"


def test_places_where_a_word_may_break_are_not_spoken() -> None:
    assert plain(f"Nerven{SOFT_HYPHEN}zellen") == "Nervenzellen"
    assert parse(f"[spike|a{SOFT_HYPHEN}b]") == [(f"a{SOFT_HYPHEN}b", "spike")]


@pytest.mark.parametrize(
    "text",
    [
        "[current|in",
        "current|in]",
        "[in]",
        "[]",
        "[colour|in]",
        "[ink|in]",
        "[|in]",
        "[current|]",
        "[current| ]",
        "[current|\u00ad]",
        "[current|a|b]",
        "[current|a [spike|b] c]",
        "[Current|in]",
    ],
)
def test_wrong_brackets_are_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"\["):
        parse(text)


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_characters="[]|"), min_size=1),
            st.sampled_from(["ink", *MEANINGS]),
        )
    )
)
def test_what_is_put_together_comes_apart_again(runs: list[tuple[str, str]]) -> None:
    runs = [(f"x{words}", role) for words, role in runs]
    text = "".join(w if role == "ink" else f"[{role}|{w}]" for w, role in runs)
    words = [w for w, role in parse(text) if role != "ink"]
    assert words == [w for w, role in runs if role != "ink"]
    assert "".join(w for w, _ in parse(text)) == "".join(w for w, _ in runs)


@each_language
def test_every_shipped_text_is_well_formed(language: str) -> None:
    for key, text in shipped_texts(language).entries().items():
        assert plain(text), key
        for _, role in parse(text):
            assert all(palette.colour(role) for palette in PALETTES.values()), key


@each_language
def test_a_sentence_colours_the_same_things_in_every_language(language: str) -> None:
    """Of those that the English colours, none may be lost in translation."""
    english = shipped_texts()
    texts = shipped_texts(language)
    for key in sorted(texts.keys() & english.keys()):
        roles = {role for _, role in parse(texts.entries()[key])} - {"ink"}
        expected = {role for _, role in parse(english.entries()[key])} - {"ink"}
        is_short = key.startswith("short.")
        assert bool(roles) == bool(expected), key
        assert is_short or len(roles ^ expected) <= 1, f"{key}: {roles} {expected}"


def test_a_museum_may_colour_its_words_and_is_told_of_mistakes(tmp_path: Path) -> None:
    lines = [
        'reset.title = "Neu[current|start]"',
        'step.title = "Sch[farbe|ritt]"',
        'help.title = "Hil\\u00ADfe"',
    ]
    (tmp_path / "de.toml").write_text("\n".join(lines), "utf-8")
    library = Library(tmp_path)
    (complaint,) = library.complaints
    assert "step.title has wrong braces or brackets: [farbe|ritt]" in complaint
    assert plain(library.texts("de")("reset.title")) == "Neustart"
    assert plain(library.texts("de")("help.title")) == "Hilfe"
