"""The keyboard as a picture: what is used is light and says what it does.

Labels come from the table of actions and the keys in force: an action on another key
moves there, one without a key leaves its place faint.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pygame import Rect, Surface

from lifgame.content.actions import ACTIONS, Action
from lifgame.content.parameters import CAPACITANCE, CURRENT, RESISTANCE, THRESHOLD
from lifgame.content.patterns import PATTERNS
from lifgame.view import shapes
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, SEMIBOLD, SMALLEST_TEXT_PX, Look
from lifgame.view.machine.brush import Brush
from lifgame.view.widgets.keycaps import key_label

# Design units: a key, the gap to the next, and the whole board.
KEY, GAP = 82.0, 8.0
BOARD = (1120.0, 442.0)
LETTER, NOTE = 30.0, 21.0
# So many letters of a key's name are left where there is no room for all.
SHORTEST = 3
# The order of the sliders in the table of actions, with their colours.
SLIDERS = (
    (CURRENT.symbol, "current"),
    (RESISTANCE.symbol, "resistance"),
    (CAPACITANCE.symbol, "capacitance"),
    (THRESHOLD.symbol, "threshold"),
)
# Keys by pygame's name, with their width in keys; without a name: only a place.
_ROWS: tuple[tuple[tuple[str, float], ...], ...] = (
    (("escape", 1.0), *((key, 1.0) for key in "1234567890"), ("backspace", 1.3)),
    (("tab", 1.35), *((key, 1.0) for key in "qwertyuiop")),
    (("", 1.65), *((key, 1.0) for key in "asdfghjkl"), ("return", 1.6)),
    (("", 2.1), *((key, 1.0) for key in "zxcvbnm,.")),
)
_SPACE = (230.0, 470.0)
_ARROWS = 844.0


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the board.

    Attributes:
        name: pygame's name; empty for one that only holds a place.
        rect: Its place, in pixels.
        action: What it does; None for nothing.
    """

    name: str
    rect: Rect
    action: Action | None


