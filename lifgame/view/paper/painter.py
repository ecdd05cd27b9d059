"""The chart recorder: paper that travels past two pens, and what holds it."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from lifgame.view import shapes
from lifgame.view.look import Look
from lifgame.view.paper.fixtures import FixturePainter
from lifgame.view.paper.frame import PaperFrame
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.paper.sheet import bend_shade, torn_mask
from lifgame.view.paper.strip import WrittenStrip

LIGHT_RADIUS = 26.0

Ground = Callable[[pygame.Surface, pygame.Rect], None]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What stands on the canvas, to know what has to be painted."""

    edge: int
    left: int
    calm: int
    pen: tuple[object, ...]
    current_row: int
    ruler: tuple[object, ...]
    times: tuple[object, ...]

    @property
    def moving(self) -> tuple[object, ...]:
        """What changes when the paper or a pen moves."""
        return self.edge, self.left, self.pen, self.current_row


class PaperPainter:
    """Paints the recorder, and nothing outside ``area``.

    Args:
        look: Colours, words and scale.
        places: Where its parts stand.
        fixtures: What does not travel with the paper: roll, ruler, the current's pen.
            None: this painter paints them; else they are painted by whoever stands
            before the paper, and only the pen's tip on the paper is painted here.
        ground: Paints what lies behind the recorder into a place of the canvas, within
            the canvas's clip; None: the background's colour.
    """

    def __init__(
        self,
        look: Look,
        places: PaperPlaces,
        ground: Ground | None = None,
        fixtures: FixturePainter | None = None,
    ) -> None:
        self._look, self.places = look, places
        self._ground = ground
        self._owns_fixtures = fixtures is None
        self._fixtures = fixtures or FixturePainter(look, places)
        self._strip = WrittenStrip(look, places)
        self._mask, self._shade = torn_mask(places), bend_shade(look, places)
        self._bend_left = places.sheet.right - self._shade.get_width()
        self._light = None
        if halo := round(130 * look.palette.glow):
            radius = places.px(LIGHT_RADIUS)
            self._light = shapes.glow(radius, look.colour("voltage"), halo)
        self._track = self._fixtures.pen_track
        self._behind_pen = pygame.Surface(self._track.size)
        self._drawn: _Drawn | None = None
        self._fresh_from: int | None = None

    @property
    def area(self) -> pygame.Rect:
        """All that the recorder may cover."""
        places = self.places
        parts = [*places.rails, places.times]
        if self._owns_fixtures:
            parts += [places.roll_area, self._fixtures.ruler_area]
        return places.sheet.unionall(parts)

    @property
    def paper_left(self) -> int:
        """The screen column of the torn edge, or of the place where paper leaves."""
        return self.screen_x(self._strip.first_seen)

    def forget(self) -> None:
        """Take nothing on the canvas for granted: the next draw paints all."""
        self._drawn = None

    def update(self, frame: PaperFrame, elapsed_s: float) -> None:
        """Take up a frame: write the columns that are new.

        Args:
            frame: What is shown.
            elapsed_s: Real seconds since the last one.
        """
        self._strip.update(frame, elapsed_s)
        fresh = self._strip.fresh_from
        if fresh is not None:
            before = self._fresh_from
            self._fresh_from = fresh if before is None else min(before, fresh)

    def draw_all(self, canvas: pygame.Surface, frame: PaperFrame) -> None:
        """Paint the recorder anew, within the canvas's clip.

        With a clip it is a repair: what stands outside counts as drawn before.
        """
        self._paint(canvas, frame)
        if canvas.get_clip().contains(self.area.clip(canvas.get_rect())):
            self._drawn, self._fresh_from = self._state(frame), None

    def draw(self, canvas: pygame.Surface, frame: PaperFrame) -> list[pygame.Rect]:
        """Paint what has changed on a canvas that holds the last picture.

        Returns:
            The places that were painted.
        """
        before, state = self._drawn, self._state(frame)
        if before is None:
            self.draw_all(canvas, frame)
            return [self.area]
        painted = []
        if before.moving != state.moving or self._fresh_from is not None:
            painted.append(self._move_paper(canvas, frame, before))
            # Its tip lies on the paper.
            if self._owns_fixtures:
                painted.append(self._move_pen(canvas, before, state))
            else:
                self._paint_tip(canvas, state.current_row)
        if self._owns_fixtures and before.ruler != state.ruler:
            painted.append(self._repair(canvas, frame, self._fixtures.ruler_area))
        if self.places.has_times and before.times != state.times:
            painted.append(self._repair(canvas, frame, self.places.times))
        self._drawn, self._fresh_from = state, None
        return painted

    def _state(self, frame: PaperFrame) -> _Drawn:
        limit, ruler = frame.current_limit_na, tuple[object, ...]()
        times = ruler
        if frame.span_ms is not None:
            ruler = (self._fixtures.numbers(frame), limit)
            now_ms = round(frame.edge_tick * frame.dt_ms)
            times = (frame.span_ms, self._strip.edge, now_ms)
        return _Drawn(
            self._strip.edge,
            self.paper_left,
            self._calm_left,
            # A new tempo's seam is sewn even while the paper stands still.
            (self._strip.now, frame.level_mv, frame.is_band, frame.tempos[-1:]),
            self._fixtures.current_row(frame.current_na, limit),
            ruler,
            times,
        )

    def screen_x(self, column: int) -> int:
        """Where a column of the paper stands on the screen."""
        return self.places.pen_x - self._strip.edge + column

    def column(self, screen_x: int) -> int:
        """The column of the paper at a place of the screen."""
        return screen_x - self.places.pen_x + self._strip.edge

    def _move_pen(
        self, canvas: pygame.Surface, before: _Drawn, state: _Drawn
    ) -> pygame.Rect:
        """Take the current's pen from where it was, and draw it where it is."""
        old = self._fixtures.pen_area(before.current_row)
        new = self._fixtures.pen_area(state.current_row)
        for area in (old, new):
            part = area.clip(self._track)
            spot = part.move(-self._track.left, -self._track.top)
            canvas.blit(self._behind_pen, part, spot)
        self._fixtures.paint_pen(canvas, state.current_row)
        return old.union(new)

    def _paint_tip(self, canvas: pygame.Surface, row: int) -> None:
        """The part of the current's pen that lies on the paper."""
        clip = canvas.get_clip()
        canvas.set_clip(self.places.sheet.clip(clip))
        self._fixtures.paint_pen(canvas, row)
        canvas.set_clip(clip)

    def _repair(
        self, canvas: pygame.Surface, frame: PaperFrame, area: pygame.Rect
    ) -> pygame.Rect:
        """Paint all that lies in a place, from back to front."""
        clip = canvas.get_clip()
        canvas.set_clip(area.clip(clip))
        self._paint(canvas, frame)
        canvas.set_clip(clip)
        return area

    def _paint(self, canvas: pygame.Surface, frame: PaperFrame) -> None:
        """Everything, from back to front, within the clip."""
        clip, places, fixtures = canvas.get_clip(), self.places, self._fixtures
        self._restore(canvas, self.area.clip(clip))
        for rail in places.rails:
            canvas.fill(self._look.colour("rail"), rail)
        if clip.colliderect(places.sheet):
            self._paint_paper(canvas, frame)
        if self._owns_fixtures and clip.colliderect(places.roll_area):
            fixtures.paint_roll(canvas)
        if self._owns_fixtures and clip.colliderect(fixtures.ruler_area):
            numbers = fixtures.numbers(frame) if frame.span_ms else ()
            limit_na, is_lab = frame.current_limit_na, frame.span_ms is not None
            fixtures.paint_ruler(canvas, numbers, limit_na, is_lab)
        row = fixtures.current_row(frame.current_na, frame.current_limit_na)
        if self._owns_fixtures and clip.contains(self._track):
            self._behind_pen.blit(canvas, (0, 0), self._track)
        if self._owns_fixtures:
            fixtures.paint_pen(canvas, row)
        else:
            self._paint_tip(canvas, row)
        writing = self._strip.writing
        has_times = places.has_times and frame.span_ms is not None
        if has_times and writing and clip.colliderect(places.times):
            fixtures.paint_times(canvas, writing)

    def _restore(self, canvas: pygame.Surface, area: pygame.Rect) -> None:
        if self._ground is None:
            canvas.fill(self._look.colour("background"), area)
        else:
            self._ground(canvas, area)

    @property
    def _calm_left(self) -> int:
        """Right of this, paper is whole: the torn edge, if seen, ends here."""
        left = self.paper_left
        is_torn = self._strip.first_seen == -self._strip.lead
        return left + self._mask.get_width() if is_torn else left

    def _paint_paper(self, canvas: pygame.Surface, frame: PaperFrame) -> None:
        """The whole sheet, over its ground."""
        self._paint_torn(canvas)
        self._paint_calm(canvas, self._calm_left, self._bend_left)
        self._paint_bend(canvas, frame)

    def _move_paper(
        self, canvas: pygame.Surface, frame: PaperFrame, before: _Drawn
    ) -> pygame.Rect:
        """Shift what stands on the canvas, and paint what is new."""
        sheet, bend = self.places.sheet, self._bend_left
        shift, calm = self._strip.edge - before.edge, self._calm_left
        if shift < 0 or self.paper_left > before.left or bend - calm < 2 * shift:
            self._restore(canvas, sheet)
            self._paint_paper(canvas, frame)
            return sheet
        fresh = bend if self._fresh_from is None else self.screen_x(self._fresh_from)
        if shift:
            calm_paper = (calm, sheet.top, bend - calm, sheet.height)
            canvas.subsurface(calm_paper).scroll(-shift, 0)
            # Where the torn edge has been, if it has just left the picture.
            self._paint_calm(canvas, calm, before.calm - shift)
            if calm > self.paper_left:
                torn = pygame.Rect(self.paper_left, sheet.top, 0, sheet.height)
                torn.width = calm - torn.left
                self._restore(canvas, torn)
                self._paint_torn(canvas)
        self._paint_calm(canvas, max(calm, min(fresh, bend - shift)), bend)
        self._paint_bend(canvas, frame)
        first = self.paper_left if shift else min(fresh, bend)
        place = pygame.Rect(max(sheet.left, first), sheet.top, 0, sheet.height)
        place.width = sheet.right - place.left
        return place

    def _paint_calm(self, canvas: pygame.Surface, left: int, right: int) -> None:
        if right > left:
            columns = (self.column(left), self.column(right))
            self._strip.draw(canvas, *columns, (left, self.places.sheet.top))

    def _paint_torn(self, canvas: pygame.Surface) -> None:
        """The first edge of the paper, torn off by whoever was here before."""
        if self._calm_left == self.paper_left:
            return
        left, width = self.paper_left, self._mask.get_width()
        piece = pygame.Surface(self._mask.get_size(), pygame.SRCALPHA)
        first = self.column(left)
        self._strip.draw(piece, first, first + width, (0, 0))
        piece.blit(self._shade, (self._bend_left - left, 0))
        piece.blit(self._mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        canvas.blit(piece, (left, self.places.sheet.top))

    def _paint_bend(self, canvas: pygame.Surface, frame: PaperFrame) -> None:
        """The paper next to the roll, with its shade and the light of the pen."""
        sheet = self.places.sheet
        left = max(self._calm_left, self._bend_left)
        self._paint_calm(canvas, left, sheet.right)
        cut = left - self._bend_left
        part = (cut, 0, self._shade.get_width() - cut, sheet.height)
        canvas.blit(self._shade, (left, sheet.top), part)
        if self._light is None or frame.is_band:
            return
        clip = canvas.get_clip()
        canvas.set_clip(clip.clip((left, sheet.top, sheet.right - left, sheet.height)))
        y = self.places.scale.row(frame.level_mv)
        canvas.blit(self._light, self._light.get_rect(center=(self.places.pen_x, y)))
        canvas.set_clip(clip)
