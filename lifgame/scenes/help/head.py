"""The head of Help's pages: the way back, to the settings, and to the other pages."""

from dataclasses import replace

from lifgame.scenes.help.places import HelpPlaces
from lifgame.scenes.layout import Rect
from lifgame.scenes.parts import drawing, words
from lifgame.session import commands as c
from lifgame.session.actions import always
from lifgame.view.widgets.controls import Button, Face
from lifgame.view.widgets.widget import Widget

PAGES = ("help", "keys", "pad")


def head_widgets(places: HelpPlaces) -> list[Widget]:
    """Back, settings and pages, in the order of the keyboard."""
    back = Face(icon=drawing("previous"))
    if places.back.width > 1.5 * places.back.height:
        back = replace(
            back, title=words("help.back"), across=True, title_size=24, icon_share=0.9
        )
    return [
        Button("close", places.back, back, always(c.Back())),
        *(_page(page, rect) for page, rect in zip(PAGES, places.tabs, strict=False)),
        Button(
            "settings",
            places.settings,
            Face(icon=drawing("settings")),
            always(c.ShowScreen("settings")),
        ),
    ]


def _page(page: str, rect: Rect) -> Widget:
    face = Face(title=words(f"help.page.{page}"), title_size=30)
    shown = always(c.ShowScreen(page), lambda session: session.place.screen == page)
    return Button(f"page:{page}", rect, face, shown)
