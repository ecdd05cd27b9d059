"""How the system and Ctrl+C stop the program."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from lifgame.app.exits import BY_SIGNAL

STOPS = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if hasattr(signal, name)
)


class Stopped(BaseException):
    """The system or Ctrl+C has asked us to stop: not to be caught by mistake."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = BY_SIGNAL + number


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