class Keyboard:
    """The board in its place.

    Variables:
        keys: All keys, from the upper left to the lower right.
        elsewhere: What is done by keys that the board does not show.
    """

    def __init__(self, look: Look, room: Rect) -> None:
        self._look = look
        self._unit = min(room.width / BOARD[0], room.height / BOARD[1])
        width, height = (round(part * self._unit) for part in BOARD)
        self.rect = Rect(0, 0, width, height)
        self.rect.midtop = room.midtop
        does = look.known_keys.actions()
        self.keys = [Key(name, rect, does.get(name)) for name, rect in self._places()]
        shown = {key.name for key in self.keys}
        self.elsewhere = [
            (keys[0], action)
            for action in ACTIONS.values()
            if (keys := look.known_keys.keys(action.id))
            and not shown.intersection(keys)
        ]

    def _places(self) -> Iterator[tuple[str, Rect]]:
        for row, keys in enumerate(_ROWS):
            x, y = 0.0, row * (KEY + GAP)
            for name, wide in keys:
                width = wide * KEY + (wide - 1) * GAP
                yield name, self._rect(x, y, width, KEY)
                x += width + GAP
        y = len(_ROWS) * (KEY + GAP)
        half = KEY * 0.47
        yield "space", self._rect(_SPACE[0], y, _SPACE[1], KEY)
        x, step = _ARROWS, KEY + GAP
        yield "left", self._rect(x, y, KEY, KEY)
        yield "up", self._rect(x + step, y, KEY, half)
        yield "down", self._rect(x + step, y + KEY - half, KEY, half)
        yield "right", self._rect(x + 2 * step, y, KEY, KEY)

    def _rect(self, x: float, y: float, width: float, height: float) -> Rect:
        left, top = self.rect.topleft if hasattr(self, "rect") else (0, 0)
        unit = self._unit
        right, bottom = round((x + width) * unit), round((y + height) * unit)
        rect = Rect(round(x * unit), round(y * unit), 0, 0)
        rect.size = right - rect.left, bottom - rect.top
        return rect.move(left, top)

    # --- painting -------------------------------------------------------------------

    def paint(self, target: Surface) -> None:
        for key in self.keys:
            self._plate(target, key)
            if key.action is None:
                self._letter(target, key, key.rect, "edge")
            elif key.action.id == "inject":
                self._water(target, key)
            elif key.action.id.startswith("slider"):
                self._slider(target, key)
            elif key.action.group == "patterns":
                self._pattern(target, key)
            elif key.rect.height < KEY * 0.6 * self._unit:
                self._letter(target, key, key.rect, "ink")
            else:
                self._plain(target, key)

    def _plate(self, target: Surface, key: Key) -> None:
        look, palette = self._look, self._look.palette
        radius = round(12 * self._unit)
        if key.action is None:
            plate = shapes.rounded(key.rect.size, radius, palette.well, palette.line, 1)
            target.blit(plate, key.rect)
            return
        fill = palette.inject_face if key.action.id == "inject" else palette.raised
        width = max(2, round(3.5 * self._unit * palette.edge_scale))
        edge = look.colour(edge_role(key.action))
        target.blit(shapes.rounded(key.rect.size, radius, fill, edge, width), key.rect)

    def _inner(self, key: Key) -> Rect:
        margin = round(12 * self._unit)
        return key.rect.inflate(-margin, -margin)

    def _letter(self, target: Surface, key: Key, room: Rect, role: str) -> None:
        """What is printed on a key, as large as it may be."""
        if not key.name or room.height < SMALLEST_TEXT_PX:
            return
        label = key_label(key.name, self._look.texts)
        if not self._look.fits(label, room.width, BOLD):
            label = label[:SHORTEST]
        size = LETTER if len(label) == 1 else LETTER * 0.85
        size_px = max(SMALLEST_TEXT_PX, round(size * self._unit))
        words = self._look.fitted([(label, role)], room.width, size_px, BOLD)
        target.blit(words, words.get_rect(center=room.center))

    def _halves(self, key: Key) -> tuple[Rect, Rect]:
        inner = self._inner(key)
        upper, lower = inner.copy(), inner.copy()
        upper.height = inner.height * 55 // 100
        lower.top, lower.height = upper.bottom, inner.bottom - upper.bottom
        return upper, lower

    def _plain(self, target: Surface, key: Key) -> None:
        upper, lower = self._halves(key)
        assert key.action is not None
        words = short_words(key.action, self._look)
        if not self._look.fits(words, lower.width, SEMIBOLD):
            self._letter(target, key, self._inner(key), "ink")
            return
        self._letter(target, key, upper, "ink")
        size_px = max(SMALLEST_TEXT_PX, round(NOTE * self._unit))
        note = self._look.fitted([(words, "muted")], lower.width, size_px, SEMIBOLD)
        target.blit(note, note.get_rect(center=lower.center))

    def _slider(self, target: Surface, key: Key) -> None:
        """The letter with an arrow, and the symbol under both."""
        assert key.action is not None
        look, unit = self._look, self._unit
        symbol, role = SLIDERS[int(key.action.id.split("_")[1]) - 1]
        upper, lower = self._halves(key)
        letter = upper.copy()
        letter.width = upper.width * 55 // 100
        self._letter(target, key, letter, "ink")
        arrow = Rect(letter.right, upper.top, upper.right - letter.right, upper.height)
        x, y, side = arrow.centerx, arrow.centery, 9 * unit
        way = -1 if key.action.id.endswith("_up") else 1
        brush = Brush(arrow)
        tip = [(x - side, y - way * side * 0.6), (x, y + way * side * 0.6),
               (x + side, y - way * side * 0.6)]  # fmt: skip
        brush.area(tip, look.colour(role))
        brush.line([*tip, tip[0]], 3 * unit, look.colour(role))
        target.blit(brush.finished(), arrow)
        size_px = max(SMALLEST_TEXT_PX, round(24 * unit))
        words = look.text(symbol, size_px, role, BOLD)
        target.blit(words, words.get_rect(center=lower.center))

    def _pattern(self, target: Surface, key: Key) -> None:
        """The digit in the corner, the waveform in the middle of the rest."""
        assert key.action is not None
        inner, unit = self._inner(key), self._unit
        corner = Rect(inner.left, inner.top, round(28 * unit), round(34 * unit))
        self._letter(target, key, corner, "ink")
        name = list(PATTERNS)[int(key.action.id.split("_")[1]) - 1]
        side = max(12, round(48 * unit))
        shape = "drop" if name == "by_hand" else name
        picture = icon(shape, side, self._look.colour("current"))
        target.blit(picture, picture.get_rect(bottomright=inner.bottomright))

    def _water(self, target: Surface, key: Key) -> None:
        """The long key that lets water in."""
        look, inner = self._look, self._inner(key)
        is_long = inner.width > 3 * inner.height
        if not is_long:
            self._plain(target, key)
            return
        side = max(12, round(52 * self._unit))
        drop = icon("drop", side, look.colour("current"))
        size_px = max(SMALLEST_TEXT_PX, round(LETTER * self._unit))
        room = inner.width - side - round(12 * self._unit)
        words = look.fitted([(look.texts("key_note.inject_long"), "ink")], room,
                            size_px, BOLD)  # fmt: skip
        width = side + words.get_width() + round(12 * self._unit)
        left = inner.centerx - width // 2
        target.blit(drop, drop.get_rect(midleft=(left, inner.centery)))
        right = left + width
        target.blit(words, words.get_rect(midright=(right, inner.centery)))


def edge_role(action: Action) -> str:
    """The colour of a used key's edge."""
    if action.id == "inject":
        return "current"
    if action.id.startswith("slider"):
        return SLIDERS[int(action.id.split("_")[1]) - 1][1]
    return "edge"


def short_words(action: Action, look: Look) -> str:
    """What a key does, in a word or two."""
    if action.id == "language":
        return look.texts("language.short")
    return look.texts(f"key_note.{action.id}")
