"""Small key caps: which key does it, as a picture of a key."""

import pygame

from lifgame.content.texts import Texts
from lifgame.view import shapes
from lifgame.view.look import SEMIBOLD, SMALLEST_TEXT_PX, Look

CAP_HEIGHT = 22  # in design units
CAP_TEXT_SHARE = 0.66
# Below this many pixels a key cap could not be read.
SMALLEST_CAP_PX = 16
# Keys with a name of their own in the texts (``key.<name>``); others show their letter.
_SIGNS = {"left": "←", "right": "→", "up": "↑", "down": "↓"}


def key_label(key: str, texts: Texts) -> str:
    """What is printed on a key, by pygame's name of the key."""
    if key in _SIGNS:
        return _SIGNS[key]
    named = f"key.{key.replace(' ', '_')}"
    if named in texts:
        return texts(named)
    return key.strip("[]").upper()


def action_key(action: str, look: Look) -> str:
    """The label of the key that does an action, empty if there is none."""
    keys = look.keys.keys(action)
    return key_label(keys[0], look.texts) if keys else ""


def cap(
    look: Look, label: str, height: int | None = None, widest: int | None = None
) -> pygame.Surface | None:
    """The picture of a key, or None where it would be too small to read.

    Args:
        look: Scale, colours and fonts.
        label: What is printed on it.
        height: Its height in pixels; by default as large as in a button's corner.
        widest: Its greatest width in pixels, if there is one.
    """
    height = height or look.px(CAP_HEIGHT)
    if height < SMALLEST_CAP_PX or not label:
        return None
    size_px = max(SMALLEST_TEXT_PX, round(height * CAP_TEXT_SHARE))
    words = look.text(label, size_px, "muted", SEMIBOLD)
    while widest and words.get_width() + height // 2 > widest and size_px > 1:
        size_px -= 1
        words = look.text(label, size_px, "muted", SEMIBOLD)
    width = max(height, words.get_width() + height // 2)
    palette = look.palette
    # The cached plate is shared: paint on a copy.
    picture = shapes.rounded(
        (width, height), height // 4, palette.well, palette.edge, max(1, height // 16)
    ).copy()
    picture.blit(words, words.get_rect(center=picture.get_rect().center))
    return picture
