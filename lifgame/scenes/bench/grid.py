"""Design units of a form in pixels, and rows in which a finger finds its place."""

from dataclasses import dataclass

from lifgame.scenes.layout import SMALLEST_GAP_PX, SMALLEST_TOUCH_PX, Rect

COMPACT_BELOW_WIDTH = 900
COMPACT_BELOW_HEIGHT = 560
# The unit of look in the compact form: its details are drawn larger than to scale.
COMPACT_UNIT = 0.56


def form_of(size: tuple[int, int]) -> str:
    """Which form a window gets."""
    width, height = size
    if height > width:
        return "portrait"
    is_small = width < COMPACT_BELOW_WIDTH or height < COMPACT_BELOW_HEIGHT
    return "compact" if is_small else "landscape"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a row.

    Attributes:
        name: Its name in the answer.
        width: Its width in design units, or its share of what is left.
        gap: The room after it, in design units.
        stretch: Whether it takes what is left.
    """

    name: str
    width: float
    gap: float = 8.0
    stretch: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A strip over the whole width.

    Attributes:
        from_bottom: Its upper edge above the window's lower edge, in design units.
        height: Its height in design units.
        least_px: Its least height in pixels.
    """

    from_bottom: float
    height: float
    least_px: int = SMALLEST_TOUCH_PX


class Grid:
    """Design units of a form, in pixels; no row gives way to a finger's size."""

    def __init__(
        self, size: tuple[int, int], design: tuple[int, int], margin: float
    ) -> None:
        self.scale = min(size[0] / design[0], size[1] / design[1])
        self.size = size
        self.margin = self.px(margin)

    def px(self, design: float) -> int:
        return round(design * self.scale)

    def rect(self, left: float, top: float, width: float, height: float) -> Rect:
        """A rectangle from the window's upper left corner, in design units."""
        right, bottom = self.px(left + width), self.px(top + height)
        x, y = self.px(left), self.px(top)
        return Rect(x, y, right - x, bottom - y)

    @staticmethod
    def touchable(rect: Rect) -> Rect:
        """At least as large as a finger needs, from the same corner."""
        width = max(SMALLEST_TOUCH_PX, rect.width)
        return Rect(rect.left, rect.top, width, max(SMALLEST_TOUCH_PX, rect.height))

    def band(self, from_bottom: float, height: float) -> Rect:
        """A strip over the whole width, counted from the window's lower edge."""
        high = max(SMALLEST_TOUCH_PX, self.px(height))
        middle = self.size[1] - self.px(from_bottom - height / 2)
        width = self.size[0] - 2 * self.margin
        return Rect(self.margin, middle - high // 2, width, high)

    def stack(self, bands: tuple[Band, ...]) -> list[Rect]:
        """Strips from the lowest to the highest; a low window pushes them upwards."""
        strips: list[Rect] = []
        for band in bands:
            strip = self.band(band.from_bottom, band.height)
            if strip.height < band.least_px:
                strip.top -= band.least_px - strip.height
                strip.height = band.least_px
            if strips:
                strip.bottom = min(strip.bottom, strips[-1].top - SMALLEST_GAP_PX)
            strips.append(strip)
        return strips

    def row(self, band: Rect, parts: tuple[Part, ...]) -> dict[str, Rect]:
        """Parts side by side: the fixed ones first, the rest to those that stretch."""
        widths = [
            0 if part.stretch else max(SMALLEST_TOUCH_PX, self.px(part.width))
            for part in parts
        ]
        gaps = [max(SMALLEST_GAP_PX, self.px(part.gap)) for part in parts]
        gaps[-1] = 0
        spare = band.width - sum(widths) - sum(gaps)
        weights = sum(part.width for part in parts if part.stretch)
        places: dict[str, Rect] = {}
        x = band.left
        for part, width, gap in zip(parts, widths, gaps, strict=True):
            wide = round(spare * part.width / weights) if part.stretch else width
            places[part.name] = Rect(x, band.top, wide, band.height)
            x += wide + gap
        return places

    def corner(
        self, widths: tuple[float, ...], top: float, height: float
    ) -> list[Rect]:
        """A row that ends at the upper right corner, from left to right."""
        high = max(SMALLEST_TOUCH_PX, self.px(height))
        right = self.size[0] - self.margin
        rects: list[Rect] = []
        for width in reversed(widths):
            wide = max(SMALLEST_TOUCH_PX, self.px(width))
            rects.insert(0, Rect(right - wide, self.px(top), wide, high))
            right -= wide + max(SMALLEST_GAP_PX, self.px(8))
        return rects
