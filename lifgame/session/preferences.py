"""The settings as they are now; they outlive a Reset."""

from collections.abc import Mapping
from typing import ClassVar

from lifgame.content.languages import DEFAULT_LANGUAGE
from lifgame.content.settings import DEFAULT_SETTINGS, SETTINGS, choices
from lifgame.session import commands as c


class Preferences:
    """One value for every setting.

    Attributes:
        languages: The languages that can be chosen, with their own names.
    """

    def __init__(
        self,
        values: Mapping[str, str] | None = None,
        languages: Mapping[str, str] | None = None,
        defaults: Mapping[str, str] | None = None,
    ) -> None:
        self.languages = languages or {DEFAULT_LANGUAGE: DEFAULT_LANGUAGE}
        self._defaults = DEFAULT_SETTINGS | dict(defaults or {})
        self._values = self._defaults | dict(values or {})

    def __getitem__(self, id: str) -> str:
        return self._values[id]

    def values(self) -> dict[str, str]:
        """All settings by id."""
        return dict(self._values)

    def choices(self, id: str) -> tuple[str, ...]:
        """The allowed values of a setting."""
        return choices(id, tuple(self.languages))

    def set(self, id: str, value: str) -> None:
        """Choose a value.

        Raises:
            KeyError: If there is no such setting.
            ValueError: If the value is not among its choices.
        """
        setting = SETTINGS[id]
        if value not in self.choices(id):
            allowed = ", ".join(self.choices(id))
            raise ValueError(f"{setting.id} {value!r} is not allowed; {allowed}")
        self._values[id] = value

    def browse(self, id: str) -> None:
        """Go on to the next value, around the end."""
        allowed = self.choices(id)
        index = allowed.index(self._values[id]) if self._values[id] in allowed else -1
        self._values[id] = allowed[(index + 1) % len(allowed)]

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one of ``Preferences.OBEYS``; errors are those of ``set``."""
        match command:
            case c.SetSetting(id, value):
                self.set(id, value)
            case c.BrowseSetting(id):
                self.browse(id)
            case c.DefaultSettings():
                self.to_defaults()

    OBEYS: ClassVar[tuple[type, ...]] = (
        c.SetSetting,
        c.BrowseSetting,
        c.DefaultSettings,
    )

    def to_defaults(self) -> None:
        """Bring all settings back to their defaults."""
        self._values = dict(self._defaults)

    @property
    def is_sounding(self) -> bool:
        return self._values["sound"] == "on"

    @property
    def has_hotkeys(self) -> bool:
        return self._values["hotkeys"] == "on"

    @property
    def is_still(self) -> bool:
        """Whether motion that tells nothing is left out."""
        return self._values["motion"] == "reduced"

    @property
    def text_scale(self) -> float:
        return int(self._values["text_scale"]) / 100

    @property
    def rest_mv(self) -> float:
        """What is shown where the neuron's own voltage is 0 mV."""
        return float(self._values["rest"])

    @property
    def volume(self) -> float:
        """0 to 1."""
        return int(self._values["volume"]) / 100
