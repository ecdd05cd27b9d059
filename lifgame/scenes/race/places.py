"""Where everything of the race stands: two halves, and between them what is shared.

Halves stand side by side; on a standing screen one above the other, and none of them
upside down: both visitors stand in front.
"""

from dataclasses import dataclass

from lifgame.scenes.bench.grid import COMPACT_UNIT, Grid, form_of
from lifgame.scenes.layout import SMALLEST_TOUCH_PX, Rect, columns
from lifgame.view.machine.paper_places import paper_places
from lifgame.view.machine.places import MachinePlaces

# The machine's arrangement, in a half.
FORM = "race"
# How far the ring of the tap's gauge and the room beside it reach, in wheels.
TAP_REACH = 1.7


@dataclass(frozen=True, slots=True)
class Half:
    """One visitor's places, in pixels.

    Attributes:
        picture: Machine and paper.
        pump: The button.
        plate: What stands there at the end.
        letter: The disc with the visitor's letter.
        words: What to do now.
        goal: Under the number: of how many.
    """

    picture: Rect
    pump: Rect
    plate: Rect
    letter: Rect
    words: Rect
    goal: Rect


@dataclass(frozen=True, slots=True)
class RacePlaces:
    """All places of the race, in pixels.

    Attributes:
        unit: Pixels per design unit of the 1080-line screen: ``Look.unit``.
        halves: The two visitors'.
        benches: Strips behind the buttons.
        seam: The line between the halves; without width where there is none.
        clock: The clock that belongs to both.
        leave: The way out while it goes on.
        again: Another race, at the end.
        quit: The way out at the end.
    """

    unit: float
    halves: tuple[Half, Half]
    benches: tuple[Rect, ...]
    seam: Rect
    clock: Rect
    leave: Rect
    again: Rect
    quit: Rect


def race_places(size: tuple[int, int]) -> RacePlaces:
    """The places for a window of a size in pixels."""
    form = form_of(size)
    return _portrait(size) if form == "portrait" else _landscape(size, form)


def race_unit(size: tuple[int, int]) -> float:
    """``Look.unit`` for a window of a size in pixels."""
    form = form_of(size)
    if form == "portrait":
        return Grid(size, (1080, 1920), 0).scale
    if form == "compact":
        return Grid(size, (800, 480), 0).scale * COMPACT_UNIT
    return Grid(size, (1920, 1080), 0).scale


def _landscape(size: tuple[int, int], form: str) -> RacePlaces:
    unit, px = race_unit(size), Grid(size, (1920, 1080), 0).px
    middle, gap = size[0] // 2, max(px(20), 6)
    clock = _centred(middle, max(px(16), 4), round(160 * unit), round(160 * unit))
    leave = _touchable(round(64 * unit))
    out = _centred(middle, clock.bottom + gap, leave, leave)
    high, low = max(64, px(186)), max(px(30), 8)
    row = Rect(max(px(44), 8), size[1] - low - high, 0, high)
    row.width = size[0] - 2 * row.left
    bench = Rect(0, row.top - low, size[0], size[1] - row.top + low)
    # The way out stands between the halves, and covers nothing.
    gutter = leave // 2 + max(px(6), 4)
    right = middle + gutter
    pictures = (
        Rect(0, 0, middle - gutter, bench.top),
        Rect(right, 0, size[0] - right, bench.top),
    )
    pumps = columns(row, 2, 2 * row.left)
    ending = _centred(middle, row.top, max(px(660), 254), high)
    again, leaves = ending.copy(), ending.copy()
    leaves.width = max(px(260), 106)
    leaves.right, again.width = ending.right, ending.width - leaves.width - gap
    plates = row.copy(), row.copy()
    plates[0].width = plates[1].width = ending.left - gap - row.left
    plates[1].right = row.right
    # The clock reaches into both halves; the right one's letter goes out of its way.
    shifts, is_small = (0, max(0, clock.right + gap - right)), form == "compact"
    first, second = (
        _half(pictures[n], (pumps[n], plates[n]), unit, shifts[n], is_small=is_small)
        for n in range(2)
    )
    seam = _centred(middle, 0, max(2, px(8)), size[1])
    return RacePlaces(unit, (first, second), (bench,), seam, clock, out, again, leaves)


def _centred(middle: int, top: int, width: int, height: int) -> Rect:
    rect = Rect(0, top, width, height)
    rect.centerx = middle
    return rect


def _portrait(size: tuple[int, int]) -> RacePlaces:
    unit = race_unit(size)
    px = Grid(size, (1080, 1920), 0).px
    high, low, aside = max(64, px(150)), max(px(18), 6), max(px(48), 8)
    band = Rect(0, 0, size[0], max(px(170), 76))
    band.centery = size[1] // 2
    parts = (
        Rect(0, 0, size[0], band.top),
        Rect(0, band.bottom, size[0], size[1] - band.bottom),
    )
    halves, benches = list[Half](), list[Rect]()
    for part in parts:
        pump = Rect(aside, part.bottom - low - high, size[0] - 2 * aside, high)
        bench = Rect(0, pump.top - low, size[0], part.bottom - pump.top + low)
        picture = Rect(0, part.top, size[0], bench.top - part.top)
        halves.append(_half(picture, (pump, pump), unit, 0))
        benches.append(bench)
    clock = Rect(0, 0, band.height - 2 * low, band.height - 2 * low)
    clock.center = band.center
    side = _touchable(round(96 * unit))
    leave = Rect(0, 0, side, side)
    leave.midright = size[0] - aside, band.centery
    row = min(band.height - 2 * low, max(SMALLEST_TOUCH_PX, px(120)))
    again = Rect(aside, 0, clock.left - 2 * low - aside, row)
    again.centery = band.centery
    leaving = again.copy()
    leaving.left = clock.right + 2 * low
    return RacePlaces(
        unit=unit,
        halves=(halves[0], halves[1]),
        benches=(benches[0].union(band), benches[1]),
        seam=Rect(0, 0, 0, 0),
        clock=clock,
        leave=leave,
        again=again,
        quit=leaving,
    )


def _half(
    picture: Rect,
    buttons: tuple[Rect, Rect],
    unit: float,
    shift: int,
    *,
    is_small: bool = False,
) -> Half:
    """What stands on one picture: the words go where neither tap nor paper is."""
    machine = machine_places(picture, unit)
    margin, side = max(8, round(28 * unit)), round(106 * unit)
    letter = Rect(picture.left + margin + shift, margin, side, side)
    letter.top = picture.top + margin
    end = machine.tap[0] - round(machine.wheel * TAP_REACH)
    paper_top = paper_places(machine).rails[0].top
    words = Rect(letter.right + margin // 2, letter.top, 0, letter.height)
    if is_small:
        words = Rect(letter.left, letter.bottom + 4, 0, paper_top - letter.bottom - 8)
    words.width = max(1, end - words.left)
    x, _, size = machine.count
    goal = Rect(0, machine.y(machine.row.count_word[1]), 0, round(size * 0.36))
    goal.width = 2 * min(
        picture.right - x - margin // 2, x - machine.inside.right - machine.px(34)
    )
    goal.center = x, goal.top
    return Half(picture, *buttons, letter, words, goal)


def machine_places(picture: Rect, unit: float) -> MachinePlaces:
    """Where the machine of a half stands; its number is large as it is."""
    return MachinePlaces(picture, FORM, unit, 1.0)


def _touchable(side: int) -> int:
    return max(SMALLEST_TOUCH_PX, side)
