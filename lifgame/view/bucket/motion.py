"""What moves in the bucket scene: averages, flush, door, waves and drops.

All of it is for the eye alone, and runs in real time; the numbers come from the
model. The same frames always give the same picture.
"""

from dataclasses import dataclass
from math import acos, exp, inf, sqrt

from lifgame.content.palette import Colour
from lifgame.model.record import Reading
from lifgame.view.bucket.axon import Axon, steady_glow
from lifgame.view.bucket.drops import Drops, Spray
from lifgame.view.bucket.flushes import FlushGate
from lifgame.view.bucket.layout import FULL_MV, BucketLayout
from lifgame.view.bucket.streams import THINNEST_PX
from lifgame.view.bucket.water import Waves

LONGEST_FRAME_S = 0.25
# Lengths in design units: water falls with weight, and streams run.
GRAVITY = 7000.0
POUR_SPEED = 250.0  # the head of water presses it out
DROP_GRAVITY = 1500.0
RUN_PER_S = 420.0
POUR_S = 0.16  # after this time all water is out of the bucket
FLUSH_S = 0.35
DOOR_OPEN_S = 0.2
DOOR_OPENS_PER_S = 20.0
DOOR_CLOSES_PER_S = 10.0
WIDEST_ANGLE = 1.5
STEADY_S = 0.25  # twice in a row: about 0.4 s behind
CALM_MIX_S = 0.3
FLOAT_FADES_HZ = (4.0, 10.0)
NUMBERS_S = 0.06  # numbers that change faster cannot be read


@dataclass(frozen=True, slots=True)
class BucketFrame:
    """What the bucket shows in one frame.

    Attributes:
        reading: The neuron as a bucket, now.
        spikes: Spikes in this frame.
        spike_count: Spikes since the start.
        rate_hz: Firing rate per second of simulated time.
        speed: Simulated seconds per real second.
        elapsed_s: Real time of this frame; 0 while paused.
        mean_mv: Mean voltage of the frame's steps; None: as at its end.
    """

    reading: Reading
    spikes: int
    spike_count: int
    rate_hz: float
    speed: float
    elapsed_s: float
    mean_mv: float | None = None


@dataclass(slots=True)
class Steady:
    """Averages over real time, for what moves too fast to be watched."""

    level_mv: float = 0.0
    leak_na: float = 0.0
    flush_na: float = 0.0
    _level_mv: float = 0.0
    _leak_na: float = 0.0

    def start(self, reading: Reading) -> None:
        self.level_mv = self._level_mv = reading.voltage_mv
        self.leak_na = self._leak_na = reading.leak_na

    def update(self, frame: BucketFrame, flush_na: float, elapsed_s: float) -> None:
        reading = frame.reading
        mean_mv = reading.voltage_mv if frame.mean_mv is None else frame.mean_mv
        # The leak is ohmic, so its mean goes with that of the voltage.
        leak_na = reading.leak_na + (mean_mv - reading.voltage_mv) / (
            reading.resistance_mohm
        )
        share = 1.0 - exp(-elapsed_s / STEADY_S)
        self._level_mv += (mean_mv - self._level_mv) * share
        self._leak_na += (leak_na - self._leak_na) * share
        self.level_mv += (self._level_mv - self.level_mv) * share
        self.leak_na += (self._leak_na - self.leak_na) * share
        self.flush_na += (flush_na - self.flush_na) * share


def flush_current_na(reading: Reading, rate_hz: float) -> float:
    """The mean current that the flushes carry away, C (V_th - V_reset) f, in nA.

    With it the mean balance holds: I = <V> / R + C (V_th - V_reset) f.
    """
    # pC x Hz = 1e-3 nA.
    return reading.flush_pc * rate_hz * 1e-3


