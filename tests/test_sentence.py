"""The one sentence in large letters: coloured, whole, as large as its room allows."""

from itertools import pairwise

import pygame
import pytest
from pseudo import PSEUDO, pseudo_library

from lifgame.content.markup import SOFT_HYPHEN, parse, plain
from lifgame.content.palettes import PALETTES
from lifgame.content.settings import SETTINGS
from lifgame.content.texts import shipped_texts
from lifgame.view.lettering.sentence import (
    LEAST_SHARE,
    sentence_picture,
    set_in_lines,
)
from lifgame.view.look import BOLD, Look

SHIPPED = ("en", "de", "es", "fr", "uk")
SCALES = tuple(int(choice) / 100 for choice in SETTINGS["text_scale"].choices)
# Where the sentence stands: room in pixels, type size in design units, pixels a unit.
PAPER = ((692, 150), 46.0, 1.0)
START = ((660, 400), 80.0, 1.0)
PORTRAIT = ((984, 150), 46.0, 1.0)
LAB = ((800, 76), 30.0, 1.0)
# 800x480: 30 pixels whatever a unit is.
COMPACT = ((330, 62), 30.0 / (480 / 1080), 480 / 1080)
PLACES = {
    "paper": PAPER,
    "start": START,
    "portrait": PORTRAIT,
    "lab": LAB,
    "compact": COMPACT,
}
FULL = "More flows [current|in] than [resistance|leaks] out, so it [spike|gulps]."

each_language = pytest.mark.parametrize("language", SHIPPED)
each_place = pytest.mark.parametrize("place", PLACES)
each_scale = pytest.mark.parametrize("scale", SCALES)


def sentences(language: str) -> dict[str, str]:
    """Every sentence of a language, with the longest numbers that it can have."""
    texts = pseudo_library().texts(language)
    longest = {"level": texts.quantity(88.8, 1, "mV"), "count": "888"}
    said = ("situation.", "unnumbered.", "story.")
    return {
        key: text.format_map(longest)
        for key, text in texts.entries().items()
        if key.startswith(said)
    }


def short_sentences(language: str) -> dict[str, str]:
    entries = shipped_texts(language).entries().items()
    return {key: text for key, text in entries if key.startswith("short.")}


def lines_of(text: str, width: int, size_px: int) -> list[str]:
    """The lines of a sentence in a room of any height."""
    _, lines = set_in_lines(text, (width, 10_000), size_px, BOLD)
    return ["".join(words for words, _ in line) for line in lines]


def width_px(words: str, size_px: int) -> int:
    return Look().text(words, size_px, weight=BOLD).get_width()


# --- what is drawn ------------------------------------------------------------------


@pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
def test_each_word_has_its_colour_where_it_stands(palette: object) -> None:
    look = Look(palette=palette)  # type: ignore[arg-type]
    picture = sentence_picture(look, FULL, (2000, 100), 46.0)
    x = 0
    for words, role in parse(FULL):
        width = look.text(words, 46, weight=BOLD).get_width()
        part = picture.subsurface((x, 0, width, picture.get_height()))
        mask = pygame.mask.from_threshold(part, look.colour(role), (1, 1, 1, 255))
        assert mask.count() > 20, words
        x += width
    assert x == picture.get_width()


def test_what_is_around_the_words_is_left_as_it_is() -> None:
    picture = sentence_picture(Look(), FULL, (300, 400), 46.0)
    assert picture.get_at((0, picture.get_height() - 1)).a == 0
    assert pygame.mask.from_surface(picture).count() < 0.5 * picture.width * (
        picture.height
    )


