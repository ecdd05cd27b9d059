"""The board: every experiment and challenge as a card, one tap away.

Where there is room the machine stands aside and goes on running, and HOLD works.
"""

from collections.abc import Hashable

import pygame

from lifgame.content.texts import Texts
from lifgame.model.simulation import StepReport
from lifgame.scenes.bench.faces import FACES, deed_of
from lifgame.scenes.guide.best import BestLegend, draw_best
from lifgame.scenes.guide.board_places import BoardPlaces, board_places
from lifgame.scenes.guide.cards import draw_stars
from lifgame.scenes.guide.words import Words
from lifgame.scenes.layout import cut_bottom, cut_left, cut_right, cut_top
from lifgame.scenes.offered import offered as offered_widgets
from lifgame.scenes.parts import drawing, words
from lifgame.scenes.picture import Picture
from lifgame.scenes.room import paint_room
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.actions import Deed, always
from lifgame.session.guide import script
from lifgame.session.guide.offer import is_offered, offered
from lifgame.session.guide.rows import CHALLENGE, EXPERIMENT, Row
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.colours import mix
from lifgame.view.icons.icons import icon
from lifgame.view.lettering.sentence import sentence_picture
from lifgame.view.look import SEMIBOLD, Look
from lifgame.view.widgets.controls import Button, Face, draw_plate
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.hold import HoldButton
from lifgame.view.widgets.widget import Widget, WidgetState

# The colours of the cards' drawings: the thing, and what happens to it.
ROLES = {
    "tap_guess": ("current", "ink"),
    "rising_rate": ("edge", "spike"),
    "memory": ("second", "voltage"),
    "higher_line": ("voltage", "threshold"),
    "cork": ("glass", "threshold"),
    "slowing": ("edge", "spike"),
    "stairs": ("spike", "voltage"),
    "mystery": ("voltage", "edge"),
    "favourite": ("current", "voltage"),
    "almost": ("voltage", "threshold"),
    "metronome": ("edge", "spike"),
    "counting": ("current", "spike"),
    "quick_tap": ("ink", "current"),
    "drum": ("ink", "spike"),
    "noise_helps": ("voltage", "spike"),
}
KINDS = (EXPERIMENT, CHALLENGE)
# What an operator or a teacher has added, with so many cards a page.
OWN, OWN_A_PAGE = "own", 6
PICTURE_SHARE, BESIDE_SHARE = 0.44, 0.3
# In a card that is lower than this, in design units, the drawing gives way to words.
SMALL, SMALL_SHARE = 220.0, 0.2
# So much lower than wide, a card has its drawing at its left.
LOW = 0.68


