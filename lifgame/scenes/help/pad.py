"""The gamepad as a picture, and what its buttons do."""

from dataclasses import dataclass

from pygame import Rect, Surface

from lifgame.content.pads import CONTROLLER_BUTTONS
from lifgame.content.palette import Palette
from lifgame.scenes.layout import cut_bottom, cut_top
from lifgame.view.geometry import Point
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.machine.brush import Brush
from lifgame.view.machine.outlines import strokes

# The pad is drawn in a box of 540 by 330 units round its middle.
WIDE, HIGH = 540.0, 330.0
_BODY = (
    "M-150-96H150C210-96 236-40 250 40C262 112 236 150 196 140"
    "C160 130 140 74 104 58H-104C-140 74-160 130-196 140"
    "C-236 150-262 112-250 40C-236-40-210-96-150-96Z"
)
_SHOULDERS = ("M-206-104Q-150-136-96-112", "M206-104Q150-136 96-112")
_TRIGGERS = ("M-182-132Q-166-156-138-152", "M182-132Q166-156 138-152")
_CROSS = "M-164-36H-136V-64H-106V-36H-78V-6H-106V22H-136V-6H-164Z"
# Number on a known controller, sign, and place.
_BUTTONS = (
    (0, "A", (134, 10)), (1, "B", (174, -30)), (2, "X", (94, -30)),
    (3, "Y", (134, -70)),
)  # fmt: skip
_STICKS = (((-58, 46), "ink"), ((58, 46), "edge"))
WORDS, TITLE = 25.0, 28.0


class PadPicture:
    """A pad with its words, in a room."""

    def __init__(self, look: Look, room: Rect) -> None:
        self._look = look
        self._room = room

    def paint(self, target: Surface) -> None:
        look = self._look
        room = self._room.copy()
        line = round(look.text_px(WORDS) * 1.3)
        title = cut_top(room, line, look.px(8))
        look.write(target, look.texts("help.pad.title"), title, TITLE, weight=BOLD)
        above = cut_top(room, line, look.px(6))
        below = cut_bottom(room, 2 * line, look.px(10))
        self._pair(target, above, ("shoulders", "ink"), ("trigger", "current"))
        unit = min(room.width / WIDE, room.height / HIGH)
        self._pad(target, room, unit)
        first, second = below.copy(), below.copy()
        first.height = line
        second.top, second.height = first.bottom, line
        self._pair(target, first, ("cross", "ink"), ("press", "ink"))
        self._pair(target, second, ("cross_note", "muted"), ("back", "muted"))

    def _pair(
        self, target: Surface, line: Rect, left: tuple[str, str], right: tuple[str, str]
    ) -> None:
        """Words at both ends of a line."""
        half = line.width // 2 - self._look.px(10)
        for (key, role), edge in ((left, "left"), (right, "right")):
            box = Rect(0, line.top, half, line.height)
            if edge == "left":
                box.left = line.left
            else:
                box.right = line.right
            words = self._look.texts(f"help.pad.{key}")
            weight = SEMIBOLD if role == "muted" else BOLD
            self._look.write(target, words, box, WORDS, role, weight, edge)

    def _pad(self, target: Surface, room: Rect, unit: float) -> None:
        look, palette = self._look, self._look.palette
        middle = room.centerx, room.centery + round(14 * unit)
        pen = _Pen(Brush(room), middle, unit, palette)
        for path in _TRIGGERS:
            pen.line(path, 16, "current")
        for path in _SHOULDERS:
            pen.line(path, 16, "ink")
        pen.area(_BODY, "raised")
        pen.line(_BODY, 5, "edge")
        pen.area(_CROSS, "well")
        pen.line(_CROSS, 4, "ink")
        for place, role in _STICKS:
            pen.disc(place, 30, role)
            pen.disc(place, 26, "well")
        for number, _, place in _BUTTONS:
            pen.disc(place, 21, "ink" if number in CONTROLLER_BUTTONS else "edge")
        target.blit(pen.brush.finished(), room)
        for _, sign, place in _BUTTONS:
            size_px = max(10, round(26 * unit))
            words = look.text(sign, size_px, "background", BOLD)
            target.blit(words, words.get_rect(center=pen.at(place)))


@dataclass(frozen=True, slots=True)
class _Pen:
    """A brush in the pad's units."""

    brush: Brush
    middle: tuple[int, int]
    unit: float
    palette: Palette

    def at(self, point: Point) -> Point:
        return (
            self.middle[0] + point[0] * self.unit,
            self.middle[1] + point[1] * self.unit,
        )

    def line(self, path: str, width: float, role: str) -> None:
        for stroke in strokes(path):
            spots = [self.at(point) for point in stroke]
            self.brush.line(spots, width * self.unit, self.palette.colour(role))

    def area(self, path: str, role: str) -> None:
        for stroke in strokes(path):
            spots = [self.at(point) for point in stroke]
            self.brush.area(spots, self.palette.colour(role))

    def disc(self, place: Point, radius: float, role: str) -> None:
        colour = self.palette.colour(role)
        self.brush.disc(self.at(place), radius * self.unit, colour)
