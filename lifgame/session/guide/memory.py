"""Which neuron has the longer memory? Two of them, at one tap."""

from lifgame.content.parameters import CAPACITANCE
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.guide.measure import Measure
from lifgame.session.guide.moves import SLOW, by_tap, wait
from lifgame.session.guide.rows import (
    EXPERIMENT,
    Check,
    Choice,
    Move,
    Pulse,
    Row,
)

# Found so near to the time constant earns the third star, in ms.
CLOSE_MS = 2.0
# 200 ms: five time constants of the slower one. The quicker settles at 17.6 mV.
PULSE = Pulse(current_na=1.1, ticks=400)


def _tau_ms(cell: Cell) -> float:
    return cell.tau_ms


MEMORY = Row(
    id="memory",
    kind=EXPERIMENT,
    icon="memory",
    seconds=30,
    # 16 MOhm x 0.5 nF and 8 MOhm x 5 nF: 8 and 40 ms, with one line for both.
    start=by_tap("fast_spiking", 0.0, resistance=16.0),
    second=by_tap("motor", 0.0, threshold=20.0),
    speed=SLOW,
    live=(),
    what_if=CAPACITANCE.id,
    pulse=PULSE,
    guess=Choice(1, "letters"),
    goals=(Check("rises", at_least=2.0), Check("forgotten", at_least=1.0)),
    measure=Measure("second_rise_ms", "ms", 0, _tau_ms, 1, "rise_ms"),
    close=Check("rise_off_ms", at_most=CLOSE_MS),
    solution=(Move(20, g.SendPulse()), wait(470)),
)
