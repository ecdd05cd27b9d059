"""Letters that the fonts do not have: known, counted and named, never a box."""

import json
from pathlib import Path

import pygame
import pytest
from test_museum_texts import EN, SHIPPED, whole_language, write

from lifgame.content.assets import asset
from lifgame.content.glyphs import FONTS, is_right_to_left, letters, missing_letters
from lifgame.content.texts import Library, shipped_texts

SOME = "aßžŁőȚșĢųΩщґЇ−…≈→₀№ữ中文日本אבעกაहअ한✂☃𝄞"


def in_letters(letters: str) -> str:
    """A whole language in which every word is of certain letters."""
    entries = EN.entries()
    placeholders = {key: sorted(EN.placeholders(key)) for key in entries}
    changed = {
        key: letters + "".join(f" {{{name}}}" for name in placeholders[key])
        for key in entries
        if not key.startswith("language.")
    }
    return "".join(
        f"{key} = {json.dumps(text)}\n" for key, text in (entries | changed).items()
    )


@pytest.mark.parametrize("name", FONTS)
def test_what_is_known_of_the_fonts_is_what_they_draw(name: str) -> None:
    font = pygame.font.Font(asset("fonts", name), 24)

    def drawn(sign: str) -> bytes:
        picture = font.render(sign, True, "white", "black")
        return pygame.image.tobytes(picture, "RGB")

    box = drawn("\U0010fffd")
    for sign in SOME:
        assert (drawn(sign) == box) == (sign not in letters()), sign


def test_every_letter_of_the_shipped_languages_can_be_shown() -> None:
    for language in SHIPPED:
        for key, text in shipped_texts(language).entries().items():
            assert not missing_letters(text), (language, key)


def test_a_chinese_file_is_refused_with_its_letters_counted_and_named(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, "zh.toml", in_letters("漏水的桶"))
    library = Library(tmp_path)
    (complaint,) = library.complaints
    assert complaint.startswith(f"{path}: ")
    assert "4 letters that the fonts have no picture of: " in complaint
    assert "桶 (U+6876)" in complaint
    assert "Latin, Greek and Cyrillic" in complaint
    assert "zh" not in library.languages


@pytest.mark.parametrize("words", ["אבג", "سلام", "ދިވެހި", "ܫܠܡܐ"])
def test_right_to_left_is_refused_with_a_sentence(tmp_path: Path, words: str) -> None:
    path = write(tmp_path, "he.toml", in_letters(words))
    library = Library(tmp_path)
    (complaint,) = library.complaints
    assert complaint.startswith(f"{path}: ")
    assert "right to left, which is not supported" in complaint
    assert "he" not in library.languages


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Reset 重", "1 letter that the fonts have no picture of: 重 (U+91CD)"),
        ("ทำใหม่", "6 letters that the fonts have no picture of: "),
        ("🙂 ok", "🙂 (U+1F642)"),
        ("אפס", "is written from right to left"),
    ],
)
def test_one_such_text_is_named_with_its_line_and_left_out(
    tmp_path: Path, text: str, sentence: str
) -> None:
    words = f'[reset]\ntitle = "{text}"\n[step]\ntitle = "S"\n[help]\ntitle = "H"\n'
    path = write(tmp_path, "de.toml", words)
    library = Library(tmp_path)
    (complaint,) = library.complaints
    assert complaint.startswith(f"{path}:2: text reset.title ")
    assert sentence in complaint
    assert library.texts("de")("reset.title") == shipped_texts("de")("reset.title")
    assert library.texts("de")("step.title") == "S"


@pytest.mark.parametrize("name", ["pl", "vi", "el", "bg", "sr", "tr", "is", "cy", "mt"])
def test_languages_of_europe_and_more_can_be_written(tmp_path: Path, name: str) -> None:
    alphabets = {
        "pl": "ąćęłńóśźż", "vi": "ạặẩễộợửỹđ", "el": "άέήίόύώΐΰς", "bg": "щъьюя",
        "sr": "ђјљњћџ", "tr": "ğışİç", "is": "ðþæö", "cy": "ŵŷ", "mt": "ċġħż",
    }  # fmt: skip
    changes = {"reset__title": alphabets[name]}
    write(tmp_path, f"{name}.toml", whole_language(**changes))
    library = Library(tmp_path)
    assert library.complaints == []
    assert library.texts(name)("reset.title") == alphabets[name]


def test_numbers_are_no_right_to_left() -> None:
    assert not is_right_to_left("V_th = 20 mV, −5 (Ω)")
    assert is_right_to_left("٣")
