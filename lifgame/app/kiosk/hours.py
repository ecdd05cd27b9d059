"""The clock on the wall, asked for one thing only: whether the museum is open."""

import time
from collections.abc import Callable

from lifgame.content.opening_hours import OpeningHours

# Nobody sees whether it opens a second later.
ASK_EVERY_S = 1.0


class Hours:
    """Whether the museum is open now, by the wall clock and its time zone.

    It is asked anew each second and keeps no memory: a clock that is set, or goes to
    summer time, is simply right from then on.
    """

    def __init__(
        self,
        hours: OpeningHours,
        wall: Callable[[], time.struct_time] = time.localtime,
    ) -> None:
        self._hours = hours
        self._wall = wall
        self._wait_s = 0.0
        self._is_open = True

    def is_open(self, elapsed_s: float) -> bool:
        """Whether it is open.

        Args:
            elapsed_s: Real seconds since the last call.
        """
        self._wait_s -= max(elapsed_s, 0.0)
        if self._wait_s <= 0.0:
            self._wait_s = ASK_EVERY_S
            now = self._wall()
            minute = now.tm_hour * 60 + now.tm_min
            self._is_open = self._hours.is_open(now.tm_wday, minute)
        return self._is_open
