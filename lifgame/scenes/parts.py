"""Pieces that several screens share: a title bar, a closing cross, plain faces."""

from collections.abc import Callable

from lifgame.content.texts import Texts
from lifgame.scenes.layout import SMALLEST_TOUCH_PX, Rect, cut_right, cut_top
from lifgame.session import commands as c
from lifgame.session.actions import always
from lifgame.session.session import Session
from lifgame.view.look import Look
from lifgame.view.widgets.controls import Button, Face


def drawing(name: str) -> Callable[[Session], str]:
    """A button's drawing that is always the same."""
    return lambda _session: name


def words(key: str) -> Callable[[Session, Texts], str]:
    """A button's words that are always the same."""
    return lambda _session, texts: texts(key)


def header(size: tuple[int, int], look: Look) -> tuple[Rect, Rect, Rect]:
    """A screen's title, its closing button, and the room below them."""
    side = max(SMALLEST_TOUCH_PX, look.px(64))
    margin = look.px(24)
    room = Rect(0, 0, *size).inflate(-2 * margin, -2 * margin)
    bar = cut_top(room, side, look.px(14))
    close = cut_right(bar, side, look.px(24))
    return bar, close, room


def closing_button(rect: Rect) -> Button:
    """The cross that leads back to the Play screen."""
    return Button("close", rect, Face(icon=drawing("close")), always(c.Back()))
