"""The experiments and challenges, in the order of the board: one row each."""

from fractions import Fraction

from lifgame.content.guides import CHALLENGES, EXPERIMENTS
from lifgame.content.parameters import CURRENT, THRESHOLD
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.guide.rows import (
    CHALLENGE,
    EXPERIMENT,
    Bar,
    Check,
    Choice,
    Measure,
    Move,
    Row,
)
from lifgame.session.start import Start

# Where theory and experiment meet closely enough for the third star.
CLOSE_NA = 1.70
HIGH_LINE_MV = 8.0
STILL_CLOSE_MV = 0.2
SLOW = Fraction(1, 20)
SLOWER = Fraction(1, 50)
QUICK = Fraction(1, 10)
HANDS = "guide"
# Adaptation is seen over so many spikes; it does not take longer than that, in ms.
SPIKES_IN_A_ROW = 5
MOST_TICKS = 2000
# So many times longer a gap is clearly longer.
CLEARLY = 1.3


def _tap(ticks: int, current_na: float) -> Move:
    return Move(ticks, c.SetParameter(CURRENT.id, current_na))


def _press(after: int, ticks: int) -> tuple[Move, Move]:
    """Let water in by hand for some ticks."""
    return (
        Move(after, c.Inject(HANDS, 1.0)),
        Move(ticks, c.Inject(HANDS, 0.0)),
    )


def _wait(ticks: int) -> Move:
    """Look on."""
    return Move(ticks, None)


def _rheobase_na(cell: Cell) -> float:
    return cell.theory.rheobase_na if cell.theory else 0.0


def _settle_mv(cell: Cell) -> float:
    return cell.settle_at_mv(cell.set_current_na)


def _rate_hz(cell: Cell) -> float:
    return cell.theory_hz or 0.0


def _stretch(cell: Cell) -> float:
    """How many times longer than the first gap the last of five spikes' is.

    From rest, by the exact solution with the crossings found inside the steps.
    """
    neuron = cell.model.build(cell.values, "exact")
    current_na, times_ms = cell.set_current_na, list[float]()
    for tick in range(MOST_TICKS):
        times_ms += [tick + offset for offset in neuron.step(current_na, 1.0)]
        if len(times_ms) >= SPIKES_IN_A_ROW:
            return (times_ms[4] - times_ms[3]) / (times_ms[1] - times_ms[0])
    return 0.0


def _by_tap(preset: str, current_na: float, **values: float) -> Start:
    changed = {CURRENT.id: current_na, **values}
    return Start(preset=preset, values=tuple(changed.items()))


def _by_hand(push_na: float) -> Start:
    values = (("injection", push_na), (CURRENT.id, 0.0))
    return Start(preset="pyramidal", pattern="by_hand", values=values)


