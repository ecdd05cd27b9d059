"""The ribbon of live mathematics: the equation with its present numbers, and readings.

Numbers that change too fast to read help nobody: while time runs, the ribbon takes
new ones some ten times a second; while it is held, it shows exactly what is.
"""

from dataclasses import dataclass

import pygame

from lifgame.content.texts import Texts
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.look import BOLD, MEDIUM, SEMIBOLD, Look, Runs

# Below this much current the level is called steady, in nA.
STEADY_NA = 0.005
# Below this simulated time, single steps are shown in ms while time is held.
FINE_BELOW_MS = 10_000.0


@dataclass(frozen=True, slots=True)
class Chip:
    """One reading: what it is and how much."""

    name: str
    value: str
    role: str = "ink"


@dataclass(frozen=True, slots=True)
class RibbonNumbers:
    """What the ribbon shows, as words that are ready to be set."""

    now: tuple[tuple[str, str], ...]
    chips: tuple[Chip, ...]


def read_numbers(session: Session, look: Look) -> RibbonNumbers:
    """Take the present numbers from the session."""
    return RibbonNumbers(tuple(_now(session, look)), tuple(_chips(session, look)))


def _now(session: Session, look: Look) -> Runs:
    texts = look.texts
    bucket = session.cell.bucket
    net_na = 0.0 if session.cell.is_refractory else bucket.inflow_na - bucket.leak_na
    way = (
        "steady" if abs(net_na) < STEADY_NA else "filling" if net_na > 0 else "emptying"
    )
    if session.cell.is_refractory:
        way = "resting"
    arrow = {"filling": "↑", "emptying": "↓"}.get(way, "→")
    resistance = texts.number(bucket.resistance_mohm, 0)
    return [
        (texts("ribbon.now") + "  ", "muted"),
        (texts.number(bucket.inflow_na, 2), "current"),
        (" − ", "ink"),
        (texts.number(bucket.level_mv, 1), "voltage"),
        (" / ", "ink"),
        (resistance, "resistance"),
        (f" = {texts.number(net_na, 2, sign=True)} nA  ", "ink"),
        (f"{arrow} {texts(f'ribbon.{way}')}", "ink"),
    ]


def _chips(session: Session, look: Look) -> list[Chip]:
    texts, cell = look.texts, session.cell
    theory_hz = cell.theory_hz
    theory = "–" if theory_hz is None else texts.quantity(theory_hz, 1, "Hz")
    return [
        Chip("V", texts.quantity(cell.voltage_mv, 1, "mV"), "voltage"),
        Chip(texts("ribbon.rate"), texts.quantity(cell.rate_hz, 1, "Hz")),
        Chip(texts("ribbon.theory"), theory),
        Chip(texts("ribbon.spikes"), texts.number(cell.spike_count, 0), "spike"),
        Chip("τ = R·C", texts.quantity(cell.tau_ms, 1, "ms")),
        Chip(texts("ribbon.rheobase"), texts.quantity(cell.rheobase_na, 2, "nA")),
        Chip(texts("ribbon.time"), _time(session, texts)),
    ]


def _time(session: Session, texts: Texts) -> str:
    """Simulated time; while it is held, fine enough to follow single steps."""
    if session.clock.is_paused and session.cell.time_ms < FINE_BELOW_MS:
        return texts.quantity(session.cell.time_ms, 1, "ms")
    return texts.quantity(session.cell.time_ms / 1000, 2, "s")


# Which chips there is room for, by their place in the list above: where large words
# are asked for, fewer of them.
_ALL = (4, 1, 2, 5, 3, 6)
_FEW = (1, 2, 3, 6)
_SHORT = (0, 1, 3)
# Where names are long, these are left out first.
_MISSED_FIRST = (6, 4, 5, 2)
LARGE_TEXT = 1.5
NAME_SIZE = 18
VALUE_SIZE = 25
# No chip is narrower than this value, whatever its name.
WIDEST_VALUE = "888.88 mV"


