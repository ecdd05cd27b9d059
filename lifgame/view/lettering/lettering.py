"""Words as pictures: fonts, lines, and how words are broken so that they fit."""

import io
import logging
import re
from functools import cache, lru_cache

import pygame

from lifgame.content.assets import asset
from lifgame.content.palette import Colour

_LOG = logging.getLogger(__name__)
MEDIUM = "Inter-Medium.otf"
SEMIBOLD = "Inter-SemiBold.otf"
BOLD = "Inter-Bold.otf"

SMALLEST_TEXT_PX = 10
SUBSCRIPT_SIZE = 0.72
SUBSCRIPT_DROP = 0.16
LINE_STEP = 1.3  # from line to line, in type sizes
ELLIPSIS = "…"
# "V_th": an underscore lowers the letters and digits that follow it.
_SUBSCRIPT = re.compile(r"_([^\W_]+)")


# A screen shows about two dozen sizes; each font takes a third of a megabyte.
@lru_cache(maxsize=64)
def font(name: str, size_px: int) -> pygame.font.Font:
    """A bundled font at a size in pixels; if it is broken, the library's own."""
    try:
        # Not by its path: every font would keep a file open, and those are few.
        made = pygame.font.Font(io.BytesIO(_font_bytes(name)), size_px)
        # A broken one may load, and fail only when it writes.
        made.render("V", True, "white")
    except (OSError, ValueError, pygame.error) as error:
        if not pygame.font.get_init():
            raise
        _LOG.error("the font %s cannot be used: %s", name, error)
        return pygame.font.Font(None, size_px)
    return made


@cache
def _font_bytes(name: str) -> bytes:
    return asset("fonts", name).read_bytes()


def pieces_of(text: str, size_px: int) -> list[tuple[str, int, bool]]:
    """A text cut at its subscripts: the words, their size, whether they are lowered."""
    small = max(SMALLEST_TEXT_PX - 2, round(size_px * SUBSCRIPT_SIZE))
    return [
        (part, small if index % 2 else size_px, bool(index % 2))
        for index, part in enumerate(_SUBSCRIPT.split(text))
        if part
    ]


@lru_cache(maxsize=8192)
def width_px(text: str, size_px: int, weight: str) -> int:
    """How wide one line of words is; the fonts measure it slowly, so it is kept."""
    pieces = pieces_of(text, size_px)
    return sum(font(weight, size).size(part)[0] for part, size, _ in pieces)


def render(runs: list[tuple[str, Colour]], size_px: int, weight: str) -> pygame.Surface:
    """One line of words in several colours."""
    pieces: list[tuple[pygame.Surface, int]] = []
    drop = round(size_px * SUBSCRIPT_DROP)
    for text, colour in runs:
        for part, size, is_lowered in pieces_of(text, size_px):
            surface = font(weight, size).render(part, True, colour)
            pieces.append((surface, drop if is_lowered else 0))
    return _join(pieces, font(weight, size_px))


def wrap(text: str, width: int, size_px: int, weight: str) -> list[str]:
    """Break a text at its spaces into lines that fit a width, if they can."""
    lines = [""]
    # Only plain spaces: a no-break space, as before a French colon, holds.
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip(" ")
        if width_px(longer, size_px, weight) <= width:
            lines[-1] = longer
        elif lines[-1]:
            lines.append(word)
        else:
            lines[-1] = word
    return lines


def wrap_to_fit(
    paragraphs: list[str], room: tuple[int, int], size_px: int, weight: str
) -> tuple[int, list[list[str]], bool]:
    """The largest size up to ``size_px`` at which paragraphs fit into a room.

    Returns:
        The size, the lines of each paragraph, and whether they fit at all.
    """
    lines, fits = _wrapped(paragraphs, room, size_px, weight)
    if fits:
        return size_px, lines, True
    low, high = SMALLEST_TEXT_PX, max(SMALLEST_TEXT_PX, size_px - 1)
    while low < high:
        middle = (low + high + 1) // 2
        if _wrapped(paragraphs, room, middle, weight)[1]:
            low = middle
        else:
            high = middle - 1
    lines, fits = _wrapped(paragraphs, room, low, weight)
    return low, lines, fits


def _wrapped(
    paragraphs: list[str], room: tuple[int, int], size_px: int, weight: str
) -> tuple[list[list[str]], bool]:
    """The lines of each paragraph at a size, and whether they fit into a room."""
    lines = [wrap(text, room[0], size_px, weight) for text in paragraphs]
    step = round(size_px * LINE_STEP)
    height = sum(map(len, lines)) * step + (len(lines) - 1) * (step // 2)
    if height > room[1]:
        return lines, False
    widths = [width_px(line, size_px, weight) for part in lines for line in part]
    return lines, max(widths) <= room[0]


def shortened(text: str, width: int, size_px: int, weight: str) -> str:
    """As much of a text as fits, with an ellipsis if that is not all of it."""
    if width_px(text, size_px, weight) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        part = text[:middle].rstrip() + ELLIPSIS
        if width_px(part, size_px, weight) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS if low else ""


def _join(
    pieces: list[tuple[pygame.Surface, int]], main: pygame.font.Font
) -> pygame.Surface:
    """Set pieces side by side; lowered ones hang below the others' baseline."""
    if len(pieces) == 1 and pieces[0][1] == 0:
        return pieces[0][0]
    width = max(1, sum(piece.get_width() for piece, _ in pieces))
    line = pygame.Surface((width, main.get_height()), pygame.SRCALPHA)
    x = 0
    for piece, drop in pieces:
        # Baselines: a smaller piece is shorter by the difference of the ascents.
        bottom = main.get_height() if drop else piece.get_height()
        line.blit(piece, (x, min(bottom, main.get_height()) - piece.get_height()))
        x += piece.get_width()
    return line
