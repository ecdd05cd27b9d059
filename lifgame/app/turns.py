"""Changes of the whole screen wait their turn, so that no mashing makes it flash.

A flash is a change and its opposite. With ``TURN_S`` between two changes of screen,
colours, words or sizes there are fewer than two in any second (WCAG 2.2, 2.3.1 allows
three). Whatever is pressed meanwhile is not lost: the last wish is carried out.
"""

from collections.abc import Sequence

from lifgame.content.settings import SETTINGS
from lifgame.session import commands as c
from lifgame.session import guide_commands as g

TURN_S = 0.3
_WHOLE_SCREEN = (
    c.ShowScreen,
    c.Back,
    c.Reset,
    c.DefaultSettings,
    c.ToggleFullscreen,
    g.StartGuide,
    g.StartRace,
    g.ShowKind,
    g.LeaveGuide,
    g.RestartStep,
    g.UndoRestart,
    g.ShowMe,
)


def _changes_all(command: c.Command) -> bool:
    """Whether it changes the whole screen at once."""
    if isinstance(command, c.SetSetting | c.BrowseSetting):
        return command.id in SETTINGS and SETTINGS[command.id].is_seen
    return isinstance(command, _WHOLE_SCREEN)


class Turns:
    """Lets one change of the whole screen through at a time."""

    def __init__(self) -> None:
        self._since_s = TURN_S
        self._wish: c.Command | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether somebody's wish waits for its turn."""
        return self._wish is not None

    def take(self, commands: Sequence[c.Command]) -> list[c.Command]:
        """What may be carried out now; the rest waits, the last wish alone."""
        now: list[c.Command] = []
        for command in commands:
            if not _changes_all(command):
                now.append(command)
            elif self._since_s >= TURN_S:
                self._since_s = 0.0
                now.append(command)
            else:
                self._wish = command
        return now

    def update(self, elapsed_s: float) -> list[c.Command]:
        """Let real time pass; answer with the wish whose turn has come."""
        self._since_s = min(self._since_s + elapsed_s, TURN_S)
        if self._wish is None or self._since_s < TURN_S:
            return []
        wish, self._wish, self._since_s = self._wish, None, 0.0
        return [wish]
