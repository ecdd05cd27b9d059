"""The operator's place: what visitors may, how many came, what is wrong, tests, end."""

from collections.abc import Callable, Hashable
from typing import ClassVar

import pygame

from lifgame.content.texts import Texts
from lifgame.scenes.kiosk.asking import asking, has_best
from lifgame.scenes.kiosk.diagnosis_card import (
    paint_diagnosis,
    paint_problem,
    problem_place,
)
from lifgame.scenes.kiosk.info import Info, paint_card
from lifgame.scenes.kiosk.operator_places import OperatorPlaces, operator_places
from lifgame.scenes.kiosk.pin import back_button, left_ring
from lifgame.scenes.kiosk.switch import Switch
from lifgame.scenes.kiosk.visits_card import FILE, paint_visits
from lifgame.scenes.layout import SMALLEST_TOUCH_PX, Rect, columns, cut_bottom, cut_top
from lifgame.scenes.parts import drawing, words
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.actions import Deed, always
from lifgame.session.exhibit import CARDS
from lifgame.session.session import Session
from lifgame.view.look import BOLD, MEDIUM, Look
from lifgame.view.widgets.controls import Button, Face, RepeatButton
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.widget import Widget, WidgetState

ALLOWED = ("language", "text_scale", "sound", "palette")
ADJUSTED = (("idle_s", "operator.idle", "s"), ("loudest", "operator.loudest", "%"))
TONES = ("left", "both", "right")


class ProblemButton(Button):
    """What is wrong; a touch shows the next."""

    def face(self, session: Session) -> Hashable:
        exhibit = session.exhibit
        return exhibit.report.problems, exhibit.problem

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        paint_problem(target, look, self.rect, session)


