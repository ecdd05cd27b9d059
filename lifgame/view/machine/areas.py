"""Areas of the screen that are painted anew: which, and how they are joined."""

from pygame import Rect

# Two dirty areas become one if that adds little.
JOIN = 1.2
# Fewer pixels than these are copied, not spared.
WORTH_A_HOLE = 8000


def both(before: list[Rect], now: list[Rect]) -> list[Rect]:
    """Where something was and where it is, in one wherever it has hardly moved."""
    if len(before) != len(now):
        return before + now
    found = []
    for old, new in zip(before, now, strict=True):
        found += [old.union(new)] if old.colliderect(new) else [old, new]
    return found


def aside(area: Rect) -> Rect:
    """The area, up to three pixels wider, out of line with 16 bytes.

    SDL streams rows that are in line past the cache: for areas as narrow as a stream
    that takes ten times as long as copying them.
    """
    off = (area.left - 1) % 4
    return Rect(area.left - off, area.top, area.width + off, area.height)


def around(area: Rect, covered: Rect) -> list[Rect]:
    """What is left of an area without a part that is painted over anyway."""
    hole = area.clip(covered)
    if hole.width * hole.height < WORTH_A_HOLE:
        return [area]
    parts = [
        Rect(area.left, area.top, area.width, hole.top - area.top),
        Rect(area.left, hole.top, hole.left - area.left, hole.height),
        Rect(hole.right, hole.top, area.right - hole.right, hole.height),
        Rect(area.left, hole.bottom, area.width, area.bottom - hole.bottom),
    ]
    return [aside(part) for part in parts if part.width > 0 and part.height > 0]


def joined(areas: list[Rect], within: Rect) -> list[Rect]:
    """Fewer areas that cover the same, cut to a whole."""
    found: list[Rect] = []
    for area in areas:
        rest = aside(area).clip(within)
        if rest.width <= 0 or rest.height <= 0:
            continue
        at = _worth_joining(rest, found)
        while at is not None:
            rest = rest.union(found.pop(at))
            at = _worth_joining(rest, found)
        found.append(rest)
    return found


def _worth_joining(area: Rect, others: list[Rect]) -> int | None:
    """The first of some areas that may be painted together with another."""
    size = area.width * area.height
    for at in area.collidelistall(others):
        other = others[at]
        both = area.union(other)
        apart = size + other.width * other.height
        if both.width * both.height <= JOIN * apart:
            return at
    return None
