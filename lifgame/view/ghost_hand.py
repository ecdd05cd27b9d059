"""The ghost's hand: a white hand that points, drawn once for a size."""

import math

import pygame

from lifgame.content.palette import Colour, Palette
from lifgame.view.colours import mix
from lifgame.view.geometry import Point
from lifgame.view.kept import kept
from lifgame.view.machine.brush import Brush

# Its design: 200 units high; the tip of the finger is the origin.
HIGH = 200.0
TILT_DEG = -24.0
_FINGER = ((0.0, 18.0), (0.0, 118.0))
_KNUCKLES = (((37.0, 96.0), (35.0, 132.0)), ((70.0, 102.0), (66.0, 138.0)),
             ((100.0, 116.0), (94.0, 146.0)))  # fmt: skip
_THUMB = ((-48.0, 128.0), (-14.0, 168.0))
_PALM = ((0.0, 118.0), (38.0, 118.0), (94.0, 132.0), (92.0, 168.0), (66.0, 196.0),
         (24.0, 196.0), (-6.0, 172.0))  # fmt: skip
_GAPS = (((19.0, 104.0), (19.0, 126.0)), ((53.0, 110.0), (52.0, 132.0)),
         ((84.0, 120.0), (81.0, 142.0)))  # fmt: skip
FINGER, THUMB, ROUND = 38.0, 34.0, 36.0
EDGE = 7.0


def hand(
    palette: Palette, high_px: int, *, touches: bool
) -> tuple[pygame.Surface, Point]:
    """The hand, and where in the picture the tip of its finger is.

    Args:
        palette: Its colours.
        high_px: About how high it is, in pixels.
        touches: Whether it presses: then it is a little smaller.
    """
    unit = high_px / HIGH * (0.94 if touches else 1.0)
    half = math.ceil(1.25 * high_px)
    return _painted(unit, half, palette.ink, palette.outline), (half, half)


@kept
def _painted(unit: float, half: int, ink: Colour, outline: Colour) -> pygame.Surface:
    brush = Brush(pygame.Rect(-half, -half, 2 * half, 2 * half))
    face = mix(ink, outline, 0.04)
    for colour, grown in ((outline, 2 * EDGE), (face, 0.0)):
        for line, width in (
            (_FINGER, FINGER), *((k, ROUND) for k in _KNUCKLES), (_THUMB, THUMB),
        ):  # fmt: skip
            brush.line([_spot(p, unit) for p in line], (width + grown) * unit, colour)
        palm = [_spot(p, unit) for p in (*_PALM, _PALM[0])]
        brush.area(palm, colour)
        brush.line(palm, (20.0 + grown) * unit, colour)
    for gap in _GAPS:
        brush.line([_spot(p, unit) for p in gap], 4.5 * unit, mix(ink, outline, 0.4))
    return brush.finished()


def _spot(point: Point, unit: float) -> Point:
    angle = math.radians(TILT_DEG)
    x, y = point
    return (
        (x * math.cos(angle) - y * math.sin(angle)) * unit,
        (x * math.sin(angle) + y * math.cos(angle)) * unit,
    )
