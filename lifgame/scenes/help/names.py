"""Numbers and names on the picture: buttons that are painted as its parts.

What lies over the machine is painted by the machine's painter, so that nothing is
wiped away when the water under it moves.
"""

from collections.abc import Hashable
from dataclasses import dataclass

from pygame import Rect, Surface

from lifgame.content.help_parts import HELP_NUMBERS, HELP_PARTS
from lifgame.scenes.help.spots import BADGE, Spot
from lifgame.scenes.layout import SMALLEST_TOUCH_PX
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.geometry import Pixel
from lifgame.view.lettering.sentence import sentence_picture
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.machine.brush import Brush
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.widgets.widget import (
    FOCUS_MARGIN_PX,
    FOCUS_RING_PX,
    PicturedWidget,
    Widget,
    WidgetState,
)

NAME_SIZE, NOTE_SIZE = 28.0, 24.0
NAME_ROOM = 72.0
RING_GAP, RING = 6.0, 5.0
GROWS_S = 0.12
STEPS = 6
# Larger text than this leaves the notes under the names out.
NOTES_TO = 1.1


@dataclass(slots=True)
class Told:
    """What Help explains now, shared by all names.

    Attributes:
        part: Its id.
        age_s: How long it has been explained, in s.
        focused: Id of the widget with the focus, or None.
    """

    part: str = ""
    age_s: float = GROWS_S
    focused: str | None = None

    def ring(self, part: str) -> int:
        """How far a part's ring has grown, 0 to ``STEPS``."""
        if part != self.part:
            return 0
        return max(1, min(STEPS, round(STEPS * self.age_s / GROWS_S)))


class Name(Part):
    """A number, its name, and the line to what it means.

    Variables:
        spot: Where all of it stands.
        touch: Where it is touched.
        covers: Where it is painted.
    """

    def __init__(
        self,
        spot: Spot,
        look: Look,
        told: Told,
        zoom: float,
        *,
        takes_focus: bool = True,
    ) -> None:
        self.spot = spot
        self._look = look
        self._told = told
        self._radius = max(round(BADGE * look.unit), 11 if look.unit < 0.6 else 13)
        reach = self._radius + look.px(RING_GAP + RING)
        around = Rect(0, 0, 2 * reach, 2 * reach)
        around.center = spot.badge
        self._written = self._words()
        covered = around.unionall([rect for _, rect in self._written])
        self.touch = _touchable(covered)
        self._lead = self._leading(zoom)
        out = FOCUS_MARGIN_PX + 1
        self.covers = [self.touch.inflate(2 * out, 2 * out) if takes_focus else covered]
        if self._lead is not None:
            self.covers.append(self._lead[1])

    # --- as a part of the picture -----------------------------------------------

    def face(self, moment: Moment) -> object:
        return self.shown()

    def shown(self) -> Hashable:
        """What changes in it."""
        told = self._told
        return told.ring(self.spot.part), told.focused == widget_id(self.spot)

    def areas(self, moment: Moment) -> list[Rect]:
        return self.covers

    def draw(self, canvas: Surface, moment: Moment) -> None:
        self.paint(canvas)

    def paint(self, canvas: Surface) -> None:
        look, spot = self._look, self.spot
        if self._lead is not None:
            canvas.blit(*self._lead)
        for words, rect in self._written:
            canvas.blit(words, rect)
        step = self._told.ring(spot.part)
        if step:
            reach = self._radius + look.px(RING_GAP + RING) * step // STEPS
            ring = shapes.ring(reach, look.px(RING), look.palette.focus)
            canvas.blit(ring, ring.get_rect(center=spot.badge))
        badge = badge_picture(look, spot.part, self._radius)
        canvas.blit(badge, badge.get_rect(center=spot.badge))
        if self._told.focused == widget_id(spot):
            self._paint_focus(canvas)

    def _paint_focus(self, canvas: Surface) -> None:
        ring = self.touch.inflate(2 * FOCUS_MARGIN_PX, 2 * FOCUS_MARGIN_PX)
        look = self._look
        frame = Brush(ring)
        radius = look.px(18)
        width, height = ring.size
        left, top = ring.topleft
        frame.box((left, top, width, height), radius, look.palette.focus)
        edge = FOCUS_RING_PX
        inner = (left + edge, top + edge, width - 2 * edge, height - 2 * edge)
        frame.box(inner, radius - edge, None)
        canvas.blit(frame.finished(), ring)

    # --- made once ------------------------------------------------------------------

    def _words(self) -> list[tuple[Surface, Rect]]:
        """The name, and its note under it where there is one."""
        look, spot = self._look, self.spot
        if not spot.key:
            return []
        role = HELP_PARTS[spot.part].role
        note_key = spot.key.replace(".name", ".note")
        has_note = (
            spot.key.endswith(".name")
            and note_key in look.texts
            and look.text_scale <= NOTES_TO
        )
        # The pipe lies close under its name.
        is_tight = has_note or look.text_scale <= NOTES_TO or spot.part == "pipe"
        room = spot.width, look.px(NAME_ROOM * 0.48 if is_tight else NAME_ROOM)
        words = f"[{role}|{look.texts(spot.key)}]" if role != "glass" else ""
        words = words or look.texts(spot.key)
        name = sentence_picture(look, words, room, NAME_SIZE, BOLD, spot.align)
        rows = [name]
        if has_note:
            note = look.fitted(
                [(look.texts(note_key), "ink")],
                spot.width,
                look.text_px(NOTE_SIZE),
                SEMIBOLD,
            )
            rows.append(note)
        return self._placed(rows)

    def _placed(self, rows: list[Surface]) -> list[tuple[Surface, Rect]]:
        spot = self.spot
        y = spot.words[1] - sum(row.get_height() for row in rows) // 2
        placed = []
        for row in rows:
            rect = row.get_rect(top=y)
            if spot.align == "left":
                rect.left = spot.words[0]
            elif spot.align == "right":
                rect.right = spot.words[0]
            else:
                rect.centerx = spot.words[0]
            placed.append((row, rect))
            y = rect.bottom
        return placed

    def _leading(self, zoom: float) -> tuple[Surface, Rect] | None:
        spot, look = self.spot, self._look
        if spot.target is None:
            return None
        colour = look.colour(HELP_PARTS[spot.part].role)
        dot = max(2.5, 5 * zoom)
        rect = Rect(*spot.target, 1, 1).union(Rect(*spot.badge, 1, 1))
        rect = rect.inflate(2 * round(dot) + 4, 2 * round(dot) + 4)
        brush = Brush(rect)
        brush.line([spot.target, spot.badge], max(1.5, 3 * zoom), colour)
        brush.disc(spot.target, dot, colour)
        reach = self._radius + look.px(RING_GAP + RING) + 1
        brush.disc(spot.badge, reach, None)
        return brush.finished(), rect


