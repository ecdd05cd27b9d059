"""The landscape and the portrait layout of the Play screen."""

from lifgame.scenes.layout import (
    PATTERN_BUTTONS,
    SLIDER_COUNT,
    PlayLayout,
    Rect,
    columns,
    cut_bottom,
    cut_right,
    cut_top,
)

# The pictures take extra width up to these shapes, then the whole is centred.
WIDEST_SCOPE = 2.5
WIDEST_BUCKET = 2.0
# From this height on, relative to the width, patterns get a row of their own.
TALL_FROM = 0.7
TRANSPORT = ("pause", "step", "window")
TITLE_BUTTONS = ("help", "fullscreen", "reset")


def landscape(size: tuple[int, int]) -> PlayLayout:
    """Pictures side by side, the ribbon under them, all controls at the bottom."""
    width, height = size
    unit = min(width / 1920, height / 1080)
    layout = PlayLayout("landscape", unit, size)
    margin, gap = layout.px(24), layout.px(12)
    rows = 3 if height / width > TALL_FROM else 2
    content = Rect(0, 0, width, height).inflate(-2 * margin, -2 * margin)
    content.top = layout.px(14)
    content.height = height - margin - content.top
    bar = cut_top(content, max(48, layout.px(52)), layout.px(12))
    controls = cut_bottom(content, _controls_height(layout, rows), gap)
    layout.ribbon = cut_bottom(content, layout.px(72), gap)
    widest = _widest(layout, content)
    for area in (bar, controls, layout.ribbon, content):
        _centre(area, widest)
    _title_bar(layout, bar)
    _pictures_side_by_side(layout, content)
    layout.panels.append(controls)
    _controls_landscape(layout, controls, rows)
    return layout


def _widest(layout: PlayLayout, content: Rect) -> int:
    widest = content.height * (WIDEST_SCOPE + WIDEST_BUCKET) + layout.px(16)
    return min(content.width, round(widest))


def _centre(area: Rect, width: int) -> None:
    middle = area.centerx
    area.width = width
    area.centerx = middle


def _title_bar(layout: PlayLayout, bar: Rect) -> None:
    side = max(48, layout.px(52))
    for name in reversed(TITLE_BUTTONS):
        wide = round(side * 2.5) if name == "reset" else side + layout.px(12)
        layout.buttons[name] = cut_right(bar, wide, layout.gap)
    bar.width -= layout.gap
    layout.title = bar


def _pictures_side_by_side(layout: PlayLayout, content: Rect) -> None:
    """The bucket keeps to its share; a wide window widens both up to their shapes."""
    between = layout.px(16)
    share = 672 / (1184 + 672)
    bucket = round((content.width - between) * share)
    if content.width / max(1, content.height) > 4.0:
        bucket = round(content.height * WIDEST_BUCKET)
    layout.bucket = cut_right(content, bucket, between)
    layout.scope = content


def _controls_height(layout: PlayLayout, rows: int) -> int:
    pad, label = layout.px(16), layout.px(30)
    button = max(layout.touch, layout.px(92))
    slider = layout.px(44) + layout.touch + layout.px(32)
    first = (label + button) * (rows - 1) + layout.px(10) * (rows - 2)
    return pad + first + layout.px(6) + slider + layout.px(8)


def _controls_landscape(layout: PlayLayout, controls: Rect, rows: int) -> None:
    area = controls.inflate(-2 * layout.px(28), 0)
    area.top, area.height = controls.top + layout.px(12), controls.height
    area.height -= layout.px(12)
    _inject_landscape(layout, area)
    deck = len(TRANSPORT) * max(layout.touch, layout.px(86)) + 2 * layout.gap
    right = cut_right(area, deck, layout.px(40))
    button = max(layout.touch, layout.px(92))
    label = layout.px(30)
    _patterns_and_presets(layout, area, rows, label, button)
    # The transport stands beside the first row, the speed beside the sliders.
    layout.labels["heading.time"] = cut_top(right, label)
    layout.place_row(TRANSPORT, Rect(right.left, right.top, right.width, button))
    area.top += layout.px(6)
    layout.labels["heading.speed"] = Rect(
        right.left, area.top, right.width, layout.px(40)
    )
    speed = Rect(right.left, area.top + layout.px(44), right.width, layout.touch)
    layout.place_speed(speed)
    for place in columns(area, SLIDER_COUNT, layout.px(38)):
        layout.place_slider(place, layout.px(44), layout.px(26))


