"""What the system asks for: to end, or to read the configuration again."""

import os
import signal
from types import FrameType

STOP = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
REREAD = "SIGHUP"
# A shell's code of a process that a signal ended is this plus its number.
BY_SIGNAL = 128


class Signals:
    """Remembers what was asked for; a handler does nothing else.

    The flags are our own: SDL's QUIT event is lost while its queue is full.

    Args:
        rereads: Whether SIGHUP asks to read the configuration again; else it ends.

    Attributes:
        stop: The signal that asked to end, or None.
    """

    def __init__(self, *, rereads: bool = False) -> None:
        self.stop: int | None = None
        self._wants_reread = False
        for name in STOP:
            number = getattr(signal, name, None)
            if number is not None:
                is_reread = rereads and name == REREAD
                signal.signal(number, self._reread if is_reread else self._stop)

    def takes_reread(self) -> bool:
        """Whether the configuration is to be read again; asked once it is forgotten."""
        wanted, self._wants_reread = self._wants_reread, False
        return wanted

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        if self.stop is not None:
            # Asked twice: whoever asks means now.
            os._exit(BY_SIGNAL + number)
        self.stop = number

    def _reread(self, _number: int, _frame: FrameType | None) -> None:
        self._wants_reread = True
