"""Counts flashes in frames, as WCAG 2.2 defines them in criterion 2.3.1.

A flash is a pair of opposing changes of relative luminance by at least a tenth, the
darker picture below 0.80. A red flash is a pair of opposing changes of
(R - G - B) * 320, which counts from 0, by more than 20, with one of the two pictures a
saturated red, R / (R + G + B) of at least 0.8. R, G and B are linear.

Three a second are allowed, or any number on a small area: less than a quarter of any
field of 10 degrees, a block of 341x256 pixels on a screen of 1024x768, or, more
strictly, less than 21 824 CSS pixels on the whole screen. An area flashes as often as
both of these allow: each of its places within the second, and all of them together,
where together means within a fifteenth of a second. A trace that is drawn across a
scope changes every place once and never many at once.
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
# What changes within this time changes together.
TOGETHER_S = 1 / 15

Floats = NDArray[np.float32]
Counts = NDArray[np.uint8]
Cells = NDArray[np.bool_]
Sums = NDArray[np.int64]
Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Worst:
    """The most flashes in any second.

    Attributes:
        per_s: How many; each is a pair of opposing changes.
        at_s: When that second ended, from the first frame.
        place: Column and row of the cell in its middle.
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
        self._is_marked: tuple[Cells, Cells] | None = None

    def see(
        self,
        value: Floats,
        is_enough: Callable[[Floats, Floats], Cells],
        is_marked: Cells,
    ) -> tuple[Cells, Cells]:
        """Take the next frame; where did a fall, and a rise, become complete in it?

        Args:
            value: What changes, for every cell.
            is_enough: Whether it is a change from a low to a high value.
            is_marked: Where the picture is of the kind of which one of two must be.
        """
        if self._high is None or self._low is None or self._way is None:
            self._high, self._low = value.copy(), value.copy()
            self._way = np.zeros(value.shape, np.int8)
            self._is_marked = is_marked.copy(), is_marked.copy()
            nowhere = np.zeros(value.shape, np.bool_)
            return nowhere, nowhere
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
        return falls, rises


class _Second:
    """Counts turns in the last second."""

    def __init__(self, frames_per_s: int, shape: tuple[int, ...]) -> None:
        self._frames_per_s = frames_per_s
        self._turns = np.zeros((frames_per_s, *shape), np.bool_)
        self._count = np.zeros(shape, np.uint8)
        self._seen = 0

    def add(self, turns: Cells) -> Counts:
        """The turns of every cell within a second that ends with these."""
        place = self._seen % self._frames_per_s
        self._count -= self._turns[place]
        self._turns[place] = turns
        self._count += turns
        self._seen += 1
        return self._count


class _Together:
    """Counts, for every area, changes of much of it at once, up and down by turns."""

    def __init__(self, frames_per_s: int, least: float) -> None:
        self._least = least
        self._frames_per_s = frames_per_s
        self._recent: list[tuple[Sums, Sums]] = []
        self._way: NDArray[np.int8] | None = None
        self._since: Sums | None = None
        self._second: _Second | None = None

    def see(self, falls: Sums, rises: Sums) -> Counts:
        """Take the next frame's changed cells of every area; the turns in a second."""
        if self._way is None or self._since is None or self._second is None:
            self._way = np.zeros(falls.shape, np.int8)
            self._since = np.zeros(falls.shape, np.int64)
            self._second = _Second(self._frames_per_s, falls.shape)
        together = max(1, round(TOGETHER_S * self._frames_per_s))
        self._recent = [(falls, rises), *self._recent[: together - 1]]
        fallen, risen = np.zeros_like(falls), np.zeros_like(rises)
        self._since += 1
        for age, (fell, rose) in enumerate(self._recent):
            # What has already made a change does not make another one.
            is_new = age < self._since
            fallen += fell * is_new
            risen += rose * is_new
        falls_now = (self._way >= 0) & (fallen >= self._least)
        rises_now = (self._way <= 0) & (risen >= self._least) & ~falls_now
        self._way[falls_now], self._way[rises_now] = -1, 1
        self._since[falls_now | rises_now] = 0
        return self._second.add(falls_now | rises_now)