class OperatorScene(Scene):
    """Only staff come here."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self._card = session.exhibit.card
        self.places: OperatorPlaces = operator_places(size, self._card)
        super().__init__(look, size, session, held)

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return operator_places(size, session.exhibit.card).unit

    def widgets(self, session: Session) -> list[Widget]:
        places = self.places
        widgets: list[Widget] = [back_button(places.back, "staff.back")]
        for name in CARDS:
            if name in places.cards:
                widgets += self._MAKES[name](self, places.cards[name])
        widgets += [_tab(name, rect) for name, rect in places.tabs.items()]
        return [*widgets, left_ring(places.ring)]

    def follow(self, session: Session) -> list[c.Command]:
        """Another card on a small screen: other widgets."""
        if session.exhibit.card == self._card:
            return []
        self._card = session.exhibit.card
        self.places = operator_places(self.size, self._card)
        widgets = self.widgets(session)
        self.backdrop.fill(self.look.palette.background)
        self.paint_backdrop(session)
        self.invalidate()
        return self.board.replace(widgets, session)

    def paint_backdrop(self, session: Session) -> None:
        look, places, texts = self.look, self.places, self.look.texts
        title = texts("operator.title")
        look.write(self.backdrop, title, places.title, 50, weight=BOLD)
        if places.closes is not None:
            upper, lower = places.closes.copy(), places.closes.copy()
            upper.height = lower.height = places.closes.height // 2
            lower.top = upper.bottom
            look.write(self.backdrop, texts("operator.closes"), upper, 24)
            untouched = texts("operator.untouched")
            look.write(self.backdrop, untouched, lower, 24, "muted", MEDIUM)
        for name, rect in places.cards.items():
            paint_card(self.backdrop, look, rect)
            if name in ("rules", "tests", "program"):
                self._paint_head(rect, name)

    def _paint_head(self, rect: Rect, name: str) -> None:
        look = self.look
        key = {"rules": "operator.may_change"}.get(name, f"operator.{name}")
        head = self._inside(rect)
        head.height = self._head
        look.write(self.backdrop, look.texts(key), head, 34, weight=BOLD)
        if name == "rules":
            line = self._rows(rect)[-1]
            until = look.texts("operator.until", file=FILE)
            look.write(self.backdrop, until, line, 22, "muted", MEDIUM)

    @property
    def _head(self) -> int:
        return max(22, self.look.px(52))

    def _inside(self, rect: Rect) -> Rect:
        return rect.inflate(-self.look.px(64), -self.look.px(40))

    # --- what visitors may ---------------------------------------------------------

    def _rows(self, rect: Rect) -> list[Rect]:
        """Rows of the first card: the switches, the numbers, a last line."""
        room = self._inside(rect)
        cut_top(room, self._head, self.look.px(4))
        last = cut_bottom(room, max(16, self.look.px(32)), self.look.px(4))
        count = len(ALLOWED) + len(ADJUSTED)
        gap = max(2, self.look.px(8))
        high = (room.height + gap) // count - gap
        return [*(cut_top(room, high, gap) for _ in range(count)), last]

    def _make_rules(self, rect: Rect) -> list[Widget]:
        rows = self._rows(rect)
        widgets: list[Widget] = [
            _allow(name, row) for name, row in zip(ALLOWED, rows, strict=False)
        ]
        for (name, key, unit), row in zip(ADJUSTED, rows[len(ALLOWED) :], strict=False):
            widgets += self._adjust(name, key, unit, row)
        return widgets

    def _adjust(self, id: str, key: str, unit: str, row: Rect) -> list[Widget]:
        side = max(SMALLEST_TOUCH_PX, min(row.height, self.look.px(72)))
        minus, plus = Rect(0, 0, side, row.height), Rect(0, 0, side, row.height)
        plus.midright = row.midright
        minus.midright = plus.left - max(70, self.look.px(132)), row.centery

        def says(session: Session) -> float:
            return float(getattr(session.exhibit.rules, id))

        def paint(
            target: pygame.Surface, look: Look, place: Rect, session: Session
        ) -> None:
            name = Rect(row.left, place.top, minus.left - row.left - 8, place.height)
            value = Rect(minus.right, place.top, plus.left - minus.right, place.height)
            look.write(target, look.texts(key), name, 30)
            number = look.texts.quantity(says(session), 0, unit)
            look.write(target, number, value, 30, align="center")

        words_place = Rect(row.left, row.top, minus.left - row.left, row.height)
        words_place.width = plus.left - words_place.left
        return [
            Info(f"value {id}", words_place, says, paint),
            RepeatButton(
                f"less {id}", minus, Face(icon=drawing("minus")),
                always(c.AdjustRule(id, -1)),
            ),
            RepeatButton(
                f"more {id}", plus, Face(icon=drawing("plus")),
                always(c.AdjustRule(id, 1)),
            ),
        ]  # fmt: skip

    # --- the other cards -------------------------------------------------------------

    def _make_visits(self, rect: Rect) -> list[Widget]:
        return [Info("visits", rect, _visits, paint_visits)]

    def _make_diagnosis(self, rect: Rect) -> list[Widget]:
        place = problem_place(rect, self.look)
        problem = ProblemButton("problem", place, Face(), always(c.NextProblem()))
        return [Info("diagnosis", rect, _found, paint_diagnosis), problem]

    def _row(self, rect: Rect, count: int) -> list[Rect]:
        room = self._inside(rect)
        cut_top(room, self._head, self.look.px(6))
        return columns(room, count, max(8, self.look.px(16)))

    def _make_tests(self, rect: Rect) -> list[Widget]:
        row = self._row(rect, 2)
        touch = Button(
            "test",
            row[0],
            Face(icon=drawing("target"), title=words("operator.touch"), title_size=26),
            always(c.ShowScreen("test")),
        )
        tones: list[Widget] = [
            Button(
                f"tone {side}", place,
                Face(icon=drawing(f"tone_{side}"), title=words(f"test.{side}"),
                     title_size=26),
                always(c.TestTone(side)),
            )
            for side, place in zip(TONES, columns(row[1], 3, 8), strict=True)
        ]  # fmt: skip
        return [touch, *tones]

    def _make_program(self, rect: Rect) -> list[Widget]:
        clear, restart, leave = self._row(rect, 3)
        return [
            asking("clear", clear, "erase", g.ClearBest(), has_best),
            asking("restart", restart, "reset", c.Restart()),
            asking("quit", leave, "power", c.Quit()),
        ]

    _MAKES: ClassVar[dict[str, Callable[["OperatorScene", Rect], list[Widget]]]] = {
        "rules": _make_rules,
        "visits": _make_visits,
        "diagnosis": _make_diagnosis,
        "tests": _make_tests,
        "program": _make_program,
    }


def _visits(session: Session) -> Hashable:
    return session.exhibit.report.visits


def _found(session: Session) -> Hashable:
    report = session.exhibit.report
    return report.checks, report.problems, session.exhibit.problem


def _tab(name: str, rect: Rect) -> Button:
    keys = {"rules": "operator.may_change"}
    face = Face(title=words(keys.get(name, f"operator.{name}")), title_size=26)
    shown = always(c.ShowCard(name), lambda session: session.exhibit.card == name)
    return Button(f"card {name}", rect, face, shown)


def _allow(name: str, row: Rect) -> Switch:
    def is_on(session: Session) -> bool:
        return name in session.exhibit.rules.allowed_settings

    def give(session: Session) -> c.Command:
        return c.AllowSetting(name, not is_on(session))

    return Switch(
        f"allow {name}",
        row,
        words(f"setting.{name}.title"),
        _NOTES[name],
        Deed(give, is_on),
    )


def _languages(session: Session, _texts: Texts) -> str:
    return " ".join(map(str.upper, session.preferences.choices("language")))


def _sizes(session: Session, _texts: Texts) -> str:
    sizes = session.preferences.choices("text_scale")
    return f"{sizes[0]} – {sizes[-1]} %"


def _loudest(session: Session, _texts: Texts) -> str:
    return f"≤ {session.exhibit.rules.loudest} %"


def _palette(session: Session, texts: Texts) -> str:
    return texts(f"setting.palette.{session.preferences['palette']}")


_NOTES = {
    "language": _languages,
    "text_scale": _sizes,
    "sound": _loudest,
    "palette": _palette,
}
