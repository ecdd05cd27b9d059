"""What can be done by key: one row an action, read by key map, help and README.

Keys are pygame's names for them (``pygame.key.key_code``), so the rows need no pygame.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a person can do.

    Attributes:
        id: Name; its words stand in the texts under ``action.<id>``.
        keys: Keys that do it, by name; the first is the one that is shown.
        group: Section of the help.
        holds: Whether it lasts as long as the key is held.
        repeats: Whether a held key does it again and again.
    """

    id: str
    keys: tuple[str, ...]
    group: str
    holds: bool = False
    repeats: bool = False


# fmt: off
_ROWS = (
    Action("inject",         ("space",),      "play", holds=True),
    Action("slider_1_up",    ("q",),          "sliders", repeats=True),
    Action("slider_1_down",  ("a",),          "sliders", repeats=True),
    Action("slider_2_up",    ("w",),          "sliders", repeats=True),
    Action("slider_2_down",  ("s",),          "sliders", repeats=True),
    Action("slider_3_up",    ("e",),          "sliders", repeats=True),
    Action("slider_3_down",  ("d",),          "sliders", repeats=True),
    Action("slider_4_up",    ("r",),          "sliders", repeats=True),
    Action("slider_4_down",  ("f",),          "sliders", repeats=True),
    Action("tune",           ("t",),          "sliders"),
    Action("pattern_1",      ("1", "[1]"),    "patterns"),
    Action("pattern_2",      ("2", "[2]"),    "patterns"),
    Action("pattern_3",      ("3", "[3]"),    "patterns"),
    Action("pattern_4",      ("4", "[4]"),    "patterns"),
    Action("pattern_5",      ("5", "[5]"),    "patterns"),
    Action("pattern_6",      ("6", "[6]"),    "patterns"),
    Action("pattern_7",      ("7", "[7]"),    "patterns"),
    Action("preset_previous", ("left",),      "presets"),
    Action("preset_next",    ("right",),      "presets"),
    Action("slower",         (",",),          "time", repeats=True),
    Action("faster",         (".",),          "time", repeats=True),
    Action("pause",          ("p",),          "time"),
    Action("step",           ("n",),          "time", repeats=True),
    Action("window_narrower", ("z",),         "time"),
    Action("window_wider",   ("x",),          "time"),
    Action("language",       ("l",),          "program"),
    Action("mute",           ("m",),          "program"),
    Action("settings",       ("o",),          "program"),
    Action("reset",          ("backspace",),  "program"),
    Action("help",           ("h", "f1"),     "program"),
    Action("fullscreen",     ("f11",),        "program"),
    Action("focus_next",     ("tab",),        "program"),
    Action("press",          ("return", "enter"), "program"),
    Action("back",           ("escape",),     "program"),
)
# fmt: on

ACTIONS = {action.id: action for action in _ROWS}


def actions_by_key() -> dict[str, Action]:
    """Every key name with its action.

    Raises:
        ValueError: If two actions share a key, naming both.
    """
    table: dict[str, Action] = {}
    for action in ACTIONS.values():
        for key in action.keys:
            if key in table:
                raise ValueError(f"key {key!r}: both {table[key].id} and {action.id}")
            table[key] = action
    return table


ACTIONS_BY_KEY = actions_by_key()
