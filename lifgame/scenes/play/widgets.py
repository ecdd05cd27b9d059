"""The controls of the Play screen's bench and corner."""

from dataclasses import replace

from lifgame.scenes.bench.faces import FACES, WITHOUT_WORDS, deed_of, no_text
from lifgame.scenes.parts import words
from lifgame.scenes.play.places import PlayPlaces
from lifgame.view.widgets.hold import HoldButton
from lifgame.view.widgets.widget import Widget

# In the order in which Tab visits them, after the handles and HOLD.
ORDER = (
    "preset_previous",
    "preset_card",
    "preset_next",
    "slower",
    "faster",
    "board",
    "lab",
    "help",
    "language",
    "mute",
    "reset",
)


def bench_widgets(places: PlayPlaces) -> list[Widget]:
    """HOLD and the buttons that have a place, in the order of the keyboard."""
    widgets: list[Widget] = [HoldButton("inject", places.hold)]
    widgets += [_button(name, places) for name in ORDER if name in places.buttons]
    return widgets


def _button(name: str, places: PlayPlaces) -> Widget:
    face, kind = FACES[name]
    rect = places.buttons[name]
    if places.form == "compact" and name in WITHOUT_WORDS:
        face = replace(face, title=no_text, note=no_text, across=False, icon_share=1.0)
    if name == "reset" and rect.width < 1.6 * rect.height:
        face = replace(face, title=no_text, across=False, icon_share=1.0)
    if name in ("lab", "help", "board") and rect.width > 2.2 * rect.height:
        face = replace(face, across=True)
        if name == "help":
            # Where there is room, nobody has to guess what the sign means.
            face = replace(face, title=words("action.help"), title_size=26)
    return kind(name, rect, face, deed_of(name))
