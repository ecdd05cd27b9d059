"""What an operator or a teacher can set, and what outlives a Reset: one row each."""

from collections.abc import Mapping
from dataclasses import dataclass

from lifgame.content.palette import PALETTES
from lifgame.content.texts import DEFAULT_LANGUAGE


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing to choose. Its words stand in the texts under ``setting.<id>``.

    Attributes:
        id: Name in the settings file and on the command line.
        choices: Allowed values, in the order in which they are shown; empty where
            they are only known at start-up, as the languages are.
        default: Value on a new machine and after "back to default".
        unit: What is written behind a choice; empty where a choice has words of its
            own under ``setting.<id>.<choice>``.
    """

    id: str
    choices: tuple[str, ...]
    default: str
    unit: str = ""

    def __post_init__(self) -> None:
        if self.choices and self.default not in self.choices:
            raise ValueError(f"setting {self.id}: default {self.default} is no choice")


ON_OFF = ("on", "off")

# fmt: off
_ROWS = (
    Setting("language",   (),                                  DEFAULT_LANGUAGE),
    Setting("palette",    tuple(PALETTES),                     next(iter(PALETTES))),
    Setting("text_scale", ("100", "125", "150", "175", "200"), "100", unit="%"),
    Setting("motion",     ("full", "reduced"),                 "full"),
    Setting("sound",      ON_OFF,                              "on"),
    Setting("volume",     ("20", "40", "60", "80", "100"),     "60", unit="%"),
    Setting("hotkeys",    ON_OFF,                              "on"),
)
# fmt: on

SETTINGS = {setting.id: setting for setting in _ROWS}
DEFAULT_SETTINGS = {setting.id: setting.default for setting in _ROWS}


def choices(id: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The allowed values of a setting, with the languages that there are."""
    return SETTINGS[id].choices or languages


def checked(
    values: Mapping[str, object], languages: tuple[str, ...]
) -> tuple[dict[str, str], list[str]]:
    """Take what is usable from values of unknown origin.

    Returns:
        All settings, with defaults for what was not usable, and a sentence about
        each value that was not.
    """
    settings = dict(DEFAULT_SETTINGS)
    complaints: list[str] = []
    for name, value in values.items():
        if name not in SETTINGS:
            complaints.append(f"unknown setting {name!r}; known: {', '.join(SETTINGS)}")
        elif value not in choices(name, languages):
            allowed = ", ".join(choices(name, languages))
            complaints.append(f"{name} = {value!r} is not allowed; allowed: {allowed}")
        else:
            settings[name] = str(value)
    return settings, complaints
