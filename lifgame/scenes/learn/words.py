"""A page's words: some paragraphs in one size, and the numbers that follow."""

from collections.abc import Callable, Hashable

import pygame

from lifgame.content.markup import plain
from lifgame.content.texts import Texts
from lifgame.session.session import Session
from lifgame.view.lettering.sentence import LINE_STEP, sentence_picture, set_in_lines
from lifgame.view.look import BOLD, MEDIUM, SEMIBOLD, SMALLEST_TEXT_PX, Look
from lifgame.view.widgets.widget import Widget, WidgetState

# The paragraphs: what is so, what it comes to, and what to do now.
PARTS = ("says", "key", "try")
WEIGHTS = {"says": MEDIUM, "key": BOLD, "try": SEMIBOLD}
# Between two paragraphs, in lines.
APART = 0.55
# Under this share of the size that is wanted, it cannot be read.
LEAST_SHARE = 0.5
NAME, VALUE = 24.0, 34.0
Value = Callable[[Session, Texts], str]


class Paragraphs(Widget):
    """All that a page says, as large as its room allows."""

    takes_focus = False

    def __init__(
        self, id: str, rect: pygame.Rect, keys: tuple[str, ...], size: float
    ) -> None:
        super().__init__(id, rect)
        self._keys, self._size = keys, size

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def face(self, session: Session) -> Hashable:
        return self._keys

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        parts = [
            (look.texts(key), WEIGHTS[key.rpartition(".")[2]]) for key in self._keys
        ]
        size_px = self._fitting_px(look, parts)
        y = self.rect.top
        for text, weight in parts:
            room = self.rect.width, self.rect.height
            design = size_px / look.unit / look.text_scale
            picture = sentence_picture(look, text, room, design, weight)
            target.blit(picture, (self.rect.left, y))
            y += self._height(text, size_px, weight) + round(size_px * APART)

    def _fitting_px(self, look: Look, parts: list[tuple[str, str]]) -> int:
        """The largest size at which all of it fits."""
        wanted_px = look.text_px(self._size)
        least_px = max(SMALLEST_TEXT_PX, round(self._size * look.unit * LEAST_SHARE))
        for size_px in range(wanted_px, least_px - 1, -1):
            high = sum(self._height(text, size_px, weight) for text, weight in parts)
            high += (len(parts) - 1) * round(size_px * APART)
            if high <= self.rect.height:
                return size_px
        look.overflows += [plain(text) for text, _ in parts]
        return least_px

    def _height(self, text: str, size_px: int, weight: str) -> int:
        room = self.rect.width, 100 * size_px
        _, lines = set_in_lines(text, room, size_px, weight)
        return len(lines) * round(size_px * LINE_STEP)


class Number(Widget):
    """A number that follows: its name over its value."""

    takes_focus = False

    def __init__(
        self, name: str, rect: pygame.Rect, value: Value, role: str, texts: Texts
    ) -> None:
        super().__init__(f"number_{name}", rect)
        self._name, self._value, self._role = name, value, role
        self._texts = texts

    def areas(self) -> list[pygame.Rect]:
        return [self.rect]

    def face(self, session: Session) -> Hashable:
        return self._value(session, self._texts)

    def draw(
        self, target: pygame.Surface, look: Look, session: Session, state: WidgetState
    ) -> None:
        name, value = self.rect.copy(), self.rect.copy()
        name.height = self.rect.height * 44 // 100
        value.top, value.height = name.bottom, self.rect.height - name.height
        look.write(
            target, look.texts(f"learn.number.{self._name}"), name, NAME, "muted"
        )
        words = self._value(session, look.texts)
        look.write(target, words, value, VALUE, self._role, BOLD)
