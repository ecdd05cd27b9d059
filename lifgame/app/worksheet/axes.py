"""Axes to draw into, and the curves of the answers, as inline SVG."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

# In units of the picture's own; the page scales it.
WIDTH, HEIGHT = 360, 216
LEFT, RIGHT, TOP, BOTTOM = 38, 12, 10, 34
NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
MOST_TICKS = 8
SAMPLES = 160

_SUBSCRIPT = re.compile(r"_([a-z]+)")
_LOWERED = r'<tspan dy="2.5" font-size="70%">\1</tspan><tspan dy="-2.5"> </tspan>'

Curve = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis from 0.

    Attributes:
        label: What it shows, with its unit.
        top: Its end.
        number: How a number is written on it.
    """

    label: str
    top: float
    number: Callable[[float], str]

    @property
    def step(self) -> float:
        """A round distance of ticks, so that there are not too many."""
        rough = self.top / MOST_TICKS
        power = 10.0 ** math.floor(math.log10(rough))
        return power * next(nice for nice in NICE if power * nice >= rough - 1e-9)

    @property
    def ticks(self) -> list[float]:
        """Where they stand, from 0 to the last one that is at or above the end."""
        count = math.ceil(self.top / self.step - 1e-9)
        return [round(n * self.step, 9) for n in range(count + 1)]

    @property
    def end(self) -> float:
        return self.ticks[-1]


@dataclass(frozen=True, slots=True)
class Plot:
    """Axes on squared paper, and what is drawn into them.

    Attributes:
        across: The axis from left to right.
        up: The axis from bottom to top.
        line: Height of a dashed line across, and its label, if any.
        curve: The curve, if it is not left to the class.
        points: Points on it.
    """

    across: Axis
    up: Axis
    line: tuple[float, str] | None = None
    curve: Curve | None = None
    points: Sequence[tuple[float, float]] = ()

    def svg(self) -> str:
        """The picture as an SVG element."""
        parts = [*self._paper(), *self._labels()]
        if self.line:
            parts += self._line(*self.line)
        if self.curve:
            xs = [self.across.end * n / SAMPLES for n in range(SAMPLES + 1)]
            spots = " ".join(self._spot(x, self.curve(x)) for x in xs)
            parts.append(f'<polyline class="curve" points="{spots}"/>')
        for x, y in self.points:
            left, top = self._spot(x, y).split(",")
            parts.append(f'<circle class="point" cx="{left}" cy="{top}" r="3.2"/>')
        body = "\n".join(parts)
        return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img">\n{body}\n</svg>'

    def _x(self, value: float) -> float:
        return LEFT + value / self.across.end * (WIDTH - LEFT - RIGHT)

    def _y(self, value: float) -> float:
        return HEIGHT - BOTTOM - value / self.up.end * (HEIGHT - TOP - BOTTOM)

    def _spot(self, x: float, y: float) -> str:
        return f"{self._x(x):.1f},{self._y(y):.1f}"

    def _paper(self) -> list[str]:
        """Squares, and the two axes."""
        low, left = self._y(0), self._x(0)
        right, top = self._x(self.across.end), self._y(self.up.end)
        lines = [_stroke("grid", self._x(t), low, self._x(t), top) for t in
                 self.across.ticks]  # fmt: skip
        lines += [_stroke("grid", left, self._y(t), right, self._y(t)) for t in
                  self.up.ticks]  # fmt: skip
        return [
            *lines,
            _stroke("axis", left, low, right, low),
            _stroke("axis", left, low, left, top),
        ]

    def _labels(self) -> list[str]:
        low, left = self._y(0), self._x(0)
        words = [
            _text(self._x(t), low + 11, self.across.number(t), "middle")
            for t in self.across.ticks
        ]
        words += [
            _text(left - 5, self._y(t) + 3, self.up.number(t), "end")
            for t in self.up.ticks
        ]
        middle = (left + self._x(self.across.end)) / 2
        words.append(_text(middle, HEIGHT - 6, self.across.label, "middle", "label"))
        up = (low + self._y(self.up.end)) / 2
        turned = f'transform="rotate(-90 9 {up:.1f})" '
        words.append(_text(9, up, self.up.label, "middle", "label", turned))
        return words

    def _line(self, value: float, label: str) -> list[str]:
        y, right = self._y(value), self._x(self.across.end)
        return [
            _stroke("level", self._x(0), y, right, y),
            _text(right - 4, y - 4, label, "end", "label"),
        ]


def _stroke(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    begin, end = f'x1="{x1:.1f}" y1="{y1:.1f}"', f'x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line class="{kind}" {begin} {end}/>'


def _text(
    x: float, y: float, words: str, anchor: str, kind: str = "tick", extra: str = ""
) -> str:
    return (
        f'<text class="{kind}" {extra}x="{x:.1f}" y="{y:.1f}" '
        f'text-anchor="{anchor}">{_SUBSCRIPT.sub(_LOWERED, escape(words))}</text>'
    )
