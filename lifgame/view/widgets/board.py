"""The board: which widget a pointer or key reaches.

Every pointer (the mouse, each finger) holds its own widget, so that several people or
two hands can play at once. Widgets answer with commands, which the board passes on;
who holds what is written down in ``Held``, the focus in the session's place.
"""

from functools import partial

from lifgame.session import commands as c
from lifgame.session.commands import Command
from lifgame.session.session import Session
from lifgame.view.geometry import Pixel
from lifgame.view.widgets.held import Held, Hold
from lifgame.view.widgets.widget import FOCUS_MARGIN_PX, Widget, WidgetState

# A mouse always tells when its button comes up.
MOUSE = "mouse"
_THING = "widget "
# What most widgets are most of the time, without and with the focus.
_FREE = WidgetState(False, focused=False), WidgetState(False, focused=True)


class Board:
    """All widgets of a screen, in drawing and focus order."""

    def __init__(self, widgets: list[Widget], held: Held) -> None:
        self.widgets = widgets
        self.held = held

    def __getitem__(self, id: str) -> Widget:
        widget = self.find(id)
        if widget is None:
            raise KeyError(
                f"no widget {id!r}; there are {[w.id for w in self.widgets]}"
            )
        return widget

    def find(self, id: str | None) -> Widget | None:
        return next((w for w in self.widgets if w.id == id), None)

    def at(self, point: Pixel) -> Widget | None:
        """The topmost widget under a point."""
        for widget in reversed(self.widgets):
            if widget.rect.collidepoint(point):
                return widget
        return None

    def state(self, widget: Widget, session: Session) -> WidgetState:
        focused = widget.id == session.place.focus
        if self.held.is_empty():
            return _FREE[focused]
        holds = (self.held.of(hand) for hand in self._hands_on(widget))
        pressed = any(
            hold and (hold.is_inside or widget.takes_arrows) for hold in holds
        )
        return WidgetState(pressed, focused=focused)

    # --- pointers -----------------------------------------------------------

    def press(self, session: Session, pointer: str, point: Pixel) -> list[Command]:
        """A pointer goes down; one that never lifted is let go first."""
        commands = self.held.let_go(pointer)
        if session.place.focus is not None:
            commands.append(c.Focus(None))
        widget = self.at(point)
        if widget is None or not self._is_free(widget):
            return commands
        self._take(widget, session, pointer, point)
        return commands + widget.on_press(session, point, pointer)

    def move(self, session: Session, pointer: str, point: Pixel) -> list[Command]:
        widget, hold = self._holding(pointer)
        if widget is None or hold is None:
            return []
        self.held.moved(pointer, point)
        hold.is_inside = widget.rect.inflate(
            2 * FOCUS_MARGIN_PX, 2 * FOCUS_MARGIN_PX
        ).collidepoint(point)
        return widget.on_move(session, point)

    def release(self, session: Session, pointer: str, point: Pixel) -> list[Command]:
        commands = self.move(session, pointer, point)
        widget, hold = self._holding(pointer)
        self.held.end(pointer)
        if widget is None or hold is None:
            return commands
        return commands + widget.on_release(
            session, inside=hold.is_inside, source=pointer
        )

    # --- keyboard -----------------------------------------------------------

    def focused(self, session: Session) -> Widget | None:
        return self.find(session.place.focus)

    def neighbour(self, session: Session, by: int) -> list[Command]:
        """The focus goes on to a neighbour, around the end."""
        ids = [widget.id for widget in self.widgets if widget.takes_focus]
        if not ids:
            return []
        if session.place.focus in ids:
            return [c.Focus(ids[(ids.index(session.place.focus) + by) % len(ids)])]
        return [c.Focus(ids[0 if by > 0 else -1])]

    def press_focused(self, session: Session, source: str) -> list[Command]:
        """Enter goes down on the widget that has the focus."""
        widget = self.focused(session)
        if widget is None or self.held.of(source) or not self._is_free(widget):
            return []
        point = widget.rect.center
        self._take(widget, session, source, point, can_stick=False)
        if widget.takes_arrows:
            return []
        return widget.on_press(session, point, source)

    def release_focused(self, session: Session, source: str) -> list[Command]:
        """Enter comes up again."""
        widget, _ = self._holding(source)
        self.held.end(source)
        if widget is None or widget.takes_arrows:
            return []
        return widget.on_release(session, inside=True, source=source)

    # --- other widgets ------------------------------------------------------

    def replace(self, widgets: list[Widget], session: Session) -> list[Command]:
        """Other widgets in the places of these; what is gone is let go.

        The focus stays where it was, even if another widget stands there now.
        """
        places = {widget.id: place for place, widget in enumerate(self.widgets)}
        self.widgets = widgets
        kept = {_THING + widget.id for widget in widgets}
        commands = self.held.let_go_where(
            lambda _hand, hold: hold.thing.startswith(_THING) and hold.thing not in kept
        )
        focus = session.place.focus
        if focus is not None and self.find(focus) is None and widgets:
            place = min(places.get(focus, 0), len(widgets) - 1)
            commands.append(c.Focus(widgets[place].id))
        return commands

    def _take(
        self,
        widget: Widget,
        session: Session,
        hand: str,
        point: Pixel,
        *,
        can_stick: bool = True,
    ) -> None:
        hold = Hold(
            _THING + widget.id,
            let_go=partial(widget.on_cancel, hand),
            again=partial(widget.on_repeat, session) if widget.repeats else None,
            can_stick=can_stick and hand != MOUSE,
            anchor=point,
        )
        self.held.take(hand, hold)

    def _holding(self, hand: str) -> tuple[Widget | None, Hold | None]:
        hold = self.held.of(hand)
        if hold is None or not hold.thing.startswith(_THING):
            return None, None
        return self.find(hold.thing.removeprefix(_THING)), hold

    def _hands_on(self, widget: Widget) -> list[str]:
        return self.held.hands_on(_THING + widget.id)

    def _is_free(self, widget: Widget) -> bool:
        return widget.is_shared or not self._hands_on(widget)
