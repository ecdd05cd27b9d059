"""A switch: knob and word say the same."""

from collections.abc import Callable

import pygame

from lifgame.scenes.layout import Rect
from lifgame.session.actions import Deed
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.look import MEDIUM, Look
from lifgame.view.widgets.controls import Button, Face, Words
from lifgame.view.widgets.widget import WidgetState

# Of the whole row's height, and how wide a switch is for it.
HIGH, WIDE = 0.62, 2.0


class Switch(Button):
    """A row with a name, what it means now, a word, and a knob."""

    def __init__(
        self, id: str, rect: Rect, name: Words, note: Words, deed: Deed
    ) -> None:
        super().__init__(id, rect, Face(title=name, note=note), deed)

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        palette, rect = look.palette, self.rect
        is_on = self.deed.is_lit(session)
        high = min(round(rect.height * HIGH), look.px(56))
        knob = Rect(0, 0, round(high * WIDE), high)
        knob.midright = rect.right, rect.centery
        face, edge = (
            (palette.ink, palette.ink) if is_on else (palette.well, palette.edge)
        )
        plate = shapes.rounded(knob.size, high // 2, face, edge, max(2, look.px(3)))
        target.blit(plate, knob)
        radius = max(3, high // 2 - max(3, look.px(7)))
        x = knob.right - high // 2 if is_on else knob.left + high // 2
        dot = shapes.disc(radius, palette.panel if is_on else palette.muted)
        target.blit(dot, dot.get_rect(center=(x, knob.centery)))
        word = look.texts("operator.on" if is_on else "operator.off")
        place = Rect(knob.left - look.px(84), rect.top, look.px(70), rect.height)
        look.write(target, word, place, 26, align="right")
        words = Rect(rect.left, rect.top, place.left - rect.left, rect.height)
        name, note = words.copy(), words.copy()
        name.height = note.height = rect.height // 2
        note.top = name.bottom
        look.write(target, self.shows.title(session, look.texts), name, 30)
        text = self.shows.note(session, look.texts)
        look.write(target, text, note, 24, "muted", MEDIUM)


def lit_if(is_so: Callable[[Session], bool], deed: Deed) -> Deed:
    """The same deed, lit if something is so."""
    return Deed(deed.give, is_so)
