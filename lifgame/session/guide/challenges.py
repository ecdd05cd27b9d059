"""The challenges, in the order of the board: one row each."""

from math import inf

from lifgame.content.parameters import CURRENT, NOISE_SIGMA, THRESHOLD
from lifgame.session import commands as c
from lifgame.session.guide.aim import Aim
from lifgame.session.guide.moves import (
    QUICK,
    SLOW,
    SLOWER,
    by_hand,
    by_signal,
    by_tap,
    press,
    tap,
    wait,
)
from lifgame.session.guide.rows import CHALLENGE, Check, Move, Row

CHALLENGE_ROWS = (
    Row(
        id="almost",
        kind=CHALLENGE,
        icon="almost",
        seconds=30,
        start=by_tap("pyramidal", 0.0),
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
        aim=Aim("stayed_s", "s", 1, inf),
        solution=(tap(10, 1.65), wait(480)),
    ),
    Row(
        id="ten",
        kind=CHALLENGE,
        icon="metronome",
        seconds=40,
        start=by_tap("purkinje", 0.0),
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
        aim=Aim("steady_hz", "Hz", 1, 10.0),
        solution=(tap(10, 1.2), wait(420)),
    ),
    Row(
        id="count",
        kind=CHALLENGE,
        icon="counting",
        seconds=30,
        start=by_hand(2.5),
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
            *press(10, 122),
            *press(30, 156),
            *press(30, 226),
            wait(10),
        ),
    ),
    Row(
        id="tap",
        kind=CHALLENGE,
        icon="quick_tap",
        seconds=20,
        start=by_hand(3.0),
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
        aim=Aim("shortest_ms", "ms", 1, 0.0),
        solution=(*press(10, 44), wait(10)),
    ),
    Row(
        id="beat",
        kind=CHALLENGE,
        icon="drum",
        seconds=30,
        # A spike a second on the wall, with its gulp.
        start=by_tap("pyramidal", 2.0),
        speed=SLOW,
        live=(),
        what_if=CURRENT.id,
        has_hold=True,
        has_drum=True,
        goals=(
            Check("beat_match", at_least=75.0),
            Check("beat_match", at_least=88.0),
            Check("beat_match", at_least=94.0),
        ),
        gauge=("beat_match", "%", 100.0),
        aim=Aim("beat_match", "%", 0, inf),
        solution=(
            wait(180),
            *press(0, 20),
            *press(66, 20),
            *press(66, 20),
            *press(66, 20),
        ),
    ),
    Row(
        id="noise",
        kind=CHALLENGE,
        icon="noise_helps",
        seconds=30,
        # Alone the signal stops 2 mV below the line, at the crest of each 200 ms.
        start=by_signal(
            "fast_spiking", 0.6, seed=3, sine_frequency=5.0, refractory=10.0
        ),
        speed=QUICK,
        live=(NOISE_SIGMA.id,),
        what_if=THRESHOLD.id,
        has_noise=True,
        goals=(
            Check("crest_spikes", at_least=1.0),
            Check("crests_hit", at_least=3.0),
            Check("clean_waves", at_least=4.0),
        ),
        gauge=("clean_waves", "waves", 4.0),
        solution=(Move(10, c.SetParameter(NOISE_SIGMA.id, 0.5)), wait(1590)),
    ),
)
