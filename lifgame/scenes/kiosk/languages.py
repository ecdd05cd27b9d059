"""A row of languages in the upper right corner, as buttons."""

from collections.abc import Callable

from lifgame.content.texts import Texts
from lifgame.scenes.bench.grid import Grid
from lifgame.scenes.layout import SMALLEST_TOUCH_PX, Rect
from lifgame.session import commands as c
from lifgame.session.actions import always
from lifgame.session.session import Session
from lifgame.view.look import Look
from lifgame.view.widgets.controls import Button, Face
from lifgame.view.widgets.widget import Widget

# So many stand in one row; more would push the invitation away.
MOST = 6
DESIGNS = {
    "landscape": ((1920, 1080), 48, (68.0, 74.0), 31),
    "portrait": ((1080, 1920), 48, (84.0, 84.0), 24),
    "compact": ((800, 480), 8, (58.0, 58.0), 8),
}


def chosen_language(session: Session) -> str:
    """The language that holds now."""
    return session.preferences["language"]


def language_row(
    form: str,
    size: tuple[int, int],
    look: Look,
    session: Session,
    lit: Callable[[Session], str] = chosen_language,
) -> list[Widget]:
    """One button a language; none where a visitor may not choose one.

    Args:
        form: ``landscape``, ``portrait`` or ``compact``.
        size: The window's width and height in pixels.
        look: Letters and words.
        session: Its languages, and what is allowed.
        lit: The language whose button is lit.
    """
    languages = session.preferences.choices("language")
    if not 1 < len(languages) <= MOST or not session.exhibit.may_set("language"):
        return []
    design, margin, (wide, high), top = DESIGNS[form]
    grid = Grid(size, design, margin)
    rects = grid.corner((wide,) * len(languages), top, high)
    return [
        _button(language, rect, look, lit)
        for language, rect in zip(languages, rects, strict=True)
    ]


def row_left(widgets: list[Widget], size: tuple[int, int]) -> int:
    """Where the row begins: words end there at the latest."""
    return min((widget.rect.left for widget in widgets), default=size[0])


def _button(
    language: str, rect: Rect, look: Look, lit: Callable[[Session], str]
) -> Button:
    short = look.of_language(language)("language.short")

    def title(_session: Session, _texts: Texts) -> str:
        return short

    chosen = always(
        c.SetSetting("language", language),
        lambda session: lit(session) == language,
    )
    place = Rect(rect)
    place.height = max(place.height, SMALLEST_TOUCH_PX)
    return Button(
        f"language:{language}", place, Face(title=title, title_size=26), chosen
    )
