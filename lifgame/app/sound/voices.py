"""Everything that is heard: the sounds of a frame, and its sentence."""

from collections.abc import Sequence

import pygame

from lifgame.app.game import FrameResult, Game
from lifgame.app.sound.names import named
from lifgame.app.sound.plan import Heard
from lifgame.app.sound.player import SoundPlayer
from lifgame.app.sound.speech import Speaker
from lifgame.content.markup import plain
from lifgame.content.texts import Texts
from lifgame.session.narrator import sentence
from lifgame.session.preferences import Preferences
from lifgame.session.session import Session
from lifgame.session.shown import shown
from lifgame.view.machine.places import FULL_MV


def spoken(session: Session, texts: Texts) -> str:
    """What is read out: the control that has the keyboard's focus, or the sentence.

    What is muted is muted: an empty sentence is not said.
    """
    if not session.preferences.is_sounding:
        return ""
    return named(session, texts) or plain(sentence(session).words(texts))


class Voices:
    """Everything that is heard: sounds and speech."""

    def __init__(self, preferences: Preferences, speak: Sequence[str]) -> None:
        self._player = SoundPlayer(enabled=True, volume=preferences.volume)
        self._player.start()
        self._speaker = Speaker(speak)

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
        race, cells = session.race, session.cells
        showing = race.either if race.is_running else session.clock.showing
        levels_mv = [
            shown(cell, session.clock, place).level_mv
            for place, cell in enumerate(cells)
        ]
        is_sounding = preferences.is_sounding and not is_dark
        self._player.set_muted(not is_sounding)
        top = session.place.top.id
        self._player.set_volume(game.exhibit.loudness(preferences.volume, top))
        self._player.update(
            Heard(
                gulps=showing.shown,
                since_gulp_s=showing.since_flush_s,
                is_band=showing.is_band,
                rate_hz=session.cell.rate_hz,
                speed=float(session.clock.speed),
                inflow_na=max(cell.reading().current_na for cell in cells),
                level_share=max(levels_mv) / FULL_MV,
                presses=result.presses,
                elapsed_s=elapsed_s,
                is_held=session.is_held,
                drummed=session.cell.push_tick if session.cell.is_drum else None,
                tone=game.exhibit.take_tone(),
            )
        )
        words = "" if is_dark else spoken(session, game.texts)
        self._speaker.say(words, elapsed_s)

    @property
    def is_audible(self) -> bool:
        """Whether sounds reach a device; if not, the speaker is shown crossed."""
        return self._player.is_available

    def device_events(self, events: list[pygame.event.Event]) -> None:
        for event in events:
            # A microphone that is pulled out is nobody's loudspeaker.
            if not getattr(event, "iscapture", 0):
                self._player.device_event(event.type)

    def stop(self) -> bool:
        """Fall silent; False if the sound device hangs, as pygame's own end would."""
        self._speaker.stop()
        return self._player.stop()
