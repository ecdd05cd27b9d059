"""What the buttons of Play and the Lab show; what they do stands with their action."""

from lifgame.content.texts import Texts
from lifgame.scenes.frames import LETTERS
from lifgame.scenes.parts import drawing, words
from lifgame.session import commands as c
from lifgame.session.actions import DEEDS, Deed, always
from lifgame.session.cell import Cell
from lifgame.session.session import Session
from lifgame.view.widgets.controls import Button, Face, RepeatButton


class PresetCard(Button):
    """The chosen neuron: its drawing and its name; opens the list of all."""

    def face(self, session: Session) -> tuple[str, bool, bool]:
        cell = chosen_cell(session)
        return cell.preset.id, cell.is_preset_changed, session.comparison.is_on


def no_text(_session: Session, _texts: Texts) -> str:
    """For buttons that have no room for words."""
    return ""


def chosen_cell(session: Session) -> Cell:
    """The cell whose neuron is chosen here: the second, where there are two."""
    return session.cells[session.comparison.chosen]


def preset_name(session: Session, texts: Texts) -> str:
    """The name of the chosen neuron, after its letter where there are two."""
    name = texts(f"preset.{chosen_cell(session).preset.id}.name")
    return f"{LETTERS[1]}: {name}" if session.comparison.is_on else name


def preset_note(session: Session, texts: Texts) -> str:
    """What is special about it, in a few words."""
    return texts(f"preset_note.{chosen_cell(session).preset.id}")


def _sound(session: Session) -> str:
    is_heard = session.preferences.is_sounding and session.devices.is_audible
    return "sound_on" if is_heard else "sound_off"


def _pause(session: Session) -> str:
    return "play" if session.clock.is_paused else "pause"


def _pause_words(session: Session, texts: Texts) -> str:
    return texts("pause.go_on" if session.clock.is_paused else "pause.hold")


_CARD = Face(
    icon=lambda session: chosen_cell(session).preset.id,
    title=preset_name,
    note=preset_note,
    role="capacitance",
    accent="voltage",
    across=True,
    title_size=22,
)
_RESET = Face(
    icon=drawing("reset"),
    title=words("reset.title"),
    across=True,
    title_size=20,
    icon_share=0.75,
)
FACES: dict[str, tuple[Face, type[Button]]] = {
    "preset_previous": (Face(icon=drawing("previous")), Button),
    "preset_card": (_CARD, PresetCard),
    "preset_next": (Face(icon=drawing("next")), Button),
    "compare": (
        Face(icon=drawing("compare"), role="voltage", accent="second"),
        Button,
    ),
    "slower": (Face(icon=drawing("slower")), RepeatButton),
    "faster": (Face(icon=drawing("faster")), RepeatButton),
    "pause": (Face(icon=_pause, title=_pause_words), Button),
    "step": (Face(icon=drawing("step_once"), title=words("step.title")), RepeatButton),
    "spike_hold": (
        Face(
            icon=drawing("spike_hold"), title=words("spike_hold.title"), accent="spike"
        ),
        Button,
    ),
    "window_narrower": (Face(icon=drawing("span_narrower")), Button),
    "window_wider": (Face(icon=drawing("span_wider")), Button),
    "tune": (Face(icon=drawing("tune"), title=words("tune.title")), Button),
    "lab": (Face(icon=drawing("lab"), title=words("lab.title"), title_size=26), Button),
    "board": (
        Face(
            icon=drawing("star"),
            title=words("guide.title"),
            role="spike",
            title_size=26,
        ),
        Button,
    ),
    "play": (
        Face(
            icon=drawing("previous"),
            title=words("play.title"),
            across=True,
            title_size=20,
            icon_share=0.6,
        ),
        Button,
    ),
    "learn": (
        Face(icon=drawing("book"), title=words("learn.button.learn"), title_size=20),
        Button,
    ),
    "help": (Face(icon=drawing("help")), Button),
    "settings": (Face(icon=drawing("settings")), Button),
    "language": (Face(title=words("language.short"), title_size=26), Button),
    "mute": (Face(icon=_sound), Button),
    "reset": (_RESET, Button),
}
# Buttons that lose their words where there is no room for them.
WITHOUT_WORDS = ("preset_card", "reset", "pause", "step", "spike_hold", "tune")
_DEEDS: dict[str, Deed] = {
    "preset_card": always(c.ShowScreen("presets")),
    "play": DEEDS["lab"],
    "learn": always(c.ShowScreen("pages")),
}


def deed_of(button: str) -> Deed:
    """What a button does: most are named after their action."""
    return _DEEDS.get(button) or DEEDS[button]
