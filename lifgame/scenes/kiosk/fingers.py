"""Every finger of the test page, drawn where it is, over everything."""

import pygame

from lifgame.scenes.layout import Rect
from lifgame.session.touch_check import MARKS, TRAIL_S, Finger, TouchCheck
from lifgame.view import shapes
from lifgame.view.icons.icons import icon
from lifgame.view.kept import kept
from lifgame.view.look import BOLD, Look
from lifgame.view.machine.brush import Brush
from lifgame.view.over import Laid

RING, MARK, DOT = 74.0, 62.0, 8.0
Pixel = tuple[int, int]


def marks(look: Look, size: Pixel, test: TouchCheck) -> list[Laid]:
    """Eight rounds at corners and edges: dashed until touched, then with a tick."""
    radius = look.px(MARK)
    laid: list[Laid] = []
    for index, (x, y) in enumerate(MARKS):
        is_done = index in test.marks
        picture = _mark(radius, is_done, look.palette.selected, look.palette.ink)
        centre = round(x * size[0]), round(y * size[1])
        laid.append((picture, picture.get_rect(center=centre)))
        if is_done:
            side = radius * 2 // 3
            tick = icon("check", side, look.palette.ink)
            inward = (
                centre[0] + round((0.5 - x) * radius),
                centre[1] + round((0.5 - y) * radius),
            )
            laid.append((tick, tick.get_rect(center=inward)))
    return laid


def fingers(look: Look, size: Pixel, test: TouchCheck) -> list[Laid]:
    """All fingers that are down, each with its place in pixels."""
    laid: list[Laid] = []
    for finger in test.fingers.values():
        laid += _finger(look, size, finger)
    return laid


def _finger(look: Look, size: Pixel, finger: Finger) -> list[Laid]:
    x, y = (
        round(finger.place[0] * (size[0] - 1)),
        round(finger.place[1] * (size[1] - 1)),
    )
    role = "threshold" if finger.is_stuck else "ink"
    colour, radius = look.colour(role), look.px(RING)
    thin = max(1, look.px(2))
    laid: list[Laid] = [
        (_plain((size[0], thin), colour), Rect(0, y - thin // 2, size[0], thin)),
        (_plain((thin, size[1]), colour), Rect(x - thin // 2, 0, thin, size[1])),
    ]
    if finger.is_stuck:
        laid = []
    for age_s, place in finger.trail:
        dot = shapes.disc(max(1, round(look.px(DOT) * (1.2 - age_s / TRAIL_S))), colour)
        spot = round(place[0] * size[0]), round(place[1] * size[1])
        laid.append((dot, dot.get_rect(center=spot)))
    if finger.is_stuck:
        ring = _mark(radius, False, look.palette.selected, colour)
    else:
        ring = shapes.ring(radius, max(2, look.px(5)), colour)
    laid.append((ring, ring.get_rect(center=(x, y))))
    dot = shapes.disc(look.px(DOT), colour)
    laid.append((dot, dot.get_rect(center=(x, y))))
    return [*laid, *_words(look, size, finger, (x, y), role)]


def _words(look: Look, size: Pixel, finger: Finger, at: Pixel, role: str) -> list[Laid]:
    """Its number and its place; of one that lies there, that it is no visitor."""
    radius = look.px(RING)
    number = look.text(str(finger.number), look.text_px(44), role, BOLD)
    if finger.is_stuck:
        seconds = look.texts.number(finger.still_s, 0)
        lines = [
            look.text(look.texts("test.stuck", seconds=seconds), look.text_px(28)),
            look.text(look.texts("test.no_visitor"), look.text_px(28), role),
        ]
    else:
        lines = [look.text(f"{at[0]}, {at[1]}", look.text_px(28), "muted")]
    wide = number.get_width() + 8 + max(line.get_width() for line in lines)
    left = at[0] + radius + 8
    # At the right edge they stand at the finger's other side.
    left = left if left + wide < size[0] else at[0] - radius - 8 - wide
    top = max(4, at[1] - radius)
    laid = [(number, number.get_rect(topleft=(left, top)))]
    for line in lines:
        laid.append((line, line.get_rect(topleft=(left + number.get_width() + 8, top))))
        top += line.get_height()
    return laid


@kept
def _plain(size: Pixel, colour: tuple[int, int, int]) -> pygame.Surface:
    surface = pygame.Surface(size)
    surface.fill(colour)
    surface.set_alpha(140)
    return surface


@kept
def _mark(
    radius: int,
    is_done: bool,
    fill: tuple[int, int, int],
    ink: tuple[int, int, int],
) -> pygame.Surface:
    """A round: filled, or dashed."""
    if is_done:
        surface = shapes.disc(radius, fill).copy()
        surface.blit(shapes.ring(radius, max(2, radius // 16), ink), (0, 0))
        return surface
    brush = Brush(pygame.Rect(-radius, -radius, 2 * radius, 2 * radius))
    inner = radius - max(2, radius // 16)
    for turn in range(24):
        ends = [
            pygame.Vector2(inner, 0).rotate(turn * 15 + share)
            for share in (0.0, 4.0, 8.0)
        ]
        path = [(end.x, end.y) for end in ends]
        brush.line(path, max(2, radius / 20), ink)
    return brush.finished()
