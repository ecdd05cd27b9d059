"""The firing rate against the current: measured points on the line of the theory."""

import math
from dataclasses import dataclass

import pygame

from lifgame.content.parameters import CURRENT, NOISE_SIGMA, ParameterSpec
from lifgame.view import shapes
from lifgame.view.charts.lines import dashes, round_step
from lifgame.view.charts.strokes import polyline
from lifgame.view.colours import mix
from lifgame.view.geometry import Point
from lifgame.view.look import BOLD, MEDIUM, SEMIBOLD, Look, Runs

# The size for which the lengths below are meant, in pixels at unit 1.
DESIGN = (1600, 900)
MARGIN = 56
HEADER = 132
LEFT_AXIS = 96
BOTTOM_AXIS = 92
LEGEND = 44
TITLE_SIZE = 44
WORDS_SIZE = 25
TICK_SIZE = 25
LINE = 5.0
SHADE_ALPHA = 18
DASH = 15.0
GAP = 10.0
LARGEST_DOT = 9.0
SMALLEST_DOT = 5.0
MOST_TICKS = 6
# Rates this low still get an axis that can be read, in Hz.
LEAST_RATE_HZ = 10.0
# Room above the highest point, so that nothing touches the frame.
HEADROOM = 1.06


@dataclass(frozen=True, slots=True)
class FiCurve:
    """What the chart shows.

    Attributes:
        name: Of the neuron.
        values: Its parameters and their values.
        currents_na: Where it was measured, in nA.
        rates_hz: What was measured there, in Hz.
        theory: Currents in nA and rates in Hz of the closed form, in order; empty if
            there is none.
        rheobase_na: The current up to which theory has it silent, if it has one.
    """

    name: str
    values: tuple[tuple[ParameterSpec, float], ...]
    currents_na: tuple[float, ...]
    rates_hz: tuple[float, ...]
    theory: tuple[tuple[float, float], ...]
    rheobase_na: float | None


def chart_unit(size: tuple[int, int]) -> float:
    """Screen pixels per unit of the design, for a picture of some size."""
    return min(size[0] / DESIGN[0], size[1] / DESIGN[1])