class _Area:
    """One kind of flash on one kind of area: the worst second."""

    def __init__(self, frames_per_s: int, size: tuple[int, int], least: float) -> None:
        self._frames_per_s = frames_per_s
        self._size = size
        self._least = least
        self._frames = 0
        self._together = _Together(frames_per_s, least)
        self.worst_apart = Worst()
        self.worst_together = Worst()

    @property
    def worst(self) -> Worst:
        both = (self.worst_together, self.worst_apart)
        return min(both, key=lambda worst: worst.per_s)

    def see(self, falls: Cells, rises: Cells, count: Counts) -> None:
        """Take the next frame.

        Args:
            falls: Cells that became darker or paler by enough.
            rises: Cells that became lighter or redder by enough.
            count: How often each cell did either within a second.
        """
        at_s = self._frames / self._frames_per_s
        self._frames += 1
        together = self._together.see(self._sums(falls), self._sums(rises))
        most = int(together.max())
        if most > 2 * self.worst_together.per_s:
            self.worst_together = Worst(most / 2, at_s, self._place(together))
        turned = round(2 * self.worst_apart.per_s)
        while (inside := self._sums(count > turned)).max() >= self._least:
            turned += 1
            self.worst_apart = Worst(turned / 2, at_s, self._place(inside))

    def _sums(self, cells: Cells) -> Sums:
        """The number of such cells in every area of this size."""
        width, height = self._size
        sums = np.zeros((cells.shape[0] + 1, cells.shape[1] + 1), np.int64)
        sums[1:, 1:] = cells.cumsum(axis=0).cumsum(axis=1)
        across = sums[:, width:] - sums[:, :-width]
        inside: Sums = across[height:] - across[:-height]
        return inside

    def _place(self, areas: Sums | Counts) -> tuple[int, int]:
        """The middle of the area that has the most."""
        row, column = np.unravel_index(int(areas.argmax()), areas.shape)
        return int(column) + self._size[0] // 2, int(row) + self._size[1] // 2


class FlashMeter:
    """Takes frames, and tells the worst second of all.

    Args:
        size: The screen's width and height in pixels.
        frames_per_s: How many frames make a second.
        cell_px: Pixels are averaged over squares of this side; None for about one
            pixel of the criterion's own screen.
        css_scale: Screen pixels to a CSS pixel.
    """

    def __init__(
        self,
        size: tuple[int, int],
        frames_per_s: int = 60,
        cell_px: int | None = None,
        css_scale: float = 1.0,
    ) -> None:
        side = self._cell_px = cell_px or max(1, size[0] // SCREEN[0])
        whole = (size[0] // side, size[1] // side)
        field = (
            max(1, round(FIELD[0] * size[0] / SCREEN[0] / side)),
            max(1, round(FIELD[1] * size[1] / SCREEN[1] / side)),
        )
        areas = {
            "field": (field, field[0] * field[1] / 4),
            "small": (whole, SMALL_AREA_PX * css_scale**2 / side**2),
        }
        self._turns = {"general": _Turns(), "red": _Turns()}
        self._seconds = {
            kind: _Second(frames_per_s, (whole[1], whole[0])) for kind in self._turns
        }
        self._areas = {
            (kind, name): _Area(frames_per_s, *area)
            for kind in self._turns
            for name, area in areas.items()
        }

    @property
    def worst(self) -> dict[tuple[str, str], Worst]:
        """By kind (``general``, ``red``) and area (``field``, ``small``)."""
        return {name: area.worst for name, area in self._areas.items()}

    def see(self, picture: Picture) -> None:
        """Take the next frame: rows, columns, and red, green, blue."""
        rgb = self._cells(picture)
        everywhere = np.ones(rgb.shape[:2], np.bool_)
        luminance = rgb @ np.array([0.2126, 0.7152, 0.0722], np.float32)
        redness = np.maximum((rgb[..., 0] - rgb[..., 1] - rgb[..., 2]) * 320, 0)
        is_red = rgb[..., 0] >= SATURATED * np.maximum(rgb.sum(axis=2), 1e-6)
        self._note("general", luminance, _is_flash, everywhere)
        self._note("red", redness, _is_red_flash, is_red)

    def _note(
        self,
        kind: str,
        value: Floats,
        is_enough: Callable[[Floats, Floats], Cells],
        is_marked: Cells,
    ) -> None:
        falls, rises = self._turns[kind].see(value, is_enough, is_marked)
        count = self._seconds[kind].add(falls | rises)
        for (of, _), area in self._areas.items():
            if of == kind:
                area.see(falls, rises, count)

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


def _is_flash(darker: Floats, lighter: Floats) -> Cells:
    return (lighter - darker >= LEAST_CHANGE) & (darker < BRIGHT)


def _is_red_flash(paler: Floats, redder: Floats) -> Cells:
    return redder - paler > LEAST_RED_CHANGE


def _linear() -> Floats:
    """The light of every byte of sRGB, 0 to 1 (IEC 61966-2-1)."""
    share = np.arange(256) / 255.0
    light = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return light.astype(np.float32)


_LINEAR = _linear()
