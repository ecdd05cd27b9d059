"""Where everything stands on a page of Learn, in one of three forms."""

from dataclasses import dataclass

from lifgame.scenes.bench.grid import COMPACT_UNIT, Grid, form_of
from lifgame.scenes.layout import SMALLEST_GAP_PX, SMALLEST_TOUCH_PX, Rect, columns

NAVIGATION = ("before", "pages", "next")


@dataclass(frozen=True, slots=True)
class LearnPlaces:
    """All rectangles of a page, in pixels.

    Attributes:
        form: ``landscape``, ``portrait`` or ``compact``.
        unit: Pixels per design unit: ``Look.unit``.
        kind: The line over the question; without width where there is no room.
        question: The page's question.
        question_size: Its type size, in design units.
        words: What the page says.
        words_size: The type size of that.
        numbers: The numbers that follow, side by side.
        picture: The living picture.
        machine: The form of the machine in it.
        column: What is beside the picture and not of its room; empty in portrait.
        bench: Where the controls stand.
        header: How high a slider's name is, in pixels.
        buttons: Buttons by id.
    """

    form: str
    unit: float
    kind: Rect
    question: Rect
    question_size: float
    words: Rect
    words_size: float
    numbers: Rect
    picture: Rect
    machine: str
    column: Rect
    bench: Rect
    header: int
    buttons: dict[str, Rect]


def learn_places(size: tuple[int, int]) -> LearnPlaces:
    """The places for a window of a size in pixels."""
    return _FORMS[form_of(size)](size)


def _landscape(size: tuple[int, int]) -> LearnPlaces:
    grid = Grid(size, (1920, 1080), margin=48)
    width, height = size
    left, wide = grid.px(48), grid.px(528)
    edge = left + wide + grid.px(36)
    high = max(SMALLEST_TOUCH_PX, grid.px(112))
    navigation = Rect(left, height - grid.px(28) - high, wide, high)
    bottom = height - grid.px(208)
    numbers = Rect(left, navigation.top - grid.px(20) - grid.px(92), wide, grid.px(92))
    words = Rect(left, grid.px(300), wide, 0)
    words.height = numbers.top - grid.px(14) - words.top
    bench = Rect(edge + grid.px(40), bottom + grid.px(22), 0, grid.px(164))
    leave = Rect(width - grid.px(48) - grid.px(200), bench.top, grid.px(200), 0)
    leave.height = bench.height
    bench.width = leave.left - grid.px(32) - bench.left
    corner = grid.corner((80, 80, 80), 28, 76)
    return LearnPlaces(
        form="landscape",
        unit=grid.scale,
        kind=Rect(left, grid.px(26), wide, grid.px(36)),
        question=Rect(left, grid.px(70), wide, grid.px(216)),
        question_size=58.0,
        words=words,
        words_size=34.0,
        numbers=numbers,
        picture=Rect(edge, 0, width - edge, bottom),
        machine="learn",
        column=Rect(0, 0, edge, height),
        bench=bench,
        header=grid.px(50),
        buttons=_named(grid, navigation, corner, leave),
    )


def _portrait(size: tuple[int, int]) -> LearnPlaces:
    grid = Grid(size, (1080, 1920), margin=48)
    corner = grid.corner((84, 84, 84), 24, 76)
    navigation = grid.band(128, 104)
    leave = navigation.copy()
    navigation.width = navigation.width * 3 // 4 - grid.px(16)
    leave.left = navigation.right + max(SMALLEST_GAP_PX, grid.px(16))
    leave.width = size[0] - grid.margin - leave.left
    bench = Rect(grid.margin, 0, size[0] - 2 * grid.margin, grid.px(164))
    bench.bottom = navigation.top - grid.px(24)
    head = grid.px(190)
    picture = Rect(0, head, size[0], grid.px(930))
    spare = bench.top - picture.bottom
    numbers = Rect(bench.left, 0, bench.width, min(grid.px(88), spare // 5))
    numbers.bottom = bench.top - grid.px(20)
    words = Rect(bench.left, picture.bottom + grid.px(24), bench.width, 0)
    words.height = numbers.top - grid.px(10) - words.top
    question = Rect(grid.margin, grid.px(62), 0, head - grid.px(66))
    question.width = corner[0].left - grid.px(24) - question.left
    return LearnPlaces(
        form="portrait",
        unit=grid.scale,
        kind=Rect(grid.margin, grid.px(24), question.width, grid.px(36)),
        question=question,
        question_size=56.0,
        words=words,
        words_size=38.0,
        numbers=numbers,
        picture=picture,
        machine="lab_portrait",
        column=Rect(0, 0, 0, 0),
        bench=bench,
        header=grid.px(50),
        buttons=_named(grid, navigation, corner, leave),
    )


def _compact(size: tuple[int, int]) -> LearnPlaces:
    grid = Grid(size, (800, 480), margin=8)
    width, height = size
    left, wide = grid.px(10), grid.px(330)
    edge = left + wide + grid.px(8)
    navigation = grid.band(56, 48)
    navigation.left, navigation.width = left, wide
    high = grid.px(42)
    numbers = Rect(left, navigation.top - grid.px(6) - high, wide, high)
    question = Rect(left, grid.px(6), wide, grid.px(72))
    words = Rect(left, question.bottom + grid.px(6), wide, 0)
    words.height = numbers.top - grid.px(4) - words.top
    deep = max(grid.px(104), 2 * SMALLEST_TOUCH_PX)
    bench = Rect(edge + grid.px(8), 0, 0, deep - grid.px(12))
    bench.bottom = height - grid.px(6)
    corner = grid.corner((50, 50, 50), 6, 48)
    leave = Rect(corner[-1].left, bench.top, corner[-1].width, bench.height)
    bench.width = leave.left - grid.px(12) - bench.left
    return LearnPlaces(
        form="compact",
        unit=grid.scale * COMPACT_UNIT,
        kind=Rect(0, 0, 0, 0),
        question=question,
        question_size=46.0,
        words=words,
        words_size=30.0,
        numbers=numbers,
        picture=Rect(edge, 0, width - edge, height - deep),
        machine="learn",
        column=Rect(0, 0, edge, height),
        bench=bench,
        header=max(16, grid.px(28)),
        buttons=_named(grid, navigation, corner, leave),
    )


def _named(
    grid: Grid, navigation: Rect, corner: list[Rect], leave: Rect
) -> dict[str, Rect]:
    gap = max(SMALLEST_GAP_PX, grid.px(10))
    turns = columns(navigation, len(NAVIGATION), gap)
    return {
        **dict(zip(NAVIGATION, turns, strict=True)),
        **dict(zip(("language", "mute", "reset"), corner, strict=True)),
        "close": leave,
    }


_FORMS = {"landscape": _landscape, "portrait": _portrait, "compact": _compact}
