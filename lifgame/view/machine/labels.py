"""The words beside the parts of the machine."""

from pygame import Rect, Surface

from lifgame.view.look import Look
from lifgame.view.machine.lines import is_lifted
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.places import MachinePlaces
from lifgame.view.machine.setting import Setter, Written


class Labels(Part):
    """All words right of the wall, and the tap's."""

    def __init__(self, places: MachinePlaces, look: Look) -> None:
        self._places = places
        self._look = look
        self._kept: tuple[object, list[Written]] = (None, [])

    def face(self, moment: Moment) -> object:
        frame = moment.frame
        if not frame.shows_words:
            return None
        settle = frame.settle_mv
        row = None if settle is None else round(self._places.scale.y(settle))
        values: object = None
        if frame.shows_values:
            values = round(moment.leak_na, 2), round(frame.tap_na, 3)
        cup = frame.adaptation
        lift = (moment.line_y, is_lifted(moment)) if cup is not None else None
        return (
            frame.rest_line_mv, frame.resistance_mohm, frame.capacitance_nf, row,
            values, len(str(frame.spike_count)), frame.focused, lift,
            frame.held if frame.held_value else None, frame.shows_handles,
            frame.grips,
        )  # fmt: skip

    def areas(self, moment: Moment) -> list[Rect]:
        return [rect for _, rect in self._words(moment)]

    def draw(self, canvas: Surface, moment: Moment) -> None:
        canvas.fblits(self._words(moment))

    def _words(self, moment: Moment) -> list[Written]:
        face = self.face(moment)
        if face is None:
            return []
        if self._kept[0] != face:
            self._kept = face, self._set(moment)
        return self._kept[1]

    def _set(self, moment: Moment) -> list[Written]:
        """Set the words one after the other; each must find its place free."""
        setter = Setter(self._places, self._look, moment)
        setter.all()
        return setter.written