def test_lines_stand_left_centred_or_right() -> None:
    edges = {}
    for align in ("left", "center", "right"):
        picture = sentence_picture(
            Look(), "Wide line. [spike|No]", (180, 200), 30.0, align=align
        )
        rows = picture.subsurface((0, picture.height // 2, picture.width, 20))
        box = pygame.mask.from_surface(rows).get_bounding_rects()
        edges[align] = min(part.left for part in box), max(part.right for part in box)
    assert edges["left"][0] <= 3
    assert edges["right"][1] >= picture.width - 3
    middle = sum(edges["center"]) / 2
    assert middle == pytest.approx(picture.width / 2, abs=4)


def test_the_same_sentence_is_painted_once() -> None:
    look = Look()
    first = sentence_picture(look, FULL, (500, 200), 46.0)
    assert sentence_picture(look, FULL, (500, 200), 46.0) is first
    contrast = Look(palette=PALETTES["contrast"])
    assert sentence_picture(contrast, FULL, (500, 200), 46.0) is not first


# --- how it is broken -----------------------------------------------------------------


@each_language
def test_words_are_never_cut_or_lost(language: str) -> None:
    for key, text in sentences(language).items():
        for room in ((330, 62), (692, 150), (150, 100)):
            _, lines = set_in_lines(text, room, 46, BOLD)
            shown = "".join(words for line in lines for words, _ in line)
            letters = plain(text).replace(" ", "").replace("-", "")
            assert shown.replace(" ", "").replace("-", "") == letters, key


def test_the_sentence_of_the_start_stands_as_it_was_drawn() -> None:
    lines = lines_of(shipped_texts()("story.hold"), 660, 80)
    assert lines == ["Hold the button.", "Fill the bucket", "up to the line."]


def test_the_sentence_over_the_paper_stands_as_it_was_drawn() -> None:
    lines = lines_of(shipped_texts()("unnumbered.situation.firing"), 692, 45)
    assert lines == [
        "More flows in than leaks out,",
        "so the water climbs to the line.",
    ]


def test_no_short_word_is_left_alone() -> None:
    text = "One two three four five six seven at"
    for width in range(200, 700, 10):
        last = lines_of(text, width, 40)[-1]
        assert last != "at" or len(lines_of(text, width, 40)) > 5


def test_a_long_word_breaks_at_its_soft_hyphen_where_that_makes_it_larger() -> None:
    word = f"Pyramiden{SOFT_HYPHEN}zelle"
    size_px, lines = set_in_lines(word, (330, 120), 54, BOLD)
    assert (size_px, [line[0][0] for line in lines]) == (50, ["Pyramiden-", "zelle"])
    size_px, lines = set_in_lines(word, (450, 120), 54, BOLD)
    assert (size_px, len(lines)) == (54, 1)
    assert lines == [[(word.replace(SOFT_HYPHEN, ""), "ink")]]


def test_a_hyphen_has_the_colour_of_its_word() -> None:
    _, lines = set_in_lines(f"[spike|Nerven{SOFT_HYPHEN}zellen]", (200, 120), 50, BOLD)
    assert lines == [[("Nerven-", "spike")], [("zellen", "spike")]]


def test_french_signs_stay_at_their_words() -> None:
    text = shipped_texts("fr")("story.filling")
    for width in range(150, 700, 25):
        assert all(line[0] not in ":;?!»" for line in lines_of(text, width, 40))


def test_a_sentence_grows_with_its_room_up_to_what_is_wanted() -> None:
    sizes = [set_in_lines(FULL, (w, w // 4), 46, BOLD)[0] for w in range(100, 900, 50)]
    assert all(a <= b for a, b in pairwise(sizes))
    assert sizes[0] < 20
    assert sizes[-1] == 46


# --- what fits where ------------------------------------------------------------------


@each_place
@each_language
def test_every_sentence_fits_its_room(language: str, place: str) -> None:
    check_fits(language, place, (1.0, 2.0))


@pytest.mark.slow
@each_place
@each_language
def test_every_sentence_fits_its_room_at_every_text_size(
    language: str, place: str
) -> None:
    check_fits(language, place, SCALES)


def check_fits(language: str, place: str, scales: tuple[float, ...]) -> None:
    room, size, unit = PLACES[place]
    for scale in scales:
        look = Look(unit=unit, text_scale=scale, texts=shipped_texts(language))
        for key, text in sentences(language).items():
            picture = sentence_picture(look, text, room, size)
            assert picture.width <= room[0], key
            assert picture.height <= room[1], key
            assert look.overflows == [], key


@each_scale
@each_language
def test_short_forms_are_large_on_a_small_screen(language: str, scale: float) -> None:
    """Two lines in a room of 62 pixels: 26 pixels are all there can be."""
    room, size, unit = COMPACT
    look = Look(unit=unit, text_scale=scale)
    for key, text in short_sentences(language).items():
        size_px, _ = set_in_lines(text, room, look.text_px(size), BOLD)
        assert size_px >= 25, f"{key}: {size_px}"


@each_language
def test_at_normal_size_the_play_sentences_are_as_large_as_designed(
    language: str,
) -> None:
    room, size, unit = PAPER
    look = Look(unit=unit)
    small = {
        key: set_in_lines(text, room, look.text_px(size), BOLD)[0]
        for key, text in sentences(language).items()
    }
    assert {key: px for key, px in small.items() if px < 40} == {}


def test_what_is_too_long_is_smaller_than_readable_and_noted_once() -> None:
    look = Look()
    text = " ".join(f"[spike|word{index}]" for index in range(200))
    for _ in range(3):
        picture = sentence_picture(look, text, (300, 60), 46.0)
    assert picture.width <= 300
    assert picture.height <= 60
    assert look.overflows == [plain(text)]
    assert 0.0 < LEAST_SHARE < 1.0


def test_twice_as_long_sentences_fit_too() -> None:
    """The pseudo-language: where a real one may lead."""
    room, size, unit = START
    look = Look(unit=unit)
    for text in sentences(PSEUDO).values():
        sentence_picture(look, text, room, size)
    assert look.overflows == []


def test_words_get_a_second_line_before_they_become_small() -> None:
    look, canvas = Look(), pygame.Surface((200, 60))
    spot = look.write(canvas, "Word beside word", pygame.Rect(0, 0, 120, 60), 20)
    assert spot.height > 40
    assert look.overflows == []
    low = look.write(canvas, "Word beside word", pygame.Rect(0, 0, 90, 24), 20)
    assert low.height < 24
