"""The bar of a guess, with its pin; later with what was found and what theory says."""

import math
from collections.abc import Hashable

import pygame

from lifgame.content.levels import level_number
from lifgame.content.parameters import CURRENT
from lifgame.content.texts import Texts
from lifgame.scenes.guide.numbers import is_level
from lifgame.session.commands import Command
from lifgame.session.guide.progress import DO, PREDICT, Progress
from lifgame.session.guide.rows import Bar
from lifgame.session.guide_commands import PlaceGuess
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.colours import mix
from lifgame.view.geometry import Pixel
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.widgets.widget import Widget, WidgetState

DIMMED = 0.6
# So long the truth takes from the guess to its place, in seconds.
TRUTH_S = 0.65
TICKS_A_MARK = 2


class GuessBar(Widget):
    """One scale, easy to point at with one finger.

    Args:
        bar: The scale's place in pixels.
        pin: The pin's width and height.
        scale: What is guessed.
        progress: The step that it is made for; another state gets another bar.

    Variables:
        revealed_s: For how long the truth has been known, in seconds.
    """

    takes_arrows = True

    def __init__(
        self, bar: pygame.Rect, pin: tuple[int, int], scale: Bar, progress: Progress
    ) -> None:
        room = bar.copy()
        if progress.state == PREDICT:
            room = bar.inflate(pin[0], 0)
            room.height += pin[1]
        super().__init__("pin", room)
        self.bar, self.pin, self.scale = bar, pin, scale
        self.takes_focus = progress.state == PREDICT
        self._is_over, self._guess = progress.is_over, progress.guess
        self.revealed_s = TRUTH_S

    def areas(self) -> list[pygame.Rect]:
        if self.takes_focus:
            return super().areas()
        x = self.x_of(self._guess)
        pin = pygame.Rect(x - self.pin[0] // 2, self.bar.bottom, *self.pin)
        if not self._is_over:
            return [*super().areas(), pin]
        numbers = self.bar.inflate(self.pin[0], 0).move(0, -self.bar.height)
        numbers.height += self.bar.height
        return [*super().areas(), pin, numbers]

    def face(self, session: Session) -> Hashable:
        progress = session.guide.progress
        if progress is None:
            return None
        sweep = session.guide.show.sweep_share if session.guide.show else None
        moved = round(min(self.revealed_s, TRUTH_S) * 60)
        return (
            progress.guess, progress.is_placed, progress.state, progress.found,
            sweep, moved if progress.is_over else 0, self._set_to(session),
        )  # fmt: skip

    def x_of(self, value: float) -> int:
        """Where a value stands, in pixels."""
        left, right = self._ends()
        share = min(max(value / self.scale.high, 0.0), 1.0)
        return round(left + share * (right - left))

    def _ends(self) -> tuple[int, int]:
        half = self.bar.height // 2
        return self.bar.left + half, self.bar.right - half

    def on_press(self, session: Session, point: Pixel, source: str) -> list[Command]:
        return self._to(session, point)

    def on_move(self, session: Session, point: Pixel) -> list[Command]:
        return self._to(session, point)

    def _to(self, session: Session, point: Pixel) -> list[Command]:
        progress = session.guide.progress
        if progress is None or progress.state != PREDICT:
            return []
        left, right = self._ends()
        value = (point[0] - left) / max(1, right - left) * self.scale.high
        value = self.scale.snap(value)
        if value == progress.guess and progress.is_placed:
            return []
        return [PlaceGuess(value)]

    def on_nudge(self, session: Session, steps: int) -> list[Command]:
        progress = session.guide.progress
        if progress is None:
            return []
        return [PlaceGuess(progress.guess + steps * self.scale.step)]

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        progress = session.guide.progress
        if progress is None:
            return
        self._draw_bar(target, look, progress)
        if progress.is_over:
            self._draw_numbers(target, look, is_level(progress.row))
            self._draw_truth(target, look, progress)
        elif progress.state == PREDICT:
            self._draw_ends(target, look, progress)
        self._draw_set(target, look, self._set_to(session))
        show = session.guide.show
        sweep = show.sweep_share if show else None
        guess = progress.guess if sweep is None else sweep * self.scale.high
        self._draw_pin(target, look, progress, guess)

    def _set_to(self, session: Session) -> float | None:
        """Where the tap stands now, while it is tried against the guess."""
        progress = session.guide.progress
        is_tried = progress is not None and progress.state == DO
        if not is_tried or self.scale.role != CURRENT.id:
            return None
        return session.cell.value(CURRENT.id)

    def _draw_set(
        self, target: pygame.Surface, look: Look, value: float | None
    ) -> None:
        """A mark of its own, across the scale: no number is told by it."""
        if value is None:
            return
        mark = pygame.Rect(0, 0, max(4, look.px(8)), self.bar.height - look.px(6))
        mark.center = self.x_of(value), self.bar.centery
        target.fill(look.palette.well, mark.inflate(look.px(6), 0))
        target.fill(look.palette.ink, mark)

    def _draw_bar(self, target: pygame.Surface, look: Look, progress: Progress) -> None:
        palette, bar = look.palette, self.bar
        colour = look.colour(self.scale.role)
        edge = palette.ink if progress.state == PREDICT else colour
        plate = shapes.rounded(
            bar.size, bar.height // 2, palette.well, edge, max(2, look.px(3))
        )
        target.blit(plate, bar)
        left, right = self._ends()
        inner = pygame.Rect(left, 0, right - left, bar.height // 2)
        inner.centery = bar.centery
        target.fill(mix(palette.well, colour, 0.35), inner)
        marks = round(self.scale.high / self.scale.mark * TICKS_A_MARK)
        for place in range(marks + 1):
            x = round(left + (right - left) * place / marks)
            is_main = place % TICKS_A_MARK == 0
            tick = pygame.Rect(0, 0, max(2, look.px(3)), inner.height)
            tick.center = x, bar.centery
            target.fill(colour if is_main else mix(palette.well, colour, 0.6), tick)

    def _draw_ends(
        self, target: pygame.Surface, look: Look, progress: Progress
    ) -> None:
        """No numbers yet: only what the ends are. The pin hides none of them."""
        high = max(look.text_px(24), self.pin[1] // 2)
        room = pygame.Rect(self.bar.left, self.bar.bottom, self.bar.width // 2, high)
        at_left = self.x_of(progress.guess) < self.bar.centerx
        gap = self.pin[0] // 2 + look.px(6)
        kind = "current" if self.scale.role == "current" else "level"
        for end, align in (("low", "left"), ("high", "right")):
            box = room.copy()
            if align == "right":
                box.left = self.bar.centerx
            pin_x = self.x_of(progress.guess)
            if at_left and align == "left":
                box.left = max(box.left, pin_x + gap)
                box.width = max(0, self.bar.centerx - box.left)
            elif not at_left and align == "right":
                box.width = max(0, min(box.right, pin_x - gap) - box.left)
            words = look.texts(f"guide.end.{kind}_{end}")
            if box.width and look.fits(words, box.width):
                look.write(target, words, box, 24, "muted", SEMIBOLD, align)

    def _draw_numbers(
        self, target: pygame.Surface, look: Look, has_levels: bool
    ) -> None:
        count = round(self.scale.high / self.scale.mark)
        high = min(self.bar.height, self.bar.top, max(look.text_px(24), 14))
        for place in range(count + 1):
            value = place * self.scale.mark
            write = level_number if has_levels else Texts.number
            words = write(look.texts, value, 0)
            is_last = place == count
            wide = (self.bar.width // count) if not is_last else self.bar.width
            box = pygame.Rect(0, self.bar.top - high, wide, high)
            box.centerx = self.x_of(value)
            if is_last:
                words = f"{words} {self.scale.unit}"
                box.width = self.pin[0] * 2
                box.right = self.bar.right + self.pin[0] // 2
            look.write(target, words, box, 22, "muted", SEMIBOLD, "center")

    def _draw_truth(
        self, target: pygame.Surface, look: Look, progress: Progress
    ) -> None:
        """The diamond goes from the guess to the truth; theory is a ring round it."""
        if progress.found is None or progress.theory is None:
            return
        share = min(self.revealed_s / TRUTH_S, 1.0)
        share = 1.0 - (1.0 - share) ** 3
        value = progress.guess + (progress.found - progress.guess) * share
        centre = (self.x_of(value), self.bar.centery)
        side = round(self.bar.height * 0.34)
        ring = (self.x_of(progress.theory), self.bar.centery)
        if share >= 1.0:
            dashed_ring(target, look, ring, round(self.bar.height * 0.62))
        x, y = centre
        points = [(x, y - side), (x + side, y), (x, y + side), (x - side, y)]
        dark = [(x + (a - x) * 1.5, y + (b - y) * 1.5) for a, b in points]
        pygame.draw.polygon(target, look.palette.well, dark)
        pygame.draw.polygon(target, look.colour(self.scale.role), points)
        pygame.draw.aalines(target, look.colour(self.scale.role), True, points)

    def _draw_pin(
        self, target: pygame.Surface, look: Look, progress: Progress, guess: float
    ) -> None:
        high = self.pin[1]
        x, top = self.x_of(guess), self.bar.bottom - high // 12
        body = icon("pin", high, look.palette.ink)
        sign = look.text("?", round(high * 0.42), "background", BOLD)
        pin = body.copy()
        pin.blit(sign, sign.get_rect(center=(high // 2, round(high * 0.63))))
        if progress.state != PREDICT:
            pin.set_alpha(round(255 * DIMMED))
        target.blit(pin, pin.get_rect(midtop=(x, top)))
        if progress.state == PREDICT:
            self._draw_ways(target, look, x, top + round(high * 0.63))

    def _draw_ways(self, target: pygame.Surface, look: Look, x: int, y: int) -> None:
        """It can be moved to both sides."""
        reach, side = round(self.pin[0] * 0.62), max(5, self.pin[0] // 9)
        width = max(2, look.px(5))
        for way in (-1, 1):
            tip = x + way * (reach + side)
            if not self.rect.left <= tip <= self.rect.right:
                continue
            back = x + way * reach
            points = [(back, y - side), (tip, y), (back, y + side)]
            pygame.draw.lines(target, look.palette.ink, False, points, width)


def dashed_ring(
    target: pygame.Surface, look: Look, centre: tuple[int, int], radius: int
) -> None:
    """Theory's sign: a hollow ring of dashes."""
    width = max(2, round(radius * 0.16))
    for dash in range(12):
        start = math.tau * dash / 12
        steps = [start + math.tau / 24 * part / 3 for part in range(4)]
        points = [
            (centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a))
            for a in steps
        ]
        pygame.draw.lines(target, look.palette.ink, False, points, width)
