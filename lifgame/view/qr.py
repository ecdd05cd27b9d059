"""A setting's code as a picture: a QR code where there is room and a way to draw one.

It holds words and no address: what a phone shows is the code and how to open it. The
drawing of QR codes is the affair of ``segno``, from the extra ``qr``. Without it, or
where the squares would be too small for a camera, the code itself is written large.
"""

import pygame

from lifgame.content.palette import Colour
from lifgame.view.look import BOLD, Look

# Squares around it that must stay empty, says ISO/IEC 18004.
QUIET = 4
# A camera across a table needs squares of this many pixels.
SMALLEST_SQUARE_PX = 3
# Of the height: what the written code and the words below the squares take.
CODE_SHARE = 0.12
WORDS_SHARE = 0.12
CODE_SIZE = 44
WORDS_SIZE = 22
NO_BREAK = "\u00a0"

Squares = list[list[bool]]


def squares(text: str) -> Squares | None:
    """The squares of a QR code, row by row; None if nothing here can make them."""
    try:
        import segno  # noqa: PLC0415
    except ImportError:
        return None
    code = segno.make(text, error="m", micro=False)
    return [[bool(module) for module in row] for row in code.matrix]


def contents(look: Look, code: str) -> str:
    """What a QR code says to the phone that reads it, in the visitor's language."""
    return f"{code}\n{look.texts('code.open', code=code)}"


def draw_code(target: pygame.Surface, look: Look, code: str, box: pygame.Rect) -> bool:
    """Draw a setting's code into a box, with the words that say what it is.

    Returns:
        Whether it is there as a QR code; else it is only written.
    """
    words = pygame.Rect(box.left, 0, box.width, round(box.height * WORDS_SHARE))
    words.bottom = box.bottom
    written = pygame.Rect(box.left, 0, box.width, round(box.height * CODE_SHARE))
    written.bottom = words.top
    above = pygame.Rect(box.left, box.top, box.width, written.top - box.top)
    rows = squares(contents(look, code))
    is_drawn = rows is not None and _draw_squares(target, look, rows, above)
    # Without squares the code has all the room.
    place = written if is_drawn else written.union(above)
    size = CODE_SIZE if is_drawn else 2 * CODE_SIZE
    look.write(target, code, place, size, weight=BOLD, align="center")
    # A command stays on one line.
    held = f"lifgame --code {code}"
    opened = look.texts("code.open", code=code).replace(
        held, held.replace(" ", NO_BREAK)
    )
    look.write(target, opened, words, WORDS_SIZE, "muted", align="center")
    return is_drawn


def _draw_squares(
    target: pygame.Surface, look: Look, rows: Squares, box: pygame.Rect
) -> bool:
    """Draw them as large as whole pixels allow; False if that is too small."""
    across = len(rows) + 2 * QUIET
    square = min(box.size) // across
    if square < SMALLEST_SQUARE_PX:
        return False
    dark, light = _dark_and_light(look)
    paper = pygame.Rect(0, 0, square * across, square * across)
    paper.center = box.center
    target.fill(light, paper)
    for y, row in enumerate(rows, start=QUIET):
        for x, is_dark in enumerate(row, start=QUIET):
            if is_dark:
                spot = (paper.left + x * square, paper.top + y * square)
                target.fill(dark, (spot, (square, square)))
    return True


def _dark_and_light(look: Look) -> tuple[Colour, Colour]:
    """Cameras want dark on light, whatever the palette is."""
    dark, light = sorted((look.colour("ink"), look.colour("background")), key=sum)
    return dark, light
