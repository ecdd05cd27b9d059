"""Buttons: plain, repeating and held ones, with an icon, words and a key cap."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import pygame

from lifgame.content.texts import Texts
from lifgame.session.actions import Deed, never
from lifgame.session.commands import Command
from lifgame.session.session import Session
from lifgame.view import shapes
from lifgame.view.geometry import Pixel
from lifgame.view.icons.icons import icon
from lifgame.view.look import BOLD, MEDIUM, SMALLEST_TEXT_PX, Look
from lifgame.view.widgets.keycaps import action_key, cap
from lifgame.view.widgets.widget import Widget, WidgetState

# Type size of a second line, in design units.
NOTE_SIZE = 18
# Part of a button's height that its words take under a drawing.
WORDS_SHARE = 0.3
Words = Callable[[Session, Texts], str]


def no_words(_session: Session, _texts: Texts) -> str:
    """For faces without words."""
    return ""


@dataclass(frozen=True, slots=True)
class Face:
    """What a button shows.

    Attributes:
        icon: Name of the drawing, by session; empty for none.
        title: First line of words.
        note: Second, smaller line.
        role: Colour role of the drawing.
        accent: Colour role of the drawing's details.
        action: Action whose key is shown in the corner; empty for none.
        is_hinted: Whether it is worth pressing now.
        across: Drawing beside the words instead of above them.
        title_size: Type size of the title in design units.
        icon_share: Part of the usual size that the drawing takes.
    """

    icon: Callable[[Session], str] = lambda _session: ""
    title: Words = no_words
    note: Words = no_words
    role: str = "ink"
    accent: str = "muted"
    action: str = ""
    is_hinted: Callable[[Session], bool] = never
    across: bool = False
    title_size: float = 18
    icon_share: float = 1.0


# Space beside the words of a button, both sides together, in design units.
WORDS_MARGIN = 8


class Button(Widget):
    """Does its deed when it is let go inside; sliding off cancels."""

    def __init__(
        self,
        id: str,
        rect: pygame.Rect,
        face: Face,
        deed: Deed,
    ) -> None:
        super().__init__(id, rect)
        self.shows = face
        self.deed = deed

    def face(self, session: Session) -> Hashable:
        shows = self.shows
        is_lit = self.deed.is_lit(session)
        return shows.icon(session), is_lit, shows.is_hinted(session)

    def commands(self, session: Session) -> list[Command]:
        """What pressing it gives now."""
        command = self.deed.give(session)
        return [] if command is None else [command]

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[Command]:
        return self.commands(session) if inside else []

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        selected = self.deed.is_lit(session)
        draw_plate(
            target,
            look,
            self.rect,
            selected=selected,
            pressed=state.pressed,
            hinted=self.shows.is_hinted(session),
        )
        label = action_key(self.shows.action, look) if self.shows.action else ""
        room = self.rect.inflate(-look.px(16), -look.px(12))
        key_picture = cap(look, label)
        if key_picture and _has_room_for_cap(self.rect, key_picture, self.shows, look):
            corner = (self.rect.right - look.px(6), self.rect.top + look.px(6))
            target.blit(key_picture, key_picture.get_rect(topright=corner))
        if self.shows.across:
            self._draw_across(target, look, session, room)
        else:
            self._draw_stacked(target, look, session, room)

    def _draw_stacked(
        self, target: pygame.Surface, look: Look, session: Session, room: pygame.Rect
    ) -> None:
        """Drawing above, title below; either alone stands in the middle."""
        name = self.shows.icon(session)
        title = self.shows.title(session, look.texts)
        # The drawing keeps its place and size, however large the words may become.
        most = max(SMALLEST_TEXT_PX, round(room.height * WORDS_SHARE))
        line = min(look.text_px(self.shows.title_size), most)
        words = self.rect.inflate(-look.px(WORDS_MARGIN), 0)
        if name and title and fits_readably(look, title, words.width, line):
            words.top, words.height = room.bottom - line - 2, line + 4
            look.write(target, title, words, self.shows.title_size, align="center")
            space = pygame.Rect(room.left, room.top, room.width, words.top - room.top)
        else:
            space = room
            if not name:
                look.write(target, title, room, self.shows.title_size, align="center")
                return
        side = min(space.width, space.height, look.px(52))
        self._draw_icon(target, look, name, side, space.center)

    def _draw_across(
        self, target: pygame.Surface, look: Look, session: Session, room: pygame.Rect
    ) -> None:
        """Drawing at the left, title and note beside it."""
        name = self.shows.icon(session)
        side = min(room.height, look.px(132), room.width // 3)
        side = round(side * self.shows.icon_share)
        self._draw_icon(target, look, name, side, (room.left + side // 2, room.centery))
        left = room.left + side + look.px(14)
        words = pygame.Rect(left, room.top, room.right - left, room.height)
        size = self.shows.title_size + 6
        line = round(look.text_px(size) * 1.25)
        name_words = self.shows.title(session, look.texts)
        is_long = not fits_readably(look, name_words, words.width, look.text_px(size))
        # A long name is worth a second line more than a note is.
        line = min(2 * line if is_long else line, room.height)
        note = self.shows.note(session, look.texts)
        lines = _note_lines(look, note, words, line) if note else 0
        if is_long and not lines:
            line = room.height
        below = words.copy()
        below.height = lines * round(look.text_px(NOTE_SIZE) * 1.35)
        title = words.copy()
        title.height = line
        title.top = words.centery - (line + below.height) // 2
        below.top = title.bottom
        if lines:
            # On the fill of a chosen button, quieter words would be under 7:1.
            role = "ink" if self.deed.is_lit(session) else "muted"
            look.write_wrapped(target, [note], below, NOTE_SIZE, role, MEDIUM)
        look.write(target, name_words, title, size, weight=BOLD)

    def _draw_icon(
        self,
        target: pygame.Surface,
        look: Look,
        name: str,
        side: int,
        center: tuple[int, int],
    ) -> None:
        colours = look.colour(self.shows.role), look.colour(self.shows.accent)
        picture = icon(name, max(8, side), *colours)
        target.blit(picture, picture.get_rect(center=center))


class RepeatButton(Button):
    """Does its deed at once, and again and again while it is held."""

    repeats = True

    def on_press(self, session: Session, point: Pixel, source: str) -> list[Command]:
        return self.commands(session)

    def on_release(
        self, session: Session, *, inside: bool, source: str
    ) -> list[Command]:
        return []

    def on_repeat(self, session: Session) -> list[Command]:
        return self.commands(session)


def draw_plate(
    target: pygame.Surface,
    look: Look,
    rect: pygame.Rect,
    *,
    selected: bool = False,
    pressed: bool = False,
    hinted: bool = False,
) -> None:
    """The raised plate of a button; a chosen one has a thick, bright edge.

    A hinted one, which is worth pressing now, has a thick edge in the spikes' colour.
    """
    palette = look.palette
    fill = palette.selected if selected else palette.raised
    if pressed:
        fill = palette.pressed
    border = palette.voltage if selected else palette.edge
    border = palette.spike if hinted else border
    is_thick = selected or hinted
    width = max(2, look.px(3)) if is_thick else max(1, look.px(1.5))
    width = round(width * palette.edge_scale)
    target.blit(
        shapes.rounded(rect.size, look.px(14), fill, border, width), rect.topleft
    )


def fits_readably(look: Look, title: str, width: int, line: int) -> bool:
    """Whether a title can stand in a width without shrinking beyond reading."""
    # Where words are asked for larger than designed, small ones are better than none.
    smallest = max(11, round(line * 0.75 / look.text_scale))
    return look.text(title, smallest).get_width() <= width


def _note_lines(look: Look, note: str, words: pygame.Rect, title: int) -> int:
    """How many lines of a note fit under a title: all it needs, or none."""
    size_px = look.text_px(NOTE_SIZE)
    spare = words.height - title
    needed = len(look.wrap(note, words.width, size_px, MEDIUM))
    return needed if needed <= min(3, spare // round(size_px * 1.35)) else 0


def _has_room_for_cap(
    rect: pygame.Rect, key_picture: pygame.Surface, shows: Face, look: Look
) -> bool:
    """Caps stand in the corner of buttons that are large enough to spare it."""
    if shows.across:
        return False
    spare = rect.width - key_picture.get_width() - look.px(12)
    return rect.height >= look.px(84) and spare >= look.px(24)
