"""Where the scope's parts stand, and its axes: ticks, steps, numbers, units."""

import math
from dataclasses import dataclass

import pygame

from lifgame.view import shapes
from lifgame.view.look import BOLD, MEDIUM, SEMIBOLD, Look

VOLTAGE_LOW_MV = -5.0
VOLTAGE_HIGH_MV = 36.0
VOLTAGE_TICKS_MV = (0.0, 10.0, 20.0, 30.0)

TITLE_SIZE = 24.0
CAPTION_SIZE = 18.0
TICK_SIZE = 18.0
LABEL_SIZE = 20.0

_GRID_STEPS_MS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
MOST_GRID_STEPS = 6
_NICE = (1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0)
# So much of the current axis stays free above the largest current.
HEADROOM = 1.05


def grid_step_ms(window_ms: float) -> int:
    """Time between upright grid lines: a round number, at most six in a window."""
    for step in _GRID_STEPS_MS:
        if window_ms <= step * MOST_GRID_STEPS:
            return step
    return _GRID_STEPS_MS[-1]


def nice_limit(value: float) -> float:
    """The first round number that leaves some room above a current in nA; 0 for 0."""
    need = value * HEADROOM
    if need <= 0.0:
        return 0.0
    decade = 1.0
    while need > decade * _NICE[-1]:
        decade *= 10.0
    return next(step * decade for step in _NICE if need <= step * decade)


def current_scale(lowest_na: float, highest_na: float) -> tuple[float, float]:
    """The bottom and the top of the current axis, in nA; zero is always on it."""
    return -nice_limit(-lowest_na), max(1.0, nice_limit(highest_na))


@dataclass(frozen=True, slots=True)
class ScopeLayout:
    """The places of the scope's parts, in pixels.

    Attributes:
        rect: The whole panel.
        header: Title and caption.
        voltage: The strip of V(t).
        current: The strip of I(t).
        times: The row of time labels.
        column: Labels of the lines, right of the strips.
        brief: Whether the column is narrow: labels in their short form.
        pad: Space to the panel's edge.
    """

    rect: pygame.Rect
    header: pygame.Rect
    voltage: pygame.Rect
    current: pygame.Rect
    times: pygame.Rect
    column: pygame.Rect
    brief: bool
    pad: int

    @property
    def bands(self) -> tuple[pygame.Rect, ...]:
        """The panel without its two strips; the label column is the last."""
        rect, volts, amps = self.rect, self.voltage, self.current
        left = volts.left - rect.left
        width, right = volts.width, rect.right - volts.right
        gap = amps.top - volts.bottom
        high = amps.bottom - volts.top
        return (
            pygame.Rect(rect.left, rect.top, rect.width, volts.top - rect.top),
            pygame.Rect(rect.left, volts.top, left, high),
            pygame.Rect(volts.left, volts.bottom, width, gap),
            pygame.Rect(rect.left, amps.bottom, rect.width, rect.bottom - amps.bottom),
            pygame.Rect(volts.right, volts.top, right, high),
        )


def current_pad_px(look: Look) -> int:
    """Space above and below the current axis inside its strip."""
    return look.px(6)


def line_height(look: Look, size: float) -> int:
    """The height of a line of words of a design size."""
    return round(look.text_px(size) * 1.22)


def _words_width(look: Look, key: str, weight: str = SEMIBOLD) -> int:
    """The width of a label with the longest number that it may show."""
    sample = look.texts("scope.value_mv", number="500.0")
    text = look.texts(key, value=sample, number="500.0")
    return look.text(text, look.text_px(LABEL_SIZE), "ink", weight).get_width()


def _label_column(look: Look, rect: pygame.Rect) -> tuple[int, bool]:
    """The width of the label column, and whether only short labels fit."""
    gutter = look.px(26)
    long = max(
        _words_width(look, key)
        for key in ("scope.threshold_value", "scope.settle_value", "scope.settle")
    )
    brief = long + gutter > 0.2 * rect.width or rect.height < 15 * line_height(
        look, LABEL_SIZE
    )
    short = max(
        _words_width(look, key)
        for key in ("scope.threshold_short", "scope.settle_short")
    )
    return gutter + (min(short, round(0.26 * rect.width)) if brief else long), brief


def lay_out(look: Look, rect: pygame.Rect) -> ScopeLayout:
    """Divide a panel; every part is at least as large as its words need."""
    pad = look.px(24) if look.unit >= 0.7 else max(6, look.px(14))
    header = pygame.Rect(rect.left, rect.top, rect.width, max(26, look.px(56)))
    header.inflate_ip(-2 * pad, 0)
    column_width, brief = _label_column(look, rect)
    ticks = look.text("-30", look.text_px(TICK_SIZE), "muted", MEDIUM).get_width()
    left = rect.left + pad + ticks + look.px(10)
    # An odd column: SDL's copy is several times slower between aligned rows.
    left |= 1
    right = rect.right - pad - column_width
    times_height = line_height(look, TICK_SIZE) + look.px(6)
    times_top = rect.bottom - look.px(10) - times_height
    row = line_height(look, TICK_SIZE)
    # I(t) never takes more than a fifth of a small panel from V(t).
    strip = min(max(look.px(76), 2 * row), round(0.2 * rect.height))
    gap = look.px(16)
    current = pygame.Rect(left, times_top - strip, right - left, strip)
    top = header.bottom + look.px(6)
    voltage = pygame.Rect(left, top, right - left, current.top - gap - top)
    column_left = right + look.px(26)
    column = pygame.Rect(column_left, top, rect.right - pad - column_left, 0)
    column.height = current.bottom - top
    times = pygame.Rect(left, times_top, right - left, times_height)
    return ScopeLayout(rect, header, voltage, current, times, column, brief, pad)


