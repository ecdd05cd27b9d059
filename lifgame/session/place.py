"""Where the visitor is: which screen, which layer above it, what has the focus."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from lifgame.content.guides import KINDS
from lifgame.content.help_parts import FIRST_EXPLAINED, HELP_PARTS
from lifgame.content.screens import (
    HELP_SCREENS,
    HOME,
    SCREENS,
    SETTINGS_SCREEN,
    VIEWS,
    WAY_OUT,
    Screen,
)
from lifgame.content.speeds import DEFAULT_WINDOW_MS, WINDOWS_MS
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.start import DRAWERS, neighbour


class Place:
    """The visitor's place in the program; nothing here concerns a neuron.

    Attributes:
        screen: Id of the screen.
        view: Where every other screen leads back to: Play or the Lab.
        layer: Id of the layer above it, or None.
        focus: Id of the control that has the keyboard's focus, or None.
        drawer: The drawer that is open on a small screen.
        is_tuning: Whether what the pattern and the model have of their own is shown.
        slider: Place of the slider that is shown where there is room for one only.
        covered: Readings that are covered, to be found out.
        window_ms: How much simulated time the scope shows.
        explained: Id of the part that Help explains.
        board_page: Which page of the board is shown, counted from 0.
        kind: What the board shows where it shows one kind at a time.

    Args:
        has_way_out: Whether the last step back asks whether to leave.
    """

    def __init__(
        self,
        view: str = HOME,
        window_ms: int = DEFAULT_WINDOW_MS,
        *,
        has_way_out: bool = True,
    ) -> None:
        self.screen = self.view = view
        self.layer: str | None = None
        self.focus: str | None = None
        self._focus_below: str | None = None
        self._has_way_out = has_way_out
        self.drawer = DRAWERS[0]
        self.is_tuning = False
        self.slider = 0
        self.covered = {"rheobase"}
        self.window_ms = window_ms
        self.explained = FIRST_EXPLAINED
        self.board_page = 0
        self.kind = KINDS[0]
        self._returns_to: str | None = None

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

    def go_back(self) -> None:
        """Back to where the neuron is played with, with nothing above it."""
        if self.top.id != self.view:
            self._show(c.ShowScreen(self.view))

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one of ``Place.OBEYS``.

        Raises:
            KeyError: If it names a screen or a part that is in no table.
            ValueError: If it names a drawer or a kind that there is not.
        """
        self.OBEYS[type(command)](self, command)

    def _show(self, command: c.ShowScreen) -> None:
        screen = SCREENS[command.id]
        if screen.is_layer:
            self._focus_below = self.focus if self.layer is None else self._focus_below
            self.layer = screen.id
        else:
            is_aside = screen.id == SETTINGS_SCREEN and self.screen in HELP_SCREENS
            self._returns_to = self.screen if is_aside else None
            self.screen, self.layer = screen.id, None
            self.view = screen.id if screen.id in VIEWS else self.view
        self.focus = screen.first_focus

    def _back(self, _: c.Back) -> None:
        if self.focus is not None and self.top.id in VIEWS:
            # The first step back only takes the focus ring away.
            self.focus = None
        elif self.layer is not None:
            self.layer = self.focus = None
        elif self.screen in VIEWS and self._has_open():
            self.is_tuning, self.drawer = False, DRAWERS[0]
        elif self._returns_to is not None:
            self._show(c.ShowScreen(self._returns_to))
        elif self._has_way_out or self.screen != HOME:
            home = WAY_OUT if self.screen == HOME else HOME
            self._show(c.ShowScreen(home if self.screen in VIEWS else self.view))

    def _close_layer(self, _: c.CloseLayer) -> None:
        if self.layer is not None:
            self.layer, self.focus = None, self._focus_below

    def _has_open(self) -> bool:
        return self.is_tuning or self.drawer != DRAWERS[0]

    def _turn_board(self, command: g.TurnBoard) -> None:
        self.board_page = max(0, command.page)

    def _choose_slider(self, command: c.ChooseSlider) -> None:
        self.slider = max(0, command.place)

    def _toggle_reading(self, command: c.ToggleReading) -> None:
        self.covered ^= {command.id}

    def _explain(self, command: c.Explain) -> None:
        self.explained = HELP_PARTS[command.part].id

    def _focus(self, command: c.Focus) -> None:
        self.focus = command.id

    def _show_drawer(self, command: c.ShowDrawer) -> None:
        self.drawer = DRAWERS[DRAWERS.index(command.id)]
        self.is_tuning &= self.drawer != DRAWERS[0]
        self.slider = 0

    def _show_kind(self, command: g.ShowKind) -> None:
        self.kind = KINDS[KINDS.index(command.id)]

    def _toggle_tuning(self, _: c.ToggleTuning) -> None:
        self.is_tuning = not self.is_tuning
        self.slider = 0
        if self.drawer != DRAWERS[0]:
            # On a small screen the values stand in the drawer of the sliders.
            self.drawer = "sliders" if self.is_tuning else "patterns"

    def _browse_windows(self, command: c.BrowseWindows) -> None:
        if command.around and self.window_ms == WINDOWS_MS[-1]:
            self.window_ms = WINDOWS_MS[0]
        else:
            self.window_ms = neighbour(WINDOWS_MS, self.window_ms, command.by)

    OBEYS: ClassVar[Mapping[type, Callable[..., None]]] = {
        c.ShowScreen: _show,
        c.Explain: _explain,
        c.Back: _back,
        c.CloseLayer: _close_layer,
        c.Focus: _focus,
        c.ShowDrawer: _show_drawer,
        c.ChooseSlider: _choose_slider,
        c.ToggleReading: _toggle_reading,
        g.ShowKind: _show_kind,
        c.ToggleTuning: _toggle_tuning,
        c.BrowseWindows: _browse_windows,
        g.TurnBoard: _turn_board,
    }
