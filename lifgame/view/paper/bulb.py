"""The head of a spike's mark."""

import pygame

from lifgame.view import shapes
from lifgame.view.look import Look
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.paper.writing import BULB_RADIUS


def bulb_reach(places: PaperPlaces) -> int:
    """From a bulb's middle to the border of its picture, light included."""
    return max(3, round(BULB_RADIUS * 1.5 * places.unit))


def bulb(look: Look, places: PaperPlaces) -> pygame.Surface:
    """The head of a mark: a small bulb on its socket, with its light at night."""
    colour, reach = look.colour("spike"), bulb_reach(places)
    radius = max(2, round(BULB_RADIUS * places.unit))
    socket = (places.px(10), max(2, places.px(6)))
    middle = reach
    picture = pygame.Surface((2 * reach, 2 * reach + places.px(4)), pygame.SRCALPHA)
    picture.fill((*colour, 0))
    if halo := round(70 * look.palette.glow):
        picture.blit(shapes.glow(reach, colour, halo), (0, 0))
    picture.blit(shapes.disc(radius, colour), (middle - radius, middle - radius))
    foot = middle + radius + places.px(1)
    spot = (middle - socket[0] // 2, foot)
    picture.blit(shapes.rounded(socket, 2, colour), spot)
    return picture
