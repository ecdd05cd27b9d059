"""Counts flashes in frames, as WCAG 2.2 defines them in criterion 2.3.1.

A flash is a pair of opposing changes of relative luminance by at least a tenth, the
darker picture below 0.80. A red flash is a pair of opposing changes of
(R - G - B) * 320, which counts from 0, by more than 20, with one of the two pictures a
saturated red, R / (R + G + B) of at least 0.8. R, G and B are linear.

Three a second are allowed, or any number on a small area: less than a quarter of any
field of 10 degrees, a block of 341x256 pixels on a screen of 1024x768, or, more
strictly, less than 21 824 CSS pixels on the whole screen. This meter errs towards more:
places that flash within the same second count together, at the same moment or not.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# The limit of the criterion.
MOST_PER_S = 3.0
LEAST_CHANGE = 0.1
BRIGHT = 0.8
LEAST_RED_CHANGE = 20.0
SATURATED = 0.8
# A field of 10 degrees, on a screen of this size.
FIELD = (341, 256)
SCREEN = (1024, 768)
SMALL_AREA_PX = 21_824

Floats = NDArray[np.float32]
Counts = NDArray[np.uint8]
Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Worst:
    """The most flashes in any second.

    Attributes:
        per_s: How many; each is a pair of opposing changes.
        at_s: When that second ended, from the first frame.
        place: A cell's column and row in the middle of it.
    """

    per_s: float = 0.0
    at_s: float = 0.0
    place: tuple[int, int] = (0, 0)


class _Turns:
    """Notes, for every cell, where a value turns back by enough."""

    def __init__(self) -> None:
        self._high: Floats | None = None
        self._low: Floats | None = None
        self._way: NDArray[np.int8] | None = None
        self._is_marked: tuple[NDArray[np.bool_], NDArray[np.bool_]] | None = None

    def see(
        self,
        value: Floats,
        is_enough: Callable[[Floats, Floats], NDArray[np.bool_]],
        is_marked: NDArray[np.bool_],
    ) -> NDArray[np.bool_]:
        """Take the next frame; where did a change become complete in it?

        Args:
            value: What changes, for every cell.
            is_enough: Whether it is a change from a low to a high value.
            is_marked: Where the picture is of the kind of which one of two must be.
        """
        if self._high is None or self._low is None or self._way is None:
            self._high, self._low = value.copy(), value.copy()
            self._way = np.zeros(value.shape, np.int8)
            self._is_marked = is_marked.copy(), is_marked.copy()
            return np.zeros(value.shape, np.bool_)
        assert self._is_marked is not None
        at_high, at_low = self._is_marked
        for extreme, marks, is_further in (
            (self._high, at_high, value > self._high),
            (self._low, at_low, value < self._low),
        ):
            extreme[is_further] = value[is_further]
            marks[is_further] = is_marked[is_further]
        falls = (self._way >= 0) & is_enough(value, self._high) & (at_high | is_marked)
        rises = (self._way <= 0) & is_enough(self._low, value) & (at_low | is_marked)
        # A cell that has done neither yet may have done both; one of them is enough.
        rises &= ~falls
        for turns, way in ((falls, -1), (rises, 1)):
            self._way[turns] = way
            self._high[turns] = self._low[turns] = value[turns]
            at_high[turns] = at_low[turns] = is_marked[turns]
        return falls | rises


class _Second:
    """Counts turns in the last second, and the most that a large enough area had."""

    def __init__(self, frames_per_s: int, shape: tuple[int, int]) -> None:
        self._frames_per_s = frames_per_s
        self._turns = np.zeros((frames_per_s, *shape), np.bool_)
        self._count = np.zeros(shape, np.uint8)
        self._seen = 0

    def add(self, turns: NDArray[np.bool_]) -> Counts:
        """The turns of every cell within a second that ends with these."""
        place = self._seen % self._frames_per_s
        self._count -= self._turns[place]
        self._turns[place] = turns
        self._count += turns
        self._seen += 1
        return self._count


class FlashMeter:
    """Takes frames, and tells the worst second of all.

    Args:
        size: The screen's width and height in pixels.
        frames_per_s: How many frames make a second.
        cell_px: Pixels are averaged over squares of this side; None for about one
            pixel of the criterion's own screen.
        css_scale: Screen pixels to a CSS pixel.

    Attributes:
        worst: By kind (``general``, ``red``) and area (``field``, ``small``).
    """

    def __init__(
        self,
        size: tuple[int, int],
        frames_per_s: int = 60,
        cell_px: int | None = None,
        css_scale: float = 1.0,
    ) -> None:
        self._cell_px = cell_px or max(1, size[0] // SCREEN[0])
        self._frames_per_s = frames_per_s
        self._frames = 0
        shape = (size[1] // self._cell_px, size[0] // self._cell_px)
        self._field = tuple(
            max(1, round(field * whole / screen / self._cell_px))
            for field, whole, screen in zip(FIELD, size, SCREEN, strict=True)
        )
        self._small = SMALL_AREA_PX * css_scale**2 / self._cell_px**2
        self._turns = {"general": _Turns(), "red": _Turns()}
        self._seconds = {kind: _Second(frames_per_s, shape) for kind in self._turns}
        self.worst: dict[tuple[str, str], Worst] = {
            (kind, area): Worst() for kind in self._turns for area in ("field", "small")
        }

    def see(self, picture: Picture) -> None:
        """Take the next frame: rows, columns, and red, green, blue."""
        rgb = self._cells(picture)
        everywhere = np.ones(rgb.shape[:2], np.bool_)
        luminance = rgb @ np.array([0.2126, 0.7152, 0.0722], np.float32)
        redness = np.maximum((rgb[..., 0] - rgb[..., 1] - rgb[..., 2]) * 320, 0)
        is_red = rgb[..., 0] >= SATURATED * np.maximum(rgb.sum(axis=2), 1e-6)
        self._note("general", luminance, _is_flash, everywhere)
        self._note("red", redness, _is_red_flash, is_red)
        self._frames += 1

    @property
    def most_per_s(self) -> float:
        """The most flashes of any kind on any area."""
        return max(worst.per_s for worst in self.worst.values())

    def _note(
        self,
        kind: str,
        value: Floats,
        is_enough: Callable[[Floats, Floats], NDArray[np.bool_]],
        is_marked: NDArray[np.bool_],
    ) -> None:
        turns = self._turns[kind].see(value.astype(np.float32), is_enough, is_marked)
        count = self._seconds[kind].add(turns)
        if not turns.any():
            # Nobody's count has grown.
            return
        for area, place_of in (("field", self._in_a_field), ("small", self._anywhere)):
            worst = self.worst[kind, area]
            turned = round(2 * worst.per_s)
            while (place := place_of(count > turned)) is not None:
                turned += 1
                at_s = self._frames / self._frames_per_s
                worst = self.worst[kind, area] = Worst(turned / 2, at_s, place)

    def _cells(self, picture: Picture) -> Floats:
        """Linear red, green and blue of every cell."""
        # Of a large cell every other pixel says enough.
        apart = max(1, self._cell_px // 8)
        side = self._cell_px // apart
        height, width = (length // self._cell_px for length in picture.shape[:2])
        thin = picture[::apart, ::apart][: height * side, : width * side]
        linear = np.take(_LINEAR, thin)
        cells: Floats = linear.reshape(height, side, width, side, 3).mean(axis=(1, 3))
        return cells

    def _in_a_field(self, flashes: NDArray[np.bool_]) -> tuple[int, int] | None:
        """Where a quarter of a field does so; None if nowhere."""
        width, height = self._field
        if flashes.sum() < width * height / 4:
            return None
        sums = np.zeros((flashes.shape[0] + 1, flashes.shape[1] + 1), np.int32)
        sums[1:, 1:] = flashes.cumsum(axis=0).cumsum(axis=1)
        height, width = min(height, flashes.shape[0]), min(width, flashes.shape[1])
        inside = sums[height:, width:] - sums[:-height, width:]
        inside -= sums[height:, :-width] - sums[:-height, :-width]
        row, column = np.unravel_index(int(inside.argmax()), inside.shape)
        if inside[row, column] < self._field[0] * self._field[1] / 4:
            return None
        return int(column) + width // 2, int(row) + height // 2

    def _anywhere(self, flashes: NDArray[np.bool_]) -> tuple[int, int] | None:
        """The middle of all that do so, if they are no small area together."""
        if flashes.sum() < self._small:
            return None
        rows, columns = np.nonzero(flashes)
        return int(columns.mean()), int(rows.mean())


def _is_flash(darker: Floats, lighter: Floats) -> NDArray[np.bool_]:
    # Both come out of 8 bits: what is meant to be a tenth may be a hair less.
    return (lighter - darker >= LEAST_CHANGE - 1e-6) & (darker < BRIGHT)


def _is_red_flash(paler: Floats, redder: Floats) -> NDArray[np.bool_]:
    return redder - paler > LEAST_RED_CHANGE


def _linear() -> Floats:
    """The light of every byte of sRGB, 0 to 1 (IEC 61966-2-1)."""
    share = np.arange(256) / 255.0
    light = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return light.astype(np.float32)


_LINEAR = _linear()
