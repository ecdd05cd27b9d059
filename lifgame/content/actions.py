"""What can be done by key: one row an action, read by key map, help and README.

Keys are pygame's names for them (``pygame.key.key_code``), so the rows need no pygame.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from lifgame.content.key_names import canonical, key_code, unknown_key
from lifgame.content.screens import (
    BOARD,
    GUIDED,
    HELP_SCREENS,
    LAB,
    LEARN,
    SCREENS,
    VIEWS,
)


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
_HELP = (*VIEWS, *HELP_SCREENS)
_SETTINGS = (*VIEWS, GUIDED, LEARN, BOARD, "settings")
_LIVE = (*VIEWS, GUIDED, LEARN)
_PUSHED = (*VIEWS, GUIDED, LEARN, BOARD)
_BOARD = (*VIEWS, BOARD)
_TIME = (*VIEWS, LEARN)

# fmt: off
_ROWS = (
    Action("inject",         ("space",),      "play", holds=True, screens=_PUSHED),
    Action("slider_1_up",    ("q",),          "sliders", repeats=True, screens=_LIVE),
    Action("slider_1_down",  ("a",),          "sliders", repeats=True, screens=_LIVE),
    Action("slider_2_up",    ("w",),          "sliders", repeats=True, screens=_LIVE),
    Action("slider_2_down",  ("s",),          "sliders", repeats=True, screens=_LIVE),
    Action("slider_3_up",    ("e",),          "sliders", repeats=True, screens=_LIVE),
    Action("slider_3_down",  ("d",),          "sliders", repeats=True, screens=_LIVE),
    Action("slider_4_up",    ("r",),          "sliders", repeats=True, screens=_LIVE),
    Action("slider_4_down",  ("f",),          "sliders", repeats=True, screens=_LIVE),
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
    Action("compare",        ("c",),          "presets", screens=(LAB,)),
    Action("slower",         (",",),          "time", repeats=True),
    Action("faster",         (".",),          "time", repeats=True),
    Action("pause",          ("p",),          "time", screens=_TIME),
    Action("step",           ("n",),          "time", repeats=True, screens=_TIME),
    Action("spike_hold",     ("b",),          "time", screens=(LAB,)),
    Action("look_back",      ("u",),          "time", repeats=True, screens=(LAB,)),
    Action("look_on",        ("i",),          "time", repeats=True, screens=(LAB,)),
    Action("spike_before",   ("page up",),    "time", repeats=True, screens=(LAB,)),
    Action("spike_after",    ("page down",),  "time", repeats=True, screens=(LAB,)),
    Action("window_narrower", ("z",),         "time"),
    Action("window_wider",   ("x",),          "time"),
    Action("lab",            ("v",),          "program"),
    Action("board",          ("g",),          "program", screens=_BOARD),
    Action("language",       ("l",),          "program", screens=_SETTINGS),
    Action("mute",           ("m",),          "program", screens=_SETTINGS),
    Action("settings",       ("o",),          "program", screens=_SETTINGS),
    Action("reset",          ("backspace",),  "program", screens=_LIVE),
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
        ValueError: If there is no such action or key, or two actions share a key.
    """

    def __init__(self, changes: Mapping[str, tuple[str, ...]] | None = None) -> None:
        changes = changes or {}
        for problem in key_problems(changes):
            raise ValueError(problem[1])
        self._keys = {
            name: tuple(map(canonical, keys)) for name, keys in _all(changes).items()
        }
        self._actions = {
            key: ACTIONS[name] for name, keys in self._keys.items() for key in keys
        }

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


def _all(changes: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The keys of every action."""
    return {name: changes.get(name, action.keys) for name, action in ACTIONS.items()}


def key_problems(changes: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """What is wrong with changed keys: each action with a sentence.

    Two names of one key, such as ``enter`` and ``keypad enter``, are one key.
    """
    for name, keys in changes.items():
        if name not in ACTIONS:
            yield name, _unknown_action(name)
        yield from ((name, unknown_key(key)) for key in keys if key_code(key) is None)
    taken: dict[int, str] = {}
    # What has been changed comes last, so that it is named as the place of a clash.
    table = _all(changes)
    for name in sorted(table, key=lambda name: name in changes):
        for key in table[name]:
            code = key_code(key)
            if code is None or taken.setdefault(code, name) == name:
                continue
            both = sorted((taken[code], name), key=list(ACTIONS).index)
            yield name, f"key {key!r} is on both {both[0]} and {both[1]}"


def _unknown_action(name: str) -> str:
    near = get_close_matches(name, ACTIONS, n=1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    return f"unknown action {name[:40]!r}; {hint}known: {', '.join(ACTIONS)}"


DEFAULT_KEYS = KeyMap()
