"""Noise for the input current, the same whatever the time step is."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

CORRELATION_MS = 5.0


class OrnsteinUhlenbeck:
    """Gaussian noise with an exponential memory, around 0.

    The update is exact for any step (Gillespie, Phys. Rev. E 54, 1996):
    x(t + dt) = x(t) exp(-dt/tau) + sigma sqrt(1 - exp(-2 dt/tau)) xi, with xi a
    standard normal number. It starts from its stationary distribution.

    Attributes:
        sigma_na: Standard deviation, in nA; may be set at any time, acts at once.
    """

    def __init__(
        self,
        sigma_na: float,
        correlation_ms: float = CORRELATION_MS,
        *,
        rng: np.random.Generator,
    ) -> None:
        if not 0.0 < correlation_ms < math.inf:
            raise ValueError(
                f"correlation_ms {correlation_ms:g} is not allowed; it must be above 0"
            )
        self.sigma_na = sigma_na
        self.correlation_ms = correlation_ms
        self._rng = rng
        # Without a unit, so that a new sigma needs no time to take effect.
        self._state: float | None = None

    @property
    def sigma_na(self) -> float:
        return self._sigma_na

    @sigma_na.setter
    def sigma_na(self, value: float) -> None:
        if not 0.0 <= value < math.inf:
            raise ValueError(f"sigma_na {value:g} is not allowed; it must be 0 or more")
        self._sigma_na = value

    def sample(self, dt_ms: float) -> float:
        """The noise after another ``dt_ms``, in nA."""
        return self.samples(dt_ms, 1)[0]

    def samples(self, dt_ms: float | Sequence[float], count: int) -> list[float]:
        """The noise after each of ``count`` steps, in nA.

        Args:
            dt_ms: The length of all steps, or of each.
            count: How many steps.
        """
        if not count:
            return []
        fresh = self._rng.standard_normal(count).tolist()
        if isinstance(dt_ms, int | float):
            states = self._evenly(self._state, fresh, dt_ms)
        else:
            states = self._unevenly(self._state, fresh, dt_ms)
        self._state = states[-1]
        sigma_na = self._sigma_na
        return [sigma_na * state for state in states]

    def _evenly(
        self, state: float | None, fresh: list[float], dt_ms: float
    ) -> list[float]:
        keep, add = _shares(dt_ms, self.correlation_ms)
        states: list[float] = []
        note = states.append
        normals = iter(fresh)
        if state is None:
            state = next(normals)
            note(state)
        for normal in normals:
            state = state * keep + add * normal
            note(state)
        return states

    def _unevenly(
        self, state: float | None, fresh: list[float], dt_ms: Sequence[float]
    ) -> list[float]:
        shares = {
            length_ms: _shares(length_ms, self.correlation_ms)
            for length_ms in set(dt_ms)
        }
        states: list[float] = []
        for normal, length_ms in zip(fresh, dt_ms, strict=True):
            keep, add = shares[length_ms]
            state = normal if state is None else state * keep + add * normal
            states.append(state)
        return states

    def snapshot(self) -> tuple[float, float | None, Mapping[str, Any]]:
        """All of its state, the generator's too."""
        return self._sigma_na, self._state, self._rng.bit_generator.state

    def restore(self, snapshot: tuple[float, float | None, Mapping[str, Any]]) -> None:
        """Back to a state that ``snapshot`` has told."""
        self._sigma_na, self._state, state = snapshot
        self._rng.bit_generator.state = state


def noise_of_many(
    sigma_na: float, dt_ms: float, ticks: int, seed: int, sources: int
) -> NDArray[np.float64]:
    """The noise of many sources at once, the first ``ticks`` samples of each, in nA.

    Args:
        sigma_na: Standard deviation, in nA.
        dt_ms: Length of a step, in ms.
        ticks: How many steps.
        seed: Of the first source; that of the next is one higher, and so on.
        sources: How many.

    Returns:
        Shape (ticks, sources); each column as its own source gives it, bit for bit.
    """
    keep, add = _shares(dt_ms, CORRELATION_MS)
    states = np.empty((ticks, sources))
    for source in range(sources):
        states[:, source] = np.random.default_rng(seed + source).standard_normal(ticks)
    states[1:] *= add
    for before, after in pairwise(states):
        np.add(after, before * keep, out=after)
    states *= sigma_na
    return states


def _shares(dt_ms: float, correlation_ms: float) -> tuple[float, float]:
    """What is kept of the state in a step, and how much chance comes to it."""
    share = dt_ms / correlation_ms
    return math.exp(-share), math.sqrt(-math.expm1(-2.0 * share))
