"""The door for staff: a pad of keys, over the picture, which stands behind it."""

import math
from collections.abc import Hashable

import pygame

from lifgame.content.texts import Texts
from lifgame.scenes.kiosk.info import Info, paint_card
from lifgame.scenes.layout import Rect
from lifgame.scenes.parts import drawing, words
from lifgame.scenes.scene import Layer
from lifgame.session import commands as c
from lifgame.session.actions import always
from lifgame.session.exhibit import STAFF_S
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.countdown import countdown
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, MEDIUM, Look
from lifgame.view.widgets.controls import Button, Face, Words, draw_plate
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.widget import Widget, WidgetState

DIM = 0.86
CARD = (800.0, 952.0)
KEYS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"), ("erase", "0", "check"))


class PadKey(Button):
    """One key; while a wait runs it keeps its place, and is pale."""

    def face(self, session: Session) -> Hashable:
        return super().face(session), session.exhibit.pin_wait_s > 0.0

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        role = "edge" if session.exhibit.pin_wait_s > 0.0 else "ink"
        draw_plate(target, look, self.rect, pressed=state.pressed)
        name = self.shows.icon(session)
        high = self.rect.height
        if name:
            picture = icon(name, round(high * 0.6), look.colour(role))
        else:
            text = self.shows.title(session, look.texts)
            picture = look.text(text, round(high * 0.5), role, BOLD)
        target.blit(picture, picture.get_rect(center=self.rect.center))


