"""What was commanded, and at which tick: enough to play a session again.

A tick and a command are all there is to a session: no frame, no clock. A log replayed
from the same start gives the same spikes and the same voltage, bit for bit.
"""

import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from lifgame.session import commands as c

# Some two hours of a visitor who never stops; then the oldest are forgotten.
MOST_ENTRIES = 100_000
_COMMANDS = {kind.__name__: kind for kind in c.SESSION_COMMANDS}


@dataclass(frozen=True, slots=True)
class Entry:
    """A command, and the number of ticks that had been made when it came."""

    tick: int
    command: c.SessionCommand


class CommandLog:
    """The newest commands of a session.

    Attributes:
        is_whole: Whether it still holds everything since the session began.
    """

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=MOST_ENTRIES)
        self.is_whole = True

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def note(self, tick: int, command: c.SessionCommand) -> None:
        self.is_whole &= len(self._entries) < MOST_ENTRIES
        self._entries.append(Entry(tick, command))


def to_lines(entries: Iterable[Entry]) -> list[str]:
    """A log as text, one JSON object a line."""
    return [
        json.dumps(
            {"tick": e.tick, "do": type(e.command).__name__, **asdict(e.command)},
            default=str,
        )
        for e in entries
    ]


def from_lines(lines: Iterable[str]) -> list[Entry]:
    """A log from text.

    Raises:
        ValueError: If a line is no entry, naming the line.
    """
    entries: list[Entry] = []
    for number, line in enumerate(lines, start=1):
        try:
            fields: dict[str, Any] = json.loads(line)
            tick, kind = int(fields.pop("tick")), _COMMANDS[fields.pop("do")]
            if fields.get("speed") is not None:
                fields["speed"] = Fraction(fields["speed"])
            entries.append(Entry(tick, kind(**fields)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"line {number} is no entry of a log: {line!r}") from error
    return entries
