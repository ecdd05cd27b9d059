"""Where everything stands in the Lab, in one of three forms.

From top to bottom it goes from seldom to often: what is used most lies lowest. On a
small screen the desk is a row of drawers; a drawer replaces that row alone, never the
picture and never HOLD.
"""

from lifgame.scenes.bench.grid import Band, Grid, Part, form_of
from lifgame.scenes.lab.desk import LabPlaces, slider_place
from lifgame.scenes.lab.drawers import PATTERN_BUTTONS, compact, upright
from lifgame.scenes.layout import (
    SMALLEST_GAP_PX,
    SMALLEST_TOUCH_PX,
    Rect,
    columns,
    cut_left,
    cut_top,
)
from lifgame.view.widgets.widget import FOCUS_MARGIN_PX

MAIN_SLIDERS = 4
CORNER = ("settings", "language", "mute", "help", "reset")
# The desk has a row of twenty buttons: on less, a finger finds them in drawers only.
LANDSCAPE_FROM_PX = (1240, 698)
# And a standing window has six rows of them under the picture.
PORTRAIT_FROM_PX = (700, 1000)
# Name and value above a slider's track, at the least.
HEADER_PX = 20
READINGS = ("tau", "rate", "theory", "rheobase", "time")


def lab_places(
    size: tuple[int, int], drawer: str, *, tuning: int, is_tuning: bool, slider: int = 0
) -> LabPlaces:
    """The places for a window.

    Args:
        size: Width and height in pixels.
        drawer: The drawer that is open on a small screen.
        tuning: How many values the pattern and the model have beyond the main four.
        is_tuning: Whether those are shown.
        slider: Which of the sliders is shown where there is room for one only.
    """
    form = form_of(size)
    is_narrow = size[0] < LANDSCAPE_FROM_PX[0] or size[1] < LANDSCAPE_FROM_PX[1]
    if form == "compact" or (form == "landscape" and is_narrow):
        shown = tuning if is_tuning else MAIN_SLIDERS
        return compact(size, drawer, shown, min(slider, shown - 1))
    if form == "portrait" and (
        size[0] < PORTRAIT_FROM_PX[0] or size[1] < PORTRAIT_FROM_PX[1]
    ):
        shown = tuning if is_tuning else MAIN_SLIDERS
        return upright(size, drawer, shown, min(slider, shown - 1))
    count = tuning if is_tuning else 0
    return _landscape(size, count) if form == "landscape" else _portrait(size, count)


def _landscape(size: tuple[int, int], tuning: int) -> LabPlaces:
    grid = Grid(size, (1920, 1080), margin=48)
    high = size[1]
    picture = Rect(0, 0, size[0], high - grid.px(376))
    places = LabPlaces(
        form="lab_landscape",
        size=size,
        unit=grid.scale,
        picture=picture,
        desk=Rect(0, picture.bottom, size[0], high - picture.bottom),
        hold=Rect(0, 0, 0, 0),
        equation=Rect(grid.px(48), 0, grid.px(900), grid.px(88)),
        sentence=grid.rect(306, 6, 756, 80),
    )
    ribbon = Rect(0, picture.bottom, size[0], grid.px(88))
    _ribbon(places, grid, ribbon, columns_from=0.52)
    places.buttons["play"] = grid.touchable(grid.rect(48, 12, 150, 64))
    # Where the second one's pipe leaves room, whatever the window's size.
    places.buttons["compare"] = grid.touchable(grid.rect(210, 12, 76, 64))
    corner = grid.corner((68,) * len(CORNER), 12, 64)
    places.buttons |= dict(zip(CORNER, corner, strict=True))
    first = grid.band(274, 104)
    if tuning:
        _tuning_row(places, grid, first, tuning)
    else:
        places.take(grid.row(first, _FIRST_ROW))
    second = grid.band(154, 122)
    right = Rect(second.right - grid.px(216), second.top, grid.px(216), second.height)
    places.hold = right
    second.width = right.left - grid.px(32) - second.left
    side = max(SMALLEST_TOUCH_PX, grid.px(72))
    for area in columns(second, MAIN_SLIDERS, max(2 * SMALLEST_GAP_PX, grid.px(28))):
        places.sliders.append(slider_place(area, area.height - side, side))
    return places


_FIRST_ROW = (
    *(Part(name, 84, gap=8) for name in PATTERN_BUTTONS),
    Part("tune", 76, gap=12),
    Part("preset_previous", 64),
    Part("preset_card", 1, stretch=True),
    Part("preset_next", 64, gap=12),
    Part("pause", 72),
    Part("step", 72),
    Part("spike_hold", 64, gap=12),
    Part("slower", 60, gap=0),
    Part("tempo", 88, gap=0),
    Part("faster", 60, gap=12),
    Part("window_narrower", 60, gap=0),
    Part("span", 76, gap=0),
    Part("window_wider", 60),
)


