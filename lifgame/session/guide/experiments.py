"""The experiments, in the order of the board: one row each."""

from functools import partial

from lifgame.content.parameters import CURRENT, SINE_FREQUENCY, THRESHOLD
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.guide import theories
from lifgame.session.guide.measure import Measure
from lifgame.session.guide.memory import MEMORY
from lifgame.session.guide.moves import (
    QUICK,
    QUICKER,
    SLOW,
    SLOWER,
    by_rhythm,
    by_tap,
    exactly,
    in_steps,
    rhythm,
    step,
    tap,
    wait,
)
from lifgame.session.guide.plots import Axis, Plot
from lifgame.session.guide.rows import (
    EXPERIMENT,
    Bar,
    Check,
    Choice,
    Dial,
    Move,
    Row,
)
from lifgame.session.guide.theories import SPIKES_IN_A_ROW

# Where theory and experiment meet closely enough for the third star.
CLOSE_NA = 1.70
HIGH_LINE_MV = 8.0
STILL_CLOSE_MV = 0.2
HIGH_TAP_NA = 4.0
# So many rhythms make a curve.
RHYTHMS = 5
# So many times longer a gap is clearly longer.
CLEARLY = 1.3
# At this tempo 8 a second are two on the wall, and from 24 on the water hardly moves:
# in between, so much of the picture would flash too often.
FREQUENCIES_HZ = (2.0, 4.0, 8.0, 24.0, 40.0, 64.0)
# From the slowest stop of the frequency to the quickest, in octaves.
BOTH_ENDS = 5.0
# So many steps show how the error shrinks; from 5 to 0.1 ms it is 5.64 octaves.
STEPS = 3
FINEST = 5.6

_RATES = Plot(
    x=Axis("tap", "nA", 0.0, CURRENT.maximum, (1, 3, 5), "current"),
    y=Axis("rate", "", 0.0, 110.0, (50, 100), "spike"),
    theory=theories.rate_at_hz,
    asymptote=theories.far_above,
)

_SWINGS = Plot(
    x=Axis("frequency", "Hz", 1.0, 100.0, (1, 10, 100), "current", is_log=True),
    y=Axis("swing", "%", 0.0, 115.0, (50, 100), "voltage"),
    theory=theories.swing_at_pc,
)


_ERRORS = Plot(
    x=Axis("step", "ms", 0.1, 5.0, (0.1, 1, 5), "ink", is_log=True),
    y=Axis("error", "mV", 0.01, 2.0, (0.1, 1), "voltage", is_log=True),
    theory=theories.error_mv,
    live="step_error_mv",
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
        measure=Measure("smallest_na", "nA", 2, theories.rheobase_na),
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
        measure=Measure("slope_hz_na", "Hz/nA", 1, theories.slope_hz_na),
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
        measure=Measure("slower_hz", "Hz", 1, theories.rate_hz),
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
        measure=Measure("stopped_mv", "mV", 1, theories.settle_mv, is_level=True),
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
        measure=Measure("stretch", "×", 2, theories.stretch),
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
            FREQUENCIES_HZ,
            "",
            "current",
            theories.frequency_hz,
            partial(c.SetParameter, SINE_FREQUENCY.id),
        ),
        guess=Choice(1, "swings"),
        goals=(Check("points", at_least=2.0), Check("points", at_least=RHYTHMS)),
        measure=Measure("swing_pc", "%", 0, theories.swing_pc),
        close=Check("octaves", at_least=BOTH_ENDS),
        solution=(
            rhythm(496, 4.0),
            rhythm(750, 2.0),
            rhythm(1250, 24.0),
            rhythm(500, 64.0),
            wait(480),
        ),
    ),
    Row(
        id="euler",
        kind=EXPERIMENT,
        icon="stairs",
        seconds=40,
        start=in_steps("pyramidal", 2.0, 5.0),
        second=exactly("pyramidal"),
        speed=SLOWER,
        live=(),
        what_if=CURRENT.id,
        plot=_ERRORS,
        dial=Dial(
            "step",
            (0.1, 0.5, 1.0, 2.0, 5.0),
            "ms",
            "voltage",
            theories.step_ms,
            g.SetStep,
        ),
        guess=Choice(0, "climbs"),
        goals=(Check("points", at_least=2.0), Check("points", at_least=STEPS)),
        measure=Measure("halved", "×", 1, theories.halved),
        close=Check("octaves", at_least=FINEST),
        solution=(step(120, 1.0), step(88, 0.1), wait(92)),
    ),
)

# What a row of somebody's own may measure, plot and turn, by name: what these do.
MEASURES = {row.measure.reading: row.measure for row in EXPERIMENT_ROWS if row.measure}
PLOTS = {row.plot.y.name: row.plot for row in EXPERIMENT_ROWS if row.plot}
DIALS = {row.dial.name: row.dial for row in EXPERIMENT_ROWS if row.dial}