def _patterns_and_presets(
    layout: PlayLayout, area: Rect, rows: int, label: int, button: int
) -> None:
    """In one row where the window is wide, in two where it is tall."""
    if rows == 2:
        heads, row = cut_top(area, label), cut_top(area, button)
        presets_width = round(area.width * 0.375)
        presets = cut_right(row, presets_width, layout.px(28))
        preset_head = cut_right(heads, presets_width, layout.px(28))
    else:
        heads, row = cut_top(area, label), cut_top(area, button, layout.px(10))
        preset_head, presets = cut_top(area, label), cut_top(area, button)
    layout.labels["heading.patterns"] = heads
    layout.labels["heading.presets"] = preset_head
    layout.place_row(PATTERN_BUTTONS, row)
    layout.place_presets(presets)


def _inject_landscape(layout: PlayLayout, area: Rect) -> None:
    side = min(max(96, layout.px(196)), area.height - layout.px(40))
    column = cut_right(area, side, layout.px(32))
    layout.inject = Rect(column.left, 0, side, side)
    layout.inject.centery = column.top + column.height // 2 - layout.px(16)


def portrait(size: tuple[int, int]) -> PlayLayout:
    """The bucket on top, the scope under it, all controls in the lower part."""
    width, height = size
    layout = PlayLayout("portrait", min(width / 1080, height / 1920), size)
    margin, gap = layout.px(24), layout.px(14)
    content = Rect(margin, layout.px(16), width - 2 * margin, 0)
    content.height = height - margin - content.top
    bar = cut_top(content, max(48, layout.px(64)), gap)
    _title_bar(layout, bar)
    controls = cut_bottom(content, _controls_height_portrait(layout), gap)
    layout.ribbon = cut_bottom(content, layout.px(124), gap)
    layout.bucket = cut_top(content, round(content.height * 0.56), gap)
    layout.scope = content
    layout.panels.append(controls)
    _controls_portrait(layout, controls)
    return layout


def _controls_height_portrait(layout: PlayLayout) -> int:
    button = max(layout.touch, layout.px(92))
    slider = layout.px(42) + layout.touch + layout.px(34)
    rows = 2 * (layout.px(30) + button) + 2 * slider
    return rows + max(96, layout.px(184)) + layout.px(58)


def _controls_portrait(layout: PlayLayout, controls: Rect) -> None:
    area = controls.inflate(-2 * layout.px(24), -2 * layout.px(12))
    button = max(layout.touch, layout.px(92))
    label = layout.px(30)
    bottom = cut_bottom(area, max(96, layout.px(184)), layout.px(10))
    _patterns_and_presets(layout, area, 3, label, button)
    area.top += layout.px(8)
    for _ in range(SLIDER_COUNT // 2):
        row = cut_top(area, layout.px(42) + layout.touch + layout.px(34))
        for place in columns(row, 2, layout.px(56)):
            layout.place_slider(place, layout.px(42), layout.px(26))
    side = bottom.height
    layout.inject = Rect(0, bottom.top, side, side)
    layout.inject.centerx = bottom.centerx
    left = Rect(bottom.left, bottom.top, 0, bottom.height)
    left.width = layout.inject.left - layout.px(40) - left.left
    right = Rect(layout.inject.right + layout.px(40), bottom.top, 0, bottom.height)
    right.width = bottom.right - right.left
    layout.labels["heading.time"] = cut_top(left, label)
    layout.labels["heading.speed"] = cut_top(right, label)
    layout.place_row(TRANSPORT, Rect(left.left, left.top, left.width, button))
    layout.place_speed(Rect(right.left, right.top, right.width, button))
