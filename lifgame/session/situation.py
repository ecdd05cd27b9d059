"""What is going on, in plain words: a sentence that changes when the situation does."""

from dataclasses import dataclass
from math import inf

from lifgame.content.parameters import CURRENT, THRESHOLD
from lifgame.content.texts import Texts
from lifgame.session.cell import AT_REST_MV, Cell
from lifgame.session.session import Session

# Below this level nobody would say that there is water left, in mV.
EMPTY_MV = 0.5
# A pattern fires if there was a spike within its last periods, in simulated ms.
NOISE_MEMORY_MS = 1500.0
PERIODS_REMEMBERED = 1.5
SHORTEST_MEMORY_MS = 15.0


@dataclass(frozen=True, slots=True)
class Situation:
    """A sentence of the texts and its numbers.

    Attributes:
        key: Which sentence.
        count: The number that decides its plural form, if it has one.
        level_mv: The level that it names, if it names one.
    """

    key: str
    count: float | None = None
    level_mv: float | None = None

    def words(self, texts: Texts) -> str:
        """The sentence in a language."""
        if self.count is not None:
            return texts.plural(self.key, self.count, _decimals(self.count))
        if self.level_mv is not None:
            level = texts.quantity(self.level_mv, THRESHOLD.decimals, THRESHOLD.unit)
            return texts(self.key, level=level)
        return texts(self.key)


def _decimals(count: float) -> int:
    return 0 if count >= 9.95 else 1


def situation(session: Session) -> Situation:
    """What the session is doing now."""
    if session.clock.is_paused:
        return Situation("situation.paused")
    cell = session.cell
    if cell.pattern.is_by_hand and not cell.pushes:
        return Situation("situation.by_hand.waiting")
    if cell.pattern.is_by_hand:
        return Situation("situation.by_hand.pushing")
    if cell.pushes:
        return Situation(f"situation.pushing.{'firing' if _fires(cell) else 'silent'}")
    has_tap = cell.value(CURRENT.id) > 0 or cell.pattern.noise is not None
    if not cell.pattern.is_steady and has_tap:
        return Situation(f"situation.{cell.pattern.id}.{_way(cell)}")
    return _steady(cell, cell.set_current_na if has_tap else 0.0)


def _fires(cell: Cell) -> bool:
    """Whether a push makes it fire: in theory, or as it does if the input varies."""
    if not cell.pattern.is_steady:
        return _way(cell) == "firing"
    return cell.interval_ms(cell.set_current_na) < inf


def _steady(cell: Cell, current_na: float) -> Situation:
    """The current is constant: theory knows what comes of it."""
    if current_na <= 0:
        has_water = cell.voltage_mv > EMPTY_MV
        return Situation(f"situation.{'draining' if has_water else 'empty'}")
    interval_ms = cell.interval_ms(current_na)
    if interval_ms < inf:
        # As the neuron on the screen does it, and rounded as it is shown: equal
        # words are equal situations.
        rate_hz = 1000.0 / interval_ms
        return Situation("situation.firing", count=round(rate_hz, _decimals(rate_hz)))
    settle_mv = cell.settle_at_mv(current_na)
    key = _key_below(cell.voltage_mv, settle_mv, cell.threshold_mv)
    return Situation(key, level_mv=round(settle_mv, THRESHOLD.decimals))


def _key_below(voltage_mv: float, settle_mv: float, threshold_mv: float) -> str:
    """The water stays below the line: on its way, or there."""
    if voltage_mv < settle_mv - AT_REST_MV:
        return "situation.rising"
    if voltage_mv > settle_mv + AT_REST_MV:
        return "situation.sinking"
    is_at_line = round(settle_mv, 1) >= round(threshold_mv, 1)
    return "situation.at_line" if is_at_line else "situation.below"


def _way(cell: Cell) -> str:
    last_ms = cell.last_spike_ms
    if cell.rate_hz > 0.0:
        return "firing"
    if last_ms is None:
        return "silent"
    return "firing" if cell.time_ms - last_ms <= _memory_ms(cell) else "silent"


def _memory_ms(cell: Cell) -> float:
    """How long a pattern may be silent before it is called so."""
    if cell.pattern.noise is not None:
        return NOISE_MEMORY_MS
    period_ms = cell.pattern.period_ms(cell.values)
    return max(SHORTEST_MEMORY_MS, PERIODS_REMEMBERED * period_ms)
