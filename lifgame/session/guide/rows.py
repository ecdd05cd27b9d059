"""What a row of the guide says: an experiment or a challenge, as data.

Its words stand in the texts under ``guide.<id>``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import inf

from lifgame.content.guides import KINDS
from lifgame.content.parameters import NOISE_SIGMA, PARAMETERS
from lifgame.content.speeds import SPEEDS
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.guide.aim import Aim
from lifgame.session.guide.measure import Measure
from lifgame.session.guide.meter import READINGS, Readings
from lifgame.session.guide.plots import Plot
from lifgame.session.start import Start

EXPERIMENT, CHALLENGE = KINDS
GOALS = STARS = 3
MOST_CHOICES = 3
# What is shown of it may last so long on the wall, in seconds.
LONGEST_SHOW_S = 8.0


@dataclass(frozen=True, slots=True)
class Check:
    """A reading that has to be in a range.

    Raises:
        ValueError: If there is no such reading.
    """

    reading: str
    at_least: float = -inf
    at_most: float = inf

    def __post_init__(self) -> None:
        if self.reading not in READINGS:
            raise ValueError(f"no reading {self.reading!r}; there are {READINGS}")

    def holds(self, readings: Readings) -> bool:
        return self.at_least <= readings[self.reading] <= self.at_most


@dataclass(frozen=True, slots=True)
class Bar:
    """A guess on a bar: one number of a range, with one finger.

    Attributes:
        unit: Of its numbers.
        high: Its right end; the left one is 0.
        step: What an arrow key moves.
        decimals: Digits behind the decimal mark.
        role: Colour of the thing whose scale it is.
        mark: From number to number of the scale.
    """

    unit: str
    high: float
    step: float
    decimals: int
    role: str
    mark: float

    def snap(self, value: float) -> float:
        """The nearest place of the pin."""
        steps = round(min(max(value, 0.0), self.high) / self.step)
        return round(steps * self.step, 6)


@dataclass(frozen=True, slots=True)
class Choice:
    """A guess among three, of which one is true.

    Attributes:
        true: Its place, from 0.
        figures: What is drawn of them: ``combs`` of spikes, ``climbs`` to the line,
            ``curves`` of a rate over a current, ``swings`` over a frequency, or the
            ``letters`` of two neurons.
    """

    true: int
    figures: str = "combs"

    def snap(self, value: float) -> float:
        """The nearest of them; below 0: none yet."""
        return float(min(max(round(value), 0), MOST_CHOICES - 1))


@dataclass(frozen=True, slots=True)
class Dial:
    """A control on the bench with a handful of stops.

    Attributes:
        name: Its words stand in the texts under ``guide.dial.<name>``.
        stops: Its places, from left to right.
        unit: Of their numbers; empty where the words say it.
        role: Its colour.
        set_to: Where it stands.
        command: What turns it to one of its stops.
    """

    name: str
    stops: tuple[float, ...]
    unit: str
    role: str
    set_to: Callable[[Cell], float]
    command: Callable[[float], c.Command]

    def place(self, cell: Cell) -> int:
        """The stop at which it stands, from 0, or the nearest."""
        value = self.set_to(cell)
        return min(range(len(self.stops)), key=lambda n: abs(self.stops[n] - value))


@dataclass(frozen=True, slots=True)
class Pulse:
    """The tap, opened for a while.

    Attributes:
        current_na: How far.
        ticks: For how long.
    """

    current_na: float
    ticks: int


@dataclass(frozen=True, slots=True)
class Secret:
    """What a curtain hides: one of some neurons, drawn anew each time.

    The visitor estimates it with the second cell, which runs on the same input.

    Attributes:
        parameters: Ids of what is hidden, and estimated.
        among: The neurons, by their values of these parameters.
        within: The stations of the stars: by which share of the truth the worst of
            the estimates may be off.

    Raises:
        ValueError: If a neuron cannot be set, or the stations do not come closer.
    """

    parameters: tuple[str, ...]
    among: tuple[tuple[float, ...], ...]
    within: tuple[float, ...]

    def __post_init__(self) -> None:
        for values in self.among:
            named = zip(self.parameters, values, strict=True)
            if any(PARAMETERS[name].snap(value) != value for name, value in named):
                raise ValueError(f"a secret of {values} cannot be set")
        closer = tuple(sorted(self.within, reverse=True))
        if not self.among or len(self.within) != STARS or closer != self.within:
            raise ValueError("a secret needs neurons, and stations that come closer")


# What a solution may do.
Act = c.SetParameter | c.Inject | g.SetRule | g.SetStep | g.SendPulse


@dataclass(frozen=True, slots=True)
class Move:
    """One move of a solution: wait for some ticks, then do it, if anything."""

    ticks: int
    command: Act | None


@dataclass(frozen=True, slots=True)
class Row:
    """An experiment or a challenge.

    Attributes:
        id: Its name.
        kind: ``experiment`` or ``challenge``.
        icon: Its drawing on the board.
        seconds: How long it takes a visitor.
        start: What is set up.
        speed: Simulated seconds per real second, in all of it.
        live: Parameters that can be set in it.
        what_if: The parameter that the last question is about.
        has_hold: Whether water can be let in by hand.
        has_drum: Whether the hand's pushes are beats that let nothing in.
        has_rule: Whether the rule at the line can be switched.
        has_noise: Whether noise comes on top of what flows in; how much can be set.
        says_way: Whether, once its first goal is reached, its hint says how to go on.
        plot: Where what comes of each setting lands as a point; None: nowhere.
        dial: The control that has the place of HOLD.
        guess: What is guessed first; challenges have none.
        goals: What has to come true; an experiment's first is the guess.
        measure: What comes out of an experiment.
        close: What earns the third star of an experiment.
        gauge: The reading that is shown all the time in a challenge, with its unit
            and the value at which its ring is full.
        aim: What is remembered of it beside the stars; None: nothing.
        solution: How it can be done.
        second: A second neuron beside the first, at the same tap; None: none.
        is_own: Whether somebody else's file says it: an operator's or a teacher's.
        pulse: What the one button sends into both; None: none.
        secret: What is hidden and estimated; then the estimate is the guess.

    Raises:
        ValueError: If it does not fit together, naming it.
    """

    id: str
    kind: str
    icon: str
    seconds: int
    start: Start
    speed: Fraction
    live: tuple[str, ...]
    what_if: str
    goals: tuple[Check, ...]
    solution: tuple[Move, ...]
    has_hold: bool = False
    has_drum: bool = False
    has_rule: bool = False
    has_noise: bool = False
    says_way: bool = False
    plot: Plot | None = None
    dial: Dial | None = None
    guess: Bar | Choice | None = None
    measure: Measure | None = None
    close: Check | None = None
    gauge: tuple[str, str, float] | None = None
    aim: Aim | None = None
    second: Start | None = None
    is_own: bool = False
    pulse: Pulse | None = None
    secret: Secret | None = None

    def __post_init__(self) -> None:
        is_experiment = self.kind == EXPERIMENT
        is_measured = is_experiment and self.secret is None
        all_three = (self.guess, self.measure, self.close)
        goals = GOALS - is_experiment if self.secret is None else 0
        wrong = {
            "kind": self.kind not in (EXPERIMENT, CHALLENGE),
            "guess, measure and close": is_measured != all(all_three)
            or (not is_measured and any(all_three)),
            "secret": self.secret is not None
            and not (is_experiment and set(self.secret.parameters) <= self._guessed),
            "gauge": is_experiment == bool(self.gauge),
            "goals": len(self.goals) != goals,
            "drum": self.has_drum and not self.has_hold,
            "noise": self.has_noise and NOISE_SIGMA.id not in self.live,
            "live": not {*self.live, self.what_if} <= set(PARAMETERS),
            "speed": self.speed not in SPEEDS,
            "gauge's reading": self.gauge is not None and self.gauge[0] not in READINGS,
            "solution": self.show_s > LONGEST_SHOW_S or not self.solution,
        }
        for what, is_wrong in wrong.items():
            if is_wrong:
                raise ValueError(f"guide {self.id}: {what} does not fit")

    @property
    def _guessed(self) -> set[str]:
        """What the second neuron begins with of its own."""
        return {name for name, _ in self.second.values} if self.second else set()

    @property
    def estimated(self) -> tuple[str, ...]:
        """Parameters of the second neuron that the visitor sets."""
        return self.secret.parameters if self.secret is not None else ()

    @property
    def show_s(self) -> float:
        """How long its solution lasts on the wall, in seconds."""
        ticks = sum(move.ticks for move in self.solution)
        return ticks * 0.5 / 1000.0 / float(self.speed)

    @property
    def is_experiment(self) -> bool:
        return self.kind == EXPERIMENT
