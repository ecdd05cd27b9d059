"""The words of the guide: few, in every language, and as large as their room."""

import re
from itertools import product

import pytest
from guide_tools import ROWS, SIZES, each_row, states, visitor

from lifgame.content.markup import plain
from lifgame.content.texts import shipped_texts
from lifgame.session import commands as c
from lifgame.session.guide.rows import Choice, Row

SHIPPED = ("en", "de", "es", "fr", "uk")
each_language = pytest.mark.parametrize("language", SHIPPED)
LARGE_OFTEN = ("uk", (1080, 1920), "200")
OFTEN = (("en", (1280, 720)), ("de", (1280, 720)), ("de", (1080, 1920)))
in_each_look = pytest.mark.parametrize(
    ("language", "size"),
    [
        pytest.param(*look, marks=[] if look in OFTEN else [pytest.mark.slow])
        for look in product(SHIPPED, SIZES)
    ],
)
in_large_looks = pytest.mark.parametrize(
    ("language", "size", "scale"),
    [
        pytest.param(*look, marks=[] if look == LARGE_OFTEN else [pytest.mark.slow])
        for look in product(("de", "uk"), SIZES[::2], ("150", "200"))
    ],
)
MOST_WORDS, MOST_IN_A_SENTENCE = 50, 20


def words_in(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def row_texts(language: str) -> dict[str, str]:
    entries = shipped_texts(language).entries().items()
    rows = tuple(f"guide.{row.id}." for row in ROWS)
    return {key: plain(text) for key, text in entries if key.startswith(rows)}


@each_language
def test_a_step_has_few_words_and_a_sentence_fewer(language: str) -> None:
    for key, text in row_texts(language).items():
        assert words_in(text) <= MOST_WORDS, key
        for sentence in re.split(r"(?<=[.!?])\s", text):
            assert words_in(sentence) <= MOST_IN_A_SENTENCE, f"{key}: {sentence}"


@each_language
def test_titles_and_last_words_are_questions(language: str) -> None:
    for key, text in row_texts(language).items():
        if key.endswith((".question", ".what_if")):
            assert text.endswith("?"), key


@each_language
def test_nobody_is_praised_or_told_that_he_is_wrong(language: str) -> None:
    said = " ".join(row_texts(language).values()).casefold()
    for word in ("well done", "wrong", "falsch", "super gemacht", "bravo", "faux",
                 "incorrecto", "muy bien", "неправильно", "молодець"):  # fmt: skip
        assert word not in said


@each_row
def test_every_text_is_asked_for_and_every_row_has_its_own(row: Row) -> None:
    needed = {"question", "try", "hint", "compare", "why", "what_if", "third"}
    needed |= {f"goal_{n}" for n in range(1, len(row.goals) + 1)}
    if row.guess is not None:
        needed |= {"guess"}
    if isinstance(row.guess, Choice):
        needed |= {"choice_1", "choice_2", "choice_3"}
    prefix = f"guide.{row.id}."
    keys = {key for key in shipped_texts("en").entries() if key.startswith(prefix)}
    assert {key.removeprefix(prefix) for key in keys} == needed


@in_each_look
def test_every_text_fits(size: tuple[int, int], language: str) -> None:
    pilot = visitor(size, language=language)
    pilot.game.obey([c.ShowScreen("board")])
    pilot.frame()
    overflows = list(pilot.game.scene.look.overflows)
    for row in ROWS:
        for state in states(pilot, row):
            overflows += [
                f"{row.id} {state}: {text}" for text in pilot.game.scene.look.overflows
            ]
    assert overflows == []
    assert pilot.game.containment.faults == {}


@in_large_looks
def test_large_text_fits(size: tuple[int, int], scale: str, language: str) -> None:
    pilot = visitor(size, language=language, text_scale=scale)
    overflows = []
    for row in ROWS[:2] + ROWS[-2:]:
        for state in states(pilot, row):
            overflows += [
                f"{row.id} {state}: {text}" for text in pilot.game.scene.look.overflows
            ]
    assert overflows == []
    assert pilot.game.containment.faults == {}
