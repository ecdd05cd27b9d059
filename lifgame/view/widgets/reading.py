"""A reading: its name over its value, or a covered plate that wants to be found out."""

from collections.abc import Callable, Hashable

import pygame

from lifgame.content.texts import Texts
from lifgame.session.commands import Command, ToggleReading
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.geometry import Pixel
from lifgame.view.look import BOLD, MEDIUM, Look
from lifgame.view.widgets.widget import Widget, WidgetState

NAME_SIZE, VALUE_SIZE = 19.0, 26.0
HATCH = 9.0  # from stroke to stroke, in design units
Value = Callable[[Session, Texts], str]


class Reading(Widget):
    """Pressed, it covers its value or shows it again."""

    def __init__(
        self,
        reading: str,
        rect: pygame.Rect,
        value: Value,
        name: Callable[[Session], str] | None = None,
    ) -> None:
        super().__init__(f"reading:{reading}", rect)
        self._reading = reading
        self._value = value
        self._name = name or (lambda _: f"ribbon.{reading}")
        self._texts: Texts | None = None

    def face(self, session: Session) -> Hashable:
        if self._is_covered(session) or self._texts is None:
            return None
        return self._value(session, self._texts), self._name(session)

    def on_press(self, session: Session, point: Pixel, source: str) -> list[Command]:
        return []

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[Command]:
        return [ToggleReading(self._reading)] if inside else []

    def _is_covered(self, session: Session) -> bool:
        return self._reading in session.place.covered

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        self._texts = look.texts
        palette = look.palette
        edge = pygame.Rect(self.rect.left, 0, max(1, look.px(2)), 0)
        edge.height = self.rect.height * 6 // 10
        edge.centery = self.rect.centery
        target.fill(palette.line, edge)
        room = self.rect.inflate(-look.px(20), 0)
        name, value = room.copy(), room.copy()
        name.height = value.height = room.height // 2
        value.top = name.bottom - look.px(4)
        words = look.texts(self._name(session))
        if not look.fits(words, name.width, MEDIUM):
            words = words.partition(" (")[0]
        if not look.fits(words, name.width, MEDIUM):
            # Its name alone, without the formula in it.
            words = " ".join(word for word in words.split(" ") if "/" not in word)
            if not look.fits(words, name.width, MEDIUM):
                words = words.rpartition(" ")[0] or words
        look.write(target, words, name, NAME_SIZE, "muted", MEDIUM)
        if self._is_covered(session):
            self._draw_cover(target, look, value)
        else:
            words = self._value(session, look.texts)
            look.write(target, words, value, VALUE_SIZE, "ink", BOLD)

    def _draw_cover(
        self, target: pygame.Surface, look: Look, place: pygame.Rect
    ) -> None:
        """A hatched plate with the words that invite to find it out."""
        palette = look.palette
        plate = place.inflate(0, -look.px(4))
        target.blit(
            shapes.rounded(plate.size, look.px(8), palette.well, palette.edge, 2), plate
        )
        clip = target.get_clip()
        target.set_clip(plate.inflate(-look.px(6), -look.px(6)))
        step = max(4, look.px(HATCH))
        for x in range(plate.left - plate.height, plate.right, step):
            start, end = (x, plate.bottom), (x + plate.height, plate.top)
            pygame.draw.aaline(target, palette.line, start, end)
        target.set_clip(clip)
        words = look.texts("lab.find_it")
        look.write(target, words, plate, NAME_SIZE, "ink", BOLD, "center")
