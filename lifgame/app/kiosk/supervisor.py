"""Runs the game as a child, and starts it again when it crashed, hung or was killed.

It opens no window and touches no device: there is little in it that could fail. Where
there is is no pipe to inherit (Windows), a hang is not noticed; all else is.
"""

import logging
import os
import select
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType

from lifgame.app import exits
from lifgame.app.frozen import own_program
from lifgame.app.kiosk.heart import CRASHED_VARIABLE, HEARTBEAT_VARIABLE, Notifier
from lifgame.app.kiosk.patience import Backoff, Patience, Watch

HAS_PIPES = os.name == "posix"
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
# Of a shell: a process that a signal ended has this code plus its number.
BY_SIGNAL = 128
USUAL = Patience()
_LOG = logging.getLogger(__name__)


def game_command(words: Sequence[str]) -> list[str]:
    """The command that plays, with the words of its command line."""
    return [*own_program(), *words]


class _Stop:
    """Remembers that the system has asked the supervisor to stop."""

    def __init__(self) -> None:
        self.received: int | None = None
        for name in SIGNALS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._receive)

    def _receive(self, number: int, _frame: FrameType | None) -> None:
        self.received = number


class _Child:
    """One running game, and the pipe on which its heart is heard."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self._pipe: int | None = None
        theirs: int | None = None
        if HAS_PIPES:
            self._pipe, theirs = os.pipe()
        keep: tuple[int, ...] = ()
        if theirs is not None:
            environment = environment | {HEARTBEAT_VARIABLE: str(theirs)}
            keep = (theirs,)
        try:
            self.process = subprocess.Popen(
                command, env=environment, pass_fds=keep, stdin=subprocess.DEVNULL
            )
        except OSError:
            self.forget()
            raise
        finally:
            if theirs is not None:
                os.close(theirs)

    def look(self, look_s: float) -> bool:
        """Wait a moment; whether the heart has beaten meanwhile."""
        if self._pipe is None:
            self.end_within(look_s)
            return True
        if not select.select([self._pipe], [], [], look_s)[0]:
            return False
        if os.read(self._pipe, 4096):
            return True
        # The pipe has ended, and so has the game, or soon will.
        self.end_within(look_s)
        return False

    def end_within(self, seconds: float) -> bool:
        """Wait for it to end by itself."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(seconds)
            return True
        return False

    def stop(self, patience: Patience) -> None:
        """Ask it to end, and end it if it does not."""
        if self.process.poll() is None:
            self.process.terminate()
            if not self.end_within(patience.stop_s):
                _LOG.warning("the game did not end when asked, and was killed")
                self.process.kill()
                self.process.wait()

    def kill_hung(self, patience: Patience) -> None:
        """Have its stacks written, then end it."""
        if HAS_PIPES:
            # ``faulthandler`` answers with the stacks of all threads.
            self.process.send_signal(signal.SIGABRT)
            self.end_within(patience.stacks_s)
        self.process.kill()
        self.process.wait()

    def forget(self) -> None:
        if self._pipe is not None:
            os.close(self._pipe)
            self._pipe = None


class Supervisor:
    """Keeps a game running until it is meant to be over.

    Args:
        command: The game's command.
        patience: How long it waits for what.
    """

    def __init__(self, command: Sequence[str], patience: Patience = USUAL) -> None:
        self._command = list(command)
        self._patience = patience
        self._backoff = Backoff(patience)
        self._environment = dict(os.environ)
        self._notifier = Notifier(self._environment)
        # To systemd it is the supervisor that must be alive; it looks after the game.
        self._environment.pop("NOTIFY_SOCKET", None)
        self._crashed = ""

    def run(self) -> int:
        """Run until the game is over or the system asks to stop.

        Returns:
            The exit code: the game's own if it was meant to be over.
        """
        self._stop = _Stop()
        while True:
            code, lived_s = self._run_once()
            if self._stop.received is not None:
                self._notifier.stopping()
                is_key = self._stop.received == signal.SIGINT
                return exits.INTERRUPTED if is_key else exits.OK
            if code in exits.FINAL:
                return code
            self._wait(code, lived_s)

    def _run_once(self) -> tuple[int, float]:
        """One game from its start to its end: its exit code, and how long it lived."""
        watch = Watch(self._patience)
        try:
            environment = self._environment | {CRASHED_VARIABLE: self._crashed}
            child = _Child(self._command, environment)
        except OSError as error:
            _LOG.error("the game cannot be started: %s", error)
            return exits.INTERNAL, 0.0
        try:
            self._follow(child, watch)
        finally:
            child.stop(self._patience)
            child.forget()
        code = child.process.returncode
        return (code if code >= 0 else BY_SIGNAL - code), watch.lived_s

    def _follow(self, child: _Child, watch: Watch) -> None:
        """Until it ends, hangs, or the supervisor is asked to stop."""
        looked_s = time.monotonic()
        while child.process.poll() is None and self._stop.received is None:
            has_beaten = child.look(self._patience.look_s)
            now_s = time.monotonic()
            elapsed_s, looked_s = now_s - looked_s, now_s
            if watch.has_shown:
                self._notifier.ready()
            self._notifier.alive()
            if watch.is_hung(has_beaten, elapsed_s):
                _LOG.error("no frame for too long: the game hangs and is killed")
                child.kill_hung(self._patience)

    def _wait(self, code: int, lived_s: float) -> None:
        """Say what happened, and wait for the next start."""
        self._crashed = str(code)
        wait_s = self._backoff.wait_s(lived_s)
        _LOG.error(
            "the game ended with %d after %.0f s; it starts again in %g s",
            code,
            lived_s,
            wait_s,
        )
        if self._backoff.is_loop:
            _LOG.error(
                "a crash loop: %d quick ends one after the other; "
                "it is tried again every %g s",
                self._backoff.quick_ends,
                self._patience.longest_wait_s,
            )
        until_s = time.monotonic() + wait_s
        while self._stop.received is None and time.monotonic() < until_s:
            self._notifier.alive()
            time.sleep(min(self._patience.look_s, max(until_s - time.monotonic(), 0)))


def supervise(words: Sequence[str]) -> int:
    """``lifgame --supervise``: play under a supervisor with the given words."""
    from lifgame.app.kiosk.logbook import Logbook  # noqa: PLC0415

    logbook = Logbook(name="supervisor.log")
    try:
        return Supervisor(game_command(words)).run()
    finally:
        logbook.close()
