"""What every model of a neuron offers; nothing above it asks which one it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

# One number for a whole row of steps, or one for each of them.
Numbers = float | NDArray[np.float64]


@dataclass(slots=True)
class Stretch:
    """What a neuron did in a row of steps.

    Attributes:
        voltage_mv: V after each step, in mV.
        spikes: Each spike as number of its step and offset from its start, in ms.
        resting: Numbers of the steps at whose end it is in its refractory period.
        own: The model's own channels after each step, by name.
    """

    voltage_mv: list[float] = field(default_factory=list)
    spikes: list[tuple[int, float]] = field(default_factory=list)
    resting: list[int] = field(default_factory=list)
    own: dict[str, list[float]] = field(default_factory=dict)


class Neuron(Protocol):
    """What every model offers; its parameters are its own affair.

    A deep copy of it is another neuron in the same state, with the same future.

    Attributes:
        voltage_mv: The membrane potential, in mV.
        parameters: A frozen row of numbers. It may be replaced at any time; V stays.
    """

    voltage_mv: float
    parameters: Any

    @property
    def is_exact(self) -> bool:
        """Whether it is to be told of every change of the input inside a step."""

    @property
    def threshold_mv(self) -> float:
        """The voltage at which it spikes now, in mV; it may move."""

    @property
    def is_refractory(self) -> bool:
        """Whether V is held, and nothing flows in, as the next step begins."""

    def channels(self) -> tuple[str, ...]:
        """Names of what it records besides what every model does."""

    def step(self, current_na: float, dt_ms: float) -> tuple[float, ...]:
        """Let ``dt_ms`` pass with a constant current.

        Returns:
            The spikes inside this step as offsets in ms from its start, in order,
            each in (0, ``dt_ms``]; empty if it stayed silent.

        Raises:
            ValueError: If the current is not finite or the step cannot be made.
        """

    def run(
        self, currents_na: Sequence[float], dt_ms: float | Sequence[float]
    ) -> Stretch:
        """Make many steps: the same as ``step`` one by one, bit for bit.

        Args:
            currents_na: The current of each step.
            dt_ms: The length of all steps, or of each; Euler's method has one for all.

        Returns:
            What happened; it ends before the first current that is not finite.

        Raises:
            ValueError: If a step cannot be made.
        """

    def columns(
        self, steady_na: Numbers, past: Stretch | None = None
    ) -> dict[str, Numbers]:
        """What the record holds of it, by channel.

        Args:
            steady_na: The current without noise, now or in each of the steps.
            past: Some steps with the present parameters; without it: now.
        """

    def reset(self) -> None:
        """Back to rest, out of any refractory period."""
