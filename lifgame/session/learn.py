"""Learn: pages one after the other, each with a neuron and a clock of its own.

The visitor's neuron, and its time, wait until the last page is left.
"""

from collections.abc import Callable, Mapping
from typing import ClassVar

from lifgame.content.kiosk import KioskRules
from lifgame.content.learn import HOLD, PAGES, PAUSE, RULE, STEP, TYPE, Page
from lifgame.content.screens import LEARN
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.cell import Cell
from lifgame.session.clock import Clock
from lifgame.session.compare_commands import ToggleCompare
from lifgame.session.guide.seat import Seat
from lifgame.session.place import Place
from lifgame.session.start import DEFAULT_DT_MS, RECORD_MS, Start

# Which control a command needs, besides the sliders'.
_NEEDS: Mapping[type, str] = {
    g.SetRule: RULE,
    c.StepOnce: STEP,
    c.TogglePause: PAUSE,
    c.BrowsePresets: TYPE,
}
# What would change more than the one or two controls, or begin something else.
_NOT_HERE = (
    c.SelectPattern,
    c.SelectPreset,
    c.SetSpeed,
    c.BrowseSpeeds,
    g.StartGuide,
    g.StartRace,
    g.SetStep,
    ToggleCompare,
)


class Learn:
    """Opens pages, and gives the visitor's neuron back.

    Attributes:
        page: The page that is open; None: none.
    """

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self.page: Page | None = None
        self._waiting: tuple[tuple[Cell, ...], Clock] | None = None

    @property
    def is_open(self) -> bool:
        return self.page is not None

    def admits(self, command: c.SessionCommand) -> bool:
        """Whether a command may pass: few controls are live; letting go always is."""
        controls = self.page.controls if self.page else ()
        match command:
            case c.Inject(_, share):
                return share <= 0.0 or HOLD in controls
            case c.SetParameter(name) | c.NudgeParameter(name):
                return name in controls
        needed = _NEEDS.get(type(command))
        if needed is not None:
            return needed in controls
        return not isinstance(command, _NOT_HERE)

    def obey(self, command: c.SessionCommand) -> None:
        """Carry out one of ``Learn.OBEYS``.

        Raises:
            KeyError: If it names a page that is in no table.
        """
        self.OBEYS[type(command)](self, command)

    def _show(self, command: g.ShowPage) -> None:
        page, seat = PAGES[command.id], self._seat
        if self._waiting is None and len(seat.cells) > 1:
            # Two neurons stand side by side in the Lab only; no way leads here from it.
            return
        for cell in seat.cells:
            cell.let_go()
        if self._waiting is None:
            self._waiting = seat.cells, seat.clock
        self.page = page
        start = Start(preset=page.preset, pattern=page.pattern, values=page.values)
        seat.cells = (Cell(start, dt_ms=DEFAULT_DT_MS, record_ms=RECORD_MS),)
        seat.clock = Clock(page.speed, DEFAULT_DT_MS)
        seat.clock.is_paused = page.is_still

    def follow(self, command: c.SessionCommand, place: Place) -> None:
        """A page has its own screen, and goes when that is left."""
        if isinstance(command, g.ShowPage):
            place.obey(c.ShowScreen(LEARN))
        if place.screen != LEARN:
            self.close()
        elif not self.is_open:
            place.go_back()

    def close(self) -> None:
        """The visitor's own neuron is there again, as it was left."""
        if self._waiting is not None:
            self._seat.cells, self._seat.clock = self._waiting
        self.page = self._waiting = None

    OBEYS: ClassVar[Mapping[type, Callable[..., None]]] = {g.ShowPage: _show}


def is_page_offered(page: Page, rules: KioskRules) -> bool:
    """Whether all that a page needs is offered."""
    if not rules.enabled:
        return True
    can_be_set = not rules.controls or set(page.parameters) <= set(rules.controls)
    return can_be_set and (TYPE not in page.controls or len(rules.presets) != 1)


def offered_pages(rules: KioskRules) -> tuple[Page, ...]:
    """The pages that are offered, in their order."""
    return tuple(page for page in PAGES.values() if is_page_offered(page, rules))


def page_beside(page: Page, by: int, rules: KioskRules) -> Page | None:
    """The page so many after it; None past either end."""
    pages = offered_pages(rules)
    place = pages.index(page) + by if page in pages else -1
    return pages[place] if 0 <= place < len(pages) else None
