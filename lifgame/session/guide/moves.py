"""What rows of the guide are made of: how they begin, and the moves of a solution."""

from fractions import Fraction

from lifgame.content.models import EXACT_METHOD
from lifgame.content.parameters import CURRENT, NOISE_SIGMA, SINE_FREQUENCY
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide.rows import Move
from lifgame.session.start import Start

SLOW = Fraction(1, 20)
SLOWER = Fraction(1, 50)
QUICK = Fraction(1, 10)
QUICKER = Fraction(1, 4)
HANDS = "guide"


def tap(ticks: int, current_na: float) -> Move:
    """Set the tap after some ticks."""
    return Move(ticks, c.SetParameter(CURRENT.id, current_na))


def press(after: int, ticks: int) -> tuple[Move, Move]:
    """Let water in by hand for some ticks."""
    return (
        Move(after, c.Inject(HANDS, 1.0)),
        Move(ticks, c.Inject(HANDS, 0.0)),
    )


def estimate(ticks: int, parameter: str, value: float) -> Move:
    """Set a parameter of the second neuron after some ticks."""
    return Move(ticks, c.SetParameter(parameter, value, cell=1))


def rhythm(ticks: int, frequency_hz: float) -> Move:
    """Let the current swing so often a second, after some ticks."""
    return Move(ticks, c.SetParameter(SINE_FREQUENCY.id, frequency_hz))


def step(ticks: int, step_ms: float) -> Move:
    """Calculate in such steps, after some ticks."""
    return Move(ticks, g.SetStep(step_ms))


def wait(ticks: int) -> Move:
    """Look on."""
    return Move(ticks, None)


def by_tap(preset: str, current_na: float, **values: float) -> Start:
    """A neuron with an open tap, or a shut one."""
    changed = {CURRENT.id: current_na, **values}
    return Start(preset=preset, values=tuple(changed.items()))


def by_rhythm(current_na: float, frequency_hz: float) -> Start:
    """A tap that turns itself to and fro."""
    values = ((CURRENT.id, current_na), (SINE_FREQUENCY.id, frequency_hz))
    return Start(preset="pyramidal", pattern="sine", values=values)


def in_steps(preset: str, current_na: float, step_ms: float) -> Start:
    """A neuron that is calculated in steps of a length."""
    return Start(preset, values=((CURRENT.id, current_na),), step_ms=step_ms)


def exactly(preset: str) -> Start:
    """The same by the exact solution, to stand beside it."""
    return Start(preset, method=EXACT_METHOD)


def by_hand(push_na: float) -> Start:
    """A tap that is shut: all that flows comes from the hand."""
    values = (("injection", push_na), (CURRENT.id, 0.0))
    return Start(preset="pyramidal", pattern="by_hand", values=values)


def by_signal(preset: str, current_na: float, *, seed: int, **values: float) -> Start:
    """A sine around a current, without noise, and the seed of what noise will come."""
    changed = {CURRENT.id: current_na, NOISE_SIGMA.id: 0.0, **values}
    start_values = tuple(changed.items())
    return Start(preset=preset, pattern="sine", seed=seed, values=start_values)
