"""What moves for the eye alone: waves, streams, wheel, drops, pulse and lamp.

All of it runs in real time and comes to rest when time is held; the numbers come from
the model. The same frames always give the same picture.
"""

from math import exp

from pygame import Rect

from lifgame.view.machine.axon import ARRIVES_S, LIT_S
from lifgame.view.machine.drops import Spring
from lifgame.view.machine.frame import MachineFrame
from lifgame.view.machine.leak import LEAST_NA, landing
from lifgame.view.machine.moment import Moment
from lifgame.view.machine.places import MachinePlaces
from lifgame.view.machine.tap import OPEN_DEG, SHUT_DEG
from lifgame.view.machine.water import PHASES, SWELLS, WAVES_S

LONGEST_FRAME_S = 0.25
WRITTEN_S = 0.25
RUN_PER_S = 420.0  # design units: how fast the light runs down a stream
WHEEL_S = 0.08  # three of them: a quarter of a second
PUSH_DEG_PER_S, RELEASE_DEG_PER_S = 600.0, 400.0
SWELL_RISES_S, SWELL_SETTLES_S = 0.15, 0.5
# The lamp, from the pulse's arrival; the second row is reduced motion.
ON_S, FADE_S = 0.04, 0.7
STILL_ON_S, STILL_FADE_S = 0.3, 0.9
POP_S = 0.25
FALL = 1500.0
# A steady lamp is never quite dark and never at its brightest.
STEADY = 0.4, 0.4