_ROWS = (
    Row(
        id="rheobase",
        kind=EXPERIMENT,
        icon="tap_guess",
        seconds=30,
        start=_by_tap("pyramidal", 0.0),
        speed=SLOW,
        live=(CURRENT.id,),
        has_hold=True,
        what_if=THRESHOLD.id,
        guess=Bar("nA", 5.0, 0.1, 2, "current", 1.0),
        goals=(Check("smallest_na", at_most=5.0), Check("bracket_na", at_most=0.1001)),
        measure=Measure("smallest_na", "nA", 2, _rheobase_na),
        close=Check("smallest_na", at_most=CLOSE_NA),
        solution=(_tap(20, 1.65), _tap(240, 1.70), _wait(260)),
    ),
    Row(
        id="line",
        kind=EXPERIMENT,
        icon="higher_line",
        seconds=30,
        start=_by_tap("pyramidal", 2.0, threshold=12.0),
        speed=SLOWER,
        live=(THRESHOLD.id,),
        has_hold=True,
        what_if=CURRENT.id,
        guess=Choice(2),
        goals=(Check("first_hz", at_least=1.0), Check("slower_hz", at_least=0.5)),
        measure=Measure("slower_hz", "Hz", 1, _rate_hz),
        close=Check("raised_mv", at_least=HIGH_LINE_MV),
        solution=(
            Move(74, c.SetParameter(THRESHOLD.id, 20.0)),
            _wait(190),
        ),
    ),
    Row(
        id="rule",
        kind=EXPERIMENT,
        icon="cork",
        seconds=30,
        start=_by_tap("pyramidal", 2.0),
        speed=SLOW,
        live=(),
        what_if=CURRENT.id,
        has_rule=True,
        guess=Bar("mV", 40.0, 1.0, 0, "voltage", 10.0),
        goals=(
            Check("stopped_mv", at_least=1.0),
            Check("still_mv", at_most=STILL_CLOSE_MV),
        ),
        measure=Measure("stopped_mv", "mV", 1, _settle_mv),
        close=Check("still_mv", at_most=STILL_CLOSE_MV),
        solution=(Move(30, g.SetRule(fires=False)), _wait(240)),
    ),
    Row(
        id="slowing",
        kind=EXPERIMENT,
        icon="slowing",
        seconds=40,
        start=_by_tap("adapting_pyramidal", 0.0, threshold=12.0),
        speed=SLOWER,
        live=(CURRENT.id,),
        has_hold=True,
        what_if=CURRENT.id,
        guess=Choice(2),
        goals=(
            Check("in_a_row", at_least=2.0),
            Check("in_a_row", at_least=SPIKES_IN_A_ROW),
        ),
        measure=Measure("stretch", "×", 2, _stretch),
        close=Check("stretch", at_least=CLEARLY),
        solution=(_tap(10, 1.8), _wait(300)),
    ),
    Row(
        id="almost",
        kind=CHALLENGE,
        icon="almost",
        seconds=30,
        start=_by_tap("pyramidal", 0.0),
        speed=SLOW,
        live=(CURRENT.id,),
        what_if=CURRENT.id,
        has_hold=True,
        goals=(
            Check("stayed_s", at_least=0.05),
            Check("stayed_s", at_least=1.0),
            Check("stayed_s", at_least=3.0),
        ),
        gauge=("staying_s", "s", 3.0),
        solution=(_tap(10, 1.65), _wait(480)),
    ),
    Row(
        id="ten",
        kind=CHALLENGE,
        icon="metronome",
        seconds=40,
        start=_by_tap("purkinje", 0.0),
        speed=QUICK,
        live=(CURRENT.id,),
        has_hold=True,
        what_if=THRESHOLD.id,
        goals=(
            Check("steady_hz", 8.0, 12.0),
            Check("steady_hz", 9.0, 11.0),
            Check("steady_hz", 9.7, 10.3),
        ),
        gauge=("steady_hz", "Hz", 10.0),
        solution=(_tap(10, 1.2), _wait(420)),
    ),
    Row(
        id="count",
        kind=CHALLENGE,
        icon="counting",
        seconds=30,
        start=_by_hand(2.5),
        speed=SLOW,
        live=(),
        what_if=CURRENT.id,
        has_hold=True,
        goals=(
            Check("press_spikes", 2.0, 2.0),
            Check("press_spikes", 3.0, 3.0),
            Check("press_spikes", 4.0, 4.0),
        ),
        gauge=("press_spikes", "", 4.0),
        solution=(
            *_press(10, 122),
            *_press(30, 156),
            *_press(30, 226),
            _wait(10),
        ),
    ),
    Row(
        id="tap",
        kind=CHALLENGE,
        icon="quick_tap",
        seconds=20,
        start=_by_hand(3.0),
        speed=SLOWER,
        live=(),
        what_if=CURRENT.id,
        has_hold=True,
        goals=(
            Check("shortest_ms", at_most=1000.0),
            Check("shortest_ms", at_most=30.0),
            Check("shortest_ms", at_most=23.0),
        ),
        gauge=("shortest_ms", "ms", 100.0),
        solution=(*_press(10, 44), _wait(10)),
    ),
)

GUIDES = {row.id: row for row in _ROWS}
if tuple(row.id for row in _ROWS) != (*EXPERIMENTS, *CHALLENGES):
    raise ValueError("the guides are not those that are named, in their order")


def of_kind(kind: str) -> tuple[Row, ...]:
    """The rows of a page of the board."""
    return tuple(row for row in _ROWS if row.kind == kind)
