"""Drawings of the guide: its sign, its stars, and a picture of each row's question."""

import math

from lifgame.view.geometry import Point
from lifgame.view.icons.strokes import Layer, Painter, arc, box, polar, smooth

_MIDDLE = (50.0, 50.0)


def _star_path(reach: float, inner: float) -> list[Point]:
    centre = (50.0, 54.0)
    return [
        polar(centre, 90 + 36 * n, reach if n % 2 == 0 else inner) for n in range(10)
    ]


def _star(ink: Layer, _accent: Layer) -> None:
    ink.area(_star_path(40, 18), 4)


def _star_empty(ink: Layer, _accent: Layer) -> None:
    path = _star_path(40, 18)
    ink.line([*path, path[0]], 6)


def _show(ink: Layer, _accent: Layer) -> None:
    """A hand that points upwards."""
    ink.line([(42, 14), (42, 60)], 13)
    for x, top in ((55, 42), (66, 46), (76, 52)):
        ink.line([(x, top), (x, 66)], 11)
    ink.area([(37, 56), (80, 56), (80, 70), (68, 86), (48, 86), (38, 74)], 4)
    ink.line([(24, 54), (38, 74)], 11)


def _bucket(ink: Layer, level: float) -> None:
    ink.area(box(26, level, 74, 84), alpha=120)
    ink.line([(24, 16), (24, 86), (76, 86), (76, 16)], 7)


def _tap_guess(ink: Layer, accent: Layer) -> None:
    for n in range(5):
        ink.line([_MIDDLE, polar(_MIDDLE, 90 + 72 * n, 32)], 6)
    ink.line(arc(_MIDDLE, 34, 0, 360), 9)
    accent.disc(polar(_MIDDLE, 90, 34), 9)


def _rising_rate(ink: Layer, accent: Layer) -> None:
    """Points over a current: silence, then a leap."""
    ink.line([(16, 12), (16, 84), (88, 84)], 7)
    for x, y in ((30, 76), (44, 76), (54, 56), (66, 40), (80, 22)):
        accent.disc((x, y), 7)


def _memory(ink: Layer, accent: Layer) -> None:
    """One pulse: one neuron is quick to follow and to forget, one slow."""
    quick = [(14 + 2.0 * n, 84 - 66 * (1 - math.exp(-n / 4))) for n in range(19)]
    top = quick[-1][1]
    quick += [(50 + 2.0 * n, 84 - (84 - top) * math.exp(-n / 4)) for n in range(20)]
    accent.line(quick, 7)
    slow = [(14 + 2.0 * n, 84 - 60 * (1 - math.exp(-n / 20))) for n in range(19)]
    top = slow[-1][1]
    slow += [(50 + 2.0 * n, 84 - (84 - top) * math.exp(-n / 20)) for n in range(20)]
    for n in range(0, len(slow) - 3, 7):
        ink.line(slow[n : n + 5], 7)


def _higher_line(ink: Layer, accent: Layer) -> None:
    _bucket(ink, 62)
    for x in range(14, 80, 15):
        accent.line([(x, 30), (x + 6, 30)], 6)
    accent.line([(50, 54), (50, 40)], 6)
    accent.line([(42, 48), (50, 40), (58, 48)], 6)


def _cork(ink: Layer, accent: Layer) -> None:
    ink.line([(30, 88), (30, 44), *arc((50, 44), 20, 180, 0), (70, 62)], 9)
    accent.area([(58, 66), (82, 66), (78, 90), (62, 90)], 3)


def _comb(ink: Layer, accent: Layer, places: tuple[float, ...]) -> None:
    """Spikes on a line."""
    ink.line([(8, 80), (92, 80)], 6)
    for x in places:
        accent.line([(x, 78), (x, 34)], 5)
        accent.disc((x, 27), 7)


def _slowing(ink: Layer, accent: Layer) -> None:
    _comb(ink, accent, (14, 27, 48, 84))


def _favourite(ink: Layer, accent: Layer) -> None:
    """A rhythm that quickens, and a swing that grows smaller with it."""
    for centre, reach, of in ((26.0, 12.0, ink), (70.0, 0.0, accent)):
        wave = []
        for n in range(61):
            share = n / 60
            turns = 0.6 * share + 2.6 * share * share
            high = reach or 22.0 / (1.0 + 4.5 * share * share)
            wave.append((8 + 84 * share, centre - high * math.sin(math.tau * turns)))
        of.line(wave, 6)


