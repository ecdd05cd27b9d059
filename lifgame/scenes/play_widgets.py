"""The controls of the Play screen: what each shows, and which command it gives."""

from collections.abc import Callable
from dataclasses import replace

from lifgame.content.parameters import PARAMETERS
from lifgame.content.patterns import PATTERNS
from lifgame.content.speeds import SPEEDS
from lifgame.content.texts import Texts
from lifgame.scenes.layout import PATTERN_BUTTONS, PlayLayout, SliderPlace
from lifgame.session import commands as c
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
Give = Callable[[Session], c.Command]


def drawing(name: str) -> Callable[[Session], str]:
    """A button's drawing that is always the same."""
    return lambda _session: name


def words(key: str) -> Callable[[Session, Texts], str]:
    """A button's words that are always the same."""
    return lambda _session, texts: texts(key)


def always(command: c.Command) -> Give:
    """A button's command that is always the same."""
    return lambda _session: command


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
        is_selected=lambda session: session.drawer == drawer,
        title_size=22,
    )
    command = always(c.ShowDrawer(drawer))
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
        is_selected=lambda session: session.pattern.id == pattern,
    )
    name = f"pattern:{pattern}"
    return lambda: Button(
        name, layout.buttons[name], face, always(c.SelectPattern(pattern))
    )


class PresetCard(Button):
    """The chosen neuron: its drawing, its name, its group; opens the list of all."""

    def face(self, session: Session) -> tuple[str, bool]:
        return session.preset.id, session.is_preset_changed


def preset_note(session: Session, texts: Texts) -> str:
    """The card's second line: what is special, or that a slider was moved."""
    if session.is_preset_changed:
        return texts("preset.changed")
    return texts(f"preset.{session.preset.id}.short")


def is_too_fast(session: Session) -> bool:
    """Whether spikes come too fast to be shown one by one: slower time would help."""
    per_s = session.rate_hz * float(session.speed)
    return per_s > CALM_ABOVE_HZ and session.speed != SPEEDS[0]


# Buttons with one drawing and one command: face, command, whether holding repeats.
_SIMPLE: dict[str, tuple[Face, Give, type[Button]]] = {
    "tune": (
        Face(
            icon=drawing("tune"),
            title=words("tune.title"),
            action="tune",
            is_selected=lambda session: session.is_tuning,
        ),
        always(c.ToggleTuning()),
        Button,
    ),
    "preset_previous": (
        Face(icon=drawing("previous"), action="preset_previous"),
        always(c.BrowsePresets(-1)),
        Button,
    ),
    "preset_next": (
        Face(icon=drawing("next"), action="preset_next"),
        always(c.BrowsePresets(1)),
        Button,
    ),
    "preset_card": (
        Face(
            icon=lambda session: session.preset.id,
            title=lambda session, texts: texts(f"preset.{session.preset.id}.name"),
            note=preset_note,
            role="capacitance",
            accent="voltage",
            is_selected=lambda _session: True,
            across=True,
        ),
        always(c.ShowScreen("presets")),
        PresetCard,
    ),
    "pause": (
        Face(
            icon=lambda session: "play" if session.is_paused else "pause",
            title=lambda session, texts: texts(
                "pause.go_on" if session.is_paused else "pause.hold"
            ),
            action="pause",
            is_selected=lambda session: session.is_paused,
        ),
        always(c.TogglePause()),
        Button,
    ),
    "step": (
        Face(icon=drawing("step_once"), title=words("step.title"), action="step"),
        always(c.StepOnce()),
        RepeatButton,
    ),
    "slower": (
        Face(icon=drawing("slower"), action="slower", is_hinted=is_too_fast),
        always(c.BrowseSpeeds(-1)),
        RepeatButton,
    ),
    "faster": (
        Face(icon=drawing("faster"), action="faster"),
        always(c.BrowseSpeeds(1)),
        RepeatButton,
    ),
    "window": (
        Face(
            icon=drawing("zoom_out"), title=words("window.title"), action="window_wider"
        ),
        always(c.BrowseWindows(1, around=True)),
        Button,
    ),
    "reset": (
        Face(icon=drawing("reset"), title=words("reset.title")),
        always(c.Reset()),
        Button,
    ),
    "language": (
        Face(title=words("language.short"), action="language", title_size=20),
        always(c.BrowseSetting("language")),
        Button,
    ),
    "mute": (
        Face(
            icon=lambda session: (
                "sound_on" if session.preferences.is_sounding else "sound_off"
            ),
            action="mute",
        ),
        always(c.BrowseSetting("sound")),
        Button,
    ),
    "settings": (
        Face(icon=drawing("settings"), action="settings"),
        always(c.ShowScreen("settings")),
        Button,
    ),
    "help": (Face(icon=drawing("help")), always(c.ShowScreen("help")), Button),
    "fullscreen": (
        Face(icon=drawing("fullscreen")),
        always(c.ToggleFullscreen()),
        Button,
    ),
}


def _simple(layout: PlayLayout, id: str) -> Callable[[], Widget]:
    face, command, kind = _SIMPLE[id]
    if id == "reset" and layout.form != "compact":
        # In the title bar, its word stands beside the arrow.
        face = replace(face, across=True, title_size=14, icon_share=0.75)
    return lambda: kind(id, layout.buttons[id], face, command)


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
