"""Which letters the bundled fonts have: read from the fonts' own tables.

After the OpenType specification, ``cmap``, formats 4 and 12. pygame cannot tell: it
answers with the size of the box that stands for every letter that is missing.
"""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache

from lifgame.content.assets import asset

FONTS = ("Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")
# Bidirectional classes of letters and digits that are written from right to left.
_RIGHT_TO_LEFT = ("R", "AL", "AN")


@cache
def letters() -> frozenset[str]:
    """Every sign that all bundled fonts have.

    Raises:
        FileNotFoundError: If a font is missing.
        ValueError: If a font has no table of Unicode letters.
    """
    tables = [set(_codes(asset("fonts", name).read_bytes())) for name in FONTS]
    return frozenset(map(chr, set.intersection(*tables)))


def missing_letters(text: str) -> set[str]:
    """The signs of a text that the fonts have no picture of."""
    return set(text) - letters()


def is_right_to_left(text: str) -> bool:
    """Whether a text holds letters that are written from right to left."""
    return any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text)


def _codes(font: bytes) -> Iterator[int]:
    """The code of every letter of a font."""
    cmap = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", cmap, 2)
    for number in range(count):
        _, _, offset = struct.unpack_from(">HHI", cmap, 4 + 8 * number)
        (form,) = struct.unpack_from(">H", cmap, offset)
        if form == 12:
            yield from _codes_12(cmap[offset:])
        elif form == 4:
            yield from _codes_4(cmap[offset:])


def _table(font: bytes, name: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == name:
            return font[offset : offset + length]
    raise ValueError(f"a font without a table {name.decode()}")


def _codes_12(table: bytes) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", table, 12)
    for number in range(count):
        first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * number)
        yield from range(first + (glyph == 0), last + 1)


def _codes_4(table: bytes) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", table, 6)
    count = twice // 2
    words = [f">{count}H", f">{count}H", f">{count}h", f">{count}H"]
    places = (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    lasts, firsts, deltas, offsets = (
        struct.unpack_from(form, table, place)
        for form, place in zip(words, places, strict=True)
    )
    rows = zip(firsts, lasts, deltas, offsets, strict=True)
    for row, (first, last, delta, offset) in enumerate(rows):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                spot = places[3] + 2 * row + offset + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", table, spot)
            if glyph and (glyph + delta) & 0xFFFF:
                yield code
