"""What an operator or a teacher can set, and what outlives a Reset: one row each."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from lifgame.content.languages import DEFAULT_LANGUAGE, nearest_language
from lifgame.content.palettes import PALETTES


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing to choose. Its words stand in the texts under ``setting.<id>``.

    Attributes:
        id: Name in the settings file and on the command line.
        choices: Allowed values, in the order in which they are shown; empty where
            they are only known at start-up, as the languages are.
        default: Value on a new machine and after "back to default".
        help: What it is, for operators.
        unit: What is written behind a choice; empty where a choice has words of its
            own under ``setting.<id>.<choice>``.
        is_seen: Whether another choice changes the whole picture.
    """

    id: str
    choices: tuple[str, ...]
    default: str
    help: str
    unit: str = ""
    is_seen: bool = True

    def __post_init__(self) -> None:
        if self.choices and self.default not in self.choices:
            raise ValueError(f"setting {self.id}: default {self.default} is no choice")


ON_OFF = ("on", "off")

# fmt: off
_ROWS = (
    Setting("language",   (),                                  DEFAULT_LANGUAGE,
            "language of all words"),
    Setting("palette",    tuple(PALETTES),                     next(iter(PALETTES)),
            "colours: dark, light for projectors, or with the strongest contrast"),
    Setting("text_scale", ("100", "125", "150", "175", "200"), "100",
            "size of all words", unit="%"),
    Setting("motion",     ("full", "reduced"),                 "full",
            "whether water has waves and drops"),
    Setting("sound",      ON_OFF,                              "on",
            "whether anything is heard", is_seen=False),
    Setting("volume",     ("20", "40", "60", "80", "100"),     "60",
            "how loud it is", unit="%", is_seen=False),
    Setting("rest",       ("0", "-70"),                        "0",
            "voltage at rest, from which levels of voltage are counted", unit="mV"),
    Setting("hotkeys",    ON_OFF,                              "on",
            "whether letters and digits do something", is_seen=False),
)
# fmt: on

SETTINGS = {setting.id: setting for setting in _ROWS}
DEFAULT_SETTINGS = {setting.id: setting.default for setting in _ROWS}


def choices(id: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The allowed values of a setting, with the languages that there are."""
    return SETTINGS[id].choices or languages


def meant(id: str, value: object, languages: tuple[str, ...]) -> str | None:
    """The choice that a value of unknown origin stands for; None for none.

    A number or a yes or no without quotes, another case and a percent sign do not
    matter; ``de-DE`` means ``de``.
    """
    if isinstance(value, bool):
        value = "on" if value else "off"
    elif isinstance(value, int | float):
        value = f"{value:g}"
    if not isinstance(value, str):
        return None
    text = value.strip().lower().removesuffix(SETTINGS[id].unit.lower()).strip()
    if not SETTINGS[id].choices:
        return nearest_language(text, languages)
    return text if text in SETTINGS[id].choices else None


def unusable(id: str, value: object, languages: tuple[str, ...]) -> str:
    """The sentence about a setting that does not exist, or not with that value."""
    if id not in SETTINGS:
        near = get_close_matches(id, SETTINGS, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        return f"unknown setting {id[:40]!r}; {hint}known: {', '.join(SETTINGS)}"
    allowed = choices(id, languages)
    near = get_close_matches(str(value)[:40].lower(), allowed, n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    shown = repr(value)[:40]
    return f"{id} = {shown} is not allowed; {hint}allowed: {', '.join(allowed)}"


def checked(
    values: Mapping[str, object], languages: tuple[str, ...]
) -> tuple[dict[str, str], dict[str, str]]:
    """Take what is usable from values of unknown origin.

    Returns:
        All settings, with defaults for what was not usable, and a sentence about
        each value that was not, by its name.
    """
    settings = dict(DEFAULT_SETTINGS)
    complaints: dict[str, str] = {}
    for name, value in values.items():
        taken = meant(name, value, languages) if name in SETTINGS else None
        if taken is None:
            complaints[name] = unusable(name, value, languages)
        else:
            settings[name] = taken
    return settings, complaints
