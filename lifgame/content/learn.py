"""The pages of Learn, in their order: one row each.

A page has a neuron of its own, set up as its row says, and one or two controls. Its
words stand in the texts under ``learn.<id>``.
"""

from dataclasses import dataclass
from fractions import Fraction

from lifgame.content.parameters import (
    ADAPTATION_STEP,
    CAPACITANCE,
    CURRENT,
    PARAMETERS,
    PULSE_PERIOD,
    RESISTANCE,
    SINE_FREQUENCY,
)
from lifgame.content.patterns import DEFAULT_PATTERN, PATTERNS
from lifgame.content.presets import DEFAULT_PRESET, PRESETS
from lifgame.content.speeds import SPEEDS

# What is no parameter: the rule at the line, a single step, time itself, HOLD, and
# going from one neuron type to the next.
RULE, STEP, PAUSE, HOLD, TYPE = "rule", "step", "pause", "inject", "preset"
OTHER_CONTROLS = (RULE, STEP, PAUSE, HOLD, TYPE)
MOST_CONTROLS = 2
# Numbers that can stand under the words; three at the most.
NUMBERS = ("voltage", "settle", "tau", "interval")
MOST_NUMBERS = 3
NORMAL = Fraction(1, 50)


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        id: Its name.
        icon: Its drawing among all pages.
        controls: What can be changed on it: parameters, or of ``OTHER_CONTROLS``.
        numbers: Which of ``NUMBERS`` follow, under the words.
        preset: The neuron type that lives in its picture.
        pattern: What flows in.
        values: Parameter values that differ from the type's.
        speed: Simulated seconds per real second; None lets the clock choose.
        is_still: Whether time stands still until somebody lets it go on.

    Raises:
        ValueError: If it names what there is not, naming it.
    """

    id: str
    icon: str
    controls: tuple[str, ...]
    numbers: tuple[str, ...]
    preset: str = DEFAULT_PRESET
    pattern: str = DEFAULT_PATTERN
    values: tuple[tuple[str, float], ...] = ()
    speed: Fraction | None = NORMAL
    is_still: bool = False

    def __post_init__(self) -> None:
        known = {*PARAMETERS, *OTHER_CONTROLS}
        model = {spec.id for spec in PARAMETERS.values()}
        wrong = {
            "controls": not set(self.controls) <= known,
            "number of controls": not 0 < len(self.controls) <= MOST_CONTROLS,
            "numbers": not set(self.numbers) <= set(NUMBERS),
            "number of numbers": len(self.numbers) > MOST_NUMBERS,
            "preset": self.preset not in PRESETS,
            "pattern": self.pattern not in PATTERNS,
            "values": not {name for name, _ in self.values} <= model,
            "speed": self.speed not in (None, *SPEEDS),
        }
        for what, is_wrong in wrong.items():
            if is_wrong:
                raise ValueError(f"page {self.id}: {what} does not fit")

    @property
    def parameters(self) -> tuple[str, ...]:
        """Those of its controls that are parameters."""
        return tuple(name for name in self.controls if name in PARAMETERS)


_ROWS = (
    Page(
        id="circuit",
        icon="bolt",
        controls=(CURRENT.id, CAPACITANCE.id),
        numbers=("voltage", "settle", "tau"),
        values=((CURRENT.id, 1.5),),
    ),
    Page(
        id="equation",
        icon="drop",
        controls=(CURRENT.id, RESISTANCE.id),
        numbers=("voltage", "settle", "tau"),
        values=((CURRENT.id, 1.5),),
    ),
    Page(
        id="rule",
        icon="cork",
        controls=(RULE, CURRENT.id),
        numbers=("voltage", "settle"),
    ),
    Page(
        id="euler",
        icon="step_once",
        controls=(STEP, PAUSE),
        numbers=("voltage", "settle", "tau"),
        values=((CURRENT.id, 5.0), (RESISTANCE.id, 5.0), (CAPACITANCE.id, 0.5)),
        is_still=True,
    ),
    Page(
        id="leak",
        icon="leak_fact",
        controls=(RESISTANCE.id,),
        numbers=("tau", "settle", "interval"),
    ),
    Page(
        id="width",
        icon="width_fact",
        controls=(CAPACITANCE.id,),
        numbers=("tau", "settle", "interval"),
    ),
    Page(
        id="tau",
        icon="memory",
        controls=(RESISTANCE.id, CAPACITANCE.id),
        numbers=("tau", "voltage"),
        pattern="pulses",
        values=((CURRENT.id, 1.0), (PULSE_PERIOD.id, 200.0)),
    ),
    Page(
        id="units",
        icon="tune",
        controls=(RESISTANCE.id, CAPACITANCE.id),
        numbers=("tau", "settle", "voltage"),
    ),
    Page(
        id="presets",
        icon="pyramidal",
        controls=(TYPE,),
        numbers=("tau", "settle", "interval"),
    ),
    Page(
        id="real",
        icon="favourite",
        controls=(SINE_FREQUENCY.id,),
        numbers=("voltage", "tau"),
        pattern="sine",
        values=((CURRENT.id, 0.75), (SINE_FREQUENCY.id, 10.0)),
    ),
    Page(
        id="extensions",
        icon="slowing",
        controls=(ADAPTATION_STEP.id,),
        numbers=("voltage", "settle", "tau"),
        preset="adapting_pyramidal",
    ),
    Page(
        id="uses",
        icon="rising_rate",
        controls=(CURRENT.id,),
        numbers=("voltage", "settle", "interval"),
    ),
)

PAGES = {page.id: page for page in _ROWS}
