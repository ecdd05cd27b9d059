"""How water sounds: pouring, bubbles, the air over it, and the siphon's gulp."""

import numpy as np
from numpy.typing import NDArray

from lifgame.app.sound.waves import (
    SAMPLES_PER_S,
    Generator,
    Wave,
    add_around,
    band,
    closed,
    count_of,
    times_of,
)

POUR_S = 3.0
BOTTLE_S = 2.0
GULP_S = 0.46
# The bucket as a bottle: sound's speed, and the air over the water, empty and full.
SOUND_M_PER_S = 343.0
AIR_M = (0.32, 0.05)
# How sharply the air rings, and how loud its odd overtones are.
RING_Q = 5.0
# What rings above this is damped: it would hiss.
MELLOW_HZ = 2500.0
OVERTONES = ((1, 1.0), (3, 0.22), (5, 0.06))


def _bubble(radius_m: float) -> Wave:
    """An air bubble in water: its pitch 3/r, its damping, its rise to the surface.

    After van den Doel (2005), "Physically based models for liquid sounds".
    """
    pitch_hz = 3.0 / radius_m
    damping_per_s = 0.13 / radius_m + 0.0072 * radius_m**-1.5
    times_s = times_of(min(5.0 / damping_per_s, 0.12))
    rising_hz = pitch_hz * (1.0 + 0.1 * damping_per_s * times_s)
    ring = np.sin(2 * np.pi * np.cumsum(rising_hz) / SAMPLES_PER_S)
    ring *= np.exp(-damping_per_s * times_s) * np.minimum(times_s / 0.001, 1.0)
    ring *= np.minimum((times_s[-1] - times_s) / 0.002, 1.0)
    return np.asarray(ring)


def _bubbles(
    rng: Generator, target: Wave, starts: NDArray[np.int64], loudness: float
) -> None:
    """Add bubbles of 1.5 to 7 mm radius, the small ones more often than the large."""
    for start in starts:
        radius_m = 0.0015 * (0.007 / 0.0015) ** rng.uniform() ** 1.5
        gain = loudness * rng.uniform(0.2, 1.0) * (radius_m / 0.007) ** 0.5
        add_around(target, int(start), gain * _bubble(radius_m), rng.uniform(0.3, 0.7))


def pour(rng: Generator) -> Wave:
    """Water that runs into water: a rush, and bubbles in it."""
    count = count_of(POUR_S)
    rush = band(rng, count, 950.0, 0.8)
    swell = np.ones(count)
    turns = np.arange(count) / count
    for cycles in (2, 5, 7, 11):
        phase = rng.uniform(0.0, 1.0)
        swell += 0.07 * np.sin(2 * np.pi * (cycles * turns + phase))
    sides = [rush + 0.6 * band(rng, count, 1500.0, 0.9) for _ in range(2)]
    water = 0.08 * np.stack(sides, axis=1) * swell[:, np.newaxis]
    starts = rng.integers(0, count, round(60 * POUR_S))
    _bubbles(rng, water, starts, 0.8)
    # Two bubbles that meet would set the level of all the rest.
    soft = np.tanh(water)
    return np.asarray(soft - soft.mean(axis=0))


def bottle_hz(level_share: float) -> float:
    """What the air over the water rings at: a tube closed at the water, c / (4 L).

    Args:
        level_share: How full the bucket is, 0 to 1.
    """
    empty_m, full_m = AIR_M
    air_m = empty_m + (full_m - empty_m) * min(max(level_share, 0.0), 1.0)
    return SOUND_M_PER_S / (4.0 * air_m)


def bottle(rng: Generator, place: float) -> Wave:
    """Pouring that lets the air over the water ring.

    Args:
        rng: Chance.
        place: Pitch, 0 for the empty bucket's to 1 for the full one's.
    """
    count = count_of(BOTTLE_S)
    low_hz, high_hz = bottle_hz(0.0), bottle_hz(1.0)
    pitch_hz = low_hz * (high_hz / low_hz) ** place
    hz = np.fft.rfftfreq(count, 1 / SAMPLES_PER_S)[1:]
    shape = np.zeros(len(hz) + 1)
    for order, gain in OVERTONES:
        detuned = hz / (order * pitch_hz) - order * pitch_hz / hz
        shape[1:] += gain / (1.0 + (RING_Q * detuned) ** 2)
    shape[1:] /= 1.0 + (hz / MELLOW_HZ) ** 2
    sides = []
    for _ in range(2):
        phases = rng.uniform(0.0, 2 * np.pi, len(shape))
        side = np.fft.irfft(shape * np.exp(1j * phases), count)
        sides.append(_evened(side / np.sqrt(np.mean(side**2))))
    middle = sides[0]
    wide = np.stack([middle + 0.4 * sides[1], middle - 0.4 * sides[1]], axis=1)
    return np.asarray(np.tanh(0.4 * wide))


def _evened(side: Wave) -> Wave:
    """Narrow noise without its swells, which would be heard as a beat in each round."""
    count = len(side)
    hz = np.fft.rfftfreq(count, 1 / SAMPLES_PER_S)
    slow = np.exp(-0.5 * (hz / 6.0) ** 2)
    power = np.fft.irfft(np.fft.rfft(side**2) * slow, count)
    level = np.sqrt(np.maximum(power, 0.05))
    return np.asarray(side / level)


def gulp(rng: Generator) -> Wave:
    """The siphon empties the bucket: a rush that sinks in pitch, then two glugs."""
    count = count_of(GULP_S)
    share = np.arange(count) / count
    water = np.zeros((count, 2))
    for side in range(2):
        for centre_hz, at in ((620.0, 0.06), (430.0, 0.25), (300.0, 0.45)):
            weight = np.exp(-0.5 * ((share - at) / 0.15) ** 2)
            water[:, side] += band(rng, count, centre_hz, 0.35) * weight
    water *= (0.16 * (1.0 - share) ** 1.1)[:, np.newaxis]
    for start_s, pitch_hz, loud in ((0.05, 330.0, 0.5), (0.18, 250.0, 0.9),
                                    (0.27, 205.0, 1.0)):  # fmt: skip
        add_around(water, count_of(start_s), loud * _glug(pitch_hz), 0.5)
    return closed(water, 0.02, 0.1)


def _glug(pitch_hz: float) -> Wave:
    """A large bubble of air that goes in: its pitch climbs as it closes."""
    times_s = times_of(0.16)
    share = times_s / times_s[-1]
    climbing_hz = pitch_hz * (1.0 + 0.55 * share**1.5)
    ring = np.sin(2 * np.pi * np.cumsum(climbing_hz) / SAMPLES_PER_S)
    ring *= np.sin(np.pi * share) ** 1.5 * np.exp(-2.0 * share)
    return np.asarray(0.9 * ring)
