"""The widget contract: a rectangle that reads the session and answers with commands.

Widgets hold no values. What a widget shows is its ``face``: as long as the face and
the state stay the same, the picture of the last frame still stands.
"""

from collections.abc import Hashable
from dataclasses import dataclass

import pygame

from lifgame.session.commands import Command
from lifgame.session.session import Session
from lifgame.view.geometry import Pixel
from lifgame.view.look import Look

# Room around a widget for its focus ring; neighbours stand at least twice as far.
FOCUS_MARGIN_PX = 4
FOCUS_RING_PX = 3


@dataclass(frozen=True, slots=True)
class WidgetState:
    """How a widget is being touched right now."""

    pressed: bool = False
    focused: bool = False


class Widget:
    """Something to press, drag or hold.

    Variables:
        id: Name, unique on its board.
        rect: Where it stands and may be touched, in pixels.
        repeats: Whether holding it does the same again and again.
        is_shared: Whether several hands may hold it at once.

    Answers:
        on_press, on_move, on_release, on_repeat, on_cancel, on_nudge: commands.
    """

    repeats = False
    is_shared = False
    # Whether the arrow keys change it; elsewhere they move on to the next control.
    takes_arrows = False
    # Whether the keyboard can go to it; what is there twice is gone to once.
    takes_focus = True

    def __init__(self, id: str, rect: pygame.Rect) -> None:
        self.id = id
        self.rect = rect

    def areas(self) -> list[pygame.Rect]:
        """Everywhere that it paints, with the room for its focus ring."""
        return [self.rect.inflate(2 * FOCUS_MARGIN_PX, 2 * FOCUS_MARGIN_PX)]

    def face(self, session: Session) -> Hashable:
        """What it shows now; it is repainted when this changes."""
        raise NotImplementedError

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        raise NotImplementedError

    def on_press(self, session: Session, point: Pixel, source: str) -> list[Command]:
        return []

    def on_move(self, session: Session, point: Pixel) -> list[Command]:
        return []

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[Command]:
        return []

    def on_cancel(self, source: str) -> list[Command]:
        """Let go without doing anything, as when the window loses the focus."""
        return []

    def on_repeat(self, session: Session) -> list[Command]:
        return []

    def on_nudge(self, session: Session, steps: int) -> list[Command]:
        """An arrow key while it has the focus."""
        return []


class PicturedWidget(Widget):
    """A widget whose looks belong to the picture: the board paints nothing of it."""

    def areas(self) -> list[pygame.Rect]:
        return []

    def face(self, session: Session) -> Hashable:
        return None

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        """Nothing; the picture's own painters do."""
