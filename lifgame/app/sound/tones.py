"""Every sound of the program, made from formulas and seeded noise; no recordings.

Sounds are stereo, 16 bits. What is heard once begins and ends at exactly zero. A
loop is made in the frequency domain or by adding in a circle, so it has no seam.
"""

import io
import wave
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from lifgame.app.sound.water import bottle, gulp, pour
from lifgame.app.sound.waves import (
    SAMPLES_PER_S,
    Generator,
    Wave,
    both,
    closed,
    count_of,
    ringing,
    times_of,
)

FULL_SCALE = 32_767
CLICK_S = 0.005
RATTLE_S = 2.0
TICK_S = 0.030
KNOCK_S = 0.120
# Clicks a second in the row of rattles.
RATTLE_PER_S = (8.0, 40.0, 160.0)
BOTTLES = tuple(f"bottle_{place}" for place in range(10))
RATTLES = tuple(f"rattle_{place}" for place in range(len(RATTLE_PER_S)))

Samples = NDArray[np.int16]


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


def _click_mono() -> Wave:
    times_s = times_of(CLICK_S)
    body = ringing(times_s, 700.0, 0.0012)
    edge = ringing(times_s, 1900.0, 0.0005)
    return np.asarray(body + 0.4 * edge)


def click(rng: Generator) -> Wave:
    """A spike on the loudspeaker of a laboratory's audio monitor."""
    del rng
    return closed(both(_click_mono()), 0.0004, 0.0015)


def rattle(rng: Generator, per_s: float) -> Wave:
    """Soft clicks in the time pattern of chance, ``per_s`` of them a second."""
    count = count_of(RATTLE_S)
    kernel = np.fft.rfft(_soft_click(), count)
    kernel[0] = 0.0
    clicks = round(per_s * RATTLE_S)
    # One in each of as many stretches: no heap that startles, and no hole.
    places = (np.arange(clicks) + rng.uniform(0.2, 0.8, clicks)) / clicks
    starts = (places * count).astype(np.int64) % count
    gains = rng.uniform(0.7, 1.0, clicks) * rng.choice([-1.0, 1.0], clicks)
    pans = rng.uniform(0.35, 0.65, clicks)
    sides = []
    for share in (1.0 - pans, pans):
        train = np.bincount(starts, gains * np.sqrt(share), count)
        sides.append(np.fft.irfft(np.fft.rfft(train) * kernel, count))
    rows = np.stack(sides, axis=1)
    # A few clicks that meet would set the level of all others.
    return np.asarray(np.tanh(0.9 * rows / np.sqrt(np.mean(rows**2)) / 4.0))


def _soft_click() -> Wave:
    """A drop of wood: what is heard hundreds of times must not be sharp."""
    times_s = times_of(0.03)
    wood = ringing(times_s, 520.0, 0.005) + 0.3 * ringing(times_s, 1150.0, 0.002)
    wood *= np.minimum(times_s / 0.001, 1.0)
    wood *= np.minimum((times_s[-1] - times_s) / 0.004, 1.0)
    return np.asarray(wood)


def tick(rng: Generator) -> Wave:
    """A button goes down: short, wooden, not to be taken for a spike."""
    del rng
    times_s = times_of(TICK_S)
    wood = ringing(times_s, 1150.0, 0.0045) + 0.35 * ringing(times_s, 2600.0, 0.0018)
    return closed(both(wood), 0.0012, 0.012)


def knock(rng: Generator) -> Wave:
    """A knuckle on a hollow drum: lower and rounder than a button."""
    del rng
    times_s = times_of(KNOCK_S)
    skin = ringing(times_s, 230.0, 0.03) + 0.3 * ringing(times_s, 390.0, 0.015)
    return closed(both(skin + 0.15 * ringing(times_s, 900.0, 0.004)), 0.0015, 0.03)


def _test_tone(left: float, right: float) -> Callable[[Generator], Wave]:
    """A soft tone from one side or both, for staff who try the loudspeakers."""

    def make(rng: Generator) -> Wave:
        del rng
        tone = closed(both(np.sin(2 * np.pi * 440.0 * times_of(0.5))), 0.05, 0.15)
        panned: Wave = tone * np.array([left, right])
        return panned

    return make


_LAST = len(BOTTLES) - 1
# fmt: off
_ROWS = (
    Tone("click",   click,   False, 0.60, "the lamp, and its counter that counts"),
    Tone("gulp",    gulp,    False, 0.55, "the siphon sucks the bucket empty"),
    Tone("tick",    tick,    False, 0.30, "the pressed look of the button"),
    Tone("knock",   knock,   False, 0.45, "the pressed look of the drum"),
    Tone("pour",    pour,    True,  0.40, "the input stream, as wide as it is loud"),
    *(Tone(name, partial(bottle, place=place / _LAST), True, 0.30,
           "the water's level") for place, name in enumerate(BOTTLES)),
    *(Tone(name, partial(rattle, per_s=per_s), True, 0.30,
           "the steady lamp and the calm water")
      for name, per_s in zip(RATTLES, RATTLE_PER_S, strict=True)),
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
