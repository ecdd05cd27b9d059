"""The one or two controls of a page, and the buttons that turn it."""

from dataclasses import replace

from lifgame.content.learn import HOLD, PAUSE, RULE, STEP, TYPE, Page
from lifgame.content.levels import level
from lifgame.content.parameters import PARAMETERS
from lifgame.content.screens import PAGES_SCREEN
from lifgame.content.texts import Texts
from lifgame.scenes.bench.faces import FACES, deed_of, no_text
from lifgame.scenes.kiosk.switch import Switch
from lifgame.scenes.lab.desk import slider_place
from lifgame.scenes.lab.widgets import slider_widgets
from lifgame.scenes.layout import SMALLEST_TOUCH_PX, Rect, columns
from lifgame.scenes.learn.places import LearnPlaces
from lifgame.scenes.parts import drawing, words
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.actions import DEEDS, Deed, always
from lifgame.session.learn import page_beside
from lifgame.session.session import Session
from lifgame.view.look import Look
from lifgame.view.widgets.controls import Button, Face
from lifgame.view.widgets.hold import HoldButton
from lifgame.view.widgets.slider import Slider
from lifgame.view.widgets.widget import Widget

# Which handle of the machine sets a parameter, too.
GRIPS = {
    "current": "tap",
    "threshold": "line",
    "resistance": "leak",
    "capacitance": "width",
}
# A control alone is no wider than this, in design units.
WIDEST = 760.0


def control_widgets(
    page: Page, places: LearnPlaces, look: Look, session: Session
) -> list[Widget]:
    """What can be changed on a page."""
    gap = max(8, look.px(32))
    bench = places.bench.copy()
    rooms = columns(bench, len(page.controls), gap)
    if len(rooms) == 1:
        rooms[0].width = min(bench.width, look.px(WIDEST))
        rooms[0].centerx = bench.centerx
    found: list[Widget] = []
    for name, room in zip(page.controls, rooms, strict=True):
        found += _control(name, room, places, look, session)
    return found


def _control(
    name: str, room: Rect, places: LearnPlaces, look: Look, session: Session
) -> list[Widget]:
    if name in PARAMETERS:
        return _slider(name, room, places, look, session)
    if name == HOLD:
        return [HoldButton(HOLD, room)]
    if name == RULE:
        return [_rule(room)]
    if name == TYPE:
        return _types(room)
    return [_time_button(name, room)]


def _slider(
    name: str, room: Rect, places: LearnPlaces, look: Look, session: Session
) -> list[Widget]:
    side = min(max(SMALLEST_TOUCH_PX, look.px(96)), room.width // 4)
    place = slider_place(room, places.header, side)
    widgets = slider_widgets(PARAMETERS[name], place, look, session)
    # The arrows on the track do the same: the keyboard goes to it once.
    for widget in widgets:
        widget.takes_focus = isinstance(widget, Slider)
    return widgets


def _rule(room: Rect) -> Widget:
    deed = Deed(
        lambda session: g.SetRule(fires=not session.cell.fires),
        lambda session: session.cell.fires,
    )
    return Switch(RULE, room, words("learn.rule.name"), words("learn.rule.note"), deed)


def _types(room: Rect) -> list[Widget]:
    side = min(max(SMALLEST_TOUCH_PX, room.height), room.width // 4)
    gap = max(8, side // 10)
    before = Rect(room.left, room.top, side, room.height)
    after = Rect(room.right - side, room.top, side, room.height)
    card = Rect(before.right + gap, room.top, 0, room.height)
    card.width = after.left - gap - card.left
    face, kind = FACES["preset_card"]
    onwards = always(c.BrowsePresets(1))
    return [
        _faced("preset_previous", before, always(c.BrowsePresets(-1))),
        kind("preset_card", card, face, onwards),
        _faced("preset_next", after, onwards),
    ]


def _faced(name: str, room: Rect, deed: Deed) -> Widget:
    face, kind = FACES[name]
    return kind(name, room, face, deed)


def _time_button(name: str, room: Rect) -> Widget:
    action = {STEP: "step", PAUSE: "pause"}[name]
    face, kind = FACES[action]
    face = replace(face, across=True, title_size=34, icon_share=0.8, action=action)
    return kind(name, room, face, deed_of(action))


def turning_widgets(page: Page, places: LearnPlaces, session: Session) -> list[Widget]:
    """Next, All pages, Before, Free play; language, sound and the page anew."""
    rules, buttons = session.exhibit.rules, places.buttons
    found: list[Widget] = []
    for name, by, icon in (("next", 1, "next"), ("pages", 0, "book"),
                           ("before", -1, "previous")):  # fmt: skip
        beside = page_beside(page, by, rules)
        if beside is None:
            continue
        command = g.ShowPage(beside.id) if by else c.ShowScreen(PAGES_SCREEN)
        found.append(_button(name, buttons[name], icon, command))
    found.append(_button("close", buttons["close"], "close", c.Back()))
    for name in ("language", "mute", "reset"):
        face, kind = FACES[name]
        if name == "reset":
            face = replace(face, title=no_text, across=False, icon_share=1.0)
        found.append(kind(name, buttons[name], face, DEEDS[name]))
    return found


def _button(name: str, room: Rect, icon: str, command: c.Command) -> Widget:
    key = "guide.button.free" if name == "close" else f"learn.button.{name}"
    is_narrow = room.width < 1.2 * SMALLEST_TOUCH_PX
    title = no_text if is_narrow else words(key)
    face = Face(icon=drawing(icon), title=title, title_size=26)
    return Button(name, room, face, always(command))


def number_value(name: str, session: Session, texts: Texts) -> str:
    """A number that can be read off the cell as it is set."""
    cell = session.cell
    if name == "tau":
        return texts.quantity(cell.tau_ms, 1, "ms")
    if name == "settle":
        return level(texts, cell.settle_at_mv(cell.set_current_na))
    interval_ms = cell.interval_ms(cell.set_current_na)
    is_silent = interval_ms == float("inf") or not cell.fires
    return "–" if is_silent else texts.quantity(interval_ms, 1, "ms")
