"""The landscape and the portrait layout of the Play screen."""

from dataclasses import dataclass

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
WIDE_FROM = 2.1
# From this height on, relative to the width, patterns get a row of their own.
TALL_FROM = 0.7
# With less width than this beside the deck, the controls are stacked.
NARROW_BELOW_PX = 840
INJECT_PX = 96  # the least diameter of the round button
WORDS_PX = 56  # four lines of the smallest type
TRANSPORT = ("pause", "step", "window")
TITLE_BUTTONS = ("language", "mute", "settings", "help", "fullscreen", "reset")


@dataclass(frozen=True, slots=True)
class DeckForm:
    """How the landscape's controls are arranged.

    Attributes:
        rows: Rows of controls: patterns and presets share the first one or do not.
        is_stacked: Whether Inject stands above transport and speed.
        deck: Width of transport and speed in pixels.
    """

    rows: int
    is_stacked: bool
    deck: int


def landscape(size: tuple[int, int], text_scale: float = 1.0) -> PlayLayout:
    """Pictures side by side, the ribbon under them, all controls at the bottom."""
    width, height = size
    unit = min(width / 1920, height / 1080)
    layout = PlayLayout("landscape", unit, size, text_scale)
    margin, gap = layout.px(24), layout.px(12)
    content = Rect(0, 0, width, height).inflate(-2 * margin, -2 * margin)
    content.top = layout.px(14)
    content.height = height - margin - content.top
    bar = cut_top(content, max(48, layout.px(52)), layout.px(12))
    controls = cut_bottom(content, _controls_height(layout, width - 2 * margin), gap)
    layout.ribbon = cut_bottom(content, _ribbon_height(layout, 72), gap)
    widest = _widest(layout, content)
    for area in (bar, controls, layout.ribbon, content):
        _centre(area, widest)
    _title_bar(layout, bar)
    _pictures_side_by_side(layout, content)
    layout.panels.append(controls)
    _controls_landscape(layout, controls)
    return layout


def _widest(layout: PlayLayout, content: Rect) -> int:
    """How wide the whole may become; ordinary windows are filled."""
    if layout.size[0] / layout.size[1] < WIDE_FROM:
        return content.width
    high = content.height
    bucket = WIDEST_BUCKET * (high - _words_height(layout))
    widest = WIDEST_SCOPE * high + bucket + layout.px(16)
    return min(content.width, round(widest))


def _centre(area: Rect, width: int) -> None:
    middle = area.centerx
    area.width = width
    area.centerx = middle


def _title_bar(layout: PlayLayout, bar: Rect) -> None:
    side = max(48, layout.px(52))
    places: dict[str, Rect] = {}
    for name in reversed(TITLE_BUTTONS):
        wide = round(side * 2.5) if name == "reset" else side + layout.px(12)
        places[name] = cut_right(bar, wide, layout.gap)
    # The focus goes through them as they are read, from left to right.
    layout.buttons |= {name: places[name] for name in TITLE_BUTTONS}
    bar.width -= layout.gap
    layout.title = bar


def _pictures_side_by_side(layout: PlayLayout, content: Rect) -> None:
    """The bucket keeps to its share; a wide window widens both up to their shapes."""
    between = layout.px(16)
    share = 672 / (1184 + 672)
    bucket = round((content.width - between) * share)
    if content.width / max(1, content.height) > 4.0:
        bucket = round(WIDEST_BUCKET * (content.height - _words_height(layout)))
    right = cut_right(content, bucket, between)
    gap = layout.px(12)
    layout.words = cut_bottom(right, _words_height(layout) - gap, gap)
    layout.bucket, layout.scope = right, content


def _ribbon_height(layout: PlayLayout, design: float) -> int:
    """Its words are held by their widths, so it grows but half as fast as they do."""
    return round(layout.px(design) * (1 + (layout.text_scale - 1) / 2))


def _words_height(layout: PlayLayout) -> int:
    """The sentence under the bucket, with the gap above it."""
    return layout.type_px(64, WORDS_PX) + layout.px(12)


def _controls_height(layout: PlayLayout, width: int) -> int:
    """What the taller of the two sides needs: rows and sliders, or the right side."""
    form = _deck_form(layout, width)
    label, _, _ = _heights(layout)
    right = 2 * label + 2 * layout.touch + INJECT_PX + 3 * layout.gap
    left = _left_height(layout, form)
    return layout.px(24) + max(left, right if form.is_stacked else 0)


def _left_height(layout: PlayLayout, form: DeckForm) -> int:
    """Rows of buttons with their headings, and the sliders under them."""
    label, button, slider = _heights(layout)
    rows = form.rows - 1
    gaps = (rows - 1) * layout.px(10) + layout.px(6)
    return rows * (label + button) + gaps + slider


def _heights(layout: PlayLayout) -> tuple[int, int, int]:
    """A heading, a row of buttons, a slider with its header and key caps."""
    label = layout.label_height
    button = max(layout.touch, layout.px(92))
    return label, button, layout.slider_header + layout.touch + layout.caps_height


