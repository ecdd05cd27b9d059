"""The code as a picture: right squares, dark on light, and sensible without segno."""

import sys

import pygame
import pytest

from lifgame.content.palettes import PALETTES
from lifgame.content.texts import Library
from lifgame.session.codes import encode
from lifgame.session.start import Start
from lifgame.view.look import Look
from lifgame.view.qr import QUIET, contents, draw_code, squares

CODE = encode(Start("purkinje", "sine", values=(("current", 3.0),)))


def drawn(look: Look, size: tuple[int, int]) -> tuple[pygame.Surface, bool]:
    surface = pygame.Surface(size)
    surface.fill(look.colour("background"))
    return surface, draw_code(surface, look, CODE, surface.get_rect())


def grid(surface: pygame.Surface, look: Look, count: int) -> list[list[bool]]:
    """The squares as a camera finds them: dark or light at each one's middle."""
    light = max(look.colour("ink"), look.colour("background"), key=sum)
    mask = pygame.mask.from_threshold(surface, light, (2, 2, 2, 255))
    area = max(mask.get_bounding_rects(), key=lambda r: r.width * r.height)
    across = count + 2 * QUIET
    square = area.width / across
    return [
        [
            sum(
                surface.get_at((int(area.x + x * square), int(area.y + y * square)))[:3]
            )
            < 380
            for x in [QUIET + column + 0.5 for column in range(count)]
        ]
        for y in [QUIET + row + 0.5 for row in range(count)]
    ]


@pytest.mark.parametrize("palette", list(PALETTES))
def test_the_squares_on_the_screen_are_those_of_the_code(palette: str) -> None:
    pytest.importorskip("segno")
    look = Look(palette=PALETTES[palette])
    surface, is_drawn = drawn(look, (600, 700))
    assert is_drawn
    rows = squares(contents(look, CODE))
    assert rows is not None
    # The quiet zone belongs to it on a dark screen; on a light one all is quiet.
    if sum(look.colour("background")) < sum(look.colour("ink")):
        assert grid(surface, look, len(rows)) == rows


def test_it_says_the_code_and_how_to_open_it_and_no_address() -> None:
    library = Library()
    for language in library.languages:
        text = contents(Look(texts=library.texts(language)), CODE)
        assert text.startswith(f"{CODE}\n")
        assert f"lifgame --code {CODE}" in text
        assert "://" not in text
        assert "www." not in text


def test_without_segno_the_code_is_written_large(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    look = Look()
    with_squares, _ = drawn(look, (600, 700))
    monkeypatch.setitem(sys.modules, "segno", None)
    assert squares("words") is None
    surface, is_drawn = drawn(look, (600, 700))
    assert not is_drawn
    assert look.overflows == []
    written = pygame.mask.from_threshold(surface, look.colour("ink"), (60, 60, 60, 255))
    largest = max(rect.height for rect in written.get_bounding_rects())
    assert largest > 40
    assert pygame.image.tobytes(surface, "RGB") != pygame.image.tobytes(
        with_squares, "RGB"
    )


def test_squares_too_small_for_a_camera_are_left_out() -> None:
    _, is_drawn = drawn(Look(unit=0.5), (160, 160))
    assert not is_drawn


def test_words_fit_in_every_language() -> None:
    library = Library()
    for language in library.languages:
        look = Look(texts=library.texts(language))
        drawn(look, (480, 560))
        assert look.overflows == []
