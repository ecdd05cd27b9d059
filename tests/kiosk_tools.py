"""Somebody in front of an exhibit, and whoever else touches it."""

from pathlib import Path

import numpy as np
import pygame
from pilot import Pilot

from lifgame.app.kiosk.host import Host
from lifgame.app.kiosk.pin import PinGuard, hashed
from lifgame.content.kiosk import KioskRules
from lifgame.content.texts import Library
from lifgame.session.preferences import Preferences
from lifgame.session.start import OPENING
from lifgame.session.visit import VisitState

Event = pygame.event.Event
PIN = "2468"
FORMS = ((1280, 720), (540, 960), (800, 480))
PIN_LINE = hashed(PIN)
LIBRARY = Library()


class Museum:
    """An exhibit of its own, frame by frame through ``Game.frame``."""

    def __init__(
        self,
        folder: Path,
        size: tuple[int, int] = (640, 480),
        defaults: dict[str, str] | None = None,
        **rules: object,
    ) -> None:
        rules = {"idle_s": 15, "pin_hash": PIN_LINE, **rules}
        held = KioskRules(enabled=True, **rules)  # type: ignore[arg-type]
        self.host = Host(held, PinGuard(held.pin_hash, folder / "pin.json"))
        preferences = Preferences({}, LIBRARY.languages, defaults)
        self.pilot = Pilot(
            size, OPENING, preferences=preferences, library=LIBRARY, host=self.host
        )
        self.game = self.pilot.game
        self.size = size

    @property
    def state(self) -> VisitState:
        return self.host.exhibit.visit.state

    @property
    def place(self) -> tuple[str, str | None]:
        place = self.game.session.place
        return place.screen, place.layer

    def is_at(self, screen: str, layer: str | None) -> bool:
        return self.place == (screen, layer)

    def is_in(self, state: VisitState) -> bool:
        return self.state is state

    def frame(self, *events: Event, elapsed_s: float = 1 / 60) -> None:
        self.game.frame(list(events), elapsed_s)

    def wait(self, seconds: float, step_s: float = 0.25) -> None:
        for _ in range(round(seconds / step_s)):
            self.frame(elapsed_s=step_s)

    def key(self, code: int, kind: int = pygame.KEYDOWN, mod: int = 0) -> Event:
        return Event(kind, key=code, mod=mod, scancode=0, unicode="")

    def tap(self, code: int, mod: int = 0) -> None:
        self.frame(self.key(code, mod=mod))
        self.frame(self.key(code, pygame.KEYUP, mod))

    def finger(self, kind: int, point: tuple[int, int], finger: int = 1) -> Event:
        x, y = point[0] / self.size[0], point[1] / self.size[1]
        return Event(kind, touch_id=1, finger_id=finger, x=x, y=y)

    def touch(self, point: tuple[int, int]) -> None:
        self.frame(self.finger(pygame.FINGERDOWN, point))
        self.frame(self.finger(pygame.FINGERUP, point))

    def press(self, widget: str) -> None:
        self.touch(self.game.board[widget].rect.center)

    def wake(self) -> None:
        """Somebody comes, touches the wall, and waits until the picture is there."""
        self.touch((self.size[0] // 2, 4))
        self.wait(1.0)

    def let_in(self) -> None:
        """The operator comes in, by one finger alone."""
        self.frame(self.finger(pygame.FINGERDOWN, (10, 10)))
        self.wait(3.25)
        self.frame(self.finger(pygame.FINGERUP, (10, 10)))
        for digit in PIN:
            self.press(f"digit {digit}")
        self.press("try")
        self.wait(0.5)


def picture(museum: Museum) -> np.ndarray:
    """What its window shows, as colours of columns and rows."""
    return pygame.surfarray.array3d(museum.game.window_surface)
