"""The steady rhythm of the adaptive neuron: what its threshold makes of its rate.

Source: the balance of the tutorial's model, theta = V_th + s with s += d at a spike.
"""

import math
from functools import lru_cache

from lifgame.model.neurons.adaptive import AdaptiveParameters, EulerAdaptive
from lifgame.model.theory import steady_state_mv, time_to_first_spike_ms

# Steady intervals are found to this part of themselves.
INTERVAL_TOLERANCE = 1e-13
# Euler's neuron has found its rhythm when s was forgotten this many times over.
SETTLING_TAUS = 6.0
AVERAGED_SPIKES = 24
MOST_STEPS = 60_000


def steady_lift_mv(parameters: AdaptiveParameters, interval_ms: float) -> float:
    """How far the threshold is lifted when a spike comes every ``interval_ms``, in mV.

    The geometric sum of all spikes before: d e^(-T/tau_theta) / (1 - e^(-T/tau_theta)).
    """
    p = parameters
    return p.adaptation_step_mv / math.expm1(interval_ms / p.adaptation_tau_ms)


def steady_interval_ms(parameters: AdaptiveParameters, current_na: float) -> float:
    """The interval between spikes after a long time with a constant current, in ms.

    The root T of Vinf + (Vreset - Vinf) e^(-(T - tref)/tau) = V_th + the steady lift.

    Returns:
        ``math.inf`` if it never spikes.
    """
    p = parameters
    settle_mv = steady_state_mv(p, current_na)
    plain_ms = time_to_first_spike_ms(p, current_na, p.reset_mv)
    if math.isinf(plain_ms) or p.adaptation_step_mv == 0.0:
        return plain_ms + p.refractory_ms

    def above_mv(interval_ms: float) -> float:
        rise = math.exp(-(interval_ms - p.refractory_ms) / p.tau_ms)
        reached_mv = settle_mv + (p.reset_mv - settle_mv) * rise
        return reached_mv - p.threshold_mv - steady_lift_mv(p, interval_ms)

    low_ms = high_ms = plain_ms + p.refractory_ms
    while above_mv(high_ms) < 0.0:
        low_ms, high_ms = high_ms, 2.0 * high_ms
    while high_ms - low_ms > INTERVAL_TOLERANCE * high_ms:
        middle_ms = 0.5 * (low_ms + high_ms)
        if not low_ms < middle_ms < high_ms:
            break
        if above_mv(middle_ms) < 0.0:
            low_ms = middle_ms
        else:
            high_ms = middle_ms
    return high_ms


def steady_rate_hz(parameters: AdaptiveParameters, current_na: float) -> float:
    """The firing rate after a long time with a constant current, in Hz; 0 for none."""
    return 1000.0 / steady_interval_ms(parameters, current_na)


@lru_cache(maxsize=64)
def euler_interval_ms(
    parameters: AdaptiveParameters, current_na: float, dt_ms: float
) -> float:
    """The mean interval that Euler's method settles to, in ms.

    On its grid intervals may alternate, and there is no closed form: it is run until
    its rhythm stands, and a few spikes more. Where that would take too long (near the
    rheobase), the closed form of the exact rhythm stands for it.

    Raises:
        ValueError: Unless 0 < ``dt_ms`` < tau.
    """
    p = parameters
    exact_ms = steady_interval_ms(p, current_na)
    settling = math.ceil(SETTLING_TAUS * p.adaptation_tau_ms / dt_ms)
    neuron = EulerAdaptive(p)
    neuron.step(0.0, dt_ms)
    if math.isinf(exact_ms) or AVERAGED_SPIKES * exact_ms > MOST_STEPS * dt_ms:
        return exact_ms
    steps = settling + math.ceil((AVERAGED_SPIKES + 1) * exact_ms / dt_ms)
    rows = [row for row, _ in neuron.run([current_na] * steps, dt_ms).spikes]
    late = rows[-AVERAGED_SPIKES - 1 :]
    return (late[-1] - late[0]) * dt_ms / (len(late) - 1)
