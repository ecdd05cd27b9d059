"""Where everything stands on the pages of Help, in one of three forms.

Lengths are design units of a screen of 1920 by 1080; in portrait of 1080 by 1920.
"""

from dataclasses import dataclass

from lifgame.scenes.bench.grid import COMPACT_UNIT, form_of
from lifgame.scenes.layout import SMALLEST_GAP_PX, SMALLEST_TOUCH_PX, Rect, columns

# The picture's design: machine and cell side by side, from the head to the bench.
DESIGN = (1920.0, 820.0)
HEAD = 112.0
MACHINE_RIGHT = 1150.0
CELL_LEFT, CELL_RIGHT = 1186.0, 1872.0
CELL_SHARE = 0.95  # under the machine the cell is smaller than beside it
CARD_SHARE = 0.27  # of what is under the head, in portrait
# Smaller than this, in pixels per design unit, there is no room for names.
NAMES_ZOOM = 0.52
# A portrait screen under this width has icons alone in its head, and other shares.
SMALL_SHARES = 1.0, 0.22
SMALL = 700
MARGIN = 48.0


@dataclass(frozen=True, slots=True)
class HelpPlaces:
    """All rectangles of a page, in pixels.

    Attributes:
        form: ``landscape``, ``portrait`` or ``compact``.
        size: The window's width and height.
        unit: Pixels per design unit: ``Look.unit``.
        back: The button that leads back.
        title: Where the page's title stands.
        settings: The button that leads to the settings.
        tabs: The pages' buttons, from left to right.
        page: What is left under the head.
        picture: The machine, and beside it the cell where there is room.
        bench: Row of the edge under both.
        design: The picture's design size; it is measured from the lower right.
        zoom: Pixels per unit of that design.
        cell: Upper left corner of the cell's part of the picture.
        cell_zoom: Pixels per unit of the cell.
        card: What is explained.
        has_names: Whether there is room for names beside the numbers.
    """

    form: str
    size: tuple[int, int]
    unit: float
    back: Rect
    title: Rect
    settings: Rect
    tabs: tuple[Rect, ...]
    page: Rect
    picture: Rect
    bench: int
    design: tuple[float, float]
    zoom: float
    cell: tuple[int, int]
    cell_zoom: float
    card: Rect
    has_names: bool


def help_places(size: tuple[int, int]) -> HelpPlaces:
    """The places for a window of a size in pixels."""
    return {"portrait": _portrait, "landscape": _wide, "compact": _wide}[form_of(size)](
        size
    )


def _wide(size: tuple[int, int]) -> HelpPlaces:
    """Machine and cell side by side, the card under them."""
    form, (width, height) = form_of(size), size
    is_small = form == "compact"
    scale = min(width / 1920, height / 1080)
    if is_small:
        scale = min(width / 800, height / 480) * COMPACT_UNIT
    margin = max(8, round((14 if is_small else MARGIN) * scale))
    gap = max(6, round(26 * scale))
    bar = Rect(margin, max(6, round((10 if is_small else 28) * scale)), 0, 0)
    bar.size = width - 2 * margin, max(SMALLEST_TOUCH_PX, round(76 * scale))
    top = max(bar.bottom + 6, round(HEAD * scale))
    zoom, spare, picture = _picture(size, top, is_small=is_small)
    card = Rect(margin, picture.bottom + gap, bar.width, 0)
    card.height = height - gap - card.top
    tabs = 3 if is_small else 2
    back, title, settings, pages = _head(bar, scale, is_small=is_small, count=tabs)
    return HelpPlaces(
        form=form,
        size=size,
        unit=scale,
        back=back,
        title=title,
        settings=settings,
        tabs=pages,
        page=Rect(margin, bar.bottom + gap, bar.width, height - bar.bottom - 2 * gap),
        picture=picture,
        bench=picture.bottom,
        design=DESIGN,
        zoom=zoom,
        cell=(round(spare + CELL_LEFT * zoom), top),
        cell_zoom=zoom,
        card=card,
        has_names=not is_small and zoom >= NAMES_ZOOM,
    )


def _picture(
    size: tuple[int, int], top: int, *, is_small: bool
) -> tuple[float, float, Rect]:
    """Pixels per design unit, what is left at each side, and the picture."""
    deep = DESIGN[1] - HEAD
    share = 0.68 if is_small else deep / (1080 - HEAD)
    zoom = min(size[0] / DESIGN[0], share * (size[1] - top) / deep)
    spare = (size[0] - DESIGN[0] * zoom) / 2
    rect = Rect(0, top, round(spare + DESIGN[0] * zoom), round(deep * zoom))
    return zoom, spare, rect


def _portrait(size: tuple[int, int]) -> HelpPlaces:
    """The cell under the machine, the card under both."""
    width, height = size
    scale = min(width / 1080, height / 1920)
    margin, gap = max(8, round(MARGIN * scale)), max(6, round(20 * scale))
    bar = Rect(margin, gap, width - 2 * margin, 0)
    bar.height = max(SMALLEST_TOUCH_PX, round(80 * scale))
    pages = bar.move(0, bar.height + gap)
    top = pages.bottom + gap
    room = height - top
    deep, is_small = DESIGN[1] - HEAD, width < SMALL
    share, card_share = SMALL_SHARES if is_small else (CELL_SHARE, CARD_SHARE)
    zoom = min(width / MACHINE_RIGHT, (1 - card_share) * room / (deep * (1 + share)))
    spare = round((width - MACHINE_RIGHT * zoom) / 2)
    picture = Rect(0, top, width - spare, round(deep * zoom))
    bench = top + round(deep * (1 + share) * zoom)
    card = Rect(margin, bench + gap, bar.width, 0)
    card.height = height - gap - card.top
    has_names = zoom * share >= NAMES_ZOOM
    back, title, settings, _ = _head(bar, scale, is_small=is_small, count=0)
    across = (CELL_RIGHT - CELL_LEFT) * zoom * share
    return HelpPlaces(
        form="portrait",
        size=size,
        unit=scale,
        back=back,
        title=title,
        settings=settings,
        tabs=tuple(columns(pages, 2, gap)),
        page=Rect(margin, top, bar.width, height - top - gap),
        picture=picture,
        bench=bench,
        design=(MACHINE_RIGHT, DESIGN[1]),
        zoom=zoom,
        cell=(round((width - across) / 2), top + round(deep * zoom)),
        cell_zoom=zoom * share,
        card=card,
        has_names=has_names,
    )


def _head(
    bar: Rect, scale: float, *, is_small: bool, count: int
) -> tuple[Rect, Rect, Rect, tuple[Rect, ...]]:
    """Back, title, settings, and the pages' buttons at the right."""
    gap = max(SMALLEST_GAP_PX, round(16 * scale))
    back = bar.copy()
    back.width = bar.height if is_small else max(bar.height, round(176 * scale))
    wide = max(76, round((160 if is_small else 236) * scale))
    right = bar.right
    pages: list[Rect] = []
    for _ in range(count):
        pages.insert(0, Rect(right - wide, bar.top, wide, bar.height))
        right = pages[0].left - max(SMALLEST_GAP_PX, round(8 * scale))
    settings = Rect(right - bar.height, bar.top, bar.height, bar.height)
    left = back.right + gap + round(22 * scale)
    title = Rect(left, bar.top, settings.left - gap - left, bar.height)
    return back, title, settings, tuple(pages)
