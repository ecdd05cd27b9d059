"""Gamepads that SDL believes in: its virtual joysticks, through ctypes."""

import ctypes
from collections.abc import Callable
from typing import Any, ClassVar

import pygame
import pygame.joystick

BUTTONS, AXES = 15, 6
HATS = 1
_CONTROLLER, _UNKNOWN = 1, 0
_REST = 0
FULL = 32_767
_U16, _U32, _INT, _PTR = (
    ctypes.c_uint16,
    ctypes.c_uint32,
    ctypes.c_int,
    ctypes.c_void_p,
)


class _Description(ctypes.Structure):
    """SDL_VirtualJoystickDesc."""

    _fields_: ClassVar = [
        ("version", _U16),
        ("type", _U16),
        ("naxes", _U16),
        ("nbuttons", _U16),
        ("nhats", _U16),
        ("vendor_id", _U16),
        ("product_id", _U16),
        ("padding", _U16),
        ("button_mask", _U32),
        ("axis_mask", _U32),
        ("name", ctypes.c_char_p),
        ("userdata", _PTR),
        *((name, _PTR) for name in ("Update", "SetPlayerIndex", "Rumble")),
        *((name, _PTR) for name in ("RumbleTriggers", "SetLED", "SendEffect")),
    ]


def _sdl() -> Any:
    """SDL as pygame has loaded it."""
    sdl = ctypes.CDLL(str(pygame.joystick.__file__))
    for name in ("Button", "Axis", "Hat"):
        getattr(sdl, f"SDL_JoystickSetVirtual{name}").argtypes = [_PTR, _INT, _INT]
    sdl.SDL_JoystickFromInstanceID.restype = _PTR
    return sdl


class VirtualPad:
    """A pad that can be plugged in, used and pulled out.

    Args:
        is_known: Whether SDL knows it as a game controller, or only its buttons.
    """

    def __init__(self, *, is_known: bool) -> None:
        self._sdl = _sdl()
        about = _Description(
            version=1,
            type=_CONTROLLER if is_known else _UNKNOWN,
            naxes=AXES,
            nbuttons=BUTTONS,
            nhats=HATS,
            # Numbers that no maker has; a mapping is made of the masks.
            vendor_id=0x1209 if is_known else 0x1234,
            product_id=1,
            button_mask=(1 << BUTTONS) - 1 if is_known else 0,
            axis_mask=(1 << AXES) - 1 if is_known else 0,
            name=b"museum pad",
        )
        self._index = self._sdl.SDL_JoystickAttachVirtualEx(ctypes.byref(about))
        assert self._index >= 0, "SDL has no virtual joysticks"
        self._id = self._sdl.SDL_JoystickGetDeviceInstanceID(self._index)

    def button(self, number: int, *, is_down: bool) -> None:
        self._set("Button", number, int(is_down))

    def axis(self, number: int, value: int) -> None:
        """Set an axis, from -32768 to 32767."""
        self._set("Axis", number, value)

    def hat(self, directions: int) -> None:
        """Press its directions: 1 up, 2 right, 4 down, 8 left, added up."""
        self._set("Hat", 0, directions)

    def pull_out(self) -> None:
        self._sdl.SDL_JoystickDetachVirtual(self._index)

    def _set(self, kind: str, number: int, value: int) -> None:
        opened = self._sdl.SDL_JoystickFromInstanceID(self._id)
        assert opened, "nobody has opened the pad"
        set_value: Callable[..., int]
        set_value = getattr(self._sdl, f"SDL_JoystickSetVirtual{kind}")
        assert set_value(opened, number, value) == 0
