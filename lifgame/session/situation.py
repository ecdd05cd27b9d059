"""What is going on, in plain words: a sentence that changes when the situation does."""

from dataclasses import dataclass
from math import inf

from lifgame.content.parameters import CURRENT, THRESHOLD
from lifgame.content.texts import Texts
from lifgame.model import theory
from lifgame.session.session import Session

# Below this level nobody would say that there is water left, in mV.
EMPTY_MV = 0.5
# So near to where it settles, the water looks as if it stood still, in mV.
SETTLED_MV = 0.5
# A pattern fires if there was a spike within its last periods, in simulated ms.
STEP_MEMORY_MS = 1200.0
NOISE_MEMORY_MS = 1500.0
PERIODS_REMEMBERED = 1.5


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
    if session.is_paused:
        return Situation("situation.paused")
    if session.pattern.is_by_hand and not session.pushes:
        return Situation("situation.by_hand.waiting")
    if session.pattern.is_by_hand:
        return Situation("situation.by_hand.pushing")
    if session.pushes:
        settle_mv = theory.steady_state_mv(
            session.lif_parameters(), session.steady_current_na
        )
        fires = settle_mv > session.value(THRESHOLD.id)
        return Situation(f"situation.pushing.{'firing' if fires else 'silent'}")
    has_tap = session.value(CURRENT.id) > 0 or session.pattern.noise is not None
    if session.theory_hz is None and has_tap:
        name = session.pattern.id
        return Situation(f"situation.{name}.{_way(session)}")
    return _steady(session, session.steady_current_na if has_tap else 0.0)


def _steady(session: Session, current_na: float) -> Situation:
    """The current is constant: theory knows what comes of it."""
    if current_na <= 0:
        has_water = session.voltage_mv > EMPTY_MV
        return Situation(f"situation.{'draining' if has_water else 'empty'}")
    p = session.lif_parameters()
    interval_ms = theory.euler_interval_ms(p, current_na, session.dt_ms)
    if interval_ms < inf:
        # As the neuron on the screen does it, and rounded as it is shown: equal
        # words are equal situations.
        rate_hz = 1000.0 / interval_ms
        return Situation("situation.firing", count=round(rate_hz, _decimals(rate_hz)))
    settle_mv = theory.steady_state_mv(p, current_na)
    key = _key_below(session.voltage_mv, settle_mv, p.threshold_mv)
    return Situation(key, level_mv=round(settle_mv, THRESHOLD.decimals))


def _key_below(voltage_mv: float, settle_mv: float, threshold_mv: float) -> str:
    """The water stays below the line: on its way, or there."""
    if voltage_mv < settle_mv - SETTLED_MV:
        return "situation.rising"
    if voltage_mv > settle_mv + SETTLED_MV:
        return "situation.sinking"
    is_at_line = round(settle_mv, 1) >= round(threshold_mv, 1)
    return "situation.at_line" if is_at_line else "situation.below"


def _way(session: Session) -> str:
    last_ms = session.last_spike_ms
    if last_ms is None:
        return "silent"
    return "firing" if session.time_ms - last_ms <= _memory_ms(session) else "silent"


def _memory_ms(session: Session) -> float:
    """How long a pattern may be silent before it is called so."""
    values = session.values
    periods = {
        "pulses": PERIODS_REMEMBERED * values["pulse_period"],
        "sine": PERIODS_REMEMBERED * 1000.0 / values["sine_frequency"],
        "ramp": PERIODS_REMEMBERED * values["ramp_duration"],
        "noisy": NOISE_MEMORY_MS,
    }
    return periods.get(session.pattern.id, STEP_MEMORY_MS)
