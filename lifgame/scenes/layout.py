"""Pieces of layouts: areas cut into strips and columns, and a slider's parts."""

from dataclasses import dataclass
from itertools import pairwise

import pygame

Rect = pygame.Rect

SMALLEST_TOUCH_PX = 48
SMALLEST_GAP_PX = 8


@dataclass(frozen=True, slots=True)
class SliderPlace:
    """Where one slider's parts stand; no caps where there is no room for them."""

    header: Rect
    minus: Rect
    track: Rect
    plus: Rect
    caps: Rect | None


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
