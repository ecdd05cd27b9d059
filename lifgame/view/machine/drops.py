"""Drops and bubbles: a few, from seeded chance, gone where they land."""

from dataclasses import dataclass, field

from pygame import Rect, Surface

from lifgame.view import shapes
from lifgame.view.geometry import Point

MOST = 24
SIZES = 4  # kinds of drops by size


@dataclass(slots=True)
class Drop:
    """One drop: place and speed in pixels and seconds."""

    x: float
    y: float
    vx: float
    vy: float
    size: int


@dataclass(frozen=True, slots=True)
class Spring:
    """Where drops come from.

    Attributes:
        at: Its middle.
        spread: How far beside the middle they begin.
        throw: Greatest speed sideways and least speed downwards (negative: up).
        pull: Acceleration downwards, in pixels a second squared.
        bounds: They are gone outside of it.
    """

    at: Point
    spread: float
    throw: tuple[float, float]
    pull: float
    bounds: Rect


@dataclass(slots=True)
class Drops:
    """A handful of drops of one spring."""

    _drops: list[Drop] = field(default_factory=list)
    _due: float = 0.0
    _state: int = 20021

    def __bool__(self) -> bool:
        return bool(self._drops)

    def clear(self) -> None:
        self._drops.clear()
        self._due = 0.0

    def update(self, elapsed_s: float, per_s: float, spring: Spring) -> None:
        """Move all, drop those that have landed, and let new ones out."""
        if per_s <= 0 and not self._drops:
            self._due = 0.0
            return
        kept = []
        for drop in self._drops:
            drop.vy += spring.pull * elapsed_s
            drop.x += drop.vx * elapsed_s
            drop.y += drop.vy * elapsed_s
            if spring.bounds.collidepoint(drop.x, drop.y):
                kept.append(drop)
        self._drops = kept
        self._due += per_s * elapsed_s
        while self._due >= 1.0:
            self._due -= 1.0
            if len(self._drops) < MOST:
                self._drops.append(self._born(spring))

    def _born(self, spring: Spring) -> Drop:
        aside = 2.0 * self._chance() - 1.0
        return Drop(
            x=spring.at[0] + aside * spring.spread,
            y=spring.at[1],
            vx=aside * spring.throw[0] * (0.3 + 0.7 * self._chance()),
            vy=spring.throw[1] * (0.45 + 0.55 * self._chance()),
            size=int(self._chance() * SIZES),
        )

    def _chance(self) -> float:
        """Park and Miller's generator: the same drops for the same frames."""
        self._state = self._state * 16807 % 2147483647
        return self._state / 2147483647

    def face(self) -> object:
        """Where they are, to the pixel."""
        return tuple((int(d.x), int(d.y), d.size) for d in self._drops)

    def area(self, reach: int) -> list[Rect]:
        """One rectangle round all drops, each ``reach`` pixels wide and high."""
        if not self._drops:
            return []
        xs = [int(drop.x) for drop in self._drops]
        ys = [int(drop.y) for drop in self._drops]
        left, top = min(xs) - reach, min(ys) - reach
        return [Rect(left, top, max(xs) + reach - left, max(ys) + reach - top)]

    def draw(self, canvas: Surface, sprites: list[Surface]) -> None:
        canvas.fblits(
            [
                (sprite, (int(d.x) - half, int(d.y) - half))
                for d in self._drops
                for sprite in (sprites[d.size],)
                for half in (sprite.get_width() // 2,)
            ]
        )


def sprites(
    unit: float, colour: tuple[int, int, int], alpha: int = 255
) -> list[Surface]:
    """Rounds of ``SIZES`` sizes."""
    made = []
    for size in range(SIZES):
        sprite = shapes.disc(max(1, round((2.2 + 1.1 * size) * unit)), colour).copy()
        sprite.set_alpha(alpha)
        made.append(sprite)
    return made