def _tuning_row(places: LabPlaces, grid: Grid, row: Rect, tuning: int) -> None:
    """A way back, and what the pattern and the model have of their own."""
    area = row.copy()
    places.buttons["tune"] = cut_left(area, grid.px(120), grid.px(24))
    side = max(SMALLEST_TOUCH_PX, grid.px(60))
    gap = max(2 * SMALLEST_GAP_PX, grid.px(28))
    for place in columns(area, max(tuning, 4), gap)[:tuning]:
        places.sliders.append(slider_place(place, place.height - side, side))


def _ribbon(places: LabPlaces, grid: Grid, ribbon: Rect, columns_from: float) -> None:
    """The equation at the left, a column for each reading at the right."""
    left = round(ribbon.width * columns_from)
    places.equation = Rect(
        grid.margin, ribbon.top, left - grid.margin - grid.px(16), ribbon.height
    )
    area = Rect(left, ribbon.top, ribbon.width - grid.margin - left, ribbon.height)
    area = area.inflate(0, -max(2 * FOCUS_MARGIN_PX, grid.px(8)))
    rects = columns(area, len(READINGS), SMALLEST_GAP_PX)
    places.readings = dict(zip(READINGS, rects, strict=True))


def _portrait(size: tuple[int, int], tuning: int) -> LabPlaces:
    grid = Grid(size, (1080, 1920), margin=48)
    high = size[1]
    rows = grid.stack(_PORTRAIT_ROWS)
    hold, *sliders, time, neuron, patterns, readings, equation = rows
    picture = Rect(0, 0, size[0], min(high - grid.px(910), equation.top - grid.px(8)))
    places = LabPlaces(
        form="lab_portrait",
        size=size,
        unit=grid.scale,
        picture=picture,
        desk=Rect(0, picture.bottom, size[0], high - picture.bottom),
        hold=hold,
        equation=equation,
        sentence=grid.rect(48, 100, 560, 92),
        sentence_size=40.0,
    )
    rects = columns(readings, len(READINGS), SMALLEST_GAP_PX)
    places.readings = dict(zip(READINGS, rects, strict=True))
    places.buttons["play"] = grid.touchable(grid.rect(48, 20, 160, 72))
    names = ("compare", *CORNER)
    corner = grid.corner((80,) * len(names), 20, 72)
    places.buttons |= dict(zip(names, corner, strict=True))
    side = max(SMALLEST_TOUCH_PX, grid.px(76))
    gap = max(2 * SMALLEST_GAP_PX, grid.px(24))
    if tuning:
        _tuning_rows(places, grid, patterns.unionall([neuron, time]), tuning)
    else:
        shown = (*PATTERN_BUTTONS, "tune")
        rects = columns(patterns, len(shown), SMALLEST_GAP_PX)
        places.take(dict(zip(shown, rects, strict=True)))
        places.take(grid.row(neuron, _NEURON_ROW))
        places.take(grid.row(time, _TIME_ROW))
    for row in reversed(sliders):
        for place in columns(row, 2, gap):
            places.sliders.append(slider_place(place, place.height - side, side))
    return places


# From the lowest to the highest: HOLD, two rows of sliders, time, neuron, patterns,
# readings, equation.
_PORTRAIT_ROWS = (
    Band(116, 92),
    Band(256, 124, SMALLEST_TOUCH_PX + HEADER_PX),
    Band(392, 124, SMALLEST_TOUCH_PX + HEADER_PX),
    Band(502, 98),
    Band(616, 100),
    Band(732, 104),
    Band(828, 80),
    Band(902, 74, 0),
)


def _tuning_rows(places: LabPlaces, grid: Grid, area: Rect, tuning: int) -> None:
    """A way back, and below it what the pattern and the model have of their own."""
    room = area.copy()
    gap = max(2 * SMALLEST_GAP_PX, grid.px(24))
    back = max(SMALLEST_TOUCH_PX, grid.px(72))
    places.buttons["tune"] = cut_top(room, back, SMALLEST_GAP_PX)
    in_row = 3
    rows = -(-tuning // in_row)
    height = (room.height + SMALLEST_GAP_PX) // rows - SMALLEST_GAP_PX
    side = max(SMALLEST_TOUCH_PX, min(grid.px(76), height - HEADER_PX))
    for first in range(0, tuning, in_row):
        row = cut_top(room, height, SMALLEST_GAP_PX)
        for place in columns(row, in_row, gap)[: tuning - first]:
            places.sliders.append(slider_place(place, place.height - side, side))


_NEURON_ROW = (
    Part("preset_previous", 84),
    Part("preset_card", 1, stretch=True),
    Part("preset_next", 84, gap=24),
    Part("pause", 150),
    Part("step", 150),
)
_TIME_ROW = (
    Part("spike_hold", 110, gap=24),
    Part("slower", 96, gap=0),
    Part("tempo", 1, gap=0, stretch=True),
    Part("faster", 96, gap=24),
    Part("window_narrower", 96, gap=0),
    Part("span", 1, gap=0, stretch=True),
    Part("window_wider", 96),
)
