"""A slider for one parameter: minus, a track to drag, plus, and its numbers above."""

from collections.abc import Hashable

import pygame

from lifgame.content.levels import setting
from lifgame.content.parameters import ParameterSpec
from lifgame.content.texts import Texts
from lifgame.session.commands import Command, NudgeParameter, SetParameter
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.geometry import Pixel
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.widgets.drag import fineness
from lifgame.view.widgets.keycaps import cap
from lifgame.view.widgets.widget import Widget, WidgetState

# Below this width, in units of type, name and value stand one above the other.
HEADER_ABREAST_FROM = 200
NAME_SIZE = 21.0


class Slider(Widget):
    """The track and its knob; the pointer may wander anywhere while it is held.

    Variables:
        spec: The parameter that it shows and sets.
        header: Where name and value are written, in pixels.
        caps: Where the key caps stand, or None.
        shows_symbol: Whether its symbol has to do in the place of its name.
        keys: Labels of the keys that move it up and down.
        groove: Where the knob runs: all of it, unless it stands on a plate that can be
            touched anywhere.
        cell: The place of the neuron whose parameter it is.
        unit: Screen pixels per design unit.
    """

    takes_arrows = True

    def __init__(
        self,
        id: str,
        rect: pygame.Rect,
        spec: ParameterSpec,
        header: pygame.Rect,
        caps: pygame.Rect | None,
        keys: tuple[str, str],
        unit: float,
        groove: pygame.Rect | None = None,
        cell: int = 0,
    ) -> None:
        super().__init__(id, rect)
        self.groove = groove or rect
        self.spec, self.cell = spec, cell
        self.header = header
        self.caps = caps
        self.keys = keys
        self.shows_symbol = False
        self._last_x, self._share = 0, 0.0
        self._unit = unit
        # The knob is as wide as it may be in the track's height.
        self.knob_radius = max(
            10, min(self.groove.height * 22 // 64, self.groove.width // 4)
        )

    def areas(self) -> list[pygame.Rect]:
        beside = [self.header] if self.caps is None else [self.header, self.caps]
        return super().areas() + beside

    def face(self, session: Session) -> Hashable:
        return self._value(session), _is_past(session)

    def _value(self, session: Session) -> float:
        return session.cells[self.cell].value(self.spec.id)

    def value_words(self, session: Session, texts: Texts) -> str:
        """What it is set to; in the past, that this is so now."""
        value = self._value(session)
        words = setting(texts, self.spec, value)
        # All around is what was then; this is what is set, and can be changed.
        return texts("slider.now", value=words) if _is_past(session) else words

    @property
    def track(self) -> tuple[int, int]:
        """Leftmost and rightmost place of the knob's middle, in pixels."""
        return self.groove.left + self.knob_radius, self.groove.right - self.knob_radius

    def knob_x(self, value: float) -> int:
        left, right = self.track
        return round(left + self.spec.share(value) * (right - left))

    def on_press(self, session: Session, point: Pixel, source: str) -> list[Command]:
        value = self._value(session)
        self._last_x, self._share = point[0], self.spec.share(value)
        # Taken by the knob, it does not jump; taken beside it, it comes.
        if abs(point[0] - self.knob_x(value)) <= self.knob_radius:
            return []
        left, right = self.track
        self._share = (point[0] - left) / max(1, right - left)
        return self._set(session)

    def on_move(self, session: Session, point: Pixel) -> list[Command]:
        left, right = self.track
        across = abs(point[1] - self.groove.centery) / self._unit
        way = (point[0] - self._last_x) * fineness(across)
        self._last_x = point[0]
        self._share += way / max(1, right - left)
        return self._set(session)

    def _set(self, session: Session) -> list[Command]:
        self._share = min(max(self._share, 0.0), 1.0)
        value = self.spec.at_share(self._share)
        if value == self._value(session):
            return []
        return [SetParameter(self.spec.id, value, self.cell)]

    def on_nudge(self, session: Session, steps: int) -> list[Command]:
        return [NudgeParameter(self.spec.id, steps, self.cell)]

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        value = self._value(session)
        self._draw_header(target, look, self.value_words(session, look.texts))
        self._draw_track(target, look, value, state)
        if self.caps:
            self._draw_caps(target, look, self.caps)

    def needs_symbol(self, look: Look) -> bool:
        """Whether the full name could not be read beside the widest value."""
        name, number, _, size = self._header_parts(look)
        room = name.width
        if name.top == number.top:
            ends = self.spec.minimum, self.spec.maximum
            words = (setting(look.texts, self.spec, end) for end in ends)
            size_px = look.text_px(size)
            value = max(look.text(w, size_px, weight=BOLD).get_width() for w in words)
            room = self.header.width - min(value, number.width) - look.px(10)
        smallest = max(11, round(look.text_px(NAME_SIZE) * 0.7))
        return look.text(self._name(look), smallest, weight=BOLD).get_width() > room

    def _name(self, look: Look) -> str:
        return f"{look.texts(f'parameter.{self.spec.id}')}  {self.spec.symbol}"

    def _header_parts(self, look: Look) -> tuple[pygame.Rect, pygame.Rect, str, float]:
        """Where name and value stand, how the value is set, and how large."""
        name, number = self.header.copy(), self.header.copy()
        if self.header.width < look.text_px(HEADER_ABREAST_FROM):
            name.height = number.height = self.header.height // 2
            number.top = name.bottom
            return name, number, "left", 24.0
        number.left += self.header.width // 2
        number.width -= self.header.width // 2
        return name, number, "right", 26.0

    def _draw_header(self, target: pygame.Surface, look: Look, value: str) -> None:
        """Name at the left, value at the right; one above the other if narrow."""
        name, number, align, size = self._header_parts(look)
        # In one line, however small: the name's first line stands beside it.
        runs = [(value, "ink"), ("", "ink")]
        shown = look.write(target, runs, number, size, "ink", BOLD, align)
        if align == "right":
            name.width = shown.left - look.px(10) - name.left
        words = self.spec.symbol if self.shows_symbol else self._name(look)
        look.write(target, words, name, NAME_SIZE, self.spec.role, BOLD)

    def _draw_track(
        self, target: pygame.Surface, look: Look, value: float, state: WidgetState
    ) -> None:
        colour = look.colour(self.spec.role)
        thickness = max(6, look.px(12))
        bar = pygame.Rect(self.groove.left, 0, self.groove.width, thickness)
        bar.centery = self.groove.centery
        palette = look.palette
        edge_px = round(palette.edge_scale)
        well = shapes.rounded(
            bar.size, thickness // 2, palette.well, palette.edge, edge_px
        )
        target.blit(well, bar)
        knob_x = self.knob_x(value)
        filled = bar.copy()
        filled.width = max(thickness, knob_x - bar.left)
        target.blit(shapes.rounded(filled.size, thickness // 2, colour), filled)
        if self.spec.typical:
            self._draw_typical(target, look, bar)
        radius = self.knob_radius
        rim = shapes.disc(radius, colour)
        inner = radius - max(3, look.px(10 if state.pressed else 6))
        face = shapes.disc(max(2, inner), palette.knob)
        for part in (rim, face):
            target.blit(part, part.get_rect(center=(knob_x, self.groove.centery)))

    def _draw_typical(
        self, target: pygame.Surface, look: Look, bar: pygame.Rect
    ) -> None:
        """A bracket under the range that real neurons usually see."""
        assert self.spec.typical is not None
        left, right = (self.knob_x(value) for value in self.spec.typical)
        y = bar.bottom + max(3, look.px(8))
        width = max(1, look.px(2))
        colour = look.palette.muted
        pygame.draw.line(target, colour, (left, y), (right, y), width)
        for x in (left, right):
            pygame.draw.line(target, colour, (x, y - look.px(5)), (x, y), width)

    def _draw_caps(
        self, target: pygame.Surface, look: Look, space: pygame.Rect
    ) -> None:
        """Key caps under minus and plus, and what the bracket means between them."""
        up, down = (cap(look, label) for label in self.keys)
        if down:
            target.blit(
                down, down.get_rect(midleft=(space.left + look.px(20), space.centery))
            )
        if up:
            target.blit(
                up, up.get_rect(midright=(space.right - look.px(20), space.centery))
            )
        if self.spec.typical:
            room = space.inflate(-look.px(130), 0)
            words = look.texts("slider.typical")
            if look.fits(words, room.width):
                look.write(target, words, room, 15, "muted", SEMIBOLD, "center")


def _is_past(session: Session) -> bool:
    """Whether a past moment is shown around it."""
    return session.clock.past_tick is not None
