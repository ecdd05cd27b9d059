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


TRANSPORT_ICONS: dict[str, Painter] = {
    "pause": _pause,
    "play": _play,
    "step_once": _step_once,
    "spike_hold": _spike_hold,
}
