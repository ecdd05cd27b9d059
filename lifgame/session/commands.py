"""Everything that a person can do, as data: buttons, keys and touch end in these."""

from dataclasses import dataclass
from fractions import Fraction
from typing import get_args


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
    """Go to a neighbouring neuron type, around the end."""

    by: int
    cell: int = 0
    keeps_current: bool = False


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
class Back:
    """Close what is open; on the first screen, ask whether to leave."""


@dataclass(frozen=True, slots=True)
class Focus:
    """Give the keyboard's focus to a control, or to none."""

    id: str | None


@dataclass(frozen=True, slots=True)
class StartGuide:
    """Begin an experiment or a challenge, by its id in ``session.guide.table``."""

    id: str


@dataclass(frozen=True, slots=True)
class LeaveGuide:
    """Go on in free play, with everything as it stands."""


@dataclass(frozen=True, slots=True)
class PlaceGuess:
    """Put the pin of a guess to a value of its bar, or choose one of its pictures."""

    value: float


@dataclass(frozen=True, slots=True)
class ConfirmGuess:
    """Say that the guess is made."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """Go on from what was found to why it is so, and from there to free play."""


@dataclass(frozen=True, slots=True)
class SkipGoal:
    """Let the next goal be, and go on."""


@dataclass(frozen=True, slots=True)
class ShowMe:
    """Let the guide do it: at the real controls, and then all is given back."""


@dataclass(frozen=True, slots=True)
class EndShow:
    """Give back what was there before the guide showed it."""


@dataclass(frozen=True, slots=True)
class RestartStep:
    """Begin the guided step again."""


@dataclass(frozen=True, slots=True)
class UndoRestart:
    """Take the beginning again back."""


@dataclass(frozen=True, slots=True)
class SetRule:
    """Let the line empty the bucket, or not: then nothing fires."""

    fires: bool
    cell: int = 0


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
    | Back
    | Focus
    | SetSetting
    | BrowseSetting
    | DefaultSettings
    | StartGuide
    | LeaveGuide
    | PlaceGuess
    | ConfirmGuess
    | NextStep
    | SkipGoal
    | ShowMe
    | EndShow
    | RestartStep
    | UndoRestart
    | SetRule
)
SESSION_COMMANDS: tuple[type, ...] = get_args(SessionCommand)
# These concern the session as a whole or the window; the game itself carries them out.
GameCommand = Reset | ToggleFullscreen | Quit
Command = SessionCommand | GameCommand
