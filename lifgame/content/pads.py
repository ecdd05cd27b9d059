"""What the buttons of gamepads and button boxes do: one row each.

Controllers that SDL knows have named buttons; for everything else, such as a box with
a few large buttons, the order of its wires decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from lifgame.content.actions import ACTIONS


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

# What a button may be made to do; "none" takes away what it does.
NOTHING = "none"
MEANINGS = ("press", "inject", *DIRECTIONS, NOTHING, *ACTIONS)
FORM = 'such as "6 pause", or "controller 3 board" for a pad with known buttons'
CONTROLLER = "controller"
# Counted from 1, as the operator's test page shows them.
LAST_BUTTON = 64


@dataclass(frozen=True, slots=True)
class ButtonTable:
    """What every button does.

    Attributes:
        controller: By SDL's number of a known controller's button.
        plain: By the number of an unknown device's button, from 0.
    """

    controller: dict[int, str] = field(default_factory=lambda: dict(CONTROLLER_BUTTONS))
    plain: dict[int, str] = field(default_factory=lambda: dict(PLAIN_BUTTONS))

    def of(self, button: int, *, is_controller: bool) -> str | None:
        """What a button does; None: nothing."""
        does = (self.controller if is_controller else self.plain).get(button)
        return None if does == NOTHING else does


DEFAULT_BUTTONS = ButtonTable()


def button_table(lines: Iterable[str]) -> ButtonTable:
    """The table with changes, one line for each button.

    Raises:
        ValueError: If a line has another form, or names what there is not.
    """
    table = ButtonTable()
    for line in lines:
        kind, number, does = _parts(line)
        buttons = table.controller if kind == CONTROLLER else table.plain
        buttons[number - 1] = does
    return table


def _parts(line: str) -> tuple[str, int, str]:
    words = line.split()
    kind = words.pop(0) if words[:1] == [CONTROLLER] else ""
    is_number = len(words) == 2 and words[0].isascii() and words[0].isdigit()
    if not is_number or not 1 <= int(words[0]) <= LAST_BUTTON:
        raise ValueError(
            f"button {line!r} is not a number from 1 to {LAST_BUTTON} and what it "
            f"does, {FORM}"
        )
    if words[1] not in MEANINGS:
        near = get_close_matches(words[1], MEANINGS, 1)
        hint = f"did you mean {near[0]!r}? " if near else ""
        raise ValueError(
            f"button {line!r} does what there is not; {hint}"
            f"any of {', '.join(MEANINGS)}"
        )
    return kind, int(words[0]), words[1]


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
