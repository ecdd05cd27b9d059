"""Icons of the places for staff."""

from lifgame.view.icons.strokes import CUT, Layer, Painter, arc, box


def _lock(ink: Layer, _accent: Layer) -> None:
    ink.line([(32, 46), *arc((50, 34), 18, 180, 0), (68, 46)], 9)
    ink.area(box(24, 50, 76, 86), 6)


def _erase(ink: Layer, _accent: Layer) -> None:
    ink.line([(34, 24), (88, 24), (88, 76), (34, 76), (10, 50), (34, 24)], 7)
    ink.line([(48, 39), (70, 61)], 7)
    ink.line([(70, 39), (48, 61)], 7)


def _power(ink: Layer, _accent: Layer) -> None:
    ink.line(arc((50, 54), 32, 125, 415), 9)
    ink.line([(50, 10), (50, 46)], 9)


def _target(ink: Layer, accent: Layer) -> None:
    ink.line(arc((50, 50), 38, 0, 360), 6)
    accent.line(arc((50, 50), 21, 0, 360), 6)
    ink.disc((50, 50), 7)


def _gamepad(ink: Layer, accent: Layer) -> None:
    ink.line([*arc((70, 50), 18, 90, -90), *arc((30, 50), 18, 270, 90), (70, 32)], 7)
    ink.line([(21, 50), (37, 50)], 6)
    ink.line([(29, 42), (29, 58)], 6)
    accent.disc((66, 56), 5)
    accent.disc((76, 44), 5)


def _warning(ink: Layer, _accent: Layer) -> None:
    ink.area([(50, 16), (88, 82), (12, 82)], 6)
    ink.line([(50, 38), (50, 58)], 8, alpha=CUT)
    ink.disc((50, 72), 4.5, alpha=CUT)


def _tone_left(ink: Layer, accent: Layer) -> None:
    ink.area([(56, 40), (68, 40), (84, 22), (84, 78), (68, 60), (56, 60)], 3)
    accent.line(arc((54, 50), 14, 125, 235), 6)
    accent.line(arc((54, 50), 30, 130, 230), 6)


def _tone_right(ink: Layer, accent: Layer) -> None:
    ink.area([(44, 40), (32, 40), (16, 22), (16, 78), (32, 60), (44, 60)], 3)
    accent.line(arc((46, 50), 14, -55, 55), 6)
    accent.line(arc((46, 50), 30, -50, 50), 6)


def _tone_both(ink: Layer, accent: Layer) -> None:
    ink.area([(38, 42), (46, 42), (58, 28), (58, 72), (46, 58), (38, 58)], 3)
    accent.line(arc((66, 50), 18, -50, 50), 6)
    accent.line(arc((30, 50), 18, 130, 230), 6)


STAFF_ICONS: dict[str, Painter] = {
    "lock": _lock,
    "erase": _erase,
    "power": _power,
    "target": _target,
    "gamepad": _gamepad,
    "warning": _warning,
    "tone_left": _tone_left,
    "tone_right": _tone_right,
    "tone_both": _tone_both,
}
