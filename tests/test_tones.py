"""Every sound as a WAV file: level, ends, seam, length, and what it is made of."""

import io
import wave

import numpy as np
import pytest
from numpy.typing import NDArray
from sound_render import centre_hz

from lifgame.app.sound import tones
from lifgame.app.sound.tones import BOTTLES, FULL_SCALE, RATTLES, SOUNDS
from lifgame.app.sound.water import bottle_hz
from lifgame.app.sound.waves import SAMPLES_PER_S

Shares = NDArray[np.float64]

ONCE = [tone.id for tone in SOUNDS.values() if not tone.is_loop]
LOOPS = [tone.id for tone in SOUNDS.values() if tone.is_loop]
# Each row of loops shares its bounds.
FAMILIES = {name: name.partition("_")[0] for name in SOUNDS}
LENGTHS_S = {
    "click": (0.003, 0.006),
    "gulp": (0.25, 0.5),
    "tick": (0.01, 0.05),
    "knock": (0.05, 0.2),
    "pour": (2.0, 6.0),
    "bottle": (1.5, 4.0),
    "rattle": (1.0, 4.0),
}
# Root mean square as a share of full scale: to be heard, and not tiring.
LEVELS = {
    "click": (0.10, 0.30),
    "gulp": (0.03, 0.20),
    "tick": (0.02, 0.12),
    "knock": (0.03, 0.15),
    "pour": (0.03, 0.15),
    "bottle": (0.05, 0.20),
    "rattle": (0.02, 0.15),
}
# Where the middle of the power lies, in Hz.
CENTRES_HZ = {
    "click": (300.0, 1500.0),
    "gulp": (150.0, 900.0),
    "tick": (800.0, 2000.0),
    "knock": (150.0, 600.0),
    "pour": (400.0, 2000.0),
    "bottle": (200.0, 2000.0),
    "rattle": (300.0, 1500.0),
}


def from_wav(name: str) -> Shares:
    """A sound read back from its WAV file, as shares of full scale."""
    with wave.open(io.BytesIO(tones.wav(name)), "rb") as file:
        assert file.getnchannels() == 2
        assert file.getsampwidth() == 2
        assert file.getframerate() == SAMPLES_PER_S
        data = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    return data.reshape(-1, 2) / FULL_SCALE


def band_power(side: Shares, low_hz: float, high_hz: float) -> float:
    hz = np.fft.rfftfreq(len(side), 1 / SAMPLES_PER_S)
    power = np.abs(np.fft.rfft(side)) ** 2
    return float(power[(hz >= low_hz) & (hz < high_hz)].sum() / power.sum())


@pytest.mark.parametrize("name", SOUNDS)
def test_length(name: str) -> None:
    shortest_s, longest_s = LENGTHS_S[FAMILIES[name]]
    assert shortest_s <= len(from_wav(name)) / SAMPLES_PER_S <= longest_s


@pytest.mark.parametrize("name", SOUNDS)
def test_level_without_clipping(name: str) -> None:
    sound = from_wav(name)
    assert np.abs(sound).max() <= 0.8
    quiet, loud = LEVELS[FAMILIES[name]]
    for side in sound.T:
        assert quiet <= np.sqrt(np.mean(side**2)) <= loud


@pytest.mark.parametrize("name", SOUNDS)
def test_no_direct_current(name: str) -> None:
    assert np.abs(from_wav(name).mean(axis=0)).max() < 0.005


@pytest.mark.parametrize("name", SOUNDS)
def test_no_jump_inside(name: str) -> None:
    assert np.abs(np.diff(from_wav(name), axis=0)).max() < 0.2


