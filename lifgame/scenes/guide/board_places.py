"""Where the board's cards stand, in one of three forms."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lifgame.scenes.bench.grid import COMPACT_UNIT, Grid, form_of
from lifgame.scenes.layout import (
    SMALLEST_GAP_PX,
    SMALLEST_TOUCH_PX,
    Rect,
    columns,
    cut_right,
    cut_top,
)

# However few there are, a card is not wider.
LEAST_ACROSS = 3
# So many stand side by side on a small screen, in one line for each kind.
MOST_ABREAST = 6
# The width of what turns the page, in design units.
MORE = 260.0


@dataclass(frozen=True, slots=True)
class BoardPlaces:
    """All rectangles of the board, in pixels.

    Attributes:
        unit: Pixels per design unit of the 1080-line screen: ``Look.unit``.
        title: The question over all cards.
        headings: The line over the cards of a kind.
        cards: The cards of a kind, in order.
        close: The way back to free play.
        picture: Where the machine goes on running, if there is room.
        picture_scale: How much smaller it is there.
        hold: HOLD, beside the machine.
        corner: Buttons by id.
        more: What turns the page; None where there is only one.
        tabs: Where there is room for the cards of one kind only: which one.
    """

    unit: float
    title: Rect
    headings: dict[str, Rect]
    cards: dict[str, list[Rect]]
    close: Rect
    picture: Rect | None = None
    picture_scale: float = 1.0
    hold: Rect | None = None
    corner: dict[str, Rect] = field(default_factory=dict)
    more: Rect | None = None
    tabs: dict[str, Rect] = field(default_factory=dict)


def board_places(
    size: tuple[int, int], counts: Mapping[str, int], *, has_pages: bool = False
) -> BoardPlaces:
    """The places for a window of a size in pixels, and so many cards of each kind."""
    places = _FORMS[form_of(size)](size, counts)
    return _with_pages(places) if has_pages else places


def _with_pages(places: BoardPlaces) -> BoardPlaces:
    """The same, with room for what turns the page at the end of the first line."""
    tabs = list(places.tabs.values())
    line = tabs[0].unionall(tabs[1:]) if tabs else places.title.copy()
    width = max(2 * SMALLEST_TOUCH_PX, round(MORE * places.unit))
    more = cut_right(line, width, SMALLEST_GAP_PX)
    height = max(SMALLEST_TOUCH_PX, min(more.height, width // 3))
    more = Rect(more.left, more.centery - height // 2, width, height)
    if not tabs:
        return replace(places, title=line, more=more)
    rects = columns(line, len(tabs), SMALLEST_GAP_PX)
    return replace(places, tabs=dict(zip(places.tabs, rects, strict=True)), more=more)


def _landscape(size: tuple[int, int], counts: Mapping[str, int]) -> BoardPlaces:
    grid = Grid(size, (1920, 1080), margin=48)
    aside = grid.px(624)
    board = Rect(grid.px(48), 0, size[0] - aside - 2 * grid.px(48), size[1])
    room = Rect(board.left, grid.px(120), board.width, size[1] - grid.px(150))
    gap = grid.px(16)
    headings, cards = _blocks(room, counts, 4, grid.px(40), gap)
    tabs: dict[str, Rect] = {}
    if _is_full(counts):
        line = cut_top(room, grid.px(84), gap)
        tabs, headings, cards = _turned(line, room, counts, 3, grid.px(40), gap)
    corner = grid.corner((88, 80, 80), 24, 72)
    left = size[0] - aside
    side = Rect(left + grid.px(40), 0, aside - grid.px(80), 0)
    hold, close = side.copy(), side.copy()
    hold.height, close.height = grid.px(152), grid.px(84)
    close.bottom = size[1] - grid.px(28)
    hold.bottom = close.top - grid.px(18)
    return BoardPlaces(
        unit=grid.scale,
        title=Rect(board.left, grid.px(24), board.width, grid.px(84)),
        headings=headings,
        cards=cards,
        close=close,
        picture=Rect(left, 0, aside, hold.top - grid.px(24)),
        picture_scale=0.5,
        hold=hold,
        corner=dict(zip(("learn", "language", "mute"), corner, strict=True)),
        tabs=tabs,
    )


def _portrait(size: tuple[int, int], counts: Mapping[str, int]) -> BoardPlaces:
    grid = Grid(size, (1080, 1920), margin=48)
    corner = grid.corner((84, 84, 84), 24, 76)
    close = grid.band(120, 84)
    room = Rect(grid.px(48), grid.px(190), size[0] - 2 * grid.px(48), 0)
    room.height = close.top - grid.px(24) - room.top
    headings, cards = _blocks(room, counts, 2, grid.px(40), grid.px(16))
    title = Rect(grid.px(48), grid.px(24), 0, grid.px(140))
    title.width = corner[0].left - grid.px(24) - title.left
    return BoardPlaces(
        unit=grid.scale,
        title=title,
        headings=headings,
        cards=cards,
        close=close,
        corner=dict(zip(("learn", "language", "mute"), corner, strict=True)),
    )


def _compact(size: tuple[int, int], counts: Mapping[str, int]) -> BoardPlaces:
    grid = Grid(size, (800, 480), margin=8)
    learn, language, mute, close = grid.corner((54, 54, 54, 54), 8, 54)
    room = Rect(grid.px(8), grid.px(68), size[0] - 2 * grid.px(8), 0)
    room.height = size[1] - grid.px(8) - room.top
    gap = max(SMALLEST_GAP_PX, grid.px(8))
    headings, cards = _blocks(room, counts, MOST_ABREAST, grid.px(22), gap)
    title = Rect(grid.px(12), grid.px(8), 0, close.height)
    title.width = learn.left - grid.px(16) - title.left
    tabs: dict[str, Rect] = {}
    if _is_full(counts):
        tabs, _, cards = _turned(title, room, counts, 4, 0, gap)
        headings, title = {}, Rect(title.topleft, (0, 0))
    return BoardPlaces(
        unit=grid.scale * COMPACT_UNIT,
        title=title,
        headings=headings,
        cards=cards,
        close=close,
        corner={"learn": learn, "language": language, "mute": mute},
        tabs=tabs,
    )


def _is_full(counts: Mapping[str, int]) -> bool:
    """Whether only the cards of one kind have room at a time."""
    kinds = [kind for kind, count in counts.items() if count]
    return len(kinds) > 1 and max(counts.values()) > MOST_ABREAST


def _turned(
    line: Rect,
    room: Rect,
    counts: Mapping[str, int],
    most: int,
    heading: int,
    gap: int,
) -> tuple[dict[str, Rect], dict[str, Rect], dict[str, list[Rect]]]:
    """One kind at a time: what turns to it, its line, and its cards."""
    kinds = [kind for kind, count in counts.items() if count]
    tabs = dict(zip(kinds, columns(line, len(kinds), gap), strict=True))
    headings: dict[str, Rect] = {}
    cards: dict[str, list[Rect]] = {}
    for kind in kinds:
        own = _blocks(room, {kind: counts[kind]}, most, heading, gap)
        headings |= own[0]
        cards |= own[1]
    return tabs, headings, cards


def _blocks(
    room: Rect, counts: Mapping[str, int], most: int, heading: int, gap: int
) -> tuple[dict[str, Rect], dict[str, list[Rect]]]:
    """One kind under the other, each with its line over its cards."""
    lines = {kind: -(-count // most) for kind, count in counts.items() if count}
    spare = room.height - len(lines) * (heading + gap) - gap * sum(lines.values())
    high = spare // max(sum(lines.values()), 1)
    headings: dict[str, Rect] = {}
    cards: dict[str, list[Rect]] = {}
    y = room.top
    for kind, count in lines.items():
        # As many in each line, and never wider than a third of it.
        across = min(most, max(-(-counts[kind] // count), LEAST_ACROSS))
        headings[kind] = Rect(room.left, y, room.width, heading)
        y += heading
        cards[kind] = []
        for _ in range(count):
            row = Rect(room.left, y, room.width, min(high, room.width // across * 2))
            cards[kind] += columns(row, across, gap)
            y += high + gap
        y += gap
    return headings, cards


_FORMS = {"landscape": _landscape, "portrait": _portrait, "compact": _compact}
