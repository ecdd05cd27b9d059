"""Only what an exhibit offers stands on the screen: the rest is not there at all."""

from lifgame.content.screens import VIEWS
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.view.machine.handles import Handle
from lifgame.view.widgets.controls import Button
from lifgame.view.widgets.hold import HoldButton
from lifgame.view.widgets.slider import Slider
from lifgame.view.widgets.widget import Widget


def offered(widgets: list[Widget], session: Session) -> list[Widget]:
    """The widgets whose commands the exhibit's rules allow."""
    if not session.exhibit.rules.enabled:
        return widgets
    return [widget for widget in widgets if _is_offered(widget, session)]


def _is_offered(widget: Widget, session: Session) -> bool:
    exhibit, place = session.exhibit, session.place
    is_bare = place.screen in VIEWS and not exhibit.rules.on_screen_controls
    if isinstance(widget, HoldButton):
        return not is_bare
    if isinstance(widget, Handle | Slider):
        set_to = c.NudgeParameter(widget.spec.id, 1)
        return not is_bare and exhibit.allows(set_to, place.top.id)
    if isinstance(widget, Button):
        commands = widget.commands(session)
        allowed = [exhibit.allows(command, place.top.id) for command in commands]
        return not is_bare and (not commands or any(allowed))
    return True
