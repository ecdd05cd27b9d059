"""All pages of Learn as cards: one tap opens one."""

from collections.abc import Hashable
from dataclasses import dataclass

import pygame

from lifgame.content.learn import Page
from lifgame.scenes.bench.faces import FACES, no_text
from lifgame.scenes.bench.grid import COMPACT_UNIT, Grid, form_of
from lifgame.scenes.guide.words import Words
from lifgame.scenes.layout import Rect, columns
from lifgame.scenes.parts import drawing, words
from lifgame.scenes.room import paint_room
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.actions import DEEDS, always
from lifgame.session.learn import offered_pages
from lifgame.session.session import Session
from lifgame.view.icons.icons import icon
from lifgame.view.lettering.sentence import sentence_picture
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.widgets.controls import Button, Face, draw_plate
from lifgame.view.widgets.widget import Widget, WidgetState

# Cards beside each other, and of the head: height and margin, in design units.
ACROSS = {"landscape": 4, "portrait": 2, "compact": 4}
SIGN_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class ContentsPlaces:
    """All rectangles of the list, in pixels.

    Attributes:
        unit: Pixels per design unit: ``Look.unit``.
        title: What all of it is.
        cards: The pages, in order.
        buttons: Buttons by id.
    """

    unit: float
    title: Rect
    cards: tuple[Rect, ...]
    buttons: dict[str, Rect]


def contents_places(size: tuple[int, int], count: int) -> ContentsPlaces:
    """The places for a window of a size in pixels, and so many pages."""
    form = form_of(size)
    design, margin = {
        "landscape": ((1920, 1080), 48),
        "portrait": ((1080, 1920), 48),
        "compact": ((800, 480), 10),
    }[form]
    grid = Grid(size, design, margin=margin)
    is_small = form == "compact"
    wide, top, high = (54, 8, 52) if is_small else (84, 28, 76)
    corner = grid.corner((*([wide * 1.0] * 3), wide * 1.0), top, high)
    gap = max(8, grid.px(8 if is_small else 16))
    title = Rect(grid.margin, corner[0].top, 0, corner[0].height)
    title.width = corner[0].left - gap - title.left
    room = Rect(grid.margin, corner[0].bottom + 2 * gap, size[0] - 2 * grid.margin, 0)
    room.height = size[1] - max(gap, grid.margin // 2) - room.top
    across = ACROSS[form]
    lines = max(1, -(-count // across))
    step = (room.height + gap) // lines
    cards: list[Rect] = []
    for line in range(lines):
        row = Rect(room.left, room.top + line * step, room.width, step - gap)
        cards += columns(row, across, gap)
    names = ("board", "language", "mute", "close")
    unit = grid.scale * (COMPACT_UNIT if is_small else 1.0)
    places = dict(zip(names, corner, strict=True))
    return ContentsPlaces(unit, title, tuple(cards[:count]), places)


class ContentsScene(Scene):
    """Where a page is chosen."""

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return contents_places(size, 1).unit

    def widgets(self, session: Session) -> list[Widget]:
        pages = offered_pages(session.exhibit.rules)
        places = contents_places(self.size, len(pages))
        self.backdrop = paint_room(self.look, self.size, Rect(0, 0, *self.size))
        title = Words("title", places.title, words("learn.title"), self.look.texts, 54)
        cards = [
            PageCard(page, place, rect)
            for place, (page, rect) in enumerate(
                zip(pages, places.cards, strict=True), start=1
            )
        ]
        return [title, *cards, *_corner(places)]


def _corner(places: ContentsPlaces) -> list[Widget]:
    """The other tasks, language, sound, and the way back to free play."""
    face, kind = FACES["board"]
    face = Face(icon=face.icon, title=no_text, role=face.role)
    to_board = always(c.ShowScreen("board"))
    found: list[Widget] = [kind("board", places.buttons["board"], face, to_board)]
    for name in ("language", "mute"):
        face, kind = FACES[name]
        found.append(kind(name, places.buttons[name], face, DEEDS[name]))
    cross = Face(icon=drawing("close"))
    found.append(Button("close", places.buttons["close"], cross, always(c.Back())))
    return found


class PageCard(Widget):
    """One page: its number, its drawing, its question."""

    def __init__(self, page: Page, place: int, rect: Rect) -> None:
        super().__init__(f"page_{page.id}", rect)
        self._page, self._place = page, place

    def face(self, session: Session) -> Hashable:
        return self._page.id

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[c.Command]:
        return [g.ShowPage(self._page.id)] if inside else []

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        draw_plate(target, look, self.rect, pressed=state.pressed)
        room = self.rect.inflate(-look.px(28), -look.px(20))
        side = min(round(room.width * SIGN_SHARE), room.height - look.px(8))
        sign = icon(self._page.icon, side, look.palette.ink, look.palette.voltage)
        target.blit(sign, sign.get_rect(midleft=room.midleft))
        left = room.left + side + look.px(20)
        text = Rect(left, room.top, room.right - left, room.height)
        number = text.copy()
        number.height = max(look.px(30), 14)
        look.write(target, str(self._place), number, 26, "muted", BOLD)
        text.top, text.height = number.bottom, text.bottom - number.bottom
        question = look.texts(f"learn.{self._page.id}.question")
        picture = sentence_picture(look, question, text.size, 32, SEMIBOLD)
        target.blit(picture, picture.get_rect(midleft=text.midleft))
