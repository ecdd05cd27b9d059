"""How fast simulated time runs, and how much of it the scope shows."""

from fractions import Fraction

# Simulated seconds per real second, slowest first.
SPEEDS = tuple(Fraction(1, d) for d in (100, 50, 20, 10, 4, 1))
DEFAULT_SPEED = Fraction(1, 10)

# Widths of the scope's time axis in ms, narrowest first.
WINDOWS_MS = (100, 200, 300, 500, 1000, 2000)
DEFAULT_WINDOW_MS = 300


def speed_label(speed: Fraction) -> str:
    """The speed as on its button: ``1/10`` or ``1×``."""
    return "1×" if speed == 1 else f"{speed.numerator}/{speed.denominator}"