def badge_picture(look: Look, part: str, radius: int) -> Surface:
    """A part's number on a disc of its colour."""
    palette = look.palette
    picture = shapes.disc(radius, palette.background).copy()
    face = shapes.disc(radius - max(1, radius // 9), look.colour(HELP_PARTS[part].role))
    middle = picture.get_rect().center
    picture.blit(face, face.get_rect(center=middle))
    number = str(HELP_NUMBERS[part])
    digit = look.text(number, max(10, round(radius * 1.15)), "background", BOLD)
    picture.blit(digit, digit.get_rect(center=middle))
    return picture


def widget_id(spot: Spot) -> str:
    """Id of the button of a name."""
    return f"part:{spot.id}"


def _touchable(rect: Rect) -> Rect:
    """At least as large as a finger needs, round the same middle."""
    grown = Rect(0, 0, max(SMALLEST_TOUCH_PX, rect.width), 0)
    grown.height = max(SMALLEST_TOUCH_PX, rect.height)
    grown.center = rect.center
    return grown


class PartButton(PicturedWidget):
    """Lets Help explain a part; the picture shows it."""

    def __init__(self, id: str, rect: Rect, part: str, *, takes_focus: bool) -> None:
        super().__init__(id, rect)
        self.part = part
        # What is there twice is gone to once.
        self.takes_focus = takes_focus

    @classmethod
    def of(cls, name: Name, *, takes_focus: bool) -> "PartButton":
        """The button of a name."""
        spot = name.spot
        return cls(widget_id(spot), name.touch, spot.part, takes_focus=takes_focus)

    def on_press(self, session: Session, point: Pixel, source: str) -> list[c.Command]:
        return [c.Explain(self.part)]


class LooseNames(Widget):
    """Names beside the machine: painted as other widgets are, all of them at once.

    They stand so close that each would wipe a part of its neighbour away.
    """

    takes_focus = False

    def __init__(self, names: list[Name]) -> None:
        super().__init__("names", Rect(0, 0, 0, 0))
        self._names = names

    def areas(self) -> list[Rect]:
        return [area for name in self._names for area in name.covers]

    def face(self, session: Session) -> Hashable:
        return tuple(name.shown() for name in self._names)

    def draw(
        self, target: Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        for name in self._names:
            name.paint(target)
