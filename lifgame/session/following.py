"""What is guided and what is raced have their own screens, and go as those are left."""

from typing import Protocol

from lifgame.content.screens import GUIDED, RACED
from lifgame.session import commands as c
from lifgame.session import guide_commands as g
from lifgame.session.clock import Clock
from lifgame.session.guide.guide import Guide
from lifgame.session.place import Place
from lifgame.session.race.race import Race
from lifgame.session.story import Story
from lifgame.session.tempo import Pace


class Led(Protocol):
    """Who is led: the session."""

    clock: Clock
    place: Place
    story: Story
    guide: Guide
    race: Race

    def pace(self) -> Pace: ...


def follow(led: Led, command: c.SessionCommand, *, was_guided: bool) -> None:
    """Open the screen of what begins, and end what has lost its screen."""
    place, guide, race = led.place, led.guide, led.race
    if isinstance(command, g.StartGuide | g.StartRace):
        led.story.skip()
        is_race = isinstance(command, g.StartRace)
        place.obey(c.ShowScreen(RACED if is_race else GUIDED))
    if place.screen != GUIDED:
        guide.leave()
    if place.screen != RACED:
        race.leave()
    if was_guided and not guide.is_running:
        led.clock.tempo.to_auto(led.pace())
    runs = {GUIDED: guide.is_running, RACED: race.is_running}
    if not runs.get(place.screen, True):
        place.go_back()
