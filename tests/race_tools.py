"""Two visitors who race, through ``Game.frame``."""

import pygame
from guide_tools import visitor
from pilot import Pilot

from lifgame.session import guide_commands as g
from lifgame.session.race.race import COUNT_S, RUN, TICKS_A_SECOND

FRAME_S = 1 / 60
# A press every so many frames, held for half of them: 5 and 4 presses a second.
QUICK, SLOW = 12, 15


def begun(
    size: tuple[int, int] = (800, 480), *, holds: bool = False, **settings: str
) -> Pilot:
    """Both stand in front of it, and nobody has pressed yet."""
    pilot = visitor(size, **settings)
    pilot.game.obey([g.StartRace(holds=holds)])
    pilot.frame()
    return pilot


def racing(
    size: tuple[int, int] = (800, 480), *, holds: bool = False, **settings: str
) -> Pilot:
    """Both have pressed, and the counting down is over."""
    pilot = begun(size, holds=holds, **settings)
    pilot.press("a", "l")
    pilot.session.run(COUNT_S * TICKS_A_SECOND)
    pilot.frame()
    assert pilot.session.race.state == RUN
    return pilot


def mash(pilot: Pilot, seconds: float, left: int = QUICK, right: int = SLOW) -> None:
    """Press both keys, each in its rhythm in frames, 0 for never; stop at the end."""
    for frame in range(round(seconds / FRAME_S)):
        if pilot.session.race.state != RUN:
            return
        for key, every in (("a", left), ("l", right)):
            if every and frame % every == 0:
                pilot.key_down(key)
            if every and frame % every == every // 2:
                pilot.key_up(key)
        pilot.frame(elapsed_s=FRAME_S)


def finger_at(pilot: Pilot, id: str, finger: int, kind: int) -> None:
    """A finger on a button, down or up."""
    pilot.finger(kind, finger, pilot.game.board[id].rect.center)


def tap(pilot: Pilot, id: str, finger: int = 0) -> None:
    finger_at(pilot, id, finger, pygame.FINGERDOWN)
    finger_at(pilot, id, finger, pygame.FINGERUP)