class PinScene(Layer):
    """Type the PIN, or go back to the game."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        scale = min(size[0] * 0.96 / CARD[0], size[1] * 0.96 / CARD[1], look.unit)
        self._scale = max(scale, min(size[0], size[1]) / 1100)
        self._has_ground = False
        super().__init__(look, size, session, held)

    @classmethod
    def area(cls, size: tuple[int, int], look: Look) -> Rect:
        return Rect((0, 0), size)

    def _px(self, design: float) -> int:
        return round(design * self._scale)

    @property
    def _card(self) -> Rect:
        card = Rect(0, 0, self._px(CARD[0]), self._px(CARD[1]))
        card.center = self.size[0] // 2, self.size[1] // 2
        return card

    def _in_card(self, x: float, y: float, width: float, height: float) -> Rect:
        card, px = self._card, self._px
        return Rect(card.left + px(x), card.top + px(y), px(width), px(height))

    def widgets(self, session: Session) -> list[Widget]:
        keys: list[Widget] = []
        for row, names in enumerate(KEYS):
            for column, name in enumerate(names):
                rect = self._in_card(64 + column * 230, 392 + row * 130, 212, 116)
                keys.append(_key(name, rect))
        back = Rect(self._px(48), 0, self._px(400), max(48, self._px(84)))
        back.width = min(back.width, max(150, self._card.left - 2 * back.left))
        if self._card.left < back.width:
            back.width = min(self.size[0] - 2 * back.left, self._px(500))
        back.bottom = self.size[1] - self._px(48)
        return [
            Info("field", self._in_card(64, 166, 672, 92), _typed, _paint_field),
            Info("warning", self._in_card(64, 274, 672, 96), _waits, _paint_warning),
            Info("left", self._in_card(660, 48, 92, 92), _left, _paint_left),
            *keys,
            back_button(back, "staff.back"),
        ]

    def _make_ground(self, target: pygame.Surface) -> None:
        """What was seen, dimmed, with the card on it."""
        look = self.look
        self.backdrop.blit(target, (0, 0))
        veil = pygame.Surface(self.size)
        veil.fill(look.palette.background)
        veil.set_alpha(round(255 * DIM))
        self.backdrop.blit(veil, (0, 0))
        card = self._card
        paint_card(self.backdrop, look, card)
        lock = icon("lock", self._px(78), look.palette.ink)
        self.backdrop.blit(lock, self._in_card(50, 52, 78, 78))
        title, line = self._in_card(140, 40, 500, 64), self._in_card(140, 100, 500, 44)
        unit = self._scale / look.unit
        look.write(
            self.backdrop, look.texts("staff.title"), title, 46 * unit, weight=BOLD
        )
        words_ = look.texts("staff.type_pin")
        look.write(self.backdrop, words_, line, 32 * unit, "muted", MEDIUM)

    def draw_over(
        self, target: pygame.Surface, session: Session, below: list[pygame.Rect]
    ) -> list[pygame.Rect]:
        if not self._has_ground:
            self._has_ground = True
            self._make_ground(target)
            self.invalidate()
        return super().draw_over(target, session, below)


def back_button(rect: Rect, key: str) -> Button:
    """Leads back to where one came from."""
    face = Face(
        icon=drawing("previous"),
        title=words(key),
        across=True,
        title_size=26,
        icon_share=0.6,
    )
    return Button("back", rect, face, always(c.Back()))


def _key(name: str, rect: Rect) -> PadKey:
    if name == "erase":
        return PadKey(name, rect, Face(icon=drawing(name)), always(c.EraseDigit()))
    if name == "check":
        return PadKey("try", rect, Face(icon=drawing(name)), always(c.TryPin()))
    face = Face(title=_plain(name))
    return PadKey(f"digit {name}", rect, face, always(c.TypeDigit(name)))


def _plain(text: str) -> Words:
    def title(_session: Session, _texts: Texts) -> str:
        return text

    return title


def _typed(session: Session) -> Hashable:
    return len(session.exhibit.pin)


def _paint_field(
    target: pygame.Surface, look: Look, rect: Rect, session: Session
) -> None:
    palette = look.palette
    plate = shapes.rounded(
        rect.size, look.px(18), palette.well, palette.edge, max(2, look.px(2.5))
    )
    target.blit(plate, rect)
    count = len(session.exhibit.pin)
    radius = max(3, rect.height // 10)
    if not count:
        dash = Rect(0, 0, rect.height // 3, max(2, rect.height // 24))
        dash.center = rect.center
        target.fill(palette.muted, dash)
    step = min(4 * radius, (rect.width - 4 * radius) // max(count, 1))
    for index in range(count):
        x = rect.centerx + round((index - (count - 1) / 2) * step)
        dot = shapes.disc(radius, palette.ink)
        target.blit(dot, dot.get_rect(center=(x, rect.centery)))


def _waits(session: Session) -> Hashable:
    # The bar runs out in small steps.
    return math.ceil(session.exhibit.pin_wait_s * 8)


def _paint_warning(
    target: pygame.Surface, look: Look, rect: Rect, session: Session
) -> None:
    exhibit = session.exhibit
    if exhibit.pin_wait_s <= 0.0:
        return
    bar = Rect(rect.left, rect.bottom - rect.height // 10, rect.width, 0)
    bar.height = rect.bottom - bar.top
    plate = Rect(rect.left, rect.top, rect.width, bar.top - rect.top - bar.height)
    paint_card(target, look, plate, warns=True)
    side = plate.height * 3 // 5
    sign = icon("warning", side, look.palette.threshold)
    target.blit(sign, sign.get_rect(midleft=(plate.left + side // 2, plate.centery)))
    room = Rect(plate.left + 2 * side, plate.top, 0, plate.height)
    room.width = plate.right - room.left - side // 2
    seconds = look.texts.number(math.ceil(exhibit.pin_wait_s), 0)
    words_ = look.texts("staff.wrong", seconds=seconds)
    look.write(target, words_, room, 30)
    target.fill(look.palette.line, bar)
    share = exhibit.pin_wait_s / max(exhibit.pin_waits_s, exhibit.pin_wait_s)
    target.fill(look.palette.threshold, (*bar.topleft, bar.width * share, bar.height))


def _left(session: Session) -> Hashable:
    return math.ceil(session.exhibit.staff_left_s)


def _paint_left(
    target: pygame.Surface, look: Look, rect: Rect, session: Session
) -> None:
    """The seconds until a place for staff closes by itself."""
    left_s = math.ceil(session.exhibit.staff_left_s)
    radius = min(rect.width, rect.height) // 2
    number = look.texts.number(left_s, 0)
    picture = countdown(
        look, radius, max(3, radius // 5), left_s / STAFF_S, number,
        max(10, round(radius * 0.7)),
    )  # fmt: skip
    target.blit(picture, picture.get_rect(center=rect.center))


def left_ring(rect: Rect) -> Info:
    """The ring of a place for staff."""
    return Info("left", rect, _left, _paint_left)
