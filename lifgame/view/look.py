"""How things look at one window size: the scale, the fonts, the colours, the words.

Everything is rendered at the size at which it is shown. A text that does not fit its
box is set smaller, or in several lines. If even the smallest size does not fit, it
ends with an ellipsis, and that is noted in ``overflows``, where the layout tests
find it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame

from lifgame.content.actions import DEFAULT_KEYS, KeyMap
from lifgame.content.palette import Palette
from lifgame.content.palettes import NIGHT
from lifgame.content.texts import Texts, shipped_texts
from lifgame.view.kept import PICTURES
from lifgame.view.lettering import lettering
from lifgame.view.lettering.lettering import (
    BOLD,
    LINE_STEP,
    MEDIUM,
    SEMIBOLD,
    SMALLEST_TEXT_PX,
    font,
)

__all__ = ["BOLD", "MEDIUM", "SEMIBOLD", "SMALLEST_TEXT_PX", "Look", "Runs", "font"]

# Two lines instead of one small one: where that makes words larger by this much.
WORTH_A_SECOND_LINE = 1.15

# Words with their colour role, as in [("I", "current"), (" − ", "ink")].
Runs = list[tuple[str, str]]


@dataclass
class Look:
    """What painters need besides the numbers that they show.

    Attributes:
        unit: Screen pixels per unit of the 1080-line design.
        palette: Colours by role.
        texts: Words by key.
        text_scale: Extra size of all words, 1.0 to 2.0.
        keys: Which key does what, for the key caps.
        known_keys: The same where no key caps are shown: for the page of all keys.
        still: Whether motion that tells nothing is left out.
        of_language: The words of any other language, for those who read no other.
        overflows: Texts that did not fit their box, for the layout tests.
    """

    unit: float = 1.0
    palette: Palette = NIGHT
    texts: Texts = field(default_factory=shipped_texts)
    text_scale: float = 1.0
    still: bool = False
    keys: KeyMap = DEFAULT_KEYS
    known_keys: KeyMap = DEFAULT_KEYS
    of_language: Callable[[str], Texts] = shipped_texts
    overflows: list[str] = field(default_factory=list)

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
        key = ("text", tuple(runs), size_px, weight, self.palette.id)
        return PICTURES.get(key, lambda: self._rendered(runs, size_px, weight))

    def _rendered(self, runs: Runs, size_px: int, weight: str) -> pygame.Surface:
        coloured = [(text, self.colour(role)) for text, role in runs]
        return lettering.render(coloured, size_px, weight)

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
        """Write into the middle of a box's height, smaller or in lines if need be.

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
        if isinstance(words, str):
            lines = self._lines(words, box, size, weight)
            if lines is not None:
                return self._write_lines(target, *lines, box, role, weight, align)
            words = [(words, role)]
        surface = self.fitted(words, box.width, self.text_px(size), weight, box.height)
        spot = _placed(surface, box, align)
        target.blit(surface, spot)
        return spot

    def fits(self, text: str, width: int, weight: str = SEMIBOLD) -> bool:
        """Whether one line of words can be read in a width at all."""
        return lettering.width_px(text, SMALLEST_TEXT_PX, weight) <= width

    def _lines(
        self, text: str, box: pygame.Rect, size: float, weight: str
    ) -> tuple[int, list[str]] | None:
        """Size and lines of a text that is better set in several; None for one."""
        # A soft hyphen is where a long word may be broken.
        is_one = " " not in text and "\u00ad" not in text
        if is_one or box.height < 2 * round(SMALLEST_TEXT_PX * LINE_STEP):
            return None
        size_px = max(SMALLEST_TEXT_PX, min(self.text_px(size), box.height))
        width = lettering.width_px(text, size_px, weight)
        one_line_px = size_px * box.width / max(1, width)
        is_readable = one_line_px >= SMALLEST_TEXT_PX
        if is_readable and one_line_px * WORTH_A_SECOND_LINE >= size_px:
            return None
        wrapped_px, (lines,), fits = lettering.wrap_to_fit(
            [text], box.size, size_px, weight
        )
        is_worth_it = wrapped_px >= one_line_px * WORTH_A_SECOND_LINE
        return (
            (wrapped_px, lines) if fits and (is_worth_it or not is_readable) else None
        )

    def _write_lines(
        self,
        target: pygame.Surface,
        size_px: int,
        lines: list[str],
        box: pygame.Rect,
        role: str,
        weight: str,
        align: str,
    ) -> pygame.Rect:
        """Write lines into the middle of a box's height."""
        step = round(size_px * LINE_STEP)
        row = pygame.Rect(box.left, 0, box.width, step)
        row.top = box.centery - len(lines) * step // 2
        spots = [pygame.Rect(row.topleft, (0, 0))]
        for line in lines:
            surface = self.text(line, size_px, role, weight)
            spots.append(_placed(surface, row, align))
            target.blit(surface, spots[-1])
            row.top += step
        return spots[-1].unionall(spots[1:])

    def fitted(
        self,
        runs: Runs,
        width: int,
        size_px: int,
        weight: str = SEMIBOLD,
        height: int | None = None,
    ) -> pygame.Surface:
        """The largest rendering up to ``size_px`` that fits; else a part of it."""
        if height is not None:
            size_px = max(SMALLEST_TEXT_PX, min(size_px, round(height * 0.92)))
        surface = self.runs(runs, size_px, weight)
        while surface.get_width() > width and size_px > SMALLEST_TEXT_PX:
            shrunk = int(size_px * max(width, 1) / surface.get_width())
            size_px = max(SMALLEST_TEXT_PX, min(size_px - 1, shrunk))
            surface = self.runs(runs, size_px, weight)
        if surface.get_width() <= width:
            return surface
        self.overflows.append("".join(text for text, _ in runs))
        if len(runs) == 1:
            text, role = runs[0]
            text = lettering.shortened(text, width, size_px, weight)
            return self.text(text, size_px, role, weight)
        return surface.subsurface((0, 0, max(1, width), surface.get_height()))

    def wrap(
        self, text: str, width: int, size_px: int, weight: str = SEMIBOLD
    ) -> list[str]:
        """Break a text at its spaces into lines that fit a width, if they can."""
        return lettering.wrap(text, width, size_px, weight)

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
        self._write_lines(target, size_px, lines, box, role, weight, "left")

    def _fit_lines(
        self, paragraphs: list[str], box: pygame.Rect, size: float, weight: str
    ) -> tuple[int, list[list[str]]]:
        """The largest type size at which paragraphs fit, and their lines."""
        size_px, lines, fits = lettering.wrap_to_fit(
            paragraphs, box.size, self.text_px(size), weight
        )
        if not fits:
            self.overflows.append(" ".join(paragraphs))
            lines = _cut(lines, box, size_px, weight)
        return size_px, lines


def _placed(surface: pygame.Surface, box: pygame.Rect, align: str) -> pygame.Rect:
    """Where a line stands in its box."""
    spot = surface.get_rect(centery=box.centery)
    if align == "left":
        spot.left = box.left
    elif align == "right":
        spot.right = box.right
    else:
        spot.centerx = box.centerx
    return spot


def _cut(
    lines: list[list[str]], box: pygame.Rect, size_px: int, weight: str
) -> list[list[str]]:
    """As many lines as a box has room for, none wider than it."""
    step = round(size_px * LINE_STEP)
    spare = box.height
    kept: list[list[str]] = []
    for part in lines:
        room = max(0 if kept else 1, spare // step)
        shown = part[:room]
        if shown and len(shown) < len(part):
            shown[-1] += lettering.ELLIPSIS
        kept.append(
            [lettering.shortened(line, box.width, size_px, weight) for line in shown]
        )
        spare -= len(shown) * step + step // 2
    return kept
