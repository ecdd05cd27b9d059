"""The race: two halves, each with bucket, trace, lamp, letter, number and button."""

import pygame

from lifgame.model.simulation import StepReport
from lifgame.scenes.parts import drawing, words
from lifgame.scenes.race.half import HalfPicture
from lifgame.scenes.race.places import race_places, race_unit
from lifgame.scenes.race.widgets import (
    Clock,
    Goal,
    Letter,
    PumpButton,
    Result,
    Saying,
)
from lifgame.scenes.room import paint_room
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.actions import Deed, always
from lifgame.session.race.race import OVER
from lifgame.session.session import Session
from lifgame.view.colours import mix
from lifgame.view.look import Look
from lifgame.view.widgets.controls import Button, Face
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.widget import Widget


class RaceScene(Scene):
    """Two visitors at one screen."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self.places = race_places(size)
        self.halves: tuple[HalfPicture, ...] = ()
        self._shape = _shape(session)
        super().__init__(look, size, session, held)

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return race_unit(size)

    @property
    def ground(self) -> pygame.Surface:
        return self.halves[-1].wall if self.halves else self.backdrop

    def widgets(self, session: Session) -> list[Widget]:
        if not session.race.is_running:
            return []
        self.backdrop = self._room()
        wall, halves = self.backdrop, list[HalfPicture]()
        for lane, half in enumerate(self.places.halves):
            picture = HalfPicture(self.look, half.picture, wall, session, lane)
            picture.update(session, self.board, 0.0)
            halves.append(picture)
            # The second one's wall is the first one's with its own half painted.
            wall = picture.wall
        self.halves = tuple(halves)
        return self._controls(session)

    def _room(self) -> pygame.Surface:
        look, places = self.look, self.places
        room = paint_room(look, self.size, pygame.Rect((0, 0), self.size))
        edge = mix(look.palette.panel, look.palette.edge, 0.6)
        for bench in places.benches:
            room.fill(look.palette.panel, bench)
            room.fill(edge, (bench.left, bench.top, bench.width, max(1, look.px(3))))
        if places.seam.width:
            room.fill(look.palette.room_dark, places.seam)
            line = pygame.Rect(0, 0, max(1, look.px(2)), places.seam.height)
            line.centerx = places.seam.centerx
            room.fill(edge, line)
        return room

    def _controls(self, session: Session) -> list[Widget]:
        """In the order of the keyboard: the buttons, the ways on and out."""
        found: list[Widget] = []
        is_over = session.race.state == OVER
        for lane, half in enumerate(self.places.halves):
            found += [
                Letter("letter", half.letter, lane),
                Saying("saying", half.words, lane),
                Goal("goal", half.goal, lane),
            ]
            if is_over:
                found.append(Result("result", half.plate, lane))
            else:
                found.append(PumpButton(half.pump, lane, self.look))
        found.append(Clock("clock", self.places.clock))
        return [*found, *(self._ending(session) if is_over else [self._way_out()])]

    def _way_out(self) -> Widget:
        face = Face(icon=drawing("close"), icon_share=0.8)
        return Button("leave", self.places.leave, face, always(c.Back()))

    def _ending(self, session: Session) -> list[Widget]:
        """Another race, and the way out: not at once, for hands are still pressing."""
        if not session.race.offers_again:
            return []
        again = Face(
            icon=drawing("reset"),
            title=words("guide.button.again"),
            is_hinted=lambda _session: True,
            across=True,
            title_size=26,
        )
        leave = Face(
            icon=drawing("close"),
            title=words("guide.button.leave"),
            across=True,
            title_size=26,
            icon_share=0.7,
        )
        return [
            Button("again", self.places.again, again, Deed(_again)),
            Button("leave", self.places.quit, leave, always(c.Back())),
        ]

    def follow(self, session: Session) -> list[c.Command]:
        """Another state: other controls; the pictures stay."""
        if _shape(session) == self._shape or not session.race.is_running:
            return []
        self._shape = _shape(session)
        commands = self.board.replace(self._controls(session), session)
        self.invalidate()
        return commands

    def update(self, session: Session, report: StepReport, elapsed_s: float) -> None:
        if not session.race.is_running:
            return
        for half in self.halves:
            half.update(session, self.board, elapsed_s)

    def draw_changes(
        self, target: pygame.Surface, session: Session, *, is_all_new: bool
    ) -> list[pygame.Rect]:
        if is_all_new:
            target.blit(self.ground, (0, 0))
        painted: list[pygame.Rect] = []
        for half, places in zip(self.halves, self.places.halves, strict=False):
            if is_all_new:
                half.forget()
            target.set_clip(places.picture)
            painted += [area.clip(places.picture) for area in half.draw(target)]
            target.set_clip(None)
        return painted


def _again(session: Session) -> c.Command:
    return g.StartRace(holds=session.race.holds)


def _shape(session: Session) -> tuple[object, ...]:
    """What decides which widgets stand where."""
    race = session.race
    return race.state == OVER, race.offers_again
