"""Outlines of the neuron types, each in a box of 100 by 100 round its middle.

What a biologist looks for in each: the pyramid's trunk and skirt, the flat fan of the
Purkinje cell, the claws of the granule cell, the sensory neuron's stalk and T.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, radians, sin

from lifgame.view.geometry import Point

# A path as SVG writes it, and its width.
Arm = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """One neuron type's shape.

    Attributes:
        at: Where the bucket stands in the box.
        arms: Dendrites: path and width.
        body: The closed outline of the cell body.
        axon: Only where it carries the likeness; elsewhere the pipe is the axon.
        dots: Rounds (x, y, radius): beads, satellite cells, boutons.
        sleeves: Wrappings on the axon: x, y, width, height, angle in degrees.
        row: Neighbours: x, y, angle in degrees.
        size: Factor on the size that follows from the bucket's width.
        rise: How far ``at`` stands over the floor, in pixels at 17 px a millivolt.
    """

    at: Point
    arms: tuple[Arm, ...]
    body: str
    axon: tuple[Arm, ...] = ()
    dots: tuple[tuple[float, float, float], ...] = ()
    sleeves: tuple[tuple[float, float, float, float, float], ...] = ()
    row: tuple[tuple[float, float, float], ...] = ()
    size: float = 1.0
    rise: float = 250.0


def _at(angle: float, radius: float, x: float = 0.0, y: float = 0.0) -> Point:
    """A point at an angle (degrees, clockwise from the right) and distance."""
    turn = radians(angle)
    return round(x + radius * cos(turn), 1), round(y + radius * sin(turn), 1)


def _path(*points: Point | str) -> str:
    """``M a L b L c``; a word among the points is set as it stands."""
    words = (p if isinstance(p, str) else f"{p[0]:g} {p[1]:g}" for p in points)
    return "M" + " ".join(words)


def _round(radius: float, x: float = 0.0, y: float = 0.0) -> str:
    points = [_at(angle, radius, x, y) for angle in range(0, 360, 10)]
    return _path(*points, "Z")


def _plain() -> Cell:
    """A round body with even dendrites: the silent and the subthreshold cell."""
    arms = []
    for angle, length in ((-150, 40), (-112, 44), (-68, 44), (-30, 40)):
        fork = _at(angle, length * 0.7)
        tips = (_at(angle + 16, length + 4), _at(angle - 16, length + 4))
        arms.append((_path(_at(angle, 14), fork, tips[0], "M", fork, tips[1]), 4.0))
    return Cell((0, 2), tuple(arms), _round(17))


def _fast_spiking() -> Cell:
    arms, dots = [], []
    for angle, length, beads in (
        (-166, 46, (20, 31, 42)), (-122, 46, (20, 32, 43)), (-90, 44, (19, 31, 42)),
        (-48, 46, (20, 32, 43)), (172, 38, (19, 31)), (116, 40, (20, 33)),
    ):  # fmt: skip
        bend, tip = _at(angle + 5, length * 0.55, -6, -2), _at(angle, length, -6, -2)
        arms.append((_path(_at(angle, 9, -6, -2), "Q", bend, tip), 2.6))
        dots += [(*_at(angle + 3.4 * (1 - b / 46), b, -6, -2), 2.5) for b in beads]
    boutons = (
        (15, 24), (16, 33), (21, 40), (29, 43), (37, 40), (42, 33), (42, 24), (36, 18),
        (28, 16), (34, -3), (35, -10), (42, -13), (48, -7), (45, 0), (39, 2),
    )  # fmt: skip
    axon = (
        "M3 5C12 10 14 16 15 22M15 22C13 32 18 43 29 43 40 43 45 34 43 25 41 17 32 14 "
        "25 17 20 19 16 20 15 22M9 9C20 6 28 2 34-2M34-2C33-10 38-15 43-13 48-11 49-4 "
        "45 0 41 3 35 2 34-2"
    )
    return Cell(
        (-6, -2),
        tuple(arms),
        "M-18-2C-18-10-13-14-6-14S6-10 6-2 1 11-6 11-18 6-18-2Z",
        axon=((axon, 2.0),),
        dots=(*dots, *((x, y, 2.1) for x, y in boutons)),
        size=1.15,
    )


def _stellate() -> Cell:
    arms: list[Arm] = []
    for index in range(8):
        angle, length = 45 * index + 12, 31 if index % 2 else 36
        fork = _at(angle, length * 0.62)
        tips = (_at(angle + 13, length + 7), _at(angle - 13, length + 7))
        arms.append((_path(_at(angle, 6), fork, tips[0], "M", fork, tips[1]), 3.4))
        for place, side in ((0.42, -1), (0.56, 1), (0.8, -1), (0.98, 1)):
            lean = side * 22 * (place - 0.5) if place > 0.62 else 0.0
            root = _at(angle + lean, length * place + 3)
            arms.append((_path(root, _at(angle + side * 90, 4.2, *root)), 2.0))
    return Cell((0, 0), tuple(arms), _round(10.5), size=1.15)


def _lehmer(seed: int) -> Callable[[], float]:
    """Park and Miller's generator: the same tree for ever."""
    state = seed

    def draw() -> float:
        nonlocal state
        state = state * 16807 % 2147483647
        return state / 2147483647

    return draw


