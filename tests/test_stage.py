"""Scenes that are dropped are freed, though they hold themselves in circles."""

import gc
import weakref

from pilot import Pilot

from lifgame.app.stage import BYTES_PER_PIXEL, MOST_DROPPED_BYTES
from lifgame.session import commands as c

SIZE = (1280, 720)


def test_what_is_dropped_is_freed_before_it_is_much() -> None:
    pilot = Pilot(SIZE)
    most = MOST_DROPPED_BYTES // (SIZE[0] * SIZE[1] * BYTES_PER_PIXEL) + 2
    dropped = []
    gc.disable()
    try:
        for screen in ("settings", "presets") * (2 * most):
            pilot.game.obey([c.ShowScreen(screen)])
            pilot.frame()
            if screen == "settings":
                dropped.append(weakref.ref(pilot.game.scene))
    finally:
        gc.enable()
    alive = sum(scene() is not None for scene in dropped)
    assert len(dropped) > alive
    assert alive <= most