def _deck_form(layout: PlayLayout, width: int) -> DeckForm:
    """How the controls are arranged: narrow windows stack what is at the right."""
    height_share = layout.size[1] / layout.size[0]
    deck = len(TRANSPORT) * max(layout.touch, layout.px(86)) + 2 * layout.gap
    inject = max(INJECT_PX, layout.px(196))
    abreast = width - layout.px(56) - deck - inject - layout.px(72)
    if abreast < NARROW_BELOW_PX:
        deck = len(TRANSPORT) * layout.touch + 2 * layout.gap
        return DeckForm(3, is_stacked=True, deck=deck)
    rows = 3 if height_share > TALL_FROM else 2
    return DeckForm(rows, is_stacked=False, deck=deck)


def _controls_landscape(layout: PlayLayout, controls: Rect) -> None:
    form = _deck_form(layout, controls.width)
    area = controls.inflate(-2 * layout.px(28), -layout.px(24))
    label, button, _ = _heights(layout)
    if form.is_stacked:
        right = cut_right(area, form.deck, layout.px(24))
        _deck_stacked(layout, right, label)
    else:
        _inject_landscape(layout, area)
        right = cut_right(area, form.deck, layout.px(40))
        _deck_abreast(layout, right, label, button)
    # Where the right side is taller, the buttons of the left grow to match.
    spare = area.height - _left_height(layout, form)
    button += max(0, spare // (form.rows - 1))
    _patterns_and_presets(layout, area, form.rows, label, button)
    area.top += layout.px(6)
    apart = layout.gap if form.is_stacked else max(12, layout.px(30))
    for place in columns(area, SLIDER_COUNT, apart):
        layout.place_slider(place)


def _deck_abreast(layout: PlayLayout, right: Rect, label: int, button: int) -> None:
    """Transport above speed; the round button has a column of its own."""
    layout.labels["heading.time"] = cut_top(right, label)
    layout.place_row(TRANSPORT, cut_top(right, button, layout.px(6)))
    speed = cut_bottom(right, layout.touch + layout.caps_height)
    layout.labels["heading.speed"] = Rect(
        right.left, speed.top - label, right.width, label
    )
    layout.place_speed(Rect(speed.left, speed.top, speed.width, layout.touch))


def _deck_stacked(layout: PlayLayout, right: Rect, label: int) -> None:
    """The round button above transport and speed, all in one column."""
    speed = cut_bottom(right, layout.touch, 0)
    layout.labels["heading.speed"] = cut_bottom(right, label, layout.gap)
    layout.place_row(TRANSPORT, cut_bottom(right, layout.touch, 0))
    layout.labels["heading.time"] = cut_bottom(right, label, layout.gap)
    layout.place_speed(speed)
    side = min(right.height, right.width)
    layout.inject = Rect(0, right.top, side, side)
    layout.inject.center = right.center


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
    cap = layout.caps_height
    side = min(max(INJECT_PX, layout.px(196)), area.height - 2 * cap)
    column = cut_right(area, max(INJECT_PX, layout.px(196)), layout.px(32))
    layout.inject = Rect(column.left, 0, side, side)
    layout.inject.center = column.centerx, column.centery - cap // 2
    if cap:
        below = Rect(column.left, layout.inject.bottom, column.width, cap)
        layout.caps["inject"] = below.move(0, layout.px(4))


def portrait(size: tuple[int, int], text_scale: float = 1.0) -> PlayLayout:
    """The bucket on top, the scope under it, all controls in the lower part."""
    width, height = size
    unit = min(width / 1080, height / 1920)
    layout = PlayLayout("portrait", unit, size, text_scale)
    margin, gap = layout.px(24), layout.px(14)
    content = Rect(margin, layout.px(16), width - 2 * margin, 0)
    content.height = height - margin - content.top
    bar = cut_top(content, max(48, layout.px(64)), gap)
    _title_bar(layout, bar)
    controls = cut_bottom(content, _controls_height_portrait(layout), gap)
    layout.ribbon = cut_bottom(content, _ribbon_height(layout, 124), gap)
    layout.bucket = cut_top(content, round(content.height * 0.54), layout.px(8))
    layout.words = cut_top(content, layout.type_px(52, WORDS_PX), layout.px(8))
    layout.scope = content
    layout.panels.append(controls)
    _controls_portrait(layout, controls)
    return layout


def _controls_height_portrait(layout: PlayLayout) -> int:
    label, button, slider = _heights(layout)
    rows = 2 * (label + button) + 2 * slider
    return rows + _bottom_height(layout) + layout.px(58)


def _bottom_height(layout: PlayLayout) -> int:
    return max(INJECT_PX, layout.px(184))


def _controls_portrait(layout: PlayLayout, controls: Rect) -> None:
    area = controls.inflate(-2 * layout.px(24), -2 * layout.px(12))
    label, button, slider = _heights(layout)
    bottom = cut_bottom(area, _bottom_height(layout), layout.px(10))
    _patterns_and_presets(layout, area, 3, label, button)
    area.top += layout.px(8)
    for _ in range(SLIDER_COUNT // 2):
        row = cut_top(area, slider)
        for place in columns(row, 2, layout.px(56)):
            layout.place_slider(place)
    _bottom_portrait(layout, bottom, label, button)


def _bottom_portrait(layout: PlayLayout, bottom: Rect, label: int, button: int) -> None:
    """Transport, the round button, speed."""
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
