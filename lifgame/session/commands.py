"""Everything that a person can do, as data: buttons, keys and touch end in these."""

from dataclasses import dataclass
from fractions import Fraction
from typing import get_args

from lifgame.session.compare_commands import CompareCommand
from lifgame.session.guide_commands import GuideCommand
from lifgame.session.time_commands import TimeCommand


@dataclass(frozen=True, slots=True)
class SetParameter:
    """Set a parameter to the step nearest to a value, in the parameter's unit."""

    id: str
    value: float
    cell: int = 0


@dataclass(frozen=True, slots=True)
class NudgeParameter:
    """Move a parameter by whole steps."""

    id: str
    steps: int
    cell: int = 0


@dataclass(frozen=True, slots=True)
class SelectPattern:
    """Choose an input pattern."""

    id: str
    cell: int = 0


@dataclass(frozen=True, slots=True)
class SelectPreset:
    """Load a neuron type; its current too, unless the present one is kept."""

    id: str
    cell: int = 0
    keeps_current: bool = False


@dataclass(frozen=True, slots=True)
class BrowsePresets:
    """Go to a neighbouring neuron type, of all or ``among`` some, around the end."""

    by: int
    cell: int = 0
    keeps_current: bool = False
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetSpeed:
    """Choose how fast simulated time runs; None lets the clock choose."""

    speed: Fraction | None


@dataclass(frozen=True, slots=True)
class BrowseSpeeds:
    """Go to a neighbouring speed; past either end the clock chooses again."""

    by: int


@dataclass(frozen=True, slots=True)
class BrowseWindows:
    """Show less (-1) or more (+1) time on the scope; ``around`` goes past the end."""

    by: int
    around: bool = False


@dataclass(frozen=True, slots=True)
class TogglePause:
    """Hold simulated time, or let it run again."""


@dataclass(frozen=True, slots=True)
class StepOnce:
    """Hold simulated time and advance it by one step."""


@dataclass(frozen=True, slots=True)
class Inject:
    """Push extra current in from one source; a share of 0 lets go.

    Attributes:
        source: Who pushes, such as ``key`` or ``finger 3``: several may at once.
        share: Part of the injection strength, 0 to 1.
        cell: Place of the cell, as for all commands that concern a neuron.
    """

    source: str
    share: float
    cell: int = 0


@dataclass(frozen=True, slots=True)
class ToggleTuning:
    """Swap the four sliders for the pattern's own values, or back."""


@dataclass(frozen=True, slots=True)
class ShowDrawer:
    """Open one of the compact screen's drawers."""

    id: str


@dataclass(frozen=True, slots=True)
class ChooseSlider:
    """Show one of the sliders, by its place, where there is room for one only."""

    place: int


@dataclass(frozen=True, slots=True)
class ToggleReading:
    """Cover a reading of the ribbon, or uncover it."""

    id: str


@dataclass(frozen=True, slots=True)
class ShowScreen:
    """Go to a screen or open a layer, by its id in ``content.screens``."""

    id: str


@dataclass(frozen=True, slots=True)
class Explain:
    """Let Help explain a part of the machine."""

    part: str


@dataclass(frozen=True, slots=True)
class Back:
    """Close what is open; on the first screen, ask whether to leave."""


@dataclass(frozen=True, slots=True)
class CloseLayer:
    """Close the layer that is open; all under it stays as it was."""


@dataclass(frozen=True, slots=True)
class Focus:
    """Give the keyboard's focus to a control, or to none."""

    id: str | None


@dataclass(frozen=True, slots=True)
class Reset:
    """Begin anew, exactly as at the start."""


@dataclass(frozen=True, slots=True)
class ToggleFullscreen:
    """Fill the screen, or go back to a window."""


@dataclass(frozen=True, slots=True)
class SetSetting:
    """Choose a value of a setting."""

    id: str
    value: str


@dataclass(frozen=True, slots=True)
class BrowseSetting:
    """Go to the next value of a setting, around the end."""

    id: str


@dataclass(frozen=True, slots=True)
class DefaultSettings:
    """Bring all settings back to their defaults."""


@dataclass(frozen=True, slots=True)
class AllowSetting:
    """The operator lets visitors change a setting, or no longer, until the end."""

    id: str
    is_allowed: bool


@dataclass(frozen=True, slots=True)
class AdjustRule:
    """The operator sets one of the exhibit's numbers by whole steps."""

    id: str
    steps: int


@dataclass(frozen=True, slots=True)
class TypeDigit:
    """One more digit of the PIN."""

    digit: str


@dataclass(frozen=True, slots=True)
class EraseDigit:
    """Take the PIN's last digit away."""


@dataclass(frozen=True, slots=True)
class TryPin:
    """Whoever has typed a PIN wants in."""


@dataclass(frozen=True, slots=True)
class AskOnceMore:
    """Before what cannot be taken back: ask in place; ``""`` for no."""

    what: str


@dataclass(frozen=True, slots=True)
class ShowCard:
    """Show another card of the operator's place, where one is shown at a time."""

    id: str


@dataclass(frozen=True, slots=True)
class NextProblem:
    """Show the next thing that is wrong."""


@dataclass(frozen=True, slots=True)
class TestTone:
    """Let a tone be heard: ``left``, ``both`` or ``right``."""

    side: str


@dataclass(frozen=True, slots=True)
class Restart:
    """Begin the whole program anew, with the configuration as it is then."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the program."""


SessionCommand = (
    SetParameter
    | NudgeParameter
    | SelectPattern
    | SelectPreset
    | BrowsePresets
    | SetSpeed
    | BrowseSpeeds
    | BrowseWindows
    | TogglePause
    | StepOnce
    | Inject
    | ToggleTuning
    | ShowDrawer
    | ChooseSlider
    | ToggleReading
    | ShowScreen
    | Explain
    | Back
    | Focus
    | SetSetting
    | BrowseSetting
    | DefaultSettings
    | CloseLayer
    | AllowSetting
    | AdjustRule
    | TypeDigit
    | EraseDigit
    | TryPin
    | AskOnceMore
    | ShowCard
    | NextProblem
    | TestTone
    | GuideCommand
    | CompareCommand
    | TimeCommand
)
SESSION_COMMANDS: tuple[type, ...] = get_args(SessionCommand)
# These concern the session as a whole or the window; the game itself carries them out.
GameCommand = Reset | ToggleFullscreen | Restart | Quit
Command = SessionCommand | GameCommand
