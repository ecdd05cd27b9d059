"""The float on the water and the arm that carries the pen: they write the level."""

from pygame import Rect, Surface

from lifgame.content.palette import Palette
from lifgame.view.colours import mix
from lifgame.view.machine.brush import Brush
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.places import MachinePlaces

# Where it goes up and down faster than the eye follows: a faint one flashes nowhere.
BLURRED = 70  # alpha


class Pen(Part):
    """Float, arm, the slider on the wall, and the pen's tip at the paper's edge."""

    def __init__(self, places: MachinePlaces, palette: Palette) -> None:
        self._places = places
        self._palette = palette
        self._half = places.px(28)
        self._sprite = self._paint()

    def face(self, moment: Moment) -> object:
        return moment.level_y, moment.frame.is_band

    def areas(self, moment: Moment) -> list[Rect]:
        return [self._rect(moment)]

    def _rect(self, moment: Moment) -> Rect:
        places = self._places
        right = places.float_x + places.px(42)
        return Rect(
            places.pen_x, moment.level_y - self._half, right - places.pen_x,
            2 * self._half,
        )  # fmt: skip

    def draw(self, canvas: Surface, moment: Moment) -> None:
        self._sprite.set_alpha(BLURRED if moment.frame.is_band else 255)
        canvas.blit(self._sprite, self._rect(moment))

    def _paint(self) -> Surface:
        """All of it, with the water's line in the middle row."""
        places, px = self._places, self._places.px
        left, end = places.pen_x, places.float_x
        width = end + px(42) - left
        rect = Rect(left, -self._half, width, 2 * self._half)
        brush = Brush(rect)
        self._arm(brush, left, end)
        self._slider(brush)
        self._float(brush, end)
        self._tip(brush, left)
        return brush.finished()

    def _arm(self, brush: Brush, left: int, end: int) -> None:
        """From the pen's tip to the float."""
        places, palette, px = self._places, self._palette, self._places.px
        arm = max(2.0, 8 * places.detail)
        if palette.glow:
            veil = mix(palette.air, palette.glass, 0.12)
            brush.box((left + px(10), -arm, end - left, 2 * arm), arm, veil)
        bright = mix(palette.glass, palette.gloss, 0.6 * palette.glow)
        brush.box((left + px(14), -arm / 2, end - left - px(14), arm), arm / 2, bright)
        under = mix(palette.metal_light, palette.glass, 0.2)
        low = (left + px(30), 0, end - left - px(30), arm * 0.38)
        brush.box(low, 1, under)

    def _slider(self, brush: Brush) -> None:
        places, palette, px = self._places, self._palette, self._places.px
        x = places.inside.left - places.wall / 2
        box = (x - px(14), -px(23), px(26), px(46))
        brush.box(box, px(8), palette.glass)
        inner = (x - px(11), -px(20), px(20), px(40))
        face = mix(palette.metal_dark, palette.metal_light, 0.3)
        brush.box(inner, px(6), face)
        for y in (-px(11), px(11)):
            brush.disc((x - px(1), y), px(4.5), palette.glass)

    def _float(self, brush: Brush, x: int) -> None:
        places, palette = self._places, self._palette
        unit = places.detail * (0.8 if places.is_narrow else 1.0)
        brush.box((x - 37 * unit, -27.5 * unit, 74 * unit, 37 * unit), 15 * unit,
                  palette.outline)  # fmt: skip
        brush.box((x - 35 * unit, -25.5 * unit, 70 * unit, 33 * unit), 13 * unit,
                  palette.knob)  # fmt: skip
        brush.box((x - 35 * unit, -8 * unit, 70 * unit, 15.5 * unit), 11 * unit,
                  palette.voltage)  # fmt: skip
        brush.box((x - 35 * unit, -8 * unit, 70 * unit, 8 * unit), 0, palette.voltage)
        shine = mix(palette.knob, palette.capacitance_face, 0.7)
        brush.box((x - 22 * unit, -21 * unit, 32 * unit, 4.5 * unit), 2 * unit, shine)

    def _tip(self, brush: Brush, x: int) -> None:
        palette, px = self._palette, self._places.px
        edge, inner = px(13), px(9)
        rim = mix(palette.voltage, palette.gloss, 0.85)
        brush.area([(x + px(29), -edge), (x, 0), (x + px(29), edge)], rim)
        brush.area([(x + px(26), -inner), (x + px(5), 0), (x + px(26), inner)],
                   palette.voltage)  # fmt: skip
