"""The experiments, in the order of the board: one row each."""

from functools import partial

from lifgame.content.parameters import (
    CURRENT,
    SINE_FREQUENCY,
    THRESHOLD,
    lif_parameters,
)
from lifgame.model.theory import sine_gain
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.guide.memory import MEMORY
from lifgame.session.guide.moves import (
    QUICK,
    QUICKER,
    SLOW,
    SLOWER,
    by_rhythm,
    by_tap,
    rhythm,
    tap,
    wait,
)
from lifgame.session.guide.plots import Axis, Places, Plot
from lifgame.session.guide.rows import (
    EXPERIMENT,
    Bar,
    Check,
    Choice,
    Dial,
    Measure,
    Move,
    Row,
)

# Where theory and experiment meet closely enough for the third star.
CLOSE_NA = 1.70
HIGH_LINE_MV = 8.0
STILL_CLOSE_MV = 0.2
HIGH_TAP_NA = 4.0
# So many rhythms make a curve.
RHYTHMS = 5
# Adaptation is seen over so many spikes; it does not take longer than that, in ms.
SPIKES_IN_A_ROW = 5
MOST_TICKS = 2000
# So many times longer a gap is clearly longer.
CLEARLY = 1.3
# From the slowest stop of the frequency to the quickest, in octaves.
BOTH_ENDS = 5.0


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


def _slope_hz_na(cell: Cell) -> float:
    """How much faster it fires for each nA, far above the smallest current.

    There the leak takes as good as the same from every filling: f -> (I - I_rheo / 2)
    / (C V_th).
    """
    return 1000.0 / (cell.value("capacitance") * cell.value(THRESHOLD.id))


def _rate_at_hz(cell: Cell, current_na: float) -> float:
    return cell.theory.rate_hz(current_na) if cell.theory else 0.0


def _far_above(cell: Cell) -> Places:
    """The straight line that the rate comes near to."""
    begin_na, end_na = _rheobase_na(cell) / 2, CURRENT.maximum
    return (begin_na, 0.0), (end_na, _slope_hz_na(cell) * (end_na - begin_na))


def _frequency_hz(cell: Cell) -> float:
    return cell.value(SINE_FREQUENCY.id)


def _swing_at_pc(cell: Cell, frequency_hz: float) -> float:
    return 100.0 * sine_gain(lif_parameters(cell.values), frequency_hz)


def _swing_pc(cell: Cell) -> float:
    """Of the newest rhythm, at which it is known that it was measured."""
    return _swing_at_pc(cell, _frequency_hz(cell))


_RATES = Plot(
    x=Axis("tap", "nA", 0.0, CURRENT.maximum, (1, 3, 5), "current"),
    y=Axis("rate", "", 0.0, 110.0, (50, 100), "spike"),
    theory=_rate_at_hz,
    asymptote=_far_above,
)

_SWINGS = Plot(
    x=Axis("frequency", "Hz", 1.0, 100.0, (1, 10, 100), "current", is_log=True),
    y=Axis("swing", "%", 0.0, 115.0, (50, 100), "voltage"),
    theory=_swing_at_pc,
)

EXPERIMENT_ROWS = (
    Row(
        id="rheobase",
        kind=EXPERIMENT,
        icon="tap_guess",
        seconds=30,
        start=by_tap("pyramidal", 0.0),
        speed=SLOW,
        live=(CURRENT.id,),
        has_hold=True,
        says_way=True,
        what_if=THRESHOLD.id,
        guess=Bar("nA", 5.0, 0.1, 2, "current", 1.0),
        goals=(Check("smallest_na", at_most=5.0), Check("bracket_na", at_most=0.1001)),
        measure=Measure("smallest_na", "nA", 2, _rheobase_na),
        close=Check("smallest_na", at_most=CLOSE_NA),
        solution=(tap(20, 1.65), tap(240, 1.70), wait(260)),
    ),
    Row(
        id="rhythm",
        kind=EXPERIMENT,
        icon="rising_rate",
        seconds=50,
        start=by_tap("pyramidal", 0.0),
        speed=QUICK,
        live=(CURRENT.id,),
        has_hold=True,
        plot=_RATES,
        what_if=THRESHOLD.id,
        guess=Choice(1, "curves"),
        goals=(
            Check("points", at_least=2.0),
            Check("rhythms", at_least=RHYTHMS),
        ),
        measure=Measure("slope_hz_na", "Hz/nA", 1, _slope_hz_na),
        close=Check("top_na", at_least=HIGH_TAP_NA),
        solution=(
            tap(10, 1.0),
            tap(180, 2.0),
            tap(300, 2.5),
            tap(220, 3.0),
            tap(180, 4.0),
            tap(140, 5.0),
            wait(90),
        ),
    ),
    MEMORY,
    Row(
        id="line",
        kind=EXPERIMENT,
        icon="higher_line",
        seconds=30,
        start=by_tap("pyramidal", 2.0, threshold=12.0),
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
            wait(190),
        ),
    ),
    Row(
        id="rule",
        kind=EXPERIMENT,
        icon="cork",
        seconds=30,
        start=by_tap("pyramidal", 2.0),
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
        solution=(Move(30, g.SetRule(fires=False)), wait(240)),
    ),
    Row(
        id="slowing",
        kind=EXPERIMENT,
        icon="slowing",
        seconds=40,
        start=by_tap("adapting_pyramidal", 0.0, threshold=12.0),
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
        solution=(tap(10, 1.8), wait(300)),
    ),
    Row(
        id="favourite",
        kind=EXPERIMENT,
        icon="favourite",
        seconds=60,
        # Even the slowest swing stays under the line: at most 2 x 0.8 nA x 12 MOhm.
        start=by_rhythm(0.8, 8.0),
        speed=QUICKER,
        live=(SINE_FREQUENCY.id,),
        what_if=CURRENT.id,
        plot=_SWINGS,
        dial=Dial(
            "frequency",
            (2.0, 4.0, 8.0, 16.0, 32.0, 64.0),
            "",
            "current",
            _frequency_hz,
            partial(c.SetParameter, SINE_FREQUENCY.id),
        ),
        guess=Choice(1, "swings"),
        goals=(Check("points", at_least=2.0), Check("points", at_least=RHYTHMS)),
        measure=Measure("swing_pc", "%", 0, _swing_pc),
        close=Check("octaves", at_least=BOTH_ENDS),
        solution=(
            rhythm(496, 4.0),
            rhythm(750, 2.0),
            rhythm(1250, 16.0),
            rhythm(500, 64.0),
            wait(480),
        ),
    ),
)

# What a row of somebody's own may measure, plot and turn, by name: what these do.
MEASURES = {row.measure.reading: row.measure for row in EXPERIMENT_ROWS if row.measure}
PLOTS = {row.plot.y.name: row.plot for row in EXPERIMENT_ROWS if row.plot}
DIALS = {row.dial.name: row.dial for row in EXPERIMENT_ROWS if row.dial}
