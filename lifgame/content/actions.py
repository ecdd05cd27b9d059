"""What can be done by key: one row an action, read by key map, help and README.

Keys are pygame's names for them (``pygame.key.key_code``), so the rows need no pygame.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lifgame.content.screens import SCREENS, VIEWS


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a person can do.

    Attributes:
        id: Name; its words stand in the texts under ``action.<id>``.
        keys: Keys that do it, by name; the first is the one that is shown.
        group: Section of the help.
        holds: Whether it lasts as long as the key is held.
        repeats: Whether a held key does it again and again.
        stays: Whether it works even where hotkeys are switched off, because without
            it the keyboard alone could not reach everything.
        screens: Screens and layers on which it holds.
    """

    id: str
    keys: tuple[str, ...]
    group: str
    holds: bool = False
    repeats: bool = False
    stays: bool = False
    screens: tuple[str, ...] = VIEWS

    def __post_init__(self) -> None:
        for screen in self.screens:
            if screen not in SCREENS:
                raise ValueError(f"action {self.id}: there is no screen {screen!r}")


_ALL = tuple(SCREENS)
_HELP = (*VIEWS, "help", "keys")
_SETTINGS = (*VIEWS, "settings")

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
    Action("lab",            ("v",),          "program"),
    Action("language",       ("l",),          "program", screens=_SETTINGS),
    Action("mute",           ("m",),          "program", screens=_SETTINGS),
    Action("settings",       ("o",),          "program", screens=_SETTINGS),
    Action("reset",          ("backspace",),  "program"),
    Action("help",           ("h", "f1"),     "program", screens=_HELP),
    Action("fullscreen",     ("f11",),        "program", screens=_ALL),
    Action("focus_next",     ("tab",),        "program", stays=True, screens=_ALL),
    Action("adjust",         ("up", "down"),  "program", stays=True, screens=_ALL),
    Action("press",          ("return", "enter"), "program", stays=True, screens=_ALL),
    Action("back",           ("escape",),     "program", stays=True, screens=_ALL),
)
# fmt: on

ACTIONS = {action.id: action for action in _ROWS}


class KeyMap:
    """Which key does what: the table above, changed by a configuration.

    Args:
        changes: Keys by action id; no keys switch an action's key off.

    Raises:
        ValueError: If there is no such action, or two actions share a key.
    """

    def __init__(self, changes: Mapping[str, tuple[str, ...]] | None = None) -> None:
        changes = changes or {}
        for name in changes:
            if name not in ACTIONS:
                raise ValueError(
                    f"unknown action {name!r}; known: {', '.join(ACTIONS)}"
                )
        self._keys = {
            action.id: changes.get(action.id, action.keys)
            for action in ACTIONS.values()
        }
        self._actions: dict[str, Action] = {}
        for name, keys in self._keys.items():
            for key in keys:
                if key in self._actions:
                    both = f"both {self._actions[key].id} and {name}"
                    raise ValueError(f"key {key!r} is on {both}")
                self._actions[key] = ACTIONS[name]

    def keys(self, action: str) -> tuple[str, ...]:
        """The names of the keys that do an action."""
        return self._keys[action]

    def actions(self) -> dict[str, Action]:
        """Every key's name with its action."""
        return dict(self._actions)

    def without_hotkeys(self) -> "KeyMap":
        """Only what the keyboard alone needs to reach every control."""
        return KeyMap(
            {
                name: self._keys[name] if action.stays else ()
                for name, action in ACTIONS.items()
            }
        )


DEFAULT_KEYS = KeyMap()
