"""Roll, ruler and the current's pen as a part of the machine, behind all its others."""

from pygame import Rect, Surface

from lifgame.view.machine.moment import Moment, Part
from lifgame.view.paper.fixtures import FixturePainter
from lifgame.view.paper.frame import PaperFrame
from lifgame.view.paper.places import PaperPlaces


class Stand(Part):
    """What holds the paper, where the machine's arm passes before it.

    Variables:
        fixtures: Their painter, which the paper shares.
    """

    def __init__(self, fixtures: FixturePainter, places: PaperPlaces) -> None:
        self.fixtures = fixtures
        self._places = places
        self._frame: PaperFrame | None = None

    def take(self, frame: PaperFrame) -> None:
        """Show the current and the axis of a frame from now on."""
        self._frame = frame

    def paint_roll(self, wall: Surface) -> None:
        """The roll alone, as it stands before the wall."""
        self.fixtures.paint_roll(wall)

    def face(self, moment: Moment) -> object:
        frame = self._frame
        if frame is None:
            return None
        row = self.fixtures.current_row(frame.current_na, frame.current_limit_na)
        return row, self._numbers(frame), frame.current_limit_na

    def areas(self, moment: Moment) -> list[Rect]:
        return [self._places.roll_area, self.fixtures.ruler_area]

    def draw(self, canvas: Surface, moment: Moment) -> None:
        frame = self._frame
        if frame is None:
            return
        fixtures, limit_na = self.fixtures, frame.current_limit_na
        fixtures.paint_roll(canvas)
        is_lab = frame.span_ms is not None
        fixtures.paint_ruler(canvas, self._numbers(frame), limit_na, is_lab)
        fixtures.paint_pen(canvas, fixtures.current_row(frame.current_na, limit_na))

    def _numbers(self, frame: PaperFrame) -> tuple[int, ...]:
        is_lab = frame.span_ms is not None
        return self.fixtures.numbers(frame) if is_lab else ()
