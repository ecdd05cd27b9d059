"""What must come out of the experiments, in closed form or by the exact solution."""

from math import ceil, exp

from lifgame.content.parameters import (
    CURRENT,
    SINE_FREQUENCY,
    THRESHOLD,
    lif_parameters,
)
from lifgame.model.theory import sine_gain
from lifgame.session.cell import Cell
from lifgame.session.guide.plots import Places

# Adaptation is seen over so many spikes; it does not take longer than that, in ms.
SPIKES_IN_A_ROW = 5
MOST_TICKS = 2000
# After so many time constants the error of steps grows no more.
FARTHEST_TAUS = 3.0


def rheobase_na(cell: Cell) -> float:
    """V_th / R."""
    return cell.theory.rheobase_na if cell.theory else 0.0


def settle_mv(cell: Cell) -> float:
    """R I."""
    return cell.settle_at_mv(cell.set_current_na)


def rate_hz(cell: Cell) -> float:
    """1 / T with the tap as it is."""
    return cell.theory_hz or 0.0


def stretch(cell: Cell) -> float:
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


def slope_hz_na(cell: Cell) -> float:
    """How much faster it fires for each nA, far above the smallest current.

    There the leak takes as good as the same from every filling: f -> (I - I_rheo / 2)
    / (C V_th).
    """
    return 1000.0 / (cell.value("capacitance") * cell.value(THRESHOLD.id))


def rate_at_hz(cell: Cell, current_na: float) -> float:
    """1 / T with another tap."""
    return cell.theory.rate_hz(current_na) if cell.theory else 0.0


def far_above(cell: Cell) -> Places:
    """The straight line that the rate comes near to."""
    begin_na, end_na = rheobase_na(cell) / 2, CURRENT.maximum
    return (begin_na, 0.0), (end_na, slope_hz_na(cell) * (end_na - begin_na))


def frequency_hz(cell: Cell) -> float:
    """How often the current swings."""
    return cell.value(SINE_FREQUENCY.id)


def swing_at_pc(cell: Cell, frequency_hz: float) -> float:
    """1 / sqrt(1 + (w tau)^2), in percent."""
    return 100.0 * sine_gain(lif_parameters(cell.values), frequency_hz)


def swing_pc(cell: Cell) -> float:
    """Of the newest rhythm, at which it is known that it was measured."""
    return swing_at_pc(cell, frequency_hz(cell))


def step_ms(cell: Cell) -> float:
    """In which it is calculated."""
    return cell.step_ms


def halved(_: Cell) -> float:
    """Euler's method is of first order: half the step makes half the error."""
    return 2.0


def error_mv(cell: Cell, step_ms: float) -> float:
    """The farthest that steps of a length lead, from R I (1 - exp(-t / tau)).

    After n of them V is R I (1 - (1 - dt / tau)^n).
    """
    share = step_ms / cell.tau_ms
    places = range(ceil(FARTHEST_TAUS / share))
    farthest = max(exp(-n * share) - (1.0 - share) ** n for n in places)
    return farthest * settle_mv(cell)
