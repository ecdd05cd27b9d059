"""One sentence in large letters: lines of like length, words in their colours.

Words are never cut. The sentence is as large as its room allows, up to the size that
is wanted; a long word breaks at a soft hyphen only where that lets all grow.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import pygame

from lifgame.content.markup import SOFT_HYPHEN, parse, plain
from lifgame.content.palette import Palette
from lifgame.view.lettering import lettering
from lifgame.view.look import BOLD, SMALLEST_TEXT_PX, Look, Runs

LINE_STEP = 1.18  # from line to line, in type sizes
# Under this share of the size that is wanted at normal text, it cannot be read from
# where people stand.
LEAST_SHARE = 0.5
# Words are broken only where all become larger by this much.
WORTH_A_HYPHEN = 1.15
# What a break costs, as if so much of the line's width stayed empty.
HYPHEN_COST = 0.35
LONELY_WORD_COST = 0.6
# A break after a full stop or a comma reads well.
PAUSE_GAIN = 0.12
PAUSES = ".,:;!?…"
# A last line of one word is lonely if it has no more letters than this.
LONELY_LETTERS = 8
# So small it is no longer writing, but it does not stand outside its room.
SMALLEST_PX = 4
NO_WAY = 1_000_000
CACHED = 64


@dataclass(frozen=True, slots=True)
class Piece:
    """What is never broken: a word, or a part of one up to its soft hyphen.

    Attributes:
        runs: Its letters with their colour roles.
        is_broken: Whether the word goes on after it.
    """

    runs: tuple[tuple[str, str], ...]
    is_broken: bool = False

    @property
    def letters(self) -> str:
        return "".join(text for text, _ in self.runs)


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
    picture, size_px = _picture(text, room, wanted_px, weight, align, look.palette)
    least_px = max(SMALLEST_TEXT_PX, round(size * look.unit * LEAST_SHARE))
    if size_px < least_px and (words := plain(text)) not in look.overflows:
        look.overflows.append(words)
    return picture


@lru_cache(maxsize=CACHED)
def _picture(
    text: str,
    room: tuple[int, int],
    wanted_px: int,
    weight: str,
    align: str,
    palette: Palette,
) -> tuple[pygame.Surface, int]:
    """The picture of a sentence, and its type size in pixels."""
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
    return picture, size_px


def set_in_lines(
    text: str, room: tuple[int, int], wanted_px: int, weight: str
) -> tuple[int, list[Runs]]:
    """The largest type size at which a sentence fits, and its lines at that size.

    Returns:
        The size in pixels, and each line as runs of words and colour roles. If even
        ``SMALLEST_PX`` does not fit, one line of that size.
    """
    pieces = pieces_of(text)
    whole = _whole_words(pieces)
    size_px = _largest(whole, room, wanted_px, weight)
    if len(pieces) > len(whole):
        broken_px = _largest(pieces, room, wanted_px, weight)
        if broken_px >= size_px * WORTH_A_HYPHEN:
            size_px, whole = broken_px, pieces
    lines = _lines(whole, room[0], size_px, weight) or [whole]
    return size_px, [_runs(line) for line in lines]


def pieces_of(text: str) -> list[Piece]:
    """A sentence cut wherever a line may end.

    Raises:
        ValueError: If the text is not well-formed.
    """
    pieces: list[Piece] = []
    runs: list[tuple[str, str]] = []
    for words, role in parse(text):
        # Only plain spaces part words: a no-break space, as in French, holds.
        for part in re.split(f"([ {SOFT_HYPHEN}])", words):
            if part in (" ", SOFT_HYPHEN):
                if runs:
                    pieces.append(Piece(tuple(runs), part == SOFT_HYPHEN))
                runs = []
            elif part:
                runs.append((part, role))
    return [*pieces, Piece(tuple(runs))] if runs else pieces


def _whole_words(pieces: list[Piece]) -> list[Piece]:
    whole: list[Piece] = []
    for piece in pieces:
        is_rest = bool(whole) and whole[-1].is_broken
        begun = whole.pop().runs if is_rest else ()
        whole.append(Piece((*begun, *piece.runs), piece.is_broken))
    return whole


def _runs(line: list[Piece]) -> Runs:
    """The words of a line; neighbours of one colour become one run."""
    parts: Runs = []
    for index, piece in enumerate(line):
        parts += piece.runs
        is_last = index == len(line) - 1
        if piece.is_broken and is_last:
            parts.append(("-", piece.runs[-1][1]))
        elif not piece.is_broken and not is_last:
            # A space belongs to what comes before it: it has no colour to be seen.
            parts.append((" ", piece.runs[-1][1]))
    return [
        ("".join(text for text, _ in run), role)
        for role, run in groupby(parts, key=itemgetter(1))
    ]


def _width_px(line: list[Piece], size_px: int, weight: str) -> int:
    return sum(lettering.width_px(text, size_px, weight) for text, _ in _runs(line))


def _largest(
    pieces: list[Piece], room: tuple[int, int], wanted_px: int, weight: str
) -> int:
    """The largest size at which all lines fit into a room."""
    low, high = SMALLEST_PX, max(SMALLEST_PX, wanted_px)
    while low < high:
        middle = (low + high + 1) // 2
        lines = _lines(pieces, room[0], middle, weight)
        if lines is not None and height_px(len(lines), middle, weight) <= room[1]:
            low = middle
        else:
            high = middle - 1
    return low


def height_px(lines: int, size_px: int, weight: str) -> int:
    """How high so many lines are."""
    last_px = lettering.font(weight, size_px).get_height()
    return max(0, lines - 1) * round(size_px * LINE_STEP) + last_px


def _lines(
    pieces: list[Piece], width: int, size_px: int, weight: str
) -> list[list[Piece]] | None:
    """The fewest lines that fit a width, broken where it reads best; None if none do.

    Of all ways to break, the one with the smallest sum of squares of what stays empty
    (Knuth and Plass, Breaking Paragraphs into Lines, 1981), among those with the
    fewest lines.
    """
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(pieces) + 1):
        ways = [
            (best[start][0] + 1, best[start][1] + cost, start)
            for start, cost in _starts(pieces, end, width, size_px, weight)
        ]
        best.append(min(ways, default=(NO_WAY, 0.0, 0)))
    if best[-1][0] >= NO_WAY:
        return None
    lines, end = [], len(pieces)
    while end:
        start = best[end][2]
        lines.append(pieces[start:end])
        end = start
    return lines[::-1]


def _starts(
    pieces: list[Piece], end: int, width: int, size_px: int, weight: str
) -> Iterator[tuple[int, float]]:
    """Where a line that ends at ``end`` may start, and what it costs."""
    for start in range(end - 1, -1, -1):
        line = pieces[start:end]
        spare = width - _width_px(line, size_px, weight)
        if spare < 0:
            return
        yield start, (spare / max(1, width)) ** 2 + _break_cost(line, pieces, end)


def _break_cost(line: list[Piece], pieces: list[Piece], end: int) -> float:
    """What it costs the reader that a line ends here."""
    letters = line[-1].letters
    if end == len(pieces):
        is_lonely = len(line) == 1 and len(letters) <= LONELY_LETTERS and end > 1
        return LONELY_WORD_COST if is_lonely else 0.0
    if line[-1].is_broken:
        return HYPHEN_COST
    return -PAUSE_GAIN if letters[-1] in PAUSES else 0.0
