"""How fast simulated time runs, and how much of it the paper shows."""

from fractions import Fraction

# Simulated seconds per real second, slowest first: what can be chosen.
SPEEDS = tuple(Fraction(1, d) for d in (100, 50, 20, 10, 4, 1))
# What the clock may choose by itself: at the slow end there is more room.
AUTO_SPEEDS = (Fraction(1, 500), Fraction(1, 200), *SPEEDS)

# Widths of the scope's time axis in ms, narrowest first.
WINDOWS_MS = (100, 200, 300, 500, 1000, 2000)
DEFAULT_WINDOW_MS = 300


def speed_label(speed: Fraction) -> str:
    """The speed as on its button: ``1/10`` or ``1×``."""
    return "1×" if speed == 1 else f"{speed.numerator}/{speed.denominator}"


def times_slower(speed: Fraction) -> int:
    """How many times slower than real time: 50 for 1/50."""
    return round(1 / speed)