def _grow(
    arms: list[Arm], root: Point, aim: tuple[float, float, float, float],
    depth: int, draw: Callable[[], float],
) -> None:  # fmt: skip
    """A branch that forks ``depth`` times; ``aim``: angle, length, width, spread."""
    angle, length, width, spread = aim
    tip = root[0] + length * cos(angle), root[1] + length * sin(angle)
    bow = (draw() - 0.5) * 0.28
    bend = (
        (root[0] + tip[0]) / 2 - length * bow * sin(angle),
        (root[1] + tip[1]) / 2 + length * bow * cos(angle),
    )
    arms.append((_path(root, "Q", bend, tip), width))
    if depth == 0:
        return
    for side in (-1, 1):
        turned = angle + side * spread * (0.75 + draw() * 0.5)
        longer = length * 0.84 * (0.85 + draw() * 0.3)
        _grow(arms, tip, (turned, longer, width * 0.74, spread * 0.9), depth - 1, draw)


def _purkinje() -> Cell:
    arms: list[Arm] = [("M0 27V18", 8.0)]
    draw = _lehmer(37)
    for side in (-1, 1):
        stem = radians(-90 + side * 26)
        _grow(arms, (side * 2, 20), (stem, 13, 6, 0), 0, draw)
        root = side * 2 + 13 * cos(stem), 20 + 13 * sin(stem)
        for turn, length in ((-24, 12), (34, 13)):
            aim = radians(-90 + side * (14 + turn))
            _grow(arms, root, (aim, length, 4.2, 0.40), 3, draw)
    body = "M0 17C5 17 6 22 9 26 12 31 10 39 0 39S-12 31-9 26C-6 22-5 17 0 17Z"
    return Cell((0, 29), tuple(arms), body, rise=70)


def _granule() -> Cell:
    arms = []
    for angle, length in ((28, 34), (66, 32), (116, 32), (154, 34)):
        palm = _at(angle, length * 0.62, 0, 14)
        claws = [_path(_at(angle, 5, 0, 14), palm)]
        for turn in (-46, -14, 18, 48):
            bend, tip = (
                _at(angle + turn, 9, *palm),
                _at(angle + turn * 0.35, 12.5, *palm),
            )
            claws.append(_path(palm, "Q", bend, tip))
        arms.append((" ".join(claws), 2.6))
    buds = tuple((x, -40.0, 2.3) for x in (-40, -28, -14, 13, 27, 40))
    axon = (("M0 6V-40M-49-40H49", 2.6),)
    body = _round(8.5, 0, 14)
    return Cell((0, 16), tuple(arms), body, axon=axon, dots=buds, size=1.25, rise=150)


def _thalamic() -> Cell:
    arms: list[Arm] = []
    for index in range(9):
        angle = -90 + 40 * index
        knot = _at(angle, 18)
        arms.append((_path(_at(angle, 8), knot), 4.0))
        for place, turn in enumerate((-30, -15, 0, 15, 30)):
            tip = _at(angle + turn * 0.62, 40 if place % 2 else 46)
            arms.append((_path(knot, tip), 1.7))
    return Cell((0, 0), tuple(arms), _round(11.5), size=1.1)


