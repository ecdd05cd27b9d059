"""Which of the three layouts a window gets."""

from lifgame.scenes.layout import PlayLayout
from lifgame.scenes.layout_compact import compact
from lifgame.scenes.layout_large import landscape, portrait
from lifgame.session.start import DRAWERS

COMPACT_BELOW_WIDTH = 900
COMPACT_BELOW_HEIGHT = 560


def play_layout(size: tuple[int, int], drawer: str = DRAWERS[0]) -> PlayLayout:
    """The layout for a window's size; ``drawer`` is the one open on a small screen."""
    width, height = size
    if width < COMPACT_BELOW_WIDTH or height < COMPACT_BELOW_HEIGHT:
        return compact(size, drawer)
    return portrait(size) if width < height else landscape(size)
