"""What is shown slower than it happens, so that nothing flickers."""

from math import exp


class Fall:
    """Water that is in the air still falls when its source is shut.

    Attributes:
        flow: What is seen: it comes at once and thins out within ``seconds``.
    """

    def __init__(self, seconds: float) -> None:
        self.flow = 0.0
        self._seconds = seconds
        self._from = 0.0

    def update(self, flow: float, elapsed_s: float) -> None:
        """Let real time pass."""
        thinner = self.flow - elapsed_s * self._from / self._seconds
        if flow >= thinner:
            self.flow = self._from = flow
        else:
            self.flow = thinner


class Glide:
    """A value that comes nearer to its goal, by two thirds in ``seconds``."""

    def __init__(self, seconds: float) -> None:
        self.value = 0.0
        self._seconds = seconds

    def update(self, goal: float, elapsed_s: float) -> None:
        """Let real time pass."""
        self.value += (goal - self.value) * (1.0 - exp(-elapsed_s / self._seconds))


class Sample:
    """A number that is looked at so often, and not more.

    Attributes:
        value: As it was when it was looked at last.
    """

    def __init__(self, seconds: float, value: float) -> None:
        self.value = value
        self._seconds = seconds
        self._age_s = 0.0

    def update(self, value: float, elapsed_s: float, *, at_once: bool) -> None:
        """Let real time pass; take the value if it is time, or if it must be exact."""
        self._age_s += elapsed_s
        if at_once or self._age_s >= self._seconds:
            self.value, self._age_s = value, 0.0