class FiChart:
    """Paints one curve over a whole picture."""

    def __init__(self, look: Look, size: tuple[int, int], curve: FiCurve) -> None:
        self._look, self._curve = look, curve
        room = pygame.Rect((0, 0), size).inflate(
            -2 * look.px(MARGIN), -2 * look.px(MARGIN)
        )
        self._room = room
        left, top = look.px(LEFT_AXIS), look.px(HEADER)
        height = room.height - top - look.px(BOTTOM_AXIS)
        self.plot = pygame.Rect(
            room.left + left, room.top + top, room.width - left, height
        )
        lowest, highest = min(curve.currents_na), max(curve.currents_na)
        self._low_na, self._high_na = lowest, max(highest, lowest + CURRENT.step)
        seen = [*curve.rates_hz, *(rate for _, rate in curve.theory), LEAST_RATE_HZ]
        self._rate_step = round_step(max(seen) * HEADROOM, MOST_TICKS)
        steps = math.ceil(max(seen) * HEADROOM / self._rate_step)
        self._high_hz = steps * self._rate_step

    def x(self, current_na: float) -> float:
        """Where a current stands, in pixels."""
        share = (current_na - self._low_na) / (self._high_na - self._low_na)
        return self.plot.left + share * (self.plot.width - 1)

    def y(self, rate_hz: float) -> float:
        """Where a rate stands, in pixels."""
        return self.plot.bottom - 1 - rate_hz / self._high_hz * (self.plot.height - 1)

    def draw(self, target: pygame.Surface) -> None:
        """Paint the whole picture."""
        target.fill(self._look.colour("background"))
        self._draw_header(target)
        self._draw_ground(target)
        self._draw_shade(target)
        self._draw_rheobase(target)
        self._draw_theory(target)
        self._draw_points(target)

    def _draw_header(self, target: pygame.Surface) -> None:
        look, room = self._look, self._room
        title = pygame.Rect(room.left, room.top, room.width, look.px(56))
        look.write(target, look.texts("chart.title"), title, TITLE_SIZE, weight=BOLD)
        line = pygame.Rect(room.left, title.bottom, room.width, look.px(40))
        legend = self._legend_width()
        line.width -= legend + look.px(24)
        look.write(target, self._words(), line, WORDS_SIZE, weight=MEDIUM)
        self._draw_legend(target, room.right - legend, line.centery)

    def _words(self) -> Runs:
        texts = self._look.texts
        words: Runs = [(self._curve.name, "ink")]
        for spec, value in self._curve.values:
            number = texts.quantity(value, spec.decimals, spec.unit)
            words += [("   ", "ink"), (f"{spec.symbol} ", spec.role), (number, "muted")]
        return words

    def _legend(self) -> list[tuple[str, str]]:
        texts = self._look.texts
        parts = [("measured", texts("chart.measured"))]
        if self._curve.theory:
            is_noisy = any(spec is NOISE_SIGMA for spec, _ in self._curve.values)
            key = "chart.theory_without_noise" if is_noisy else "chart.theory"
            parts.append(("theory", texts(key)))
        return parts

    def _legend_width(self) -> int:
        look = self._look
        return sum(
            look.px(LEGEND + 30)
            + look.text(words, look.text_px(WORDS_SIZE)).get_width()
            for _, words in self._legend()
        )

    def _draw_legend(self, target: pygame.Surface, left: int, y: int) -> None:
        look = self._look
        for kind, words in self._legend():
            left += look.px(30)
            middle = left + look.px(LEGEND) // 2
            if kind == "measured":
                self._dot(target, (middle, y), look.px(LARGEST_DOT))
            else:
                end = (float(left + look.px(LEGEND - 10.0)), float(y))
                line = [(float(left), float(y)), end]
                polyline(target, line, [(self._line_px, self._theory_colour())])
            left += look.px(LEGEND)
            picture = look.text(words, look.text_px(WORDS_SIZE))
            target.blit(picture, picture.get_rect(midleft=(left, y)))
            left += picture.get_width()

    def _draw_ground(self, target: pygame.Surface) -> None:
        """The plate, the grid with its numbers, and the words of the axes."""
        look, plot = self._look, self.plot
        frame = plot.inflate(look.px(2), look.px(2))
        target.fill(look.colour("well"), frame)
        line = mix(look.colour("well"), look.colour("grid"), 0.9)
        thick, gap = look.px(1.5), look.px(14)
        for number in range(round(self._high_hz / self._rate_step) + 1):
            rate_hz = number * self._rate_step
            y = round(self.y(rate_hz))
            target.fill(line, (plot.left, y, plot.width, thick))
            words = self._tick(rate_hz, self._rate_step)
            target.blit(words, words.get_rect(midright=(plot.left - gap, y)))
        step = round_step(self._high_na - self._low_na, 2 * MOST_TICKS)
        number = math.ceil(self._low_na / step - 1e-9)
        while number * step <= self._high_na + 1e-9:
            x = round(self.x(number * step))
            target.fill(line, (x, plot.top, thick, plot.height))
            words = self._tick(number * step, step)
            target.blit(words, words.get_rect(midtop=(x, plot.bottom + gap)))
            number += 1
        edge = look.px(2)
        target.fill(look.colour("edge"), (plot.left, plot.bottom, plot.width, edge))
        self._draw_axis_words(target)

    def _draw_axis_words(self, target: pygame.Surface) -> None:
        look, plot = self._look, self.plot
        size_px = look.text_px(WORDS_SIZE)
        rate = look.text(look.texts("chart.rate"), size_px, "spike")
        spot = rate.get_rect(topleft=(plot.left + look.px(18), plot.top + look.px(12)))
        # The grid would run through the letters.
        target.fill(look.colour("well"), spot.inflate(look.px(12), 0))
        target.blit(rate, spot)
        current = look.text(look.texts("chart.current"), size_px, "current")
        target.blit(
            current, current.get_rect(midbottom=(plot.centerx, self._room.bottom))
        )

    def _tick(self, value: float, step: float) -> pygame.Surface:
        decimals = max(0, -math.floor(math.log10(step) + 1e-9))
        words = self._look.texts.number(value, decimals)
        return self._look.text(words, self._look.text_px(TICK_SIZE), "muted", MEDIUM)

    def _draw_rheobase(self, target: pygame.Surface) -> None:
        """The current below which it is silent: an upright line with its number."""
        look, rheobase_na = self._look, self._curve.rheobase_na
        if rheobase_na is None or not self._low_na < rheobase_na < self._high_na:
            return
        x = self.x(rheobase_na)
        colour = look.colour("threshold")
        top = float(self.plot.top + look.px(60))
        self._dashes(target, [(x, float(self.plot.bottom)), (x, top)], colour)
        value = look.texts.quantity(rheobase_na, 2, CURRENT.unit)
        words: Runs = [
            (look.texts("ribbon.rheobase") + "  ", "threshold"),
            (value, "ink"),
        ]
        picture = look.runs(words, look.text_px(WORDS_SIZE), SEMIBOLD)
        spot = picture.get_rect(bottomleft=(round(x) + look.px(14), round(top)))
        spot.top = round(top)
        if spot.right > self.plot.right - look.px(8):
            spot.right = round(x) - look.px(14)
        target.fill(look.colour("well"), spot.inflate(look.px(8), 0))
        target.blit(picture, spot)

    def _theory_colour(self) -> tuple[int, int, int]:
        return mix(self._look.colour("well"), self._look.colour("spike"), 0.62)

    def _draw_theory(self, target: pygame.Surface) -> None:
        points = [(self.x(na), self.y(hz)) for na, hz in self._curve.theory]
        if len(points) > 1:
            before = target.get_clip()
            target.set_clip(self.plot.inflate(0, 2 * self._look.px(LINE)))
            polyline(target, points, [(self._line_px, self._theory_colour())])
            target.set_clip(before)

    def _draw_shade(self, target: pygame.Surface) -> None:
        """A breath of colour under the line, through which the grid is seen."""
        points = [(self.x(na), self.y(hz)) for na, hz in self._curve.theory]
        if len(points) < 2:
            return
        bottom = self.plot.bottom - 1
        layer = pygame.Surface(target.get_size(), pygame.SRCALPHA)
        corners = [(points[0][0], bottom), *points, (points[-1][0], bottom)]
        colour = self._look.colour("spike")
        pygame.draw.polygon(layer, (*colour, SHADE_ALPHA), corners)
        target.blit(layer, self.plot, self.plot)

    def _draw_points(self, target: pygame.Surface) -> None:
        look, curve = self._look, self._curve
        spacing = self.plot.width / max(1, len(curve.currents_na) - 1)
        radius = min(max(spacing * 0.3, look.px(SMALLEST_DOT)), look.px(LARGEST_DOT))
        for current_na, rate_hz in zip(curve.currents_na, curve.rates_hz, strict=True):
            place = (round(self.x(current_na)), round(self.y(rate_hz)))
            self._dot(target, place, round(radius))

    def _dot(self, target: pygame.Surface, place: tuple[int, int], radius: int) -> None:
        """A measured point: a disc with a dark rim that parts it from the line."""
        look, (x, y) = self._look, place
        rim = radius + look.px(2)
        target.blit(shapes.disc(rim, look.colour("well")), (x - rim, y - rim))
        target.blit(shapes.disc(radius, look.colour("spike")), (x - radius, y - radius))

    def _dashes(
        self, target: pygame.Surface, points: list[Point], colour: tuple[int, int, int]
    ) -> None:
        unit, width = self._look.unit, max(2.0, 0.6 * self._line_px)
        for dash in dashes(points, DASH * unit, GAP * unit):
            polyline(target, dash, [(width, colour)])

    @property
    def _line_px(self) -> float:
        return max(2.0, LINE * self._look.unit * self._look.palette.edge_scale)
