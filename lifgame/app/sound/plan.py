"""What is to be heard in a frame: pure logic, without a clock and without a device.

Everything that is heard is also seen; ``tones.SOUNDS`` names the twin of each:

* click: the pulse on the axon and the spike mark on the scope
* density: the steady lamp and the spike counter
* pour: the input stream, whose width follows the same current
* flush: the bucket that opens and empties, by the very same gate as the picture
* tick: the pressed look of the button
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from lifgame.app.sound.gate import FlushGate

WINDOW_S = 1.0
CLICKS_PER_WINDOW = 20
CLICK_GAP_S = 0.04
# Above this rate single clicks give way to the bed of clicks, below the other again.
DENSE_ABOVE_PER_S = 20.0
SPARSE_BELOW_PER_S = 17.0
# The bed grows with the logarithm of the rate between these, and ends with the spikes.
DENSITY_RANGE_PER_S = (SPARSE_BELOW_PER_S, 400.0)
DENSITY_VOLUMES = (0.22, 0.8)
DENSITY_LASTS_S = 0.3
TICKS_PER_WINDOW = 15
TICK_GAP_S = 0.06
CLICK_VOLUME = 0.9
FLUSH_VOLUME = 0.7
TICK_VOLUME = 0.8
POUR_VOLUME = 0.5
LOUDEST_INFLOW_NA = 5.0
# Time in which a loop goes through the whole range of volumes.
FADE_S = 0.2


@dataclass(frozen=True, slots=True)
class Heard:
    """What a frame holds that can be heard.

    Attributes:
        spikes: Spikes in this frame.
        rate_hz: Firing rate per second of simulated time.
        speed: Simulated seconds per real second.
        inflow_na: Input current, in nA.
        presses: Buttons that went down in this frame.
        elapsed_s: Real time of this frame.
        is_held: Whether simulated time stands still.
        tone: The side from which staff want to hear a tone; empty for none.
    """

    spikes: int
    rate_hz: float
    speed: float
    inflow_na: float
    presses: int
    elapsed_s: float
    is_held: bool
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


SILENCE = Cue(loops={"density": 0.0, "pour": 0.0})


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
    """Turns frames into cues. The same frames give the same cues, always.

    Attributes:
        is_dense: Whether spikes are too many to be heard one by one.
    """

    def __init__(self) -> None:
        self.is_dense = False
        self._clicks = Limiter(CLICKS_PER_WINDOW, CLICK_GAP_S)
        self._ticks = Limiter(TICKS_PER_WINDOW, TICK_GAP_S)
        self._flushes = FlushGate()
        self._since_spike_s = math.inf
        self._spikes_s: list[tuple[float, int]] = []
        self._now_s = 0.0
        self._loops = dict(SILENCE.loops)

    def update(self, heard: Heard) -> Cue:
        """Take one frame; what happened in it is heard at once.

        While time is held, water and bed fall silent; a single step that holds a
        spike still clicks, and buttons tick.
        """
        elapsed_s = positive(heard.elapsed_s)
        per_s = positive(heard.rate_hz) * positive(heard.speed)
        self._clicks.advance(elapsed_s)
        self._ticks.advance(elapsed_s)
        self._note_spikes(heard.spikes, elapsed_s)
        self._choose_form(per_s)
        once = self._spike_sounds(heard, per_s, elapsed_s)
        if heard.tone:
            once.append((f"test_{heard.tone}", 1.0))
        if heard.tone:
            once.append((f"test_{heard.tone}", 1.0))
        if heard.presses > 0 and self._ticks.take():
            once.append(("tick", TICK_VOLUME))
        self._fade("density", self._density_goal(heard, per_s), elapsed_s)
        self._fade("pour", self._pour_goal(heard), elapsed_s)
        return Cue(tuple(once), dict(self._loops))

    def _note_spikes(self, spikes: int, elapsed_s: float) -> None:
        self._now_s += elapsed_s
        self._since_spike_s = 0.0 if spikes > 0 else self._since_spike_s + elapsed_s
        oldest_s = self._now_s - WINDOW_S
        self._spikes_s = [note for note in self._spikes_s if note[0] >= oldest_s]
        if spikes > 0:
            self._spikes_s.append((self._now_s, spikes))

    def _choose_form(self, per_s: float) -> None:
        # The reported rate is that inside a burst; the count is that of the second.
        counted = sum(spikes for _, spikes in self._spikes_s)
        if self.is_dense:
            self.is_dense = max(per_s, counted) >= SPARSE_BELOW_PER_S
        else:
            self.is_dense = counted > DENSE_ABOVE_PER_S or (
                per_s > DENSE_ABOVE_PER_S and counted > 1
            )

    def _spike_sounds(
        self, heard: Heard, per_s: float, elapsed_s: float
    ) -> list[tuple[str, float]]:
        sounds: list[tuple[str, float]] = []
        is_single = heard.is_held or not self.is_dense
        if heard.spikes > 0 and is_single and self._clicks.take():
            softer = 0.35 * min(per_s / DENSE_ABOVE_PER_S, 1.0)
            sounds.append(("click", CLICK_VOLUME * (1.0 - softer)))
        # The picture's gate stands still while paused, and so does this one.
        moving_s = 0.0 if heard.is_held else elapsed_s
        if self._flushes.update(heard.spikes, per_s, moving_s):
            sounds.append(("flush", FLUSH_VOLUME))
        return sounds

    def _density_goal(self, heard: Heard, per_s: float) -> float:
        if heard.is_held or not self.is_dense or self._since_spike_s > DENSITY_LASTS_S:
            return 0.0
        return density_volume(per_s)

    def _pour_goal(self, heard: Heard) -> float:
        return 0.0 if heard.is_held else pour_volume(heard.inflow_na)

    def _fade(self, loop: str, goal: float, elapsed_s: float) -> None:
        change = elapsed_s / FADE_S
        now = self._loops[loop]
        self._loops[loop] = now + min(max(goal - now, -change), change)


def density_volume(per_s: float) -> float:
    """Volume of the bed of clicks at a number of spikes per second of real time."""
    low, high = DENSITY_RANGE_PER_S
    share = math.log(min(max(per_s, low), high) / low) / math.log(high / low)
    quiet, loud = DENSITY_VOLUMES
    return quiet + (loud - quiet) * share


def pour_volume(inflow_na: float) -> float:
    """Volume of the pouring at an input current; a current out of it is silent.

    The root lets a trickle be heard without letting a torrent drown the clicks.
    """
    return POUR_VOLUME * math.sqrt(min(positive(inflow_na) / LOUDEST_INFLOW_NA, 1.0))


def positive(value: float) -> float:
    """The value if it is a finite number above zero, else zero."""
    return value if 0.0 < value < math.inf else 0.0
