"""HOLD: the first thing that a visitor wants to press: as long, water flows in."""

from collections.abc import Hashable

import pygame
from pygame import Rect

from lifgame.session.commands import Command, Inject
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.geometry import Pixel
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.widgets.widget import Widget, WidgetState

# Parts of the button's height; in a tall one, of its width.
RIM = 0.035
RADIUS = 0.2
WORD = 0.36
NOTE = 0.18
DROP = 0.52
TALL_BELOW = 1.6  # width over height
# Its words and its drawing, without a drum and with it.
_KINDS = {
    False: ("hold.title", "hold.note", "drop"),
    True: ("drum.title", "drum.note", "drum"),
}


class HoldButton(Widget):
    """As long as anybody holds it, water flows in on top of what the tap gives.

    Where a guide makes it a drum it says so, and nothing flows.
    """

    is_shared = True

    def face(self, session: Session) -> Hashable:
        return session.hold_glow.is_on, session.cell.is_drum

    def on_press(self, session: Session, point: Pixel, source: str) -> list[Command]:
        return [Inject(source, 1.0)]

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[Command]:
        return [Inject(source, 0.0)]

    def on_cancel(self, source: str) -> list[Command]:
        return [Inject(source, 0.0)]

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        palette = look.palette
        is_held, is_drum = session.hold_glow.is_on, session.cell.is_drum
        base = min(self.rect.height, round(self.rect.width * 0.9))
        rim = max(3, round(base * RIM * palette.edge_scale))
        # Water has its colour; a drum is white as all that is the visitor's own.
        colour = palette.ink if is_drum else palette.current
        calm = palette.raised if is_drum else palette.inject_face
        face = colour if is_held else calm
        # Held, it sinks: a smaller face in a wider rim, not only another colour.
        inset = 2 * rim if is_held else rim
        edge = palette.ink if is_held else colour
        radius = round(base * RADIUS)
        plate = shapes.rounded(self.rect.size, radius, face, edge, inset // 2 + 1)
        target.blit(plate, self.rect)
        ink = "background" if is_held else "ink"
        if palette.id == "projector" and not is_drum:
            ink = "ink"
        is_tall = self.rect.width < TALL_BELOW * self.rect.height
        draw = self._draw_tall if is_tall else self._draw_wide
        room = self.rect.inflate(-4 * rim, -4 * rim)
        draw(target, look, ink, room, _KINDS[is_drum])

    def _draw_wide(
        self,
        target: pygame.Surface,
        look: Look,
        ink: str,
        room: Rect,
        kind: tuple[str, str, str],
    ) -> None:
        """A drop, and the word beside it over its note."""
        title, says, sign = kind
        size = min(room.height * WORD, room.width * 0.16) * look.text_scale**0.5
        note_px = room.height * NOTE * look.text_scale**0.5
        word = self._fitting(look, title, size, ink, room.width)
        note = self._fitting(look, says, note_px, ink, room.width, SEMIBOLD)
        side = round(room.height * DROP)
        gap = room.height // 6
        shows_note = word.get_height() + note.get_height() <= room.height * 1.15
        wide = max(word.get_width(), note.get_width() if shows_note else 0)
        shows_drop = side + gap + wide <= room.width
        left = room.centerx - (wide + (side + gap if shows_drop else 0)) // 2
        if shows_drop:
            drop = icon(sign, side, look.colour(ink))
            target.blit(drop, drop.get_rect(midleft=(left, room.centery)))
            left += side + gap
        if not shows_note:
            target.blit(word, word.get_rect(midleft=(left, room.centery)))
            return
        block = word.get_height() + note.get_height()
        top = room.centery - block // 2
        target.blit(word, (left, top))
        target.blit(note, (left + 2, top + word.get_height()))

    def _draw_tall(
        self,
        target: pygame.Surface,
        look: Look,
        ink: str,
        room: Rect,
        kind: tuple[str, str, str],
    ) -> None:
        """The drop over the word over the note."""
        title, says, sign = kind
        word_px = min(room.height * 0.22, room.width * 0.25)
        word = self._fitting(look, title, word_px, ink, room.width)
        note = self._fitting(look, says, word_px * 0.6, ink, room.width)
        side = round(min(room.width, room.height) * 0.4)
        drop = icon(sign, side, look.colour(ink))
        parts = (drop, word, note)
        high = sum(part.get_height() for part in parts)
        y = room.centery - high // 2
        for part in parts:
            target.blit(part, part.get_rect(midtop=(room.centerx, y)))
            y += part.get_height()

    @staticmethod
    def _fitting(
        look: Look,
        key: str,
        size_px: float,
        ink: str,
        width: int,
        weight: str = BOLD,
    ) -> pygame.Surface:
        return look.fitted([(look.texts(key), ink)], width, round(size_px), weight)
