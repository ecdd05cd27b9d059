"""The controls of the Play screen: what each shows, and which command it gives."""

from collections.abc import Callable
from dataclasses import replace

from lifgame.content.actions import ACTIONS
from lifgame.content.parameters import PARAMETERS
from lifgame.content.patterns import PATTERNS
from lifgame.content.speeds import SPEEDS
from lifgame.content.texts import Texts
from lifgame.scenes.layout import PATTERN_BUTTONS, PlayLayout, SliderPlace
from lifgame.scenes.parts import drawing, words
from lifgame.session import commands as c
from lifgame.session.actions import DEEDS, always
from lifgame.session.session import Session
from lifgame.session.start import DRAWERS
from lifgame.view.bucket.flushes import CALM_ABOVE_HZ
from lifgame.view.look import Look
from lifgame.view.widgets.controls import (
    WORDS_MARGIN,
    Button,
    Face,
    RepeatButton,
    no_words,
)
from lifgame.view.widgets.inject import InjectButton
from lifgame.view.widgets.keycaps import action_key
from lifgame.view.widgets.slider import Slider
from lifgame.view.widgets.widget import Widget

# Type size of the patterns' names in design units, and their least in pixels.
ROW_TITLE = 18
SMALLEST_TITLE_PX = 11


def play_widgets(layout: PlayLayout, look: Look, session: Session) -> list[Widget]:
    """All controls that have a place, in the order in which Tab visits them."""
    makers: dict[str, Callable[[], Widget]] = {
        **{f"tab:{name}": _tab(layout, name) for name in DRAWERS},
        **{f"pattern:{name}": _pattern(layout, name) for name in PATTERNS},
        **{name: _simple(layout, name) for name in _SIMPLE},
    }
    order = [
        *(f"tab:{name}" for name in DRAWERS),
        *PATTERN_BUTTONS,
        "preset_previous",
        "preset_card",
        "preset_next",
    ]
    placed = [name for name in order if name in layout.buttons]
    rest = [name for name in layout.buttons if name not in placed]
    widgets: list[Widget] = [InjectButton("inject", layout.inject)]
    widgets += [makers[name]() for name in placed]
    _set_alike(widgets, look, session)
    widgets += _sliders(layout, look, session)
    return widgets + [makers[name]() for name in rest]


def _set_alike(widgets: list[Widget], look: Look, session: Session) -> None:
    """Names in the row of patterns are of one size, or there are none at all."""
    row = [w for w in widgets if isinstance(w, Button) and w.id in PATTERN_BUTTONS]
    titles = [button.shows.title(session, look.texts) for button in row]
    rooms = [button.rect.width - look.px(WORDS_MARGIN) for button in row]
    size_px = max(SMALLEST_TITLE_PX, look.text_px(ROW_TITLE))
    while size_px >= SMALLEST_TITLE_PX and not all(
        look.text(title, size_px).get_width() <= room
        for title, room in zip(titles, rooms, strict=True)
    ):
        size_px -= 1
    size = size_px / look.unit / look.text_scale
    for button in row:
        if size_px >= SMALLEST_TITLE_PX:
            button.shows = replace(button.shows, title_size=size)
        else:
            button.shows = replace(button.shows, title=no_words)


def _tab(layout: PlayLayout, drawer: str) -> Callable[[], Widget]:
    face = Face(
        title=words(f"drawer.{drawer}"),
        title_size=22,
    )
    command = always(
        c.ShowDrawer(drawer), lambda session: session.place.drawer == drawer
    )
    return lambda: Button(
        f"tab:{drawer}", layout.buttons[f"tab:{drawer}"], face, command
    )


def _pattern(layout: PlayLayout, pattern: str) -> Callable[[], Widget]:
    place = list(PATTERNS).index(pattern) + 1
    face = Face(
        icon=drawing(pattern),
        title=words(f"pattern.{pattern}"),
        role="current",
        accent="ink",
        action=f"pattern_{place}",
    )
    name = f"pattern:{pattern}"
    deed = DEEDS[f"pattern_{place}"]
    return lambda: Button(name, layout.buttons[name], face, deed)


class PresetCard(Button):
    """The chosen neuron: its drawing, its name, its group; opens the list of all."""

    def face(self, session: Session) -> tuple[str, bool]:
        return session.cell.preset.id, session.cell.is_preset_changed


def preset_note(session: Session, texts: Texts) -> str:
    """The card's second line: what is special, or that a slider was moved."""
    if session.cell.is_preset_changed:
        return texts("preset.changed")
    return texts(f"preset.{session.cell.preset.id}.short")


