"""The scope's words in their own column, where no trace can cross them."""

import math
from dataclasses import dataclass

import pygame

from lifgame.content.parameters import CURRENT, THRESHOLD
from lifgame.view.look import BOLD, MEDIUM, SEMIBOLD, Look
from lifgame.view.scope.axes import (
    LABEL_SIZE,
    VOLTAGE_HIGH_MV,
    VOLTAGE_LOW_MV,
    ScopeLayout,
    line_height,
)

WORD_SIZE = 18.0
# Above this, a decimal of R·I says nothing.
WHOLE_ABOVE_MV = 99.95


@dataclass(frozen=True, slots=True)
class Label:
    """A line's name.

    Attributes:
        role: Its colour.
        words: What it is, above the value; empty in the short form.
        value: Its symbol and value.
        level_mv: Where the line stands, in mV.
    """

    role: str
    words: str
    value: str
    level_mv: float

    @property
    def beyond(self) -> int:
        """1 if the line is above the axis, -1 if below it, else 0."""
        return (self.level_mv > VOLTAGE_HIGH_MV) - (self.level_mv < VOLTAGE_LOW_MV)


def place_pair(
    upper: int, lower: int, height: int, top: int, bottom: int
) -> tuple[int, int]:
    """Middles of two boxes, as near as can be to where they want to be.

    They do not overlap and lie between ``top`` and ``bottom``, if there is room.
    """
    if lower - upper < height:
        upper = (upper + lower - height) // 2
        lower = upper + height
    half = (height + 1) // 2
    upper = max(upper, top + half)
    lower = min(max(lower, upper + height), bottom - half)
    return min(upper, lower - height), lower


class LabelPainter:
    """Names the threshold, the level where V would settle, and the current."""

    def __init__(self, look: Look, layout: ScopeLayout) -> None:
        self._look, self._layout = look, layout
        self._height = line_height(look, LABEL_SIZE)
        if not layout.brief:
            self._height += line_height(look, WORD_SIZE)
        self.rects: tuple[pygame.Rect, ...] = ()

    def paint(
        self,
        target: pygame.Surface,
        threshold_mv: float,
        settle_mv: float,
        current_na: float,
    ) -> None:
        """Paint the three labels with their leaders."""
        threshold = self._label("threshold", threshold_mv)
        settle = self._label("settle", settle_mv)
        upper, lower = threshold, settle
        if settle_mv >= threshold_mv:
            upper, lower = settle, threshold
        strip = self._layout.voltage
        middles = place_pair(
            self._level_y(upper),
            self._level_y(lower),
            self._height + self._look.px(10),
            strip.top,
            strip.bottom,
        )
        placed = {
            label.role: self._paint_label(target, label, middle)
            for label, middle in zip((upper, lower), middles, strict=True)
        }
        current = self._paint_current(target, current_na)
        self.rects = (placed["threshold"], placed["settle"], current)

    def _label(self, role: str, level_mv: float) -> Label:
        texts = self._look.texts
        decimals = 0 if abs(level_mv) > WHOLE_ABOVE_MV else THRESHOLD.decimals
        number = texts.number(level_mv, decimals)
        if self._layout.brief:
            return Label(
                role, "", texts(f"scope.{role}_short", number=number), level_mv
            )
        value = texts("scope.value_mv", number=number)
        words = texts(f"scope.{role}")
        return Label(role, words, texts(f"scope.{role}_value", value=value), level_mv)

    def _level_y(self, label: Label) -> int:
        strip = self._layout.voltage
        level = min(max(label.level_mv, VOLTAGE_LOW_MV), VOLTAGE_HIGH_MV)
        share = (VOLTAGE_HIGH_MV - level) / (VOLTAGE_HIGH_MV - VOLTAGE_LOW_MV)
        return strip.top + round(share * (strip.height - 1))

    def _paint_label(
        self, target: pygame.Surface, label: Label, middle: int
    ) -> pygame.Rect:
        look, column = self._look, self._layout.column
        box = pygame.Rect(column.left, 0, column.width, self._height)
        box.centery = middle
        y, right = self._level_y(label), self._layout.voltage.right
        colour = look.colour(label.role)
        if label.beyond:
            paint_arrow(target, look, (right + look.px(13), y), label.beyond, colour)
        else:
            bend = (column.left - look.px(5), middle)
            pygame.draw.aaline(target, colour, (right, y), bend, look.px(2))
        # The dotted line's colour is too quiet for words.
        ink = "muted" if label.role == "settle" else label.role
        spots = []
        value_box = box.copy()
        if label.words:
            value_box.height = line_height(look, LABEL_SIZE)
            value_box.bottom = box.bottom
            word_box = pygame.Rect(box.topleft, (box.width, 0))
            word_box.height = value_box.top - box.top
            spots.append(
                look.write(target, label.words, word_box, WORD_SIZE, ink, MEDIUM)
            )
        spots.append(
            look.write(target, label.value, value_box, LABEL_SIZE, ink, SEMIBOLD)
        )
        return spots[0].unionall(spots)

    def _paint_current(self, target: pygame.Surface, current_na: float) -> pygame.Rect:
        look, strip = self._look, self._layout.current
        column = self._layout.column
        half = min(strip.height // 2, line_height(look, LABEL_SIZE))
        name = pygame.Rect(column.left, strip.centery - half, column.width, half)
        value = name.move(0, half)
        text = look.texts.quantity(current_na, CURRENT.decimals, CURRENT.unit)
        spot = look.write(
            target, look.texts("scope.current"), name, LABEL_SIZE, "current", BOLD
        )
        return spot.union(look.write(target, text, value, LABEL_SIZE, "ink", SEMIBOLD))


def paint_arrow(
    target: pygame.Surface,
    look: Look,
    edge: tuple[int, int],
    direction: int,
    colour: tuple[int, int, int],
) -> None:
    """A small arrow whose tip touches an edge: 1 points up, -1 down."""
    x, y = edge
    length, half = look.px(18), max(3, look.px(7))
    head = math.ceil(length * 0.6)
    points = [
        (x, y),
        (x - half, y + direction * head),
        (x + half, y + direction * head),
    ]
    pygame.draw.polygon(target, colour, points)
    pygame.draw.aalines(target, colour, True, points)
    thick = max(2, look.px(3))
    stem = pygame.Rect(x - thick // 2, min(y, y + direction * length), thick, length)
    target.fill(colour, stem)
