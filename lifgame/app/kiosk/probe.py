"""What the test page is told of fingers, keys and pads, as they come."""

from collections.abc import Sequence
from typing import Protocol

import pygame

from lifgame.app.hands.hands import Hands
from lifgame.app.hands.pointers import finger_name, finger_place
from lifgame.app.window.viewport import Viewport
from lifgame.content.pads import AXIS_FULL
from lifgame.session.exhibit import Exhibit

_BUTTONS_DOWN = (pygame.CONTROLLERBUTTONDOWN, pygame.JOYBUTTONDOWN)
_BUTTONS_UP = (pygame.CONTROLLERBUTTONUP, pygame.JOYBUTTONUP)
_AXES = (pygame.CONTROLLERAXISMOTION, pygame.JOYAXISMOTION)
MOST_AXES = 16


class Sees(Protocol):
    """What of the game it looks at."""

    hands: Hands

    @property
    def viewport(self) -> Viewport: ...


class Probe:
    """Writes down what comes; it commands nothing."""

    def __init__(self, exhibit: Exhibit) -> None:
        self._exhibit = exhibit

    def see(
        self, game: Sees, events: Sequence[pygame.event.Event], elapsed_s: float
    ) -> None:
        """Take a frame's events."""
        test = self._exhibit.touch_check
        test.live(elapsed_s)
        width, height = game.viewport.canvas.get_size()
        for event in events:
            if event.type in (pygame.FINGERDOWN, pygame.FINGERMOTION):
                x, y = game.viewport.finger(*finger_place(event))
                place = (x / width, y / height)
                test.finger(finger_name(event), place, width / height)
            elif event.type == pygame.FINGERUP:
                test.lift(finger_name(event))
            elif event.type == pygame.WINDOWFOCUSLOST:
                test.lift_all()
            else:
                self._see_other(event, game.hands)

    def _see_other(self, event: pygame.event.Event, hands: Hands) -> None:
        test = self._exhibit.touch_check
        pad = f"pad {int(getattr(event, 'instance_id', 0)) + 1}"
        if event.type in (pygame.KEYDOWN, pygame.KEYUP):
            name = pygame.key.name(int(getattr(event, "key", 0))) or "?"
            if event.type == pygame.KEYDOWN:
                test.down(name, "keyboard", hands.meaning(event))
            else:
                test.up(name, "keyboard")
        elif event.type in _BUTTONS_DOWN:
            test.down(_button(event), pad, hands.meaning(event))
        elif event.type in _BUTTONS_UP:
            test.up(_button(event), pad)
        elif event.type in _AXES:
            value = float(getattr(event, "value", 0.0))
            value /= AXIS_FULL if event.type == pygame.CONTROLLERAXISMOTION else 1.0
            name = f"{pad}.{int(getattr(event, 'axis', 0)) + 1}"
            if name in test.axes or len(test.axes) < MOST_AXES:
                test.axes[name] = value


def _button(event: pygame.event.Event) -> str:
    return f"# {int(getattr(event, 'button', 0)) + 1}"
