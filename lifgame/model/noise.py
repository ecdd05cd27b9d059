"""Noise for the input current, the same whatever the time step is."""

import math

import numpy as np


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
        correlation_ms: float = 5.0,
        *,
        rng: np.random.Generator,
    ) -> None:
        if not 0.0 < correlation_ms < math.inf:
            raise ValueError(
                f"correlation_ms {correlation_ms:g} is not allowed; it must be above 0"
            )
        self.sigma_na = sigma_na
        self.correlation_ms = correlation_ms
        self._normal = rng.standard_normal
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
        if self._state is None:
            self._state = self._normal()
        else:
            share = dt_ms / self.correlation_ms
            fresh = math.sqrt(-math.expm1(-2.0 * share))
            self._state = self._state * math.exp(-share) + fresh * self._normal()
        return self._sigma_na * self._state
