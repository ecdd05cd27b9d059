"""Steps of Euler's method that are not those in which time is let pass."""

from dataclasses import dataclass, replace

from lifgame.model.neurons.lif_parameters import STEP_TOLERANCE
from lifgame.model.neurons.neuron import Stretch


@dataclass(frozen=True, slots=True)
class Begun:
    """A long step that has begun.

    Attributes:
        parts: How many parts of it are made; 0: none has begun.
        voltage_mv: V where it began, in mV.
        rise_mv: How far it leads, in mV.
    """

    parts: int = 0
    voltage_mv: float = 0.0
    rise_mv: float = 0.0

    def further(self) -> "Begun":
        """One part more."""
        return replace(self, parts=self.parts + 1)


NOT_BEGUN = Begun()


def own_steps(step_ms: float, dt_ms: float) -> tuple[int, int]:
    """How many steps there are in ``dt_ms``, and how many of these in a step.

    Args:
        step_ms: The step; 0: it is ``dt_ms``.
        dt_ms: The time that passes at once.

    Raises:
        ValueError: If neither holds the other a whole number of times.
    """
    if step_ms <= 0.0:
        return 1, 1
    parts, whole = round(dt_ms / step_ms), round(step_ms / dt_ms)
    if parts and abs(dt_ms / step_ms - parts) < STEP_TOLERANCE:
        return parts, 1
    if whole and abs(step_ms / dt_ms - whole) < STEP_TOLERANCE:
        return 1, whole
    raise ValueError(
        f"step_ms {step_ms:g} is not allowed; it must be a whole part of {dt_ms:g} ms "
        "or a whole number of them"
    )


def in_parts(past: Stretch, parts: int, step_ms: float) -> Stretch:
    """What happened in short steps, told in rows of so many of them."""
    return Stretch(
        voltage_mv=past.voltage_mv[parts - 1 :: parts],
        spikes=[
            (step // parts, step % parts * step_ms + offset_ms)
            for step, offset_ms in past.spikes
        ],
        resting=[step // parts for step in past.resting if step % parts == parts - 1],
    )
