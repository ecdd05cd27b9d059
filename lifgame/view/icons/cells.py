"""Icons of the neuron types: each with the one feature that its cell is known for."""

import math

from lifgame.view.geometry import Point
from lifgame.view.icons.strokes import (
    CUT,
    FINE,
    TINT,
    Layer,
    Painter,
    Path,
    arc,
    mirrored,
    polar,
    smooth,
)
from lifgame.view.icons.symbols import BOLT

STEM = 7.0  # a dendrite where it leaves the cell
AXON = 5.0
WATER = 150  # alpha of what fills a cell


def _nucleus(ink: Layer, accent: Layer, centre: Point, radius: float) -> None:
    """A dot in a gap, which can be told from the cell even in the same colour."""
    ink.disc(centre, radius * 1.7, CUT)
    accent.disc(centre, radius)


def _dendrite(ink: Layer, points: Path, width: float = STEM, end: float = FINE) -> None:
    ink.line(smooth(points), width, end)


def _pair(ink: Layer, points: Path, width: float = STEM, end: float = FINE) -> None:
    """A dendrite and its mirror image on the other side of the cell."""
    _dendrite(ink, points, width, end)
    _dendrite(ink, mirrored(points), width, end)


def _fork(ink: Layer, root: Point, angle_deg: float, length: float) -> None:
    """A dendrite that forks once."""
    elbow = polar(root, angle_deg, length)
    ink.line([root, elbow], 7.5, 5.2)
    for turn in (-30, 30):
        ink.line([elbow, polar(elbow, angle_deg + turn, length * 0.72)], 5.2, 3.7)


def _arms(
    ink: Layer, centre: Point, angles: tuple[float, ...], start: float, reach: float
) -> None:
    """Short dendrites that grow out of a round cell with broad roots and fork."""
    for angle in angles:
        elbow = polar(centre, angle, start + (reach - start) * 0.55)
        ink.line([polar(centre, angle, start - 4), elbow], 13, 5)
        for turn in (-32, 32):
            tip = polar(elbow, angle + turn, (reach - start) * 0.45)
            ink.line([elbow, tip], 4.6, FINE)


def _silent(ink: Layer, accent: Layer) -> None:
    """Asleep: closed eyes, and a sleeper's letters."""
    centre = (43.0, 57.0)
    _arms(ink, centre, (95, 140, 185, 230, 275, 320, 5), 24, 35.5)
    ink.disc(centre, 27, CUT)
    ink.outline(arc(centre, 24.5, 0, 360), 6)
    for x in (33, 53):
        ink.line(arc((x, 54), 5.5, 200, 340), 4.5)
    ink.line(arc((43, 65), 4, 200, 340), 4)
    for x, y, size in ((67, 29, 9), (78, 10, 13)):
        corners = [(x, y), (x + size, y), (x, y + size), (x + size, y + size)]
        accent.line(corners, 5)


def _subthreshold(ink: Layer, accent: Layer) -> None:
    """Filled with waves that stay under the dashed line."""
    centre = (50.0, 50.0)
    _arms(ink, centre, (0, 52, 90, 128, 180, 232, 270, 308), 28, 42)
    ink.disc(centre, 31, CUT)
    ink.area(arc(centre, 29, 0, 360), alpha=TINT)
    waves = [
        (22 + 56 * i / 48, 56 - 3.6 * math.sin(4 * math.pi * i / 48)) for i in range(49)
    ]
    ink.area([*waves, *arc(centre, 29, -12, -168)], alpha=WATER)
    ink.line(waves, 5)
    ink.line(arc(centre, 30, 0, 360), 5.5)
    for left in (30, 46, 62):
        accent.line([(left, 40), (left + 8, 40)], 5)


def _pyramidal(ink: Layer, accent: Layer) -> None:
    accent.line([(50, 77), (50, 92)], AXON, 4)
    accent.line(smooth([(50, 80), (56, 84), (61, 90)]), 4, FINE)
    ink.line([(50, 46), (50, 24)], 9, 6)
    _pair(ink, [(50, 26), (44, 18), (38, 9)], 5)
    _pair(ink, [(46, 20), (36, 17), (29, 17)], 4)
    ink.line([(50, 26), (50, 10)], 5, FINE)
    _pair(ink, [(50, 40), (40, 34), (31, 33)], 4.5)
    _pair(ink, [(36, 68), (24, 73), (12, 74)], STEM)
    _pair(ink, [(27, 72), (20, 80), (13, 87)], 5)
    _pair(ink, [(40, 70), (35, 80), (32, 90)], 5.5)
    ink.area([(50, 42), (68, 68), (32, 68)], 5)
    _nucleus(ink, accent, (50, 60), 5)


