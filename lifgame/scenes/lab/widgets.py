"""The controls of the Lab: patterns, neuron, time, sliders and readings."""

from collections.abc import Callable
from dataclasses import replace

from lifgame.content.actions import ACTIONS
from lifgame.content.parameters import ParameterSpec
from lifgame.content.patterns import PATTERNS
from lifgame.content.texts import Texts
from lifgame.scenes.bench.faces import FACES, WITHOUT_WORDS, deed_of, no_text
from lifgame.scenes.lab.desk import LabPlaces
from lifgame.scenes.layout import Rect, SliderPlace
from lifgame.scenes.parts import drawing, words
from lifgame.session import commands as c
from lifgame.session.actions import DEEDS, always
from lifgame.session.session import Session
from lifgame.view.look import Look
from lifgame.view.widgets.controls import Button, Face, RepeatButton
from lifgame.view.widgets.hold import HoldButton
from lifgame.view.widgets.keycaps import action_key
from lifgame.view.widgets.reading import Reading
from lifgame.view.widgets.slider import Slider
from lifgame.view.widgets.widget import Widget

# On a narrow button there is room for its drawing alone.
SMALL_WITHOUT_WORDS = ("reset", "play", "tune")
# In seconds of simulated time, finer while it is held.
FINE_BELOW_MS = 10_000.0


def lab_widgets(places: LabPlaces, look: Look, session: Session) -> list[Widget]:
    """Everything on the desk, in the order of the keyboard."""
    widgets: list[Widget] = [HoldButton("inject", places.hold)]
    widgets += [_button(name, places) for name in places.buttons]
    widgets += _sliders(places, look, session)
    values = reading_values()
    widgets += [
        Reading(name, rect, values[name], _theory_name if name == "theory" else None)
        for name, rect in places.readings.items()
    ]
    return widgets


def _button(name: str, places: LabPlaces) -> Widget:
    rect = places.buttons[name]
    if name.startswith("pattern:"):
        return _pattern(name, places)
    if name.startswith("drawer:"):
        return _drawer(name, places)
    if name.startswith("slider:"):
        return _slider_tab(name, places)
    face, kind = FACES[name]
    face = _fitted(name, face, rect, is_small=places.has_drawers)
    if name in ACTIONS:
        face = replace(face, action=name)
    return kind(name, rect, face, deed_of(name))


def _fitted(name: str, face: Face, rect: Rect, *, is_small: bool) -> Face:
    """The face as the button's shape has room for it."""
    is_narrow = rect.width < 1.6 * rect.height
    is_long = rect.width > 2.2 * rect.height
    if is_small and name in WITHOUT_WORDS and not is_long:
        return replace(face, title=no_text, note=no_text, across=False, icon_share=1.0)
    if is_narrow and name in SMALL_WITHOUT_WORDS:
        return replace(face, across=False, title=no_text)
    if is_narrow and name == "preset_card":
        return replace(face, across=False, note=no_text, title_size=17)
    return replace(face, across=True) if is_long else face


def _pattern(name: str, places: LabPlaces) -> Widget:
    pattern = name.removeprefix("pattern:")
    action = f"pattern_{list(PATTERNS).index(pattern) + 1}"
    is_small = places.has_drawers
    face = Face(
        icon=drawing(pattern),
        title=no_text if is_small else words(f"pattern.{pattern}"),
        role="current",
        accent="ink",
        action=action,
    )
    return Button(name, places.buttons[name], face, DEEDS[action])


def _drawer(name: str, places: LabPlaces) -> Widget:
    drawer = name.removeprefix("drawer:")
    face = Face(title=words(f"drawer.{drawer}"), title_size=34)
    if drawer == "none":
        face = Face(icon=drawing("down"))
    return Button(name, places.buttons[name], face, always(c.ShowDrawer(drawer)))


def _slider_tab(name: str, places: LabPlaces) -> Widget:
    place = int(name.removeprefix("slider:"))

    def title(session: Session, texts: Texts) -> str:
        return shown_specs(session)[place].symbol

    chosen = always(
        c.ChooseSlider(place), lambda session: session.place.slider == place
    )
    return Button(name, places.buttons[name], Face(title=title, title_size=38), chosen)


def shown_specs(session: Session) -> tuple[ParameterSpec, ...]:
    """The values whose sliders a small screen's drawer offers."""
    return session.tuning if session.place.is_tuning else session.sliders


