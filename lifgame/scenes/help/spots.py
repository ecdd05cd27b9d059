"""Where the numbers and names of Help stand, and what each of them points at."""

from collections.abc import Iterator
from dataclasses import dataclass

from lifgame.scenes.help.cell import NerveCell
from lifgame.scenes.help.machine_places import HelpMachinePlaces
from lifgame.scenes.help.places import MACHINE_RIGHT
from lifgame.view.geometry import Pixel, Point

# What the machine in Help is set to.
LINE_MV, RESISTANCE_MOHM = 20.0, 12.0
# Beside a number, where its name begins; from a number to the next below it.
WORDS_AT = 46.0
BADGE = 24.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A number, and its name if there is one.

    Attributes:
        id: The part's id, with ``cell_`` before it on the nerve cell.
        part: The part.
        badge: Middle of the number.
        key: Text key of the name; empty for the number alone.
        words: Where the name begins, ends or has its middle.
        align: ``left``, ``right`` or ``center``.
        width: How wide the name may be.
        target: What the number points at; None for nothing.
    """

    id: str
    part: str
    badge: Pixel
    key: str = ""
    words: Pixel = (0, 0)
    align: str = "left"
    width: int = 0
    target: Pixel | None = None


def machine_spots(places: HelpMachinePlaces, *, has_names: bool) -> list[Spot]:
    """Those of the machine, in the order of their numbers."""
    return [
        _spot(places, *row, has_names=has_names)
        for row in (_named(places) if has_names else _numbered(places))
    ]


# Part, badge, side of the name, target.
_Row = tuple[str, Point, str, Pixel | None]


def _named(places: HelpMachinePlaces) -> Iterator[_Row]:
    """Numbers in a column right of the parts, each with its name."""
    right, zoom = places.inside.right, places.zoom
    tag = places.tag(LINE_MV, RESISTANCE_MOHM)
    knob = places.knob(RESISTANCE_MOHM)
    pill = places.pill(LINE_MV, RESISTANCE_MOHM)
    step = max(76 * places.unit, 50.0)
    line_y = min(tag.centery, knob.centery - 2 * step)
    width_y = min(max(pill.centery, line_y + step), knob.centery - step)
    x, y = places.tap
    yield "tap", (x + 112 * zoom, y - 6 * zoom), "left", None
    yield "line", (right + 150 * zoom, line_y), "left", tag.midright
    yield "width", (right + 84 * zoom, width_y), "left", pill.midright
    yield "leak", (right + 150 * zoom, knob.centery), "left", knob.midright
    yield "water", (places.wall_x + 56 * zoom, places.y(600)), "", None
    bend = (sum(places.legs) // 2 + places.px(8), places.scale.row(LINE_MV + 1))
    top = min(places.scale.row(26.6), line_y - step)
    yield "siphon", (right + 84 * zoom, top), "left", bend
    yield "pipe", (places.x(880), places.axon_y), "above", None
    lamp_x, lamp_y, radius = places.lamp
    yield "lamp", (lamp_x - radius - 30 * zoom, lamp_y - 13 * zoom), "right", None


def _numbered(places: HelpMachinePlaces) -> Iterator[_Row]:
    """The same without names, as far apart as fingers need."""
    right, zoom = places.inside.right, places.zoom
    knob = places.knob(RESISTANCE_MOHM)
    lamp_x, lamp_y, radius = places.lamp
    bend = (sum(places.legs) // 2, places.scale.row(LINE_MV + 1))
    tag = places.tag(LINE_MV, RESISTANCE_MOHM)
    pill = places.pill(LINE_MV, RESISTANCE_MOHM)
    x, y = places.tap
    yield "tap", (x + 174 * zoom, y + 6 * zoom), "", None
    yield "line", (right + 380 * zoom, places.y(340)), "", tag.midright
    yield "width", (right + 230 * zoom, places.y(470)), "", pill.midright
    yield "leak", (right + 190 * zoom, places.y(622)), "", knob.midright
    yield "water", (places.wall_x + 72 * zoom, places.y(600)), "", None
    yield "siphon", (right + 180 * zoom, places.y(290)), "", bend
    axon = (places.x(930), places.axon_y)
    yield "pipe", (places.x(962), places.y(746)), "", axon
    yield "lamp", (lamp_x, lamp_y - radius - 72 * zoom), "", None


def _spot(
    places: HelpMachinePlaces,
    part: str,
    badge: Point,
    side: str,
    target: Pixel | None,
    *,
    has_names: bool,
) -> Spot:
    x, y = round(badge[0]), round(badge[1])
    if not side:
        return Spot(part, part, (x, y), target=target)
    gap = words_gap(places.zoom, places.unit)
    end = places.picture.right - round(
        (places.row.size[0] - MACHINE_RIGHT + 12) * places.zoom
    )
    key = f"help.part.{part}.name"
    if side == "above":
        above = y - round(37 * places.zoom)
        wide = 2 * (places.x(1000) - x)
        return Spot(part, part, (x, y), key, (x, above), "center", wide, target)
    if side == "right":
        wide = x - gap - places.x(740)
        return Spot(part, part, (x, y), key, (x - gap, y), "right", wide, target)
    return Spot(part, part, (x, y), key, (x + gap, y), "left", end - x - gap, target)


def words_gap(zoom: float, unit: float) -> int:
    """From the middle of a number to its name."""
    return round(WORDS_AT * max(zoom, unit))


def loose_spot(places: HelpMachinePlaces) -> Spot:
    """The water's name, which stands over the paper."""
    x = places.pen_x - round(216 * places.zoom)
    y = places.y(162)
    gap = words_gap(places.zoom, places.unit)
    wide = places.tap[0] - round(92 * places.zoom) - x - gap
    key = "help.part.water.name"
    return Spot("water_name", "water", (x, y), key, (x + gap, y), "left", wide)