class Motion:
    """Moves a moment on by one frame.

    Attributes:
        moment: What the parts are painted from.
        still: Reduced motion: no waves, no drops, no running light.
    """

    def __init__(self, places: MachinePlaces, frame: MachineFrame) -> None:
        self.moment = Moment(places, frame, tap_na=frame.tap_na, leak_na=frame.leak_na)
        self.moment.shown_count = frame.spike_count
        if frame.pulse_s is not None:
            self.moment.pulses = (frame.pulse_s,)
        self.still = False
        self._wave_s = 0.0
        self._swell = 0.0
        self._run = 0.0
        self._written_s = 0.0

    def update(
        self, places: MachinePlaces, frame: MachineFrame, elapsed_s: float
    ) -> None:
        elapsed_s = min(max(elapsed_s, 0.0), LONGEST_FRAME_S)
        moment = self.moment
        before = moment.frame
        moment.show(places, frame)
        moment.still_gulp = self.still and frame.gulp_s is not None
        self._write(frame, elapsed_s)
        self._turn_wheel(frame, elapsed_s)
        self._run_pulses(before, frame, elapsed_s)
        self._light(frame)
        if self.still:
            self._rest()
            return
        moves = not frame.is_time_held
        self._wave(frame, elapsed_s, moves=moves)
        if moves:
            self._run += RUN_PER_S * elapsed_s
            moment.run_px = round(self._run * places.detail)
        self._spray(frame, elapsed_s, moves=moves)

    def _rest(self) -> None:
        """Nothing moves that tells nothing."""
        moment = self.moment
        moment.wave = moment.swell = moment.run_px = 0
        for drops in (moment.splash, moment.spill, moment.bubbles):
            drops.clear()

    def _write(self, frame: MachineFrame, elapsed_s: float) -> None:
        """Numbers: exact while time is held, else as often as they can be read."""
        self._written_s += elapsed_s
        if frame.is_time_held or self._written_s >= WRITTEN_S:
            self.moment.leak_na, self._written_s = frame.leak_na, 0.0

    # --- wheel and water ----------------------------------------------------------

    def _turn_wheel(self, frame: MachineFrame, elapsed_s: float) -> None:
        """A hand turns it at once; HOLD spins it up, and it runs back."""
        moment = self.moment
        per_deg = 5.0 / (OPEN_DEG - SHUT_DEG)
        goal = max(frame.tap_na, frame.inflow_na) if frame.is_pushed else frame.tap_na
        way = goal - moment.tap_na
        if frame.held == "tap" or self.still:
            moment.tap_na = goal
        elif frame.is_pushed:
            most = PUSH_DEG_PER_S * per_deg * elapsed_s
            moment.tap_na += min(max(way, -most), most)
        else:
            eased = way * (1.0 - exp(-elapsed_s / WHEEL_S))
            most = RELEASE_DEG_PER_S * per_deg * elapsed_s
            moment.tap_na += min(max(eased, -most), most)
            if abs(goal - moment.tap_na) < per_deg / 2:
                moment.tap_na = goal

    def _wave(self, frame: MachineFrame, elapsed_s: float, *, moves: bool) -> None:
        goal = 0.0
        if moves and frame.level_mv > 0 and not frame.is_band:
            goal = 1.0 if frame.inflow_na > 0.02 or frame.sucks else 0.0
        settle_s = SWELL_RISES_S if goal > self._swell else SWELL_SETTLES_S
        way = goal - self._swell
        most = elapsed_s / settle_s
        self._swell += min(max(way, -most), most)
        moment = self.moment
        moment.swell = round(self._swell * SWELLS)
        if moment.swell:
            self._wave_s = (self._wave_s + elapsed_s) % WAVES_S
            moment.wave = int(self._wave_s / WAVES_S * PHASES) % PHASES

    # --- pulse and lamp -------------------------------------------------------------

    def _run_pulses(
        self, before: MachineFrame, frame: MachineFrame, elapsed_s: float
    ) -> None:
        """Let the pulses under way grow older; a younger age is a new one."""
        moment = self.moment
        ages = [age_s + elapsed_s for age_s in moment.pulses]
        newest = frame.pulse_s
        if newest is None or frame.is_band or frame.spike_count < before.spike_count:
            ages = []
        elif before.pulse_s is None or newest < before.pulse_s:
            ages.append(newest)
        elif ages:
            ages[-1] = newest
        last_s = ARRIVES_S + max(ON_S + FADE_S, STILL_ON_S + STILL_FADE_S)
        ages = [age_s for age_s in ages if age_s < last_s + LIT_S]
        moment.pulses = tuple(ages)
        waiting = sum(age_s < ARRIVES_S for age_s in ages)
        moment.shown_count = max(0, frame.spike_count - waiting)

    def _light(self, frame: MachineFrame) -> None:
        moment = self.moment
        if frame.is_band:
            share = min(max(frame.rate_share, 0.0), 1.0)
            moment.light, moment.pop = STEADY[0] + STEADY[1] * share, 0.0
            return
        on_s, fade_s = (STILL_ON_S, STILL_FADE_S) if self.still else (ON_S, FADE_S)
        since = [age_s - ARRIVES_S for age_s in moment.pulses]
        moment.light = max((_flash(s, on_s, fade_s) for s in since), default=0.0)
        pops = [1.0 - s / POP_S for s in since if 0.0 <= s < POP_S]
        moment.pop = 0.0 if self.still else max(pops, default=0.0)

    # --- drops ------------------------------------------------------------------------

    def _spray(self, frame: MachineFrame, elapsed_s: float, *, moves: bool) -> None:
        moment, places = self.moment, self.moment.places
        unit, inside, y = places.detail, places.inside, moment.level_y
        x = places.spout
        pours = moves and frame.inflow_na > 0.02 and not frame.is_refractory
        rate = min(40.0, 10.0 + 10.0 * frame.inflow_na) if pours else 0.0
        width = (7 + 7.5 * frame.inflow_na) * unit
        air = Rect(inside.left + 6, inside.top, inside.width - 12, y - inside.top + 1)
        moment.splash.update(elapsed_s, rate, Spring(
            (x, y - 2), width * 0.7, (110 * unit, -300 * unit), FALL * unit, air,
        ))  # fmt: skip
        deep = min(places.floor_y, y + round((40 + 24 * frame.inflow_na) * unit))
        water = Rect(inside.left, y + 6, inside.width, max(0, deep - y - 12))
        foams = rate if water.height > 8 and not frame.is_band else 0.0
        moment.bubbles.update(elapsed_s, foams * 0.5, Spring(
            (x, y + 8), width * 0.8, (16 * unit, 150 * unit), -120 * unit, water,
        ))  # fmt: skip
        leaks = moves and frame.leak_na >= LEAST_NA
        spill = min(30.0, 10.0 + 9.0 * frame.leak_na) if leaks else 0.0
        foot = landing(places, frame)
        tray = places.gutter.inflate(-8, 80 * unit)
        moment.spill.update(elapsed_s, spill, Spring(
            foot, 12 * unit, (95 * unit, -250 * unit), FALL * unit,
            Rect(tray.left, tray.top, tray.width, round(foot[1]) - tray.top),
        ))  # fmt: skip


def _flash(since_s: float, on_s: float, fade_s: float) -> float:
    """Brightness of the lamp after a pulse's arrival: on at once, off slowly."""
    if since_s < 0.0:
        return 0.0
    if since_s < on_s:
        return since_s / on_s
    left = 1.0 - (since_s - on_s) / fade_s
    return max(0.0, left) ** 2
