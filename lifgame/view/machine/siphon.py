"""The siphon: a bent glass tube that runs full, all or nothing, once water is over it.

The lowest point of the inside of its bend is the flush line, to the pixel.
"""

from functools import lru_cache

from pygame import Rect, Surface

from lifgame.content.palette import Colour, Palette
from lifgame.view.colours import mix
from lifgame.view.machine.brush import Brush, column
from lifgame.view.machine.moment import Moment, Part
from lifgame.view.machine.places import MachinePlaces
from lifgame.view.machine.water import flat

# Where in a gulp the tube has filled, and where the last air comes through.
FILLED = 0.19
AIR = 0.73
SWELLS_FROM = 0.985  # of the line: the water begins to creep over the bend
LEAST_MV = 0.5  # in the short leg
BUBBLES = ((0.1, -1), (0.32, 1), (0.45, 0), (0.61, -1), (0.78, 1), (0.9, 0))


class Siphon(Part):
    """The tube and what is in it."""

    def __init__(self, places: MachinePlaces, palette: Palette) -> None:
        self._places = places
        self._palette = palette
        self._water = flat(palette)
        self._cap = lru_cache(maxsize=4)(self._paint_cap)
        self._mouth = self._paint_mouth()
        self._leg = self._paint_leg()
        self._cork = self._paint_cork()
        inside = places.bore - 2 * max(1, places.px(1.5))
        self._column = column((inside, self._leg.get_height()), self._water)
        self._air = Brush(Rect(0, 0, places.px(8), places.px(8)))
        half = places.px(8) / 2
        self._air.disc((half, half), half, palette.streak)
        self._bubble = self._air.finished()

    def face(self, moment: Moment) -> object:
        frame = moment.frame
        run = moment.run_px if frame.sucks else 0
        return (
            moment.line_y, self._state(moment), run, self._filled(moment),
            self._bubbling(moment), frame.is_corked, self._is_wet(moment),
            self._water_y(moment),
        )  # fmt: skip

    def _paint_cork(self) -> Surface:
        """Wider at its upper end, and stuck fast in the long leg."""
        places = self._places
        wide, high = places.bore + 2 * places.tube, round(places.bore * 1.5)
        brush = Brush(Rect(0, 0, wide, high))
        taper = wide * 0.12
        path = [(0.0, 0.0), (float(wide), 0.0), (wide - taper, float(high)),
                (taper, float(high))]  # fmt: skip
        brush.area(path, self._palette.threshold_face)
        return brush.finished()

    def areas(self, moment: Moment) -> list[Rect]:
        places = self._places
        half = places.bore + places.bore // 2 + places.tube
        top = moment.line_y - places.bore - 2 * places.tube
        rect = Rect(places.legs[0] - places.bore - half, top, 0, 0)
        rect.width = places.legs[1] + half - rect.left
        rect.height = places.floor_y + places.px(18) - top
        return [rect]

    def changed(
        self, before: object, face: object, moment: Moment
    ) -> list[Rect] | None:
        """Only the water in the short leg, as long as nothing else has changed."""
        assert isinstance(before, tuple)
        assert isinstance(face, tuple)
        (*still, y), (*as_now, y_now) = before, face
        if still != as_now:
            return None
        places = self._places
        top, bottom = min(y, y_now), max(y, y_now) + places.px(3) + 1
        left = places.legs[0] - places.bore
        return [Rect(left, top, 2 * places.bore, bottom - top)]

    def _state(self, moment: Moment) -> str:
        frame = moment.frame
        share = frame.gulp_share
        if moment.still_gulp:
            share = None
        if share is not None:
            return "full" if share >= FILLED else "filling"
        if frame.is_band or frame.is_refractory:
            return "full"
        if frame.is_corked:
            return "empty"
        creeps = frame.level_mv >= SWELLS_FROM * frame.line_mv > 0
        return "creeping" if creeps else "empty"

    def _filled(self, moment: Moment) -> int:
        """How far down the long leg the first water has come, in pixels."""
        share = moment.frame.gulp_share
        if share is None or share >= FILLED:
            return 0
        long = self._places.floor_y - moment.line_y
        return round((share / FILLED) ** 2 * long)

    def _bubbling(self, moment: Moment) -> float:
        share = moment.frame.gulp_share
        return share if share is not None and share >= AIR else 0.0

    def _water_y(self, moment: Moment) -> int:
        """Row of the water in the short leg."""
        return max(min(moment.level_y, self._places.mouth_y), moment.line_y)

    def _is_wet(self, moment: Moment) -> bool:
        """Whether water has come into the short leg."""
        is_up = self._water_y(moment) < self._places.mouth_y
        return is_up and moment.frame.level_mv > LEAST_MV

    def draw(self, canvas: Surface, moment: Moment) -> None:
        places, state = self._places, self._state(moment)
        bore, tube = places.bore, places.tube
        middle_y = moment.line_y + bore // 2
        ends = places.mouth_y, places.floor_y + places.px(18)
        for x, end in zip(places.legs, ends, strict=True):
            spot = x - bore // 2 - tube, middle_y
            canvas.blit(self._leg, spot, (0, 0, self._leg.get_width(), end - middle_y))
        self._draw_water(canvas, moment, state)
        cap = self._cap(state in ("full", "filling"), state == "creeping")
        half = cap.get_width() // 2
        middle = (places.legs[0] + places.legs[1]) // 2
        canvas.blit(cap, (middle - half, middle_y - cap.get_height()))
        mouth = self._mouth
        left = places.legs[0] - mouth.get_width() // 2
        canvas.blit(mouth, (left, places.mouth_y - mouth.get_height()))
        if state == "full":
            self._draw_run(canvas, moment, middle_y)
        if moment.frame.is_corked:
            cork = self._cork
            top = middle_y + places.bore // 2
            canvas.blit(cork, cork.get_rect(midtop=(places.legs[1], top)))

    def _draw_water(self, canvas: Surface, moment: Moment, state: str) -> None:
        places = self._places
        inset = max(1, places.px(1.5))
        width = places.bore - 2 * inset
        short, long = (x - places.bore // 2 + inset for x in places.legs)
        top = moment.line_y + places.bore // 2
        if state in ("full", "filling"):
            self._fill(canvas, (short, top), width, places.mouth_y - top)
            depth = places.floor_y + places.px(18) - top
            if state == "filling":
                depth = min(depth, self._filled(moment))
            self._fill(canvas, (long, top), width, depth)
            return
        y = self._water_y(moment)
        if self._is_wet(moment):
            self._fill(canvas, (short, y), width, places.mouth_y - y)
            crest = max(1, places.px(3))
            canvas.fill(self._palette.crest, (short, y, width, crest))
        if state == "creeping":
            thin = max(2, round(places.bore * 0.3))
            depth = places.px(96)
            self._fill(canvas, (long, top), thin, depth)
            for index in range(3):
                size = max(2, thin - 2 * index)
                at = top + depth + places.px(12 + 24 * index)
                canvas.fill(self._water, (long, at, size, size))

    def _fill(
        self, canvas: Surface, spot: tuple[int, int], width: int, height: int
    ) -> None:
        canvas.blit(self._column, spot, (0, 0, width, height))

    def _draw_run(self, canvas: Surface, moment: Moment, top: int) -> None:
        """Light streaks that run with the water, and the air at its end."""
        places = self._places
        dash, pitch = places.px(20), places.px(52)
        width = max(1, places.px(3.5))
        for x, way, end in (
            (places.legs[0], -1, places.mouth_y),
            (places.legs[1], 1, places.floor_y),
        ):
            start = top + (way * moment.run_px) % pitch
            for y in range(start, end - dash, pitch):
                canvas.fill(self._palette.streak, (x + places.px(4), y, width, dash))
        share = self._bubbling(moment)
        if not share:
            return
        rise = (share - AIR) / (1.0 - AIR)
        length = places.mouth_y - top
        for index, (at, side) in enumerate(BUBBLES):
            x = places.legs[index % 2] + round(side * places.bore * 0.22)
            y = top + round(length * ((at + (rise if index % 2 else -rise)) % 1.0))
            canvas.blit(self._bubble, self._bubble.get_rect(center=(x, y)))

    def _paint_cap(self, is_full: bool, creeps: bool) -> Surface:
        """The bend, its middle at the bottom edge."""
        places, palette = self._places, self._palette
        bore, tube = places.bore, places.tube
        outer = bore + bore // 2 + tube
        brush = Brush(Rect(-outer, -outer, 2 * outer, outer))
        rings: list[tuple[float, Colour | None]] = [
            (outer, palette.glass),
            (outer - tube, palette.air),
        ]
        inset = max(1, places.px(1.5))
        if is_full:
            rings += [(outer - tube - inset, self._water)]
            rings += [(bore // 2 + inset, palette.air)]
        elif creeps:
            rings += [(bore // 2 + bore * 0.4, self._water)]
            rings += [(bore // 2 + inset, palette.air)]
        rings += [(bore // 2, palette.glass), (bore // 2 - tube, None)]
        for radius, colour in rings:
            if radius > 0:
                brush.disc((0, 0), radius, colour)
        shine = mix(palette.air, palette.gloss, 0.35 * palette.glow)
        if not is_full and palette.glow:
            brush.disc((-bore, -bore * 0.45), max(1.0, 2.0 * places.detail), shine)
        return brush.finished()

    def _paint_leg(self) -> Surface:
        """A straight piece of tube, longer than it is ever shown."""
        places, palette = self._places, self._palette
        bore, tube = places.bore, places.tube
        high = places.floor_y - places.rim_y + places.px(60)
        leg = column((bore + 2 * tube, high), palette.glass)
        leg.fill((*palette.air, 255), (tube, 0, bore, high))
        return leg

    def _paint_mouth(self) -> Surface:
        """The flare of the short leg's end."""
        places = self._places
        half, out, high = places.bore / 2, places.px(9), places.px(16)
        rect = Rect(0, 0, 2 * round(half + out + places.tube), high + places.px(4))
        brush = Brush(rect)
        middle = rect.width / 2
        for side in (-1, 1):
            top = (middle + side * (half + places.tube / 2), places.px(2))
            low = (middle + side * (half + out), high + places.px(1))
            brush.line([top, low], places.tube, self._palette.glass)
        return brush.finished()
