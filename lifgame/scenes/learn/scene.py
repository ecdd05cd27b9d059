"""A page of Learn: its words, and a living picture that answers to its controls."""

from functools import partial

import pygame

from lifgame.content.learn import Page
from lifgame.content.levels import level
from lifgame.content.texts import Texts
from lifgame.model.simulation import StepReport
from lifgame.scenes.guide.words import Words
from lifgame.scenes.layout import columns
from lifgame.scenes.learn.controls import (
    GRIPS,
    control_widgets,
    number_value,
    turning_widgets,
)
from lifgame.scenes.learn.picture import LearnPicture
from lifgame.scenes.learn.places import learn_places
from lifgame.scenes.learn.words import PARTS, Number, Paragraphs
from lifgame.scenes.room import paint_room
from lifgame.scenes.scene import Scene
from lifgame.session.learn import offered_pages
from lifgame.session.session import Session
from lifgame.view.colours import mix
from lifgame.view.look import Look
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.widget import Widget

NUMBER_ROLES = {"voltage": "voltage", "settle": "settle", "interval": "spike"}


class LearnScene(Scene):
    """One page; another page is another scene."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self.places = learn_places(size)
        super().__init__(look, size, session, held)

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return learn_places(size).unit

    @property
    def ground(self) -> pygame.Surface:
        return self.picture.wall

    def widgets(self, session: Session) -> list[Widget]:
        look, places = self.look, self.places
        self.backdrop = paint_room(look, self.size, places.picture)
        self._paint_column()
        self.picture = LearnPicture(
            look,
            places.picture,
            places.machine,
            self.backdrop,
            session,
            buttons=[places.buttons[name] for name in ("language", "mute", "reset")],
        )
        page = session.learn.page
        if page is None:
            return []
        self.picture.live_grips = self._grips(page)
        self.picture.update(session, self.board, 0.0)
        return [
            *self._said(page, session),
            *control_widgets(page, places, look, session),
            *self._handles(),
            *turning_widgets(page, places, session),
        ]

    def _paint_column(self) -> None:
        """The words have a wall of their own."""
        palette, column = self.look.palette, self.places.column
        edge = max(2, self.look.px(3))
        colour = mix(palette.panel, palette.edge, 0.6)
        if column.width:
            self.backdrop.fill(palette.room_dark, column)
            self.backdrop.fill(colour, (column.right, 0, edge, column.height))
            return
        picture = self.places.picture
        for y in (picture.top, picture.bottom):
            self.backdrop.fill(colour, (0, y, self.size[0], edge))
        self.backdrop.fill(palette.room_dark, (0, 0, self.size[0], picture.top))

    @staticmethod
    def _grips(page: Page) -> tuple[str, ...]:
        """What cannot be touched has no handle."""
        grips = [GRIPS[name] for name in page.parameters if name in GRIPS]
        return (*grips, *(["bend"] if "line" in grips else []))

    def _handles(self) -> list[Widget]:
        """They do what the sliders do: the keyboard goes to those."""
        live = self.picture.live_grips or ()
        handles = [h for h in self.picture.handles if h.id in live]
        for handle in handles:
            handle.takes_focus = False
        return handles

    def _said(self, page: Page, session: Session) -> list[Widget]:
        places, texts = self.places, self.look.texts
        keys = tuple(f"learn.{page.id}.{part}" for part in PARTS)
        question = Words(
            "question",
            places.question,
            lambda _, texts: texts(f"learn.{page.id}.question"),
            texts,
            places.question_size,
        )
        said: list[Widget] = [
            question,
            Paragraphs("words", places.words, keys, places.words_size),
            *self._numbers(page),
        ]
        if places.kind.width:
            pages = offered_pages(session.exhibit.rules)
            place = pages.index(page) + 1 if page in pages else 1
            says = partial(_kind, place, len(pages))
            said.append(Words("kind", places.kind, says, texts, 26, is_quiet=True))
        return said

    def _numbers(self, page: Page) -> list[Widget]:
        rooms = columns(self.places.numbers, max(1, len(page.numbers)), 8)
        texts = self.look.texts
        return [
            Number(
                name,
                room,
                self._voltage if name == "voltage" else partial(number_value, name),
                NUMBER_ROLES.get(name, "ink"),
                texts,
            )
            for name, room in zip(page.numbers, rooms, strict=False)
        ]

    def _voltage(self, _session: Session, texts: Texts) -> str:
        """V as it stands in the water."""
        return level(texts, self.picture.level_mv)

    # --- frames -----------------------------------------------------------------

    def update(self, session: Session, report: StepReport, elapsed_s: float) -> None:
        self.picture.update(session, self.board, elapsed_s)

    def draw_changes(
        self, target: pygame.Surface, session: Session, *, is_all_new: bool
    ) -> list[pygame.Rect]:
        if is_all_new:
            self.picture.forget()
            target.blit(self.ground, (0, 0))
        room = self.places.picture
        target.set_clip(room)
        painted = self.picture.draw(target)
        target.set_clip(None)
        return [area.clip(room) for area in painted]


def _kind(place: int, count: int, _session: Session, texts: Texts) -> str:
    return texts("learn.kind", number=str(place), count=str(count))
