"""Pieces of sound: rings, noise, and how they are joined, as arrays of samples."""

import numpy as np
from numpy.typing import NDArray

SAMPLES_PER_S = 48_000

Wave = NDArray[np.float64]
Generator = np.random.Generator


def count_of(length_s: float) -> int:
    """How many samples a time takes."""
    return round(length_s * SAMPLES_PER_S)


def times_of(length_s: float) -> Wave:
    """When each sample of a piece is heard, in s."""
    return np.arange(count_of(length_s)) / SAMPLES_PER_S


def both(mono: Wave) -> Wave:
    """The same at both ears, shape (samples, 2)."""
    return np.stack([mono, mono], axis=1)


def ringing(times_s: Wave, frequency_hz: float, decay_s: float) -> Wave:
    """A struck thing that rings at one pitch and fades."""
    ring = np.sin(2 * np.pi * frequency_hz * times_s)
    return np.asarray(ring * np.exp(-times_s / decay_s))


def closed(once: Wave, attack_s: float, release_s: float) -> Wave:
    """Fade both ends to zero and take out the mean without moving the ends."""
    count = len(once)
    rise = 0.5 - 0.5 * np.cos(np.pi * np.linspace(0.0, 1.0, count_of(attack_s)))
    fall = 0.5 + 0.5 * np.cos(np.pi * np.linspace(0.0, 1.0, count_of(release_s)))
    closed = once.copy()
    closed[: len(rise)] *= rise[:, np.newaxis]
    closed[count - len(fall) :] *= fall[:, np.newaxis]
    window = np.hanning(count)
    return closed - np.outer(window, closed.sum(axis=0) / window.sum())


def band(rng: Generator, count: int, centre_hz: float, octaves: float) -> Wave:
    """Noise round a frequency, ``octaves`` wide to each side; it closes in a circle."""
    hz = np.fft.rfftfreq(count, 1 / SAMPLES_PER_S)
    shape = np.zeros(len(hz))
    shape[1:] = np.exp(-0.5 * (np.log2(hz[1:] / centre_hz) / octaves) ** 2)
    phases = rng.uniform(0.0, 2 * np.pi, len(hz))
    noise = np.fft.irfft(shape * np.exp(1j * phases), count)
    return np.asarray(noise / np.sqrt(np.mean(noise**2)))


def add_around(target: Wave, start: int, piece: Wave, pan: float) -> None:
    """Add a piece that goes on at the beginning where it passes the end."""
    places = (start + np.arange(len(piece))) % len(target)
    target[places, 0] += piece * np.sqrt(1.0 - pan)
    target[places, 1] += piece * np.sqrt(pan)
