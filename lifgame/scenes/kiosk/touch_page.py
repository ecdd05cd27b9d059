"""The test page: fingers where they are, keys and pads as they come, tones, colours."""

from collections.abc import Hashable

import pygame

from lifgame.content.palette import MEANINGS
from lifgame.content.parameters import CAPACITANCE, CURRENT, RESISTANCE
from lifgame.content.texts import Texts
from lifgame.model.simulation import StepReport
from lifgame.scenes.kiosk.fingers import fingers, marks
from lifgame.scenes.kiosk.info import Info, paint_card
from lifgame.scenes.kiosk.pin import back_button, left_ring
from lifgame.scenes.layout import SMALLEST_TOUCH_PX, Rect, columns, cut_left, cut_top
from lifgame.scenes.parts import drawing, words
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session.actions import Deed, always
from lifgame.session.session import Session
from lifgame.session.touch_check import BOXES, MARKS, Line
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, MEDIUM, Look
from lifgame.view.over import Over
from lifgame.view.widgets.controls import Button, Face, Words, draw_plate
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.widget import Widget, WidgetState

TONES = ("left", "both", "right")
GREYS = 12
# What the six colours stand for: a word where there is one, else its symbol.
_NAMES = {"threshold": "machine.line_short", "spike": "machine.spikes.one"}
SYMBOLS = {
    "voltage": "V",
    "current": CURRENT.symbol,
    "resistance": RESISTANCE.symbol,
    "capacitance": CAPACITANCE.symbol,
}
# In design units of each form: the cards, and the head.
WIDE = {
    "back": (92, 28, 360, 72), "head": (482, 20, 580, 92), "ring": (1560, 28, 72, 72),
    "focus": (1188, 150, 640, 300), "keys": (1188, 470, 640, 522),
    "colours": (92, 800, 640, 192), "sound": (752, 800, 416, 192),
}  # fmt: skip
TALL = {
    "back": (80, 84, 260, 84), "head": (370, 72, 500, 110), "ring": (890, 84, 84, 84),
    "focus": (80, 830, 920, 260), "keys": (80, 1110, 920, 440),
    "colours": (80, 1580, 520, 220), "sound": (620, 1580, 380, 220),
}  # fmt: skip


