"""How things look at one window size: the scale, the fonts, the colours, the words.

Everything is rendered at the size at which it is shown. A text that does not fit its
box is set smaller, never cut; if even the smallest size does not fit, that is noted
in ``overflows``, where the layout tests find it.
"""

import re
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import lru_cache

import pygame

from lifgame.content.actions import DEFAULT_KEYS, KeyMap
from lifgame.content.assets import asset
from lifgame.content.palette import NIGHT, Palette
from lifgame.content.texts import Texts, shipped_texts

MEDIUM = "Inter-Medium.otf"
SEMIBOLD = "Inter-SemiBold.otf"
BOLD = "Inter-Bold.otf"

SMALLEST_TEXT_PX = 10
SUBSCRIPT_SIZE = 0.72
SUBSCRIPT_DROP = 0.16
CACHED_TEXTS = 600
LINE_STEP = 1.3  # from line to line, in type sizes
# "V_th": an underscore lowers the letters and digits that follow it.
_SUBSCRIPT = re.compile(r"_([^\W_]+)")

# Words with their colour role, as in [("I", "current"), (" − ", "ink")].
Runs = list[tuple[str, str]]


@lru_cache(maxsize=128)
def font(name: str, size_px: int) -> pygame.font.Font:
    """A bundled font at a size in pixels."""
    return pygame.font.Font(asset("fonts", name), size_px)


