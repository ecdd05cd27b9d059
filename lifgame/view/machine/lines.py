"""The lines in the bucket: where it flushes, where it would settle, where it rests."""

from functools import lru_cache

import pygame
from pygame import Rect, Surface

from lifgame.content.palette import Palette
from lifgame.view.machine.brush import Brush
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.places import MachinePlaces

DASH, GAP = 20.0, 11.0
THIN_DASH, THIN_GAP = 3.0, 9.0
DOT_STEP = 12.0
# The line glows once the water is this near.
GLOWS_FROM, GLOW = 0.85, 0.35
GLOWS = 8
# Above this the settle line gives way to an arrow; below the other it is the floor.
SETTLES = (0.5, 31.5)
# With less lift than this the line and its rest are one.
ONE_LINE_MV = 0.3


def is_lifted(moment: Moment) -> bool:
    """Whether line and rest are two lines."""
    cup = moment.frame.adaptation
    return cup is not None and cup.lift_mv >= ONE_LINE_MV


class Lines(Part):
    """All level lines from the pen to the right wall and a little further.

    Dashes and dots begin at the pen, so that the paper's may go on from there.
    """

    def __init__(self, places: MachinePlaces, palette: Palette) -> None:
        self._places = places
        self._palette = palette
        self._painted = lru_cache(maxsize=8)(self._paint)
        self._glow = lru_cache(maxsize=GLOWS + 1)(self._paint_glow)

    def face(self, moment: Moment) -> object:
        lines = tuple((kind, y) for kind, y, _ in self._lines(moment))
        return lines, self._glow_step(moment)

    def areas(self, moment: Moment) -> list[Rect]:
        half = self._places.px(12)
        left, right = self._places.lines_x, self._places.inside.right
        # The glow goes from wall to wall, even where the line ends before.
        return [
            Rect(left, y - half, max(end, right) - left, 2 * half)
            for _, y, end in self._lines(moment)
        ]

    def _lines(self, moment: Moment) -> list[tuple[str, int, int]]:
        """Kind, row and right end of each line, from back to front."""
        places, frame = self._places, moment.frame
        right = places.inside.right
        found = []
        settle_mv = frame.settle_mv
        if settle_mv is not None and SETTLES[0] < settle_mv <= SETTLES[1]:
            found.append(("dots", places.scale.row(settle_mv), right + places.px(16)))
        end = right + places.px(36)
        if frame.adaptation is not None:
            if is_lifted(moment):
                y = places.scale.row(frame.rest_line_mv)
                found.append(("thin", y, right + places.px(34)))
            end = sum(places.legs) // 2
        found.append(("dashes", moment.line_y, end))
        return found

    def _glow_step(self, moment: Moment) -> int:
        frame = moment.frame
        if not self._palette.glow or frame.is_band or frame.line_mv <= 0:
            return 0
        near = (frame.level_mv / frame.line_mv - GLOWS_FROM) / (1.0 - GLOWS_FROM)
        return round(GLOWS * min(max(near, 0.0), 1.0))

    def draw(self, canvas: Surface, moment: Moment) -> None:
        step = self._glow_step(moment)
        if step:
            glow = self._glow(step)
            spot = glow.get_rect(midleft=(self._places.inside.left, moment.line_y))
            canvas.blit(glow, spot)
        for kind, y, end in self._lines(moment):
            line = self._painted(kind, end)
            canvas.blit(line, line.get_rect(midleft=(self._places.lines_x, y)))

    def _paint(self, kind: str, end: int) -> Surface:
        if kind == "dots":
            return self._dots(end)
        places, palette = self._places, self._palette
        px, width = places.px, end - places.lines_x
        thick, dash, gap, casing = px(5), px(DASH), px(GAP), px(8)
        if kind == "thin":
            thick, dash, gap, casing = px(2.5), px(THIN_DASH), px(THIN_GAP), 0
        is_flat = palette.glow == 0 and palette.water_top == palette.water_bottom
        if is_flat:
            casing = px(13)
        line = Surface((max(1, width), max(thick, casing)), pygame.SRCALPHA)
        if casing:
            line.fill((*palette.air, 255 if is_flat else 115))
        top = (line.get_height() - thick) // 2
        for x in range(0, width, dash + gap):
            line.fill(palette.threshold, (x, top, min(dash, width - x), thick))
        return line

    def _dots(self, end: int) -> Surface:
        places = self._places
        width, size = end - places.lines_x, max(2.0, 4.5 * places.detail)
        high = 2 * round(size / 2) + 2
        brush = Brush(Rect(0, 0, max(1, width), high))
        step = max(4, places.px(DOT_STEP))
        for x in range(step // 2, width, step):
            brush.disc((x, high / 2), size / 2, self._palette.settle)
        return brush.finished()

    def _paint_glow(self, step: int) -> Surface:
        """Light on both sides of the line, fading outwards."""
        places = self._places
        half = places.px(11)
        glow = Surface((places.inside.width, 2 * half), pygame.SRCALPHA)
        most = 255 * GLOW * step / GLOWS
        for y in range(2 * half):
            share = 1.0 - abs(y + 0.5 - half) / half
            glow.fill((*self._palette.threshold, round(most * share)),
                      (0, y, places.inside.width, 1))  # fmt: skip
        return glow
