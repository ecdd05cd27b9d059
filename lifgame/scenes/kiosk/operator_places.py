"""Where the cards of the operator's place stand, in one of three forms."""

from dataclasses import dataclass, field

from lifgame.scenes.bench.grid import Grid, form_of
from lifgame.scenes.layout import SMALLEST_TOUCH_PX, Rect, columns, cut_bottom, cut_top
from lifgame.session.exhibit import CARDS


@dataclass(slots=True)
class OperatorPlaces:
    """All rectangles, in pixels.

    Attributes:
        unit: Pixels per design unit: ``Look.unit``.
        back: The way back to the game.
        title: The head's words.
        ring: The seconds that are left.
        closes: What they mean; None where there is no room.
        cards: The cards that are shown, by name.
        tabs: Where cards are chosen if one is shown at a time, by name.
    """

    unit: float
    back: Rect
    title: Rect
    ring: Rect
    closes: Rect | None = None
    cards: dict[str, Rect] = field(default_factory=dict)
    tabs: dict[str, Rect] = field(default_factory=dict)


def operator_places(size: tuple[int, int], card: str) -> OperatorPlaces:
    """The places for a window of a size in pixels, and the card that is chosen."""
    form = form_of(size)
    if form == "landscape" and size[1] >= 640 and size[0] >= 1100:
        return _landscape(size)
    return _portrait(size) if form == "portrait" else _compact(size, card)


def _landscape(size: tuple[int, int]) -> OperatorPlaces:
    grid = Grid(size, (1920, 1080), margin=48)
    across, down = size[0] / 1920, size[1] / 1080

    def rect(left: float, top: float, width: float, height: float) -> Rect:
        x, y = round(left * across), round(top * down)
        right, bottom = round((left + width) * across), round((top + height) * down)
        return Rect(x, y, right - x, bottom - y)

    return OperatorPlaces(
        unit=grid.scale,
        back=grid.touchable(rect(48, 28, 340, 80)),
        title=rect(424, 28, 700, 80),
        ring=rect(1382, 30, 76, 76),
        closes=rect(1470, 32, 402, 72),
        cards={
            "rules": rect(48, 136, 560, 640),
            "visits": rect(632, 136, 640, 640),
            "diagnosis": rect(1296, 136, 576, 640),
            "tests": rect(48, 800, 1024, 232),
            "program": rect(1096, 800, 776, 232),
        },
    )


def _portrait(size: tuple[int, int]) -> OperatorPlaces:
    grid = Grid(size, (1080, 1920), margin=48)
    room = Rect((0, 0), size).inflate(-2 * grid.px(48), -2 * grid.px(32))
    head = cut_top(room, max(SMALLEST_TOUCH_PX, grid.px(84)), grid.px(20))
    places = OperatorPlaces(
        unit=grid.scale,
        back=Rect(head.left, head.top, grid.px(380), head.height),
        title=Rect(head.left + grid.px(404), head.top, grid.px(460), head.height),
        ring=Rect(head.right - head.height, head.top, head.height, head.height),
    )
    gap = grid.px(20)
    shares = {
        "rules": 0.28, "visits": 0.24, "diagnosis": 0.25, "tests": 0.12,
        "program": 0.11,
    }  # fmt: skip
    high = room.height - 4 * gap
    for name, share in shares.items():
        places.cards[name] = cut_top(room, round(high * share), gap)
    return places


def _compact(size: tuple[int, int], card: str) -> OperatorPlaces:
    grid = Grid(size, (800, 480), margin=8)
    room = Rect((0, 0), size).inflate(-16, -16)
    head = cut_top(room, max(SMALLEST_TOUCH_PX, grid.px(52)), 8)
    tabs = cut_bottom(room, max(SMALLEST_TOUCH_PX, grid.px(56)), 8)
    names = columns(tabs, len(CARDS), 8)
    return OperatorPlaces(
        unit=grid.scale * 0.62,
        back=Rect(head.left, head.top, grid.px(240), head.height),
        title=Rect(head.left + grid.px(256), head.top, grid.px(380), head.height),
        ring=Rect(head.right - head.height, head.top, head.height, head.height),
        cards={card: room},
        tabs=dict(zip(CARDS, names, strict=True)),
    )