@dataclass
class Look:
    """What painters need besides the numbers that they show.

    Attributes:
        unit: Screen pixels per unit of the 1080-line design.
        palette: Colours by role.
        texts: Words by key.
        text_scale: Extra size of all words, 1.0 to 2.0.
        keys: Which key does what, for the key caps.
        still: Whether motion that tells nothing is left out.
        overflows: Texts that did not fit their box, for the layout tests.
    """

    unit: float = 1.0
    palette: Palette = NIGHT
    texts: Texts = field(default_factory=shipped_texts)
    text_scale: float = 1.0
    still: bool = False
    keys: KeyMap = DEFAULT_KEYS
    overflows: list[str] = field(default_factory=list)
    _cache: OrderedDict[tuple[object, ...], pygame.Surface] = field(
        default_factory=OrderedDict
    )

    def px(self, design: float) -> int:
        """A length of the design in whole screen pixels, at least one."""
        return max(1, round(design * self.unit))

    def text_px(self, design: float) -> int:
        """A type size of the design in screen pixels."""
        return max(SMALLEST_TEXT_PX, round(design * self.unit * self.text_scale))

    def colour(self, role: str) -> tuple[int, int, int]:
        return self.palette.colour(role)

    def runs(self, runs: Runs, size_px: int, weight: str = SEMIBOLD) -> pygame.Surface:
        """One line of words in several colours, with ``_`` for subscripts."""
        key = (tuple(runs), size_px, weight, self.palette.id)
        surface = self._cache.get(key)
        if surface is None:
            surface = self._render(runs, size_px, weight)
            self._cache[key] = surface
            if len(self._cache) > CACHED_TEXTS:
                self._cache.popitem(last=False)
        else:
            self._cache.move_to_end(key)
        return surface

    def text(
        self, text: str, size_px: int, role: str = "ink", weight: str = SEMIBOLD
    ) -> pygame.Surface:
        """One line of words in one colour."""
        return self.runs([(text, role)], size_px, weight)

    def write(
        self,
        target: pygame.Surface,
        words: str | Runs,
        box: pygame.Rect,
        size: float,
        role: str = "ink",
        weight: str = SEMIBOLD,
        align: str = "left",
    ) -> pygame.Rect:
        """Write one line into a box, smaller if need be; middle of its height.

        Args:
            target: Where to paint.
            words: A text, or runs of texts with their colour roles.
            box: The space that it may take, in pixels.
            size: Type size in design units.
            role: Colour role, if ``words`` is a text.
            weight: File name of the font.
            align: ``left``, ``center`` or ``right``.

        Returns:
            The rectangle that the words cover.
        """
        runs = [(words, role)] if isinstance(words, str) else words
        surface = self.fitted(runs, box.width, self.text_px(size), weight, box.height)
        spot = surface.get_rect(centery=box.centery)
        if align == "left":
            spot.left = box.left
        elif align == "right":
            spot.right = box.right
        else:
            spot.centerx = box.centerx
        target.blit(surface, spot)
        return spot

    def fitted(
        self,
        runs: Runs,
        width: int,
        size_px: int,
        weight: str = SEMIBOLD,
        height: int | None = None,
    ) -> pygame.Surface:
        """The largest rendering up to ``size_px`` that fits; else note an overflow."""
        if height is not None:
            size_px = max(SMALLEST_TEXT_PX, min(size_px, round(height * 0.92)))
        surface = self.runs(runs, size_px, weight)
        while surface.get_width() > width and size_px > SMALLEST_TEXT_PX:
            shrunk = int(size_px * max(width, 1) / surface.get_width())
            size_px = max(SMALLEST_TEXT_PX, min(size_px - 1, shrunk))
            surface = self.runs(runs, size_px, weight)
        if surface.get_width() > width:
            self.overflows.append("".join(text for text, _ in runs))
        return surface

    def wrap(
        self, text: str, width: int, size_px: int, weight: str = SEMIBOLD
    ) -> list[str]:
        """Break a text at its spaces into lines that fit a width, if they can."""
        lines = [""]
        # Only plain spaces: a no-break space, as before a French colon, holds.
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if self.text(longer, size_px, weight=weight).get_width() <= width:
                lines[-1] = longer
            elif lines[-1]:
                lines.append(word)
            else:
                lines[-1] = word
        return lines

    def write_wrapped(
        self,
        target: pygame.Surface,
        paragraphs: list[str],
        box: pygame.Rect,
        size: float,
        role: str = "ink",
        weight: str = SEMIBOLD,
    ) -> None:
        """Write paragraphs into a box from its top, smaller if need be."""
        size_px, lines = self._fit_lines(paragraphs, box, size, weight)
        step = round(size_px * LINE_STEP)
        y = box.top
        for part in lines:
            for line in part:
                target.blit(self.text(line, size_px, role, weight), (box.left, y))
                y += step
            y += step // 2

    def write_block(
        self,
        target: pygame.Surface,
        text: str,
        box: pygame.Rect,
        size: float,
        role: str = "ink",
        weight: str = SEMIBOLD,
    ) -> None:
        """Write one paragraph into the middle of a box's height."""
        size_px, (lines,) = self._fit_lines([text], box, size, weight)
        step = round(size_px * LINE_STEP)
        y = box.centery - len(lines) * step // 2
        for line in lines:
            target.blit(self.text(line, size_px, role, weight), (box.left, y))
            y += step

    def _fit_lines(
        self, paragraphs: list[str], box: pygame.Rect, size: float, weight: str
    ) -> tuple[int, list[list[str]]]:
        """The largest type size at which paragraphs fit, and their lines."""
        size_px = self.text_px(size)
        while True:
            lines = [self.wrap(text, box.width, size_px, weight) for text in paragraphs]
            step = round(size_px * LINE_STEP)
            height = sum(map(len, lines)) * step + (len(lines) - 1) * (step // 2)
            longest = max(
                self.text(line, size_px, weight=weight).get_width()
                for part in lines
                for line in part
            )
            fits = height <= box.height and longest <= box.width
            if fits or size_px <= SMALLEST_TEXT_PX:
                break
            size_px -= 1
        if not fits:
            self.overflows.append(" ".join(paragraphs))
        return size_px, lines

    def _render(self, runs: Runs, size_px: int, weight: str) -> pygame.Surface:
        pieces: list[tuple[pygame.Surface, int]] = []
        drop = round(size_px * SUBSCRIPT_DROP)
        small = max(SMALLEST_TEXT_PX - 2, round(size_px * SUBSCRIPT_SIZE))
        for text, role in runs:
            # Odd pieces of the split are the subscripts.
            for index, part in enumerate(_SUBSCRIPT.split(text)):
                if part:
                    size = small if index % 2 else size_px
                    surface = font(weight, size).render(part, True, self.colour(role))
                    pieces.append((surface, drop if index % 2 else 0))
        return _join(pieces, font(weight, size_px))


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