@pytest.mark.parametrize("name", ONCE)
def test_what_is_heard_once_has_no_clicks_at_its_ends(name: str) -> None:
    sound = from_wav(name)
    assert not sound[[0, -1]].any()
    edge = sound[: SAMPLES_PER_S // 10_000], sound[-SAMPLES_PER_S // 10_000 :]
    assert max(np.abs(part).max() for part in edge) < 0.05


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_has_no_seam(name: str) -> None:
    sound = from_wav(name)
    inside = np.abs(np.diff(sound, axis=0))
    across = np.abs(sound[0] - sound[-1])
    assert np.all(across <= np.percentile(inside, 99, axis=0))
    # The slope goes on too, else the seam is heard as a tick once a round.
    bend = np.abs(np.diff(sound, 2, axis=0))
    round_the_seam = np.diff(np.concatenate([sound[-2:], sound[:2]]), 2, axis=0)
    assert np.all(np.abs(round_the_seam) <= np.percentile(bend, 99.5, axis=0))
    assert np.abs(sound[0]).max() < 0.01


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_is_even(name: str) -> None:
    """No beat that would be heard as it comes round again."""
    parts = np.array_split(from_wav(name).mean(axis=1), 8)
    levels = [np.sqrt(np.mean(part**2)) for part in parts]
    assert max(levels) < 1.6 * min(levels)


@pytest.mark.parametrize("name", SOUNDS)
def test_pitch(name: str) -> None:
    side = from_wav(name)[:, 0]
    hz = np.fft.rfftfreq(len(side), 1 / SAMPLES_PER_S)
    power = np.abs(np.fft.rfft(side)) ** 2
    centre_hz = hz[np.searchsorted(np.cumsum(power), power.sum() / 2)]
    low_hz, high_hz = CENTRES_HZ[FAMILIES[name]]
    assert low_hz <= centre_hz <= high_hz


@pytest.mark.parametrize("name", SOUNDS)
def test_soft(name: str) -> None:
    """Nothing that hisses at the ear, and no rumble that shakes the case."""
    side = from_wav(name)[:, 0]
    assert band_power(side, 8000.0, SAMPLES_PER_S) < 0.02
    assert band_power(side, 0.0, 60.0) < 0.02


def test_the_gulp_sinks() -> None:
    early, late = np.array_split(from_wav("gulp")[:, 0], 2)
    assert band_power(late, 0.0, 400.0) > 1.5 * band_power(early, 0.0, 400.0)


def test_the_bottles_rise_in_pitch_evenly_and_are_equally_loud() -> None:
    sounds = [from_wav(name) for name in BOTTLES]
    pitches = np.array([centre_hz(sound) for sound in sounds])
    steps = np.diff(np.log2(pitches))
    assert steps.min() > 0.1
    assert steps.max() < 0.4
    levels = [np.sqrt(np.mean(sound**2)) for sound in sounds]
    assert max(levels) < 1.5 * min(levels)


def test_a_bottle_rings_as_the_column_of_air_in_it() -> None:
    """A tube closed at one end: a quarter of a wave, c / (4 L)."""
    for place, name in enumerate(BOTTLES):
        side = from_wav(name)[:, 0]
        power = np.abs(np.fft.rfft(side)) ** 2
        smooth = np.convolve(power, np.hanning(61), "same")
        hz = np.argmax(smooth) * SAMPLES_PER_S / len(side)
        low, high = bottle_hz(0.0), bottle_hz(1.0)
        assert low == pytest.approx(343.0 / (4 * 0.32))
        want = low * (high / low) ** (place / (len(BOTTLES) - 1))
        assert hz == pytest.approx(want, rel=0.12)


def test_a_denser_rattle_has_no_heaps_that_startle() -> None:
    for name in RATTLES:
        side = from_wav(name)[:, 0]
        assert np.abs(side).max() < 12 * np.sqrt(np.mean(side**2))


def test_the_same_every_time() -> None:
    before = {name: tones.samples(name).copy() for name in SOUNDS}
    tones.samples.cache_clear()
    for name, samples in before.items():
        assert np.array_equal(tones.samples(name), samples)


def test_made_once_and_not_to_be_changed() -> None:
    assert tones.samples("pour") is tones.samples("pour")
    with pytest.raises(ValueError, match="read-only"):
        tones.samples("pour")[0, 0] = 1


def test_every_sound_has_a_visible_twin() -> None:
    assert all(tone.twin for tone in SOUNDS.values())
    assert all(name == tone.id for name, tone in SOUNDS.items())
    assert set(FAMILIES.values()) == set(LENGTHS_S)
