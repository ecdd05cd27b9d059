"""The two marks on the held paper: grips over it, lines on it, and what lies between.

A mark stays on its tick. Where that is not on the paper now, its grip waits at the
paper's edge and points to where it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pygame import Rect, Surface

from lifgame.content.texts import Texts
from lifgame.scenes.lab.mark_pictures import MarkPictures
from lifgame.scenes.layout import SMALLEST_TOUCH_PX
from lifgame.session.commands import Command
from lifgame.session.looking import looked_at
from lifgame.session.marking import (
    MARKS,
    Between,
    between,
    marks,
    place_mark,
    spike_near,
)
from lifgame.session.session import Session
from lifgame.view.geometry import Pixel
from lifgame.view.look import Look
from lifgame.view.over import Laid, Over
from lifgame.view.paper.places import PaperPlaces
from lifgame.view.widgets.board import Board
from lifgame.view.widgets.widget import PicturedWidget, Widget, WidgetState

GRIP = (64.0, 56.0)
SMALLEST_GRIP_PX = (44, 40)
# Dragged so near to a spike, in design units, a mark stands on it.
MAGNET = 12.0
# Between a line and the plate with the numbers.
AIR = 18.0
# The plate stands under the heads of the spikes.
UNDER_HEADS = 46.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one mark is on the screen.

    Attributes:
        x: The column of its line.
        side: -1 and 1 where its tick is left or right of the paper; 0: on it.
        grip: What is drawn of its grip.
        touch: Where that can be taken.
    """

    x: int
    side: int
    grip: Rect
    touch: Rect


class MarkWidget(PicturedWidget):
    """One mark's grip; its spot goes with the paper."""

    takes_arrows = True

    def __init__(self, id: str, px_per_tick: float, magnet_px: float) -> None:
        super().__init__(id, Rect(0, 0, 0, 0))
        self._px_per_tick = px_per_tick
        self._magnet = round(magnet_px / px_per_tick)
        self._from_x = self._from_tick = 0

    def on_press(self, session: Session, point: Pixel, source: str) -> list[Command]:
        self._from_x, self._from_tick = point[0], self._tick(session)
        return []

    def on_move(self, session: Session, point: Pixel) -> list[Command]:
        way = round((point[0] - self._from_x) / self._px_per_tick)
        if not way:
            return []
        tick = spike_near(session, self._from_tick + way, self._magnet)
        return self._to(session, tick)

    def on_nudge(self, session: Session, steps: int) -> list[Command]:
        return self._to(session, self._tick(session) + steps)

    def _tick(self, session: Session) -> int:
        placed = marks(session)
        return 0 if placed is None else placed[MARKS.index(self.id)]

    def _to(self, session: Session, tick: int) -> list[Command]:
        command = place_mark(session, self.id, tick)
        return [] if command is None else [command]


