"""Buttons of the operator that ask in place: the second touch means yes."""

from collections.abc import Callable

from lifgame.content.texts import Texts
from lifgame.scenes.layout import Rect
from lifgame.scenes.parts import drawing
from lifgame.session import commands as c
from lifgame.session.actions import Deed
from lifgame.session.session import Session
from lifgame.view.widgets.controls import Button, Face


def _always(_session: Session) -> bool:
    return True


def has_best(session: Session) -> bool:
    """Whether anybody has reached anything today."""
    return bool(session.exhibit.stars.best.results)


def asking(
    what: str,
    rect: Rect,
    picture: str,
    does: c.Command,
    can_do: Callable[[Session], bool] = _always,
) -> Button:
    """Asks in place before it does it: the second touch means yes."""

    def is_asking(session: Session) -> bool:
        return session.exhibit.asking == what

    def title(session: Session, texts: Texts) -> str:
        if not can_do(session):
            return texts(f"operator.no_{what}")
        return texts(
            f"operator.ask_{what}" if is_asking(session) else f"operator.{what}"
        )

    def give(session: Session) -> c.Command | None:
        if not can_do(session):
            return None
        return does if is_asking(session) else c.AskOnceMore(what)

    face = Face(icon=drawing(picture), title=title, title_size=26, is_hinted=is_asking)
    return Button(what, rect, face, Deed(give))
