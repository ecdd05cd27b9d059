"""The input currents over time, as pure functions of the simulated time.

Each takes the time in ms, the set current I in nA and its own values by keyword, and
gives the current in nA. Noise is no function of time alone; it is added to
``constant`` (see ``lifgame.model.noise``).
"""

import math

# Times are ticks x dt, and may lie a rounding error below the edge that they mean.
EDGE_TOLERANCE_MS = 1e-9

STEP_SILENT_MS = 200.0
STEP_ON_MS = 800.0


def constant(time_ms: float, current_na: float) -> float:
    """I all the time."""
    return current_na


def pulses(
    time_ms: float,
    current_na: float,
    *,
    period_ms: float = 100.0,
    duty_percent: float = 50.0,
) -> float:
    """I during the first ``duty_percent`` of each period, then 0."""
    on_ms = period_ms * duty_percent / 100.0
    return current_na if _phase_ms(time_ms, period_ms) < on_ms else 0.0


def sine(time_ms: float, current_na: float, *, frequency_hz: float = 5.0) -> float:
    """I (1 + sin(2 pi f t)): a sine around I, between 0 and 2 I."""
    cycles = time_ms * frequency_hz / 1000.0
    return current_na * (1.0 + math.sin(2.0 * math.pi * (cycles % 1.0)))


def step(time_ms: float, current_na: float) -> float:
    """0 for ``STEP_SILENT_MS``, then I for ``STEP_ON_MS``, again and again."""
    phase_ms = _phase_ms(time_ms, STEP_SILENT_MS + STEP_ON_MS)
    return 0.0 if phase_ms < STEP_SILENT_MS else current_na


def ramp(time_ms: float, current_na: float, *, duration_ms: float = 2000.0) -> float:
    """From 0 to I along a straight line, then from 0 again."""
    rising_ms = max(_phase_ms(time_ms, duration_ms) - EDGE_TOLERANCE_MS, 0.0)
    return current_na * rising_ms / duration_ms


def by_hand(time_ms: float, current_na: float) -> float:
    """0: all the current comes from the visitor."""
    return 0.0


def _phase_ms(time_ms: float, period_ms: float) -> float:
    """The time since the period began; just before an edge counts as past it."""
    return (time_ms + EDGE_TOLERANCE_MS) % period_ms
