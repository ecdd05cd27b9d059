"""The big round button to hold: it is the first thing that a visitor wants to press."""

from collections.abc import Hashable

import pygame

from lifgame.session.commands import Command, Inject
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.geometry import Pixel
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.widgets.widget import Widget, WidgetState


class InjectButton(Widget):
    """The big round one: current flows in as long as anybody holds it."""

    is_shared = True

    def face(self, session: Session) -> Hashable:
        return bool(session.cell.pushes)

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
        held = bool(session.cell.pushes) or state.pressed
        side = min(self.rect.size)
        radius = side // 2
        center = self.rect.center
        face = palette.current if held else palette.inject_face
        ink_role = "background" if held else "current"
        width = max(3, look.px(6))
        # Held, the button sinks: a smaller face in a wider ring, not only a colour.
        inset = 2 * width if held else width
        rim = shapes.disc(radius, palette.current)
        gap = shapes.disc(radius - width, palette.panel if held else face)
        top = shapes.disc(max(2, radius - inset), face)
        for part in (rim, gap, top):
            target.blit(part, part.get_rect(center=center))
        # The smaller face has no room for the lowest words where they rest.
        center = (center[0], center[1] - (width if held else 0))
        self._draw_words(target, look, radius, ink_role, center)

    def _draw_words(
        self,
        target: pygame.Surface,
        look: Look,
        radius: int,
        ink_role: str,
        center: tuple[int, int],
    ) -> None:
        center_x, center_y = center
        bolt = icon("bolt", max(12, round(radius * 0.78)), look.colour(ink_role))
        target.blit(bolt, bolt.get_rect(center=(center_x, center_y - radius // 4)))
        size = radius * 0.28 / look.unit / look.text_scale
        words = look.texts("inject.note")
        # Wide words stand higher, where the disc is wider.
        is_wide = look.text(words, look.text_px(size * 0.78)).get_width() > radius
        title = pygame.Rect(0, 0, round(radius * 1.5), round(radius * 0.34))
        title.midtop = (
            center_x,
            center_y + round(radius * (0.15 if is_wide else 0.24)),
        )
        words_role = ink_role if ink_role == "background" else "ink"
        look.write(
            target, look.texts("inject.title"), title, size, words_role, BOLD, "center"
        )
        note = pygame.Rect(0, 0, round(radius * 1.14), round(radius * 0.26))
        note.midtop = title.midbottom
        if look.fits(words, note.width):
            look.write(target, words, note, size * 0.78, words_role, SEMIBOLD, "center")