def _stairs(ink: Layer, accent: Layer) -> None:
    """A smooth way, and a straight one from dot to dot that runs ahead of it."""
    way = [(18 + 70 * n / 20, 80 - 54 * (1 - 0.12 ** (n / 20))) for n in range(21)]
    ink.line(way, 5)
    corners = [(18.0, 80.0), (37.0, 45.0), (57.0, 27.0), (78.0, 18.0)]
    accent.line(corners, 6)
    for corner in corners:
        accent.disc(corner, 8)


def _metronome(ink: Layer, accent: Layer) -> None:
    _comb(ink, accent, (14, 38, 62, 86))


def _mystery(ink: Layer, accent: Layer) -> None:
    """Half a bucket; the rest hides behind a curtain."""
    ink.area(box(14, 52, 40, 84), alpha=120)
    ink.line([(12, 16), (12, 86), (40, 86)], 7)
    accent.line([(34, 14), (92, 14)], 6)
    for x in (46, 58, 70, 82):
        accent.line([(x, 16), (x, 88)], 8)


def _almost(ink: Layer, accent: Layer) -> None:
    for x in range(12, 86, 16):
        accent.line([(x, 26), (x + 6, 26)], 6)
    wave = [(12, 84), (28, 58), (46, 46), (66, 41), (88, 39)]
    ink.line(smooth([(float(x), float(y)) for x, y in wave]), 8)


def _counting(ink: Layer, accent: Layer) -> None:
    for n in range(4):
        accent.disc((20 + 20 * n, 30), 8)
        ink.line([(20 + 20 * n, 44), (20 + 20 * n, 84)], 6)


def _quick_tap(ink: Layer, accent: Layer) -> None:
    ink.line([(44, 30), (44, 66)], 12)
    ink.area([(38, 60), (74, 60), (74, 70), (66, 84), (50, 84), (40, 74)], 4)
    for angle in (30, 90, 150):
        accent.line([polar((44, 30), angle, 11), polar((44, 30), angle, 19)], 5)


def _trophy(ink: Layer, _accent: Layer) -> None:
    ink.area([(32, 14), (68, 14), (66, 40), (58, 54), (42, 54), (34, 40)], 6)
    ink.line([(30, 22), (16, 22), (20, 38), (36, 44)], 6)
    ink.line([(70, 22), (84, 22), (80, 38), (64, 44)], 6)
    ink.line([(50, 54), (50, 74)], 9)
    ink.line([(32, 82), (68, 82)], 12)


def _drum(ink: Layer, accent: Layer) -> None:
    """A drum, and the stick that has just struck it."""
    rim = [(50 + 34 * math.cos(t / 12), 50 + 11 * math.sin(t / 12)) for t in range(76)]
    ink.line(rim, 6)
    ink.line([(16, 50), (16, 76), (30, 85), (50, 88), (70, 85), (84, 76), (84, 50)], 6)
    accent.line([(86, 12), (55, 43)], 7)
    accent.disc((53, 45), 7)
    for angle in (100, 140, 180):
        accent.line([polar((52, 44), angle, 15), polar((52, 44), angle, 25)], 5)


def _noise_helps(ink: Layer, accent: Layer) -> None:
    """A trembling wave, and a spike on each of its crests."""
    ys = (74, 62, 66, 46, 52, 62, 78, 74, 64, 48, 54, 46, 60, 70)
    ink.line([(10.0 + 6.15 * n, float(y)) for n, y in enumerate(ys)], 7)
    for x in (31, 73):
        accent.line([(x, 36), (x, 22)], 6)
        accent.disc((x, 17), 7)


def _race(ink: Layer, accent: Layer) -> None:
    """Two buckets side by side, one fuller than the other."""
    for left, level in ((14, 42), (58, 62)):
        accent.area(box(left, level, left + 28, 80), alpha=150)
        ink.line([(left, 22), (left, 82), (left + 28, 82), (left + 28, 22)], 7)


def _pin(ink: Layer, _accent: Layer) -> None:
    """A drop on its head: it points upwards."""
    half = math.degrees(math.acos(27 / 46))
    ink.area([*arc((50, 62), 27, 90 - half, -270 + half), (50, 16)], 3)


GUIDE_ICONS: dict[str, Painter] = {
    "star": _star,
    "star_empty": _star_empty,
    "show": _show,
    "tap_guess": _tap_guess,
    "rising_rate": _rising_rate,
    "memory": _memory,
    "higher_line": _higher_line,
    "cork": _cork,
    "slowing": _slowing,
    "favourite": _favourite,
    "stairs": _stairs,
    "metronome": _metronome,
    "mystery": _mystery,
    "almost": _almost,
    "counting": _counting,
    "quick_tap": _quick_tap,
    "trophy": _trophy,
    "drum": _drum,
    "noise_helps": _noise_helps,
    "race": _race,
    "pin": _pin,
}