class MarkPainter:
    """Places the grips, and lays all that belongs to the marks over the picture.

    Args:
        look: Scale, colours and words.
        places: Where the paper stands.
        above: What stands over the paper, where a grip must not go.
    """

    def __init__(self, look: Look, places: PaperPlaces, above: Iterable[Rect]) -> None:
        self._look, self._places = look, places
        size = zip(GRIP, SMALLEST_GRIP_PX, strict=True)
        width, height = (max(look.px(design), least) for design, least in size)
        self._size = width, height
        sheet = places.sheet
        bottom = places.rails[0].top - look.px(2)
        self._is_above = all(
            rect.bottom <= bottom - height
            for rect in above
            if rect.top < sheet.top and rect.left < places.pen_x
        )
        self._top = bottom - height if self._is_above else sheet.bottom - height
        self._pictures = MarkPictures(look, places, (width, height))
        self._over = Over()

    def px_per_tick(self, session: Session) -> float:
        """The width of a tick on the paper."""
        width = self._places.pen_x - self._places.sheet.left
        return width * session.dt_ms / session.place.window_ms

    def widgets(self, session: Session) -> list[Widget]:
        """A grip for each mark."""
        if marks(session) is None:
            return []
        magnet_px, px_per_tick = MAGNET * self._look.unit, self.px_per_tick(session)
        return [MarkWidget(mark, px_per_tick, magnet_px) for mark in MARKS]

    def place(self, board: Board, session: Session) -> None:
        """Let the grips go with the paper."""
        placed = marks(session)
        if placed is None:
            return
        for mark, spot in zip(MARKS, self.spots(session, placed), strict=True):
            widget = board.find(mark)
            if widget is not None:
                widget.rect = spot.touch

    def spots(self, session: Session, ticks: tuple[int, int]) -> list[Spot]:
        """Where two marks are."""
        places, now = self._places, looked_at(session)
        left, right = places.sheet.left, places.pen_x
        per_tick = self.px_per_tick(session)
        xs = [round(right - (now - tick) * per_tick) for tick in ticks]
        sides = [(x > right) - (x < left) for x in xs]
        xs = [min(max(x, left), right) for x in xs]
        grips = self._grips(xs, [ticks[0] <= ticks[1], ticks[0] > ticks[1]])
        touches = [_touch(grip) for grip in grips]
        return [Spot(*spot) for spot in zip(xs, sides, grips, touches, strict=True)]

    def _grips(self, xs: list[int], first: list[bool]) -> list[Rect]:
        """Both grips over their lines, or side by side where these are too near."""
        width, _ = self._size
        step = max(width, SMALLEST_TOUCH_PX) + self._look.px(4)
        earlier = 0 if first[0] else 1
        middles = [float(xs[earlier]), float(xs[1 - earlier])]
        lack = step - (middles[1] - middles[0])
        if lack > 0:
            middles = [middles[0] - lack / 2, middles[1] + lack / 2]
        low = self._places.sheet.left + step / 2
        high = self._places.pen_x - width / 2
        middles[0] = min(max(middles[0], low), high - step)
        middles[1] = min(max(middles[1], middles[0] + step), high)
        if earlier:
            middles.reverse()
        rects = [Rect((0, self._top), self._size) for _ in middles]
        for rect, middle in zip(rects, middles, strict=True):
            rect.centerx = round(middle)
        return rects

    def forget(self) -> None:
        """The canvas holds nothing of the marks any longer."""
        self._over.forget()

    def lift(self, canvas: Surface) -> None:
        """Take the marks off, before anything under them is painted."""
        self._over.lift(canvas)

    def lay(
        self, canvas: Surface, board: Board, session: Session, painted: list[Rect]
    ) -> list[Rect]:
        """Lay the marks on; answer with what looks different thereby."""
        placed = marks(session)
        if placed is None:
            return self._over.lay(canvas, [], painted)
        spots = self.spots(session, placed)
        laid: list[Laid] = []
        for mark, spot, tick in zip(MARKS, spots, placed, strict=True):
            if not spot.side:
                v = session.cell.reading(tick).voltage_mv
                laid += self._pictures.line(mark, spot.x, spot.grip)
                laid.append(self._pictures.disc(spot.x, v))
        plate = self._pictures.plate(_lines(between(session, placed), self._look.texts))
        place = self._plate_place(spots, plate.get_size())
        laid += self._pictures.span(spots[0].x, spots[1].x, place)
        laid.append((plate, place))
        for mark, spot in zip(MARKS, spots, strict=True):
            widget = board.find(mark)
            state = board.state(widget, session) if widget else WidgetState()
            laid.append((self._pictures.grip(mark, spot.side, state), spot.grip))
        return self._over.lay(canvas, laid, painted)

    def _plate_place(self, spots: list[Spot], size: tuple[int, int]) -> Rect:
        """Between the lines if there is room; else beside them."""
        air = self._look.px(AIR)
        place = Rect((0, self._places.sheet.top + self._look.px(UNDER_HEADS)), size)
        left, right = sorted(spot.x for spot in spots)
        if right - left >= size[0] + 2 * air:
            place.centerx = (left + right) // 2
        elif right + air + size[0] <= self._places.pen_x:
            place.left = right + air
        else:
            place.right = max(left - air, self._places.sheet.left + size[0])
        return place


def _touch(grip: Rect) -> Rect:
    """A grip as large as a finger; grips stand so far apart that these do not meet."""
    least = SMALLEST_TOUCH_PX
    return grip.inflate(max(0, least - grip.width), max(0, least - grip.height))


def _lines(found: Between, texts: Texts) -> tuple[str, ...]:
    """The three numbers, as they are written."""
    is_level = round(found.dv_mv, 1) == 0.0
    dv = texts.number(found.dv_mv, 1, sign=not is_level)
    rate = "–" if found.rate_hz is None else texts.quantity(found.rate_hz, 1, "Hz")
    return (
        f"Δt  {texts.quantity(found.dt_ms, 1, 'ms')}",
        f"ΔV  {dv} mV",
        f"1/Δt  {rate}",
    )