def _ca1() -> Cell:
    twigs = ""
    for index, y in enumerate((-26, -20, -14, -8, -2)):
        reach = 13 + index % 2 * 5
        twigs += f"M0 {y}L{-reach} {y - 5}M0 {y - 3}L{reach} {y - 8}"
    roots = ""
    for angle in (-34, -20, -7, 7, 20, 34):
        knot = _at(90 - angle, 24, 0, 14)
        tips = _at(90 - angle * 1.25, 34, 0, 14), _at(90 - angle * 0.9, 34, 0, 14)
        roots += _path((0, 14), knot, tips[0], "M", knot, tips[1])
    tuft = (
        "M0-31L-9-39-18-48M0-31L9-39 18-48M-9-39L-5-49M9-39L5-49M-9-39L-23-41"
        "M9-39L23-41"
    )
    return Cell(
        (0, 10),
        (("M0 4V-32", 5.0), (tuft, 2.4), (twigs, 2.0), (roots, 2.0)),
        "M0-9C3-4 9 6 9 12 9 17 5 19 0 19S-9 17-9 12C-9 6-3-4 0-9Z",
        row=(
            (-45, 4, -14), (-32, 8, -9), (-19.5, 10.5, -4),
            (19.5, 10.5, 4), (32, 8, 9), (45, 4, 14),
        ),
        size=1.05,
        rise=190,
    )  # fmt: skip


_PYRAMIDAL = Cell(
    (0, 6),
    (
        ("M0-4V-28", 7.0),
        ("M0-27L-7-35-12-48M0-27L7-35 12-48M-7-35L-19-43M7-35L19-43M0-27V-46", 3.4),
        ("M0-14L-11-20-22-21M0-18L11-24 22-25M0-22L-9-28-17-31", 3.0),
        ("M-11 15L-26 20-44 18M-26 20L-38 30M11 15L26 20 44 18M26 20L38 30", 3.8),
        ("M-8 17L-15 30-25 42M-15 30L-10 43M8 17L15 30 25 42M15 30L12 43", 3.4),
    ),
    "M0-14C3-8 13 8 16 15Q17 19 12 19L-12 19Q-17 19-16 15C-13 8-3-8 0-14Z",
    rise=185,
)
_MOTOR = Cell(
    (-4, -6),
    (
        (
            "M-16-14L-32-26-46-28M-32-26L-38-42M-6-18L-8-34-18-48M-8-34L2-48M10-16"
            "L20-32 16-48M20-32L34-42M18-4L34-12 48-10M34-12L46-24M-20-2L-36 4-48 2"
            "M-36 4L-44 16M-14 10L-24 24-36 34M-24 24L-20 40",
            4.0,
        ),
    ),
    "M-22-20C-14-15-10-17-7-28-3-17 4-15 16-25 12-12 16-9 28-9 16-3 15 2 20 16 8 10-2 "
    "10-18 20-12 6-16 2-29-1-17-6-16-9-22-20Z",
    size=0.72,
)
_SENSORY = Cell(
    (0, -16),
    (),
    _round(17, 0, -18),
    axon=(
        ("M0-3C0 4-9 3-7 10-5 16 7 11 5 18 4 22 0 22 0 30M-34 30H40", 3.4),
        ("M-34 30L-46 20M-34 30L-49 27M-34 30L-49 35M-34 30L-45 42", 2.4),
        ("M40 30L48 24M40 30L48 36", 2.4),
    ),
    dots=tuple(
        (*spot, 2.0)
        for spot in (_at(i * 25.7 + 12, 20.5, 0, -18) for i in range(14))
        if not (abs(spot[0]) < 6 and spot[1] > 0)
    ),
    sleeves=tuple((x, 30.0, 11.0, 7.5, 0.0) for x in (-25, -12, 12, 25)),
    size=1.05,
    rise=412,
)

NEIGHBOUR = "M0-6C2-3 5 2 5 5 5 8 3 9 0 9S-5 8-5 5C-5 2-2-3 0-6Z"

CELLS = {
    "silent": _plain(),
    "subthreshold": _plain(),
    "pyramidal": _PYRAMIDAL,
    "fast_spiking": _fast_spiking(),
    "stellate": _stellate(),
    "purkinje": _purkinje(),
    "granule": _granule(),
    "thalamic": _thalamic(),
    "ca1": _ca1(),
    "motor": _MOTOR,
    "sensory": _SENSORY,
}
# Neuron types without a silhouette of their own, as the two that adapt.
STAND_INS = {"adapting_pyramidal": "pyramidal", "adapting_ca1": "ca1"}


def cell_named(id: str) -> Cell:
    """The shape of a neuron type; one that nobody has drawn yet is a plain cell."""
    return CELLS.get(STAND_INS.get(id, id), CELLS["silent"])