class Box(Button):
    """A place for the focus: a tick where it has been."""

    def face(self, session: Session) -> Hashable:
        return _index(self.id) in session.exhibit.touch_check.boxes

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        draw_plate(target, look, self.rect, pressed=state.pressed)
        index = _index(self.id)
        if index in session.exhibit.touch_check.boxes:
            side = min(self.rect.height * 3 // 5, self.rect.width)
            tick = icon("check", side, look.palette.ink)
            target.blit(tick, tick.get_rect(center=self.rect.center))
            return
        look.write(target, str(index + 1), self.rect, 26, "ink", BOLD, "center")


class TouchTestScene(Scene):
    """Only staff come here."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self._over = Over()
        super().__init__(look, size, session, held)

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        wide, tall = (1080, 1920) if size[1] > size[0] else (1920, 1080)
        return min(size[0] / wide, size[1] / tall)

    def _rect(self, name: str) -> Rect:
        is_tall = self.size[1] > self.size[0]
        design = (1080, 1920) if is_tall else (1920, 1080)
        x, y, width, height = (TALL if is_tall else WIDE)[name]
        across, down = self.size[0] / design[0], self.size[1] / design[1]
        return Rect(x * across, y * down, width * across, height * down)

    def _inside(self, name: str) -> Rect:
        room = self._rect(name).inflate(-self.look.px(48), -self.look.px(32))
        cut_top(room, max(12, self.look.px(44)), self.look.px(6))
        return room

    def widgets(self, session: Session) -> list[Widget]:
        back = self._rect("back")
        back.height = max(back.height, SMALLEST_TOUCH_PX)
        gap = max(4, self.look.px(10))
        boxes: list[Rect] = []
        room = self._inside("focus")
        high = (room.height + gap) // 3 - gap
        for _ in range(3):
            boxes += columns(cut_top(room, high, gap), BOXES // 3, gap)
        tones = columns(self._inside("sound"), 3, gap)
        return [
            back_button(back, "test.operator"),
            *(
                Box(f"box {n}", rect, Face(title=_number(n)), Deed(_nothing))
                for n, rect in enumerate(boxes)
            ),
            *(
                Button(
                    f"tone {side}", rect,
                    Face(icon=drawing(f"tone_{side}"), title=words(f"test.{side}"),
                         title_size=24),
                    always(c.TestTone(side)),
                )
                for side, rect in zip(TONES, tones, strict=True)
            ),
            Info("head", self._rect("head"), _head, _paint_head),
            Info("keys", self._inside("keys"), _lines, _paint_lines),
            left_ring(self._rect("ring")),
        ]  # fmt: skip

    def paint_backdrop(self, session: Session) -> None:
        look = self.look
        step = max(8, look.px(60))
        for x in range(0, self.size[0], step):
            self.backdrop.fill(look.palette.grid, (x, 0, 1, self.size[1]))
        for y in range(0, self.size[1], step):
            self.backdrop.fill(look.palette.grid, (0, y, self.size[0], 1))
        for name in ("focus", "keys", "colours", "sound"):
            rect = self._rect(name)
            paint_card(self.backdrop, look, rect)
            head = rect.inflate(-look.px(48), -look.px(32))
            head.height = max(12, look.px(44))
            look.write(self.backdrop, look.texts(f"test.{name}"), head, 28)
        self._paint_colours()

    def _paint_colours(self) -> None:
        """Six meanings with their words, and twelve greys that must all differ."""
        look, room = self.look, self._inside("colours")
        six = cut_top(room, room.height * 3 // 5, look.px(10))
        for role, place in zip(MEANINGS, columns(six, len(MEANINGS), 8), strict=True):
            self.backdrop.fill(look.colour(role), place)
            name = look.texts(_NAMES[role]) if role in _NAMES else SYMBOLS[role]
            if not look.fits(name, place.width, BOLD):
                continue
            look.write(self.backdrop, name, place, 26, "background", BOLD, "center")
        for index, place in enumerate(columns(room, GREYS, 0)):
            level = round(255 * index / (GREYS - 1))
            self.backdrop.fill((level, level, level), place)

    def update(self, session: Session, report: StepReport, elapsed_s: float) -> None:
        focus = session.place.focus or ""
        if focus.startswith("box "):
            session.exhibit.touch_check.boxes.add(_index(focus))

    def draw(self, target: pygame.Surface, session: Session) -> list[pygame.Rect]:
        """Fingers lie over the controls too, so they are laid last."""
        if self._is_fresh:
            self._over.forget()
        self._over.lift(target)
        painted = super().draw(target, session)
        test = session.exhibit.touch_check
        laid = marks(self.look, self.size, test) + fingers(self.look, self.size, test)
        return painted + self._over.lay(target, laid, painted)


def _index(id: str) -> int:
    return int(id.removeprefix("box "))


def _nothing(_session: Session) -> None:
    return None


def _number(n: int) -> Words:
    def title(_session: Session, _texts: Texts) -> str:
        return str(n + 1)

    return title


def _head(session: Session) -> Hashable:
    test = session.exhibit.touch_check
    return len(test.marks), len(test.fingers), test.most


def _paint_head(
    target: pygame.Surface, look: Look, rect: Rect, session: Session
) -> None:
    texts, test = look.texts, session.exhibit.touch_check
    number = texts.number
    room = rect.copy()
    title = cut_top(room, rect.height * 2 // 5)
    look.write(target, texts("test.title"), title, 40, weight=BOLD)
    done = number(len(test.marks), 0)
    places = texts("test.places", done=done, all=number(len(MARKS), 0))
    now, most = number(len(test.fingers), 0), number(test.most, 0)
    for line in (places, texts("test.fingers", now=now, most=most)):
        place = cut_top(room, rect.height * 3 // 10)
        look.write(target, line, place, 26, "muted", MEDIUM)


def _lines(session: Session) -> Hashable:
    test = session.exhibit.touch_check
    lines = tuple(
        (line.name, line.device, line.does, round(line.held_s, 1), line.is_down)
        for line in test.lines
    )
    axes = tuple((name, round(value, 2)) for name, value in sorted(test.axes.items()))
    return lines, axes


def _paint_lines(
    target: pygame.Surface, look: Look, rect: Rect, session: Session
) -> None:
    """The last four, newest on top; below, where every axis stands."""
    test, room = session.exhibit.touch_check, rect.copy()
    axes = sorted(test.axes.items())[:4]
    high = min(rect.height // 5, max(16, look.px(84)))
    for line in test.lines:
        _paint_line(target, look, cut_top(room, high), line)
    if axes:
        said = "   ".join(f"{name} {look.texts.number(v, 2)}" for name, v in axes)
        foot = Rect(rect.left, rect.bottom - high, rect.width, high)
        look.write(target, said, foot, 24, "muted", MEDIUM)


def _paint_line(target: pygame.Surface, look: Look, row: Rect, line: Line) -> None:
    texts = look.texts
    key = cut_left(row, row.width * 3 // 10, look.px(14))
    key.height -= max(2, look.px(10))
    draw_plate(target, look, key, selected=line.is_down)
    look.write(target, line.name, key.inflate(-8, 0), 26, "ink", BOLD, "center")
    does = Rect(row.left + row.width // 2, row.top, row.width // 2, key.height)
    row.width, row.height = row.width // 2 - look.px(10), key.height
    upper = cut_top(row, row.height // 2)
    look.write(target, line.device, upper, 24, "muted", MEDIUM)
    seconds = texts.number(line.held_s, 1)
    is_tap = not line.is_down and line.held_s < 0.5
    how = texts("test.tapped") if is_tap else texts("test.held", seconds=seconds)
    look.write(target, how, row, 24, "muted", MEDIUM)
    meaning = texts(f"action.{line.does}") if line.does else texts("test.nothing")
    look.write(target, meaning, does, 26)
