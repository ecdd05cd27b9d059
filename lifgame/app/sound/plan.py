"""What is to be heard in a frame: pure logic, without a clock and without a device.

Everything that is heard is also seen; ``tones.SOUNDS`` names the twin of each:

* pour: the input stream, whose width follows the same current
* bottle: the water's level, as in a bottle that is filled: the less air, the higher
* gulp: the siphon that sucks the bucket empty
* click: the lamp and its counter, as the pulse arrives there
* rattle: the calm picture of flushes that come too fast to be shown one by one
* tick: the pressed look of the button
* knock: the same look of the button that is a drum

What lasts grows quieter, so that nobody tires of it: ears do the same.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from lifgame.app.sound.tones import BOTTLES, RATTLES
from lifgame.app.sound.water import bottle_hz
from lifgame.view.machine.axon import ARRIVES_S

WINDOW_S = 1.0
GULPS_PER_WINDOW = 3
GULP_GAP_S = 0.2
TICKS_PER_WINDOW = 15
TICK_GAP_S = 0.06
CLICK_VOLUME = 0.7
GULP_VOLUME = 0.65
TICK_VOLUME = 0.7
KNOCK_VOLUME = 0.7
# Gulps and clicks that go on are heard this much softer, after so many in a while.
WHILE_S = 20.0
MANY_GULPS = 12
SOFTER = 0.4
POUR_VOLUME, BOTTLE_VOLUME = 0.2, 0.55
LOUDEST_INFLOW_NA = 5.0
# Pouring that does not change is heard this much softer, in this time.
SETTLES_TO = 0.45
SETTLES_S = 12.0
NEW_INFLOW = 0.05
# While the siphon gulps, the stream is heard behind it.
BEHIND_GULP = 0.5
GULP_LASTS_S = 0.3
# The rattle grows with the logarithm of the rate between these.
RATTLE_RANGE_PER_S = (2.0, 400.0)
RATTLE_VOLUMES = (0.2, 0.5)
# Time in which a loop goes through the whole range of volumes.
FADE_S = 0.25


@dataclass(frozen=True, slots=True)
class Heard:
    """What a frame holds that can be heard.

    Attributes:
        gulps: How many gulps have been shown since the start.
        since_gulp_s: Real time since the last of them began.
        is_band: Whether flushes come too fast to be shown one by one.
        rate_hz: Firing rate per second of simulated time.
        speed: Simulated seconds per real second.
        inflow_na: Input current, in nA.
        level_share: How full the bucket is shown, 0 (empty) to 1 (its rim).
        presses: Buttons that went down in this frame.
        elapsed_s: Real time of this frame.
        is_held: Whether simulated time stands still.
        drummed: After which tick a drum was struck last; None: never.
        tone: The side from which staff want to hear a tone; empty for none.
    """

    gulps: int
    since_gulp_s: float
    is_band: bool
    rate_hz: float
    speed: float
    inflow_na: float
    level_share: float
    presses: int
    elapsed_s: float
    is_held: bool
    drummed: int | None = None
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """What is to be played now.

    Attributes:
        once: Sounds that start now, with their volumes from 0 to 1.
        loops: Volume of every loop, 0 to 1; 0 is silence.
    """

    once: tuple[tuple[str, float], ...] = ()
    loops: Mapping[str, float] = field(default_factory=dict)


LOOPS = ("pour", *BOTTLES, *RATTLES)
SILENCE = Cue(loops=dict.fromkeys(LOOPS, 0.0))


class Limiter:
    """Lets a number of sounds through in any window of real time, not too close."""

    def __init__(self, most: int, gap_s: float) -> None:
        self._most = most
        self._gap_s = gap_s
        self._now_s = 0.0
        self._passed_s: list[float] = []

    def advance(self, elapsed_s: float) -> None:
        self._now_s += elapsed_s
        # A sound exactly one window ago still counts: any closed second is covered.
        oldest_s = self._now_s - WINDOW_S
        self._passed_s = [at for at in self._passed_s if at >= oldest_s]

    def take(self) -> bool:
        """Whether one more may start now; if so, it counts."""
        passed_s = self._passed_s
        is_close = bool(passed_s) and self._now_s - passed_s[-1] < self._gap_s
        if is_close or len(passed_s) >= self._most:
            return False
        passed_s.append(self._now_s)
        return True


class SoundPlan:
    """Turns frames into cues. The same frames give the same cues, always."""

    def __init__(self) -> None:
        self._gulps_taken = Limiter(GULPS_PER_WINDOW, GULP_GAP_S)
        self._ticks = Limiter(TICKS_PER_WINDOW, TICK_GAP_S)
        self._gulps = 0
        self._owes_click = False
        self._recent_s: list[float] = []
        self._now_s = 0.0
        self._drummed: int | None = None
        self._inflow_na = 0.0
        self._pours_s = 0.0
        self._loops = dict(SILENCE.loops)

    def update(self, heard: Heard) -> Cue:
        """Take one frame; what happened in it is heard at once.

        While time is held, water and rattle fall silent; a single step that holds a
        spike still gulps and clicks, and buttons tick.
        """
        elapsed_s = positive(heard.elapsed_s)
        self._now_s += elapsed_s
        self._gulps_taken.advance(elapsed_s)
        self._ticks.advance(elapsed_s)
        once = self._flush_sounds(heard)
        if heard.tone:
            once.append((f"test_{heard.tone}", 1.0))
        once += self._press_sounds(heard)
        goals = dict.fromkeys(LOOPS, 0.0)
        if not heard.is_held:
            self._note_inflow(heard, elapsed_s)
            goals |= self._water(heard) | _rattle(heard)
        for loop, goal in goals.items():
            self._fade(loop, goal, elapsed_s)
        return Cue(tuple(once), dict(self._loops))

    def _flush_sounds(self, heard: Heard) -> list[tuple[str, float]]:
        """The gulp as it begins, and the click as its pulse reaches the lamp."""
        sounds: list[tuple[str, float]] = []
        is_new = heard.gulps > self._gulps
        if heard.gulps < self._gulps:
            # Another session: what was under way in the old one never arrives.
            self._owes_click = False
            is_new = heard.gulps > 0
        self._gulps = heard.gulps
        has_arrived = heard.since_gulp_s >= ARRIVES_S or is_new
        if self._owes_click and has_arrived:
            self._owes_click = False
            sounds.append(("click", CLICK_VOLUME * self._freshness()))
        if is_new and self._gulps_taken.take():
            self._recent_s.append(self._now_s)
            self._owes_click = True
            sounds.append(("gulp", GULP_VOLUME * self._freshness()))
        return sounds

    def _press_sounds(self, heard: Heard) -> list[tuple[str, float]]:
        """A button that goes down, or a drum that is struck."""
        is_struck = heard.drummed not in (None, self._drummed)
        self._drummed = heard.drummed
        if not (is_struck or heard.presses > 0) or not self._ticks.take():
            return []
        return [("knock", KNOCK_VOLUME) if is_struck else ("tick", TICK_VOLUME)]

    def _freshness(self) -> float:
        """1 for the first of a row of gulps, less for the many after it."""
        oldest_s = self._now_s - WHILE_S
        self._recent_s = [at for at in self._recent_s if at >= oldest_s]
        return 1.0 - SOFTER * min(1.0, len(self._recent_s) / MANY_GULPS)

    def _note_inflow(self, heard: Heard, elapsed_s: float) -> None:
        """How long the same has been pouring."""
        inflow_na = positive(heard.inflow_na)
        if abs(inflow_na - self._inflow_na) > NEW_INFLOW * max(1.0, self._inflow_na):
            self._inflow_na, self._pours_s = inflow_na, 0.0
        self._pours_s += elapsed_s

    def _water(self, heard: Heard) -> dict[str, float]:
        """The stream, and the air over the water that it lets ring."""
        loud = pour_volume(heard.inflow_na)
        settled = 1.0 - math.exp(-self._pours_s / SETTLES_S)
        loud *= 1.0 - (1.0 - SETTLES_TO) * settled
        if heard.is_band:
            return {"pour": loud * POUR_VOLUME}
        if heard.since_gulp_s < GULP_LASTS_S:
            loud *= BEHIND_GULP
        bottles = neighbours(bottle_place(heard.level_share), BOTTLES)
        return {"pour": loud * POUR_VOLUME} | {
            name: loud * BOTTLE_VOLUME * share for name, share in bottles.items()
        }

    def _fade(self, loop: str, goal: float, elapsed_s: float) -> None:
        change = elapsed_s / FADE_S
        now = self._loops[loop]
        self._loops[loop] = now + min(max(goal - now, -change), change)


def bottle_place(level_share: float) -> float:
    """Where a level lies in the row of bottles, 0 to 1, even in pitch."""
    share = min(max(level_share, 0.0), 1.0) if math.isfinite(level_share) else 0.0
    low, high = bottle_hz(0.0), bottle_hz(1.0)
    return math.log(bottle_hz(share) / low) / math.log(high / low)


def neighbours(place: float, names: tuple[str, ...]) -> dict[str, float]:
    """The two sounds of a row that a place lies between, at equal power.

    Args:
        place: 0 for the first of the row to 1 for the last.
        names: The row.
    """
    at = min(max(place, 0.0), 1.0) * (len(names) - 1)
    first = min(int(at), len(names) - 2)
    turn = (at - first) * math.pi / 2
    return {names[first]: math.cos(turn), names[first + 1]: max(0.0, math.sin(turn))}


def _rattle(heard: Heard) -> dict[str, float]:
    """Too many flushes to be told apart: a soft rattle, denser with the rate."""
    if not heard.is_band:
        return {}
    low, high = RATTLE_RANGE_PER_S
    per_s = positive(heard.rate_hz) * positive(heard.speed)
    share = math.log(min(max(per_s, low), high) / low) / math.log(high / low)
    quiet, loud = RATTLE_VOLUMES
    volume = quiet + (loud - quiet) * share
    row = neighbours(share, RATTLES)
    return {name: volume * part for name, part in row.items()}


def pour_volume(inflow_na: float) -> float:
    """How loud pouring is at an input current, 0 to 1; a current out of it is silent.

    The root lets a trickle be heard without letting a torrent drown the clicks.
    """
    return math.sqrt(min(positive(inflow_na) / LOUDEST_INFLOW_NA, 1.0))


def positive(value: float) -> float:
    """The value if it is a finite number above zero, else zero."""
    return value if 0.0 < value < math.inf else 0.0
