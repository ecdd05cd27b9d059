"""Rate over current: every steady rhythm lands as a point; theory comes at the end."""

from collections.abc import Hashable, Sequence

import pygame

from lifgame.scenes.guide.figures import CURVES, dashed, line
from lifgame.session.guide.progress import Progress
from lifgame.session.guide.rows import Choice
from lifgame.session.guide.seat import fresh_cells
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.look import SEMIBOLD, SMALLEST_TEXT_PX, Look
from lifgame.view.widgets.widget import Widget, WidgetState

MOST_NA, MOST_HZ = 5.0, 110.0
MARKS_NA, MARKS_HZ = (1, 3, 5), (50, 100)
# The marks of the rate have numbers where so many lines of them would have room.
ROOMY = 5
# Words stand so far under the axis that a point on it leaves them free.
UNDER_AXIS = 8
# Theory's curve is drawn through so many places.
PLACES = 120


class RatePlot(Widget):
    """The points of one step, on axes without numbers until they are measured."""

    takes_focus = False

    def __init__(self, rect: pygame.Rect, progress: Progress) -> None:
        super().__init__("plot", rect)
        cell = fresh_cells(progress.row)[0]
        theory = cell.theory
        currents = [MOST_NA * n / PLACES for n in range(PLACES + 1)]
        self._theory = [(na, theory.rate_hz(na)) for na in currents] if theory else []
        self._asymptote: list[tuple[float, float]] = []
        if progress.row.measure is not None and theory is not None:
            slope, begin_na = progress.row.measure.theory(cell), theory.rheobase_na / 2
            self._asymptote = [(begin_na, 0.0), (MOST_NA, slope * (MOST_NA - begin_na))]

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def face(self, session: Session) -> Hashable:
        progress = session.guide.progress
        return progress and (progress.meter.points.all, progress.is_over)

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        progress, palette = session.guide.progress, look.palette
        if progress is None:
            return
        radius, width = look.px(14), max(1, look.px(2))
        plate = shapes.rounded(
            self.rect.size, radius, palette.well, palette.edge, width
        )
        target.blit(plate, self.rect)
        room = self._room(look)
        corner = [room.topleft, room.bottomleft, room.bottomright]
        pygame.draw.lines(target, palette.edge, False, corner, max(2, look.px(3)))
        if progress.is_over:
            self._draw_numbers(target, look, room)
            self._draw_theory(target, look, room, progress)
        else:
            self._draw_names(target, look)
        self._draw_points(target, look, room, progress.meter.points.all)

    def _room(self, look: Look) -> pygame.Rect:
        """What the axes enclose."""
        foot = max(look.text_px(20), SMALLEST_TEXT_PX) + look.px(8)
        room = self.rect.inflate(-look.px(32), 0)
        room.top = self.rect.top + foot
        room.height = self.rect.height - 2 * foot - look.px(UNDER_AXIS)
        return room

    @staticmethod
    def _spots(
        room: pygame.Rect, points: Sequence[tuple[float, float]]
    ) -> list[tuple[float, float]]:
        return [
            (
                room.left + room.width * na / MOST_NA,
                room.bottom - room.height * min(hz / MOST_HZ, 1.0),
            )
            for na, hz in points
        ]

    def _bands(self, look: Look) -> tuple[pygame.Rect, pygame.Rect]:
        """Over the axes, and under them."""
        room = self._room(look)
        upper = pygame.Rect(room.left, self.rect.top, room.width, 0)
        upper.height = room.top - self.rect.top
        lower = upper.copy()
        # Between the points on the axis and the plate's edge, touching neither.
        lower.top = room.bottom + look.px(UNDER_AXIS)
        lower.height = self.rect.bottom - look.px(2) - lower.top
        return upper, lower

    def _draw_names(self, target: pygame.Surface, look: Look) -> None:
        upper, lower = self._bands(look)
        rate, tap = look.texts("guide.plot.rate"), look.texts("guide.plot.tap")
        look.write(target, rate, upper, 20, "spike", SEMIBOLD, "left")
        look.write(target, tap, lower, 20, "current", SEMIBOLD, "right")

    def _draw_numbers(
        self, target: pygame.Surface, look: Look, room: pygame.Rect
    ) -> None:
        upper, lower = self._bands(look)
        rate = look.texts("guide.plot.rate")
        look.write(target, rate, upper, 20, "spike", SEMIBOLD, "left")
        wide = room.width // len(MARKS_NA)
        for na in MARKS_NA:
            x, _ = self._spots(room, [(na, 0.0)])[0]
            box = pygame.Rect(0, lower.top, wide, lower.height)
            box.centerx = round(x)
            box.right = min(box.right, room.right)
            is_last = na == MARKS_NA[-1]
            words = look.texts.quantity(na, 0, "nA") if is_last else str(na)
            align = "right" if is_last else "center"
            look.write(target, words, box, 20, "current", SEMIBOLD, align)
        for hz in MARKS_HZ:
            _, y = self._spots(room, [(0.0, hz)])[0]
            line(target, look, [(room.left, y), (room.right, y)], "line", 1.5)
            box = pygame.Rect(room.left + look.px(8), round(y), wide, lower.height)
            if room.height > ROOMY * lower.height:
                look.write(target, str(hz), box, 18, "muted")

    def _draw_theory(
        self, target: pygame.Surface, look: Look, room: pygame.Rect, progress: Progress
    ) -> None:
        guess = progress.row.guess
        if isinstance(guess, Choice) and progress.guess >= 0.0:
            shape = [(x * MOST_NA, y * MOST_HZ) for x, y in CURVES[int(progress.guess)]]
            dashed(target, look, self._spots(room, shape), "ink", 14.0)
        dashed(target, look, self._spots(room, self._asymptote), "muted", 5.0)
        dashed(target, look, self._spots(room, self._theory), "spike", 8.0)

    def _draw_points(
        self,
        target: pygame.Surface,
        look: Look,
        room: pygame.Rect,
        points: Sequence[tuple[float, float]],
    ) -> None:
        radius = max(3, look.px(8))
        dot = shapes.disc(radius, look.palette.spike)
        spots = self._spots(room, points)
        for spot in spots:
            target.blit(dot, dot.get_rect(center=spot))
        if spots:
            width = max(1, look.px(2))
            newest = shapes.ring(radius + max(2, look.px(5)), width, look.palette.spike)
            target.blit(newest, newest.get_rect(center=spots[-1]))
