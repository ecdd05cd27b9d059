"""Every sound of the program, made from formulas and seeded noise; no recordings.

Sounds are stereo, 16 bits. What is heard once begins and ends at exactly zero. A
loop is made in the frequency domain or by adding in a circle, so it has no seam.
"""

import io
import wave
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

SAMPLES_PER_S = 48_000
FULL_SCALE = 32_767
CLICK_S = 0.005
DENSITY_S = 2.0
POUR_S = 3.0
FLUSH_S = 0.42
TICK_S = 0.030

Wave = NDArray[np.float64]
Samples = NDArray[np.int16]
Generator = np.random.Generator


@dataclass(frozen=True, slots=True)
class Tone:
    """One sound of the program.

    Attributes:
        id: Its name in cues.
        make: Makes it as an array of (samples, 2) at any level.
        is_loop: Whether it plays again and again.
        peak: Highest sample, as a share of full scale.
        twin: What is seen at the same time by those who do not hear it.
    """

    id: str
    make: Callable[[Generator], Wave]
    is_loop: bool
    peak: float
    twin: str


def _count(length_s: float) -> int:
    return round(length_s * SAMPLES_PER_S)


def _times_s(length_s: float) -> Wave:
    return np.arange(_count(length_s)) / SAMPLES_PER_S


def _both(mono: Wave) -> Wave:
    return np.stack([mono, mono], axis=1)


def _ringing(times_s: Wave, frequency_hz: float, decay_s: float) -> Wave:
    ring = np.sin(2 * np.pi * frequency_hz * times_s)
    return np.asarray(ring * np.exp(-times_s / decay_s))


def _closed(once: Wave, attack_s: float, release_s: float) -> Wave:
    """Fade both ends to zero and take out the mean without moving the ends."""
    count = len(once)
    rise = 0.5 - 0.5 * np.cos(np.pi * np.linspace(0.0, 1.0, _count(attack_s)))
    fall = 0.5 + 0.5 * np.cos(np.pi * np.linspace(0.0, 1.0, _count(release_s)))
    closed = once.copy()
    closed[: len(rise)] *= rise[:, np.newaxis]
    closed[count - len(fall) :] *= fall[:, np.newaxis]
    window = np.hanning(count)
    return closed - np.outer(window, closed.sum(axis=0) / window.sum())


def _band(rng: Generator, count: int, centre_hz: float, octaves: float) -> Wave:
    """Noise round a frequency, ``octaves`` wide to each side; it closes in a circle."""
    hz = np.fft.rfftfreq(count, 1 / SAMPLES_PER_S)
    shape = np.zeros(len(hz))
    shape[1:] = np.exp(-0.5 * (np.log2(hz[1:] / centre_hz) / octaves) ** 2)
    phases = rng.uniform(0.0, 2 * np.pi, len(hz))
    noise = np.fft.irfft(shape * np.exp(1j * phases), count)
    return np.asarray(noise / np.sqrt(np.mean(noise**2)))


def _add_around(target: Wave, start: int, piece: Wave, pan: float) -> None:
    """Add a piece that goes on at the beginning where it passes the end."""
    places = (start + np.arange(len(piece))) % len(target)
    target[places, 0] += piece * np.sqrt(1.0 - pan)
    target[places, 1] += piece * np.sqrt(pan)


def _bubble(radius_m: float) -> Wave:
    """An air bubble in water: its pitch 3/r, its damping, its rise to the surface.

    After van den Doel (2005), "Physically based models for liquid sounds".
    """
    pitch_hz = 3.0 / radius_m
    damping_per_s = 0.13 / radius_m + 0.0072 * radius_m**-1.5
    times_s = _times_s(min(5.0 / damping_per_s, 0.12))
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
        _add_around(target, int(start), gain * _bubble(radius_m), rng.uniform(0.3, 0.7))


def _click_mono() -> Wave:
    times_s = _times_s(CLICK_S)
    body = _ringing(times_s, 700.0, 0.0012)
    edge = _ringing(times_s, 1900.0, 0.0005)
    return np.asarray(body + 0.4 * edge)


def click(rng: Generator) -> Wave:
    """A spike on the loudspeaker of a laboratory's audio monitor."""
    del rng
    return _closed(_both(_click_mono()), 0.0004, 0.0015)


def density(rng: Generator) -> Wave:
    """A bed of clicks in the time pattern of chance, too many to be told apart."""
    count = _count(DENSITY_S)
    kernel = np.fft.rfft(click(rng)[:, 0], count)
    kernel[0] = 0.0
    clicks = rng.poisson(160 * DENSITY_S)
    starts = rng.integers(0, count, clicks)
    gains = rng.uniform(0.4, 1.0, clicks) * rng.choice([-1.0, 1.0], clicks)
    pans = rng.uniform(0.3, 0.7, clicks)
    sides = []
    for share in (1.0 - pans, pans):
        train = np.bincount(starts, gains * np.sqrt(share), count)
        crackle = np.fft.irfft(np.fft.rfft(train) * kernel, count)
        crackle /= np.sqrt(np.mean(crackle**2))
        sides.append(crackle + 0.3 * _band(rng, count, 1800.0, 0.8))
    # A few clicks that meet would set the level of all others.
    return np.asarray(np.tanh(0.3 * np.stack(sides, axis=1)))


