"""Reads the sentence under the bucket aloud, with a command such as ``espeak-ng``."""

import contextlib
import logging
import os
import shlex
import signal
import subprocess
from collections.abc import Sequence

# From the start of one sentence to the start of the next.
GAP_S = 4.0
# A command that still runs after this has got stuck.
LONGEST_S = 60.0
STOP_S = 0.3
LONGEST_TEXT = 300

_LOG = logging.getLogger(__name__)


class Speaker:
    """Runs a command once for each new sentence, one at a time and not too often.

    A sentence that is being read is read to its end. Of those that come meanwhile
    only the last one is kept. A command that is missing or fails is warned of once
    and not used again.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = list(command)
        self._process: subprocess.Popen[bytes] | None = None
        self._said = ""
        self._since_start_s = GAP_S

    @property
    def is_available(self) -> bool:
        """Whether there is a command that has not failed."""
        return bool(self._command)

    def say(self, text: str, elapsed_s: float) -> None:
        """Take the present sentence; to be called in every frame.

        Args:
            text: The sentence; empty for none, as when the sound is off.
            elapsed_s: Real time of this frame.
        """
        if not self._command:
            return
        self._since_start_s += max(elapsed_s, 0.0)
        self._look_after()
        is_free = self._process is None and self._since_start_s >= GAP_S
        spoken = speakable(text)
        if is_free and self._command and spoken and spoken != self._said:
            self._start(spoken)

    def stop(self) -> None:
        """Fall silent at once, and for good."""
        self._command = []
        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return
        _signal(process, signal.SIGTERM)
        try:
            process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            _kill(process)

    def _start(self, spoken: str) -> None:
        self._said = spoken
        self._since_start_s = 0.0
        try:
            self._process = subprocess.Popen(
                [*self._command, spoken],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                # A group of its own: what the command has started ends with it.
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            self._give_up(str(error))

    def _look_after(self) -> None:
        """Take notice of a command that has ended, and end one that does not."""
        process = self._process
        if process is None:
            return
        code = process.poll()
        if code is None and self._since_start_s > LONGEST_S:
            _kill(process)
            self._process = None
            self._give_up(f"does not end within {LONGEST_S:g} s")
        elif code is not None:
            self._process = None
            if code != 0:
                self._give_up(f"ended with code {code}")

    def _give_up(self, reason: str) -> None:
        _LOG.warning("nothing is spoken: %s: %s", shlex.join(self._command), reason)
        self._command = []


def speakable(text: str) -> str:
    """A sentence without what is only for the eye, safe as an argument.

    Underscores, which start a subscript on the screen, become spaces; a hyphen in
    front would be taken for an option.
    """
    clean = text.encode("utf-8", "ignore").decode("utf-8").replace("_", " ")
    words = "".join(letter if letter.isprintable() else " " for letter in clean)
    return " ".join(words.split()).lstrip("- ")[:LONGEST_TEXT]


def _signal(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, number)
        else:
            process.terminate()


def _kill(process: subprocess.Popen[bytes]) -> None:
    _signal(process, getattr(signal, "SIGKILL", signal.SIGTERM))
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(STOP_S)
