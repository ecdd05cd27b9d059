"""Where a sentence is broken into lines: evenly, and where one would pause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from lifgame.content.markup import SOFT_HYPHEN, parse
from lifgame.view.lettering import lettering

# Words of one line, each with its colour role.
Runs = list[tuple[str, str]]

# What a break costs, as if so much of the line's width stayed empty.
HYPHEN_COST = 0.35
LONELY_WORD_COST = 0.6
# A break after a full stop or a comma reads well.
PAUSE_GAIN = 0.12
PAUSES = ".,:;!?…"
# A last line of one word is lonely if it has no more letters than this.
LONELY_LETTERS = 8
NO_WAY = 1_000_000


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


def whole_words(pieces: list[Piece]) -> list[Piece]:
    """The same without the places where a word may break."""
    whole: list[Piece] = []
    for piece in pieces:
        is_rest = bool(whole) and whole[-1].is_broken
        begun = whole.pop().runs if is_rest else ()
        whole.append(Piece((*begun, *piece.runs), piece.is_broken))
    return whole


def runs_of(line: list[Piece]) -> Runs:
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


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide pieces are at a type size, in pixels.

    Attributes:
        pieces: Each of them, as it stands in the middle of a line.
        space: What parts two words.
        hyphen: What stands at the end of a line in the middle of a word.
    """

    pieces: tuple[int, ...]
    space: int
    hyphen: int

    @classmethod
    def of(cls, pieces: list[Piece], size_px: int, weight: str) -> "Widths":
        def width_px(words: str) -> int:
            return lettering.width_px(words, size_px, weight)

        return cls(
            tuple(sum(width_px(words) for words, _ in piece.runs) for piece in pieces),
            width_px(" "),
            width_px("-"),
        )


def best_lines(pieces: list[Piece], width: int, widths: Widths) -> list[Runs] | None:
    """The fewest lines that fit a width, broken where it reads best; None if none do.

    Of all ways to break, the one with the smallest sum of squares of what stays empty
    (Knuth and Plass, Breaking Paragraphs into Lines, 1981), among those with the
    fewest lines.
    """
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(pieces) + 1):
        ways = [
            (best[start][0] + 1, best[start][1] + cost, start)
            for start, cost in _starts(pieces, end, width, widths)
        ]
        best.append(min(ways, default=(NO_WAY, 0.0, 0)))
    if best[-1][0] >= NO_WAY:
        return None
    lines, end = [], len(pieces)
    while end:
        start = best[end][2]
        lines.append(runs_of(pieces[start:end]))
        end = start
    return lines[::-1]


def _starts(
    pieces: list[Piece], end: int, width: int, widths: Widths
) -> Iterator[tuple[int, float]]:
    """Where a line that ends at ``end`` may start, and what it costs."""
    spare = width - (widths.hyphen if pieces[end - 1].is_broken else 0)
    for start in range(end - 1, -1, -1):
        spare -= widths.pieces[start]
        if start < end - 1 and not pieces[start].is_broken:
            spare -= widths.space
        if spare < 0:
            return
        cost = (spare / max(1, width)) ** 2
        yield start, cost + _break_cost(pieces[start:end], pieces, end)


def _break_cost(line: list[Piece], pieces: list[Piece], end: int) -> float:
    """What it costs the reader that a line ends here."""
    letters = line[-1].letters
    if end == len(pieces):
        is_lonely = len(line) == 1 and len(letters) <= LONELY_LETTERS and end > 1
        return LONELY_WORD_COST if is_lonely else 0.0
    if line[-1].is_broken:
        return HYPHEN_COST
    return -PAUSE_GAIN if letters[-1] in PAUSES else 0.0
