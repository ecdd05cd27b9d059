"""Paper as it lies in memory: a ring of columns, as many as can be seen and some."""

from collections.abc import Iterator

import pygame

# SDL copies whole cache lines many times faster than parts of them.
CACHE_LINE_PX = 16


class Ring:
    """Painted columns; each has one place.

    Attributes:
        surface: The columns, as wide as the ring is long.
        first: The first column that is painted.
        end: One after the last.
    """

    def __init__(self, columns: int, height: int) -> None:
        self._size = columns
        self.surface = pygame.Surface((self._size, height))
        self.first = self.end = 0

    def places(self, first: int, end: int) -> Iterator[tuple[int, pygame.Rect]]:
        """Where some columns lie: the first column of each piece, and its place.

        Raises:
            ValueError: If there are more than the ring has room for.
        """
        if end - first > self._size:
            raise ValueError(f"{end - first} columns in a ring of {self._size}")
        while first < end:
            start = first % self._size
            width = min(end - first, self._size - start)
            yield first, pygame.Rect(start, 0, width, self.surface.get_height())
            first += width

    def missing(self, first: int, end: int) -> tuple[tuple[int, int], ...]:
        """Pieces to be painted so that these columns are held; they count as held."""
        if first > self.end or end < self.first or self.first == self.end:
            self.first, self.end = first, end
            return ((first, end),)
        wanted = []
        if first < self.first:
            wanted.append((first, self.first))
        if end > self.end:
            wanted.append((self.end, end))
        self.first, self.end = min(first, self.first), max(end, self.end)
        # What goes beyond the ring's length falls off at the far side.
        if end == self.end:
            self.first = max(self.first, self.end - self._size)
        else:
            self.end = min(self.end, self.first + self._size)
        return tuple(wanted)

    def forget(self) -> None:
        """Hold nothing any more."""
        self.first = self.end = 0

    def draw(
        self, target: pygame.Surface, first: int, end: int, spot: tuple[int, int]
    ) -> None:
        """Copy columns to a target, the first one to ``spot``."""
        x, y = spot
        for column, place in self.places(first, end):
            target.blit(self.surface, (x + column - first, y), place)
