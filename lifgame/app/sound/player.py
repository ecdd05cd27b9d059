"""The loudspeaker: plays the cues, and never holds up or ends the program.

Every call of the mixer is made on a worker's thread. A sound server that hangs makes
such a call wait without end (pygame-ce issue 3819); then that thread waits, the frames
go on in silence, and another worker tries in its place.
"""

import logging
from collections.abc import Callable

import pygame

from lifgame.app.sound.mixer import Mixer, SdlMixer, SoundError
from lifgame.app.sound.plan import SILENCE, Cue, Heard, SoundPlan, positive
from lifgame.app.sound.worker import CLOSE, OPEN, STOP, Worker

# A sound server that starts late is heard by the second try; a try that fails costs
# some milliseconds of processor time on the worker's thread.
TRY_EVERY_S = 4.0
# A call that takes this long will not come back.
STUCK_S = 5.0
# So many threads may wait in calls without end; then nobody tries any more.
MOST_STUCK = 3
# For so long after the start nobody knows yet that there is no device.
HOPE_S = 1.0
STOP_S = 1.0
MOST_REASONS = 8

_LOG = logging.getLogger(__name__)


class SoundPlayer:
    """Plays what a frame holds. No method raises because of a device, or waits.

    Only ``stop`` waits, and not longer than it is told.
    """

    def __init__(
        self, enabled: bool, volume: float, make_mixer: Callable[[], Mixer] = SdlMixer
    ) -> None:
        self._enabled = enabled
        self._volume = min(positive(volume), 1.0)
        self._is_muted = False
        self._make_mixer = make_mixer
        self._plan = SoundPlan()
        self._now_s = 0.0
        self._next_try_s = 0.0
        self._worker: Worker | None = None
        self._stuck: list[Worker] = []
        self._done = 0
        self._waited_s = 0.0
        self._told: set[str] = set()

    @property
    def is_available(self) -> bool:
        """Whether there is a device that plays; if not, show the crossed speaker."""
        worker = self._worker
        if worker is None or worker.is_behind:
            return False
        is_first_try = worker.done == 0 and self._now_s < HOPE_S
        return worker.is_open or is_first_try

    def start(self) -> None:
        """Begin to look for a device; ``update`` tries again later by itself."""
        if self._enabled and self._worker is None:
            self._worker = Worker(self._make_mixer(), self._fail)
            self._try_if_due(self._worker)

    def update(self, heard: Heard) -> None:
        """Play what is in a frame; to be called in every frame."""
        cue = self._plan.update(heard)
        if self._worker is None:
            return
        elapsed_s = positive(heard.elapsed_s)
        self._now_s += elapsed_s
        worker = self._look_after(self._worker, elapsed_s)
        self._try_if_due(worker)
        if worker.is_open:
            worker.order(self._at_volume(cue))

    def set_volume(self, volume: float) -> None:
        """Set the loudness of everything, 0 to 1."""
        self._volume = min(positive(volume), 1.0)

    def set_muted(self, muted: bool) -> None:
        """Silence everything from the next frame on, or end the silence."""
        self._is_muted = muted

    def device_event(self, event_type: int) -> None:
        """React to AUDIODEVICEREMOVED; others change nothing.

        SDL does not move on to another device by itself: close, then open anew.
        """
        is_gone = event_type == pygame.AUDIODEVICEREMOVED
        if is_gone and self._worker is not None and self._worker.is_open:
            self._worker.order(CLOSE)

    def stop(self, timeout_s: float = STOP_S) -> bool:
        """Fall silent and close the device.

        Returns:
            False if the device hangs. Then a normal exit may hang too, in what SDL
            does at its end: leave with ``os._exit``.
        """
        worker, self._worker = self._worker, None
        is_ended = worker is None or (worker.order(STOP) and worker.join(timeout_s))
        return is_ended and not any(other.is_alive for other in self._stuck)

    def _try_if_due(self, worker: Worker) -> None:
        if worker.is_open or worker.is_busy or self._now_s < self._next_try_s:
            return
        self._next_try_s = self._now_s + TRY_EVERY_S
        worker.order(OPEN)

    def _look_after(self, worker: Worker, elapsed_s: float) -> Worker:
        """The worker that is to be asked; another one if this has got stuck."""
        if any(not other.is_alive for other in self._stuck):
            self._stuck = [other for other in self._stuck if other.is_alive]
            # Its mixer has closed, late, and taken the sounds of this one with it.
            worker.order(CLOSE)
        if worker.done != self._done or not worker.is_busy:
            self._done, self._waited_s = worker.done, 0.0
            return worker
        # A long frame is no proof: after a suspended hour it comes first.
        self._waited_s += min(elapsed_s, 1.0)
        if self._waited_s < STUCK_S or len(self._stuck) >= MOST_STUCK:
            return worker
        self._tell(f"the device has not answered for {STUCK_S:g} s")
        worker.give_up()
        self._stuck.append(worker)
        self._worker = Worker(self._make_mixer(), self._fail)
        self._done, self._waited_s = 0, 0.0
        return self._worker

    def _at_volume(self, cue: Cue) -> Cue:
        volume = 0.0 if self._is_muted else self._volume
        if volume == 0.0:
            return SILENCE
        once = tuple((name, share * volume) for name, share in cue.once)
        return Cue(once, {name: share * volume for name, share in cue.loops.items()})

    def _fail(self, error: BaseException) -> None:
        is_plain = isinstance(error, SoundError | pygame.error)
        self._tell(str(error) if is_plain else f"{type(error).__name__} {error}")

    def _tell(self, reason: str) -> None:
        """Warn of every reason once: it may come again all day."""
        is_new = reason not in self._told and len(self._told) < MOST_REASONS
        self._told |= {reason} if is_new else set()
        level = logging.WARNING if is_new else logging.INFO
        _LOG.log(level, "no sound: %s; trying again", reason.strip())
