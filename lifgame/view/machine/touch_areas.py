"""Where each handle of the machine may be touched."""

from itertools import combinations

from pygame import Rect

from lifgame.view.machine.grips import grip_rect
from lifgame.view.machine.moment import Moment


def touch_areas(moment: Moment) -> dict[str, Rect]:
    """Where each handle may be touched: large enough, and none over another."""
    places = moment.places
    drawn = {name: grip_rect(name, moment) for name in ("tap", "line", "width", "leak")}
    areas = {name: _grown(rect, places.touch_px) for name, rect in drawn.items()}
    pairs = list(combinations(areas, 2))
    for one, other in pairs + pairs:
        _part(areas, drawn, (one, other), places.touch_px)
    return {**areas, "bend": _bend(moment, areas), "water": water_area(moment, areas)}


def _bend(moment: Moment, areas: dict[str, Rect]) -> Rect:
    """The bend and a little of both legs."""
    places = moment.places
    half = places.bore + places.bore // 2 + places.tube
    middle = sum(places.legs) // 2
    top = moment.line_y - places.bore - places.tube
    bend = _grown(Rect(middle - half, top, 2 * half, 3 * places.bore), places.touch_px)
    right = min(bend.right, areas["line"].left, areas["width"].left)
    bend.width = max(0, right - bend.left)
    top = max(bend.top, areas["tap"].bottom)
    bend.top, bend.height = top, max(0, bend.bottom - top)
    return bend


def water_area(moment: Moment, areas: dict[str, Rect]) -> Rect:
    """What stands in the bucket, up to the handles on its wall."""
    places = moment.places
    inside, least = places.inside, places.touch_px
    right = min(inside.right, areas["width"].left, areas["leak"].left)
    left = min(inside.left, right - least)
    top = min(moment.level_y, places.floor_y - least)
    return Rect(left, top, right - left, places.floor_y - top)


def _grown(rect: Rect, least: int) -> Rect:
    """At least so large, round the same middle."""
    grown = Rect(0, 0, max(rect.width, least), max(rect.height, least))
    grown.center = rect.center
    return grown


def _part(
    areas: dict[str, Rect], drawn: dict[str, Rect], pair: tuple[str, str], least: int
) -> None:
    """Where two areas meet, the border lies half-way between what is drawn.

    What an area loses there it is given on its other side.
    """
    one, other = pair
    if not areas[one].colliderect(areas[other]):
        return
    a, b = drawn[one], drawn[other]
    beside = _gap(a.left, a.right, b.left, b.right)
    below = _gap(a.top, a.bottom, b.top, b.bottom)
    if below >= beside:
        upper, lower = sorted(pair, key=lambda name: drawn[name].centery)
        border = (drawn[upper].bottom + drawn[lower].top) // 2
        top = min(areas[upper].top, border - least)
        bottom = max(areas[lower].bottom, border + least)
        areas[upper].update(areas[upper].left, top, areas[upper].width, border - top)
        areas[lower].update(
            areas[lower].left, border, areas[lower].width, bottom - border
        )
        return
    near, far = sorted(pair, key=lambda name: drawn[name].centerx)
    border = (drawn[near].right + drawn[far].left) // 2
    left = min(areas[near].left, border - least)
    right = max(areas[far].right, border + least)
    areas[near].update(left, areas[near].top, border - left, areas[near].height)
    areas[far].update(border, areas[far].top, right - border, areas[far].height)


def _gap(low: int, high: int, other_low: int, other_high: int) -> int:
    """How far two stretches are apart; negative: how far they overlap."""
    return max(other_low - high, low - other_high)
