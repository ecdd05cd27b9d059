"""Drops of water that fly: a bounded pool of particles, painted as ready sprites."""

from dataclasses import dataclass

import numpy as np
import pygame

from lifgame.content.palette import Colour
from lifgame.view import shapes

POOL = 90  # two pools: in the bucket, and under it
SIZES = 3
LIFE_S = 0.5


@dataclass(frozen=True, slots=True)
class Spray:
    """Where drops start and how they fly, in pixels and seconds.

    Attributes:
        x: Middle of the place where they start.
        y: Height at which they start.
        spread: Half width of that place.
        sideways: Greatest speed to either side.
        upwards: Greatest speed upwards.
        bounds: Left, right and floor; a drop that leaves them is gone.
    """

    x: float
    y: float
    spread: float
    sideways: float
    upwards: float
    bounds: tuple[float, float, float]


class Drops:
    """All flying drops of one scene; the same calls always give the same drops."""

    def __init__(self, scale: float, light: Colour, seed: int = 7) -> None:
        self._rng = np.random.default_rng(seed)
        # Columns: x, y, speed right, speed down, age, left, right, floor.
        self._rows = np.zeros((0, 8))
        self._size = np.zeros(0, dtype=np.int64)
        self._owed: dict[str, float] = {}
        self._sprites = [
            shapes.disc(max(1, round(radius * scale)), light)
            for radius in (1.6, 2.4, 3.4)
        ]

    def __len__(self) -> int:
        return len(self._rows)

    def burst(self, count: int, spray: Spray) -> None:
        """Let drops fly, as many as the pool has room for."""
        count = min(count, POOL - len(self._rows))
        if count <= 0:
            return
        chance = self._rng.random((count, 3))
        rows = np.empty((count, 8))
        rows[:, 0] = spray.x + (2.0 * chance[:, 0] - 1.0) * spray.spread
        rows[:, 1] = spray.y
        rows[:, 2] = (2.0 * chance[:, 1] - 1.0) * spray.sideways
        rows[:, 3] = -spray.upwards * (0.35 + 0.65 * chance[:, 2])
        rows[:, 4] = 0.0
        rows[:, 5:] = spray.bounds
        self._rows = np.concatenate((self._rows, rows))
        sizes = self._rng.integers(0, SIZES, count)
        self._size = np.concatenate((self._size, sizes))

    def pour(self, name: str, per_s: float, elapsed_s: float, spray: Spray) -> None:
        """Let drops of a named source fly steadily, whatever the frame rate."""
        owed = self._owed.get(name, 0.0) + per_s * elapsed_s
        count = int(owed)
        self._owed[name] = owed - count
        self.burst(count, spray)

    def update(
        self, elapsed_s: float, gravity: float, floor_y: float | None = None
    ) -> None:
        """Move on.

        Args:
            elapsed_s: Real time of this frame.
            gravity: In pixels per second squared.
            floor_y: A floor that has moved since the drops set off, if any.
        """
        if not len(self._rows) or elapsed_s <= 0:
            return
        rows = self._rows
        rows[:, 0] += rows[:, 2] * elapsed_s
        rows[:, 1] += rows[:, 3] * elapsed_s + 0.5 * gravity * elapsed_s**2
        rows[:, 3] += gravity * elapsed_s
        rows[:, 4] += elapsed_s
        if floor_y is not None:
            rows[:, 7] = floor_y
        inside = (rows[:, 0] > rows[:, 5]) & (rows[:, 0] < rows[:, 6])
        alive = inside & (rows[:, 1] < rows[:, 7]) & (rows[:, 4] < LIFE_S)
        self._rows = rows[alive]
        self._size = self._size[alive]

    def clear(self) -> None:
        self._rows = self._rows[:0]
        self._size = self._size[:0]

    def draw(self, target: pygame.Surface) -> None:
        if not len(self._rows):
            return
        sprites = self._sprites
        half = sprites[-1].get_width() // 2
        spots = (self._rows[:, :2] - half).astype(int).tolist()
        target.fblits(
            [
                (sprites[size], (spot[0], spot[1]))
                for size, spot in zip(self._size.tolist(), spots, strict=True)
            ]
        )
