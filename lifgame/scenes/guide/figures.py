"""What three guesses look like: combs of spikes, or curves on two axes."""

import math
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

import pygame

from lifgame.scenes.frames import LETTERS
from lifgame.view import shapes
from lifgame.view.geometry import Point
from lifgame.view.look import BOLD, Look

# Where spikes stand that come oftener and oftener, evenly, more and more rarely: from
# -1 at the left to 1 at the right.
COMBS = (
    (-0.9, -0.1, 0.4, 0.7, 0.88),
    (-0.9, -0.45, 0.0, 0.45, 0.9),
    (-0.9, -0.72, -0.4, 0.1, 0.9),
)
# Where a way in steps meets the line: sooner, when the smooth one does, later.
CLIMBS = (0.42, 0.66, 0.9)
# Rates that grow evenly, that leap up and go on, that grow ever less: both axes 0 to 1.
CURVES: tuple[tuple[Point, ...], ...] = (
    ((0.0, 0.0), (1.0, 0.9)),
    ((0.0, 0.0), (0.33, 0.0), (0.34, 0.1), (0.4, 0.2), (0.55, 0.4), (1.0, 0.93)),
    tuple((n / 12, 0.85 * (1.0 - math.exp(-3.0 * n / 12))) for n in range(13)),
)
# Swings that are highest in the middle, that grow ever lower, that stay the same.
SWINGS: tuple[tuple[Point, ...], ...] = (
    tuple((n / 12, 0.12 + 0.7 * math.exp(-(((n - 6) / 2.4) ** 2))) for n in range(13)),
    tuple((n / 12, 0.87 * math.exp(-2.4 * n / 12)) for n in range(13)),
    ((0.0, 0.5), (1.0, 0.5)),
)


def draw_combs(
    target: pygame.Surface, look: Look, room: pygame.Rect, place: int
) -> None:
    """Spikes that come oftener, as before, or more rarely."""
    width = max(2, look.px(4))
    half = min(room.width // 2, look.px(120)) - width
    base = room.bottom - width
    colour, ink = look.palette.spike, look.palette.edge
    start, end = (room.centerx - half, base), (room.centerx + half, base)
    pygame.draw.line(target, ink, start, end, width)
    for share in COMBS[place]:
        spot = round(room.centerx + half * share)
        top = room.top + room.height // 4
        pygame.draw.line(target, colour, (spot, top), (spot, base), width)
        dot = shapes.disc(width + 1, colour)
        target.blit(dot, dot.get_rect(center=(spot, top)))


def draw_curve(
    target: pygame.Surface,
    look: Look,
    room: pygame.Rect,
    place: int,
    *,
    figures: str,
    role: str,
) -> None:
    """What comes of what is set, on two axes."""
    half = min(room.width // 2, look.px(120))
    axes = pygame.Rect(room.centerx - half, room.top, 2 * half, room.height)
    corner = [axes.topleft, axes.bottomleft, axes.bottomright]
    pygame.draw.lines(target, look.palette.edge, False, corner, max(2, look.px(3)))
    spots = [
        (axes.left + x * axes.width, axes.bottom - y * axes.height)
        for x, y in SHAPES[figures][place]
    ]
    line(target, look, spots, role, 5.0)


def draw_climb(
    target: pygame.Surface, look: Look, room: pygame.Rect, place: int
) -> None:
    """A smooth way up to the line, and one in steps that meets it at another time."""
    half = min(room.width // 2, look.px(120))
    axes = pygame.Rect(room.centerx - half, room.top, 2 * half, room.height)
    high = axes.top + axes.height // 5
    dashed(target, look, [(axes.left, high), (axes.right, high)], "threshold", 8.0)

    def climb(meets: float, places: int) -> list[Point]:
        shares = [n / places for n in range(places + 1)]
        grown = [(1 - math.exp(-1.8 * s)) / (1 - math.exp(-1.8)) for s in shares]
        return [
            (axes.left + axes.width * meets * s, axes.bottom + (high - axes.bottom) * g)
            for s, g in zip(shares, grown, strict=True)
        ]

    dashed(target, look, climb(CLIMBS[1], 24), "spike", 6.0)
    corners = climb(CLIMBS[place], 3)
    line(target, look, corners, "voltage", 4.0)
    dot = shapes.disc(max(3, look.px(6)), look.palette.voltage)
    for corner in corners:
        target.blit(dot, dot.get_rect(center=corner))


def draw_letters(
    target: pygame.Surface, look: Look, room: pygame.Rect, place: int
) -> None:
    """The letter of one of two neurons, or both."""
    radius = min(room.height // 2, look.px(40))
    pairs = list(zip(LETTERS, ("voltage", "second"), strict=True))
    chosen = pairs if place == len(pairs) else [pairs[place]]
    left = room.centerx - round(1.15 * radius * (len(chosen) - 1))
    for n, (letter, role) in enumerate(chosen):
        centre = left + round(2.3 * radius * n), room.centery
        disc = shapes.disc(radius, look.colour(role))
        target.blit(disc, disc.get_rect(center=centre))
        words = look.text(letter, round(1.2 * radius), "background", BOLD)
        target.blit(words, words.get_rect(center=centre))


# What is drawn on two axes, and the figures of all guesses.
SHAPES = {"curves": CURVES, "swings": SWINGS}
FIGURES: dict[str, Callable[[pygame.Surface, Look, pygame.Rect, int], None]] = {
    "combs": draw_combs,
    "climbs": draw_climb,
    "letters": draw_letters,
    "curves": partial(draw_curve, figures="curves", role="spike"),
    "swings": partial(draw_curve, figures="swings", role="voltage"),
}


def line(
    target: pygame.Surface, look: Look, spots: Sequence[Point], role: str, width: float
) -> None:
    """A line through some places."""
    pygame.draw.lines(target, look.colour(role), False, spots, max(1, look.px(width)))


def dashed(
    target: pygame.Surface, look: Look, spots: Sequence[Point], role: str, dash: float
) -> None:
    """The same in dashes of a length in design units, with gaps as long."""
    length, done = max(2.0, float(look.px(dash))), 0.0
    colour, width = look.colour(role), max(1, look.px(3))
    for start, end in pairwise(spots):
        far = math.dist(start, end)
        at = 0.0
        while at < far:
            step = min(length - done % length, far - at)
            if int(done / length + 1e-9) % 2 == 0:
                a, b = (
                    _between(start, end, at / far),
                    _between(start, end, (at + step) / far),
                )
                pygame.draw.line(target, colour, a, b, width)
            at, done = at + step, done + step


def _between(start: Point, end: Point, share: float) -> Point:
    return (
        start[0] + (end[0] - start[0]) * share,
        start[1] + (end[1] - start[1]) * share,
    )
