"""A second neuron beside the first in the Lab: what it makes of the same input."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Protocol

from lifgame.content.presets import PRESETS
from lifgame.content.screens import BOARD, LAB
from lifgame.session import commands as c
from lifgame.session.cell import Cell
from lifgame.session.clock import Clock, showings_of
from lifgame.session.compare_commands import ToggleCompare
from lifgame.session.place import Place
from lifgame.session.start import DEFAULT_DT_MS, RECORD_MS, Start

# It begins with one of these: a slow and a quick one, so that there is much to see.
CONTRASTS = ("motor", "fast_spiking")


class Stand(Protocol):
    """Who has the cells: the session."""

    cells: tuple[Cell, ...]
    clock: Clock
    place: Place


class Comparison:
    """Brings the second neuron and takes it away."""

    def __init__(self, stand: Stand) -> None:
        self._stand = stand
        self.is_on = False

    @property
    def chosen(self) -> int:
        """The cell whose neuron type is chosen now: the second, where there is one."""
        return int(self.is_on)

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one of ``Comparison.OBEYS``."""
        self.OBEYS[type(command)](self, command)

    def _toggle(self, command: ToggleCompare) -> None:
        if self.is_on:
            self._end()
        elif self._is_in_lab:
            self._begin(command.among)

    @property
    def _is_in_lab(self) -> bool:
        place = self._stand.place
        return place.view == LAB and place.screen != BOARD

    def _begin(self, among: tuple[str, ...]) -> None:
        first = self._stand.cells[0]
        offered = [name for name in among or PRESETS if name != first.preset.id]
        if not offered:
            return
        contrast = [name for name in CONTRASTS if name in offered]
        second = Cell(Start(), dt_ms=DEFAULT_DT_MS, record_ms=RECORD_MS)
        # The same tap, the same noise to come, the same hands.
        second.restore(first.snapshot())
        choice = (contrast or offered)[0]
        second.obey(c.SelectPreset(choice, keeps_current=True))
        self._stand.cells = (first, second)
        self._stand.clock.showings = showings_of(2)
        self.is_on = True
        self._relive()

    def _relive(self) -> None:
        """Its whole curve is that of the neuron that it is now; both count anew."""
        first, second = self._stand.cells
        second.relive(first.record, first.record.capacity)
        for cell in self._stand.cells:
            cell.count_anew()

    def _end(self) -> None:
        if self.is_on:
            self.is_on = False
            self._stand.cells = self._stand.cells[:1]
            self._stand.clock.showings = showings_of(1)

    def follow(self, command: c.SessionCommand) -> None:
        """After a command: another neuron has another past; it stays in the Lab."""
        if not self.is_on:
            return
        if len(self._stand.cells) < 2:
            self.is_on = False
        elif not self._is_in_lab:
            self._end()
        elif isinstance(command, c.SelectPreset | c.BrowsePresets) and command.cell:
            self._relive()

    OBEYS: ClassVar[Mapping[type, Callable[..., None]]] = {ToggleCompare: _toggle}
