"""The loudspeaker: plays the cues, and never holds up or ends the program.

Every call of the mixer is made on a thread of its own. A sound server that hangs
makes ``play`` or ``quit`` wait without end (pygame-ce issue 3819); then that thread
waits, and the frames go on in silence: pygame lets other threads run meanwhile. It
does not do so in ``mixer.init``, so ``PygameMixer`` tries the device elsewhere first.
"""

import logging
import queue
import threading

import pygame

from lifgame.app.sound.mixer import Mixer, PygameMixer
from lifgame.app.sound.plan import SILENCE, Cue, Heard, SoundPlan, positive

# Tries to open the device, in seconds after the first.
TRIES_S = (0.0, 10.0, 60.0)
# A device that comes and goes all the time is not asked more often than this.
TRY_GAP_S = 10.0
# A frame orders one cue: when so many wait, for half a second, the device is stuck.
MOST_WAITING = 30
# What comes later than this many frames is better not heard at all.
MOST_LATE = 4
STOP_S = 1.0

_LOG = logging.getLogger(__name__)


class SoundPlayer:
    """Plays what a frame holds. No method raises because of a device, or waits.

    Only ``stop`` waits, and not longer than it is told.
    """

    def __init__(
        self, enabled: bool, volume: float, mixer: Mixer | None = None
    ) -> None:
        self._enabled = enabled
        self._volume = min(positive(volume), 1.0)
        self._is_muted = False
        self._mixer = mixer or PygameMixer()
        self._plan = SoundPlan()
        self._now_s = 0.0
        self._tries_s: list[float] = []
        self._last_try_s: float | None = None
        self._is_open = False
        self._was_open = False
        self._has_complained = False
        self._orders: queue.Queue[Cue | str] = queue.Queue(MOST_WAITING)
        self._thread: threading.Thread | None = None

    @property
    def is_available(self) -> bool:
        """Whether there is a device that plays; if not, show the crossed speaker."""
        return self._is_open and not self._orders.full()

    def start(self) -> None:
        """Begin to look for a device; ``update`` tries again later by itself."""
        if not self._enabled or self._thread is not None:
            return
        self._thread = threading.Thread(
            target=self._work, name="lifgame-sound", daemon=True
        )
        self._thread.start()
        self._plan_tries()
        self._try_if_due()

    def update(self, heard: Heard) -> None:
        """Play what is in a frame; to be called in every frame."""
        cue = self._plan.update(heard)
        if self._thread is None:
            return
        self._now_s += positive(heard.elapsed_s)
        if self._was_open and not self._is_open:
            self._plan_tries()
        self._was_open = self._is_open
        self._try_if_due()
        if self._is_open:
            self._order(self._at_volume(cue))

    def set_volume(self, volume: float) -> None:
        """Set the loudness of everything, 0 to 1."""
        self._volume = min(positive(volume), 1.0)

    def set_muted(self, muted: bool) -> None:
        """Silence everything from the next frame on, or end the silence.

        Who wants to hear again gets another look for a device, if there is none.
        """
        if self._is_muted and not muted and not self._is_open:
            self._plan_tries()
        self._is_muted = muted

    def device_event(self, event_type: int) -> None:
        """React to AUDIODEVICEREMOVED and AUDIODEVICEADDED; others change nothing.

        SDL does not move on to another device by itself: close, then open anew.
        Opening makes SDL announce the devices that were always there; those are
        not news to a player that plays, and come too soon for one that failed.
        """
        if self._thread is None:
            return
        if event_type == pygame.AUDIODEVICEREMOVED and self._is_open:
            self._was_open = self._is_open = False
            self._order("close")
            self._plan_tries()
        elif event_type == pygame.AUDIODEVICEADDED and not self._is_open:
            self._plan_tries()

    def stop(self, timeout_s: float = STOP_S) -> bool:
        """Fall silent and close the device.

        Returns:
            False if the device hangs. Then a normal exit would hang too, as pygame
            closes the mixer again at exit: leave with ``os._exit``.
        """
        if self._thread is None:
            return True
        thread, self._thread = self._thread, None
        self._tries_s.clear()
        if not self._order("stop"):
            return False
        thread.join(timeout_s)
        return not thread.is_alive()

    # --- on the frame's side ------------------------------------------------

    def _plan_tries(self) -> None:
        first_s = self._now_s
        if self._last_try_s is not None:
            first_s = max(first_s, self._last_try_s + TRY_GAP_S)
        self._tries_s = [first_s + after_s for after_s in TRIES_S]

    def _try_if_due(self) -> None:
        if self._is_open:
            self._tries_s.clear()
        if not self._tries_s or self._now_s < self._tries_s[0]:
            return
        self._tries_s.pop(0)
        if self._order("open"):
            self._last_try_s = self._now_s

    def _at_volume(self, cue: Cue) -> Cue:
        volume = 0.0 if self._is_muted else self._volume
        if volume == 0.0:
            return SILENCE
        once = tuple((name, share * volume) for name, share in cue.once)
        return Cue(once, {name: share * volume for name, share in cue.loops.items()})

    def _order(self, order: Cue | str) -> bool:
        try:
            self._orders.put_nowait(order)
        except queue.Full:
            return False
        return True

    # --- on the thread's side -----------------------------------------------

    def _work(self) -> None:
        order: Cue | str = ""
        while order != "stop":
            order = self._orders.get()
            try:
                self._carry_out(order)
            except Exception as error:  # a museum's evening is worth more than a click
                self._fail(error)
            finally:
                self._orders.task_done()

    def _carry_out(self, order: Cue | str) -> None:
        if isinstance(order, Cue):
            if self._orders.qsize() > MOST_LATE:
                order = Cue(loops=order.loops)
            if self._is_open:
                self._mixer.play(order)
        elif order == "open":
            if not self._is_open:
                self._mixer.open()
                self._is_open = True
        else:
            self._is_open = False
            self._mixer.close()

    def _fail(self, error: Exception) -> None:
        self._is_open = False
        level = logging.INFO if self._has_complained else logging.WARNING
        self._has_complained = True
        _LOG.log(level, "no sound: %s", error)
        try:
            self._mixer.close()
        except Exception as second:
            _LOG.info("the sound device does not close: %s", second)
