"""Plays the game as a person would: presses keys, clicks, drags, touches and waits."""

from fractions import Fraction

import pygame

from lifgame.app.game import FrameResult, Game
from lifgame.app.hands.hands import Hands
from lifgame.app.kiosk.host import Host
from lifgame.app.turns import TURN_S
from lifgame.content.texts import Library
from lifgame.session.preferences import Preferences
from lifgame.session.session import Session
from lifgame.session.start import Start
from lifgame.view.widgets.slider import Slider
from lifgame.view.widgets.widget import Widget

FRAME_S = 1 / 60
# A speed at which much happens in a test, and a gulp may still be seen.
QUICK = Fraction(1, 10)


class Pilot:
    """Everything goes through ``Game.frame`` with real pygame events."""

    def __init__(
        self,
        size: tuple[int, int] = (1280, 720),
        start: Start | None = None,
        *,
        preferences: Preferences | None = None,
        library: Library | None = None,
        hands: Hands | None = None,
        is_patient: bool = True,
        host: Host | None = None,
    ) -> None:
        self.is_patient = is_patient
        surface = pygame.Surface(size)
        start = start or Start(speed=QUICK)
        self.game = Game(
            surface,
            start,
            preferences=preferences,
            library=library,
            hands=hands,
            host=host,
        )
        self.frame()

    @property
    def session(self) -> Session:
        return self.game.session

    def frame(self, *events: pygame.event.Event, elapsed_s: float = 0.0) -> FrameResult:
        result = self.game.frame(list(events), elapsed_s)
        while self.is_patient and self.game.turns.is_waiting:
            # A patient visitor: what waits for its turn gets it.
            self.game.frame([], TURN_S)
        return result

    def wait(self, seconds: float, frame_s: float = FRAME_S) -> list[float]:
        """Let real time pass; answer with the spikes' simulated times in ms."""
        spikes: list[float] = []
        for _ in range(round(seconds / frame_s)):
            spikes += self.frame(elapsed_s=frame_s).report.spike_times_ms
        return spikes

    # --- keyboard

    def key_down(self, name: str, mod: int = 0) -> None:
        code = pygame.key.key_code(name)
        self.frame(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod))

    def key_up(self, name: str) -> None:
        code = pygame.key.key_code(name)
        self.frame(pygame.event.Event(pygame.KEYUP, key=code, mod=0))

    def press(self, *names: str, mod: int = 0) -> None:
        for name in names:
            self.key_down(name, mod)
            self.key_up(name)

    # --- pointers

    def widget(self, id: str) -> Widget:
        """A widget that can be reached: another one on top of it is an error."""
        widget = self.game.board[id]
        reached = self.game.board.at(widget.rect.center)
        assert reached is widget, f"{id} is covered by {reached and reached.id}"
        return widget

    def slider(self, id: str) -> Slider:
        slider = self.widget(id)
        assert isinstance(slider, Slider)
        return slider

    def mouse(self, kind: int, point: tuple[int, int]) -> None:
        self.frame(pygame.event.Event(kind, pos=point, button=1, touch=False))

    def mouse_down(self, id: str) -> None:
        self.mouse(pygame.MOUSEBUTTONDOWN, self.widget(id).rect.center)

    def mouse_up(self, point: tuple[int, int]) -> None:
        self.mouse(pygame.MOUSEBUTTONUP, point)

    def click(self, id: str) -> None:
        center = self.widget(id).rect.center
        self.mouse(pygame.MOUSEBUTTONDOWN, center)
        self.mouse(pygame.MOUSEBUTTONUP, center)

    def finger(self, kind: int, finger: int, point: tuple[float, float]) -> None:
        width, height = self.game.window_surface.get_size()
        self.frame(
            pygame.event.Event(
                kind,
                touch_id=1,
                finger_id=finger,
                x=point[0] / width,
                y=point[1] / height,
                dx=0.0,
                dy=0.0,
                pressure=1.0,
            )
        )

    def touch(self, id: str, finger: int = 0) -> None:
        self.finger(pygame.FINGERDOWN, finger, self.widget(id).rect.center)

    def lift(self, id: str, finger: int = 0) -> None:
        center = self.game.board[id].rect.center
        self.finger(pygame.FINGERUP, finger, center)
