"""All that watches over an unattended exhibit, in one place for the loop."""

import logging
import os
from collections.abc import Sequence

import pygame

from lifgame.app.exits import TRY_AGAIN, ExitError
from lifgame.app.game import FrameResult, Game
from lifgame.app.kiosk.heart import CRASHED_VARIABLE
from lifgame.app.kiosk.host import Host
from lifgame.app.kiosk.hours import Hours
from lifgame.app.kiosk.inspector import report_of
from lifgame.app.kiosk.lock import Lock, refuse_root
from lifgame.app.kiosk.logbook import Logbook
from lifgame.app.kiosk.signs import without_actions
from lifgame.app.kiosk.statistics import Statistics, hour_now
from lifgame.app.kiosk.tally import Tally
from lifgame.content.kiosk import KioskRules
from lifgame.content.screens import OPERATOR
from lifgame.session.visit import Visit, VisitState

# To be set before pygame opens a display.
_HINTS = {
    # Closing the window only says so; QUIT then means that the display goes away.
    "SDL_QUIT_ON_LAST_WINDOW_CLOSE": "0",
    "SDL_WINDOWS_NO_CLOSE_ON_ALT_F4": "1",
    "SDL_GRAB_KEYBOARD": "1",
    # Else SDL minimises at Alt+Tab.
    "SDL_ALLOW_ALT_TAB_WHILE_GRABBED": "0",
}
DISPLAY_GONE = "the display went away"
REPORT_EVERY_S = 1.0
_LOG = logging.getLogger(__name__)


class Kiosk:
    """The visit, the hours, the log, the counts and the lock of a running exhibit.

    Attributes:
        rules: The operator's rules.
        host: Who receives the visitors.
        problems: What is wrong with the configuration, for the operator only.
        is_dark: Whether the museum is closed.

    Raises:
        ExitError: If it runs already, or as root.
    """

    def __init__(self, rules: KioskRules, problems: Sequence[str] = ()) -> None:
        refuse_root(is_allowed=rules.allow_root)
        for name, value in _HINTS.items():
            os.environ.setdefault(name, value)
        self._lock = Lock()
        self._logbook = Logbook()
        self._statistics: Statistics | None = None
        self.is_dark = False
        self.host = Host(rules)
        self._frame_s, self._report_s = 1 / 60, 0.0
        self.obey(rules, problems)
        crashed = os.environ.get(CRASHED_VARIABLE, "")
        _LOG.info("start%s", f" after the end with {crashed}" if crashed else "")
        if crashed:
            self.count("crashes")

    def obey(self, rules: KioskRules, problems: Sequence[str] = ()) -> None:
        """Follow rules, such as those of a configuration that was read again."""
        self._leave()
        self.rules, self.problems = rules, tuple(problems)
        for problem in self.problems:
            _LOG.warning("%s", problem)
        self.host = Host(rules)
        self._hours = Hours(rules.hours)
        self._preset, self._tally = "", Tally()
        if rules.statistics != (self._statistics is not None):
            self._save()
            self._statistics = Statistics() if rules.statistics else None

    def count(self, name: str, by: int = 1) -> None:
        """Count something, such as ``experiment tried tap``, if counting is on."""
        if self._statistics is not None:
            self._statistics.count(name, by)

    @property
    def visit(self) -> Visit:
        """Where the visit stands."""
        return self.host.exhibit.visit

    def look(
        self, events: Sequence[pygame.event.Event], elapsed_s: float
    ) -> list[pygame.event.Event]:
        """Look at a frame's events before the game does.

        Args:
            events: What happened since the last frame.
            elapsed_s: Real seconds since the last frame.

        Returns:
            Those that the game may see; what came while it was dark acts on nothing.

        Raises:
            ExitError: If the display goes away.
        """
        if any(event.type == pygame.QUIT for event in events):
            raise ExitError(TRY_AGAIN, DISPLAY_GONE)
        self._follow_hours(elapsed_s)
        seen = [event for event in events if event.type != pygame.WINDOWCLOSE]
        return without_actions(seen) if self.is_dark else seen

    def follow(
        self,
        game: Game,
        result: FrameResult,
        elapsed_s: float,
        *,
        is_heard: bool = False,
    ) -> None:
        """After a frame: count, and tell the operator how things are."""
        if self.is_dark:
            if self.visit.state is not VisitState.ATTRACT:
                self._leave()
            self.host.rest(game)
        elif self.host.has_gone_back:
            self._end_visit()
        self._tell(game, elapsed_s, is_heard=is_heard)
        if self._statistics is None:
            return
        preset = game.session.cell.preset.id
        if preset != self._preset and self.visit.state is VisitState.PLAYING:
            self.count(f"preset {preset}")
        self._preset = preset
        if self.visit.state is not VisitState.ATTRACT:
            self.count("spikes", len(result.report.spike_times_ms))
            for name in self._tally.new(game.session.guide):
                self.count(name)
        self._statistics.update(elapsed_s)

    def _tell(self, game: Game, elapsed_s: float, *, is_heard: bool) -> None:
        """The operator's card, once a second while he is there."""
        if 0.0 < elapsed_s < 1.0:
            self._frame_s += 0.05 * (elapsed_s - self._frame_s)
        self._report_s -= elapsed_s
        if game.session.place.screen != OPERATOR or self._report_s > 0.0:
            return
        self._report_s = REPORT_EVERY_S
        statistics = self._statistics
        self.host.exhibit.report = report_of(
            self.problems,
            game.containment,
            statistics.hours if statistics else None,
            hour_now().partition("T")[0],
            size=game.window_surface.get_size(),
            frames_per_s=1 / self._frame_s,
            is_heard=is_heard,
        )

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
