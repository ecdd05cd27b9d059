"""What goes wrong in one part stays in that part: it is left out, the rest plays on.

A part is a painter, a widget, a sound, a scene, by name. One that raises is left out
for a while and then tried again, ever more seldom. When too many different parts have
failed in a short time, the program is no longer itself and had better start anew.
"""

import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from lifgame.content.texts import Texts

T = TypeVar("T")

# Three different parts within a minute: start anew.
MOST_PARTS = 3
WITHIN_S = 60.0
# A part that failed is tried again after this, then after twice as long, and so on.
FIRST_REST_S = 1.0
LONGEST_REST_S = 60.0
_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Fault:
    """What went wrong in one part.

    Attributes:
        part: Its name, such as ``painter scope``.
        error: The last error in one line, for the operator.
        count: How often it has failed.
        until_s: Until when it is left out.
    """

    part: str
    error: str = ""
    count: int = 0
    until_s: float = 0.0

    def words(self, texts: Texts) -> str:
        """What the operator is told; visitors only hear that something rests."""
        count = texts.number(self.count, 0)
        return texts("missing.fault", part=self.part, error=self.error, count=count)


class Containment:
    """All parts that have failed.

    Attributes:
        faults: What went wrong, by part.
    """

    def __init__(self) -> None:
        self.faults: dict[str, Fault] = {}
        self._now_s = 0.0
        self._recent: dict[str, float] = {}

    def update(self, elapsed_s: float) -> None:
        """Let real time pass."""
        self._now_s += max(elapsed_s, 0.0)

    def is_out(self, part: str) -> bool:
        """Whether a part is left out now."""
        fault = self.faults.get(part)
        return fault is not None and self._now_s < fault.until_s

    @property
    def left_out(self) -> tuple[Fault, ...]:
        """All that is left out now, for the operator."""
        return tuple(f for f in self.faults.values() if self._now_s < f.until_s)

    @property
    def is_beyond(self) -> bool:
        """Whether so much has failed that the program should start anew."""
        recent = [at for at in self._recent.values() if self._now_s - at <= WITHIN_S]
        return len(recent) >= MOST_PARTS

    def run(self, part: str, do: Callable[[], T], fallback: Callable[[], T]) -> T:
        """Do something in a part's name; if it fails or is left out, something else.

        Args:
            part: The part's name.
            do: What it does.
            fallback: What is done instead; it must not fail.
        """
        if self.is_out(part):
            return fallback()
        try:
            return do()
        except Exception as error:  # whatever it is, the rest plays on
            self.note(part, error)
        return fallback()

    @contextmanager
    def guard(self, part: str) -> Iterator[bool]:
        """The same for a block: what it raises is noted, and goes no further.

        The block is given whether the part is in use; one that is left out should
        do nothing.
        """
        try:
            yield not self.is_out(part)
        except Exception as error:  # whatever it is, the rest plays on
            self.note(part, error)

    def note(self, part: str, error: Exception) -> None:
        """A part has failed: it rests, and the first time the log tells the stack."""
        fault = self.faults.setdefault(part, Fault(part))
        rest_s = min(FIRST_REST_S * 2.0 ** min(fault.count, 30), LONGEST_REST_S)
        words = traceback.format_exception_only(error)[-1].strip()
        is_news = words != fault.error
        fault.count, fault.error = fault.count + 1, words
        fault.until_s = self._now_s + rest_s
        self._recent[part] = self._now_s
        if is_news:
            _LOG.error("%s is left out: %s", part, words, exc_info=error)
        else:
            _LOG.error("%s is left out again: %s", part, words)

    def forget(self) -> None:
        """All parts may be tried again at once, as after a resize; counts stay."""
        for fault in self.faults.values():
            fault.until_s = self._now_s
