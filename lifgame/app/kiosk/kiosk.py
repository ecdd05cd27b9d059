"""All that watches over an unattended exhibit, in one place for the loop."""

import logging
import os
from collections.abc import Sequence

import pygame

from lifgame.app.exits import TRY_AGAIN, ExitError
from lifgame.app.game import FrameResult, Game
from lifgame.app.kiosk.heart import CRASHED_VARIABLE
from lifgame.app.kiosk.hours import Hours
from lifgame.app.kiosk.lock import Lock, refuse_root
from lifgame.app.kiosk.logbook import Logbook
from lifgame.app.kiosk.signs import Signs
from lifgame.app.kiosk.statistics import Statistics
from lifgame.content.kiosk import KioskRules
from lifgame.session import commands as c
from lifgame.session.visit import Visit, VisitState

# To be set before pygame opens a display.
_HINTS = {
    # Closing the window only says so; QUIT then means that the display goes away.
    "SDL_QUIT_ON_LAST_WINDOW_CLOSE": "0",
    "SDL_WINDOWS_NO_CLOSE_ON_ALT_F4": "1",
}
DISPLAY_GONE = "the display went away"
_LOG = logging.getLogger(__name__)


class Kiosk:
    """The visit, the hours, the log, the counts and the lock of a running exhibit.

    Attributes:
        rules: The operator's rules.
        visit: Where the visit stands.
        is_dark: Whether the museum is closed.

    Raises:
        ExitError: If it runs already, or as root.
    """

    def __init__(self, rules: KioskRules) -> None:
        refuse_root(is_allowed=rules.allow_root)
        for name, value in _HINTS.items():
            os.environ.setdefault(name, value)
        self._lock = Lock()
        self._logbook = Logbook()
        self._statistics: Statistics | None = None
        self._signs = Signs()
        self.visit = Visit()
        self.is_dark = False
        self.obey(rules)
        crashed = os.environ.get(CRASHED_VARIABLE, "")
        _LOG.info("start%s", f" after the end with {crashed}" if crashed else "")
        if crashed:
            self.count("crashes")

    def obey(self, rules: KioskRules) -> None:
        """Follow rules, such as those of a configuration that was read again."""
        self._leave()
        self.rules = rules
        self.visit = Visit(rules.idle_s, rules.still_there_s)
        self._hours = Hours(rules.hours)
        self._preset = ""
        if rules.statistics != (self._statistics is not None):
            self._save()
            self._statistics = Statistics() if rules.statistics else None

    def count(self, name: str, by: int = 1) -> None:
        """Count something, such as ``experiment tried tap``, if counting is on."""
        if self._statistics is not None:
            self._statistics.count(name, by)

    def look(
        self,
        events: Sequence[pygame.event.Event],
        size: tuple[int, int],
        elapsed_s: float,
    ) -> list[pygame.event.Event]:
        """Look at a frame's events before the game does.

        Args:
            events: What happened since the last frame.
            size: The window's, in pixels.
            elapsed_s: Real seconds since the last frame.

        Returns:
            Those that the game may see; what came while it was dark acts on nothing.

        Raises:
            ExitError: If the display goes away.
        """
        if any(event.type == pygame.QUIT for event in events):
            raise ExitError(TRY_AGAIN, DISPLAY_GONE)
        self._follow_hours(elapsed_s)
        is_alive = self._signs.are_in(events, size, elapsed_s)
        self.visit.update(is_alive and not self.is_dark, elapsed_s)
        return [event for event in events if event.type != pygame.WINDOWCLOSE]

    def follow(self, game: Game, result: FrameResult, elapsed_s: float) -> None:
        """After a frame: count, and take the game back if nobody is there."""
        if self.visit.state is VisitState.GOING_BACK:
            self.go_back(game)
        if self._statistics is None:
            return
        preset = game.session.cell.preset.id
        if preset != self._preset and self.visit.state is VisitState.PLAYING:
            self.count(f"preset {preset}")
        self._preset = preset
        self.count("spikes", len(result.report.spike_times_ms))
        self._statistics.update(elapsed_s)

    def go_back(self, game: Game) -> None:
        """The visit is over: nothing of it stays."""
        self._end_visit()
        game.obey([c.DefaultSettings(), c.Reset()])
        game.session.guide.stars.forget()

    def close(self) -> None:
        """Write what is to be kept, and let everything go."""
        self._leave()
        self._save()
        _LOG.info("stop")
        self._logbook.close()
        self._lock.release()

    def _leave(self) -> None:
        """The visit that is under way is cut short."""
        if self.visit.state in (VisitState.PLAYING, VisitState.ASKING):
            self._end_visit()

    def _save(self) -> None:
        if self._statistics is not None:
            self._statistics.save()

    def _end_visit(self) -> None:
        if self._statistics is not None:
            self._statistics.visit(self.visit.length_s)

    def _follow_hours(self, elapsed_s: float) -> None:
        was_dark, self.is_dark = self.is_dark, not self._hours.is_open(elapsed_s)
        if was_dark != self.is_dark:
            _LOG.info("the museum %s", "closes" if self.is_dark else "opens")
