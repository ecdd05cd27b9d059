"""Inks: one colour laid on with a share for each pixel."""

import numpy as np
import pygame
from numpy.typing import NDArray

from lifgame.content.palette import Colour

# Columns are painted in pieces of at most so many.
PIECE = 128


class Ink:
    """A colour and a plate for its shares.

    Args:
        colour: Of the ink.
        height: The most rows that are laid on at once.
    """

    def __init__(self, colour: Colour, height: int) -> None:
        self._plate = pygame.Surface((PIECE, max(1, height)), pygame.SRCALPHA)
        self._plate.fill((*colour, 0))

    def lay(
        self, target: pygame.Surface, shares: NDArray[np.float32], row: int
    ) -> None:
        """Lay the ink on columns of a target.

        Args:
            target: At least as wide as ``shares``.
            shares: Shape (columns, rows), 0 (nothing) to 1 (the colour itself).
            row: The target's row of the first one.
        """
        columns, rows = shares.shape
        if not columns or not rows:
            return
        alphas = pygame.surfarray.pixels_alpha(self._plate)
        alphas[:columns, :rows] = (shares * 255.0 + 0.5).astype(np.uint8)
        # The plate is locked as long as somebody looks into it.
        del alphas
        target.blit(self._plate, (0, row), (0, 0, columns, rows))
