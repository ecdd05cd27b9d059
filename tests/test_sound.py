"""A loudspeaker that plays what it is told, on whatever device there is."""

import threading

import pygame
import pytest
from sound_tools import FPS, FakeMixer, heard, is_on, names, settle, started, update

from lifgame.app.sound.plan import SILENCE, TICK_VOLUME
from lifgame.app.sound.player import TRY_EVERY_S, SoundPlayer
from lifgame.app.sound.waves import SAMPLES_PER_S


def test_the_cue_reaches_the_mixer_in_its_frame(made: list[SoundPlayer]) -> None:
    mixer = FakeMixer()
    player = started(made, mixer)
    assert is_on(player)
    update(player, heard(gulps=1, presses=1, inflow_na=5.0))
    (cue,) = mixer.cues
    assert dict(cue.once).keys() == {"gulp", "tick"}
    assert dict(cue.once)["tick"] == 0.5 * TICK_VOLUME
    assert cue.loops["pour"] > 0.0
    assert player.stop()
    assert mixer.calls[-1] == "close"


def test_muted(made: list[SoundPlayer]) -> None:
    mixer = FakeMixer()
    player = started(made, mixer)
    update(player, heard(gulps=1, inflow_na=5.0))
    player.set_muted(True)
    update(player, heard(gulps=1, inflow_na=5.0))
    assert mixer.cues[-1] == SILENCE
    player.set_muted(False)
    player.set_volume(float("nan"))
    update(player, heard(gulps=1, inflow_na=5.0))
    assert mixer.cues[-1] == SILENCE
    player.set_volume(7.0)
    update(player, heard(presses=1))
    assert mixer.cues[-1].once == (("tick", TICK_VOLUME),)


def test_off_means_no_thread_and_no_device(made: list[SoundPlayer]) -> None:
    mixer = FakeMixer()
    player = SoundPlayer(enabled=False, volume=1.0, make_mixer=lambda: mixer)
    before = threading.active_count()
    player.start()
    player.update(heard(gulps=1))
    player.device_event(pygame.AUDIODEVICEREMOVED)
    assert threading.active_count() == before
    assert not is_on(player)
    assert player.stop()
    assert mixer.calls == []


def test_a_device_that_is_pulled_is_opened_anew(made: list[SoundPlayer]) -> None:
    mixer = FakeMixer()
    player = started(made, mixer)
    update(player, heard(elapsed_s=TRY_EVERY_S))
    player.device_event(pygame.AUDIODEVICEREMOVED)
    settle(player)
    assert not is_on(player)
    update(player)
    assert is_on(player)
    assert [call for call in mixer.calls if call != "play"] == ["open", "close", "open"]
    for _ in range(50):
        player.device_event(pygame.AUDIODEVICEREMOVED)
        player.device_event(pygame.AUDIODEVICEADDED)
        update(player)
    assert mixer.calls.count("open") == 2


def test_a_device_that_fails_while_playing_comes_back(made: list[SoundPlayer]) -> None:
    mixer = FakeMixer("play")
    player = started(made, mixer)
    update(player)
    assert not is_on(player)
    mixer.bad.clear()
    update(player, heard(elapsed_s=TRY_EVERY_S))
    update(player, heard(gulps=1))
    assert is_on(player)
    assert names(mixer.cues[-1]) == ["gulp"]


def test_late_clicks_are_dropped(made: list[SoundPlayer]) -> None:
    gate, mixer = threading.Event(), FakeMixer()
    player = started(made, mixer)
    mixer.bad, mixer.gate = {"play"}, gate
    for gulps in range(1, 21):
        player.update(heard(gulps=gulps, elapsed_s=0.5))
    gate.set()
    settle(player)
    assert sum(bool(cue.once) for cue in mixer.cues) < 8


def test_the_real_mixer_plays_into_nothing(made: list[SoundPlayer]) -> None:
    player = started(made)
    assert is_on(player)
    assert pygame.mixer.get_init() == (SAMPLES_PER_S, -16, 2)
    for frame in range(2 * FPS):
        dense = heard(is_band=True, rate_hz=60.0, inflow_na=2.0)
        update(player, dense if frame % FPS < 30 else heard(gulps=frame // FPS))
    assert is_on(player)
    update(player, heard(is_band=True, rate_hz=60.0, inflow_na=2.0))
    assert pygame.mixer.get_busy()
    player.device_event(pygame.AUDIODEVICEREMOVED)
    update(player, heard(elapsed_s=TRY_EVERY_S))
    update(player)
    assert is_on(player)
    assert player.stop()
    assert pygame.mixer.get_init() is None


def test_no_driver_is_silence(
    made: list[SoundPlayer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "nothing")
    player = started(made)
    update(player, heard(gulps=1))
    assert not is_on(player)
    assert player.stop()
