"""When a museum is open: words such as ``tue-sun 10:00-18:00``, read and asked.

It knows no clock and no date: a day of the week and a minute of the day are handed in,
as the clock on the wall shows them. Summer time needs no rule that way.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAILY = "daily"
DAY_MIN = 24 * 60
FORM = 'such as "tue-fri 10:00-18:00", "sat,sun 10:00-20:00" or "daily 9:00-17:00"'

_LINE = re.compile(r"(\S+) +(\d{1,2}):(\d{2}) *[-–] *(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class Span:
    """One piece of one day of the week.

    Attributes:
        day: 0 is Monday.
        from_min: Its first minute, counted from midnight.
        to_min: The first minute after it; past midnight it is more than a day.
    """

    day: int
    from_min: int
    to_min: int

    def holds(self, day: int, minute: int) -> bool:
        """Whether a minute of a day falls into it, also from the night before."""
        days_since = (day - self.day) % len(DAYS)
        return self.from_min <= days_since * DAY_MIN + minute < self.to_min


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """All spans of a week; none at all means that it is always open."""

    spans: tuple[Span, ...] = ()

    def is_open(self, day: int, minute: int) -> bool:
        """Whether it is open.

        Args:
            day: Day of the week; 0 is Monday.
            minute: Minute of the day, 0 to 1439.
        """
        return not self.spans or any(span.holds(day, minute) for span in self.spans)


ALWAYS = OpeningHours()


def opening_hours(lines: Iterable[str]) -> OpeningHours:
    """Read opening hours, one line for each days-and-times.

    Raises:
        ValueError: If a line has another form, or names a day or time that is none.
    """
    return OpeningHours(tuple(span for line in lines for span in _spans(line)))


def _spans(line: str) -> list[Span]:
    found = _LINE.fullmatch(line.strip().lower())
    if not found:
        raise ValueError(f"opening hours {line!r} are not of the form {FORM}")
    start, end = (_minute(line, *found.group(n, n + 1)) for n in (2, 4))
    if start == end:
        raise ValueError(f"opening hours {line!r} begin and end at the same minute")
    # What ends before it begins ends on the next day.
    end += DAY_MIN if end < start else 0
    return [Span(day, start, end) for day in _days(line, found[1])]


def _minute(line: str, hour: str, minute: str) -> int:
    at = int(hour) * 60 + int(minute)
    if int(minute) > 59 or at > DAY_MIN:
        raise ValueError(f"opening hours {line!r}: {hour}:{minute} is no time of a day")
    return at


def _days(line: str, words: str) -> list[int]:
    """Days named singly, from one to another (around the week's end), or all."""
    if words == DAILY:
        return list(range(len(DAYS)))
    days: list[int] = []
    for part in words.split(","):
        ends = part.replace("–", "-").split("-")
        if len(ends) > 2 or any(name not in DAYS for name in ends):
            known = ", ".join((*DAYS, DAILY))
            raise ValueError(f"opening hours {line!r}: {part!r} is no day; {known}")
        first, last = DAYS.index(ends[0]), DAYS.index(ends[-1])
        length = (last - first) % len(DAYS)
        days += [(first + n) % len(DAYS) for n in range(length + 1)]
    return days
