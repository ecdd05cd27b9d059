"""Which of the three layouts a window gets."""

from lifgame.scenes.layout import PlayLayout
from lifgame.scenes.layout_compact import compact
from lifgame.scenes.layout_large import landscape, portrait
from lifgame.session.start import DRAWERS

COMPACT_BELOW_WIDTH = 900
COMPACT_BELOW_HEIGHT = 560
# Words may grow only as long as the pictures keep these parts of the window's height.
LEAST_BUCKET = 0.2
LEAST_BUCKET_PX = 120
LEAST_SCOPE = 0.17
LEAST_SCALE_STEP = 0.125


def play_layout(
    size: tuple[int, int], drawer: str = DRAWERS[0], text_scale: float = 1.0
) -> PlayLayout:
    """The layout for a window.

    Args:
        size: Width and height in pixels.
        drawer: The drawer that is open on a small screen.
        text_scale: How much larger than designed words should be, 1.0 to 2.0.
    """
    layout = _layout(size, drawer, text_scale)
    while text_scale > 1.0 and _is_squeezed(layout):
        text_scale = max(1.0, text_scale - LEAST_SCALE_STEP)
        layout = _layout(size, drawer, text_scale)
    return layout


def _layout(size: tuple[int, int], drawer: str, text_scale: float) -> PlayLayout:
    width, height = size
    if width < COMPACT_BELOW_WIDTH or height < COMPACT_BELOW_HEIGHT:
        return compact(size, drawer, text_scale)
    if width < height:
        return portrait(size, text_scale)
    return landscape(size, text_scale)


def _is_squeezed(layout: PlayLayout) -> bool:
    height = layout.size[1]
    bucket, scope = layout.bucket.height, layout.scope.height
    least = max(LEAST_BUCKET_PX, LEAST_BUCKET * height)
    return bucket < least or scope < LEAST_SCOPE * height
