"""Help's first page: the machine and the nerve cell, and what is the same in them."""

import pygame

from lifgame.content.help_parts import neighbour_part
from lifgame.model.simulation import StepReport
from lifgame.scenes.help.card import CardPainter
from lifgame.scenes.help.cell import NerveCell
from lifgame.scenes.help.head import head_widgets
from lifgame.scenes.help.machine_places import HelpMachinePlaces
from lifgame.scenes.help.names import LooseNames, Name, PartButton, Told
from lifgame.scenes.help.picture import HelpPicture
from lifgame.scenes.help.places import help_places
from lifgame.scenes.help.spots import cell_spots, loose_spot, machine_spots
from lifgame.scenes.layout import Rect
from lifgame.scenes.parts import drawing
from lifgame.scenes.room import paint_room
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session.actions import Deed
from lifgame.session.session import Session
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.machine.grips import grip_rect
from lifgame.view.widgets.controls import Button, Face
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.widget import Widget

# What can be touched itself, from back to front.
TOUCHED = ("water", "tap", "line", "width", "leak")
TITLE, WHAT = 52.0, 28.0
# Larger text than this leaves the cell's name out.
CAPTION_TO = 1.25


class MachinePage(Scene):
    """What is what: touch a name, a number or a part."""

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self.places = help_places(size)
        self._told = Told(session.place.explained)
        super().__init__(look, size, session, held)

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return help_places(size).unit

    @property
    def ground(self) -> pygame.Surface:
        return self.picture.wall

    # --- made once --------------------------------------------------------------

    def widgets(self, session: Session) -> list[Widget]:
        look, places = self.look, self.places
        bench = Rect(0, 0, self.size[0], places.bench)
        self.backdrop = paint_room(look, self.size, bench)
        cell = NerveCell(places, look.palette)
        cell.paint(self.backdrop)
        self._write_head(cell)
        self.picture = HelpPicture(look, places, self.backdrop)
        self._card = CardPainter(look, places)
        if places.bench > places.picture.bottom:
            self._draw_shelf()
        names = self._names()
        # The painter keeps this list: it is filled, not replaced.
        self.picture.names += names
        self.picture.begin(self.board, is_still=self._is_still(session))
        return [
            *head_widgets(places),
            *self._parts(),
            *self._loose(cell),
            *(PartButton.of(name, takes_focus=True) for name in names),
            *self._pager(),
        ]

    def _machine_places(self) -> HelpMachinePlaces:
        machine = self.picture.machine.places
        assert isinstance(machine, HelpMachinePlaces)
        return machine

    def _names(self) -> list[Name]:
        places = self._machine_places()
        spots = machine_spots(places, has_names=self.places.has_names)
        return [Name(spot, self.look, self._told, places.zoom) for spot in spots]

    def _draw_shelf(self) -> None:
        """What the machine stands on, over the cell."""
        edge = max(1, self.look.px(3))
        y = self.places.picture.bottom
        self.backdrop.fill(self.look.palette.line, (0, y, self.size[0], edge))

    def _parts(self) -> list[Widget]:
        """The parts themselves, under their names."""
        moment = self.picture.machine.moment
        return [
            PartButton(f"part:{part}_itself", rect, part, takes_focus=False)
            for part in TOUCHED
            for rect in [grip_rect(part, moment)]
        ]

    def _loose(self, cell: NerveCell) -> list[Widget]:
        """What stands beside the machine: the cell's names, and one over the paper."""
        look, places = self.look, self.places
        edge = self.size[0] - look.px(16)
        spots = cell_spots(cell, look.unit, edge, has_names=places.has_names)
        if places.has_names:
            spots.append(loose_spot(self._machine_places()))
        told, zoom = self._told, places.zoom
        names = [Name(spot, look, told, zoom, takes_focus=False) for spot in spots]
        buttons = [PartButton.of(name, takes_focus=False) for name in names]
        return [LooseNames(names), *buttons]

    def _pager(self) -> list[Widget]:
        """Where there are no names, the parts are gone through one by one."""
        buttons = self._card.pager
        return [
            Button(f"explain:{way}", rect, Face(icon=drawing(icon)), _neighbour(by))
            for way, icon, by, rect in zip(
                ("previous", "next"), ("previous", "next"), (-1, 1), buttons,
                strict=False,
            )
        ]  # fmt: skip

    def _write_head(self, cell: NerveCell) -> None:
        """The title, in one sentence what all of it is, and the cell's name."""
        look, title = self.look, self.places.title.copy()
        words, what = look.texts("help.title"), look.texts("help.what")
        line = title.copy()
        line.height = title.height * 6 // 10
        look.write(self.backdrop, words, line, TITLE * 0.8, weight=BOLD)
        line.top, line.height = line.bottom, title.bottom - line.bottom
        if look.fits(what, line.width, SEMIBOLD):
            look.write(self.backdrop, what, line, WHAT * 0.9, "muted", SEMIBOLD)
        if not self.places.has_names or look.text_scale > CAPTION_TO:
            return
        left, bottom = cell.spot((1190, 812))
        name = Rect(round(left), 0, round(240 * cell.zoom), look.px(44))
        name.bottom = round(bottom)
        look.write(self.backdrop, look.texts("help.cell"), name, WHAT, "muted")

    # --- frames ---------------------------------------------------------------------

    def update(self, session: Session, report: StepReport, elapsed_s: float) -> None:
        told, place = self._told, session.place
        told.focused = place.focus
        told.age_s = min(1.0, told.age_s + elapsed_s)
        if place.explained != told.part:
            told.part, told.age_s = place.explained, 0.0
        if self.look.still:
            told.age_s = 1.0
        self._card.update(told.part, elapsed_s)
        self.picture.live(self.board, elapsed_s, is_still=self._is_still(session))

    def _is_still(self, session: Session) -> bool:
        return self.look.still or session.clock.is_paused

    def draw_changes(
        self, target: pygame.Surface, session: Session, *, is_all_new: bool
    ) -> list[pygame.Rect]:
        if is_all_new:
            self.picture.forget()
            self._card.forget()
        return [*self.picture.draw(target), *self._card.draw(target, self.ground)]


def _neighbour(by: int) -> Deed:
    return Deed(lambda session: c.Explain(neighbour_part(session.place.explained, by)))
