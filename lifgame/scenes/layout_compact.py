"""The compact layout: small screens show one drawer of controls at a time."""

from lifgame.scenes.layout import (
    PATTERN_BUTTONS,
    SLIDER_COUNT,
    PlayLayout,
    Rect,
    SliderPlace,
    columns,
    cut_bottom,
    cut_left,
    cut_right,
    cut_top,
)
from lifgame.session.start import DRAWERS

SCOPE_SHARE = 0.6
# A drawer as wide as this has room for the sliders' names beside them.
ABREAST_FROM = 580
HEADER = 22
WORDS_HEIGHT = 58
INJECT_SIDE = 112
ALWAYS_IN_REACH = ("pause", "reset", "help")


def compact(size: tuple[int, int], drawer: str, text_scale: float = 1.0) -> PlayLayout:
    """Pictures on top, three numbers, tabs and one drawer; Inject always in reach."""
    width, height = size
    tall = height > width
    scale = min(width / 480, height / 800) if tall else min(width / 800, height / 480)
    layout = PlayLayout("compact", max(0.6, 0.66 * scale), size, text_scale)
    margin = 8
    content = Rect(0, 0, width, height).inflate(-2 * margin, -2 * margin)
    if tall:
        _tall(layout, content, drawer)
    else:
        _wide(layout, content, drawer)
    return layout


def _wide(layout: PlayLayout, content: Rect, drawer: str) -> None:
    width = content.width - INJECT_SIDE - 48 - 20
    controls = cut_bottom(content, 48 + 8 + _drawer_height(width), 8)
    layout.ribbon = cut_bottom(content, layout.type_px(48, 28), 6)
    layout.scope = content.copy()
    right = cut_right(layout.scope, round(content.width * (1 - SCOPE_SHARE)), 8)
    layout.words = cut_bottom(right, layout.type_px(0, WORDS_HEIGHT), 4)
    layout.bucket = right
    side = cut_right(controls, INJECT_SIDE, 8)
    keys = cut_right(controls, 48, 12)
    layout.inject = Rect(side.left, 0, INJECT_SIDE, INJECT_SIDE)
    layout.inject.centery = side.centery
    for name in ALWAYS_IN_REACH:
        layout.buttons[name] = cut_top(keys, 48, 8 + (controls.height - 160) // 2)
    _drawer(layout, controls, drawer)


def _tall(layout: PlayLayout, content: Rect, drawer: str) -> None:
    bottom = cut_bottom(content, INJECT_SIDE, 8)
    controls = cut_bottom(content, 48 + 8 + _drawer_height(content.width), 8)
    layout.ribbon = cut_bottom(content, layout.type_px(48, 28), 6)
    layout.bucket = cut_top(content, round(content.height * 0.5), 4)
    layout.words = cut_top(content, layout.type_px(0, WORDS_HEIGHT), 4)
    layout.scope = content
    layout.inject = Rect(0, bottom.top, INJECT_SIDE, INJECT_SIDE)
    layout.inject.centerx = bottom.centerx
    row = Rect(bottom.left, bottom.centery - 28, 0, 56)
    row.width = layout.inject.left - 12 - row.left
    layout.place_row(("pause", "reset"), row)
    layout.buttons["help"] = Rect(bottom.right - row.width, row.top, row.width, 56)
    _drawer(layout, controls, drawer)


def _drawer_height(width: int) -> int:
    """Two rows of sliders; in a narrow drawer their names stand above them."""
    row = 48 if width >= ABREAST_FROM else HEADER + 48
    return 2 * row + 10


def _drawer(layout: PlayLayout, area: Rect, drawer: str) -> None:
    tabs = cut_top(area, 48, 8)
    layout.place_row((f"tab:{name}" for name in DRAWERS), tabs)
    _FILL[drawer](layout, area)


def _sliders(layout: PlayLayout, area: Rect) -> None:
    """Two rows of two; name and value stand beside or above minus, track and plus."""
    is_abreast = area.width >= ABREAST_FROM
    rows = [cut_top(area, (area.height - 10) // 2, 10), area]
    places = [place for row in rows for place in columns(row, 2, 16)]
    for place in places[:SLIDER_COUNT]:
        if is_abreast:
            header = cut_left(place, max(70, place.width * 30 // 100), 4)
        else:
            header = cut_top(place, HEADER - 4, 4)
        minus = Rect(place.left, place.top, 48, 48)
        plus = Rect(place.right - 48, place.top, 48, 48)
        track = Rect(minus.right + 8, place.top, plus.left - minus.right - 16, 48)
        layout.sliders.append(SliderPlace(header, minus, track, plus, None))


def _patterns(layout: PlayLayout, area: Rect) -> None:
    if area.width >= 8 * 56:
        layout.place_row(PATTERN_BUTTONS, area)
        return
    first = cut_top(area, (area.height - 8) // 2, 8)
    layout.place_row(PATTERN_BUTTONS[:4], first)
    layout.place_row(PATTERN_BUTTONS[4:], area)


def _presets(layout: PlayLayout, area: Rect) -> None:
    layout.place_presets(area)


def _more(layout: PlayLayout, area: Rect) -> None:
    first = cut_top(area, (area.height - 8) // 2, 8)
    speed, rest = columns(first, 2, 12)
    layout.place_speed(speed)
    layout.place_row(("step", "window"), rest)
    layout.place_row(("language", "mute", "settings", "fullscreen"), area)


_FILL = {
    "sliders": _sliders,
    "patterns": _patterns,
    "presets": _presets,
    "more": _more,
}
