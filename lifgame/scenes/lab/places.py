"""Where everything stands in the Lab, in one of three forms.

From top to bottom it goes from seldom to often: what is used most lies lowest. On a
small screen the desk is a row of drawers; a drawer replaces that row alone, never the
picture and never HOLD.
"""

from dataclasses import dataclass, field

from lifgame.content.patterns import PATTERNS
from lifgame.scenes.bench.grid import COMPACT_UNIT, Grid, Part, form_of
from lifgame.scenes.layout import (
    SMALLEST_GAP_PX,
    SMALLEST_TOUCH_PX,
    Rect,
    SliderPlace,
    columns,
    cut_left,
    cut_top,
)

MAIN_SLIDERS = 4
PATTERN_BUTTONS = tuple(f"pattern:{pattern}" for pattern in PATTERNS)
CORNER = ("settings", "language", "mute", "help", "reset")
READINGS = ("tau", "rate", "theory", "rheobase", "time")


@dataclass(slots=True)
class LabPlaces:
    """All rectangles of the Lab, in pixels.

    Attributes:
        form: ``lab_landscape``, ``lab_portrait`` or ``lab_compact``.
        size: The window's width and height.
        unit: Pixels per design unit of the 1080-line screen: ``Look.unit``.
        picture: The one picture.
        sentence: Where the sentence stands; nowhere where the equation takes it.
        equation: Where the equation stands, with its present numbers behind it.
        desk: What lies under the picture.
        hold: The button to hold.
        tempo: Where the tempo is written.
        span: Where the width of the paper's time is written.
        buttons: Buttons by widget id.
        readings: Columns of the ribbon by the reading's name.
        sliders: Places of the sliders that are shown, in order.
        sentence_size: Type size of the sentence, in design units.
    """

    form: str
    size: tuple[int, int]
    unit: float
    picture: Rect
    desk: Rect
    hold: Rect
    equation: Rect
    sentence: Rect | None = None
    tempo: Rect | None = None
    span: Rect | None = None
    buttons: dict[str, Rect] = field(default_factory=dict)
    readings: dict[str, Rect] = field(default_factory=dict)
    sliders: list[SliderPlace] = field(default_factory=list)
    sentence_size: float = 34.0

    def take(self, row: dict[str, Rect]) -> None:
        """Put the parts of a row where they belong."""
        for name, rect in row.items():
            if name == "tempo":
                self.tempo = rect
            elif name == "span":
                self.span = rect
            elif name != "space":
                self.buttons[name] = rect


def lab_places(
    size: tuple[int, int], drawer: str, *, tuning: int, is_tuning: bool
) -> LabPlaces:
    """The places for a window.

    Args:
        size: Width and height in pixels.
        drawer: The drawer that is open on a small screen.
        tuning: How many values the pattern and the model have beyond the main four.
        is_tuning: Whether those are shown.
    """
    form = form_of(size)
    if form == "compact":
        shown = tuning if is_tuning else MAIN_SLIDERS
        return _compact(size, drawer, shown)
    count = tuning if is_tuning else 0
    return _landscape(size, count) if form == "landscape" else _portrait(size, count)


def slider_place(area: Rect, header: int, side: int) -> SliderPlace:
    """Name and value above; minus, track and plus below them."""
    room = area.copy()
    head = cut_top(room, header)
    gap = max(SMALLEST_GAP_PX, side // 8)
    minus = Rect(room.left, room.top, side, room.height)
    plus = Rect(room.right - side, room.top, side, room.height)
    track = Rect(minus.right + gap, room.top, 0, room.height)
    track.width = max(SMALLEST_TOUCH_PX, plus.left - gap - track.left)
    return SliderPlace(head, minus, track, plus, None)


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
        sentence=grid.rect(232, 6, 830, 80),
    )
    ribbon = Rect(0, picture.bottom, size[0], grid.px(88))
    _ribbon(places, grid, ribbon, columns_from=0.52)
    places.buttons["play"] = grid.touchable(grid.rect(48, 12, 150, 64))
    corner = grid.corner((68, 68, 68, 68, 68), 12, 64)
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
    *(Part(name, 92, gap=8) for name in PATTERN_BUTTONS),
    Part("tune", 76, gap=18),
    Part("preset_previous", 64),
    Part("preset_card", 1, stretch=True),
    Part("preset_next", 64, gap=18),
    Part("pause", 72),
    Part("step", 72, gap=18),
    Part("slower", 60, gap=0),
    Part("tempo", 88, gap=0),
    Part("faster", 60, gap=18),
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
    area = area.inflate(0, -grid.px(8))
    rects = columns(area, len(READINGS), SMALLEST_GAP_PX)
    places.readings = dict(zip(READINGS, rects, strict=True))


