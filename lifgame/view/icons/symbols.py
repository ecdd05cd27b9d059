"""Icons of the buttons: transport, window and program."""

from lifgame.view.geometry import Point
from lifgame.view.icons.strokes import (
    CUT,
    Layer,
    Painter,
    arc,
    box,
    mirrored,
    polar,
    smooth,
)

BOLT: tuple[Point, ...] = (
    (57, 12),
    (24, 55),
    (46, 55),
    (41, 88),
    (76, 42),
    (53, 42),
)


def _reset(ink: Layer, _accent: Layer) -> None:
    centre = (50.0, 53.0)
    ink.line(arc(centre, 31, 108, -205))
    ink.area([(44, 11), (44, 33), (27, 22)], 3)


def _help(ink: Layer, _accent: Layer) -> None:
    hook = [*arc((50, 35), 19, 170, -40), *smooth([(64.5, 47), (53, 55), (50, 66)])]
    ink.line(hook, 9)
    ink.disc((50, 83), 6)


def _fullscreen(ink: Layer, _accent: Layer) -> None:
    for corner in _corners([(18, 38), (18, 18), (38, 18)]):
        ink.line(corner)


def _windowed(ink: Layer, _accent: Layer) -> None:
    for corner in _corners([(16, 37), (37, 37), (37, 16)]):
        ink.line(corner)


def _corners(path: list[Point]) -> list[list[Point]]:
    left = [path, [(x, 100 - y) for x, y in path]]
    return left + [mirrored(corner) for corner in left]


def _close(ink: Layer, _accent: Layer) -> None:
    ink.line([(24, 24), (76, 76)], 9)
    ink.line([(76, 24), (24, 76)], 9)


def _back(ink: Layer, _accent: Layer) -> None:
    ink.line([(18, 50), (84, 50)])
    ink.line([(43, 24), (17, 50), (43, 76)])


def _previous(ink: Layer, _accent: Layer) -> None:
    ink.line([(60, 20), (34, 50), (60, 80)], 10)


def _next(ink: Layer, _accent: Layer) -> None:
    ink.line([(40, 20), (66, 50), (40, 80)], 10)


def _minus(ink: Layer, _accent: Layer) -> None:
    ink.line([(22, 50), (78, 50)], 10)


def _plus(ink: Layer, _accent: Layer) -> None:
    ink.line([(22, 50), (78, 50)], 10)
    ink.line([(50, 22), (50, 78)], 10)


def _bolt(ink: Layer, _accent: Layer) -> None:
    ink.area(BOLT, 4)


def _tune(ink: Layer, accent: Layer) -> None:
    for y, knob in ((24, 64), (50, 34), (76, 58)):
        ink.line([(14, y), (86, y)], 7)
        ink.disc((knob, y), 14, CUT)
        accent.disc((knob, y), 10)


def _speed(ink: Layer, accent: Layer) -> None:
    hub = (50.0, 60.0)
    ink.line(arc(hub, 37, 205, -25))
    for angle in (150, 90):
        ink.line([polar(hub, angle, 24), polar(hub, angle, 26)], 5)
    accent.line([hub, polar(hub, 42, 27)], 10, 5)
    accent.disc(hub, 8)


def _slower(ink: Layer, accent: Layer) -> None:
    """A tortoise."""
    for foot in ([(28, 66), (24, 77)], [(58, 66), (62, 77)]):
        ink.line(foot, 12)
    ink.line(smooth([(70, 66), (80, 60), (84, 48)]), 11)
    ink.disc((84, 44), 9)
    ink.line([(14, 68), (9, 70)], 6, 4)
    ink.disc((86, 42), 2.4, CUT)
    shell = arc((43, 62), 32, 0, 180, 1.12)
    ink.area(shell, 6, CUT)
    accent.area(shell, 3)
    accent.line([(29, 61), (35, 44), (51, 44), (57, 61)], 3, alpha=CUT)
    accent.line([(35, 44), (30, 34)], 3, alpha=CUT)
    accent.line([(51, 44), (56, 34)], 3, alpha=CUT)


def _faster(ink: Layer, _accent: Layer) -> None:
    """A leaping hare."""
    back = smooth([(27, 58), (38, 50), (52, 48), (62, 47)])
    ink.line(back, 28, 19)
    ink.line(smooth([(64, 46), (72, 42), (78, 41)]), 18, 17)
    ink.line([(79, 42), (84, 45)], 14, 10)
    ink.line([(71, 36), (52, 18)], 9, 6)
    ink.line([(75, 34), (64, 13)], 9, 6)
    ink.line(smooth([(60, 52), (72, 62), (86, 64)]), 11, 7)
    ink.line(smooth([(54, 55), (64, 69), (76, 74)]), 11, 7)
    ink.line(smooth([(26, 62), (28, 74), (12, 84)]), 14, 7)
    ink.disc((13, 50), 6)
    ink.disc((79, 39), 2.6, CUT)


def _zoom(ink: Layer) -> None:
    ink.line(arc((43, 43), 27, 0, 360))
    ink.line([(64, 64), (84, 84)], 11)
    ink.line([(32, 43), (54, 43)], 7)


def _zoom_in(ink: Layer, _accent: Layer) -> None:
    _zoom(ink)
    ink.line([(43, 32), (43, 54)], 7)


def _zoom_out(ink: Layer, _accent: Layer) -> None:
    _zoom(ink)


