"""Outlines written as SVG writes them, turned into points.

Known letters, all with absolute places: M L H V C S Q Z. Curves are cut into straight
pieces; a path may have several strokes.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lifgame.view.geometry import Point

CURVE_STEPS = 8
_PARTS = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
# How many numbers each letter takes.
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}

Stroke = list[Point]


def strokes(path: str) -> list[Stroke]:
    """The strokes of a path, each a list of points.

    Raises:
        ValueError: If a letter is not known or numbers are missing.
    """
    done: list[Stroke] = []
    handle: Point | None = None  # the second control point of the curve before
    for letter, numbers in _steps(path):
        if letter == "M":
            done.append([(numbers[0], numbers[1])])
        elif letter == "Z":
            done[-1].append(done[-1][0])
        else:
            handle = _draw(done[-1], letter, numbers, handle)
            continue
        handle = None
    return done


def _draw(
    stroke: Stroke, letter: str, numbers: list[float], handle: Point | None
) -> Point | None:
    """Go on with a stroke; gives the control point that a smooth curve mirrors."""
    here = stroke[-1]
    if letter in "LHV":
        x = here[0] if letter == "V" else numbers[0]
        stroke.append((x, here[1] if letter == "H" else numbers[-1]))
        return None
    corners = [(numbers[i], numbers[i + 1]) for i in range(0, len(numbers), 2)]
    if letter == "S":
        first = here
        if handle is not None:
            first = (2 * here[0] - handle[0], 2 * here[1] - handle[1])
        corners.insert(0, first)
    stroke.extend(bezier([here, *corners]))
    return None if letter == "Q" else corners[1]


def bezier(corners: Sequence[Point]) -> Iterator[Point]:
    """Points of a Bézier curve after its start (de Casteljau)."""
    for step in range(1, CURVE_STEPS + 1):
        share = step / CURVE_STEPS
        points = list(corners)
        while len(points) > 1:
            points = [
                (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
                for a, b in pairwise(points)
            ]
        yield points[0]


def _steps(path: str) -> Iterator[tuple[str, list[float]]]:
    """A path's letters with their numbers; a letter holds until the next."""
    parts = _PARTS.findall(path)
    letter, at = "", 0
    while at < len(parts):
        if parts[at].isalpha():
            letter, at = parts[at], at + 1
        count = _NUMBERS.get(letter, -1)
        numbers = parts[at : at + count]
        if count < 0 or len(numbers) < count or any(map(str.isalpha, numbers)):
            raise ValueError(f"cannot read {letter!r} in path {path!r}")
        yield letter, [float(number) for number in numbers]
        at += count
        if letter == "M":
            letter = "L"