def pour(rng: Generator) -> Wave:
    """Water that runs into water: a rush, and bubbles in it."""
    count = _count(POUR_S)
    rush = _band(rng, count, 950.0, 0.8)
    swell = np.ones(count)
    turns = np.arange(count) / count
    for cycles in (2, 5, 7, 11):
        phase = rng.uniform(0.0, 1.0)
        swell += 0.07 * np.sin(2 * np.pi * (cycles * turns + phase))
    sides = [rush + 0.6 * _band(rng, count, 1500.0, 0.9) for _ in range(2)]
    water = 0.08 * np.stack(sides, axis=1) * swell[:, np.newaxis]
    starts = rng.integers(0, count, round(60 * POUR_S))
    _bubbles(rng, water, starts, 0.8)
    # Two bubbles that meet would set the level of all the rest.
    soft = np.tanh(water)
    return np.asarray(soft - soft.mean(axis=0))


def flush(rng: Generator) -> Wave:
    """The bucket empties: a rush that sinks in pitch, and a gurgle after it."""
    count = _count(FLUSH_S)
    share = np.arange(count) / count
    water = np.zeros((count, 2))
    for side in range(2):
        for centre_hz, at in ((1500.0, 0.05), (800.0, 0.3), (420.0, 0.6)):
            weight = np.exp(-0.5 * ((share - at) / 0.2) ** 2)
            water[:, side] += _band(rng, count, centre_hz, 0.5) * weight
    water *= (0.3 * (1.0 - share) ** 1.2)[:, np.newaxis]
    last_start = count - _count(0.13)
    starts = np.sort(rng.integers(_count(0.04), last_start, 14))
    _bubbles(rng, water, starts, 0.8)
    return _closed(water, 0.015, 0.12)


def tick(rng: Generator) -> Wave:
    """A button goes down: short, wooden, not to be taken for a spike."""
    del rng
    times_s = _times_s(TICK_S)
    wood = _ringing(times_s, 1150.0, 0.0045) + 0.35 * _ringing(times_s, 2600.0, 0.0018)
    return _closed(_both(wood), 0.0012, 0.012)


def _test_tone(left: float, right: float) -> Callable[[Generator], Wave]:
    """A soft tone from one side or both, for staff who try the loudspeakers."""

    def make(rng: Generator) -> Wave:
        del rng
        tone = _closed(_both(np.sin(2 * np.pi * 440.0 * _times_s(0.5))), 0.05, 0.15)
        panned: Wave = tone * np.array([left, right])
        return panned

    return make


# fmt: off
_ROWS = (
    Tone("click",   click,   False, 0.60, "the pulse on the axon and the mark"),
    Tone("density", density, True,  0.50, "the steady lamp and the spike counter"),
    Tone("pour",    pour,    True,  0.50, "the input stream, as wide as it is loud"),
    Tone("flush",   flush,   False, 0.55, "the bottom opens and the bucket empties"),
    Tone("tick",    tick,    False, 0.30, "the pressed look of the button"),
)

# What no visitor hears: staff try the loudspeakers.
_TEST_ROWS = (
    Tone("test_left",  _test_tone(1, 0), False, 0.30, "its button on the test page"),
    Tone("test_both",  _test_tone(1, 1), False, 0.30, "its button on the test page"),
    Tone("test_right", _test_tone(0, 1), False, 0.30, "its button on the test page"),
)
# fmt: on

TEST_TONES = {sound.id: sound for sound in _TEST_ROWS}
SOUNDS = {sound.id: sound for sound in _ROWS}


@cache
def samples(id: str) -> Samples:
    """A sound of the table as int16 samples, shape (count, 2); made once.

    Raises:
        KeyError: If the table holds no such sound.
    """
    sound = TEST_TONES[id] if id in TEST_TONES else SOUNDS[id]
    # A seed of its own: a new row does not change the sound of the others.
    made = sound.make(np.random.default_rng([ord(letter) for letter in id]))
    if sound.is_loop:
        # Where both sides are quietest, so that the very first start is quiet too.
        made = np.roll(made, -int(np.argmin(np.abs(made).sum(axis=1))), axis=0)
    scaled = made * (sound.peak * FULL_SCALE / np.abs(made).max())
    result: Samples = np.rint(scaled).astype(np.int16)
    result.setflags(write=False)
    return result


def wav(id: str) -> bytes:
    """A sound of the table as a WAV file, to be written and listened to.

    Raises:
        KeyError: If the table holds no such sound.
    """
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(SAMPLES_PER_S)
        file.writeframes(samples(id).astype("<i2").tobytes())
    return target.getvalue()
