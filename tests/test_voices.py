"""What is heard is what is seen: the sentence that is said, and the crossed speaker."""

import pygame
import pytest
from pilot import Pilot

from lifgame.app.sound.voices import spoken
from lifgame.content.markup import plain
from lifgame.content.texts import shipped_texts
from lifgame.session import commands as c
from lifgame.session.session import Session
from lifgame.session.situation import situation
from lifgame.session.start import OPENING, Start


def test_what_is_said_is_what_is_written() -> None:
    """The story first, then what is going on, without the marks of its colours."""
    session, texts = Session(OPENING), shipped_texts("de")
    said = [spoken(session, texts)]
    session.obey(c.Inject("key", 1.0))
    said.append(spoken(session, texts))
    session.obey(c.SelectPattern("constant"))
    said.append(spoken(session, texts))
    assert said == [
        plain(texts("story.hold")),
        plain(texts("story.filling")),
        plain(situation(session).words(texts)),
    ]
    assert not set("[|]") & set("".join(said))


def test_nothing_is_said_while_it_is_muted() -> None:
    session = Session()
    assert spoken(session, shipped_texts())
    session.obey(c.SetSetting("sound", "off"))
    assert spoken(session, shipped_texts()) == ""


def speaker(pilot: Pilot) -> bytes:
    """How the mute button looks."""
    pilot.frame()
    area = pilot.widget("mute").rect
    return pygame.image.tobytes(pilot.game.window_surface.subsurface(area), "RGB")


@pytest.mark.parametrize("view", ["play", "lab"])
def test_the_speaker_is_crossed_where_nothing_can_be_heard(view: str) -> None:
    pilot = Pilot((1280, 720), Start(view=view))
    heard = speaker(pilot)
    pilot.game.is_audible = False
    silent = speaker(pilot)
    assert silent != heard
    # It is the machine's state: neither a Reset nor the visitor's wish undoes it.
    pilot.game.obey([c.Reset()])
    assert speaker(pilot) == silent
    pilot.game.obey([c.SetSetting("sound", "off")])
    assert speaker(pilot) == silent
    pilot.game.obey([c.SetSetting("sound", "on")])
    pilot.game.is_audible = True
    assert speaker(pilot) == heard
