"""What is going on, in plain words: a sentence that changes when the situation does.

It follows the neuron: what theory knows is said at once, what it does not know (noise,
and what comes within a hair of the line) is watched. Where nothing can fire, the
sentence names a way out.
"""

from dataclasses import dataclass
from math import inf, isfinite

from lifgame.content.levels import level
from lifgame.content.parameters import CURRENT, REFRACTORY, THRESHOLD
from lifgame.content.texts import Texts
from lifgame.session.cell import Cell
from lifgame.session.cell_state import AT_REST_MV
from lifgame.session.marking import marks
from lifgame.session.session import Session

# Below this level nobody would say that there is water left, in mV.
EMPTY_MV = 0.5
# Where a changing input comes so near to the line, the neuron itself decides.
HAIR = 0.03
# For so long it is watched: periods of its input and, to forget what was before, time
# constants.
PERIODS_WATCHED = 1.5
TAUS_WATCHED = 6.0
# Noise that has lifted the water over the line will do so again for so long, in ms.
NOISE_MEMORY_MS = 1500.0
# A line that has risen by less than this looks as if it lay where it was set, in mV.
LIFTED_MV = 0.3
# Words about something shorter than this cannot be read, in seconds.
SHORTEST_READ_S = 0.8


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

    @property
    def has_number(self) -> bool:
        return self.count is not None or self.level_mv is not None

    def words(self, texts: Texts, *, numbered: bool = True) -> str:
        """The sentence in a language, its words coloured by brackets.

        Args:
            texts: The language.
            numbered: Whether numbers may be named: where none is shown, none is said.
        """
        if not numbered and self.has_number:
            return texts(f"unnumbered.{self.key}")
        if self.count is not None:
            return texts.plural(self.key, self.count, _decimals(self.count))
        if self.level_mv is not None:
            return texts(self.key, level=level(texts, self.level_mv))
        return texts(self.key)

    def short_words(self, texts: Texts) -> str:
        """The same in two lines of at most 20 letters, without a number."""
        short = f"short.{self.key}"
        # Who asks "what if" is short enough.
        return texts(short if short in texts else self.key)


def _decimals(count: float) -> int:
    return 0 if count >= 9.95 else 1


def situation(session: Session) -> Situation:
    """What the session is doing now."""
    if session.clock.past_tick is not None:
        return Situation("situation.looking_back")
    if session.clock.is_paused:
        is_measured = marks(session) is not None
        return Situation("situation.measuring" if is_measured else "situation.paused")
    cell = session.cell
    rest_s = cell.value(REFRACTORY.id) / 1000.0 / float(session.clock.speed)
    if cell.pushes and cell.is_refractory and rest_s >= SHORTEST_READ_S:
        return Situation("situation.refractory")
    found = _of_cell(cell)
    return Situation("situation.wide_open") if _is_stuck(found, cell) else found


def _of_cell(cell: Cell) -> Situation:
    if cell.pattern.is_by_hand:
        return _by_hand(cell)
    has_tap = cell.value(CURRENT.id) > 0 or cell.pattern.noise is not None
    if cell.pushes and not has_tap:
        return _by_hand(cell)
    if not cell.pattern.is_steady and has_tap:
        return _changing(cell)
    if cell.pushes:
        fires = cell.interval_ms(cell.set_current_na) < inf
        return Situation(f"situation.pushing.{'firing' if fires else 'silent'}")
    return _steady(cell, cell.set_current_na if has_tap else 0.0)


def _is_stuck(found: Situation, cell: Cell) -> bool:
    """Whether a sentence says to open a tap that is open as wide as it goes."""
    if cell.pattern.is_by_hand or cell.value(CURRENT.id) < CURRENT.maximum:
        return False
    is_silent = found.key.endswith(".silent")
    return is_silent or found.key in ("situation.below", "situation.at_line")


def _by_hand(cell: Cell) -> Situation:
    """Nothing flows in but what the visitor lets in."""
    if not cell.pushes:
        is_empty = cell.voltage_mv <= EMPTY_MV
        return Situation(f"situation.by_hand.{'waiting' if is_empty else 'leaking'}")
    if cell.interval_ms(cell.injected_na) == inf:
        way = "by_hand" if cell.pattern.is_by_hand else "pushing"
        return Situation(f"situation.{way}.silent")
    way = "firing" if _has_fired(cell, inf) else "pushing"
    return Situation(f"situation.by_hand.{way}")


def _changing(cell: Cell) -> Situation:
    """The current changes with time, and somebody may push besides."""
    fires = _fires(cell)
    if fires is None:
        return Situation(f"situation.{cell.pattern.id}.waiting")
    of = "pushing" if cell.pushes else cell.pattern.id
    return Situation(f"situation.{of}.{'firing' if fires else 'silent'}")


def _fires(cell: Cell) -> bool | None:
    """Whether a changing current makes it fire; None if that cannot be known yet."""
    watched_ms = _watched_ms(cell)
    has_noise = cell.pattern.noise is not None
    if _has_fired(cell, NOISE_MEMORY_MS if has_noise else watched_ms):
        return True
    line_mv = cell.value(THRESHOLD.id)
    comes_over = cell.reach_mv > line_mv
    is_hair = abs(cell.reach_mv - line_mv) < HAIR * line_mv
    was_watched = cell.time_ms - cell.changed_ms > watched_ms
    if has_noise and not comes_over:
        return False if was_watched else None
    return comes_over and not (is_hair and was_watched)


def _watched_ms(cell: Cell) -> float:
    period_ms = cell.pattern.period_ms(cell.values)
    # What never comes again, as noise, is watched until what was before is forgotten.
    periods_ms = PERIODS_WATCHED * period_ms if isfinite(period_ms) else 0.0
    return periods_ms + TAUS_WATCHED * cell.tau_ms


def _has_fired(cell: Cell, memory_ms: float) -> bool:
    """Whether it has spiked of late, and since anything was changed."""
    last_ms = cell.last_spike_ms
    if last_ms is None or last_ms <= cell.changed_ms:
        return False
    return cell.time_ms - last_ms <= memory_ms


def _steady(cell: Cell, current_na: float) -> Situation:
    """The current is constant: theory knows what comes of it."""
    if current_na <= 0:
        has_water = cell.voltage_mv > EMPTY_MV
        return Situation(f"situation.{'draining' if has_water else 'empty'}")
    interval_ms = cell.interval_ms(current_na)
    if interval_ms < inf:
        if cell.threshold_mv - cell.value(THRESHOLD.id) > LIFTED_MV:
            return Situation("situation.adapting")
        # As the neuron on the screen does it, and rounded as it is shown: equal
        # words are equal situations.
        rate_hz = 1000.0 / interval_ms
        return Situation("situation.firing", count=round(rate_hz, _decimals(rate_hz)))
    return _below(cell, cell.settle_at_mv(current_na))


def _below(cell: Cell, settle_mv: float) -> Situation:
    """The water stays below the line: on its way, or there."""
    level_mv = round(settle_mv, THRESHOLD.decimals)
    if cell.voltage_mv < settle_mv - AT_REST_MV:
        return Situation("situation.rising", level_mv=level_mv)
    if cell.voltage_mv > settle_mv + AT_REST_MV:
        return Situation("situation.sinking", level_mv=level_mv)
    if round(settle_mv, 1) >= round(cell.threshold_mv, 1):
        return Situation("situation.at_line", level_mv=level_mv)
    return Situation("situation.below")
