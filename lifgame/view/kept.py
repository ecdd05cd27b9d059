"""Pictures that are kept because painting them is slow: so many bytes, not so many.

One small label and one plate of a 4K screen are both one picture, but not one size.
All painters share one store, so that the program's memory has one bound. What has not
been used for longest goes first.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import ParamSpec

import pygame

P = ParamSpec("P")
MOST_BYTES = 24 * 1024 * 1024


class KeptPictures:
    """Pictures by what they were made from.

    Attributes:
        held_bytes: What all of them take.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.most_bytes = most_bytes
        self.held_bytes = 0
        self._pictures: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """A picture; made if it is not kept. Shared: blit it, leave it as it is."""
        picture = self._pictures.get(key)
        if picture is not None:
            self._pictures.move_to_end(key)
            return picture
        picture = make()
        self._pictures[key] = picture
        self.held_bytes += _bytes_of(picture)
        # The newest stays, whatever its size: it is about to be shown.
        while self.held_bytes > self.most_bytes and len(self._pictures) > 1:
            self.held_bytes -= _bytes_of(self._pictures.popitem(last=False)[1])
        return picture

    def clear(self) -> None:
        """Forget everything, such as after the window has got another size."""
        self._pictures.clear()
        self.held_bytes = 0

    def __len__(self) -> int:
        return len(self._pictures)


def _bytes_of(picture: pygame.Surface) -> int:
    return picture.get_width() * picture.get_height() * picture.get_bytesize()


PICTURES = KeptPictures()


def kept(make: Callable[P, pygame.Surface]) -> Callable[P, pygame.Surface]:
    """Keep what a function paints, by its arguments, in the common store."""

    @wraps(make)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> pygame.Surface:
        key = (make, args, *kwargs.items())
        return PICTURES.get(key, lambda: make(*args, **kwargs))

    return wrapped