def _speaker(ink: Layer) -> None:
    ink.area([(14, 42), (25, 42), (44, 26), (44, 74), (25, 58), (14, 58)], 4)


def _sound_on(ink: Layer, accent: Layer) -> None:
    _speaker(ink)
    accent.line(arc((47, 50), 18, 45, -45), 7)
    accent.line(arc((47, 50), 36, 45, -45), 7)


def _sound_off(ink: Layer, accent: Layer) -> None:
    _speaker(ink)
    accent.line([(63, 38), (87, 62)], 7)
    accent.line([(87, 38), (63, 62)], 7)


def _language(ink: Layer, _accent: Layer) -> None:
    centre = (50.0, 50.0)
    ink.line(arc(centre, 37, 0, 360), 7)
    ink.line(arc(centre, 16, 0, 360, 37 / 16), 6)
    ink.line([(14, 50), (86, 50)], 6)


def _settings(ink: Layer, _accent: Layer) -> None:
    centre = (50.0, 50.0)
    for tooth in range(8):
        angle = 45 * tooth
        ink.line([polar(centre, angle, 24), polar(centre, angle, 35)], 15, 12)
    ink.disc(centre, 29)
    ink.disc(centre, 13, CUT)


def _palette(ink: Layer, accent: Layer) -> None:
    edge = [(88, 48), (80, 24), (50, 12), (20, 26), (12, 52), (24, 78), (46, 87)]
    thumb = [(57, 80), (54, 69), (60, 61), (76, 62), (86, 57)]
    ink.outline(smooth([*edge, *thumb, edge[0]]), 7)
    for spot in ((31, 55), (34, 34), (54, 27), (71, 40)):
        accent.disc(spot, 6)


def _check(ink: Layer, _accent: Layer) -> None:
    ink.line([(18, 53), (40, 75), (83, 27)], 11)


def _drop(ink: Layer, accent: Layer) -> None:
    ink.area([*arc((50, 61), 27, 30, -210), (50, 13)], 3)
    ink.line(arc((50, 61), 17, 180, 260), 6, alpha=CUT)
    accent.line(arc((50, 61), 17, 180, 260), 5)


def _hand(ink: Layer, _accent: Layer) -> None:
    """An open hand."""
    fingers = ((37, 24), (50.5, 14), (64, 20), (77, 34))
    for x, top in fingers:
        ink.line([(x, top), (x, 64)], 10.5)
    ink.area([(38, 58), (76, 58), (76, 72), (66, 85), (48, 85), (38, 74)], 6)
    ink.line(smooth([(16, 54), (26, 63), (42, 80)]), 11, 14)
    for x, _ in fingers[1:]:
        ink.line([(x - 6.7, 36), (x - 6.7, 55)], 3, alpha=CUT)


def _keyboard(ink: Layer, accent: Layer) -> None:
    ink.outline(box(12, 28, 88, 74), 7)
    for y in (42, 51):
        for x in range(26, 75, 12):
            ink.disc((x, y), 3.2)
    accent.line([(36, 62), (64, 62)], 6)


def _exit(ink: Layer, accent: Layer) -> None:
    ink.line([(50, 30), (50, 15), (16, 15), (16, 85), (50, 85), (50, 70)])
    accent.line([(36, 50), (84, 50)])
    accent.line([(68, 33), (85, 50), (68, 67)])


def _down(ink: Layer, _accent: Layer) -> None:
    ink.line([(22, 38), (50, 66), (78, 38)], 9)


def _arrows(ink: Layer, tips: tuple[float, float], tails: tuple[float, float]) -> None:
    """Two arrows that point away from each other or at each other."""
    for tip, tail in zip(tips, tails, strict=True):
        back = tip + (14 if tail > tip else -14)
        ink.line([(tip, 50), (tail, 50)], 7)
        ink.line([(back, 36), (tip, 50), (back, 64)], 7)


def _span_wider(ink: Layer, _accent: Layer) -> None:
    _arrows(ink, (10, 90), (46, 54))


def _span_narrower(ink: Layer, _accent: Layer) -> None:
    _arrows(ink, (44, 56), (10, 90))


def _lab(ink: Layer, accent: Layer) -> None:
    """A flask with something in it."""
    neck = [(40, 14), (40, 40), (18, 82), (22, 88), (78, 88), (82, 82), (60, 40)]
    ink.line([*neck, (60, 14)], 7)
    ink.line([(33, 14), (67, 14)], 7)
    accent.area([(33, 62), (67, 62), (76, 80), (24, 80)], 4)


SYMBOL_ICONS: dict[str, Painter] = {
    "reset": _reset,
    "help": _help,
    "fullscreen": _fullscreen,
    "windowed": _windowed,
    "close": _close,
    "back": _back,
    "previous": _previous,
    "next": _next,
    "minus": _minus,
    "plus": _plus,
    "bolt": _bolt,
    "lab": _lab,
    "down": _down,
    "span_wider": _span_wider,
    "span_narrower": _span_narrower,
    "tune": _tune,
    "speed": _speed,
    "slower": _slower,
    "faster": _faster,
    "zoom_in": _zoom_in,
    "zoom_out": _zoom_out,
    "sound_on": _sound_on,
    "sound_off": _sound_off,
    "language": _language,
    "settings": _settings,
    "palette": _palette,
    "check": _check,
    "drop": _drop,
    "hand": _hand,
    "keyboard": _keyboard,
    "exit": _exit,
}
