"""Icons by name, drawn by this program at the size at which they are shown."""

from difflib import get_close_matches

import pygame

from lifgame.content.palette import Colour
from lifgame.view.icons.cells import CELL_ICONS
from lifgame.view.icons.guide import GUIDE_ICONS
from lifgame.view.icons.learn import LEARN_ICONS
from lifgame.view.icons.patterns import PATTERN_ICONS
from lifgame.view.icons.staff import STAFF_ICONS
from lifgame.view.icons.strokes import Layer, Painter
from lifgame.view.icons.symbols import SYMBOL_ICONS
from lifgame.view.icons.transport import TRANSPORT_ICONS
from lifgame.view.kept import kept

_PAINTERS: dict[str, Painter] = (
    PATTERN_ICONS
    | CELL_ICONS
    | SYMBOL_ICONS
    | STAFF_ICONS
    | GUIDE_ICONS
    | LEARN_ICONS
    | TRANSPORT_ICONS
)
ICON_NAMES = frozenset(_PAINTERS)


@kept
def icon(
    name: str, size_px: int, colour: Colour, accent: Colour | None = None
) -> pygame.Surface:
    """An icon on a transparent square; shared, so blit it and leave it as it is.

    Args:
        name: One of ``ICON_NAMES``; presets and patterns have icons of their ids.
        size_px: Width and height in screen pixels, at least 1.
        colour: Colour of the drawing.
        accent: Colour of its details, such as a nucleus or an axon; ``colour``
            if not given.

    Raises:
        KeyError: If there is no such icon, naming the nearest ones.
    """
    painter = _PAINTERS.get(name)
    if painter is None:
        nearest = get_close_matches(name, sorted(ICON_NAMES), 3, 0.0)
        raise KeyError(f"no icon {name!r}; nearest: {', '.join(nearest)}")
    size_px = max(1, size_px)
    body, details = Layer(size_px, colour), Layer(size_px, accent or colour)
    painter(body, details)
    picture = body.finished()
    picture.blit(details.finished(), (0, 0))
    return picture
