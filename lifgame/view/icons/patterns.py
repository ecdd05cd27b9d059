"""Icons of the input patterns: their waveforms, and a finger for 'by hand'."""

import math

from lifgame.view.geometry import Point
from lifgame.view.icons.strokes import CUT, STROKE, Layer, Painter, Path, arc, smooth

FLOOR = 76.0  # where the waveforms stand
GROUND_TINT = 48


def _waveform(ink: Layer, path: Path) -> None:
    """A stroke with a soft filling down to the floor, as in the scope's input strip."""
    floor = [(path[-1][0], FLOOR), (path[0][0], FLOOR)]
    ink.area([*path, *floor], alpha=GROUND_TINT)
    ink.line(path)


def _constant(ink: Layer, _accent: Layer) -> None:
    _waveform(ink, [(11, 44), (89, 44)])


def _pulses(ink: Layer, _accent: Layer) -> None:
    low, high = 72.0, 30.0
    path: list[Point] = [(11, low), (23, low)]
    for left, right in ((23.0, 41.0), (59.0, 77.0)):
        path += [(left, low), (left, high), (right, high), (right, low)]
    _waveform(ink, [*path, (89, low)])


def _sine(ink: Layer, _accent: Layer) -> None:
    path = [
        (11 + 78 * i / 48, 50 - 22 * math.sin(2 * math.pi * i / 48)) for i in range(49)
    ]
    _waveform(ink, path)


def _step(ink: Layer, _accent: Layer) -> None:
    _waveform(ink, [(11, 72), (46, 72), (46, 30), (89, 30)])


def _ramp(ink: Layer, _accent: Layer) -> None:
    _waveform(ink, [(11, 72), (89, 28)])


def _noisy(ink: Layer, _accent: Layer) -> None:
    heights = (54, 40, 62, 27, 68, 38, 58, 31, 60, 46)
    path = [(11 + 78 * i / 9, float(y)) for i, y in enumerate(heights)]
    floor = [(89.0, FLOOR), (11.0, FLOOR)]
    ink.area([*path, *floor], alpha=GROUND_TINT)
    ink.line(path, STROKE - 1)


def pointing_hand(ink: Layer, tip: Point) -> None:
    """A hand from below whose index finger ends at ``tip``."""
    x, y = tip
    palm = [(-5, 34), (38, 36), (38, 46), (30, 56), (4, 56), (-12, 40)]
    ink.area([(x + dx, y + dy) for dx, dy in palm], 6)
    ink.line([(x, y), (x, y + 40)], 13)
    for dx, dy in ((12.5, 25), (25, 27), (37, 31)):
        ink.line([(x + dx, y + dy), (x + dx, y + 42)], 12)
    thumb = smooth([(x - 18, y + 33), (x - 12, y + 41), (x - 4, y + 50)])
    ink.line(thumb, 11, 13)
    for dx, top in ((6.5, 24), (19, 27), (31.2, 30)):
        ink.line([(x + dx, y + top), (x + dx, y + 36)], 2.6, alpha=CUT)


def _by_hand(ink: Layer, accent: Layer) -> None:
    tip = (42.0, 30.0)
    pointing_hand(ink, tip)
    accent.line(arc(tip, 19, -28, 208), 6.5)


PATTERN_ICONS: dict[str, Painter] = {
    "constant": _constant,
    "pulses": _pulses,
    "sine": _sine,
    "step": _step,
    "ramp": _ramp,
    "noisy": _noisy,
    "by_hand": _by_hand,
}
