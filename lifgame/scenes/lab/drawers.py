"""The Lab on a small screen: its desk is a row of drawers.

A drawer replaces that row alone, never the picture and never HOLD. A narrow window that
stands upright has room for both: what is in the open drawer lies under the row.
"""

from lifgame.content.patterns import PATTERNS
from lifgame.scenes.bench.grid import COMPACT_UNIT, Band, Grid, Part
from lifgame.scenes.lab.desk import LabPlaces, slider_place
from lifgame.scenes.layout import (
    SMALLEST_GAP_PX,
    SMALLEST_TOUCH_PX,
    Rect,
    SliderPlace,
    columns,
    cut_left,
)

PATTERN_BUTTONS = tuple(f"pattern:{pattern}" for pattern in PATTERNS)
CORNER = ("language", "mute", "reset")
# The unit of look upright: its details are those of the large standing window.
UPRIGHT_UNIT = 0.5
# A slider with minus and plus, and a track on which a finger finds its way.
SLIDER_PX = 3 * SMALLEST_TOUCH_PX + 100

# From this width on the time's drawer has room for holding at spikes; in a narrower
# one that stands in the neuron's.
ROOMY_PX = 540


def compact(size: tuple[int, int], drawer: str, sliders: int, slider: int) -> LabPlaces:
    """A low window: one row, HOLD at its right end."""
    grid = Grid(size, (800, 480), margin=8)
    high = size[1]
    picture = Rect(0, 0, size[0], high - grid.px(88))
    hold = Rect(0, 0, grid.px(140), grid.px(196))
    hold.bottomright = size[0] - grid.px(8), high - grid.px(10)
    corner = grid.corner((56, 56, 56), 8, 56)
    places = LabPlaces(
        form="lab_compact",
        has_drawers=True,
        size=size,
        unit=grid.scale * COMPACT_UNIT,
        picture=picture,
        desk=Rect(0, picture.bottom, size[0], high - picture.bottom),
        hold=hold,
        equation=grid.rect(10, 6, 300, 48),
    )
    places.buttons |= dict(zip(CORNER, corner, strict=True))
    band = grid.band(80, 72)
    band.width = hold.left - grid.px(10) - band.left
    if drawer not in _DRAWERS:
        places.take(grid.row(band, _CLOSED))
        return places
    close = max(SMALLEST_TOUCH_PX, grid.px(52))
    places.buttons["drawer:none"] = cut_left(band, close, SMALLEST_GAP_PX)
    _DRAWERS[drawer](places, grid, band, (sliders, slider))
    return places


def upright(size: tuple[int, int], drawer: str, sliders: int, slider: int) -> LabPlaces:
    """A narrow window that stands: HOLD, what the drawer holds, the drawers."""
    grid = Grid(size, (480, 800), margin=12)
    hold, inside, row, equation = grid.stack(
        (Band(92, 80), Band(172, 72, 68), Band(230, 50), Band(276, 40, 0))
    )
    picture = Rect(0, 0, size[0], equation.top - grid.px(6))
    places = LabPlaces(
        form="lab_portrait",
        size=size,
        unit=grid.scale * UPRIGHT_UNIT,
        picture=picture,
        desk=Rect(0, picture.bottom, size[0], size[1] - picture.bottom),
        hold=hold,
        equation=equation,
        has_drawers=True,
    )
    corner = grid.corner((56, 56, 56), 8, 56)
    places.buttons |= dict(zip(CORNER, corner, strict=True))
    places.take(grid.row(row, _CLOSED))
    content = drawer if drawer in _DRAWERS else "sliders"
    _DRAWERS[content](places, grid, inside, (sliders, slider))
    return places


_CLOSED = (
    Part("play", 1, stretch=True),
    Part("drawer:sliders", 1, stretch=True),
    Part("drawer:patterns", 1, stretch=True),
    Part("drawer:presets", 1, stretch=True),
    Part("drawer:time", 1, stretch=True),
)


def _slider_drawer(
    places: LabPlaces, grid: Grid, band: Rect, sliders: tuple[int, int]
) -> None:
    """A tab for each value, or for the neighbours of the chosen one; and its slider."""
    count, chosen = sliders
    side = max(SMALLEST_TOUCH_PX, grid.px(50))
    rest = band.copy()
    shown = list(range(count))
    if band.width < count * (side + SMALLEST_GAP_PX) + SLIDER_PX:
        shown = [(chosen - 1) % count, (chosen + 1) % count]
    for tab in shown:
        places.buttons[f"slider:{tab}"] = cut_left(rest, side, SMALLEST_GAP_PX)
    place = slider_place(rest, 0, SMALLEST_TOUCH_PX)
    head = Rect(place.track.left, rest.top, place.track.width, 0)
    head.height = max(rest.height - SMALLEST_TOUCH_PX, rest.height // 3)
    track = place.track.copy()
    track.top, track.height = rest.bottom - SMALLEST_TOUCH_PX, SMALLEST_TOUCH_PX
    places.sliders.append(SliderPlace(head, place.minus, track, place.plus, None))


def _pattern_drawer(
    places: LabPlaces, grid: Grid, band: Rect, _sliders: tuple[int, int]
) -> None:
    names = (*PATTERN_BUTTONS, "tune")
    rects = columns(band, len(names), SMALLEST_GAP_PX)
    places.take(dict(zip(names, rects, strict=True)))


def _neuron_drawer(
    places: LabPlaces, grid: Grid, band: Rect, _sliders: tuple[int, int]
) -> None:
    has_more = band.width < ROOMY_PX
    places.take(grid.row(band, (*_NEURON_DRAWER, *_SPIKE_HOLD[: int(has_more)])))


def _time_drawer(
    places: LabPlaces, grid: Grid, band: Rect, _sliders: tuple[int, int]
) -> None:
    has_room = band.width >= ROOMY_PX
    row = [part for part in _TIME_DRAWER if has_room or part not in _SPIKE_HOLD]
    places.take(grid.row(band, tuple(row)))


_SPIKE_HOLD = (Part("spike_hold", 48),)
_NEURON_DRAWER = (
    Part("preset_previous", 60),
    Part("preset_card", 1, stretch=True),
    Part("preset_next", 60),
    Part("compare", 60),
)
_TIME_DRAWER = (
    Part("slower", 48, gap=0),
    Part("tempo", 3, gap=0, stretch=True),
    Part("faster", 48),
    Part("pause", 48),
    Part("step", 48),
    *_SPIKE_HOLD,
    Part("window_narrower", 48, gap=0),
    Part("span", 2, gap=0, stretch=True),
    Part("window_wider", 48),
)
_DRAWERS = {
    "sliders": _slider_drawer,
    "patterns": _pattern_drawer,
    "presets": _neuron_drawer,
    "time": _time_drawer,
}
