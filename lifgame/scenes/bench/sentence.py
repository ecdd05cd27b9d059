"""The one sentence of a screen: painted anew when it or its place changes."""

import pygame

from lifgame.session.situation import Situation
from lifgame.view.lettering.sentence import sentence_picture
from lifgame.view.look import Look

# From this text size on, sentences take their short form.
SHORT_FROM = 1.5
# No sentence gives way to another before it could be read: none flickers.
SHORTEST_S = 0.7


class SentenceLine:
    """What is going on, in large letters, with the parts' words in their colours."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._shown: object = None
        self._line: Situation | None = None
        self._since_s = SHORTEST_S
        self._area = pygame.Rect(0, 0, 0, 0)

    def forget(self) -> None:
        """Paint it at the next draw, on a ground that is new."""
        self._shown, self._area = None, pygame.Rect(0, 0, 0, 0)

    def update(self, elapsed_s: float) -> None:
        """Let real time pass."""
        self._since_s += elapsed_s

    def _readable(self, line: Situation) -> Situation:
        """A new sentence waits until the one before could be read."""
        if self._line is None or line == self._line or self._since_s >= SHORTEST_S:
            self._since_s = 0.0 if line != self._line else self._since_s
            return line
        return self._line

    def draw(
        self,
        target: pygame.Surface,
        ground: pygame.Surface,
        line: Situation,
        place: pygame.Rect,
        size: float,
        painted: list[pygame.Rect],
        *,
        numbered: bool,
    ) -> list[pygame.Rect]:
        """Paint it if it is new, or if something was painted over it.

        Args:
            target: Where to paint.
            ground: What stands behind it.
            line: What to say.
            place: Where it may stand.
            size: Its type size in design units.
            painted: What has been painted in this frame.
            numbered: Whether it may name numbers.
        """
        line = self._line = self._readable(line)
        shown = (line, tuple(place), size)
        is_covered = bool(self._area) and self._area.collidelist(painted) >= 0
        if shown == self._shown and not is_covered:
            return []
        before = self._area
        target.blit(ground, before, before)
        texts, scale = self._look.texts, self._look.text_scale
        if scale >= SHORT_FROM:
            words = line.short_words(texts)
        else:
            words = line.words(texts, numbered=numbered)
        picture = sentence_picture(self._look, words, place.size, size)
        self._area = picture.get_rect(midleft=(place.left, place.centery))
        target.blit(picture, self._area)
        self._shown = shown
        return [before.union(self._area) if before else self._area]
