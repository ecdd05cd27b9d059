"""The board: which widget a pointer or key reaches, who is held, who has the focus.

Every pointer (the mouse, each finger) holds its own widget, so that several people or
two hands can play at once. Widgets answer with commands, which the board passes on.
"""

from dataclasses import dataclass

from lifgame.session.commands import Command
from lifgame.session.session import Session
from lifgame.view.geometry import Pixel
from lifgame.view.widgets.widget import FOCUS_MARGIN_PX, Widget, WidgetState

REPEAT_DELAY_S = 0.4
REPEAT_INTERVAL_S = 0.08
# Held for long, a repeating button hurries, so that a wide range can be crossed.
REPEAT_HURRY_AFTER_S = 2.0
REPEAT_HURRIED_S = 0.03
# A palm or a drop of water that never lifts is let go after this long.
STUCK_POINTER_S = 20.0
# A mouse always tells when its button comes up.
NEVER_STUCK = "mouse"


class Repeat:
    """Counts how often something that is held is due again."""

    def __init__(self) -> None:
        self.held_s = 0.0
        self._next_s = REPEAT_DELAY_S

    def due(self, elapsed_s: float) -> int:
        """How many repeats fall into the next piece of real time."""
        self.held_s += elapsed_s
        count = 0
        while self.held_s + 1e-9 >= self._next_s:
            hurried = self._next_s >= REPEAT_HURRY_AFTER_S
            self._next_s += REPEAT_HURRIED_S if hurried else REPEAT_INTERVAL_S
            count += 1
        return count


@dataclass(slots=True)
class Capture:
    """A pointer that is down, and the widget that it holds."""

    widget: Widget
    repeat: Repeat
    still_s: float = 0.0
    inside: bool = True


class Board:
    """All widgets of a screen, in drawing and focus order."""

    def __init__(self, widgets: list[Widget]) -> None:
        self.widgets = widgets
        self.focus: str | None = None
        self._captures: dict[str, Capture] = {}

    def __getitem__(self, id: str) -> Widget:
        for widget in self.widgets:
            if widget.id == id:
                return widget
        raise KeyError(f"no widget {id!r}; there are {[w.id for w in self.widgets]}")

    def at(self, point: Pixel) -> Widget | None:
        """The topmost widget under a point."""
        for widget in reversed(self.widgets):
            if widget.rect.collidepoint(point):
                return widget
        return None

    def state(self, widget: Widget) -> WidgetState:
        pressed = any(
            capture.widget is widget and (capture.inside or widget.takes_arrows)
            for capture in self._captures.values()
        )
        return WidgetState(pressed=pressed, focused=widget.id == self.focus)

    # --- pointers -----------------------------------------------------------

    def press(self, session: Session, pointer: str, point: Pixel) -> list[Command]:
        """A pointer goes down; one that never lifted is let go first."""
        commands = self.cancel(pointer)
        self.focus = None
        widget = self.at(point)
        if widget is None or self._is_held(widget):
            return commands
        self._captures[pointer] = Capture(widget, Repeat())
        return commands + widget.on_press(session, point, pointer)

    def move(self, session: Session, pointer: str, point: Pixel) -> list[Command]:
        capture = self._captures.get(pointer)
        if capture is None:
            return []
        capture.still_s = 0.0
        capture.inside = capture.widget.rect.inflate(
            2 * FOCUS_MARGIN_PX, 2 * FOCUS_MARGIN_PX
        ).collidepoint(point)
        return capture.widget.on_move(session, point)

    def release(self, session: Session, pointer: str, point: Pixel) -> list[Command]:
        commands = self.move(session, pointer, point)
        capture = self._captures.pop(pointer, None)
        if capture is None:
            return commands
        return commands + capture.widget.on_release(
            session, inside=capture.inside, source=pointer
        )

    def cancel(self, pointer: str) -> list[Command]:
        """Let go of what a pointer holds, without doing anything."""
        capture = self._captures.pop(pointer, None)
        return capture.widget.on_cancel(pointer) if capture else []

    def cancel_all(self) -> list[Command]:
        """Let go of everything, as when the window loses the focus."""
        pointers = list(self._captures)
        return [command for pointer in pointers for command in self.cancel(pointer)]

    def update(self, session: Session, elapsed_s: float) -> list[Command]:
        """Let time pass for what is held."""
        commands: list[Command] = []
        for pointer, capture in list(self._captures.items()):
            capture.still_s += elapsed_s
            if capture.still_s > STUCK_POINTER_S and pointer != NEVER_STUCK:
                commands += self.cancel(pointer)
            elif capture.widget.repeats and capture.inside:
                for _ in range(capture.repeat.due(elapsed_s)):
                    commands += capture.widget.on_repeat(session)
        return commands

    def holds(self, pointer: str) -> bool:
        """Whether a pointer is down on a widget."""
        return pointer in self._captures

    def _is_held(self, widget: Widget) -> bool:
        return any(capture.widget is widget for capture in self._captures.values())

    # --- keyboard -----------------------------------------------------------

    def focused(self) -> Widget | None:
        if self.focus is None:
            return None
        return next((w for w in self.widgets if w.id == self.focus), None)

    def move_focus(self, by: int) -> None:
        """The focus goes on to a neighbour, around the end."""
        ids = [widget.id for widget in self.widgets if widget.takes_focus]
        if not ids:
            return
        if self.focus in ids:
            self.focus = ids[(ids.index(self.focus) + by) % len(ids)]
        else:
            self.focus = ids[0 if by > 0 else -1]

    def press_focused(self, session: Session, source: str) -> list[Command]:
        """Enter goes down on the widget that has the focus."""
        widget = self.focused()
        if widget is None or source in self._captures or self._is_held(widget):
            return []
        self._captures[source] = Capture(widget, Repeat())
        if widget.takes_arrows:
            return []
        return widget.on_press(session, widget.rect.center, source)

    def release_focused(self, session: Session, source: str) -> list[Command]:
        """Enter comes up again."""
        capture = self._captures.pop(source, None)
        if capture is None or capture.widget.takes_arrows:
            return []
        return capture.widget.on_release(session, inside=True, source=source)

    def replace(self, widgets: list[Widget]) -> list[Command]:
        """Other widgets in the places of these; what is held is let go.

        The focus stays where it was, even if another widget stands there now.
        """
        commands = self.cancel_all()
        places = {widget.id: place for place, widget in enumerate(self.widgets)}
        self.widgets = widgets
        if self.focus is not None and self.focused() is None and widgets:
            place = min(places.get(self.focus, 0), len(widgets) - 1)
            self.focus = widgets[place].id
        return commands