class BucketMotion:
    """The moving state of one scene.

    Attributes:
        still: Reduced motion: no waves, no drops, no falling water.
        calm: Share of the calm form in the picture, 0 to 1.
        flush_age_s: Time since the last shown flush.
        flush_top_mv: How high the water stood when it was flushed.
        door: Angle of the trap door's flaps, in radians.
        run: How far the streams have run, in design units.
    """

    def __init__(self, scale: float, light: Colour) -> None:
        self.still = False
        self.calm = 0.0
        self.flush_age_s = inf
        self.flush_top_mv = 0.0
        self.door = 0.0
        self.run = 0.0
        self.steady = Steady()
        self.waves = Waves()
        self.axon = Axon()
        self.splash = Drops(scale, light)
        self.spill = Drops(scale, light)
        self.frame: BucketFrame | None = None
        self.numbers: BucketFrame | None = None
        self._gate = FlushGate()
        self._numbers_age_s = inf

    def level_mv(self, frame: BucketFrame) -> float:
        """The level that the body of water shows."""
        now_mv = frame.reading.voltage_mv
        # Only what is drawn ends at the bottom; numbers go below zero.
        return max(now_mv + (self.steady.level_mv - now_mv) * self.calm, 0.0)

    def leak_na(self, frame: BucketFrame) -> float:
        """The leak that the jet shows."""
        now_na = frame.reading.leak_na
        return now_na + (self.steady.leak_na - now_na) * self.calm

    def float_alpha(self, frame: BucketFrame) -> float:
        """How well the line is seen that still shows the true level."""
        low_hz, high_hz = FLOAT_FADES_HZ
        share = (high_hz - frame.rate_hz * frame.speed) / (high_hz - low_hz)
        return self.calm * min(max(share, 0.0), 1.0)

    def update(self, frame: BucketFrame, layout: BucketLayout) -> None:
        """Take one frame."""
        elapsed_s = min(max(frame.elapsed_s, 0.0), LONGEST_FRAME_S)
        if self.frame is None:
            self.steady.start(frame.reading)
        self.frame = frame
        per_s = frame.rate_hz * frame.speed
        shown = self._gate.update(frame.spikes, per_s, elapsed_s)
        self._update_numbers(frame, shown, elapsed_s)
        flush_na = flush_current_na(frame.reading, frame.rate_hz)
        self.steady.update(frame, flush_na * self._gate.calm, elapsed_s)
        change = elapsed_s / CALM_MIX_S
        goal = 1.0 if self._gate.calm else 0.0
        self.calm += min(max(goal - self.calm, -change), change)
        steady = steady_glow(frame.rate_hz) if self._gate.calm else 0.0
        self.axon.update(shown, steady, elapsed_s)
        self._update_flush(frame, shown, elapsed_s, layout)
        self._update_door(elapsed_s, layout)
        if not self.still:
            self._update_water(frame, elapsed_s, layout)

    def _update_numbers(
        self, frame: BucketFrame, shown: bool, elapsed_s: float
    ) -> None:
        self._numbers_age_s += elapsed_s
        # While paused every step is to be read.
        if shown or self._numbers_age_s >= NUMBERS_S or elapsed_s == 0:
            self.numbers = frame
            self._numbers_age_s = 0.0

    def _update_flush(
        self, frame: BucketFrame, shown: bool, elapsed_s: float, layout: BucketLayout
    ) -> None:
        self.flush_age_s += elapsed_s
        if fall_time_s(layout) <= self.flush_age_s < FLUSH_S and not self.still:
            spray = self._at_drain(layout, layout.inside.centerx, 330.0)
            self.spill.pour("slug", 330.0, elapsed_s, spray)
        if shown:
            self.flush_age_s = 0.0
            self.flush_top_mv = min(frame.reading.threshold_mv, FULL_MV)
            self.waves.kick()

    def _update_door(self, elapsed_s: float, layout: BucketLayout) -> None:
        # Without falling water, an open door under new water would make no sense.
        opens_wide = self.flush_age_s < DOOR_OPEN_S and not self.still
        goal = WIDEST_ANGLE if opens_wide else 0.0
        width = layout.stream_width(self.steady.flush_na)
        if width >= THINNEST_PX:
            # Flaps as far apart as the steady stream is wide.
            share = 1.0 - min((width + layout.px(8)) / layout.door.width, 1.0)
            goal = max(goal, min(acos(share), WIDEST_ANGLE))
        opens = DOOR_OPENS_PER_S * elapsed_s
        closes = DOOR_CLOSES_PER_S * elapsed_s
        self.door += min(max(goal - self.door, -closes), opens)

    def _update_water(
        self, frame: BucketFrame, elapsed_s: float, layout: BucketLayout
    ) -> None:
        self.run += RUN_PER_S * elapsed_s
        inflow_na = max(frame.reading.current_na, 0.0)
        self.waves.update(elapsed_s, inflow_na / 6.0)
        width = layout.stream_width(inflow_na)
        inside, scale = layout.inside, layout.scale
        y = layout.level_y(self.level_mv(frame))
        splash = Spray(
            x=inside.centerx,
            y=y,
            spread=width / 2,
            sideways=min(70.0 * scale, inside.width * 0.8),
            upwards=190.0 * scale,
            bounds=(inside.left + 1, inside.right - 4, y + 2),
        )
        self.splash.pour("input", min(8 * inflow_na, 40), elapsed_s, splash)
        leak_na = self.leak_na(frame)
        landing = layout.hole[0] + jet_reach(layout, self.level_mv(frame))
        spray = self._at_drain(layout, landing, 90.0)
        self.spill.pour("leak", min(8 * max(leak_na, 0.0), 30), elapsed_s, spray)
        out_na = self.steady.flush_na
        spray = self._at_drain(layout, inside.centerx, 110.0)
        self.spill.pour("flush", min(8 * max(out_na, 0.0), 40), elapsed_s, spray)
        gravity = DROP_GRAVITY * scale
        self.splash.update(elapsed_s, gravity, y + 1)
        self.spill.update(elapsed_s, gravity)

    @staticmethod
    def _at_drain(layout: BucketLayout, x: float, upwards: float) -> Spray:
        panel, scale = layout.panel, layout.scale
        return Spray(
            x=x,
            y=layout.drain.centery,
            spread=upwards * 0.09 * scale,
            sideways=upwards * 0.75 * scale,
            upwards=upwards * scale,
            bounds=(panel.left, panel.right, layout.drain.bottom),
        )


def fall_time_s(layout: BucketLayout) -> float:
    """How long water falls from the door to the drain, in real seconds."""
    fall = max(layout.drain.centery - layout.door.top, 1) / layout.scale
    return (sqrt(POUR_SPEED**2 + 2.0 * GRAVITY * fall) - POUR_SPEED) / GRAVITY


def fallen(layout: BucketLayout, time_s: float) -> float:
    """How far, in pixels, water has come that left the door ``time_s`` ago."""
    time_s = max(time_s, 0.0)
    return (POUR_SPEED + GRAVITY / 2 * time_s) * time_s * layout.scale


def jet_reach(layout: BucketLayout, level_mv: float) -> float:
    """How far the jet gets: by Torricelli's law it goes with the root of the head."""
    share = min(max(level_mv, 0.0), FULL_MV) / FULL_MV
    return layout.px(9) + layout.jet_reach * sqrt(share)
