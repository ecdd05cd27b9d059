"""How strong the noise is: the one control of a step in which noise is what matters."""

import pygame

from lifgame.content.parameters import NOISE_SIGMA
from lifgame.session.session import Session
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, Look
from lifgame.view.widgets.controls import draw_plate
from lifgame.view.widgets.slider import Slider
from lifgame.view.widgets.widget import WidgetState

# The track takes this share of the plate's height, up to so many design units; over it
# stands the word.
TRACK_SHARE, TRACK = 0.56, 92.0
NAME = 34.0


class NoiseBar(Slider):
    """A slider on a plate, in the place of the one button; without any number.

    Args:
        rect: The plate.
        unit: Screen pixels per design unit.
    """

    def __init__(self, rect: pygame.Rect, unit: float) -> None:
        inside = rect.inflate(-2 * round(24 * unit), -2 * round(12 * unit))
        track, header = inside.copy(), inside.copy()
        track.height = round(min(inside.height * TRACK_SHARE, TRACK * unit))
        track.bottom = inside.bottom
        header.height = inside.height - track.height
        keys = ("", "")
        super().__init__(
            NOISE_SIGMA.id, rect, NOISE_SIGMA, header, None, keys, unit, track
        )

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        draw_plate(target, look, self.rect, pressed=state.pressed)
        super().draw(target, look, session, state)

    def _draw_header(self, target: pygame.Surface, look: Look, value: str) -> None:
        """The thing and its word; the number is for the Lab."""
        side = min(self.header.height, look.px(72))
        sign = icon("noisy", side, look.colour(self.spec.role))
        target.blit(sign, sign.get_rect(midleft=self.header.midleft))
        room = self.header.copy()
        room.left += side + look.px(12)
        room.width = self.header.right - room.left
        look.write(target, look.texts("guide.noise_bar"), room, NAME, "ink", BOLD)