def is_too_fast(session: Session) -> bool:
    """Whether spikes come too fast to be shown one by one: slower time would help."""
    per_s = session.cell.rate_hz * float(session.clock.speed)
    return per_s > CALM_ABOVE_HZ and session.clock.speed != SPEEDS[0]


def _chosen(_session: Session) -> bool:
    """The card of the chosen neuron is always the chosen one."""
    return True


# Buttons of one action each: what they show, whether holding repeats. What they do and
# when they are lit stands with the action.
_SIMPLE: dict[str, tuple[Face, type[Button]]] = {
    "tune": (Face(icon=drawing("tune"), title=words("tune.title")), Button),
    "preset_previous": (Face(icon=drawing("previous")), Button),
    "preset_next": (Face(icon=drawing("next")), Button),
    "preset_card": (
        Face(
            icon=lambda session: session.cell.preset.id,
            title=lambda session, texts: texts(f"preset.{session.cell.preset.id}.name"),
            note=preset_note,
            role="capacitance",
            accent="voltage",
            across=True,
        ),
        PresetCard,
    ),
    "pause": (
        Face(
            icon=lambda session: "play" if session.clock.is_paused else "pause",
            title=lambda session, texts: texts(
                "pause.go_on" if session.clock.is_paused else "pause.hold"
            ),
        ),
        Button,
    ),
    "step": (Face(icon=drawing("step_once"), title=words("step.title")), RepeatButton),
    "slower": (Face(icon=drawing("slower"), is_hinted=is_too_fast), RepeatButton),
    "faster": (Face(icon=drawing("faster")), RepeatButton),
    "window": (Face(icon=drawing("zoom_out"), title=words("window.title")), Button),
    "reset": (Face(icon=drawing("reset"), title=words("reset.title")), Button),
    "language": (Face(title=words("language.short"), title_size=20), Button),
    "mute": (
        Face(
            icon=lambda session: (
                "sound_on" if session.preferences.is_sounding else "sound_off"
            ),
        ),
        Button,
    ),
    "settings": (Face(icon=drawing("settings")), Button),
    "help": (Face(icon=drawing("help")), Button),
    "fullscreen": (Face(icon=drawing("fullscreen")), Button),
}
# Buttons whose action has another name, and those whose key is not shown.
_ACTION_OF = {"window": "window_wider"}
_WITHOUT_CAP = ("reset", "help", "fullscreen")
_CARD = always(c.ShowScreen("presets"), _chosen)


def _simple(layout: PlayLayout, id: str) -> Callable[[], Widget]:
    face, kind = _SIMPLE[id]
    action = _ACTION_OF.get(id, id)
    if action in ACTIONS and id not in _WITHOUT_CAP:
        face = replace(face, action=action)
    if id == "reset" and layout.form != "compact":
        # In the title bar, its word stands beside the arrow.
        face = replace(face, across=True, title_size=14, icon_share=0.75)
    deed = DEEDS.get(action, _CARD)
    return lambda: kind(id, layout.buttons[id], face, deed)


def _sliders(layout: PlayLayout, look: Look, session: Session) -> list[Widget]:
    """Up to four sliders with minus and plus; keys belong to places, not to values."""
    widgets: list[Widget] = []
    for index, (spec, place) in enumerate(
        zip(session.sliders, layout.sliders, strict=False), start=1
    ):
        widgets += _slider(place, look, spec.id, index)
    sliders = [widget for widget in widgets if isinstance(widget, Slider)]
    # Names for all of them, or symbols for all of them.
    shows_symbols = any(slider.needs_symbol(look) for slider in sliders)
    for slider in sliders:
        slider.shows_symbol = shows_symbols
    return widgets


def _slider(place: SliderPlace, look: Look, id: str, index: int) -> list[Widget]:
    keys = tuple(action_key(f"slider_{index}_{way}", look) for way in ("up", "down"))
    minus = RepeatButton(
        f"{id}:minus",
        place.minus,
        Face(icon=drawing("minus")),
        always(c.NudgeParameter(id, -1)),
    )
    plus = RepeatButton(
        f"{id}:plus",
        place.plus,
        Face(icon=drawing("plus")),
        always(c.NudgeParameter(id, 1)),
    )
    track = Slider(
        id, place.track, PARAMETERS[id], place.header, place.caps, (keys[0], keys[1])
    )
    return [minus, track, plus]