class AxesPainter:
    """Everything about the scope that stands still: panel, words, ticks."""

    def __init__(self, look: Look, layout: ScopeLayout) -> None:
        self._look, self._layout = look, layout
        origin = (-layout.rect.left, -layout.rect.top)
        # The picture's own coordinates start at the panel's corner.
        self._header = layout.header.move(origin)
        self._voltage = layout.voltage.move(origin)
        self._current = layout.current.move(origin)
        self._times = layout.times.move(origin)

    def paint(
        self,
        target: pygame.Surface,
        caption: tuple[str, str],
        caption_right: int,
        scale: tuple[float, float],
    ) -> None:
        """Paint the panel.

        Args:
            target: A surface of the panel's size.
            caption: What stands at the right of the header, long and short.
            caption_right: Where it ends, in the picture's pixels.
            scale: Bottom and top of the current axis, in nA.
        """
        look = self._look
        target.fill(look.colour("background"))
        size = target.get_size()
        face = shapes.rounded(
            size, look.px(18), look.colour("panel"), look.colour("line"), look.px(1.5)
        )
        target.blit(face, (0, 0))
        self._paint_header(target, caption, caption_right)
        self._paint_voltage_ticks(target)
        self._paint_current_ticks(target, scale)
        unit = look.texts("scope.unit_s")
        self._left_label(target, unit, self._times, self._times.centery)

    def _paint_header(
        self, target: pygame.Surface, caption: tuple[str, str], right: int
    ) -> None:
        """The longest title and caption that fit beside each other."""
        look, box = self._look, self._header
        title_px, caption_px = look.text_px(TITLE_SIZE), look.text_px(CAPTION_SIZE)
        titles = (look.texts("scope.title"), look.texts("scope.title_short"))
        width = right - box.left
        pairs = [(title, words) for title in titles for words in caption]
        for title, words in pairs:
            taken = look.text(title, title_px, "voltage", BOLD).get_width()
            taken += look.text(words, caption_px, "muted", MEDIUM).get_width()
            if taken + look.px(24) <= width:
                break
        title_box = box.copy()
        title_box.width = width
        spot = look.write(target, title, title_box, TITLE_SIZE, "voltage", BOLD)
        rest = pygame.Rect(spot.right + look.px(12), box.top, 0, box.height)
        rest.width = max(0, right - rest.left)
        if rest.width > 2 * caption_px:
            look.write(target, words, rest, CAPTION_SIZE, "muted", MEDIUM, "right")

    def _left_label(
        self, target: pygame.Surface, words: str, strip: pygame.Rect, y: int
    ) -> None:
        """Words left of a strip, at the height y."""
        look = self._look
        height = line_height(look, TICK_SIZE)
        right = strip.left - look.px(10)
        box = pygame.Rect(0, y - height // 2, right, height)
        look.write(target, words, box, TICK_SIZE, "muted", MEDIUM, "right")

    def _paint_voltage_ticks(self, target: pygame.Surface) -> None:
        look, strip = self._look, self._voltage
        span = VOLTAGE_HIGH_MV - VOLTAGE_LOW_MV
        for value in VOLTAGE_TICKS_MV:
            share = (VOLTAGE_HIGH_MV - value) / span
            y = strip.top + round(share * (strip.height - 1))
            self._left_label(target, look.texts.number(value, 0), strip, y)
        highest = strip.top + round(
            (VOLTAGE_HIGH_MV - VOLTAGE_TICKS_MV[-1]) / span * (strip.height - 1)
        )
        if highest - strip.top >= line_height(look, TICK_SIZE):
            self._left_label(target, look.texts("scope.unit_mv"), strip, strip.top)

    def _paint_current_ticks(
        self, target: pygame.Surface, scale: tuple[float, float]
    ) -> None:
        look, strip = self._look, self._current
        pad = current_pad_px(look)
        low, high = scale
        top, bottom = strip.top + pad, strip.bottom - 1 - pad
        self._left_label(target, look.texts.number(high, 0), strip, top)
        self._left_label(target, look.texts.number(low, 0), strip, bottom)
        if bottom - top > 2 * line_height(look, TICK_SIZE):
            middle = (top + bottom) // 2
            self._left_label(target, look.texts("scope.unit_na"), strip, middle)

    def paint_times(
        self, target: pygame.Surface, window_ms: float, edge: int, px_per_ms: float
    ) -> None:
        """Simulated time under the upright grid lines, with which it moves.

        Args:
            target: The screen.
            window_ms: Simulated time across the strips, in ms.
            edge: World column at the right edge of the strips.
            px_per_ms: Columns of one ms.
        """
        look, row = self._look, self._layout.times
        step = grid_step_ms(window_ms)
        notch = look.px(5)
        # Before zero there was nothing, so there is no number for it either.
        number = max(0, math.ceil((edge - row.width) / (step * px_per_ms)))
        decimals = 2 if step < 100 else 1
        free_from = -1
        while number * step * px_per_ms <= edge:
            x = row.right - edge + round(number * step * px_per_ms)
            target.fill(look.colour("edge"), (x, row.top, look.px(1.5), notch))
            words = look.texts.number(number * step / 1000, decimals)
            size_px = look.text_px(TICK_SIZE)
            picture = look.text(words, size_px, "muted", MEDIUM)
            spot = picture.get_rect(midbottom=(x, row.bottom))
            # Half a number at the edge would be read as another one.
            is_whole = spot.left >= row.left
            is_whole &= spot.right <= row.right + self._layout.pad
            if is_whole and spot.left > free_from:
                target.blit(picture, spot)
                free_from = spot.right + look.px(8)
            number += 1
