"""A thread of its own that asks the mixer, so that nobody else ever waits for it."""

import logging
import queue
import threading
from collections.abc import Callable

from lifgame.app.sound.mixer import Mixer
from lifgame.app.sound.plan import Cue

# A frame orders one cue: when so many wait, for half a second, the device is stuck.
MOST_WAITING = 30
# What comes later than this many frames is better not heard at all.
MOST_LATE = 4

OPEN, CLOSE, STOP = "open", "close", "stop"

_LOG = logging.getLogger(__name__)


class Worker:
    """Carries out orders one after the other, and survives whatever a mixer does.

    Attributes:
        is_open: Whether the device plays.
        done: How many orders are carried out, failed ones too.
    """

    def __init__(self, mixer: Mixer, fail: Callable[[BaseException], None]) -> None:
        """Begin to wait for orders.

        Args:
            mixer: Nobody else may ask it anything from now on.
            fail: Told what a call has raised, on the worker's thread.
        """
        self.is_open = False
        self.done = 0
        self._mixer = mixer
        self._fail = fail
        self._is_given_up = False
        self._orders: queue.Queue[Cue | str] = queue.Queue(MOST_WAITING)
        self._taken = 0
        self._thread = threading.Thread(
            target=self._work, name="lifgame-sound", daemon=True
        )
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """Whether its thread still runs, or waits in a call without end."""
        return self._thread.is_alive()

    @property
    def is_behind(self) -> bool:
        """Whether so many orders wait that the device must be stuck."""
        return self._orders.full()

    @property
    def is_busy(self) -> bool:
        """Whether an order is not carried out yet."""
        return self.done < self._taken

    def order(self, order: Cue | str) -> bool:
        """Hand it an order; False if too many wait already."""
        try:
            self._orders.put_nowait(order)
        except queue.Full:
            return False
        self._taken += 1
        return True

    def give_up(self) -> None:
        """Let it end by itself as soon as the call that holds it comes back."""
        self.is_open = False
        self._is_given_up = True

    def join(self, timeout_s: float) -> bool:
        """Wait for its end; False if it does not come in time."""
        self._thread.join(timeout_s)
        return not self.is_alive

    def settle(self) -> None:
        """Wait until everything ordered so far is carried out."""
        self._orders.join()

    def _work(self) -> None:
        order: Cue | str = ""
        while order != STOP and not self._is_given_up:
            order = self._orders.get()
            try:
                self._carry_out(order)
            # What asks for an end would end only this thread, and nobody would know.
            except BaseException as error:
                self._fall_silent(error)
            finally:
                self.done += 1
                self._orders.task_done()
        if self._is_given_up:
            self._close()

    def _carry_out(self, order: Cue | str) -> None:
        if isinstance(order, Cue):
            if self._orders.qsize() > MOST_LATE:
                order = Cue(loops=order.loops)
            if self.is_open:
                self._mixer.play(order)
        elif order == OPEN:
            if not self.is_open:
                self._mixer.open()
                self.is_open = not self._is_given_up
        elif order == CLOSE:
            self.is_open = False
            self._mixer.close()
        else:
            self.is_open = False
            self._close()

    def _fall_silent(self, error: BaseException) -> None:
        self.is_open = False
        if not self._is_given_up:
            self._fail(error)
            self._close()

    def _close(self) -> None:
        try:
            self._mixer.close()
        except BaseException as error:
            _LOG.info("the sound device does not close: %s", error)
