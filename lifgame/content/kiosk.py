"""What an operator may rule in a museum: one field each, with range and help.

A configuration reads the table ``RULES``: the kind, the default, what is allowed and
the help of every rule. ``KioskRules`` is a set of values, checked at birth.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import TypeVar

from lifgame.content import pads
from lifgame.content.guides import CHALLENGES, EXPERIMENTS, RACE
from lifgame.content.opening_hours import FORM, OpeningHours, opening_hours
from lifgame.content.parameters import EXTRA_PARAMETERS, NEURON_PARAMETERS
from lifgame.content.patterns import PATTERNS
from lifgame.content.presets import PRESETS
from lifgame.content.settings import SETTINGS

T = TypeVar("T")

PARAMETERS = tuple(spec.id for spec in (*NEURON_PARAMETERS, *EXTRA_PARAMETERS))
TURNS = (0, 90, 180, 270)
LAST_DISPLAY = 15
# A longer list is no operator's.
LONGEST_LIST = 64


class RuleError(ValueError):
    """A rule that is given another kind of value, or one out of its range."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What may be written for one field of ``KioskRules``.

    Attributes:
        help: What it does, for the commented configuration.
        low: Least value of a number.
        high: Greatest value of a number.
        unit: Unit of a number.
        choices: Allowed values, of a list each of its members; empty if any may be.
        id: Name of the field.
        default: Its value where nothing is written.
    """

    help: str
    low: float | None = None
    high: float | None = None
    unit: str = ""
    choices: tuple[object, ...] = ()
    id: str = ""
    default: object = None

    def allowed(self) -> str:
        """What may stand there, in words."""
        if self.choices:
            names = ", ".join(str(choice) for choice in self.choices)
            return f"any of {names}" if isinstance(self.default, tuple) else names
        if self.low is not None:
            return f"{self.low:g} to {self.high:g} {self.unit}".strip()
        kinds: dict[type, str] = {bool: "true or false", tuple: "a list of words"}
        return kinds.get(type(self.default), "a text")

    def check(self, value: object) -> object:
        """The value in the rule's own kind.

        Raises:
            RuleError: If it is of another kind, not finite, or not allowed.
        """
        kept = self._in_kind(value)
        members = kept if isinstance(kept, tuple) else (kept,)
        is_known = not self.choices or all(one in self.choices for one in members)
        if kept is None or not is_known:
            raise RuleError(f"{self.id} = {value!r} is not allowed; {self.allowed()}")
        return kept

    def _in_kind(self, value: object) -> object:
        """The value, or None if it is of another kind; true is no number."""
        if isinstance(self.default, tuple):
            is_list = isinstance(value, list | tuple) and len(value) <= LONGEST_LIST
            words = tuple(value) if is_list and isinstance(value, Iterable) else None
            is_words = words is not None and all(isinstance(w, str) for w in words)
            return words if is_words else None
        if isinstance(self.default, bool | str):
            return value if type(value) is type(self.default) else None
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        low, high = self.low, self.high
        is_in = math.isfinite(value) and (
            low is None or high is None or low <= value <= high
        )
        if not is_in or (isinstance(self.default, int) and value != int(value)):
            return None
        return int(value) if isinstance(self.default, int) else float(value)


def _rule(
    default: T,
    help: str,
    *,
    low: float | None = None,
    high: float | None = None,
    unit: str = "",
    choices: tuple[object, ...] = (),
) -> T:
    """A field with its default and its row of the table."""
    rule = Rule(help, low, high, unit, choices)
    made: T = field(default=default, metadata={"rule": rule})
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskRules:
    """How the exhibit behaves when nobody looks after it.

    Raises:
        RuleError: If a value is not allowed.
        ValueError: If the opening hours or a button's line cannot be read.
    """

    enabled: bool = _rule(False, "switched on in the morning and forgotten")
    idle_s: float = _rule(
        60.0, "without a visitor, until it asks", low=15, high=600, unit="s"
    )
    still_there_s: float = _rule(
        20.0, "to answer the question, before all goes back", low=20, high=120, unit="s"
    )
    attract: bool = _rule(True, "whether it plays by itself while nobody is there")
    allowed_settings: tuple[str, ...] = _rule(
        ("language", "text_scale", "sound", "palette"),
        "settings that a visitor may change",
        choices=tuple(SETTINGS),
    )
    loudest: int = _rule(100, "the loudest that it gets", low=0, high=100, unit="%")
    languages: tuple[str, ...] = _rule((), "languages offered; none means all")
    presets: tuple[str, ...] = _rule(
        (), "neuron types offered; none means all", choices=tuple(PRESETS)
    )
    patterns: tuple[str, ...] = _rule(
        (), "input patterns offered; none means all", choices=tuple(PATTERNS)
    )
    controls: tuple[str, ...] = _rule(
        (), "sliders offered; none means all", choices=PARAMETERS
    )
    experiments: tuple[str, ...] = _rule(
        EXPERIMENTS, "experiments offered; [] for none", choices=EXPERIMENTS
    )
    challenges: tuple[str, ...] = _rule(
        (*CHALLENGES, RACE),
        "challenges offered; [] for none",
        choices=(*CHALLENGES, RACE),
    )
    race_holds: bool = _rule(
        False, "in the race the button is held: for hands that cannot press quickly"
    )
    on_screen_controls: bool = _rule(True, "false: buttons of a box only")
    pad_buttons: tuple[str, ...] = _rule(
        (), f"what buttons of a box or a pad do instead; {pads.FORM}"
    )
    opening_hours: tuple[str, ...] = _rule(
        (), f"outside them the screen is dark; none means always open; {FORM}"
    )
    rotation: int = _rule(0, "how far the screen is turned, clockwise", choices=TURNS)
    display: int = _rule(0, "which screen, counted from 0", low=0, high=LAST_DISPLAY)
    pin_hash: str = _rule("", "the operator's PIN as made by: lifgame pin")
    statistics: bool = _rule(False, "count visits by the hour, on this machine only")
    allow_root: bool = _rule(False, "whether it may run as root")

    def __post_init__(self) -> None:
        for rule in _rows(self):
            checked = rule.check(getattr(self, rule.id))
            object.__setattr__(self, rule.id, checked)
        opening_hours(self.opening_hours)
        pads.button_table(self.pad_buttons)

    @property
    def buttons(self) -> pads.ButtonTable:
        """What every button of a pad does."""
        return pads.button_table(self.pad_buttons)

    @property
    def hours(self) -> OpeningHours:
        """The opening hours, read."""
        return opening_hours(self.opening_hours)


def _rows(rules: KioskRules | type[KioskRules]) -> list[Rule]:
    return [
        Rule(
            **{name: getattr(f.metadata["rule"], name) for name in _GIVEN},
            id=f.name,
            default=f.default,
        )
        for f in fields(rules)
    ]


_GIVEN = ("help", "low", "high", "unit", "choices")
RULES = {rule.id: rule for rule in _rows(KioskRules)}
NO_KIOSK = KioskRules()
