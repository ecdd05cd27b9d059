"""Turns cues into the samples that a device would play, to be measured or heard."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from lifgame.app.sound import tones
from lifgame.app.sound.plan import Cue, Heard, SoundPlan
from lifgame.app.sound.waves import SAMPLES_PER_S

FPS = 60
FRAME = SAMPLES_PER_S // FPS
Samples = NDArray[np.float64]


def rendered(cues: Iterable[Cue]) -> Samples:
    """What is heard, shape (samples, 2), 1.0 is full scale; a frame a cue."""
    cues = list(cues)
    heard = np.zeros((len(cues) * FRAME + SAMPLES_PER_S, 2))
    volumes = dict.fromkeys(cues[0].loops, 0.0)
    for frame, cue in enumerate(cues):
        start = frame * FRAME
        for name, volume in cue.loops.items():
            before, volumes[name] = volumes[name], volume
            if not before and not volume:
                continue
            loop = tones.samples(name)
            places = (start + np.arange(FRAME)) % len(loop)
            ramp = np.linspace(before, volume, FRAME)[:, np.newaxis]
            heard[start : start + FRAME] += loop[places] / tones.FULL_SCALE * ramp
        for name, volume in cue.once:
            sound = tones.samples(name) / tones.FULL_SCALE * volume
            heard[start : start + len(sound)] += sound
    return heard


def played(frames: Iterable[Heard]) -> Samples:
    """The same from frames."""
    plan = SoundPlan()
    return rendered(plan.update(frame) for frame in frames)


def centre_hz(samples: Samples, low_hz: float = 60.0, high_hz: float = 4000.0) -> float:
    """The middle of the power's logarithm of frequency, within a band."""
    mono = samples.mean(axis=1) * np.hanning(len(samples))
    hz = np.fft.rfftfreq(len(mono), 1 / SAMPLES_PER_S)
    power = np.abs(np.fft.rfft(mono)) ** 2
    chosen = (hz >= low_hz) & (hz <= high_hz)
    octaves = np.log2(hz[chosen])
    return float(2 ** np.average(octaves, weights=power[chosen]))