def _fast_spiking(ink: Layer, accent: Layer) -> None:
    """A basket cell: round, with many short dendrites, and a bolt for its speed."""
    centre = (50.0, 50.0)
    _arms(ink, centre, tuple(18 + 36 * arm for arm in range(10)), 25, 42.5)
    ink.disc(centre, 26)
    bolt = [(50 + (x - 50) * 0.48, 50 + (y - 50) * 0.48) for x, y in BOLT]
    ink.area(bolt, 4.5, CUT)
    accent.area(bolt, 1.6)


def _stellate(ink: Layer, accent: Layer) -> None:
    """A star of five arms that fork."""
    centre = (50.0, 52.5)
    star: list[Point] = []
    for arm in range(5):
        angle = 90 + 72 * arm
        star += [polar(centre, angle, 27), polar(centre, angle + 36, 12.5)]
        elbow = polar(centre, angle, 30)
        ink.line([polar(centre, angle, 18), elbow], 9, 5.5)
        for turn, length in ((-34, 12), (26, 13)):
            bend = polar(elbow, angle + turn, length * 0.5)
            tip = polar(bend, angle + turn * 0.4, length * 0.5)
            _dendrite(ink, [elbow, bend, tip], 5)
    ink.area(star, 2.5)
    _nucleus(ink, accent, centre, 5)


def _purkinje(ink: Layer, accent: Layer) -> None:
    """The flat tree of the cerebellum, on a soma like a flask."""
    accent.line([(50, 84.5), (50, 92)], AXON)
    ink.line([(50, 74), (50, 58)], 9, 7)
    _pair(ink, [(50, 60), (38, 56), (24, 50), (10, 44)], 6.5)
    _pair(ink, [(50, 60), (45, 46), (43, 30), (45, 10)], 6.5)
    _pair(ink, [(38, 56), (33, 42), (31, 28), (32, 15)], 5)
    _pair(ink, [(25, 50), (21, 40), (20, 32), (21, 24)], 4.5)
    for twig in _PURKINJE_TWIGS:
        _pair(ink, twig, FINE, FINE * 0.8)
    ink.area(arc((50, 69), 8, 0, 360, 1.2), 3)
    _nucleus(ink, accent, (50, 69), 4.2)


_PURKINJE_TWIGS: tuple[tuple[Point, ...], ...] = (
    ((15, 46), (13, 40), (12, 34)),
    ((20, 35), (15, 29), (14, 26)),
    ((21, 38), (26, 32), (26, 25)),
    ((32, 35), (26, 27), (25, 18)),
    ((32, 32), (37, 25), (38, 16)),
    ((44, 40), (38, 34), (37, 30)),
    ((44, 36), (49, 28), (49.5, 20)),
    ((43, 22), (39, 15), (38, 11)),
)


def _granule(ink: Layer, accent: Layer) -> None:
    """Tiny, with four claws; its axon rises and splits like a T."""
    centre = (50.0, 50.0)
    accent.line([(50, 36), (50, 13)], AXON)
    accent.line([(12, 13), (88, 13)], AXON)
    claws: tuple[tuple[Path, float], ...] = (
        ([centre, (66, 44), (75, 49)], -40),
        ([centre, (59, 64), (64, 74)], -68),
    )
    for path, aim in claws:
        _pair(ink, path, 6, 4.6)
        palm = polar(path[-1], aim, 9)
        for finger in (
            arc(palm, 9, aim + 180, aim + 70),
            arc(palm, 9, aim + 180, aim + 290),
            [path[-1], polar(palm, aim, 3)],
        ):
            _pair(ink, finger, 4.6, FINE)
    ink.disc(centre, 12)
    _nucleus(ink, accent, centre, 4.2)


def _thalamic(ink: Layer, accent: Layer) -> None:
    """A bushy relay cell: tufts all round, and what comes in goes on."""
    centre = (48.0, 50.0)
    for angle in (42, 90, 138, 222, 270, 318):
        root = polar(centre, angle, 11)
        tuft = polar(centre, angle, 23)
        ink.line([root, tuft], 8, 6)
        for turn in (-36, -12, 12, 36):
            tip = polar(tuft, angle + turn, 17 if abs(turn) < 20 else 15)
            ink.line([tuft, tip], 4, FINE * 0.9)
    accent.line([(9, 50), (26, 50)], 6)
    accent.line([(70, 50), (90, 50)], 6)
    accent.line([(80, 38), (91, 50), (80, 62)], 6)
    ink.disc(centre, 16)
    _nucleus(ink, accent, centre, 5.4)


