"""One sentence in large letters: lines of like length, words in their colours.

Words are never cut. The sentence is as large as its room allows, up to the size that
is wanted; a long word breaks at a soft hyphen only where that lets all grow.
"""

from functools import lru_cache

import pygame

from lifgame.content.markup import plain
from lifgame.content.palette import Palette
from lifgame.view.kept import kept
from lifgame.view.lettering import lettering
from lifgame.view.lettering.breaking import (
    Piece,
    Runs,
    Widths,
    best_lines,
    pieces_of,
    runs_of,
    whole_words,
)
from lifgame.view.look import BOLD, SMALLEST_TEXT_PX, Look

LINE_STEP = 1.18  # from line to line, in type sizes
# Under this share of the size that is wanted at normal text, it cannot be read from
# where people stand.
LEAST_SHARE = 0.5
# Words are broken only where all become larger by this much.
WORTH_A_HYPHEN = 1.15
# So small it is no longer writing, but it does not stand outside its room.
SMALLEST_PX = 4
CACHED = 64


def sentence_picture(
    look: Look,
    text: str,
    room: tuple[int, int],
    size: float,
    weight: str = BOLD,
    align: str = "left",
) -> pygame.Surface:
    """A sentence as a picture that is no larger than its room.

    A sentence that is readable at no size that fits is noted in ``look.overflows``,
    and set smaller all the same.

    Args:
        look: Colours, and how large words are.
        text: The sentence, with coloured words as in ``[current|in]``.
        room: The width and height that it may take, in pixels.
        size: The type size that is wanted, in design units.
        weight: File name of the font.
        align: ``left``, ``center`` or ``right``.

    Raises:
        ValueError: If the text is not well-formed.
    """
    wanted_px = look.text_px(size)
    size_px, _ = set_in_lines(text, room, wanted_px, weight)
    picture = _picture(text, room, wanted_px, weight, align, look.palette)
    least_px = max(SMALLEST_TEXT_PX, round(size * look.unit * LEAST_SHARE))
    if size_px < least_px and (words := plain(text)) not in look.overflows:
        look.overflows.append(words)
    return picture


@kept
def _picture(
    text: str,
    room: tuple[int, int],
    wanted_px: int,
    weight: str,
    align: str,
    palette: Palette,
) -> pygame.Surface:
    """The picture of a sentence."""
    size_px, lines = set_in_lines(text, room, wanted_px, weight)
    rows = [
        lettering.render(
            [(words, palette.colour(role)) for words, role in line], size_px, weight
        )
        for line in lines
    ]
    step = round(size_px * LINE_STEP)
    width = min(room[0], max((row.get_width() for row in rows), default=1))
    height = min(room[1], height_px(len(rows), size_px, weight))
    picture = pygame.Surface((width, height), pygame.SRCALPHA)
    for index, row in enumerate(rows):
        spare = width - row.get_width()
        x = {"left": 0, "center": spare // 2, "right": spare}[align]
        picture.blit(row, (x, index * step))
    return picture


@lru_cache(maxsize=CACHED)
def set_in_lines(
    text: str, room: tuple[int, int], wanted_px: int, weight: str
) -> tuple[int, list[Runs]]:
    """The largest type size at which a sentence fits, and its lines at that size.

    Returns:
        The size in pixels, and each line as runs of words and colour roles. If even
        ``SMALLEST_PX`` does not fit, one line of that size.
    """
    pieces = pieces_of(text)
    whole = whole_words(pieces)
    size_px, lines = _largest(whole, room, wanted_px, weight)
    if len(pieces) > len(whole):
        broken_px, broken = _largest(pieces, room, wanted_px, weight)
        if broken_px >= size_px * WORTH_A_HYPHEN:
            return broken_px, broken
    return size_px, lines


def _largest(
    pieces: list[Piece], room: tuple[int, int], wanted_px: int, weight: str
) -> tuple[int, list[Runs]]:
    """The largest size at which all lines fit into a room, and these lines."""
    found_px, found = SMALLEST_PX, [runs_of(pieces)]
    low, high = SMALLEST_PX, max(SMALLEST_PX, wanted_px)
    # The wanted size first: at a normal text size it is the answer.
    middle = high
    while low <= high:
        lines = _at_size(pieces, room, middle, weight)
        if lines is not None:
            found_px, found, low = middle, lines, middle + 1
        else:
            high = middle - 1
        middle = (low + high + 1) // 2
    return found_px, found


def _at_size(
    pieces: list[Piece], room: tuple[int, int], size_px: int, weight: str
) -> list[Runs] | None:
    """The lines at a type size; None if they do not fit."""
    widths = Widths.of(pieces, size_px, weight)
    lines = best_lines(pieces, room[0], widths)
    if lines is None or height_px(len(lines), size_px, weight) > room[1]:
        return None
    # Letters that meet may take a little more than the sum of their pieces.
    excess_px = _widest_px(lines, size_px, weight) - room[0]
    if excess_px > 0:
        lines = best_lines(pieces, room[0] - excess_px, widths)
        if lines is None or _widest_px(lines, size_px, weight) > room[0]:
            return None
    return lines if height_px(len(lines), size_px, weight) <= room[1] else None


def _widest_px(lines: list[Runs], size_px: int, weight: str) -> int:
    return max(
        (
            sum(lettering.width_px(words, size_px, weight) for words, _ in line)
            for line in lines
        ),
        default=0,
    )


def height_px(lines: int, size_px: int, weight: str) -> int:
    """How high so many lines are."""
    last_px = lettering.font(weight, size_px).get_height()
    return max(0, lines - 1) * round(size_px * LINE_STEP) + last_px
