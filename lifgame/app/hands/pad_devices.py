"""Opens gamepads as they are plugged in, and forgets them when they are pulled out."""

import pygame
from pygame._sdl2 import controller


class PadDevices:
    """Opens what is plugged in; a pad that nobody holds a reference to is silent."""

    def __init__(self) -> None:
        self._open: dict[int, object] = {}
        self._controllers: set[int] = set()
        try:
            pygame.joystick.init()
            controller.init()
        except pygame.error:
            # No pads on this machine; everything else works.
            return

    def filter(self, events: list[pygame.event.Event]) -> list[pygame.event.Event]:
        """Open and forget devices; leave out what a controller says twice."""
        kept: list[pygame.event.Event] = []
        for event in events:
            pad = int(getattr(event, "instance_id", -1))
            if event.type == pygame.JOYDEVICEADDED:
                self._add(int(getattr(event, "device_index", -1)))
            elif event.type == pygame.JOYDEVICEREMOVED:
                self._open.pop(pad, None)
                self._controllers.discard(pad)
            elif event.type in _PLAIN and pad in self._controllers:
                continue
            kept.append(event)
        return kept

    def _add(self, index: int) -> None:
        try:
            joystick = pygame.joystick.Joystick(index)
            pad = joystick.get_instance_id()
            self._open[pad] = joystick
            if controller.is_controller(index):
                self._open[pad] = controller.Controller(index)
                self._controllers.add(pad)
        except (pygame.error, KeyError, SystemError):
            # Gone again before it could be opened, as when a plug wobbles.
            return


_PLAIN = (
    pygame.JOYBUTTONDOWN,
    pygame.JOYBUTTONUP,
    pygame.JOYAXISMOTION,
    pygame.JOYHATMOTION,
)
