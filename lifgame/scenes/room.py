"""The wall behind everything: lit where the machine stands, and the bench under it."""

import pygame

from lifgame.content.palette import Palette
from lifgame.view.colours import mix
from lifgame.view.look import Look

# The light is painted this much smaller, and grown: it has no edges to lose.
COARSE = 24
# Where the light falls, as shares of the picture, and how far it reaches.
LIGHT = (0.52, 0.42)
REACH = 0.75


def paint_room(
    look: Look, size: tuple[int, int], picture: pygame.Rect
) -> pygame.Surface:
    """The room, as large as the screen.

    Args:
        look: Colours and scale.
        size: Width and height of the screen in pixels.
        picture: The part of it that is not bench.
    """
    palette = look.palette
    room = pygame.Surface(size)
    room.blit(_light(palette, picture.size), picture)
    bench = pygame.Rect(0, picture.bottom, size[0], size[1] - picture.bottom)
    room.fill(palette.panel, bench)
    edge = max(1, look.px(3))
    room.fill(mix(palette.panel, palette.edge, 0.6), (0, bench.top, size[0], edge))
    return room


def _light(palette: Palette, size: tuple[int, int]) -> pygame.Surface:
    """A soft light in the middle of the wall."""
    dark, light = palette.room_dark, palette.room_light
    if dark == light:
        wall = pygame.Surface(size)
        wall.fill(dark)
        return wall
    width, height = (max(2, side // COARSE) for side in size)
    small = pygame.Surface((width, height))
    reach = REACH * max(width, height)
    for x in range(width):
        for y in range(height):
            across, down = x - LIGHT[0] * width, y - LIGHT[1] * height
            far = min(1.0, (across * across + down * down) ** 0.5 / reach)
            share = (1.0 - far * far) ** 2
            small.set_at((x, y), mix(dark, light, share))
    return pygame.transform.smoothscale(small, size)
