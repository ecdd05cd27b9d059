"""The pipe with its tap, from which the input current pours."""

import pygame
from pygame import Rect, Surface

from lifgame.content.palette import Colour, Palette
from lifgame.view import shapes
from lifgame.view.bucket.layout import BucketLayout
from lifgame.view.colours import mix


def _metal(palette: Palette, share: float) -> Colour:
    """The shading across a pipe, from its lit edge (0) to its dark one (1)."""
    bright = 0.3
    if share < bright:
        return mix(palette.metal_dark, palette.metal_light, share / bright)
    return mix(palette.metal_light, palette.metal_dark, (share - bright) / (1 - bright))


def paint_pipe(canvas: Surface, layout: BucketLayout, palette: Palette) -> None:
    """The pipe from the left with its tap and its spout."""
    pipe, spout = layout.pipe, layout.spout
    thick = pipe.height
    down = Rect(0, 0, thick, 0)
    down.centerx = spout.centerx
    gap = max(1, layout.px(6))
    elbow = (down.left - gap, pipe.bottom + gap)
    for row in range(thick):
        colour = _metal(palette, row / max(1, thick - 1))
        canvas.fill(colour, (pipe.left, pipe.top + row, elbow[0] - pipe.left, 1))
        x = down.right - 1 - row
        canvas.fill(colour, (x, elbow[1], 1, spout.bottom - elbow[1]))
    canvas.blit(_elbow(thick, gap, palette), (elbow[0], pipe.top))
    _paint_fittings(canvas, layout, elbow[0], palette)


def _elbow(thick: int, gap: int, palette: Palette) -> Surface:
    """A quarter of a bent pipe, shaded as the straight pieces are."""
    big = shapes.OVERSAMPLE
    size = thick + gap
    sprite = shapes.clear_canvas((size, size), palette.metal_dark)
    corner = (0, size * big)
    for step in range(thick * big):
        colour = _metal(palette, step / (thick * big - 1))
        pygame.draw.circle(sprite, colour, corner, size * big - step)
    pygame.draw.circle(sprite, (*palette.metal_dark, 0), corner, gap * big)
    return shapes.shrink(sprite)


def _paint_fittings(
    canvas: Surface, layout: BucketLayout, pipe_end: int, palette: Palette
) -> None:
    """The collar at the spout, a flange on the pipe, and the tap's wheel."""
    spout, pipe = layout.spout, layout.pipe
    rim = max(2, layout.px(9))
    collar = (spout.width, rim)
    canvas.blit(
        shapes.rounded(collar, rim // 2, palette.wall),
        (spout.left, spout.bottom - rim),
    )
    flange = shapes.rounded((rim, pipe.height + layout.px(6)), rim // 2, palette.wall)
    middle = layout.px(92)
    if pipe_end - pipe.left < middle + layout.px(50):
        middle = (pipe_end + pipe.left) // 2
    for side in (-1, 1):
        x = pipe.left + middle + side * layout.px(34)
        canvas.blit(flange, flange.get_rect(center=(x, pipe.centery)))
    if layout.compact:
        # No room above the pipe: the wheel is seen from the front.
        radius = max(4, round(pipe.height * 0.42))
        knob = shapes.ring(radius, max(2, radius // 3), palette.fixture)
        canvas.blit(knob, knob.get_rect(center=(pipe.left + middle, pipe.centery)))
        return
    stem = Rect(0, 0, layout.px(12), layout.px(20))
    stem.midbottom = (pipe.left + middle, pipe.top + layout.px(4))
    canvas.fill(palette.wall, stem)
    wheel = shapes.rounded(
        (layout.px(66), layout.px(13)), layout.px(6), palette.fixture
    )
    canvas.blit(wheel, wheel.get_rect(center=stem.midtop))
