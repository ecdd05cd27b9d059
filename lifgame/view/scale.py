"""Millivolts in pixels: the one scale that paper, ruler, bucket and lines share."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from millivolts to pixels.

    Attributes:
        low_mv: The voltage at ``bottom``.
        high_mv: The voltage at ``top``.
        top: Pixel row of the highest voltage; rows grow downwards.
        bottom: Pixel row of the lowest voltage.

    Raises:
        ValueError: If the range or the room for it is empty.
    """

    low_mv: float
    high_mv: float
    top: float
    bottom: float

    def __post_init__(self) -> None:
        if not self.low_mv < self.high_mv:
            raise ValueError(f"no range from {self.low_mv:g} to {self.high_mv:g} mV")
        if not self.top < self.bottom:
            raise ValueError(f"no room from {self.top:g} to {self.bottom:g} px")

    @property
    def px_per_mv(self) -> float:
        return (self.bottom - self.top) / (self.high_mv - self.low_mv)

    def y(self, voltage_mv: float) -> float:
        """The place of a voltage, in pixels; not limited to the scale's range."""
        return self.bottom - (voltage_mv - self.low_mv) * self.px_per_mv

    def row(self, voltage_mv: float) -> int:
        """The pixel row of a voltage, the nearest one."""
        return round(self.y(voltage_mv))

    def rows(self, voltages_mv: NDArray[np.float64]) -> NDArray[np.float64]:
        """The places of many voltages at once, as ``y`` gives each."""
        return self.bottom - (voltages_mv - self.low_mv) * self.px_per_mv

    def mv(self, y: float) -> float:
        """The voltage at a place: ``y`` turned round."""
        return self.low_mv + (self.bottom - y) / self.px_per_mv

    def beyond(self, voltage_mv: float) -> int:
        """1 above the scale, -1 below it, 0 on it."""
        return (voltage_mv > self.high_mv) - (voltage_mv < self.low_mv)
