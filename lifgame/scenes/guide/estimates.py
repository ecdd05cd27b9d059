"""What estimates a neuron behind a curtain: its sliders, and how near is enough."""

from collections.abc import Hashable

import pygame

from lifgame.content.levels import setting
from lifgame.content.parameters import PARAMETERS, ParameterSpec
from lifgame.scenes.guide.buttons import WhiteButton
from lifgame.scenes.guide.cards import Card, draw_stars
from lifgame.scenes.guide.estimate_places import estimate_places
from lifgame.scenes.guide.places import GuidePlaces
from lifgame.scenes.guide.words import guided
from lifgame.scenes.layout import SMALLEST_GAP_PX, SMALLEST_TOUCH_PX
from lifgame.scenes.parts import drawing
from lifgame.session import commands as c
from lifgame.session.actions import always
from lifgame.session.guide.progress import Progress
from lifgame.session.session import Session
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.widgets.controls import Button, Face, RepeatButton
from lifgame.view.widgets.hold import HoldButton
from lifgame.view.widgets.slider import Slider
from lifgame.view.widgets.widget import Widget, WidgetState

# So long a curtain takes to open; where nothing may move it fades.
LIFT_S, FADE_S = 0.7, 0.12
# The neuron that is the guess.
GUESS = 1
# Name and number take this share of a slider's height.
HEADER = 0.42


class EstimateSlider(Slider):
    """One number of the guess, with name and value over its track."""

    def __init__(self, rect: pygame.Rect, spec: ParameterSpec, unit: float) -> None:
        header, groove = rect.inflate(-round(16 * unit), 0), rect.copy()
        header.height = round(rect.height * HEADER)
        groove.top, groove.height = header.bottom, rect.bottom - header.bottom
        name = f"your_{spec.id}"
        super().__init__(name, rect, spec, header, None, ("", ""), unit, groove, GUESS)
        self.knob_radius = max(10, round(groove.height * 0.45))

    def areas(self) -> list[pygame.Rect]:
        return Widget.areas(self)

    def _name(self, look: Look) -> str:
        return look.texts("guide.yours", symbol=self.spec.symbol)

    def _header_parts(self, look: Look) -> tuple[pygame.Rect, pygame.Rect, str, float]:
        name, number = self.header.copy(), self.header.copy()
        number.width = number.width * 11 // 20
        number.right = self.header.right
        return name, number, "right", 30.0


def curtain(
    progress: Progress | None, since_lift_s: float, *, still: bool
) -> float | None:
    """How far the curtain is open, slowly at both ends; None: there is none."""
    if progress is None or progress.row.secret is None:
        return None
    share = since_lift_s / (FADE_S if still else LIFT_S)
    if progress.hides:
        return 0.0
    return (3.0 - 2.0 * share) * share * share if share < 1.0 else None


def estimate_widgets(places: GuidePlaces, progress: Progress) -> list[Widget]:
    """In the order of the keyboard: the sliders, HOLD, the white button."""
    own = estimate_places(places)
    found: list[Widget] = []
    for name, row in zip(progress.row.estimated, own.rows, strict=True):
        found += _estimate(PARAMETERS[name], row, places.unit)
    found += [HoldButton("inject", own.hold), WhiteButton("go", own.lift)]
    if own.rule is not None:
        found.append(StarRule("rule", own.rule))
    return found


def _estimate(spec: ParameterSpec, row: pygame.Rect, unit: float) -> list[Widget]:
    """Minus, slider, plus."""
    side = max(SMALLEST_TOUCH_PX, row.width // 6)
    minus, plus, track = row.copy(), row.copy(), row.copy()
    minus.width = plus.width = side
    plus.right = row.right
    track.left = minus.right + SMALLEST_GAP_PX
    track.width = plus.left - SMALLEST_GAP_PX - track.left
    return [
        _nudge("minus", -1, spec, minus),
        EstimateSlider(track, spec, unit),
        _nudge("plus", 1, spec, plus),
    ]


def _nudge(way: str, steps: int, spec: ParameterSpec, rect: pygame.Rect) -> Button:
    command = c.NudgeParameter(spec.id, steps, GUESS)
    face = Face(icon=drawing(way))
    return RepeatButton(f"your_{spec.id}:{way}", rect, face, always(command))


class EstimateCard(Card):
    """What was estimated, the truth, and how far the worst of it is off."""

    def __init__(self, sign: str, rect: pygame.Rect) -> None:
        super().__init__(sign, rect)
        self._name = {"found": "truth", "theory": "off"}.get(sign, sign)

    def _draw_sign(
        self,
        target: pygame.Surface,
        look: Look,
        role: str,
        centre: tuple[int, int],
        side: int,
    ) -> None:
        """How far it is off has none."""
        if self._name != "off":
            super()._draw_sign(target, look, role, centre, side)

    def _draw_number(
        self, target: pygame.Surface, look: Look, session: Session, room: pygame.Rect
    ) -> None:
        progress = guided(session)
        if self._name == "off":
            words = look.texts.quantity(100.0 * progress.off, 0, "%")
            look.write(target, words, room, 46, "ink", BOLD)
            return
        names = progress.row.estimated
        cell = session.cells[GUESS if self._name == "guess" else 0]
        line = room.copy()
        line.height = room.height // len(names)
        for name in names:
            spec = PARAMETERS[name]
            value = setting(look.texts, spec, cell.value(name))
            look.write(target, f"{spec.symbol}  {value}", line, 38, spec.role, BOLD)
            line.top = line.bottom


class StarRule(Widget):
    """One line a star: how near is near enough."""

    takes_focus = False

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def face(self, session: Session) -> Hashable:
        progress = session.guide.progress
        return progress and session.guide.stars.of(progress.row.id)

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        progress = session.guide.progress
        if progress is None or progress.row.secret is None:
            return
        stations = progress.row.secret.within
        earned = session.guide.stars.of(progress.row.id)
        high = self.rect.height // len(stations)
        for place, within in enumerate(stations):
            room = pygame.Rect(self.rect.left, 0, self.rect.width, high)
            room.top = self.rect.top + place * high
            sign = room.copy()
            sign.width = min(room.width * 2 // 5, 4 * high)
            sign.height = sign.width * 2 // 7
            sign.centery = room.centery
            is_full = earned > place
            draw_stars(target, look, sign, (place + 1) * is_full, "left", place + 1)
            room.left = sign.right + look.px(8)
            room.width = self.rect.right - room.left
            share = look.texts.quantity(100.0 * within, 0, "%")
            words = look.texts("guide.within", share=share)
            look.write(target, words, room, 26, "muted", SEMIBOLD)
