"""Help: every key, made from the table of actions, and how to read the pictures."""

import pygame

from lifgame.content.actions import ACTIONS, Action
from lifgame.scenes.choose import play_layout
from lifgame.scenes.layout import Rect, columns
from lifgame.scenes.parts import closing_button, drawing, header
from lifgame.scenes.scene import Scene
from lifgame.session import commands as c
from lifgame.session.actions import always
from lifgame.session.session import Session
from lifgame.view.look import BOLD, MEDIUM, Look
from lifgame.view.widgets.controls import Button, Face
from lifgame.view.widgets.held import Held
from lifgame.view.widgets.keycaps import SMALLEST_CAP_PX, cap, key_label
from lifgame.view.widgets.widget import Widget

NOTES = ("bucket", "leak", "flush", "mark", "calm", "pad")
# One action and the one that undoes it share a line: they are found by their names.
_PAIRS = (("_up", "_down"), ("_previous", "_next"), ("slower", "faster"))
_NARROW = 1.2
# Part of a line's width that the key caps take.
CAPS_SHARE = 0.29


class HelpScene(Scene):
    """All keys, in columns, and a few sentences: two pages where one is too small.

    Variables:
        shows_notes: Whether the sentences are on this page.
        shows_keys: Whether the keys are on this page.
    """

    def __init__(
        self, look: Look, size: tuple[int, int], session: Session, held: Held
    ) -> None:
        is_split = play_layout(size).form == "compact"
        self.shows_keys = not is_split or session.place.screen == "keys"
        self.shows_notes = not is_split or session.place.screen == "help"
        super().__init__(look, size, session, held)

    @classmethod
    def unit(cls, size: tuple[int, int], session: Session) -> float:
        return max(super().unit(size, session), min(size) / 1080)

    def widgets(self, session: Session) -> list[Widget]:
        _, close, _ = header(self.size, self.look)
        widgets: list[Widget] = [closing_button(close)]
        if self.shows_keys and self.shows_notes:
            return widgets
        place = Rect(close.left - close.width - 16, close.top, *close.size)
        other = "help" if self.shows_keys else "keys"
        face = Face(icon=drawing("keyboard" if other == "keys" else "help"))
        return [Button("page", place, face, always(c.ShowScreen(other))), *widgets]

    def paint_backdrop(self, session: Session) -> None:
        look = self.look
        title, _, room = header(self.size, look)
        look.write(self.backdrop, look.texts("help.title"), title, 34, weight=BOLD)
        notes, keys = room.copy(), room.copy()
        if self.shows_keys and self.shows_notes:
            is_narrow = self.size[0] / self.size[1] < _NARROW
            keys, notes = _share(room, is_narrow=is_narrow)
            notes = notes.inflate(-look.px(40), 0)
        if self.shows_keys:
            self._write_keys(_key_lines(look), keys, 2)
        if self.shows_notes:
            self._write_notes(notes)

    def _write_keys(
        self, lines: list[tuple[Action, ...]], room: Rect, count: int
    ) -> None:
        per_column = -(-len(lines) // count)
        height = min(self.look.px(76), room.height // per_column)
        for column, place in enumerate(columns(room, count, self.look.px(32))):
            part = lines[column * per_column : (column + 1) * per_column]
            for row, actions in enumerate(part):
                top = place.top + row * height
                self._write_line(actions, Rect(place.left, top, place.width, height))

    def _write_line(self, actions: tuple[Action, ...], line: Rect) -> None:
        """Key caps at the left, what they do beside them."""
        look = self.look
        x = line.left
        for place, action in enumerate(actions):
            if place and action.group == "patterns":
                dash = look.text("–", round(line.height * 0.5), "muted")
                self.backdrop.blit(dash, dash.get_rect(midleft=(x, line.centery)))
                x += dash.get_width() + look.px(6)
            # Second names of a key, such as the number pad's, are not shown.
            key = look.keys.keys(action.id)[0]
            height = min(look.px(46), round(line.height * 0.8))
            widest = round(line.width * CAPS_SHARE / len(actions)) - look.px(6)
            picture = _large_cap(look, key, height, widest)
            self.backdrop.blit(picture, picture.get_rect(midleft=(x, line.centery)))
            x += picture.get_width() + look.px(6)
        left = max(x + look.px(10), line.left + round(line.width * CAPS_SHARE))
        words = Rect(left, line.top, line.right - left, line.height)
        look.write(self.backdrop, _words(actions, look), words, 26, weight=MEDIUM)

    def _write_notes(self, room: Rect) -> None:
        sentences = [self.look.texts(f"help.note.{name}") for name in NOTES]
        self.look.write_wrapped(self.backdrop, sentences, room, 34, weight=MEDIUM)


def _share(room: Rect, *, is_narrow: bool) -> tuple[Rect, Rect]:
    """Room for the keys and room for the sentences."""
    keys, notes = room.copy(), room.copy()
    if is_narrow:
        keys.height = room.height * 62 // 100
        notes.top, notes.height = keys.bottom, room.bottom - keys.bottom
    else:
        keys.width = room.width * 62 // 100
        notes.left, notes.width = keys.right, room.right - keys.right
    return keys, notes


def _key_lines(look: Look) -> list[tuple[Action, ...]]:
    """The rows of the table, with opposite actions on one line."""
    lines: list[tuple[Action, ...]] = []
    actions = [a for a in ACTIONS.values() if look.keys.keys(a.id)]
    while actions:
        first = actions.pop(0)
        if first.group == "patterns":
            # All patterns share a line: from the first key to the last.
            group = [first]
            while actions and actions[0].group == "patterns":
                group.append(actions.pop(0))
            lines.append((first, group[-1]) if len(group) > 1 else (first,))
        elif actions and _are_opposite(first, actions[0]):
            lines.append((first, actions.pop(0)))
        else:
            lines.append((first,))
    return lines


def _are_opposite(first: Action, second: Action) -> bool:
    if first.id.startswith("window") and second.id.startswith("window"):
        return True
    return any(
        first.id.endswith(one) and second.id == first.id.removesuffix(one) + other
        for one, other in _PAIRS
    )


def _words(actions: tuple[Action, ...], look: Look) -> str:
    if actions[0].group == "patterns":
        return look.texts("heading.patterns")
    parts = [look.texts(f"action.{action.id}") for action in actions]
    return " / ".join(parts)


def _large_cap(look: Look, key: str, height: int, widest: int) -> pygame.Surface:
    label = key_label(key, look.texts)
    picture = cap(look, label, max(SMALLEST_CAP_PX, height), max(height, widest))
    assert picture is not None
    return picture
