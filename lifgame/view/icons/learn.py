"""Drawings of Learn: its sign, and what each page is about."""

from lifgame.view.geometry import Point
from lifgame.view.icons.strokes import Layer, Painter, box


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


LEARN_ICONS: dict[str, Painter] = {
    "book": _book,
    "leak_fact": _leak_fact,
    "width_fact": _width_fact,
}
