"""What the buttons of gamepads and button boxes do: one row each.

Controllers that SDL knows have named buttons; for everything else, such as a box with
a few large buttons, the order of its wires decides.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PadButton:
    """One button of a pad.

    Attributes:
        controller: SDL's number of the button on a known controller.
        plain: Its number on an unknown device, or None.
        does: ``press``, ``inject``, a direction, or an action's id.
    """

    controller: int
    plain: int | None
    does: str


DIRECTIONS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}

# fmt: off
_ROWS = (
    #         controller             plain  does
    PadButton(0,                     0,     "press"),            # A
    PadButton(1,                     1,     "back"),             # B
    PadButton(2,                     2,     "inject"),           # X
    PadButton(3,                     3,     "help"),             # Y
    PadButton(9,                     4,     "preset_previous"),  # left shoulder
    PadButton(10,                    5,     "preset_next"),      # right shoulder
    PadButton(6,                     7,     "pause"),            # start
    PadButton(11,                    None,  "up"),
    PadButton(12,                    None,  "down"),
    PadButton(13,                    None,  "left"),
    PadButton(14,                    None,  "right"),
)
# fmt: on

CONTROLLER_BUTTONS = {row.controller: row.does for row in _ROWS}
PLAIN_BUTTONS = {row.plain: row.does for row in _ROWS if row.plain is not None}

# SDL's numbers of a controller's axes.
STICK_AXES = {0: "x", 1: "y"}
TRIGGER_AXES = (4, 5)
AXIS_FULL = 32767
# A stick counts as pushed beyond the first and as let go within the second.
STICK_PUSHED = 0.6
STICK_CENTRED = 0.35
# A trigger that rests is seldom quite at zero.
TRIGGER_REST = 0.06
# On a screen of choices, what browses neuron types walks through the choices instead.
WALKS = {"preset_previous": -1, "preset_next": 1}
