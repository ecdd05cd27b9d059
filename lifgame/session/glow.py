"""A light that goes on at once and off after a while: it is seen, and cannot flash."""

# From going on to going on again it takes at least this long: two a second at most.
LEAST_ON_S = 0.5


class Glow:
    """What is lit while somebody presses, however fast.

    Attributes:
        is_on: Whether it is lit.
    """

    def __init__(self) -> None:
        self.is_on = False
        self._on_for_s = 0.0

    def live(self, elapsed_s: float, *, pressed: bool) -> None:
        """Let real time pass."""
        self._on_for_s += elapsed_s
        if pressed and not self.is_on:
            self.is_on, self._on_for_s = True, 0.0
        elif not pressed and self._on_for_s >= LEAST_ON_S:
            self.is_on = False
