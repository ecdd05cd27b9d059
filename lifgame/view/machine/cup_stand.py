"""What stands still of a cup: supply pipe, post, glass, thread and paddle."""

from math import cos, radians, sin

from pygame import Rect, Surface

from lifgame.content.palette import Palette
from lifgame.view.geometry import Point
from lifgame.view.machine.brush import Brush, cylinder, stamp_large
from lifgame.view.machine.cup import cup_rect, spoon_spot
from lifgame.view.machine.frame import MachineFrame
from lifgame.view.machine.outlines import bezier
from lifgame.view.machine.places import MachinePlaces


def paint_cup(
    ground: Surface, places: MachinePlaces, palette: Palette, frame: MachineFrame
) -> None:
    """What stands still: supply, post, cup, its felt, and the thread's pulleys."""
    cup, px = cup_rect(places, frame.rest_line_mv), places.px
    _paint_supply(ground, places, palette, frame)
    _paint_thread(ground, places, palette, frame)
    post = Rect(cup.right - px(27), cup.bottom + px(24), px(14), 0)
    post.height = places.axon_y - px(22) - post.top
    if post.height > 0:
        metal = palette.metal_dark, palette.metal_light
        ground.blit(cylinder(post.size, *metal), post)
    rect = cup.inflate(px(100), px(80))
    brush = Brush(rect)
    wall, glass = max(2, px(8)), palette.glass
    yoke = [
        (cup.left + px(20), cup.bottom),
        (cup.left + px(20), cup.bottom + px(24)),
        (cup.right - px(20), cup.bottom + px(24)),
        (cup.right - px(20), cup.bottom),
    ]
    brush.line(yoke, px(6), palette.metal_light)
    felt = (cup.right - px(4), cup.bottom - px(26), px(40), px(26))
    brush.box(felt, px(6), palette.resistance_face)
    for index in range(8):
        spot = (
            felt[0] + px(8) + (index % 4) * px(9),
            felt[1] + px(7 + index // 4 * 12),
        )
        brush.disc(spot, px(2.6), palette.felt_pore)
    for y in (felt[1] - px(7), felt[1] + felt[3] - px(2)):
        brush.box((felt[0] + px(5), y, px(32), px(8)), px(4), glass)
    outer = (cup.left - wall, cup.top, cup.width + 2 * wall, cup.height + wall)
    brush.box(outer, wall / 2, glass)
    brush.box((*cup.topleft, *cup.size), 0, palette.air)
    ground.blit(brush.finished(), rect)
    _paint_paddle(ground, places, palette)


def _paint_supply(
    ground: Surface, places: MachinePlaces, palette: Palette, frame: MachineFrame
) -> None:
    """A thin pipe from the supply to the spoon."""
    px, tap = places.px, places.tap
    spoon = spoon_spot(places, frame.rest_line_mv)
    y = max(places.picture.top + px(26), tap[1] - places.wheel - px(8))
    x, end = spoon[0] - px(10), spoon[1] - px(44)
    if end <= y + px(10):
        return
    rect = Rect(tap[0], y - px(14), x - tap[0] + px(16), end - y + px(20))
    brush = Brush(rect)
    bend: list[Point] = [(x - px(16), y), (x, y), (x, y + px(16))]
    course: list[Point] = [(tap[0], y), bend[0], *bezier(bend), (x, end)]
    brush.line(course, px(20), palette.edge, is_round=False)
    brush.line(course, px(13), palette.metal_dark, is_round=False)
    brush.box((x - px(15), end - px(6), px(30), px(12)), px(4), palette.metal_light)
    ground.blit(brush.finished(), rect)


def _paint_thread(
    ground: Surface, places: MachinePlaces, palette: Palette, frame: MachineFrame
) -> None:
    """From the paddle along the bench and up to the spoon, over two pulleys."""
    px = places.px
    spoon = spoon_spot(places, frame.rest_line_mv)
    cup = cup_rect(places, frame.rest_line_mv)
    start = places.legs[1], places.axon_y + px(12)
    low = min(places.axon_y + px(28), places.picture.bottom - px(6))
    far = cup.right + px(150)
    x, _, radius = places.lamp
    if not places.row.hangs:
        far = min(far, x - radius - px(24))
    top = spoon[1] + px(86)
    points: list[Point] = [
        start, (start[0], low), (far, low), (far, top),
        (spoon[0] + px(52), spoon[1] + px(14)),
    ]  # fmt: skip
    left, right = start[0] - px(20), far + px(20)
    rect = Rect(left, spoon[1], right - left, places.picture.bottom - spoon[1])

    def painted(brush: Brush) -> None:
        brush.line(points, max(2, px(3)), palette.muted)
        for y in (low - px(8), top):
            brush.disc((far - px(8), y), px(10), palette.glass)
            brush.disc((far - px(8), y), px(7), palette.metal_dark)

    stamp_large(ground, rect, painted)


def _paint_paddle(ground: Surface, places: MachinePlaces, palette: Palette) -> None:
    """The wheel at the elbow that the gulp turns."""
    px = places.px
    reach = px(32)
    x, y = places.legs[1], places.axon_y - px(4)
    rect = Rect(x - reach, y - reach, 2 * reach, 2 * reach)
    brush = Brush(rect)
    brush.disc((x, y), px(28), palette.glass)
    brush.disc((x, y), px(25), palette.lamp_glass)
    for index in range(6):
        angle = radians(60 * index + 17)
        tip = (x + px(19) * cos(angle), y + px(19) * sin(angle))
        brush.line([(x, y), tip], px(6), palette.voltage)
    brush.disc((x, y), px(6), palette.glass)
    ground.blit(brush.finished(), rect)