def _sliders(places: LabPlaces, look: Look, session: Session) -> list[Widget]:
    specs: tuple[ParameterSpec, ...] = session.sliders
    if places.has_drawers:
        offered = shown_specs(session)
        specs = (offered[min(session.place.slider, len(offered) - 1)],)
    elif session.place.is_tuning:
        specs = session.tuning + specs
    shown = list(zip(specs, places.sliders, strict=False))
    widgets = [
        w for spec, place in shown for w in slider_widgets(spec, place, look, session)
    ]
    sliders = [widget for widget in widgets if isinstance(widget, Slider)]
    # Names for all of them, or symbols for all of them.
    shows_symbols = any(slider.needs_symbol(look) for slider in sliders)
    for slider in sliders:
        slider.shows_symbol = shows_symbols
    return widgets


def slider_widgets(
    spec: ParameterSpec, place: SliderPlace, look: Look, session: Session
) -> list[Widget]:
    """Minus, plus, and the track between them, of one parameter."""
    ways = ("down", "up")
    actions = ("", "")
    if spec in session.sliders:
        number = session.sliders.index(spec) + 1
        actions = tuple(f"slider_{number}_{way}" for way in ways)  # type: ignore[assignment]
    keys = tuple(action_key(action, look) if action else "" for action in actions)
    minus = RepeatButton(
        f"{spec.id}:minus",
        place.minus,
        Face(icon=drawing("minus"), action=actions[0]),
        always(c.NudgeParameter(spec.id, -1)),
    )
    plus = RepeatButton(
        f"{spec.id}:plus",
        place.plus,
        Face(icon=drawing("plus"), action=actions[1]),
        always(c.NudgeParameter(spec.id, 1)),
    )
    track = Slider(
        spec.id, place.track, spec, place.header, None, (keys[1], keys[0]), look.unit
    )
    return [minus, track, plus]


def reading_values() -> dict[str, Callable[[Session, Texts], str]]:
    """What stands in each column of the ribbon."""
    return {
        "tau": _tau,
        "rate": _rate,
        "theory": _theory,
        "rheobase": _rheobase,
        "time": _time,
    }


def _tau(session: Session, texts: Texts) -> str:
    reading = session.reading
    tau_ms = reading.resistance_mohm * reading.capacitance_nf
    is_past = session.clock.past_tick is not None
    return texts.quantity(tau_ms if is_past else session.cell.tau_ms, 1, "ms")


def _rate(session: Session, texts: Texts) -> str:
    """The measured rate; nothing where it is not known: once, or with no interval."""
    cell = session.cell
    must_fire = bool(cell.theory_hz) and cell.spike_count < 2
    if session.clock.past_tick is not None or (must_fire and not cell.rate_hz):
        return "–"
    return texts.quantity(cell.rate_hz, 1, "Hz")


def _theory(session: Session, texts: Texts) -> str:
    """The closed form's rate, and in brackets that of the screen's own steps."""
    theory_hz = session.cell.theory_hz
    if theory_hz is None or session.clock.past_tick is not None:
        return "–"
    words = texts.quantity(theory_hz, 1, "Hz")
    if not session.cell.differs_in_steps:
        return words
    return f"{words} ({texts.number(session.cell.stepped_hz, 1)})"


def _theory_name(session: Session) -> str:
    return "ribbon.theory_steps" if session.cell.differs_in_steps else "ribbon.theory"


def _rheobase(session: Session, texts: Texts) -> str:
    theory = session.cell.theory
    if theory is not None and session.clock.past_tick is not None:
        reading = session.reading
        then_na = reading.rest_threshold_mv / reading.resistance_mohm
        return texts.quantity(then_na, 2, "nA")
    return "–" if theory is None else texts.quantity(theory.rheobase_na, 2, "nA")


def _time(session: Session, texts: Texts) -> str:
    """Simulated time; while it is held, fine enough to follow single steps."""
    time_ms = session.cell.time_ms
    if session.clock.past_tick is not None:
        time_ms = session.reading.time_ms
    if session.clock.is_paused and time_ms < FINE_BELOW_MS:
        return texts.quantity(time_ms, 1, "ms")
    return texts.quantity(time_ms / 1000, 2, "s")