class RibbonPainter:
    """Paints the ribbon into its rectangle."""

    def __init__(self, look: Look, rect: pygame.Rect, form: str) -> None:
        self.rect = rect
        self._look = look
        self._form = form
        self.numbers: RibbonNumbers | None = None

    def update(self, session: Session, *, is_due: bool) -> None:
        """Take new numbers when the bucket does, so that both tell the same."""
        if is_due or self.numbers is None:
            self.numbers = read_numbers(session, self._look)

    def draw(self, target: pygame.Surface) -> None:
        look, palette = self._look, self._look.palette
        radius = look.px(18)
        plate = shapes.rounded(self.rect.size, radius, palette.panel, palette.line, 1)
        target.blit(plate, self.rect)
        if self.numbers is None:
            return
        if self._form == "landscape":
            self._draw_row(target, self.numbers)
        elif self._form == "portrait":
            self._draw_two_rows(target, self.numbers)
        else:
            self._draw_short(target, self.numbers)

    def _draw_row(self, target: pygame.Surface, numbers: RibbonNumbers) -> None:
        room = self.rect.inflate(-self._look.px(56), 0)
        is_large = self._look.text_scale >= LARGE_TEXT
        shares = (0.22, 0.38, 0.40) if is_large else (0.165, 0.30, 0.535)
        equation, now, chips = _split(room, shares, self._look.px(24))
        self._equation(target, equation, now, numbers)
        shown = _FEW if is_large else _ALL
        self._draw_chips(target, chips, numbers, shown)

    def _draw_two_rows(self, target: pygame.Surface, numbers: RibbonNumbers) -> None:
        room = self.rect.inflate(-self._look.px(48), -self._look.px(12))
        top = pygame.Rect(room.left, room.top, room.width, room.height * 46 // 100)
        below = pygame.Rect(room.left, top.bottom, room.width, room.bottom - top.bottom)
        equation, now = _split(top, (0.32, 0.68), self._look.px(24))
        self._equation(target, equation, now, numbers)
        self._draw_chips(target, below, numbers, _ALL)

    def _equation(
        self,
        target: pygame.Surface,
        equation: pygame.Rect,
        now: pygame.Rect,
        numbers: RibbonNumbers,
    ) -> None:
        words: Runs = [
            ("C", "capacitance"),
            ("·dV/dt = ", "ink"),
            ("I", "current"),
            (" − ", "ink"),
            ("V", "voltage"),
            (" / ", "ink"),
            ("R", "resistance"),
        ]
        self._look.write(target, words, equation, 30, weight=SEMIBOLD)
        runs = list(numbers.now)
        if not self._look.fits("".join(words for words, _ in runs), now.width, MEDIUM):
            # The numbers stand under the equation's letters: that says enough.
            runs = runs[1:]
        self._look.write(target, runs, now, 24, weight=MEDIUM)

    def _draw_chips(
        self,
        target: pygame.Surface,
        room: pygame.Rect,
        numbers: RibbonNumbers,
        shown: tuple[int, ...],
    ) -> None:
        placed = self._placed(room, numbers, shown)
        size = self._name_size([(chip.name, place.width) for chip, place in placed])
        for chip, place in placed:
            half = place.height // 2
            name = pygame.Rect(place.left, place.top + 2, place.width, half - 2)
            value = pygame.Rect(place.left, name.bottom - 2, place.width, half)
            self._look.write(target, chip.name, name, size, "muted", MEDIUM)
            self._look.write(target, chip.value, value, VALUE_SIZE, chip.role, BOLD)

    def _placed(
        self, room: pygame.Rect, numbers: RibbonNumbers, shown: tuple[int, ...]
    ) -> list[tuple[Chip, pygame.Rect]]:
        """As many chips as can be read, each as wide as its words are long."""
        left_out = list(_MISSED_FIRST)
        while True:
            chips = [numbers.chips[index] for index in shown]
            places = _split_by_widths(room, [self._width(chip) for chip in chips])
            placed = list(zip(chips, places, strict=True))
            fits = self._look.fits
            if not left_out or all(fits(c.name, r.width, MEDIUM) for c, r in placed):
                return placed
            missed = left_out.pop(0)
            shown = tuple(index for index in shown if index != missed)

    def _name_size(self, names: list[tuple[str, int]]) -> float:
        """One type size for all names: that of the one with the least room."""
        size_px = self._look.text_px(NAME_SIZE)
        shares = [
            width / max(1, self._look.text(name, size_px, weight=MEDIUM).get_width())
            for name, width in names
        ]
        return NAME_SIZE * min(1.0, *shares)

    def _width(self, chip: Chip) -> int:
        look = self._look
        name = look.text(chip.name, look.text_px(NAME_SIZE), weight=MEDIUM)
        value = look.text(WIDEST_VALUE, look.text_px(VALUE_SIZE), weight=BOLD)
        return max(name.get_width(), value.get_width())

    def _draw_short(self, target: pygame.Surface, numbers: RibbonNumbers) -> None:
        """Name and value of each reading side by side, on one line."""
        room = self.rect.inflate(-16, 0)
        chips = [numbers.chips[index] for index in _SHORT]
        places = _split_by_widths(room, [1] * len(chips))
        for chip, place in zip(chips, places, strict=True):
            words: Runs = [(f"{chip.name}  ", "muted"), (chip.value, chip.role)]
            if not self._look.fits(f"{chip.name}  {chip.value}", place.width, BOLD):
                # The unit and the colour tell what it is.
                words = words[1:]
            self._look.write(target, words, place, 26, weight=BOLD)


def _split(room: pygame.Rect, shares: tuple[float, ...], gap: int) -> list[pygame.Rect]:
    """Cut a strip into parts by their shares, with gaps between them."""
    whole = room.width - gap * (len(shares) - 1)
    parts: list[pygame.Rect] = []
    left = room.left
    for share in shares:
        width = int(whole * share)
        parts.append(pygame.Rect(left, room.top, width, room.height))
        left += width + gap
    return parts


def _split_by_widths(room: pygame.Rect, widths: list[int]) -> list[pygame.Rect]:
    whole = sum(widths)
    gap = max(6, room.width // 120)
    return _split(room, tuple(width / whole for width in widths), gap)
