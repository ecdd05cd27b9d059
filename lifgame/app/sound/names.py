"""What a control is called when it is read out: for who does not see the focus ring."""

from lifgame.content.levels import setting
from lifgame.content.markup import plain
from lifgame.content.parameters import PARAMETERS
from lifgame.content.speeds import times_slower
from lifgame.content.texts import Texts
from lifgame.session.session import Session
from lifgame.view.machine.handles import PARAMETER_OF

# Controls whose words stand under another name than their own.
_KEYS = {
    "inject": "hold.title",
    "pump_a": "race.button",
    "pump_b": "race.button",
    "race": "race.question",
    "preset_previous": "action.preset_previous",
    "preset_next": "action.preset_next",
    "window_narrower": "span.narrower",
    "window_wider": "span.wider",
    "paper": "action.look_back",
    "mark_1": "mark.first",
    "mark_2": "mark.second",
    "language": "setting.language.title",
    "mute": "setting.sound.title",
    "lab": "lab.title",
    "play": "play.title",
}
# What a visitor thinks of a parameter.
ESTIMATE = "your_"


def named(session: Session, texts: Texts) -> str:
    """The control that has the keyboard's focus, and its value; empty for none."""
    focus = session.place.focus
    if focus is None:
        return ""
    if focus in ("slower", "faster"):
        times = times_slower(session.clock.speed)
        return plain(texts.plural("tempo.spoken", times, 0))
    name = focus.partition(":")[0]
    if name.startswith(ESTIMATE) and session.guide.progress is not None:
        spec = PARAMETERS[name.removeprefix(ESTIMATE)]
        value = session.cells[-1].value(spec.id)
        words = texts("guide.yours", symbol=spec.symbol)
        return f"{words}: {setting(texts, spec, value)}"
    own = "drum.title" if focus == "inject" and session.cell.is_drum else ""
    keys = (own, _KEYS.get(focus, ""), f"handle.{focus}", f"parameter.{name}", focus)
    key = next((key for key in keys if key in texts), f"action.{focus}")
    words = plain(texts(key)) if key in texts else ""
    parameter = PARAMETER_OF.get(focus, name)
    if words and parameter in PARAMETERS and not session.guide.keeps_secret:
        spec = PARAMETERS[parameter]
        value = session.cell.value(spec.id)
        words = f"{words}: {setting(texts, spec, value)}"
    return words
