"""What the leaky integrate-and-fire neuron must do, in closed form.

Sources: Gerstner, Kistler, Naud and Paninski, Neuronal Dynamics (Cambridge 2014),
section 1.3; Dayan and Abbott, Theoretical Neuroscience (MIT Press 2001), section 5.4.
"""

import math
from collections.abc import Callable, Iterator
from itertools import accumulate

from lifgame.model.neurons.lif_parameters import (
    STEP_TOLERANCE,
    LifParameters,
    check_euler_step,
    refractory_steps,
    time_to_threshold_ms,
)

# A period is looked at in so many places at most: every edge of the patterns, which
# are whole twentieths of it or fifths, falls between two of them.
REACH_SAMPLES = 400


def steady_state_mv(parameters: LifParameters, current_na: float) -> float:
    """Where V settles with a constant current if it never spikes, in mV.

    Neuronal Dynamics, section 1.3: Vinf = Vrest + R I.
    """
    return parameters.rest_mv + parameters.resistance_mohm * current_na


def rheobase_na(parameters: LifParameters) -> float:
    """The constant current above which the neuron fires, in nA.

    Theoretical Neuroscience, section 5.4: Irh = (Vth - Vrest) / R.
    """
    p = parameters
    return (p.threshold_mv - p.rest_mv) / p.resistance_mohm


def time_to_first_spike_ms(
    parameters: LifParameters, current_na: float, voltage_mv: float | None = None
) -> float:
    """The time from ``voltage_mv`` (at rest if not given) to the spike, in ms.

    Neuronal Dynamics, section 1.3: t = tau ln((Vinf - V) / (Vinf - Vth)).

    Returns:
        0 at or above the threshold already, ``math.inf`` if it never spikes.
    """
    start_mv = parameters.rest_mv if voltage_mv is None else voltage_mv
    settle_mv = steady_state_mv(parameters, current_na)
    return time_to_threshold_ms(parameters, settle_mv, start_mv)


def firing_rate_hz(parameters: LifParameters, current_na: float) -> float:
    """The firing rate with a constant current, in Hz; 0 if it does not fire.

    Theoretical Neuroscience, equation 5.11, with the refractory period added:
    f = 1 / (tref + tau ln((Vinf - Vreset) / (Vinf - Vth))).
    """
    rise_ms = time_to_first_spike_ms(parameters, current_na, parameters.reset_mv)
    return 1000.0 / (parameters.refractory_ms + rise_ms)


def sine_gain(parameters: LifParameters, frequency_hz: float) -> float:
    """How much of a sine's swing V follows below threshold: |V| / (R |I|), 0 to 1.

    First-order low-pass filter: 1 / sqrt(1 + (w tau)^2) with w = 2 pi f.
    """
    return 1.0 / math.hypot(1.0, _radians(parameters, frequency_hz))


def sine_phase_deg(parameters: LifParameters, frequency_hz: float) -> float:
    """The phase of V against a sine current below threshold, in degrees, 0 to -90.

    First-order low-pass filter: -atan(w tau) with w = 2 pi f.
    """
    return -math.degrees(math.atan(_radians(parameters, frequency_hz)))


def cutoff_hz(parameters: LifParameters) -> float:
    """The frequency at which the gain has fallen to 1/sqrt(2), in Hz.

    First-order low-pass filter: fc = 1 / (2 pi tau).
    """
    return 1000.0 / (2.0 * math.pi * parameters.tau_ms)


def euler_interval_ms(
    parameters: LifParameters, current_na: float, dt_ms: float
) -> float:
    """The interval between spikes that Euler's method gives, on its grid, in ms.

    Its V after n steps from reset is Vinf + (Vreset - Vinf) (1 - dt/tau)^n, so it
    takes N = ceil(ln((Vinf - Vth) / (Vinf - Vreset)) / ln(1 - dt/tau)) steps, and the
    whole steps of the refractory period.

    Returns:
        ``math.inf`` if it never spikes.

    Raises:
        ValueError: Unless 0 < ``dt_ms`` < tau.
    """
    p = parameters
    check_euler_step(dt_ms, p.tau_ms)
    rise_ms = time_to_first_spike_ms(p, current_na, p.reset_mv)
    if math.isinf(rise_ms):
        return math.inf
    steps = rise_ms / p.tau_ms / -math.log1p(-dt_ms / p.tau_ms)
    whole = max(1, math.ceil(steps - STEP_TOLERANCE))
    return (whole + refractory_steps(p.refractory_ms, dt_ms)) * dt_ms


def reach_mv(
    parameters: LifParameters,
    waveform: Callable[[float], float],
    period_ms: float,
    dt_ms: float,
) -> float:
    """The highest V that a periodic current leads to if it never spikes, in mV.

    After each spike V comes back to this course from below, so the neuron fires again
    and again if the course passes the threshold, and not at all if it stays below.
    The equation is linear: what V was at the beginning of a period is still there at
    its end, times D = (1 - dt/tau)^(T/dt), so that with a period that begins at rest
    and ends at Vend, the lasting course begins at Vend / (1 - D) above rest.

    Args:
        parameters: Of the neuron.
        waveform: The current in nA at a time in ms; sampled ``REACH_SAMPLES`` times a
            period at most.
        period_ms: After which it begins again.
        dt_ms: The step of Euler's method, whose decay is taken.

    Raises:
        ValueError: Unless 0 < ``dt_ms`` < tau.
    """
    p = parameters
    check_euler_step(dt_ms, p.tau_ms)
    samples = min(REACH_SAMPLES, max(1, round(period_ms / dt_ms)))
    sample_ms = period_ms / samples
    decay = math.pow(1.0 - dt_ms / p.tau_ms, sample_ms / dt_ms)
    settle_mv = [
        p.resistance_mohm * waveform((index + 0.5) * sample_ms)
        for index in range(samples)
    ]
    *_, end_mv = _course_mv(settle_mv, decay, 0.0)
    lasting_mv = end_mv / (1.0 - math.pow(decay, samples))
    return p.rest_mv + max(_course_mv(settle_mv, decay, lasting_mv))


def _course_mv(
    settle_mv: list[float], decay: float, start_mv: float
) -> Iterator[float]:
    """V above rest from sample to sample: each draws it to where it would settle."""
    return accumulate(
        settle_mv, lambda v_mv, to_mv: to_mv + (v_mv - to_mv) * decay, initial=start_mv
    )


def _radians(parameters: LifParameters, frequency_hz: float) -> float:
    return 2.0 * math.pi * frequency_hz * parameters.tau_ms / 1000.0
