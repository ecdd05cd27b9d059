"""Everything that is heard: the sounds of a frame, and its sentence."""

import pygame

from lifgame.app.game import FrameResult, Game
from lifgame.app.sound.plan import Heard
from lifgame.app.sound.player import SoundPlayer
from lifgame.app.sound.speech import Speaker
from lifgame.session.preferences import Preferences
from lifgame.session.situation import situation

_AUDIO_EVENTS = (pygame.AUDIODEVICEADDED, pygame.AUDIODEVICEREMOVED)


class Voices:
    """Everything that is heard: sounds and speech."""

    def __init__(self, preferences: Preferences, speak: str) -> None:
        self._player = SoundPlayer(enabled=True, volume=preferences.volume)
        self._player.start()
        self._speaker = Speaker(speak or None)

    def update(
        self,
        game: Game,
        result: FrameResult,
        elapsed_s: float,
        *,
        is_dark: bool = False,
    ) -> None:
        """Let a frame be heard as it is seen; in the dark nothing."""
        session, preferences = game.session, game.session.preferences
        is_sounding = preferences.is_sounding and not is_dark
        self._player.set_muted(not is_sounding)
        self._player.set_volume(preferences.volume)
        self._player.update(
            Heard(
                spikes=len(result.report.spike_times_ms),
                rate_hz=session.cell.rate_hz,
                speed=float(session.clock.speed),
                inflow_na=session.cell.bucket.inflow_na,
                presses=result.presses,
                elapsed_s=elapsed_s,
                is_held=session.is_held,
            )
        )
        # What is muted is muted: an empty sentence is not said.
        sentence = situation(session).words(game.texts)
        self._speaker.say(sentence if is_sounding else "", elapsed_s)

    def device_events(self, events: list[pygame.event.Event]) -> None:
        for event in events:
            if event.type in _AUDIO_EVENTS:
                self._player.device_event(event.type)

    def stop(self) -> bool:
        """Fall silent; False if the sound device hangs, as pygame's own end would."""
        self._speaker.stop()
        return self._player.stop()
