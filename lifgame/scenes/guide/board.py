"""The board: every experiment and challenge as a card, one tap away.

Where there is room the machine stands aside and goes on running, and HOLD works.
"""

import pygame

from lifgame.content.texts import Texts
from lifgame.model.simulation import StepReport
from lifgame.scenes.bench.faces import FACES, deed_of
from lifgame.scenes.guide.best import BestLegend
from lifgame.scenes.guide.board_cards import GuideCard, RaceCard
from lifgame.scenes.guide.board_places import BoardPlaces, board_places
from lifgame.scenes.guide.words import Words
from lifgame.scenes.layout import cut_right
from lifgame.scenes.offered import offered as offered_widgets
from lifgame.scenes.parts import drawing, words
from lifgame.scenes.picture import Picture
from lifgame.scenes.room import paint_room
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.actions import Deed, always
from lifgame.session.guide.offer import is_offered, offered
from lifgame.session.guide.rows import CHALLENGE, EXPERIMENT, Row
from lifgame.session.session import Session
from lifgame.view.colours import mix
from lifgame.view.look import Look
from lifgame.view.widgets.controls import Button, Face
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.hold import HoldButton
from lifgame.view.widgets.widget import Widget

KINDS = (EXPERIMENT, CHALLENGE)
# What an operator or a teacher has added, with so many cards a page.
OWN, OWN_A_PAGE = "own", 6


class BoardScene(Scene):
    """What can be found out."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self.rows, self.pages = _page(session)
        self.places = self._places(size, session)
        self.picture: Picture | None = None
        self._kind = session.place.kind
        super().__init__(look, size, session, held)

    def _places(self, size: tuple[int, int], session: Session) -> BoardPlaces:
        counts = {kind: len(rows) for kind, rows in self.rows.items()}
        if CHALLENGE in counts:
            counts[CHALLENGE] += session.exhibit.offers_race
        return board_places(size, counts, has_pages=self.pages > 1)

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
            found += self._cards(kind, session)
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

    def _cards(self, kind: str, session: Session) -> list[Widget]:
        """All of a kind, under their heading."""
        places, found = self.places, list[Widget]()
        if kind in places.headings:
            found += self._heading(kind, places.headings[kind].copy())
        rects = places.cards[kind]
        found += [
            GuideCard(row, rect)
            for row, rect in zip(self.rows[kind], rects, strict=False)
        ]
        if kind == CHALLENGE and session.exhibit.offers_race:
            found.append(RaceCard(rects[len(self.rows[kind])]))
        return found

    def _heading(self, kind: str, rect: pygame.Rect) -> list[Widget]:
        """The line over the cards of a kind."""
        found: list[Widget] = []
        if kind == CHALLENGE:
            found.append(BestLegend("best", cut_right(rect, rect.width // 2)))
        if self.places.tabs:
            # Whose cards these are, the tab says.
            return found
        says, name = words(f"guide.tab.{kind}"), f"heading_{kind}"
        found.append(Words(name, rect, says, self.look.texts, 26, is_quiet=True))
        return found

    def follow(self, session: Session) -> list[c.Command]:
        """Another kind or page: other cards; the machine runs on."""
        rows, _ = _page(session)
        if (rows, session.place.kind) == (self.rows, self._kind):
            return []
        self.rows, self._kind = rows, session.place.kind
        self.places = self._places(self.size, session)
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
