"""The controls of the Play screen's bench and corner."""

from collections.abc import Callable
from dataclasses import replace

from lifgame.content.texts import Texts
from lifgame.scenes.parts import drawing, words
from lifgame.scenes.play.places import PlayPlaces
from lifgame.session import commands as c
from lifgame.session.actions import DEEDS, Deed, always
from lifgame.session.session import Session
from lifgame.view.widgets.controls import Button, Face, RepeatButton
from lifgame.view.widgets.hold import HoldButton
from lifgame.view.widgets.widget import Widget

# In the order in which Tab visits them, after the handles and HOLD.
ORDER = (
    "preset_previous",
    "preset_card",
    "preset_next",
    "slower",
    "faster",
    "lab",
    "help",
    "language",
    "mute",
    "reset",
)


class PresetCard(Button):
    """The chosen neuron: its drawing and its name; opens the list of all."""

    def face(self, session: Session) -> tuple[str, bool]:
        return session.cell.preset.id, session.cell.is_preset_changed


def preset_name(session: Session, texts: Texts) -> str:
    """The name of the chosen neuron."""
    return texts(f"preset.{session.cell.preset.id}.name")


def preset_note(session: Session, texts: Texts) -> str:
    """What is special about it, in a few words."""
    return texts(f"preset.{session.cell.preset.id}.short")


def _sound(session: Session) -> str:
    return "sound_on" if session.preferences.is_sounding else "sound_off"


CARD = always(c.ShowScreen("presets"))
_FACES: dict[str, tuple[Face, type[Button]]] = {
    "preset_previous": (Face(icon=drawing("previous")), Button),
    "preset_card": (
        Face(
            icon=lambda session: session.cell.preset.id,
            title=preset_name,
            note=preset_note,
            role="capacitance",
            accent="voltage",
            across=True,
            title_size=24,
        ),
        PresetCard,
    ),
    "preset_next": (Face(icon=drawing("next")), Button),
    "slower": (Face(icon=drawing("slower")), RepeatButton),
    "faster": (Face(icon=drawing("faster")), RepeatButton),
    "lab": (Face(icon=drawing("lab"), title=words("lab.title"), title_size=26), Button),
    "help": (Face(icon=drawing("help")), Button),
    "language": (Face(title=words("language.short"), title_size=26), Button),
    "mute": (Face(icon=_sound), Button),
    "reset": (
        Face(
            icon=drawing("reset"),
            title=words("reset.title"),
            across=True,
            title_size=20,
            icon_share=0.75,
        ),
        Button,
    ),
}


def deed_of(button: str) -> Deed:
    """What a button does: most are named after their action."""
    return CARD if button == "preset_card" else DEEDS[button]


def bench_widgets(places: PlayPlaces) -> list[Widget]:
    """HOLD and the buttons that have a place, in the order of the keyboard."""
    widgets: list[Widget] = [HoldButton("inject", places.hold)]
    widgets += [_button(name, places)() for name in ORDER if name in places.buttons]
    return widgets


def _button(id: str, places: PlayPlaces) -> Callable[[], Widget]:
    face, kind = _FACES[id]
    rect = places.buttons[id]
    if places.form == "compact" and id in ("preset_card", "reset"):
        face = replace(face, title=lambda _s, _t: "", note=lambda _s, _t: "")
        face = replace(face, across=False, icon_share=1.0)
    if id == "reset" and rect.width < 1.6 * rect.height:
        face = replace(face, title=lambda _s, _t: "", across=False)
    if id in ("lab", "help") and rect.width > 2.2 * rect.height:
        face = replace(face, across=True)
    return lambda: kind(id, rect, face, deed_of(id))
