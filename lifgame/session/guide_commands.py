"""What a person can do in an experiment, a challenge or the race, as data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StartGuide:
    """Begin an experiment or a challenge, by its id in ``session.guide.table``."""

    id: str


@dataclass(frozen=True, slots=True)
class ShowKind:
    """Show experiments or challenges, where a board shows one kind at a time."""

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
class StartRace:
    """Begin a race of two, or another one; ``holds``: the button is held in it."""

    holds: bool = False


@dataclass(frozen=True, slots=True)
class ShowPage:
    """Open a page of Learn, by its id in ``content.learn``, from its beginning."""

    id: str


@dataclass(frozen=True, slots=True)
class TurnBoard:
    """Show another page of the board, counted from 0; around the end."""

    page: int


@dataclass(frozen=True, slots=True)
class SetStep:
    """Let Euler's method take another step, in ms, and begin with an empty bucket.

    All cells that share their input begin again together; the same step is no other.
    """

    step_ms: float
    cell: int = 0


@dataclass(frozen=True, slots=True)
class SendPulse:
    """Open the tap for as long as the row says; one at a time."""


@dataclass(frozen=True, slots=True)
class ClearBest:
    """The operator forgets the best of the day in all challenges."""


GuideCommand = (
    StartGuide
    | ShowKind
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
    | StartRace
    | ShowPage
    | TurnBoard
    | SetStep
    | SendPulse
    | ClearBest
)
