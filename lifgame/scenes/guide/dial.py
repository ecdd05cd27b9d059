"""The dial of the bench: one control with a handful of stops, for one finger."""

from collections.abc import Hashable

import pygame

from lifgame.session.commands import Command
from lifgame.session.guide.rows import Dial
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.geometry import Pixel
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.widgets.controls import draw_plate
from lifgame.view.widgets.widget import Widget, WidgetState

# Where it is less wide than so many times its height its words stand one under the
# other.
ABREAST_FROM = 1.8
# The rail has this share of the height, at the bottom.
RAIL_SHARE = 0.46


class StopDial(Widget):
    """A rail with its stops: a finger anywhere on it takes the nearest."""

    takes_arrows = True

    def __init__(self, rect: pygame.Rect, dial: Dial) -> None:
        super().__init__("dial", rect)
        self._dial = dial
        high = min(round(rect.height * RAIL_SHARE), rect.width // 5)
        self.knob_radius = high // 2
        # The knob at either end stays on the plate.
        self.rail = rect.inflate(-rect.width // 16 - high, 0)
        self.rail.height = high
        self.rail.bottom = rect.bottom - rect.height // 16

    def face(self, session: Session) -> Hashable:
        return self._dial.place(session.cell)

    def x_of(self, place: int) -> int:
        """Where a stop is, in pixels."""
        share = place / (len(self._dial.stops) - 1)
        return round(self.rail.left + share * self.rail.width)

    def on_press(self, session: Session, point: Pixel, source: str) -> list[Command]:
        return self._to(session, self._nearest(point))

    def on_move(self, session: Session, point: Pixel) -> list[Command]:
        return self._to(session, self._nearest(point))

    def on_nudge(self, session: Session, steps: int) -> list[Command]:
        return self._to(session, self._dial.place(session.cell) + steps)

    def _nearest(self, point: Pixel) -> int:
        places = range(len(self._dial.stops))
        return min(places, key=lambda place: abs(self.x_of(place) - point[0]))

    def _to(self, session: Session, place: int) -> list[Command]:
        place = min(max(place, 0), len(self._dial.stops) - 1)
        if place == self._dial.place(session.cell):
            return []
        return [self._dial.command(self._dial.stops[place])]

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        draw_plate(target, look, self.rect, pressed=state.pressed)
        place = self._dial.place(session.cell)
        self._draw_words(target, look, self._dial.stops[place])
        self._draw_rail(target, look, place)

    def _draw_words(self, target: pygame.Surface, look: Look, value: float) -> None:
        room = self.rect.inflate(-look.px(36), 0)
        room.top, room.height = self.rect.top + look.px(10), 0
        room.height = self.rail.top - room.top
        name, number, align = room.copy(), room.copy(), "right"
        if self.rect.width < ABREAST_FROM * self.rect.height:
            name.height = room.height * 2 // 5
            number.top, number.height = name.bottom, room.height - name.height
            align = "left"
        else:
            number.width = room.width // 3
            number.right = room.right
            name.width = number.left - look.px(8) - name.left
        look.write(
            target, look.texts(f"guide.dial.{self._dial.name}"), name, 26, "ink", BOLD
        )
        decimals, unit = (0 if value >= 1.0 else 1), self._dial.unit
        words = look.texts.number(value, decimals)
        if unit:
            words = look.texts.quantity(value, decimals, unit)
        look.write(target, words, number, 46, self._dial.role, SEMIBOLD, align)

    def _draw_rail(self, target: pygame.Surface, look: Look, place: int) -> None:
        palette, colour = look.palette, look.colour(self._dial.role)
        y, thick = self.rail.centery, max(6, look.px(10))
        bar = pygame.Rect(self.rail.left - thick, 0, self.rail.width + 2 * thick, thick)
        bar.centery = y
        target.blit(
            shapes.rounded(bar.size, thick // 2, palette.well, palette.edge, 1), bar
        )
        for stop in range(len(self._dial.stops)):
            dot = shapes.disc(thick, palette.edge)
            target.blit(dot, dot.get_rect(center=(self.x_of(stop), y)))
        radius = self.knob_radius
        for disc in (
            shapes.disc(radius, colour),
            shapes.disc(radius - max(4, look.px(8)), palette.knob),
        ):
            target.blit(disc, disc.get_rect(center=(self.x_of(place), y)))
