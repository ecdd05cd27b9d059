"""The heartbeat: told to a supervisor and to systemd after a frame that was shown.

It comes from the frame loop and never from a thread: a thread would go on beating
while the picture stands still.
"""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress

# The supervisor's end of a pipe, as the number of a file that was inherited.
HEARTBEAT_VARIABLE = "LIFGAME_HEARTBEAT_FD"
# How the game before this one ended, if it was not meant to.
CRASHED_VARIABLE = "LIFGAME_CRASHED"
BEAT_EVERY_S = 1.0


class Notifier:
    """Tells systemd how things are, where it wants to know (``sd_notify``)."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        place = environment.get("NOTIFY_SOCKET", "")
        # A name that begins with @ lies in no folder.
        self._place = f"\0{place[1:]}" if place.startswith("@") else place
        self._has_told = False

    @property
    def is_wanted(self) -> bool:
        return bool(self._place)

    def ready(self) -> None:
        """It runs; said once."""
        if not self._has_told:
            self._has_told = True
            self._say("READY=1")

    def alive(self) -> None:
        """It still runs: keeps systemd's watchdog quiet."""
        self._say("WATCHDOG=1")

    def stopping(self) -> None:
        self._say("STOPPING=1")

    def _say(self, words: str) -> None:
        if not self._place:
            return
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as to:
            to.setblocking(False)
            to.sendto(words.encode("ascii"), self._place)


class Heart:
    """Beats once a second, as long as frames are shown.

    Attributes:
        is_alone: Whether the supervisor has gone without a word.
    """

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        environment = os.environ if environment is None else environment
        self._notifier = Notifier(environment)
        self._pipe = _pipe(environment.get(HEARTBEAT_VARIABLE, ""))
        self._wait_s = 0.0
        self.is_alone = False

    def beat(self, elapsed_s: float) -> None:
        """A frame has been shown.

        Args:
            elapsed_s: Real seconds since the last call.
        """
        self._wait_s -= max(elapsed_s, 0.0)
        if self._wait_s > 0.0:
            return
        self._wait_s = BEAT_EVERY_S
        self._notifier.ready()
        self._notifier.alive()
        if self._pipe is None:
            return
        try:
            os.write(self._pipe, b".")
        except BlockingIOError:
            # Full: the supervisor is stopped, and will find enough beats.
            return
        except OSError:
            self.is_alone, self._pipe = True, None

    def stop(self) -> None:
        """It ends, as it was asked to."""
        self._notifier.stopping()


def _pipe(number: str) -> int | None:
    if not number.isascii() or not number.isdigit():
        return None
    with suppress(OSError):
        os.set_blocking(int(number), False)
        # Nobody whom this process starts may keep the pipe open.
        os.set_inheritable(int(number), False)
        return int(number)
    return None
