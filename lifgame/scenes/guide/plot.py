"""A plot that grows: what comes of each setting is a point; theory comes at the end."""

from collections.abc import Hashable, Sequence

import pygame

from lifgame.scenes.guide.figures import SHAPES, dashed, line
from lifgame.session.guide.plots import Axis, Plot
from lifgame.session.guide.progress import Progress
from lifgame.session.guide.rows import Choice, Row
from lifgame.session.guide.seat import fresh_cells
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.geometry import Point
from lifgame.view.look import BOLD, SEMIBOLD, SMALLEST_TEXT_PX, Look, Runs
from lifgame.view.widgets.widget import Widget, WidgetState

# The upright axis has numbers where so many lines of them would have room.
ROOMY = 5
# Words stand so far under the axis that a point on it leaves them free.
UNDER_AXIS = 8
# Theory's curve is drawn through so many places.
PLACES = 120
# A number that changes while one looks has so many digits behind the decimal mark.
LIVE_DECIMALS = 2


class PlotSheet(Widget):
    """The points of one step, on axes without numbers until they are measured."""

    takes_focus = False

    def __init__(self, rect: pygame.Rect, row: Row, plot: Plot) -> None:
        super().__init__("plot", rect)
        cell = fresh_cells(row)[0]
        self._plot = plot
        xs = [plot.x.at(n / PLACES) for n in range(PLACES + 1)]
        self._theory = [(x, plot.theory(cell, x)) for x in xs]
        self._asymptote = plot.asymptote(cell)

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def face(self, session: Session) -> Hashable:
        progress = session.guide.progress
        if progress is None:
            return None
        is_over, points = progress.is_over, progress.meter.points.all
        return points, is_over, "" if is_over else self._live(progress)

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
            self._draw_live(target, look, room, progress)
        self._draw_points(target, look, room, progress.meter.points.all)

    def _room(self, look: Look) -> pygame.Rect:
        """What the axes enclose."""
        foot = max(look.text_px(20), SMALLEST_TEXT_PX) + look.px(8)
        room = self.rect.inflate(-look.px(32), 0)
        room.top = self.rect.top + foot
        room.height = self.rect.height - 2 * foot - look.px(UNDER_AXIS)
        return room

    def _spots(self, room: pygame.Rect, points: Sequence[Point]) -> list[Point]:
        plot = self._plot
        return _in_room(room, [(plot.x.share(x), plot.y.share(y)) for x, y in points])

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

    @staticmethod
    def _name(
        target: pygame.Surface, look: Look, axis: Axis, box: pygame.Rect, align: str
    ) -> None:
        words = look.texts(f"guide.plot.{axis.name}")
        look.write(target, words, box, 20, axis.role, SEMIBOLD, align)

    def _draw_names(self, target: pygame.Surface, look: Look) -> None:
        upper, lower = self._bands(look)
        self._name(target, look, self._plot.y, upper, "left")
        self._name(target, look, self._plot.x, lower, "right")

    def _live(self, progress: Progress) -> float | None:
        """What is measured just now, as it is written."""
        name = self._plot.live
        return round(progress.meter.readings[name], LIVE_DECIMALS) if name else None

    def _draw_live(
        self, target: pygame.Surface, look: Look, room: pygame.Rect, progress: Progress
    ) -> None:
        """Where the plot is empty: what comes next stands at the right of it."""
        value = self._live(progress)
        if value is None:
            return
        box = pygame.Rect(room.left + look.px(14), room.top, 0, room.height // 2)
        box.width = room.width * 3 // 5
        number = look.texts.number(value, LIVE_DECIMALS)
        words: Runs = [(number, self._plot.y.role), (f" {self._plot.y.unit}", "muted")]
        look.write(target, words, box, 44, weight=BOLD)

    def _draw_numbers(
        self, target: pygame.Surface, look: Look, room: pygame.Rect
    ) -> None:
        upper, lower = self._bands(look)
        across, up = self._plot.x, self._plot.y
        self._name(target, look, up, upper, "left")
        wide = room.width // len(across.marks)
        for value in across.marks:
            box = pygame.Rect(0, lower.top, wide, lower.height)
            box.centerx = round(room.left + room.width * across.share(value))
            is_last = value == across.marks[-1]
            words = _number(look, value, across.unit if is_last else "")
            align = "right" if is_last else "center"
            box.right = min(box.right, room.right)
            if across.share(value) <= 0.0:
                box.left, align = room.left, "left"
            look.write(target, words, box, 20, across.role, SEMIBOLD, align)
        for value in up.marks:
            y = room.bottom - room.height * up.share(value)
            line(target, look, [(room.left, y), (room.right, y)], "line", 1.5)
            box = pygame.Rect(room.left + look.px(8), round(y), wide, lower.height)
            if room.height > ROOMY * lower.height:
                look.write(target, _number(look, value, up.unit), box, 18, "muted")

    def _draw_theory(
        self, target: pygame.Surface, look: Look, room: pygame.Rect, progress: Progress
    ) -> None:
        guess, role = progress.row.guess, self._plot.y.role
        if isinstance(guess, Choice) and progress.guess >= 0.0:
            shapes_of = SHAPES.get(guess.figures)
            if shapes_of is not None:
                shape = shapes_of[int(progress.guess)]
                dashed(target, look, _in_room(room, shape), "ink", 14.0)
        dashed(target, look, self._spots(room, self._asymptote), "muted", 5.0)
        dashed(target, look, self._spots(room, self._theory), role, 8.0)

    def _draw_points(
        self,
        target: pygame.Surface,
        look: Look,
        room: pygame.Rect,
        points: Sequence[Point],
    ) -> None:
        radius, colour = max(3, look.px(8)), look.colour(self._plot.y.role)
        dot = shapes.disc(radius, colour)
        spots = self._spots(room, points)
        for spot in spots:
            target.blit(dot, dot.get_rect(center=spot))
        if spots:
            width = max(1, look.px(2))
            newest = shapes.ring(radius + max(2, look.px(5)), width, colour)
            target.blit(newest, newest.get_rect(center=spots[-1]))


def has_plot(session: Session) -> bool:
    """Whether what is guided now has a plot."""
    progress = session.guide.progress
    return progress is not None and progress.row.plot is not None


def _in_room(room: pygame.Rect, shares: Sequence[Point]) -> list[Point]:
    """Pixels of places that are told as shares of both axes."""
    return [(room.left + room.width * x, room.bottom - room.height * y)
            for x, y in shares]  # fmt: skip


def _number(look: Look, value: float, unit: str) -> str:
    decimals = 0 if value == int(value) else 1
    texts = look.texts
    return (
        texts.quantity(value, decimals, unit) if unit else texts.number(value, decimals)
    )
