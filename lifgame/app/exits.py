"""Exit codes, the errors that carry them, and how the program is stopped."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

# After sysexits.h.
OK = 0
USAGE = 2
NO_DISPLAY = 69
INTERNAL = 70
CANNOT_WRITE = 74
WRONG_CONFIG = 78
INTERRUPTED = 130
# What is added to a signal's number, as shells do.
BY_SIGNAL = 128

STOPS = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if hasattr(signal, name)
)


class ExitError(Exception):
    """Something that ends the program with one line, or a few, and a code.

    Attributes:
        code: The exit code.
        prog: Who says so, such as ``lifgame simulate``.
    """

    def __init__(self, code: int, message: str, prog: str = "lifgame") -> None:
        super().__init__(message)
        self.code = code
        self.prog = prog


class Stopped(BaseException):
    """The system or Ctrl+C has asked us to stop: not to be caught by mistake."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = BY_SIGNAL + number


def complain(sentence: str, prog: str = "lifgame") -> None:
    """Write a line to standard error, if there is one that takes it."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"{prog}: {sentence}\n")
        sys.stderr.flush()


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise ``Stopped`` where the program is when it is asked to stop.

    A signal that whoever started us wants ignored, as ``nohup`` does, stays so.
    """
    before = {number: signal.getsignal(number) for number in STOPS}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            if handler is not None:
                signal.signal(number, handler)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    # Once is enough: what is done at the end is not to be stopped again.
    for other in STOPS:
        signal.signal(other, signal.SIG_IGN)
    raise Stopped(number)
