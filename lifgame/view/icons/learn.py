"""Drawings of Learn: its sign, and what each page is about."""

from lifgame.view.geometry import Point
from lifgame.view.icons.strokes import Layer, Painter, arc, box, polar, smooth

_MIDDLE = (50.0, 50.0)


def _book(ink: Layer, _accent: Layer) -> None:
    """Open, from above."""
    for side in (-1, 1):
        page = [(50, 28), (50 + side * 18, 20), (50 + side * 38, 24)]
        page += [(50 + side * 38, 76), (50 + side * 18, 72), (50, 80)]
        ink.line([*page, page[0]], 6)


def _glass(ink: Layer, left: float, right: float, accent: Layer, level: float) -> None:
    accent.area(box(left + 3, level, right - 3, 83), alpha=170)
    ink.line([(left, 18), (left, 84), (right, 84), (right, 18)], 7)


def _leak_fact(ink: Layer, accent: Layer) -> None:
    """What runs out, beside the bucket."""
    _glass(ink, 14, 58, accent, 44)
    drops: list[Point] = [(66, 74), (76, 80), (84, 92)]
    accent.line([(62, 74), *drops], 7)


def _width_fact(ink: Layer, accent: Layer) -> None:
    _glass(ink, 12, 88, accent, 58)
    ink.line([(24, 34), (76, 34)], 6)
    for x, by in ((24, 10), (76, -10)):
        ink.line([(x + by, 26), (x, 34), (x + by, 42)], 6)


def _circuit(ink: Layer, accent: Layer) -> None:
    """A store and a resistor side by side."""
    ink.line([(14, 16), (86, 16)], 6)
    ink.line([(14, 84), (86, 84)], 6)
    ink.line([(30, 16), (30, 42)], 6)
    ink.line([(30, 58), (30, 84)], 6)
    for y in (42, 58):
        accent.line([(14, y), (46, y)], 7)
    ink.line([(72, 16), (72, 30)], 6)
    ink.line([(72, 70), (72, 84)], 6)
    accent.line([*box(62, 30, 82, 70), (62, 30)], 6)


def _terms(ink: Layer, accent: Layer) -> None:
    """In minus out."""
    accent.line([(10, 50), (38, 50)], 8)
    accent.line([(24, 36), (24, 64)], 8)
    ink.line([(62, 50), (90, 50)], 8)
    ink.line([(50, 16), (50, 84)], 5)


def _memory(ink: Layer, accent: Layer) -> None:
    """A wave, and the smaller one that comes of it."""
    wave = [(8.0, 50.0), (22.0, 20.0), (50.0, 80.0), (78.0, 20.0), (92.0, 50.0)]
    small = [(x, 50 + (y - 50) * 0.35) for x, y in wave]
    ink.line(smooth(wave), 6)
    accent.line(smooth(small), 8)


def _units(ink: Layer, accent: Layer) -> None:
    """A ruler."""
    ink.line([*box(10, 34, 90, 68), (10, 34)], 6)
    for n in range(1, 6):
        accent.line([(10 + n * 13.4, 36), (10 + n * 13.4, 54 if n % 2 else 46)], 5)


def _real_spike(ink: Layer, accent: Layer) -> None:
    accent.line([(46, 76), (46, 14)], 6)
    curve = [(8, 74), (34, 70), (44, 62), (52, 16), (62, 84), (76, 78), (92, 76)]
    ink.line(smooth([(float(x), float(y)) for x, y in curve]), 7)


def _additions(ink: Layer, accent: Layer) -> None:
    _glass(ink, 12, 56, accent, 50)
    accent.line([(64, 40), (92, 40)], 9)
    accent.line([(78, 26), (78, 54)], 9)


def _sun(ink: Layer, accent: Layer) -> None:
    """One thing in the middle, many around it."""
    for n in range(6):
        ends = [polar(_MIDDLE, 30 + 60 * n, reach) for reach in (22, 36)]
        ink.line(ends, 5)
        ink.disc(polar(_MIDDLE, 30 + 60 * n, 40), 8)
    accent.line(arc(_MIDDLE, 13, 0, 360), 9)


LEARN_ICONS: dict[str, Painter] = {
    "book": _book,
    "leak_fact": _leak_fact,
    "width_fact": _width_fact,
    "circuit": _circuit,
    "terms": _terms,
    "memory": _memory,
    "units": _units,
    "real_spike": _real_spike,
    "additions": _additions,
    "sun": _sun,
}
