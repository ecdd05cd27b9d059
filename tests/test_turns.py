"""Nobody can make the screen flash, however fast they press."""

from itertools import pairwise

import pygame
import pytest
from pilot import Pilot

from lifgame.app.turns import TURN_S, Turns
from lifgame.session import commands as c
from lifgame.session.glow import Glow

FRAME_S = 1 / 60


def mash(pilot: Pilot, key: int, per_s: float, seconds: float) -> list[tuple[str, ...]]:
    """Press a key again and again; answer with what stood on the screen each frame."""
    seen: list[tuple[str, ...]] = []
    due_s = now_s = 0.0
    while now_s < seconds:
        events = []
        if now_s >= due_s:
            due_s += 1 / per_s
            kinds = (pygame.KEYDOWN, pygame.KEYUP)
            events = [pygame.event.Event(kind, key=key, mod=0) for kind in kinds]
        pilot.game.frame(events, FRAME_S)
        now_s += FRAME_S
        preferences = pilot.session.preferences.values()
        place = pilot.session.place
        seen.append((place.screen, str(place.layer), *preferences.values()))
    return seen


@pytest.mark.parametrize(
    "key",
    [
        pygame.K_h,
        pygame.K_l,
        *(pytest.param(k, marks=pytest.mark.slow) for k in (pygame.K_o, pygame.K_v)),
    ],
)
@pytest.mark.parametrize(
    "per_s", [10.0, *(pytest.param(p, marks=pytest.mark.slow) for p in (5.0, 30.0))]
)
def test_the_whole_screen_changes_less_than_four_times_a_second(
    pilot: Pilot, key: int, per_s: float
) -> None:
    seen = mash(pilot, key, per_s, 4.0)
    changes = [n for n in range(1, len(seen)) if seen[n] != seen[n - 1]]
    assert changes
    second = round(1 / FRAME_S)
    most = max(sum(1 for n in changes if at <= n < at + second) for at in changes)
    # Two changes are one flash.
    assert most <= 4


def test_the_last_wish_is_carried_out_when_its_turn_comes() -> None:
    turns = Turns()
    first, second, last = c.ShowScreen("help"), c.Back(), c.ShowScreen("settings")
    assert turns.take([first]) == [first]
    assert turns.take([second]) == []
    assert turns.take([last, c.TogglePause()]) == [c.TogglePause()]
    assert turns.update(TURN_S / 2) == []
    assert turns.update(TURN_S / 2) == [last]
    assert turns.update(TURN_S) == []


def test_a_single_press_acts_at_once(pilot: Pilot) -> None:
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_h, mod=0)
    pilot.game.frame([down], 0.0)
    assert pilot.session.place.screen == "help"


@pytest.mark.parametrize("per_s", [3.0, 5.0, 8.0, 15.0])
def test_hold_is_lit_at_once_and_at_most_twice_a_second(per_s: float) -> None:
    glow, lit_s, now_s = Glow(), [], 0.0
    for _ in range(600):
        before = glow.is_on
        glow.live(FRAME_S, pressed=(now_s * per_s) % 1.0 < 0.5)
        now_s += FRAME_S
        if glow.is_on and not before:
            lit_s.append(now_s)
    assert all(b - a >= 0.49 for a, b in pairwise(lit_s))
    glow = Glow()
    glow.live(0.0, pressed=True)
    assert glow.is_on
    glow.live(0.1, pressed=False)
    assert glow.is_on
    glow.live(0.5, pressed=False)
    assert not glow.is_on


def test_what_changes_no_picture_waits_for_nobody() -> None:
    """Muting is done at once, and what comes after it does not wait either."""
    pilot = Pilot((800, 480), is_patient=False)
    for wanted in ("off", "on", "off"):
        pilot.press("m")
        assert pilot.session.preferences["sound"] == wanted
    pilot.press("h")
    assert pilot.session.place.screen == "help"
