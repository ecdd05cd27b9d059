"""Where the visitor is: which screen, which layer above it, what has the focus."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from lifgame.content.screens import HOME, SCREENS, WAY_OUT, Screen
from lifgame.content.speeds import DEFAULT_WINDOW_MS, WINDOWS_MS
from lifgame.session import commands as c
from lifgame.session.start import DRAWERS, neighbour


class Place:
    """The visitor's place in the program; nothing here concerns a neuron.

    Attributes:
        screen: Id of the screen.
        layer: Id of the layer above it, or None.
        focus: Id of the control that has the keyboard's focus, or None.
        drawer: The drawer that is open on a small screen.
        is_tuning: Whether the sliders show the pattern's own values.
        window_ms: How much simulated time the scope shows.
    """

    def __init__(self, window_ms: int = DEFAULT_WINDOW_MS) -> None:
        self.screen = HOME
        self.layer: str | None = None
        self.focus: str | None = None
        self.drawer = DRAWERS[0]
        self.is_tuning = False
        self.window_ms = window_ms

    @property
    def stack(self) -> tuple[Screen, ...]:
        """The screen, and what stands above it."""
        names = (self.screen,) if self.layer is None else (self.screen, self.layer)
        return tuple(SCREENS[name] for name in names)

    @property
    def top(self) -> Screen:
        """What the visitor's hands reach."""
        return self.stack[-1]

    @property
    def runs_time(self) -> bool:
        return all(screen.runs_time for screen in self.stack)

    @property
    def takes_pushes(self) -> bool:
        return all(screen.takes_pushes for screen in self.stack)

    def go_home(self) -> None:
        """Back to the first screen, with nothing above it."""
        if self.top.id != HOME:
            self._show(c.ShowScreen(HOME))

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one of ``Place.OBEYS``.

        Raises:
            KeyError: If it names a screen that is in no table.
            ValueError: If it names a drawer that there is not.
        """
        self.OBEYS[type(command)](self, command)

    def _show(self, command: c.ShowScreen) -> None:
        screen = SCREENS[command.id]
        if screen.is_layer:
            self.layer = screen.id
        else:
            self.screen, self.layer = screen.id, None
        self.focus = screen.first_focus

    def _back(self, _: c.Back) -> None:
        if self.focus is not None and self.top.id == HOME:
            # The first step back only takes the focus ring away.
            self.focus = None
        elif self.layer is not None:
            self.layer = self.focus = None
        else:
            self._show(c.ShowScreen(WAY_OUT if self.screen == HOME else HOME))

    def _focus(self, command: c.Focus) -> None:
        self.focus = command.id

    def _show_drawer(self, command: c.ShowDrawer) -> None:
        self.drawer = DRAWERS[DRAWERS.index(command.id)]

    def _toggle_tuning(self, _: c.ToggleTuning) -> None:
        self.is_tuning = not self.is_tuning

    def _browse_windows(self, command: c.BrowseWindows) -> None:
        if command.around and self.window_ms == WINDOWS_MS[-1]:
            self.window_ms = WINDOWS_MS[0]
        else:
            self.window_ms = neighbour(WINDOWS_MS, self.window_ms, command.by)

    OBEYS: ClassVar[Mapping[type, Callable[..., None]]] = {
        c.ShowScreen: _show,
        c.Back: _back,
        c.Focus: _focus,
        c.ShowDrawer: _show_drawer,
        c.ToggleTuning: _toggle_tuning,
        c.BrowseWindows: _browse_windows,
    }