# Part, badge, where its name is not beside it, side, target; in the picture's design.
_CELL: tuple[tuple[str, Point, Point | None, str, Point | None], ...] = (
    ("tap", (1680, 180), None, "left", (1640, 224)),
    ("line", (1548, 598), None, "left", (1476, 626)),
    ("width", (1648, 320), None, "left", (1528, 360)),
    ("leak", (1648, 440), None, "left", (1576, 456)),
    ("water", (1392, 384), (1448, 520), "center", None),
    ("siphon", (1368, 690), (1332, 716), "right", (1430, 676)),
    ("pipe", (1578, 690), None, "left", None),
    ("lamp", (1788, 790), None, "right", None),
)
_CELL_NUMBERS: tuple[tuple[str, Point, Point | None], ...] = (
    ("tap", (1730, 190), (1640, 224)),
    ("line", (1310, 612), (1424, 622)),
    ("width", (1650, 336), (1530, 370)),
    ("leak", (1650, 488), (1560, 466)),
    ("water", (1448, 450), None),
    ("siphon", (1330, 764), (1436, 690)),
    ("pipe", (1580, 666), (1588, 720)),
    ("lamp", (1804, 620), (1838, 684)),
)


def cell_spots(
    cell: NerveCell, unit: float, edge: int, *, has_names: bool
) -> list[Spot]:
    """Those of the nerve cell.

    Args:
        cell: Where it stands.
        unit: Pixels per design unit of words.
        edge: Names end before this column.
        has_names: Whether there is room for names.
    """
    gap = words_gap(cell.zoom, unit)
    if not has_names:
        return [
            Spot(f"cell_{part}", part, _at(cell, badge), target=_maybe(cell, target))
            for part, badge, target in _CELL_NUMBERS
        ]
    spots = []
    for part, badge, words, align, target in _CELL:
        key = f"help.part.{part}.cell"
        at = _at(cell, badge)
        begin = at[0] + (gap if align == "left" else -gap), at[1]
        if words is not None:
            begin = _at(cell, words)
        width = {
            "left": edge - begin[0],
            "right": begin[0] - cell.rect.left - round(24 * cell.zoom),
            "center": round(150 * cell.zoom),
        }[align]
        if part == "lamp":
            width = begin[0] - _at(cell, (1410, 0))[0]
        if part == "pipe":
            width = _at(cell, (1824, 0))[0] - begin[0]
        spots.append(
            Spot(
                f"cell_{part}", part, at, key, begin, align, width, _maybe(cell, target)
            )
        )
    return spots


def _at(cell: NerveCell, point: Point) -> Pixel:
    x, y = cell.spot(point)
    return round(x), round(y)


def _maybe(cell: NerveCell, point: Point | None) -> Pixel | None:
    return None if point is None else _at(cell, point)
