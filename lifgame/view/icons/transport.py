"""Icons of the buttons that hold time and let it go on."""

from lifgame.view.icons.strokes import Layer, Painter, box


def _pause(ink: Layer, _accent: Layer) -> None:
    ink.area(box(29, 22, 36, 78), 5)
    ink.area(box(64, 22, 71, 78), 5)


def _play(ink: Layer, _accent: Layer) -> None:
    ink.area([(33, 23), (79, 50), (33, 77)], 6)


def _step_once(ink: Layer, _accent: Layer) -> None:
    ink.area([(21, 26), (57, 50), (21, 74)], 5)
    ink.area(box(76, 24, 80, 76), 4)


def _spike_hold(ink: Layer, accent: Layer) -> None:
    accent.line([(17, 72), (27, 72), (38, 24), (46, 78), (53, 72)], 8)
    ink.area(box(65, 32, 69, 76), 5)
    ink.area(box(80, 32, 84, 76), 5)


def _compare(ink: Layer, accent: Layer) -> None:
    """A narrow and a wide glass on one floor."""
    ink.area(box(17, 34, 31, 80), alpha=120)
    ink.line([(14, 22), (14, 82), (34, 82), (34, 22)], 7)
    accent.area(box(51, 56, 83, 80), alpha=120)
    accent.line([(48, 22), (48, 82), (86, 82), (86, 22)], 7)


TRANSPORT_ICONS: dict[str, Painter] = {
    "pause": _pause,
    "play": _play,
    "step_once": _step_once,
    "spike_hold": _spike_hold,
    "compare": _compare,
}