class BoardScene(Scene):
    """What can be found out."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self.rows, self.pages = _page(session)
        counts = {kind: len(rows) for kind, rows in self.rows.items()}
        self.places = board_places(size, counts, has_pages=self.pages > 1)
        self.picture: Picture | None = None
        self._kind = session.place.kind
        super().__init__(look, size, session, held)

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return board_places(size, {}).unit

    @property
    def ground(self) -> pygame.Surface:
        return self.backdrop if self.picture is None else self.picture.wall

    def widgets(self, session: Session) -> list[Widget]:
        look, places = self.look, self.places
        area = places.picture or pygame.Rect(0, 0, *self.size)
        self.backdrop = paint_room(look, self.size, area)
        if places.picture is not None:
            self._paint_aside(places)
            small = Look(
                unit=look.unit * places.picture_scale,
                palette=look.palette,
                texts=look.texts,
                text_scale=1.0,
                still=look.still,
                keys=look.keys,
            )
            self.picture = Picture(
                small, places.picture, "portrait", self.backdrop, session
            )
            self.picture.live_grips = ()
            self.picture.update(session, self.board, 0.0)
        return self._controls(session)

    def _paint_aside(self, places: BoardPlaces) -> None:
        """The board is a wall of its own, beside the machine."""
        palette, picture = self.look.palette, places.picture
        if picture is None:
            return
        self.backdrop.fill(palette.room_dark, (0, 0, picture.left, self.size[1]))
        edge = max(2, self.look.px(3))
        colour = mix(palette.panel, palette.edge, 0.6)
        self.backdrop.fill(colour, (picture.left, 0, edge, self.size[1]))

    def _controls(self, session: Session) -> list[Widget]:
        look, places = self.look, self.places
        found: list[Widget] = []
        if places.title.width:
            found.append(Words("title", places.title, _title, look.texts, 54.0))
        for kind, rect in places.tabs.items():
            found.append(_tab(kind, rect))
        for kind in (session.place.kind,) if places.tabs else places.headings:
            if kind in places.headings:
                found += self._heading(kind, places.headings[kind].copy())
            found += [
                GuideCard(row, rect)
                for row, rect in zip(self.rows[kind], places.cards[kind], strict=False)
            ]
        if places.more is not None:
            found.append(_more_button(places.more, self.pages))
        if places.hold is not None:
            found.append(HoldButton("inject", places.hold))
        face = Face(
            icon=drawing("close"),
            title=words("guide.button.free"),
            across=places.close.width > 2 * places.close.height,
            title_size=26,
            icon_share=0.6,
        )
        found.append(Button("close", places.close, face, always(c.Back())))
        for name, rect in places.corner.items():
            face, kind_of = FACES[name]
            found.append(kind_of(name, rect, face, deed_of(name)))
        return found

    def _heading(self, kind: str, rect: pygame.Rect) -> list[Widget]:
        """The line over the cards of a kind."""
        found: list[Widget] = []
        if kind == CHALLENGE:
            found.append(BestLegend("best", cut_right(rect, rect.width // 2)))
        says, name = words(f"guide.tab.{kind}"), f"heading_{kind}"
        found.append(Words(name, rect, says, self.look.texts, 26, is_quiet=True))
        return found

    def follow(self, session: Session) -> list[c.Command]:
        """Another kind or page: other cards; the machine runs on."""
        rows, _ = _page(session)
        if (rows, session.place.kind) == (self.rows, self._kind):
            return []
        self.rows, self._kind = rows, session.place.kind
        counts = {kind: len(rows) for kind, rows in self.rows.items()}
        self.places = board_places(self.size, counts, has_pages=self.pages > 1)
        self.invalidate()
        widgets = offered_widgets(self._controls(session), session)
        return self.board.replace(widgets, session)

    def update(self, session: Session, report: StepReport, elapsed_s: float) -> None:
        if self.picture is not None:
            self.picture.update(session, self.board, elapsed_s)

    def draw_changes(
        self, target: pygame.Surface, session: Session, *, is_all_new: bool
    ) -> list[pygame.Rect]:
        picture, places = self.picture, self.places
        if picture is None or places.picture is None:
            return []
        if is_all_new:
            picture.forget()
            target.blit(self.ground, (0, 0))
        target.set_clip(places.picture)
        painted = picture.draw(target)
        target.set_clip(None)
        return [area.clip(places.picture) for area in painted]


def _page(session: Session) -> tuple[dict[str, tuple[Row, ...]], int]:
    """The rows of the page that is shown, and how many pages there are.

    The program's own rows fill the first one; what an operator or a teacher has added
    stands behind them.
    """
    rules, rows = session.exhibit.rules, session.exhibit.own_rows
    own = tuple(row for row in rows if is_offered(row, rules))
    pages = 1 + -(-len(own) // OWN_A_PAGE)
    page = session.place.board_page % pages
    if page == 0:
        return {kind: offered(rules, kind) for kind in KINDS}, pages
    first = (page - 1) * OWN_A_PAGE
    return {OWN: own[first : first + OWN_A_PAGE]}, pages


def _more_button(rect: pygame.Rect, pages: int) -> Button:
    """Turns the page; says which it is."""

    def give(session: Session) -> c.Command:
        return g.TurnBoard((session.place.board_page + 1) % pages)

    def number(session: Session, texts: Texts) -> str:
        page = session.place.board_page % pages + 1
        return texts("guide.page", page=str(page), pages=str(pages))

    face = Face(icon=drawing("next"), title=number, across=True, title_size=26)
    return Button("more", rect, face, Deed(give))


def _tab(kind: str, rect: pygame.Rect) -> Button:
    """Shows the cards of a kind."""
    face = Face(title=words(f"guide.tab.{kind}"), title_size=40)
    chosen = always(g.ShowKind(kind), lambda session: session.place.kind == kind)
    return Button(f"tab_{kind}", rect, face, chosen)


def _title(_session: Session, texts: Texts) -> str:
    return texts("guide.board")


class GuideCard(Widget):
    """One question: its picture, its words, its stars, how long it takes."""

    def __init__(self, row: Row, rect: pygame.Rect) -> None:
        super().__init__(f"guide_{row.id}", rect)
        self._row = row

    def face(self, session: Session) -> Hashable:
        stars = session.guide.stars
        return stars.of(self._row.id), stars.best.of(self._row.id)

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[c.Command]:
        return [g.StartGuide(self._row.id)] if inside else []

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        draw_plate(target, look, self.rect, pressed=state.pressed)
        room = self.rect.inflate(-look.px(20), -look.px(20))
        gap = look.px(8)
        if room.height < LOW * room.width:
            # The drawing stands beside the words, where they have more lines.
            side = min(room.height, round(room.width * BESIDE_SHARE))
            well = cut_left(room, side, gap)
        else:
            is_small = room.height < look.px(SMALL)
            share = SMALL_SHARE if is_small else PICTURE_SHARE
            well = cut_top(room, round(room.height * share), gap)
        self._draw_picture(target, look, well)
        foot = cut_bottom(room, max(look.px(44), 16), look.px(6))
        middle = room.inflate(-look.px(12), 0)
        question = look.texts(script.question(self._row))
        picture = sentence_picture(look, question, middle.size, 30, SEMIBOLD)
        target.blit(picture, picture.get_rect(midleft=middle.midleft))
        self._draw_foot(target, look, session, foot.inflate(-look.px(12), 0))

    def _draw_picture(
        self, target: pygame.Surface, look: Look, room: pygame.Rect
    ) -> None:
        well = shapes.rounded(room.size, look.px(10), look.palette.well)
        target.blit(well, room)
        ink, accent = ROLES[self._row.icon]
        side = min(room.height, room.width) - look.px(16)
        sign = icon(self._row.icon, side, look.colour(ink), look.colour(accent))
        target.blit(sign, sign.get_rect(center=room.center))

    def _draw_foot(
        self, target: pygame.Surface, look: Look, session: Session, foot: pygame.Rect
    ) -> None:
        left, right = foot.copy(), foot.copy()
        left.width = foot.width * 6 // 10
        right.width = foot.width - left.width - look.px(10)
        right.right = foot.right
        count = session.guide.stars.of(self._row.id)
        draw_stars(target, look, left, count, align="left")
        if draw_best(target, look, session, self._row, right):
            return
        seconds = look.texts("guide.seconds", number=str(self._row.seconds))
        # How long it takes gives way; the stars do not.
        if look.fits(seconds, right.width):
            look.write(target, seconds, right, 24, "muted", SEMIBOLD, "right")
