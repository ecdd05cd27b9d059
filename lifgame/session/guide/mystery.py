"""The mystery: R and C of a neuron behind a curtain, to be found out by its curve."""

from lifgame.content.parameters import CAPACITANCE, CURRENT, RESISTANCE
from lifgame.session.guide.moves import SLOW, by_tap, estimate, press, wait
from lifgame.session.guide.rows import EXPERIMENT, Row, Secret
from lifgame.session.start import Start

# What the button lets in, in nA: with it alone none of them fires.
PUSH_NA = 0.6
# What hides behind the curtain, as R in MΩ and C in nF. The first guess earns no star
# with any of them, and each can be made to fire with the tap.
NEURONS = (
    (24.0, 1.0), (10.0, 3.0), (30.0, 1.3), (14.0, 1.0), (12.0, 2.8), (28.0, 0.8),
    (9.0, 4.0), (32.0, 1.4), (11.0, 1.6), (26.0, 1.1), (8.0, 2.5), (13.0, 3.4),
)  # fmt: skip
GUESS = ((RESISTANCE.id, 20.0), (CAPACITANCE.id, 2.0))
# "Show me" shows it on one that is none of them, so it tells nothing.
SHOWN_MOHM, SHOWN_NF = 27.0, 1.2

MYSTERY = Row(
    id="mystery",
    kind=EXPERIMENT,
    icon="mystery",
    seconds=90,
    start=by_tap(
        "pyramidal",
        0.0,
        injection=PUSH_NA,
        resistance=SHOWN_MOHM,
        capacitance=SHOWN_NF,
    ),
    second=Start(values=GUESS),
    secret=Secret((RESISTANCE.id, CAPACITANCE.id), NEURONS, (0.30, 0.15, 0.05)),
    speed=SLOW,
    live=(CURRENT.id,),
    has_hold=True,
    what_if=CURRENT.id,
    goals=(),
    solution=(
        *press(10, 140),
        estimate(20, RESISTANCE.id, SHOWN_MOHM),
        *press(20, 130),
        estimate(20, CAPACITANCE.id, SHOWN_NF),
        *press(20, 140),
        wait(60),
    ),
)