def _ca1(ink: Layer, accent: Layer) -> None:
    """A pyramidal cell in the curl of the hippocampus, its apical dendrite inside."""
    accent.line(smooth([(10, 66), (13, 50), (23, 37)]), AXON)
    curl = [(66, 29), (81, 40), (88, 58), (82, 77), (64, 89), (43, 87)]
    accent.line(smooth([*curl, (30, 75), (32, 62)]), AXON)
    _dendrite(ink, [(32, 26), (25, 19), (23, 9)], 6)
    _dendrite(ink, [(27, 21), (20, 18), (13, 19)], 4.5)
    _dendrite(ink, [(41, 22), (42, 16), (40, 9)], 6)
    _dendrite(ink, [(52, 24), (60, 18), (62, 9)], 6)
    _dendrite(ink, [(58, 20), (65, 17), (72, 18)], 4.5)
    _dendrite(ink, [(43, 40), (47, 55), (55, 63), (67, 68)], 9, 4)
    _dendrite(ink, [(46, 53), (43, 62), (46, 73)], 4.5)
    _dendrite(ink, [(54, 62), (57, 69), (56, 77)], 4.5)
    _dendrite(ink, [(49, 57), (60, 56), (71, 52)], 4.5)
    ink.area([(30, 27), (55, 25), (44, 46)], 5)
    _nucleus(ink, accent, (42.8, 31), 4.6)


def _motor(ink: Layer, accent: Layer) -> None:
    """A large cell of the spinal cord whose axon ends on a muscle."""
    centre = (37.0, 35.0)
    arms = ((92, 8.0), (142, 10), (188, 9.5), (234, 15), (44, 12), (0, 14))
    for angle, length in arms:
        root = polar(centre, angle, 13)
        ink.line([polar(centre, angle, 8), root], 13, 8)
        _fork(ink, root, angle, length)
    ink.disc(centre, 17)
    _nucleus(ink, accent, centre, 6)
    accent.line(smooth([(50, 49), (58, 55), (63, 64)]), 6)
    for x in (51.0, 63.0, 75.0):
        accent.line(smooth([(63, 62), ((63 + x) / 2, 66), (x, 71)]), 4.5)
    back = smooth([(28, 82), (44, 75), (61, 73.5), (78, 75), (91, 82)])
    belly = [(x, 164 - y) for x, y in reversed(back)]
    accent.area([*back, *belly], 1.5)
    for x in (42.0, 51.5, 61.0, 70.5, 80.0):
        accent.line([(x - 2, 72), (x + 2, 92)], 2.4, alpha=CUT)


def _sensory(ink: Layer, accent: Layer) -> None:
    """A cell on a stalk beside its long fibre, which begins in the skin."""
    ink.line([(34, 70), (80, 70)], 5.5)
    for end in ((90, 61), (90, 79)):
        ink.line([(79, 70), end], 5, 4)
    ink.line(smooth([(59, 42), (59, 56), (53, 70)]), 5.5)
    for y in (53, 70, 87):
        _dendrite(ink, [(40, 70), (32, (70 + y) / 2), (24, y)], 5, 4)
        ink.disc((24, y), 4.6)
    skin = [(11, 42), (13, 53), (9, 62), (13, 70), (9, 78), (13, 87), (11, 91)]
    accent.line(smooth(skin), 6)
    ink.disc((59, 27), 19)
    _nucleus(ink, accent, (59, 27), 6.5)


def _adapting_pyramidal(ink: Layer, accent: Layer) -> None:
    """A pyramidal cell over its spikes, which come further and further apart."""
    _dendrite(ink, [(50, 36), (50, 24), (50, 14)], 8, 4)
    _pair(ink, [(50, 27), (41, 20), (36, 13)], 4.5)
    _pair(ink, [(42, 53), (32, 56), (23, 61)], 6)
    ink.area([(50, 31), (64, 56), (36, 56)], 5)
    _nucleus(ink, accent, (50, 49), 4.6)
    accent.line([(13, 87), (87, 87)], 3.4)
    for x in (15.0, 24.0, 37.0, 54.0, 77.0):
        accent.line([(x, 87), (x, 71)], 5)


def _adapting_ca1(ink: Layer, accent: Layer) -> None:
    """The hippocampal cell, head down, under a line that climbs with each spike."""
    accent.line([(13, 36), (31, 36), (31, 25), (49, 25), (49, 14), (87, 14)], 5)
    _dendrite(ink, [(45, 50), (41, 45), (39, 38)], 5)
    _dendrite(ink, [(63, 50), (67, 39), (75, 31)], 5.5)
    _dendrite(ink, [(54, 46), (57, 38), (58, 31)], 5)
    _dendrite(ink, [(54, 68), (54, 78), (54, 89)], 8, 4)
    _dendrite(ink, [(54, 74), (46, 79), (41, 86)], 4.5)
    _dendrite(ink, [(54, 74), (62, 79), (67, 86)], 4.5)
    ink.area([(41, 49), (67, 49), (54, 73)], 5)
    _nucleus(ink, accent, (54, 56), 4.6)


CELL_ICONS: dict[str, Painter] = {
    "silent": _silent,
    "subthreshold": _subthreshold,
    "pyramidal": _pyramidal,
    "fast_spiking": _fast_spiking,
    "stellate": _stellate,
    "purkinje": _purkinje,
    "granule": _granule,
    "thalamic": _thalamic,
    "ca1": _ca1,
    "motor": _motor,
    "sensory": _sensory,
    "adapting_pyramidal": _adapting_pyramidal,
    "adapting_ca1": _adapting_ca1,
}
