"""Smooth shapes: painted large, scaled down once, and kept.

pygame's own rounded corners and circles have hard edges. These are anti-aliased,
and cost one blit a frame.
"""

import pygame

from lifgame.content.palette import Colour
from lifgame.view.kept import kept

# Painted this many times larger, then averaged.
OVERSAMPLE = 4


def shrink(surface: pygame.Surface) -> pygame.Surface:
    """A surface painted OVERSAMPLE times too large, at its true size.

    The colours of transparent pixels are averaged too, so paint on a surface that
    was filled with the ink's own colour at alpha 0 (see ``clear_canvas``).
    """
    width, height = surface.get_size()
    size = (max(1, width // OVERSAMPLE), max(1, height // OVERSAMPLE))
    return pygame.transform.smoothscale(surface, size)


def clear_canvas(size: tuple[int, int], colour: Colour) -> pygame.Surface:
    """A transparent canvas OVERSAMPLE times ``size``, ready for one colour."""
    canvas = pygame.Surface(
        (max(1, size[0]) * OVERSAMPLE, max(1, size[1]) * OVERSAMPLE), pygame.SRCALPHA
    )
    canvas.fill((*colour, 0))
    return canvas


@kept
def disc(radius: int, colour: Colour) -> pygame.Surface:
    """A filled circle, ``2 * radius`` pixels wide."""
    radius = max(1, radius)
    canvas = clear_canvas((2 * radius, 2 * radius), colour)
    middle = radius * OVERSAMPLE
    pygame.draw.circle(canvas, colour, (middle, middle), middle)
    return shrink(canvas)


@kept
def ring(radius: int, width: int, colour: Colour) -> pygame.Surface:
    """A circle's outline, ``2 * radius`` pixels wide outside."""
    radius = max(1, radius)
    canvas = clear_canvas((2 * radius, 2 * radius), colour)
    middle = radius * OVERSAMPLE
    pygame.draw.circle(
        canvas, colour, (middle, middle), middle, max(1, width) * OVERSAMPLE
    )
    return shrink(canvas)


@kept
def glow(radius: int, colour: Colour, strength: int = 110) -> pygame.Surface:
    """A soft light that fades to nothing at ``radius``; to be blitted normally."""
    radius = max(2, radius)
    surface = pygame.Surface((2 * radius, 2 * radius), pygame.SRCALPHA)
    surface.fill((*colour, 0))
    steps = min(radius, 24)
    for step in range(steps):
        share = (step + 1) / steps
        alpha = round(strength * share * share)
        reach = max(1, round(radius * (1 - step / steps)))
        pygame.draw.circle(surface, (*colour, alpha), (radius, radius), reach)
    return surface


@kept
def rounded(
    size: tuple[int, int],
    radius: int,
    fill: Colour,
    border: Colour | None = None,
    border_width: int = 0,
) -> pygame.Surface:
    """A rounded rectangle with an optional border, transparent outside."""
    width, height = max(1, size[0]), max(1, size[1])
    radius = max(1, min(radius, width // 2, height // 2))
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    surface.fill(border if border else fill)
    if border:
        inner = surface.get_rect().inflate(-2 * border_width, -2 * border_width)
        surface.fill(fill, inner)
    _round_corners(surface, radius, fill, border, border_width)
    return surface


def _round_corners(
    surface: pygame.Surface,
    radius: int,
    fill: Colour,
    border: Colour | None,
    border_width: int,
) -> None:
    """Replace the four corners of a filled rectangle by quarters of a circle."""
    outer = border or fill
    canvas = clear_canvas((radius, radius), outer)
    big = radius * OVERSAMPLE
    pygame.draw.circle(canvas, outer, (big, big), big)
    if border:
        inner = max(1, (radius - border_width) * OVERSAMPLE)
        pygame.draw.circle(canvas, fill, (big, big), inner)
    corner = shrink(canvas)
    width, height = surface.get_size()
    for flip_x in (False, True):
        for flip_y in (False, True):
            piece = pygame.transform.flip(corner, flip_x, flip_y)
            spot = (width - radius if flip_x else 0, height - radius if flip_y else 0)
            # Cleared and then added: a copy that keeps the alpha channel as it is.
            surface.fill((0, 0, 0, 0), (*spot, radius, radius))
            surface.blit(piece, spot, special_flags=pygame.BLEND_RGBA_ADD)


@kept
def vertical_gradient(
    size: tuple[int, int], top: Colour, bottom: Colour
) -> pygame.Surface:
    """An opaque rectangle that goes from one colour to another, top to bottom."""
    width, height = max(1, size[0]), max(1, size[1])
    column = pygame.Surface((1, height))
    for y in range(height):
        share = y / max(1, height - 1)
        column.set_at(
            (0, y),
            tuple(round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True)),
        )
    return pygame.transform.scale(column, (width, height))
