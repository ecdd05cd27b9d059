"""The bucket itself, without what is in it: stand, air, walls and rim."""

from pygame import Rect, Surface

from lifgame.content.palette import Palette
from lifgame.view import shapes
from lifgame.view.colours import mix
from lifgame.view.machine.brush import cylinder, stamp
from lifgame.view.machine.places import MachinePlaces

GLOSS = 0.13


def paint_stand(target: Surface, places: MachinePlaces, palette: Palette) -> None:
    """Two legs from the floor to the bench."""
    px, inside, bottom = places.px, places.inside, places.picture.bottom
    top = places.floor_y + px(14)
    width, foot = px(16), px(8)
    second = inside.right - places.bore - px(92)
    if second < inside.left + px(80):
        second = inside.left + px(60)
    if places.row.leg_x is not None:
        second = min(second, places.x(places.row.leg_x))
    for left in (inside.left + px(22), second):
        if left > inside.right - width:
            continue
        leg = cylinder((width, bottom - top), palette.metal_dark, palette.metal_light)
        target.blit(leg, (left, top))
        plate = Rect(left - px(10), bottom - foot, width + px(20), foot)
        target.fill(mix(palette.metal_dark, palette.metal_light, 0.25), plate)


def paint_air(target: Surface, places: MachinePlaces, palette: Palette) -> None:
    """What is inside while there is no water, and the far side of the rim."""
    inside = places.inside
    veil = Surface(inside.size)
    veil.fill(palette.air)
    # The cell behind stays just visible through two sheets of glass.
    veil.set_alpha(round(255 * 0.86))
    target.blit(veil, inside)
    shine = Surface((places.px(7), inside.height - places.px(66)))
    shine.fill(palette.gloss)
    shine.set_alpha(round(255 * GLOSS * palette.glow))
    target.blit(shine, (inside.left + places.px(13), inside.top + places.px(26)))


def paint_rim(target: Surface, places: MachinePlaces, palette: Palette) -> None:
    """The round opening, seen a little from above."""
    inside, half = places.inside, places.px(13)
    oval = Rect(inside.left - places.px(2), places.rim_y - half, 0, 2 * half)
    oval.width = inside.width + places.px(4)
    colour = mix(palette.edge, palette.air, 0.1)
    stamp(target, oval, lambda brush: brush.oval(oval, places.px(3), colour))


def paint_walls(target: Surface, places: MachinePlaces, palette: Palette) -> None:
    """Walls, floor and the rim's two lips."""
    inside, wall, px = places.inside, places.wall, places.px
    glass = palette.glass
    light = mix(glass, palette.gloss, 0.6 * palette.glow)
    high = inside.height + wall
    post = shapes.rounded((wall, high), max(1, wall // 2), glass)
    for left in (inside.left - wall, inside.right):
        target.blit(post, (left, inside.top))
    target.fill(
        glass, (inside.left - wall // 2, inside.bottom, inside.width + wall, wall)
    )
    edge = inside.left - wall + px(2), inside.top
    target.fill(light, (*edge, px(2.5), inside.height))
    lip = shapes.rounded((wall + px(18), px(12)), px(6), light)
    for left in (inside.left - wall, inside.right):
        target.blit(lip, (left - px(9), inside.top - px(6)))
