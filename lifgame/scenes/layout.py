"""The pieces that every layout of the Play screen is made of: rows, sliders, places."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

import pygame

from lifgame.content.patterns import PATTERNS
from lifgame.view.widgets.keycaps import CAP_HEIGHT, SMALLEST_CAP_PX

Rect = pygame.Rect

SMALLEST_TOUCH_PX = 48
SMALLEST_GAP_PX = 8
SLIDER_COUNT = 4
PATTERN_BUTTONS = (*(f"pattern:{pattern}" for pattern in PATTERNS), "tune")


def nowhere() -> Rect:
    """A rectangle that is still to be placed."""
    return Rect(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class SliderPlace:
    """Where one slider's parts stand; no caps where there is no room for them."""

    header: Rect
    minus: Rect
    track: Rect
    plus: Rect
    caps: Rect | None


@dataclass(slots=True)
class PlayLayout:
    """All rectangles of the Play screen, in pixels.

    Attributes:
        form: ``landscape``, ``portrait`` or ``compact``.
        unit: Pixels per design unit.
        size: The window's width and height.
        text_scale: How much larger than designed words are.
        buttons: Buttons by widget id.
        sliders: Places for up to four sliders.
        labels: Headings by text key.
        panels: Raised plates behind the controls.
        caps: Where a key cap stands alone, by action.
        speed: Where the chosen speed is written, if it is shown.
        words: Where a sentence tells what is going on, under the bucket.
        title: Where the program's name is written, if it is shown.
    """

    form: str
    unit: float
    size: tuple[int, int]
    text_scale: float = 1.0
    scope: Rect = field(default_factory=nowhere)
    bucket: Rect = field(default_factory=nowhere)
    ribbon: Rect = field(default_factory=nowhere)
    words: Rect = field(default_factory=nowhere)
    inject: Rect = field(default_factory=nowhere)
    title: Rect | None = None
    speed: Rect | None = None
    buttons: dict[str, Rect] = field(default_factory=dict)
    sliders: list[SliderPlace] = field(default_factory=list)
    labels: dict[str, Rect] = field(default_factory=dict)
    panels: list[Rect] = field(default_factory=list)
    caps: dict[str, Rect] = field(default_factory=dict)

    def px(self, design: float) -> int:
        """A design length in whole pixels."""
        return max(1, round(design * self.unit))

    @property
    def touch(self) -> int:
        """Side of a touch target in pixels."""
        return max(SMALLEST_TOUCH_PX, self.px(64))

    @property
    def gap(self) -> int:
        """Space between touch targets in pixels."""
        return max(SMALLEST_GAP_PX, self.px(8))

    @property
    def slider_header(self) -> int:
        """Height of a slider's name and value in pixels."""
        return self.type_px(44, 22)

    @property
    def label_height(self) -> int:
        """Height of a heading in pixels."""
        return self.type_px(30, 16)

    def type_px(self, design: float, least: int) -> int:
        """The height of something that holds words, which grows with them."""
        return round(max(least, self.px(design)) * self.text_scale)

    @property
    def caps_height(self) -> int:
        """Height of a row of key caps, 0 where they would be too small to read."""
        cap = self.px(CAP_HEIGHT)
        return cap + self.px(10) if cap >= SMALLEST_CAP_PX else 0

    def place_row(self, ids: Iterable[str], area: Rect) -> None:
        """Buttons of equal width, side by side over an area."""
        names = list(ids)
        for name, rect in zip(names, columns(area, len(names), self.gap), strict=True):
            self.buttons[name] = rect

    def place_presets(self, area: Rect) -> None:
        """Previous, the neuron's card, next."""
        side = self.touch
        self.buttons["preset_previous"] = Rect(area.left, area.top, side, area.height)
        self.buttons["preset_next"] = Rect(
            area.right - side, area.top, side, area.height
        )
        card = area.inflate(-2 * (side + self.gap), 0)
        self.buttons["preset_card"] = card

    def place_speed(self, area: Rect) -> None:
        """Slower, the chosen speed, faster."""
        side = self.touch
        self.buttons["slower"] = Rect(area.left, area.top, side, area.height)
        self.buttons["faster"] = Rect(area.right - side, area.top, side, area.height)
        self.speed = area.inflate(-2 * (side + self.gap), 0)
        if self.form == "landscape" and self.caps_height:
            for name in ("slower", "faster"):
                button = self.buttons[name]
                below = Rect(button.left, button.bottom + self.px(6), side, 0)
                below.height = self.caps_height - self.px(6)
                self.caps[name] = below

    def place_slider(self, area: Rect) -> None:
        """Name and value above; minus, track, plus; key caps underneath."""
        side, between = self.touch, self.gap + self.px(4)
        if area.width < 2 * side + 2 * between + SMALLEST_TOUCH_PX:
            between = max(4, (area.width - 2 * side - SMALLEST_TOUCH_PX) // 2)
        head = Rect(area.left, area.top, area.width, self.slider_header - self.px(4))
        top = area.top + self.slider_header
        minus = Rect(area.left, top, side, side)
        plus = Rect(area.right - side, top, side, side)
        track = Rect(minus.right + between, top, 0, side)
        track.width = plus.left - between - track.left
        caps = None
        if self.caps_height:
            below = minus.bottom + self.px(6)
            caps = Rect(area.left, below, area.width, self.caps_height - self.px(6))
        self.sliders.append(SliderPlace(head, minus, track, plus, caps))


def columns(area: Rect, count: int, gap: int) -> list[Rect]:
    """An area cut into columns whose widths differ by a pixel at most."""
    span = area.width + gap
    edges = [area.left + span * index // count for index in range(count + 1)]
    return [
        Rect(left, area.top, right - gap - left, area.height)
        for left, right in pairwise(edges)
    ]


def cut_top(area: Rect, height: int, gap: int = 0) -> Rect:
    """Take a strip off the top of an area, which shrinks by it and a gap."""
    strip = Rect(area.left, area.top, area.width, height)
    area.top, area.height = area.top + height + gap, area.height - height - gap
    return strip


def cut_bottom(area: Rect, height: int, gap: int = 0) -> Rect:
    """Take a strip off the bottom of an area, which shrinks by it and a gap."""
    strip = Rect(area.left, area.bottom - height, area.width, height)
    area.height -= height + gap
    return strip


def cut_left(area: Rect, width: int, gap: int = 0) -> Rect:
    """Take a strip off the left of an area, which shrinks by it and a gap."""
    strip = Rect(area.left, area.top, width, area.height)
    area.left, area.width = area.left + width + gap, area.width - width - gap
    return strip


def cut_right(area: Rect, width: int, gap: int = 0) -> Rect:
    """Take a strip off the right of an area, which shrinks by it and a gap."""
    strip = Rect(area.right - width, area.top, width, area.height)
    area.width -= width + gap
    return strip