def _portrait(size: tuple[int, int], tuning: int) -> LabPlaces:
    grid = Grid(size, (1080, 1920), margin=48)
    high = size[1]
    picture = Rect(0, 0, size[0], high - grid.px(910))
    places = LabPlaces(
        form="lab_portrait",
        size=size,
        unit=grid.scale,
        picture=picture,
        desk=Rect(0, picture.bottom, size[0], high - picture.bottom),
        hold=grid.band(116, 92),
        equation=grid.band(902, 74),
        sentence=grid.rect(48, 100, 560, 92),
        sentence_size=40.0,
    )
    area = grid.band(828, 80)
    rects = columns(area, len(READINGS), SMALLEST_GAP_PX)
    places.readings = dict(zip(READINGS, rects, strict=True))
    places.buttons["play"] = grid.touchable(grid.rect(48, 20, 160, 72))
    corner = grid.corner((80, 80, 80, 80, 80), 20, 72)
    places.buttons |= dict(zip(CORNER, corner, strict=True))
    side = max(SMALLEST_TOUCH_PX, grid.px(76))
    gap = max(2 * SMALLEST_GAP_PX, grid.px(24))
    if tuning:
        top = Rect(0, 0, 0, 0)
        top.topleft = grid.margin, grid.band(732, 104).top
        top.width = size[0] - 2 * grid.margin
        top.height = grid.band(502, 98).bottom - top.top
        places.buttons["tune"] = cut_top(top, max(48, grid.px(72)), grid.px(8))
        rows = max(1, -(-tuning // 3))
        height = top.height // rows
        for index in range(rows):
            row = Rect(top.left, top.top + index * height, top.width, height)
            row.height -= grid.px(6)
            for place in columns(row, 3, gap)[: tuning - 3 * index]:
                head = max(16, place.height - side)
                places.sliders.append(slider_place(place, head, side))
    else:
        names = (*PATTERN_BUTTONS, "tune")
        patterns = columns(grid.band(732, 104), len(names), SMALLEST_GAP_PX)
        places.take(dict(zip(names, patterns, strict=True)))
        places.take(grid.row(grid.band(616, 100), _NEURON_ROW))
        places.take(grid.row(grid.band(502, 98), _TIME_ROW))
    for from_bottom in (392, 256):
        for place in columns(grid.band(from_bottom, 124), 2, gap):
            places.sliders.append(slider_place(place, place.height - side, side))
    return places


_NEURON_ROW = (
    Part("preset_previous", 84),
    Part("preset_card", 1, stretch=True),
    Part("preset_next", 84, gap=24),
    Part("pause", 150),
    Part("step", 150),
)
_TIME_ROW = (
    Part("slower", 96, gap=0),
    Part("tempo", 1, gap=0, stretch=True),
    Part("faster", 96, gap=24),
    Part("window_narrower", 96, gap=0),
    Part("span", 1, gap=0, stretch=True),
    Part("window_wider", 96),
)


def _compact(size: tuple[int, int], drawer: str, sliders: int) -> LabPlaces:
    grid = Grid(size, (800, 480), margin=8)
    high = size[1]
    picture = Rect(0, 0, size[0], high - grid.px(88))
    hold = Rect(0, 0, grid.px(184), grid.px(196))
    hold.bottomright = size[0] - grid.px(8), high - grid.px(10)
    corner = grid.corner((58, 58, 58), 8, 58)
    places = LabPlaces(
        form="lab_compact",
        size=size,
        unit=grid.scale * COMPACT_UNIT,
        picture=picture,
        desk=Rect(0, picture.bottom, size[0], high - picture.bottom),
        hold=hold,
        equation=grid.rect(10, 6, 320, 60),
    )
    places.buttons |= dict(zip(("language", "mute", "reset"), corner, strict=True))
    band = grid.band(80, 72)
    band.width = hold.left - grid.px(10) - band.left
    if drawer not in _DRAWERS:
        places.take(grid.row(band, _CLOSED))
        return places
    close = max(SMALLEST_TOUCH_PX, grid.px(52))
    places.buttons["drawer:none"] = cut_left(band, close, SMALLEST_GAP_PX)
    _DRAWERS[drawer](places, grid, band, sliders)
    return places


_CLOSED = (
    Part("play", 1, stretch=True),
    Part("drawer:sliders", 1, stretch=True),
    Part("drawer:patterns", 1, stretch=True),
    Part("drawer:presets", 1, stretch=True),
    Part("drawer:time", 1, stretch=True),
)


def _slider_drawer(places: LabPlaces, grid: Grid, band: Rect, sliders: int) -> None:
    """A tab for each value, and the one that is chosen."""
    side = max(SMALLEST_TOUCH_PX, grid.px(50))
    tabs = Rect(band.left, band.top, 0, band.height)
    tabs.width = sliders * (side + 4) - 4
    rest = band.copy()
    rest.left, rest.width = tabs.right + 12, band.right - tabs.right - 12
    for index, rect in enumerate(columns(tabs, sliders, 4)):
        places.buttons[f"slider:{index}"] = rect
    place = slider_place(rest, 0, SMALLEST_TOUCH_PX)
    head = Rect(place.track.left, rest.top, place.track.width, rest.height // 3)
    track = place.track.copy()
    track.top, track.height = rest.bottom - SMALLEST_TOUCH_PX, SMALLEST_TOUCH_PX
    places.sliders.append(SliderPlace(head, place.minus, track, place.plus, None))


def _pattern_drawer(places: LabPlaces, grid: Grid, band: Rect, _sliders: int) -> None:
    names = (*PATTERN_BUTTONS, "tune")
    rects = columns(band, len(names), 4)
    places.take(dict(zip(names, rects, strict=True)))


def _neuron_drawer(places: LabPlaces, grid: Grid, band: Rect, _sliders: int) -> None:
    places.take(
        grid.row(
            band,
            (
                Part("preset_previous", 60),
                Part("preset_card", 1, stretch=True),
                Part("preset_next", 60),
            ),
        )
    )


def _time_drawer(places: LabPlaces, grid: Grid, band: Rect, _sliders: int) -> None:
    places.take(grid.row(band, _TIME_DRAWER))


_TIME_DRAWER = (
    Part("slower", 52, gap=0),
    Part("tempo", 1, gap=0, stretch=True),
    Part("faster", 52),
    Part("pause", 56),
    Part("step", 56),
    Part("window_narrower", 52, gap=0),
    Part("span", 1, gap=0, stretch=True),
    Part("window_wider", 52),
)
_DRAWERS = {
    "sliders": _slider_drawer,
    "patterns": _pattern_drawer,
    "presets": _neuron_drawer,
    "time": _time_drawer,
}
