"""Help's second page: keyboard, gamepad and finger, each as a picture."""

from dataclasses import dataclass

import pygame

from lifgame.scenes.help.head import head_widgets
from lifgame.scenes.help.keyboard import BOARD, Keyboard
from lifgame.scenes.help.pad import PadPicture
from lifgame.scenes.help.places import HelpPlaces, help_places
from lifgame.scenes.layout import Rect, columns, cut_bottom, cut_right, cut_top
from lifgame.scenes.room import paint_room
from lifgame.scenes.scene import Scene
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, SEMIBOLD, Look
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.keycaps import action_key, key_label
from lifgame.view.widgets.widget import Widget

TITLE, LINE, HEADING, LEGEND = 52.0, 27.0, 32.0, 28.0
# A legend's card: text key, actions whose keys it names, and its drawings.
_LEGENDS: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]], ...] = (
    (
        "sliders",
        ("slider_1_up", "slider_1_down", "slider_2_up", "slider_2_down",
         "slider_3_up", "slider_3_down", "slider_4_up", "slider_4_down"),
        (("dot", "current"), ("dot", "resistance"), ("dot", "capacitance"),
         ("dot", "threshold")),
    ),
    ("patterns", tuple(f"pattern_{n}" for n in range(1, 8)), (("pulses", "current"),)),
    (
        "presets",
        ("preset_previous", "preset_next", "compare"),
        (("pyramidal", "capacitance"),),
    ),
    (
        "time",
        ("slower", "faster", "pause", "step", "spike_hold", "look_back", "look_on",
         "spike_before", "spike_after", "window_narrower", "window_wider"),
        (("slower", "ink"), ("faster", "ink")),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeysPlaces:
    """Where the cards stand; None for one that has no room.

    Attributes:
        board: The keyboard's card.
        pad: The gamepad's.
        legends: One for each group of keys.
        finger: What can be done without any keys.
    """

    board: Rect | None
    pad: Rect | None
    legends: tuple[Rect, ...]
    finger: Rect | None


def keys_places(places: HelpPlaces, page: str) -> KeysPlaces:
    """The cards of the page of keys."""
    room = places.page.copy()
    gap = max(6, round(24 * places.unit))
    if places.form == "compact":
        finger = cut_bottom(room, min(room.height * 22 // 100, 96), gap)
        is_pad = page == "pad"
        board, pad = (None, room) if is_pad else (room, None)
        return KeysPlaces(board, pad, (), finger)
    finger = cut_bottom(room, room.height * 15 // 100, gap)
    if places.form == "portrait":
        legends = cut_bottom(room, room.height * 24 // 100, gap)
        upper = cut_top(legends, (legends.height - gap) // 2, gap)
        pad = cut_bottom(room, room.height * 46 // 100, gap)
        four = (*columns(upper, 2, gap), *columns(legends, 2, gap))
        return KeysPlaces(room, pad, four, finger)
    legends = cut_bottom(room, room.height * 20 // 100, gap)
    pad = cut_right(room, room.width * 342 // 1000, gap)
    return KeysPlaces(room, pad, tuple(columns(legends, 4, gap)), finger)


class KeysPage(Scene):
    """Everything on it stands still."""

    page = "keys"

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        self.places = help_places(size)
        super().__init__(look, size, session, held)

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return help_places(size).unit

    def widgets(self, session: Session) -> list[Widget]:
        return head_widgets(self.places)

    def paint_backdrop(self, session: Session) -> None:
        look = self.look
        self.backdrop = paint_room(look, self.size, Rect(0, 0, *self.size))
        title = look.texts(f"help.page.{self.page}")
        look.write(self.backdrop, title, self.places.title, TITLE, weight=BOLD)
        cards = keys_places(self.places, self.page)
        if cards.board is not None:
            self._paint_board(self._plate(cards.board))
        if cards.pad is not None:
            PadPicture(look, self._plate(cards.pad)).paint(self.backdrop)
        for legend, rect in zip(_LEGENDS, cards.legends, strict=False):
            self._paint_legend(self._plate(rect), *legend)
        if cards.finger is not None:
            self._paint_finger(self._plate(cards.finger))

    def _plate(self, rect: Rect) -> Rect:
        """A card, and the room inside it."""
        look, palette = self.look, self.look.palette
        edge = max(1, round(look.px(2) * palette.edge_scale))
        plate = shapes.rounded(
            rect.size, look.px(24), palette.panel, palette.line, edge
        )
        self.backdrop.blit(plate, rect)
        return rect.inflate(-2 * look.px(28), -2 * look.px(16))

    def _paint_board(self, room: Rect) -> None:
        look = self.look
        line = round(look.text_px(LINE) * 1.4)
        lines = cut_bottom(room, min(line, room.height // 5), look.px(4))
        unit = min(room.width / BOARD[0], room.height / BOARD[1])
        spare = room.height - round(unit * BOARD[1])
        room.top += spare // 2
        lines.top = max(lines.top - spare // 2, room.top + round(unit * BOARD[1]))
        board = Keyboard(look, room)
        board.paint(self.backdrop)
        left, right = lines.copy(), lines.copy()
        left.width = lines.width * 46 // 100
        right.width = lines.width * 52 // 100
        right.right = lines.right
        rows = look.texts("help.keys.rows")
        if look.fits(rows, left.width, BOLD):
            look.write(self.backdrop, rows, left, LINE, weight=BOLD)
        words = [
            f"{key_label(key, look.texts)}: {look.texts(f'key_note.{action.id}')}"
            for key, action in board.elsewhere
        ]
        tab = look.texts("help.keys.tab")
        for hint in (" · ".join([tab, *words]), tab):
            if look.fits(hint, right.width, SEMIBOLD):
                look.write(
                    self.backdrop, hint, right, LINE * 0.9, "muted", SEMIBOLD, "right"
                )
                return

    def _paint_legend(
        self,
        room: Rect,
        name: str,
        actions: tuple[str, ...],
        drawings: tuple[tuple[str, str], ...],
    ) -> None:
        look = self.look
        side = min(look.px(58), room.height // 2)
        x = room.right
        for shape, role in reversed(drawings):
            picture = _drawing(look, shape, side, role)
            place = picture.get_rect(midright=(x, room.top + room.height * 32 // 100))
            self.backdrop.blit(picture, place)
            x = place.left - look.px(6)
        title, keys = room.copy(), room.copy()
        title.height = room.height * 56 // 100
        title.width = x - look.px(8) - room.left
        keys.top, keys.height = title.bottom, room.bottom - title.bottom
        words = look.texts(f"help.keys.{name}")
        look.write(self.backdrop, words, title, HEADING, weight=BOLD)
        look.write(
            self.backdrop, self._keys_of(name, actions), keys, LEGEND, "muted", SEMIBOLD
        )

    def _keys_of(self, name: str, actions: tuple[str, ...]) -> str:
        """The keys of a group as they are now."""
        look = self.look
        known = _with_known(look)
        labels = [label for action in actions if (label := action_key(action, known))]
        if name == "patterns" and len(labels) > 2:
            return f"{labels[0]} – {labels[-1]}"
        if name == "sliders":
            pairs = [" ".join(labels[at : at + 2]) for at in range(0, len(labels), 2)]
            return ",  ".join(pairs)
        return "   ".join(labels)

    def _paint_finger(self, room: Rect) -> None:
        look = self.look
        side = min(look.px(110), room.height)
        hand = icon("hand", side, look.palette.ink)
        self.backdrop.blit(hand, hand.get_rect(midright=room.midright))
        room.width -= side + look.px(20)
        title, words = room.copy(), room.copy()
        title.height = room.height * 45 // 100
        words.top, words.height = title.bottom, room.bottom - title.bottom
        heading = look.texts("help.keys.none")
        look.write(self.backdrop, heading, title, HEADING, weight=BOLD)
        text = look.texts("help.keys.finger")
        look.write(self.backdrop, text, words, 30, weight=SEMIBOLD)


class PadPage(KeysPage):
    """Where the screen is small, the pad has a page of its own."""

    page = "pad"


def _with_known(look: Look) -> Look:
    """The same look, with all keys on it."""
    return Look(texts=look.texts, keys=look.known_keys)


def _drawing(look: Look, shape: str, side: int, role: str) -> pygame.Surface:
    if shape == "dot":
        return shapes.disc(max(4, look.px(12)), look.colour(role))
    return icon(shape, max(10, side), look.colour(role), look.colour("voltage"))
